"""JSON Lines that lose nothing: a record a line, and all that the dossier keeps beside it.

The line is the record as ``readout read --format jsonl`` prints it, with one more key, ``dossier``:
the bytes, earlier readings, judgements, who added it. Programs that want records need not know it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from readout.export.json import plain
from readout.model.errors import UnreadableError
from readout.model.items import misplaced
from readout.model.judgement import Judgement
from readout.model.record import CONTRACT, Record


@dataclass(frozen=True, slots=True)
class Past:
    """A reading: its record, when and by which Readout it was made."""

    record: Record
    made_by: str
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a dossier keeps beside a record; ``made_by`` and ``made`` are those of the record itself.

    ``identities`` say which person or body of the dossier each actor is; an import finds that out anew.
    """

    name: str
    version: int
    added: str
    added_by: str
    made_by: str
    made: str
    media_type: str | None = None
    found_at: str | None = None
    published: str | None = None
    publisher: str | None = None
    raw: bytes | None = None
    readings: tuple[Past, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    identities: dict[str, str] = field(default_factory=dict)


class _Line(msgspec.Struct):
    dossier: Beside | None = None
    filtered: dict[str, Any] | None = None


def line(record: Record, beside: Beside) -> bytes:
    """A whole document on one line."""
    return msgspec.json.encode(plain(record) | {"dossier": beside})


def filtered(record: Record, by: dict[str, Any], identities: Mapping[str, str] | None = None) -> bytes:
    """A part of a record on one line, which says by which filters it was made a part."""
    beside = {"identities": dict(identities)} if identities else {}
    return msgspec.json.encode(plain(record) | beside | ({"filtered": by} if by else {}))


def read(data: bytes, where: str) -> tuple[Record, Beside | None]:
    """The record on a line and what stands beside it, where something does.

    Raises ``UnreadableError`` for what is no whole record of this contract, and for one whose anchors
    do not say what its text says.
    """
    try:
        record = msgspec.json.decode(data, type=Record)
        extra = msgspec.json.decode(data, type=_Line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(f"{where} is no record: {error}") from error
    if record.readout != CONTRACT:
        raise UnreadableError(f"{where} follows contract {record.readout!r}, not {CONTRACT!r}")
    if extra.filtered:
        raise UnreadableError(f"{where} is a part of a record: export it without filters on items")
    past = [one.record for one in extra.dossier.readings] if extra.dossier else []
    for one in (record, *past):
        for id, anchor in misplaced(one):
            raise UnreadableError(f"{where}: {id} says {anchor.exact[:40]!r}, its text does not")
        if one.document.id != record.document.id:
            raise UnreadableError(f"{where} holds readings of two documents")
    return record, extra.dossier
