"""Nested spans written as brackets in a column: ``(1(2``, ``2)``, ``1)``."""

from __future__ import annotations

import re
from collections.abc import Iterable

MARK = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")


def spans(column: Iterable[str]) -> list[tuple[int, int, str]]:
    """The half-open spans of a column with what stands behind their opening bracket.

    >>> spans(["(1-person(2-place)", "_", "1)"])
    [(0, 1, '2-place'), (0, 3, '1-person')]
    """
    opened: dict[str, list[tuple[int, str]]] = {}
    out: list[tuple[int, int, str]] = []
    for row, cell in enumerate(column):
        for whole, opening, closing in MARK.findall(cell if cell != "_" else ""):
            if whole:
                out.append((row, row + 1, whole))
            elif opening:
                opened.setdefault(opening.split("-")[0], []).append((row, opening))
            elif started := opened.get(closing):
                first, label = started.pop()
                out.append((first, row + 1, label))
    return sorted(out, key=lambda s: (s[1], -s[0]))


def tagged(count: int, spans_: Iterable[tuple[int, int, str]]) -> list[str]:
    """BIO tags of spans over ``count`` words; where two overlap the longer one counts.

    >>> tagged(3, [(0, 2, "person")])
    ['B-person', 'I-person', 'O']
    """
    tags = ["O"] * count
    for first, last, label in sorted(spans_, key=lambda s: (s[0] - s[1], s[0])):
        if all(tag == "O" for tag in tags[first:last]):
            tags[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)
    return tags
