"""Which tellings of two accounts speak of the same point: by shared words and names, and by meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import inf, log, sqrt

from readout.knowledge import load
from readout.knowledge.kin import APART, WORD, kin
from readout.link.accounts.sides import holder
from readout.link.accounts.telling import Telling
from readout.link.lexicon import common, marks, official, tolls

Likeness = Callable[[str, str], float]
"""How alike two stretches are in meaning, from -1 to 1; the caller brings it, for linking has no model.

One that has a ``prepare(phrases)`` is shown all stretches first, for many at once are seen faster."""

ENOUGH = 0.42
"""From what closeness two tellings are of one point; see ``_closeness``."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings, by number, of one point in two accounts, and how sure that is."""

    left: int
    right: int
    closeness: float


def aligned(tellings: Sequence[Telling], likeness: Likeness | None) -> list[Pair]:
    """The tellings of different sides that belong together, the surest first.

    >>> # "Six ferries will be ordered" and "it will buy eight electric ferries" -> a pair
    """
    quiet = {(id(t.record), t.statement.within) for t in tellings if t.silent and t.statement}
    spoken = [t for t in tellings if _speaks(t, quiet)]
    sides = list(dict.fromkeys(telling.side for telling in spoken))
    prepare = getattr(likeness, "prepare", None)
    if prepare:
        prepare([_plain(telling, frozenset(sides)) for telling in spoken])
    words = {telling.number: _content(telling, frozenset(sides)) for telling in spoken}
    found = [
        pair
        for one, other in combinations(sides, 2)
        for pair in _between(
            [t for t in spoken if t.side == one], [t for t in spoken if t.side == other], words, likeness
        )
    ]
    return sorted(found, key=lambda pair: -pair.closeness)


def _speaks(telling: Telling, quiet: set[tuple[int, str | None]]) -> bool:
    """Whether a telling says something of its own, and not only that somebody else was silent."""
    minds = telling.statement is not None and (id(telling.record), telling.statement.id) in quiet
    return not (telling.silent or minds) and len(telling.text.split()) > 1


def _between(
    left: Sequence[Telling],
    right: Sequence[Telling],
    words: dict[int, frozenset[str]],
    likeness: Likeness | None,
) -> Iterator[Pair]:
    """The pairs of two accounts: each is the best, or nearly so, of both its ends."""
    counts = Counter(word for telling in (*left, *right) for word in words[telling.number])
    whole = len(left) + len(right)
    weights = {w: log(1 + whole / n) * (1.5 if w.startswith("^") else 1.0) for w, n in counts.items()}
    shared = [[_overlap(words[a.number], words[b.number], weights) for b in right] for a in left]
    both = frozenset(t.side for t in (*left[:1], *right[:1]))
    here, there = ([_plain(t, both) for t in told] if likeness else [] for told in (left, right))
    meant = (
        [[likeness(a, b) for b in there] for a in here] if likeness else [[0.0] * len(right) for _ in left]
    )
    meant = _centred(meant)
    close = [
        [
            _closeness(lexical, vector) + NAMED * _named(words[a.number] & words[b.number], counts)
            for lexical, vector, b in zip(*rows, right, strict=True)
        ]
        for a, *rows in zip(left, shared, meant, strict=True)
    ]
    found: list[Pair] = []
    tops = [max(column, default=0.0) for column in zip(*close, strict=True)]
    for a, row in zip(left, close, strict=True):
        for b, score, top in zip(right, row, tops, strict=True):
            least = ENOUGH if words[a.number] & words[b.number] else _alone(a, b)
            if score >= least and score >= NEARLY * max(max(row), top):
                found.append(Pair(a.number, b.number, round(score, 3)))
    yield from found
    yield from _rest(left, right, close, {n for pair in found for n in (pair.left, pair.right)})


def _rest(
    left: Sequence[Telling], right: Sequence[Telling], close: Sequence[Sequence[float]], taken: set[int]
) -> Iterator[Pair]:
    """Of the tellings that found nothing, the two that are clearly nearest to each other."""
    rows = [n for n, telling in enumerate(left) if telling.number not in taken and not _bare(telling)]
    columns = [n for n, telling in enumerate(right) if telling.number not in taken and not _bare(telling)]
    for n in rows:
        for m in columns:
            score = close[n][m]
            rivals = [*(close[n][k] for k in columns if k != m), *(close[k][m] for k in rows if k != n)]
            if score >= LONE and score >= max(rivals, default=0.0) + MARGIN:
                yield Pair(left[n].number, right[m].number, round(score, 3))


