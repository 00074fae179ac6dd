"""The parse as the events need it: subjects, objects, prepositions, stretches, negation.

In "Rebels who took the town freed two priests" the subject of "took" is "Rebels", through "who".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from readout.extract.events.datelines import mended
from readout.extract.events.denied import Denied
from readout.extract.events.lexicon import by_lemma, effects, words
from readout.extract.events.slips import righted
from readout.extract.tree import Tree as Parse
from readout.extract.tree import once
from readout.model.analysis import Analysis

RELATIVES = words("relatives")
OBJECT_CONTROL = words("object_control")
REPORTS = words("reports")
RESOLVES = frozenset(effects("n"))
ALONE = words("alone")
GIVING = words("giving")
TIMES = words("times") | words("days")


@dataclass(frozen=True, slots=True)
class Tree(Denied):
    """The parse with what events ask of it; prepositions, which every pattern asks for, are kept."""

    prepositions: dict[int, str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def without_datelines(cls, analysis: Analysis, tree: Parse) -> Self:
        """The tree of a text with datelines cut off and slips righted; the same words where there is none."""
        words = tuple(righted(mended(analysis)))
        if words is analysis.words:
            return cls.over(tree)
        return cls.rehung(tree, words)

    def under(self, i: int, *without: str) -> list[int]:
        """The word and all below it, in order, leaving out branches whose label is in ``without``."""
        found, shut, rels, deprels = [i], frozenset(without), self.rels, self.deprels
        children, most = self.children, len(self.words)
        for j in found:  # it grows as it is walked
            below = children[j]
            if below:
                found += [k for k in below if rels[k] not in shut and deprels[k] not in shut]
                if len(found) > most:
                    return sorted(set(found))
        found.sort()
        return found

    def joined(self, i: int) -> list[int]:
        """The word and those coordinated with it ("Peru and Chile")."""
        found = [i]
        for k in self.kids(i, "conj"):
            if self.words[k].upos != "VERB" or self.words[i].upos == "VERB":
                found.extend(self.joined(k))
        return found

    def preposition(self, i: int) -> str:
        """The preposition of a phrase: "against", "out of"; empty when there is none."""
        said = self.prepositions.get(i)
        if said is None:
            said = self.prepositions[i] = self._preposition(i)
        return said

    def _preposition(self, i: int) -> str:
        found = []
        for k in self.kids(i, "case"):
            if k < i:
                found += [k, *self.kids(k, "fixed")]
        if not found and self.words[i].upos in ("NOUN", "PROPN"):
            found = self._stray(i)
        return " ".join(
            self.words[k].text.lower()
            for k in sorted(found)
            if self.words[k].text not in ("'s", "’s", "'", "’")
        )

    def _stray(self, i: int) -> list[int]:
        """The preposition right before a phrase that the parse tied to the phrase before, or to a part."""
        first = min(self.under(i, "case", "conj", "appos", "acl", "punct"))
        before = self.words[first - 1] if first > 0 else None
        if before is None or before.deprel != "case" or before.head < 0:
            return []
        part = before.head
        inside = self.words[part].head == i and not any(k > part for k in self.kids(i, "det"))
        if part > before.index and not inside:
            return []
        return [before.index]

    def phrases(self, i: int, *prepositions: str) -> list[int]:
        """The heads of the phrases under a word with one of these prepositions, or with any."""
        around = self._around(i)
        if not prepositions:
            return [k for k, _, _ in around]
        return [k for k, said, last in around if last in prepositions or said in prepositions]

    @once
    def _around(self, i: int) -> tuple[tuple[int, str, str], ...]:
        """The heads of the phrases under a word, each with its preposition and the last word of that."""
        found = []
        for k in self.kids(i, "obl", "nmod", "advcl", "acl", "obj", "iobj"):
            if self.words[k].deprel in ("nmod:poss", "acl:relcl", "advcl:relcl"):
                continue
            said = self.preposition(k)
            if said and said != "according to":
                found.append((k, said, said.split()[-1]))
        return tuple(found)

    @once
    def passive(self, i: int) -> bool:
        """Whether the verb is in the passive, or a bare participle on a noun ("troops sent by Chad")."""
        word = self.words[i]
        if self.child(i, "aux:pass") is not None:
            return True
        if self.child(i, "nsubj:pass") is not None:
            active = word.xpos == "VBD" and self.child(i, "obj") is not None  # "The court fined Ali a dinar"
            return not active and not any(self.lemma(k) == "have" for k in self.kids(i, "aux"))
        cut_off = word.deprel == "advcl" and word.xpos == "VBD" and i < word.head and self.lows[i - 1] == ","
        if cut_off and not self.kids(i, "nsubj", "aux", "obj", "mark", "advcl", "ccomp"):
            return True  # "The sultan, turned away from Mombasa, sailed on"
        if word.feats.get("VerbForm") != "Part" or word.xpos == "VBG" or word.feats.get("Tense") == "Pres":
            return False
        if self.kids(i, "aux"):
            return False
        if word.deprel == "acl" or self.child(i, "obl:agent") is not None:
            return True
        if word.deprel in ("advcl", "xcomp", "amod") and not self.kids(i, "obj"):
            return True
        return word.deprel == "conj" and not self.kids(i, "nsubj", "aux") and self.passive(word.head)

    def subject(self, i: int, depth: int = 0) -> int | None:
        """The head of the grammatical subject, found also through control, coordination and relatives."""
        if depth > 8:
            return None
        own = [k for k in self.kids(i, "nsubj", "csubj") if self.words[k].deprel != "nsubj:outer"]
        own = [k for k in own if self.words[k].text.lower() not in RELATIVES] or own
        own = own or [k for j in self.kids(i, "xcomp") for k in self.kids(j, "nsubj") if k < i]
        own = own or self._before_remark(i)
        if own:
            return self._antecedent(i, max((k for k in own if k < i), default=own[0]))
        word = self.words[i]
        head = word.head
        if not 0 <= head < len(self.words):
            return None
        base, deprel = self.rel(i), word.deprel
        if base == "amod":
            return head if not self.kids(i, "obj") or word.xpos == "VBG" else None
        if base == "acl":
            return self._holder(i, head, depth) if deprel != "acl:relcl" else None
        if base == "conj":
            told = self._told_before(head)
            return self.subject(head if told is None else told, depth + 1) if self._clausal(head) else None
        if base == "csubj" and head < i and word.xpos == "VB" and self._mark(i) in ("whether", "to"):
            return self.subject(head, depth + 1)  # "is weighing whether to close the port"
        if base in ("xcomp", "advcl", "ccomp", "parataxis"):
            if base in ("ccomp", "parataxis") and self.kids(i, "nsubj"):
                return None
            if base in ("ccomp", "parataxis") and word.feats.get("VerbForm") == "Fin":
                return None
            if self.lemma(head) in OBJECT_CONTROL and base != "advcl":
                controlled = self.child(head, "obj", "iobj")
                if controlled is not None:
                    return controlled
                if self.passive(head):
                    return self.subject(head, depth + 1)
                spoken = next(iter(self.phrases(head, "on", "upon", "to", "with", "for")), None)
                if spoken is not None:
                    return spoken
            if (
                base in ("advcl", "xcomp")
                and (self.preposition(i) or self._mark(i)) in ("of", "for", "from")
                and self.child(head, "obj") is not None
                and self.lemma(head) in OBJECT_CONTROL
            ):
                return self.child(head, "obj")
            if base == "advcl" and word.xpos == "VBG" and not self._mark(i) and self.passive(head):
                by = self.agent(head)
                if by is not None and by < i:
                    return by
            if self._clausal(head):
                return self.subject(head, depth + 1)
        if base in ("obl", "nmod") and word.upos == "VERB" and self._clausal(head):
            return self.subject(head, depth + 1)
        return None

    def _mark(self, i: int) -> str:
        """The word that opens a clause: "of" of "accused Peru of attacking"."""
        return next((self.words[k].text.lower() for k in self.kids(i, "mark")), "")

    def _before_remark(self, i: int) -> list[int]:
        """The subject cut off by a remark: "Peru, it went on, will pay", where "went" took both subjects."""
        remark = self.words[i].head
        loose = self.rel(i) in ("parataxis", "ccomp", "conj") or (
            self.rel(i) == "advcl" and self.words[i].xpos in ("VBD", "VBZ")
        )
        if not loose or not 0 <= remark < i or self.kids(i, "mark"):
            return []
        subjects = [k for k in self.kids(remark, "nsubj") if k < remark]
        named = [k for k in self.kids(remark, "obl:unmarked") if self.words[k].upos == "PROPN"]
        subjects = sorted([*subjects, *(k for k in named if subjects and k < subjects[0])])
        if len(subjects) < 2 or not any(w.text == "," for w in self.words[remark:i]):
            return []
        return subjects[:1] if any(w.text == "," for w in self.words[subjects[0] : subjects[1]]) else []

    def _told_before(self, i: int) -> int | None:
        """The clause before a parenthesis: "will pay" of "Peru will pay, he said, and has signed"."""
        told = next((k for k in self.kids(i, "ccomp") if k < i), None)
        subject = self.child(i, "nsubj")
        if told is None or (subject is not None and not told < subject < i):
            return None
        if subject is None:  # "Peru has paid, its minister told the court, and will sign"
            return told if self.lemma(i) in REPORTS and self.kids(told, "nsubj") else None
        quoted = any(w.text in ("”", '"', "''") for w in self.words[told:subject])
        return None if quoted or self.lemma(i) not in REPORTS else told

    def _clausal(self, i: int) -> bool:
        return self.words[i].upos in ("VERB", "AUX", "ADJ") or bool(self.kids(i, "nsubj", "cop"))

    def _antecedent(self, i: int, own: int) -> int:
        word = self.words[i]
        if self.words[own].text.lower() in RELATIVES:
            for j in (i, *self.up(i)):
                if self.rel(j) == "acl" and self.words[j].head >= 0:
                    return self.words[j].head
                if self.words[j].deprel == "parataxis":
                    return self._noun_before(own)
                if self.rel(j) not in ("conj", "xcomp"):
                    break
        if word.deprel == "acl:relcl" and self.words[own].text.lower() in RELATIVES:
            return word.head
        return own

    def _noun_before(self, i: int) -> int:
        """The noun that a loose ", which …" stands behind."""
        j = i - 1
        while j >= 0 and self.words[j].sentence == self.words[i].sentence:
            if self.words[j].upos in ("NOUN", "PROPN"):
                return j
            j -= 1
        return i

    def gap(self, i: int) -> int:
        """What a relative clause leaves out: the noun right before it ("the 80 tonnes it agreed to buy")."""
        first = min(self.under(i, "punct"))
        before = self.words[first - 1] if first > 0 else self.words[i]
        near = before.upos in ("NOUN", "PROPN", "SYM") and before.sentence == self.words[i].sentence
        return before.index if near else self.words[i].head

    def _holder(self, i: int, noun: int, depth: int) -> int | None:
        """Whose "plan to leave" or "call for Peru to leave" it is: for participles, the noun itself."""
        word = self.words[i]
        infinitive = any(self.words[k].text.lower() == "to" for k in self.kids(i, "mark"))
        if not infinitive and self.preposition(i) == "" and not self.kids(i, "mark"):
            return noun
        over = self.words[noun].head
        accused = over >= 0 and self.rel(noun) in ("obj", "iobj") and self.lemma(over) in OBJECT_CONTROL
        if accused and (self.preposition(i) or self._mark(i)) in ("of", "for", "from"):
            return noun  # "accused the army of killing two"
        owner = self.child(noun, "nmod:poss")
        if owner is None and self.lemma(noun) in RESOLVES:  # "the decision of Chile to leave"
            held = (k for k in self.phrases(noun, "of", "by") if self.words[k].upos != "NUM")
            owner = next((k for k in held if self.lows[k] not in TIMES), None)
        if owner is not None:
            return owner
        if 0 <= over < len(self.words) and word.head == noun and self._clausal(over):
            return self.subject(over, depth + 1)
        return None

    @once
    def patient(self, i: int) -> int | None:
        """The head of the logical object: the object, the subject of a passive, the noun of a participle."""
        own = next((k for k in self.kids(i, "obj") if not self.preposition(k)), None)
        if own is not None:
            if self.words[own].text.lower() in RELATIVES:
                return self._antecedent(i, own)
            return own
        loose = [k for k in self.kids(i, "nsubj") if self.words[k].text.lower() in RELATIVES]
        loose = [k for k in loose if not self.words[k].text.isupper()]
        if loose and len(self.kids(i, "nsubj")) > 1:
            return self._noun_before(loose[0])
        if self.passive(i):
            found = self.subject(i)
            if found is not None:
                return found
            return self.words[i].head if self.rel(i) == "acl" else None
        thatclause = self.rel(i) == "acl" and any(self.words[k].text == "that" for k in self.kids(i, "mark"))
        if (self.words[i].deprel == "acl:relcl" or thatclause) and self.kids(i, "nsubj"):
            subject = self.child(i, "nsubj")
            if subject is not None and self.words[subject].text.lower() not in RELATIVES:
                return self.gap(i)
        return self._shared(i)

    def _shared(self, i: int) -> int | None:
        """The object of a verb joined to this one: "boarded and searched two trawlers" is of both."""
        if self.words[i].upos != "VERB" or self.lemma(i) in ALONE or self.passive(i):
            return None
        if self.kids(i, "ccomp", "xcomp", "iobj", "obl", "compound"):
            return None
        if self.rel(i) == "conj" and not self.kids(i, "nsubj"):
            before = self.kids(self.words[i].head, "obj")
            return next((k for k in before if k > i and not self.preposition(k)), None)
        for k in self.kids(i, "conj"):
            between = self.words[i + 1 : k]
            close = all(w.head == k and (w.upos in ("CCONJ", "ADV", "PUNCT")) for w in between)
            if close and self.words[k].upos == "VERB" and not self.passive(k):
                return next((j for j in self.kids(k, "obj") if not self.preposition(j)), None)
        return None

    def objects(self, i: int) -> list[int]:
        """All logical objects: of "gave Malawi ten boats" both, of "Malawi was fined ten pounds" too."""
        return list(self._objects(i))

    @once
    def _objects(self, i: int) -> tuple[int, ...]:
        first = self.patient(i)
        given = self.given(i)
        if given is not None:
            return (given, *self._handed(i))
        if first is None and not self.passive(i):
            first = next(
                (k for k in self.kids(i, "nsubj", "ccomp", "xcomp", "obl") if self._misplaced(i, k)), None
            )
        rest = [k for k in self.kids(i, "obj") if k != first and not self.preposition(k)]
        if first is None:
            return tuple(rest)
        return (first, *(k for k in rest if self.words[k].text.lower() not in RELATIVES))

    @once
    def given(self, i: int) -> int | None:
        """Who is given something in the passive: "Malawi" of "Malawi was handed ten boats"."""
        subject = self.child(i, "nsubj:pass")
        if subject is None or not any(not self.preposition(k) for k in self._handed(i)):
            return None
        return self._antecedent(i, subject)

    def _handed(self, i: int) -> list[int]:
        """What somebody was given, also where it was taken for a predicate: "was granted asylum"."""
        held = self.kids(i, "obj")
        if held or self.lemma(i) not in GIVING:
            return held
        return [k for k in self.kids(i, "xcomp") if self.words[k].upos == "NOUN" and not self.kids(k, "cop")]

    def _misplaced(self, i: int, k: int) -> bool:
        """Whether a noun behind the verb was taken for a second subject or a clause: it is the object."""
        if k < i or self.words[k].upos not in ("NOUN", "PROPN") or self.kids(k, "nsubj", "cop", "mark"):
            return False
        if self.rel(k) == "obl":
            return not self.preposition(k) and self.lemma(k) not in TIMES
        return self.rel(k) != "nsubj" or any(j < i for j in self.kids(i, "nsubj"))

    @once
    def agent(self, i: int) -> int | None:
        """The head of the logical subject; None for a passive without an agent."""
        if self.words[i].upos == "ADJ" or not self.passive(i):
            return self.subject(i)
        by = next((k for k in self.kids(i, "obl:agent") if self.preposition(k) in ("by", "")), None)
        if by is None:
            spots = [i, *self.kids(i, "obj"), *(k for k in self.kids(i, "obl") if not self._deed(k))]
            held = (k for spot in spots for k in self.phrases(spot, "by"))
            by = next((k for k in held if self.words[k].upos != "VERB"), None)
        if by is None:  # "was rammed and sunk by a gunboat"
            beside = [k for k in self.kids(i, "conj") if self.passive(k) and not self.kids(k, "nsubj", "aux")]
            by = next((j for k in beside for j in self.kids(k, "obl:agent")), None)
        return by

    def _deed(self, i: int) -> bool:
        """Whether a noun tells of an act, whose "by" is its own: "killed in a raid by the army"."""
        return self.words[i].upos != "NOUN" or ("n", self.lemma(i)) in by_lemma()

    def clause(self, i: int) -> int:
        """The verb (or predicate) that a word belongs to."""
        for j in (i, *self.up(i)):
            if self.words[j].upos == "VERB" or self.rel(j) in ("root", "ccomp", "advcl", "parataxis", "acl"):
                return j
        return i
