"""Quotations and the drafts that claim them: continued, split and free-standing direct speech."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import cues
from readout.extract.statements.quotations import Quotation
from readout.extract.statements.spans import Marks, utterance
from readout.extract.statements.speakers import speaker
from readout.extract.statements.tagged import head_of
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import cue_span, hedge_of
from readout.model.analysis import Range
from readout.model.swift import replace

NEAR = 14
"""How many words from a quotation its cue may stand, its source between."""


SIGNED = re.compile(
    r"\s{0,3}(?P<dash>[—–―-]{1,2})\s?"
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|of|de|la|van|von|bin|al)){0,5})"
    r"(?:,[^\n]{0,120})?[.]?[ \t]*(?=\n|$)"
)
"""“They never came.” — Ada Orr, shopkeeper"""


class Places:
    """Which words stand in a stretch of characters, and which paragraph holds it."""

    def __init__(self, tree: Tree, paragraphs: Sequence[tuple[int, int]]) -> None:
        self.starts = tree.starts
        self.ends = [word.end for word in tree.words]
        self.paragraphs = [start for start, _ in paragraphs]

    def words(self, start: int, end: int) -> Range | None:
        """The words that share a character with a stretch."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return (first, last) if first < last else None

    def paragraph(self, at: int) -> int:
        """The number of the paragraph that holds a character."""
        return bisect_right(self.paragraphs, at) - 1


class Desk:
    """The drafts, by place, with those that grow put in the place of what they were."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts: list[Draft] = list(drafts)
        self.held: list[tuple[int, int, int]] = []
        """Which stretch of words is content of which draft, as they came."""
        self.cues: dict[int, int] = {}
        self.ends: list[tuple[int, int]] = []
        for number, draft in enumerate(self.drafts):
            self._note(number, draft)

    def _note(self, number: int, draft: Draft) -> None:
        self.held += [(first, last, number) for first, last in draft.contents]
        for index in range(*draft.cue) if draft.cue else ():
            self.cues.setdefault(index, number)
        insort(self.ends, (_end(draft), number))

    def owners(self, span: Range) -> Iterator[list[int]]:
        """The drafts whose content holds a word, for each word of a stretch."""
        start, end = span
        near = [held for held in self.held if held[0] < end and start < held[1]]
        for index in range(start, end):
            yield [number for first, last, number in near if first <= index < last]

    def add(self, draft: Draft) -> None:
        """One more draft."""
        self.drafts.append(draft)
        self._note(len(self.drafts) - 1, draft)

    def grow(self, number: int, pieces: tuple[Range, ...]) -> None:
        """Give a draft more content."""
        grown = replace(self.drafts[number], contents=tuple(sorted({*self.drafts[number].contents, *pieces})))
        self.drafts[number] = grown
        self._note(number, grown)

    def one_owner(self, pieces: tuple[Range, ...]) -> None:
        """A quotation belongs to one cue: whoever holds most of it has it all, over its paragraphs too."""
        held: Counter[int] = Counter()
        for owners in (owners for piece in pieces for owners in self.owners(piece)):
            outside = (n for n in set(owners) if self._outside(n, pieces))
            held.update(outside)
        held = Counter({number: n for number, n in held.items() if not self._around(number, held)})
        if not held or (len(held) == 1 and len(pieces) == 1):
            return
        owner = max(held, key=lambda number: (held[number], -number))
        for number in held:
            if number != owner:
                self.drafts[number] = _less(self.drafts[number], pieces)
        if len(pieces) > 1 or len(held) > 1:
            self.drafts[owner] = _less(self.drafts[owner], pieces)
            self.grow(owner, pieces)

    def _around(self, number: int, others: Iterable[int]) -> bool:
        """Whether a draft's content holds the cue of another: both may have the quotation."""
        return any(
            other != number
            and (cue := self.drafts[other].cue)
            and number in next(self.owners((cue[0], cue[0] + 1)))
            for other in others
        )

    def _outside(self, number: int, pieces: tuple[Range, ...]) -> bool:
        cue = self.drafts[number].cue
        return cue is not None and not any(first <= cue[0] < last for first, last in pieces)

    def claimed(self, span: Range) -> bool:
        """Whether drafts whose cue stands outside a quotation hold a third of it."""
        held = 0
        for owners in self.owners(span):
            drafts = (self.drafts[number] for number in owners)
            held += any(draft.cue is None or not span[0] <= draft.cue[0] < span[1] for draft in drafts)
        return 3 * held >= span[1] - span[0]

    def before(self, at: int) -> int | None:
        """The draft that ends last before a word."""
        place = bisect_right(self.ends, (at, len(self.drafts))) - 1
        return self.ends[place][1] if place >= 0 else None


