"""Drafts by the words of their cue and of their content, so that looking for one takes no search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

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

    def by_cue(self, span: Range | None) -> Iterator[Draft]:
        """Drafts whose cue shares a word with a range, each once."""
        yield from (
            _once(draft for index in range(*span) for draft in self.cues.get(index, ())) if span else ()
        )

    def by_content(self, span: Range | None) -> Iterator[Draft]:
        """Drafts whose content shares a word with a range, each once."""
        yield from (
            _once(draft for index in range(*span) for draft in self.contents.get(index, ())) if span else ()
        )


def _once(drafts: Iterable[Draft]) -> Iterator[Draft]:
    seen: set[int] = set()
    for draft in drafts:
        if id(draft) not in seen:
            seen.add(id(draft))
            yield draft
