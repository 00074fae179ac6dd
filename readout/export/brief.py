"""The brief of a dossier, for an editor: what the HTML and the DOCX brief both say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from readout.export import phrase
from readout.export.phrase import Phrases
from readout.export.sheet import Sheet
from readout.export.words import DONE, change_of
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.items import Kind
from readout.model.judgement import in_force

LONGEST = 300
"""Characters of a quotation that a link still spells out whole."""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: what kind of stance or status, the words, notes on them, and a link to the place."""

    mark: str
    text: str
    notes: str
    quoted: bool = False
    link: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Findings under a heading: a speaker, or a kind."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One document of the brief."""

    title: str
    facts: str
    found: str
    url: str | None
    groups: tuple[Group, ...]


def section(sheet: Sheet) -> Section:
    """One document for people: by speaker who said what and who was silent, then events and the rest."""
    record = sheet.record
    document = record.document
    named = (document.publisher, document.author, document.published or "no publication date")
    facts = [*named, f"version {sheet.version}" if sheet.version > 1 else None, f"document {sheet.number}"]
    return Section(
        title=phrase.flat(document.title or sheet.name),
        facts=" · ".join(phrase.flat(fact) for fact in facts if fact),
        found=phrase.summary(record) or "nothing found",
        url=document.url if (document.url or "").startswith(("http://", "https://")) else None,
        groups=tuple(_groups(sheet)),
    )


def _groups(sheet: Sheet) -> Iterator[Group]:
    record, phrases = sheet.record, Phrases(sheet.record)
    for speaker, statements in phrase.by_speaker(record):
        lines = []
        for one in statements:
            notes = " · ".join(phrases.notes(one))
            text = phrase.said(one) or "(nothing quoted)"
            mark = phrase.STANCES[one.said][1]
            place = phrase.first(one)
            lines.append(_line(sheet, "statement", one.id, mark, text, notes, place, one.form == "direct"))
        yield Group(speaker, tuple(lines))
    yield from _grouped("What happened", _events(sheet, phrases))
    yield from _grouped("What was promised", _promises(sheet, phrases))
    yield from _grouped("Figures", _figures(sheet))
    yield from _grouped("Dates", _dates(sheet))
    yield from _grouped("Could not be read", _unread(sheet))


def _grouped(heading: str, lines: Iterator[Line]) -> Iterator[Group]:
    if made := tuple(lines):
        yield Group(heading, made)


def _events(sheet: Sheet, phrases: Phrases) -> Iterator[Line]:
    for one in sheet.record.events:
        facts = [phrases.moment(one.when), one.where.name if one.where else None]
        notes = " · ".join(fact for fact in [*facts, one.within and f"as told in {one.within}"] if fact)
        text = f"{phrases.deed(one)}: {phrase.flat(one.anchor.exact)}"
        yield _line(sheet, "event", one.id, phrase.STATUSES[one.status][1], text, notes, one.anchor)


def _promises(sheet: Sheet, phrases: Phrases) -> Iterator[Line]:
    for one in sheet.record.commitments:
        steps = [
            " ".join(part for part in (phrases.figure(step.amount), step.basis, step.as_of) if part)
            for step in one.progress
        ]
        notes = f"so far: {'; '.join(steps)}" if steps else ""
        text = phrases.promise(one)
        yield _line(sheet, "commitment", one.id, one.firmness, text, notes, one.anchor)


def _figures(sheet: Sheet) -> Iterator[Line]:
    for one in sheet.record.amounts:
        notes = " · ".join(part for part in (phrase.reading(one), one.of) if part)
        yield _line(sheet, "amount", one.id, "figure", phrase.flat(one.text), notes, one.anchor)


def _dates(sheet: Sheet) -> Iterator[Line]:
    for one in sheet.record.whens:
        yield _line(sheet, "when", one.id, "date", phrase.flat(one.text), phrase.span(one), one.anchor)


def _unread(sheet: Sheet) -> Iterator[Line]:
    for number, one in enumerate(sheet.record.unread, 1):
        text = phrase.flat(one.anchor.exact)
        yield _line(sheet, "unread", f"u{number}", "unread", text, one.reason, one.anchor)


def _line(
    sheet: Sheet,
    kind: Kind,
    id: str,
    mark: str,
    text: str,
    notes: str,
    anchor: Anchor | None,
    quoted: bool = False,
) -> Line:
    link = fragment(sheet.record.document, anchor) if anchor else None
    return Line(mark, text, f"{notes} [{id}]".strip(), quoted, link, tuple(_remarks(sheet, kind, id)))


def _remarks(sheet: Sheet, kind: Kind, id: str) -> Iterator[str]:
    """What people say of an item today, with who and when, the machine's value beside a correction."""
    for one in in_force(sheet.judgements):
        if (one.kind, one.item) == (kind, id):
            change = f": {change_of(one)}" if one.field else ""
            note = f" – {one.note}" if one.note else ""
            yield f"{DONE[one.action]} by {one.who}, {one.made[:10]}{change}{note}"


def fragment(document: Document, anchor: Anchor) -> str | None:
    """A link that opens the original at these words (Text Fragments), where it has an address.

    >>> from readout.model.document import Document
    >>> fragment(Document("", "It is safe.", url="https://x.example/a"), Anchor(6, 10, "safe"))
    'https://x.example/a#:~:text=safe'
    """
    if not (document.url or "").startswith(("http://", "https://")):
        return None
    words = anchor.exact.split()
    whole = " ".join(words)
    if len(whole) <= LONGEST and "\n" not in anchor.exact:
        text = _encoded(whole)
    else:
        text = f"{_encoded(' '.join(words[:6]))},{_encoded(' '.join(words[-6:]))}"
    return f"{(document.url or '').partition('#')[0]}#:~:text={text}"


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
