"""What each account says, telling by telling: statements, silences, and the text's own sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from readout.link import sentences
from readout.link.sides import JOINT, joint, load_names, side_of
from readout.model.anchor import Anchor
from readout.model.record import Record
from readout.model.statement import Statement

LONG = 25
"""Words from which a paragraph is no heading."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One stretch of a text and the side whose account it belongs to."""

    number: int
    record: Record
    side: str
    anchors: tuple[Anchor, ...]
    statement: Statement | None = None

    @property
    def said(self) -> str:
        """yes, denied, not said or declined."""
        return self.statement.said if self.statement else "yes"

    @property
    def silent(self) -> bool:
        """Whether it tells of a silence."""
        return self.said in ("not said", "declined")

    @property
    def text(self) -> str:
        """What is told, on one line."""
        return " ".join(" ".join(anchor.exact.split()) for anchor in self.anchors)

    def holds(self, anchor: Anchor) -> bool:
        """Whether an anchor of the same document lies within what is told."""
        return any(own.covers(anchor) for own in self.anchors)


def tellings(records: Sequence[Record]) -> list[Telling]:
    """Every telling that belongs to a side, over all records in order."""
    owners = owned(records)
    found: list[Telling] = []
    for record, owner in zip(records, owners, strict=True):
        found += _of_statements(record, owner)
        if owner.side:
            found += _of_sentences(record, owner.side)
    return [replace(telling, number=number) for number, telling in enumerate(found)]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose account a whole document is; ``release`` where a body of that side put it out."""

    side: str | None
    release: bool = False


def voice(record: Record, statement: Statement) -> str | None:
    """The side that a statement's source speaks for."""
    source = statement.source
    if source is None:
        return None
    side = side_of(record, record.actor(source.actor))
    if side is None and source.anchor is not None and source.actor is None:
        return JOINT if joint(source.anchor.exact) else next(iter(load_names(source.anchor.exact)), None)
    return side


def _of_statements(record: Record, owner: Owner) -> Iterator[Telling]:
    outer = {statement.id: statement for statement in record.statements}
    for statement in record.statements:
        side = _account(record, owner, statement, outer.get(statement.within or ""))
        if side and statement.content:
            yield Telling(0, record, side, _reach(record, statement), statement)


def _account(record: Record, owner: Owner, statement: Statement, outer: Statement | None) -> str | None:
    """To whose account a statement belongs: its source's, or that of the one who tells of it."""
    side = voice(record, statement)
    if statement.said not in ("yes", "denied"):
        return side if side != JOINT else None
    if side is None and statement.source is not None:
        return owner.side if _homely(record, statement) else None
    if side is None or side == JOINT:
        return owner.side
    above = voice(record, outer) if outer else None
    if outer and above and above not in (side, JOINT) and outer.said == "yes":
        return None
    if owner.release and owner.side and side != owner.side and statement.form == "indirect":
        return owner.side
    return side


def _homely(record: Record, statement: Statement) -> bool:
    """Whether a source is an office that the text gives no country: "the ministry" in its own release."""
    actor = record.actor(statement.source.actor) if statement.source else None
    if actor is None or actor.country:
        return False
    return actor.kind == "government" or (actor.kind == "person" and actor.sector == "GOV")


def _reach(record: Record, statement: Statement) -> tuple[Anchor, ...]:
    """The content, and the matter with which the sentence opens before the speaker ("On fisheries, …")."""
    topics = [m for t in record.topics if t.id in statement.topics for m in t.mentions]
    first = statement.content[0]
    sentence = sentences.around(record.document, first)
    ahead = [m for m in topics if sentence.start <= m.start and m.end <= first.start]
    return (*sorted(ahead), *statement.content) if statement.said == "yes" else statement.content


def _of_sentences(record: Record, side: str) -> Iterator[Telling]:
    """The sentences of a text's own voice: no statement stands in them, and they are no headings."""
    spoken = [a for s in record.statements for a in (*s.content, *([s.cue] if s.cue else []))]
    for sentence in sentences.of(record.document):
        ended = sentence.exact.rstrip("\"”’')").endswith((".", "!", "?"))
        if ended and len(sentence.exact.split()) > 4 and not any(a.overlaps(sentence) for a in spoken):
            yield Telling(0, record, side, (sentence,))


def owned(records: Sequence[Record]) -> list[Owner]:
    """Whose account each of several documents is; a single text has no side of its own."""
    if len(records) < 2:
        return [Owner(None) for _ in records]
    scores = [_leanings(record) for record in records]
    heads = [_heading_sides(record) for record in records]
    best = _assigned(scores)
    return [
        Owner(side, side is not None and head.get(side, 0) > 0)
        for side, head in zip(best, heads, strict=True)
    ]


def _assigned(scores: Sequence[Counter[str]]) -> list[str | None]:
    """The likeliest side of each document; of two or three documents no two the same if that is likely."""
    sides = [side for side, _ in sum(scores, Counter[str]()).most_common(5)]
    single: list[str | None] = [max(s, key=lambda side: s[side], default=None) if s else None for s in scores]
    if len(scores) > 3 or len(sides) < len(scores) or len(set(single)) == len(scores):
        return single
    best = max(
        permutations(sides, len(scores)),
        key=lambda chosen: sum(s[c] for s, c in zip(scores, chosen, strict=True)),
    )
    likely = all(
        s[c] * 3 >= max(s.values(), default=0) and s[c] > 0 for s, c in zip(scores, best, strict=True)
    )
    return list(best) if likely else single


def _leanings(record: Record) -> Counter[str]:
    counts: Counter[str] = Counter()
    for statement in record.statements:
        side = voice(record, statement)
        if side and side != JOINT and statement.said in ("yes", "denied"):
            counts[side] += 2
    for side, weight in _heading_sides(record).items():
        counts[side] += weight
    for place, side in enumerate(_titled(record)):
        counts[side] += 3 if place == 0 else 1
    return counts


def _heading_sides(record: Record) -> Counter[str]:
    """The sides whose bodies put the text out, by its publisher and the lines above the text."""
    counts: Counter[str] = Counter()
    text = record.document.text
    ranges = record.document.paragraphs or ((0, len(text)),)
    head_end = next((start for start, end in ranges if len(text[start:end].split()) >= LONG), 0)
    for actor in record.actors:
        if actor.kind in ("government", "organization") and any(m.end <= head_end for m in actor.mentions):
            side = side_of(record, actor)
            if side and side != JOINT:
                counts[side] += 8
    for side in load_names(record.document.publisher or "")[:1]:
        counts[side] += 8
    return counts


def _titled(record: Record) -> list[str]:
    """The sides that the title names, in order."""
    title = record.document.title or ""
    found: list[tuple[int, str]] = []
    for actor in record.actors:
        at = min(
            (title.find(name) for name in (actor.name, actor.name.split()[-1]) if name in title), default=-1
        )
        side = side_of(record, actor)
        if at >= 0 and side and side != JOINT:
            found.append((at, side))
    return list(dict.fromkeys(side for _, side in sorted(found)))
