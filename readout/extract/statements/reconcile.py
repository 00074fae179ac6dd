"""One content from two readings of the same cue: the tagger's spans and the clause that the parse gives."""

from __future__ import annotations

from itertools import pairwise

from readout.extract.statements.besides import about_aside, hangs_on, less_joined, of_joined_act, said_on
from readout.extract.statements.bound import Quoted
from readout.extract.statements.clauses import QUESTIONS
from readout.extract.statements.draft import Draft, ranges, shared
from readout.extract.statements.lexicon import listed, words
from readout.extract.statements.silences.hush import kept_in
from readout.extract.statements.tree import CLOSING, Tree
from readout.extract.statements.verbs import cue_at
from readout.model.analysis import Range


def reconciled(
    tree: Tree, tagged: Draft, ruled: Draft, quoted: Quoted, others: frozenset[int] = frozenset()
) -> tuple[Range, ...]:
    """The tagger's content, mended by the clause: no addressee, no stray piece, no half left behind.

    "told Ruiz that …" loses Ruiz; "The road, he said, was shut" gets its first half. ``others`` are
    the words of the tagger's other cues: where one of them has broken the content off, the clause has it all.
    """
    tagged, ruled = less_joined(tree, tagged, ruled)
    owned = ruled.source is not None and shared(tagged.contents, (ruled.source,)) == tagged.covered
    if not tagged.contents or owned or (ruled.hedge and ruled.cue and ruled.hedge[0] == ruled.cue[0]):
        return ruled.contents
    if _mere(tree, tagged) and not shared(tagged.contents, ruled.contents):
        return ruled.contents
    if ruled.said != "yes" or _of_people(ruled):
        more = len(tagged.contents) == 1 and shared(tagged.contents, ruled.contents) == ruled.covered
        more = more and (ruled.said == "yes" or _one_matter(tree, tagged, ruled))
        apart = ruled.cue is None or not shared(tagged.contents, (ruled.cue,))
        if _only_asks(tree, ruled):
            return _less_cue(tagged, ruled)
        above = _of_above(tree, tagged.contents, ruled.verb)
        return _less(tagged.contents, above) if more and apart else ruled.contents
    if _elsewhere(tagged, ruled) and not any(quoted(piece) for piece in tagged.contents):
        return ruled.contents
    if of_joined_act(tree, tagged, ruled) or about_aside(tree, tagged, ruled):
        return ruled.contents
    if _broken_off(tagged, ruled, others) or empty(tree, tagged) or _lower(tree, tagged, ruled):
        return ruled.contents
    kept = _trimmed(tree, tagged, ruled)
    kept = _speech_alone(tree, kept, tagged, quoted)
    near = [p for p in kept if shared((p,), ruled.contents) or quoted(p) or said_on(tree, p, tagged, ruled)]
    if any(shared((piece,), ruled.contents) for piece in near):
        kept = near
    kept = [_less_station(tree, piece) for piece in kept]
    kept = [_within_sentence(tree, _to_the_end(tree, piece, ruled), tagged, others, quoted) for piece in kept]
    kept = one_run(tree, [_from_the_start(tree, piece, ruled) for piece in kept], ruled, others)
    whole = sorted({*kept, *_other_half(tree, ruled, tuple(kept), others, quoted)})
    return _from_cue(tree, tagged, ruled, tuple(whole)) or tagged.contents


def _one_matter(tree: Tree, tagged: Draft, ruled: Draft) -> bool:
    """Whether what the tagger has beyond a silence's matter belongs to it: no place, no other speech.

    "the quota in her speech" goes beyond "the quota", "where it was, only that it sank" "where it was".
    """
    if ruled.cue and not tagged.contents[0][0] >= ruled.cue[1] and ruled.said == "not said":
        return False
    end = ruled.contents[-1][1]
    rest = [i for i in range(end, tagged.contents[-1][1]) if tree.words[i].upos != "PUNCT"]
    if rest and (kept_in(tree, rest[0], ruled.said) is not None or ":" in tree.lows[end : rest[0]]):
        return False
    aside = bool(rest) and rest[0] > end and tree.lows[rest[0]] in ("a", "an")
    goes_on = bool(rest) and rest[0] > end and tree.words[rest[0]].xpos == "VBG"
    return not rest or not (aside or goes_on or tree.lows[rest[0]] in ONWARD)


ONWARD = {
    "only",
    "but",
    "except",
    "saying",
    "adding",
    "and",
    "nor",
    "or",
    "though",
    "although",
    "while",
    "when",
}


