"""The noun phrases of a stretch of text that could be its topic, each with how much speaks for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from readout.extract.topics.lexicon import words
from readout.extract.topics.meetings import NEXT_ONE, deed, meeting, meeting_again
from readout.extract.topics.phrase import Cast, Phrase
from readout.extract.topics.tree import Tree, generic, light
from readout.knowledge.kin import stem, stems
from readout.model.analysis import Range

INNER = frozenset({"compound", "flat", "goeswith", "fixed"})
NOT_NARROWING = frozenset({"DET", "NUM", "PRON", "ADP", "CCONJ"})
NARROWING = frozenset({"compound", "amod", "punct", "obl", "flat", "advmod", "nmod", "goeswith"})
CARRYING, NARROWED = words("carrying"), words("narrowed")
BOUND, OFFICE, VAGUE = words("bound"), words("office"), words("vague")
SUBJECTS = ("nsubj", "obj", "csubj")
DATELINE = 14
"""Words within which a story's place, date and agency end with a dash."""
DASHES = ("—", "–", "-", "--")


def phrases(tree: Tree, cast: Cast, span: Range) -> Iterator[Phrase]:
    """Every candidate of a stretch of words, in order.

    >>> # "voiced worries about the new tax" -> "worries" (light), "new tax"
    """
    words, rels = tree.words, tree.rels
    for index in range(*span):
        upos = words[index].upos
        if upos == "VERB":
            told = meeting_again(tree, index) or deed(tree, index)
        elif upos in ("NOUN", "PROPN") and rels[index] not in INNER:
            told = meeting(tree, index) or _phrase(tree, cast, index, span)
        else:
            continue
        if told:
            yield told


OPENED = 2.0
"""The least weight of what a sentence names before its speaker."""


def opening(tree: Tree, cast: Cast, span: Range, found: list[Phrase]) -> list[Phrase]:
    """The phrases of a stretch with that of its opening, which is a topic whatever its noun: "On cost, …"."""
    inside = [p for p in found if span[0] <= p.first and p.last <= span[1]]
    best = max(inside, key=lambda p: p.weight, default=None)
    if best is None:
        best = _whole(tree, cast, span)
        return [best, *found] if best else found
    return [p.weighing(max(p.weight, OPENED)) if p is best else p for p in found]


def _whole(tree: Tree, cast: Cast, span: Range) -> Phrase | None:
    """An opening as one phrase, from behind its article: "the Iranian nuclear issue"."""
    heads = [k for k in range(*span) if tree.noun(k) and k not in cast.people]
    first = next((k for k in range(*span) if tree.words[k].upos not in ("DET", "PUNCT", "NUM", "ADP")), None)
    if not heads or first is None or span[1] - first > LONG:
        return None
    last = span[1]
    while last - 1 > heads[-1] and tree.words[last - 1].upos == "PUNCT":
        last -= 1
    key = _key(tree, cast, first, last)
    return Phrase(first, last, heads[-1], key, OPENED) if key else None


LONG = 5
"""Words of an opening that may be a label as it stands."""


def _phrase(tree: Tree, cast: Cast, index: int, span: Range) -> Phrase | None:
    if _hopeless(tree, cast, index):
        return None
    first, last, head = _core(tree, cast, index, span)
    if not _speaks(tree, cast, first, last, head):
        return _narrowed(tree, cast, first, last, index, span)
    key = _key(tree, cast, first, last)
    if not key:
        return None
    name = head in cast.names or (tree.words[head].upos == "PROPN" and _all_names(tree, first, last))
    weight = _weight(tree, cast, index, span, name) + (0.7 if len(key) > 1 else 0.0)
    if head != index:
        weight -= 0.5
    if tree.rels[index] == "nsubj" and cast.sides.intersection(range(first, last)):
        weight -= 0.8
    if head == index and bare_light(tree, cast, head):
        weight -= 2.5 if len(key) < 2 else 0.0 if tree.lemmas[head] in words("carrying", "kept") else 1.2
    return Phrase(
        first,
        last,
        head,
        key,
        weight,
        _is_listed(tree, index, span) and not (head == index and bare_light(tree, cast, head)),
        name,
        whose=frozenset(cast.whose[k] for k in range(first, last) if k in cast.whose),
        acts=head in cast.actors,
    )


def _all_names(tree: Tree, first: int, last: int) -> bool:
    """Whether a phrase is two or more words of a name."""
    told = [word.upos for word in tree.words[first:last] if word.upos != "PUNCT"]
    return len(told) > 1 and set(told) == {"PROPN"}


