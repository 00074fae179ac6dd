"""Records as JSON, exactly as the contract has them, and the JSON Schema of that contract."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import msgspec

from readout.model.record import Record

FIRST = ("readout", "model")


def plain(record: Record) -> dict[str, Any]:
    """The record as dictionaries, lists and scalars; whole numbers without a point, nulls kept.

    >>> # an amount of 2000000.0 becomes {"value": 2000000, …}
    """
    tree = msgspec.to_builtins(record)
    for amount in tree["amounts"]:
        for name in ("value", "low", "high"):
            amount[name] = whole(amount[name])
    rest = (field.name for field in fields(record) if field.name not in FIRST)
    return {name: tree[name] for name in (*FIRST, *rest)}


def whole(number: float | None) -> float | int | None:
    """A whole number without its point."""
    if isinstance(number, float) and number.is_integer() and abs(number) < 2**53:
        return int(number)
    return number


def line(record: Record) -> bytes:
    """The record on one line, UTF-8."""
    return msgspec.json.encode(plain(record))


def page(record: Record) -> bytes:
    """The record on many lines, for people to look into."""
    return msgspec.json.format(line(record), indent=2)


def schema() -> bytes:
    """The JSON Schema (draft 2020-12) of a record, made from the dataclasses themselves.

    Every field is required: what is not known is printed as null, never left out.
    """
    tree = msgspec.json.schema(Record)
    for noun in tree["$defs"].values():
        noun["required"] = list(noun.get("properties", ()))
    return msgspec.json.format(msgspec.json.encode(tree), indent=2)
