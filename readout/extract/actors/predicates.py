"""What a clause says somebody is: "Tor Vik is Norway's envoy", "was named envoy"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.actors.lexicon import nouns, words
from readout.extract.actors.phrase import Phrase
from readout.model.analysis import Word

BORN = frozenset({"citizen", "national", "native"})
"""What says of which country somebody is: "Tor Vik was a citizen of Norway"."""


class Predicates:
    """Links names and what clauses say of them, in the phrases of one text."""

    words: Sequence[Word]
    phrases: list[Phrase]

    def predicates(self) -> None:
        """Links a name and what the clause says it is: "Tor Vik is Norway's envoy", "was named envoy"."""
        people = {
            i: p for p in self.phrases if p.named and p.kind == "person" for i in range(*(p.name or (0, 0)))
        }
        for phrase in self.phrases:
            if phrase.named or phrase.plural or phrase.twin or not tells_a_post(phrase):
                continue
            subject = self._subject(self.words[phrase.head])
            name = people.get(subject) if subject is not None else None
            if name is not None and phrase.noun in BORN and phrase.of is not None and not name.country:
                name.country = phrase.of.country
            if name is not None and name.twin is None and name is not phrase:
                phrase.twin, name.twin = name, phrase

    def _subject(self, said: Word) -> int | None:
        """The word that a noun is said of, None for what is denied or only may be."""
        verb = said
        if said.deprel in ("xcomp", "obl", "obj") and said.head >= 0:
            verb = self.words[said.head]
            if verb.lemma not in words("made") or (said.deprel == "obl" and not self._as(said)):
                return None
            passive = any(w.head == verb.index and w.deprel == "nsubj:pass" for w in self.words)
            if passive == (verb.lemma in words("being")):
                return None
        parts = [w for w in self.words[max(verb.index - 25, 0) : verb.index + 25] if w.head == verb.index]
        if any(w.lemma in ("not", "never") or w.text.lower() in words("perhaps") for w in parts):
            return None
        if verb is said and not any(w.deprel == "cop" for w in parts):
            return None
        subject = next((w for w in parts if w.deprel in ("nsubj", "nsubj:pass") and w is not said), None)
        if subject is not None and subject.text.lower() == "who" and verb.deprel.startswith("acl"):
            return verb.head
        return subject.index if subject is not None else None

    def _as(self, said: Word) -> bool:
        near = self.words[max(said.index - 8, 0) : said.index]
        return any(w.text.lower() == "as" and w.head == said.index for w in near)


def tells_a_post(phrase: Phrase) -> bool:
    """Whether a description tells an office or a trade."""
    noun = nouns().get(phrase.noun or "")
    told = phrase.noun in words("posts") or phrase.noun in BORN
    return noun is not None and noun.kind == "person" and bool(noun.sector or told)
