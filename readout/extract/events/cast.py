"""Which actor a word stands for: by its mention, by who speaks ("we"), by pairs ("the two leaders")."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from readout.extract.events import pronouns
from readout.extract.events.lexicon import words
from readout.extract.events.tree import Tree
from readout.knowledge import Country, load
from readout.model.actor import Actor
from readout.model.statement import Statement

PEOPLE = words("people")
PEERS = words("peers")
SIDES = words("sides")
STANDING = words("standing")
PLURALS = words("plurals")
FIRST = {"i": "one", "me": "one", "my": "one", "we": "many", "us": "many", "our": "many"}
THIRD = frozenset({"it", "he", "she", "they"})
STATES = ("country", "government")
ARMED = ("COP", "JUD")
OFFICIAL = ("GOV", "MIL", "COP", "LEG", "SPY", "JUD")


@dataclass(slots=True)
class Cast:
    """The actors of a text by word; ``pair`` is who last acted together, ``paired_in`` where "I" did."""

    tree: Tree
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    holders: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    ids: dict[str, Actor] = field(default_factory=dict)
    starts: list[tuple[int, str]] = field(default_factory=list)
    pair: tuple[str, ...] = ()
    paired_in: int = -1
    states: dict[str, str | None] = field(default_factory=dict)
    together: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    stands: dict[str, str | None] = field(default_factory=dict)
    spoken: Counter[str] | None = None

    def __post_init__(self) -> None:
        self.ids = {actor.id: actor for actor in self.actors}
        by_start = sorted((m.start, m.end, a.id) for a in self.actors for m in a.mentions)
        self.starts = [(start, id) for start, _, id in by_start]
        words, starts = self.tree.words, self.tree.starts
        for start, end, id in by_start:
            first = max(bisect_right(starts, start) - 1, 0)
            if words and words[first].end <= start:
                first += 1
            last = bisect_left(starts, end)
            for w in range(first, last):
                head = not first <= words[w].head < last
                self.holders.setdefault(w, []).append(((end - start) - (10_000 if head else 0), id))

    def at(self, i: int) -> str | None:
        """The actor whose mention this word heads, else the smallest mention that holds it."""
        held = self.holders.get(i)
        return min(held)[1] if held else None

    def heads(self, i: int) -> str | None:
        """The actor of a mention whose head this word is."""
        held = [h for h in self.holders.get(i, ()) if h[0] < 0]
        return min(held)[1] if held else None

    def kind(self, i: int) -> str | None:
        """The kind of the actor that the word stands for."""
        id = self.at(i)
        return self.ids[id].kind if id else None

    def who(self, i: int, deep: bool | int = True) -> tuple[str, ...]:
        """The actors that a phrase stands for; where its head is none, those it belongs to or names."""
        found: list[str] = []
        for j in self.tree.joined(i):
            layers = 4 if deep is True else int(deep)
            found.extend(self._one(j) or self._within(j, layers))
        return tuple(dict.fromkeys(found))

    def _one(self, i: int) -> tuple[str, ...]:
        word = self.tree.words[i]
        said = word.text.lower()
        if said == "we" and self.paired_in == word.sentence and len(self.pair) > 1:
            return self.pair
        if said in FIRST and word.text != "US":
            return self._speaker(i, FIRST[said])
        if said == "you":
            return self._asked(word.start)
        paired = self._paired(i)
        if paired:
            return paired
        id = self.at(i)
        if id is None and said in THIRD and (told := pronouns.told_of_itself(self, i)):
            return told
        if (
            id is None
            and said in ("it", "they")
            and (on := pronouns.as_to(self, i) or pronouns.goes_on(self, i) or pronouns.joined_on(self, i))
        ):
            return on
        if id is None and said in ("it", "them"):
            return pronouns.taken_up(self, i) or pronouns.acted_on(self, i)
        if id is None and said == "both" and word.deprel not in ("det", "det:predet", "cc:preconj"):
            return self._two(i)
        if id is not None and len(self.ids[id].members) > 1 and self.heads(i) == id:
            return self._members(id)
        return (id,) if id else self._state_of(i)

    def _members(self, id: str) -> tuple[str, ...]:
        """Those whom "the two leaders" are, where all are known; else the group itself."""
        members = self.ids[id].members
        people = all(m in self.ids and self.ids[m].kind == "person" for m in members)
        return members if people else (id,)

    def land(self, i: int) -> Country | None:
        """The country that a name stands for: its own, its people's or its capital's."""
        parts = [k for k in self.tree.kids(i, "compound", "amod", "flat") if k < i]
        behind = [k for k in self.tree.kids(i, "flat") if k > i]
        return load().country(" ".join(self.tree.words[k].text for k in [*parts, i, *behind]))

    def town(self, i: int) -> bool:
        """Whether a name is that of a town: "Oslo", not "Norway"."""
        land = self.land(i)
        return self.tree.words[i].upos == "PROPN" and (
            self.heads(i) is None if land is None else self.tree.words[i].text not in (land.name, *land.also)
        )

    def _two(self, i: int) -> tuple[str, ...]:
        """The two of the sentence before: "Two fishermen were detained. Both were released"."""
        words = self.tree.words
        for j in range(i - 1, -1, -1):
            if words[j].sentence < words[i].sentence - 1:
                return ()
            if words[j].text.lower() == "two" and words[j].deprel == "nummod":
                id = self.heads(words[j].head)
                return (id,) if id else ()
        return ()

    def _state_of(self, i: int) -> tuple[str, ...]:
        """The state that a capital or city without an actor of its own lies in."""
        word = self.tree.words[i]
        if word.upos not in ("PROPN", "ADJ") or not word.text[:1].isupper():
            return ()
        land = self.land(i)
        if land is None:
            return ()
        same = [a for a in self.actors if a.country == land.iso3 and a.sector not in ARMED]
        states = [a.id for kind in STATES for a in same if a.kind == kind]
        return tuple(states[:1])

    def _within(self, i: int, layers: int) -> tuple[str, ...]:
        """The nearest actors below a head: "Peru's army", "the Peruvian army", "soldiers from Peru"."""
        tree, layer = self.tree, [i]
        for _ in range(layers):
            below = [
                k
                for j in layer
                for k in tree.kids(j, "nmod", "amod", "compound", "appos", "flat", "acl", "obl", "nummod")
                if tree.preposition(k).split(" ")[-1:] not in (["with"], ["without"], ["than"], ["like"])
            ]
            below = [k for k in below if tree.words[k].deprel != "acl:relcl"]
            found = [id for k in below for j in tree.joined(k) for id in self._one(j)]
            if found:
                return tuple(dict.fromkeys(found))
            layer = below
        return ()

    def _speaker(self, i: int, number: str) -> tuple[str, ...]:
        """Who says "I" or, for "we", the state that the speaker speaks for, else the speaker."""
        word = self.tree.words[i]
        told = [s for s in self.statements if any(a.start <= word.start < a.end for a in s.content)]
        told = [s for s in told if s.form != "indirect"] or told
        told.sort(key=lambda s: sum(a.end - a.start for a in s.content))
        source = next((s.source.actor for s in told if s.source and s.source.actor), None)
        if source is None or source not in self.ids:
            return ()
        speaker = self.ids[source]
        if number == "many" and speaker.country and speaker.kind == "person" and self._official(speaker):
            state = next(
                (
                    a.id
                    for kind in STATES
                    for a in self.actors
                    if a.kind == kind and a.country == speaker.country
                ),
                None,
            )
            if state:
                return (state,)
        return (source,)

    def _asked(self, at: int) -> tuple[str, ...]:
        """Who is asked in a transcript: whose turn comes next, behind a question that nobody signs."""
        turns = sorted(
            (s.content[0].start, n) for n, s in enumerate(self.statements) if s.form == "direct" and s.content
        )
        spot = bisect_right(turns, (at, len(self.statements))) - 1
        if not 0 <= spot < len(turns) - 1:
            return ()
        asking, answer = (self.statements[turns[k][1]] for k in (spot, spot + 1))
        put = "?" in asking.content[-1].exact and (asking.source is None or asking.source.actor is None)
        if not put or asking.content[-1].end <= at or answer.source is None:
            return ()
        return (answer.source.actor,) if answer.source.actor in self.ids else ()

    def _official(self, speaker: Actor) -> bool:
        """Whether somebody speaks for a state: no union's chairman, no fisherman."""
        return speaker.sector in OFFICIAL or bool(speaker.offices)

    def _paired(self, i: int) -> tuple[str, ...]:
        """The two behind "they", "both sides", "the two leaders"."""
        word, lemma = self.tree.words[i], self._noun(i)
        plural = self.tree.lows[i] in PLURALS
        if not plural and lemma not in PEOPLE and lemma not in SIDES:
            return ()
        held = self.at(i)
        if held is not None and not self._pairlike(held):
            return ()
        if not plural and not self._names_pair(i):
            return ()
        people = lemma in PEOPLE or (held is not None and bool(_stems(self.ids[held].name) & PEOPLE))
        if not plural and (near := self._joined_before(i, people)):
            return near
        if not people and not plural:
            return self._as_states(self.pair) or self._prominent(word.start, people)
        if len(self.pair) > 1 and (not people or all(self.ids[p].kind == "person" for p in self.pair)):
            return self.pair
        if plural and word.text.lower() != "their" and held is None:
            return ()
        return self._prominent(word.start, people)

    def _noun(self, i: int) -> str:
        """The lemma of a noun, in the singular where capitals made it a name: "the two Ministers"."""
        capital = self.tree.words[i].upos == "PROPN"
        return next(iter(_stems(self.tree.lows[i])), "") if capital else self.tree.lemmas[i]

    def _joined_before(self, i: int, people: bool) -> tuple[str, ...]:
        """The two that its sentence joins before it: "Peru and Chile kept to a pact that the two signed"."""
        first = self.tree.sentences[self.tree.words[i].sentence][0]
        for j in range(i - 1, first - 1, -1):
            if self.tree.rels[j] == "conj" and self.tree.words[j].upos == "PROPN":
                held = self.who(self.tree.words[j].head, deep=0)
                kinds = ("person",) if people else STATES
                if len(held) == 2 and all(self.ids[id].kind in kinds for id in held):
                    return held
        return ()

    def _as_states(self, pair: tuple[str, ...]) -> tuple[str, ...]:
        """The two states that a pair of persons, bodies or states stands for."""
        if pair and not any(self.ids[id].country for id in pair):
            return pair if len(pair) > 1 and all(self.ids[id].kind != "person" for id in pair) else ()
        states = tuple(dict.fromkeys(self.state_of(id) or "" for id in pair))
        others = [self.ids[id] for id in pair if self.ids[id].kind not in STATES]
        fighting = len(others) == 1 and (others[0].sector == "REB" or others[0].kind == "organization")
        if fighting and (len(states) < 2 or not all(states)):  # a state and its rebels
            return pair
        return states if len(states) > 1 and all(states) else ()

    def state_of(self, id: str) -> str | None:
        """The state that an actor belongs to, or the actor that is one itself."""
        if id not in self.states:
            self.states[id] = self._state(id)
        return self.states[id]

    def _state(self, id: str) -> str | None:
        actor = self.ids[id]
        if actor.kind == "country" or (actor.kind == "organization" and not actor.country):
            return id
        same = [a for a in self.actors if a.country and a.country == actor.country]
        return next((a.id for kind in STATES for a in same if a.kind == kind), None)

    def states_of(self, ids: tuple[str, ...]) -> frozenset[str]:
        """The states that actors belong to; of those without a country none."""
        found = self.together.get(ids)
        if found is None:
            known = (self.state_of(id) for id in ids if self.ids[id].country)
            found = self.together[ids] = frozenset(state for state in known if state)
        return found

    def told_of(self) -> Counter[str]:
        """How often each state, or somebody of it, is spoken of."""
        if self.spoken is None:
            own = (self.state_of(id) for _, id in self.starts if self.ids[id].country)
            self.spoken = Counter(state for state in own if state)
        return self.spoken

    def stood_for(self, id: str) -> str | None:
        """The state that an envoy, an embassy or a ship stands for, which what is done to it concerns."""
        if id not in self.stands:
            self.stands[id] = self._stood_for(id)
        return self.stands[id]

    def _stood_for(self, id: str) -> str | None:
        actor = self.ids[id]
        if not actor.country or actor.kind in STATES:
            return None
        said = {actor.name, *actor.offices, *(m.exact for m in actor.mentions)}
        stands = any(not STANDING.isdisjoint(name.lower().replace("-", " ").split()) for name in said)
        return self.state_of(id) if stands else None

    def _names_pair(self, i: int) -> bool:
        """Whether a noun describes two who were named: "two" or "both" stands with it, or only "the"."""
        tree, lemma = self.tree, self._noun(i)
        if not (lemma in PEOPLE or lemma in SIDES):
            return False
        marks = {tree.lemma(k) for k in tree.kids(i, "nummod", "det", "amod")}
        if tree.words[i].feats.get("Number") != "Plur":
            return "each" in marks and not tree.kids(i, "nmod", "amod", "compound")
        held = self.at(i)
        if held is not None and self.ids[held].name.lower().startswith(("two ", "both ", "the two ")):
            return True
        if marks & {"two", "both"}:
            return True
        alone = lemma not in PEERS and not tree.kids(i, "nmod", "amod", "compound")
        return alone and "the" in marks and len(self.pair) > 1

    def _pairlike(self, id: str) -> bool:
        """Whether an actor is only a description of a pair: "the two leaders", "both governments"."""
        return self.ids[id].kind == "group" and _stems(self.ids[id].name) <= (PEOPLE | SIDES)

    def _prominent(self, before: int, people: bool) -> tuple[str, ...]:
        """The two persons, or states, spoken of most before a place in the text."""
        kinds = ("person",) if people else ("country",)
        seen = [id for start, id in self.starts if start < before and self.ids[id].kind in kinds]
        counts, last = Counter(seen), {id: n for n, id in enumerate(seen)}
        found = tuple(sorted(counts, key=lambda id: (-counts[id], -last[id])))[:2]
        return found if len(found) > 1 else ()


@lru_cache(maxsize=4000)
def _stems(name: str) -> frozenset[str]:
    """The nouns of a description in the singular, without "the", "two" and "both"."""
    words = set(name.lower().split()) - {"the", "two", "both"}
    words = {"man" if w == "men" else "woman" if w == "women" else w for w in words}
    return frozenset(w[:-3] + "y" if w.endswith("ies") else w.removesuffix("s") for w in words)
