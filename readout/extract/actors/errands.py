"""Whose official one meets abroad and for whom a bare spokesman speaks, as the words around tell."""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.domestic import partisan, regional
from readout.extract.actors.lexicon import words
from readout.extract.actors.people import OFFICIAL
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.service import Service
from readout.knowledge import Body

BODIES = frozenset({"organization", "publisher", "government", "country"})
SENT = frozenset({"ambassador", "attaché", "chargé", "commissioner", "consul", "envoy"})


class Errands(Service):
    """Finds countries of officials by whom they meet, and bodies of spokesmen by who has just spoken."""

    def of_the_public(self, owner: Cluster) -> bool:
        """Whether a body is a state's, so that who heads it acts for the state: a parliament, a regulator."""
        if owner.plural or owner.human or owner.kind == "publisher":
            return False
        return owner.kind == "government" or (owner.country is not None and not self._private(owner))

    def _private(self, owner: Cluster) -> bool:
        """Whether a body with a country is no state's: "a French firm", "the Kenya Bankers' Association"."""
        if owner.kind != "organization" or isinstance(owner.entry, Body):
            return False
        said = owner.name.lower().split()
        public = said[0] in words("of_the_nation") or said[-1] in words("national") or partisan(owner.name)
        civil = bool((set(said) | owner.nouns) & (words("civic", "unsold", "firms") | {"club"}))
        return civil and not public and owner.sector not in OFFICIAL

    def _of_a_region(self, phrase: Phrase) -> bool:
        """Whether somebody is of a named body of a part of the world: "the commander of the Baltic Fleet"."""
        of = phrase.of
        return of is not None and of.named and not of.country and regional(self._text(of))

    def _learn_post(self, cluster: Cluster, phrase: Phrase) -> None:
        """Remembers where an envoy serves: "India's high commissioner in Colombo"."""
        of = phrase.of
        if phrase.noun in SENT and of is not None and phrase.link in ("to", "in", "at") and of.country:
            cluster.sent = of.country if of.kind in ("country", "capital", "city") else cluster.sent

    def _called_in(self, phrase: Phrase) -> bool:
        """Whether an envoy is called to a ministry, which is the place's: "summoned to the ministry"."""
        verb = self.roles.governor(phrase.head)
        to = "to" in (self.roles.text(phrase.first - 1).lower(), self.roles.text(phrase.first).lower())
        return (
            to
            and phrase.noun in ("ministry", "department")
            and verb is not None
            and verb.lemma in words("received") | {"call", "recall"}
        )

    def _sender(self, phrase: Phrase) -> str | None:
        """Whose envoy abroad it is by who says so: "His ministry said that the consul in Lima was there"."""
        of = phrase.of
        if phrase.noun not in SENT or of is None or phrase.link not in ("to", "in", "at") or not of.country:
            return None
        speaks = self._floor(phrase)
        return speaks if speaks != of.country else None

    def _own_envoy(self, phrase: Phrase) -> str | None:
        """The country that answers in a transcript, whose "the High Commissioner" it is, if no guest's."""
        bare = phrase.determiner == "the" and not (phrase.named or phrase.twin or phrase.country)
        high = phrase.noun != "commissioner" or phrase.title.lower() == "high commissioner"
        if (
            phrase.noun not in SENT
            or not bare
            or not high
            or regional(phrase.title)
            or self._foreigner(phrase)
        ):
            return None
        return self.host(phrase.head)

    def _at_ministry(self, phrase: Phrase) -> str | None:
        """The country of the ministry where somebody serves: "director for Africa at the Danish ministry"."""
        if phrase.kind != "person" or not (
            phrase.noun in words("posts", "runs") or phrase.noun == "official"
        ):
            return None
        if self.roles.text(phrase.last).lower() not in ("for", "of", "at", "in") or phrase.named:
            return None
        for part in self.places.get(self.roles.words[phrase.head].sentence, ()):
            far = part.first - phrase.last
            if part.kind == "government" and part.country and 0 < far <= 8:
                between = {self.roles.text(i).lower() for i in range(phrase.last, part.first + 1)}
                if "at" in between and "," not in between:
                    return part.country
        return None

    def _hosting(self, phrase: Phrase) -> str | None:
        """The country where an envoy serves who meets an official: "the envoy to Kenya met the minister"."""
        verb, role = self.roles.governor(phrase.head), self.roles.role(phrase.head)
        if (
            verb is not None
            and verb.lemma in words("meets")
            and self.home is not None
            and role == "obl:agent"
        ):
            guests = [
                w.index
                for w in self.roles.words[max(verb.index - 25, 0) : verb.index]
                if w.head == verb.index
            ]
            came = next((c for at in guests if (c := self.heads.get(at)) is not None), None)
            return self.home if came is not None and came.country not in (None, self.home) else None
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