def _hopeless(tree: Tree, cast: Cast, index: int) -> bool:
    """Whether a noun is no topic whatever stands with it: a person's name, "day"; half of all nouns are."""
    lemma = tree.lemmas[index]
    if cast.wide or lemma in CARRYING:
        return False
    if index in cast.people:
        return not light(lemma)
    return generic(lemma) and lemma not in NARROWED


def _narrowed(tree: Tree, cast: Cast, first: int, last: int, index: int, span: Range) -> Phrase | None:
    """A generic noun that is a topic all the same, but a faint one: "imprisoned writers"."""
    if first == index or tree.lemmas[index] not in NARROWED or index in cast.people:
        return None
    if not any(tree.words[k].upos != "PUNCT" and k not in cast.sides for k in range(first, index)):
        return None
    key = _key(tree, cast, first, last)
    weight = min(1.0, _weight(tree, cast, index, span, False))
    return Phrase(first, last, index, key, weight, acts=index in cast.actors) if len(key) > 1 else None


def _core(tree: Tree, cast: Cast, index: int, span: Range) -> tuple[int, int, int]:
    """The words of a phrase and its head; of "trade issues" the issues are dropped."""
    if index in cast.names:
        first, last = cast.names[index]
        if first >= span[0] and last <= span[1]:
            return _joined(tree, first, span), last, index
    first = last = index
    while first > span[0] and _narrows(tree, first - 1, index):
        first -= 1
    last = index + 1
    while last < span[1] and tree.rels[last] == "flat" and tree.words[last].head == index:
        last += 1
    while first < index and _vague(tree, first):
        first += 1
    first = _joined(tree, first, span)
    if tree.lemmas[index] in BOUND:
        last = max(
            [last, *(k + 1 for k in tree.kids(index, "nmod") if "of" in tree.cases(k) and k < index + 3)]
        )
    inner = [k for k in range(first, index) if tree.noun(k) and tree.rels[k] == "compound"]
    near = bool(inner) and first == inner[0] and inner[-1] == index - 1
    if near and _carries(tree, index) and _tells(tree, cast, inner[-1]):
        return first, inner[-1] + 1, inner[-1]
    return first, last, index


def _carries(tree: Tree, index: int) -> bool:
    """Whether a noun leaves its topic to the word before it: "trade issues", not "Orr administration"."""
    lemma = tree.lemmas[index]
    if lemma in words("carrying", "kept"):
        return False
    return lemma in CARRYING or (light(lemma) and not generic(lemma))


def _tells(tree: Tree, cast: Cast, index: int) -> bool:
    """Whether a noun before a light one is the matter: "trade" of "trade issues"."""
    lemma = tree.lemmas[index]
    return not (light(lemma) or generic(lemma) or index in cast.people or index in cast.sides)


def _joined(tree: Tree, first: int, span: Range) -> int:
    """The first word with what a hyphen joins to it: "low-cost homes", not "cost homes"."""
    at = first
    while at - 2 >= span[0] and tree.words[at - 1].text in ("-", "‐", "‑"):
        dash, before = tree.words[at - 1], tree.words[at - 2]
        if before.end != dash.start or dash.end != tree.words[at].start:
            break
        at -= 2
    return at


def _narrows(tree: Tree, index: int, head: int) -> bool:
    """Whether a word stands before its noun and narrows it: "draft", "natural", the hyphen of "low-cost"."""
    if tree.words[index].upos in NOT_NARROWING:
        return False
    at = index
    for _ in range(5):
        if tree.rels[at] not in NARROWING or tree.deprels[at] == "nmod:poss":
            return False
        at = tree.words[at].head
        if at == head:
            return tree.rels[index] != "punct" or tree.words[index].text in "-‐‑"
        if at < index or at > head:
            return False
    return False


