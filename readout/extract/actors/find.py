"""Actors of a text: who acts and speaks in it, with every mention."""

from __future__ import annotations

from collections.abc import Iterator

from readout.extract.actors.atom import Atom
from readout.extract.actors.atoms import atoms
from readout.extract.actors.called import as_called
from readout.extract.actors.cluster import Cluster
from readout.extract.actors.groups import ORDINALS
from readout.extract.actors.headings import quieted
from readout.extract.actors.home import datelines, home, local
from readout.extract.actors.labels import mark_labels
from readout.extract.actors.leaders import leaders
from readout.extract.actors.lexicon import words
from readout.extract.actors.people import office
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.phrases import Grammar
from readout.extract.actors.plain import plain_words
from readout.extract.actors.pronouns import HE, IT, SHE, THEY, Pronouns
from readout.extract.actors.resolve import Resolver
from readout.extract.actors.roles import Roles
from readout.extract.actors.speakers import Turns, first_persons, owned, spokespersons
from readout.extract.actors.whereabouts import follow, settle
from readout.knowledge import Body, Knowledge, Person
from readout.model.actor import Actor, ActorKind, Mention
from readout.model.analysis import Analysis, Word
from readout.model.document import Document

THIRD = HE | SHE | IT | THEY
NUMBERS = words("counted") | ORDINALS | {"two", "three", "four"}
STATES = {"kingdom": "kingdoms", "emirate": "emirates", "sultanate": "sultanates"} | {
    "island": "islands",
    "archipelago": "archipelagos",
}
SINGLES = THIRD | NUMBERS | words("documents") | words("homelands") | STATES.keys()
KINDS: dict[str, ActorKind] = {
    "person": "person",
    "government": "government",
    "organization": "organization",
    "country": "country",
    "group": "group",
    "publisher": "publisher",
}


def find_actors(document: Document, analysis: Analysis, knowledge: Knowledge) -> tuple[Actor, ...]:
    """People, governments, countries, organisations and groups, in order of their first mention.

    "Norway's defence minister, Tor Vik, arrived. He said …" is one actor, Tor Vik (NOR), three mentions.
    """
    analysis = analysis if analysis.words else plain_words(document)
    written = document
    document, analysis = quieted(document, analysis, knowledge)
    roles = Roles(document, analysis)
    found = atoms(roles, analysis, knowledge, datelines(document))
    native, local_to = home(document, analysis, knowledge, found), local(document, analysis, found)
    resolver = Resolver(knowledge, roles, document.published, native, local_to)
    pronouns = Pronouns(analysis, roles, resolver)
    roles.pronoun_owner = pronouns.take
    turns = Turns(document, analysis, roles, resolver)
    pronouns.first, resolver.heading = turns.first, turns.heading
    resolver.likely, resolver.host, resolver.turn_of = pronouns.likely, turns.host, turns.of
    phrases = Grammar(roles, analysis, knowledge, found).read()
    mark_labels(document, analysis, phrases)
    resolver.mentioned = frozenset(_mentioned(found))
    resolver.told = frozenset(a.candidate.country for a in found if a.candidate and a.letter in "CJKLY")
    resolver.people.mentioned = resolver.mentioned | {resolver.home, "USA", "CHN", "RUS"}
    for phrase in phrases:
        resolver.places.setdefault(analysis.words[phrase.head].sentence, []).append(phrase)
    resolver.titled = frozenset(
        office(part.noun, part.title)
        for p in phrases
        if p.named and p.kind == "person"
        for part in (p, p.twin)
        if part is not None
    )
    pronouns.names = {at: p for p in phrases if p.name for at in range(*p.name)}
    read_on(analysis, roles, resolver, pronouns, phrases)
    leaders(phrases, resolver)
    settle(phrases, resolver)
    follow(phrases, resolver)
    turns.answers()
    spokespersons(phrases, resolver)
    spoken = first_persons(analysis, roles, resolver, turns)
    owned(phrases, resolver, roles, spoken)
    pronouns.quoted(spoken)
    as_called(document, knowledge, resolver.clusters)
    # else they hold each other, and the whole analysis with them
    del roles.pronoun_owner, pronouns.first, resolver.likely, resolver.host, resolver.turn_of
    return _actors(written, analysis, resolver.clusters, resolver, knowledge)


