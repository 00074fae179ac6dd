"""What a phrase says of its actor: whom it acts for, its sector, titles and sex."""

from __future__ import annotations

from readout.extract.actors.apart import place_of, whole_of
from readout.extract.actors.cluster import Cluster
from readout.extract.actors.domestic import domestic, regional, serving, voices_of_state
from readout.extract.actors.errands import Errands
from readout.extract.actors.lexicon import nouns, own_offices, words
from readout.extract.actors.people import OFFICIAL, sector_of
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.posts import posts_of, remember
from readout.extract.actors.service import called
from readout.knowledge import Body, Person
from readout.knowledge.spelling import folded


class Evidence(Errands):
    """Learns attributes of actors from phrases."""

    def _country_of(self, phrase: Phrase) -> str | None:
        """Whom a phrase acts for: by adjective, owner, complement, body, pronoun, or the text's home."""
        title = phrase.title.lower()
        if phrase.kind == "person" and " of the secretary-general" in title:
            return None  # "Special Representative of the Secretary-General for Haiti"
        if phrase.country or phrase.lands:
            return phrase.country
        own = own_offices().get(called(phrase)) if phrase.kind == "person" else None
        if own is not None and phrase.pronoun is None and phrase.owner is None:
            return own
        if phrase.named and self._of_a_state_of_the_union(phrase):
            return "USA"
        if (place := place_of(phrase)) is not None:
            return whole_of(place)
        owner_said = self.roles.span(phrase.owner.first, phrase.owner.last) if phrase.owner else ""
        rivals = owner_said.lower().removeprefix("the ") == "opposition"
        if "exiled" in (said := title.split()) and not (phrase.country or phrase.owner):
            return None
        if phrase.owner is not None and not rivals:
            owner = self.done.get(id(phrase.owner))
            found = phrase.owner.country or (owner.country if owner else None) or self._of_town(phrase)
            if phrase.kind != "person" or self._acts(phrase):
                return found
        if self._owned_by_nobody(phrase):
            return None
        if phrase.body is not None and phrase.body.noun in ("ministry", "department") and phrase.link == "in":
            of = phrase.of
            if of is not None and of.kind == "capital" and phrase.body.country is None:
                phrase.body.country = of.country
        if phrase.body is not None and phrase.body.noun != "opposition":
            body = self.take(phrase.body)
            return phrase.body.country or (body.country if body is not None else None)
        complement = self._complement_country(phrase) or self._posted(phrase) or self._served(phrase)
        complement = complement or self._at_ministry(phrase)
        if phrase.noun in ("ministry", "department"):
            complement = complement or self._housed_in(phrase)
        if complement:
            return complement
        if "administration" in said and phrase.kind in ("person", "group"):
            return "USA"
        if (voiced := self._speaks_for(phrase)) is not None:
            return voiced.country
        within = self._body_within(phrase) if phrase.kind in ("person", "group") else None
        if within is not None and "opposition" not in said:
            return self.local.get(self.roles.words[phrase.head].sentence) or within.country
        if phrase.pronoun is not None:
            owner = self.roles.pronoun_owner(phrase.pronoun)
            if phrase.noun == "crew" and owner is not None and owner.kind == "government":
                return None
            if owner is not None and (owner.kind != "person" or self._acts(phrase)):
                return owner.country if owner.human or not self._private(owner) else None
        if not rivals and (phrase.owner or (phrase.pronoun is not None and phrase.kind == "person")):
            return None
        if phrase.noun == "diplomat" or (phrase.noun in words("sent_to") and self._foreigner(phrase)):
            return None
        if words("civic") & set(title.replace("’", "").split()):
            return None
        if any(part is not None and self._of_a_region(part) for part in (phrase, phrase.twin)):
            return None
        if phrase.kind == "person" and (sender := self._sender(phrase)) is not None:
            return sender
        if phrase.kind == "person" and (host := self._own_envoy(phrase)) is not None:
            return host
        partly = not phrase.named and phrase.title[:1].isupper() and phrase.kind == "government"
        if partly and words("parts") & set(said[1:]):
            return None
        ruled = (phrase.kind == "government" or phrase.noun == "opposition") and not phrase.plural
        if ruled_place := self._place_governed(phrase):
            governed = self.knowledge.country(ruled_place)
            return governed.iso3 if governed is not None else None
        if phrase.kind == "person" and _no_more(phrase):
            return None
        if self._of_a_portfolio(phrase):
            return self._home(phrase) if phrase.noun == "official" else self._at_home(phrase)
        if phrase.noun == "mayor":
            return self._at_home(phrase)
        if phrase.noun == "leader" and called(phrase) == "opposition leader":
            return self._home(phrase)
        if voices_of_state(phrase):
            return self._home(phrase)
        if regional(phrase.title) and (
            ruled or phrase.noun not in ("minister", "secretary", "undersecretary")
        ):
            return None
        if ruled or serving(phrase) or (phrase.kind == "person" and self._stately(phrase)):
            apart = self._foreign(phrase) and (phrase.kind != "person" or not domestic(phrase, self.roles))
            return self._home(phrase) if not apart else None
        return None

    def _whole(self, phrase: Phrase, name: str) -> str:
        """A description with what follows it: "source in the company", "residents of the camp"."""
        if (
            phrase.noun in words("posts") and phrase.noun not in words("voices")
        ) or phrase.noun == "counterpart":
            return name
        of = phrase.of
        if phrase.noun in words("voices") and of is not None and of.named and "&" in self._text(of):
            return f"{name} {self.roles.span(phrase.last, of.last)}"
        return f"{name}{self.roles.complement(phrase.head, phrase.last)}"

    def _acts(self, phrase: Phrase) -> bool:
        """Whether what owns a person is whom the person acts for: "Kenya's envoy", "Britain's Ann Lee"."""
        if phrase.noun in words("staff", "others_of_office") and self._helps(phrase):
            return True
        if phrase.owner is not None and phrase.owner.kind == "country" and phrase.noun in words("runs"):
            return True
        owner = self.done.get(id(phrase.owner)) if phrase.owner is not None else None
        if owner is not None and phrase.noun in words("posts", "runs") and self.of_the_public(owner):
            return True
        if phrase.noun in ("chief", "leader", "head", "man", "woman", "adviser", "advisor") or (
            phrase.named and phrase.noun is None
        ):
            advises = phrase.noun in ("adviser", "advisor")
            return advises or phrase.owner is None or phrase.owner.kind != "person"
        return (
            nouns().get(phrase.noun or "") or nouns()["person"]
        ).sector is not None or phrase.kind != "person"

    def _helps(self, phrase: Phrase) -> bool:
        """Whether an official owns a person: "Minister Vik's chief of staff", "her press secretary"."""
        if phrase.pronoun is not None:
            owner = self.roles.pronoun_owner(phrase.pronoun)
        else:
            owner = self.done.get(id(phrase.owner)) if phrase.owner else None
        return owner is not None and owner.human and owner.sector in OFFICIAL

    def _of_a_state(self, phrase: Phrase) -> bool:
        """Whether whom somebody speaks for is a state's: a minister, a ministry, no company."""
        held = self.take(phrase) if phrase.kind == "person" else None
        return held.sector in OFFICIAL and held.country is not None if held else phrase.kind == "government"

    def _foreign(self, phrase: Phrase) -> bool:
        """Whether a body belongs to another body named beside it: "a committee of the union"."""
        of = phrase.of if phrase.link == "of" else None
        if phrase.link == "for" and phrase.noun in words("voices") and phrase.of is not None:
            if phrase.of.named and phrase.of.kind == "government" and regional(self._text(phrase.of)):
                return True
            of = phrase.of if not self._of_a_state(phrase.of) else None
        return (of is not None and of.kind in ("organization", "publisher", "person")) or phrase.noun in (
            "board",
            "service",
        )

    def _home(self, phrase: Phrase) -> str | None:
        said = self.local.get(self.roles.words[phrase.head].sentence)
        if said and phrase.kind == "person" and phrase.noun in ("ambassador", "consul", "envoy"):
            return None
        if said or phrase.noun in ("embassy", "consulate") or phrase.title.lower() == "high commission":
            return said or self._mission(phrase)
        if phrase.kind == "government" and self._called_in(phrase):
            return self._at_home(phrase)
        beside = self.side_of(phrase) if phrase.kind == "government" else self._joined(phrase)
        if (fought := self._fighting(phrase)) is not None:
            return fought
        host = self.host(phrase.head)
        if host and phrase.kind == "person" and self._elsewhere(phrase):
            return None
        if phrase.kind == "person" and (hosting := self._hosting(phrase)) is not None:
            return hosting
        named = phrase.named or phrase.twin is not None
        if named and phrase.kind == "person" and not beside and self._received(phrase):
            comes = self._floor(phrase)
            away = (
                comes and self.home and comes != self.home and phrase.noun in words("of_places") | {"prefect"}
            )
            return None if host else self.home if away else comes
        found = beside or host or self._floor(phrase) or self._between(phrase)
        found = found or self._portfolio(phrase) or self.home or self._told(phrase)
        return None if phrase.named and found and self._held_by_another(phrase, found) else found

    def _received(self, phrase: Phrase) -> bool:
        """Whether somebody met or received a named official, who may be a guest: "he met Senator Ruiz"."""
        verb = self.roles.governor(phrase.head)
        return verb is not None and verb.lemma in words("meets") and self.roles.role(phrase.head) == "obj"

    def _elsewhere(self, phrase: Phrase) -> bool:
        """Whether an officer of whom a transcript tells need not be of the speaker's country."""
        fallen = words("fallen") & set(phrase.title.lower().split())
        return bool(fallen) or sector_of(phrase) == "MIL"

    def _held_by_another(self, phrase: Phrase, country: str) -> bool:
        """Whether the highest office of a country is known to be somebody else's that day."""
        title, date = _chief(phrase), self.people.date
        held = self.knowledge.holder(title, country, date) if title and date else ()
        said = set(folded(self._text(phrase)).split())
        return bool(held) and not any(
            said & set(folded(n).split()) for t in held for n in (t.person, *t.also)
        )

    def _joined(self, phrase: Phrase) -> str | None:
        """The country of the official whom "and" joins: "Kenya's envoy and Deputy Minister Ann Lee"."""
        return self.side_of(phrase) if self.roles.text(phrase.first - 1).lower() == "and" else None

    def _complement_country(self, phrase: Phrase) -> str | None:
        of, seen = phrase.of, 0
        while of is not None and seen < 3:
            link = self.roles.text(phrase.last).lower()
            if link == "to" or (link in ("in", "from", "with") and of.kind != "government"):
                return None
            if of.kind == "capital" and sector_of(phrase) in ("REL", "EDU", "MED", "BUS", "JRN"):
                return None
            if of.kind in ("country", "government", "capital") or isinstance(of.entry, Body):
                if isinstance(of.entry, Body) and (body := self.take(of)) is not None:
                    return body.country
                if of.country or of.kind != "government":
                    return of.country
                taken = self.take(of)
                return (taken.country if taken else None) or self._owning(of)
            if of.kind == "person" and phrase.noun in words("voices", "staff"):
                held = self.take(of)
                return held.country if held is not None else of.country
            if of.kind == "city" and link == "of" and sector_of(phrase) in OFFICIAL:
                return of.country
            if of.kind == "organization" and (of.country or self._owning(of)):
                held = self.take(of)
                beside = of.adjective and of.name is not None and of.adjective not in self._text(of)
                if held is not None and not beside and self._private(held):
                    return None
                return of.country or self._owning(of)
            if of.noun is None or (of.country and of.adjective):
                return of.country if of.noun in words("hands", "arms_of_state") else None
            phrase, of, seen = of, of.of, seen + 1
        return None

    def _owning(self, phrase: Phrase) -> str | None:
        """The country before a possessive: "Belarus's customs service", "a member of its delegation"."""
        if phrase.pronoun is not None and phrase.noun in ("delegation", "mission", "team"):
            whose = self.roles.pronoun_owner(phrase.pronoun)
            return whose.country if whose is not None else None
        owner = phrase.owner
        return owner.country if owner is not None and owner.kind in ("country", "capital") else None

    def _body_within(self, phrase: Phrase) -> Cluster | None:
        """The body that a title names: "ministry" in "a ministry spokesperson"."""
        for short in phrase.title.split()[:-1]:
            if short.isupper() and (body := self.short.get(short) or self._initialled(short)) is not None:
                return body
        for word in phrase.title.lower().split()[:-1]:
            noun = nouns().get(word)
            if noun and noun.kind in ("government", "organization") and word != phrase.noun:
                sure = word not in words("loose") or phrase.noun in words("voices") or self._latest(word)
                return self._same_kind(word) if sure else None
        return None

    def _learn(self, cluster: Cluster, phrase: Phrase) -> None:
        """Country, sector, titles and gender that a phrase tells of its actor."""
        if phrase.noun:
            cluster.nouns.add(phrase.noun)
            plain = plain_title(phrase, phrase.title)
            if plain and plain not in cluster.titles:
                cluster.titles.append(plain)
            for post in posts_of(phrase, self.roles):
                if post != "leader" or not cluster.offices:
                    remember(cluster.offices, post)
        if cluster.kind == "person":
            self._learn_person(cluster, phrase)
        self._noun(cluster)

    def _learn_person(self, cluster: Cluster, phrase: Phrase) -> None:
        country = self._country_of(phrase)
        self._learn_post(cluster, phrase)
        explicit = country is not None and (phrase.country or phrase.owner or phrase.of or phrase.body)
        if explicit and not cluster.sure:
            cluster.country, cluster.sure = country, True
        if phrase.noun in words("runs", "belongs") and phrase.link in ("", "of", "for"):
            cluster.led += [id(part) for part in (phrase.of, phrase.body, phrase.owner) if part is not None]
        cluster.sector = self._sector(phrase) or cluster.sector
        if phrase.noun == "counterpart":
            self._opposite(cluster, phrase)
        cluster.body = cluster.body or self._of_states(phrase)
        if cluster.body and not cluster.sure:
            held = isinstance(cluster.entry, Person) and cluster.entry.at(self.people.date)
            cluster.country = cluster.country if held else None
        known = (
            self.people.known(cluster.name, cluster.country if cluster.sure else None, _chief(phrase))
            if cluster.named
            else None
        )
        if known and cluster.entry is None and not self._other_sex(known[0], phrase):
            self._know(cluster, *known)
        if phrase.noun in words("sent_to") and self._foreigner(phrase):
            cluster.abroad = True
        idle = isinstance(cluster.entry, Person) and not cluster.entry.at(self.people.date)
        open_ = (cluster.entry is None or idle) and (
            explicit or (cluster.body is None and not cluster.abroad)
        )
        if country and not cluster.country and open_:
            cluster.country = country
        cluster.gender = (
            cluster.gender
            or sex_of(phrase)
            or (self.knowledge.gender(cluster.name) if cluster.named else None)
        )

    def _of_states(self, phrase: Phrase) -> Body | None:
        """The organisation of states that one acts for: "NATO's secretary-general", "UN envoy Hanna Berg"."""
        for part in (phrase.body, phrase.of, phrase.owner):
            held = self.done.get(id(part)) if part is not None else None
            entry = held.entry if held is not None else part.entry if part is not None else None
            if isinstance(entry, Body) and (entry.code or "").startswith("IGO") and phrase.link != "to":
                return entry
        return None

    def _opposite(self, cluster: Cluster, phrase: Phrase) -> None:
        """Learns of a counterpart from the other one; what counterparts are is known further down."""

    def _sector(self, phrase: Phrase) -> str | None:
        """The sector of a title, or of the body that one heads: "head of Kenya's navy" is MIL."""
        own = sector_of(phrase)
        if own is not None and phrase.noun not in words("voices") and phrase.noun != "official":
            return own
        for part in (phrase.body, phrase.of, phrase.owner):
            body = self.done.get(id(part)) or (self.take(part) if part is not None else None)
            if body is not None and body.sector and not body.human and body.kind != "country":
                return body.sector
            for word in part.title.lower().split() if part is not None and body is None else ():
                noun = nouns().get(word)
                if noun is not None and noun.kind == "government" and noun.sector:
                    return noun.sector
        return own

    def _other_sex(self, person: Person, phrase: Phrase) -> bool:
        """Whether "Ms. Ortega" cannot be Daniel Ortega."""
        said, held = sex_of(phrase), person.gender or self.knowledge.gender(person.name)
        return said is not None and held is not None and said != held

    def _know(self, cluster: Cluster, person: Person, term: object) -> None:
        cluster.entry = person
        now = person.at(self.people.date)
        held = now or person.terms
        if not cluster.sure and held and (now or cluster.body is None):
            cluster.country = held[0].country
        if term is not None and held:
            cluster.sector = cluster.sector or held[0].sector
        if " " not in cluster.name:
            self.people.rename(cluster, person.name)
            cluster.lent = True
        cluster.gender = cluster.gender or person.gender


