"""Matters of the nouns with which clauses begin, and of deeds that one account denies, where no topic is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from readout.knowledge.kin import kin, stems
from readout.link.accounts.telling import Telling
from readout.link.clashes.contrary import Use, uses
from readout.link.clashes.typed import clash
from readout.link.lexicon import common, dull, issuing, official, opposite_number, paper, small_words
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor

SURE = 0.55
"""How sure a matter is that a noun makes with which a clause begins."""
BOTH = 2
"""Words that two tellings share at least, the noun itself among them."""
MOST = 60
"""Tellings up to which each is held against each of the other account."""
LONG = 40
"""Words from which a telling is of too much to be of one noun."""


def subjects(found: Sequence[Matter], tellings: Sequence[Telling]) -> list[Matter]:
    """The matters of what two accounts each tell of by one noun: "the pilots", "the border".

    >>> # "The border stays closed to traders" and "urged Chad to reopen the border to traders" -> "border"
    """
    spoken = [t for t in tellings if not t.silent and len(t.text.split()) <= LONG]
    fresh: dict[str, Matter] = {}
    for left, right in combinations(spoken if len(spoken) <= MOST else (), 2):
        if left.side == right.side:
            continue
        pair = {left.number, right.number}
        for noun in {*_nouns(left), *_nouns(right)}:
            if any(pair <= set(m.places) and kin(noun) in m.key for m in (*found, *fresh.values())):
                continue
            matter = _of(noun, left, right)
            if matter is None:
                continue
            matter.twin = clash(matter, left, right) is not None
            if matter.twin or not any(pair <= set(m.places) for m in found):
                fresh.setdefault(noun, matter)
        both = (m for m in (*found, *fresh.values()) if pair <= set(m.places))
        if left.record is not right.record and not any(clash(m, left, right) for m in both):
            denied = next(_denied(left, right), None)
            if denied is not None and clash(denied, left, right):
                fresh.setdefault(denied.label, denied)
    return list(fresh.values())


def _nouns(telling: Telling) -> Iterator[str]:
    """The nouns with which the clauses of a telling begin."""
    for match in _SUBJECT.finditer(telling.text):
        noun = match.group("noun")
        kinds = (official(), issuing(), opposite_number(), paper())
        plain = kin(noun) in common() | small_words("measure") or noun in dull() or noun in _NONE
        if not plain and not any(kind.search(noun) for kind in kinds):
            yield noun


_NONE = frozenset(
    {"there", "they", "this", "that", "these", "those", "nothing", "nobody", "everything", "which", "what"}
)
_SUBJECT = re.compile(
    r"(?:^[\"“‘]?(?:[Tt]hat )?|\band (?:that )?)"
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Aa]ll|[Bb]oth|[Nn]o|[\d,]+) )"
    r"(?:[A-Z]?[a-z-]+ )??(?P<noun>[a-z]{4,}) "
    r"(?:(?:of|in|on|at|from|to) (?:the )?[\w’'-]+ )?"
    r"(?:has|have|had|was|were|is|are|will|would|must|should|may|stays?|lay|lies|stood|came|went|took|gave|[a-z]+ed)\b"
)


def _of(noun: str, left: Telling, right: Telling) -> Matter | None:
    """A matter of a noun where both tell of it, and share another word beside it."""
    places = {t.number: [_at(t, noun)] for t in (left, right)}
    if any(place[0] is None for place in places.values()):
        return None
    if len(_content(left) & _content(right) | {kin(noun)}) < BOTH:
        return None
    held = {number: [place[0]] for number, place in places.items() if place[0] is not None}
    return Matter(noun, (kin(noun),), SURE, "", held, set(held))


def _at(telling: Telling, noun: str) -> Anchor | None:
    """Where a telling names what a noun names: "the police", "wagons"."""
    text = telling.record.document.text
    for anchor in telling.anchors:
        for word in re.finditer(r"\b[a-z]{4,}\b", anchor.exact):
            if kin(word.group()) == kin(noun):
                return Anchor.of(text, anchor.start + word.start(), anchor.start + word.end())
    return None


def _content(telling: Telling) -> set[str]:
    return {word for word in stems(telling.text) if len(word) > 3 and word not in common()}


def _denied(left: Telling, right: Telling) -> Iterator[Matter]:
    """A deed that one account says was not done, and the other tells of in words of one root.

    >>> # "Nobody has been threatened with dismissal" and "threatened to dismiss them" -> "dismissal"
    """
    if left.said != "yes" or right.said != "yes":
        return
    for one, other in permutations((left, right)):
        there = {use.root: use for use in uses(other.text) if not use.barred}
        alike = [use for use in uses(one.text) if use.root in there]
        barred = [use for use in alike if use.barred]
        if barred and len({use.root for use in alike}) + _one_name(one, other) >= BOTH:
            word = max((one.text[use.start : use.stop] for use in barred), key=_noun_like)
            beside = next((u.root for u in alike if u.root != _root_of(word, barred, one)), "")
            held = {t.number: [max(t.anchors, key=lambda a: a.end - a.start)] for t in (left, right)}
            yield Matter(word, (beside or "deed",), SURE, "", held, set(held), twin=True)


def _one_name(one: Telling, other: Telling) -> bool:
    """Whether two tellings name one thing by a name."""
    here, there = (set(re.findall(r"\b[A-Z][a-z]{3,}\b", t.text)) for t in (one, other))
    return bool(here & there)


def _root_of(word: str, barred: Sequence[Use], telling: Telling) -> str:
    return next((use.root for use in barred if telling.text[use.start : use.stop] == word), "")


def _noun_like(word: str) -> int:
    """How much a word looks like a noun of a deed: "dismissal" before "threatened"."""
    return 0 if word.endswith("ed") else 2 if word.endswith(("al", "ion", "ment", "ance", "ence")) else 1
