"""Records as tables, one a kind of item: what CSV and Parquet are written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeAlias

import msgspec

from readout.export.phrase import Phrases, first, said
from readout.export.sheet import Sheet
from readout.model.anchor import Anchor
from readout.model.items import places

Type = Literal["text", "whole", "number"]
Row: TypeAlias = tuple[Any, ...]

PLACE = {"start": "whole", "end": "whole"}
ITEM = {"document": "whole", "id": "text"}
TOLD = {"confidence": "number", "verdict": "text"}


def _texts(names: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), "text")


TABLES: dict[str, dict[str, str]] = {
    "documents": {"document": "whole"}
    | _texts("id title publisher author url published language name added model")
    | {"version": "whole", "text": "text"},
    "actors": ITEM
    | _texts("name kind country sector code known_as offices")
    | {"mentions": "whole"}
    | PLACE
    | TOLD
    | {"identity": "text"},
    "statements": ITEM
    | _texts(
        "source source_text source_country said act form content cue hedge addressee via medium when_said"
    )
    | _texts("within topics")
    | PLACE
    | TOLD
    | {"source_identity": "text"},
    "events": ITEM
    | _texts("type mode contexts status actors recipients day place country trigger clause amounts within")
    | PLACE
    | TOLD,
    "dates": ITEM | _texts("text edtf first_day last_day grain basis") | PLACE | TOLD,
    "amounts": ITEM
    | {"text": "text", "value": "number", "low": "number", "high": "number"}
    | _texts("bound unit currency of")
    | PLACE
    | TOLD,
    "promises": ITEM
    | _texts("by to action object amount deadline firmness condition said_in by_account clause")
    | PLACE
    | TOLD,
    "progress": {"document": "whole", "promise": "text"}
    | _texts("amount basis reporter as_of text")
    | PLACE
    | {"confidence": "number"},
    "topics": ITEM | {"label": "text", "mentions": "whole"} | PLACE | TOLD,
    "unread": ITEM | _texts("text reason") | PLACE | {"verdict": "text"},
    "removed": {"document": "whole"} | _texts("text reason"),
    "judgements": {"document": "whole"}
    | _texts("id kind item action field value note who made machine text model undoes"),
}
"""Every table with its columns. ``start`` and ``end`` count code points of the document's text."""


def rows(sheet: Sheet) -> Iterator[tuple[str, Row]]:
    """The rows of one document, each with the name of its table.

    >>> # ("statements", (1, "s1", "Ada Ruiz", "She", None, "yes", "inform", …))
    """
    yield "documents", _document(sheet)
    for name, made in (
        ("actors", _actors(sheet)),
        ("statements", _statements(sheet)),
        ("events", _events(sheet)),
        ("dates", _dates(sheet)),
        ("amounts", _amounts(sheet)),
        ("promises", _promises(sheet)),
        ("progress", _progress(sheet)),
        ("topics", _topics(sheet)),
        ("unread", _unread(sheet)),
        ("removed", _removed(sheet)),
        ("judgements", _judgements(sheet)),
    ):
        yield from ((name, row) for row in made)


def _joined(words: Iterable[str]) -> str | None:
    return "; ".join(words) or None


def _ends(anchor: Anchor | None) -> tuple[int | None, int | None]:
    return (anchor.start, anchor.end) if anchor else (None, None)


def _document(sheet: Sheet) -> Row:
    record, of = sheet.record, sheet.record.document
    told = (of.title, of.publisher, of.author, of.url, of.published, of.language)
    return (sheet.number, of.id, *told, sheet.name, sheet.added, record.model, sheet.version, of.text)


def _actors(sheet: Sheet) -> Iterator[Row]:
    for one in sheet.record.actors:
        known = (one.name, one.kind, one.country, one.sector, one.code, one.known_as, _joined(one.offices))
        place = _ends(next(iter(places(one)), None))
        verdict, whose = sheet.verdicts.get(("actor", one.id)), sheet.identities.get(one.id)
        yield (sheet.number, one.id, *known, len(one.mentions), *place, one.confidence, verdict, whose)


