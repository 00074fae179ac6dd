"""What the pages ask of a dossier: the one place that knows its ways."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, get_args

from readout.dossier import Dossier, Filters, Hit, Kept
from readout.model.errors import UsageError
from readout.model.items import KINDS, Item, Kind, items_of
from readout.model.judgement import Judgement, Standing, in_force
from readout.model.record import Record
from readout.store.corrections import FIELDS, Merge, Split

if TYPE_CHECKING:
    from collections.abc import Mapping

VERDICTS = ("accept", "reject", "unsure")
MOST_LINKED = 200
"""Texts that one comparison, ledger or timeline is made from without a choice being asked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A judgement, how it stands today, and whether somebody took it back."""

    judgement: Judgement
    standing: Standing
    undone: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A document as a page shows it: read by the machine, judged by people."""

    kept: Kept
    record: Record
    machine: Record
    told: tuple[Told, ...]

    def on(self, kind: Kind, id: str) -> tuple[Told, ...]:
        """What people said of an item, oldest first."""
        return tuple(one for one in self.told if (one.judgement.kind, one.judgement.item) == (kind, id))

    def verdict(self, kind: Kind, id: str) -> str | None:
        """The latest verdict in force on an item."""
        said = [one for one in self.on(kind, id) if not one.undone and one.judgement.action in VERDICTS]
        return said[-1].judgement.action if said else None

    def item(self, kind: Kind, id: str) -> Item | None:
        """An item as people left it, else as the machine made it."""
        for record in (self.record, self.machine):
            for known, item in items_of(record, kind):
                if known == id:
                    return item
        return None

    def rejected(self) -> list[tuple[Kind, str, Item]]:
        """The machine's items that people took out."""
        return [
            (kind, id, item)
            for kind in KINDS
            for id, item in items_of(self.machine, kind)
            if self.verdict(kind, id) == "reject"
        ]


def text(dossier: Dossier, name: str | Kept) -> Text:
    """A document by number or hash, with its readings and everything said of them."""
    kept = name if isinstance(name, Kept) else dossier.find(name)
    judgements = dossier.judgements(kept)
    valid = {one.id for one in in_force([judgement for judgement, _ in judgements])}
    undone = [
        Told(one, standing, one.action != "undo" and one.id not in valid) for one, standing in judgements
    ]
    machine = dossier.machine(kept)
    record = dossier.record(kept) if judgements else machine
    return Text(kept, record, machine, tuple(undone))


def filters(query: Mapping[str, str]) -> Filters:
    """The filters that stand in an address; raises ``UsageError`` for a value that is none."""
    known: dict[str, Any] = {}
    for name in (one.name for one in fields(Filters)):
        value = (query.get(name) or "").strip()
        if not value:
            continue
        known[name] = _filter(name, value)
    return Filters(**known)


def _filter(name: str, value: str) -> Any:
    if name == "versions":
        return value in ("1", "yes", "true")
    if name == "documents":
        if not all(part.isdecimal() and len(part) < 10 for part in value.split(",")):
            raise UsageError(f"{value!r} are no numbers of texts")
        return tuple(int(part) for part in value.split(","))
    if name in CHOICES and value not in CHOICES[name]:
        raise UsageError(f"{name} cannot be {value!r}: choose one of {', '.join(CHOICES[name])}")
    return value


CHOICES: dict[str, tuple[str, ...]] = {
    "kind": tuple(get_args(Kind)),
    "stance": ("yes", "denied", "not said", "declined"),
    "status": ("happened", "ongoing", "planned", "possible", "negated"),
    "verdict": ("none", "accept", "reject", "unsure"),
}


def judge(
    dossier: Dossier, number: str, kind: str, item: str, action: str, who: str, **said: Any
) -> Judgement:
    """Write a judgement down."""
    if kind not in KINDS:
        raise UsageError(f"{kind!r} is no kind of item")
    if action not in ("accept", "reject", "unsure", "correct", "comment"):
        raise UsageError(f"{action!r} is no judgement")
    return dossier.judge(dossier.find(number), kind, item, action, who=who, **said)  # type: ignore[arg-type]


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
    return [_field(name, type) for name, type in FIELDS.get(kind, {}).items() if type not in (Merge, Split)]


def _field(name: str, type: Any) -> Field:
    parts = get_args(type)
    texts = tuple(part for part in parts if isinstance(part, str))
    return Field(name, texts, Ellipsis in parts, float in parts, NoneType in parts)


NoneType = type(None)


def value_of(kind: Kind, name: str, typed: str) -> Any:
    """What a person typed, as the field holds it; empty means nothing.

    >>> value_of("event", "actors", "Chile, Peru")
    ('Chile', 'Peru')
    """
    field = next((one for one in correctable(kind) if one.name == name), None)
    typed = typed.strip()
    if field is None:
        return typed
    if field.several:
        return tuple(part.strip() for part in typed.split(",") if part.strip())
    if not typed and field.empty:
        return None
    if field.number:
        try:
            return float(typed.replace(",", ""))
        except ValueError as error:
            raise UsageError(f"{typed!r} is no figure") from error
    return typed


__all__ = [
    "CHOICES",
    "Field",
    "Filters",
    "Hit",
    "Text",
    "Told",
    "correctable",
    "filters",
    "judge",
    "text",
    "value_of",
]
