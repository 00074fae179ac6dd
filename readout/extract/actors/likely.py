"""Whom a description means that nobody was called by before: "The pilot", "the visiting minister"."""

from __future__ import annotations

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.counterparts import Counterparts
from readout.extract.actors.evidence import plain_title, sex_of
from readout.extract.actors.lexicon import nouns, words
from readout.extract.actors.people import OFFICIAL
from readout.extract.actors.phrase import Phrase
from readout.knowledge import HEADS

SURE, AGED, MARGIN = 0.4, 0.15, 2.0
"""The probability at which the model's antecedent of a description holds, of an age, and its lead."""
FAINT, CLEAR, RIVAL = 0.01, 0.1, 1.8
"""The least that the model must say of whom a sentence goes on to tell; of one with another trade; how many
times as much it may say of somebody else."""
GENERIC = frozenset({"boss", "chief", "head", "leader", "official", "figure", "politician"})
STATUS = frozenset({"former", "ex", "acting", "deputy", "vice", "then", "assistant"}) | words("fallen")
JOINING = frozenset({"of", "for", "the", "and", "&", ","})
POSTS = words("posts") - GENERIC - words("ranks")
COURTESIES = words("courtesy") - nouns().keys()
"""What is said before a name and tells no post."""


class Likely(Counterparts):
    """Weighs what speaks for and against one actor behind a description."""

    def _contradicts(self, cluster: Cluster, phrase: Phrase) -> bool:
        """Whether country, sex, title or the sentence speak against one actor."""
        if self._differs(cluster, phrase):
            return True
        wanted = bare_title(plain_title(phrase, phrase.title)) - words("idle")
        titles = [bare_title(title) for title in cluster.titles]
        alike = (a <= b or b <= a for a, b in ((wanted, t) for t in titles))
        return not all(alike) or any((wanted ^ title) & STATUS for title in titles)

    def _differs(self, cluster: Cluster, phrase: Phrase) -> bool:
        """Whether country, sex or the sentence speak against one actor."""
        said = phrase.country or self._complement_country(phrase)
        if phrase.owner is not None or phrase.body is not None:
            said = self._country_of(phrase)
        sex, here = sex_of(phrase), self.roles.sentence(phrase.head)
        if self._of_other_matters(cluster, phrase):
            return True
        if (said and cluster.country and said != cluster.country) or {sex, cluster.gender} == {"m", "f"}:
            return True
        return any(self.roles.sentence(head) == here for _, _, head, _ in cluster.at)

    def _of_other_matters(self, cluster: Cluster, phrase: Phrase) -> bool:
        """Whether "the minister of fisheries" cannot be a prime minister, or the minister of trade."""
        if phrase.noun == "general" and {"consul", "attorney", "secretary", "director", "solicitor"} & set(
            phrase.title.lower().replace("-", " ").split()
        ):
            return not any(" " in title for title in cluster.titles)
        more, said = self._matter(phrase), [bare_title(title) for title in cluster.titles]
        if phrase.title.lower() == "minister" and said and all("prime" in title for title in said):
            return True
        return bool(more and said) and not any(more <= title or title == {phrase.noun} for title in said)

    def _matter(self, phrase: Phrase) -> set[str]:
        """Of what somebody is the minister, in plain words: "fisheries" of "the minister of fisheries"."""
        if phrase.noun not in ("minister", "secretary") or phrase.of or phrase.title.lower() != phrase.noun:
            return set()
        if self.roles.text(phrase.last).lower() not in ("of", "for"):
            return set()
        told = self.roles.words[phrase.last + 1 : phrase.last + 2]
        return {
            word.text.lower() for word in told if word.upos in ("NOUN", "PROPN") and word.head == phrase.head
        }

    def _likely(self, phrase: Phrase) -> Cluster | None:
        """Whom the model takes a description for by a clear margin: "the visiting minister"."""
        if phrase.determiner != "the" or phrase.owned or phrase.of is not None or phrase.named:
            return None
        shares = self.likely(phrase.last - 1 if phrase.noun == "person" else phrase.head)
        host = self._hosted(phrase)
        people = {id(c): c for c, _ in self.recent[-60:] if c.human}
        if host is not None:
            people = {k: c for k, c in people.items() if c.country == host or self._said_here(c, phrase)}
        ranked = sorted(((share, key) for key, share in shares.items() if key in people), reverse=True)
        if phrase.noun == "person" and (not ranked or ranked[0][0] < AGED):
            return self._spoken_of(phrase)
        if not ranked or ranked[0][0] < (AGED if phrase.noun == "person" else SURE):
            return None
        found = people[ranked[0][1]]
        clear = len(ranked) == 1 or ranked[0][0] > ranked[1][0] * MARGIN
        return found if clear and self._could_be(found, phrase) else None

    def _carried_on(self, phrase: Phrase) -> Cluster | None:
        """Of whom a sentence goes on to tell by another word: "Ana Ruiz opened the gate. The nurse waited".

        Only whom alone the sentence before is about, if the model links the two as well as it links others
        whom the word could mean, and no trade or office of theirs speaks against it.
        """
        if not self._opens(phrase) or words("fallen") & set(phrase.title.lower().split()):
            return None
        found = self._spoken_of(phrase, main=True)
        if found is None or self._apart_from(found, phrase):
            return None
        shares = self.likely(phrase.head)
        own = shares.get(id(found), 0.0)
        rivals = (c for c, _ in self.recent[-60:] if c.human and c is not found)
        best = max((shares.get(id(c), 0.0) for c in rivals if not self._apart_from(c, phrase)), default=0.0)
        linked = own >= FAINT and own * RIVAL + FAINT >= best
        linked = linked or (phrase.owner is not None and found.country == phrase.owner.country is not None)
        return found if linked and self._one_trade(found, phrase, own) else None

    def _apart_from(self, cluster: Cluster, phrase: Phrase) -> bool:
        return self._differs(cluster, phrase) or self._other_post(cluster, phrase)

    def _opens(self, phrase: Phrase) -> bool:
        """Whether "the …" is the subject that a sentence begins with, or who says a quotation before it."""
        told = phrase.determiner == "the" and not (phrase.named or phrase.of or phrase.twin)
        told = told and (phrase.owner is None or phrase.owner.kind == "country")
        before = self.roles.words[phrase.first - 1] if phrase.first else None
        opens = before is None or self.roles.sentence(before.index) != self.roles.sentence(phrase.first)
        subject = self.roles.role(phrase.head).startswith("nsubj") and not self.roles.quotes[phrase.head]
        if before is not None and before.text in ("”", '"', "’", "''"):
            verb = self.roles.governor(phrase.head)
            opens = opens or (verb is not None and verb.lemma in words("speech") | {"tell"})
        return told and opens and subject

    def _one_trade(self, cluster: Cluster, phrase: Phrase, share: float) -> bool:
        """Whether what somebody is called so far leaves room for another word: an envoy may be a mediator."""
        said = nouns().get(phrase.noun or "")
        if phrase.noun in GENERIC or "former" in phrase.title.lower().split():
            return True
        held = {nouns()[noun].sector for noun in cluster.nouns - words("no_office") if noun in nouns()}
        if (
            said is not None
            and said.sector in OFFICIAL
            and phrase.country
            and share < SURE
            and not cluster.country
        ):
            return False
        if said is None or not held or (said.sector is None and share >= CLEAR):
            return True
        ranked = phrase.noun in words("ranks") and bool(held & OFFICIAL)
        return ranked or (said.sector is not None and said.sector in held)

    def _spoken_of(self, phrase: Phrase, main: bool = False) -> Cluster | None:
        """The one person with a name who is the subject of the sentence before: of whom an age tells."""
        before = self.roles.sentence(phrase.head) - 1
        led = ((c, head) for c, head in self.recent[-24:] if c.human and self._leads_at(head, before))
        all_told = list(led)
        told = [pair for pair in all_told if self._of_main_clause(pair[1])] if main else all_told
        told = told or all_told
        people = {id(c): c for c, _ in told if c.named}
        if main and (len(people) != len({id(c) for c, _ in told})):
            return None
        return next(iter(people.values())) if len(people) == 1 else None

    def _of_main_clause(self, head: int) -> bool:
        verb = self.roles.governor(head)
        return verb is not None and verb.deprel in ("root", "conj", "parataxis")

    def _leads_at(self, head: int, sentence: int) -> bool:
        return self.roles.sentence(head) == sentence and self.roles.role(head).startswith("nsubj")

    def _could_be(self, cluster: Cluster, phrase: Phrase) -> bool:
        """Whether nothing speaks against a description of somebody: another country, sex or office."""
        if phrase.noun == "person":
            return True
        return not self._contradicts(cluster, phrase) and not self._other_post(cluster, phrase)

    def _other_post(self, cluster: Cluster, phrase: Phrase) -> bool:
        return phrase.noun in POSTS and bool(cluster.nouns & POSTS) and phrase.noun not in cluster.nouns

    def _hosted(self, phrase: Phrase) -> str | None:
        """Whose "the Prime Minister" it is in a transcript or a statement: of the country that speaks."""
        bare = phrase.determiner == "the" and not (phrase.country or phrase.owned or phrase.of)
        if not bare or phrase.title.lower() not in HEADS or phrase.twin:
            return None
        return self.host(phrase.head) or (self.home if self.heading != (0, 0) else None)

    def _said_here(self, cluster: Cluster, phrase: Phrase) -> bool:
        """Whether the paragraph has mentioned somebody before."""
        here = self.roles.paragraph(phrase.head)
        return any(self.roles.paragraph(head) == here for _, _, head, _ in cluster.at)


def bare_title(title: str) -> set[str]:
    """The words of a title that tell which it is: "minister of trade" and "trade minister" are alike."""
    return {word.rstrip(".,") for word in title.replace("-", " ").lower().split()} - JOINING - COURTESIES
