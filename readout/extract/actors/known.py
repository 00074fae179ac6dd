"""Bodies that are known by name: whose they are, what they are called, their branches in a country."""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.domestic import shared
from readout.extract.actors.evidence import Evidence
from readout.extract.actors.home import land
from readout.extract.actors.initials import abridges
from readout.extract.actors.ledger import key_of
from readout.extract.actors.lexicon import nouns, singular
from readout.extract.actors.naming import of_land
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.reading import BRANCHES
from readout.knowledge import Body

EXTRA = {
    "publisher": ("newspaper", "agency", "outlet"),
    "organization": ("organization", "group", "agency"),
    "group": ("group", "movement", "organization", "militia"),
}
"""What a body is called besides, by its kind."""


class Known(Evidence):
    """Gives the names of known bodies to their actors."""

    def _known_body(self, phrase: Phrase, entry: Body) -> Cluster:
        said = self._text(phrase) if phrase.name else ""
        if entry.country == "USA" and self.home and shared(said, self.home, "USA" not in self.told):
            return self._homonym(phrase)
        if self._namesake(phrase, entry):
            return self._mention_phrase(self._new_namesake(said, entry), phrase, "name")
        cluster = self.by_name.get(key_of(said)) if (said, entry.name) in self.namesakes else None
        cluster = cluster or self._branch_of(entry) or self._body_of(entry)
        if cluster.name == entry.name and (_spells(said, entry.name) or _in_full(said, entry.name)):
            cluster.name = said
        return self._mention_phrase(cluster, phrase, "name")

    def _namesake(self, phrase: Phrase, entry: Body) -> bool:
        """Whether a body only bears a known one's name: "the opposition Democratic Party" of Uganda.

        Nor is "the state broadcaster NBC" the American network.
        """
        if entry.country is None or self.home is None or entry.country == self.home:
            return False
        if entry.sector in ("PTY", "LAB") and entry.country not in self._lands_near(phrase):
            return True
        before = set(phrase.title.lower().replace("-", " ").split())
        party = before & {"opposition", "ruling", "governing"} and entry.country not in self.told
        return bool(party) or (bool(before & {"state", "public"}) and entry.country == "USA")

    def _lands_near(self, phrase: Phrase) -> set[str | None]:
        """The countries of which the paragraph tells."""
        here, at = self.roles.paragraph(phrase.head), self.roles.words[phrase.head].sentence
        near = (p for number in range(at - 4, at + 3) for p in self.places.get(number, ()))
        return {
            p.country
            for p in near
            if self.roles.paragraph(p.head) == here and p is not phrase and p.kind != "organization"
        }

    def _new_namesake(self, name: str, entry: Body) -> Cluster:
        """A body of the text's own country that bears the name of another's."""
        self.namesakes.add((name, entry.name))
        cluster = self.by_name.get(key_of(name)) or self._new(
            Cluster(entry.kind, name, self.home, entry.sector, named=True)
        )
        cluster.nouns.update(EXTRA.get(entry.kind, ()))
        self._noun(cluster)
        return cluster

    def _homonym(self, phrase: Phrase) -> Cluster:
        """The home country's department of a name that is best known as another's."""
        land_of = land(self.knowledge, self.home)
        name = of_land(self._text(phrase), land_of)
        cluster = self.by_name.get(key_of(name))
        cluster = cluster or self._new(Cluster("government", name, self.home, "GOV", named=True))
        cluster.nouns.add("department")
        self._noun(cluster)
        return self._mention_phrase(cluster, phrase, "name")

    def _branch_of(self, entry: Body) -> Cluster | None:
        """The national society that "the Red Cross" takes up after "the Kenya Red Cross"."""
        if entry.name.lower() not in BRANCHES or entry.name in self.by_entry:
            return None
        held = [c for c in self.clusters if c.named and c.name.endswith(f" {entry.name}") and c.country]
        return held[0] if len(held) == 1 else None

    def _body_of(self, entry: Body) -> Cluster:
        cluster = self.by_name.get(key_of(entry.name)) or self.by_entry.get(entry.name)
        if cluster is None:
            cluster = Cluster(entry.kind, entry.name, entry.country, entry.sector, named=True, entry=entry)
            self.by_entry[entry.name] = cluster
            self._new(cluster)
        cluster.nouns.update(singular(w) for w in entry.name.split() if singular(w) in nouns())
        land_of = land(self.knowledge, entry.country)
        for adjective in land_of.adjectives if land_of else ():
            if entry.name.startswith(f"{adjective} "):
                cluster.titles.append(entry.name.removeprefix(f"{adjective} ").lower())
        cluster.nouns.update(EXTRA.get(entry.kind, ()))
        self._noun(cluster)
        return cluster


def _in_full(said: str, short: str) -> bool:
    """Whether a name writes out what ours shortens: "United Nations Development Programme"."""
    alike = (("Program", "Programme"), ("Center", "Centre"), ("ization", "isation"), ("Labor", "Labour"))
    told = any(short.replace(b, a) == said or short.replace(a, b) == said for a, b in alike)
    return told or (short.startswith("UN ") and said.startswith("United Nations "))


def _spells(said: str, short: str) -> bool:
    """Whether a name is what a known body's letters stand for: "Korean Central News Agency" and KCNA."""
    parts = [word for word in said.split() if word[:1].isupper()]
    spelled = "".join(word[0] for word in parts) == short or abridges(short, said)
    return short.isupper() and len(parts) > 1 and spelled
