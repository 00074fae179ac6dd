"""Whose phrase it is: people, by name, by description, by what stands beside the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.lexicon import nouns, title_sectors, words
from readout.extract.actors.phrase import Phrase
from readout.knowledge import Knowledge, Person, Term
from readout.knowledge.spelling import folded

STATE_BANK = re.compile(r"\b(central|national|reserve|state|people's) bank\b")
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "COP", "JUD"})
BARE = frozenset({"hand", "own", "factbook"})


def sector_of(phrase: Phrase) -> str | None:
    """The sector that a person's title says: "army spokesman" is MIL, "police chief" COP."""
    if phrase.noun == "counterpart" or (
        phrase.noun == "deputy" and (phrase.owned or phrase.pronoun is not None)
    ):
        return "GOV"
    rank = _rank(phrase.title)
    noun = nouns().get(phrase.noun or "")
    if noun is None or rank == "LEG":
        return rank
    if phrase.noun == "general" and re.search(
        r"\b(attorney|secretary|director|consul|solicitor)[ -]general", phrase.title, re.I
    ):
        return "GOV"
    titled = _titled(phrase.title.lower())
    if titled is not None:
        return titled
    for word in STATE_BANK.sub("", phrase.title.lower()).split():
        other = nouns().get(word)
        if other and other.kind in ("government", "organization") and other.sector:
            return other.sector
    return noun.sector or rank


@lru_cache(maxsize=10_000)
def _rank(title: str) -> str | None:
    """The sector of a rank or office cut short: "Lt. Gen."."""
    return next((RANKS[w] for w in title.lower().replace(".", "").split() if w in RANKS), None)


@lru_cache(maxsize=10_000)
def _titled(title: str) -> str | None:
    """What a title in small letters says beyond its noun; the same titles come again and again."""
    return next((sector for said, sector in title_sectors() if said.search(title)), None)


def official(phrase: Phrase) -> bool:
    """Whether a title is one of a state that the text need not name: "the fisheries minister"."""
    low = STATE_BANK.sub("", phrase.title.lower())
    if words("private") & set(low.split()):
        return False
    if re.search(r"\b(secretary|director)[ -]general\b", low):
        return False
    if set(low.replace(".", "").split()) & RANKS.keys():
        return True
    stately = any(
        w in low
        for w in (
            "minister",
            "president",
            "envoy",
            "ambassador",
            "secretary",
            "governor",
            "general",
            "national security",
            "crown prince",
        )
    )
    chief = sector_of(phrase) in ("MIL", "COP", "LEG") and phrase.noun in words("chiefs")
    chief = chief or (sector_of(phrase) == "GOV" and phrase.noun == "head" and " of the " in low)
    return sector_of(phrase) in OFFICIAL and (stately or chief or phrase.noun in words("stately"))


RANKS = {
    "rep": "LEG",
    "sen": "LEG",
    "gov": "GOV",
    "gen": "MIL",
    "col": "MIL",
    "lt": "MIL",
    "maj": "MIL",
    "capt": "MIL",
    "sgt": "MIL",
    "adm": "MIL",
    "brig": "MIL",
}


def office(noun: str | None, title: str) -> str | None:
    """The noun of a title; a prime minister's is another office than a minister's."""
    low = title.lower().replace("-", " ")
    prime = noun == "minister" and "prime minister" in low and "deputy" not in low
    return "prime minister" if prime else noun


class Register:
    """The people of one text by the words of their names."""

    def __init__(self, knowledge: Knowledge, date: str | None, home: str | None = None) -> None:
        self.knowledge = knowledge
        self.home = home
        self.mentioned: frozenset[str | None] = frozenset()
        self.date = date
        self.by_word: dict[str, list[Cluster]] = {}

    def find(self, name: str, sex: str | None = None, noun: str | None = None) -> Cluster | None:
        """The person of a name or a part of it: "Okafor" after "Ada Okafor"; the latest mentioned first.

        "Ms. Okafor" is no man, and "President Okafor" rather the one who is called a president.
        """
        parts = _parts(name)
        if not parts:
            return None
        held = [c for c in self.by_word.get(parts[-1], ()) if _agrees(parts, _parts(c.name))]
        if not held and len(parts) == 1:
            return None
        held = held or [c for c in self.by_word.get(parts[0], ()) if _agrees(parts, _parts(c.name))]
        held = [c for c in held if sex is None or c.gender in (None, sex)]
        full = [c for c in held if folded(c.name) == folded(name)]
        titled = [c for c in held if noun in c.nouns]
        pool = full or titled or held
        return max(pool, key=lambda c: c.at[-1][0] if c.at else -1) if pool else None

    def enter(self, cluster: Cluster) -> None:
        """Makes a person findable by each word of the name."""
        for part in _parts(cluster.name):
            held = self.by_word.setdefault(part, [])
            if cluster not in held:
                held.append(cluster)

    def rename(self, cluster: Cluster, name: str) -> None:
        """Takes a fuller name over."""
        fuller = len(_parts(name)) > len(_parts(cluster.name))
        if not cluster.named or fuller or (cluster.lent and len(_parts(name)) > 1):
            cluster.name, cluster.named, cluster.lent = name, True, False
        self.enter(cluster)

    def known(
        self, name: str, country: str | None, chief: str | None = None
    ) -> tuple[Person, Term | None] | None:
        """The one well-known person of a name, with the office held on the date; None when unsure.

        ``chief``: the highest office that the text gives, which tells one of a short name: "President Lee".
        """
        single = " " not in name
        found = self.knowledge.surnamed(name, self.date) if single else self.knowledge.persons(name)
        if single and not self.date:
            return None
        fits = [
            p for p in found if country is None or any(t.country == country for t in p.terms) or _of_body(p)
        ]
        fits = [p for p in fits if any(t.source in BARE for t in p.terms) or p.at(self.date)]
        current = [p for p in fits if p.at(self.date)] or fits
        if single and chief:
            current = [p for p in current if any(t.office == chief for t in p.at(self.date))] or current
        if len(current) != 1:
            return None
        person = current[0]
        held = person.at(self.date)
        if single and chief and country is None and held and held[0].office == chief:
            return person, held[0]
        if single and country is None and not (held and {held[0].country, held[0].body} & self.mentioned):
            return None
        if not single and country is None and not any(t.source in BARE for t in person.terms):
            return (person, held[0]) if held and held[0].country == self.home else None
        return person, held[0] if held else None


def _of_body(person: Person) -> bool:
    return any(t.body for t in person.terms)


@lru_cache(maxsize=10_000)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name that are no courtesies; the same names come again and again."""
    return tuple(w for w in folded(name).replace("'s", "").split() if w.rstrip(".") not in words("courtesy"))


def _agrees(said: Sequence[str], held: Sequence[str]) -> bool:
    """Whether one name's words are all in the other's, in order: "Keita" in "Amadou Keita"."""
    short, long = (said, held) if len(said) <= len(held) else (held, said)
    left = iter(long)
    if all(any(word == other for other in left) for word in short):
        return True
    return (
        len(said) == len(held) == 2
        and said[-1] == held[-1]
        and (said[0][0] == held[0][0])
        and min(len(said[0]), len(held[0])) == 1
    )
