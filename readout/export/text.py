"""The brief for a terminal: who said what, the silences, the figures and the dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from readout.export import phrase
from readout.export.phrase import Phrases
from readout.model.anchor import Anchor
from readout.model.items import items_of
from readout.model.record import Record, Unread
from readout.model.statement import Statement

NARROWEST = 40
WIDEST = 110
JOIN = "\ue000"  # of private use: a space at which no line breaks
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CODE = re.compile("\x1b\\[[0-9;]*m")
_TAIL = re.compile("(?:\x1b\\[[0-9;]*m| )+$")
COLORS = {"said": "green", "denied": "red", "not said": "magenta", "declined": "yellow"}
STATUS_COLORS = {
    "happened": "green",
    "going on": "cyan",
    "planned": "blue",
    "possible": "yellow",
    "did not happen": "red",
}


def brief(
    record: Record,
    *,
    label: Callable[[str], str] = str,
    named: bool = False,
    width: int = 80,
    color: bool = False,
) -> str:
    """The record as text for people, wrapped to ``width``; ANSI colours only when asked for.

    Items are told by ``label`` of their ids; ``named`` lists actors and topics too.

    >>> print(brief(record))                             # doctest: +SKIP
    WHO SAID WHAT
      Rosario Ibáñez
        ● said  that the talks would start in April
    """
    phrases = Phrases(record, label)
    parts = [_statements, _events, _promises, _figures, _dates, *([_named] if named else []), _unread]
    shown = [one for part in parts for one in part(phrases)]
    return drawn([*_head(record), *shown, *_removed(record)], width=width, color=color)


def happenings(
    records: Iterable[Record],
    *,
    numbers: Mapping[str, int] | None = None,
    width: int = 80,
    color: bool = False,
) -> str:
    """The events of each record, in the order of its text; ``numbers`` are those of a dossier's texts."""
    shown = (part for record in records for part in (*_head(record), *_happened(record, numbers or {})))
    return drawn(shown, width=width, color=color)


def _happened(record: Record, numbers: Mapping[str, int]) -> list[RenderableType]:
    number = numbers.get(record.document.id)
    phrases = Phrases(record, str if number is None else lambda id: f"{number}/{id}")
    return _events(phrases) or [Text(), Text("No event is told.")]


def drawn(parts: Iterable[RenderableType], *, width: int = 80, color: bool = False) -> str:
    """Parts laid out for a terminal, with no spaces at the ends of lines."""
    console = Console(
        file=(page := StringIO()),
        width=max(NARROWEST, min(width, WIDEST)),
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    rows = page.getvalue().replace(JOIN, " ").split("\n")
    return "\n".join(_TAIL.sub(_codes, row) for row in rows)


def unbroken(words: str) -> str:
    """A few words, drawn on one line; Rich breaks lines at a no-break space too."""
    return words.replace(" ", JOIN)


def safe(text: str) -> str:
    """The text on one line without control characters: nothing in it can drive the terminal."""
    return phrase.flat(_UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text))


def _codes(tail: re.Match[str]) -> str:
    """The colour codes at the end of a row without the spaces among them."""
    return "".join(_CODE.findall(tail.group()))


def _head(record: Record) -> list[RenderableType]:
    document = record.document
    named = [document.publisher, document.author, document.published or "no publication date", document.url]
    facts = " · ".join(safe(fact) for fact in named if fact)
    found = phrase.summary(record) or "nothing found"
    words = phrase.counted(len(document.text.split()), "word")
    return [
        Rule(characters="━", style="bold"),
        Text(safe(phrase.title(record)), style="bold"),
        Text(facts, style="dim"),
        Text(f"{words}: {found}", style="dim"),
    ]


def _heading(words: str) -> list[RenderableType]:
    return [Text(), Text(words.upper(), style="bold underline")]


def _statements(phrases: Phrases) -> list[RenderableType]:
    record = phrases.record
    if not record.statements:
        return [*_heading("Who said what"), Text("  Nobody is reported to have said anything.")]
    parts = _heading("Who said what")
    for name, statements in phrase.by_speaker(record):
        parts.append(Padding(_speaker(record, name, statements), (1, 0, 0, 2)))
        parts += [Padding(_statement(phrases, statement), (0, 0, 0, 2)) for statement in statements]
    return parts


def _speaker(record: Record, name: str, statements: list[Statement]) -> Text:
    source = statements[0].source
    actor = record.actor(source.actor) if source else None
    title = Text(safe(name), style="bold" if source else "bold italic")
    facts = [*phrase.posts(actor), actor.country] if actor else []
    known = " · ".join(safe(fact) for fact in facts if fact)
    return title.append(f"  {known}", style="dim not bold") if known else title


def _statement(phrases: Phrases, statement: Statement) -> Table:
    symbol, word = phrase.STANCES[statement.said]
    notes = " · ".join(safe(note) for note in phrases.notes(statement))
    anchor = phrase.first(statement)
    said = Text(safe(phrase.said(statement)) or "(nothing quoted)")
    if statement.form == "direct":
        said.stylize("italic")
    body = Group(
        said, Text(f"{notes} · {_place(phrases, anchor)} [{phrases.label(statement.id)}]", style="dim")
    )
    row = Table.grid(padding=(0, 1))
    row.add_column(width=1)
    row.add_column(width=9)
    row.add_column(ratio=1)
    row.add_row(Text(symbol, style=COLORS[word]), Text(word, style=COLORS[word]), body)
    return row


