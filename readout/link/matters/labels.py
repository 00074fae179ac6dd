"""The words by which a row goes: its topic, and what else its tellings name that no other row does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, permutations

from readout.knowledge import load
from readout.knowledge.kin import stems
from readout.link.accounts.telling import Telling
from readout.link.lexicon import codes, common, dull, small_words, table
from readout.link.matters.matter import Matter
from readout.link.matters.runs import plain, shared
from readout.model.account import Conflict

LONGEST = 62
"""Characters of a label."""
MOST = 3
"""Parts of a label."""
_NAME = re.compile(r"(?<=[\w,’'] )(?:[A-Z][\w-]+)(?: (?:of (?:the )?)?[A-Z][\w-]+)*")


def labelled(rows: Sequence[Matter], told: Mapping[int, Telling]) -> list[Matter]:
    """The rows, each with the names and phrases beside its topic that a reader may look for.

    >>> # "jobs" in which both texts speak of the Zeebrugge plant -> "jobs, Zeebrugge plant"
    """
    rows = [replace(row, label=_compound(row, told)) for row in rows]
    taken = {stem for row in rows for stem in stems(row.label)}
    labels = [[row.label] for row in rows]
    for source in (_hushed, _both, _denied, _topics, _names, _nouns):
        for row, parts in sorted(zip(rows, labels, strict=True), key=lambda pair: len(pair[0].places)):
            for part in source(row, told):
                _added(parts, part, taken, fuller=source is _both)
    return [replace(row, label=", ".join(dict.fromkeys(p))) for row, p in zip(rows, labels, strict=True)]


def figured(label: str, conflict: Conflict) -> str:
    """A label with what two clashing figures count, where it names that not: "ship" -> "ship, men".

    >>> # "epidemic" of "had killed 412 people" against "at least 900 dead" -> "epidemic, people"
    """
    if conflict.kind != "amount":
        return label
    for end in (conflict.left, conflict.right):
        nouns = _COUNTED.findall(end.anchor.exact)
        noun = nouns[-1] if nouns else ""
        if noun and noun not in dull() - {"people"} and not set(stems(noun)) & small_words("money"):
            whole = f"{label}, {noun}"
            return whole if len(whole) <= LONGEST and not set(stems(noun)) & set(stems(label)) else label
    return label


_COUNTED = re.compile(
    r"\b(?!(?:per|cent|percent|million|billion|about|least|most|more|than|nearly|thousand|hundred|dozen|tons?|tonnes?"
    r"|metres|meters|kilomet\w+|miles|hectares|hours|days|weeks|months|years|dollars|euros)\b)[a-z]{3,}\b"
)


def _compound(row: Matter, told: Mapping[int, Telling]) -> str:
    """A label with the noun that stands behind it everywhere: "power line" for "power"."""
    next_words = {
        found.group(1) if (found := _NEXT.match(told[n].record.document.text, mention.end)) else ""
        for n, mentions in row.places.items()
        if n in told
        for mention in mentions
        if mention not in told[n].anchors
    }
    word = next_words.pop() if len(next_words) == 1 and " " not in row.label else ""
    return f"{row.label} {word}" if word in small_words("compound") else row.label


_NEXT = re.compile(r" ([a-z]+)\b")


def _added(parts: list[str], part: str, taken: set[str], *, fuller: bool) -> None:
    """A phrase put beside the others, or in the place of one within it, unless a row has its words."""
    keys = {stem for stem in stems(part) if stem not in small_words("phrase")}
    if part.casefold() in dull() | small_words("money") or part in codes():
        return
    at = next((n for n, p in enumerate(parts) if set(stems(p)) < keys and " / " not in p), None)
    room = len(", ".join((*parts, part))) <= LONGEST
    if fuller and at is not None and len(part.split()) <= FULLER and room:
        parts[at] = part
    elif keys and at is None and not keys <= taken and len(parts) < MOST and room:
        parts.append(part)
    taken |= {stem for p in parts for stem in stems(p)}


FULLER = 4
"""Words of a phrase that may take the place of one within it: "permanent seat" for "seat"."""


def _speaking(row: Matter, told: Mapping[int, Telling]) -> list[Telling]:
    """The tellings that are about a row first; silences only where there is nothing else."""
    numbers = [n for n in sorted(row.main) if n in told and n in row.places]
    own = [told[n] for n in numbers or sorted(row.places) if n in told]
    return [telling for telling in own if not telling.silent] or own


def _hushed(row: Matter, told: Mapping[int, Telling]) -> Iterator[str]:
    """What a silence of the row is said to be on, where that is a few words: "the training" -> "training"."""
    for telling in (told[n] for n in sorted(row.main) if n in told and told[n].silent):
        found = _on().match(telling.text)
        if found and not set(stems(found.group("what"))) & set(stems(row.label)):
            yield found.group("what")


@cache
def _on() -> re.Pattern[str]:
    empty, ends = ("|".join(table()["silent"][key]) for key in ("empty", "ends"))
    return re.compile(
        rf"(?:(?:that|the|any|this|its|their|his|her|a|an) )*(?!(?:{empty})s?\b)"
        rf"(?P<what>(?![a-z]+ed\b)[\w’'-]{{4,}}(?: (?!(?:{ends})\b)[\w’'-]+){{0,2}})"
    )


def _both(row: Matter, told: Mapping[int, Telling]) -> Iterator[str]:
    """The phrases that two sides use alike."""
    own = _speaking(row, told)
    for one, other in combinations(own, 2):
        if one.side != other.side:
            people = {a.name for t in (one, other) for a in t.record.actors if a.kind == "person"}
            yield from (
                part for part in shared(one, other) if not (_of_people(part, people) or part[0].isdigit())
            )


def _denied(row: Matter, told: Mapping[int, Telling]) -> Iterator[str]:
    """The deed that one side denies and another tells of: "neglected"."""
    own = _speaking(row, told)
    for one, other in permutations(own, 2):
        if one.said == "denied" and other.said == "yes" and one.side != other.side:
            there = set(stems(other.text)) - common()
            yield from (word for word in _DEED.findall(one.text) if set(stems(word)) & there)


_DEED = re.compile(
    r"\b(?!(?:agreed|asked|offered|called|discussed|raised|promised|mentioned|failed|tried)\b)[a-z]{4,}ed\b"
)


def _nouns(row: Matter, told: Mapping[int, Telling]) -> Iterator[str]:
    """The nouns that the only tellings of two sides share: "the bodies"."""
    own = _few(row, told)
    if len(own) == len({telling.side for telling in own}) == 2:
        for one, other in permutations(own):
            there = set(stems(other.text)) - common() - small_words("measure")
            yield from (word for word in _NOUN.findall(one.text) if set(stems(word)) & there)


_NOUN = re.compile(r"\b(?:[Tt]he|a|an|of|its|their|these|\d+|on) ([a-z]{5,})\b(?! (?:of|that)\b)")


def _of_people(part: str, people: set[str]) -> bool:
    """Whether a phrase is but somebody's name, with his title: "Minister Ada Orr"."""
    return any(part.endswith(name) or part in name.split() for name in people)


