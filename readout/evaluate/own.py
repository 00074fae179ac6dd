"""Statements of our own short texts: a measure that needs no corpus."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

from readout.language.engine import Engine
from readout.model.document import Document
from readout.model.record import Record
from readout.model.statement import Statement
from readout.read import Reader

PATH = Path(str(files("readout.evaluate").joinpath("own.toml")))
ENOUGH = 0.5
WORD = re.compile(r"\w+")


def score(engine: Engine) -> dict[str, float]:
    """F1 in percent of contents, and of contents with the right source and manner of saying."""
    reader = Reader(engine)
    hits, full, count = 0, 0, 0
    for entry in tomllib.loads(PATH.read_text("utf-8"))["text"]:
        record = reader.read(_document(entry["text"]))
        left = list(record.statements)
        count += len(left) + len(entry["statements"])
        for source, content, said in entry["statements"]:
            best = max(left, key=lambda s: _likeness(content, s), default=None)
            if best is not None and _likeness(content, best) >= ENOUGH:
                left.remove(best)
                hits += 1
                full += best.said == said and bool(_bag(source) & _bag(_source(record, best)))
    return {"content": round(200 * hits / count, 2), "statement": round(200 * full / count, 2)}


def _document(text: str) -> Document:
    paragraphs = tuple(m.span() for m in re.finditer(r"[^\n]+", text))
    return Document("own", text, paragraphs, published="2025-05-06")


def _source(record: Record, statement: Statement) -> str:
    actor = record.actor(statement.source.actor) if statement.source else None
    return actor.name if actor else ""


def _bag(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.lower()))


def _likeness(content: str, statement: Statement) -> float:
    wanted, found = _bag(content), _bag(" ".join(a.exact for a in statement.content))
    either = (wanted | found).total()
    return (wanted & found).total() / either if either else 0.0
