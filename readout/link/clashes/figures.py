"""Figures of two tellings held against each other: amounts of one thing, lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, product
from math import inf

from readout.knowledge.kin import kin, stems
from readout.link.accounts.sides import load_names
from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash, flat
from readout.link.clashes.deeds import one_deed, other_deed
from readout.link.clashes.prices import held, part, priced
from readout.link.clashes.units import Span, compared, money, span_of
from readout.link.lexicon import common, numbers, pieces, small, small_words, tolls
from readout.link.matters.matter import Matter
from readout.model.amount import Amount
from readout.model.anchor import Anchor


def amounts(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    pairs = [
        (a, b)
        for a, b in comparable(matter, left, right)
        if not (_elsewhere(left, right, a, b) or part(left, a) or part(right, b))
    ]
    pairs = [
        _people(a, b)
        for a, b in pairs
        if not (_other_kind(a, b) or _wished(left, a, right, b) or other_deed(left, a, right, b))
        and _one_point(left, a, right, b)
    ]
    verdicts = [(compared(span_of(a), span_of(b)), a, b) for a, b in pairs]
    settled = {_measure(a) for verdict, a, _ in verdicts if verdict is True}
    for verdict, a, b in verdicts:
        alike = _rate(left, a) == _rate(right, b) and _aimed(left, a) == _aimed(right, b)
        if verdict is False and alike and not _far(a, b) and _measure(a) not in settled and not _halves(a, b):
            return Clash("amount", a.anchor, b.anchor, flat(a.text), flat(b.text))
    return None


def _far(one: Amount, other: Amount) -> bool:
    """Whether two sums are so far apart that they are no two figures of one thing."""
    sums = sorted(amount.value or 0 for amount in (one, other))
    return bool(one.currency) and sums[0] > 0 and sums[1] > FAR * sums[0]


FAR = 20
"""How many times the one sum may be the other."""


def _people(one: Amount, other: Amount) -> tuple[Amount, Amount]:
    """Two counts as counts of people, where one is: "9,000 refugees", "put their number at 4,000"."""
    units = {one.unit, other.unit}
    if money(one) or money(other):
        return one, other
    if units == {None, "person"} and not (one.currency or other.currency):
        return replace(one, unit="person"), replace(other, unit="person")
    return one, other


def _other_kind(one: Amount, other: Amount) -> bool:
    """Whether two counts are of two kinds of one thing: "24 sleeping cars", "12 dining cars"."""
    if not _one_people(one, other):
        return True
    here, there = stems(one.of or ""), stems(other.of or "")
    if len(here) < 2 or len(there) < 2 or here[-1] != there[-1] or one.unit or other.unit:
        return False
    return not set(here[:-1]) & set(there[:-1])


def _measure(amount: Amount) -> str:
    """In what a figure is told; where the accounts share one in metres, those in kroner may still clash."""
    span = span_of(amount)
    return span.kind if span and span.kind not in ("", "person") else "count"


def same_figure(one: Amount, other: Amount) -> bool:
    """Whether two figures are the very same, and no small count that two things may share."""
    there = one.value is not None and one.value == other.value
    telling = bool(one.currency or one.unit) or (one.value or 0) >= ROUND
    return there and telling and (one.currency, one.unit) == (other.currency, other.unit)


ROUND = 100
"""From what count on two equal ones are taken for one figure."""


def _elsewhere(left: Telling, right: Telling, one: Amount, other: Amount) -> bool:
    """Whether the other account gives a figure too, so that it is no rival of this pair's other figure."""
    if same_figure(one, other) or left.record is right.record:
        return False
    return any(_same_count(one, a) for a in right.record.amounts) or any(
        _same_count(other, a) for a in left.record.amounts
    )


def _same_count(one: Amount, other: Amount) -> bool:
    """Whether two figures are the same, or count as many of one noun: "11 Greek cooks", "the 11 cooks"."""
    if same_figure(one, other):
        return True
    return bool(one.value and one.of and other.of) and one.value == other.value and _noun(one) == _noun(other)


def _wished(left: Telling, one: Amount, right: Telling, other: Amount) -> bool:
    """Whether a figure is but asked for or offered, and not by one party in both accounts."""
    asked = _asked_for(left, one) or _asked_for(right, other)
    return asked and not one_deed(left, one, right, other)


