"""Who has the floor in a paragraph: whose "foreign minister" and "ministry" need no name there.

"Madrid saw it otherwise. Foreign Minister Ana Ruiz said …" is Spain's minister, whatever the dateline says.
"""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.initials import Initials
from readout.extract.actors.lexicon import nouns, words
from readout.extract.actors.people import sector_of
from readout.extract.actors.phrase import Phrase
from readout.model.analysis import Word

LOCAL = frozenset({"police", "court", "judge", "prosecutor", "customs", "magistrate"})
"""Who is of the place itself, whatever an envoy there says."""
HOUSES = frozenset(
    {"lawmaker", "legislator", "deputy", "mp", "senator", "speaker", "mayor", "governor", "director"}
)
"""Who is of the country where an ambassador speaks, too."""
DOMESTIC = frozenset(
    {"authority", "council", "municipality", "board", "registry", "prosecutor", "magistrate"}
)
"""Bodies without a name that are of the place where a text is at home."""
MAIN = frozenset({"root", "conj", "parataxis"})


class Floor(Initials):
    """Looks back within a paragraph."""

    def _floor(self, phrase: Phrase, main: bool = True) -> str | None:
        """The country that has spoken last in the paragraph, or whose body or official has.

        Without ``main`` the last one that a clause of any kind is about.
        """
        here = self.roles.paragraph(phrase.head)
        if phrase.noun in DOMESTIC and not phrase.named:
            return None
        for cluster, head in reversed(self.recent[-40:]):
            if head >= phrase.first or cluster.country is None:
                continue
            if self.roles.paragraph(head) != here:
                return None
            if cluster.nouns & words("missions") and (not cluster.human or phrase.noun in LOCAL | HOUSES):
                continue
            owned = self.heads.get(self.roles.words[head].head) if self._owns_someone(head) else None
            if owned is not None and owned.nouns & words("missions") and phrase.noun in LOCAL | HOUSES:
                continue
            about = not main and self.roles.role(head) == "nsubj"
            if _party(cluster) and not self._owns_a_firm(head) and (about or self._speaks(head)):
                return cluster.country
        return None

    def _owns_someone(self, head: int) -> bool:
        return self.roles.words[head].deprel == "nmod:poss" and self.roles.words[head].head >= 0

    def _owns_a_firm(self, head: int) -> bool:
        """Whether a country only tells where a firm is: "Norway's Havlaks said so"."""
        word = self.roles.words[head]
        owned = self.heads.get(word.head) if word.deprel == "nmod:poss" else None
        if owned is None or owned.kind not in ("organization", "publisher"):
            return False
        return owned.country is None and owned.name.split()[-1].lower() not in words("national")

    def _speaks(self, head: int) -> bool:
        """Whether a word is, or owns, the subject of a main clause that tells no attack."""
        word, owns = self.roles.words[head], False
        if word.deprel == "nmod:poss" and word.head >= 0:
            head, owns = word.head, True
        verb = self.roles.governor(head)
        if verb is None or self.roles.role(head) != "nsubj" or verb.deprel not in MAIN:
            return False
        if word.deprel == "nsubj" and word.upos == "PROPN" and self._opens_alone(word):
            return True
        if verb.upos in ("ADJ", "NOUN"):
            return owns or verb.lemma in words("minded") or verb.upos == "ADJ"
        acts = verb.lemma in words("acts") or (not owns and verb.lemma in words("views"))
        return acts and verb.lemma not in words("attacks")

    def _opens_alone(self, word: Word) -> bool:
        """Whether a country opens its paragraph as the only one of its sentence: "Myanmar stayed away."."""
        first = word.index == 0 or self.roles.paragraph(word.index - 1) != self.roles.paragraph(word.index)
        lands = {p.country for p in self.places.get(word.sentence, ()) if p.kind in ("country", "capital")}
        verb = self.roles.governor(word.index)
        return first and len(lands) == 1 and verb is not None and verb.lemma not in words("attacks")

    def _told(self, phrase: Phrase) -> str | None:
        """The one country that is the subject of the same sentence before an official.

        "Tonga must pass a law, which Sela Fonua, the finance minister, will write": she is Tonga's.
        """
        here = self.places.get(self.roles.words[phrase.head].sentence, ())
        before = (p for p in here if p.kind in ("country", "capital") and p.first < phrase.first)
        lands = {p.country for p in before if self.roles.role(p.head) == "nsubj"}
        return lands.pop() if len(lands) == 1 else None

    def _fighting(self, phrase: Phrase) -> str | None:
        """The country of the troops of whom an officer tells: "French troops stayed, General Ney said"."""
        if not phrase.named or sector_of(phrase) != "MIL":
            return None
        here = self.places.get(self.roles.words[phrase.head].sentence, ())
        armed = (p for p in here if p.plural and p.first < phrase.first and p.country)
        armed = (p for p in armed if sector_of(p) == "MIL" and self.roles.role(p.head) == "nsubj")
        lands = {p.country for p in armed if not self._attacking(p.head)}
        return lands.pop() if len(lands) == 1 else None

    def _attacking(self, head: int) -> bool:
        verb = self.roles.governor(head)
        return verb is not None and verb.lemma in words("attacks")

    def _between(self, phrase: Phrase) -> str | None:
        """Of two countries in a sentence the one that an official is of who meets one of the other's.

        "France will pay, said Ada Roux, a minister, after talks with the Kenyan president": she is French.
        """
        said = self.roles.words[phrase.head]
        here = [p for p in self.places.get(said.sentence, ()) if p.country and p is not phrase]
        met = {p.country for p in here if p.kind == "person" and self._is_met(p.first)}
        named = {p.country for p in here if p.kind in ("country", "capital")}
        left = named - met
        return left.pop() if len(met) == 1 and len(left) == 1 and self.home in met else None

    def _is_met(self, first: int) -> bool:
        before = [self.roles.text(i).lower() for i in range(max(first - 4, 0), first)]
        return "with" in before and bool(set(before) & words("meetings"))


def _party(cluster: Cluster) -> bool:
    """Whether it is a country, a state's body or some of its officials: "Kenyan lawmakers"."""
    if cluster.kind in ("country", "government"):
        return True
    if cluster.human and cluster.sector in ("GOV", "MIL", "COP", "LEG"):
        return True
    if cluster.plural and cluster.kind == "group" and cluster.sector in ("GOV", "LEG", "MIL"):
        return True
    return cluster.human and any(nouns()[n].sector in ("GOV", "MIL") for n in cluster.nouns if n in nouns())
