"""The tagger and the rules together: one draft for each cue, the more certain where both agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from readout.extract.statements.asides import asking_at
from readout.extract.statements.board import Board
from readout.extract.statements.bound import Quoted
from readout.extract.statements.draft import Draft, ranges, shared
from readout.extract.statements.lexicon import listed
from readout.extract.statements.reconcile import reconciled
from readout.extract.statements.silences.silence import said_of
from readout.extract.statements.speakers import is_document, phrase, speaker
from readout.extract.statements.tagged import speaks
from readout.extract.statements.tree import RELATIVES, Tree
from readout.extract.statements.verbs import cue_at
from readout.model.analysis import Range
from readout.model.swift import replace

AGREED, TAGGED, RULED = 0.95, 0.75, 0.6
"""How certain a draft is that both found, that the tagger found alone, that the rules found alone."""
ALONE = 0.65
"""A rule's draft that stands in no other statement must be this sure."""
SURE = 0.8
"""So sure is "according to" and every silence."""
NESTED = 0.7
"""One that stands in another's content, this sure."""


def one_per_cue(drafts: Iterable[Draft]) -> list[Draft]:
    """Of drafts by the same word the first: silences come before plain verbs."""
    found: dict[int | None, Draft] = {}
    for draft in drafts:
        if draft.contents:
            found.setdefault(draft.verb, draft)
    return sorted(found.values(), key=lambda draft: draft.cue or (0, 0))


def merged(
    tree: Tree, tagged: list[Draft], ruled: list[Draft], floor: list[Draft], quoted: Quoted
) -> list[Draft]:
    """The tagger's drafts with what the rules know of them, and the rules' own that stand firm.

    ``floor`` are the turns of a transcript, in which the others are said.

    Where both read one cue the tagger draws the content, for it has seen more ways of writing;
    the rules give the silence, the act, the addressee.
    """
    rules = Board(ruled)
    cued = frozenset(
        i for draft in tagged if draft.cue and not _goes_on(tree, draft) for i in range(*draft.cue)
    )
    used: set[int] = set()
    nearer: dict[int, tuple[Range, ...]] = {}
    both = []
    for draft in tagged:
        found = _partner(draft, rules)
        used.add(id(found))
        inner = _stepped_over(draft, found, rules) if found else None
        if found and inner:
            nearer[id(inner)] = draft.contents
            draft = replace(draft, contents=found.contents)
        both.append(_joined(tree, draft, found, quoted, cued) if found else _alone(tree, draft))
    kept = [draft for draft in ruled if id(draft) not in used]
    kept = [_nearer(d, nearer) if id(d) in nearer and _apart(d, nearer) else d for d in kept]
    both = [draft for draft in both if draft.cue is not None or not _ruled_already(draft, rules)]
    both, kept = _handed_over([draft for draft in both if draft.contents], kept)
    board = Board(both)
    around = Board([*both, *floor]) if floor else board
    rest = [draft for draft in kept if not _repeats(tree, draft, board) and not _swallows(draft, board)]
    return sorted(
        [*both, *(draft for draft in rest if _stands(tree, draft, around))],
        key=lambda d: (d.first, -d.covered),
    )


def _nearer(draft: Draft, nearer: dict[int, tuple[Range, ...]]) -> Draft:
    """A draft with the words that an outer cue had of it, less whoever is told them."""
    told = draft.addressee if draft.addressee and not shared((draft.addressee,), draft.contents) else None
    return replace(draft, contents=_less_source(nearer[id(draft)], told))


def _apart(draft: Draft, nearer: dict[int, tuple[Range, ...]]) -> bool:
    """Whether a content that is handed to a cue does not hold that cue itself."""
    return draft.cue is None or not shared(nearer[id(draft)], (draft.cue,))


def _ruled_already(tagged: Draft, rules: Board) -> bool:
    """Whether a content that the tagger bound to no cue is that of a rule's cue."""
    near = (draft for span in tagged.contents for draft in rules.by_content(span))
    return any(2 * shared(tagged.contents, draft.contents) > tagged.covered for draft in near)


