"""What each account says, telling by telling: statements, silences, and the text's own sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readout.link import sentences
from readout.link.owners import Owner, owned
from readout.link.sides import JOINT
from readout.link.voices import voices
from readout.model.anchor import Anchor, trimmed
from readout.model.record import Record
from readout.model.statement import Statement


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
            told = [a for t in found if t.record is record for a in t.anchors]
            found += _of_sentences(record, owner.side, told, release=owner.release)
    return [replace(telling, number=number) for number, telling in enumerate(found)]


def _of_statements(record: Record, owner: Owner) -> Iterator[Telling]:
    outer = {statement.id: statement for statement in record.statements}
    sides = voices(record)
    for statement in record.statements:
        side = _account(record, owner, statement, outer.get(statement.within or ""), sides)
        if side and statement.content:
            yield Telling(0, record, side, _reach(record, statement), statement)


def _account(
    record: Record,
    owner: Owner,
    statement: Statement,
    outer: Statement | None,
    sides: dict[str, str | None],
) -> str | None:
    """To whose account a statement belongs: its source's, or that of the one who tells of it."""
    side = sides[statement.id]
    if statement.said not in ("yes", "denied"):
        side = owner.side if side is None and _homely(record, statement) else side
        return side if side != JOINT else None
    if side is None and statement.source is not None:
        return owner.side if _homely(record, statement) else None
    if side is None or side == JOINT:
        return owner.side
    above = sides[outer.id] if outer else None
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


def _of_sentences(record: Record, side: str, told: Sequence[Anchor], *, release: bool) -> Iterator[Telling]:
    """The sentences of a text's own voice: no statement stands in them, and they are no headings.

    In a release, what stands beside a statement is the release's own voice too: "She raised the
    ferry fares and" before "stressed that …".
    """
    spoken = [a for s in record.statements for a in (*s.content, *([s.cue] if s.cue else []))]
    for sentence in sentences.of(record.document):
        ended = sentence.exact.rstrip("\"”’')").endswith((".", "!", "?"))
        if not ended or len(sentence.exact.split()) <= 2:
            continue
        if any(words.overlaps(sentence) for words in record.withheld):
            continue
        within = [a for a in spoken if a.overlaps(sentence)]
        if not within:
            yield Telling(0, record, side, (sentence,))
        elif release:
            yield from (Telling(0, record, side, (rest,)) for rest in _rests(record, sentence, within, told))


def _rests(
    record: Record, sentence: Anchor, within: Sequence[Anchor], told: Sequence[Anchor]
) -> Iterator[Anchor]:
    """What a sentence says beside the statements in it, where a topic stands in it."""
    text, at = record.document.text, sentence.start
    fresh = [m for t in record.topics for m in t.mentions if not any(a.covers(m) for a in told)]
    for start, end in [*sorted((a.start, a.end) for a in within), (sentence.end, sentence.end)]:
        rest = trimmed(text, at, max(at, min(start, sentence.end)))
        if rest and len(rest.exact.split()) > 4 and any(rest.covers(m) for m in fresh):
            yield rest
        at = max(at, end)
