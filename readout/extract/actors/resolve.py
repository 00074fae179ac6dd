"""One pass over the phrases of a text that gives each to an actor."""

from __future__ import annotations

from collections.abc import Iterable

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.home import land
from readout.extract.actors.lexicon import nouns, singular, words
from readout.extract.actors.naming import body_name, people_name
from readout.extract.actors.people import Register, official, sector_of
from readout.extract.actors.phrases import Phrase
from readout.extract.actors.roles import Roles
from readout.knowledge import Body, Knowledge, Person
from readout.knowledge.spelling import folded
from readout.model.actor import MentionKind

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
STATES = frozenset({"sides", "parties", "countries", "governments", "nations", "capitals", "delegations",
                    "neighbors", "neighbours"})  # fmt: skip


class Resolver:
    """Actors in the making, and the indices by which a phrase finds its own."""

    def __init__(self, knowledge: Knowledge, roles: Roles, date: str | None, home: str | None,
                 local: dict[int, str]) -> None:  # fmt: skip
        self.knowledge, self.roles, self.home, self.local = knowledge, roles, home, local
        self.people = Register(knowledge, date, home)
        self.clusters: list[Cluster] = []
        self.by_name: dict[str, Cluster] = {}
        self.by_noun: dict[str, list[Cluster]] = {}
        self.lands: dict[str, Cluster] = {}
        self.done: dict[int, Cluster | None] = {}
        self.heads: dict[int, Cluster] = {}
        self.documents: dict[str, Cluster] = {}
        self.recent: list[tuple[Cluster, int]] = []

    def take(self, phrase: Phrase) -> Cluster | None:
        """The actor of a phrase, new or known; None for what is nobody."""
        if id(phrase) in self.done:
            return self.done[id(phrase)]
        self.done[id(phrase)] = None
        if phrase.owner is not None:
            self.take(phrase.owner)
        cluster = self._pair(phrase) if phrase.twin else self._single(phrase)
        self.done[id(phrase)] = cluster
        return cluster

    def mention(self, cluster: Cluster, first: int, last: int, head: int, kind: MentionKind,
                fresh: bool = True) -> Cluster:  # fmt: skip
        """Adds a mention and, where it is ``fresh``, remembers that it was the latest."""
        cluster.add(first, last, head, kind)
        self.heads[head] = cluster
        if fresh:
            self.recent.append((cluster, head))
        return cluster

    # people and bodies beside their descriptions

    def _pair(self, phrase: Phrase) -> Cluster | None:
        twin = phrase.twin
        assert twin is not None
        name, said = (phrase, twin) if phrase.named else (twin, phrase)
        self.done[id(twin)] = None
        if twin.owner is not None:
            self.take(twin.owner)
        if name.kind in ("unknown", "person") and self._body_by_description(name, said):
            name.kind = "organization"
        cluster = self._known_name(name) or self._described(said, name)
        cluster = cluster or self._new_named(name)
        self.people.rename(cluster, self._text(name)) if cluster.kind == "person" else None
        self._learn(cluster, name)
        self._learn(cluster, said)
        for part, kind in sorted(((name, "name"), (said, "description")), key=lambda x: x[0].first):
            self._mention_phrase(cluster, part, "name" if kind == "name" else "description")
        self.done[id(phrase)] = self.done[id(twin)] = cluster
        return cluster

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
            return self.people.find(text)
        return self.by_name.get(folded(text))

    def _described(self, said: Phrase, name: Phrase) -> Cluster | None:
        """An unnamed actor that a definite description takes up, before its name is given."""
        if said.determiner not in DEFINITE or said.owned or name.kind != "person":
            return None
        return next(
            (c for c in reversed(self.by_noun.get(said.noun or "", [])) if not c.named and not c.plural), None
        )

    def _new_named(self, name: Phrase) -> Cluster:
        if name.kind == "person":
            return self._new(Cluster("person", self._text(name), named=True))
        return self._organization(name)

    # single phrases

    def _single(self, phrase: Phrase) -> Cluster | None:
        if phrase.kind in ("country", "capital"):
            return self._land(phrase)
        if phrase.kind in ("city", "place"):
            return None
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

    def _land(self, phrase: Phrase) -> Cluster | None:
        code = phrase.country
        if not code:
            return None
        if phrase.kind == "capital" and not self.roles.acts_as_government(phrase):
            return None
        if phrase.kind == "capital" and code == "BEL" and "european union" in self.by_name:
            cluster = self.by_name["european union"]
        else:
            cluster = self.country(code)
        return self._mention_phrase(cluster, phrase, "name" if phrase.kind == "country" else "metonym")

    def country(self, code: str) -> Cluster:
        """The actor of a country."""
        if code not in self.lands:
            country = land(self.knowledge, code)
            name = country.name if country else code
            self.lands[code] = self._new(Cluster("country", name, code, named=True))
        return self.lands[code]

    def _side(self, phrase: Phrase) -> Cluster | None:
        code = phrase.country or (phrase.owner.country if phrase.owner else None)
        if code and (phrase.adjective or phrase.owned):
            return self._mention_phrase(self.country(code), phrase, "description")
        return None

    def _known_body(self, phrase: Phrase, entry: Body) -> Cluster:
        cluster = self.by_name.get(folded(entry.name))
        if cluster is None:
            cluster = Cluster(entry.kind, entry.name, entry.country, entry.sector, named=True, entry=entry)
            self._new(cluster)
        cluster.nouns.update(singular(w) for w in entry.name.split() if singular(w) in nouns())
        cluster.nouns.update(EXTRA.get(entry.kind, ()))
        self._noun(cluster)
        return self._mention_phrase(cluster, phrase, "name")

    def _person(self, phrase: Phrase) -> Cluster:
        text = self._text(phrase)
        cluster = self.people.find(text)
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
        """A person without a name: taken up ("the minister") or new ("a British official")."""
        if phrase.title.lower() in ("madam", "mister", "sir", "mr", "madam secretary", "madam president"):
            return None
        cluster = self._counterpart(phrase) if phrase.noun == "counterpart" else self._taken_up(phrase)
        if cluster is None:
            if phrase.noun in words("general") and not (phrase.country or self.roles.agent(phrase.head)):
                return None
            country = self._country_of(phrase)
            cluster = self._new(
                Cluster("person", people_name(phrase, land(self.knowledge, country)), country)
            )
            cluster.described = phrase.determiner in DEFINITE
        self._learn(cluster, phrase)
        return self._mention_phrase(cluster, phrase, "description")

    def _taken_up(self, phrase: Phrase) -> Cluster | None:
        """The earlier person that "the minister" or "Kenya's minister" means."""
        if (
            phrase.determiner not in DEFINITE
            or (phrase.of is not None
            and not phrase.named
            and phrase.noun in TITLES_TO)
        ):
            return None
        country = phrase.country or (phrase.owner.country if phrase.owner else None)
        wanted = set(phrase.title.lower().split()) - {phrase.adjective.lower()}
        pool = self._latest(phrase.noun or "")
        if phrase.noun == "leader":
            pool = [c for noun in sorted(HEADS) for c in self._latest(noun)]
            pool.sort(key=lambda c: -c.at[-1][0] if c.at else 0)
        for cluster in pool:
            if not cluster.human or (country and cluster.country and cluster.country != country):
                continue
            if phrase.noun == "leader" and wanted <= {"leader"} and (country or len(set(map(id, pool))) == 1):
                return cluster
            said = [set(title.lower().split()) for title in cluster.titles]
            if any(
                wanted <= title or title <= wanted or phrase.title.lower() == phrase.noun for title in said
            ):
                return cluster
        return None

    def _counterpart(self, phrase: Phrase) -> Cluster | None:
        """ "his Turkish counterpart": who holds the same office for that country, in the text or by the facts."""
        owner = self.roles.pronoun_owner(phrase.pronoun) if phrase.pronoun is not None else None
        owner = owner or (self.done.get(id(phrase.owner)) if phrase.owner else None)
        if owner is None or not phrase.country:
            return None
        for office in _offices(owner, self.people.date):
            held = self.knowledge.holder(office, phrase.country, self.people.date) if self.people.date else ()
            if len(held) == 1:
                known = self.people.find(held[0].person)
                return known or self._new(
                    Cluster("person", held[0].person, phrase.country, "GOV", named=True)
                )
        return None

    def _latest(self, noun: str) -> list[Cluster]:
        held = self.by_noun.get(noun, [])
        return sorted(held, key=lambda c: -c.at[-1][0] if c.at else 0)

    def _group(self, phrase: Phrase) -> Cluster | None:
        low = phrase.title.lower().split()
        if phrase.noun in words("pairs") or phrase.noun in STATES:
            pair = self._couple(phrase, low)
            if pair is not None or phrase.noun in STATES:
                return pair
        country = self._country_of(phrase)
        if phrase.noun in words("general") and not (phrase.country or self.roles.agent(phrase.head)):
            return None
        name = people_name(phrase, land(self.knowledge, country))
        cluster = self.by_name.get(folded(name))
        if cluster is None and phrase.determiner in DEFINITE and not phrase.country:
            cluster = next((c for c in self._latest(phrase.noun or "") if c.plural), None)
        if cluster is None:
            sector = sector_of(phrase)
            cluster = self._new(Cluster("group", name, country, sector, plural=True))
        self._learn(cluster, phrase)
        return self._mention_phrase(cluster, phrase, "description")

    def _couple(self, phrase: Phrase, low: list[str]) -> Cluster | None:
        """ "the two leaders", "both sides": a group whose members the text has named last."""
        if not ({"two"} & set(low) or phrase.determiner in ("both", "the") or "both" in low):
            return None
        if phrase.country or phrase.owned or phrase.of is not None:
            return None
        states = phrase.noun in STATES
        members: list[Cluster] = []
        wanted = CHIEFS.get(phrase.noun or "", frozenset())
        for cluster, _ in reversed(self.recent):
            if states and cluster.human and cluster.country and (HEADS & cluster.nouns or cluster.entry):
                cluster = self.country(cluster.country)
            fits = cluster.kind == "country" if states else cluster.human and cluster.named
            fits = fits and (not wanted or bool(wanted & cluster.nouns) or cluster.entry is not None)
            if fits and cluster not in members:
                members.append(cluster)
            if len(members) == 2:
                break
        if len(members) < 2:
            return None
        members.reverse()
        name = f"two {phrase.noun}"
        cluster = next((c for c in self.by_noun.get(phrase.noun or "", []) if c.members and set(
            map(id, c.members)) == set(map(id, members))), None)  # fmt: skip
        if cluster is None:
            cluster = self._new(Cluster("group", name, plural=True, members=members))
            cluster.nouns.add(phrase.noun or "")
            self._noun(cluster)
        return self._mention_phrase(cluster, phrase, "description")

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

    def document(self, at: int) -> Cluster | None:
        """Whose document speaks: "China's readout" and then "the readout" are China."""
        word = self.roles.words[at]
        owner = next((self.heads.get(i) for i in range(at - 4, at) if self.roles.text(i + 1) in ("'s", "’s")
                      and self.heads.get(i)), None)  # fmt: skip
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

    # bodies

    def _body(self, phrase: Phrase) -> Cluster | None:
        lower = not phrase.named and phrase.title == phrase.title.lower()
        noun = phrase.noun or ""
        if noun == "office" and phrase.title.lower() == noun:
            return self._office(phrase)
        if phrase.determiner in ("each", "every", "any", "no", "another", "what", "which"):
            return None
        country = self._country_of(phrase)
        if lower and noun == "government" and phrase.pronoun is not None and country:
            return self._mention_phrase(self.country(country), phrase, "description")
        if (
            phrase.determiner in DEFINITE
            and not (phrase.owned or phrase.named)
            and phrase.title.lower() == noun
        ):
            taken = self._same_kind(noun, self._side_of(phrase))
            if taken is not None:
                return self._mention_phrase(taken, phrase, "description")
        if noun == "ministry" and phrase.title.lower() == noun and (led := self._led(phrase)) is not None:
            return self._mention_phrase(led, phrase, "description")
        if lower and phrase.kind not in ("government", "publisher") and not self._worth(phrase, country):
            return None
        if lower and noun in words("general") and not self.roles.agent(phrase.head):
            return None
        if (
            lower
            and noun not in CORE
            and not (phrase.country or phrase.owned or self.roles.agent(phrase.head))
        ):
            return None
        if phrase.kind == "publisher" and not phrase.named and not self.roles.agent(phrase.head):
            return None
        return self._organization(phrase, mention=True)

    def _led(self, phrase: Phrase) -> Cluster | None:
        """"the ministry", "her ministry": that of the minister named last, or of whom the pronoun means."""
        owner = self.roles.pronoun_owner(phrase.pronoun) if phrase.pronoun is not None else None
        pool = [owner] if owner is not None else [c for c, _ in reversed(self.recent[-12:]) if "minister" in c.nouns]
        for minister in pool:
            title = next((t for t in minister.titles if "minister" in t and "prime" not in t), None)
            if title is None:
                continue
            fits = Phrase(0, 0, 0, "government", noun="ministry", title=title.replace("minister", "ministry"))
            name = body_name(fits, land(self.knowledge, minister.country))
            known = self.by_name.get(folded(name))
            cluster = known or self._new(Cluster("government", name, minister.country, "GOV"))
            cluster.nouns.add("ministry")
            self._noun(cluster)
            return cluster
        return None

    def _office(self, phrase: Phrase) -> Cluster | None:
        """ "his office": the office of whom the pronoun means."""
        owner = self.roles.pronoun_owner(phrase.pronoun) if phrase.pronoun is not None else None
        owner = owner or (self.done.get(id(phrase.owner)) if phrase.owner else None)
        if owner is None:
            taken = self._same_kind("office")
            return self._mention_phrase(taken, phrase, "description") if taken else None
        held = next(
            (o for o in CHAIRS if any(o in t.lower() for t in _offices(owner, self.people.date))), None
        )
        country = land(self.knowledge, owner.country)
        name = (
            f"Office of the {CHAIRS[held]} of {country.name}"
            if held and country
            else f"Office of {owner.name}"
        )
        cluster = self.by_name.get(folded(name))
        if cluster is None:
            cluster = self._new(
                Cluster("government" if country else "organization", name, owner.country, owner.sector)
            )
            cluster.nouns.add("office")
            self._noun(cluster)
        return self._mention_phrase(cluster, phrase, "description")

    def _worth(self, phrase: Phrase, country: str | None) -> bool:
        return bool(country and phrase.country) or self.roles.agent(phrase.head) or phrase.determiner == "the"

    def _side_of(self, phrase: Phrase) -> str | None:
        """The country of whom the sentence tells before a bare "the military": of its last official."""
        sentence = self.roles.sentence(phrase.head)
        for cluster, head in reversed(self.recent[-8:]):
            if self.roles.sentence(head) == sentence and cluster.human and cluster.country:
                return cluster.country
        return None

    def _same_kind(self, noun: str, country: str | None = None) -> Cluster | None:
        """The body that "the ministry", "the company" or "the bloc" takes up; one of the country first."""
        pool = [c for other in ARMED for c in self._latest(other)] if noun in ARMED else self._latest(noun)
        pool = [c for c in pool if not c.plural]
        pool = [c for c in pool if country and c.country == country] or pool
        found = max(pool, key=_last, default=None)
        if found is None and noun in LOOSE:
            pool = [c for c in self.clusters if c.kind == "organization" and c.at and not c.plural]
            found = max((c for c in pool if noun != "bloc" or _with_members(c)), key=_last, default=None)
        if found is None and noun in (
            "newspaper",
            "agency",
            "site",
            "website",
            "station",
            "broadcaster",
            "outlet",
        ):
            found = next((c for c, _ in reversed(self.recent) if c.kind == "publisher"), None)
        return found

    def _organization(self, phrase: Phrase, mention: bool = False) -> Cluster:
        country = self._of_person(phrase) or self._country_of(phrase)
        noun = nouns().get(phrase.noun or "")
        title = phrase.title if phrase.noun and not self._proper_run(phrase) else self._text(phrase)
        name = (
            self._text(phrase)
            if self._proper_run(phrase)
            else body_name(phrase, land(self.knowledge, country))
        )
        cluster = self.by_name.get(folded(name)) or self._same_title(phrase, title, country)
        if cluster is None:
            kind = noun.kind if noun and noun.kind not in ("person", "group", "side") else "organization"
            kind = kind if phrase.kind in ("person", "unknown") else phrase.kind
            cluster = self._new(Cluster(kind, name, None, noun.sector if noun else None, named=phrase.named))
            if kind == "government" and cluster.sector is None:
                cluster.sector = "GOV"
        self._learn(cluster, phrase)
        cluster.country = cluster.country or (country if cluster.kind == "government" else phrase.country)
        return (
            self._mention_phrase(cluster, phrase, "name" if phrase.named else "description")
            if mention
            else cluster
        )

    def _of_person(self, phrase: Phrase) -> str | None:
        """The country of "the Okoro administration": that of Okoro."""
        if phrase.noun not in ("administration", "government", "cabinet", "presidency", "regime"):
            return None
        chief = self.people.find(phrase.title.split()[0]) if phrase.title[:1].isupper() else None
        return chief.country if chief else None

    def _proper_run(self, phrase: Phrase) -> bool:
        """Whether the name is the proper run itself: "the newspaper Notícias", "Hansung Steel"."""
        if not phrase.named:
            return False
        noun = nouns().get(phrase.noun or "")
        return (
            phrase.noun is None
            or noun is None
            or noun.kind in ("publisher", "person")
            or (noun.kind == "organization" and not phrase.adjective)
        )

    def _same_title(self, phrase: Phrase, title: str, country: str | None) -> Cluster | None:
        """A body of the same words whose country is not contradicted: "the Defence Ministry" after "the Thai Defence Ministry"."""
        key = _plain(phrase, title)
        if key == phrase.noun and (phrase.of is not None or phrase.owner is not None):
            return None
        for cluster in self._latest(phrase.noun or ""):
            if cluster.plural or (country and cluster.country and cluster.country != country):
                continue
            if key and key in {t.lower() for t in cluster.titles}:
                return cluster
        return None

    # what phrases say of their actors

    def _country_of(self, phrase: Phrase) -> str | None:
        """Whom a phrase acts for: by adjective, owner, complement, known body, pronoun, or the text's home."""
        if phrase.country:
            return phrase.country
        if phrase.owner is not None:
            owner = self.done.get(id(phrase.owner))
            found = phrase.owner.country or (owner.country if owner else None)
            if phrase.kind != "person" or self._acts(phrase):
                return found
        if phrase.body is not None:
            return phrase.body.country
        complement = self._complement_country(phrase)
        if complement:
            return complement
        if phrase.kind in ("person", "group") and (within := self._body_within(phrase)) is not None:
            return within.country
        if phrase.pronoun is not None:
            owner = self.roles.pronoun_owner(phrase.pronoun)
            if owner is not None and owner.country and (owner.kind != "person" or self._acts(phrase)):
                return owner.country
        if phrase.owner is not None:
            return None
        if (phrase.kind == "person" and official(phrase)) or (
            phrase.kind == "government" and not phrase.plural
        ):
            return self._home(phrase) if not self._foreign(phrase) else None
        return None

    def _body_within(self, phrase: Phrase) -> Cluster | None:
        """The body that a title names: "ministry" in "a ministry spokesperson"."""
        for word in phrase.title.lower().split()[:-1]:
            noun = nouns().get(word)
            if noun and noun.kind in ("government", "organization") and word != phrase.noun:
                return self._same_kind(word)
        return None

    def _acts(self, phrase: Phrase) -> bool:
        """Whether what owns a person is whom the person acts for: "Kenya's envoy", "Britain's Ann Lee"."""
        if phrase.noun in ("chief", "leader", "head") or (phrase.named and phrase.noun is None):
            return phrase.owner is None or phrase.owner.kind != "person"
        return (
            nouns().get(phrase.noun or "") or nouns()["person"]
        ).sector is not None or phrase.kind != "person"

    def _foreign(self, phrase: Phrase) -> bool:
        """Whether a body belongs to another body named beside it: "a committee of the union"."""
        of = phrase.of
        return (
            (of is not None
            and of.kind in ("organization", "publisher", "person"))
            or phrase.noun in ("board", "service")
        )

    def _home(self, phrase: Phrase) -> str | None:
        return self.local.get(self.roles.sentence(phrase.head)) or self.home

    def _complement_country(self, phrase: Phrase) -> str | None:
        of, seen = phrase.of, 0
        while of is not None and seen < 3:
            link = self.roles.text(phrase.last).lower()
            if link == "to" or (link in ("in", "from", "with") and of.kind != "government"):
                return None
            if of.kind in ("country", "government", "capital") or isinstance(of.entry, Body):
                if of.country or of.kind != "government":
                    return of.country
                taken = self.take(of)
                return taken.country if taken else None
            if of.noun is None:
                return None
            phrase, of, seen = of, of.of, seen + 1
        return None

    def _learn(self, cluster: Cluster, phrase: Phrase) -> None:
        """Country, sector, titles and gender that a phrase tells of its actor."""
        if phrase.noun:
            cluster.nouns.add(phrase.noun)
            plain = _plain(phrase, phrase.title)
            if plain and plain not in cluster.titles:
                cluster.titles.append(plain)
        if cluster.kind == "person":
            self._learn_person(cluster, phrase)
        self._noun(cluster)

    def _learn_person(self, cluster: Cluster, phrase: Phrase) -> None:
        country = self._country_of(phrase)
        explicit = country is not None and (phrase.country or phrase.owner or phrase.of or phrase.body)
        if explicit and not cluster.sure:
            cluster.country, cluster.sure = country, True
        cluster.sector = sector_of(phrase) or cluster.sector
        known = (
            self.people.known(cluster.name, cluster.country if cluster.sure else None)
            if cluster.named
            else None
        )
        if known and cluster.entry is None:
            self._know(cluster, *known)
        if country and not cluster.country and cluster.entry is None:
            cluster.country = country
        cluster.gender = (
            cluster.gender
            or sex_of(phrase)
            or (self.knowledge.gender(cluster.name) if cluster.named else None)
        )

    def _know(self, cluster: Cluster, person: Person, term: object) -> None:
        cluster.entry = person
        held = person.at(self.people.date) or person.terms
        if not cluster.sure and held:
            cluster.country = held[0].country
        if term is not None and held:
            cluster.sector = cluster.sector or held[0].sector
        if " " not in cluster.name:
            self.people.rename(cluster, person.name)
        cluster.gender = cluster.gender or person.gender

    def _noun(self, cluster: Cluster) -> None:
        for noun in cluster.nouns:
            held = self.by_noun.setdefault(noun, [])
            if cluster not in held:
                held.append(cluster)

    def _new(self, cluster: Cluster) -> Cluster:
        self.clusters.append(cluster)
        self.by_name.setdefault(folded(cluster.name), cluster)
        if cluster.kind == "person" and cluster.named:
            self.people.enter(cluster)
        return cluster

    def _mention_phrase(self, cluster: Cluster, phrase: Phrase, kind: MentionKind) -> Cluster:
        whole = (phrase.first, phrase.last)
        first, last = (phrase.name or whole) if kind in ("name", "metonym") else whole
        if kind == "name" and phrase.kind not in ("unknown", "country") and phrase.named:
            first = min(first, phrase.first)
        return self.mention(cluster, first, last, phrase.head, kind, not phrase.inner)

    def _text(self, phrase: Phrase) -> str:
        assert phrase.name is not None
        return self.roles.span(*phrase.name)


