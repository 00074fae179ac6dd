"""Noun phrases that may stand for someone, read from the atoms by a small grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.extract.actors.beside import Beside
from readout.extract.actors.lexicon import words
from readout.extract.actors.names import Names
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.titles import Titles
from readout.knowledge import Country, Person
from readout.model.analysis import Word

RUN = re.compile(r"(?:[DHJnTGCKYBPLNM]|(?<=[JnTGCKYBPLN])-(?=[JnTGCKYBPLN])|(?<=[JnTGCKYBPLN])S)+")

SOMEONE = re.compile(r"[^DHnS-]")
"""What a run must hold to speak of anybody: more than articles and plain nouns."""


class Grammar(Names, Titles):
    """Reads the phrases of one text."""

    def read(self) -> list[Phrase]:
        """All phrases, in order of their first words; the ones inside others among them."""
        for run in RUN.finditer(self.letters):
            if SOMEONE.search(run[0]):
                for start, end in self._broken(run.start(), run.end()):
                    self._phrase(start, end)
        self.phrases = [p for p in self.phrases if not self._courtesy(p)]
        beside = Beside(self.words, self.atoms, self.phrases, self.knowledge.gender, self._line_ends)
        beside.attach()
        beside.surnames()
        beside.predicates()
        for phrase in self.phrases:
            phrase.head = self._governed(phrase)
        return sorted(self.phrases, key=lambda p: (p.first, p.last))

    def _courtesy(self, phrase: Phrase) -> bool:
        """Whether a word only is how one speaks to somebody: "Q: Sir, the embassy denied it"."""
        alone = phrase.last == phrase.first + 1 and phrase.last < len(self.words)
        said = self.words[phrase.first].text.lower() if alone else ""
        return said in ("sir", "madam", "ma’am", "ma'am") and self.words[phrase.last].text in (",", ".", "?")

    def _line_ends(self, at: int) -> bool:
        """Whether a line ends before a word."""
        return 0 < at < len(self.words) and at in self.opening

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
        at, opening = start, self.opening
        for i in range(start + 1, end):
            before, after = self.atoms[i - 1], self.atoms[i]
            split = after.letter in "DH" or after.first in opening or self._dates(i) or self._dated(i)
            if split or (before.letter in "CKY" and after.letter == "J"):
                yield at, i
                at = i
        yield at, end

    def _dates(self, at: int) -> bool:
        """Whether a date or figure begins after a name or noun: "Jakarta last year", "gave it 9 days"."""
        word = self.words[self.atoms[at].first]
        before = self.atoms[at - 1].letter
        counts = word.upos == "NUM" and (before in "CKY" or (before in "TGB" and word.deprel == "nummod"))
        counts = counts and (before in "CKY" or word.head > word.index)
        return counts or (before in "CKYBNPTG" and word.text in words("dated"))

    def _dated(self, at: int) -> bool:
        """Whether a date ends before a noun that it does not belong to: "last year rich countries paid"."""
        before = self.atoms[at - 1]
        word = self.words[before.last - 1]
        opens = before.letter == "n" and word.deprel.startswith("obl") and word.head > word.index + 1
        return opens and (word.upos == "NUM" or word.text in words("spans"))

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
            if not phrase.lands and (not phrase.named or phrase.kind != "person"):
                phrase.first = self.atoms[begin].first
        return phrase

    def _suffix(self, at: int) -> bool:
        """Whether a word only says that a name is a company's: "Apple Inc"."""
        return self.words[self.atoms[at].first].text.lower().rstrip(".") in words("suffixes")

    def _trails(self, at: int) -> bool:
        """Whether an adjective stands after its noun: "people familiar with the matter"."""
        word = self.words[self.atoms[at].first]
        if self.atoms[at - 1].letter in "TGL" and self._meets(word, self.words[self.atoms[at - 1].first]):
            return True
        return word.upos in ("ADJ", "VERB") and self.atoms[at - 1].letter in "TGLNCBPK"

    def _meets(self, word: Word, people: Word) -> bool:
        """Whether a participle that looks like a noun follows people: "ministers meeting in Accra"."""
        follows = self.words[word.index + 1] if word.index + 1 < len(self.words) else None
        ends = word.text.endswith("ing") and people.xpos in ("NNS", "NNPS")
        return ends and follows is not None and follows.upos == "ADP" and follows.text.lower() != "of"

    def _one_of_a_people(self, at: int) -> bool:
        """Whether "the Russian" is a person: a subject, of a word that has a plural."""
        atom = self.atoms[at]
        word, before = self.words[atom.first], self.atoms[at - 1] if at else None
        land = atom.candidate.entry if atom.candidate else None
        plural = isinstance(land, Country) and f"{word.text}s" in land.people
        said = before is not None and before.letter == "D" and self.words[before.first].text.lower() == "the"
        return said and plural and word.deprel in ("nsubj", "nsubj:pass")

    def _ends_name(self, at: int) -> bool:
        """Whether a country's adjective is the last word of a body's name: "Pheu Thai"."""
        pair = (self.atoms[at - 1], self.atoms[at])
        return pair[0].letter == "N" and all(self.labels.get(a.first) == "organization" for a in pair)

    def _called_so(self, end: int) -> bool:
        """Whether a noun for people ends a body's name: "Coastal Aid Monitor", "the Debt Observer"."""
        pair = (self.atoms[end - 2], self.atoms[end - 1])
        named = pair[0].letter in "NG" and all(self.words[a.first].text[:1].isupper() for a in pair)
        known = self.words[pair[1].first].text.lower() in words("watchers")
        return known and named and all(self.labels.get(a.first) == "organization" for a in pair)

    def _lettered(self, at: int) -> bool:
        """Whether letters follow a person's name: "Ann Lee MP", "Tor Vik OBE"."""
        if self.words[self.atoms[at].first].text not in words("letters"):
            return False
        return self.labels.get(self.atoms[at - 1].first) == "person" and self.atoms[at - 1].letter in "NP"

    def _tail(self, start: int, end: int) -> Phrase | None:
        while end - start > 2 and self._lettered(end - 1):
            end -= 1
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
        if last.letter == "T" and end - start > 1 and (paper := self._titled_paper(start, end)) is not None:
            return paper
        if last.letter == "T" and end - start > 1 and self._called_so(end):
            return self._named(start, end)
        if last.letter == "T" and not self._surname(end - 1):
            return self._titled(start, end)
        if last.letter == "G" and not self._surname(end - 1):
            return self._body(start, end)
        if last.letter in "NMTG":
            return self._named(start, end)
        if last.letter == "J" and end - start > 1 and self._ends_name(end - 1):
            return self._named(start, end)
        if last.letter == "J" and end - start == 1 and self._one_of_a_people(end - 1):
            return self._people(start, end)
        if last.letter == "J" and end - start == 1 and self.words[last.first].upos in ("PROPN", "NOUN"):
            return None
        self._inner(start, end)
        return None
