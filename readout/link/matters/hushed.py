"""On what a silence is: the matter that goes by its first noun, or what is told in its words."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from readout.knowledge.kin import stems
from readout.link.accounts.telling import Telling
from readout.link.lexicon import common, dull, table, unnamed
from readout.link.matters.matter import Matter, widest

SURE = 0.6
"""How sure a matter is that a silence and a telling of the other account make."""


def hushed(found: list[Matter], tellings: Sequence[Telling]) -> None:
    """Let each silence be about what the other account speaks of under its first noun, and of nothing else.

    >>> # "made no mention of the helicopter that fishers saw over the trawler" -> the helicopter
    """
    for silence in [t for t in tellings if t.silent]:
        named = phrase_of(silence.text)
        if not named or unnamed().fullmatch(silence.text):
            continue
        spoken = [t for t in tellings if not t.silent and t.side != silence.side]
        numbers = {t.number for t in spoken}
        own = set(stems(named)) | set(stems(of_what(silence.text)))
        right = [m for m in found if m.key[-1] in own and _fits(m, own) and numbers & set(m.places)]
        if right:
            _moved(found, right, silence, own)
        elif not any(numbers & m.main for m in found if silence.number in m.places and set(m.key) & own):
            _told(found, silence, of_what(silence.text) or named, spoken)


def phrase_of(text: str) -> str:
    """The first noun of a silence with what narrows it; "" where it names nothing.

    >>> phrase_of("the 35-hour week in his remarks")
    '35-hour week'
    """
    match = _PHRASE.match(text)
    words = match.group("what").strip() if match else ""
    last = words.split()[-1:] or [""]
    empty = {"", *table()["silent"]["empty"], *dull()}
    return "" if last[0].casefold() in empty or last[0].casefold().removesuffix("s") in empty else words


def of_what(text: str) -> str:
    """What the first noun of a silence is of: "mooring posts" of "the state of the mooring posts"."""
    lead = _PHRASE.match(text)
    rest = _OF.match(text, lead.end("what")) if lead else None
    found = _PHRASE.match(text, rest.end()) if rest else None
    words = found.group("what").split() if found else []
    return " ".join(word for word in words if not word.endswith(("'s", "’s")))


_OF = re.compile(r"\s*of ")
_PHRASE = re.compile(
    r"(?:(?:that|the|any|this|these|those|its|their|his|her|a|an|all|what|\d+) )*"
    r"(?P<what>(?:(?!(?:that|which|who|whom|whose|where|when|whether|how|why|if|of|in|on|at|with|from|for|to|by|over|under"
    r"|as|has|had|have|is|are|was|were|will|would|could|may|during|after|before|since|between|among|against|about|and|or"
    r"|near|off)\b)[\w’'-]+ ?){1,4})"
)


def _fits(matter: Matter, own: Set[str]) -> bool:
    """Whether a matter is no narrower than what is named, or is named by some of the same words."""
    return not set(matter.key[:-1]) - own or len(own) == 1 or len(set(matter.key) & own) > 1


def _moved(found: Sequence[Matter], right: Sequence[Matter], silence: Telling, own: Set[str]) -> None:
    """Put a silence where it belongs, and take it from matters that only stand beside its noun."""
    for matter in right:
        matter.places.setdefault(silence.number, [widest(silence)])
        matter.main.add(silence.number)
    for matter in found:
        beside = silence.number in matter.places and not set(matter.key) & own
        if beside and matter not in right and len(matter.places) > 1:
            matter.places.pop(silence.number)
            matter.main.discard(silence.number)


def _told(found: list[Matter], silence: Telling, named: str, spoken: Sequence[Telling]) -> None:
    """Let a silence be about the telling that has its noun, or two more of its words."""
    head, words = stems(named)[-1], _content(silence.text)
    close = [(head in stems(t.text), len(words & _content(t.text)), t) for t in spoken]
    near = max(close, key=lambda c: c[:2], default=None)
    if near is None or not (near[1] >= ALIKE or (near[0] and near[1] and len(head) > LEAST)):
        return
    about = [m for m in found if near[2].number in m.main and set(m.key) & words]
    if about:
        _moved(found, about, silence, set(stems(named)))
    else:
        places = {t.number: [widest(t)] for t in (silence, near[2])}
        mine = [m for m in found if set(m.places) == {silence.number}]
        for matter in mine:
            found.remove(matter)
        fresh = Matter(named, stems(named), SURE, "", places, set(places))
        found.append(fresh)
        _moved(found, [fresh], silence, set(stems(named)))


ALIKE = 2
"""Words that a silence shares with what it is about."""
LEAST = 3
"""Letters that the noun of a silence has more of, where nothing else is shared."""


def _content(text: str) -> set[str]:
    return {word for word in stems(text) if len(word) > 3 and word not in common()}
