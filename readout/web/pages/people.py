"""People: everyone in the dossier; of one of them all that they said, and what others say of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from readout.dossier import Dossier, Filters
from readout.model.actor import Actor
from readout.model.errors import DossierError
from readout.model.statement import Statement
from readout.web import shelf
from readout.web.cards import Card, cards
from readout.web.pages.home import MOST as MOST_NAMES
from readout.web.rendering import shown
from readout.web.site import site_of

MOST = 200
"""Texts that are opened for one person's page."""


@dataclass(frozen=True, slots=True)
class Person:
    """An actor over several texts: what they said by topic, what others said of them, what they did."""

    name: str
    offices: tuple[str, ...]
    names: tuple[str, ...]
    country: str | None
    said: dict[str, list[Card]]
    reported: list[Card]
    acts: list[Card]
    texts: tuple[shelf.Text, ...]
    cut: bool


def page(request: Request) -> Response:
    """The list, or the person whom the address names."""
    site = site_of(request)
    dossier = site.dossier
    who = request.query_params.get("who")
    if not who:
        return shown(
            request, "people.html", people=site.memory.of("actors", lambda: dossier.actors(MOST_NAMES))
        )
    return shown(request, "person.html", person=person(dossier, who, request.query_params.get("topic")))


def person(dossier: Dossier, key: str, topic: str | None = None) -> Person:
    """Everything of an actor, in the order in which it was published."""
    named = next((one for one in dossier.actors() if one.key == key), None)
    if named is None:
        raise DossierError(f"nobody in the dossier is known as {key!r}")
    hits = dossier.search(replace(Filters(), kind="actor", actor=named.label), limit=MOST * 4).hits
    numbers = list(dict.fromkeys(hit.number for hit in hits))
    texts = [shelf.text(dossier, str(number)) for number in numbers[:MOST]]
    texts.sort(key=lambda text: (text.record.document.published or "", text.kept.number))
    pairs = [(text, actor) for text in texts for actor in text.record.actors if _key(actor) == key]
    said: defaultdict[str, list[Card]] = defaultdict(list)
    reported: list[Card] = []
    acts: list[Card] = []
    for text, actor in pairs:
        labels = {one.id: one.label for one in text.record.topics}
        made = cards(text, ("statement", "event", "commitment"))
        for card in made["statement"]:
            assert isinstance(card.item, Statement)
            if card.item.source and card.item.source.actor == actor.id:
                for label in [labels.get(id, id) for id in card.item.topics] or ["without a topic"]:
                    said[label].append(card)
            elif _speaks_of(card.item, actor):
                reported.append(card)
        acts += [card for card in made["event"] if actor.id in (*card.item.actors, *card.item.recipients)]  # type: ignore[union-attr]
        acts += [card for card in made["commitment"] if card.item.by == actor.id]  # type: ignore[union-attr]
    chosen = {label: found for label, found in sorted(said.items()) if not topic or label == topic}
    return Person(
        named.label,
        tuple(dict.fromkeys(office for _, actor in pairs for office in actor.offices)),
        tuple(
            dict.fromkeys(
                m.exact for _, actor in pairs for m in actor.mentions if m.kind in ("name", "title")
            )
        ),
        next((actor.country for _, actor in pairs if actor.country), None),
        chosen,
        reported,
        acts,
        tuple(text for text, _ in pairs),
        len(numbers) > MOST,
    )


def _key(actor: Actor) -> str:
    return actor.known_as or actor.name.casefold()


def _speaks_of(statement: Statement, actor: Actor) -> bool:
    """Whether the content of somebody else's statement mentions an actor."""
    return any(
        part.start <= mention.start and mention.end <= part.end
        for part in statement.content
        for mention in actor.mentions
    )
