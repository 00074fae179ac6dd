"""What others say of a thing in the midst of a clause: "the bridge, which we say is unsafe, would stay open".

The parse hangs the rest of the clause from the insertion, and the tagger stops at its comma.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.extract.statements.draft import Draft
from readout.extract.statements.tagged import head_of
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import cue_at
from readout.model.analysis import Range
from readout.model.swift import replace

RELATIVES = frozenset(["which", "who", "whom"])
WHO = 6
"""So many words at most tell who says it."""
REACH = 30
"""So many words at most are said of the thing."""
GOES_ON = frozenset(["MD", "VBZ", "VBD", "VBP"])


@dataclass(frozen=True, slots=True)
class Insert:
    """An insertion: its "which", its verb, the comma that ends it, and where the sentence ends."""

    which: int
    verb: int
    close: int
    last: int


def inserted(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with each insertion ended at its comma, and what stands around it whole."""
    out = list(drafts)
    for insert in _inserts(tree):
        own = [d for d in out if d.verb == insert.verb or (d.cue and d.cue[0] == insert.verb)]
        out = [_around(tree, d, insert) for d in out if d not in own]
        out.append(_own(tree, own[0] if own else Draft((), confidence=0.7), insert))
    return out


def _inserts(tree: Tree) -> Iterator[Insert]:
    for which in tree.written(RELATIVES):
        if which < 2 or tree.lows[which - 1] != ",":
            continue
        last = tree.sentence(which)[1]
        verb = next((i for i in range(which + 2, min(which + WHO, last - 2)) if _says(tree, i)), None)
        if verb is None or any(tree.words[i].upos in ("VERB", "AUX", "PUNCT") for i in range(which, verb)):
            continue
        close = next((i for i in range(verb + 2, min(verb + REACH, last - 2)) if _ends(tree, i)), None)
        if close is not None:
            yield Insert(which, verb, close, last)


def _says(tree: Tree, index: int) -> bool:
    """Whether a verb of saying stands right before what it tells: "engineers say | is unsafe"."""
    cue, after = cue_at(tree, index), tree.words[index + 1]
    return cue is not None and "clause" in cue.frames and (after.upos == "AUX" or after.xpos in GOES_ON)


def _ends(tree: Tree, index: int) -> bool:
    """Whether a comma is followed by the verb of the clause around: ", | would stay open"."""
    return tree.lows[index] == "," and tree.words[index + 1].xpos in GOES_ON


def _own(tree: Tree, draft: Draft, insert: Insert) -> Draft:
    """The insertion's statement: "which … is unsafe", said by the engineers."""
    source = (insert.which + 1, insert.verb)
    return replace(
        draft,
        contents=((insert.which, insert.which + 1), (insert.verb + 1, insert.close)),
        cue=(insert.verb, insert.verb + 1),
        verb=insert.verb,
        source=source,
        origin="both",
        source_head=head_of(tree, source),
    )


def _around(tree: Tree, draft: Draft, insert: Insert) -> Draft:
    """The statement that the insertion stands in, whole: "the bridge, …, would stay open"."""
    before = [piece for piece in draft.contents if piece[0] < insert.which]
    holds = any(first < insert.which <= last + 1 for first, last in before)
    if not holds or draft.cue is None or draft.cue[0] in range(insert.which, insert.close):
        return draft
    end = _rest(tree, draft, insert)
    after = [piece for piece in draft.contents if piece[0] >= end]
    return replace(draft, contents=(*before[:-1], (before[-1][0], end), *after))


def _rest(tree: Tree, draft: Draft, insert: Insert) -> int:
    """Where the clause around ends: before the cue or source that follows it, or with the sentence."""
    spans: list[Range] = [span for span in (draft.cue, draft.source) if span and span[0] > insert.close]
    end = min((span[0] for span in spans), default=insert.last)
    while tree.words[end - 1].upos == "PUNCT" and tree.lows[end - 1] not in ("”", '"', ")"):
        end -= 1
    return end
