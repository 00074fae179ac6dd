"""What holds for every record, on the shipped examples and on generated text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import readout
from readout.export.html import page
from readout.export.json import line
from readout.export.text import brief
from readout.ingest import document_of_text
from readout.model.document import Document
from readout.model.errors import ReadoutError
from readout.model.record import Record
from readout.read import reader

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").iterdir())
LISTS = ("actors", "statements", "events", "whens", "amounts", "commitments", "topics")


@cache
def _read(path: Path) -> Record:
    return readout.read(path)


def _nodes(node: object) -> Iterator[dict[str, object]]:
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from _nodes(child)
    elif isinstance(node, list):
        for child in node:
            yield from _nodes(child)


def _broken(record: Record) -> list[object]:
    """The anchors that do not say what the text says there, and the empty ones."""
    text = record.document.text
    found = (node for node in _nodes(json.loads(line(record))) if "exact" in node)
    return [node for node in found if text[node["start"] : node["end"]] != node["exact"] or not node["exact"]]  # type: ignore[misc]


def _strangers(record: Record) -> set[str]:
    """Ids that items name and that no item has."""
    tree = json.loads(line(record))
    known = {item["id"] for name in LISTS for item in tree[name]}
    assert len(known) == sum(len(tree[name]) for name in LISTS), "an id is given twice"
    named: set[str] = set()
    for name in LISTS:
        for node in _nodes(tree[name]):
            named |= {node[key] for key in ("actor", "within", "when", "amount", "deadline", "by", "to") if _is_id(node.get(key))}  # type: ignore[misc]
            many = [node.get(key) or [] for key in ("actors", "recipients", "amounts", "said_in", "by_account", "members")]
            named |= {id for ids in many for id in ids}  # type: ignore[attr-defined]
    return named - known


def _is_id(value: object) -> bool:
    return isinstance(value, str)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_anchor_of_an_example_says_what_the_text_says(path: Path) -> None:
    assert _broken(_read(path)) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_id_of_an_example_is_known(path: Path) -> None:
    assert _strangers(_read(path)) == set()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_has_a_date_and_statements(path: Path) -> None:
    record = _read(path)
    assert record.document.published
    assert len(record.statements) >= 4


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_same_text_gives_the_same_record(path: Path) -> None:
    assert readout.read(path) == _read(path)


WORDS = ["said", "told", "“", "”", '"', "'", "‘", "’", "«", "»", "not", "denied", "Xu", "Ana", "$5", "million", "tons", "May", "2026"]
WORDS += ["on Monday", ":", "Q:", "\n", "\n\n", ",", ".", "😀", "e\u0301", "ﬁ", "\u200b", "\u202e", "İ", "ß", "\u00a0", "中国", "and", "to"]
TEXTS = some.one_of(some.text(max_size=200), some.lists(some.sampled_from(WORDS), max_size=40).map(" ".join))


@settings(max_examples=60)
@given(TEXTS)
def test_any_text_gives_a_sound_record(text: str) -> None:
    record = reader(0).read(Document("sha256:0", text, paragraphs=((0, len(text)),) if text else ()))
    assert _broken(record) == []
    assert _strangers(record) == set()
    assert brief(record)
    assert page(record)


@settings(max_examples=60)
@given(TEXTS)
def test_any_text_that_comes_in_is_read_or_refused_by_name(text: str) -> None:
    try:
        document = document_of_text(text)
    except ReadoutError as error:
        refusal = str(error)
    else:
        refusal = "" if _broken(reader(0).read(document)) == [] else "an anchor is broken"
    assert refusal == "" or refusal.startswith("the text ")