def _topics(row: Matter, told: Mapping[int, Telling]) -> Iterator[str]:
    """The other topics of the tellings, the weightiest first; a country only where it comes first."""
    sides = {telling.side for telling in told.values()}
    for telling in _few(row, told):
        at = row.places[telling.number][0].start
        inside = [
            (-t.confidence, m.start, t.label)
            for t in telling.record.topics
            for m in t.mentions
            if telling.holds(m) and not _beside_it(t.label, " " in row.label and m.start > at, sides)
        ]
        yield from (label for _, _, label in sorted(inside))


def _beside_it(label: str, late: bool, sides: set[str]) -> bool:
    """Whether a topic is but a country: one whose account is told, or where something goes."""
    country = load().country(label)
    return country is not None and (late or country.iso3 in sides)


def _few(row: Matter, told: Mapping[int, Telling]) -> list[Telling]:
    """The tellings of a row, where they are so few that what they name is the row's."""
    own = _speaking(row, told)
    return own if len(own) <= FEW or len({telling.side for telling in own}) == 1 else []


FEW = 3
"""Tellings of two sides from which on only what both name is a row's."""


def _names(row: Matter, told: Mapping[int, Telling]) -> Iterator[str]:
    """Names within the tellings that are no person, date or country."""
    for telling in _few(row, told):
        people = [m for a in telling.record.actors if a.kind == "person" for m in a.mentions]
        dates = [w.anchor for w in telling.record.whens]
        beside = [*((m.start, m.end) for m in people), *((a.start, a.end) for a in dates)]
        for anchor in telling.anchors:
            for found in _NAME.finditer(anchor.exact):
                start, end = anchor.start + found.start(), anchor.start + found.end()
                if (
                    not any(a < end and start < b for a, b in beside)
                    and not plain(found.group())
                    and not load().country(found.group())
                ):
                    yield found.group()
