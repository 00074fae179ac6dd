"""Cues beside the clause that they report ("the road, she went on, was shut"), and who is asked first."""

from __future__ import annotations

from readout.extract.statements.lexicon import cues, words
from readout.extract.statements.tree import RELATIVES, Tree
from readout.model.analysis import Range


def around(tree: Tree, verb: int) -> list[int]:
    """The clause on both sides of an aside: "The road … was shut" of "The road, she went on, was shut"."""
    found = spanned(tree, verb)
    if found is None:
        return []
    bridge, host, (start, end) = found
    held = sorted({*tree.subtree(bridge), *tree.subtree(host, without=[verb])})
    first = max((i + 1 for i in range(tree.sentence(verb)[0], start) if tree.lows[i] in ";:"), default=0)
    first = max(first, tree.sentence(verb)[0])
    held = [i for i in held if i >= first]
    loose = [i for i in range(first, start) if i not in held and tree.words[i].upos not in ("PUNCT", "CCONJ")]
    which = tree.lows[bridge] in RELATIVES  # "the Pentagon, which, it charged, was seeking a war"
    return [] if loose and not which else [i for i in held if not start <= i < end]


def spanned(tree: Tree, verb: int) -> tuple[int, int, Range] | None:
    """The subject before an aside, the verb after it that it belongs to, and the aside with its commas."""
    subjects = sorted(tree.kids(verb, "nsubj"), key=lambda kid: abs(kid - verb))
    first, last = tree.sentence(verb)
    if not subjects:
        return None
    if len(subjects) > 1 and subjects[0] < verb - 1 and tree.words[verb - 1].text == ",":
        subjects = [*subjects[1:], subjects[0]]  # "The coach, said Orr, was late"
    inside = [verb, *tree.kids(verb, "compound", "aux"), *tree.subtree(subjects[0])]
    start, end = min(inside) - 1, max(inside) + 1
    if start <= first or end >= last - 1 or {tree.words[start].text, tree.words[end].text} != {","}:
        return None
    first = max((i for i in range(first + 1, start) if tree.breaks(i)), default=first)
    if end - start > LONGEST or "\n" in tree.text[tree.words[first].start : tree.words[end].end]:
        return None
    hosts = [kid for kid in tree.kids(verb, "conj", "ccomp") if kid > end and not tree.kids(kid, "nsubj")]
    if len(subjects) > 1 and subjects[1] < start and hosts:
        return subjects[1], hosts[0], (start, end + 1)
    above = tree.words[verb].head
    if len(subjects) > 1 and subjects[1] < start and end < above < last and not tree.kids(above, "nsubj"):
        return subjects[1], above, (start, end + 1)
    bridges = [i for i in range(first, start) if tree.rels[i] == "nsubj" and end < tree.words[i].head < last]
    return (bridges[0], tree.words[bridges[0]].head, (start, end + 1)) if bridges else None


def turned(tree: Tree, verb: int) -> tuple[tuple[Range, int], list[int]] | None:
    """Who speaks in an inverted aside, and what: "The coach, said Orr, was late" -> Orr."""
    before = [kid for kid in tree.kids(verb, "nsubj") if kid < verb - 1]
    if not before or tree.words[verb - 1].text != "," or tree.words[verb].xpos not in ("VBD", "VBZ"):
        return None
    last = tree.sentence(verb)[1]
    end = next((i for i in range(verb + 2, min(verb + LONGEST, last - 2)) if tree.words[i].text == ","), None)
    if end is None or any(tree.words[i].upos not in NOMINAL for i in range(verb + 1, end)):
        return None
    after = [tree.words[i] for i in range(end + 1, end + 3) if tree.words[i].upos not in ("PUNCT", "ADV")]
    if not after or after[0].xpos not in ("VBD", "VBZ", "VBP", "MD") or tree.lemmas[verb] not in cues():
        return None
    heads = [i for i in range(verb + 1, end) if not verb < tree.words[i].head < end]
    rest = [i for i in range(end + 1, last) if i < last - 1 or tree.words[i].upos != "PUNCT"]
    speaker = ((verb + 1, end), heads[-1])
    return speaker, [*(i for i in tree.subtree(before[0]) if i < verb - 1), *rest]


NOMINAL = {"PROPN", "NOUN", "DET", "ADJ", "PRON", "PART", "NUM"}


def within_aside(tree: Tree, verb: int) -> int | None:
    """Who speaks in an aside: Orr in "The coach, said Orr, was late", whatever the parse."""
    subjects = tree.kids(verb, "nsubj")
    found = spanned(tree, verb) if len(subjects) > 1 else None
    return next((kid for kid in subjects if found[2][0] < kid < found[2][1]), None) if found else None


LONGEST = 9
"""A cue with its subject is no longer than this where it stands as an aside."""


def lent(tree: Tree, verb: int) -> list[int]:
    """The clause that an aside took from a cue: "She has been told, she says, [that he is safe]"."""
    if tree.kids(verb, "ccomp") or tree.lemmas[verb] not in cues():
        return []
    asides = [kid for kid in tree.kids(verb, "parataxis") if kid > verb and tree.words[kid - 2].text == ","]
    asides += [kid for kid in tree.kids(verb, "advcl") if tree.lemmas[kid] in ("cite", "quote")]
    clauses = [deep for kid in asides for deep in tree.kids(kid, "ccomp") if "that" in tree.marked(deep)]
    return tree.subtree(clauses[0]) if clauses else []


def inquires(tree: Tree, verb: int | None) -> bool:
    """Whether it is asked if it was said: "Had Chad asked for money?"."""
    if verb is None or tree.rels[verb] != "root" or tree.lows[tree.sentence(verb)[1] - 1] != "?":
        return False
    subjects = [kid for kid in tree.kids(verb, "nsubj") if kid < verb]
    return bool(subjects) and any(kid < subjects[0] for kid in tree.kids(verb, "aux"))


def asking_at(tree: Tree, index: int) -> bool:
    """Whether a verb asks somebody who then speaks: "Asked about the loan, …", "when pressed on it"."""
    word = tree.words[index]
    told = word.xpos in ("VBN", "VBD") or word.text.casefold().endswith("ed")
    if tree.lemmas[index] not in words("declined", "asked") or not told:
        return False
    before = tree.words[index - 1] if index > tree.sentence(index)[0] else None
    free = (
        before is None or before.upos in ("PUNCT", "ADV") or before.text.casefold() in ("when", "if", "once")
    )
    if not free:
        return False
    hangs = tree.rels[index] in ("advcl", "acl", "parataxis", "obl", "amod")
    things = tree.kids(index, "nsubj", "obj", "iobj", "aux")
    return hangs and all(tree.lows[kid] in ("same", "question") for kid in things)
