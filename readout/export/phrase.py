"""Items of a record in a few words, for the briefs that people read."""

from __future__ import annotations

import bisect
import re
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment
from readout.model.event import Event
from readout.model.record import Record
from readout.model.statement import Party, Statement
from readout.model.when import When

NOBODY = "No source named"
STANCES = {
    "yes": ("●", "said"),
    "denied": ("✗", "denied"),
    "not said": ("○", "not said"),
    "declined": ("–", "declined"),
}
STATUSES = {
    "happened": ("●", "happened"),
    "ongoing": ("◐", "going on"),
    "planned": ("◇", "planned"),
    "possible": ("?", "possible"),
    "negated": ("✗", "did not happen"),
}
ITEMS = {"document": "text", "when": "date", "amount": "figure", "commitment": "promise"}
"""Kinds of items that people know by another word; the others go by their own."""
FORMS = {"direct": "❝ direct", "indirect": "› indirect", "mixed": "❝› mixed"}
UNITS = {"t": "tons", "person": "people", "bbl": "barrels", "bbl/d": "barrels a day"}
UNSAID = {"exactly", "between"}
MARKS = "“”‘’\"'«»"


@dataclass(frozen=True)
class Phrases:
    """The words for the items of one record; looks ids and line numbers up.

    ``label`` is what an item's id is shown as: in a dossier ``3/s1``.
    """

    record: Record
    label: Callable[[str], str] = str

    @cached_property
    def _breaks(self) -> list[int]:
        return [index for index, character in enumerate(self.record.document.text) if character == "\n"]

    @cached_property
    def _actors(self) -> dict[str, str]:
        return {actor.id: actor.name for actor in self.record.actors}

    @cached_property
    def _whens(self) -> dict[str, When]:
        return {when.id: when for when in self.record.whens}

    @cached_property
    def _amounts(self) -> dict[str, Amount]:
        return {amount.id: amount for amount in self.record.amounts}

    def line(self, anchor: Anchor) -> int:
        """The line of the clean text on which an anchor starts, from 1."""
        return bisect.bisect_left(self._breaks, anchor.start) + 1

    def place(self, anchor: Anchor) -> str:
        """Where an anchor stands: ``line 3, 214–260``."""
        return f"line {self.line(anchor)}, {anchor.start}–{anchor.end}"

    def actor(self, id: str | None) -> str:
        """An actor's name, or its id when the record does not have it."""
        return self._actors.get(id or "", id or "?")

    def actors(self, ids: Iterable[str]) -> str:
        """Several names in one phrase."""
        return ", ".join(self.actor(id) for id in ids)

    def party(self, party: Party | None) -> str:
        """Who a party is: the actor's name, else the words of the text."""
        if party is None:
            return NOBODY
        if party.actor is not None:
            return self.actor(party.actor)
        return flat(party.anchor.exact) if party.anchor else NOBODY

    def moment(self, id: str | None) -> str | None:
        """The reading of a when, else its words."""
        when = self._whens.get(id or "")
        return (when.edtf or flat(when.text)) if when else None

    def figure(self, id: str | None) -> str | None:
        """The words of an amount by its id."""
        amount = self._amounts.get(id or "")
        return flat(amount.text) if amount else None

    def notes(self, statement: Statement) -> list[str]:
        """Everything about a statement but its source and content, each in a few words.

        >>> # ["› indirect", "“told”", "to Emilio Salonga", "via Kyodo", "hedged “reportedly”"]
        """
        notes = [FORMS[statement.form]]
        notes += [f"“{flat(statement.cue.exact).strip(MARKS)}”"] if statement.cue else []
        notes += [statement.act] if statement.act != "inform" else []
        notes += [f"to {self.party(statement.addressee)}"] if statement.addressee else []
        notes += [f"via {self.party(party)}" for party in statement.via]
        notes += [f"hedged “{flat(statement.hedge.exact)}”"] if statement.hedge else []
        notes += [f"medium: {statement.medium}"] if statement.medium else []
        moment = self.moment(statement.when)
        notes += [moment] if moment else []
        return notes + ([f"within {self.label(statement.within)}"] if statement.within else [])

    def deed(self, event: Event) -> str:
        """An event's type, mode and parties: ``CONSULT/phone: Salonga with Ibáñez``."""
        name = f"{event.type}/{event.mode}" if event.mode else event.type
        parties = self.actors(event.actors) or "nobody named"
        return f"{name}: {parties}" + (f" → {self.actors(event.recipients)}" if event.recipients else "")

    def promise(self, commitment: Commitment) -> str:
        """A commitment in one line: ``Canada → Jamaica: build clinics (40), by 2028``."""
        bound = self.actor(commitment.by) if commitment.by else "nobody named"
        parties = bound + (f" → {self.actor(commitment.to)}" if commitment.to else "")
        figure, deadline = self.figure(commitment.amount), self.moment(commitment.deadline)
        deed = " ".join(part for part in (commitment.action, commitment.object) if part)
        return (
            f"{parties}: {deed}"
            + (f" ({figure})" if figure and figure not in deed else "")
            + (f", by {deadline}" if deadline else "")
        )


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def said(statement: Statement) -> str:
    """The content of a statement, its parts joined where the text breaks them."""
    return " … ".join(flat(anchor.exact) for anchor in statement.content)


