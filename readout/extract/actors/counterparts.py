"""Counterparts: whom "his Turkish counterpart" means, by the office of the one whose counterpart it is."""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.evidence import Evidence, offices_of
from readout.extract.actors.home import land
from readout.extract.actors.lexicon import words
from readout.extract.actors.phrase import Phrase
from readout.knowledge import HEADS, Person, counterpart

VENUES = frozenset({"ARE", "AUT", "BEL", "CHE", "NLD", "OMN", "QAT", "SGP"})
"""Countries where others meet: "met his counterpart in Doha" says nothing of whose."""


class Counterparts(Evidence):
    """Finds the other one of two office holders."""

    def _counterpart(self, phrase: Phrase) -> Cluster | None:
        """The counterpart by country and office; "his counterpart" again is who it was before."""
        owner = self._owner(phrase)
        if owner is None:
            return None
        phrase.country = phrase.country or self._other_side(phrase, owner)
        before = self.others.get((id(owner), phrase.country))
        if before is None and phrase.country is None:
            met = (c for (other, _), c in reversed(self.others.items()) if other == id(owner))
            return next(met, None) or self._opposite_here(owner, None)
        return before or self._holding(owner, phrase.country) or self._opposite_here(owner, phrase.country)

    def _opposite_here(self, owner: Cluster, country: str | None) -> Cluster | None:
        """The one other holder of the same post whom the text has named: two ministers who meet."""
        posts = owner.nouns & words("posts")
        people = {id(c): c for noun in sorted(posts) for c in self._latest(noun) if c.human and c.named}
        others = [c for c in people.values() if c is not owner and c.country not in (None, owner.country)]
        return others[0] if len(others) == 1 and country in (None, others[0].country) else None

    def _owner(self, phrase: Phrase) -> Cluster | None:
        owner = self.roles.pronoun_owner(phrase.pronoun) if phrase.pronoun is not None else None
        owner = owner or (self.done.get(id(phrase.owner)) if phrase.owner else None)
        return owner if owner is not None and owner.human else None

    def _holding(self, owner: Cluster, country: str | None) -> Cluster | None:
        if not (self.people.date and owner.country and country):
            return None
        for office in offices_of(owner, self.people.date):
            held = counterpart(self.knowledge, office, owner.country, country, self.people.date)
            if held is not None:
                known = self.people.find(held.person)
                met = Cluster("person", held.person, country, "GOV", named=True, lent=True)
                return known or self._new(met)
        return None

    def _other_side(self, phrase: Phrase, owner: Cluster) -> str | None:
        """The country of "her counterpart from Peru", "in Ankara"; else the one that the sentence names."""
        of = phrase.of
        if of is not None and phrase.link in ("from", "of", "in"):
            return of.country if of.country != owner.country and self._side_of(phrase.link, of) else None
        sentence = self.roles.words[phrase.head].sentence
        if owner.country and self._region_of(phrase, owner.country):
            return owner.country
        found = {p.country for p in self.places.get(sentence, ()) if self._side_of("in", p)}
        found -= {None, owner.country}
        return found.pop() if len(found) == 1 else None

    def _region_of(self, phrase: Phrase, country: str) -> bool:
        """Whether the place before "counterpart" is a part of a country: "his Tamil Nadu counterpart"."""
        named = " ".join(word for word in phrase.title.split() if word[:1].isupper())
        found = self.knowledge.lookup(named) if named else ()
        return any(c.sort == "city" and c.country == country for c in found)

    def _side_of(self, link: str, place: Phrase) -> bool:
        venue = place.kind in ("capital", "city") and place.country in VENUES
        return place.kind in ("country", "capital", "city") and not (link == "in" and venue)

    def _opposite(self, cluster: Cluster, phrase: Phrase) -> None:
        """A counterpart holds the office of the other one: "her Peruvian counterpart, Rosa Quispe"."""
        owner = self._owner(phrase)
        if owner is None or owner is cluster:
            return
        self.others[(id(owner), cluster.country)] = cluster
        cluster.sector = cluster.sector or owner.sector
        cluster.nouns |= owner.nouns
        cluster.titles += [title for title in owner.titles if title not in cluster.titles]
        held = owner.entry.at(self.people.date) if isinstance(owner.entry, Person) else ()
        offices = owner.offices[:1] or [term.office for term in held if term.office not in HEADS][:1]
        cluster.offices = cluster.offices or offices

    def _other_name(self, phrase: Phrase) -> str:
        """The name of one who stays unknown: "Peruvian counterpart" for "her counterpart from Peru"."""
        country = land(self.knowledge, phrase.country)
        adjective = country.adjectives[0] if country and country.adjectives else ""
        return f"{adjective} counterpart".strip()
