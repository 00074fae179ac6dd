"""People by their titles and descriptions: "two senior Malian officials", "the Kenyans"."""

from __future__ import annotations

from readout.extract.actors.atom import Atom
from readout.extract.actors.lexicon import bare, nouns, singular, words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.reading import Reading


class Titles(Reading):
    """Reads phrases whose head is a noun for people."""

    def _titled(self, start: int, end: int) -> Phrase:
        """A person or people by a common noun: "two senior Malian officials", "army chief"."""
        atom = self.atoms[end - 1]
        lemma = atom.lemma(self.words)
        plural = self._plural(atom)
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
        self._joined(phrase, start)
        return phrase

    def _plural(self, atom: Atom) -> bool:
        """Whether a noun is a plural: of "Secretaries-General" the first word says it."""
        if atom.noun == "chargé":
            return self.words[atom.first].text.lower().endswith("s")
        if atom.noun:
            return self.words[atom.last - 1].text.lower().endswith("s")
        word = self.words[atom.first]
        return atom.lemma(self.words) != bare(word.text) or word.xpos in ("NNS", "NNPS")

    def _people(self, start: int, end: int) -> Phrase | None:
        atom = self.atoms[end - 1]
        word = self.words[atom.first]
        nouns = word.xpos in ("NNS", "NNPS", "NN", "NNP") or word.upos in ("NOUN", "PROPN")
        if not nouns and atom.letter != "J":
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

    def _surname(self, at: int) -> bool:
        """Whether a noun for people is somebody's name here: "John Baker", "Mary Judge"."""
        word = self.words[self.atoms[at].first]
        before = self.atoms[at - 1] if at else None
        return bool(
            before
            and before.letter in "NM"
            and word.text[:1].isupper()
            and (nouns()[singular(word.text)].sector != "GOV" or word.text.lower() in words("royals"))
            and self.labels.get(word.index) == "person"
            and self.labels.get(before.first) == "person"
        )
