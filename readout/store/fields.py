"""What a person may correct of an item: the fields of each kind, their values, and how these are typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import NoneType
from typing import Any, TypeAlias, get_args

import msgspec

from readout.model.actor import ActorKind
from readout.model.amount import Bound
from readout.model.anchor import Anchor
from readout.model.commitment import Firmness
from readout.model.errors import UsageError
from readout.model.event import Status
from readout.model.items import Kind
from readout.model.statement import Act, Form, Said
from readout.store.days import days_of

EVENT_TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "NONE",
    "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
"""What people may choose from; the field itself takes any, for older dossiers may hold others."""
Name: TypeAlias = str | None
Date: TypeAlias = str | None


class Merge(msgspec.Struct, forbid_unknown_fields=True):
    """Which other item of the kind this one is the same as: one that stands at this place."""

    into: Anchor


class Split(msgspec.Struct, forbid_unknown_fields=True):
    """Which mentions belong to another actor or topic, and its name."""

    name: str
    mentions: tuple[Anchor, ...]


class Elsewhere(msgspec.Struct, forbid_unknown_fields=True):
    """An actor of any document: what stands at this place of it, and what it was called then."""

    document: str
    place: Anchor
    name: str


class Same(msgspec.Struct, forbid_unknown_fields=True):
    """Which actors of other documents this one is the same as."""

    others: tuple[Elsewhere, ...]


class Apart(msgspec.Struct, forbid_unknown_fields=True):
    """Which actors this one is not; those ``along`` with it are it, the others are one another."""

    others: tuple[Elsewhere, ...]
    along: tuple[Elsewhere, ...]


TIES = ("same", "apart")
"""The fields that are about who is who over several documents; they change no record."""
FORMS = (Merge, Split, Same, Apart)
FIELDS: dict[Kind, dict[str, Any]] = {
    "statement": {
        "source": Name,
        "addressee": Name,
        "said": Said,
        "form": Form,
        "act": Act,
        "medium": Name,
        "when": Date,
        "topics": tuple[str, ...],
    },
    "event": {
        "type": str,
        "mode": Name,
        "status": Status,
        "actors": tuple[str, ...],
        "recipients": tuple[str, ...],
        "when": Date,
    },
    "when": {"edtf": Date},
    "amount": {
        "value": float | None,
        "low": float | None,
        "high": float | None,
        "bound": Bound,
        "unit": Name,
        "currency": Name,
        "of": Name,
    },
    "commitment": {
        "by": Name,
        "to": Name,
        "action": str,
        "object": Name,
        "firmness": Firmness,
        "deadline": Date,
    },
    "actor": {
        "name": str,
        "kind": ActorKind,
        "country": Name,
        "known_as": Name,
        "merge": Merge,
        "split": Split,
        "same": Same,
        "apart": Apart,
    },
    "topic": {"label": str, "merge": Merge, "split": Split},
}
DATES = frozenset({"when", "edtf", "deadline"})


def checked(kind: Kind, field: str | None, value: Any) -> Any:
    """The value as it is kept; raises ``UsageError`` where the field or the value is none of the kind's.

    >>> checked("statement", "said", "denied")
    'denied'
    """
    allowed = FIELDS.get(kind, {})
    if field not in allowed:
        known = ", ".join(allowed) or "nothing"
        raise UsageError(f"{field!r} of {_a(kind)} cannot be corrected: choose one of {known}")
    try:
        read = msgspec.convert(msgspec.to_builtins(value), allowed[field], strict=True)
    except msgspec.ValidationError as error:
        options = _field(field or "", allowed[field]).options
        why = f"choose one of {', '.join(options)}" if options else str(error)
        raise UsageError(f"{field} of {_a(kind)} cannot be {value!r}: {why}") from error
    if (kind, field) == ("event", "type") and read not in EVENT_TYPES:
        raise UsageError(f"type of an event cannot be {value!r}: choose one of {', '.join(EVENT_TYPES)}")
    if field in DATES and value is not None and days_of(value) is None:
        raise UsageError(f"{value!r} is no date: write YYYY, YYYY-MM, YYYY-MM-DD or two of them with a /")
    named = read.name if isinstance(read, Split) else read if field in ("name", "label") else "-"
    if not named.strip():
        raise UsageError(f"{field} of {_a(kind)} cannot be empty")
    return msgspec.to_builtins(read)


def _a(kind: Kind) -> str:
    return f"{'an' if kind[0] in 'aeu' else 'a'} {kind}"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a person may correct: its closed values where it has them, whether it holds several."""

    name: str
    options: tuple[str, ...] = ()
    several: bool = False
    number: bool = False
    empty: bool = False


def correctable(kind: Kind) -> list[Field]:
    """The fields of a kind, but for joining and dividing, which have forms of their own."""
    found = [_field(name, type) for name, type in FIELDS.get(kind, {}).items() if type not in FORMS]
    of_event = kind == "event"
    return [replace(one, options=EVENT_TYPES) if of_event and one.name == "type" else one for one in found]


def _field(name: str, type: Any) -> Field:
    parts = get_args(type)
    texts = tuple(part for part in parts if isinstance(part, str))
    return Field(name, texts, Ellipsis in parts, float in parts, NoneType in parts)


def value_of(kind: Kind, name: str, typed: str) -> Any:
    """What a person typed, as the field holds it; empty means nothing.

    >>> value_of("event", "actors", "Chile, Peru")
    ('Chile', 'Peru')
    """
    field = next((one for one in correctable(kind) if one.name == name), None)
    typed = typed.strip()
    if field is None:  # ``checked`` says what may be corrected
        return typed
    if field.several:
        return tuple(part.strip() for part in typed.split(",") if part.strip())
    if not typed and field.empty:
        return None
    if typed.upper() in field.options:
        return typed.upper()
    if field.number:
        try:
            return float(typed.replace(",", ""))
        except ValueError as error:
            raise UsageError(f"{typed!r} is no figure") from error
    return typed
