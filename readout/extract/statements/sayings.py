"""What a noun of speech brings: "His message was blunt: stay", "in her words, the plan is a joke"."""

from __future__ import annotations

from functools import cache
from typing import cast

from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import listed, voices
from readout.extract.statements.speakers import holds_words, is_document, phrase
from readout.extract.statements.tree import Tree
from readout.model.analysis import Range
from readout.model.statement import Act

REACH = 8
"""So many words may stand between a noun and its colon."""


def saying(tree: Tree, noun: int) -> Draft | None:
    """ "The union's position is that pay is low", "Her answer was short: “No.”", with whose it is."""
    acts = _acts()
    if tree.words[noun].upos != "NOUN" or tree.lemmas[noun] not in acts:
        return None
    author = _author(tree, noun)
    if author is None:
        return None
    start = _start(tree, noun, author)
    if start is None:
        return None
    content = _content(tree, start)
    source = _bare(tree, author)
    if not content or source is None or source[1] > start:
        return None
    return Draft(
        (content,),
        (noun, noun + 1),
        noun,
        source,
        author,
        act=acts[tree.lemmas[noun]],
        confidence=0.7,
    )


@cache
def _acts() -> dict[str, Act]:
    return cast(dict[str, Act], voices()["nouns"] | voices()["colon"])


def _author(tree: Tree, noun: int) -> int | None:
    for kid in tree.kids(noun, "nmod"):
        if tree.words[kid].deprel == "nmod:poss" or tree.marked(kid) & {"of", "from", "by"}:
            return kid
    return None


def _bare(tree: Tree, author: int) -> Range | None:
    """The words of an owner without its ’s: "the union's" -> the union."""
    span = phrase(tree, author)
    if span and span[1] - span[0] > 1 and tree.words[span[1] - 1].text in ("'s", "’s", "'", "’"):
        return span[0], span[1] - 1
    return span


def _start(tree: Tree, noun: int, author: int) -> int | None:
    """Where what is said begins: after a colon, at the "that" of "is that"; None where a verb is between."""
    last = min(noun + REACH + (author - noun if author > noun else 0), tree.sentence(noun)[1] - 1)
    for index in range(noun + 1, last):
        word = tree.words[index]
        if word.text == ":":
            return index
        if word.text.casefold() == "that" and tree.lemmas[index - 1] == "be":
            return index
        if word.upos == "PUNCT" or (word.upos == "VERB" and tree.lemmas[index] != "be"):
            return None
    return None


def _content(tree: Tree, start: int) -> Range | None:
    end = tree.sentence(start)[1]
    if tree.words[start].text == ":":
        return (start + 1, end) if end - start > 1 else None
    head = tree.words[start].head
    held = [i for i in tree.subtree(head) if i >= start] if head > start else []
    return (start, held[-1] + 1) if held else None


def _clause_of(tree: Tree, noun: int, host: int) -> int:
    """The verb of a clause whose subject an aside hangs from: "One of them, [by his account], fled"."""
    aside = host >= 0 and tree.rels[host] == "nsubj" and tree.words[host].upos != "VERB"
    cases = tree.kids(noun, "case")
    apart = aside and bool(cases) and tree.lows[min(cases) - 1] == "," and tree.lows[noun + 1] == ","
    return tree.words[host].head if apart and tree.words[host].head > noun else host


def in_words(tree: Tree, noun: int) -> Draft | None:
    """ "By the ministry's own account, 30 people died", "In the words of the mayor, the plan is “a joke”"."""
    if tree.lemmas[noun] not in listed("telling") or not tree.marked(noun) & {"in", "by", "on"}:
        return None
    author, host = _author(tree, noun), tree.words[noun].head
    if author is None or (holds_words(tree, author) and not is_document(tree, author)):
        return None  # "in the version of the call": nobody's words
    below = tree.kids(noun, "ccomp")
    host = _clause_of(tree, noun, host)
    if host >= 0 and tree.lemmas[host] in ("stand", "stick", "abide", "go", "renege", "insist"):
        return None
    if (host < 0 and not below) or not (tree.rels[noun] in ("obl", "nmod", "appos") or below):
        return None
    source = _bare(tree, author)
    held = tree.subtree(below[0]) if below else tree.subtree(host, without=[noun])
    held = [i for i in held if source is None or not source[0] <= i < source[1]]
    clause = any(tree.words[i].upos in ("VERB", "AUX") for i in held)
    case = min(tree.kids(noun, "case"))
    held = [i for i in held if not case <= i <= noun]
    if not held or source is None or not clause:
        return None
    cue = (noun, noun + 2) if author > noun else (source[1], noun + 1)
    cue = cue if cue[0] < cue[1] else (case, case + 1)
    return Draft(ranges(held), cue, noun, source, author, confidence=0.7)
