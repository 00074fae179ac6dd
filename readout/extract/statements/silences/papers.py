"""Whether a silence is a text's: "The treaty does not mention it", "It is left out of the communique"."""

from __future__ import annotations

from readout.extract.statements.lexicon import words
from readout.extract.statements.speakers import is_document, phrase
from readout.extract.statements.tree import RELATIVES, Tree
from readout.model.analysis import Range


def of_text(tree: Tree, noun: int | None) -> bool:
    """Whether a noun is a text or a speech: "the treaty", "his remarks"."""
    if noun is None:
        return False
    return is_document(tree, noun) or bool({tree.lemmas[noun], tree.lows[noun]} & words("not_said", "texts"))


def of_document(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb is a text, be it behind "that": "a note that does not include …"."""
    subject = tree.subject(verb)
    if subject is not None and tree.lows[subject] in RELATIVES:
        subject = tree.words[verb].head if tree.words[verb].deprel == "acl:relcl" else subject
    if subject is None or subject < 0:
        return False
    return of_text(tree, subject) or (tree.lows[subject] == "it" and it_is_a_text(tree, subject))


def it_is_a_text(tree: Tree, it: int) -> bool:
    """Whether "it" goes on with a text: "The note spoke of trade. It did not touch on the strike".

    As a subject it is that of the sentence before, elsewhere ("did not figure in it") that of one near.
    """
    first = tree.sentence(it)[0]
    if tree.lows[it] != "it" or first == 0:
        return False
    begins = tree.sentence(first - 1)[0] if it == first else max(0, first - BACK)
    subjects = [i for i in range(begins, first) if tree.rels[i] == "nsubj"]
    texts = [i for i in (subjects[:1] if it == first else subjects) if is_document(tree, i)]
    return bool(texts) and "\n" not in tree.text[tree.words[texts[-1]].end : tree.words[it].start]


BACK = 45
"""So many words before it is looked for the text that "it" means."""


def place_of(tree: Tree, heads: list[int]) -> tuple[Range, int] | None:
    """The text in which something goes unsaid: "from the communique"."""
    for head in heads:
        span = phrase(tree, head) if of_text(tree, head) or it_is_a_text(tree, head) else None
        if span:
            return span, head
    return None
