"""Drafts by the words of their cue and of their content, so that looking for one takes no search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from readout.extract.statements.draft import Draft
from readout.model.analysis import Range

BLOCK = 6
"""Places are kept by blocks of two to the power of so many words."""
Places = dict[int, list[tuple[int, int, int]]]
"""For each block the stretches that share a word with it, with the number of the draft."""


class Board:
    """Where drafts stand: which cue, which contents hold a word."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.drafts = list(drafts)

    @cached_property
    def _cues(self) -> Places:
        return _placed([(draft.cue,) if draft.cue else () for draft in self.drafts])

    @cached_property
    def _contents(self) -> Places:
        return _placed([draft.contents for draft in self.drafts])

    def by_cue(self, span: Range | None) -> Iterable[Draft]:
        """Drafts whose cue shares a word with a range, each once."""
        return self._within(self._cues, span)

    def by_content(self, span: Range | None) -> Iterable[Draft]:
        """Drafts whose content shares a word with a range, each once."""
        return self._within(self._contents, span)

    def _within(self, places: Places, span: Range | None) -> Iterable[Draft]:
        """By the first word that they share with the range, then in the order they were put there."""
        if span is None or span[1] <= span[0]:
            return ()
        start, end = span
        held = [
            (first if first > start else start, number)
            for block in range(start >> BLOCK, (end - 1 >> BLOCK) + 1)
            if block in places
            for first, last, number in places[block]
            if first < end and start < last
        ]
        if len(held) > 1:
            held.sort()
        drafts = self.drafts
        return {id(drafts[number]): drafts[number] for _, number in held}.values()


def _placed(pieces: Sequence[Sequence[Range]]) -> Places:
    places: Places = {}
    for number, own in enumerate(pieces):
        for first, last in own:
            if first < last:
                for block in range(first >> BLOCK, (last - 1 >> BLOCK) + 1):
                    places.setdefault(block, []).append((first, last, number))
    return places
