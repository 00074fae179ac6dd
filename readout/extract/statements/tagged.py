"""What the tagger binds to a cue, as drafts, with the gaps mended that tagging leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.extract.statements.bound import Quoted, rebound
from readout.extract.statements.draft import Draft
from readout.extract.statements.heard import HEARING
from readout.extract.statements.lexicon import cues, listed, voices, words
from readout.extract.statements.silences.silence import said_of
from readout.extract.statements.speakers import phrase
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import cue_at, hedge_of
from readout.model.analysis import Attribution, Range

SMALL_GAP = 2
"""So many words between two pieces of a content, none of cue or source, are a slip of the tagger."""


def tagged_drafts(
    tree: Tree, attributions: Sequence[Attribution], quoted: Quoted, taken: frozenset[int] = frozenset()
) -> Iterator[Draft]:
    """A draft for each attribution; those with a cue and no content are for the rules to fill."""
    for attribution in rebound(tree, attributions, quoted, taken):
        contents = mended(tree, attribution)
        if attribution.cue and _after_city(tree, attribution.cue):
            continue
        if contents or attribution.cue:
            yield _draft(tree, attribution, contents)


def _after_city(tree: Tree, cue: Range) -> bool:
    """Whether a cue is but the colon of a dateline: "LIMA: Peru has …"."""
    first = cue[0]
    if cue[1] - first != 1 or tree.words[first].text != ":" or tree.words[first].index != first:
        return False
    start = first
    while start > 0 and first - start < 4 and not tree.breaks(start):
        start -= 1
    before = [tree.words[i].text for i in range(start, first)]
    begins = start == 0 or tree.breaks(start)
    return begins and bool(before) and all(word.isupper() and len(word) > 2 for word in before)


def mended(tree: Tree, attribution: Attribution) -> tuple[Range, ...]:
    """The contents in order, joined over small gaps in one sentence: ((0, 3), (4, 9)) becomes ((0, 9),)."""
    taken = [span for span in (attribution.cue, *attribution.sources) if span]
    runs: list[Range] = []
    pieces = (_past_tail(tree, attribution.cue, piece) for piece in attribution.contents)
    for first, last in sorted(_past_day(tree, piece) for piece in pieces):
        if runs and _slip(tree, runs[-1][1], first, taken):
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        elif last > first:
            runs.append((first, last))
    return tuple(_closed(tree, _opened(tree, run, taken), taken) for run in runs)


def _opened(tree: Tree, run: Range, taken: list[Range]) -> Range:
    """A run with the number before its noun: "[3 million] New Zealand dollars"."""
    first, last = run
    while (
        first > 0
        and tree.rels[first - 1] in ("nummod", "compound")
        and first <= tree.words[first - 1].head < last
        and not any(start < first <= end for start, end in taken)
    ):
        first -= 1
    return first, last


def _closed(tree: Tree, run: Range, taken: list[Range]) -> Range:
    """A run that ends with a preposition with its noun: "… the deaths caused by [the storm]"."""
    head = tree.words[run[1] - 1].head
    if tree.words[run[1] - 1].upos not in ("ADP", "DET") or not run[1] <= head < tree.sentence(run[0])[1]:
        return run
    end = tree.subtree(head)[-1] + 1
    return run if any(first < end and run[1] < last for first, last in taken) else (run[0], end)


def _past_tail(tree: Tree, cue: Range | None, piece: Range) -> Range:
    """Without the preposition that makes the verb: "to burning the ledgers" of "confessed to burning …"."""
    first, last = piece
    if cue is None or cue[1] != first or last - first < 2:
        return piece
    return (first + 1, last) if f"{tree.lemmas[cue[1] - 1]} {tree.lows[first]}" in cues() else piece


def _past_day(tree: Tree, piece: Range) -> Range:
    """Without the day before it: "Thursday at the plight of …" of "voiced alarm on Thursday at …"."""
    first, last = piece
    day = tree.lows[first] in listed("days") and tree.words[first].text != "may"
    on = day and first > 0 and tree.words[first - 1].upos in ("ADP", "VERB", "NOUN")
    goes_on = on and first + 1 < last and tree.words[first + 1].upos in ("ADP", "SCONJ")
    return (first + 1, last) if goes_on else piece


def _slip(tree: Tree, end: int, start: int, taken: list[Range]) -> bool:
    if start - end > SMALL_GAP:
        return False
    free = not any(first < start and last > end for first, last in taken)
    free = free and not any(tree.rels[i] == "conj" and cue_at(tree, i) for i in range(end, start))
    return free and not any(tree.breaks(index) for index in range(end, start + 1))


def _draft(tree: Tree, attribution: Attribution, contents: tuple[Range, ...]) -> Draft:
    verb = cue_head(tree, attribution.cue) if attribution.cue else None
    source = _nearest(_joined(tree, attribution.sources), attribution.cue)
    if source is None and verb is not None:
        source, contents = _by(tree, verb, contents)
    cue = cue_at(tree, verb) if verb is not None else None
    return Draft(
        contents,
        attribution.cue,
        verb,
        source,
        head_of(tree, source) if source else None,
        hedge=hedge_of(tree, verb) if verb is not None else None,
        said=said_of(tree, verb, attribution.cue) if verb is not None else "yes",
        act=cue.act if cue else "inform",
        origin="tagger",
        confidence=attribution.confidence,
    )


def _by(tree: Tree, verb: int, contents: tuple[Range, ...]) -> tuple[Range | None, tuple[Range, ...]]:
    """Who a passive cue names with "by", and the content without: "was ruled a breach by the court"."""
    named = [kid for kid in tree.kids(verb, "xcomp") if tree.words[kid].upos in ("NOUN", "PROPN", "ADJ")]
    below = [k for kid in named for k in tree.subtree(kid) if tree.rels[k] == "nmod"]
    doers = [*tree.kids(verb, "obl:agent"), *(k for k in below if "by" in tree.marked(k))]
    agent = doers[0] if doers and tree.passive(verb) else None
    source = phrase(tree, agent) if agent is not None else None
    if agent is None or source is None:
        return None, contents
    by = tree.subtree(agent)[0]
    return source, tuple([(first, min(last, by) if first < by else last) for first, last in contents])


def _nearest(sources: Sequence[Range], cue: Range | None) -> Range | None:
    """Of several sources the longest that touches the cue, else the longest."""
    beside = [span for span in sources if cue and (cue[0] - 1 <= span[1] <= cue[0] or span[0] == cue[1])]
    return max(beside or sources, key=lambda span: span[1] - span[0], default=None)


def _joined(tree: Tree, sources: Sequence[Range]) -> list[Range]:
    """Sources with those put together that only a comma keeps apart: "the envoy", "Ada Orr"."""
    found: list[Range] = []
    for first, last in sorted(sources):
        gap = range(found[-1][1], first) if found else range(0)
        near = bool(found) and len(gap) <= 1 and all(tree.words[i].text == "," for i in gap)
        inside = bool(found) and any(tree.words[kid].head in range(*found[-1]) for kid in range(first, last))
        if near and inside:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def cue_head(tree: Tree, cue: Range) -> int:
    """The word of a cue that the others hang from; a cue verb before all: "said in a statement" -> said."""
    inside = range(*cue)
    known = [i for i in inside if tree.words[i].upos == "VERB" and tree.lemmas[i] in cues()]
    heads = [i for i in inside if tree.words[i].head not in inside]
    verbs = [i for i in heads if tree.words[i].upos == "VERB"]
    return next(iter(verbs or known or heads), cue[0])


def head_of(tree: Tree, span: Range) -> int:
    """The word of a phrase that the others hang from."""
    inside = range(*span)
    return next((i for i in inside if tree.words[i].head not in inside), span[0])


def speaks(tree: Tree, draft: Draft) -> bool:
    """Whether the cue is one of speech, not of belief or wish: counts within another's words."""
    if draft.said != "yes":
        return True
    if draft.verb is None:
        return False
    known = voices()["nouns"] if draft.origin == "tagger" else voices()["nouns"] | voices()["noted"]
    heard = draft.origin != "tagger" and tree.lemmas[draft.verb] in HEARING
    return heard or cue_at(tree, draft.verb) is not None or tree.lemmas[draft.verb] in known


