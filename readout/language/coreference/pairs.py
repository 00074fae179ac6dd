"""What each pair of mentions has in common: words, agreement, distance, syntax, speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from readout.language.branches import Branches
from readout.language.coreference.lexicon import PRONOUNS
from readout.language.coreference.mentions import Candidate
from readout.language.coreference.traits import COLUMN, Traits
from readout.language.encoder import Array
from readout.model.analysis import Word

BACK = 70
"""How many mentions back a pronoun looks; further back only what shares a word is looked at."""
NEAR = 16
"""The same for nouns and names."""
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
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pairs:
    """Mentions ``later`` and ``earlier`` [pairs], by the later, with ``table`` [pairs, NAMES] of bool."""

    later: Array
    earlier: Array
    table: Array


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of each mention: capitalised ones, whole phrase, head's lemma and form.

    ``told`` holds for each word of the text its lemma if it is a content word.
    """

    told: list[str | None]
    names: list[frozenset[str]]
    phrase: list[str]
    lemma: list[str]
    form: list[str]


def pairs(
    branches: Branches, mentions: Sequence[Candidate], traits: Traits, asked: Array | None = None
) -> Pairs:
    """All pairs worth a look, or those alone whose later mention is ``asked`` for [mentions, bool]."""
    wording = _wording(branches.words, mentions, traits)
    back = np.where(traits.pronouns, BACK, NEAR)
    later, earlier, shared = _chosen(wording, back if asked is None else np.where(asked, back, 0))
    table = np.empty((len(NAMES), len(later)), bool)  # a column lies together: it is written at once
    columns = [
        *_wordings(wording, mentions, later, earlier, shared),
        *_agreement(traits, later, earlier),
        *_syntax(branches, mentions, traits, later, earlier),
        *_speech(traits, later, earlier),
        _latest(wording, later, earlier),
        *_steps(_of(traits.sentence, later) - _of(traits.sentence, earlier), SENTENCES),
        *_steps(later - earlier, MENTIONS),
    ]
    for place, column in enumerate(columns):
        table[place] = column
    return Pairs(later, earlier, table.T)


def _of(column: Array, mentions: Array) -> Array:
    """The entries of some mentions: ``column[mentions]``, three times as fast."""
    return column.take(mentions, mode="clip")


def _wording(all_words: Sequence[Word], mentions: Sequence[Candidate], traits: Traits) -> _Wording:
    low = [word.text.lower() for word in all_words]
    told = [None if word.upos in SMALL else word.lemma.lower() for word in all_words]
    capital = [word.upos == "PROPN" for word in all_words]
    names, phrase, lemma, form = [], [], [], []
    for mention, silent in zip(mentions, traits.pronouns.tolist(), strict=True):
        first, last, head = mention.first, mention.last, mention.head
        form.append(low[head])
        if last - first == 1 or silent:
            phrase.append(low[head] if last - first == 1 else _phrase(low, told, mention))
            names.append(frozenset([low[first]]) if capital[first] and not silent else NOTHING)
        else:
            phrase.append(_phrase(low, told, mention))
            proper = [low[at] for at in range(first, last) if capital[at]]
            names.append(frozenset(proper) if proper else NOTHING)
        word = all_words[head].lemma.lower()
        lemma.append("" if silent else word + "+" if mention.joined else word)
    return _Wording(told, names, phrase, lemma, form)


def _phrase(low: Sequence[str], told: Sequence[str | None], mention: Candidate) -> str:
    held = [low[at] for at in range(mention.first, mention.last) if told[at] is not None]
    return " ".join(held) or low[mention.head]


def _content(told: Sequence[str | None], mention: Candidate) -> frozenset[str]:
    """The lemmas of the first twelve content words of a mention."""
    held = [word for word in told[mention.first : mention.last] if word is not None]
    return frozenset(held[:12])


