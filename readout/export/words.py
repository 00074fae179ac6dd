"""Any item in a few words, and the values of its fields, for cards on pages and in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readout.export import phrase
from readout.export.html import KINDS
from readout.export.phrase import Phrases
from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment
from readout.model.event import Event
from readout.model.items import KINDS as KINDS_OF_ITEMS
from readout.model.items import Item, items_of
from readout.model.judgement import Judgement
from readout.model.record import Record, Unread
from readout.model.statement import Statement
from readout.model.topic import Topic
from readout.model.when import When

DONE = {
    "accept": "✓ accepted",
    "reject": "✗ rejected",
    "unsure": "? unsure",
    "correct": "✎ corrected",
    "comment": "… commented",
    "undo": "↶ took back",
}
VERDICTS = {"accept": ("✓", "accepted"), "reject": ("✗", "rejected"), "unsure": ("?", "unsure")}


@dataclass(frozen=True, slots=True)
class Words:
    """The few words of a card: a head, a badge of icon and word, what is quoted, what else is known."""

    head: str
    badge: tuple[str, str] | None
    quote: str
    notes: tuple[str, ...]
    edge: str
    direct: bool = False
    nobody: bool = False


def words(phrases: Phrases, item: Item) -> Words:
    """An item in a few words."""
    match item:
        case Statement():
            return Words(
                phrases.party(item.source),
                phrase.STANCES[item.said],
                phrase.said(item) or "(nothing quoted)",
                (*phrases.notes(item), *_place(phrases, phrase.first(item))),
                KINDS[item.said],
                item.form == "direct",
                item.source is None,
            )
        case Event():
            return Words(
                phrases.deed(item),
                phrase.STATUSES[item.status],
                item.anchor.exact,
                (*_event(phrases, item),),
                "event",
            )
        case Commitment():
            return Words(
                phrases.promise(item),
                ("◎", item.firmness),
                item.anchor.exact,
                (*_promise(phrases, item),),
                "promise",
            )
        case When():
            return Words(
                phrase.span(item), None, item.text, (*_grain(item), *_place(phrases, item.anchor)), "when"
            )
        case Amount():
            of = (f"of {item.of}",) if item.of else ()
            return Words(
                phrase.reading(item), None, item.text, (*of, *_place(phrases, item.anchor)), "amount"
            )
        case Actor():
            return Words(item.name, None, "", (*_actor(item),), "source")
        case Topic():
            return Words(item.label, None, "", (phrase.counted(len(item.mentions), "place"),), "source")
        case Unread():
            return Words(
                item.reason,
                ("!", "unread"),
                item.anchor.exact[:300],
                (*_place(phrases, item.anchor),),
                "unread",
            )


def named(record: Record, kind: str, id: str | None) -> Words | None:
    """The item of an id in a few words; None where the record has none, as of one that people rejected."""
    if kind not in KINDS_OF_ITEMS:
        return None
    item = next((one for known, one in items_of(record, kind) if known == id), None)
    return words(Phrases(record), item) if item else None


def _place(phrases: Phrases, anchor: Anchor | None) -> Iterator[str]:
    if anchor is not None:
        yield phrases.place(anchor)


def _event(phrases: Phrases, event: Event) -> Iterator[str]:
    moment = phrases.moment(event.when)
    yield from [moment] if moment else []
    yield from [event.where.name] if event.where else []
    yield from _place(phrases, event.anchor)
    yield from [f"as told in {event.within}"] if event.within else []


def _promise(phrases: Phrases, promise: Commitment) -> Iterator[str]:
    for step in promise.progress:
        figure = phrases.figure(step.amount) or step.anchor.exact
        yield f"so far {figure}, {step.basis}" + (f", as of {step.as_of}" if step.as_of else "")
    yield from [f"if {phrase.flat(promise.condition.exact)}"] if promise.condition else []
    yield from _place(phrases, promise.anchor)


def _grain(when: When) -> Iterator[str]:
    yield from [f"a {when.grain}"] if when.grain else []
    yield from [f"reckoned from the {_BASES[when.basis]}"] if when.basis else []


_BASES = {"published": "publication date", "text": "text", "event": "event"}


def _actor(actor: Actor) -> Iterator[str]:
    yield actor.kind
    yield from actor.offices
    yield from [actor.code or actor.country or ""] if actor.code or actor.country else []
    yield phrase.counted(len(actor.mentions), "mention")


def now(record: Record, item: Item, name: str) -> Any:
    """The value of a field with its ids followed."""
    names: dict[str, str] = {one.id: one.name for one in record.actors}
    names |= {one.id: one.label for one in record.topics}
    names |= {one.id: one.edtf or "" for one in record.whens}
    return _followed(getattr(item, name, None), names)


def _followed(value: Any, names: dict[str, str]) -> Any:
    if hasattr(value, "actor"):
        return names.get(value.actor or "", value.anchor.exact if value.anchor else None)
    if isinstance(value, tuple):
        return [_followed(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value


def _elsewhere(others: Sequence[Mapping[str, Any]]) -> str:
    """Actors of other documents: "“Tor Vik” in 3 other texts"."""
    names = ", ".join(dict.fromkeys(f"“{one['name']}”" for one in others))
    return f"{names} in {'another text' if len(others) == 1 else f'{len(others)} other texts'}"


def worded(value: Any) -> str:
    """A value of a field in words; nothing where there is none.

    >>> worded(["Chile", "Peru"]), worded(None), worded(2.0)
    ('Chile, Peru', '', '2')
    """
    match value:
        case None:
            return ""
        case {"actor": actor, **rest}:
            return str(actor or rest.get("anchor") or "")
        case {"into": {"exact": exact}}:
            return f"the same as “{exact}”"
        case {"name": name, "mentions": _}:
            return f"apart as {name}"
        case {"along": _, "others": others}:
            return f"not {_elsewhere(others)}"
        case {"others": others}:
            return f"the same as {_elsewhere(others)}"
        case list() | tuple():
            return ", ".join(worded(one) for one in value)
        case float():
            return phrase.number(value).replace(",", "")
    return str(value)


def change_of(judgement: Judgement) -> str:
    """``source “Ada Ruiz” → “Emil Sato”``; of a merge or a split what is new."""
    match judgement.value:
        case {"mentions": mentions} if judgement.field == "split":
            return f"{', '.join(_quoted(one['exact']) for one in mentions)} set {worded(judgement.value)}"
    new = worded(judgement.value)
    if judgement.field in ("merge", "same", "apart"):
        return new
    made = judgement.machine
    old = worded(made.get(judgement.field)) if isinstance(made, dict) else ""
    return f"{judgement.field} {_quoted(old)} → {_quoted(new)}"


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"