def _asked_for(telling: Telling, amount: Amount) -> bool:
    """Whether a figure is but asked for: "wanted at least 50 observers"."""
    start, statement = amount.anchor.start, telling.statement
    before = re.split(r"[.;\n]", telling.record.document.text[max(0, start - 60) : start])[-1]
    cue = statement.cue.exact if statement and statement.cue else ""
    request = statement is not None and statement.act == "request" and "invit" not in cue
    first = request and start - telling.anchors[0].start < NEAR
    return first or bool(_wanted().search(before))


NEAR = 12
"""Characters from the start of a demand to the figure that it is for."""


@cache
def _wanted() -> re.Pattern[str]:
    verbs, between = ("|".join(small()["wanted"][kind]) for kind in ("words", "between"))
    return re.compile(rf"\b(?:{verbs}) (?:(?:{between}) )*$", re.IGNORECASE)


def _one_point(left: Telling, one: Amount, right: Telling, other: Amount) -> bool:
    """Whether two figures are no distances from two points: "4 miles off Malta", "7 miles south of Gozo"."""
    here, there = _bearing(left, one), _bearing(right, other)
    return here == there or not (here or there)


def _bearing(telling: Telling, amount: Amount) -> tuple[str, ...]:
    """The point from which a distance is told: "off Malta"."""
    span = span_of(amount)
    after = telling.record.document.text[amount.anchor.end : amount.anchor.end + 50]
    words = stems(re.split(r"[.;,\n]", after)[0])[:4] if span and span.kind == "km" else ()
    return words if words and words[0] in small_words("bearing") else ()


def _aimed(telling: Telling, amount: Amount) -> bool:
    """Whether a figure is a level that something is to rise or fall to: "raise it to $90 million"."""
    start = amount.anchor.start
    before = re.split(r"[.;\n]", telling.record.document.text[max(0, start - 60) : start])[-1]
    return bool(_aim().search(before))


@cache
def _aim() -> re.Pattern[str]:
    verbs, nouns = ("|".join(small()["aim"][kind]) for kind in ("verbs", "nouns"))
    return re.compile(
        rf"\b(?:to|will|would|shall|should) (?:be )?(?:{verbs})d?\b[^,;]{{0,45}}$"
        rf"|\b(?:{nouns}) of (?:\w+ )?$",
        re.IGNORECASE,
    )


def _halves(one: Amount, other: Amount) -> bool:
    """Whether two shares make a whole: "55 per cent" of the one and "45 per cent" of the other."""
    return one.unit == other.unit == "%" and (one.value or 0) + (other.value or 0) == 100


def comparable(matter: Matter, left: Telling, right: Telling) -> list[tuple[Amount, Amount]]:
    """The figures of two tellings that are of one thing: of the topic itself, or of the same noun."""
    own, other = list(_figures(matter, left)), list(_figures(matter, right))
    pairs = [(a, b) for a in own for b in other if _counted(a, matter) == _counted(b, matter)]
    if not pairs:
        pairs = [(a, b) for a in held(left) for b in held(right) if _alike_counts(a, b)]
    if not pairs:
        pairs = tolled(left, right) or _measured(left, right) or _pieces(left, right)
    if not pairs:
        pairs = [(a, b) for a, b in product(*_only_figures(matter, left, right))]
    if not any(a.currency and b.currency for a, b in pairs):
        pairs = [*pairs, *priced(matter, left, right)]
    return pairs


def tolled(left: Telling, right: Telling) -> list[tuple[Amount, Amount]]:
    """The only numbers of dead, or of wounded, in both: "killed eleven workers", "two people died"."""
    found: list[tuple[Amount, Amount]] = []
    for pattern in tolls():
        own, other = ([a for a in held(t) if _fell(pattern, t, a)] for t in (left, right))
        if len(own) == 1 and len(other) == 1 and _one_people(own[0], other[0]):
            found.append((replace(own[0], unit="person"), replace(other[0], unit="person")))
    return found


def _one_people(one: Amount, other: Amount) -> bool:
    """Whether two counts are not of two countries' people."""
    here, there = (set(load_names(amount.text)) for amount in (one, other))
    return not here or not there or bool(here & there)


def _fell(pattern: re.Pattern[str], telling: Telling, amount: Amount) -> bool:
    """Whether a count of people stands beside a word for their fate, in its part of the sentence."""
    if amount.currency or amount.unit not in (None, "person"):
        return False
    text, anchor = telling.record.document.text, amount.anchor
    before = re.split(r"[,;.]| and ", text[max(0, anchor.start - 40) : anchor.start])[-1]
    after = re.split(r"[,;.]| and ", text[anchor.end : anchor.end + 40])[0]
    return bool(pattern.search(before) or pattern.search(anchor.exact) or pattern.search(after))


