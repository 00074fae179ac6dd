"""What ends a speech: a silence of the speaker's own that the parse put within it."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.statements.board import Board
from readout.extract.statements.draft import Draft, ranges, shared
from readout.extract.statements.inserts import inserted
from readout.extract.statements.lexicon import listed, words
from readout.extract.statements.tree import CLOSING, Tree
from readout.model.swift import replace


def ended(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """ "said that it had failed but gave no details": the second verb is the speaker's, no part of the first.

    So is "without saying where" after a speech whose source is the same.
    """
    drafts = _less_silences([_before_we(tree, _last_clause(tree, draft)) for draft in drafts])
    board = Board(drafts)
    cuts: dict[int, int] = {}
    for hush in drafts:
        if hush.cue is None or hush.source is None:
            continue
        if hush.said == "yes":
            _part(tree, hush, board, cuts)
            continue
        for outer in board.by_content(hush.cue):
            inside = any(first < hush.cue[0] < last for first, last in outer.contents)
            which = _which(tree, hush) if outer is not hush and inside else None
            if which is not None and outer.first < which:
                cuts[id(outer)] = min(which, cuts.get(id(outer), which))
            if which is not None or hush.said == "denied":
                continue
            begins = min(hush.cue[0], hush.source[0])
            apart = begins > 0 and tree.lows[begins - 1] == ";"  # "said it was shut; it gave no date"
            joined = tree.lows[hush.cue[0] - 1] in ("and", "but") if hush.cue[0] > 0 else False
            ends = outer.said == "yes" or joined  # "would not say who had fled, and waved away a question"
            if outer is not hush and inside and ends and (apart or _same(outer, hush)):
                at = begins if apart else hush.cue[0]
                cuts[id(outer)] = min(at, cuts.get(id(outer), at))
    cut = [_cut(tree, draft, cuts[id(draft)]) if id(draft) in cuts else draft for draft in drafts]
    return inserted(tree, cut)


def _part(tree: Tree, other: Draft, board: Board, cuts: dict[int, int]) -> None:
    """ "said that 90 had fled, while Oslo put it at 150", "…; Oslo said 150": the second is no part of it."""
    verb = other.verb
    if verb is None or other.cue is None or other.source is None:
        return
    start = min(other.cue[0], other.source[0])
    start = start if start > 0 and tree.lows[start - 1] == ";" else _aside(tree, verb)
    start = 0 if start > 0 and _of_the_speaker(tree, other) and tree.lows[start - 1] != ";" else start
    goes_on = _and_who(tree, other) or _participle(tree, verb) if start == 0 else 0
    start = start or goes_on
    if start == 0:
        start = tree.subtree(verb)[0] if tree.marked(verb) & {"while", "whereas"} else 0
        if start == 0 or tree.lows[start] not in ("while", "whereas") or tree.words[start - 1].text != ",":
            start = 0
    before = tree.lows[max(0, other.cue[0] - BEHIND) : other.cue[0]]
    if start == 0 and "which" not in before and "who" not in before:
        return
    for outer in board.by_content(other.cue):
        if outer.said != "yes" and (which := _told_of(tree, outer, other)):
            cuts[id(outer)] = min(which, cuts.get(id(outer), which))
        if goes_on and outer.source_head != other.source_head:
            continue
        same = outer.said == "yes" or bool(goes_on)
        if outer is not other and same and outer.first < start and outer.origin != "quotation":
            cuts[id(outer)] = min(start, cuts.get(id(outer), start))


BEHIND = 8
"""So many words after a "which" its cue may stand."""


def _told_of(tree: Tree, hush: Draft, other: Draft) -> int:
    """Where others tell of a silence's matter: "did not raise the dam[, which, an aide said, was sold]"."""
    cue = other.cue[0] if other.cue else 0
    inside = range(hush.first + 1, cue)
    whiches = [i for i in inside if tree.lows[i] in ("which", "who") and tree.lows[i - 1] == ","]
    return whiches[-1] if whiches else 0


def _and_who(tree: Tree, other: Draft) -> int:
    """Where "and who" goes on about the speaker: "who claims to own it and who says it is lost"; else 0."""
    who = other.source[0] if other.source else 0
    return who - 1 if who > 1 and tree.lows[who] == "who" and tree.lows[who - 1] in ("and", "but") else 0


def _participle(tree: Tree, verb: int) -> int:
    """Where a participle goes on about the speaker: "rejected the claim that it sank[, saying] it …"."""
    ahead = tree.words[verb].xpos == "VBG" and tree.lows[verb - 1] == "," and not tree.kids(verb, "aux")
    return verb - 1 if ahead and verb > 0 else 0


def _aside(tree: Tree, verb: int) -> int:
    """Where a remark of the writer begins: "said 3 had died, [a figure] that Oslo called too low"; else 0."""
    head = tree.words[verb].head
    if tree.rels[verb] != "acl" or head < 2 or not tree.kids(verb, "nsubj"):
        return 0
    return _apposed(tree, head)


def _of_the_speaker(tree: Tree, draft: Draft) -> bool:
    """Whether a source can be the speaker told of before: "said it was a lie, a charge that he repeats"."""
    if draft.source_head is None or tree.lows[draft.source_head] not in ("he", "she", "they"):
        return False
    aside = draft.cue is not None and draft.source is not None and draft.source[0] < draft.cue[0]
    between = (draft.source[0] - 1, draft.cue[1]) if aside and draft.source and draft.cue else ()
    return not between or any(tree.lows[i] != "," for i in between)