def first(statement: Statement) -> Anchor | None:
    """Where a statement is to be found first: its content, else its cue, else its source."""
    anchors = [*statement.content, statement.cue, statement.source.anchor if statement.source else None]
    return next((anchor for anchor in anchors if anchor is not None), None)


def number(value: float | None) -> str:
    """A figure with its thousands set apart, whole where it is whole."""
    if value is None:
        return "?"
    return f"{int(value):,}" if value.is_integer() else f"{value:,.10g}"


def reading(amount: Amount) -> str:
    """What an amount comes to: ``nearly 2,000,000 tons``, ``20–25 %``, ``USD 412,000,000``."""
    if amount.value is not None:
        figure = number(float(amount.value))
    elif amount.low is not None or amount.high is not None:
        figure = "–".join(number(None if end is None else float(end)) for end in (amount.low, amount.high))
    else:
        return "not certain"
    unit = UNITS.get(amount.unit) or _POWER.sub(_raised, amount.unit) if amount.unit else ""
    parts = ["" if amount.bound in UNSAID else amount.bound, amount.currency, figure, unit]
    return " ".join(part for part in parts if part)


_POWER = re.compile("(?<=m)[23]")


def _raised(power: re.Match[str]) -> str:
    return {"2": "²", "3": "³"}[power.group()]


def measured(amount: Amount) -> str:
    """What an amount comes to, with what it counts where no unit says so: ``6 controllers``."""
    counts = amount.of and not amount.unit and not amount.currency and reading(amount) != "not certain"
    return f"{reading(amount)} {amount.of}" if counts else reading(amount)


def span(when: When) -> str:
    """What a when comes to, in EDTF, or that it is not certain."""
    return when.edtf or "not certain"


def title(record: Record) -> str:
    """The title, or the first words of the text where there is none."""
    if record.document.title:
        return flat(record.document.title)
    words = flat(record.document.text[:400])
    return textwrap.shorten(words, 72, placeholder=" …") if words else "Untitled"


def posts(actor: Actor) -> list[str]:
    """The first offices of somebody, but for those that the name tells already."""
    return [office for office in actor.offices[:2] if office.casefold() not in actor.name.casefold()]


def by_speaker(record: Record) -> list[tuple[str, list[Statement]]]:
    """The statements under their sources, speakers in the order in which they first speak."""
    phrases = Phrases(record)
    groups: dict[str, list[Statement]] = {}
    for statement in record.statements:
        groups.setdefault(phrases.party(statement.source), []).append(statement)
    return list(groups.items())


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun.

    >>> counted(1, "silence"), counted(3, "statement")
    ('1 silence', '3 statements')
    """
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def summary(record: Record) -> str:
    """What was found, in one line."""
    silent = sum(statement.said in ("not said", "declined") for statement in record.statements)
    counts = [
        counted(len(record.statements) - silent, "statement"),
        counted(silent, "silence"),
        counted(len(record.events), "event"),
        counted(len(record.commitments), "promise"),
        counted(len(record.amounts), "figure"),
        counted(len(record.whens), "date"),
    ]
    return ", ".join(count for count in counts if not count.startswith("0 "))
