"""Silences that a noun tells: "Oslo's silence on the reef", "her refusal to say who", "without a word"."""

from __future__ import annotations

from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import elsewhere, hushed, matter, phrasal, timed
from readout.extract.statements.speakers import phrase
from readout.extract.statements.tree import Tree
from readout.model.analysis import Range
from readout.model.statement import Act, Said

TOPICS = {"on", "about", "over", "regarding", "concerning"}


def silence_of(tree: Tree, noun: int) -> Draft | None:
    """ "Its silence on the strike", "the ministry's refusal to name them": of whoever owns the noun."""
    if tree.negated(noun) is not None or tree.words[noun].upos != "NOUN":
        return None
    who = _owner(tree, noun)
    if who is None:
        return None
    span, head = who
    said: Said = "not said"
    if tree.lemmas[noun] in words("not_said", "quiet"):
        below = [k for k in tree.kids(noun, "nmod", "obl", "acl") if k > noun and tree.marked(k) & TOPICS]
        below = [k for k in below if not timed(tree, k)]
        if not below:
            return None
        case = min(tree.kids(below[0], "case", "mark"))
        held, end = tree.subtree(below[0], without=[case]), case + 1
    else:
        acts = [k for k in tree.kids(noun, "acl", "xcomp") if k > noun and "to" in tree.marked(k)]
        if not acts or not {tree.lemmas[acts[0]], phrasal(tree, acts[0])} & _speech():
            return None
        about, _ = matter(tree, acts[0])
        marks = tree.kids(acts[0], "mark")
        held, end = (about, acts[0] + 1) if about else ([*marks, acts[0]], noun + 1)
        said = "declined" if tree.lemmas[noun] in words("declined", "nouns_of") else "not said"
    held = [i for i in elsewhere(tree, held, said) if i >= end or i > noun]
    if not held:
        return None
    act: Act = "refuse" if said == "declined" else "inform"
    return Draft(ranges(held), (noun, end), noun, span, head, said=said, act=act, confidence=0.8)


def _speech() -> frozenset[str]:
    return words("declined", "speech") - words("declined", "objects") | words("not_said", "asking")


def _owner(tree: Tree, noun: int) -> tuple[Range, int] | None:
    """Who keeps it: "[Oslo]'s silence", "the silence of [the palace]"; not "my" nor "this"."""
    for kid in tree.kids(noun, "nmod"):
        owned = tree.words[kid].deprel == "nmod:poss"
        if not (owned or (kid > noun and tree.marked(kid) & {"of", "by", "from"})):
            continue
        span = phrase(tree, kid)
        if span and tree.words[span[1] - 1].text in ("'s", "’s", "'", "’") and span[1] - 1 > span[0]:
            span = (span[0], span[1] - 1)
        return (span, kid) if span else None
    return None


def without_word(tree: Tree, noun: int) -> Draft | None:
    """ "They parted without a word on the reef", "left without any mention of it": of whoever did so."""
    case = [k for k in tree.kids(noun, "case", "mark") if tree.lows[k] == "without"]
    verb = tree.words[noun].head
    if not case or verb < 0 or tree.words[verb].upos != "VERB" or tree.passive(verb):
        return None
    known = words("not_said", "nouns")
    if tree.lemmas[noun] not in known:
        return None
    about = TOPICS if tree.lemmas[noun] in words("not_said", "about") else TOPICS | {"of", "to"}
    below = [k for k in tree.kids(noun, "nmod", "obl") if tree.marked(k) & about]
    below += [k for k in tree.kids(verb, "obl") if tree.marked(k) & about and k > noun]
    if not below or timed(tree, below[0]) or tree.subtree(below[0])[0] != noun + 1:
        return None
    end = min(tree.kids(below[0], "case")) + 1
    return hushed(tree, verb, "not said", (case[0], end), [i for i in tree.subtree(below[0]) if i >= end])
