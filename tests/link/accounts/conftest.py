"""A reader of the texts whose sides are told."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from readout.model.document import Document
from readout.model.errors import MissingModelError
from readout.model.record import Record
from readout.read import reader


@pytest.fixture(scope="module")
def read() -> Callable[..., Record]:
    """Reads a text, each line a paragraph; skipped where the weights are not installed."""
    try:
        engine = reader(1)
    except MissingModelError as missing:
        pytest.skip(str(missing))

    def one(text: str, published: str = "2031-05-04") -> Record:
        lines = tuple(found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", text))
        return engine.read(Document(text, text, lines, published=published))

    return one
