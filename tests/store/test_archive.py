"""What is exported as JSON Lines and imported again is the same, whatever it was."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from readout.dossier import Dossier, Filters, new, opened
from readout.export.archive import line, read
from readout.model.actor import Mention
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.errors import UnreadableError
from readout.model.record import Record
from readout.store import Kept, Source

from .makers import record_of, sha, source

TEXT = "Ada Ruiz said 🚢 ships\u2028sail.\n“Never,” the naïve crew said.\x07"
CHARACTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLACES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)).map(
    lambda at: (at[0], min(len(TEXT), at[0] + at[1]))
)


def made(kind: Any) -> st.SearchStrategy[Any]:
    """Anything that a field of this type may hold; anchors stand in the text."""
    if kind in (Anchor, Mention):
        return PLACES.map(lambda at: kind(*at, TEXT[at[0] : at[1]]))
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(made(inner[0]), max_size=2).map(tuple)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(st.none() if one is type(None) else made(one) for one in inner))
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: made(hints[field.name]) for field in dataclasses.fields(kind)})
    numbers = st.floats(allow_nan=False, allow_infinity=False)
    return {str: CHARACTERS, int: st.integers(0, 9), float: numbers, bool: st.booleans()}[kind]


@st.composite
def records(draw: st.DrawFn) -> Record:
    hints = get_type_hints(Record)
    items = {name: draw(made(hints[name])) for name in hints if name not in ("document", "readout")}
    facts = get_type_hints(Document)
    told = {
        name: draw(made(facts[name])) for name in ("publisher", "author", "title", "published", "removed")
    }
    return Record(Document(sha(TEXT.encode()), TEXT, ((0, 5),), url="https://x.example/a", **told), **items)


def archived(dossier: Dossier) -> list[bytes]:
    return [line(record, beside) for record, beside in dossier.archive()]


def imported(address: str | Path, lines: list[bytes]) -> Iterator[bytes]:
    with opened(address) as dossier:
        for one in lines:
            record, beside = read(one, "a line")
            dossier.take(record, beside, Source(name="x"))
        yield from archived(dossier)


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
@given(record=records())
def test_any_record_survives(record: Record, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("round")
    with new(folder / "a.dossier") as dossier:
        dossier.add(record, Source(name="n\u2028ame", data=TEXT.encode(), by="ana"))
        lines = archived(dossier)
        assert dossier.machine(dossier.find("1")) == record
    new(folder / "b.dossier").close()
    assert list(imported(folder / "b.dossier", lines)) == lines
    assert all(b"\n" not in one for one in lines)


def test_everything_beside_the_record_survives(
    dossier: Dossier, kept: Kept, record: Record, bare: Callable[[], str]
) -> None:
    verdict = dossier.judge(kept, "statement", "s2", "reject", who="ana", note="no “such” thing 🚢")
    dossier.undo(kept, verdict.id, who="ben")
    dossier.judge(kept, "amount", "q2", "correct", who="ana", field="value", value=2.5)
    dossier.reread(kept, dataclasses.replace(record, model="m-2", statements=record.statements[1:]))
    page = "https://paper.example/bridge"
    versions = [
        dossier.add(record_of(one, url=page), source(one)).document for one in ("One.", "Two.", "Six.")
    ]
    dossier.remove(versions[0])
    lines = archived(dossier)
    again = bare()
    assert list(imported(again, lines)) == lines
    with opened(again) as copy:
        assert dossier.record(kept) == copy.record(copy.find(kept.id))
        assert [one.version for one in copy.versions(copy.find(page))] == [2, 3]
        assert copy.raw(copy.find(page)) == (b"Six.", "text/plain")
    assert list(imported(again, lines)) == lines


def test_two_people_join_their_judgements(dossier: Dossier, kept: Kept, bare: Callable[[], str]) -> None:
    (before,) = archived(dossier)
    dossier.judge(kept, "statement", "s2", "reject", who="ana")
    (after,) = archived(dossier)
    with opened(bare()) as other:
        for one, judgements in ((before, 0), (after, 1), (after, 0)):
            record, beside = read(one, "a line")
            added = other.take(record, beside, Source(name="x"))
            assert added.judgements == (judgements if added.outcome == "same bytes" else 0)
        assert "s2" not in [one.id for one in other.record(added.document).statements]


def test_plain_records_are_taken_as_they_are(dossier: Dossier, record: Record) -> None:
    from readout.export.json import line as plain

    taken, beside = read(plain(record), "a line")
    assert (taken, beside) == (record, None)
    kept = dossier.take(taken, beside, Source(name="ships", by="ana")).document
    assert dossier.raw(kept) is None and dossier.machine(kept) == record


def broken(record: Record) -> dict[str, bytes]:
    from readout.export.json import line as plain

    whole = plain(record)
    return {
        "no JSON": b"{",
        "no record": b'{"readout": "1"}',
        "another contract": whole.replace(b'"readout":"1"', b'"readout":"2"', 1),
        "an anchor that does not hold": whole.replace(b'"start":80,"end":84', b'"start":81,"end":85', 1),
        "an unknown stance": whole.replace(b'"said":"denied"', b'"said":"perhaps"', 1),
        "a part": whole[:-1] + b',"filtered":{"actor":"Xi"}}',
        "not UTF-8": whole.replace(b"Ruiz", b"R\xfciz", 1),
        "nested without end": b"[" * 100_000,
    }


@pytest.mark.parametrize("name", broken(Record(Document("", ""))))
def test_a_line_that_is_no_whole_record_is_refused(record: Record, name: str) -> None:
    with pytest.raises(UnreadableError, match="line 3") as told:
        read(broken(record)[name], "line 3")
    assert "\n" not in str(told.value)


def test_filters_choose_whole_documents(dossier: Dossier) -> None:
    for one in ("A ship sailed.", "A train left."):
        dossier.add(record_of(one), source(one))
    assert [record.document.text for record, _ in dossier.archive(Filters(words="train"))] == [
        "A train left."
    ]
