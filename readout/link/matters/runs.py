"""The words that two tellings share: runs that begin and end with something said."""

from __future__ import annotations

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from readout.knowledge.kin import WORD, kin
from readout.link.accounts.telling import Telling
from readout.link.lexicon import common, small, small_words
from readout.link.matters.alignment import side_named


def shared(one: Telling, other: Telling) -> Iterator[str]:
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
            runs += _trimmed(left, here, i, i + n) if n <= MOST else _parts(left, here, i, i + n)
    runs = [(a, b) for a, b in runs if not any(_joining().fullmatch(left[k].group()) for k in range(a, b))]
    texts = [_ACTED.sub("", one.text[left[a].start() : left[b - 1].end()]) for a, b in runs]
    yield from sorted(dict.fromkeys(texts), key=lambda t: (-len(t.split()), -len(t)))


MOST = 5
"""Words from which a run is told in its parts."""


def _parts(words: Sequence[re.Match[str]], keys: Sequence[str], a: int, b: int) -> Iterator[tuple[int, int]]:
    """The phrases of a long run, cut where a small word stands: "lead", "taps of Easton"."""
    cuts = [a - 1, *(k for k in range(a, b) if words[k].group() in _CUTS), b]
    for before, after in pairwise(cuts):
        yield from ((first, last) for first, last in _trimmed(words, keys, before + 1, after))
        led = before >= 0 and words[before].group() in _CUTS
        if led and after - before == 2 and not _dull(words[before + 1].group(), keys[before + 1]):
            yield before + 1, after


_CUTS = frozenset(
    [*("in", "on", "at", "for", "with", "from", "to", "by", "and", "the", "a", "an", "of", "between"),
     *("through", "across", "into", "over", "under", "along")]
)  # fmt: skip
_ACTED = re.compile(r"^[a-z]+ (?:the|an?) (?=\w)")
"""What is done with a thing, before it: "close the dam"."""


def _trimmed(
    words: Sequence[re.Match[str]], keys: Sequence[str], a: int, b: int
) -> Iterator[tuple[int, int]]:
    """A run without what says nothing at its ends; a single word counts where it is a name or long."""
    while a < b and _dull(words[a].group(), keys[a]):
        a += 1
    while a < b and _dull(words[b - 1].group(), keys[b - 1]):
        b -= 1
    name = b - a == 1 and a > 0 and words[a].group()[0].isupper() and not plain(words[a].group())
    if 1 < b - a < 5 or name:
        yield a, b


def plain(name: str) -> bool:
    """Whether a single word with a capital names nothing of its own: "Government", "May", "France"."""
    return name.casefold() in _bodies() or name in month_name or name in day_name or bool(side_named(name))


@cache
def _bodies() -> frozenset[str]:
    rows = files("readout.link").joinpath("bare.tsv").read_text("utf-8").splitlines()
    plain = {row.split("\t")[0] for row in rows if not row.startswith("#")}
    return frozenset(plain | small_words("bare"))


def _dull(word: str, key: str) -> bool:
    return (
        key in small_words("phrase")
        or key in common()
        or len(word) < 3
        or word.endswith("ed")
        or word in _CALENDAR
        or bool(_joining().fullmatch(word))
    )


_CALENDAR = frozenset({*day_abbr, *day_name, *month_abbr, *month_name, "Sept"})


@cache
def _joining() -> re.Pattern[str]:
    """Words with which no shared phrase names a matter."""
    return re.compile("|".join(small()["joining"]["words"]), re.IGNORECASE)
