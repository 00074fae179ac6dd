"""The turns of a transcript: who asks, and the sentences of a long answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from readout.link import sentences
from readout.link.accounts.telling import Telling
from readout.link.lexicon import moderator, refuting
from readout.model.anchor import Anchor, trimmed
from readout.model.record import Record
from readout.model.statement import Statement


def turn(statement: Statement) -> bool:
    """Whether a statement is what somebody says under a name, as in a transcript."""
    return statement.form == "direct" and statement.cue is None


def parts(telling: Telling) -> Iterator[Telling]:
    """A telling, or the sentences of a long one: a turn of a transcript speaks of many matters."""
    if telling.statement is None or not (turn(telling.statement) or _long(telling)):
        yield telling
        return
    parts = [
        part
        for sentence in sentences.of(telling.record.document)
        for anchor in telling.anchors
        if (part := trimmed(telling.record.document.text, *_common(sentence, anchor)))
    ]
    if len(parts) <= (FEW if turn(telling.statement) else 1):
        yield telling
        return
    yield from (
        replace(telling, anchors=(part,), asked=telling.asked if number < 1 else None)
        for number, part in enumerate(parts)
    )


def _long(telling: Telling) -> bool:
    """Whether a quotation is so long that its sentences may speak of several matters."""
    bare = telling.statement is not None and telling.statement.form == "direct" and telling.said == "yes"
    return bare and len(telling.text.split()) > QUOTED


QUOTED = 24
"""Words up to which a quotation speaks of one matter."""
FEW = 2
"""Sentences of a turn that are one telling."""


def _common(one: Anchor, other: Anchor) -> tuple[int, int]:
    start = max(one.start, other.start)
    return start, max(start, min(one.end, other.end))


def moderated(record: Record, statement: Statement) -> bool:
    """Whether a turn of a transcript is that of who asks or leads: "Question: …", "Moderator: …"."""
    if statement.source is not None or not turn(statement) or not statement.content:
        return False
    text, start = record.document.text, statement.content[0].start
    return bool(moderator().search(text[text.rfind("\n", 0, start) + 1 : start]))


def refutes(telling: Telling) -> bool:
    """Whether what is told is that something is not so: "the report is not true", "it was not discussed"."""
    return telling.said == "yes" and bool(refuting().search(telling.text))
