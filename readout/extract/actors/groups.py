"""Groups: people without names, "the two leaders", "both sides", and those known by number alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.evidence import Evidence
from readout.extract.actors.home import land
from readout.extract.actors.ledger import key_of
from readout.extract.actors.lexicon import nouns, singular, words
from readout.extract.actors.naming import people_name
from readout.extract.actors.people import sector_of
from readout.extract.actors.phrase import Phrase
from readout.knowledge import HEADS, Person

CHIEFS = {"presidents": frozenset({"president"}), "ministers": frozenset({"minister", "secretary"})}
SEXES = {"men": "m", "women": "f"}
ANYONE = frozenset({"men", "women", "couple", "pair", "duo", "trio", "two", "three", "both"})
ORDINALS = frozenset({"second", "third", "fourth", "fifth"})
SETS = frozenset({"couple", "pair", "duo", "trio"})
OF_ANY_STATE = frozenset({"official", "source", "diplomat", "minister", "leader", "negotiator", "soldier"})
"""Bare plurals of these may be another state's than those told of before."""
WHOLE = frozenset({"people", "men", "women"})
COUNTS = {"two": 2, "both": 2, "couple": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}


class Groups(Evidence):
    """Gives phrases for several people or countries to their actors."""

    def _group(self, phrase: Phrase) -> Cluster | None:
        low = phrase.title.lower().split()
        pair = self._couple(phrase, low) or self._unknown_sides(phrase, low)
        if pair is not None or (phrase.noun in words("states") and not self._sort_of_states(phrase, low)):
            return pair
        country = self._country_of(phrase)
        acts = (
            phrase.country
            or "opposition" in low
            or self.roles.agent(phrase.head)
            or self.roles.cited(phrase.head)
            or self.roles.told(phrase.head)
            or self._gathered(phrase, low)
        )
        if phrase.noun in words("general") and not acts:
            held = self._plural_again(phrase) if phrase.noun in ("men", "women") else None
            return self._mention_phrase(held, phrase, "description") if held is not None else None
        if phrase.noun in words("hands") and not (country or phrase.lands or acts):
            held = self._plural_again(phrase)
            return self._mention_phrase(held, phrase, "description") if held is not None else None
        name = self._several(phrase) or people_name(phrase, land(self.knowledge, country))
        cluster = self.by_name.get(key_of(name)) or self._plural_again(phrase) or self._fighters(phrase)
        if cluster is None:
            whole = self._whole(phrase, name)
            cluster = self._new(Cluster("group", whole, country, sector_of(phrase), plural=True))
            cluster.members = [self.country(code) for code in dict.fromkeys(phrase.lands)]
            self.by_name.setdefault(key_of(name), cluster)
        self._learn(cluster, phrase)
        return self._mention_phrase(cluster, phrase, "description")

    def _gathered(self, phrase: Phrase, low: list[str]) -> bool:
        """Whether people of no trade do something together: "some 200 people marched", "a crowd chanted"."""
        verb, role = self.roles.governor(phrase.head), self.roles.role(phrase.head)
        if verb is None or verb.upos != "VERB" or self.roles.quotes[phrase.head]:
            return False
        if any(c.plural for c in self._latest(phrase.noun or "")):
            return False
        counted = any(word[:1].isdigit() or word in words("numbers") for word in low[:-1])
        if phrase.noun in ("crowd", "mob", "audience", "gang"):
            return role in ("nsubj", "obj", "iobj")
        told = counted or (len(low) > 1 and phrase.noun in words("gathering"))
        hurt = role == "nsubj:pass" or (role == "obj" and verb.lemma in words("done_to_people"))
        return told and (role == "nsubj" or (counted and hurt))

    def _sort_of_states(self, phrase: Phrase, low: list[str]) -> bool:
        """Whether states are told by sort or number and act: "foreign governments promised", "40 nations"."""
        counted = set(low) & COUNTS.keys() or phrase.determiner in words("definite")
        plain = phrase.noun in ("governments", "nations", "countries") and not phrase.lands
        told = self.roles.told(phrase.head)
        bare = phrase.noun == "parties" and phrase.determiner == "" and phrase.of is None
        every = phrase.noun in words("states") and ("all" in (phrase.determiner, *low) or bare)
        return not counted and (
            (plain and (told or (len(low) > 1 and self._leads(phrase.head)))) or (every and told)
        )

    def _plural_again(self, phrase: Phrase) -> Cluster | None:
        """The group that "the ministers" takes up; "the leaders" may be presidents, too."""
        if not phrase.determiner and not (phrase.country or phrase.lands or phrase.of or phrase.owned):
            return self._sort_told_before(phrase)
        if phrase.determiner not in words("definite") or phrase.country or phrase.lands:
            return None
        if phrase.noun in ("men", "women") and phrase.title.lower() == phrase.noun:
            return self._those_people(phrase)
        kin = [f"{head}{s}" for head in sorted(words("heads")) for s in ("", "s")]
        kin = kin if phrase.noun in ("leader", "leaders") else []
        held = [c for noun in (phrase.noun or "", *kin) for c in self._latest(noun) if c.plural]
        return max(held, key=lambda c: c.at[-1][0] if c.at else -1, default=None)

    def _sort_told_before(self, phrase: Phrase) -> Cluster | None:
        """The one sort that a bare plural goes on with: "garment workers … She said workers had fled"."""
        if phrase.title.lower() != self.roles.words[phrase.head].text.lower():
            return None
        if phrase.noun in words("general") | OF_ANY_STATE:
            return None
        same = [c for c in self._latest(phrase.noun or "") if c.plural and not c.members]
        return same[0] if len(same) == 1 and same[0].at and " " in same[0].name else None

    def _those_people(self, phrase: Phrase) -> Cluster | None:
        """The one group of people of the last sentences that "the men" takes up."""
        same = [c for c in self._latest(phrase.noun or "") if c.plural]
        here = self.roles.sentence(phrase.head)
        near = {id(c): c for c, head in self.recent[-30:] if 0 <= here - self.roles.sentence(head) <= 3}
        people = [c for c in near.values() if c.kind == "group" and not c.members and not c.named]
        people = [c for c in people if not c.nouns & {"reporter", "journalist"}]
        return same[0] if same else people[0] if len(people) == 1 else None

    def _fighters(self, phrase: Phrase) -> Cluster | None:
        """The one armed group that "the guerrillas" takes up, with a name or by another word for fighters."""
        more = phrase.country or phrase.owned or phrase.of or phrase.lands or " " in phrase.title
        if more or phrase.determiner != "the" or not _fighting(phrase.noun):
            return None
        armed = [c for c in self.clusters if c.at and c.sector == "REB" and not c.human]
        alike = [c for c in armed if not c.named and singular(c.name.split()[-1]) in _fighting(phrase.noun)]
        found = alike or [c for c in armed if c.named or c.entry is not None]
        if not found:
            armed = found = [c for c in self.clusters if c.named and c.at and _rebellious(c)]
        return found[0] if len(found) == 1 and (alike or len(armed) == 1) else None

    def _several(self, phrase: Phrase) -> str | None:
        """The name of people of several countries: "Thai and Cambodian prime ministers"."""
        if not phrase.lands:
            return None
        return self.roles.span(phrase.first, phrase.last).removeprefix("The ").removeprefix("the ")

    def _couple(self, phrase: Phrase, low: list[str]) -> Cluster | None:
        """A group whose members the text has named last: "the two leaders", "both sides"."""
        noun = phrase.noun or ""
        noun = f"{noun}s" if f"{noun}s" in words("states") else noun
        noun = "leaders" if noun in ("head", "heads") else noun
        named = noun in words("pairs") or noun in SETS
        said = next((COUNTS[word] for word in (*low, phrase.determiner) if word in COUNTS), None)
        if not (phrase.determiner in ("both", "the", "these") or "both" in low) or not (named or said):
            return None
        states = phrase.noun in ("head", "heads") and self.roles.text(phrase.last + 1) in (
            "state",
            "government",
        )
        if phrase.country or phrase.owned or phrase.lands or phrase.named:
            return None
        if phrase.of is not None and not states:
            return None
        people = said is None and not (noun in words("states") or noun in SETS)
        if people and (held := self._plural_again(phrase)) is not None:
            return self._mention_phrase(held, phrase, "description")
        members = self._members(noun, said or COUNTS.get(noun, 2), low)
        return (
            self._mention_phrase(self._of_members(noun, members), phrase, "description") if members else None
        )

    def _unknown_sides(self, phrase: Phrase, low: list[str]) -> Cluster | None:
        """ "Both sides" that act where the text leaves open who they are."""
        counted = phrase.determiner == "both" or "two" in low or "both" in low
        if phrase.noun not in ("side", "sides", "parties", "party") or not counted or phrase.of is not None:
            return None
        if not (self.roles.agent(phrase.head) or self._spoken_to(phrase)):
            return None
        noun = "sides" if phrase.noun in ("side", "sides") else "parties"
        held = self.by_name.get(f"two {noun}") or self._new(Cluster("group", f"two {noun}", plural=True))
        held.nouns.add(noun)
        self._noun(held)
        return self._mention_phrase(held, phrase, "description")

    def _spoken_to(self, phrase: Phrase) -> bool:
        """Whether somebody is asked or met: "spoke to both sides", "urged both sides"."""
        verb, before = self.roles.governor(phrase.head), self.roles.text(phrase.first - 1).lower()
        met = verb is not None and before in ("to", "with", "on") and verb.lemma in words("acts")
        return met or self.roles.addressed(phrase.head)

    def _of_members(self, noun: str, members: list[Cluster]) -> Cluster:
        """The group of some actors, the one that the text has had before if there is one."""
        wanted = set(map(id, members))
        alike = (c for c in self.clusters if c.members and set(map(id, c.members)) == wanted)
        held = next((c for c in alike if noun in c.nouns or not c.titles), None)
        if held is None:
            number = {2: "two", 3: "three", 4: "four"}.get(len(members), "all")
            lands = {c.country for c in members}
            name = noun if noun in SETS else f"{number} {noun}s" if noun else f"the {number}"
            name = f"{name[:-2]}ies" if name.endswith("ys") else name
            name = f"{number} {noun}" if noun in WHOLE | words("pairs") - SETS else name
            country = lands.pop() if len(lands) == 1 else None
            held = self._new(Cluster("group", name, country, plural=True, members=members))
        held.nouns.add(noun)
        self._noun(held)
        return held

    def together(self, first: Cluster, second: Cluster) -> Cluster:
        """The group of two that "they" takes up after "Ama Boateng and Tor Vik"."""
        noun = {("person", "person"): "people", ("country", "country"): "countries"}
        return self._of_members(noun.get((first.kind, second.kind), "parties"), [first, second])

    def _members(self, noun: str, count: int, low: list[str]) -> list[Cluster]:
        """The countries or people named last that a noun can mean, as many as are counted, in their order."""
        found: list[Cluster] = []
        sides = noun in ("sides", "parties") and self._named_last(count)
        if sides:
            return sides
        for near in self._by_sentence(noun, low):
            group = next((c for c in near if len(c.members) == count), None)
            if group is not None and not found:
                lands = [self._as_member(c, noun) or c for c in group.members]
                return lands if all(c.at for c in lands) else group.members
            fresh = [c for c in near if not c.members and c not in found]
            if not found and len(fresh) > count:
                return _foremost(fresh, near, count)
            found = [*fresh[-(count - len(found)) :], *found]
            if len(found) >= count:
                return found
        return []

    def _named_last(self, count: int) -> list[Cluster]:
        """The sides that the latest sentence names, one of them no country: "Israel and Hamas"."""
        here = self.roles.sentence(self.recent[-1][1]) if self.recent else 0
        near: list[Cluster] = []
        for cluster, head in self.recent[-20:]:
            if self.roles.sentence(head) < here - 1 or cluster in near:
                continue
            party = cluster.kind in ("country", "group", "organization") and cluster.named
            if party and not cluster.plural and self._leads(head):
                near.append(cluster)
        armed = any(c.kind != "country" for c in near)
        return near if armed and len(near) == count else []

    def _by_sentence(self, noun: str, low: list[str]) -> Iterator[dict[Cluster, bool]]:
        """The actors that a noun can mean and whether they act, sentence by sentence, the latest first."""
        near: dict[int, dict[Cluster, bool]] = {}
        for cluster, head in self.recent:
            several = len(cluster.members) > 1 and all(self._as_member(c, noun) for c in cluster.members)
            member = cluster if several else self._as_member(cluster, noun)
            if member is None or (low and not self._agrees(member, noun, low)):
                continue
            held = near.setdefault(self.roles.sentence(head), {})
            held[member] = held.get(member, False) or self._leads(head)
        yield from (near[n] for n in sorted(near, reverse=True))

    def _as_member(self, cluster: Cluster, noun: str) -> Cluster | None:
        """The actor itself, or the country of a head of state where the noun means countries."""
        chief = bool(words("heads") & cluster.nouns) or self._head_of_state(cluster)
        if noun in words("states"):
            if cluster.human and cluster.country and (chief or "minister" in cluster.nouns):
                return self.country(cluster.country)
            return cluster if cluster.kind == "country" else None
        told = nouns().get(noun)
        if told is not None and told.kind == "organization":
            body = cluster.kind == "organization" and cluster.named and not cluster.plural
            return cluster if body else None
        if not cluster.human or not cluster.named:
            return None
        wanted = words("heads") if noun == "leaders" else CHIEFS.get(noun, frozenset({singular(noun)}))
        fits = noun in ANYONE or bool(wanted & cluster.nouns) or (noun == "leaders" and chief)
        return cluster if fits else None

    def _agrees(self, cluster: Cluster, noun: str, low: list[str]) -> bool:
        """Whether a group or person can be among "the two foreign ministers", "the two women"."""
        if noun in SEXES and cluster.human:
            return cluster.gender in (None, SEXES[noun])
        said = set(low) - words("numbers") - {noun, singular(noun)}
        if not said or not cluster.human or noun in words("states"):
            return True
        return any(said <= set(title.split()) for title in cluster.titles)

    def _leads(self, head: int) -> bool:
        return self.roles.role(head).startswith("nsubj")

    def _head_of_state(self, cluster: Cluster) -> bool:
        held = cluster.entry.at(self.people.date) if isinstance(cluster.entry, Person) else ()
        return any(term.office in HEADS for term in held)

    def counted(self, at: int) -> Cluster | None:
        """A source of number alone: "one of them" a person, "few" a group, "the two" whom the text named."""
        low = self.roles.text(at).lower()
        if not self.roles.agent(at) or self.roles.text(at - 1).lower() == "no":
            return None
        if low in ORDINALS:
            return self._further(at, low)
        if low in COUNTS and (low == "both" or self.roles.text(at - 1).lower() == "the"):
            members = self._members(low, COUNTS[low], [])
            if members:
                first = at if low == "both" else at - 1
                return self.mention(self._of_members("people", members), first, at + 1, at, "description")
        several = low in COUNTS and self.roles.text(at + 1) == "of"
        if low not in words("counted") and not (several and self.roles.text(at + 2).lower() == "them"):
            return None
        last = (
            at + 3
            if self.roles.text(at + 1) == "of" and self.roles.text(at + 2).lower() in ("them", "us")
            else at + 1
        )
        alone = low in ("one", "another") or low.endswith(("one", "body"))
        name = self.roles.span(at, last).lower()
        name = self._one_of(at) or name if low == "one" and last == at + 1 else name
        cluster = self._new(Cluster("person" if alone else "group", name, plural=not alone))
        return self.mention(cluster, at, last, at, "description")

    def _further(self, at: int, low: str) -> Cluster | None:
        """One more of the people or bodies just named: "Two banks paid. A third refused" is a third bank."""
        one = self._one_of(at)
        if (
            one is None
            or self.roles.text(at - 1).lower() not in ("a", "the")
            or self.roles.text(at + 1) == "of"
        ):
            return None
        noun = nouns().get(one.split()[-1])
        kind = noun.kind if noun is not None else "person"
        cluster = self._new(Cluster(kind, one.replace("one ", f"{low} ", 1)))
        return self.mention(cluster, at - 1, at + 1, at, "description")

    def _one_of(self, at: int) -> str | None:
        """Who "one" is by the people just named: "Dealers doubted it; one called it a joke" is one dealer."""
        here = self.roles.sentence(at)
        near = [c for c, head in self.recent[-12:] if c.plural and here - self.roles.sentence(head) < 2]
        titles = [title for c in near[-1:] if not c.members for title in c.titles]
        if not titles:
            return None
        *before, noun = (w for w in titles[-1].split() if not w[:1].isdigit() and w not in words("numbers"))
        return " ".join(["one", *before, singular(noun)])


def _rebellious(cluster: Cluster) -> bool:
    """Whether a body was called one of rebels: "the rebel Hill Party"."""
    return cluster.kind == "organization" and any(
        "rebel" in title.lower().split() for title in cluster.titles
    )


@cache
def _fighting(noun: str | None) -> frozenset[str]:
    """The words for fighters beside which a text may use this one; none where it is no such word."""
    sorts = (frozenset(map(singular, words(sort))) for sort in ("insurgents", "raiders"))
    return next((sort for sort in sorts if noun in sort), frozenset())


def _foremost(members: list[Cluster], acts: dict[Cluster, bool], count: int) -> list[Cluster]:
    """Of too many in one sentence the ones that act, not what they speak of."""
    acting = [c for c in members if acts[c]]
    return acting if len(acting) == count else members[-count:]
