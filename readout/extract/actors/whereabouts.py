"""People whom the text only places: "Ana Ruiz, a councillor from Oruro", "Tor Vik of the Transport Board".

Who serves a state or a party gets the country of that place, of the body, or of the text's own home, and who
is said to be of a nation that nation's. A farmer, a bishop or a union's leader acts for no country.
"""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.domestic import own, partisan, regional
from readout.extract.actors.lexicon import nouns, words
from readout.extract.actors.nations import nation_of
from readout.extract.actors.people import OFFICIAL
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.resolve import Resolver
from readout.knowledge import Body

PLACES = frozenset({"city", "capital", "country"})
REACH = 6
"""How many words may stand between "from" and the place: "from the old quarter of Oruro"."""
SERVING = OFFICIAL | {"OPP", "PTY"}
"""The sectors of those who act for a country."""
AWAY = frozenset({"ELI", "JRN", "EDU"})
"""Whose place says little of whom they act for: "an analyst in London"."""
PASSING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "NUM"})
FAR = frozenset({"to", "for", "on", "with", "about", "by", "against", "than", "as", "after", "before"})


def settle(phrases: list[Phrase], resolver: Resolver) -> None:
    """Gives people and parties without a country the one where the words beside them place them."""
    for phrase in phrases:
        cluster = resolver.done.get(id(phrase))
        if cluster is None or cluster.country or not phrase.named or not _open(cluster):
            continue
        if cluster.human and phrase.kind == "person":
            cluster.country = nation_of(phrase, resolver) or _of_party(phrase, resolver)
            if cluster.country is None and cluster.sector in SERVING:
                cluster.country = _placed(phrase, resolver) or _of_body(phrase, resolver)
            elif cluster.country is None and any(
                p is not None and _runs(p, resolver) for p in (phrase, phrase.twin)
            ):
                cluster.country = _land(phrase, resolver)
        elif not cluster.human and not cluster.plural and partisan(cluster.name) and not _rebels(phrase):
            cluster.country = _land(phrase, resolver)


def follow(phrases: list[Phrase], resolver: Resolver) -> None:
    """Gives who helps, precedes or follows an official that official's country: "his deputy, Ann Lee"."""
    near = words("others_of_office", "staff") | {"deputy"}
    for phrase in phrases:
        person = resolver.done.get(id(phrase))
        if person is None or person.country or not person.human or phrase.noun not in near:
            continue
        owner = resolver.done.get(id(phrase.owner)) if phrase.owner is not None else None
        if phrase.pronoun is not None:
            owner = resolver.roles.pronoun_owner(phrase.pronoun)
        if owner is not None and owner is not person and owner.human and owner.sector in SERVING:
            person.country = owner.country if person.entry is None and person.body is None else None


def _rebels(phrase: Phrase) -> bool:
    """Whether a party is one of rebels: "the rebel United Party"."""
    parts = (phrase, phrase.twin)
    return any("rebel" in part.title.lower().split() for part in parts if part is not None)


def _open(cluster: Cluster) -> bool:
    """Whether nothing says that somebody acts for more than a country, or is only an observer."""
    held = {noun.sector for name in cluster.nouns if (noun := nouns().get(name)) is not None}
    apart = cluster.nouns & (words("voices", "sent_to") | {"counterpart", "diplomat", "consul"})
    return cluster.entry is None and cluster.body is None and not held & AWAY and not apart


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
    """The country of the place after a phrase and a preposition: "a councillor at a town in Oruro"."""
    roles, at = resolver.roles, phrase.last
    if roles.text(at).lower() not in links:
        return None
    near = resolver.places.get(roles.words[phrase.head].sentence, ())
    stately = ("government", *PLACES)
    starts = {p.first: p for p in near if p.kind in stately and p.country and p is not phrase}
    for here in range(at + 1, min(at + 1 + REACH, len(roles.words))):
        if here in starts and roles.words[starts[here].last - 1].deprel not in ("compound", "amod"):
            return starts[here].country
        word = roles.words[here]
        if word.text.endswith("-based") and (land := resolver.knowledge.country(word.text[:-6])) is not None:
            return land.iso3
        if word.upos not in PASSING or word.text.lower() in FAR:
            return None
    return None


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
            return body.country if resolver.of_the_public(body) else None
        stately = body.kind == "government" and body.named and not regional(body.name)
        if stately or (own(of.noun, of.named) and not regional(body.name)):
            return _land(phrase, resolver)
    return None


def _runs(phrase: Phrase, resolver: Resolver) -> bool:
    """Whether somebody is of a port or a board that owns the post: "its director", "the port's director"."""
    owner = resolver.done.get(id(phrase.owner)) if phrase.owner is not None else None
    if owner is None and phrase.pronoun is not None:
        owner = resolver.roles.pronoun_owner(phrase.pronoun)
    said = phrase.owner.noun if phrase.owner is not None else resolver.owner_word(phrase)
    local = own(said) or (owner is not None and any(map(own, owner.nouns)) and not owner.human)
    return local and phrase.noun in words("posts") and not (owner is not None and regional(owner.name))


def _of_party(phrase: Phrase, resolver: Resolver) -> str | None:
    """The text's own country for who leads or is of a party: "Ana Ruiz of the Popular Front"."""
    if resolver.roles.text(phrase.last + 1).lower() == "whose":
        near = resolver.places.get(resolver.roles.words[phrase.head].sentence, ())
        own = next((p for p in near if phrase.last < p.first <= phrase.last + 3 and p.named), None)
        body = resolver.done.get(id(own)) if own is not None else None
        if body is not None and not body.human and partisan(body.name):
            return body.country or _land(phrase, resolver)
    for part in (phrase, phrase.twin):
        if part is None or not (part.noun is None or part.noun in words("runs", "belongs", "voices")):
            continue
        for of in (part.of, part.owner, part.body):
            body = resolver.done.get(id(of)) if of is not None else None
            if of is None or body is None or body.human or body.entry is not None or _rebels(of):
                continue
            if partisan(body.name):
                return body.country or _land(phrase, resolver)
    return None


def _land(phrase: Phrase, resolver: Resolver) -> str | None:
    """Where the sentence takes place, as its paragraph or the text tells."""
    return resolver.local.get(resolver.roles.words[phrase.head].sentence) or resolver.home
