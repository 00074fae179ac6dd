"""Comparison, ledger, timeline and events for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from readout.export import phrase, sides
from readout.export.phrase import Phrases
from readout.export.text import STATUS_COLORS, drawn, safe, unbroken
from readout.model.account import Account, Cell, Comparison, Evidence, Row
from readout.model.ledger import Ledger, Promise, Step, Target
from readout.model.record import Record
from readout.model.timeline import Moment, Timeline

STANCE_COLORS = {"said": "green", "denied": "red", "silence reported": "magenta", "not found": "dim"}
VERDICT_COLORS = {"contradict": "red", "differ": "yellow", "agree": "green", "one-sided": "cyan"}
BAR = 24


def compared(
    comparison: Comparison,
    records: Sequence[Record],
    *,
    numbers: Mapping[str, int] | None = None,
    width: int = 80,
    color: bool = False,
) -> str:
    """Accounts side by side, a topic at a time, each cell with its words and its place."""
    places = _Places(records, numbers)
    parts: list[RenderableType] = [
        Rule(characters="━", style="bold"),
        Text(safe(sides.encounter(comparison.encounter)), style="bold"),
        Text(safe(sides.summary(comparison)), style="dim"),
        Text(),
    ]
    parts.append(_accounts(comparison.accounts))
    for row in comparison.topics:
        parts += _row(comparison, row, places)
    if len(comparison.accounts) < 2:
        parts.append(Text("\nOnly one side speaks in these texts; there is nothing to compare it with."))
    parts += [
        *_listed(records, places),
        Text(),
        *(Text(f"{sides.STANCES[s][0]} {s}: {why}", style="dim") for s, why in sides.LEGEND.items()),
    ]
    return drawn(parts, width=width, color=color)


def _accounts(accounts: Sequence[Account]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for account in accounts:
        voices = Text(safe(", ".join(account.voices)), style="dim")
        table.add_row(Text(account.id, style="bold"), Text(safe(account.holder), style="bold"), voices)
    return table


def _row(comparison: Comparison, row: Row, places: _Places) -> list[RenderableType]:
    icon, word = sides.VERDICTS[row.verdict]
    head = Text(f"\n{icon} {word.upper():<11}", style=VERDICT_COLORS[row.verdict])
    head.append(safe(row.label), style="bold default")
    table = Table.grid(padding=(0, 1))
    for size in ({"min_width": 2}, {"min_width": 12, "max_width": 20}, {"width": 18}, {"ratio": 1}):
        table.add_column(**size)  # type: ignore[arg-type]
    names = {account.id: account.holder for account in comparison.accounts}
    for cell in row.cells:
        table.add_row("", safe(names[cell.account]), _stance(cell), _words(cell, places))
    return [head, Padding(Text(safe(row.reason), style="dim"), (0, 0, 0, 2)), table]


def _stance(cell: Cell) -> Text:
    icon, word, _ = sides.STANCES[cell.stance]
    return Text(f"{icon} {word}", style=STANCE_COLORS[cell.stance])


def _words(cell: Cell, places: _Places) -> Text:
    words = Text()
    for number, evidence in enumerate(cell.evidence[:2]):
        words.append("\n" if number else "").append(safe(sides.short(places.shown(evidence), 140)))
        words.append(f"  {places.of(evidence)}", style="dim")
    more = len(cell.evidence) - 2
    return words.append(f"\n+ {more} more", style="dim") if more > 0 else words


def numbered(records: Sequence[Record]) -> dict[str, int]:
    """The records' numbers where a dossier gives them none: their places in order."""
    return {record.document.id: number for number, record in enumerate(records, 1)}


class _Places:
    """Where evidence stands: the number of the document and the line."""

    def __init__(self, records: Sequence[Record], numbers: Mapping[str, int] | None) -> None:
        self.numbers = numbers or numbered(records)
        self.records = {record.document.id: record for record in records}
        self.phrases = {record.document.id: Phrases(record) for record in records}

    def shown(self, evidence: Evidence) -> str:
        """What it says, of a silence with who kept it."""
        return sides.shown(self.records[evidence.document], evidence)

    def of(self, evidence: Evidence) -> str:
        """``text 2, line 5``."""
        phrases = self.phrases.get(evidence.document)
        line = f"line {phrases.line(evidence.anchor)}" if phrases else ""
        text = f"text {self.numbers[evidence.document]}, " if len(self.numbers) > 1 else ""
        return unbroken(text + line)


def _listed(records: Sequence[Record], places: _Places) -> list[RenderableType]:
    """Which text goes by which number, where there are several."""
    if len(places.numbers) < 2:
        return []
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="dim")
    for record in records:
        named = [phrase.title(record), record.document.publisher, record.document.published]
        title = " · ".join(safe(fact) for fact in named if fact)
        table.add_row(str(places.numbers[record.document.id]), Text(title, style="dim"))
    return [Text("\nTEXTS", style="bold underline"), table]


