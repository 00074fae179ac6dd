"""Whether a clause looks back or ahead: "met on Monday", "will meet on Monday"."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from readout.extract.grammar import Token
from readout.extract.tree import Tree
from readout.model.analysis import Word

Tense = Literal["past", "future"] | None

_REACH = 40
_ENDS = frozenset(".!?;:")


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists of tenses.toml."""

    lists: dict[str, frozenset[str]]

    def has(self, name: str, *words: str) -> bool:
        """Whether one of the words is on the list."""
        return not self.lists[name].isdisjoint(words)


@cache
def cues() -> Cues:
    """The lists of tenses.toml, read once."""
    table = tomllib.loads(files(__package__).joinpath("tenses.toml").read_text(encoding="utf8"))
    return Cues({name: frozenset(words) for name, words in table.items() if isinstance(words, list)})


@dataclass(frozen=True, slots=True)
class Clauses:
    """What tense is read from: tokens, and the parse with the words' starts where there is one."""

    tokens: Sequence[Token]
    words: tuple[Word, ...] = ()
    starts: tuple[int, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()

    @classmethod
    def of(cls, tokens: Sequence[Token], tree: Tree) -> Clauses:
        """Ready for questions."""
        return cls(tokens, tree.words, tree.starts, tree.children)

    def tense(self, first: int, last: int) -> Tense:
        """The tense of the clause that the tokens ``first`` to ``last`` stand in."""
        if self.tokens[first].break_before and [t.text for t in self.tokens[last : last + 1]] == [":"]:
            return None  # an entry of a chronology: "2 May: Peru closes the border"
        before = [t.lower for t in self.tokens[max(0, first - 3) : first]]
        if cues().has("since", *before[-1:]):
            return "past"
        if self._ahead_of(first) or before[-1:] in (["starting"], ["beginning"]):
            return "future"
        limited = cues().has("until", *before[-1:]) or before[-1:] == ["by"]
        if (
            before[-1:] == ["on"]
            and cues().has("limiting", *before[:1])
            and cues().has("clock", *before[1:2])
        ):
            return "future"
        found = self._parsed(first, last, limited) if self.words else None
        found = found or self._guessed(first, last, limited)
        if found is None and before[-1:] and (before[-1] == "by" or cues().has("until", before[-1])):
            return "future"
        return found

    def _ahead_of(self, first: int) -> bool:
        """ "ahead of Saturday's vote", "ahead of the vote in June": a phrase that looks ahead."""
        for at in range(first - 1, max(-1, first - 8), -1):
            word = self.tokens[at]
            if word.lower == "ahead":
                return True
            if not (word.text[0].isalnum() or word.lower in ("'s", "’s")) or cues().has("back", word.lower):
                return False
        return False

    def firm(self, first: int, last: int, tense: Tense) -> bool:
        """Whether the tense is that of the date's own verb ("met on May 2"), not of a verb around it.

        "A meeting on May 2 was agreed", "gave them until May 2" and "to meet on May 2" say less.
        """
        before = self.tokens[first - 1].lower if first else ""
        if cues().has("until", before) or cues().has("limits", before):
            return tense == "future"
        at = bisect_left(self.starts, self.tokens[first].start)
        for _ in range(_REACH):
            if not 0 <= at < len(self.words):
                return True
            if self.words[at].xpos not in ("NNP", "NNPS", "CD", "IN", "DT"):
                verb = self.words[at].xpos[:2] in ("VB", "MD")
                return verb and not self._prospective(at, first)
            at = self.words[at].head
        return True

    # The parse

    def _parsed(self, first: int, last: int, limited: bool = False) -> Tense:
        """By climbing from the expression to the predicates that govern it.

        A present that the date limits lies ahead: "He said he pays if they finish by May".
        """
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        inside = range(bisect_left(self.starts, start), bisect_left(self.starts, end))
        heads = [i for i in inside if self.words[i].head not in inside and self.words[i].upos != "PUNCT"]
        node = self.words[heads[-1]].head if heads else -1
        for _ in range(_REACH):
            if not 0 <= node < len(self.words):
                return None
            word = self.words[node]
            if self._prospective(node, first):
                return "future"
            found = self._predicate(node, 0)
            if found == "past" and limited and self._granted(node):
                return "future"
            if found:
                return found
            if limited and word.xpos in ("VBZ", "VBP"):
                return "future"
            node = word.head
        return None

    def _prospective(self, node: int, first: int) -> bool:
        """Whether a word says of what hangs on it that it lies ahead: "due", "extended until", "ahead of"."""
        word = self.words[node]
        lemma, text = word.lemma.lower(), word.text.lower()
        if cues().has("prospective", lemma, text):
            return True
        if cues().has("moving", lemma, text) and first:
            before = self.tokens[first - 1].lower
            return cues().has("limiting", before) and not (
                before == "from" and cues().has("putting_off", lemma, text)
            )
        return lemma == "accept" and any(
            self.words[c].lemma.lower() == "invitation" for c in self.children[node]
        )

    def _granted(self, node: int) -> bool:
        """Whether a past verb gives or asks for what a limit ends: "gave them until Friday"."""
        if cues().has("granting", self.words[node].text.lower()):
            return True
        return any(cues().has("threats", self.words[c].text.lower()) for c in self.children[node])

    def _predicate(self, node: int, depth: int) -> Tense:
        """The tense of one predicate by its form and its auxiliaries; None where it inherits."""
        word = self.words[node]
        helpers = [
            self.words[c] for c in self.children[node] if self.words[c].deprel.split(":")[0] in ("aux", "cop")
        ]
        lowers = [h.text.lower().replace("’", "'") for h in helpers]
        if cues().has("ahead", *lowers):
            return "future"
        if word.feats.get("VerbForm") == "Inf" or word.xpos == "VB":
            return self._infinitive(node, lowers, depth)
        if any(h.xpos == "VBD" or h.lemma == "have" for h in helpers) or word.xpos == "VBD":
            return "past"
        if word.xpos == "VBN" and not helpers:
            return "past"
        if word.xpos == "VBN" and "be" in lowers and not cues().has("back", *lowers):
            return "future"  # "is to be paid in January"
        if word.xpos in ("VBZ", "VBP"):
            marks = (self.words[c].text.lower() for c in self.children[node])
            return (
                "future"
                if cues().has("fixed", word.lemma.lower()) or cues().has("conditional", *marks)
                else None
            )
        if word.xpos == "VBG" and self._vowed(node):
            return "future"
        if word.xpos == "VBG" and any(h.xpos in ("VBZ", "VBP") for h in helpers):
            return "future"
        return None

    def _vowed(self, node: int) -> bool:
        """Whether a form in -ing is what somebody promises: "committed itself to voting on Monday"."""
        above = self.words[node].head
        if above < 0 or not cues().has("vowed", self.words[above].text.lower()):
            return False
        return any(self.words[c].text.lower() == "to" for c in self.children[node])

    def _infinitive(self, node: int, helpers: list[str], depth: int) -> Tense:
        """ "agreed to meet" lies ahead, "failed to meet" and "is said to have met" behind."""
        word = self.words[node]
        if cues().has("back", *helpers):
            return "past"
        if cues().has("prospective", *(self.words[c].text.lower() for c in self.children[node])):
            return "future"
        if not 0 <= word.head < len(self.words) or depth > _REACH:
            return None
        relation = word.deprel.split(":")[0]
        above = self.words[word.head]
        if relation == "conj" or cues().has("implicative", above.lemma.lower()):
            return self._predicate(word.head, depth + 1)
        return "future"

    # The words near by

    def _guessed(self, first: int, last: int, limited: bool) -> Tense:
        """From the nearest verb to the left, or to the right where the expression opens its clause."""
        tokens = self.tokens
        low = first
        while low > max(0, first - _REACH) and not self._ends(low):
            low -= 1
        high = last
        while high < min(len(tokens), last + _REACH) and not (high > last and self._ends(high)):
            high += 1
        left = list(range(first - 1, low - 1, -1))
        right = list(range(last, high))
        opening = first - low <= 2 or tokens[first - 2].lower in (
            "and",
            "but",
            ",",
            "while",
            "then",
            "“",
            '"',
        )
        for i in right + left if opening else left + right:
            found = self._verb(i, low)
            if found == "past" and limited and cues().has("granting", tokens[i].lower):
                return "future"
            if found:
                return found
        return None

    def _ends(self, at: int) -> bool:
        """Whether a sentence or a quotation begins at this token."""
        token, before = self.tokens[at], self.tokens[at - 1]
        if token.break_before:
            return True
        return (
            before.text in _ENDS
            and not token.joined
            and token.text[0].isupper()
            and not (
                at > 1
                and before.text == "."
                and self.tokens[at - 2].text[0].isupper()
                and len(self.tokens[at - 2].text) < 5
            )
        )

    def _verb(self, at: int, low: int) -> Tense:
        """What one token says of the tense, with the auxiliaries before it; None when it is no verb."""
        token = self.tokens[at]
        word = token.lower.replace("’", "'")
        if not token.text[0].islower() and not cues().has("back", word):
            return None
        group = [t.lower for t in self.tokens[max(low, at - 4) : at]]
        if cues().has("ahead", word) or cues().has("prospective", word) or word in ("if", "unless", "once"):
            return "future"
        following = self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""
        if cues().has("moving", word) and cues().has("limiting", following):
            return "past" if following == "from" and cues().has("putting_off", word) else "future"
        if (
            group[-1:] == ["to"]
            and word.isalpha()
            and (not cues().has("never", word) or cues().has("verbs_after_to", word))
        ):
            if word == "have" or cues().has("implicative", *group[-2:-1]):
                return "past"
            return "future"
        verbal = word.endswith("ed") and len(word) > 3 and not cues().has("never", word)
        if not (verbal or cues().has("irregular", word) or cues().has("back", word)):
            return (
                "future"
                if cues().has("fixed", word) and group[-1:] != ["to"] and word.endswith("s")
                else None
            )
        if (
            group[-1:]
            and group[-1] in ("the", "a", "an", "its", "their", "his", "her")
            and not cues().has("back", word)
        ):
            return None
        if cues().has("ahead", *group) or (group[-2:-1] == ["to"] and group[-1] in ("be", "get")):
            return "future"
        return "past"
