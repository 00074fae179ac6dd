"""What changed between two versions of a text: paragraphs, and words within them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from readout.model.document import Document

Turn = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words that both versions have, or only one of them."""

    turn: Turn
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph as it was and as it is: all runs but the added ones, all but the removed ones."""

    turn: Literal["same", "removed", "added", "changed"]
    runs: tuple[Run, ...]

    @property
    def before(self) -> str:
        """The paragraph in the old version."""
        return "".join(run.text for run in self.runs if run.turn != "added")

    @property
    def after(self) -> str:
        """The paragraph in the new version."""
        return "".join(run.text for run in self.runs if run.turn != "removed")


def changes(old: Document, new: Document) -> list[Change]:
    """Both texts, paragraph by paragraph; what is the same is there too.

    >>> # "Ruiz said two ships sailed." became "Ruiz said three ships sailed.":
    >>> # same "Ruiz said ", removed "two", added "three", same " ships sailed."
    """
    before, after = _paragraphs(old), _paragraphs(new)
    made: list[Change] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            made += [Change("same", (Run("same", text),)) for text in before[i:j]]
        else:
            made += _replaced(before[i:j], after[k:m])
    return made


def _paragraphs(document: Document) -> list[str]:
    ranges = document.paragraphs or ((0, len(document.text)),)
    return [document.text[start:end] for start, end in ranges]


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Paragraphs that are alike are one changed paragraph; the others are removed or added whole."""
    left = list(after)
    for old in before:
        twin = next((new for new in left if _alike(old, new)), None)
        if twin is None:
            yield Change("removed", (Run("removed", old),))
            continue
        while left[0] != twin:
            yield _added(left.pop(0))
        left.pop(0)
        yield Change("changed", tuple(_runs(old, twin)))
    yield from map(_added, left)


def _added(text: str) -> Change:
    return Change("added", (Run("added", text),))


def _alike(old: str, new: str) -> bool:
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return matcher.real_quick_ratio() >= 0.5 and matcher.ratio() >= 0.5


def _runs(old: str, new: str) -> Iterator[Run]:
    before, after = _words(old), _words(new)
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Run("same", "".join(before[i:j]))
            continue
        if i < j:
            yield Run("removed", "".join(before[i:j]))
        if k < m:
            yield Run("added", "".join(after[k:m]))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)