def _mentioned(found: list[Atom]) -> Iterator[str | None]:
    """Codes of the countries and names of the bodies that the text names anywhere."""
    for atom in found:
        if atom.candidate is not None and atom.letter != "P":
            yield atom.candidate.country
            if isinstance(atom.candidate.entry, Body):
                yield atom.candidate.entry.name


def read_on(
    analysis: Analysis, roles: Roles, resolver: Resolver, pronouns: Pronouns, phrases: list[Phrase]
) -> None:
    """Phrases and single words in the order of the text, so that each looks back at what was said before."""
    steps: list[tuple[int, int, Phrase | Word]] = [(p.first, p.last, p) for p in phrases]
    steps += [(at, at + 1, analysis.words[at]) for at in roles.written(SINGLES)]
    for _, _, step in sorted(steps, key=lambda step: step[:2]):
        if isinstance(step, Phrase):
            resolver.take(step)
        else:
            _single(step, roles, resolver, pronouns)


def _single(word: Word, roles: Roles, resolver: Resolver, pronouns: Pronouns) -> None:
    low = word.text.lower()
    if low in ("his", "her") and roles.text(word.index + 1).lower() in words("excellencies"):
        return
    if low in THIRD:
        if not roles.quotes[word.index]:
            pronouns.take(word.index)
    elif low in NUMBERS:
        resolver.counted(word.index)
    elif low in words("homelands"):
        _homeland(word.index, roles, resolver)
    elif low in STATES:
        resolver.state(word.index, words(STATES[low]))
    else:
        resolver.document(word.index)


def _homeland(at: int, roles: Roles, resolver: Resolver) -> None:
    """The country of whom a pronoun means: "his country", "our nation"."""
    word = roles.words[at - 1] if at else None
    if word is None or word.deprel != "nmod:poss" or word.head != at:
        return
    owner = roles.pronoun_owner(word.index)
    if owner is not None and owner.country and owner.kind in ("person", "group", "country"):
        resolver.mention(resolver.country(owner.country), at - 1, at + 1, at, "description")


def _actors(
    document: Document, analysis: Analysis, clusters: list[Cluster], resolver: Resolver, knowledge: Knowledge
) -> tuple[Actor, ...]:
    kept = sorted(
        (c for c in clusters if c.at and any(map(str.isalpha, c.name))), key=lambda c: min(c.at)[:2]
    )
    ids = {id(c): f"a{number}" for number, c in enumerate(kept, 1)}
    return tuple(_actor(document, analysis, c, ids, resolver.people.date, knowledge) for c in kept)


def _actor(
    document: Document,
    analysis: Analysis,
    cluster: Cluster,
    ids: dict[int, str],
    date: str | None,
    knowledge: Knowledge,
) -> Actor:
    mentions: dict[tuple[int, int], Mention] = {}
    for first, last, _, kind in sorted(cluster.at):
        start, end = analysis.words[first].start, analysis.words[last - 1].end
        mentions.setdefault((start, end), Mention(start, end, document.text[start:end], kind))
    country, sector = cluster.country, cluster.sector
    if cluster.kind == "country":
        sector = None
    return Actor(
        id=ids[id(cluster)],
        name=cluster.name,
        kind=KINDS.get(cluster.kind, "organization"),
        mentions=tuple(sorted(mentions.values())),
        country=country,
        sector=sector,
        offices=_offices(cluster, date),
        code=_code(cluster, country, sector),
        known_as=cluster.entry.name.casefold() if cluster.entry is not None else None,
        members=tuple(ids[id(m)] for m in cluster.members if id(m) in ids),
    )


def _offices(cluster: Cluster, date: str | None) -> tuple[str, ...]:
    if isinstance(cluster.entry, Person):
        held = tuple(dict.fromkeys(term.title for term in cluster.entry.at(date)))
        if held:
            return held
    return tuple(cluster.offices) if cluster.kind == "person" else ()


def _code(cluster: Cluster, country: str | None, sector: str | None) -> str | None:
    if isinstance(cluster.entry, Body) and cluster.entry.code:
        return cluster.entry.code
    if cluster.kind == "country":
        return country
    if country is None and cluster.body is not None:
        return cluster.body.code
    return f"{country}{sector}" if country and sector else None
