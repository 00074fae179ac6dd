"""Noun phrases that may stand for someone, read from the atoms by a small grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readout.extract.actors.atoms import Atom
from readout.extract.actors.beside import Beside
from readout.extract.actors.lexicon import nouns, singular, words
from readout.extract.actors.phrase import Phrase
from readout.knowledge import Body, Country, Knowledge, Person
from readout.model.analysis import Analysis
from readout.model.document import Document

RUN = re.compile(r"(?:[DHJnTGCKYBPLNM]|(?<=[JnTGCKYBPLN])-(?=[JnTGCKYBPLN])|(?<=[JnTGCKYBPLN])S)+")


class Grammar:
    """Reads the phrases of one text."""

    def __init__(
        self, document: Document, analysis: Analysis, knowledge: Knowledge, found: Sequence[Atom]
    ) -> None:
        self.text = document.text
        self.words = analysis.words
        self.knowledge = knowledge
        self.atoms = found
        self.letters = "".join(atom.letter for atom in found)
        self.labels = {i: e.label for e in analysis.entities for i in range(e.first, e.last)}
        self.phrases: list[Phrase] = []

    def read(self) -> list[Phrase]:
        """All phrases, in order of their first words; the ones inside others among them."""
        for run in RUN.finditer(self.letters):
            for start, end in self._broken(run.start(), run.end()):
                self._phrase(start, end)
        beside = Beside(self.words, self.atoms, self.phrases)
        beside.attach()
        beside.surnames()
        for phrase in self.phrases:
            phrase.head = self._governed(phrase)
        return sorted(self.phrases, key=lambda p: (p.first, p.last))

    def _governed(self, phrase: Phrase) -> int:
        """The word that the rest of the sentence governs: "Secretary" in "Secretary Ann Lee spoke"."""
        first, last = phrase.first, max(phrase.last, phrase.first + 1)
        outer = [
            i
            for i in range(first, last)
            if not first <= self.words[i].head < last and self.words[i].upos != "PUNCT"
        ]
        if phrase.head in outer and len(outer) == 1:
            return phrase.head
        ranked = [
            i
            for i in outer
            if self.words[i].deprel.partition(":")[0] in ("nsubj", "obj", "obl", "iobj", "nmod")
        ]
        return ranked[0] if ranked else outer[0] if outer else phrase.head

    def _broken(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A run cut where a new phrase must begin: at an article or a possessive, at a line's end."""
        at = start
        for i in range(start + 1, end):
            before, after = self.atoms[i - 1], self.atoms[i]
            gap = self.text[self.words[before.last - 1].end : self.words[after.first].start]
            split = after.letter in "DH" or "\n" in gap
            if split or (before.letter in "CKY" and after.letter == "J"):
                yield at, i
                at = i
        yield at, end

    def _phrase(self, start: int, end: int) -> Phrase | None:
        """The phrase of the atoms ``start`` to ``end``; what owns it is a phrase of its own."""
        owner = None
        marks = [i for i in range(start, end) if self.atoms[i].letter == "S"]
        if marks:
            owner = self._phrase(start, marks[-1])
            core, opens = marks[-1] + 1, self.atoms[start].first
            if core >= end:
                return owner
        else:
            core, opens = start, None
        phrase = self._core(core, end)
        if phrase:
            phrase.owner = owner
            if opens is not None:
                phrase.first = opens if not phrase.named or phrase.kind != "person" else phrase.first
                phrase.determiner, phrase.owned = phrase.determiner or "the", True
            self.phrases.append(phrase)
        return phrase

    def _core(self, start: int, end: int) -> Phrase | None:
        determiner, pronoun = "", None
        begin = start
        while start < end and self.atoms[start].letter in "DH":
            atom = self.atoms[start]
            determiner = self.words[atom.first].text.lower()
            pronoun = atom.first if atom.letter == "H" else None
            start += 1
        if start >= end:
            return None
        while end - start > 1 and self.atoms[end - 1].letter == "n" and self._trails(end - 1):
            end -= 1
        phrase = self._tail(start, end)
        if phrase:
            phrase.determiner, phrase.pronoun = determiner, pronoun
            if not phrase.named or phrase.kind != "person":
                phrase.first = self.atoms[begin].first
        return phrase

    def _suffix(self, at: int) -> bool:
        """Whether a word only says that a name is a company's: "Apple Inc"."""
        return self.words[self.atoms[at].first].text.lower().rstrip(".") in words("suffixes")

    def _trails(self, at: int) -> bool:
        """Whether an adjective stands after its noun: "people familiar with the matter"."""
        word = self.words[self.atoms[at].first]
        return word.upos in ("ADJ", "VERB") and self.atoms[at - 1].letter in "TGLNCBPK"

    def _tail(self, start: int, end: int) -> Phrase | None:
        while end - start > 1 and self.atoms[end - 2].letter == "B" and self._suffix(end - 1):
            end -= 1
        last = self.atoms[end - 1]
        if last.letter == "P" and isinstance(getattr(last.candidate, "entry", None), Person):
            return self._person(start, end - 1, end)
        if last.letter in "CKY" and end - start > 1 and self._part(end - 2):
            return self._named(start, end)
        if last.letter in "CKYB":
            return self._known(start, end)
        if last.letter == "L":
            return self._people(start, end)
        if last.letter == "T" and not self._surname(end - 1):
            return self._titled(start, end)
        if last.letter == "G" and not self._surname(end - 1):
            return self._body(start, end)
        if last.letter in "NMTG":
            return self._named(start, end)
        if last.letter == "J" and end - start == 1 and self.words[last.first].upos in ("PROPN", "NOUN"):
            return None
        self._inner(start, end)
        return None

    def _part(self, at: int) -> bool:
        """Whether a place's name ends a longer name: "Harbour Watch Lagos", "Radio Djibouti"."""
        atom = self.atoms[at]
        return atom.letter == "N" or (atom.letter == "G" and self.words[atom.first].text[:1].isupper())

    def _surname(self, at: int) -> bool:
        """Whether a noun for people is somebody's name here: "John Baker", "Mary Judge"."""
        word = self.words[self.atoms[at].first]
        before = self.atoms[at - 1] if at else None
        return bool(
            before
            and before.letter in "NM"
            and word.text[:1].isupper()
            and nouns()[singular(word.text)].sector != "GOV"
            and self.labels.get(word.index) == "person"
            and self.labels.get(before.first) == "person"
        )

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

    def _known(self, start: int, end: int) -> Phrase | None:
        atom = self.atoms[end - 1]
        entry = atom.candidate.entry if atom.candidate else None
        self._inner(start, end - 1)
        kinds = {"C": "country", "K": "capital", "Y": "city"}
        if isinstance(entry, Country):
            country = atom.candidate.country if atom.candidate else None
            return Phrase(
                atom.first,
                atom.last,
                atom.last - 1,
                kinds[atom.letter],
                (atom.first, atom.last),
                country=country,
                entry=entry,
            )
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

    def _people(self, start: int, end: int) -> Phrase | None:
        atom = self.atoms[end - 1]
        word = self.words[atom.first]
        if word.xpos not in ("NNS", "NNPS", "NN", "NNP") and word.upos not in ("NOUN", "PROPN"):
            return None
        plural = word.text.endswith(("s", "men")) or word.xpos in ("NNS", "NNPS")
        return Phrase(
            self.atoms[start].first,
            atom.last,
            atom.first,
            "group" if plural else "person",
            noun=word.text,
            title=self._said(start, end),
            plural=plural,
            country=atom.candidate.country if atom.candidate else None,
        )

    def _said(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        first, last = self.words[self.atoms[start].first], self.words[self.atoms[end - 1].last - 1]
        return " ".join(self.text[first.start : last.end].split())

    def _country(self, start: int, end: int) -> tuple[str | None, str]:
        """The country that an adjective or a country's name before the noun says, and the word."""
        for atom in self.atoms[start:end]:
            if atom.letter in "JCL" and atom.candidate and atom.candidate.country:
                many = {c.iso3 for c in self._homonyms(atom)}
                return (atom.candidate.country if len(many) < 2 else None), atom.candidate.name
        return None, ""

    def _homonyms(self, atom: Atom) -> list[Country]:
        found = self.knowledge.lookup(atom.candidate.name) if atom.candidate else ()
        return [c.entry for c in found if isinstance(c.entry, Country)]

    def _before(self, phrase: Phrase, start: int, end: int) -> None:
        """What the words before the head say: country, known body ("White House spokesman")."""
        phrase.country, phrase.adjective = self._country(start, end)
        for i in range(start, end):
            if self.atoms[i].letter == "B":
                phrase.body = self._known(i, i + 1)
                self._keep(phrase.body)
            elif self.atoms[i].letter == "C":
                self._keep(self._known(i, i + 1))

    def _titled(self, start: int, end: int) -> Phrase:
        """A person or people by a common noun: "two senior Malian officials", "army chief"."""
        atom = self.atoms[end - 1]
        word = self.words[atom.first]
        lemma = singular(word.text)
        plural = lemma != word.text.lower() or word.xpos in ("NNS", "NNPS")
        phrase = Phrase(
            self.atoms[start].first,
            atom.last,
            atom.first,
            "group" if plural else "person",
            noun=lemma,
            title=self._said(start, end),
            plural=plural,
        )
        self._before(phrase, start, end - 1)
        return phrase

    def _body(self, start: int, end: int) -> Phrase | None:
        """A body or group: "the health ministry", "Kenya's Border Guard", "troops"."""
        atom = self.atoms[end - 1]
        word = self.words[atom.first]
        lemma = singular(word.text)
        noun = nouns()[lemma]
        plural = noun.kind == "group" or (word.xpos in ("NNS", "NNPS") and lemma != word.text.lower())
        phrase = Phrase(
            self.atoms[start].first,
            atom.last,
            atom.first,
            "group" if plural else noun.kind,
            noun=lemma,
            title=self._said(start, end),
            plural=plural,
        )
        self._before(phrase, start, end - 1)
        proper = self._proper(start, end)
        if proper is not None:
            phrase.name = (self.atoms[proper].first, atom.last)
        return phrase

    def _proper(self, start: int, end: int) -> int | None:
        """Where the capitalised name that ends with a body's noun begins: "Border Guard"; else None."""
        atom = self.atoms[end - 1]
        if not self.words[atom.first].text[:1].isupper():
            return None
        if atom.last - atom.first > 1:
            return end - 1
        at = end - 1
        while at > start and self._capital(at - 1):
            at -= 1
        return at if at < end - 1 else None

    def _capital(self, at: int) -> bool:
        atom = self.atoms[at]
        return (atom.letter in "NGTPM" and self.words[atom.first].text[:1].isupper()) or atom.letter == "-"

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
            noun=self._post(noun) if noun else None,
            entry=atom.candidate.entry if atom.candidate and name + 1 == end else None,
        )
        self._before(phrase, start, name)
        return phrase

    def _post(self, atom: Atom) -> str | None:
        """The post that a noun before a name says; "Presidents Ama Boateng and Kofi Mensah" are each one."""
        said = self.words[atom.first].text
        lemma = singular(said)
        alone = lemma.removesuffix("s") if atom.letter == "G" else lemma
        known = nouns().get(alone)
        return alone if known is not None and known.kind == "person" else None

    def _named(self, start: int, end: int) -> Phrase | None:
        """A capitalised run: a person, an organisation, or a place, by what precedes it and the tagger."""
        at = end - 1
        if self.atoms[at].letter in "CKY" and self.atoms[at - 1].letter == "N":
            at -= 1
        while at > start and self.atoms[at - 1].letter in "NM-":
            at -= 1
        while at < end and self.atoms[at].letter == "-":
            at += 1
        if at < end - 1 and self.atoms[at].letter == "M":
            courtesy = True
            while at < end - 1 and self.atoms[at].letter == "M":
                at += 1
        else:
            courtesy = False
        name = (self.atoms[at].first, self.atoms[end - 1].last)
        before = next((a for a in reversed(self.atoms[start:at]) if a.letter not in "M-"), None)
        kind = "person" if courtesy else self._sort(name, before)
        if kind == "person":
            return self._person(start, at, end)
        noun = singular(self.words[before.first].text) if before and before.letter == "G" else None
        if before and noun in words("starters") and self.words[before.first].text[:1].isupper():
            name = (before.first, name[1])
        phrase = Phrase(
            self.atoms[start].first, name[1], name[0], kind, name, noun=noun, title=self._said(start, at)
        )
        self._before(phrase, start, at)
        return phrase

    def _sort(self, name: tuple[int, int], before: Atom | None) -> str:
        texts = [self.words[i].text for i in range(*name)]
        if texts[0].lower() in words("things"):
            return "place"
        labels = [self.labels[i] for i in range(*name) if i in self.labels]
        label = max(set(labels), key=labels.count) if labels else ""
        if before and before.letter == "T":
            sector = nouns()[singular(self.words[before.first].text)].sector
            return "place" if label == "place" and sector in (None, "BUS", "AGR") else "person"
        if before and before.letter == "G":
            kind = nouns()[singular(self.words[before.first].text)].kind
            if kind == "group" and label == "person":
                return "person"
            return kind if kind not in ("group", "side") else "organization"
        if PARTY.match(" ".join(texts)):
            return "place"
        if before and before.letter in "CB" and self._of_office(before):
            return "person"
        if len(texts) > 1 and self.knowledge.gender(" ".join(texts)):
            return "person"
        return {"person": "person", "organization": "organization", "place": "place"}.get(label, "unknown")

    def _of_office(self, atom: Atom) -> bool:
        """Whether a body stands in an office's complement: "President of the European Council Ana Moss"."""
        at = self.atoms.index(atom)
        while at and self.letters[at - 1] == "D":
            at -= 1
        link = self.words[self.atoms[at - 1].first].text.lower() if at > 1 else ""
        return link in ("of", "to") and self.letters[at - 2] == "T"


PARTY = re.compile(r"[RDI]-[A-Z]")