def _chosen(wording: _Wording, back: Array) -> tuple[Array, Array, Array]:
    """The pairs, ``back`` [mentions] far, and whether they share a name or their head's lemma.

    A mention that looks no mention back has no pairs at all.
    """
    count = len(back)
    near = np.minimum(np.arange(count), back)
    later = np.repeat(np.arange(count), near)
    earlier = np.arange(len(later)) - np.repeat(np.cumsum(near) - np.arange(count), near)
    alike, numbers = _alike(wording, back.tolist()), later * count + earlier
    far = alike[alike // count - alike % count > back[alike // count]]
    if len(far):
        numbers = np.sort(np.concatenate([numbers, far]), kind="stable")
        later, earlier = np.divmod(numbers, count)
    shared = np.zeros(len(numbers), bool)
    shared[np.searchsorted(numbers, alike)] = True
    return later, earlier, shared


def _alike(wording: _Wording, back: Sequence[int]) -> Array:
    """Numbers (later times the mentions' count plus earlier) of pairs that share a name or a head's lemma."""
    count = len(back)
    by_key: dict[str, list[int]] = {}
    found: list[int] = []
    for at, (lemma, names) in enumerate(zip(wording.lemma, wording.names, strict=True)):
        keys = {lemma, *names} if names else (lemma,) if lemma else ()
        others: set[int] = set()
        for key in keys:
            if key in by_key:
                if back[at]:
                    others.update(by_key[key][-FAR:])
                by_key[key].append(at)
            else:
                by_key[key] = [at]
        found += [at * count + other for other in others]
    return np.array(found, np.int64)


def _wordings(
    wording: _Wording, mentions: Sequence[Candidate], later: Array, earlier: Array, shared: Array
) -> list[Array]:
    """Eight columns; only pairs that share a head or a name need a closer look."""
    columns = np.zeros((8, len(later)), bool)
    lemma, form, phrase = (_numbered(column) for column in (wording.lemma, wording.form, wording.phrase))
    columns[0] = (_of(lemma, later) == _of(lemma, earlier)) & shared
    columns[1] = _of(form, later) == _of(form, earlier)
    columns[2] = _of(phrase, later) == _of(phrase, earlier)
    close = np.flatnonzero(shared)
    ones, others = later[close].tolist(), earlier[close].tolist()
    contents = {at: _content(wording.told, mentions[at]) for at in {*ones, *others}}
    starts = {at: wording.phrase[at].split(" ", 1)[0] for at in contents}
    looks = []
    for i, j in zip(ones, others, strict=True):
        content, other, names = contents[i], contents[j], wording.names[j]
        shares = not names.isdisjoint(wording.names[i])
        looks.append(
            (content <= other, other <= content, shares, wording.form[i] in names, starts[i] == starts[j])
        )
    if looks:
        columns[3:, close] = np.array(looks).T
    return list(columns)


def _numbered(forms: Sequence[str]) -> Array:
    """Equal numbers for equal forms."""
    seen: dict[str, int] = {}
    return np.array([seen.setdefault(form, len(seen)) for form in forms], np.int64)


def _agreement(traits: Traits, later: Array, earlier: Array) -> list[Array]:
    number, other = _of(traits.number, later), _of(traits.number, earlier)
    sex, his = _of(traits.sex, later), _of(traits.sex, earlier)
    label, its = _of(traits.label, later), _of(traits.label, earlier)
    groups = np.where(traits.pronouns, traits.table[:, : len(PRONOUNS)].argmax(1), -1)
    group = _of(groups, later)
    return [
        *_agrees(number, other),
        *_agrees(sex, his),
        _of(traits.person, later) != _of(traits.person, earlier),
        (group == _of(groups, earlier)) & (group >= 0),
        *_agrees(label, its),
    ]


def _agrees(one: Array, other: Array) -> tuple[Array, Array]:
    """Whether two values agree, and whether they differ; 0 does neither."""
    known, same = one > 0, one == other
    return same & known, ~same & known & (other > 0)


def _syntax(
    branches: Branches, mentions: Sequence[Candidate], traits: Traits, later: Array, earlier: Array
) -> list[Array]:
    first, last, head = np.array([(m.first, m.last, m.head) for m in mentions], np.int64).reshape(-1, 3).T
    role = _numbered([branches.words[m.head].deprel for m in mentions])
    subject = traits.table[:, COLUMN["nsubj"]] > 0
    its_subject = _of(subject, earlier)
    parent = np.array(branches.heads, np.int64)
    governor, other = _of(traits.governor, later), _of(traits.governor, earlier)
    together = _of(traits.sentence, later) == _of(traits.sentence, earlier)
    tip, its_tip = _of(head, later), _of(head, earlier)
    return [
        _of(role, later) == _of(role, earlier),
        _of(subject, later) & its_subject,
        its_subject & together,
        (_of(first, earlier) <= tip) & (tip < _of(last, earlier)),
        (_of(first, later) <= its_tip) & (its_tip < _of(last, later)),
        (governor == other) & (governor >= 0),
        _above(parent, traits.governor, later, other),
        (governor == its_tip) & _of(traits.table[:, COLUMN["appos"]] > 0, later),
    ]


def _above(parent: Array, governor: Array, later: Array, target: Array) -> Array:
    """Whether ``target`` is above a later mention's governor within four steps: the outer clause's verb."""
    found = np.zeros(len(later), np.bool_)
    at = governor
    for _ in range(4):
        at = np.where(at >= 0, parent[at], -1)
        found |= _of(at, later) == target
    return found & (target >= 0)


def _speech(traits: Traits, later: Array, earlier: Array) -> list[Array]:
    quote, other = _of(traits.quote, later), _of(traits.quote, earlier)
    content, its_content = _of(traits.content, later), _of(traits.content, earlier)
    source, its_source = _of(traits.source, later), _of(traits.source, earlier)
    inside, its_inside, said = quote >= 0, other >= 0, content >= 0
    return [
        (quote == other) & inside,
        inside & ~its_inside,
        ~inside & its_inside,
        (content == its_source) & said,
        (source == its_content) & (source >= 0),
        (content == its_content) & said,
        inside & its_inside,
    ]


def _latest(wording: _Wording, later: Array, earlier: Array) -> Array:
    """Whether the earlier mention is the last one before with the later one's head."""
    last: dict[str, int] = {}
    before = []
    for at, lemma in enumerate(wording.lemma):
        before.append(last.get(lemma, -1) if lemma else -1)
        last[lemma] = at
    return np.asarray(_of(np.array(before, np.int64), later) == earlier)


def _steps(distance: Array, edges: Sequence[int]) -> list[Array]:
    """One column an edge: whether the distance is at least that far and short of the next."""
    reached = [distance >= edge for edge in edges]
    return [*(here & ~further for here, further in pairwise(reached)), reached[-1]]
