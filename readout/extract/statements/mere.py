"""What the tagger alone took for words and that says nothing: a question word, a mere "it", a rite."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.statements.clauses import QUESTIONS
from readout.extract.statements.draft import Draft
from readout.extract.statements.lexicon import listed, words
from readout.extract.statements.tree import RELATIVES, Tree
from readout.model.anchor import Anchor


def nothing_but(tree: Tree, draft: Draft) -> bool:
    """Whether there is no content but the word that asks: "What" of "What was not said may matter"."""
    inside = [tree.lows[i] for piece in draft.contents for i in range(*piece)]
    return all(word in QUESTIONS | RELATIVES | NOTHING for word in inside)


NOTHING = {"nothing", "at", "all", "more", "else", "further", "anything", "little", "a", "word", "."}


def bare(tree: Tree, draft: Draft) -> bool:
    """Whether the tagger alone has a mere "it" of a verb that is no cue, or a rite: "did not say mass"."""
    inside = [i for piece in draft.contents for i in range(*piece) if tree.words[i].upos != "PUNCT"]
    if draft.verb is None or not inside:
        return False
    word = {tree.lemmas[kid] for kid in tree.kids(draft.verb, "obj")} & words("not_said", "nothing")
    if draft.said == "not said" and tree.lemmas[draft.verb] in ("say", "utter") and word:
        return True
    pronoun = len(inside) == 1 and tree.lows[inside[0]] in BARE
    rite = draft.said == "not said" and tree.lemmas[draft.verb] == "say" and len(inside) == 1
    noun = tree.words[inside[0]].upos in ("NOUN", "INTJ") and tree.rels[inside[0]] == "obj"
    return (pronoun and tree.lemmas[draft.verb] in listed("deaf")) or (rite and noun)


BARE = {"it", "them", "this", "that", "him", "her", "so"}


def a_title(content: Sequence[Anchor]) -> bool:
    """Whether a quotation that nobody is told to say is the name of a work: "“The Long Road Home”"."""
    found = [word.strip("\"'“”‘’.,") for anchor in content for word in anchor.exact.split()]
    named = [word for word in found if word]
    return 0 < len(named) <= 6 and all(word[0].isupper() or word in LITTLE for word in named)


LITTLE = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
