"""The words by which a row goes: its topic, and what else its tellings name that no other row does."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from readout.knowledge.kin import WORD, kin, stems
from readout.link.alignment import side_named
from readout.link.lexicon import common
from readout.link.matters import Matter
from readout.link.tellings import Telling

LONGEST = 62
"""Characters of a label."""
MOST = 4
"""Parts of a label."""
_SMALL = frozenset({"of", "the", "and", "on", "for", "to", "in", "a", "an", "with"})
_NAME = re.compile(r"(?<=[\w,’'] )(?:[A-Z][\w-]+)(?: (?:of (?:the )?)?[A-Z][\w-]+)*")


def labelled(rows: Sequence[Matter], told: Mapping[int, Telling]) -> list[Matter]:
    """The rows, each with the names and phrases beside its topic that a reader may look for.

    >>> # "jobs" in which both texts speak of the Zeebrugge plant -> "jobs, Zeebrugge plant"
    """
    taken = {stem for row in rows for stem in stems(row.label)}
    found: list[Matter] = []
    for row in rows:
        parts = [row.label]
        for part in _parts(row, told):
            keys = {stem for stem in stems(part) if stem not in _SMALL}
            at = next((n for n, p in enumerate(parts) if set(stems(p)) < keys and " / " not in p), None)
            if at is not None and len(part.split()) <= FULLER:
                parts[at] = part
            elif keys and not keys <= taken and len(parts) < MOST:
                parts.append(part)
            if len(", ".join(parts)) > LONGEST and len(parts) > 1:
                parts.pop()
            taken |= {stem for p in parts for stem in stems(p)}
        found.append(replace(row, label=", ".join(dict.fromkeys(parts))))
    return found


FULLER = 3
"""Words of a phrase that may take the place of one within it: "permanent seat" for "seat"."""


def _parts(row: Matter, told: Mapping[int, Telling]) -> Iterator[str]:
    """What may stand beside a topic: phrases that both sides use, then topics and names of its tellings."""
    spoken = [told[n] for n in sorted(row.main) if n in told and n in row.places]
    own = spoken or [told[n] for n in sorted(row.places) if n in told]
    sides = {telling.side for telling in own}
    for one in own:
        for other in own:
            if one.side < other.side:
                yield from _shared(one, other)
    if len(sides) > 1 and any(t.silent for t in own):
        own = [t for t in own if not t.silent]
    for telling in own:
        yield from _topics(telling)
    for telling in own:
        yield from _names(telling)


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
    r"|next|last|today|now|only|also|again|made|make|take|takes|taken|give|gives|given|held|hold|meet|met|agreed?)",
    re.IGNORECASE,
)


def _topics(telling: Telling) -> Iterator[str]:
    inside = [
        (-t.confidence, m.start, t.label)
        for t in telling.record.topics
        for m in t.mentions
        if telling.holds(m)
    ]
    yield from (label for _, _, label in sorted(inside))


def _names(telling: Telling) -> Iterator[str]:
    """Names within a telling that are no person, date or country."""
    people = [m for a in telling.record.actors if a.kind == "person" for m in a.mentions]
    beside = [
        *((m.start, m.end) for m in people),
        *((w.anchor.start, w.anchor.end) for w in telling.record.whens),
    ]
    for anchor in telling.anchors:
        for found in _NAME.finditer(anchor.exact):
            start, end = anchor.start + found.start(), anchor.start + found.end()
            if not any(first < end and start < last for first, last in beside) and not _plain(found.group()):
                yield found.group()
