"""The shipped model, loaded once, and a reader of short texts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from readout.extract.statements import find_statements
from readout.model.analysis import Analysis
from readout.model.document import Document
from readout.model.errors import MissingModelError
from readout.model.statement import Statement

Reader = Callable[[str], tuple[Statement, ...]]


def page(text: str) -> Document:
    """A document whose paragraphs are its lines."""
    return Document(
        "sha256:test", text, tuple(found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", text))
    )


@pytest.fixture(scope="session")
def analyse() -> Callable[[Document], Analysis]:
    """The language engine; tests that need it are skipped where its weights are not installed."""
    from readout.language import load

    try:
        return load(1).analyse
    except MissingModelError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def statements(analyse: Callable[[Document], Analysis]) -> Reader:
    """The statements of a text, without actors and whens."""

    def read(text: str) -> tuple[Statement, ...]:
        document = page(text)
        found, _ = find_statements(document, analyse(document), (), ())
        return found

    return read
