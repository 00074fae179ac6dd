"""``readout schema``: the contract, for programs."""

from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema of the records that `readout read --format json` prints."""
    import sys

    from readout.export.json import schema as made

    sys.stdout.buffer.write(made() + b"\n")