KOREAS = {"South": "KOR", "North": "PRK"}
CORE = frozenset(
    ["ministry", "government", "army", "military", "navy", "police", "parliament", "court", "embassy", "administration", "cabinet", "presidency", "senate", "congress", "assembly", "legislature", "customs", "treasury"]
)
ARMED = frozenset({"army", "military", "forces"})
EXTRA = {"publisher": ("newspaper", "agency", "outlet"), "organization": ("organization", "group", "agency")}
HEADS = frozenset(
    ["president", "premier", "minister", "chancellor", "leader", "king", "queen", "emir", "sultan", "prince", "monarch"]
)
CHIEFS = {
    "leaders": HEADS,
    "presidents": frozenset({"president"}),
    "ministers": frozenset({"minister", "secretary"}),
}
LOOSE = frozenset({"company", "firm", "group", "organization", "organisation", "agency", "bloc", "alliance", "body",
                   "manufacturer", "union", "coalition", "party", "corporation", "institute", "watchdog"})  # fmt: skip
TITLES_TO = frozenset({"ambassador", "envoy"})
MALE = frozenset(
    ["king", "prince", "emperor", "sultan", "emir", "spokesman", "businessman", "congressman", "chairman", "brother", "father", "husband", "son", "uncle", "man", "boy", "policeman", "priest", "imam", "monk", "bishop", "pope", "cardinal"]
)
FEMALE = frozenset(
    ["queen", "princess", "spokeswoman", "businesswoman", "congresswoman", "chairwoman", "sister", "mother", "wife", "daughter", "aunt", "widow", "woman", "girl", "policewoman", "nun"]
)


