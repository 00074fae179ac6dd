"""What each pair of mentions has in common: words, agreement, distance, syntax, speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from readout.language.coreference.lexicon import PRONOUNS
from readout.language.coreference.mentions import Candidate
from readout.language.coreference.traits import COLUMN, Traits
from readout.language.encoder import Array
from readout.model.analysis import Word

BACK = 70
"""How many mentions back every pair is looked at; further back only those that share a word."""
FAR = 24
"""How many earlier mentions that share a word are looked at, the latest first."""
SENTENCES = (0, 1, 2, 3, 5, 9, 17)
MENTIONS = (1, 2, 3, 5, 9, 17, 33, 65)
NAMES = (
    "same head", "same form", "same phrase", "within", "holds", "shared name", "last name", "same start",
    "number agrees", "number differs", "sex agrees", "sex differs", "person differs", "same pronoun",
    "label agrees", "label differs", "same role", "both subjects", "same sentence subject",
    "holds it", "held by it", "same verb", "governed", "apposed", "same quotation", "into quotation",
    "out of quotation", "its speaker", "speaker of it", "same content", "both quoted", "latest of head",
    *(f"sentences {n}" for n in SENTENCES), *(f"mentions {n}" for n in MENTIONS),
)  # fmt: skip
"""The columns of :attr:`Pairs.table`."""
SMALL = frozenset({"DET", "ADP", "PUNCT", "PART", "CCONJ", "PRON", "AUX"})


@dataclass(frozen=True, slots=True)
class Pairs:
    """Mentions ``later`` and ``earlier`` [pairs], by the later, with ``table`` [pairs, NAMES]."""

    later: Array
    earlier: Array
    table: Array


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of each mention: content words, capitalised ones, whole phrase, head's lemma and form."""

    content: list[frozenset[str]]
    names: list[frozenset[str]]
    phrase: list[str]
    lemma: list[str]
    form: list[str]


def pairs(all_words: Sequence[Word], mentions: Sequence[Candidate], traits: Traits) -> Pairs:
    """All pairs worth a look."""
    wording = _wording(all_words, mentions, traits)
    later, earlier, shared = _chosen(wording, len(mentions))
    columns = [
        *_wordings(wording, later, earlier, shared),
        *_agreement(traits, later, earlier),
        *_syntax(all_words, mentions, traits, later, earlier),
        *_speech(traits, later, earlier),
        _latest(wording, later, earlier),
        *_steps(traits.sentence[later] - traits.sentence[earlier], SENTENCES),
        *_steps(later - earlier, MENTIONS),
    ]
    return Pairs(later, earlier, np.stack(columns, 1).astype(np.float32))


def _wording(all_words: Sequence[Word], mentions: Sequence[Candidate], traits: Traits) -> _Wording:
    spoken = traits.pronouns
    content, names, phrase, lemma, form = [], [], [], [], []
    for mention, silent in zip(mentions, spoken, strict=True):
        held = [w for w in all_words[mention.first : mention.last] if w.upos not in SMALL]
        head = all_words[mention.head]
        content.append(frozenset() if silent else frozenset(w.lemma.lower() for w in held[:12]))
        names.append(frozenset() if silent else frozenset(w.text.lower() for w in held if w.upos == "PROPN"))
        phrase.append(" ".join(w.text.lower() for w in held) or head.text.lower())
        lemma.append("" if silent else head.lemma.lower() + ("+" if mention.joined else ""))
        form.append(head.text.lower())
    return _Wording(content, names, phrase, lemma, form)


def _chosen(wording: _Wording, count: int) -> tuple[Array, Array, Array]:
    """The pairs, and whether they share a name or their head's lemma."""
    by_key: dict[str, list[int]] = {}
    rows: list[Array] = []
    ties: list[Array] = []
    for at in range(count):
        keys = {wording.lemma[at], *wording.names[at]} - {""}
        alike = {other for key in keys for other in by_key.get(key, ())[-FAR:]}
        near = np.arange(max(0, at - BACK), at)
        far = np.array(sorted(other for other in alike if other < at - BACK), np.int64)
        chosen = np.concatenate([far, near])
        tied = np.zeros(len(chosen), bool)
        if alike:
            tied[np.searchsorted(chosen, sorted(alike))] = True
        rows.append(chosen)
        ties.append(tied)
        for key in keys:
            by_key.setdefault(key, []).append(at)
    later = np.repeat(np.arange(count), [len(r) for r in rows])
    none = np.zeros(0, np.int64)
    return later, np.concatenate([*rows, none]), np.concatenate([*ties, none.astype(bool)])


