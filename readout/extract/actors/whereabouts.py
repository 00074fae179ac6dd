"""People whom the text only places: "Ana Ruiz, a farmer from Oruro", "Tor Vik of the dockers' union".

They get the country of that place, of the body that they are of, or of the text's own home.
"""

from __future__ import annotations

from collections.abc import Iterable

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.domestic import civil, own, regional
from readout.extract.actors.lexicon import nouns, words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.resolve import Resolver
from readout.knowledge import Body

PLACES = frozenset({"city", "capital", "country"})
REACH = 6
"""How many words may stand between "from" and the place: "from the old quarter of Oruro"."""
AWAY = frozenset({"ELI", "JRN", "EDU"})
"""Whose place says little of whom they act for: "an analyst in London"."""
PASSING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "NUM"})
FAR = frozenset({"to", "for", "on", "with", "about", "by", "against", "than", "as", "after", "before"})


def settle(phrases: list[Phrase], resolver: Resolver) -> None:
    """Gives people without a country the one where the words beside them place them."""
    for phrase in phrases:
        cluster = resolver.done.get(id(phrase))
        if cluster is None or cluster.country or not _open(cluster):
            continue
        if cluster.human and phrase.named and phrase.kind == "person":
            cluster.country = _one_of(phrase, resolver) or _placed(phrase, resolver)
            cluster.country = cluster.country or _of_body(phrase, resolver) or _at_home(phrase, resolver)
        elif cluster.plural and not phrase.named and not phrase.lands:
            cluster.country = _from(phrase, resolver, frozenset({"from"}))


def _open(cluster: Cluster) -> bool:
    """Whether nothing says that somebody acts for more than a country, or is only an observer."""
    held = {noun.sector for name in cluster.nouns if (noun := nouns().get(name)) is not None}
    apart = cluster.nouns & (words("voices") | words("sent_to") | {"counterpart", "diplomat", "consul"})
    return cluster.entry is None and cluster.body is None and not held & AWAY and not apart


def _one_of(phrase: Phrase, resolver: Resolver) -> str | None:
    """The country of the people of whom somebody is one: "A Tunisian, Khaled Vik, was held"."""
    text, at = resolver.roles.text, phrase.first
    if text(at - 1) != "," or text(at - 3).lower() not in ("a", "an", "another", "the"):
        return None
    people = resolver.knowledge.country(text(at - 2)) if text(at - 2)[:1].isupper() else None
    return people.iso3 if people is not None else None


def _sent(phrase: Phrase) -> bool:
    """Whether somebody serves abroad, or no more: "the head of mission in Canberra", "a former engineer"."""
    abroad = phrase.of is not None and phrase.link == "of" and phrase.of.noun == "mission"
    return abroad or bool({"mission", "former"} & set(phrase.title.lower().split()))


def _placed(phrase: Phrase, resolver: Resolver) -> str | None:
    """The country of the place that a name or what stands beside it is of."""
    twin = phrase.twin
    beside = frozenset({"from", "of", "in", "at", "near", "outside"})
    if any(part is not None and _sent(part) for part in (phrase, twin)):
        return None
    own = _from(phrase, resolver, frozenset({"from", "of"}))
    return own or (_from(twin, resolver, beside) if twin is not None and twin.kind == "person" else None)


def _from(phrase: Phrase, resolver: Resolver, links: frozenset[str]) -> str | None:
    """The country of the place after a phrase and a preposition: "a nurse at a clinic in Oruro"."""
    roles, at = resolver.roles, phrase.last
    if roles.text(at).lower() not in links:
        return None
    near = resolver.places.get(roles.words[phrase.head].sentence, ())
    stately = ("government", *PLACES)
    starts = {p.first: p for p in near if p.kind in stately and p.country and p is not phrase}
    for here in range(at + 1, min(at + 1 + REACH, len(roles.words))):
        if here == at + 1 and roles.text(at) == "from" and _unknown(here, near):
            return _land(phrase, resolver) if not _abroad(phrase, resolver) else None
        if here in starts and roles.words[starts[here].last - 1].deprel not in ("compound", "amod"):
            return starts[here].country
        word = roles.words[here]
        if word.text.endswith("-based") and (land := resolver.knowledge.country(word.text[:-6])) is not None:
            return land.iso3
        if word.upos not in PASSING or word.text.lower() in FAR:
            return None
    return None


def _unknown(at: int, near: Iterable[Phrase]) -> bool:
    """Whether a place that we do not know begins at a word: "a weaver from San Andres Tzul"."""
    return any(p.first == at and p.kind == "place" and p.named and not p.country for p in near)


def _of_body(phrase: Phrase, resolver: Resolver) -> str | None:
    """The country of the body that somebody is of: "Tor Vik of the Transport Board"."""
    for part in (phrase, phrase.twin):
        if part is not None and _runs(part, resolver):
            return _land(phrase, resolver)
        of = part.of if part is not None else None
        body = resolver.done.get(id(of)) if of is not None else None
        if of is not None and body is None and own(of.noun, of.named) and not regional(of.title):
            return of.country or _land(phrase, resolver)
        if of is None or body is None or body.human or body.plural:
            continue
        if isinstance(body.entry, Body) and (body.entry.code or "").startswith("IGO"):
            return None
        if body.country:
            return body.country if body.kind in ("government", "organization") else None
        stately = body.kind == "government" and body.named and not regional(body.name)
        if stately or (own(of.noun, of.named) and not regional(body.name)):
            return _land(phrase, resolver)
    return None


def _runs(phrase: Phrase, resolver: Resolver) -> bool:
    """Whether somebody is of a hospital or port that owns the post: "its director", "the port's director"."""
    owner = resolver.done.get(id(phrase.owner)) if phrase.owner is not None else None
    if owner is None and phrase.pronoun is not None:
        owner = resolver.roles.pronoun_owner(phrase.pronoun)
    said = phrase.owner.noun if phrase.owner is not None else None
    local = own(said) or (owner is not None and any(map(own, owner.nouns)) and not owner.human)
    return local and phrase.noun in words("posts") and not (owner is not None and regional(owner.name))


def _at_home(phrase: Phrase, resolver: Resolver) -> str | None:
    """The text's own country for who speaks for people there: "the activist Tor Vik"."""
    parts = (phrase, phrase.twin)
    return _land(phrase, resolver) if any(part is not None and civil(part) for part in parts) else None


def _abroad(phrase: Phrase, resolver: Resolver) -> bool:
    """Whether the paragraph tells of other countries than the text's own."""
    here = resolver.roles.paragraph(phrase.head)
    sentence = resolver.roles.words[phrase.head].sentence
    near = (p for at in range(sentence - 4, sentence + 1) for p in resolver.places.get(at, ()))
    lands = {p.country for p in near if p.country and resolver.roles.paragraph(p.head) >= here - 1}
    return bool(lands - {resolver.home})


def _land(phrase: Phrase, resolver: Resolver) -> str | None:
    """Where the sentence takes place, as its paragraph or the text tells."""
    return resolver.local.get(resolver.roles.words[phrase.head].sentence) or resolver.home
