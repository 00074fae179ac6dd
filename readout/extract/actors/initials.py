"""Short names of bodies: "the GTU" after "the Grain Traders' Union", "(Tamab)" behind the full name."""

from __future__ import annotations

from collections.abc import Iterator

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.ledger import Ledger, key_of
from readout.extract.actors.phrase import Phrase
from readout.knowledge import Body

BODIES = ("organization", "government", "publisher")
LONGEST = 7


class Initials(Ledger):
    """Finds bodies by their letters and full names by the letters that came first."""

    def _shortening(self, phrase: Phrase) -> Cluster | None:
        """The body of a short name: whose name stands before the bracket, or whose letters fit."""
        if not phrase.named or phrase.noun or phrase.title or phrase.name is None:
            return None
        said = self._text(phrase)
        if " " in said:
            return None
        held = self.short.get(said) or self._bracketed(phrase, said) or self._known_as(phrase)
        if held is not None:
            self.short[said] = held
            return held
        spelled = isinstance(phrase.entry, Body) and len(said) > 2 and said not in self.known_letters
        if spelled and isinstance(phrase.entry, Body):
            self.known_letters.add(said)
        return self._initialled(said) if phrase.entry is None or spelled else None

    def _bracketed(self, phrase: Phrase, said: str) -> Cluster | None:
        assert phrase.name is not None
        first, last = phrase.name
        if self.roles.text(first - 1) != "(" or self.roles.text(last) != ")":
            return None
        before = (c for c, _ in reversed(self.recent[-4:]) if any(at[1] == first - 1 for at in c.at))
        body = next((c for c in before if c.kind in BODIES and not c.plural), None)
        return body if body is not None and any(abridges(said, name) for name in self._names(body)) else None

    def _known_as(self, phrase: Phrase) -> Cluster | None:
        """The body whose other name follows: "the UN mission, known as Unoram"."""
        assert phrase.name is not None
        at = phrase.name[0]
        if self.roles.text(at - 2).lower() != "known" or self.roles.text(at - 1).lower() != "as":
            return None
        end = at - 3 if self.roles.text(at - 3) == "," else at - 2
        before = (c for c, _ in reversed(self.recent[-4:]) if any(said[1] == end for said in c.at))
        held = next((c for c in before if c.kind in BODIES and not c.plural), None)
        if held is not None and not held.named and held.entry is None:
            held.name, held.named = self._text(phrase), True
        return held

    def _initialled(self, said: str) -> Cluster | None:
        """The one body whose name has these letters: "BPC" is the Border Police Corps."""
        if not (1 < len(said) <= LONGEST and said.isupper() and said.isalpha()):
            return None
        bodies = (c for c in self.clusters if c.kind in BODIES and c.at and not c.plural)
        fits = [c for c in bodies if any(said in _letters(name) for name in self._names(c))]
        return fits[0] if len(fits) == 1 else None

    def _spelled(self, name: str) -> Cluster | None:
        """The body that was called by its letters before: "the GTU", then the Grain Traders' Union."""
        for said in sorted(_letters(name)):
            held = self.by_name.get(key_of(said)) if len(said) > 2 else None
            if held is not None and held.name == said and held.kind in BODIES and held.entry is None:
                held.name = name
                return held
        return None

    def _names(self, cluster: Cluster) -> Iterator[str]:
        yield cluster.name
        yield from (self.roles.span(first, last) for first, last, _, kind in cluster.at if kind == "name")


def _letters(name: str) -> set[str]:
    """The letters that a name may be called by, with and without its small words."""
    words = [word for word in name.replace("-", " ").split() if word.lower() != "the" and word[0].isalpha()]
    capitals = [word for word in words if word[0].isupper()]
    if len(capitals) < 2:
        return set()
    return {"".join(word[0] for word in chosen).upper() for chosen in (words, capitals)}


def abridges(said: str, name: str) -> bool:
    """Whether a word has its letters from a longer name: "Tamab" from "Tobacco Marketing Board"."""
    left = iter(name.lower().removeprefix("the "))
    return len(name) > len(said) + 3 and all(letter in left for letter in said.lower() if letter.isalpha())
