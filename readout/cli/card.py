"""An item, a document's judgements, a whole dossier: what ``readout show`` prints beside the brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readout.cli.items import Named, mentions
from readout.cli.linked import screen
from readout.cli.options import called, fitted, plain
from readout.cli.told import line
from readout.export import phrase
from readout.export.phrase import Phrases
from readout.export.words import DONE, VERDICTS, now, worded, words
from readout.model.items import KINDS, items_of
from readout.model.judgement import in_force
from readout.store.fields import Field, correctable

if TYPE_CHECKING:
    from rich.console import RenderableType

    from readout.dossier import Dossier
    from readout.dossier.text import Text


def marked(text: Text, id: str) -> str:
    """An item's name with a mark for what people said of it: ``3/s1 ✓``."""
    kind = next((kind for kind in KINDS for known, _ in items_of(text.machine, kind) if known == id), None)
    if kind is None:
        return f"{text.kept.number}/{id}"
    told = [one.judgement.action for one in text.on(kind, id) if not one.undone]
    verdict = VERDICTS.get(text.verdict(kind, id) or "")
    marks = (
        verdict[0] if verdict else "",
        "✎" if "correct" in told else "",
        "…" if "comment" in told else "",
    )
    return " ".join([f"{text.kept.number}/{id}", *filter(None, marks)])


def rejected(text: Text) -> str:
    """What people took out, and what the marks stand for; nothing where nobody judged."""
    gone = ", ".join(f"{text.kept.number}/{id}" for _, id, _ in text.rejected())
    left = f"\nRejected by people: {gone}\n" if gone else ""
    if not any(not told.undone and told.judgement.action != "undo" for told in text.told):
        return left
    return f"{left}\n✓ accepted  ? unsure  ✎ corrected  … commented on: readout judge --log\n"


def card(named: Named) -> str:
    """An item with its words, what may be corrected of it, its places, and what people said."""
    from readout.export.text import drawn

    return drawn(list(_card(named)), **screen(None))


def _card(named: Named) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.table import Table
    from rich.text import Text as Words

    from readout.export.text import safe

    text, record = named.text, named.text.record
    shown = words(Phrases(record), named.item)
    verdict = VERDICTS.get(text.verdict(named.kind, named.id) or "")
    yield Rule(characters="━", style="bold")
    head = Words(f"{named.kind.capitalize()} {named.name}", style="bold")
    yield head.append(f"  {' '.join(verdict)}" if verdict else "", style="default")
    yield Words(f"of {safe(called(text.kept, 200))}", style="dim")
    yield Words()
    badge = f"  {' '.join(shown.badge)}" if shown.badge else ""
    yield Padding(Words(safe(shown.head), style="bold").append(badge, style="not bold"), (0, 0, 0, 2))
    if shown.quote:
        yield Padding(Words(safe(shown.quote)), (0, 0, 0, 2))
    yield Padding(Words(safe(" · ".join(shown.notes)), style="dim"), (0, 0, 0, 2))
    yield from _fields(named)
    yield from _places(named)
    told = text.on(named.kind, named.id)
    yield from _heading("What people said") if told else ()
    for one in told:
        id, _, rest = line(text.kept, one).rstrip("\n").partition("  ")
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_row(Words(id, style="dim"), Words(rest))
        yield Padding(table, (0, 0, 0, 2))


def _heading(words: str) -> Iterator[RenderableType]:
    from rich.text import Text as Words

    yield Words()
    yield Words(words.upper(), style="bold underline")


def _fields(named: Named) -> Iterator[RenderableType]:
    """The fields that --correct takes, with their values and what else they may be."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text as Words

    from readout.export.text import safe

    fields = correctable(named.kind)
    if not fields:
        return
    yield from _heading("May be corrected")
    table = Table.grid(padding=(0, 2, 0, 0))
    for field in fields:
        value = worded(now(named.text.record, named.item, field.name))
        table.add_row(
            Words(field.name, style="cyan"), Words(safe(value) or "–"), Words(_may(field), style="dim")
        )
    yield Padding(table, (0, 0, 0, 2))


def _may(field: Field) -> str:
    if field.options:
        return ", ".join(field.options)
    return "several, with commas" if field.several else "a figure" if field.number else ""


def _places(named: Named) -> Iterator[RenderableType]:
    """The places of an actor or topic, with the numbers that --places takes."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text as Words

    from readout.export.text import safe

    if named.kind not in ("actor", "topic"):
        return
    yield from _heading("Where it stands")
    phrases, table = Phrases(named.text.record), Table.grid(padding=(0, 2, 0, 0))
    for number, anchor in enumerate(mentions(named), 1):
        table.add_row(str(number), Words(safe(anchor.exact)), Words(phrases.place(anchor), style="dim"))
    yield Padding(table, (0, 0, 0, 2))


def overview(dossier: Dossier) -> str:
    """What a dossier holds, who and what is spoken of most, and what people have judged."""
    progress, lost = dossier.progress(), dossier.lost()
    held = [one for each in dossier.judged() for one in in_force([told for told, _ in each.judgements])]
    counts = Counter(DONE[one.action].partition(" ")[2] for one in held)
    made = ", ".join(f"{count} {action}" for action, count in counts.items())
    facts = [
        ("documents", f"{progress.documents:,}"),
        ("items", f"{progress.items:,} to review, {progress.judged:,} of them with a verdict"),
        ("judgements", made or "none yet"),
        ("lost", f"{sum(len(one.judgements) for one in lost)}: readout judge --log" if lost else ""),
        ("named most", _most([(one.label, one.documents) for one in dossier.actors(8)])),
        ("topics", _most([(one.label, one.documents) for one in dossier.topics(8)])),
    ]
    return "".join(fitted(f"{name:<12} {fact}\n", 13) for name, fact in facts if fact)


def _most(named: list[tuple[str, int]]) -> str:
    return ", ".join(f"{plain(name, 40)} ({phrase.counted(count, 'text')})" for name, count in named)