def _from_cue(tree: Tree, tagged: Draft, ruled: Draft, kept: tuple[Range, ...]) -> tuple[Range, ...]:
    """ "said about 12 goats": what the tagger took for the cue's preposition begins the content."""
    if not kept or tagged.cue is None or ruled.cue is None:
        return kept
    start = next((first for first, _ in ruled.contents if first == ruled.cue[1]), None)
    if start is None or kept[0][0] != tagged.cue[1] or not start < kept[0][0]:
        return kept
    if tree.words[start].head < 0 or tree.words[tree.words[start].head].upos != "NUM":
        return kept
    return (start, kept[0][1]), *kept[1:]


def _speech_alone(tree: Tree, kept: list[Range], tagged: Draft, quoted: Quoted) -> list[Range]:
    """ "With that, she wrote, “We can go.”": a quotation just after the cue is all that was said."""
    if tagged.cue is None:
        return kept
    near = [piece for piece in kept if tagged.cue[1] <= piece[0] <= tagged.cue[1] + 2 and quoted(piece)]
    after = [piece for piece in near if _sentence_like(tree, piece)]
    return [piece for piece in kept if quoted(piece) or piece[0] >= tagged.cue[1]] if after else kept


def _to_the_end(tree: Tree, piece: Range, ruled: Draft) -> Range:
    """A piece that stops at a word which cannot end it, or before "unless", goes on to the clause's end."""
    last = tree.words[piece[1] - 1]
    end = next((last for first, last in ruled.contents if first < piece[1] < last), piece[1])
    object_left = last.upos == "VERB" and any(
        kid >= piece[1] for kid in tree.kids(last.index, "obj", "ccomp")
    )
    subject_alone = tree.rels[last.index] in ("nsubj", "aux", "mark") and last.head >= piece[1]
    following = tree.lows[piece[1]] if piece[1] < end else ""
    if following == "," and piece[1] + 1 < end and tree.rels[piece[1] + 1] == "mark":
        mark = tree.words[piece[1] + 1]
        inside = mark.head >= 0 and piece[0] <= tree.words[mark.head].head < piece[1]
        following = mark.text.casefold() if inside else ""
    unfinished = last.upos in ("ADP", "DET", "SCONJ", "CCONJ", "PART", "AUX") and last.xpos != "RP"
    open_ended = unfinished or following in PROVISOS or following in ("of", "by")
    amid = tree.rels[last.index] in WITHIN and piece[1] <= last.head < end
    told = ruled.verb is not None and tree.words[ruled.verb].upos == "VERB"
    amid = amid or (piece[1] < end and told and hangs_on(tree, piece))
    return (piece[0], end) if open_ended or object_left or subject_alone or amid else piece


WITHIN = {"nummod", "amod", "compound", "det", "nmod", "advmod", "case"}
"""How a word hangs from one after it in the same phrase: "some 110 | kilometres east"."""


def _from_the_start(tree: Tree, piece: Range, ruled: Draft) -> Range:
    """A piece that begins amid the clause before the cue begins where that does: "Orr met | Peru's Ruiz".

    Only where no punctuation and no "and" stands before it.
    """
    if ruled.confidence < 0.7 or ruled.cue is None or piece[1] > ruled.cue[0]:
        return piece
    start = next((first for first, last in ruled.contents if first < piece[0] < last), piece[0])
    before = tree.words[piece[0] - 1]
    whole = start < piece[0] and before.upos not in ("PUNCT", "CCONJ", "SCONJ")
    return (start, piece[1]) if whole else piece


def one_run(
    tree: Tree, pieces: list[Range], ruled: Draft, others: frozenset[int] = frozenset()
) -> list[Range]:
    """Pieces of one clause without a gap between them: what the tagger skipped in the middle is said too.

    Not where another cue stands in the gap.
    """
    found: list[Range] = []
    for piece in sorted(pieces):
        gap = range(found[-1][1], piece[0]) if found else range(0)
        same = any(first <= gap.start and gap.stop < last for first, last in ruled.contents) and bool(gap)
        if same and ruled.confidence >= 0.7 and not any(i in others for i in gap):
            found[-1] = (found[-1][0], max(piece[1], found[-1][1]))
        else:
            found.append(piece)
    return found


PROVISOS = {"unless", "if", "until", "provided", "once", "lest", "before", "after", "because", "so"}