def _measured(left: Telling, right: Telling) -> list[tuple[Amount, Amount]]:
    """The only figures of one unit in both: of what is measured in tonnes, or what falls "to 5 per cent"."""
    kinds = [[(_kind(t, a), a) for a in held(t) if _kind(t, a)] for t in (left, right)]
    return [
        (a, b)
        for (kind, a), (there, b) in product(*kinds)
        if kind == there and all([k for k, _ in several].count(kind) == 1 for several in kinds)
    ]


def _kind(telling: Telling, amount: Amount) -> tuple[str, str] | None:
    """The unit of a figure, for shares and money with the word that leads to it: (to, %)."""
    span = span_of(amount)
    if span is None or span.kind in ("", "person"):
        return None
    if not amount.currency and amount.unit != "%":
        return "", span.kind
    before = telling.record.document.text[: amount.anchor.start].split()[-1:]
    return (before[0], span.kind) if before and before[0] in ("to", "by", "at") else None


def _pieces(left: Telling, right: Telling) -> list[tuple[Amount, Amount]]:
    """The only counts of two tellings, one of pieces: "37,500 crabs", "a crab catch of 50,000 animals"."""
    one, other = (
        [a for a in held(t) if not a.currency and a.unit in (None, "person")] for t in (left, right)
    )
    if len(one) != 1 or len(other) != 1 or _noun(one[0]) == _noun(other[0]):
        return []
    bare = (_noun(one[0]) in pieces() and _noun(other[0]) in stems(left.text)) or (
        _noun(other[0]) in pieces() and _noun(one[0]) in stems(right.text)
    )
    return [(one[0], other[0])] if bare else []


def _alike_counts(one: Amount, other: Amount) -> bool:
    """Whether two figures count the same noun; sums of money and shares need one that both name."""
    if one.currency or other.currency or one.unit == "%" or other.unit == "%":
        return bool(one.of and other.of) and _noun(one) == _noun(other)
    return _noun(one) == _noun(other) and _noun(one).isalpha()


def _noun(amount: Amount) -> str:
    return stems(amount.of or amount.text)[-1]


def _counted(amount: Amount, matter: Matter) -> str:
    """What a figure counts: "" where it is of the topic or measures it, else its noun."""
    if amount.of is None or amount.currency or amount.unit not in (None, "person"):
        return ""
    return "" if set(stems(amount.of)) & set(matter.key) else _noun(amount)


def _only_figures(matter: Matter, left: Telling, right: Telling) -> tuple[list[Amount], list[Amount]]:
    """The one figure of each telling, where both say the same thing of the matter with it.

    >>> # "approved 85 million for the tunnel" and "60 million had been approved for the tunnel"
    """
    pairs = [[a for a in t.record.amounts if t.holds(a.anchor)] for t in (left, right)]
    about = any(t.number in matter.main for t in (left, right))
    own = matter.key[:-1] if len(matter.key) > 1 and matter.key[-1] in _compounds() else matter.key
    shared = _words(left, pairs[0]) & _words(right, pairs[1]) - set(own)
    if not (about and shared and all(len(found) == 1 for found in pairs)):
        return [], []
    nouns = [set(stems(found[0].of or "")) - pieces() for found in pairs]
    named = set(stems(matter.label)) | set(matter.key)
    if all(nouns) and not nouns[0] & nouns[1] and not all(own & named for own in nouns):
        return [], []
    return pairs[0], pairs[1]


@cache
def _compounds() -> frozenset[str]:
    """Stems of nouns that a topic takes with it where they stand behind it."""
    return frozenset(map(kin, small_words("compound")))


def _words(telling: Telling, amounts: Sequence[Amount]) -> set[str]:
    """What a telling says beside its figures, short and common words left out."""
    text = telling.text
    for amount in amounts:
        text = text.replace(flat(amount.text), " ")
    words = {word for word in stems(text) if len(word) > 3 and word not in common()}
    return words | {word[:-3] for word in words if word.endswith("ing") and len(word) > 6}


def _figures(matter: Matter, telling: Telling) -> Iterator[Amount]:
    """The figures of a telling that count or measure the topic itself."""
    amounts = [a for a in telling.record.amounts if telling.holds(a.anchor)]
    for amount in amounts:
        counted = stems(amount.of or "") or _put_at(telling, amount) or stems(amount.text)
        same = bool(counted) and matter.key[-1] in counted
        places = [m for m in matter.places[telling.number] if m not in telling.anchors]
        near = any(_beside(telling, amount, mention, matter.key) for mention in places)
        if same or near:
            yield amount


