"""What part a word plays in its sentence: does it act, is it a place, what is quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.lexicon import words
from readout.extract.actors.lines import openers
from readout.extract.actors.phrase import Phrase
from readout.extract.tree import placed
from readout.model.analysis import Analysis, Word
from readout.model.document import Document

QUOTES = frozenset({"“", "”", "«", "»", '"'})
DASHES = frozenset({"—", "–", "--"})
STOPS = frozenset({".", "!", "?", ".!", "!?"})
CLOSING = frozenset({"”", '"', "'", "’", "»", ")"})
TELLING = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "PART", "NUM"})
HEARING = frozenset({"iobj", "obj", "nsubj:pass", "obl"})
LONGEST = 9
PEOPLE = ("er", "or", "ist", "ian", "ers", "ors", "ists", "ians")


class Roles:
    """Looks into the parse of one text; ``pronoun_owner`` is lent by the pronouns."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self.document = document
        self.words = analysis.words
        self.starts = [word.start for word in analysis.words]
        self.lows = [word.text.lower() for word in analysis.words]
        self.of_low = placed(self.lows)
        self.opening = openers(document.text, self.words, self.starts)
        self.blocks = openers(document.text, self.words, self.starts, "\n\n")
        self.pronoun_owner: Callable[[int], Cluster | None] = lambda _: None
        self.quotes = self._quoted()
        self.sentences = self._numbered(analysis.sentences)
        self.paragraphs = self._paragraphs()

    def written(self, forms: Iterable[str]) -> list[int]:
        """The words that stand in one of some forms, in order."""
        return sorted([at for form in forms for at in self.of_low.get(form, ())])

    def beginning(self, start: int, end: int) -> range:
        """The words that begin within a range of characters."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def beginning_at(self, start: int) -> int | None:
        """The word that begins at a character, if one does."""
        at = bisect_left(self.starts, start)
        return at if at < len(self.starts) and self.starts[at] == start else None

    def exactly(self, start: int, end: int) -> tuple[int, int] | None:
        """The words that hold exactly these characters, as a half-open range; None where one is cut."""
        first, last = self.beginning_at(start), bisect_left(self.starts, end)
        whole = first is not None and first < last and self.words[last - 1].end == end
        return (first, last) if first is not None and whole else None

    def _numbered(self, sentences: Sequence[tuple[int, int]]) -> list[int]:
        """The sentence of each word, with a new one also where a quotation's full stop was read over."""
        opening = {first for first, _ in sentences} - {0}
        for stop in self.written(STOPS):
            after = stop + 1
            while self.text(after) in CLOSING and after not in opening:
                after += 1
            if self.text(after)[:1].isupper():
                opening.add(after)
        return self._counted(opening)

    def _paragraphs(self) -> list[int]:
        """The paragraph of each word; a single line's end parts them where no empty line does."""
        parted = "\n\n" in self.document.text.strip()
        return self._counted(self.blocks if parted else self.opening)

    def _counted(self, opening: Iterable[int]) -> list[int]:
        """For each word how many of those that open something stand up to it."""
        numbers: list[int] = []
        for number, at in enumerate([*sorted(opening), len(self.words)]):
            numbers += [number] * (at - len(numbers))
        return numbers

    def _quoted(self) -> list[int]:
        """For each word the number of its quotation, 0 outside; a paragraph's end closes one."""
        numbers: list[int] = []
        current, number, opening = 0, 0, self.blocks - {len(self.words)}
        for at in sorted(opening.union(self.written(QUOTES))):
            numbers += [current] * (at - len(numbers))
            said = self.words[at].text
            if at in opening and said not in ("“", '"'):
                current = 0
            if said in ("“", "«") or (said == '"' and not current):
                number += 1
                current = number
            elif said in QUOTES:
                numbers.append(current)
                current = 0
        return numbers + [current] * (len(self.words) - len(numbers))

    def span(self, first: int, last: int) -> str:
        """The characters of some words, white space made single."""
        return " ".join(self.document.text[self.words[first].start : self.words[last - 1].end].split())

    def gap(self, at: int) -> str:
        """The white space before a word."""
        return self.document.text[self.words[at - 1].end : self.words[at].start] if at else ""

    def text(self, at: int) -> str:
        """The word at an index, empty outside the text."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def sentence(self, at: int) -> int:
        """The sentence of a word."""
        return self.sentences[at]

    def paragraph(self, at: int) -> int:
        """The paragraph of a word."""
        return self.paragraphs[at]

    def governor(self, at: int) -> Word | None:
        """The word that governs, through conjuncts: of "Oslo" in "Rome and Oslo said", "said"."""
        word, seen = self.words[at], 0
        while word.deprel in ("conj", "flat", "appos", "compound") and word.head >= 0 and seen < 5:
            word, seen = self.words[word.head], seen + 1
        return self.words[word.head] if word.head >= 0 else None

    def role(self, at: int) -> str:
        """The relation of a word or of the conjunct that it is joined to."""
        word, seen = self.words[at], 0
        while word.deprel in ("conj", "flat") and word.head >= 0 and seen < 5:
            word, seen = self.words[word.head], seen + 1
        return word.deprel

    def agent(self, at: int) -> bool:
        """Whether a noun does what people and bodies do (says, pledges), or follows "by", "according to"."""
        role, verb = self.role(at), self.governor(at)
        if role == "nsubj" and verb is not None and verb.lemma in words("acts"):
            return True
        start = at
        while (
            start > 0
            and self.words[start - 1].upos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART")
            and at - start < 6
        ):
            start -= 1
        before = [self.text(start - 2).lower(), self.text(start - 1).lower()]
        if before == ["according", "to"]:
            return True
        if before[1] == "by" and verb is not None and verb.upos == "VERB":
            return True
        return before[1] in ("citing", "quoting") or (
            before[1] in ("said", "says", "told", "told") and role == "nsubj"
        )

    def addressed(self, at: int) -> bool:
        """Whether a noun is whom one accuses, tells, asks: "the council blamed the union"."""
        verb = self.governor(at)
        return verb is not None and self.role(at) in ("obj", "iobj") and verb.lemma in words("addressed")

    def told(self, at: int) -> bool:
        """Whether a noun is whom one says something to: "warned farmers", "replied to the union"."""
        role, verb = self.role(at), self.governor(at)
        if verb is None or role not in HEARING:
            return False
        if role != "obl":
            return verb.lemma in words("telling")
        sides = {
            w.text.lower() for w in self.words[max(at - 6, 0) : at] if w.deprel == "case" and w.head == at
        }
        return bool(sides & {"to", "on"}) and verb.lemma in words("saying" if "to" in sides else "calling")

    def party(self, at: int) -> bool:
        """Whether a noun does what people and bodies do, or hears what they say."""
        return self.agent(at) or self.told(at) or self._relative(at)

    def _relative(self, at: int) -> bool:
        """Whether a clause tells what somebody says: "rang the regulator, which told them to wait"."""
        who = at + 1 + (self.text(at + 1) == ",")
        if self.text(who) not in ("who", "which"):
            return False
        verb = next((w for w in self.words[who + 1 : who + 5] if w.upos == "VERB"), None)
        return verb is not None and (verb.lemma == "tell" or verb.lemma in words("speech"))

    def listeners(self) -> list[int]:
        """Nouns of whom a verb says that they are people or a gathering: "told tappers", "a caller said"."""
        return [
            w.index
            for w in self.words
            if w.upos == "NOUN"
            and (
                (w.deprel in ("iobj", "obj") and self._listens(w) and self.told(w.index))
                or (w.deprel == "nsubj" and self._speaks(w))
            )
        ]

    def _speaks(self, word: Word) -> bool:
        """Whether by its form a noun is somebody, who says something: "a caller said", no "letter"."""
        low, verb = word.text.lower(), self.governor(word.index)
        if not low.endswith(PEOPLE) or low in words("lifeless") or verb is None:
            return False
        return verb.upos == "VERB" and (verb.lemma == "tell" or verb.lemma in words("speech"))

    def _listens(self, word: Word) -> bool:
        """Whether a noun may be somebody: a plural that hears something, a meeting, no "told lies"."""
        gathered = word.text.lower() in words("gatherings")
        if word.deprel == "iobj":
            return word.xpos == "NNS" or gathered or word.text.lower().endswith(PEOPLE)
        if not (gathered or word.xpos == "NNS" or self.text(word.index - 1).lower() in ("a", "an")):
            return False
        more = self._more_of(word)
        people = word.text.lower().endswith(PEOPLE) or (word.xpos == "NNS" and "xcomp" in more)
        return bool(more) and (gathered or people)

    def _more_of(self, word: Word) -> set[str]:
        """What a verb has beside its object: a clause of "urged tappers to wait"."""
        near = self.words[max(word.head - 40, 0) : word.index + 20]
        return {w.deprel for w in near if w.head == word.head} & {"ccomp", "xcomp", "obl", "parataxis"}

    def cited(self, at: int) -> bool:
        """Whether somebody is who another one cites: "which cited two people close to the talks"."""
        verb = self.governor(at)
        return verb is not None and self.role(at) == "obj" and verb.lemma in ("cite", "quote")

    def said_of(self, at: int) -> bool:
        """Whether a noun only says what somebody is: "she is a nurse", "appointed him as minister"."""
        word = self.words[at]
        near = self.words[max(at - 8, 0) : at]
        if any(w.head == at and w.deprel == "cop" for w in near):
            return True
        made = word.head >= 0 and self.words[word.head].lemma in words("made")
        return made and (word.deprel == "xcomp" or any(w.head == at and w.text.lower() == "as" for w in near))

    def complement(self, head: int, last: int) -> str:
        """What follows a noun and says who is meant: " close to the ministry", " for the union in Accra"."""
        if self.text(last).lower() not in words("tells"):
            return ""
        end = last
        while end < min(last + LONGEST, len(self.words)) and self._within(end, head):
            if self.text(end) == "-" and self.words[end].start == self.words[end - 1].end:
                end += 2
                continue
            owns = self.words[end].xpos == "PRP$" and end == last + 1
            if (
                not owns
                and not (end + 1 < len(self.words) and self.words[end + 1].upos == "NUM")
                and self.words[end].upos not in TELLING
                and self.text(end).lower() not in words("tells")
            ):
                break
            end += 1
        while end > last and self.words[end - 1].upos in ("ADP", "DET", "ADJ", "ADV", "PART"):
            end -= 1
        return f" {self.span(last, end)}" if end > last + 1 else ""

    def _within(self, at: int, head: int) -> bool:
        """Whether a word depends on another, directly or through others."""
        seen = 0
        while at >= 0 and at != head and seen < 8:
            at, seen = self.words[at].head, seen + 1
        return at == head

    def acts_as_government(self, phrase: Phrase) -> bool:
        """Whether a capital stands for its government: "Beijing protested", not "in Beijing".

        >>> # "Accra told Lomé to wait": both; "They met in Lomé": not
        """
        at = phrase.head
        if self.text(phrase.last) in DASHES or (
            self.text(phrase.first).isupper() and len(self.text(phrase.first)) > 3
        ):
            return False
        if self.text(phrase.last) in ("'s", "’s"):
            return any(
                self.words[i].lemma in words("stances")
                for i in range(phrase.last + 1, min(phrase.last + 4, len(self.words)))
            )
        if self.words[at].deprel in ("conj",) and self.words[at].head >= 0 and self.words[at].head < at:
            return self._party(self.words[at].head, self.words[at].head)
        return self._party(at, phrase.first)

    def _given(self, at: int, verb: Word) -> bool:
        """Whether a second object follows, so that the first is to whom it goes: "lend Manila 64 billion"."""
        near = self.words[at + 1 : at + 12]
        return self.role(at) == "obj" and any(w.head == verb.index and w.deprel == "obj" for w in near)

    def _does(self, verb: Word) -> bool:
        """Whether a verb tells what a government does: "would look at it", "stood by its envoy", no state."""
        if verb.lemma not in words("static"):
            return True
        parts = [w for w in self.words[max(verb.index - 4, 0) : verb.index + 8] if w.head == verb.index]
        if any(w.deprel == "aux" and w.lemma in words("perhaps") for w in parts):
            return True
        if any(w.deprel == "xcomp" and w.upos == "ADJ" and w.lemma in words("minded") for w in parts):
            return True
        near = self.words[verb.index + 1 : verb.index + 4]
        sides = {w.text.lower() for w in near if w.deprel == "case" and w.head in {p.index for p in parts}}
        return verb.lemma == "stand" and bool(sides & {"by", "behind", "with"})

    def _party(self, at: int, first: int) -> bool:
        before = self.text(first - 1).lower()
        role, verb = self.role(at), self.governor(at)
        lemma = verb.lemma if verb else ""
        if before == "from" and self.text(first - 2).lower() in words("issued"):
            return True
        if before in words("where") and not (before == "from" and lemma in words("acts") - words("moves")):
            return False
        if before == "to":
            if self.text(first - 2).lower() == "according":
                return True
            if self.text(first - 2).lower() in words("addresses"):
                return True
            told = verb is not None and any(
                w.head == verb.index and w.deprel == "obj" and w.lemma in words("addresses")
                for w in self.words[verb.index + 1 : first]
            )
            return told or (lemma in words("acts") and lemma not in words("moves"))
        done = next((i for i in range(first - 2, first - 4, -1) if self.text(i) not in "”’\"'"), first - 2)
        if before == "of" and self.text(done).lower() in words("suffered"):
            return True
        if before in words("with"):
            return before != "of" and lemma not in words("moves")
        if role == "nsubj":
            minded = verb is not None and verb.upos == "ADJ" and lemma in words("minded")
            return minded or bool(verb and verb.upos == "VERB" and self._does(verb))
        if role == "nsubj:pass":
            return lemma in words("addressed")
        if verb is not None and verb.upos == "VERB" and (role == "iobj" or self._given(at, verb)):
            return True
        if role == "obj":
            return lemma in words("addressed")
        return False
