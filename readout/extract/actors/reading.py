"""The ground of the grammar: the atoms of a text, and what the words before a head say."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.actors.atom import Atom, spelt
from readout.extract.actors.lexicon import nouns, short_titles, singular, words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.roles import Roles
from readout.knowledge import Body, Country, Knowledge
from readout.model.analysis import Analysis

BRANCHES = frozenset({"red cross", "red crescent", "caritas", "greenpeace"})
"""Bodies of the world that each country has its own of."""


class Reading:
    """Holds the atoms and the phrases of one text."""

    def __init__(self, roles: Roles, analysis: Analysis, knowledge: Knowledge, found: Sequence[Atom]) -> None:
        self.text = roles.document.text
        self.words = analysis.words
        self.knowledge = knowledge
        self.atoms = found
        self.letters = spelt(found)
        self.labels = {i: e.label for e in analysis.entities for i in range(e.first, e.last)}
        self.opening = roles.opening
        self.phrases: list[Phrase] = []

    def _said(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        first, last = self.words[self.atoms[start].first], self.words[self.atoms[end - 1].last - 1]
        return " ".join(self.text[first.start : last.end].split())

    def _country(self, start: int, end: int) -> tuple[str | None, str]:
        """The country that an adjective or a country's name before the noun says, and the word."""
        for at, atom in enumerate(self.atoms[start:end], start):
            if atom.letter == "J" and self._joined_on(at, end):
                continue
            if atom.letter in "JCL" and atom.candidate and isinstance(atom.candidate.entry, Country):
                return atom.candidate.country or None, atom.candidate.name
            if atom.letter == "J":
                return None, self.words[atom.first].text
        return None, ""

    def _joined_on(self, at: int, end: int) -> bool:
        """Whether an adjective only opens another: "German-born", "Russian-backed", no "French-German"."""
        after = self.atoms[at + 1 : min(at + 3, end)]
        apart = len(after) == 2 and after[0].letter == "-" and after[1].letter in "n."
        return apart and self.words[after[1].first].text.lower() not in words("of_a_land")

    def _before(self, phrase: Phrase, start: int, end: int) -> None:
        """What the words before the head say: country, known body ("White House spokesman")."""
        phrase.country, phrase.adjective = self._country(start, end)
        phrase.country = phrase.country or self._town(phrase, start, end)
        for i in range(start, end):
            if self.atoms[i].letter == "B" and self._society(i, end):
                continue
            if self.atoms[i].letter == "B":
                phrase.body = self._known(i, i + 1)
                self._keep(phrase.body)
            elif self.atoms[i].letter == "C":
                self._keep(self._known(i, i + 1))
            elif self.atoms[i].letter == "G" and phrase.noun in words("voices") and not phrase.body:
                phrase.body = self._spoken_for(start, i + 1)

    def _society(self, at: int, end: int) -> bool:
        """Whether a body of the world only opens a country's own: "the Kenya Red Cross Society"."""
        said = self.atoms[at].candidate
        told = end < len(self.atoms) and self.words[self.atoms[end].first].text == "Society"
        return told and at == end - 1 and said is not None and said.name.lower() in BRANCHES

    def _spoken_for(self, start: int, end: int) -> Phrase | None:
        """The body in a spokesperson's title: "Chinese Foreign Ministry spokesperson".

        A bare "Department Spokesperson" tells of none.
        """
        alone = end - start == 1 and self.words[self.atoms[start].first].text[:1].isupper()
        alone = alone or self.atoms[end - 1].lemma(self.words) == "opposition"
        body = None if alone else self._body(start, end)
        if body is not None:
            body.determiner = "the"
            self._keep(body)
        return body

    def _body(self, start: int, end: int) -> Phrase | None:
        """The phrase of a body's noun; how it is read is known further down."""
        raise NotImplementedError

    def _town(self, phrase: Phrase, start: int, end: int) -> str | None:
        """The country of the town or state that police, courts and governors are of: "a Moscow court"."""
        noun = nouns().get(phrase.noun or "")
        if noun is None or not (noun.sector in ("COP", "JUD") or phrase.noun in words("of_places")):
            return None
        towns = (a.candidate.country for a in self.atoms[start:end] if a.letter in "KY" and a.candidate)
        return next(towns, None)

    def _known(self, start: int, end: int) -> Phrase | None:
        atom = self.atoms[end - 1]
        entry = atom.candidate.entry if atom.candidate else None
        self._inner(start, end - 1)
        kinds = {"C": "country", "K": "capital", "Y": "city"}
        if isinstance(entry, Country):
            country = entry.iso3 or None
            return Phrase(
                atom.first,
                atom.last,
                atom.last - 1,
                kinds[atom.letter],
                (atom.first, atom.last),
                country=country,
                entry=entry,
            )
        if isinstance(entry, Body) and (branch := self._branch(start, end)) is not None:
            return branch
        if isinstance(entry, Body):
            return Phrase(
                atom.first,
                atom.last,
                atom.last - 1,
                entry.kind,
                (atom.first, atom.last),
                country=entry.country,
                entry=entry,
                title=self._said(start, end - 1),
            )
        return None

    def _branch(self, start: int, end: int) -> Phrase | None:
        """A country's own society of a body of the world: "the Kenya Red Cross"."""
        atom = self.atoms[end - 1]
        before = self.atoms[end - 2] if end - start > 1 else None
        if before is None or before.letter not in "CJ" or before.candidate is None:
            return None
        if atom.candidate is None or atom.candidate.name.lower() not in BRANCHES:
            return None
        name, opens = (before.first, atom.last), self.atoms[start].first
        return Phrase(opens, atom.last, atom.last - 1, "organization", name, country=before.candidate.country)

    def _inner(self, start: int, end: int) -> None:
        """Names inside a phrase that itself is nobody: "Malta" in "the Malta debate"."""
        for i in range(start, end):
            if self.atoms[i].letter in "CBP":
                self._keep(
                    self._known(i, i + 1) if self.atoms[i].letter != "P" else self._person(i, i, i + 1)
                )

    def _keep(self, phrase: Phrase | None) -> None:
        if phrase:
            phrase.inner = True
            self.phrases.append(phrase)

    def _joined(self, phrase: Phrase, start: int) -> None:
        """People of several countries: "the Thai and Cambodian prime ministers" are no one country's."""
        if not phrase.plural:
            return
        at, lands = start, [phrase.country] if phrase.country else []
        while lands and at > 1 and self.atoms[at - 1].letter in "A," and self.atoms[at - 2].letter in "JC":
            before = self.atoms[at - 2].candidate
            lands.insert(0, before.country if before and before.country else "")
            at -= 2
        if len(lands) > 1:
            at -= at > 0 and self.atoms[at - 1].letter == "D"
            phrase.first, phrase.country, phrase.adjective = self.atoms[at].first, None, ""
            phrase.lands = tuple(filter(None, lands))
            phrase.determiner = self.words[phrase.first].text.lower() if self.letters[at] == "D" else ""

    def _person(self, start: int, name: int, end: int) -> Phrase:
        """A person's name with what stands before it: "Ukrainian President Olha Bondar"."""
        atom = self.atoms[name]
        noun = next((a for a in reversed(self.atoms[start:name]) if a.letter in "TG"), None)
        phrase = Phrase(
            self.atoms[start].first,
            self.atoms[end - 1].last,
            atom.first,
            "person",
            (atom.first, self.atoms[end - 1].last),
            title=self._said(start, name),
            noun=self._post(noun) if noun else self._rank(start, name),
            entry=atom.candidate.entry if atom.candidate and name + 1 == end else None,
            several=noun is not None and self._post(noun) is not None and self._many(noun),
        )
        if phrase.several and noun is not None:
            phrase.title = _single(phrase.title, self.words[noun.first].text, phrase.noun or "")
        self._before(phrase, start, name)
        return phrase

    def _rank(self, start: int, name: int) -> str | None:
        """The rank or office that is cut short before a name: "Lt. Gen. Tor Vik" is a general."""
        said = (self.words[atom.first].text.lower().rstrip(".") for atom in self.atoms[start:name])
        held = [short_titles()[word] for word in said if word in short_titles()]
        return held[-1] if held else None

    def _post(self, atom: Atom) -> str | None:
        """The post that a noun before a name says; "Presidents Ama Boateng and Kofi Mensah" are each one."""
        said = self.words[atom.first].text
        lemma = singular(said)
        alone = lemma.removesuffix("s") if atom.letter == "G" else lemma
        known = nouns().get(alone)
        return alone if known is not None and known.kind == "person" else None

    def _many(self, atom: Atom) -> bool:
        """Whether a title is a plural: "Presidents"."""
        said = self.words[atom.first].text.lower()
        return said.endswith("s") and said != self._post(atom)

    def _capital(self, at: int) -> bool:
        atom = self.atoms[at]
        return (atom.letter in "NGTPM" and self.words[atom.first].text[:1].isupper()) or atom.letter == "-"


def _single(title: str, plural: str, noun: str) -> str:
    """A title in the singular: "Foreign Ministers" is "Foreign Minister"."""
    opening, _, rest = title.rpartition(plural)
    return f"{opening}{noun.title() if plural[:1].isupper() else noun}{rest}"