def _put_at(telling: Telling, amount: Amount) -> tuple[str, ...]:
    """What a bare figure is said to be the number of: "put the number of refugees at 4,000"."""
    start = amount.anchor.start
    found = _NUMBER_OF.search(telling.record.document.text[max(0, start - 60) : start])
    return stems(found.group("what")) if found else ()


_NUMBER_OF = re.compile(
    r"\b(?:number|count|total|toll) of (?P<what>(?:[\w’'-]+ ){1,3})(?:at|as|was|is|to be) $"
)


def _beside(telling: Telling, amount: Amount, mention: Anchor, key: Sequence[str]) -> bool:
    """Whether a figure stands right at the topic: "3 million kroner of aid"."""
    if amount.anchor.overlaps(mention):
        return True
    first, second = sorted((amount.anchor, mention))
    between = telling.record.document.text[first.end : second.start].split()
    return len(between) <= 5 and all(
        word.casefold().strip(",") in small_words("beside")
        or kin(word) in key
        or (word[0].isupper() and not word.endswith(","))
        for word in between
    )


def _rate(telling: Telling, amount: Amount) -> str:
    """The time that a figure is for: "a year", "per month"."""
    after = telling.record.document.text[amount.anchor.end : amount.anchor.end + 40].casefold()
    for word in ("year", "month", "week", "day"):
        if f"a {word}" in after[:30] or f"per {word}" in after[:30] or f"{word}ly" in after[:12]:
            return word
    return ""


def counts(matter: Matter, left: Telling, right: Telling) -> Clash | None:
    """Two numbers in words of the topic itself: "two open chapters", "no fewer than five chapters"."""
    one, other = _numbered(matter, left), _numbered(matter, right)
    if one is None or other is None or compared(one[1], other[1]) is not False:
        return None
    read = ((a, b) for a in _read(left, one[0]) for b in _read(right, other[0]))
    if any(_elsewhere(left, right, a, b) or _other_kind(a, b) for a, b in read):
        return None
    return Clash("amount", one[0], other[0], flat(one[0].exact), flat(other[0].exact))


def _read(telling: Telling, anchor: Anchor) -> list[Amount]:
    return [amount for amount in telling.record.amounts if amount.anchor.overlaps(anchor)]


def _numbered(matter: Matter, telling: Telling) -> tuple[Anchor, Span] | None:
    """The one number that stands right before the topic, with its bound."""
    text = telling.record.document.text
    found: list[tuple[Anchor, Span]] = []
    for anchor in telling.anchors:
        spans = (pattern.finditer(text, anchor.start, anchor.end) for pattern in (_NUMBERED, _ONE_MORE))
        for match in chain.from_iterable(spans):
            if not set(matter.key) <= set(stems(match.group("what"))):
                continue
            number = _number(match.group("count").casefold())
            least, most = (match.groupdict().get(bound) for bound in ("least", "most"))
            span = Span(0.0 if most else number, inf if least else number, "")
            found.append((Anchor.of(text, *match.span()), span))
    return found[0] if len(found) == 1 else None


def _number(words: str) -> float:
    """How many: "5", "five", or one where "two planes and a ship" are counted together."""
    return float(words) if words.isdigit() else float(numbers().get(words, 1))


_NUMBERED = re.compile(
    r"\b(?:(?P<least>no fewer than|at least|more than|over)|(?P<most>at most|no more than|fewer than|up to)"
    rf"|only|just)? ?\b(?P<count>\d+|{'|'.join(numbers())}) (?P<what>(?:[a-z-]+ ){{0,2}}?[a-z-]+)"
    r"(?= (?:were|was|are|is|remain\w*|have|has|had|still|would|will|of|in|on|and|since|during|that|which)\b"
    r"|[,.;”\"]|$)",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(
    rf"\b(?P<count>(?:\d+|{'|'.join(numbers())}) (?:[a-z-]+ ){{1,2}}and an?)"
    r" (?P<what>(?:[a-z-]+ ){0,2}?[a-z-]+)"
    r"(?= (?:were|was|are|is|have|has|had|in|on|at|off|near|since|during|after|that|which)\b|[,.;”\"]|$)",
    re.IGNORECASE,
)
