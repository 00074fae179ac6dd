"""One pass over the phrases of a text that gives each to an actor."""

from __future__ import annotations

from readout.extract.actors.apart import whole_of
from readout.extract.actors.bodies import Bodies
from readout.extract.actors.cluster import Cluster
from readout.extract.actors.domestic import of_the_public
from readout.extract.actors.evidence import sex_of
from readout.extract.actors.groups import Groups
from readout.extract.actors.initials import BODIES
from readout.extract.actors.ledger import key_of
from readout.extract.actors.lexicon import former_seats, nouns, words
from readout.extract.actors.persons import KOREAS, Persons
from readout.extract.actors.phrase import Phrase
from readout.knowledge import Body, Country


class Resolver(Bodies, Persons, Groups):
    """Takes the phrases of one text in their order."""

    def take(self, phrase: Phrase) -> Cluster | None:
        """The actor of a phrase, new or known; None for what is nobody."""
        if id(phrase) in self.done:
            return self.done[id(phrase)]
        self.done[id(phrase)] = None
        if phrase.owner is not None:
            owner = self.take(phrase.owner)
            if phrase.noun == "office" and owner is not None and not phrase.owner.named:
                self._aside(owner, phrase.owner)
        cluster = self._pair(phrase) if phrase.twin else self._single(phrase)
        self.done[id(phrase)] = cluster
        return cluster

    def _aside(self, owner: Cluster, phrase: Phrase) -> None:
        """Takes a mention back: in "the Prime Minister's Office" nobody speaks of the prime minister."""
        if phrase.kind == "person" and owner.at and owner.at[-1][:2] == (phrase.first, phrase.last):
            owner.at.pop()
            self.heads.pop(phrase.head, None)
            if self.recent and self.recent[-1][0] is owner:
                self.recent.pop()

    def _pair(self, phrase: Phrase) -> Cluster | None:
        twin = phrase.twin
        assert twin is not None
        name, said = (phrase, twin) if phrase.named else (twin, phrase)
        self.done[id(twin)] = None
        if twin.owner is not None:
            self.take(twin.owner)
        if name.kind in ("unknown", "person") and self._body_by_description(name, said):
            name.kind = "organization"
        elif name.kind == "unknown" and self._of_a_person(said):
            name.kind = "person"
        cluster = self._known_name(name) or self._described(said, name)
        cluster = cluster or self._new_named(name)
        self.people.rename(cluster, self._text(name)) if cluster.kind == "person" else None
        self._learn(cluster, name)
        self._learn(cluster, said)
        if cluster.kind in ("organization", "publisher") and cluster.entry is None:
            cluster.country = cluster.country or self._told_of(said)
        for part, kind in sorted(((name, "name"), (said, "description")), key=lambda x: x[0].first):
            self._mention_phrase(cluster, part, "name" if kind == "name" else "description")
        self.done[id(phrase)] = self.done[id(twin)] = cluster
        return cluster

    def _of_a_person(self, said: Phrase) -> bool:
        """Whether a description can be of nobody but a person: "her husband", no "owner" or "ally"."""
        noun = nouns().get(said.noun or "")
        person = noun is not None and noun.kind == "person"
        return person and said.noun not in words("trades", "either")

    def _told_of(self, said: Phrase) -> str | None:
        """The country that a description gives a body: "a Danish firm", "its cocoa board"."""
        if said.adjective and said.country:
            return said.country
        if said.kind == "publisher":
            state = of_the_public(said)
            told = self.local.get(self.roles.words[said.head].sentence)
            return told or ((self.side_of(said) or self._floor(said) or self.home) if state else None)
        if said.noun not in words("national"):
            return None
        owner = self.roles.pronoun_owner(said.pronoun) if said.pronoun is not None else None
        owner = owner or (self.done.get(id(said.owner)) if said.owner else None)
        return owner.country if owner is not None and owner.kind == "country" else None

    def _body_by_description(self, name: Phrase, said: Phrase) -> bool:
        noun = nouns().get(said.noun or "")
        if noun and noun.kind != "person":
            return True
        firm = said.noun in ("owner", "operator", "rival", "producer", "supplier", "developer", "exporter")
        return (
            firm
            and said.owned
            and (said.owner is None or said.owner.kind != "person")
            and not (self.knowledge.gender(self._text(name)))
        )

    def _known_name(self, name: Phrase) -> Cluster | None:
        text = self._text(name)
        if name.kind == "person":
            return self.people.find(text, sex_of(name), name.noun)
        return self.by_name.get(key_of(text))

    def _described(self, said: Phrase, name: Phrase) -> Cluster | None:
        """An unnamed actor that a description takes up, before its name is given."""
        if said.determiner not in words("definite"):
            return None
        if name.kind != "person":
            return self._described_body(said, name)
        awaited = self._awaited(said)
        if awaited is not None or said.owned:
            return awaited
        held = (c for c in reversed(self.by_noun.get(said.noun or "", [])) if not c.named and not c.plural)
        bare = said.title.lower() == said.noun
        held = (c for c in held if bare or not self._of_other_things(c, said))
        return next((c for c in held if not self._contradicts(c, said)), None)

    def _described_body(self, said: Phrase, name: Phrase) -> Cluster | None:
        """A body that the text first only described: "Peru's regulator", then "the regulator, Osinor"."""
        if said.owned or said.of is not None or isinstance(name.entry, Body):
            return None
        held = (c for c in self._latest(said.noun or "") if c.kind in BODIES and not c.named and not c.plural)
        body = next((c for c in held if said.country in (None, c.country)), None)
        if body is not None:
            body.name, body.named = self._text(name), True
            self.by_name[key_of(body.name)] = body
        return body

    def _new_named(self, name: Phrase) -> Cluster:
        if name.kind == "person":
            return self._new(Cluster("person", self._text(name), named=True))
        return self._body_of(name.entry) if isinstance(name.entry, Body) else self._organization(name)

    def _single(self, phrase: Phrase) -> Cluster | None:
        if phrase.kind in ("country", "capital"):
            return self._land(phrase)
        if (body := self._shortening(phrase)) is not None:
            return self._mention_phrase(body, phrase, "name")
        if phrase.kind in ("person", "place") and (firm := self._shortened(phrase)) is not None:
            return self._mention_phrase(firm, phrase, "name")
        if phrase.kind == "place" and self._acts_as_firm(phrase):
            return self._unknown(phrase)
        if phrase.kind == "city" and (code := self._sat_in(phrase)) is not None:
            return self._mention_phrase(self.country(code), phrase, "metonym")
        if phrase.kind in ("city", "place"):
            return None
        if phrase.named and self._text(phrase) == "Koreas":
            return self._both_koreas(phrase)
        if phrase.kind == "side":
            return self._side(phrase)
        if isinstance(phrase.entry, Body):
            return self._known_body(phrase, phrase.entry)
        if phrase.named and phrase.kind == "person":
            return self._person(phrase)
        if phrase.kind == "person":
            return self._someone(phrase)
        if phrase.kind == "group":
            return self._group(phrase)
        if phrase.kind == "unknown" or (phrase.named and self._text(phrase) in KOREAS):
            return self._unknown(phrase)
        return self._body(phrase)

    def _acts_as_firm(self, phrase: Phrase) -> bool:
        """Whether a name that looks like a place's does what firms do: "Nordstrom Rail will supply them"."""
        if phrase.name is None or phrase.name[1] - phrase.name[0] < 2 or phrase.label:
            return False
        opening = self.roles.text(phrase.name[0]).lower()
        return opening not in words("things") and self.roles.agent(phrase.head)

    def _shortened(self, phrase: Phrase) -> Cluster | None:
        """The firm that a bare name is short for, which alone looks like a person's or a place's."""
        if not phrase.named or phrase.noun or phrase.title or phrase.entry is not None:
            return None
        if self.people.find(self._text(phrase)):
            return None
        same = self.by_name.get(key_of(self._text(phrase)))
        whole = same if same is not None and same.named and same.kind in BODIES else None
        return whole or self.shortened(self._text(phrase))

    def _land(self, phrase: Phrase) -> Cluster | None:
        code = phrase.country
        if phrase.kind == "capital" and not self.roles.acts_as_government(phrase):
            return None
        if not code:
            return self._apart(phrase)
        seated = self._seated(phrase) if phrase.kind == "capital" and code == "BEL" else None
        cluster = seated or self.country(code)
        return self._mention_phrase(cluster, phrase, "name" if phrase.kind == "country" else "metonym")

    def _sat_in(self, phrase: Phrase) -> str | None:
        """The country whose government a city stood for on the text's day: "Lagos refused" before 1991."""
        code, until = former_seats().get(self._text(phrase) if phrase.name else "", ("", ""))
        then = not until or (self.people.date is not None and self.people.date <= until)
        return code if code and then and self.roles.acts_as_government(phrase) else None

    def _apart(self, phrase: Phrase) -> Cluster | None:
        """A place that acts as a state and has no code: "Abkhazia", and "Sukhumi" for it.

        What is part of a country is somebody only where it acts: "Bavaria opposed it", not "in Bavaria".
        """
        place = phrase.entry
        if not isinstance(place, Country) or (whole_of(place) and not self.roles.agent(phrase.head)):
            return None
        held = self.by_name.get(key_of(place.name))
        held = held or self._new(Cluster("government", place.name, whole_of(place), "GOV", named=True))
        return self._mention_phrase(held, phrase, "name" if phrase.kind == "country" else "metonym")

    def _seated(self, phrase: Phrase) -> Cluster | None:
        """Whose voice "Brussels" is: Belgium's where the text tells of it, else NATO's or the Union's."""
        here = self.places.get(self.roles.words[phrase.head].sentence, ())
        if any(p.country == "BEL" and p is not phrase and p.kind != "capital" for p in here):
            return None
        named = self.mentioned & {"European Union", "European Commission", "NATO"}
        if not named and any(
            p.country == "BEL" and p.kind != "capital" for ps in self.places.values() for p in ps
        ):
            return None
        latest = next((c.name for c, _ in reversed(self.recent) if c.name in named), None)
        name = latest or ("NATO" if named == {"NATO"} else "European Union")
        found = (c.entry for c in self.knowledge.lookup(name) if isinstance(c.entry, Body))
        body = next(found, None)
        return self._body_of(body) if body is not None else None

    def _side(self, phrase: Phrase) -> Cluster | None:
        code = phrase.country or (phrase.owner.country if phrase.owner else None)
        if code and (phrase.adjective or phrase.owned):
            return self._mention_phrase(self.country(code), phrase, "description")
        return None

    def state(self, at: int, codes: frozenset[str]) -> None:
        """The country that "the kingdom" takes up: the one named so far of which that is true."""
        held = {code for code, land in self.lands.items() if code in codes and land.at}
        held = held or {code for code in self.mentioned if code in codes}
        if len(held) == 1 and self.roles.text(at - 1).lower() == "the":
            self.mention(self.country(held.pop()), at - 1, at + 1, at, "description")

    def document(self, at: int) -> Cluster | None:
        """Whose document speaks: "Norway's summary" and then "the summary" are Norway."""
        word = self.roles.words[at]
        owner = next(
            (
                self.heads.get(i)
                for i in range(at - 4, at)
                if self.roles.text(i + 1) in ("'s", "’s") and self.heads.get(i)
            ),
            None,
        )
        if owner is not None:
            self.documents[word.lemma] = owner
            return None
        held = self.documents.get(word.lemma)
        if held is None or self.roles.text(at - 1).lower() != "the":
            return None
        before = self.roles.text(at - 3).lower() == "according"
        if before or self.roles.agent(at):
            return self.mention(held, at - 1, at + 1, at, "description", fresh=False)
        return None
