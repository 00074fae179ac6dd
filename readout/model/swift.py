"""Frozen dataclasses of which a text makes hundreds, made in a third of the time."""

from __future__ import annotations

from dataclasses import fields
from functools import wraps
from typing import Any, TypeVar, cast

Kind = TypeVar("Kind")
_loosen = object.__dict__["__class__"].__set__


def swift(kind: type[Kind]) -> type[Kind]:
    """A frozen dataclass with slots that is filled faster: an ``__init__`` of its own, nothing else changes.

    What is frozen stores each field by a call. A new object is instead of an open class with the same slots
    while it is filled, and of its own class from then on. ``kind`` has no subclasses and no factories.

    >>> @swift
    ... @dataclass(frozen=True, slots=True)
    ... class Word: ...  # doctest: +SKIP
    """
    names = [field.name for field in fields(cast(Any, kind))]
    stores = [f"    self.{name} = {name}" for name in names]
    lines = [f"def __init__(self, {', '.join(names)}):", "    _loosen(self, _open)", *stores]
    open_kind = type(kind.__name__, (), {"__slots__": names})
    made: dict[str, Any] = {}
    exec(
        "\n".join([*lines, "    self.__class__ = _kind"]),
        {"_loosen": _loosen, "_open": open_kind, "_kind": kind},
        made,
    )
    slow, quick = kind.__init__, made["__init__"]
    quick.__defaults__ = slow.__defaults__
    kind.__init__ = wraps(slow)(quick)  # type: ignore[method-assign]
    return kind
