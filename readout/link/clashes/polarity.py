"""What one telling says and the other denies: denials, opposite wordings, none against some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from readout.knowledge.kin import stems
from readout.link.accounts.sides import load_names
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, events, flat, opposed
from readout.link.clashes.prices import held
from readout.link.clashes.units import money
from readout.link.lexicon import any_opposite, common, exchanging, none_of, opposites, small
from readout.link.matters.matter import Matter
from readout.link.matters.wording import excerpt
from readout.link.sentences import around
from readout.model.amount import Amount
from readout.model.anchor import Anchor

SHORT = 130
"""Characters of a telling that speaks of one thing, so that a wording anywhere in it is about that."""
CLAUSE = 90
"""Characters between a wording and the topic that it is about."""


def polarity(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    if left.said == "denied" or right.said == "denied":
        denied, said = (left, right) if left.said == "denied" else (right, left)
        if left.said == right.said or not one_claim(matter, denied, said):
            return None
        return Clash("polarity", left.anchors[0], right.anchors[0], *(map(_yes_no, (left, right))))
    here, there = _wordings(left), _wordings(right)
    for place in range(0, len(here), 2):
        for first, second in ((place, place + 1), (place + 1, place)):
            if not here[first] or not there[second]:
                continue
            a, b = _near(here[first], matter, left), _near(there[second], matter, right)
            if a and b and not (_near(here[second], matter, left) or _near(there[first], matter, right)):
                return Clash("polarity", a, b, f"“{clause_of(left, a)}”", f"“{clause_of(right, b)}”")
    return None


def clause_of(telling: Telling, wording: Anchor) -> str:
    """The clause in which a wording stands: "Chile has rejected the plan", without "she added"."""
    told = next((anchor for anchor in telling.anchors if anchor.covers(wording)), wording)
    sentence = around(telling.record.document, wording)
    if len(told.exact.split()) > FEW:
        first, last = max(told.start, sentence.start), min(told.end, sentence.end)
        sentence = Anchor.of(telling.record.document.text, first, last)
    before = telling.record.document.text[sentence.start : wording.start]
    return excerpt(flat(sentence.exact), len(f"{' '.join(before.split())} ".lstrip()))


def one_claim(matter: Matter, denied: Telling, said: Telling) -> bool:
    """Whether a denial about somebody or something with a name is of what the other says of that.

    It says little else, or they share more words.

    >>> # "denied that the ship had carried arms" against "the ship may leave on Friday": not of one claim
    """
    if _RAISED.search(denied.text) and not _exchanged(said):
        return False
    more = _content(denied) - set(matter.key)
    if _RAISED.search(denied.text) and hanging(matter, denied):
        return any(not load_names(word.capitalize()) for word in more & _content(said))
    if not matter.name or _RAISED.search(denied.text):
        return True
    return len(more) < FEW or bool(more & _content(said))


def hanging(matter: Matter, telling: Telling) -> bool:
    """Whether a matter only narrows what a telling speaks of: "a casino in the zone"."""
    text = telling.record.document.text
    mentions = (m for m in matter.places[telling.number] if m not in telling.anchors)
    return any(
        _hangs().search(text[max(0, m.start - 25) : m.start])
        and not _MATTER_OF.search(text[max(0, m.start - 40) : m.start])
        for m in mentions
    )


_MATTER_OF = re.compile(
    r"\b(?:talk|question|mention|discussions?|subject|issue|matter|topic|future|idea|possibility|no word)"
    r" (?:of|on|about) (?:\w+ )?$"
)
"""What makes of a topic the very thing that was not spoken of: "no talk of a "."""


@cache
def _hangs() -> re.Pattern[str]:
    """What makes of a topic a thing on which another hangs: "in the "."""
    before, behind = ("|".join(small()["hangs"][kind]) for kind in ("words", "behind"))
    return re.compile(rf"\b(?:{before}) (?:(?:{behind}) )?$")


_PLANNED = re.compile(r"\b(?:will|shall|is to|are to|plans?|ready|prepared)\b")


def _exchanged(said: Telling) -> bool:
    """Whether a telling has a matter spoken of with the other side, and no more than a plan of its own.

    >>> # "She asked for the pay of the nurses", not "The nurses will be paid in May"
    """
    statement = said.statement
    if statement is not None and (statement.act in ("request", "promise", "accuse") or statement.addressee):
        return True
    cue = statement.cue.exact if statement and statement.cue else ""
    if exchanging().search(f"{cue} {said.text}"):
        return True
    return statement is not None and not _PLANNED.search(said.text)


_RAISED = re.compile(
    r"\b(?:raised|discussed|mentioned|brought up|touched|talk(?:ed)?|taken up|dealt with|spoken|agenda"
    r"|subject)\b"
)
FEW = 3
"""Words beside its matter from which a denial may be of something else about it."""


def _content(telling: Telling) -> set[str]:
    return {word for word in stems(telling.text) if len(word) > 3 and word not in common()}


def _yes_no(telling: Telling) -> str:
    return "denied" if telling.said == "denied" else "said"


def _near(spans: Sequence[Range], matter: Matter, telling: Telling) -> Anchor | None:
    """The first of the places where a telling uses a wording that is close to the topic."""
    short = len(telling.text) <= SHORT
    for start, stop in spans:
        if short or any(abs(start - mention.start) <= CLAUSE for mention in matter.places[telling.number]):
            return Anchor.of(telling.record.document.text, start, stop)
    return None


def _wordings(telling: Telling) -> list[list[Range]]:
    """Where a telling uses each wording of the pairs that cannot both be true, left and right in turn."""
    text = telling.record.document.text
    found: list[list[Range]] = [[] for _ in range(2 * len(opposites()))]
    for anchor in telling.anchors:
        start = _from(telling, anchor)
        first = max(0, start - BEHIND)
        for spans, own in zip(found, _spans(text[first : anchor.end], start - first), strict=True):
            spans += [(first + a, first + b) for a, b in own]
    return found


@lru_cache(2048)
def _spans(text: str, start: int) -> tuple[tuple[Range, ...], ...]:
    """The same within a stretch from a place on; what is before it may forbid a wording."""
    patterns = (pattern for pair in opposites() for pattern in pair)
    if not any_opposite().search(text, start):
        return ((),) * (2 * len(opposites()))
    return tuple(tuple(found.span() for found in pattern.finditer(text, start)) for pattern in patterns)


Range = tuple[int, int]
BEHIND = 20
"""Characters before a stretch that are looked at as well."""


def _from(telling: Telling, anchor: Anchor) -> int:
    """Where a stretch begins, with the words that say it where they stand right before: "agreed that …"."""
    cue = telling.statement.cue if telling.statement and telling.statement.said == "yes" else None
    return cue.start if cue and 0 <= anchor.start - cue.end <= 1 else anchor.start


def undone(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """One event that one account tells as done or coming and the other as not: "will attend", "will not"."""
    for one in events(matter, left):
        for other in events(matter, right):
            same = one.type == other.type and stems(one.trigger.exact)[-1:] == stems(other.trigger.exact)[-1:]
            if (
                same
                and (one.status == "negated") != (other.status == "negated")
                and not {one.status, other.status} & {"possible"}
                and not any(_ASKS.search(event.anchor.exact) for event in (one, other))
            ):
                return Clash(
                    "polarity",
                    one.anchor,
                    other.anchor,
                    f"“{flat(one.anchor.exact)}”",
                    f"“{flat(other.anchor.exact)}”",
                )
    return None


_ASKS = re.compile(r"\b(?:how (?:many|much)|whether)\b")
"""What makes of a deed a question: "did not know how many had come"."""


def negated(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """One verb that one account denies of a matter and the other affirms: "never offered", "had offered"."""
    if left.said != "yes" or right.said != "yes" or not {left.number, right.number} <= matter.main:
        return None
    for one, other in ((left, right), (right, left)):
        for verb, barred in _barred(one):
            yes = _affirmed(other, verb)
            if yes and not _affirmed(one, verb):
                a, b = (barred, yes) if one is left else (yes, barred)
                return Clash("polarity", a, b, f"“{clause_of(left, a)}”", f"“{clause_of(right, b)}”")
    return None


def unmade(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """What one account says was not done about a matter and the other tells as done: "has not asked"."""
    if left.said != "yes" or right.said != "yes" or not {left.number, right.number} <= matter.main:
        return None
    if matter.acts:
        return None
    for one, other in ((left, right), (right, left)):
        barred = _not_about(matter, one)
        if barred and not _UNSURE.search(other.text) and _done_about(matter, other):
            yes = other.anchors[-1]
            return opposed(barred, yes, swapped=one is right)
    return None


def _not_about(matter: Matter, telling: Telling) -> Anchor | None:
    """Where a past deed right at the topic is negated: "the extradition was not discussed"."""
    text = telling.record.document.text
    for anchor in telling.anchors:
        for found in _NOT_PAST.finditer(text, anchor.start, anchor.end):
            for mention in matter.places[telling.number]:
                first, last = sorted(((found.start(), found.end()), (mention.start, mention.end)))
                between = text[first[1] : last[0]]
                passive = found.end() > mention.start and _PASSIVE.match(text, found.end())
                near = len(between) <= (60 if found.end() <= mention.start else 25 if passive else -1)
                if near and not re.search(r"[,;.]| that ", between) and mention not in telling.anchors:
                    return Anchor.of(text, first[0], max(first[1], last[1]))
    return None


def _done_about(matter: Matter, telling: Telling) -> bool:
    """Whether a telling has a deed done about the topic: an event that happened, or its own act."""
    act = telling.statement.act if telling.statement else ""
    return act in ("request", "promise") or any(e.status == "happened" for e in events(matter, telling))


_PASSIVE = re.compile(r"(?<=was not|ere not) \w+(?:ed|en|wn|ught|ade|aid|ept|ent)\b|(?: yet| ever)? been \w+")
_NOT_PAST = re.compile(
    r"\b(?:has|have|had|did|was|were) (?:not|never)\b"
    r"(?! (?:yet|only|until|needed|need|wanted|want|required|know|clear)\b)"
    r"|\b(?:has|have|had|did|was|were)n[’']t\b"
)
_UNSURE = re.compile(
    r"\b(?:not|never|no|nor|n[’']t|den(?:y|ies|ied)|if|would|could|may|might|whether|should|must|until|unless)\b"
)


def _barred(telling: Telling) -> Iterator[tuple[str, Anchor]]:
    """The verbs in the past that a telling says were not done."""
    text = telling.record.document.text
    for anchor in telling.anchors:
        for found in _NOT_DONE.finditer(text, anchor.start, anchor.end):
            yield found.group("verb"), Anchor.of(text, *found.span())


def _affirmed(telling: Telling, verb: str) -> Anchor | None:
    """Where a telling says that it was done."""
    pattern = re.compile(
        rf"\b(?:{'|'.join(_HELPERS)}) (?:been )?{re.escape(verb)}\b|^\W*\w+ {re.escape(verb)}\b"
    )
    text = telling.record.document.text
    for anchor in telling.anchors:
        found = pattern.search(anchor.exact)
        if found:
            return Anchor.of(text, anchor.start + found.start(), anchor.start + found.end())
    return None


_HELPERS = ("has", "have", "had", "was", "were")
_NOT_DONE = re.compile(
    r"\b(?:has|have|had|was|were) (?:never|not) (?:yet |ever )?(?:been )?"
    r"(?P<verb>[a-z]{3,}(?:ed|en|wn|ught|ade|old|aid|ept|ent))\b"
)


def none(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """None on one side, a figure or a deed on the other: "no jobs will be lost", "120 posts will be cut"."""
    for one, other in ((left, right), (right, left)):
        nothing = _nothing(matter, one)
        if nothing is None or _nothing(matter, other) or other.said != "yes" or one.said != "yes":
            continue
        if _of_another_deed(nothing, one, other):
            continue
        heads = set(stems(_head(nothing.exact)))
        figures = [a for a in held(other) if (a.value or a.low or 0) > 0 and _counts(a, heads, other, matter)]
        if len(figures) == 1 or (figures and other.number in matter.main):
            figure = figures[0].anchor
            return opposed(nothing, figure, swapped=one is right)
    return None


def _of_another_deed(nothing: Anchor, one: Telling, other: Telling) -> bool:
    """Whether what nobody does is told at length, and the other tells nothing of it.

    >>> # "No student will face disciplinary action" against "200 students are in the building"
    """
    text = one.record.document.text
    end = next((a.end for a in one.anchors if a.covers(nothing)), nothing.end)
    rest = {
        w for w in stems(re.split(r"[,.;\n]| (?:and|but) that ", text[nothing.end : end])[0]) if len(w) > 3
    } - common()
    return len(rest) >= FEW and not rest & _content(other)


def _counts(amount: Amount, heads: set[str], telling: Telling, matter: Matter) -> bool:
    """Whether a figure is of what the other says there is none of: "120 posts" of "no jobs"."""
    if amount.currency or money(amount) or amount.unit == "%":
        text, (start, end) = telling.record.document.text, (amount.anchor.start, amount.anchor.end)
        return bool(heads & set(stems(f"{text[max(0, start - BESIDE) : start]} {text[end : end + BESIDE]}")))
    own = set(stems(matter.label)) | set(matter.key) | heads
    return bool(set(stems(amount.of or amount.text)) & own)


BESIDE = 25
"""Characters between a sum and what it is the price of."""


def _head(what: str) -> str:
    """What there is none of, without what hangs on it: "deal" of "deal on cod"."""
    return re.split(r" (?:on|about|for|in|with|from|at|by|against|over|under)\b", what)[0]


_RULE = re.compile(r" (?:may|must|should|shall)\b")
"""What makes of "no" a rule and no fact: "no ferry may leave"."""


def _nothing(matter: Matter, telling: Telling) -> Anchor | None:
    """Where a telling says that there is none: "no jobs", "not a single shell"."""
    text = telling.record.document.text
    own = set(stems(matter.label)) | set(matter.key)
    for anchor in telling.anchors:
        for found in none_of().finditer(text, anchor.start, anchor.end):
            ruled = _RULE.search(found.group())
            if not ruled and own & set(stems(_head(found.group("what")))):
                return Anchor.of(text, *found.span())
    return None
