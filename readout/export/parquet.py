"""Parquet: a folder with one typed table a kind, for DuckDB, pandas and the like."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from readout.export.sheet import Sheet
from readout.export.tables import TABLES, Row, rows
from readout.model.errors import MissingExtraError

GROUP = 10_000
"""Rows that are written together."""


def write(sheets: Iterable[Sheet], folder: Path) -> dict[str, int]:
    """Write every table, also the empty ones; return how many rows each has."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow: run pip install 'readout[parquet]'") from error
    counts = dict.fromkeys(TABLES, 0)
    schemas = {name: _schema(pyarrow, columns) for name, columns in TABLES.items()}
    waiting: dict[str, list[Row]] = {name: [] for name in TABLES}
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(parquet.ParquetWriter(folder / f"{name}.parquet", schema))
            for name, schema in schemas.items()
        }

        def flush(name: str) -> None:
            made = [dict(zip(TABLES[name], row, strict=True)) for row in waiting[name]]
            writers[name].write_table(pyarrow.Table.from_pylist(made, schema=schemas[name]))
            waiting[name].clear()

        for sheet in sheets:
            for name, row in rows(sheet):
                waiting[name].append(row)
                counts[name] += 1
                if len(waiting[name]) >= GROUP:
                    flush(name)
        for name in TABLES:
            flush(name)
    return counts


def _schema(pyarrow: Any, columns: dict[str, str]) -> Any:
    types = {"text": pyarrow.string(), "whole": pyarrow.int64(), "number": pyarrow.float64()}
    return pyarrow.schema([(name, types[kind]) for name, kind in columns.items()])