def _anonymous(tree: Tree, draft: Draft) -> bool:
    """ "who asked not to be named": how a source wants to be told of, nothing it says."""
    inside = {tree.lows[i] for first, last in draft.contents for i in range(first, last)}
    return bool(inside & listed("anonymous"))


def _pictured(tree: Tree, draft: Draft, lemma: str) -> bool:
    """ "The photo shows a quay": what can be seen, nothing said."""
    first, last = tree.sentence(draft.verb) if draft.verb is not None else (0, 0)
    before = {tree.lemmas[i] for i in range(first, min(draft.verb or 0, last))}
    return lemma in ("show", "depict", "capture") and bool(before & listed("pictures"))


def _somewhere(tree: Tree, verb: int) -> bool:
    """ "called his followers on to the streets": a summons."""
    return any(kid > verb and tree.marked(kid) & {"to", "onto", "into"} for kid in tree.kids(verb, "obl"))


def wondered(tree: Tree, draft: Draft) -> bool:
    """ "It was not immediately clear whether …": the writer's own word, said by nobody."""
    if draft.source is not None or draft.verb is None:
        return False
    near = {draft.verb, *tree.kids(draft.verb, "xcomp", "advmod")}
    return any(tree.lows[i] in listed("unclear") for i in near)


def happens(tree: Tree, draft: Draft, *, alone: bool) -> bool:
    """Whether the cue tells an act, not words: "named a minister", "agreed to meet", "denied them access"."""
    if draft.verb is None or tree.words[draft.verb].upos != "VERB":
        return False
    lemma = tree.lemmas[draft.verb]
    if lemma in words("denied", "verbs"):
        near = (i for first, last in draft.contents for i in range(first, min(last, first + 4)))
        if any(tree.lemmas[i] in words("denied", "goods") for i in near):
            return not tree.kids(draft.verb, "ccomp")
    if draft.said != "yes":
        return False
    if lemma in ("ask", "speak", "request", "insist", "want", "wish", "prefer") and _anonymous(tree, draft):
        return True
    if not alone:
        return False
    if _pictured(tree, draft, lemma):
        return True
    if lemma == "call" and tree.kids(draft.verb, "obj") and _somewhere(tree, draft.verb):
        return True
    if lemma in words("declined", "verbs") and tree.words[draft.verb].xpos in ("VBZ", "VBP"):
        return True  # "as loser refuses to concede": a headline's deed
    bare = lemma == "agree" and tree.lows[draft.first] == "to"
    return bare or lemma in listed("acts")