def spoken(tree: Tree, places: Places, marks: Marks, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the quotations nobody claimed given to their speakers, or standing alone.

    ``"A," she said. "B."`` is one statement: the second quotation goes to the draft before it.
    """
    desk = Desk(drafts)
    for quotation in marks.outer:
        span = places.words(quotation.start, quotation.end)
        if span is None or not utterance(marks.text, quotation.pieces[0]):
            continue
        if _sign(tree, places, marks, quotation, desk):
            continue
        desk.one_owner(tuple(found for p in quotation.pieces if (found := places.words(p.start, p.end))))
        if not desk.claimed(span):
            pieces = tuple(
                found for piece in quotation.pieces if (found := places.words(piece.start, piece.end))
            )
            _give(tree, places, marks, quotation, span, pieces, desk)
    return [draft for draft in desk.drafts if draft.contents]


def _less(draft: Draft, pieces: tuple[Range, ...]) -> Draft:
    """A draft without the words of a quotation."""
    cut = {i for piece in pieces for i in range(*piece)}
    return replace(
        draft, contents=ranges([i for a, b in draft.contents for i in range(a, b) if i not in cut])
    )


def _sign(tree: Tree, places: Places, marks: Marks, quotation: Quotation, desk: Desk) -> bool:
    """Give a quotation to the name that stands under it: “They never came.” — Ada Orr, shopkeeper."""
    signed = SIGNED.match(marks.text, quotation.end)
    name = places.words(*signed.span("name")) if signed else None
    pieces = tuple(found for piece in quotation.pieces if (found := places.words(piece.start, piece.end)))
    if not signed or not name or not pieces:
        return False
    cue = places.words(*signed.span("dash"))
    draft = Draft(pieces, cue, None, name, head_of(tree, name), origin="quotation", confidence=0.7)
    owners = {n for n in next(desk.owners((pieces[0][0] + 1, pieces[0][0] + 2))) if _unsigned(desk.drafts[n])}
    for number in owners:
        desk.drafts[number] = draft
    if not owners and not desk.claimed(pieces[0]):
        desk.add(draft)
    return True


def _unsigned(draft: Draft) -> bool:
    return draft.cue is None and draft.origin == "tagger"


def _give(
    tree: Tree,
    places: Places,
    marks: Marks,
    quotation: Quotation,
    span: Range,
    pieces: tuple[Range, ...],
    desk: Desk,
) -> None:
    near = next(_cues_near(tree, span), None)
    if near is None:
        _continue(places, marks, quotation, span, pieces, desk)
    elif near in desk.cues:
        desk.grow(desk.cues[near], pieces)
    else:
        who = speaker(tree, near)
        desk.add(
            Draft(
                pieces,
                cue_span(tree, near, tree.lemmas[near]),
                near,
                who[0] if who else None,
                who[1] if who else None,
                hedge=hedge_of(tree, near),
                origin="quotation",
                confidence=0.7,
            )
        )


def _cues_near(tree: Tree, span: Range) -> Iterator[int]:
    """Cue verbs in the rest of the sentence, after the quotation, then before it."""
    first, last = tree.sentence(span[1] - 1)[1], tree.sentence(span[0])[0]
    after = range(span[1], min(first, span[1] + NEAR))
    before = range(span[0] - 1, max(last, span[0] - NEAR) - 1, -1)
    for index in [*after, *before]:
        cue = cues().get(tree.lemmas[index]) if tree.words[index].upos == "VERB" else None
        if cue and "quote" in cue.frames:
            yield index


def _continue(
    places: Places, marks: Marks, quotation: Quotation, span: Range, pieces: tuple[Range, ...], desk: Desk
) -> None:
    """A quotation with no cue of its own: more of the speech before it, or it stands alone."""
    number = desk.before(span[0])
    if number is None or desk.drafts[number].source is None or not desk.drafts[number].contents:
        return
    previous = desk.drafts[number]
    ended = places.ends[_end(previous) - 1]
    first, last = previous.contents[0][0], previous.contents[-1][1] - 1
    direct = bool(marks.touching(places.starts[first], places.ends[last]))
    distance = places.paragraph(quotation.start) - places.paragraph(ended)
    near = len(marks.text[ended : quotation.start].split()) <= 1
    if distance == 0 and near and not direct and previous.cue and previous.said == "yes":
        desk.add(
            Draft(
                pieces, None, None, previous.source, previous.source_head, origin="quotation", confidence=0.6
            )
        )
    elif distance == 0 and direct and len(marks.text[ended : quotation.start].split()) <= NEAR:
        desk.grow(number, pieces)
    elif distance <= 1 and direct:
        desk.add(
            Draft(
                pieces, None, None, previous.source, previous.source_head, origin="quotation", confidence=0.4
            )
        )


def _end(draft: Draft) -> int:
    return max(draft.contents[-1][1], draft.cue[1] if draft.cue else 0)
