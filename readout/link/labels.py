"""The words by which a row goes: its topic, and what else its tellings name that no other row does."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import combinations

from readout.knowledge import load
from readout.knowledge.kin import WORD, kin, stems
from readout.link.alignment import side_named
from readout.link.lexicon import common
from readout.link.matters import Matter
from readout.link.tellings import Telling

LONGEST = 62
"""Characters of a label."""
MOST = 3
"""Parts of a label."""
_SMALL = frozenset({"of", "the", "and", "on", "for", "to", "in", "a", "an", "with"})
_NAME = re.compile(r"(?<=[\w,’'] )(?:[A-Z][\w-]+)(?: (?:of (?:the )?)?[A-Z][\w-]+)*")


def labelled(rows: Sequence[Matter], told: Mapping[int, Telling]) -> list[Matter]:
    """The rows, each with the names and phrases beside its topic that a reader may look for.

    >>> # "jobs" in which both texts speak of the Zeebrugge plant -> "jobs, Zeebrugge plant"
    """
    taken = {stem for row in rows for stem in stems(row.label)}
    labels = [[row.label] for row in rows]
    for source in (_both, _topics, _names):
        for row, parts in sorted(zip(rows, labels, strict=True), key=lambda pair: len(pair[0].places)):
            for part in source(row, told):
                _added(parts, part, taken)
    return [replace(row, label=", ".join(dict.fromkeys(p))) for row, p in zip(rows, labels, strict=True)]


def _added(parts: list[str], part: str, taken: set[str]) -> None:
    """A phrase put beside the others, or in the place of one within it, unless a row has its words."""
    keys = {stem for stem in stems(part) if stem not in _SMALL}
    at = next((n for n, p in enumerate(parts) if set(stems(p)) < keys and " / " not in p), None)
    room = len(", ".join((*parts, part))) <= LONGEST
    if at is not None and len(part.split()) <= FULLER and room:
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


def _both(row: Matter, told: Mapping[int, Telling]) -> Iterator[str]:
    """The phrases that two sides use alike."""
    own = _speaking(row, told)
    for one, other in combinations(own, 2):
        if one.side != other.side:
            yield from _shared(one, other)


def _shared(one: Telling, other: Telling) -> Iterator[str]:
    """The runs of words that two tellings share, the longest first, without small words at their ends."""
    left, right = (list(WORD.finditer(t.text)) for t in (one, other))
    here, there = ([kin(m.group()) for m in found] for found in (left, right))
    runs: list[tuple[int, int]] = []
    for i in range(len(here)):
        for j in range(len(there)):
            if here[i] != there[j] or (i and j and here[i - 1] == there[j - 1]):
                continue
            n = 0
            while i + n < len(here) and j + n < len(there) and here[i + n] == there[j + n]:
                n += 1
            runs += _trimmed(left, here, i, i + n)
    texts = [one.text[left[a].start() : left[b - 1].end()] for a, b in runs]
    yield from sorted(dict.fromkeys(texts), key=lambda t: (-len(t.split()), -len(t)))


def _trimmed(
    words: Sequence[re.Match[str]], keys: Sequence[str], a: int, b: int
) -> Iterator[tuple[int, int]]:
    """A run without what says nothing at its ends; a single word counts where it is a name or long."""
    while a < b and _dull(words[a].group(), keys[a]):
        a += 1
    while a < b and _dull(words[b - 1].group(), keys[b - 1]):
        b -= 1
    name = b - a == 1 and a > 0 and words[a].group()[0].isupper() and not _plain(words[a].group())
    if 1 < b - a < 5 or name:
        yield a, b


def _plain(name: str) -> bool:
    """Whether a single word with a capital names nothing of its own: "Government", "May", "France"."""
    return name.casefold() in _bodies() or name in month_name or name in day_name or bool(side_named(name))


@cache
def _bodies() -> frozenset[str]:
    rows = files("readout.link").joinpath("bare.tsv").read_text("utf-8").splitlines()
    plain = {row.split("\t")[0] for row in rows if not row.startswith("#")}
    return frozenset(plain | {"states", "nation", "prime", "minister", "president", "side", "sides"})


def _dull(word: str, key: str) -> bool:
    return (
        key in _SMALL
        or key in common()
        or len(word) < 3
        or word.endswith("ed")
        or bool(_VERBS.fullmatch(word))
    )


_VERBS = re.compile(
    r"(?:is|are|was|were|be|been|being|has|have|had|will|would|shall|may|might|can|could|should|must|not|no|do|does|did"
    r"|by|at|as|it|its|his|her|our|any|all|but|who|whom|which|until|under|until|before|after|because|during|said|says"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|next|last|today|now|only|also|again|made|make|take|takes|taken|give|gives|given|held|hold|meet|met|agreed?)",
    re.IGNORECASE,
)


def _topics(row: Matter, told: Mapping[int, Telling]) -> Iterator[str]:
    """The other topics of the tellings, the weightiest first; a country only where it comes first."""
    for telling in _few(row, told):
        at = row.places[telling.number][0].start
        inside = [
            (-t.confidence, m.start, t.label)
            for t in telling.record.topics
            for m in t.mentions
            if telling.holds(m) and not (" " in row.label and m.start > at and load().country(t.label))
        ]
        yield from (label for _, _, label in sorted(inside))


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
                    and not _plain(found.group())
                    and not load().country(found.group())
                ):
                    yield found.group()
