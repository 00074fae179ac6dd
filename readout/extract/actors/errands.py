"""Whose official one meets abroad and for whom a bare spokesman speaks, as the words around tell."""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.lexicon import words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.service import Service

BODIES = frozenset({"organization", "publisher", "government", "country"})
SENT = frozenset({"ambassador", "attaché", "chargé", "commissioner", "consul", "envoy"})
VISITS = frozenset({"arrive", "come", "confer", "fly", "travel", "visit"})


class Errands(Service):
    """Finds countries of officials by whom they meet, and bodies of spokesmen by who has just spoken."""

    def _learn_post(self, cluster: Cluster, phrase: Phrase) -> None:
        """Remembers where an envoy serves: "India's high commissioner in Colombo"."""
        of = phrase.of
        if phrase.noun in SENT and of is not None and phrase.link in ("to", "in", "at") and of.country:
            cluster.sent = of.country if of.kind in ("country", "capital", "city") else cluster.sent

    def _hosting(self, phrase: Phrase) -> str | None:
        """The country where an envoy serves who meets an official: "the envoy to Kenya met the minister"."""
        verb, role = self.roles.governor(phrase.head), self.roles.role(phrase.head)
        if verb is None or not ((role == "obj" and verb.lemma in words("meets")) or role.startswith("obl")):
            return None
        for word in self.roles.words[max(verb.index - 25, 0) : verb.index]:
            if word.head == verb.index and word.deprel == "nsubj":
                caller = self.heads.get(word.index)
                return caller.sent if caller is not None else None
        return None

    def _speaks_for(self, phrase: Phrase) -> Cluster | None:
        """The body for which "a spokesman" speaks: who the sentence is about, or the one before it."""
        bare = phrase.noun in words("voices") and phrase.determiner == "a" and phrase.title == phrase.noun
        if not bare or phrase.of or phrase.body or phrase.owner or phrase.pronoun is not None:
            return None
        here = self.roles.sentence(phrase.head)
        for cluster, head in reversed(self.recent[-16:]):
            back = here - self.roles.sentence(head)
            if back > 1 or head >= phrase.first:
                continue
            at = self.roles.text(head - 1) == "At" or self.roles.text(head - 2) == "At"
            if cluster.kind in BODIES and (at or self.roles.role(head) == "nsubj"):
                return cluster
        return None
