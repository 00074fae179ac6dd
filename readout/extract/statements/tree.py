"""The parse as the statements need it: ends, markers, negation, voice, subjects."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from readout.extract.statements.lexicon import listed, words
from readout.extract.tree import Tree as Parse
from readout.extract.tree import once
from readout.knowledge import load

LONGEST = 400
"""Sentences beyond this many words are left to the tagger: no parse of them is worth its time."""
NEGATIONS = {"not", "n't", "n’t", "never", "nor", "neither", "no", "hardly"}
CLOSING = {"”", '"', "''", "’", "»", "“"}
ENDING = {".", "!", "?", "…"}
BREAKING = re.compile("[\n" + "".join(CLOSING) + "]")
"""Without one of these no sentence ends amid what the tagger takes for one."""
NOBODY = {"nobody", "none", "neither", "no-one"}
RELATIVES = {"who", "which", "that", "whom", "whose"}


@dataclass(frozen=True, slots=True)
class Tree(Parse):
    """The parse with what statements ask of it."""

    def telling(self, lemmas: Set[str], forms: Set[str] = frozenset()) -> list[int]:
        """The words with one of some lemmas, or written so, outside sentences too long to parse."""
        found = self.having(lemmas, forms)
        for first, last in self.sentences:
            if last - first > LONGEST:
                found = [index for index in found if not first <= index < last]
        return found

    def breaks(self, index: int) -> bool:
        """Whether a sentence or a paragraph ends before a word, be it in the tagger's eyes or the text's."""
        before, word = self.words[index - 1], self.words[index]
        if before.sentence != word.sentence:
            return True
        if before.end < word.start and "\n" in self.text[before.end : word.start]:
            return True
        ended = before.text in CLOSING and index > 1 and self.words[index - 2].text in ENDING
        return ended and word.text[:1].isupper()

    def break_in(self, first: int, last: int) -> int | None:
        """The first word of a range before which a sentence or a paragraph ends."""
        if first >= last:
            return None
        start, end = self.words[first - 1], self.words[last - 1]
        if start.sentence == end.sentence and not BREAKING.search(self.text, start.start, end.start):
            return None
        return next((index for index in range(first, last) if self.breaks(index)), None)

    def marked(self, index: int) -> set[str]:
        """The markers of a word, in lower case: "as", "to", "by", "according"."""
        rels, lows = self.rels, self.lows
        return {lows[kid] for kid in self.children[index] if rels[kid] in ("case", "mark")}

    @once
    def negated(self, index: int) -> int | None:
        """The word that negates this one ("did not say", "nor did it say"), or None."""
        for kid in self.children[index]:
            relation = self.rels[kid]
            negating = self.lows[kid] in NEGATIONS and not self._not_only(kid)
            if negating and relation in ("advmod", "cc", "det", "aux"):
                return kid
            if relation == "nsubj" and kid < index and self._nobody(kid) and not self._nearer(kid, index):
                return self.subtree(kid)[0]
            if relation in ("obl", "advmod") and self._at_no_point(kid):
                if kid < index:
                    return self.subtree(kid)[0]
                if self.lows[kid] == "nowhere" and relation == "advmod":
                    return kid  # "Lima's note mentions it nowhere"
        return self._negated_above(index)

    def _nearer(self, subject: int, verb: int) -> bool:
        """Whether another subject stands nearer to a verb: "Nobody, [Orr] says, asked her"."""
        return any(subject < kid < verb and self.rels[kid] == "nsubj" for kid in self.children[verb])

    def _negated_above(self, index: int) -> int | None:
        """The negation of a verb joined by "or": "did not name the men or say where they were"."""
        word = self.words[index]
        if self.rels[index] != "conj" or word.xpos != "VB" or not 0 <= word.head < index:
            return None
        if self.words[word.head].xpos != "VB" or self.kids(index, "aux", "nsubj", "mark"):
            return None
        joins = any(self.lows[kid] in ("or", "nor") for kid in self.kids(index, "cc"))
        return self.negated(word.head) if joins else None

    def _not_only(self, index: int) -> bool:
        """ "Not only did she say it": nothing is negated."""
        last = index + 1 >= len(self.words)
        return not last and self.words[index + 1].text.casefold() in ("only", "just", "merely")

    def _at_no_point(self, index: int) -> bool:
        """Whether a word begins a clause with "nowhere" or "at no point"."""
        if self.words[index].text.casefold() == "nowhere":
            return True
        no = any(self.words[kid].text.casefold() == "no" for kid in self.kids(index, "det"))
        return no and self.rels[index] == "obl" and self.lemmas[index] in ("point", "time", "stage", "moment")

    def _nobody(self, index: int) -> bool:
        """Whether a subject is nobody: "no one at the ministry", "neither of them"."""
        start = self.subtree(index)[0]
        first = self.lows[start]
        if first == "not" and self.lows[start + 1] in ("one", "a"):
            return self.words[start + 1].head == index or start + 1 == index
        return first in NOBODY or (
            first == "no" and self.words[index].text.casefold() in ("one", "official", "officials")
        )

    def auxiliaries(self, index: int) -> list[int]:
        """The auxiliary and modal words of a verb."""
        rels = self.rels
        return [kid for kid in self.children[index] if rels[kid] == "aux"]

    @once
    def passive(self, index: int) -> bool:
        """Whether a verb is passive ("were told"), not merely perfect ("had told")."""
        helpers = {self.lemmas[kid] for kid in self.auxiliaries(index)}
        if "have" in helpers and not helpers & {"be", "get"}:
            return False
        loose = not helpers and self.words[index].deprel in ("advcl", "acl")
        if loose and any(self.deprels[kid] == "nsubj" and kid < index for kid in self.children[index]):
            return False  # "Orr, who pointedly refused to say it", whatever the form looks like
        if loose and (
            self.words[index].xpos == "VBN" or (self.words[index].xpos == "VBD" and self._opens(index))
        ):
            return True
        deprels = self.deprels
        return bool([kid for kid in self.children[index] if deprels[kid] in ("nsubj:pass", "aux:pass")])

    def _opens(self, index: int) -> bool:
        """Whether a verb stands first in its sentence, without a subject: "Asked why …"."""
        return not self.kids(index, "nsubj") and index == self.sentence(index)[0]

    def subject(self, index: int) -> int | None:
        """The grammatical subject: its own, or that of the verb it is joined to or hangs from."""
        seen = 0
        while index >= 0 and seen < 12:
            own = self.kids(index, "nsubj", "csubj")
            if len(own) > 1 and own[-1] < index and self._apposed(own[-1]):
                own = own[:-1]
            if len(own) == 1:
                return own[0]
            if own:
                return min(own, key=lambda kid, at=index: abs(at - kid))  # type: ignore[misc]
            word = self.words[index]
            if (above := self.joined_above(index)) is not None:
                index, seen = above, seen + 1
                continue
            if (doer := self._doer(index)) is not None:
                return doer
            if self.rels[index] in ("conj", "xcomp", "parataxis") or (
                self.rels[index] == "advcl" and (word.xpos == "VBG" or "to" not in self.marked(index))
            ):
                index, seen = word.head, seen + 1
                continue
            if self.rels[index] == "acl":
                return word.head if word.head >= 0 else None
            return None
        return None

    def _doer(self, index: int) -> int | None:
        """Whose act a participle tells: "recalled [one of them] telling her", "has [Orr] saying no"."""
        word = self.words[index]
        if self.marked(index) == {"of"} and word.head >= 0 and self.lemmas[word.head] == "accuse":
            blamed = self.kids(word.head, "obj", "iobj")
            return blamed[0] if blamed and blamed[0] < index else None
        if word.xpos != "VBG" or self.rels[index] not in ("xcomp", "ccomp") or self.marked(index):
            return None
        things = [*self.kids(index, "obj"), *self.kids(word.head, "obj", "iobj")]
        near = [kid for kid in things if word.head < kid < index]
        if not near or self.subtree(near[-1])[-1] >= index:
            return None
        person = self.words[near[-1]].upos in ("PROPN", "PRON", "NUM")
        return near[-1] if person or self.lemmas[near[-1]] in listed("audiences") else None

    def _apposed(self, noun: int) -> bool:
        """Whether a second subject stands between commas: "Orr, once the mayor, said that …"."""
        held = self.subtree(noun)
        if held[-1] + 1 < len(self.words) and self.lows[held[-1]] != ",":
            held = [*held, held[-1] + 1]
        first = held[0] if self.lows[held[0]] == "," else held[0] - 1
        return first >= 0 and self.lows[first] == "," == self.lows[held[-1]] and noun > first

    @once
    def joined_above(self, index: int) -> int | None:
        """The verb above that a joined one agrees with: "He notes that raids may spread and calls for calm".

        "calls" cannot be what many raids do, so that it is joined to "notes". Neither can "ruled" be joined
        to "would honor" in "He said Chad would honor the truce but ruled out a treaty".
        """
        word = self.words[index]
        lower = word.head
        if self.rels[index] != "conj" or lower < 0:
            return None
        past = word.xpos == "VBD" or (word.upos == "VERB" and word.text.endswith("ed"))
        if past and word.xpos in ("VBD", "VB") and self.words[lower].xpos == "VB":
            return self._past_above(index, lower)
        if word.xpos == "VBD" and self.words[lower].xpos == "VBG" and self.rels[lower] in ("advcl", "ccomp"):
            return self._past_above(index, lower)
        if word.xpos == "VBD" and self.words[lower].xpos == "VBP" and self.rels[lower] == "ccomp":
            return self._past_above(index, lower)
        said = word.xpos == "VBD" or (
            past and any("that" in self.marked(k) for k in self.kids(index, "ccomp"))
        )
        if said and self.words[lower].xpos == "VBN" and self.rels[lower] == "ccomp":
            return self._said_above(index, lower)
        if past and self.rels[lower] == "ccomp" and self._of_a_paper(lower):
            return self._past_above(index, lower)
        if word.xpos == "VBD" == self.words[lower].xpos and self.rels[lower] == "ccomp":
            return self._he_above(index, lower)
        ends = word.upos == "VERB" and word.text.endswith("s") and not self.lemmas[index].endswith("s")
        if ends and self.words[lower].xpos == "VB" and "to" in self.marked(lower):
            return self._present_above(index, lower)
        helpers = self.auxiliaries(index)
        singular = word.xpos == "VBZ" or any(self.words[kid].text.casefold() == "has" for kid in helpers)
        if not singular or self.rels[lower] != "ccomp" or self.kids(index, "nsubj", "mark"):
            return None
        if helpers and word.xpos == "VBZ":
            return None
        subject = self.kids(lower, "nsubj")
        many = subject and (
            self.words[subject[0]].xpos in ("NNS", "NNPS")
            or self.words[subject[0]].text.casefold() in ("they", "we", "you", "i")
        )
        above = self.words[lower].head
        return above if many and above >= 0 and self.words[above].xpos == "VBZ" else None

    def _of_a_paper(self, clause: int) -> bool:
        """Whether a clause tells of a document, which vows nothing: "said the form was old, vowed to …"."""
        held = words("media", "documents")
        return any(
            self.words[k].upos == "NOUN" and self.lemmas[k] in held for k in self.kids(clause, "nsubj")
        )

    def _he_above(self, index: int, lower: int) -> int | None:
        """The past verb above that of a body: "Orr said that Chad warned of rain and said he was happy".

        "he" cannot be Chad, so that it is Orr who "said he was happy".
        """
        above = self.words[lower].head
        if above < 0 or self.words[above].xpos != "VBD" or self.kids(index, "nsubj", "aux", "mark", "cop"):
            return None
        oneself = [deep for kid in self.kids(index, "ccomp") for deep in self.kids(kid, "nsubj")]
        if not any(self.lows[kid] in ("he", "she") for kid in oneself):
            return None
        body = [
            kid
            for kid in self.kids(lower, "nsubj")
            if self.lemmas[kid] in listed("bodies") or load().country(self.words[kid].text) is not None
        ]
        return above if body and self.kids(above, "nsubj") else None

    def _said_above(self, index: int, lower: int) -> int | None:
        """The past verb above a passive: "said that huts had been burnt, and urged donors to act"."""
        above = self.words[lower].head
        if self.kids(index, "nsubj", "aux", "mark", "cop") or above < 0:
            return None
        if not self.passive(lower) and not any(self.lows[aux] == "had" for aux in self.auxiliaries(lower)):
            return None
        return above if self.words[above].xpos == "VBD" and self.kids(above, "nsubj") else None

    def _past_above(self, index: int, lower: int) -> int | None:
        """The past verb above one that cannot be joined to "would go" or "to go"."""
        bare = self.words[lower].xpos == "VB" and (
            "to" in self.marked(lower) or any(self.words[kid].xpos == "MD" for kid in self.auxiliaries(lower))
        )
        # "accused it of arming rebels and said that …", "demanded that they withdraw and threatened to …"
        bare = bare or self.words[lower].xpos in ("VBG", "VBP") or self.rels[lower] == "ccomp"
        if not bare or self.kids(index, "nsubj", "aux", "mark", "cop"):
            return None
        at, seen = self.words[lower].head, 0
        while at >= 0 and seen < 4 and self.words[at].upos != "VERB":
            at, seen = self.words[at].head, seen + 1
        return at if at >= 0 and self.words[at].xpos == "VBD" else None

    def _present_above(self, index: int, lower: int) -> int | None:
        """The present verb above one that cannot join "to go": "calls on Chad to pay and thanks Mali"."""
        above = self.words[lower].head
        if self.kids(index, "nsubj", "aux", "mark", "cop") or above < 0:
            return None
        return above if self.words[above].xpos == "VBZ" else None

    @once
    def agent(self, index: int) -> int | None:
        """Who does it in a passive: "was told by officers" -> officers."""
        for kid in self.kids(index, "obl"):
            marks = self.marked(kid)
            opens = self.lows[self.subtree(kid)[0]]
            if "by" in marks or (self.words[kid].deprel == "obl:agent" and opens not in ("on", "about")):
                return kid
        return None

    def compounds(self, index: int) -> str:
        """A noun with its compound parts: "morning radio address", "news conference"."""
        parts = [
            kid for kid in self.children[index] if self.rels[kid] in ("compound", "flat") and kid < index
        ]
        return " ".join(self.words[kid].text for kid in [*parts, index])
