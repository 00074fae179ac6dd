"""The stretches of a text that are about something: what was said, and the text's own sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from readout.extract.topics.lexicon import words
from readout.model.analysis import Analysis, Range
from readout.model.anchor import Anchor
from readout.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that speak of something; the statement that they are the content of, None for the text's own.

    ``opening`` is the first span where it stands before the speaker: "On fisheries, Orr said …".
    """

    spans: tuple[Range, ...]
    statement: Statement | None = None
    opening: Range | None = None

    @property
    def start(self) -> int:
        """The first word."""
        return self.spans[0][0]

    @property
    def silent(self) -> bool:
        """Whether the statement tells of something not said, or denied."""
        return self.statement is not None and self.statement.said != "yes"


def units(
    text: str, analysis: Analysis, starts: Sequence[int], statements: Sequence[Statement]
) -> list[Unit]:
    """All units in the order of the text, whose words begin at ``starts``."""
    found = [unit for one in statements for unit in _of(text, analysis, starts, one)]
    found += [Unit((span,)) for span in _own(analysis, starts, statements)]
    return sorted(found, key=lambda unit: (unit.start, -unit.spans[-1][1]))


def _of(text: str, analysis: Analysis, starts: Sequence[int], statement: Statement) -> Iterator[Unit]:
    """The unit of a statement; of a turn of a transcript, which speaks of many matters, one a sentence."""
    if _only_asked(statement):
        return
    anchors = spoken_of(text, statement)
    spans = _spans(analysis, starts, anchors)
    if statement.form == "direct" and statement.cue is None and statement.said == "yes":
        yield from (Unit((part,), statement) for span in spans for part in _sentences(analysis, span))
    elif spans:
        yield Unit(spans, statement, None if anchors[0] in statement.content else spans[0])


def _only_asked(statement: Statement) -> bool:
    """Whether what is not answered is only a paper's asking: "gave no reply to a request for comment"."""
    return statement.said == "not said" and all(_ASKED.search(piece.exact) for piece in statement.content)


_ASKED = re.compile(r"\b(?:for|seeking) (?:[a-z]+ )?(?:comments?|interviews?|reaction)\W*$", re.IGNORECASE)


def _sentences(analysis: Analysis, span: Range) -> Iterator[Range]:
    """A span cut at the ends of its sentences."""
    for number in range(analysis.words[span[0]].sentence, analysis.words[span[1] - 1].sentence + 1):
        first, last = analysis.sentences[number]
        yield max(first, span[0]), min(last, span[1])


def spoken_of(text: str, statement: Statement) -> tuple[Anchor, ...]:
    """The content of a statement and, before it, the matter with which its sentence opens.

    >>> # "On fisheries, Orr said the talks would go on." -> "fisheries", "the talks would go on"
    """
    if not statement.content:
        return ()
    edge = min(a.start for a in (statement.content[0], statement.cue or statement.content[0]))
    begins = 0
    for mark in _ENDS:
        if (at := text.rfind(mark, begins, edge)) >= 0:
            begins = at + len(mark)
    found = _opening().match(text, begins, edge)
    if not found or not found.group(1).strip():
        return statement.content
    return (Anchor.of(text, *found.span(1)), *statement.content)


_ENDS = ("\n", ". ", "! ", "? ", ".” ", '." ')
"""The paragraph's first, so that the others are looked for in it alone."""


@cache
def _opening() -> re.Pattern[str]:
    openers = "|".join(sorted(map(re.escape, words("opener")), key=len, reverse=True))
    return re.compile(rf"\s*(?:{openers})\s+([^,;:.\n]{{2,80}})(?:,|$)", re.IGNORECASE)


def _spans(analysis: Analysis, starts: Sequence[int], anchors: Sequence[Anchor]) -> tuple[Range, ...]:
    spans = ((bisect_left(starts, a.start), bisect_left(starts, a.end)) for a in anchors)
    return tuple((first, last) for first, last in spans if first < last)


def _own(analysis: Analysis, starts: Sequence[int], statements: Sequence[Statement]) -> Iterator[Range]:
    """The sentences that nobody is said to have said."""
    spoken: set[int] = set()
    said: list[Range] = []
    for one in statements:
        anchors = [*one.content, *([one.cue] if one.cue else [])]
        for first, last in _spans(analysis, starts, anchors):
            said.append((first, last))
            spoken.update(range(analysis.words[first].sentence, analysis.words[last - 1].sentence + 1))
    said.sort()
    for number, (first, last) in enumerate(analysis.sentences):
        if number not in spoken:
            yield from _told(analysis, first, last)
            continue
        at = first
        for start, end in [*said[bisect_left(said, (first,)) : bisect_left(said, (last,))], (last, last)]:
            if start - at > LEAST:
                yield from _told(analysis, at, start)
            at = max(at, end)


LEAST = 4
"""Words beside a statement from which they are worth a look."""


def _told(analysis: Analysis, first: int, last: int) -> Iterator[Range]:
    if any(w.upos in ("VERB", "AUX") for w in analysis.words[first:last]):
        yield first, last


def anaphoric(analysis: Analysis, unit: Unit) -> bool:
    """Whether a unit only points back: "a point", "this subject", "it"."""
    told = (w for first, last in unit.spans for w in analysis.words[first:last])
    kept = list(islice((w for w in told if w.upos not in ("DET", "PUNCT", "ADP")), 4))
    if len(kept) > 3:
        return False
    texts = [w.text.casefold() for w in kept] or [
        w.text.casefold()
        for first, last in unit.spans
        for w in analysis.words[first:last]
        if w.upos != "PUNCT"
    ]
    if len(texts) > 1 and texts[-1].removesuffix("s") in words("carrying"):
        texts = texts[:-1]
    return bool(texts) and len(texts) <= 2 and texts[-1].removesuffix("s") in words("anaphor")
