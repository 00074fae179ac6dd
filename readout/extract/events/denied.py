"""What the words of a clause deny: "did not fire", "fired no shots", "has yet to fire"."""

from __future__ import annotations

from dataclasses import dataclass

from readout.extract.events.lexicon import words
from readout.extract.tree import Tree as Parse
from readout.extract.tree import once

NEGATIONS = words("negations")
NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
NONE = frozenset({"no", "neither"})
HARDLY = frozenset({"hardly", "scarcely"})
NOT_ALL = frozenset({"all", "every", "everyone", "everybody", "only", "just", "merely", "simply"})
OCCASIONS = frozenset({"time", "way", "circumstances", "account", "case", "point", "stage", "means", "event"})
INSTEAD = frozenset({("instead", "of"), ("rather", "than"), ("far", "from")})


@dataclass(frozen=True, slots=True)
class Denied(Parse):
    """The parse with what denies a word."""

    @once
    def negated(self, i: int) -> bool:
        """Whether the word itself is denied: "did not fire", "fired no shots", "has yet to fire"."""
        return self.denied(i) or any(
            self.lows[k] in NOBODY or any(self.lows[d] in NONE for d in self.kids(k, "det"))
            for k in self.kids(i, "obj", "iobj")
        )

    def denied(self, i: int) -> bool:
        """Whether a word is denied with all that is joined to it, so not only by its object."""
        lows, rels = self.lows, self.rels
        for k in self.children[i]:
            said, rel = lows[k], rels[k]
            denies = said in NEGATIONS and rel in ("advmod", "cc", "det", "aux")
            if denies and (k + 1 == len(lows) or lows[k + 1] not in NOT_ALL):
                return True
            if (said == "no" and rel in ("det", "advmod")) or (said == "longer" and lows[k - 1] == "no"):
                return True
            if said == "without" and rel in ("mark", "case"):
                return True
            if said in HARDLY and rel == "advmod" and "had" not in (lows[j] for j in self.kids(i, "aux")):
                return True
            if rel == "obl" and said in OCCASIONS and any(lows[d] == "no" for d in self.kids(k, "det")):
                return True
            if said == "to" and rel == "mark" and lows[max(0, k - 1)] == "yet":
                return lows[max(0, k - 2)] in ("has", "have", "had", "’ve", "'ve")
            if rel == "nsubj" and self.deprels[k] in ("nsubj", "nsubj:pass") and self._nobody(k):
                return True
        if i > 1 and (lows[i - 2], lows[i - 1]) in INSTEAD:
            return True
        if rels[i] == "conj" and not self.kids(i, "nsubj", "aux") and self.words[i].upos == "VERB":
            head = self.words[i].head
            return (
                self.words[head].upos == "VERB"
                and self.denied(head)
                and "but" not in {self.words[k].text.lower() for k in self.kids(i, "cc")}
            )
        return False

    def _nobody(self, subject: int) -> bool:
        """Whether a subject is nobody: "neither Peru nor Chile", "not one shell", "hardly any ship"."""
        lows = self.lows
        if lows[subject] in NOBODY:
            return True
        for k in self.kids(subject, "det", "cc", "advmod"):
            if lows[k] in NONE or lows[k] in HARDLY:
                return True
            if lows[k] == "not" and lows[k + 1] in ("one", "a", "an", "any"):
                return True
        return False
