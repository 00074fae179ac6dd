"""Whom a pronoun means: agreement, role, nearness, and the model's link where it helps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import exp
from math import log as log_of

from readout.extract.actors.awaited import awaited
from readout.extract.actors.cluster import Cluster
from readout.extract.actors.lexicon import nouns, singular, words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.resolve import Resolver
from readout.extract.actors.roles import Roles
from readout.knowledge import Body
from readout.model.analysis import Analysis, Word

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"my", "our", "mine", "ours"})
FAR, CLEAR = 120, 0.5
"""How many words before a quoted pronoun its antecedent may stand, and by what it must lead."""
REACH = 3
"""How many sentences back an antecedent may stand."""

FLOOR = -5.0
"""The log-probability of what the model does not consider."""
OBJECTS = frozenset({"obj", "iobj", "root"})
WEIGHTS = {
    "sentence": 2.2,
    "word": 0.04,
    "subject": 1.4,
    "object": 0.25,
    "agent": 0.6,
    "gender": 0.3,
    "named": 1.4,
    "often": 0.8,
    "parallel": 0.6,
    "clause": 0.0,
    "quoted": 2.0,
    "pronoun": -1.6,
    "owner": 1.4,
    "model": 0.6,
    "ahead": 2.0,
    "ahead owner": 4.0,
}
"""What speaks for an antecedent, and how much; set on the GAP validation part."""

BODIES = frozenset({"country", "government", "organization", "publisher"})
EMPTY_IT = frozenset({"rain", "snow", "seem", "appear", "be", "happen", "turn"})


class Pronouns:
    """Resolves third persons as the text goes on; remembers what each stood for."""

    def __init__(self, analysis: Analysis, roles: Roles, resolver: Resolver) -> None:
        self.analysis, self.roles, self.resolver = analysis, roles, resolver
        self.found: dict[int, Cluster | None] = {}
        self.mentions = {mention.head: mention for mention in analysis.mentions}
        self.shares: dict[int, dict[int, float]] = {}
        self.names: dict[int, Phrase] = {}
        self.ahead: dict[int, int] = {}
        self.spoken = False
        self.first: Callable[[int], Cluster | None] = lambda _: None

    def take(self, at: int) -> Cluster | None:
        """The actor of the pronoun at a word, which becomes one more mention of it."""
        if at in self.found:
            return self.found[at]
        word = self.analysis.words[at]
        if word.text.lower() == "whose":
            return next(
                (
                    self.resolver.heads[i]
                    for i in range(at - 1, max(at - 4, -1), -1)
                    if i in self.resolver.heads
                ),
                None,
            )
        if word.text.lower() in FIRST:
            return self.first(at)
        self._look_ahead(word)
        cluster = self._best(word)
        if word.text.lower() in THEY and (cluster is None or not self._led(cluster, word)):
            cluster = self._pair(word) or cluster
        self.found[at] = cluster
        if cluster is not None:
            low = word.text.lower()
            if cluster.human and cluster.gender is None:
                cluster.gender = "m" if low in HE else "f" if low in SHE else None
            self.resolver.mention(cluster, at, at + 1, at, "pronoun")
        return cluster

    def quoted(self, spoken: dict[int, Cluster]) -> None:
        """Third persons inside quotations, once it is known who speaks: the speaker is none of them."""
        asked = HE | SHE | THEY
        said = [at for at in self.roles.written(asked) if self.roles.quotes[at]]
        for word in [self.analysis.words[at] for at in said]:
            speaker = spoken.get(self.roles.quotes[word.index])
            if word.index not in self.found and speaker is not None:
                self.spoken = True
                self._quoted(word, speaker)
                self.spoken = False

    def _quoted(self, word: Word, speaker: Cluster) -> None:
        ranked = self._ranked(word, self._before(word, speaker))
        lead = CLEAR if word.text.lower() not in THEY else 2 * CLEAR
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < lead):
            return
        cluster = ranked[0][1]
        if word.text.lower() in THEY and not cluster.plural and not self._told_of(cluster, word):
            return
        self.found[word.index] = cluster
        self.resolver.mention(cluster, word.index, word.index + 1, word.index, "pronoun")

    def _told_of(self, cluster: Cluster, word: Word) -> bool:
        """Whether a body is what the sentence before is about, so that a speaker may call it "they"."""
        here = self.roles.sentence(word.index)
        heads = [head for c, head in self.resolver.recent if c is cluster and head < word.index]
        heads += [at for at, c in self.found.items() if c is cluster and at < word.index]
        near = (h for h in heads[-6:] if here - self.roles.sentence(h) <= 1)
        return word.deprel == "nsubj" and any(self.roles.role(h).startswith("nsubj") for h in near)

    def _before(self, word: Word, speaker: Cluster) -> list[tuple[Cluster, int]]:
        """The latest mentions of others before a word, the last one first."""
        near = [(c, head) for c, head in self.resolver.recent if word.index - FAR < head < word.index]
        near += [(c, w) for w, c in self.found.items() if c and word.index - FAR < w < word.index]
        return sorted(((c, head) for c, head in near if c is not speaker), key=lambda p: -p[1])

    def _look_ahead(self, word: Word) -> None:
        """Reads the subject that an opening phrase waits for: "In her speech, Ama Boateng praised"."""
        subject = awaited(self.analysis.words, word.index)
        phrase = self.names.get(subject) if subject is not None else None
        if phrase is not None:
            self.resolver.take(phrase)
            self.ahead[word.index] = phrase.head

    def _led(self, cluster: Cluster, word: Word) -> bool:
        """Whether a group is a subject in the pronoun's sentence or in the one before."""
        near = self.roles.sentence(word.index) - 1
        heads = [head for c, head in self.resolver.recent[-20:] if c is cluster and head < word.index]
        return any(self.roles.sentence(h) >= near and self.roles.role(h).startswith("nsubj") for h in heads)

    def _pair(self, word: Word) -> Cluster | None:
        """Two subjects that "and" joins: "Ama Boateng and Tor Vik arrived. They signed"."""
        near = self.roles.sentence(word.index) - 1
        heads = {head: c for c, head in self.resolver.recent[-20:] if near <= self.roles.sentence(head)}
        for second, later in sorted(heads.items(), reverse=True):
            tied = self.analysis.words[second]
            first = heads.get(tied.head) if tied.deprel == "conj" and second < word.index else None
            if first is None or first is later or first.plural or later.plural:
                continue
            alike = (first.human and later.human) or (_body(first) and _body(later))
            if alike and self.roles.role(tied.head).startswith("nsubj"):
                return self.resolver.together(first, later)
        return None

    def _best(self, word: Word) -> Cluster | None:
        low = word.text.lower()
        if not _third(low) or (low in IT and not self._acting(word)):
            return None
        if (same := self._aside(word)) is not None:
            return same
        ranked = self._ranked(word, reversed(self.resolver.recent[-60:]))
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.15):
            return ranked[0][1] if len(ranked) == 1 else None
        return ranked[0][1]

    def _ranked(self, word: Word, near: Iterable[tuple[Cluster, int]]) -> list[tuple[float, Cluster]]:
        """The actors that a pronoun can mean and what speaks for each, the best first."""
        low = word.text.lower()
        scores: dict[int, tuple[float, Cluster]] = {}
        own = self.resolver.turn_of(word.index) if low in HE or low in SHE else None
        for cluster, head in near:
            if cluster is own:
                continue
            distance = self.roles.sentence(word.index) - self.roles.sentence(head)
            if distance >= REACH:
                break
            ahead = self.ahead.get(word.index) == head
            if (
                (head >= word.index and not ahead)
                or not self._agrees(low, cluster)
                or self._bound(word, head)
            ):
                continue
            score = self._score(word, cluster, head, distance)
            if score > scores.get(id(cluster), (-99.0, cluster))[0]:
                scores[id(cluster)] = (score, cluster)
        return sorted(scores.values(), key=lambda pair: -pair[0])

    def _aside(self, word: Word) -> Cluster | None:
        """Who says so in an aside is whom the sentence opened with: "He was told by Vik, he said, that …"."""
        low, here = word.text.lower(), self.roles.sentence(word.index)
        verb = self.roles.governor(word.index)
        inserted = self.roles.text(word.index - 1) == "," and word.deprel == "nsubj"
        if low not in ("he", "she") or not inserted or verb is None or verb.lemma not in words("speech"):
            return None
        for at in range(word.index - 2, -1, -1):
            if self.roles.sentence(at) != here:
                return None
            if self.roles.text(at).lower() == low and self.roles.role(at).startswith("nsubj"):
                return self.found.get(at)
        return None

    def _acting(self, word: Word) -> bool:
        """Whether "it" can be a body here: it says or does something, or owns what bodies own."""
        low = word.text.lower()
        governor = self.roles.governor(word.index)
        if governor is None:
            return False
        if low == "its":
            noun = nouns().get(singular(governor.text))
            people = noun is not None and noun.kind in ("person", "group")
            return people or governor.lemma in words("owned") or self._linked_body(word)
        if low == "it" and word.deprel == "nsubj":
            if self._reported(governor):
                return True
            return governor.lemma in words("acts") and governor.lemma not in EMPTY_IT
        return low == "it" and governor.lemma in words("addressed")

    def _reported(self, governor: Word) -> bool:
        """Whether a clause is what a body says of itself: "The bloc said it would review them"."""
        if governor.deprel != "ccomp" or governor.head < 0 or governor.lemma in EMPTY_IT - {"be"}:
            return False
        verb = self.analysis.words[governor.head]
        if verb.lemma not in words("speech"):
            return False
        subjects = (c for c, head in self.resolver.recent[-12:] if self._subject(head, verb.index))
        return any(_body(cluster) for cluster in subjects) and governor.upos in ("VERB", "ADJ")

    def _subject(self, head: int, verb: int) -> bool:
        governor = self.roles.governor(head)
        return governor is not None and governor.index == verb and self.roles.role(head) == "nsubj"

    def _linked_body(self, word: Word) -> bool:
        """Whether the subject of the pronoun's own sentence is a body: "Ghana … its own ports"."""
        heads = (head for cluster, head in reversed(self.resolver.recent[-12:]) if _body(cluster))
        return any(
            self.roles.sentence(head) == self.roles.sentence(word.index)
            and self.roles.role(head) == "nsubj"
            and head < word.index
            for head in heads
        )

    def _agrees(self, low: str, cluster: Cluster) -> bool:
        if low in THEY and self.spoken:
            return cluster.plural or (_body(cluster) and cluster.kind != "country")
        if low in THEY:
            return cluster.plural or (cluster.kind == "government" and "police" in cluster.nouns)
        if low in IT:
            platform = cluster.kind == "publisher" and cluster.sector is None
            return _body(cluster) and not cluster.plural and not platform
        return cluster.human and cluster.gender in (None, "m" if low in HE else "f")

    def _bound(self, word: Word, head: int) -> bool:
        """Whether both are arguments of one verb, so that they differ: "Vik told him"."""
        apart = self.roles.sentence(head) != self.roles.sentence(word.index)
        if word.deprel in ("nmod:poss", "det:poss") or apart or "self" in word.text:
            return False
        governor = self.roles.governor(head)
        own = self.roles.governor(word.index)
        object_ = not word.deprel.startswith("nsubj") and word.text.lower() not in ("he", "she", "they")
        beside = (
            object_ and governor is not None and governor.upos == "VERB" and governor.index == word.index - 1
        )
        if governor is None or own is None:
            return False
        led = self._main_role(head).startswith("nsubj")
        shared = object_ and led and self._shares_subject(own, governor)
        return beside or shared or governor.index == own.index

    def _main_role(self, head: int) -> str:
        """The role of a word, or of whom it stands beside: "Hale, the bishop, met Ruiz and told him"."""
        word, role = self.analysis.words[head], self.roles.role(head)
        return self.roles.role(word.head) if role == "appos" and word.head >= 0 else role

    def _shares_subject(self, verb: Word, first: Word) -> bool:
        """Whether a joined verb has the subject of the first: "Chad urged Peru to sign and warned it"."""
        words = self.analysis.words
        for _ in range(4):
            goes_on = verb.deprel == "conj" or (verb.deprel == "advcl" and verb.xpos == "VBG")
            if verb.index == first.index or not goes_on or verb.head < 0:
                break
            if any(
                w.head == verb.index and w.deprel.startswith("nsubj") for w in words[verb.head : verb.index]
            ):
                return False
            verb = words[verb.head]
        return verb.index == first.index

    def _score(self, word: Word, cluster: Cluster, head: int, distance: int) -> float:
        role, own = self.roles.role(head), self.roles.role(word.index)
        if head > word.index:
            return WEIGHTS["ahead owner" if word.deprel == "nmod:poss" else "ahead"]
        score = -WEIGHTS["sentence"] * distance - WEIGHTS["word"] * (word.index - head)
        score += (
            WEIGHTS["subject"] if role.startswith("nsubj") else WEIGHTS["object"] if role in OBJECTS else 0.0
        )
        score += WEIGHTS["agent"] * self.roles.agent(head) + WEIGHTS["gender"] * bool(cluster.gender)
        score += WEIGHTS["named"] * (cluster.named or cluster.kind == "government") + WEIGHTS["often"] * min(
            len(cluster.at), 4
        )
        score += WEIGHTS["parallel"] * (own == role) + WEIGHTS["clause"] * self._clause(word, head, role)
        inside = self.roles.quotes[head]
        score -= WEIGHTS["quoted"] if inside and inside != self.roles.quotes[word.index] else 0.0
        if role == "nmod:poss" and word.text.lower() in IT:
            score -= WEIGHTS["owner"]
        score += WEIGHTS["pronoun"] * (self.roles.words[head].upos == "PRON")
        return score + WEIGHTS["model"] * max(self._share(word.index, cluster), FLOOR)

    def _clause(self, word: Word, head: int, role: str) -> bool:
        """Whether the other is the subject of a verb that governs the pronoun: "Vik praised his team"."""
        if not role.startswith("nsubj"):
            return False
        verb = self.roles.governor(head)
        at, seen = word.index, 0
        while verb is not None and at >= 0 and seen < 8:
            if at == verb.index:
                return True
            at, seen = self.analysis.words[at].head, seen + 1
        return False

    def _share(self, at: int, cluster: Cluster) -> float:
        """The log of the probability that the model gives to the mentions of an actor together."""
        if at not in self.shares:
            self.shares[at] = self._shares(at)
        return self.shares[at].get(id(cluster), FLOOR)

    def likely(self, at: int) -> dict[int, float]:
        """The probability of each actor that the model gives to what stands at a word."""
        return {key: exp(share) for key, share in self._shares(at).items()}

    def _shares(self, at: int) -> dict[int, float]:
        mention = self.mentions.get(at)
        found: dict[int, float] = {}
        for other, log in mention.antecedents if mention else ():
            cluster = self._holder(self.analysis.mentions[other].head)
            if cluster is not None:
                found[id(cluster)] = found.get(id(cluster), 0.0) + exp(log)
        return {key: log_of(share) for key, share in found.items()}

    def _holder(self, at: int) -> Cluster | None:
        """The actor of a mention by its head, or by the words around it."""
        return self.resolver.heads.get(at) or self.resolver.cover.get(at)


def _body(cluster: Cluster) -> bool:
    """Whether it is a body, armed groups with a name among them."""
    return cluster.kind in BODIES or (isinstance(cluster.entry, Body) and not cluster.plural)


def _third(low: str) -> bool:
    return low in HE or low in SHE or low in IT or low in THEY
