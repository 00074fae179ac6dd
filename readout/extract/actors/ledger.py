"""What has been read so far: the actors in the making and the ways to find them again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.home import land
from readout.extract.actors.lexicon import words
from readout.extract.actors.naming import of_a_part
from readout.extract.actors.people import OFFICIAL, Register
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.roles import Roles
from readout.knowledge import Body, Knowledge, Person
from readout.knowledge.spelling import folded
from readout.model.actor import MentionKind

MEDIA = {
    **dict.fromkeys(("newspaper", "paper", "daily", "weekly"), "paper"),
    **dict.fromkeys(("station", "broadcaster", "radio", "channel"), "air"),
    **dict.fromkeys(("agency", "wire"), "wire"),
    **dict.fromkeys(("site", "website"), "web"),
}
"""What sort of medium a noun for a publisher tells."""
REMEMBERED = 10_000
"""Names whose key is remembered."""
SIGHT = 4
"""How many sentences back a body may be that another description takes up."""
WIRES = frozenset(
    {"Reuters", "Agence France-Presse", "The Associated Press", "Associated Press", "Bloomberg"}
)


class Ledger:
    """The actors of one text as they come up, by name, by noun, by country."""

    def __init__(
        self, knowledge: Knowledge, roles: Roles, date: str | None, home: str | None, local: dict[int, str]
    ) -> None:
        self.knowledge, self.roles, self.home, self.local = knowledge, roles, home, local
        self.people = Register(knowledge, date, home)
        self.clusters: list[Cluster] = []
        self.mentioned: frozenset[str | None] = frozenset()
        self.told: frozenset[str | None] = frozenset()
        self.titled: frozenset[str | None] = frozenset()
        self.by_name: dict[str, Cluster] = {}
        self.by_entry: dict[str, Cluster] = {}
        self.by_noun: dict[str, list[Cluster]] = {}
        self.lands: dict[str, Cluster] = {}
        self.done: dict[int, Cluster | None] = {}
        self.heads: dict[int, Cluster] = {}
        self.documents: dict[str, Cluster] = {}
        self.places: dict[int, list[Phrase]] = {}
        self.short: dict[str, Cluster] = {}
        self.known_letters: set[str] = set()
        self.cover: dict[int, Cluster] = {}
        self.labels: dict[str, Cluster] = {}
        self.others: dict[tuple[int, str | None], Cluster] = {}
        self.recent: list[tuple[Cluster, int]] = []
        self.namesakes: set[tuple[str, str]] = set()
        self.heading = (0, 0)
        self.likely: Callable[[int], dict[int, float]] = lambda _: {}
        self.host: Callable[[int], str | None] = lambda _: None
        self.turn_of: Callable[[int], Cluster | None] = lambda _: None

    def take(self, phrase: Phrase) -> Cluster | None:
        """The actor of a phrase; what kinds of phrases there are is known further down."""
        raise NotImplementedError

    def mention(
        self, cluster: Cluster, first: int, last: int, head: int, kind: MentionKind, fresh: bool = True
    ) -> Cluster:
        """Adds a mention and, where it is ``fresh``, remembers that it was the latest."""
        cluster.add(first, last, head, kind)
        self.heads[head] = cluster
        for at in range(first, last):
            self.cover[at] = cluster
        if fresh:
            self.recent.append((cluster, head))
        return cluster

    def country(self, code: str) -> Cluster:
        """The actor of a country."""
        if code not in self.lands:
            country = land(self.knowledge, code)
            name = country.name if country else code
            self.lands[code] = self._new(Cluster("country", name, code, named=True))
        return self.lands[code]

    def _latest(self, noun: str) -> list[Cluster]:
        held = self.by_noun.get(noun, [])
        return sorted(held, key=lambda c: -c.at[-1][0] if c.at else 0)

    def _same_kind(self, noun: str, country: str | None = None) -> Cluster | None:
        """The body that "the ministry", "the company" or "the bloc" takes up; one of the country first."""
        pool = (
            [c for other in words("armed") for c in self._latest(other)]
            if noun in words("armed")
            else self._latest(noun)
        )
        pool = [c for c in pool if not c.plural]
        if noun == "government":
            pool = [c for c in pool if not all(map(of_a_part, c.titles)) or not c.titles]
        pool = [c for c in pool if country and c.country == country] or pool
        found = self._foremost_body(pool) if noun in words("loose") else max(pool, key=_last, default=None)
        if found is None and noun in words("loose"):
            kinds = (
                ("organization", "government")
                if noun in ("body", "agency", "watchdog")
                else ("organization",)
            )
            pool = [c for c in self.clusters if c.kind in kinds and c.named and c.at and not c.plural]
            pool = pool or [c for c in self.clusters if c.kind == "organization" and c.at and not c.plural]
            pool = [c for c in pool if not (noun in words("firms") and _of_states(c))]
            pool = [c for c in pool if not _of_another_sort(c, noun)]
            found = self._foremost_body([c for c in pool if noun != "bloc" or _with_members(c)])
        if found is None and noun in (
            "newspaper",
            "paper",
            "agency",
            "site",
            "website",
            "station",
            "broadcaster",
            "outlet",
        ):
            media = (c for c, _ in reversed(self.recent) if c.kind == "publisher")
            found = next((c for c in media if noun == "outlet" or not _other_medium(c, noun)), None)
            found = found or self._reporting()
        return found

    def _reporting(self) -> Cluster | None:
        """Who has reported something last, of whom nothing else is known: "El Faro reports that …"."""
        for cluster, head in reversed(self.recent[-12:]):
            verb = self.roles.governor(head)
            unknown = (
                cluster.kind == "organization" and cluster.named and not (cluster.nouns or cluster.entry)
            )
            if unknown and verb is not None and verb.lemma in ("report", "write", "publish", "say"):
                return cluster if self.roles.role(head) == "nsubj" else None
        return None

    def _foremost_body(self, pool: list[Cluster]) -> Cluster | None:
        """The body mentioned last; of several in its sentence the one that leads it."""
        found = max(pool, key=_last, default=None)
        if found is None:
            return None
        here = self.roles.sentence(found.at[-1][2])
        led = (
            c
            for c in pool
            for _, _, head, _ in c.at
            if self.roles.sentence(head) == here and self.roles.role(head) == "nsubj"
        )
        return next(led, found)

    def told_again(self, phrase: Phrase) -> Cluster | None:
        """The body with a name that "the Danish company" or "the aid group" takes up, with words of its own.

        Of the last sentences the only one that it can be: of no other country, no body of states for a firm.
        """
        noun, here = phrase.noun or "", self.roles.sentence(phrase.head)
        pool = [c for c in self.clusters if c.kind == "organization" and c.named and not c.plural and c.at]
        own = [c for c in pool if phrase.country and c.country == phrase.country]
        if len(own) == 1 and not self._named_beside(own[0], phrase):
            return own[0]
        pool = [c for c in pool if here - self.roles.sentence(c.at[-1][2]) <= SIGHT]
        pool = [c for c in pool if phrase.country in (None, c.country) or (c.country is None and not c.body)]
        pool = [c for c in pool if not (noun in words("firms") and _of_states(c))]
        pool = [c for c in pool if not self._named_beside(c, phrase)]
        return pool[0] if len(pool) == 1 else None

    def _named_beside(self, cluster: Cluster, phrase: Phrase) -> bool:
        """Whether the sentence has named a body before: "Alba sued the Danish company".

        "Alba will close two shops, the Danish company said" tells of one.
        """
        here, verb = self.roles.sentence(phrase.head), self.roles.governor(phrase.head)
        says = verb is not None and verb.lemma in words("speech") and self.roles.role(phrase.head) == "nsubj"
        same = [head for _, _, head, _ in cluster.at if self.roles.sentence(head) == here]
        return any(not says or self.roles.governor(head) is verb for head in same)

    def shortened(self, name: str) -> Cluster | None:
        """The organisation whose name begins with these words: "Brenner" after "Brenner Cement".

        "The General Court" after "the General Court of the European Union", "the Tigers" for Tamil Tigers.
        """
        if not name[:1].isupper() or name.lower() in words("things"):
            return None
        opening = f"{name} "
        held = [
            c
            for c in self.clusters
            if c.named and c.kind in ("organization", "publisher") and c.name.startswith(opening) and c.at
        ]
        if len(held) == 1 and not isinstance(held[0].entry, Body):
            return held[0]
        if name.endswith("s") and " " not in name:
            ended = [c for c in self.clusters if c.named and not c.human and c.name.endswith(f" {name}")]
            if len(ended) == 1:
                return ended[0]
        whole = [c for c in self.clusters if " " in name and c.name.startswith(f"{opening}of ") and c.at]
        return whole[0] if len(whole) == 1 else None

    def side_of(self, phrase: Phrase) -> str | None:
        """The country of whom the sentence tells before a bare "the military": of its last official."""
        sentence = self.roles.sentence(phrase.head)
        for cluster, head in reversed(self.recent[-8:]):
            serves = cluster.sector in OFFICIAL | {"OPP", "PTY"} or isinstance(cluster.entry, Person)
            here = self.roles.sentence(head) == sentence and cluster.human
            if here and serves and cluster.country:
                return cluster.country
        return None

    def _noun(self, cluster: Cluster) -> None:
        for noun in cluster.nouns:
            held = self.by_noun.setdefault(noun, [])
            if cluster not in held:
                held.append(cluster)

    def _new(self, cluster: Cluster) -> Cluster:
        self.clusters.append(cluster)
        self.by_name.setdefault(key_of(cluster.name), cluster)
        if cluster.kind == "person" and cluster.named:
            self.people.enter(cluster)
        return cluster

    def _mention_phrase(self, cluster: Cluster, phrase: Phrase, kind: MentionKind) -> Cluster:
        whole = (phrase.first, phrase.last)
        first, last = (phrase.name or whole) if kind in ("name", "metonym") else whole
        if kind == "name" and phrase.kind not in ("unknown", "country") and phrase.named:
            first = min(first, phrase.first)
            last = max(last, phrase.last) if phrase.kind != "person" else last
        return self.mention(cluster, first, last, phrase.head, kind, not phrase.inner)

    def _text(self, phrase: Phrase) -> str:
        assert phrase.name is not None
        return self.roles.span(*phrase.name)


@lru_cache(maxsize=REMEMBERED)
def key_of(name: str) -> str:
    """What a name is found by, however it is spelled: the ministries of "Defense" and "Defence" are one."""
    low = folded(name)
    for american, british in (("defense", "defence"), ("labor", "labour"), ("center", "centre")):
        low = low.replace(american, british)
    return low


def _last(cluster: Cluster) -> int:
    return cluster.at[-1][0] if cluster.at else -1


def _other_medium(cluster: Cluster, noun: str) -> bool:
    """Whether a publisher is known to be no such thing: a wire is no station, a paper no agency."""
    said = cluster.nouns & MEDIA.keys() if cluster.entry is None else set()
    apart = bool(said) and all(MEDIA[other] != MEDIA[noun] for other in said)
    return apart or (cluster.name in WIRES and MEDIA[noun] != "wire")


def _of_another_sort(cluster: Cluster, noun: str) -> bool:
    """Whether a body has been called something that this noun is not: a charity is no firm."""
    firm, other = cluster.nouns & words("firms"), cluster.nouns & words("unsold")
    return bool(other and not firm) if noun in words("firms") else bool(firm) and noun in words("unsold")


def _of_states(cluster: Cluster) -> bool:
    return isinstance(cluster.entry, Body) and (cluster.entry.code or "").startswith("IGO")


def _with_members(cluster: Cluster) -> bool:
    return isinstance(cluster.entry, Body) and bool(cluster.entry.members)
