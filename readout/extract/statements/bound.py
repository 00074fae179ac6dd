"""Contents and sources brought home: what the tagger bound across sentences goes to the cue beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from readout.extract.statements.tree import BREAKING, Tree
from readout.model.analysis import Attribution, Range

Quoted = Callable[[Range], bool]
"""Whether words stand in quotation marks."""


def rebound(
    tree: Tree, attributions: Sequence[Attribution], quoted: Quoted, taken: frozenset[int] = frozenset()
) -> tuple[Attribution, ...]:
    """The attributions with each content piece at a cue of its own sentence, where it has one.

    Only quotations reach over sentences: ``"A," she said. "B."`` keeps both pieces; a plain clause
    of another sentence goes to the cue that stands there, or to none. ``taken`` are the sentences where
    the parse sees a cue outside quotation marks: nothing is bound into them from elsewhere.
    """
    homes = _Homes(tree, attributions, taken)
    given: dict[int, list[Range]] = defaultdict(list)
    for number, attribution in enumerate(attributions):
        pieces = _by_sentence(tree, attribution.contents, quoted)
        for piece in pieces:
            if homes.apart(number, piece, pieces, quoted):
                continue
            home = homes.of(number, piece, quoted(piece))
            if home is not None:
                given[home].append(piece)
    return tuple(
        Attribution(held.cue, homes.sources(number), tuple(sorted(given[number])), held.confidence)
        for number, held in enumerate(attributions)
    )


def _by_sentence(tree: Tree, contents: Sequence[Range], quoted: Quoted) -> list[Range]:
    """Pieces cut where a sentence ends outside quotation marks."""
    found: list[Range] = []
    words, text = tree.words, tree.text
    for first, last in contents:
        start, ends = first, words[last - 1]
        whole = words[first].sentence == ends.sentence
        if whole and not BREAKING.search(text, words[first].start, ends.start):
            found.append((first, last))
            continue
        for index in range(first + 1, last):
            if tree.breaks(index) and not quoted((index - 1, index + 1)):
                found.append((start, index))
                start = index
        found.append((start, last))
    return found


class _Homes:
    """The cues of each sentence, and the sources that are bound to none beside them."""

    def __init__(self, tree: Tree, attributions: Sequence[Attribution], taken: frozenset[int]) -> None:
        self.taken = taken
        self.tree, self.attributions = tree, attributions
        self.cues: dict[int, list[int]] = defaultdict(list)
        for number, attribution in enumerate(attributions):
            if attribution.cue:
                self.cues[self._sentence(attribution.cue)].append(number)

    def _sentence(self, span: Range) -> int:
        return self.tree.words[span[0]].sentence

    def of(self, number: int, piece: Range, quoted: bool) -> int | None:
        """The attribution that a piece belongs to."""
        cue = self.attributions[number].cue
        if cue is None:
            return number
        own, there = self._sentence(cue), self._sentence(piece)
        if own == there or self.tree.words[piece[1] - 1].sentence == own:
            return number
        beside = self.cues.get(there, [])
        if there in self.taken and not beside:
            return None
        if quoted and not beside and abs(own - there) <= REACH:
            return number
        if beside:
            return min(beside, key=lambda other: self._distance(other, piece))
        same = self._together(cue, piece) or self._announces(cue, piece)
        return number if abs(own - there) <= 1 and same and own < there else None

    def apart(self, number: int, piece: Range, pieces: Sequence[Range], quoted: Quoted) -> bool:
        """Whether a quotation is a statement of its own: "She said it was shut. “We will not open it.”"."""
        cue = self.attributions[number].cue
        if cue is None or not quoted(piece):
            return False
        own = self._sentence(cue)
        beside = [other for other in pieces if self._sentence(other) == own]
        later = self._sentence(piece) > own and self.tree.words[piece[0] - 1].text != ":"
        return later and bool(beside) and not any(quoted(other) for other in beside)

    def _announces(self, cue: Range, piece: Range) -> bool:
        """Whether a cue with a colon ends its paragraph just before: "She added:" and a block."""
        after = {
            self.tree.words[index].text for index in range(cue[1] - 1, min(cue[1] + 1, len(self.tree.words)))
        }
        return ":" in after and 0 <= piece[0] - cue[1] <= 2

    def _distance(self, number: int, piece: Range) -> tuple[bool, int]:
        cue = self.attributions[number].cue or piece
        return bool(self.attributions[number].contents), max(cue[0] - piece[1], piece[0] - cue[1])

    def sources(self, number: int) -> tuple[Range, ...]:
        """The sources in the cue's own sentence, else those it has."""
        attribution = self.attributions[number]
        if attribution.cue is None:
            return attribution.sources
        own = self._sentence(attribution.cue)
        near = tuple(span for span in attribution.sources if self._sentence(span) == own)
        return near or tuple(span for span in attribution.sources if self._together(span, attribution.cue))

    def _together(self, left: Range, right: Range) -> bool:
        """Whether two stretches stand in one paragraph."""
        first, last = min(left, right), max(left, right)
        return "\n" not in self.tree.text[self.tree.words[first[1] - 1].end : self.tree.words[last[0]].start]


REACH = 12
"""A speech may go on for so many sentences after its cue."""