def _vague(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    return (
        tree.lows[index] in VAGUE
        or tree.lows[index] in NEXT_ONE
        or word.upos in ("ADV", "PUNCT", "NUM", "DET")
        or word.feats.get("Degree") in ("Cmp", "Sup")
    )


def _speaks(tree: Tree, cast: Cast, first: int, last: int, head: int) -> bool:
    """Whether a phrase can be a topic at all."""
    above = tree.words[head].head
    if above >= 0 and head < above + 3 and tree.lemmas[above] in BOUND and tree.rels[head] == "nmod":
        return False
    lone = cast.wide and tree.lemmas[head] in words("fallback")
    if _of_office(tree, head) or (head in cast.people and not lone):
        return False
    if generic(tree.lemmas[head]) or _generic_form(tree.lows[head]):
        return lone
    if _dateline(tree, first, last):
        return False
    told = (k for k in range(first, last) if tree.words[k].upos != "PUNCT")
    if not lone and all(k in cast.sides or k in cast.people for k in told):
        return False
    return any(mark.isalpha() for mark in tree.words[head].text) and len(tree.words[head].text) > 1


@lru_cache(65536)
def _generic_form(low: str) -> bool:
    return generic(stem(low))


def _of_office(tree: Tree, head: int) -> bool:
    """Whether a noun only says of what somebody is minister, or who: "the Minister of Finance, Ada Orr"."""
    above = tree.words[head].head
    if above < 0 or tree.lemmas[above] not in OFFICE:
        return False
    return tree.rels[head] in ("appos", "flat") or (
        tree.rels[head] == "nmod" and "of" in tree.cases(head) and tree.words[above].upos == "PROPN"
    )


def _dateline(tree: Tree, first: int, last: int) -> bool:
    """Whether a phrase is the capitals with which a story opens: "LA PAZ, May 3"."""
    if last < DATELINE and any(
        tree.words[k].text in DASHES for k in range(last, DATELINE) if k < len(tree.words)
    ):
        return True
    if first > 0 and tree.words[first - 1].sentence == tree.words[first].sentence:
        return False
    text = "".join(word.text for word in tree.words[first:last])
    return text.isupper() and len(text) > 4


def bare_light(tree: Tree, cast: Cast, head: int) -> bool:
    """Whether a noun leaves its topic to others."""
    return light(tree.lemmas[head]) and head not in cast.names


def _key(tree: Tree, cast: Cast, first: int, last: int) -> tuple[str, ...]:
    kept = (k for k in range(first, last) if k not in cast.sides and not (k < last - 1 and _vague(tree, k)))
    return tuple([stem for k in kept for stem in _stems(tree.words[k].text)])


@lru_cache(65536)
def _stems(word: str) -> tuple[str, ...]:
    """The stems of a word that count."""
    return tuple(stem for stem in stems(word) if stem not in ("the", "of", "and"))


def _weight(tree: Tree, cast: Cast, index: int, span: Range, name: bool) -> float:
    """How central a noun is to its unit: what is spoken of before where and how."""
    weight = _role(tree, tree.top(index), span, 0) - 0.25 * tree.clauses_above(index, span[0])
    if name and index not in cast.names:
        weight += 0.3
    elif name:
        first = cast.names[index][0]
        before = tree.lows[first - 1] if first else ""
        if before == "the" and first > 1:
            before = tree.lows[first - 2]
        weight += -1.0 if ({before} | tree.cases(index)) & words("covering", "places") else 1.2
    return weight


def _role(tree: Tree, index: int, span: Range, depth: int) -> float:
    word = tree.words[index]
    relation, head = tree.rels[index], word.head
    if not span[0] <= head < span[1] or depth > 8:
        return 2.5
    if relation in SUBJECTS:
        return 1.8 if relation == "nsubj" and tree.kids(head, "obj") else 2.0
    if relation not in ("obl", "nmod"):
        return 0.9 if relation in ("ccomp", "root", "parataxis") else 0.5
    cases = tree.cases(index)
    about = (cases & words("covering", "about")) - {"of"}
    if relation == "obl" and (about or _turned_to(tree, head, cases)):
        return 2.5
    if relation == "nmod":
        above = tree.top(head)
        if light(tree.lemmas[head]) or generic(tree.lemmas[head]):
            if about or (tree.lemmas[head] in words("toward") and "to" in cases):
                return 2.5
            return _role(tree, above, span, depth + 1) - (
                1.2 if cases & words("covering", "places") - {"in"} else 0.2
            )
        return 0.4 if cases & words("covering", "places") else 0.8
    return 0.2 if cases & words("covering", "places") else 0.8


def _turned_to(tree: Tree, verb: int, cases: set[str]) -> bool:
    """Whether something is told of it by a light noun and "to": "drew attention to the haze"."""
    return "to" in cases and any(tree.lemmas[kid] in words("toward") for kid in tree.kids(verb, "obj"))


def _is_listed(tree: Tree, index: int, span: Range) -> bool:
    """Whether a noun is one of the matters that a list names: "covered fisheries, visas and ports"."""
    above = tree.words[index].head
    if (
        tree.rels[index] == "nmod"
        and "of" in tree.cases(index)
        and light(tree.lemmas[above])
        and above >= span[0]
    ):
        return _is_listed(tree, above, span)
    members = tree.listed(index)
    top = members[0]
    if len(members) < 2:
        return False
    head = tree.words[top].head
    if not span[0] <= head < span[1]:
        return True
    return tree.rels[top] in ("obj", "obl", "nmod") and tree.lemmas[head] in words("covering")