LONE = 0.75
"""From what closeness two tellings that nothing else is near to are of one point, shared word or not."""
MARGIN = 0.3
"""How much nearer they must be than either is to any other that found nothing."""


ALONE = 1.0
"""The same where no word is shared; two bare quotations are then never held together."""


def _alone(one: Telling, other: Telling) -> float:
    return inf if _bare(one) or _bare(other) else ALONE


def _bare(telling: Telling) -> bool:
    """Whether a telling is a quotation, not a turn of a transcript."""
    statement = telling.statement
    return statement is not None and statement.form == "direct" and statement.cue is not None


NEARLY = 0.75
"""How near a pair must come to the best of either end."""


NAMED = 0.2
"""What a name adds that each account gives but once."""


def _named(shared: frozenset[str], counts: Counter[str]) -> bool:
    return any(word.startswith("^") and counts[word] == 2 and not _LOOSE.search(word) for word in shared)


_LOOSE = re.compile(r"^\^[a-z]{2,}(?:ic|ish|ese|ian|ean)$")
"""Names that narrow anything: "Baltic", "Arabic"."""


def _closeness(lexical: float, vector: float) -> float:
    """Shared words and meaning together: about 1 for two wordings of one sentence, near 0 for strangers."""
    return lexical + 2.0 * vector


def _overlap(one: frozenset[str], other: frozenset[str], weights: dict[str, float]) -> float:
    """The weight of the words that two tellings share against the weight of all."""
    whole = sqrt(sum(weights[w] for w in one) * sum(weights[w] for w in other))
    return sum(weights[w] for w in one & other) / whole if whole else 0.0


def _centred(rows: list[list[float]]) -> list[list[float]]:
    """Likenesses less what each telling has in common with all of the other account."""
    if not rows or not rows[0]:
        return rows
    across = [sum(row) / len(row) for row in rows]
    down = [sum(column) / len(column) for column in zip(*rows, strict=True)]
    mean = sum(across) / len(across)
    return [
        [value - own - other + mean for value, other in zip(row, down, strict=True)]
        for row, own in zip(rows, across, strict=True)
    ]


def _plain(telling: Telling, sides: frozenset[str]) -> str:
    """What is told without the names of the sides, of which every telling may speak."""
    words = telling.heard.split()
    kept = [
        w
        for w in words
        if not (w[:1].isupper() and _land(w.strip(_MARKS).removesuffix("’s").removesuffix("'s")) & sides)
    ]
    return " ".join(kept or words)


_MARKS = ".,;:“”\"'()"


def _content(telling: Telling, sides: frozenset[str]) -> frozenset[str]:
    """The stems of what is told, names marked, without people, the sides' own names and everyday words."""
    names = [actor.name for actor in telling.record.actors if actor.kind == "person"]
    people = {kin(word) for name in (*names, *sides, *map(holder, sides)) for word in name.split()}
    found = set()
    dull = people | common()
    before = ""
    for word in WORD.findall(telling.heard):
        stem, other = kin(word), before in APART
        before = word.casefold()
        own = word[0].isupper() and bool(side_named(word) & sides)
        telling_word = len(word) > 3 or word[0].isdigit() or (len(word) > 1 and word.isupper())
        if telling_word and not own and not other and stem not in dull and not official().fullmatch(word):
            found |= {f"^{land}" for land in (_land(word) if word[0].isupper() else ()) if land not in sides}
            found.add(f"^{stem}" if word[0].isupper() and not telling.text.startswith(word) else stem)
    marked = enumerate((*tolls(), *marks()))
    return frozenset(found) | {f"^{n}" for n, pattern in marked if pattern.search(telling.text)}


@cache
def _land(word: str) -> frozenset[str]:
    """The countries whose name or adjective a word is; capitals are places of their own."""
    found = load().lookup(word)
    return frozenset(c.country for c in found if c.country and c.sort in ("country", "adjective", "people"))


@cache
def side_named(word: str) -> frozenset[str]:
    """The countries that a word names: "Danish" -> DNK."""
    country = load().country(word) or load().country(word.capitalize())
    return frozenset([country.iso3]) if country else frozenset()
