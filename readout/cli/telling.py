"""The texts of a dossier that tell of one text's encounter, without reading all the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from readout.model.errors import DossierError

if TYPE_CHECKING:
    from readout.dossier import Dossier, Filters
    from readout.export.sheet import Sheet


def telling(dossier: Dossier, number: int) -> list[int]:
    """The numbers of the texts that tell of the encounter that a text is an account of.

    Texts tell of one encounter where its dates overlap or where they came out within days of each other, so
    these are read, from text to text, until there are no more. Raises ``DossierError`` where there is none.
    """
    known: dict[int, Sheet] = {}
    asked, seen = set[int](), set[int]()
    wanted, told = {number}, [number]
    while fresh := wanted - asked:
        asked |= fresh
        known |= _sheets(dossier, fresh)
        told = _together(known, number) or [number]
        for one in known.keys() & set(told) - seen:
            seen.add(one)
            for filters in _near(known[one]):
                wanted |= {kept.number for kept in dossier.documents(filters)}
    if not _together(known, number):
        why = f"text {number} tells of no encounter of two sides"
        raise DossierError(f"{why}: name the texts to compare instead")
    return told


def _sheets(dossier: Dossier, numbers: set[int]) -> dict[int, Sheet]:
    from readout.dossier import Filters

    return {sheet.number: sheet for sheet in dossier.sheets(Filters(documents=tuple(sorted(numbers))))}


def _together(known: dict[int, Sheet], number: int) -> list[int]:
    """The texts of the first encounter that a text tells of, those told by most first."""
    from readout.compare import occasions

    numbers = {sheet.record.document.id: sheet.number for _, sheet in sorted(known.items())}
    for occasion in occasions(known[number].record for number in sorted(known)):
        told = [numbers[id] for id in occasion.documents]
        if number in told:
            return told
    return []


def _near(sheet: Sheet) -> Iterator[Filters]:
    """Where else a text's encounters may be told of: published about then, or events of the same days."""
    from readout.dossier import Filters
    from readout.link.encounter import PAST, TYPES
    from readout.link.occasions import NEAR

    record = sheet.record
    try:
        day = date.fromisoformat(record.document.published or "")
        since, until = ((day + timedelta(days)).isoformat() for days in (-NEAR, NEAR))
        yield Filters(since=since, until=until)
    except (ValueError, OverflowError):
        pass
    whens = {when.id: when for when in record.whens}
    for event in record.events:
        when = whens.get(event.when or "")
        if event.type in TYPES and event.status in PAST and when and when.start and when.end:
            yield Filters(kind="event", type=event.type, after=when.start, before=when.end)
