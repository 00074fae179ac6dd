"""Drafts by the words of their cue and of their content, so that looking for one takes no search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from readout.extract.statements.draft import Draft
from readout.model.analysis import Range


class Board:
    """Where drafts stand: which cue, which contents hold a word."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.cues: dict[int, list[Draft]] = defaultdict(list)
        self.contents: dict[int, list[Draft]] = defaultdict(list)
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Put a draft on the board."""
        for index in range(*draft.cue) if draft.cue else ():
            self.cues[index].append(draft)
        for first, last in draft.contents:
            for index in range(first, last):
                self.contents[index].append(draft)

    def by_cue(self, span: Range | None) -> Iterable[Draft]:
        """Drafts whose cue shares a word with a range, each once."""
        return _within(self.cues, span)

    def by_content(self, span: Range | None) -> Iterable[Draft]:
        """Drafts whose content shares a word with a range, each once."""
        return _within(self.contents, span)


def _within(places: Mapping[int, list[Draft]], span: Range | None) -> Iterable[Draft]:
    if span is None:
        return ()
    held = (places[index] for index in range(*span) if index in places)
    return {id(draft): draft for drafts in held for draft in drafts}.values()
