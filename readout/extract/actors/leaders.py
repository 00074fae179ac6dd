"""Who leads a body by what the clause says: "Tor Vik, who heads Norway's navy".

"Its local office" is a part of the body that "its" means.
"""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.domestic import regional
from readout.extract.actors.lexicon import words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.resolve import Resolver
from readout.knowledge import Body
from readout.model.analysis import Word

PARTS = frozenset({"office", "bureau", "branch", "mission"})
"""What is a part of the body that owns it: "the agency's Chad office" is the agency's."""


def leaders(phrases: list[Phrase], resolver: Resolver) -> None:
    """Gives people without a country the country and the sector of the body that they lead."""
    for phrase in phrases:
        if not (phrase.named and phrase.kind == "person"):
            _headed_by(phrase, resolver)
        elif phrase.twin is None:
            _works_at(phrase, resolver)
        head = _headed(phrase, resolver)
        verb, role = resolver.roles.governor(head), resolver.roles.role(head)
        led = verb is not None and verb.lemma in words("leads") and role in ("obj", "nsubj:pass")
        body = resolver.done.get(id(phrase))
        if led and phrase.noun in PARTS and phrase.owner is not None:
            body = resolver.done.get(id(phrase.owner))
        if led and body is None and phrase.pronoun is not None:
            body = resolver.roles.pronoun_owner(phrase.pronoun)
        town = led and phrase.kind in ("city", "capital")
        if not led or verb is None or (body is None and not town) or (body is not None and body.human):
            continue
        leader = _subject(verb, resolver) if role == "obj" else _agent(verb, resolver)
        if leader is not None and _of_states(phrase, body) and not leader.sure:
            leader.country = None
            continue
        country = body.country if body is not None else phrase.country
        if leader is None or not (leader.human and leader.named) or (leader.country and leader.sure):
            continue
        if leader.country is None or (country and phrase.country != leader.country):
            leader.country = country or leader.country
            leader.sector = leader.sector or (body.sector if body is not None else "GOV")


def _headed_by(phrase: Phrase, resolver: Resolver) -> None:
    """Gives who heads a team the country of it: "a Nepalese team headed by the water secretary, Ann Lee"."""
    for verb in resolver.roles.words[phrase.last : phrase.last + 2]:
        if verb.lemma not in words("leads") or verb.head != phrase.head or not verb.deprel.startswith("acl"):
            continue
        body, leader = resolver.done.get(id(phrase)), _agent(verb, resolver)
        country = phrase.country or (body.country if body is not None else None)
        if leader is not None and leader.human and not leader.sure and country:
            leader.country = country


def _works_at(phrase: Phrase, resolver: Resolver) -> None:
    """The country of the state's body where a clause says that somebody works.

    "Ann Lee, who runs the desk at the Danish aid agency, said so": she acts for Denmark.
    """
    person, every = resolver.done.get(id(phrase)), resolver.roles.words
    at = phrase.last + 1
    if person is None or person.country or not person.human or resolver.roles.text(at).lower() != "who":
        return
    verb = every[every[at].head]
    if verb.index <= at or not (verb.lemma in words("leads") or verb.lemma in ("work", "serve")):
        return
    for here in range(verb.index + 1, min(verb.index + 12, len(every))):
        body = resolver.heads.get(here)
        if every[here].text in (",", ".") or every[here].sentence != verb.sentence:
            return
        part = body is not None and bool(body.nouns & PARTS)
        if (
            body is not None
            and body.kind == "government"
            and not part
            and every[here].deprel in ("obj", "obl", "nmod")
        ):
            person.country, person.sector = body.country, person.sector or body.sector
            return


def _headed(phrase: Phrase, resolver: Resolver) -> int:
    """The word whose part a body of states is: "force" in "the United Nations force"."""
    word = resolver.roles.words[phrase.head]
    states = isinstance(phrase.entry, Body) and (phrase.entry.code or "").startswith("IGO")
    return word.head if states and word.deprel in ("compound", "nmod:poss") else phrase.head


def _of_states(phrase: Phrase, body: Cluster | None) -> bool:
    """Whether what somebody leads is of several countries: "the United Nations force"."""
    known = (part.entry if part is not None else None for part in (phrase.body, phrase))
    entries = (*known, body.entry if body is not None else None)
    igo = any(isinstance(entry, Body) and (entry.code or "").startswith("IGO") for entry in entries)
    return igo or regional(phrase.title)


def _agent(verb: Word, resolver: Resolver) -> Cluster | None:
    """By whom something is led: "The Italian side was led by Admiral Ugo Neri"."""
    for word in resolver.roles.words[verb.index : verb.index + 8]:
        if word.head == verb.index and word.deprel.startswith("obl") and word.index in resolver.heads:
            before = {resolver.roles.text(i).lower() for i in range(verb.index + 1, word.index)}
            return resolver.heads[word.index] if "by" in before else None
    return None


def _subject(verb: Word, resolver: Resolver) -> Cluster | None:
    """Who does what a verb says; of a relative clause, whom it is about."""
    for word in resolver.roles.words[max(verb.index - 8, 0) : verb.index]:
        if word.head == verb.index and word.deprel == "nsubj":
            if word.text.lower() == "who" and verb.deprel.startswith("acl"):
                return resolver.heads.get(verb.head)
            return resolver.heads.get(word.index)
    return None
