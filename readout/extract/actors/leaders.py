"""Who leads a body by what the clause says: "Tor Vik, who heads Norway's navy".

"Its local office" is a part of the body that "its" means.
"""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.lexicon import words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.resolve import Resolver
from readout.model.analysis import Word

PARTS = frozenset({"office", "bureau", "branch", "mission"})
"""What is a part of the body that owns it: "the agency's Chad office" is the agency's."""


def leaders(phrases: list[Phrase], resolver: Resolver) -> None:
    """Gives people without a country the country and the sector of the body that they lead."""
    for phrase in phrases:
        verb = resolver.roles.governor(phrase.head)
        led = verb is not None and verb.lemma in words("leads") and resolver.roles.role(phrase.head) == "obj"
        body = resolver.done.get(id(phrase))
        if led and phrase.noun in PARTS and phrase.owner is not None:
            body = resolver.done.get(id(phrase.owner))
        if led and body is None and phrase.pronoun is not None:
            body = resolver.roles.pronoun_owner(phrase.pronoun)
        town = led and phrase.kind in ("city", "capital")
        if not led or verb is None or (body is None and not town) or (body is not None and body.human):
            continue
        leader = _subject(verb, resolver)
        country = body.country if body is not None else phrase.country
        if leader is None or not (leader.human and leader.named) or (leader.country and leader.sure):
            continue
        if leader.country is None or (country and phrase.country != leader.country):
            leader.country = country or leader.country
            leader.sector = leader.sector or (body.sector if body is not None else "GOV")


def _subject(verb: Word, resolver: Resolver) -> Cluster | None:
    """Who does what a verb says; of a relative clause, whom it is about."""
    for word in resolver.roles.words[max(verb.index - 8, 0) : verb.index]:
        if word.head == verb.index and word.deprel == "nsubj":
            if word.text.lower() == "who" and verb.deprel.startswith("acl"):
                return resolver.heads.get(verb.head)
            return resolver.heads.get(word.index)
    return None