def kept(
    ledger: Ledger,
    records: Sequence[Record],
    *,
    numbers: Mapping[str, int] | None = None,
    width: int = 80,
    color: bool = False,
) -> str:
    """The ledger: every promise with its targets, and a bar for each figure of progress."""
    places = _Places(records, numbers)
    head = phrase.counted(len(ledger.promises), "promise")
    parts: list[RenderableType] = [
        Rule(characters="━", style="bold"),
        Text("What was promised, and what came of it", style="bold"),
        Text(f"{head} · as of {safe(ledger.as_of or 'no known date')}", style="dim"),
    ]
    for promise in ledger.promises:
        parts += _promise(promise, places)
    return drawn([*parts, *_listed(records, places)], width=width, color=color)


def _promise(promise: Promise, places: _Places) -> list[RenderableType]:
    parties = promise.by + (f" → {promise.to}" if promise.to else "")
    head = Text("\n" + safe(f"{parties}: {promise.action} {promise.object or ''}".strip()), style="bold")
    head.append(f"  {', '.join(promise.firmness)}", style="not bold dim")
    parts: list[RenderableType] = [head]
    if promise.disputed:
        parts.append(
            Padding(
                Text("! the target or the deadline is told in more than one way", style="yellow"),
                (0, 0, 0, 2),
            )
        )
    for target in promise.targets:
        words = " · ".join(safe(fact) for fact in target_words(target))
        place = ", ".join(places.of(evidence) for evidence in target.evidence[:1])
        line = Text("target  ", style="cyan").append(words, style="default").append(f"  {place}", style="dim")
        parts.append(Padding(line, (0, 0, 0, 2)))
    parts += [Padding(_bar(step), (0, 0, 0, 2)) for step in promise.steps]
    if not promise.steps:
        parts.append(Padding(Text("no figure of progress is told", style="dim"), (0, 0, 0, 2)))
    return parts


def target_words(target: Target) -> Iterable[str]:
    """A target in a few facts: figure, deadline, what is left, who says so."""
    yield phrase.measured(target.amount) if target.amount else "no figure"
    if target.deadline:
        yield f"by {phrase.span(target.deadline)}"
    if target.days_left is not None:
        late = target.days_left < 0
        yield f"{abs(target.days_left)} days {'overdue' if late else 'left'}"
    if target.told_by:
        yield f"says {', '.join(target.told_by)}"


def _bar(step: Step) -> Text:
    share = next((share for share in step.shares if share is not None), None)
    full = round(BAR * min(1.0, share)) if share is not None else 0
    bar = f"{'█' * full}{'░' * (BAR - full)} {share:>4.0%}" if share is not None else " " * (BAR + 5)
    facts = [step.basis, phrase.measured(step.amount) if step.amount else step.evidence.anchor.exact]
    facts += [step.reporter or "the writer", f"as of {step.as_of}" if step.as_of else ""]
    return Text(bar, style="green").append(
        f"  {' · '.join(safe(fact) for fact in facts if fact)}", style="default"
    )


def times(
    timeline: Timeline,
    records: Sequence[Record],
    *,
    numbers: Mapping[str, int] | None = None,
    width: int = 80,
    color: bool = False,
) -> str:
    """The timeline: the date of each event on the left, the date of its report apart."""
    places = _Places(records, numbers)
    parts: list[RenderableType] = [
        Rule(characters="━", style="bold"),
        Text("When it happened, and when it was reported", style="bold"),
        Text(f"{len(timeline.moments)} dated, {len(timeline.undated)} without a date", style="dim"),
    ]
    for title, moments in (("Dated", timeline.moments), ("Without a date", timeline.undated)):
        if moments:
            parts += [Text(f"\n{title.upper()}", style="bold underline"), _moments(moments, places)]
    return drawn([*parts, *_listed(records, places)], width=width, color=color)


def _moments(moments: Sequence[Moment], places: _Places) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(min_width=10)
    table.add_column(width=11)
    table.add_column(ratio=1)
    for moment in moments:
        symbol, word = phrase.STATUSES[moment.status]
        body = Text(safe(deed(moment)), style="default")
        body.append(f"\n{safe(sides.short(moment.evidence[0].anchor.exact, 120))}", style="italic")
        facts = [
            places.of(moment.evidence[0]),
            f"reported {', '.join(moment.reported)}" if moment.reported else "",
        ]
        facts += [f"as told by {', '.join(moment.told_by)}" if moment.told_by else ""]
        facts += [phrase.counted(len(moment.evidence), "telling") if len(moment.evidence) > 1 else ""]
        body.append(f"\n{' · '.join(safe(fact) for fact in facts if fact)}", style="dim")
        table.add_row(safe(moment.edtf or ""), Text(f"{symbol} {word}", style=STATUS_COLORS[word]), body)
    return table


def deed(moment: Moment) -> str:
    """``CONSULT/phone: Salonga, Ibáñez (Manila)``."""
    name = f"{moment.type}/{moment.mode}" if moment.mode else moment.type
    parties = ", ".join(moment.actors) or "nobody named"
    parties += f" → {', '.join(moment.recipients)}" if moment.recipients else ""
    return f"{name}: {parties}" + (f" ({moment.place})" if moment.place else "")
