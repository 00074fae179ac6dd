"""Triggers: the words that tell of an event, by the patterns of the lexicon.

"Rebels opened fire" → "opened" with the pattern ``v open obj:fire`` (ASSAULT, firearms).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from readout.extract.events import lexicon
from readout.extract.events.cast import Cast
from readout.extract.events.lexicon import Entry, Need, words
from readout.extract.events.tree import Tree
from readout.model.amount import Amount
from readout.model.analysis import Analysis, Word

COUNTS = words("counts")
OFFICIAL = words("official")
PEOPLE = words("people")
PERSONAL = words("personal")
TIMES = words("times")
DAYS = words("days")
MONTHS = frozenset({"march", "may"})
PARTICLES = ("off", "out", "up", "down", "over")
BESIDE = frozenset({*PARTICLES, "in", "on", "away", "back", "through"})
HYPHENS = frozenset({"-", "‑"})
KINDS = {"VERB": "v", "ADJ": "a", "NOUN": "n"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, its pattern, the words that complete it, and its light verb."""

    at: int
    entry: Entry
    parts: tuple[int, ...] = ()
    light: int | None = None
    effect: str | None = None


@dataclass(frozen=True, slots=True)
class Matcher:
    """Finds triggers in one text."""

    tree: Tree
    cast: Cast
    labels: dict[int, str]
    measured: frozenset[int]
    slots: dict[tuple[int, str], list[int]] = field(default_factory=dict, repr=False, compare=False)
    said: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    nameables: dict[int, list[int]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, analysis: Analysis, tree: Tree, cast: Cast, amounts: tuple[Amount, ...]) -> Matcher:
        """A matcher with the names and figures of the text."""
        labels = {i: e.label for e in analysis.entities for i in range(e.first, min(e.last, len(tree.words)))}
        measured = frozenset(i for a in amounts for i in tree.beginning(a.anchor.start, a.anchor.end))
        return cls(tree, cast, labels, measured)

    def triggers(self) -> list[Trigger]:
        """Every trigger, in order; nouns that complete a verb's pattern are not triggers of their own."""
        found: list[Trigger] = []
        taken: set[int] = set()
        nouns: list[int] = []
        for word in self._telling():
            kind, i = KINDS.get(word.upos), word.index
            if kind is None:
                continue
            if kind == "n":
                if word.deprel not in ("compound", "nmod:desc"):
                    nouns.append(i)
                continue
            if word.deprel == "compound":
                continue
            if word.deprel == "amod" and not self.tree.kids(word.index, "obj", "nsubj"):
                continue
            trigger = self._first(word.index, kind)
            if trigger is not None:
                taken.update(j for p in trigger.parts for j in self.tree.joined(p))
                behind = ("for",) if trigger.entry.type == "NONE" else ("in", "of", "worth")
                taken.update(j for p in trigger.parts for j in self.tree.phrases(p, *behind))
                if trigger.entry.type != "NONE":
                    found.append(trigger)
        for i in nouns:
            if i not in taken:
                trigger = self._first(i, "n")
                if trigger is not None and trigger.entry.type != "NONE":
                    found.append(self._lit(trigger))
        return sorted(found, key=lambda t: t.at)

    def _telling(self) -> list[Word]:
        """The words that may tell of an event: those with a pattern, and those behind a hyphen."""
        words = self.tree.words
        found = self.tree.having(lexicon.lemmas())
        found += [i + 1 for i in self.tree.written(HYPHENS) if i + 1 < len(words)]
        return [words[i] for i in dict.fromkeys(found)]

    def _first(self, i: int, kind: str) -> Trigger | None:
        known = lexicon.by_lemma()
        hyphened = i > 1 and self.tree.lows[i - 1] in HYPHENS
        if not hyphened and (kind, self.tree.lemmas[i]) not in known:
            return None
        spoken = self.spoken(self.tree.words[i].sentence)
        for lemma in self._spellings(i) if hyphened else (self.tree.lemmas[i],):
            for entry in lexicon.group(kind, lemma).among(spoken):
                parts = self._fits(i, entry)
                if parts is not None:
                    return Trigger(i, entry, parts)
        return None

    def _spellings(self, i: int) -> list[str]:
        """The lemma, and before it the lemma with what a hyphen ties to it: "cease-fire", "fire"."""
        words, lemma = self.tree.words, self.tree.lemma(i)
        if i < 2 or words[i - 1].text not in HYPHENS or words[i - 2].end != words[i - 1].start:
            return [lemma]
        return [f"{words[i - 2].text.lower()}-{lemma}", lemma]

    def _fits(self, i: int, entry: Entry) -> tuple[int, ...] | None:
        parts: list[int] = []
        if entry.type == "THREATEN" and any(map(self._past, self.tree.kids(i, "ccomp"))):
            return None
        for need in entry.needs:
            if need.slot == "mod":
                places = [*(parts or self.tree.objects(i)), i] if entry.kind == "v" else [i]
                held = [k for p in places for k in self._modifiers(p) if self.tree.lemma(k) in need.lemmas]
                if entry.type == "NONE":  # "a three-day visit" is no day trip
                    held = [k for k in held if not self._length(k)]
            else:
                held = self._held(i, need)
            if bool(held) == need.absent:
                return None
            if not need.absent and (need.lemmas or need.slot == "prt") and need.slot not in ("subj", "mod"):
                parts.extend(h for h in held if h >= 0)
        return tuple(parts)

    def _past(self, k: int) -> bool:
        """Whether a clause tells what was done: "told the king that rebels attacked" threatens nobody."""
        helped = any(self.tree.words[j].xpos == "MD" for j in self.tree.kids(k, "aux"))
        return self.tree.words[k].xpos in ("VBD", "VBN") and not helped

    def _length(self, k: int) -> bool:
        """Whether a word only measures: "day" of "a three-day visit"."""
        return k > 0 and self.tree.lemmas[k] in TIMES and self.tree.lows[k - 1] in HYPHENS

    def _held(self, i: int, need: Need) -> list[int]:
        """The words that fill a need; [-1] where it is met by no word of its own."""
        tree, slot = self.tree, need.slot
        if slot == "num":
            return [-1] if tree.words[i].feats.get("Number") == "Plur" else []
        if slot == "voice":
            return [-1] if tree.passive(i) else []
        if slot == "prt":
            beside = [i + 1] if self._behind(i) else []
            held = tree.kids(i, "compound:prt", "advmod", "obl")
            return [k for k in (*held, *beside) if tree.lemma(k) in need.lemmas]
        if slot == "x":
            places = tree.kids(i, "xcomp", "obl", "acl", "amod", "advmod")
            places += (
                [k for j in tree.kids(i, "obj") for k in tree.kids(j, "amod", "acl")] if need.lemmas else []
            )
            deeper = [
                k for j in places for k in tree.kids(j, "xcomp", "conj", "amod", "compound", "flat", "appos")
            ]
            predicate = [k for k in places if self.tree.rel(k) == "xcomp"] + tree.kids(i, "obj")[1:]
            return (
                [k for k in [*places, *deeper] if tree.lemma(k) in need.lemmas] if need.lemmas else predicate
            )
        if slot == "+from":
            return [k for k in tree.kids(i, "advcl") if self._kept_from(k)]
        if slot in ("+to", "+that"):
            below = tree.kids(i, "xcomp", "ccomp") + [k for k in tree.kids(i, "advcl") if self._infinitive(k)]
            below = [k for k in below if self._infinitive(k) == (slot == "+to")]
            below = [k for k in below if not self._quoted_apart(i, k)]
            return [k for k in below if not need.lemmas or tree.lemma(k) in need.lemmas]
        if slot == "obj" and need.lemmas:
            return [j for j in self._nameable(i) if self._is(j, j, need)]
        heads = self._things(i) if slot == "obj" else self.slot(i, slot)
        if slot == "obj" and need.kind == "someone":
            heads += self._beside(i)
        if slot == "obj" and need.kind == "amount":
            heads += [k for k in tree.kids(i, "obl", "nmod", "obj") if self._all_measured(k)]
        if slot.startswith("@") and tree.words[i].upos == "VERB":
            heads += [k for j in tree.objects(i) for k in self.slot(j, slot)]
        return [j for h in heads for j in tree.joined(h) if self._is(j, h, need)]

    def _things(self, i: int) -> list[int]:
        """All that can be the object of a verb: its objects, whom it gives to, what these only count."""
        tree = self.tree
        heads = self.slot(i, "obj") + tree.kids(i, "iobj") + self._loose(i)
        if any(tree.lemma(h) in COUNTS or tree.lemma(h) in TIMES for h in heads):
            heads += tree.phrases(i, "of")
        return heads + [k for h in heads if tree.words[h].upos == "NUM" for k in tree.phrases(h, "of")]

    def _beside(self, i: int) -> list[int]:
        """Objects before which a particle stands as if it were their preposition: "sent in forty men"."""
        if i + 1 >= len(self.tree.words) or self.tree.lows[i + 1] not in BESIDE:
            return []
        return [k for k in self.tree.kids(i, "obl", "obj") if i + 1 in self.tree.kids(k, "case")]

    def _nameable(self, i: int) -> list[int]:
        """The words that can be an object of a verb, for patterns that ask for one by its lemma."""
        found = self.nameables.get(i)
        if found is None:
            tree = self.tree
            heads = self._things(i) + self._beside(i)
            heads += [k for k in tree.kids(i, "obl:unmarked") if k > i]  # "gave them a week"
            if any(h in self.measured for h in heads):
                heads += tree.phrases(i, "in", "of", "worth")
            found = self.nameables[i] = [j for h in heads for j in tree.joined(h)]
        return found

    def _behind(self, i: int) -> bool:
        """Whether a particle right behind a verb was taken for a preposition: "sent in forty men"."""
        tree = self.tree
        if i + 1 >= len(tree.words) or tree.words[i + 1].deprel != "case":
            return False
        phrase = tree.words[tree.words[i + 1].head]  # none stands before a month: "sworn in May"
        return phrase.head == i and not (phrase.upos == "PROPN" and phrase.lemma.lower() in DAYS)

    def _quoted_apart(self, i: int, k: int) -> bool:
        """Whether a quotation opens between two words."""
        return any(w.text in ("“", '"', "``", "«") for w in self.tree.words[i:k])

    def _infinitive(self, i: int) -> bool:
        return any(self.tree.words[k].text.lower() == "to" for k in self.tree.kids(i, "mark"))

    def slot(self, i: int, slot: str) -> list[int]:
        """The heads in a slot of a verb or noun: obj, subj, iobj, poss, mod, by or a preposition."""
        held = self.slots.get((i, slot))
        if held is None:
            held = self.slots[i, slot] = self._slot(i, slot)
        return held.copy()

    def _slot(self, i: int, slot: str) -> list[int]:
        tree = self.tree
        if slot == "obj":
            return tree.objects(i) or tree.kids(i, "iobj") or self._loose(i) or self._predicated(i)
        if slot == "subj":
            agent = tree.agent(i)
            return [] if agent is None else [agent]
        if slot == "iobj":
            given = tree.given(i)
            return tree.kids(i, "iobj") or ([] if given is None else [given]) or tree.kids(i, "obj")[:-1]
        if slot == "poss":
            return tree.kids(i, "nmod:poss")
        if slot == "mod":
            return tree.kids(i, "amod", "compound", "nmod:desc")
        slot = slot.lstrip("@")
        if not self.says(i, slot):
            return []
        agents = [k for k in tree.kids(i, "obl:agent") if tree.preposition(k) != "according to"]
        around = tree.phrases(i)
        near = [k for k in (*agents, *around) if self._under(k, slot)]
        if near or not around:
            return near
        if slot == "of" and tree.words[i].upos == "NOUN":  # "the signing by their ministers of a pact"
            around = [j for j in around if tree.preposition(j) == "by"]
        elif slot != "with" and not (slot in ("to", "by", "on") and tree.words[i].upos == "NOUN"):
            around = [j for j in around if tree.lemma(j) in DAYS]  # "fired on Tuesday at the crowd"
        return [k for j in around for k in tree.phrases(j) if self._under(k, slot)]

    def says(self, i: int, preposition: str) -> bool:
        """Whether a preposition stands anywhere in the sentence of a word."""
        return preposition.lstrip("@") in self.spoken(self.tree.words[i].sentence)

    def spoken(self, sentence: int) -> frozenset[str]:
        """The words of a sentence and their lemmas: most that a pattern asks for are not among them."""
        found = self.said.get(sentence)
        if found is None:
            tree = self.tree
            known = 0 <= sentence < len(tree.sentences)
            first, last = tree.sentences[sentence] if known else (0, len(tree.words))
            held = {*tree.lows[first:last], *tree.lemmas[first:last]}
            if "-" in held or "‑" in held:
                tied = [i for i in range(max(first, 1), last) if tree.lows[i - 1] in HYPHENS]
                held.update(said for i in tied for said in self._spellings(i))
            found = self.said[sentence] = frozenset(held)
        return found

    def _under(self, i: int, preposition: str) -> bool:
        said = self.tree.preposition(i)
        return (
            said == preposition
            or (said, preposition) == ("out of", "out")
            or (said.split(" ")[-1:] == [preposition] and said not in ("out of", "because of", "ahead of"))
        )

    def _kept_from(self, i: int) -> bool:
        """Whether a clause tells what somebody is kept from: "stopped them from landing"."""
        return any(self.tree.lows[k] == "from" for k in self.tree.kids(i, "mark"))

    def _all_measured(self, i: int) -> bool:
        """Whether a phrase with its preposition is a figure: "up to 20 million euros"."""
        cases = self.tree.kids(i, "case")
        return i in self.measured and bool(cases) and all(k in self.measured for k in cases)

    def _loose(self, i: int) -> list[int]:
        """Objects that the parse took for phrases: "cordoned off the square", "$3 million in sales"."""
        tree = self.tree
        return [
            k
            for k in tree.kids(i, "obl", "obj")
            if (tree.preposition(k) in PARTICLES and i + 1 in tree.kids(k, "case"))
            or any(j in self.measured for j in tree.kids(k, "compound"))
        ]

    def _predicated(self, i: int) -> list[int]:
        """The subject of what somebody is called: "called the general a traitor"."""
        return [j for k in self.tree.kids(i, "xcomp") for j in self.tree.kids(k, "nsubj") if i < j < k]

    def _modifiers(self, i: int) -> list[int]:
        below = self.tree.kids(i, "amod", "compound", "nmod", "nmod:poss", "acl", "nummod")
        return below + [k for j in below for k in self.tree.kids(j, "compound", "amod", "conj")]

    def _is(self, j: int, head: int, need: Need) -> bool:
        tree = self.tree
        if need.lemmas:
            if tree.lows[j - 1] in HYPHENS:
                held = not need.lemmas.isdisjoint(self._spellings(j))
            else:
                held = tree.lemmas[j] in need.lemmas
            month = held and tree.lemmas[j] in MONTHS and tree.words[j].upos == "PROPN"
            return (held and not month) or self._counted(j, need.lemmas)
        if need.kind is None:
            return True
        word = tree.words[j]
        if need.kind == "several":
            return j != head or word.feats.get("Number") == "Plur"
        if need.kind == "amount":
            return j in self.measured or any(
                k in self.measured for k in tree.kids(j, "nummod", "nmod", "compound")
            )
        if need.kind == "place":
            if self.labels.get(j) == "place" or self.cast.kind(j) == "country":
                return True
            return word.upos == "PROPN" and self.cast.land(j) is not None
        if need.kind == "named":
            return word.upos == "PROPN"
        if need.kind == "official":
            return tree.lemma(j) in OFFICIAL or (word.upos == "PROPN" and self.cast.kind(j) == "person")
        if need.kind == "country":
            return self.cast.kind(j) in ("country", "government")
        if need.kind == "person":
            return (
                self.cast.kind(j) == "person"
                or self.labels.get(j) == "person"
                or tree.lemma(j) in OFFICIAL
                or word.text.lower() in ("him", "her", "he", "she")
                or (tree.lemma(j) in PEOPLE and bool({"both", "two"} & {tree.lows[k] for k in tree.kids(j)}))
            )
        if need.kind == "someone" and word.upos == "NOUN" and tree.lemma(j) not in TIMES:
            return True
        if need.kind == "someone" and word.upos == "PROPN" and word.feats.get("Number") == "Plur":
            return True
        if word.text.lower() in ("other", "another") and tree.words[j - 1].text.lower() in ("each", "one"):
            return need.kind != "country"
        known = (
            self.cast.at(j) is not None
            or self.labels.get(j) in ("person", "organization", "place")
            or (word.text.lower() in PERSONAL and word.text != "US")
            or tree.lemma(j) in OFFICIAL
        )
        return known or (need.kind == "party" and bool(self.cast.who(j, deep=1)))

    def _counted(self, j: int, lemmas: frozenset[str]) -> bool:
        """Whether the phrase counts such things: "tons of wheat", "a package of aid"."""
        if self.tree.lemmas[j] not in COUNTS and j not in self.measured:
            return False
        counted = self.tree.phrases(j, "of", "in", "worth") + self.tree.kids(j, "compound")
        return any(self.tree.lemmas[k] in lemmas for k in counted)

    def _lit(self, trigger: Trigger) -> Trigger:
        """The trigger with the verb that carries it: "launched an attack", "the march was held"."""
        over = self.tree.words[trigger.at].head
        if 0 <= over < len(self.tree.words) and self.tree.words[over].upos == "VERB":
            effect = lexicon.effects("light").get(self.tree.lemma(over))
            if effect is not None and trigger.at in (self.tree.patient(over), self.tree.child(over, "obj")):
                return Trigger(trigger.at, trigger.entry, trigger.parts, over, effect)
        return trigger