def _place(phrases: Phrases, anchor: Anchor | None) -> str:
    return phrases.place(anchor) if anchor else "no place"


def _events(phrases: Phrases) -> list[RenderableType]:
    parts = _heading("What happened") if phrases.record.events else []
    for event in phrases.record.events:
        symbol, word = phrase.STATUSES[event.status]
        facts = [phrases.moment(event.when), event.where.name if event.where else None]
        facts += [event.within and f"as told in {phrases.label(event.within)}", phrases.place(event.anchor)]
        notes = " · ".join(safe(fact) for fact in facts if fact)
        body = Group(
            Text(safe(phrases.deed(event))),
            Text(safe(event.anchor.exact), style="italic"),
            Text(f"{notes} [{phrases.label(event.id)}]", style="dim"),
        )
        row = Table.grid(padding=(0, 1))
        row.add_column(width=1)
        row.add_column(width=9)
        row.add_column(ratio=1)
        row.add_row(Text(symbol, style=STATUS_COLORS[word]), Text(word, style=STATUS_COLORS[word]), body)
        parts.append(Padding(row, (0, 0, 0, 2)))
    return parts


def _promises(phrases: Phrases) -> list[RenderableType]:
    parts = _heading("What was promised") if phrases.record.commitments else []
    for commitment in phrases.record.commitments:
        line = Text(safe(phrases.promise(commitment)))
        line.append(f"  {commitment.firmness}", style="bold")
        place = f"{phrases.place(commitment.anchor)} [{phrases.label(commitment.id)}]"
        parts += [Padding(line, (0, 0, 0, 2)), Padding(Text(place, style="dim"), (0, 0, 0, 4))]
        for progress in commitment.progress:
            done = [phrases.figure(progress.amount) or progress.anchor.exact, progress.basis, progress.as_of]
            told = f"so far: {' · '.join(safe(fact) for fact in done if fact)}"
            parts.append(Padding(Text(told), (0, 0, 0, 4)))
    return parts


def _figures(phrases: Phrases) -> list[RenderableType]:
    rows = [
        (amount.text, phrase.reading(amount), amount.of or "", amount.anchor, amount.id)
        for amount in phrases.record.amounts
    ]
    return _table("Figures", ("as written", "read as", "of"), phrases, rows)


def _dates(phrases: Phrases) -> list[RenderableType]:
    basis = {"published": "from publication", "text": "from the text", "event": "from an event", None: ""}
    rows = [
        (when.text, phrase.span(when), basis[when.basis], when.anchor, when.id)
        for when in phrases.record.whens
    ]
    return _table("Dates", ("as written", "read as", "reckoned"), phrases, rows)


def _table(
    title: str, heads: tuple[str, str, str], phrases: Phrases, rows: list[tuple[str, str, str, Anchor, str]]
) -> list[RenderableType]:
    if not rows:
        return []
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=False)
    for head in heads:
        table.add_column(head, overflow="fold", ratio=None)
    table.add_column("where", style="dim", no_wrap=True)
    for written, read, third, anchor, id in rows:
        place = f"line {phrases.line(anchor)}, {anchor.start} [{phrases.label(id)}]"
        table.add_row(Text(safe(written)), Text(safe(read), style="cyan"), Text(safe(third)), Text(place))
    return [*_heading(title), Padding(table, (0, 0, 0, 2))]


def _named(phrases: Phrases) -> list[RenderableType]:
    """Who and what is spoken of, with the ids by which they are judged."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=False)
    for head in ("name", "what it is", "places"):
        table.add_column(head, overflow="fold", justify="right" if head == "places" else "left")
    table.add_column("id", style="dim", no_wrap=True)
    for actor in phrases.record.actors:
        facts = " · ".join(safe(fact) for fact in (actor.kind, *phrase.posts(actor), actor.country) if fact)
        told = (Text(safe(actor.name)), Text(facts), str(len(actor.mentions)))
        table.add_row(*told, Text(f"[{phrases.label(actor.id)}]"))
    for topic in phrases.record.topics:
        told = (Text(safe(topic.label)), Text("topic"), str(len(topic.mentions)))
        table.add_row(*told, Text(f"[{phrases.label(topic.id)}]"))
    return [*_heading("Who and what is named"), Padding(table, (0, 0, 0, 2))] if table.row_count else []


def _unread(phrases: Phrases) -> list[RenderableType]:
    parts = _heading("Could not be read") if phrases.record.unread else []
    for id, unread in items_of(phrases.record, "unread"):
        assert isinstance(unread, Unread)
        line = Text(f"! {safe(unread.reason)}", style="yellow")
        shown = safe(unread.anchor.exact)
        line.append(f"  {shown[:77] + '…' if len(shown) > 78 else shown}", style="default")
        line.append(f"  {phrases.place(unread.anchor)} [{phrases.label(id)}]", style="dim")
        parts.append(Padding(line, (0, 0, 0, 2)))
    return parts


def _removed(record: Record) -> list[RenderableType]:
    if not record.document.removed:
        return []
    reasons: dict[str, int] = {}
    for removed in record.document.removed:
        reasons[removed.reason] = reasons.get(removed.reason, 0) + 1
    told = ", ".join(safe(reason) + (f" ({count})" if count > 1 else "") for reason, count in reasons.items())
    return [Text(), Text(f"Taken out: {told}", style="dim")]