def _chief(phrase: Phrase) -> str | None:
    """The highest office of a state in a title before a name: "President Lee", "Prime Minister Singh"."""
    said = phrase.title.lower().replace("-", " ")
    chiefs = ("president", "prime minister", "chancellor", "king", "queen", "emperor", "sultan", "emir")
    return said if said in chiefs and phrase.named else None


def _no_more(phrase: Phrase) -> bool:
    """Whether somebody has left a post that is no lifelong honour: "a former policeman"."""
    gone = words("gone") & set(phrase.title.lower().replace("-", " ").split())
    return bool(gone) and phrase.noun not in words("lasting")


def sex_of(phrase: Phrase) -> str | None:
    """The sex that a noun or courtesy says: "spokeswoman", "Mrs."."""
    low = {w.rstrip(".") for w in phrase.title.lower().split()}
    if phrase.noun in words("female") or low & {"mrs", "ms", "miss", "mme", "madam", "dame", "lady"}:
        return "f"
    return "m" if phrase.noun in words("male") or low & {"mr", "sir"} else None


def offices_of(cluster: Cluster, date: str | None) -> list[str]:
    held = [t.office for t in cluster.entry.at(date)] if isinstance(cluster.entry, Person) else []
    return [*held, *(t for t in cluster.titles if "vice" not in t and "former" not in t)]


def plain_title(phrase: Phrase, title: str) -> str:
    """A title without the country's adjective, in small letters."""
    return (
        " ".join(w for w in title.replace(phrase.adjective, "", 1).lower().split() if w)
        if phrase.adjective
        else title.lower()
    )
