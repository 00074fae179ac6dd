"""What the pages ask of a dossier: the one place that knows its ways."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, get_args

from readout.dossier import Dossier, Filters, Hit
from readout.dossier.text import Text, Told, text
from readout.model.errors import UsageError
from readout.model.items import KINDS, Kind
from readout.model.judgement import Judgement
from readout.store.fields import Field, correctable, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_COUNTED = 1_000
"""Hits that are counted; of more it is only said that there are more."""
MOST_LINKED = 200
"""Texts that one comparison, ledger or timeline is made from without a choice being asked for."""


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
