"""The tables of cues and bases: read in their own examples."""

from __future__ import annotations

from collections.abc import Callable

from readout.extract.commitments import tables
from readout.model.record import Record

SHARE = 0.85
"""The share of examples that the shipped model must read right; single parses may fail."""


def test_every_cue_binds_in_its_example(reads: Callable[..., Record]) -> None:
    rows = tables.rows("cues.tsv")
    failed = [row[2] for row in rows if row[1] not in [c.firmness for c in reads(row[2]).commitments]]
    assert len(failed) <= (1 - SHARE) * len(rows), failed


def test_every_basis_counts_in_its_example(reads: Callable[..., Record]) -> None:
    rows = [row for row in tables.rows("bases.tsv") if tables.bases()[row[0]] == row[1]]
    failed = [row[2] for row in rows if not _counts(row[2], row[1], reads)]
    assert len(failed) <= (1 - SHARE) * len(rows), failed


def _counts(example: str, basis: str, reads: Callable[..., Record]) -> bool:
    """Whether the figure of an example counts towards a promise made right before it."""
    doer, figure = example.split(" ", 1)[0], example
    vow = f"{doer} pledged to do more. {figure}"
    return basis in tables.bases().values() and bool(reads(vow).amounts)
