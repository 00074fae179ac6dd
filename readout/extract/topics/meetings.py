"""What is agreed for later and is a topic as it stands: the next meeting, a deed such as a visit."""

from __future__ import annotations

from readout.extract.topics.lexicon import label_of_meeting, words
from readout.extract.topics.phrase import Phrase
from readout.extract.topics.tree import Tree

DEED = words("deed")
MEETINGS, MEETING_VERBS = words("meeting", "nouns"), words("meeting", "verbs")
NEXT_ONE = words("meeting", "next")
NEXT = ("next", "meeting")


def meeting(tree: Tree, index: int) -> Phrase | None:
    """ "the second round of talks" """
    if tree.lemmas[index] not in MEETINGS and tree.lows[index] not in MEETINGS:
        return None
    for kid in tree.kids(index, "amod", "det"):
        if tree.lows[kid] in NEXT_ONE and kid < index:
            bodies = [
                k for k in tree.kids(index, "nmod") if tree.words[k].upos == "PROPN" and "of" in tree.cases(k)
            ]
            near = range(index + 2, min(index + 6, len(tree.words)))
            on = index + 1 < len(tree.words) and tree.lows[index + 1] in ("on", "about")
            about = [k for k in near if on and tree.noun(k) and tree.cases(k)]
            after = "".join(f" {tree.lows[k]}" for k in range(index + 1, about[0] + 1)) if about else ""
            label = f"{tree.lows[kid]} {tree.lows[index]}{after}"
            return Phrase(kid, index + 1, index, NEXT, 1.0 if bodies else 3.0, label=label)
    above = tree.words[index].head
    if tree.rels[index] == "nsubj" and above >= 0 and _to_come(tree, index, above):
        return Phrase(index, index + 1, index, NEXT, 3.0, label=label_of_meeting())
    return None


def _to_come(tree: Tree, index: int, verb: int) -> bool:
    """Whether a meeting is told as ahead: it is planned, "will resume", or "a second one will be held"."""
    lemma = tree.lemmas[verb]
    if lemma in words("meeting", "planned"):
        return True
    if lemma in words("meeting", "resumed"):
        return tree.words[verb].feats.get("Tense") != "Past" and "if" not in tree.lows[index - 1]
    counted = any(tree.lows[kid] in words("meeting", "counted") for kid in tree.kids(index, "amod"))
    return counted and lemma in words("meeting", "held") and _ahead(tree, verb)


def meeting_again(tree: Tree, index: int) -> Phrase | None:
    """ "the mayors would meet again", "the ministers will meet in May" """
    if tree.lemmas[index] not in MEETING_VERBS:
        return None
    again = any(tree.lows[kid] in words("meeting", "again") for kid in tree.kids(index, "advmod"))
    coming = tree.lemmas[index] == "meet" and _ahead(tree, index) and not tree.kids(index, "obj")
    if not again and not coming and tree.lemmas[index] != "reconvene":
        return None
    return Phrase(index, index + 1, index, NEXT, 3.0, label=label_of_meeting())


def deed(tree: Tree, index: int) -> Phrase | None:
    """ "has accepted an invitation to visit Quito" """
    lemma = tree.lemmas[index]
    if lemma not in DEED:
        return None
    return Phrase(index, index + 1, index, (lemma,), 2.2, label=lemma) if _ahead(tree, index) else None


def _ahead(tree: Tree, index: int) -> bool:
    """Whether a verb tells of what is to come: "will meet", "to visit"."""
    helpers = {tree.lows[kid] for kid in tree.kids(index, "aux")}
    marks = {tree.lows[kid] for kid in tree.kids(index, "mark")}
    return bool(helpers & {"will", "shall", "’ll", "'ll"}) or (
        "to" in marks and tree.rels[index] in ("acl", "xcomp")
    )
