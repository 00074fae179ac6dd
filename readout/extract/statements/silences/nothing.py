"""Nothing was said: "Nothing in the accord deals with it", "Nothing was said about the prisoners"."""

from __future__ import annotations

from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import elsewhere, hushed, matter, phrasal, start
from readout.extract.statements.silences.papers import place_of
from readout.extract.statements.speakers import phrase
from readout.extract.statements.tree import Tree
from readout.model.swift import replace


def _nothing_in(tree: Tree, verb: int) -> Draft | None:
    """ "Nothing in the communique touches on the accounts": the communique's silence."""
    subject = [kid for kid in tree.kids(verb, "nsubj") if tree.lemmas[kid] == "nothing"]
    if not subject:
        return None
    places = [kid for noun in subject for kid in tree.kids(noun, "nmod") if "in" in tree.marked(kid)]
    place = place_of(tree, places)
    told = words("not_said", "verbs") | words("not_said", "treating")
    if place is None or not {tree.lemmas[verb], phrasal(tree, verb)} & told:
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
    subject = [kid for kid in tree.kids(verb, "nsubj") if tree.lemmas[kid] in ("nothing", "no", "word")]
    if not subject or tree.lemmas[verb] not in words("not_said", "wordless") or not tree.passive(verb):
        return None
    if tree.lemmas[subject[0]] == "word" and not _not_a(tree, subject[0]):
        return None
    about, preposition = matter(tree, verb)
    if not about or preposition is None:
        return None
    end = preposition[1] if preposition[0] == verb + 1 else verb + 1
    first, about = tree.subtree(subject[0])[0], elsewhere(tree, about)
    return Draft(ranges(about), (first, end), verb, said="not said", confidence=0.7)


def fragment(tree: Tree, no: int) -> Draft | None:
    """ "Tunis praised the sea. Not a syllable about gas.", "Nothing on the debt.": of whoever was told of."""
    first, last = no, tree.sentence(no)[1]
    if no == 0 or not tree.breaks(no) or "\n" in tree.text[tree.words[no - 1].end : tree.words[no].start]:
        return None
    noun = next((i for i in range(first, min(first + 4, last)) if tree.lemmas[i] in LEAST), None)
    if noun is None or any(tree.words[i].upos in ("VERB", "AUX") for i in range(first, noun + 3)):
        return None
    if noun + 2 >= last or tree.lows[noun + 1] not in ("about", "on", "of"):
        return None
    above = range(tree.sentence(first - 1)[0], first)
    heads = [i for i in above if tree.words[i].head not in above]
    subject = tree.subject(heads[0]) if heads else None
    span = phrase(tree, subject) if subject is not None else None
    held = [i for i in range(noun + 2, last) if i < last - 1 or tree.words[i].upos != "PUNCT"]
    if span is None or not held:
        return None
    return Draft(ranges(held), (first, noun + 2), noun, span, subject, said="not said", confidence=0.8)


LEAST = {"word", "syllable", "line", "sentence", "mention", "whisper", "nothing", "hint"}


def _not_a(tree: Tree, noun: int) -> bool:
    return bool({tree.lows[i] for i in tree.subtree(noun)} & {"no", "not"})