def _within_sentence(
    tree: Tree, piece: Range, tagged: Draft, others: frozenset[int], quoted: Quoted
) -> Range:
    """A piece ends at a semicolon after which another cue stands: "cost more; that was called nonsense"."""
    own = range(*(tagged.cue or (0, 0)))
    for index in range(piece[0] + 1, piece[1] - 1):
        if tree.words[index].text != ";" or quoted((index, index + 1)):
            continue
        if any(i in others and i not in own for i in range(index, piece[1])):
            return piece[0], index
    return piece


def _less_station(tree: Tree, piece: Range) -> Range:
    """Without where it was said, after a quotation: "“a tax with no end” on Radio Pacific"."""
    for at in range(piece[0], min(piece[0] + 2, piece[1] - 3)):
        if tree.lemmas[at] == "be" and tree.words[at + 1].text == "that":
            return at + 1, piece[1]
    for index in range(max(piece[0] + 2, piece[1] - 5), piece[1]):
        if tree.lows[index] in ("on", "in", "via") and tree.words[index - 1].text in CLOSING:
            after = range(index + 1, min(piece[1] + 1, len(tree.words)))
            told = {tree.lows[i] for i in after} & (listed("stations") | words("media", "occasions"))
            return (piece[0], index) if told else piece
    return piece


def _elsewhere(tagged: Draft, ruled: Draft) -> bool:
    """Whether the tagger has only those who are told: "the envoy" of "told the envoy that …"."""
    person = ruled.addressee
    told = person is not None and shared(tagged.contents, (person,)) > 0
    between = all(last <= ruled.first for _, last in tagged.contents) and tagged.covered <= 8
    return told and between and ruled.confidence >= 0.7


def _lower(tree: Tree, tagged: Draft, ruled: Draft) -> bool:
    """Whether the tagger has but a part: "that it pays" of "It joins, provided that it pays, he said"."""
    if ruled.confidence < 0.7 or len(tagged.contents) != 1 or ruled.verb is None or ruled.cue is None:
        return False
    if len(ruled.contents) != 1 or ruled.contents[0][1] > ruled.cue[0]:
        return False
    first = tagged.contents[0][0]
    mark = tree.words[first]
    if tree.rels[first] != "mark" or mark.text.casefold() != "that" or mark.head < 0:
        return False
    inside = shared(tagged.contents, ruled.contents) >= tagged.covered and ruled.covered > tagged.covered + 2
    return inside and ruled.contents[0][0] < first and tree.words[mark.head].head != ruled.verb


def _sentence_like(tree: Tree, piece: Range) -> bool:
    """Whether a piece begins with a capital, as a sentence does."""
    words = (tree.words[index].text for index in range(*piece))
    return next((word[:1].isupper() for word in words if word[:1].isalnum()), False)


def _of_people(ruled: Draft) -> bool:
    """ "urged the clans to stop": the content begins with those who are urged."""
    return ruled.addressee is not None and shared((ruled.addressee,), ruled.contents) > 0


def _trimmed(tree: Tree, tagged: Draft, ruled: Draft) -> list[Range]:
    """Without the addressee and without what another cue that is joined to this one says."""
    verb = ruled.verb
    first = ruled.addressee is not None and ruled.addressee[0] <= tagged.first
    cut = set(range(*ruled.addressee)) if ruled.addressee and first else set()
    for kid in tree.kids(verb, "conj") if verb is not None else ():
        if cue_at(tree, kid) and not tree.kids(kid, "nsubj") and "that" not in tree.marked(kid):
            cut |= set(tree.subtree(kid)) | set(tree.kids(kid, "cc"))
    cut |= _of_above(tree, tagged.contents, verb)
    inside = [i for first, last in tagged.contents for i in range(first, last)]
    cut |= {i for at in inside if tree.lemmas[at] == "add" for i in _added(tree, at, ruled)}
    if not cut and all(one[1] <= other[0] for one, other in pairwise(tagged.contents)):
        return list(tagged.contents)
    cut -= {i for first, last in _less(ruled.contents, cut) for i in range(first, last)}
    held = [i for first, last in tagged.contents for i in range(first, last) if i not in cut]
    return _split(tree, tagged.contents, ranges(sorted(set(held))))


def _mere(tree: Tree, tagged: Draft) -> bool:
    """Whether the tagger has but a pronoun: "it" of "“Theatre,” the ministry called it"."""
    return tagged.covered == 1 and tree.words[tagged.first].upos == "PRON"


