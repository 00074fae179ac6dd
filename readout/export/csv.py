"""CSV: a folder with one table a kind, UTF-8 with a byte order mark, as spreadsheets open it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from readout.export.sheet import Sheet
from readout.export.tables import TABLES, rows

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(sheets: Iterable[Sheet], folder: Path) -> dict[str, int]:
    """Write every table, also the empty ones; return how many rows each has.

    A text that a spreadsheet would take for a formula gets an apostrophe in front: documents come
    from strangers. JSON Lines and Parquet have every text as it is.
    """
    counts = dict.fromkeys(TABLES, 0)
    with ExitStack() as stack:
        writers = {}
        for name, columns in TABLES.items():
            file = stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline=""))
            writers[name] = csv.writer(file)
            writers[name].writerow(columns)
        for sheet in sheets:
            for name, row in rows(sheet):
                writers[name].writerow([_cell(value) for value in row])
                counts[name] += 1
    return counts


def _cell(value: Any) -> Any:
    """
    >>> _cell("=1+1"), _cell(-3), _cell(None)
    ("'=1+1", -3, '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        value = value.replace("\0", " ")
        return f"'{value}" if value.startswith(FORMULA) else value
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value