def _apposed(tree: Tree, noun: int) -> int:
    """Where ", a charge" begins that the writer adds to what was said; 0 where a noun is none such."""
    told = tree.lemmas[noun] in words("denied", "claims") or tree.lemmas[noun] in words("not_said", "remarks")
    start = next((i for i in tree.subtree(noun) if tree.lows[i] != ","), noun)
    return start if told and tree.lows[start] in ("a", "an") and tree.lows[start - 1] == "," else 0


def _before_we(tree: Tree, draft: Draft) -> Draft:
    """ "The bank told us that it would pay, and we hold it to that": what "we" do is none of it."""
    if draft.cue is None or draft.source_head is None or len(draft.contents) != 1 or draft.said != "yes":
        return draft
    first, last = draft.contents[0]
    if draft.cue[1] > first or tree.lows[draft.source_head] in ("i", "we") or last - first < 6:
        return draft
    lows = tree.lows[first:last]
    if "we" not in lows and "i" not in lows:
        return draft
    ours = (i for i in range(first + 3, last - 1) if tree.lows[i] in ("we", "i"))
    start = next((i for i in ours if tree.lows[i - 1] in ("and", "but") and tree.lows[i - 2] == ","), last)
    quoted = not QUOTES.isdisjoint(tree.lows[draft.cue[1] : start])
    return draft if start == last or quoted else replace(draft, contents=((first, start - 2),))


QUOTES = CLOSING | {"“", "``", "‘", "«"}


def _last_clause(tree: Tree, draft: Draft) -> Draft:
    """ "Peru agreed to pay; half is paid, the bank says": a cue that follows tells the last clause only."""
    if draft.cue is None or len(draft.contents) != 1 or draft.cue[0] < draft.contents[0][1]:
        return draft
    first, last = draft.contents[0]
    if ";" not in tree.lows[first:last] or draft.origin == "quotation" or draft.said != "yes":
        return draft
    start = last - tree.lows[first:last][::-1].index(";")
    near = draft.cue[0] - last <= AFTER and not CLOSING.intersection(tree.lows[first : draft.cue[0]])
    whole = last - start > 2 and any(tree.words[i].upos in ("VERB", "AUX") for i in range(start, last))
    return replace(draft, contents=((start, last),)) if near and whole else draft


AFTER = 12
"""So many words at most stand between a clause and the cue that follows, the speaker's among them."""


def felt(tree: Tree, draft: Draft) -> Draft:
    """ "noted with satisfaction the growth of trade": the feeling is told, the growth is what was noted."""
    first, last = draft.first, draft.contents[0][1] if draft.contents else 0
    if draft.cue is None or first != draft.cue[1] or tree.lows[first] != "with" or last < first + 4:
        return draft
    noun = next(
        (i for i in range(first + 1, min(first + 4, last)) if tree.lemmas[i] in listed("feelings")), None
    )
    if noun is None or tree.lows[noun + 1] in ("and", "at", "over", "that", "of", "about", ","):
        return draft
    contents = ((noun + 1, last), *draft.contents[1:]) if noun + 1 < last else draft.contents[1:]
    return replace(draft, contents=contents, cue=(draft.cue[0], noun + 1)) if contents else draft


def _which(tree: Tree, denial: Draft) -> int | None:
    """Where a ", which" begins that is denied: "accused it of ramming a boat, which Beijing denied"."""
    if denial.verb is None or not tree.words[denial.verb].deprel.endswith(":relcl"):
        return None
    head = tree.words[denial.verb].head
    if head > 0 and not _of_the_speaker(tree, denial) and (start := _apposed(tree, head)):
        return start
    whiches = [kid for kid in tree.kids(denial.verb, "obj") if tree.lows[kid] == "which"]
    return whiches[0] if whiches and tree.words[whiches[0] - 1].text == "," else None


def _less_silences(drafts: Sequence[Draft]) -> list[Draft]:
    """ "reported, without citing evidence, that he fled": "evidence" is no part of what was reported."""
    board = Board([draft for draft in drafts if draft.said not in ("yes", "denied")])
    found: list[Draft] = []
    for draft in drafts if board.drafts else ():
        inside = {
            i
            for piece in draft.contents[:1]
            for hush in board.by_content((piece[0], piece[0] + 1))
            if hush is not draft and draft.said == "yes" and _beside(draft, hush)
            for first, last in hush.contents
            for i in range(first, last)
        }
        held = [i for first, last in draft.contents for i in range(first, last) if i not in inside]
        found.append(replace(draft, contents=ranges(held)) if inside and held else draft)
    return found or list(drafts)


def _beside(draft: Draft, hush: Draft) -> bool:
    """Whether a silence of the same source stands between a cue and its content."""
    if draft.cue is None or hush.cue is None or not _same(draft, hush):
        return False
    return draft.cue[1] <= hush.cue[0] < hush.cue[1] <= draft.first


def _same(outer: Draft, hush: Draft) -> bool:
    """Whether two drafts have one source, be its words bounded differently."""
    if outer.source is None or hush.source is None:
        return False
    return outer.source == hush.source or shared((outer.source,), (hush.source,)) > 0


def _cut(tree: Tree, draft: Draft, at: int) -> Draft:
    held = [i for first, last in draft.contents for i in range(first, last) if i < at]
    ends = [i for i in held if i >= at - 3 and tree.words[i].upos in ("CCONJ", "PUNCT", "ADV", "PRON")]
    joint = next((i for i in ends if tree.words[i].upos in ("CCONJ", "PUNCT")), at)
    while held and held[-1] in ends and held[-1] >= joint:
        held.pop()
    return replace(draft, contents=ranges(held)) if held else draft