def _goes_on(tree: Tree, draft: Draft) -> bool:
    """Whether a cue only goes on from one before: "said it was late, citing the weather"."""
    if draft.verb is None or tree.rels[draft.verb] != "advcl":
        return False
    return tree.words[draft.verb].xpos == "VBG" and not tree.kids(draft.verb, "nsubj")


def _stepped_over(tagged: Draft, ruled: Draft, rules: Board) -> Draft | None:
    """The nearer cue whose words the tagger gave to an outer one: "he said it fired, Kyodo reported"."""
    for other in rules.by_content(tagged.contents[-1] if tagged.contents else None):
        alike = 4 * shared(other.contents, tagged.contents) >= 3 * max(other.covered, tagged.covered)
        follows = other.cue is not None and any(first == other.cue[1] for first, _ in tagged.contents)
        if other is not ruled and other.confidence >= ALONE and (alike or follows) and holds(ruled, other):
            return other
    return None


def _handed_over(both: list[Draft], ruled: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """A piece that a rule's cue stands before, and reads alike, leaves the cue that the tagger gave it to.

    "Oslo, which released a note, confirmed the call": "the call" goes from "released" to "confirmed".
    """
    board = Board(both)
    lost: dict[int, set[Range]] = defaultdict(set)
    sure: list[Draft] = []
    for draft in ruled:
        holder = _wrong_holder(draft, board)
        if holder:
            lost[id(holder)] |= set(draft.contents)
        sure.append(replace(draft, confidence=max(draft.confidence, TAGGED)) if holder else draft)
    left = [
        replace(d, contents=tuple(p for p in d.contents if p not in lost[id(d)])) if id(d) in lost else d
        for d in both
    ]
    return [draft for draft in left if draft.contents], sure


def _wrong_holder(ruled: Draft, board: Board) -> Draft | None:
    if ruled.cue is None or any(True for _ in board.by_cue(ruled.cue)):
        return None
    for piece in ruled.contents:
        for draft in board.by_content(piece):
            inside = shared(draft.contents, (ruled.cue,)) > 0
            if piece in draft.contents and draft.cue and not inside and _between(draft.cue, ruled.cue, piece):
                return draft
    return None


def _between(cue: Range, nearer: Range, piece: Range) -> bool:
    """Whether one cue stands between another and a piece."""
    close = nearer[1] <= piece[0] <= nearer[1] + 2 and piece[1] <= cue[0]
    return close or cue[1] <= nearer[0] < piece[0] or piece[1] <= nearer[0] < cue[0]


def _partner(tagged: Draft, rules: Board) -> Draft | None:
    """The rule's draft of the same cue: by its head word before overlapping cues."""
    near = list(rules.by_cue(tagged.cue))
    if len(near) == 1:
        return near[0]
    return max(
        near,
        default=None,
        key=lambda draft: (
            draft.said != "yes",
            draft.verb == tagged.verb,
            shared(draft.contents, tagged.contents),
        ),
    )


def _joined(tree: Tree, tagged: Draft, ruled: Draft, quoted: Quoted, cued: frozenset[int]) -> Draft:
    agree = 2 * shared(tagged.contents, ruled.contents) >= min(tagged.covered, ruled.covered)
    source, head = _source(tree, tagged, ruled)
    contents = reconciled(tree, tagged, ruled, quoted, cued)
    agree = agree or (contents == ruled.contents and ruled.confidence >= NESTED)
    return replace(
        tagged,
        verb=ruled.verb,
        source=source,
        source_head=head,
        contents=_less_hangers(tree, _less_source(contents, source), ruled.verb, source),
        cue=ruled.cue if ruled.said != "yes" or ruled.hedge or not _cued(tagged, ruled) else tagged.cue,
        addressee=ruled.addressee,
        hedge=ruled.hedge or tagged.hedge,
        said=ruled.said,
        act=ruled.act,
        via=ruled.via,
        medium=ruled.medium,
        origin="both" if agree else "tagger",
        confidence=AGREED if agree else TAGGED,
    )


def _less_hangers(
    tree: Tree, contents: tuple[Range, ...], verb: int | None, source: Range | None
) -> tuple[Range, ...]:
    """A content without the cue's own "which" and the "by" of its source."""
    below = verb is not None and tree.words[verb].deprel == "acl:relcl"
    cut = (
        {kid for kid in tree.children[verb] if _relative(tree, kid)} if below and verb is not None else set()
    )
    if source and source[0] > 0 and tree.lows[source[0] - 1] == "by":
        cut.add(source[0] - 1)
    if not any(first <= index < last for index in cut for first, last in contents):
        return contents
    return ranges([i for first, last in contents for i in range(first, last) if i not in cut]) or contents


def _relative(tree: Tree, index: int) -> bool:
    return tree.lows[index] in RELATIVES and tree.rels[index] in ("obj", "nsubj", "iobj")


def _less_source(contents: tuple[Range, ...], source: Range | None) -> tuple[Range, ...]:
    """A content without the words of its source."""
    if source is None or not shared(contents, (source,)):
        return contents
    held = [i for first, last in contents for i in range(first, last) if not source[0] <= i < source[1]]
    return ranges(sorted(set(held))) or contents


def _cued(tagged: Draft, ruled: Draft) -> bool:
    """Whether the tagger's cue holds the verb: not "today" of "today announced"."""
    return tagged.cue is not None and ruled.verb is not None and tagged.cue[0] <= ruled.verb < tagged.cue[1]


def _source(tree: Tree, tagged: Draft, ruled: Draft) -> tuple[Range | None, int | None]:
    """The subject that the parse sees, in the bounds that the tagger gives it where the two overlap."""
    asked = (
        ruled.source is None and ruled.verb is not None and tree.words[ruled.verb].deprel in ("advcl", "acl")
    )
    if asked and ruled.verb is not None and tree.passive(ruled.verb):
        return None, None
    if ruled.source is None and _done_to(tree, tagged, ruled.verb):
        return None, None
    if tagged.source is None or ruled.source is None:
        held = tagged if ruled.source is None else ruled
        return held.source, held.source_head
    if _closer(tagged, ruled):
        return tagged.source, tagged.source_head
    overlap = ruled.source[0] < tagged.source[1] and tagged.source[0] < ruled.source[1]
    kept = overlap and not _hanging(tree, tagged.source) and not _lettered(tree, tagged, ruled.source)
    return (_longer(tree, tagged.source, ruled.source) if kept else ruled.source), ruled.source_head


def _lettered(tree: Tree, tagged: Draft, speaker: Range) -> bool:
    """Whether the tagger took a letter with who wrote it: "a letter to Ada Orr, the envoy, Luz Paz"."""
    first = tagged.source[0] if tagged.source else 0
    if not 0 < first < speaker[0] or tree.lows[speaker[0] - 1] != ",":
        return False
    if tree.lows[first - 1] == "to":
        return is_document(tree, first - 2)
    return tree.lows[first - 1] == "in" and any(is_document(tree, i) for i in range(first, speaker[0]))


def _closer(tagged: Draft, ruled: Draft) -> bool:
    """Whether the tagger's source stands beside the cue, the parse's beyond all that was said.

    "Peruvian Orr told us that he was ready, Orr's spokeswoman, Ada Hale, said": Hale, not "Peruvian".
    """
    if not (tagged.source and ruled.source and ruled.cue and tagged.contents):
        return False
    beside = ruled.cue[0] - 1 <= tagged.source[1] <= ruled.cue[0]
    between = (ruled.source[1], tagged.source[0])
    return beside and between[0] < between[1] and 2 * shared(tagged.contents, (between,)) > tagged.covered


def _done_to(tree: Tree, tagged: Draft, verb: int | None) -> bool:
    """Whether what the tagger took for a source is the subject of a passive, or of a clause within it."""
    if verb is None or tagged.source is None or not tree.passive(verb) or tree.agent(verb) is not None:
        return False
    if cue_at(tree, verb) is None and said_of(tree, verb) == "yes":
        return False
    held = {i for kid in tree.kids(verb, "nsubj:pass", "csubj:pass") for i in tree.subtree(kid)}
    return bool(held & set(range(*tagged.source)))


def _longer(tree: Tree, left: Range, right: Range) -> Range:
    """Of two readings of one phrase the fuller: "Ada Orr, the mayor" before "Orr"."""
    fuller, other = (left, right) if left[1] - left[0] >= right[1] - right[0] else (right, left)
    broken = any(tree.words[index].text in ("—", "–", "--") for index in range(*fuller))
    return other if broken else fuller


def _hanging(tree: Tree, span: Range) -> bool:
    """Whether a source is but a tail of one: "his" of "his office", "which was seen by the paper"."""
    word = tree.words[span[0]]
    alone = span[1] - span[0] == 1
    if alone:
        return word.deprel == "nmod:poss" or word.text.casefold() == "the"
    return word.text.casefold() in RELATIVES


def _alone(tree: Tree, tagged: Draft) -> Draft:
    """With the subject that the parse sees, where the tagger bound no source that shares a word with it."""
    source, head = tagged.source, tagged.source_head
    if _done_to(tree, tagged, tagged.verb):
        source, head = None, None
    who = speaker(tree, tagged.verb) if tagged.verb is not None else None
    if who and not shared((who[0],), tagged.contents):
        overlap = source is not None and shared((who[0],), (source,)) > 0
        source, head = (_longer(tree, source, who[0]) if overlap and source else who[0]), who[1]
    told = tree.kids(tagged.verb, "iobj") if tagged.verb is not None and cue_at(tree, tagged.verb) else []
    told = [kid for kid in told if _listens(tree, kid)]
    addressee = phrase(tree, told[0]) if told and tagged.said == "yes" else None
    return replace(
        tagged,
        source=source,
        source_head=head,
        contents=_less_source(tagged.contents, addressee),
        addressee=addressee,
        confidence=min(TAGGED, tagged.confidence),
    )


def _listens(tree: Tree, noun: int) -> bool:
    """Whether one can be told: "the crew", no "it", no "“clarity"."""
    word = tree.words[noun]
    known = word.upos in ("PROPN", "PRON") or tree.lemmas[noun] in listed("audiences")
    return known and word.text[:1].isalpha() and word.text.casefold() != "it"


def _repeats(tree: Tree, ruled: Draft, board: Board) -> bool:
    """Whether a kept draft already holds the rule's cue in its own, or says the same by the same source."""
    if any(True for _ in board.by_cue(ruled.cue)):
        return True
    same = board.by_content(ruled.contents[0] if ruled.contents else None)
    if ruled.said != "yes":  # "Asked whether he came, she shrugged": "asked" has the same words
        same = (draft for draft in same if draft.verb is None or not asking_at(tree, draft.verb))
    return any(draft.contents == ruled.contents and draft.source == ruled.source for draft in same)


def _swallows(ruled: Draft, board: Board) -> bool:
    """Whether a rule's clause would hold what the tagger says stands by itself."""
    if ruled.cue is None or ruled.confidence >= SURE or ruled.first < ruled.cue[0]:
        return False
    inside = (draft for span in ruled.contents for draft in board.by_content(span))
    return any(draft.confidence >= ALONE and holds(ruled, draft) for draft in inside)


def _stands(tree: Tree, ruled: Draft, board: Board) -> bool:
    """A rule's own draft counts within another's content when it is speech, else only when it is sure."""
    if ruled.inner and ruled.said == "yes":
        return False
    nested = any(holds(draft, ruled) for draft in board.by_content(ruled.cue))
    if nested:
        known = ruled.source is not None or ruled.addressee is not None
        told = speaks(tree, ruled) or bool(ruled.via)  # "reported that, according to two guards, …"
        return told and known and ruled.confidence >= NESTED
    return ruled.confidence >= ALONE or ruled.said != "yes"


def holds(outer: Draft, inner: Draft) -> bool:
    """Whether one draft's content holds the other's cue and content."""
    if inner.cue is None or outer is inner or not outer.contents:
        return False
    cue = ((inner.cue[0], inner.cue[1]),)
    return shared(outer.contents, cue) == inner.cue[1] - inner.cue[0] and (
        5 * shared(outer.contents, inner.contents) >= 4 * inner.covered
    )