def _statements(sheet: Sheet) -> Iterator[Row]:
    phrases = Phrases(sheet.record)
    topics = {topic.id: topic.label for topic in sheet.record.topics}
    for one in sheet.record.statements:
        source = one.source
        actor = sheet.record.actor(source.actor) if source else None
        yield (
            sheet.number,
            one.id,
            phrases.party(source) if source else None,
            source.anchor.exact if source and source.anchor else None,
            actor.country if actor else None,
            *(one.said, one.act, one.form, said(one)),
            *(one.cue.exact if one.cue else None, one.hedge.exact if one.hedge else None),
            phrases.party(one.addressee) if one.addressee else None,
            _joined(phrases.party(party) for party in one.via),
            *(one.medium, phrases.moment(one.when), one.within),
            _joined(topics.get(id, id) for id in one.topics),
            *_ends(first(one)),
            one.confidence,
            sheet.verdicts.get(("statement", one.id)),
            sheet.identities.get(source.actor or "") if source else None,
        )


def _events(sheet: Sheet) -> Iterator[Row]:
    phrases = Phrases(sheet.record)
    for one in sheet.record.events:
        yield (
            sheet.number,
            one.id,
            *(one.type, one.mode, _joined(one.contexts), one.status),
            _joined(phrases.actor(id) for id in one.actors),
            _joined(phrases.actor(id) for id in one.recipients),
            phrases.moment(one.when),
            *((one.where.name, one.where.country) if one.where else (None, None)),
            *(one.trigger.exact, one.anchor.exact),
            _joined(phrases.figure(id) or id for id in one.amounts),
            one.within,
            *_ends(one.trigger),
            one.confidence,
            sheet.verdicts.get(("event", one.id)),
        )


def _dates(sheet: Sheet) -> Iterator[Row]:
    for one in sheet.record.whens:
        told = (one.text, one.edtf, one.start, one.end, one.grain, one.basis)
        verdict = sheet.verdicts.get(("when", one.id))
        yield (sheet.number, one.id, *told, *_ends(one.anchor), one.confidence, verdict)


def _amounts(sheet: Sheet) -> Iterator[Row]:
    for one in sheet.record.amounts:
        told = (one.text, one.value, one.low, one.high, one.bound, one.unit, one.currency, one.of)
        verdict = sheet.verdicts.get(("amount", one.id))
        yield (sheet.number, one.id, *told, *_ends(one.anchor), one.confidence, verdict)


def _promises(sheet: Sheet) -> Iterator[Row]:
    phrases = Phrases(sheet.record)
    for one in sheet.record.commitments:
        yield (
            sheet.number,
            one.id,
            phrases.actor(one.by) if one.by else None,
            phrases.actor(one.to) if one.to else None,
            *(one.action, one.object, phrases.figure(one.amount), phrases.moment(one.deadline), one.firmness),
            one.condition.exact if one.condition else None,
            _joined(one.said_in),
            _joined(phrases.actor(id) for id in one.by_account),
            one.anchor.exact,
            *_ends(one.anchor),
            one.confidence,
            sheet.verdicts.get(("commitment", one.id)),
        )


def _progress(sheet: Sheet) -> Iterator[Row]:
    phrases = Phrases(sheet.record)
    for promise in sheet.record.commitments:
        for one in promise.progress:
            reporter = phrases.actor(one.reporter) if one.reporter else None
            told = (phrases.figure(one.amount), one.basis, reporter, one.as_of, one.anchor.exact)
            yield (sheet.number, promise.id, *told, *_ends(one.anchor), one.confidence)


def _topics(sheet: Sheet) -> Iterator[Row]:
    for one in sheet.record.topics:
        place = _ends(next(iter(one.mentions), None))
        verdict = sheet.verdicts.get(("topic", one.id))
        yield (sheet.number, one.id, one.label, len(one.mentions), *place, one.confidence, verdict)


def _unread(sheet: Sheet) -> Iterator[Row]:
    for number, one in enumerate(sheet.record.unread, 1):
        verdict = sheet.verdicts.get(("unread", f"u{number}"))
        yield (sheet.number, f"u{number}", one.anchor.exact, one.reason, *_ends(one.anchor), verdict)


def _removed(sheet: Sheet) -> Iterator[Row]:
    return ((sheet.number, one.text, one.reason) for one in sheet.record.document.removed)


def _judgements(sheet: Sheet) -> Iterator[Row]:
    for one in sheet.judgements:
        text = " … ".join(place.exact for place in one.places[:1]) or None
        told = (
            one.id,
            one.kind,
            one.item,
            one.action,
            one.field,
            _json(one.value),
            one.note,
            one.who,
            one.made,
        )
        yield (sheet.number, *told, _json(one.machine), text, one.model, one.undoes)


def _json(value: Any) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()
