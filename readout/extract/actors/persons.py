"""People: by name, by description, in groups, by number alone."""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.evidence import Evidence, offices_of, plain_title
from readout.extract.actors.home import land
from readout.extract.actors.lexicon import words
from readout.extract.actors.naming import people_name
from readout.extract.actors.people import sector_of
from readout.extract.actors.phrase import Phrase
from readout.knowledge import HEADS, Person
from readout.knowledge.spelling import folded

ALIKE = (
    frozenset(
        {"lawmaker", "mp", "mep", "senator", "legislator", "parliamentarian", "congressman", "congresswoman"}
    ),
    frozenset({"envoy", "ambassador", "diplomat"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
)
KOREAS = {"South": "KOR", "North": "PRK"}
CHIEFS = {"presidents": frozenset({"president"}), "ministers": frozenset({"minister", "secretary"})}


class Persons(Evidence):
    """Gives phrases for people to their actors."""

    def _person(self, phrase: Phrase) -> Cluster:
        text = self._text(phrase)
        cluster = self.people.find(text)
        text = text.title() if text.isupper() and len(text) > 4 else text
        if cluster is None:
            cluster = self._new(Cluster("person", text, named=True))
        self.people.rename(cluster, text)
        self._learn(cluster, phrase)
        return self._mention_phrase(cluster, phrase, "name")

    def _unknown(self, phrase: Phrase) -> Cluster | None:
        """A capitalised word that the tagger does not know: someone known already, or someone who acts."""
        text = self._text(phrase)
        code = KOREAS.get(text) if phrase.determiner == "the" and self.lands.keys() & {"KOR", "PRK"} else None
        if code:
            return self._mention_phrase(self.country(code), phrase, "name")
        cluster = self.people.find(text) or self.by_name.get(folded(text))
        if cluster is None:
            if not self.roles.agent(phrase.head):
                return None
            known = self.people.known(text, None)
            cluster = self._new(Cluster("person" if known else "organization", text, named=True))
        self._learn(cluster, phrase)
        return self._mention_phrase(cluster, phrase, "name")

    def _someone(self, phrase: Phrase) -> Cluster | None:
        """A person without a name: taken up ("the minister") or new ("a Chilean diplomat")."""
        opening = phrase.title.lower().partition(" ")[0].rstrip(".")
        if opening in ("madam", "mister", "sir", "mr") or phrase.determiner in ("each", "every", "any", "no"):
            return None
        cluster = self._counterpart(phrase) if phrase.noun == "counterpart" else self._taken_up(phrase)
        cluster = cluster or self._office_holder(phrase)
        if cluster is None:
            if phrase.noun in words("general") and not (phrase.country or self.roles.agent(phrase.head)):
                return None
            country = self._country_of(phrase)
            cluster = self._new(
                Cluster("person", people_name(phrase, land(self.knowledge, country)), country)
            )
            cluster.described = phrase.determiner in words("definite")
        self._learn(cluster, phrase)
        return self._mention_phrase(cluster, phrase, "description")

    def _office_holder(self, phrase: Phrase) -> Cluster | None:
        """Who holds an office that is named without its holder: "the president", by country and date."""
        title = plain_title(phrase, phrase.title).lower()
        chief = title in HEADS or title == "secretary-general"
        if not chief or phrase.determiner != "the" or phrase.noun in self.titled or not self.people.date:
            return None
        place = self._country_of(phrase) if title in HEADS else None
        if title == "secretary-general" and phrase.of is None and phrase.body is None:
            place = "United Nations" if "United Nations" in self.mentioned else None
        held = self.knowledge.holder(title, place, self.people.date) if place else ()
        if len(held) != 1:
            return None
        known = self.people.find(held[0].person)
        return known or self._new(
            Cluster("person", held[0].person, held[0].country, held[0].sector, named=True)
        )

    def _counterpart(self, phrase: Phrase) -> Cluster | None:
        """Who holds the same office for another country: "his Turkish counterpart"."""
        owner = self.roles.pronoun_owner(phrase.pronoun) if phrase.pronoun is not None else None
        owner = owner or (self.done.get(id(phrase.owner)) if phrase.owner else None)
        if owner is None or not phrase.country:
            return None
        for office in offices_of(owner, self.people.date):
            held = self.knowledge.holder(office, phrase.country, self.people.date) if self.people.date else ()
            if len(held) == 1:
                known = self.people.find(held[0].person)
                return known or self._new(
                    Cluster("person", held[0].person, phrase.country, "GOV", named=True)
                )
        return None

    def _taken_up(self, phrase: Phrase) -> Cluster | None:
        """The earlier person that "the minister" or "Kenya's minister" means."""
        if phrase.determiner not in words("definite") or (
            phrase.of is not None and not phrase.named and phrase.noun in words("sent")
        ):
            return None
        country = phrase.country or (phrase.owner.country if phrase.owner else None)
        wanted = set(phrase.title.lower().split()) - {phrase.adjective.lower()}
        pool = self._latest(phrase.noun or "")
        alike = next((group for group in ALIKE if phrase.noun in group), frozenset())
        if not pool and phrase.title.lower() == phrase.noun:
            pool = [c for noun in sorted(alike) for c in self._latest(noun)]
        if phrase.noun == "leader":
            pool = [c for noun in sorted(words("heads")) for c in self._latest(noun)]
            pool.sort(key=lambda c: -c.at[-1][0] if c.at else 0)
        for cluster in pool:
            if not cluster.human or (country and cluster.country and cluster.country != country):
                continue
            if cluster.nouns & alike and phrase.title.lower() == phrase.noun:
                return cluster
            if phrase.noun == "leader" and wanted <= {"leader"} and (country or len(set(map(id, pool))) == 1):
                return cluster
            said = [set(title.lower().split()) for title in cluster.titles]
            if any(
                wanted <= title or title <= wanted or phrase.title.lower() == phrase.noun for title in said
            ):
                return cluster
        return None

    def _group(self, phrase: Phrase) -> Cluster | None:
        low = phrase.title.lower().split()
        if phrase.noun in words("pairs") or phrase.noun in words("states"):
            pair = self._couple(phrase, low)
            if pair is not None or phrase.noun in words("states"):
                return pair
        country = self._country_of(phrase)
        if phrase.noun in words("general") and not (phrase.country or self.roles.agent(phrase.head)):
            return None
        name = people_name(phrase, land(self.knowledge, country))
        cluster = self.by_name.get(folded(name))
        if cluster is None and phrase.determiner in words("definite") and not phrase.country:
            cluster = next((c for c in self._latest(phrase.noun or "") if c.plural), None)
        if cluster is None:
            sector = sector_of(phrase)
            cluster = self._new(Cluster("group", name, country, sector, plural=True))
        self._learn(cluster, phrase)
        return self._mention_phrase(cluster, phrase, "description")

    def _couple(self, phrase: Phrase, low: list[str]) -> Cluster | None:
        """A group whose two members the text has named last: "the two leaders", "both sides"."""
        if not ({"two", "both"} & set(low) or phrase.determiner in ("both", "the")):
            return None
        if phrase.country or phrase.owned or phrase.of is not None:
            return None
        members = self._last_two(phrase.noun or "")
        if len(members) < 2:
            return None
        held = (
            c
            for c in self.by_noun.get(phrase.noun or "", [])
            if set(map(id, c.members)) == set(map(id, members))
        )
        cluster = next(held, None)
        if cluster is None:
            cluster = self._new(
                Cluster(
                    "group",
                    phrase.noun if phrase.noun in ("pair", "duo") else f"two {phrase.noun}",
                    plural=True,
                    members=members,
                )
            )
            cluster.nouns.add(phrase.noun or "")
            self._noun(cluster)
        return self._mention_phrase(cluster, phrase, "description")

    def together(self, first: Cluster, second: Cluster) -> Cluster:
        """The group of two that "they" takes up after "Ama Boateng and Tor Vik"."""
        pair = {id(first), id(second)}
        held = next((c for c in self.clusters if {id(m) for m in c.members} == pair), None)
        country = first.country if first.country == second.country else None
        name = {("person", "person"): "two people", ("country", "country"): "two countries"}.get(
            (first.kind, second.kind), "two parties"
        )
        return held or self._new(Cluster("group", name, country, plural=True, members=[first, second]))

    def _last_two(self, noun: str) -> list[Cluster]:
        """The two countries or people named last that a noun can mean, in the order of the text."""
        states = noun in words("states")
        wanted = words("heads") if noun == "leaders" else CHIEFS.get(noun, frozenset())
        members: list[Cluster] = []
        for cluster, _ in reversed(self.recent):
            chief = bool(words("heads") & cluster.nouns) or self._head_of_state(cluster)
            if states and cluster.human and cluster.country and chief:
                cluster = self.country(cluster.country)
            fits = cluster.kind == "country" if states else cluster.human and cluster.named
            fits = fits and (not wanted or bool(wanted & cluster.nouns) or (noun == "leaders" and chief))
            if fits and cluster not in members:
                members.insert(0, cluster)
            if len(members) == 2:
                break
        return members

    def _head_of_state(self, cluster: Cluster) -> bool:
        held = cluster.entry.at(self.people.date) if isinstance(cluster.entry, Person) else ()
        return any(term.office in HEADS for term in held)

    def counted(self, at: int) -> Cluster | None:
        """A source of number alone: "one of them" a person, "few" a group."""
        low = self.roles.text(at).lower()
        if not self.roles.agent(at):
            return None
        last = (
            at + 3
            if self.roles.text(at + 1) == "of" and self.roles.text(at + 2).lower() in ("them", "us")
            else at + 1
        )
        alone = low in ("one", "another") or low.endswith(("one", "body"))
        name = self.roles.span(at, last).lower()
        cluster = self._new(Cluster("person" if alone else "group", name, plural=not alone))
        return self.mention(cluster, at, last, at, "description")
