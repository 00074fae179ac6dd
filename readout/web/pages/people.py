"""People: everyone in the dossier over all its texts; of one of them all that they said and did."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from readout.dossier import Among, Appears, Dossier, Perhaps, Somebody, Tied
from readout.dossier.offices import office_on, offices, term_in_words
from readout.dossier.people import told
from readout.model.actor import Actor
from readout.model.errors import UsageError
from readout.model.statement import Statement
from readout.web import shelf
from readout.web.cards import Card, cards
from readout.web.person import author
from readout.web.rendering import address, shown
from readout.web.site import site_of
from readout.web.within import within

A_PAGE = 100
MOST = 200
"""Texts that are opened for one person's page."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody in one text, and the office held that day by the world facts."""

    at: Appears
    held: str | None


@dataclass(slots=True)
class Sayings:
    """What somebody said by topic, what others said of them, what they did and promised."""

    said: defaultdict[str, list[Card]] = field(default_factory=lambda: defaultdict(list))
    reported: list[Card] = field(default_factory=list)
    events: list[Card] = field(default_factory=list)
    promises: list[Card] = field(default_factory=list)


def page(request: Request) -> Response:
    """The list, restricted by what stands in the address; or the way to the one whom it names."""
    dossier, query = site_of(request).dossier, request.query_params
    if (who := query.get("who")) or query.get("actor"):
        return _sent(dossier, who, query.get("text", ""), query.get("actor", ""), query.get("topic"))
    among = Among(**{name: query.get(name, "").strip() or None for name in ("kind", "country", "words")})
    number = query.get("page", "1")
    here = max(1, int(number)) if number.isdecimal() and len(number) < 6 else 1
    found = dossier.people(among, limit=A_PAGE + 1, skip=(here - 1) * A_PAGE)
    return shown(
        request,
        "people.html",
        people=found[:A_PAGE],
        among=among,
        total=dossier.people_counted(among),
        kinds=dossier.people_by("kind"),
        countries=sorted(dossier.people_by("country")),
        pairs=dossier.unsure_pairs(),
        first=(here - 1) * A_PAGE,
        more=here + 1 if len(found) > A_PAGE else None,
    )


def _sent(dossier: Dossier, who: str | None, number: str, actor: str, topic: str | None) -> Response:
    """To the page of somebody by name, or by the actor of a text; one without a name is searched for."""
    if who:
        return RedirectResponse(address(f"/people/{dossier.somebody(who).id}", {"topic": topic}), 303)
    kept = dossier.find(number)
    if id := dossier.identities(kept).get(actor):
        return RedirectResponse(f"/people/{id}", 303)
    named = dossier.record(kept).actor(actor)
    return RedirectResponse(address("/search", {"actor": named.name if named else actor}), 303)


def one(request: Request) -> Response:
    """Everything of somebody, in the order in which it was published."""
    site = site_of(request)
    dossier, topic = site.dossier, request.query_params.get("topic")
    who = dossier.somebody(request.path_params["id"])
    if who.id != request.path_params["id"]:
        return RedirectResponse(address(f"/people/{who.id}", dict(request.query_params)), 303)
    appears, terms = dossier.appearances(who), offices(who)
    newest = [each for each in appears if each.newest]
    sayings = gathered(dossier, newest[-MOST:])
    by_time = request.query_params.get("order") == "time"
    said = {label: found for label, found in sorted(sayings.said.items()) if topic in (None, "", label)}
    every = {card.key: card for found in said.values() for card in found}
    return shown(
        request,
        "person.html",
        who=who,
        sayings=sayings,
        said={"In the order of their texts": _in_time([*every.values()])} if by_time and every else said,
        by_time=by_time,
        texts=[Seen(each, office_on(terms, each.published)) for each in appears],
        cut=len(newest) > MOST,
        terms=[term_in_words(term) for term in terms],
        perhaps=dossier.perhaps(who),
        ties=dossier.ties(who),
        others=[each for each in dossier.people(Among(), limit=500) if each.id != who.id],
        described=told,
    )


def _in_time(found: list[Card]) -> list[Card]:
    return sorted(found, key=lambda card: (card.document.published or "", card.text.kept.number))


def gathered(dossier: Dossier, appears: list[Appears]) -> Sayings:
    """What stands in these texts of somebody; statements are under each of their topics."""
    sayings = Sayings()
    for each in appears:
        text = shelf.text(dossier, str(each.document))
        actor = text.record.actor(each.item)
        if actor is not None:
            _gather(sayings, text, actor)
    return sayings


def _gather(sayings: Sayings, text: shelf.Text, actor: Actor) -> None:
    labels = {topic.id: topic.label for topic in text.record.topics}
    made = cards(text, ("statement", "event", "commitment"))
    for card in made["statement"]:
        assert isinstance(card.item, Statement)
        if card.item.source and card.item.source.actor == actor.id:
            for label in [labels.get(id, id) for id in card.item.topics] or ["without a topic"]:
                sayings.said[label].append(card)
        elif _speaks_of(card.item, actor):
            sayings.reported.append(card)
    sayings.events += [one for one in made["event"] if actor.id in (*one.item.actors, *one.item.recipients)]  # type: ignore[union-attr]
    sayings.promises += [one for one in made["commitment"] if actor.id in (one.item.by, one.item.to)]  # type: ignore[union-attr]


def _speaks_of(statement: Statement, actor: Actor) -> bool:
    """Whether the content of somebody else's statement mentions an actor."""
    return any(
        part.start <= mention.start and mention.end <= part.end
        for part in statement.content
        for mention in actor.mentions
    )


def unsure(request: Request) -> Response:
    """The pairs that may be one, those first for which most speaks."""
    dossier = site_of(request).dossier
    return shown(
        request,
        "unsure.html",
        perhaps=dossier.perhaps(limit=A_PAGE),
        total=dossier.unsure_pairs(),
        described=told,
    )


def tied(request: Request, form: FormData) -> Response:
    """Write down that two are the same (``accept``) or not (``reject``)."""
    dossier = site_of(request).dossier
    one, other = (dossier.somebody(str(form.get(name, ""))) for name in ("one", "other"))
    action = str(form.get("action", ""))
    if action not in ("accept", "reject") or one.id == other.id:
        raise UsageError("say of two whether they are the same")
    (dossier.join if action == "accept" else dossier.part)(one, other, who=author(request))
    return _back(form, f"/people/{one.id}")


def split(request: Request, form: FormData) -> Response:
    """Write down in which texts it is another one."""
    dossier = site_of(request).dossier
    one = dossier.somebody(str(form.get("one", "")))
    texts = [str(text) for text in form.getlist("text")]
    if not texts or not all(text.isdecimal() and len(text) < 10 for text in texts):
        raise UsageError("choose the texts in which it is another one")
    dossier.split(one, [int(text) for text in texts], who=author(request))
    return _back(form, f"/people/{one.id}")


def _back(form: FormData, otherwise: str) -> Response:
    """To the page that the form was sent from."""
    return RedirectResponse(within(str(form.get("back", ""))) or otherwise, 303)


__all__ = ["Perhaps", "Somebody", "Tied", "one", "page", "split", "tied", "unsure"]
