"""Nothing was said: "Nothing in the accord deals with it", "Nothing was said about the prisoners"."""

from __future__ import annotations

from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import elsewhere, hushed, matter, phrasal, place_of, start
from readout.extract.statements.tree import Tree
from readout.model.swift import replace


def _nothing_in(tree: Tree, verb: int) -> Draft | None:
    """ "Nothing in the communique touches on the accounts": the communique's silence."""
    subject = [kid for kid in tree.kids(verb, "nsubj") if tree.lemma(kid) == "nothing"]
    if not subject:
        return None
    places = [kid for noun in subject for kid in tree.kids(noun, "nmod") if "in" in tree.marked(kid)]
    place = place_of(tree, places)
    told = words("not_said", "verbs") | words("not_said", "treating")
    if place is None or not {tree.lemma(verb), phrasal(tree, verb)} & told:
        return None
    about, preposition = matter(tree, verb)
    with_ = [kid for kid in tree.kids(verb, "obl") if "with" in tree.marked(kid) and kid > verb]
    if not about and with_:  # "deals with refugees"
        case = min(tree.kids(with_[0], "case"))
        about, preposition = tree.subtree(with_[0], without=[case]), (case, case + 1)
    end = preposition[1] if preposition and preposition[0] == verb + 1 else verb + 1
    found = hushed(tree, verb, "not said", (start(tree, verb, None, []), end), about)
    return replace(found, source=place[0], source_head=place[1]) if found else None


def nothing(tree: Tree, verb: int) -> Draft | None:
    """ "Nothing was said about the prisoners": nobody is named who was silent."""
    if not tree.passive(verb):
        return _nothing_in(tree, verb)
    subject = [kid for kid in tree.kids(verb, "nsubj") if tree.lemma(kid) in ("nothing", "no", "word")]
    if not subject or tree.lemma(verb) not in words("not_said", "wordless") or not tree.passive(verb):
        return None
    if tree.lemma(subject[0]) == "word" and not _not_a(tree, subject[0]):
        return None
    about, preposition = matter(tree, verb)
    if not about or preposition is None:
        return None
    end = preposition[1] if preposition[0] == verb + 1 else verb + 1
    first, about = tree.subtree(subject[0])[0], elsewhere(tree, about)
    return Draft(ranges(about), (first, end), verb, said="not said", confidence=0.7)


def _not_a(tree: Tree, noun: int) -> bool:
    return bool({tree.lows[i] for i in tree.subtree(noun)} & {"no", "not"})