def _wordings(wording: _Wording, later: Array, earlier: Array, shared: Array) -> list[Array]:
    """Eight columns; only pairs that share a head or a name need a closer look."""
    columns = np.zeros((8, len(later)), bool)
    lemma, form, phrase = (_numbered(column) for column in (wording.lemma, wording.form, wording.phrase))
    columns[0] = (lemma[later] == lemma[earlier]) & shared
    columns[1] = form[later] == form[earlier]
    columns[2] = phrase[later] == phrase[earlier]
    for at in np.flatnonzero(shared):
        i, j = later[at], earlier[at]
        content, other, names = wording.content[i], wording.content[j], wording.names[i]
        columns[3:, at] = (
            content <= other,
            other <= content,
            bool(names & wording.names[j]),
            wording.form[i] in wording.names[j],
            wording.phrase[i].split()[:1] == wording.phrase[j].split()[:1],
        )
    return list(columns)


def _numbered(forms: Sequence[str]) -> Array:
    """Equal numbers for equal forms."""
    seen: dict[str, int] = {}
    return np.array([seen.setdefault(form, len(seen)) for form in forms], np.int64)


def _agreement(traits: Traits, later: Array, earlier: Array) -> list[Array]:
    number, other = traits.number[later], traits.number[earlier]
    sex, his = traits.sex[later], traits.sex[earlier]
    label, its = traits.label[later], traits.label[earlier]
    groups = np.where(traits.pronouns, traits.table[:, : len(PRONOUNS)].argmax(1), -1)
    return [
        (number == other) & (number > 0), (number != other) & (number > 0) & (other > 0),
        (sex == his) & (sex > 0), (sex != his) & (sex > 0) & (his > 0),
        traits.person[later] != traits.person[earlier],
        (groups[later] == groups[earlier]) & (groups[later] >= 0),
        (label == its) & (label > 0), (label != its) & (label > 0) & (its > 0),
    ]  # fmt: skip


def _syntax(
    all_words: Sequence[Word], mentions: Sequence[Candidate], traits: Traits, later: Array, earlier: Array
) -> list[Array]:
    first, last, head = np.array([(m.first, m.last, m.head) for m in mentions], np.int64).reshape(-1, 3).T
    role = _numbered([all_words[m.head].deprel for m in mentions])
    subject = traits.table[:, COLUMN["nsubj"]] > 0
    parent = np.array([word.head for word in all_words], np.int64)
    governor = traits.governor
    together = traits.sentence[later] == traits.sentence[earlier]
    above = _above(parent, governor[later], governor[earlier])
    return [
        role[later] == role[earlier],
        subject[later] & subject[earlier],
        subject[earlier] & together,
        (first[earlier] <= head[later]) & (head[later] < last[earlier]),
        (first[later] <= head[earlier]) & (head[earlier] < last[later]),
        (governor[later] == governor[earlier]) & (governor[later] >= 0),
        above,
        (governor[later] == head[earlier]) & (traits.table[later, COLUMN["appos"]] > 0),
    ]


def _above(parent: Array, start: Array, target: Array) -> Array:
    """Whether ``target`` is an ancestor of ``start`` within four steps: the verb of the outer clause."""
    found = np.zeros(len(start), np.bool_)
    at = start
    for _ in range(4):
        at = np.where(at >= 0, parent[at], -1)
        found |= (at == target) & (target >= 0)
    return found


def _speech(traits: Traits, later: Array, earlier: Array) -> list[Array]:
    quote, other = traits.quote[later], traits.quote[earlier]
    content, source = traits.content, traits.source
    return [
        (quote == other) & (quote >= 0),
        (quote >= 0) & (other < 0),
        (quote < 0) & (other >= 0),
        (content[later] == source[earlier]) & (content[later] >= 0),
        (source[later] == content[earlier]) & (source[later] >= 0),
        (content[later] == content[earlier]) & (content[later] >= 0),
        (quote >= 0) & (other >= 0),
    ]


def _latest(wording: _Wording, later: Array, earlier: Array) -> Array:
    """Whether the earlier mention is the last one before with the later one's head."""
    last: dict[str, int] = {}
    before = []
    for at, lemma in enumerate(wording.lemma):
        before.append(last.get(lemma, -1) if lemma else -1)
        last[lemma] = at
    return np.asarray(np.array(before, np.int64)[later] == earlier)


def _steps(distance: Array, edges: Sequence[int]) -> list[Array]:
    """One column an edge: whether the distance is at least that far and short of the next."""
    bounds = [*edges, np.inf]
    return [(distance >= low) & (distance < high) for low, high in pairwise(bounds)]
