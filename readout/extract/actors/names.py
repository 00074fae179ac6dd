"""Capitalised runs: people, organisations or places, by what stands before and by the tagger."""

from __future__ import annotations

import re

from readout.extract.actors.atom import Atom
from readout.extract.actors.lexicon import nouns, ships, words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.reading import Reading

PARTY = re.compile(r"[RDI] ?- ?[A-Z]")


class Names(Reading):
    """Reads phrases whose head is a name, known or not, and bodies by their noun."""

    def _named(self, start: int, end: int) -> Phrase | None:
        """A capitalised run: a person, an organisation, or a place, by what precedes it and the tagger."""
        at = end - 1
        if self.atoms[at].letter in "CKY" and self.atoms[at - 1].letter == "N":
            at -= 1
        while at > start and (self.atoms[at - 1].letter in "NM-" or self._many_own(at)):
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
        article = at == start > 0 and self.letters[at - 1] == "D"
        kind = "person" if courtesy else self._sort(name, before, article)
        if kind == "person":
            return self._person(start, at, end)
        noun = before.lemma(self.words) if before and before.letter == "G" else None
        if before and noun in words("starters") and self.words[before.first].text[:1].isupper():
            name = (before.first, name[1])
        if before and self._begins(start, before, kind):
            name = (before.first, name[1])
        elif before and before.letter == "B" and before.last == name[0] and kind == "organization":
            first = before.first
            return Phrase(self.atoms[start].first, name[1], name[0], kind, (first, name[1]))
        phrase = Phrase(
            self.atoms[start].first, name[1], name[0], kind, name, noun=noun, title=self._said(start, at)
        )
        self._before(phrase, start, at)
        if name[1] - name[0] > 1:
            phrase.country = phrase.country or ships().get(self.words[name[0]].text)
        return phrase

    def _many_own(self, at: int) -> bool:
        """Whether people before an apostrophe are part of a name: "the Hill Farmers' Front"."""
        mark = self.words[self.atoms[at].first].text
        return mark in ("'", "’", "'s", "’s") and self.letters[at] == "-" and self._capital(at - 1)

    def _begins(self, start: int, before: Atom, kind: str) -> bool:
        """Whether a country's name is a body's first word: "the Nepal Scouts", "Kenyan Wildlife Watch"."""
        if kind != "organization":
            return False
        article = start > 0 and self.letters[start - 1] == "D"
        return (before.letter == "C" and article) or (
            before.letter == "J" and self.labels.get(before.first) == kind
        )

    def _titled_paper(self, start: int, end: int) -> Phrase | None:
        """A newspaper whose name ends in a noun for people: "the Daily Monitor", "the Sunday Observer"."""
        opens, closes = (self.words[self.atoms[i].first].text for i in (end - 2, end - 1))
        if opens.lower() not in words("papers") or not (opens[:1].isupper() and closes[:1].isupper()):
            return None
        first, last = self.atoms[end - 2].first, self.atoms[end - 1].last
        return Phrase(self.atoms[start].first, last, last - 1, "publisher", (first, last))

    def _sort(self, name: tuple[int, int], before: Atom | None, article: bool = False) -> str:
        texts = [self.words[i].text for i in range(*name)]
        if len(texts) > 1 and texts[0] in ships():
            return "organization"
        if PARTY.match(" ".join(texts)):
            return "place"
        if texts[0].lower() in words("things"):
            return "place"
        if "&" in texts or (len(texts) > 1 and texts[-1].lower() in words("closers")):
            return "organization"
        labels = [self.labels[i] for i in range(*name) if i in self.labels]
        label = max(dict.fromkeys(labels), key=labels.count) if labels else ""
        if before and before.letter == "T":
            sector = nouns()[before.lemma(self.words)].sector
            raises = before.lemma(self.words) in words("raisers") and len(texts) == 1
            if raises and label != "person" and not self.knowledge.gender(texts[0]):
                return "organization"
            return "place" if label == "place" and sector in (None, "BUS", "AGR") else "person"
        sure = before and (before.letter in "CB" or (before.letter == "G" and label == "person"))
        if before and sure and self._of_office(before):
            return "person"
        if before and before.letter == "G":
            kind = nouns()[before.lemma(self.words)].kind
            if kind == "group" and label == "person":
                return "person"
            return kind if kind not in ("group", "side") else "organization"
        if PARTY.match(" ".join(texts)):
            return "place"
        if len(texts) > 1 and not (article and label != "person") and self.knowledge.gender(" ".join(texts)):
            return "person"
        return {"person": "person", "organization": "organization", "place": "place"}.get(label, "unknown")

    def _of_office(self, atom: Atom) -> bool:
        """Whether a body stands in an office's complement: "President of the European Council Ana Moss"."""
        at = self.atoms.index(atom)
        while at and self.letters[at - 1] in "DnN":
            at -= 1
        link = self.words[self.atoms[at - 1].first].text.lower() if at > 1 else ""
        return link in ("of", "to") and self.letters[at - 2] == "T"

    def _part(self, at: int) -> bool:
        """Whether a place's name ends a longer name: "Harbour Watch Lagos", "Radio Djibouti"."""
        atom = self.atoms[at]
        return atom.letter == "N" or (atom.letter == "G" and self.words[atom.first].text[:1].isupper())

    def _body(self, start: int, end: int) -> Phrase | None:
        """A body or group: "the health ministry", "Kenya's Border Guard", "troops"."""
        atom = self.atoms[end - 1]
        word = self.words[atom.first]
        lemma = atom.lemma(self.words)
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
        phrase.country = phrase.country or (atom.candidate.country if atom.candidate else None)
        self._joined(phrase, start)
        proper, called = self._proper(start, end), self._called(start, end)
        if proper is not None:
            phrase.name = (self.atoms[proper].first, atom.last)
        elif called is not None:
            phrase.name = (self.atoms[start].first, called if lemma not in words("aired") else atom.last)
            phrase.kind = "publisher" if lemma == "agency" else phrase.kind
        if lemma == "agency" and self.words[atom.first - 1].text.lower() in ("news", "press", "wire"):
            phrase.kind = "publisher"
        return phrase

    def _of_state(self, atom: Atom) -> bool:
        return nouns()[atom.lemma(self.words)].kind == "government"

    def _called(self, start: int, end: int) -> int | None:
        """Where a name ends whose bearer's sort follows: "the LANA news agency", "the Alba aid group"."""
        at = start
        while at < end and self.atoms[at].letter in "NG" and self._capital(at):
            at += 1
        if at >= end:
            return None
        sort = [self.words[i].text for i in range(self.atoms[at].first, self.atoms[end - 1].last)]
        noun = nouns()[self.atoms[end - 1].lemma(self.words)].kind
        person = any(self.labels.get(self.atoms[i].first) == "person" for i in range(start, at))
        if at == start or person or not all(word in words("sorts") for word in sort[:-1]):
            return None
        if all(self.words[self.atoms[i].first].text.lower() in words("regions") for i in range(start, at)):
            return None
        told = noun in ("publisher", "organization") or sort[-2:] in (["news", "agency"], ["press", "agency"])
        return self.atoms[at].first if told and sort[-1] != "campaign" else None

    def _proper(self, start: int, end: int) -> int | None:
        """Where the capitalised name that ends with a body's noun begins: "Border Guard"; else None."""
        atom = self.atoms[end - 1]
        if not self.words[atom.first].text[:1].isupper():
            return None
        at = end - 1
        if atom.last - atom.first > 1:
            while at > start and self.letters[at - 1] == "N" and not self._of_state(atom):
                at -= 1
            return at
        while at > start and self._capital(at - 1):
            at -= 1
        return at if at < end - 1 else None
