"""Cues that are no verbs: "according to", "the claim that", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import listed, voices
from readout.extract.statements.sayings import in_words, saying
from readout.extract.statements.speakers import Speaker, hears, is_document, phrase, speaker
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import cue_at
from readout.model.statement import Act


def phrase_drafts(tree: Tree) -> Iterator[Draft]:
    """A draft for each "according to", cue noun with its clause, and hedge without a source."""
    for index in tree.telling(_nouns(), _words()):
        draft = _according(tree, index) or _noun(tree, index) or _hedge(tree, index)
        draft = draft or in_words(tree, index) or saying(tree, index) or _owned(tree, index)
        if draft:
            yield draft


@cache
def _nouns() -> frozenset[str]:
    """The lemmas of all nouns that begin a draft, by any of the rules."""
    return (
        frozenset(voices()["noted"])
        | listed("telling")
        | listed("owned")
        | frozenset(voices()["nouns"])
        | frozenset(voices()["colon"])
    )


@cache
def _words() -> frozenset[str]:
    """The other words that do."""
    return listed("hedges") | {"according"}


def _according(tree: Tree, index: int) -> Draft | None:
    """ "According to the ministry, the road is shut": all of the clause but the phrase itself."""
    word = tree.words[index]
    if tree.lows[index] != "according" or index + 1 >= len(tree.words) or tree.lows[index + 1] != "to":
        return None
    if citing := _citing(tree, index):
        return citing
    source_head = _noun_after(tree, index + 2)
    if source_head is None:
        return None
    host = tree.words[source_head].head
    host = word.head if host in (index, index + 1) else host
    if host < 0 or host == index:
        return None
    source = phrase(tree, source_head)
    shut = source_head if host != source_head else index
    held = [
        i
        for i in tree.subtree(_clause(tree, host), without=[shut])
        if source is None or not source[0] <= i < source[1]
    ]
    held = [i for i in _past_that(tree, index, held) if i not in (index, index + 1)]
    if not held or source is None or source[0] <= index < source[1]:
        return None
    that = _that_before(tree, index)
    teller = speaker(tree, tree.words[tree.words[that].head].head) if that else None
    via = (teller[0],) if teller and teller[1] != source_head else ()
    return Draft(ranges(held), (index, index + 2), index, source, source_head, via=via, confidence=0.8)


def _past_that(tree: Tree, index: int, held: list[int]) -> list[int]:
    """ "Yle reported that, according to two guards, [it was open]": what stands after "that" alone."""
    that = _that_before(tree, index)
    if that is None:
        return held
    clause = set(tree.subtree(tree.words[that].head))
    return [i for i in held if i > index and i in clause]


def _that_before(tree: Tree, index: int) -> int | None:
    that = index - 1 - (tree.lows[index - 1] == ",")
    opens = that > 0 and tree.lows[that] == "that" and tree.rels[that] == "mark"
    return that if opens and tree.words[that].head > index else None


def _citing(tree: Tree, index: int) -> Draft | None:
    """ "According to the Post, which cited two aides, the deal was dead": by its commas."""
    last = tree.sentence(index)[1]
    commas = [i for i in range(index + 3, last) if tree.words[i].text == ","]
    which = commas[0] + 1 if len(commas) > 1 else last
    if which + 2 >= last:
        return None
    which -= tree.lows[which] not in ("which", "who")  # "according to Dawn, quoting two clerks, …"
    if tree.lemmas[which + 1] not in ("cite", "quote") or commas[1] <= which + 2:
        return None
    source = (which + 2, commas[1])
    head = _noun_after(tree, source[0])
    end = last - 1 if tree.words[last - 1].upos == "PUNCT" else last
    if head is None or not source[0] <= head < source[1] or end <= commas[1] + 1:
        return None
    return Draft(
        ((commas[1] + 1, end),),
        (index, index + 2),
        index,
        source,
        head,
        via=((index + 2, commas[0]),),
        confidence=0.85,
    )


def _noun_after(tree: Tree, first: int) -> int | None:
    """The head of the noun phrase that begins at a word, however the parse hangs it."""
    last = tree.sentence(first - 1)[1]
    if first >= last:
        return None
    at = first
    while tree.rels[at] in WITHIN_NOUN and at < tree.words[at].head < last:
        at = tree.words[at].head
    return at if tree.words[at].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET") else None


WITHIN_NOUN = {"det", "compound", "amod", "nmod", "nummod", "punct", "advmod", "case", "flat"}


def _clause(tree: Tree, host: int) -> int:
    """The verb whose clause holds a word: the phrase may hang from a noun in it."""
    at, seen = host, 0
    while (
        tree.words[at].upos not in ("VERB", "AUX")
        and not tree.kids(at, "cop", "nsubj")
        and tree.words[at].head >= 0
        and seen < 8
    ):
        at, seen = tree.words[at].head, seen + 1
    return at


@cache
def _of_clauses() -> dict[str, Act]:
    return cast(dict[str, Act], voices()["nouns"] | voices()["noted"])


def _noun(tree: Tree, index: int) -> Draft | None:
    """ "the claim that he lied", "her promise to pay": a noun of speech with a clause of its own."""
    nouns = _of_clauses()
    if tree.words[index].upos != "NOUN" or tree.lemmas[index] not in nouns:
        return None
    comps = [
        k
        for k in tree.kids(index, "acl", "ccomp")
        if k > index and "that" in tree.marked(k) and not _of_which(tree, k)
    ]
    if not comps:
        return None
    authors = [
        k
        for k in tree.kids(index, "nmod")
        if tree.words[k].deprel == "nmod:poss" or tree.marked(k) & {"by", "from", "of"}
    ]
    above = tree.words[index].head
    authors = authors or _between(tree, index, comps[0])
    maker = _maker(tree, index, above)
    if not maker and cue_at(tree, above if above >= 0 else index) and not _of_another(tree, above, authors):
        return None
    if tree.lemmas[index] in voices()["noted"] and not maker and not authors:
        return None
    source = phrase(tree, authors[0]) if authors else None
    if maker:
        source, authors = maker[0], [maker[1]]
    if source and tree.words[source[1] - 1].text in ("'s", "’s", "'", "’"):
        source = (source[0], source[1] - 1) if source[1] - 1 > source[0] else source
    return Draft(
        ranges([i for i in tree.subtree(comps[0]) if i > index]),
        (above if maker and index - above < 5 else index, index + 1),
        index,
        source,
        authors[0] if authors else None,
        said="denied" if tree.lemmas[index] == "denial" else "yes",
        act=nouns[tree.lemmas[index]],
        confidence=0.7 if source else 0.5,
    )


def _of_which(tree: Tree, clause: int) -> bool:
    """Whether a clause tells of its noun, not what it says: "the promise that he broke"."""
    return tree.words[clause].deprel == "acl:relcl" and not tree.kids(clause, "obj", "obl", "ccomp", "cop")


def _of_another(tree: Tree, verb: int, authors: list[int]) -> bool:
    """Whether a noun of speech is somebody else's than the verb's: "welcomed Peru's promise that …"."""
    if not authors or tree.words[authors[0]].upos not in ("PROPN", "NOUN"):
        return False
    who = speaker(tree, verb)
    return who is None or tree.lows[who[1]] != tree.lows[authors[0]]


def _maker(tree: Tree, noun: int, verb: int) -> Speaker | None:
    """Who makes a remark by a verb of no speech: "[Orr] dropped a hint that …", "ended with the remark …"."""
    if verb < 0 or tree.words[verb].upos != "VERB" or tree.passive(verb) or verb > noun:
        return None
    way = tree.rels[noun] == "obj" or "with" in tree.marked(noun)
    who = speaker(tree, verb) if way and tree.lemmas[verb] in listed("making") else None
    if who is None:
        return None
    speaks = tree.words[who[1]].upos == "PRON" or hears(tree, who[1]) or is_document(tree, who[1])
    return who if speaks or tree.lemmas[who[1]] in listed("bodies") else None


def _between(tree: Tree, noun: int, clause: int) -> list[int]:
    """Whoever stands between a noun and its clause: "carried a denial [by the airline] that …"."""
    above = tree.words[noun].head
    near = (k for k in tree.kids(above, "obl", "obj") if noun < k < clause) if above >= 0 else ()
    return [k for k in near if "by" in tree.marked(k) and not tree.passive(above)]


def _owned(tree: Tree, index: int) -> Draft | None:
    """ "His promise of a full account", "the union's demand for a refund": words that have an owner."""
    nouns = cast(dict[str, Act], voices()["nouns"])
    if tree.words[index].upos != "NOUN" or tree.lemmas[index] not in listed("owned"):
        return None
    owners = [k for k in tree.kids(index, "nmod") if tree.words[k].deprel == "nmod:poss"]
    tails = [k for k in tree.kids(index, "nmod", "acl") if k > index and tree.marked(k) & {"of", "for", "to"}]
    tails = [k for k in tails if "to" not in tree.marked(k) or tree.words[k].upos == "VERB"]
    source = phrase(tree, owners[0]) if owners and tails else None
    if source is None or cue_at(tree, max(tree.words[index].head, 0)):
        return None
    if tree.words[source[1] - 1].text in ("'s", "’s", "'", "’") and source[1] - 1 > source[0]:
        source = (source[0], source[1] - 1)
    cut = [k for k in tree.kids(tails[0], "case") if k < tails[0]]
    return Draft(
        ranges(tree.subtree(tails[0], without=cut)),
        (index, index + 1),
        index,
        source,
        owners[0],
        act=nouns.get(tree.lemmas[index], "inform"),
        confidence=0.65,
    )


def _hedge(tree: Tree, index: int) -> Draft | None:
    """ "Shots were reportedly heard": said by nobody who is named."""
    if tree.lows[index] not in listed("hedges") or tree.rels[index] != "advmod":
        return None
    verb = tree.words[index].head
    if (
        verb < 0
        or cue_at(tree, verb)
        or tree.words[verb].upos != "VERB"
        or tree.lows[index] in ("apparently", "seemingly", "evidently")
    ):
        return None
    held = tree.subtree(verb, without=[index])
    return Draft(ranges(held), (index, index + 1), index, hedge=(index, index + 1), confidence=0.4)