def sex_of(phrase: Phrase) -> str | None:
    """The sex that a noun or courtesy says: "spokeswoman", "Mrs."."""
    low = {w.rstrip(".") for w in phrase.title.lower().split()}
    if phrase.noun in FEMALE or low & {"mrs", "ms", "miss", "mme", "madam", "dame", "lady"}:
        return "f"
    return "m" if phrase.noun in MALE or low & {"mr", "sir"} else None


CHAIRS = {"prime minister": "Prime Minister", "president": "President"}


def _offices(cluster: Cluster, date: str | None) -> list[str]:
    held = [t.office for t in cluster.entry.at(date)] if isinstance(cluster.entry, Person) else []
    return [*held, *(t for t in cluster.titles if "vice" not in t and "former" not in t)]


def _plain(phrase: Phrase, title: str) -> str:
    """A title without the country's adjective, in small letters."""
    return (
        " ".join(w for w in title.replace(phrase.adjective, "", 1).lower().split() if w)
        if phrase.adjective
        else title.lower()
    )


def _last(cluster: Cluster) -> int:
    return cluster.at[-1][0] if cluster.at else -1


def _with_members(cluster: Cluster) -> bool:
    return isinstance(cluster.entry, Body) and bool(cluster.entry.members)


def longest(names: Iterable[str]) -> str:
    """The longest of some names."""
    return max(names, key=len, default="")
