"""People one by one: by name, by description, by the office that they hold."""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.evidence import offices_of, plain_title, sex_of
from readout.extract.actors.home import land
from readout.extract.actors.ledger import key_of
from readout.extract.actors.lexicon import words
from readout.extract.actors.likely import Likely, bare_title
from readout.extract.actors.naming import capitals, of_land, people_name
from readout.extract.actors.people import office
from readout.extract.actors.phrase import Phrase
from readout.knowledge import HEADS, Body

ALIKE = (
    frozenset(
        {"lawmaker", "mp", "mep", "senator", "legislator", "parliamentarian", "congressman", "congresswoman"}
    ),
    frozenset({"envoy", "ambassador", "diplomat"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
)
NEAR = 3
"""How many sentences before a name its bearer may have been called by the office."""
SENT = frozenset({"envoy", "ambassador", "commissioner", "chargé"})
KOREAS = {"South": "KOR", "North": "PRK"}


class Persons(Likely):
    """Gives phrases for people to their actors."""

    def _person(self, phrase: Phrase) -> Cluster:
        text = self._text(phrase)
        cluster = self.people.find(text, sex_of(phrase), phrase.noun)
        text = text.title() if text.isupper() and (len(text) > 4 or phrase.title) else text
        cluster = cluster or self._awaited(phrase) or self._introduced(phrase)
        if cluster is None:
            cluster = self._new(Cluster("person", text, named=True))
        self.people.rename(cluster, text)
        self._learn(cluster, phrase)
        return self._mention_phrase(cluster, phrase, "name")

    def _awaited(self, phrase: Phrase) -> Cluster | None:
        """Whom the text has called by the office alone: "Iceland's minister", then "Minister Ann Lee".

        Who has no country said is the text's own: "President Speaks with the President of Togo", says Ghana.
        """
        if phrase.noun not in words("posts"):
            return None
        unnamed = [c for c in self._latest(phrase.noun or "") if c.human and not c.named]
        own = [c for c in unnamed if c.country and c.country == self.home]
        pool = [c for c in unnamed if c.described]
        if own and not phrase.country and all(c.country != self.home for c in pool):
            return own[0]
        fits = [c for c in pool if not self._contradicts(c, phrase) and not self._of_other_things(c, phrase)]
        return fits[0] if len(fits) == 1 else None

    def _of_other_things(self, cluster: Cluster, phrase: Phrase) -> bool:
        """Whether "the leader of a tribal revolt" was somebody before "the opposition leader"."""
        led = self.roles.text(cluster.at[0][1]).lower() if cluster.at else ""
        told = led in ("of", "for") and not phrase.of
        return told and " " in plain_title(phrase, phrase.title) and not phrase.country

    def _introduced(self, phrase: Phrase) -> Cluster | None:
        """Whom the sentences before call by the office alone, by a clause that tells of one.

        "The Kenyan envoy was summoned. Ann Lee, who has served there since May": Ann Lee is the envoy.
        """
        if phrase.noun or phrase.title or phrase.owner or " " not in self._text(phrase):
            return None
        if (held := self._unnamed_so_far(phrase)) is not None:
            return held
        clause = (w for w in self.roles.words[phrase.head : phrase.head + 12] if w.deprel == "acl:relcl")
        verb = next((w for w in clause if phrase.first <= w.head < phrase.last), None)
        if verb is None or verb.lemma not in words("holds"):
            return None
        here, sex = self.roles.sentence(phrase.head), self.knowledge.gender(self._text(phrase))
        near = [c for c, head in self.recent[-30:] if 0 < here - self.roles.sentence(head) <= NEAR]
        fits = {id(c): c for c in near if c.human and not c.named and c.nouns & words("posts")}
        fits = {key: c for key, c in fits.items() if {sex, c.gender} != {"m", "f"}}
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _unnamed_so_far(self, phrase: Phrase) -> Cluster | None:
        """The official of the sentences before whose name comes without a word of who it is.

        "…, Peru's trade minister said. “We will wait,” Ana Ruiz told a radio station": she is the minister.
        """
        bare = self.roles.text(phrase.last) not in (",", "(", "–", "—", "of", "from", "in")
        if not bare or phrase.twin or phrase.entry or phrase.of or not self._speaks(phrase.head):
            return None
        if phrase.name is None or self.people.known(self._text(phrase), None):
            return None
        here, sex = self.roles.sentence(phrase.head), self.knowledge.gender(self._text(phrase))
        near = {id(c): c for c, head in self.recent[-30:] if 0 < here - self.roles.sentence(head) <= NEAR}
        people = [c for c in near.values() if c.human and self.roles.text(c.at[0][0] - 1) != "By"]
        if len(people) > 1:
            led = {id(c) for c, head in self.recent[-20:] if self._leads_at(head, here - 1)}
            alike = [
                c for c in people if id(c) not in led and any(c.nouns & p.nouns for p in people if p is not c)
            ]
            people = [c for c in people if id(c) in led and not alike]
        held = people[0] if len(people) == 1 else None
        if held is None or held.named or not held.described or {sex, held.gender} == {"m", "f"}:
            return None
        return held if held.country and held.nouns & (words("posts") - words("voices")) else None

    def _unknown(self, phrase: Phrase) -> Cluster | None:
        """A capitalised word that the tagger does not know: someone known already, or someone who acts."""
        text = self._text(phrase)
        code = KOREAS.get(text) if phrase.determiner == "the" and self.lands.keys() & {"KOR", "PRK"} else None
        if code:
            return self._mention_phrase(self.country(code), phrase, "name")
        cluster = self.people.find(text) or self.by_name.get(key_of(text)) or self.shortened(text)
        if cluster is None:
            if not self.roles.agent(phrase.head):
                return None
            known = self.people.known(text, None)
            cluster = self._new(Cluster("person" if known else "organization", text, named=True))
        self._learn(cluster, phrase)
        return self._mention_phrase(cluster, phrase, "name")

    def _both_koreas(self, phrase: Phrase) -> Cluster:
        """ "The two Koreas": a group of both, of which those are members that the text names."""
        lands = [self.country("KOR"), self.country("PRK")]
        held = self.by_name.get("two koreas")
        held = held or self._new(Cluster("group", "two Koreas", plural=True, named=True, members=lands))
        return self._mention_phrase(held, phrase, "name")

    def _someone(self, phrase: Phrase) -> Cluster | None:
        """A person without a name: taken up ("the minister") or new ("a Chilean diplomat")."""
        if phrase.label and (speaker := self._labelled(phrase)) is not None:
            return self._mention_phrase(speaker, phrase, "description")
        opening = phrase.title.lower().partition(" ")[0].rstrip(".")
        if not phrase.label and self._called_to(phrase):
            return None
        if opening in ("madam", "mister", "sir", "mr") or phrase.determiner in ("each", "every", "any", "no"):
            return None
        if phrase.noun in ("neighbor", "neighbour"):
            home = self._of_a_country(phrase)
            if home is not None or (
                phrase.pronoun is not None
                and self.roles.text(phrase.pronoun).lower() in ("its", "our", "their")
            ):
                return self._next_door(phrase, home)
        if self._only_an_office(phrase):
            return None
        if (seat := self._embassy_of(phrase)) is not None:
            phrase.country = seat
            held = (c for noun in sorted(SENT) for c in self._latest(noun) if c.human)
            cluster = next((c for c in held if c.country == seat), None)
        else:
            cluster = self._counterpart(phrase) if phrase.noun == "counterpart" else self._taken_up(phrase)
            cluster = cluster or self._office_holder(phrase) or self._beside(phrase) or self._likely(phrase)
            cluster = cluster or self._carried_on(phrase)
        if cluster is None and phrase.determiner not in words("definite") and self.roles.said_of(phrase.head):
            return None
        if cluster is None:
            acts = (
                phrase.label
                or phrase.country
                or self.roles.agent(phrase.head)
                or self.roles.told(phrase.head)
            )
            if phrase.noun in words("general") and not acts:
                return None
            country = self._country_of(phrase)
            name = people_name(phrase, land(self.knowledge, country))
            name = self._other_name(phrase) if phrase.noun == "counterpart" else name
            whole = self._whole(phrase, self._with_seat(phrase, name))
            cluster = self._new(Cluster("person", whole, country))
            own = phrase.determiner in words("definite") or phrase.pronoun is not None
            cluster.described = own or phrase.noun in words("voices")
        self._learn(cluster, phrase)
        if phrase.label:
            self.labels[phrase.label] = cluster
        return self._mention_phrase(cluster, phrase, "description")

    def _told_so(self, cluster: Cluster, phrase: Phrase) -> bool:
        """Whether a text that writes "the Minister" has called somebody so before."""
        said = self.roles.span(phrase.first, phrase.last).lower()
        told = (self.roles.span(a, b).lower() for a, b, _, kind in cluster.at if kind == "description")
        return said in told

    def _doctor(self, cluster: Cluster) -> bool:
        """Whether somebody is called "Dr."."""
        return any(self.roles.text(first).lower() in ("dr", "dr.") for first, _, _, _ in cluster.at)

    def _only_an_office(self, phrase: Phrase) -> bool:
        """Whether a word tells an office that somebody takes: "who assumes the chair of the union"."""
        verb = self.roles.governor(phrase.head)
        takes = verb is not None and verb.lemma in words("holds") | {"take", "leave", "vacate", "occupy"}
        return phrase.noun == "chair" and takes and self.roles.role(phrase.head) == "obj"

    def _of_a_country(self, phrase: Phrase) -> Cluster | None:
        """The country that owns a phrase: "its neighbour", "Nigeria's neighbour"."""
        owner = self.done.get(id(phrase.owner)) if phrase.owner else None
        if phrase.pronoun is not None:
            owner = self.roles.pronoun_owner(phrase.pronoun)
        return owner if owner is not None and owner.kind == "country" else None

    def _next_door(self, phrase: Phrase, owner: Cluster | None) -> Cluster | None:
        """The one other country that the sentences before name: "Nigeria cut off oil to its neighbour"."""
        here = self.roles.sentence(phrase.head)
        near = {id(c): c for c, head in self.recent[-40:] if here - self.roles.sentence(head) <= NEAR}
        lands = [c for c in near.values() if c.kind == "country" and c is not owner]
        known = owner is not None and len(lands) == 1
        return self._mention_phrase(lands[0], phrase, "description") if known else None

    def _with_seat(self, phrase: Phrase, name: str) -> str:
        """An office with what it is of: "Minister of Trade of Uruguay", "captain of the Santa Clara"."""
        of = phrase.of
        if (
            of is None
            or phrase.link != "of"
            or not (phrase.noun in words("posts") and phrase.noun not in words("voices"))
        ):
            return name
        if of.kind == "country" and (country := land(self.knowledge, of.country)) is not None:
            return of_land(capitals(name), country)
        if not of.named or of.kind in ("person", "capital", "city"):
            return name
        article = "the " if self.roles.text(of.first).lower() == "the" else ""
        return f"{name} of {article}{self._text(of)}"

    def _labelled(self, phrase: Phrase) -> Cluster | None:
        """Whom a label of a transcript means: by the same words, else the one introduced by the post."""
        held = self.labels.get(phrase.label)
        if held is None:
            title = plain_title(phrase, phrase.title)
            named = [c for c in self._latest(phrase.noun or "") if c.human and c.named]
            held = next((c for c in named if title in c.titles), None) or self._taken_up(phrase)
        if held is not None:
            self.labels[phrase.label] = held
        return held

    def _called_to(self, phrase: Phrase) -> bool:
        """Whether somebody is only spoken to: "Minister, is that right?"."""
        before = self.roles.text(phrase.first - 1)
        opens = before in (":", "“", '"', "‘", "") or not self.roles.words[phrase.first - 1].text.isalnum()
        alone = not phrase.determiner and self.roles.text(phrase.last) == ","
        called = opens and alone and phrase.title[:1].isupper()
        return called or self.roles.words[phrase.head].deprel == "vocative"

    def _office_holder(self, phrase: Phrase) -> Cluster | None:
        """Who holds an office that is named without its holder: "the president", by country and date.

        Of other offices than the highest only whose speech a heading says that it is.
        """
        title = plain_title(phrase, phrase.title).lower().removesuffix(" of the republic")
        told = office(phrase.noun, title) in self.titled and self._hosted(phrase) is None
        if phrase.determiner != "the" or told or not self.people.date:
            return None
        place = self._seat_of(phrase, title)
        told_land = phrase.country or (
            phrase.of.country if phrase.of and phrase.of.kind == "country" else None
        )
        held = self.knowledge.holder(title, place or told_land or "", self.people.date)
        if len(held) != 1:
            return None
        known = self.people.find(held[0].person)
        if place is None and known is None:
            return None
        return known or self._new(
            Cluster("person", held[0].person, held[0].country, held[0].sector, named=True, lent=True)
        )

    def _seat_of(self, phrase: Phrase, title: str) -> str | None:
        """The country or body whose office it is, where the knowledge may be asked for its holder."""
        headed = self.heading[0] <= phrase.first < self.heading[1]
        of = next((p.entry for p in (phrase.of, phrase.body) if p and isinstance(p.entry, Body)), None)
        if title in HEADS or (headed and of is None and title != "secretary-general"):
            union = title == "high representative" and "BIH" not in self.mentioned
            return "European Union" if union else self._country_of(phrase)
        if title == "secretary-general" and of is None and phrase.of is None:
            return "United Nations" if "United Nations" in self.mentioned else None
        return of.name if of is not None and (headed or title == "secretary-general") else None

    def _beside(self, phrase: Phrase) -> Cluster | None:
        """The other one of two whom the sentences before have named: "her host"."""
        if phrase.noun not in words("beside") or phrase.pronoun is None:
            return None
        owner, here = self.roles.pronoun_owner(phrase.pronoun), self.roles.sentence(phrase.head)
        near = {id(c): c for c, head in self.recent[-30:] if here - self.roles.sentence(head) <= NEAR}
        others = [c for c in near.values() if c.human and c.named and c is not owner]
        return others[0] if owner is not None and len(others) == 1 else None

    def _taken_up(self, phrase: Phrase) -> Cluster | None:
        """The earlier person that "the minister" or "Kenya's minister" means."""
        if phrase.noun in SENT and (phrase.pronoun is not None or phrase.owned):
            return self._envoy(phrase)
        if phrase.determiner not in words("definite") or (
            phrase.of is not None and not phrase.named and phrase.noun in words("sent")
        ):
            return None
        country = phrase.country or (phrase.owner.country if phrase.owner else None)
        country = country or (phrase.of.country if phrase.of and phrase.of.kind == "country" else None)
        wanted = set(phrase.title.lower().split()) - {phrase.adjective.lower()} - words("idle")
        prime = office(phrase.noun, phrase.title) == "prime minister"
        pool = self._latest(phrase.noun or "")
        if (host := self._hosted(phrase)) is not None:
            pool = [c for c in pool if c.country in (None, host) or self._said_here(c, phrase)]
        if not phrase.label and (own := self.turn_of(phrase.head)) is not None:
            pool = [c for c in pool if c is not own]
        if phrase.title[:1].isupper() and phrase.title == (phrase.noun or "").title() and not country:
            same = next((c for c in pool if c.human and self._told_so(c, phrase)), None)
            if same is not None:
                return same
        alike = next((group for group in ALIKE if phrase.noun in group), frozenset())
        if not pool and phrase.title.lower() == phrase.noun:
            pool = [c for noun in sorted(alike) for c in self._latest(noun)]
        if not pool and phrase.noun in ("doctor", "physician"):
            near = {id(c): c for c, _ in self.recent[-40:] if c.human and c.named}
            titled = [c for c in near.values() if self._doctor(c) and not self._differs(c, phrase)]
            if len(titled) == 1:
                return titled[0]
        if phrase.noun == "leader":
            pool = [c for noun in sorted(words("heads")) for c in self._latest(noun)]
            pool.sort(key=lambda c: -c.at[-1][0] if c.at else 0)
        for cluster in sorted(pool, key=lambda c: not any(wanted <= bare_title(title) for title in c.titles)):
            if not cluster.human or (country and cluster.country and cluster.country != country):
                continue
            if country and any(
                title.lower().endswith("of the secretary-general") for title in cluster.titles
            ):
                continue
            if prime and not any("prime" in said for said in offices_of(cluster, self.people.date)):
                continue
            if cluster.nouns & alike and phrase.title.lower() == phrase.noun:
                return cluster
            if phrase.noun == "leader" and wanted <= {"leader"} and (country or len(set(map(id, pool))) == 1):
                return cluster
            said = [set(title.lower().split()) for title in cluster.titles]
            if self._of_other_matters(cluster, phrase):
                continue
            if said and "vice" not in phrase.title.lower() and all("vice" in title for title in said):
                continue
            if said and all((title ^ set(phrase.title.lower().split())) & words("fallen") for title in said):
                continue
            if any(
                wanted <= title or title <= wanted or phrase.title.lower() == phrase.noun for title in said
            ):
                return cluster
        return None

    def _embassy_of(self, phrase: Phrase) -> str | None:
        """The country of the embassy that the sentences before name: "the ambassador" is of it."""
        bare = phrase.determiner == "the" and phrase.title == phrase.noun and not (phrase.of or phrase.twin)
        if phrase.noun not in SENT - {"commissioner"} or not bare:
            return None
        here = self.roles.sentence(phrase.head)
        for cluster, head in reversed(self.recent[-16:]):
            if here - self.roles.sentence(head) > 2 or (cluster.human and cluster.nouns & SENT):
                return None
            if cluster.nouns & {"embassy", "consulate"} and not cluster.human:
                return cluster.country
        return None

    def _envoy(self, phrase: Phrase) -> Cluster | None:
        """The one envoy of a country whom "London's envoy" means: its ambassador, its high commissioner."""
        country = self._country_of(phrase)
        held = {id(c): c for noun in sorted(SENT) for c in self._latest(noun) if c.human}
        fits = [c for c in held.values() if country and c.country == country]
        return fits[0] if len(fits) == 1 else None