def _added(tree: Tree, index: int, ruled: Draft) -> list[int]:
    """What a speaker goes on to say, which is another statement: "said it was shut, adding that …"."""
    if index == ruled.verb or tree.lemmas[index] != "add" or tree.words[index].xpos != "VBG":
        return []
    if tree.rels[index] != "advcl" or tree.words[index - 1].text != "," or not tree.kids(index, "ccomp"):
        return []
    return [i for i in tree.subtree(index) if i >= index]


def _of_above(tree: Tree, pieces: tuple[Range, ...], verb: int | None) -> set[int]:
    """The words that belong to a second verb of the same speaker: "and calls for calm"."""
    said = tree.kids(verb, "ccomp", "xcomp") if verb is not None else []
    second = {kid for clause in said for kid in tree.kids(clause, "conj")}
    second = {kid for kid in second if tree.joined_above(kid) == verb and cue_at(tree, kid)}
    if not second:
        return set()
    return {i for first, last in pieces for i in range(first, last) if _below(tree, i, second, verb)}


def _below(tree: Tree, index: int, heads: set[int], verb: int | None) -> bool:
    """Whether a word hangs from one of some heads, before a verb is reached."""
    at, seen = index, 0
    while at >= 0 and at != verb and seen < 12:
        if at in heads:
            return True
        at, seen = tree.words[at].head, seen + 1
    return False


def _less(pieces: tuple[Range, ...], cut: set[int]) -> tuple[Range, ...]:
    return ranges([i for first, last in pieces for i in range(first, last) if i not in cut])


def _split(tree: Tree, before: tuple[Range, ...], runs: tuple[Range, ...]) -> list[Range]:
    """Runs stay apart where the tagger had them apart."""
    edges = {first for first, _ in before}
    found: list[Range] = []
    for first, last in runs:
        for edge in sorted(edge for edge in edges if first < edge < last):
            found.append((first, edge))
            first = edge
        found.append((first, last))
    return found


def _less_cue(tagged: Draft, ruled: Draft) -> tuple[Range, ...]:
    """The tagger's content without the words of the rule's cue: "why …" of "(declined) to say why …"."""
    cue = range(*ruled.cue) if ruled.cue else ()
    held = [i for first, last in tagged.contents for i in range(first, last) if i not in cue]
    return ranges(held) or ruled.contents


def _only_asks(tree: Tree, ruled: Draft) -> bool:
    """Whether the clause was lost but for its first word: "explained why"."""
    inside = [i for first, last in ruled.contents for i in range(first, last)]
    return len(inside) == 1 and tree.lows[inside[0]] in QUESTIONS


def empty(tree: Tree, tagged: Draft) -> bool:
    """Whether the tagger caught no word that means something: "to" of "offered to pay"."""
    inside = (i for first, last in tagged.contents for i in range(first, last))
    return all(tree.words[i].upos in FUNCTION or tree.words[i].deprel == "nmod:poss" for i in inside)


FUNCTION = {"PART", "ADP", "SCONJ", "DET", "PUNCT", "CCONJ", "AUX"}


def _broken_off(tagged: Draft, ruled: Draft, others: frozenset[int]) -> bool:
    """Whether the clause goes on, with another cue in it, where the tagger's content stops."""
    if ruled.confidence < 0.7 or shared(tagged.contents, ruled.contents) < 0.6 * tagged.covered:
        return False
    end = max(last for _, last in tagged.contents)
    own = range(*(tagged.cue or (0, 0)))
    return any(
        i in others and i not in own for first, last in ruled.contents for i in range(max(first, end), last)
    )


def _other_half(
    tree: Tree, ruled: Draft, kept: tuple[Range, ...], others: frozenset[int], quoted: Quoted
) -> list[Range]:
    """What the clause has on the side of the cue where the tagger has nothing."""
    if ruled.cue is None or not kept or len(ruled.contents) < 2 or ruled.confidence < 0.7:
        return []
    before = any(last <= ruled.cue[0] for _, last in kept)
    after = any(first >= ruled.cue[1] for first, _ in kept)
    if before and after:
        return []
    cue = cue_at(tree, ruled.verb) if ruled.verb is not None else None
    naming = cue is not None and bool(cue.frames & {"call", "as"})
    if all(quoted(run) for run in kept) and not naming:
        return []
    side = [run for run in ruled.contents if (run[1] <= ruled.cue[0]) != before]
    return [run for run in side if not shared((run,), kept) and not any(i in others for i in range(*run))]
