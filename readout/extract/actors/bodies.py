"""Bodies: ministries, companies, parliaments, offices of people."""

from __future__ import annotations

import re

from readout.extract.actors.apart import place_of
from readout.extract.actors.cluster import Cluster
from readout.extract.actors.domestic import national, of_the_public, voices_of_state
from readout.extract.actors.evidence import offices_of, plain_title
from readout.extract.actors.home import land
from readout.extract.actors.initials import BODIES
from readout.extract.actors.known import Known
from readout.extract.actors.ledger import key_of
from readout.extract.actors.lexicon import nouns, singular, words
from readout.extract.actors.naming import body_name, capitals
from readout.extract.actors.phrase import Phrase
from readout.knowledge import Body

CHAIRS = {"prime minister": "Prime Minister", "president": "President"}


BASED = re.compile(r"^.*\w-based ")
PARTY = frozenset({"party", "movement", "faction"})
_OTHER = re.compile(r"\b(?!European|[Tt]he )[A-Z][\w’'-]+ (?:Commission\b(?! of the Eur)|COMMISSION\b)")
"""Another commission than the European one."""
LEADS = re.compile(r"minister|secretary")


class Bodies(Known):
    """Gives phrases for bodies to their actors."""

    def _body(self, phrase: Phrase) -> Cluster | None:
        lower = not phrase.named and phrase.title == phrase.title.lower()
        noun = phrase.noun or ""
        if noun == "commission" and self._of_europe(phrase):
            found = (c.entry for c in self.knowledge.lookup("European Commission"))
            return self._known_body(phrase, next(e for e in found if isinstance(e, Body)))
        if noun == "office" and phrase.title.lower() == noun:
            return self._office(phrase)
        if phrase.determiner in ("each", "every", "any", "no", "another", "what", "which"):
            return None
        if noun == "opposition" and not self._opposes(phrase):
            return None
        if phrase.body is not None and isinstance(phrase.body.entry, Body) and self._same_thing(phrase):
            return self._known_body(phrase, phrase.body.entry)
        country = self._of_person(phrase)
        if country and not phrase.plural:
            return self._mention_phrase(self.country(country), phrase, "description")
        country = self._country_of(phrase)
        if not phrase.plural and (organ := self._organ(phrase, country)) is not None:
            return self._mention_phrase(self._body_of(organ), phrase, "description")
        if lower and phrase.title == "administration" and phrase.determiner == "the" and country == "USA":
            return self._mention_phrase(self.country(country), phrase, "description")
        if lower and noun == "government" and phrase.pronoun is not None and country:
            return self._mention_phrase(self.country(country), phrase, "description")
        if (
            phrase.determiner in words("definite")
            and not (phrase.owned or phrase.named or phrase.link == "of")
            and _unplaced(phrase.title.lower()) == noun
        ):
            taken = self._again(phrase, noun)
            if taken is not None:
                return self._mention_phrase(taken, phrase, "description")
        if lower and phrase.pronoun is not None and (own := self._run_by(phrase)) is not None:
            return self._mention_phrase(own, phrase, "description")
        if self._told_by_sort(phrase) and (taken := self.told_again(phrase)) is not None:
            return self._mention_phrase(taken, phrase, "description")
        if noun == "paper" and not phrase.named:
            return None
        if (
            noun in ("ministry", "department")
            and phrase.title.lower() == noun
            and (led := self._led(phrase)) is not None
            and led.country == self.local.get(self.roles.words[phrase.head].sentence, led.country)
        ):
            return self._mention_phrase(led, phrase, "description")
        if noun == "ministry" and (named := self._ministry_again(phrase)) is not None:
            return self._mention_phrase(named, phrase, "description")
        if lower and phrase.kind not in ("government", "publisher") and not self._worth(phrase, country):
            return None
        if lower and noun == "court" and not phrase.determiner and phrase.title == noun:
            return None
        if lower and noun in words("general") and not (self.roles.party(phrase.head) or self._run(phrase)):
            return None
        if (
            lower
            and not self._of_the_core(phrase)
            and not (phrase.country or phrase.owned or self._singled(phrase) or self._deals(phrase))
            and not self._run(phrase)
        ):
            return None
        if phrase.kind == "publisher" and not phrase.named and not self.roles.party(phrase.head):
            return None
        return self._organization(phrase, mention=True)

    def _of_europe(self, phrase: Phrase) -> bool:
        """Whether it is the European Commission: "the Commission" where the text knows no other one."""
        if phrase.title.lower() == "european commission":
            return True
        bare = phrase.title == "Commission" and phrase.determiner == "the" and phrase.link != "of"
        known = {"European Union", "European Commission"} & self.mentioned
        other = _OTHER.search(self.roles.document.text) if bare and known else None
        return bare and bool(known) and not (other or phrase.owned or self.by_noun.get("commission"))

    def _run_by(self, phrase: Phrase) -> Cluster | None:
        """The body that somebody runs: "Ada Roux, who leads Alba Nova, said that her party would wait"."""
        owner = self.roles.pronoun_owner(phrase.pronoun) if phrase.pronoun is not None else None
        held = [self.done.get(at) for at in owner.led] if owner is not None and owner.human else []
        bodies = {id(c): c for c in held if c is not None and c.kind in BODIES and not c.plural}
        noun, told = phrase.noun or "", words("loose") | PARTY | {"club", "newspaper", "ministry", "bank"}
        fits = [c for c in bodies.values() if noun in c.nouns]
        free = (c for c in bodies.values() if c.kind == "organization" and not c.nouns & told)
        fits = fits or [c for c in free if noun in words("sorted") | PARTY]
        return fits[0] if len(fits) == 1 else None

    def _told_by_sort(self, phrase: Phrase) -> bool:
        """Whether words of no name tell what a body is: "the Danish company", "the aid group"."""
        plain = not (phrase.owned or phrase.named or phrase.of or phrase.plural or phrase.twin or phrase.body)
        title = _unplaced(plain_title(phrase, phrase.title))
        sort = phrase.noun in words("sorted") and title == title.lower() and not phrase.pronoun
        known = title in {t.lower() for c in self._latest(phrase.noun or "") for t in c.titles}
        return plain and sort and phrase.determiner == "the" and not known

    def _ministry_again(self, phrase: Phrase) -> Cluster | None:
        """The one ministry of a country that "the Pakistani ministry" takes up."""
        bare = plain_title(phrase, phrase.title) == "ministry" and phrase.country is not None
        held = [c for c in self._latest("ministry") if c.country == phrase.country and not c.plural]
        return held[0] if bare and len(held) == 1 else None

    def _same_thing(self, phrase: Phrase) -> bool:
        """Whether a noun only says what a known body is: "the TASS news agency", "the M23 group"."""
        body, noun = phrase.body, nouns().get(phrase.noun or "")
        kind = body.entry.kind if body is not None and isinstance(body.entry, Body) else ""
        said = noun.kind if noun else ""
        return (
            kind in ("publisher", "group")
            and not phrase.plural
            and (said != "government" or phrase.noun == "agency")
        )

    def _organ(self, phrase: Phrase, country: str | None) -> Body | None:
        """The central bank of a country, its parliament where the text calls it by its name, too."""
        sort = plain_title(phrase, phrase.title)
        if sort not in ("central bank", "parliament"):
            return None
        bare = not (phrase.country or phrase.owned or phrase.of or phrase.pronoun)
        held = (c.entry for c in self._latest("bank") if c.name.endswith("Central Bank"))
        if bare and sort == "central bank" and isinstance(entry := next(held, None), Body):
            return entry
        organ = self.knowledge.organ(sort, country)
        return organ if organ and (sort == "central bank" or organ.name in self.mentioned) else None

    def _led(self, phrase: Phrase) -> Cluster | None:
        """ "the ministry", "her ministry": that of the minister named last, or of whom the pronoun means."""
        owner = self.roles.pronoun_owner(phrase.pronoun) if phrase.pronoun is not None else None
        pool = (
            [owner]
            if owner is not None
            else [c for c, _ in reversed(self.recent[-12:]) if "minister" in c.nouns]
        )
        for minister in pool:
            title = next((t for t in minister.titles if LEADS.search(t) and "prime" not in t), None)
            if title is None:
                continue
            noun = phrase.noun or "ministry"
            title = " ".join(w for w in title.split() if w not in words("statuses"))
            if (held := self._ministry_of(noun, title, minister)) is not None:
                return held
            fits = Phrase(
                0, 0, 0, "government", noun=noun, title=LEADS.sub(noun, title), country=minister.country
            )
            name = body_name(fits, land(self.knowledge, minister.country))
            known = self.by_name.get(key_of(name))
            cluster = known or self._new(Cluster("government", name, minister.country, "GOV"))
            cluster.nouns.add(noun)
            self._noun(cluster)
            return cluster
        return None

    def _ministry_of(self, noun: str, title: str, minister: Cluster) -> Cluster | None:
        """The ministry that the text has named: that of trade and industry for a trade minister."""
        said = set(title.split()) - words("fillers") - {"minister", "secretary", "of", "for", "and"}
        fits = (c for c in self._latest(noun) if not c.plural and c.country in (None, minister.country))
        return next((c for c in fits if said and said <= set(c.name.lower().split())), None)

    def _office(self, phrase: Phrase) -> Cluster | None:
        """ "his office": the office of whom the pronoun means."""
        owner = self.roles.pronoun_owner(phrase.pronoun) if phrase.pronoun is not None else None
        owner = owner or (self.done.get(id(phrase.owner)) if phrase.owner else None)
        if owner is None and phrase.link == "of" and phrase.of is not None and phrase.of.kind == "person":
            return self._office_of(phrase, phrase.of)
        if owner is not None and (led := self._headed(owner)) is not None:
            return self._mention_phrase(led, phrase, "description")
        if owner is None:
            taken = self._same_kind("office")
            return self._mention_phrase(taken, phrase, "description") if taken else None
        held = next(
            (o for o in CHAIRS if any(o in t.lower() for t in offices_of(owner, self.people.date))), None
        )
        here = self.local.get(self.roles.words[phrase.head].sentence) if owner.described else None
        country = land(self.knowledge, owner.country or here)
        name = (
            f"Office of the {CHAIRS[held]} of {country.name}"
            if held and country
            else f"Office of {owner.name}"
        )
        cluster = self.by_name.get(key_of(name))
        if cluster is None:
            cluster = self._new(
                Cluster(
                    "government" if country else "organization", name, owner.country or here, owner.sector
                )
            )
            cluster.nouns.add("office")
            self._noun(cluster)
        return self._mention_phrase(cluster, phrase, "description")

    def _office_of(self, phrase: Phrase, chief: Phrase) -> Cluster | None:
        """The office of a post told after it: "the office of the United Nations special envoy"."""
        holder = self.take(chief)
        states = self._of_states(chief)
        if chief.named or not chief.title:
            name = f"Office of {holder.name if holder else self._text(chief)}"
        else:
            name = f"Office of the {capitals(chief.title)}"
        held = self.by_name.get(key_of(name))
        if held is None:
            country = holder.country if holder is not None and states is None else None
            held = self._new(Cluster("organization" if states else "government", name, country, "GOV"))
            held.body = states
            held.nouns.add("office")
            self._noun(held)
        return self._mention_phrase(held, phrase, "description")

    def _headed(self, owner: Cluster) -> Cluster | None:
        """The office that somebody heads by what the text says: "Tor Vik, who heads the press office"."""
        here = {self.roles.sentence(head) for _, _, head, _ in owner.at}
        for office in self._latest("office"):
            for _, _, head, _ in office.at:
                verb = self.roles.governor(head)
                leads = verb is not None and verb.lemma in words("leads") and self.roles.role(head) == "obj"
                if leads and self.roles.sentence(head) in here:
                    return office
        return None

    def _again(self, phrase: Phrase, noun: str) -> Cluster | None:
        """The body that "the ministry" takes up; none of another country than the one that speaks here."""
        side = self.side_of(phrase) if not self._called_in(phrase) else self._at_home(phrase)
        if noun not in words("forces"):
            here = self.local.get(self.roles.words[phrase.head].sentence)
            taken = self._same_kind(noun, side or here)
            other = here and noun == "government" and taken is not None and taken.country not in (None, here)
            return None if other else taken
        side = side or self.local.get(self.roles.words[phrase.head].sentence) or self._floor(phrase)
        taken = self._same_kind(noun, side or self._floor(phrase, main=False))
        return None if side and taken is not None and taken.country not in (None, side) else taken

    def _opposes(self, phrase: Phrase) -> bool:
        """Whether "the opposition" is who opposes a government, and not what somebody feels."""
        told = phrase.determiner == "the" or phrase.owner is not None or bool(phrase.country)
        return told and self.roles.text(phrase.last).lower() not in ("to", "from")

    def _of_the_core(self, phrase: Phrase) -> bool:
        """Whether a body of a state needs nothing that it does: "the armed forces", no "market forces"."""
        before = phrase.title.lower().split()[:-1]
        if phrase.noun == "forces":
            return all(word in words("arms") for word in before) and bool(before or phrase.determiner)
        if phrase.noun == "regime":
            return not before or before[-1] in ("military", "puppet") or before[-1].endswith(("ist", "ous"))
        return phrase.noun in words("core")

    def _singled(self, phrase: Phrase) -> bool:
        """Whether a subject is one body among others: "the interim commission that approves them"."""
        told = phrase.determiner == "the" and " " in phrase.title and phrase.kind == "government"
        workers = phrase.determiner == "the" and phrase.kind == "organization" and "’" in phrase.title
        return (told or workers) and self.roles.role(phrase.head) == "nsubj"

    def _deals(self, phrase: Phrase) -> bool:
        """Whether a body acts, or somebody turns to it: "blamed the union"."""
        owns = self.roles.role(phrase.head) == "nmod:poss" and self._of_somebody(phrase.head)
        verb = self.roles.governor(phrase.head)
        near = self.roles.text(phrase.first - 1).lower() == "with"
        owns = owns or (near and verb is not None and verb.lemma in words("treats"))
        return owns or self.roles.party(phrase.head) or self.roles.addressed(phrase.head)

    def _run(self, phrase: Phrase) -> bool:
        """Whether somebody heads a service of a state: "Tor Vik, who heads the customs service"."""
        verb = self.roles.governor(phrase.head)
        leads = verb is not None and verb.lemma in words("leads") and self.roles.role(phrase.head) == "obj"
        ours = phrase.pronoun is not None and self.roles.role(phrase.head) == "nsubj"
        return (leads and phrase.kind == "government") or ((leads or ours) and self._of_a_portfolio(phrase))

    def _of_somebody(self, head: int) -> bool:
        """Whether somebody of a post is what a word owns: "the electoral commission's president"."""
        owned = self.roles.governor(head)
        return owned is not None and singular(owned.text) in words("posts", "runs", "voices")

    def _worth(self, phrase: Phrase, country: str | None) -> bool:
        return bool(country and phrase.country) or self.roles.party(phrase.head) or phrase.determiner == "the"

    def _organization(self, phrase: Phrase, mention: bool = False) -> Cluster:
        country = self._country_of(phrase)
        noun = nouns().get(phrase.noun or "")
        title = phrase.title if phrase.noun and not self._proper_run(phrase) else self._text(phrase)
        name = (
            self._text(phrase)
            if self._proper_run(phrase)
            else body_name(phrase, place_of(phrase) or land(self.knowledge, country))
        )
        cluster = self.by_name.get(key_of(name)) or self._same_title(phrase, title, country)
        cluster = cluster or (self.shortened(name) or self._spelled(name) if phrase.named else None)
        cluster = cluster or self._told_before(phrase, name)
        if cluster is None:
            kind = noun.kind if noun and noun.kind not in ("person", "group", "side") else "organization"
            kind = kind if phrase.kind in ("person", "unknown") else phrase.kind
            cluster = self._new(Cluster(kind, name, None, noun.sector if noun else None, named=phrase.named))
            if kind == "government" and cluster.sector is None:
                cluster.sector = "GOV"
        self._learn(cluster, phrase)
        last = phrase.noun or self._text(phrase).split()[-1].lower()
        owner = country if phrase.owned and (last in words("national") or national(phrase)) else None
        stately = cluster.kind == "government" or last == "opposition" or voices_of_state(phrase)
        own = country if stately else phrase.country or owner
        if phrase.noun == "service" and "presidential" in phrase.title.lower():
            own = own or self._housed_in(phrase)
        if phrase.named and cluster.kind == "publisher" and phrase.noun in words("told_papers"):
            own = own or self.local.get(self.roles.words[phrase.head].sentence)
        if phrase.named and cluster.kind == "publisher" and of_the_public(phrase):
            own = own or self.side_of(phrase) or self._home(phrase)
        own = own or (self._home(phrase) if cluster.kind == "organization" and national(phrase) else None)
        cluster.country = cluster.country or own
        return (
            self._mention_phrase(cluster, phrase, "name" if phrase.named else "description")
            if mention
            else cluster
        )

    def _told_before(self, phrase: Phrase, name: str) -> Cluster | None:
        """The body that the sentence before calls "their union", whose name follows: "The Dockers' Union"."""
        if (
            not phrase.named
            or phrase.noun not in words("unsold")
            or phrase.twin
            or phrase.determiner != "the"
        ):
            return None
        here = self.roles.sentence(phrase.head)
        held = [c for c in self._latest(phrase.noun) if not c.plural]
        found = held[0] if len(held) == 1 and not held[0].named and held[0].at else None
        if found is None or here - self.roles.sentence(found.at[-1][2]) > 1:
            return None
        if self.roles.text(found.at[0][0]).lower() not in ("their", "its", "his", "her"):
            return None
        found.name, found.named = name, True
        self.by_name[key_of(name)] = found
        return found

    def _of_person(self, phrase: Phrase) -> str | None:
        """The country of "the Okoro administration": that of Okoro."""
        if phrase.noun not in ("administration", "government", "cabinet", "presidency", "regime", "junta"):
            return None
        if phrase.link == "of" and phrase.of is not None and phrase.of.kind == "person" and phrase.of.named:
            head = self.take(phrase.of)
            return head.country if head is not None else None
        chief = self.people.find(phrase.title.split()[0]) if phrase.title[:1].isupper() else None
        return chief.country if chief else None

    def _proper_run(self, phrase: Phrase) -> bool:
        """Whether the name is the proper run itself: "the newspaper Nordlys", "Brenner Cement"."""
        if not phrase.named:
            return False
        noun = nouns().get(phrase.noun or "")
        if all(singular(word) != phrase.noun for word in self._text(phrase).split()):
            return "of" not in self._text(phrase).lower().split()
        return (
            phrase.noun is None
            or noun is None
            or noun.kind in ("publisher", "person")
            or (noun.kind == "organization" and not phrase.adjective)
        )

    def _same_title(self, phrase: Phrase, title: str, country: str | None) -> Cluster | None:
        """A body of the same words and no other country: "the Navy" after "the Thai Navy"."""
        key = plain_title(phrase, title)
        if key == phrase.noun and (phrase.of is not None or phrase.owner is not None):
            return None
        for cluster in self._latest(phrase.noun or ""):
            if cluster.plural or (country and cluster.country and cluster.country != country):
                continue
            if key and key in {t.lower() for t in cluster.titles}:
                return cluster
            if " " in key and any(t.lower().endswith(f" {key}") for t in cluster.titles):
                return cluster
        return None


def _unplaced(title: str) -> str:
    """A body's sort without where it is: "the London-based firm", "the West African bloc"."""
    return " ".join(word for word in BASED.sub("", title).split() if word not in words("regions"))
