"""What tells identities from each other, and the words under which they are looked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from readout.store.schema import handles, outlines

TOGETHER = 500


def kept(connection: Connection, ids: Collection[str]) -> Iterator[tuple[str, str]]:
    """The outlines of these identities."""
    for some in _parts(sorted(ids)):
        query = select(outlines.c.identity, outlines.c.line).where(outlines.c.identity.in_(some))
        yield from ((identity, line) for identity, line in connection.execute(query))


def under(connection: Connection, words: Collection[str]) -> Iterator[tuple[str, str]]:
    """The identities under each of these handles."""
    for some in _parts(sorted(words)):
        query = select(handles.c.word, handles.c.identity).where(handles.c.word.in_(some))
        yield from ((word, identity) for word, identity in connection.execute(query))


def save(
    connection: Connection,
    lines: Mapping[str, str],
    words: Mapping[str, Iterable[str]],
    *,
    instead: Collection[str] | None = None,
) -> None:
    """Keep outlines and handles, ``instead`` of these or of all; what is as it was is not written again."""
    known = dict(_all(connection) if instead is None else kept(connection, instead))
    gone = [id for id, line in known.items() if lines.get(id) != line]
    for some in _parts(gone):
        connection.execute(delete(outlines).where(outlines.c.identity.in_(some)))
        connection.execute(delete(handles).where(handles.c.identity.in_(some)))
    new = [id for id, line in lines.items() if known.get(id) != line]
    _put(connection, outlines, [{"identity": id, "line": lines[id]} for id in new])
    _put(connection, handles, [{"word": word, "identity": id} for id in new for word in words[id]])


def _all(connection: Connection) -> Iterator[tuple[str, str]]:
    yield from ((row.identity, row.line) for row in connection.execute(select(outlines)))


def _put(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _parts(whole: Sequence[str]) -> Iterator[Sequence[str]]:
    return (whole[start : start + TOGETHER] for start in range(0, len(whole), TOGETHER))
