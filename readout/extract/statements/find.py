"""Statements: who said what, and who is reported not to have said it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.extract.statements.address import address
from readout.extract.statements.after import corrected
from readout.extract.statements.asides import asking_at
from readout.extract.statements.chains import between, cited, parents, quoted_as, refuses_of_oneself
from readout.extract.statements.clauses import QUESTIONS
from readout.extract.statements.deeds import done
from readout.extract.statements.draft import Draft
from readout.extract.statements.ending import ended, felt
from readout.extract.statements.floor import beside_turns, holder, turn_drafts
from readout.extract.statements.hearers import listener
from readout.extract.statements.lexicon import cues, listed, voices
from readout.extract.statements.mere import a_title, bare, nothing_but
from readout.extract.statements.merge import merged, one_per_cue
from readout.extract.statements.phrases import phrase_drafts
from readout.extract.statements.quotations import paragraphs, quotations
from readout.extract.statements.reconcile import empty
from readout.extract.statements.roles import Cast, medium_of, when_of, whens_by_word
from readout.extract.statements.silences.silence import silence_drafts
from readout.extract.statements.spans import Marks, chars, content_anchors, form_of, only_terms, past_dateline
from readout.extract.statements.speech import Places, spoken
from readout.extract.statements.tagged import happens, head_of, speaks, tagged_drafts, wondered
from readout.extract.statements.things import kept_own, not_taken, told_instead
from readout.extract.statements.tree import Tree
from readout.extract.statements.turns import Turn, turns
from readout.extract.statements.verbs import cue_at, real, verb_drafts
from readout.extract.tree import Tree as Parse
from readout.model.actor import Actor
from readout.model.analysis import Analysis, Range
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.record import Unread
from readout.model.statement import Party, Statement
from readout.model.swift import replace
from readout.model.when import When


def find_statements(
    document: Document,
    analysis: Analysis,
    actors: Sequence[Actor],
    whens: Sequence[When],
    parse: Parse | None = None,
) -> tuple[tuple[Statement, ...], tuple[Unread, ...]]:
    """Every statement in the order of the text, and the quotation marks that could not be read.

    The parse is made where it is not at hand.

    >>> # "Orr said the bridge was safe." -> source Orr, cue "said", content "the bridge was safe"
    """
    quoted, unread = quotations(document)
    if not analysis.words:
        return (), unread
    tree = Tree.over(parse or Parse.of(analysis, document.text))
    page = _Page(document, analysis, tree, actors, whens, Marks(document.text, quoted))
    return corrected(_statements(page, *_drafts(page)), actors, page.marks, tree), unread


UNSURE = 0.55
"""What the tagger alone is less sure of than this is left out."""
UNHEARD = 0.7
"""So sure it must be where the cue is no known one and no clause is said: "traded barbs over the seizure"."""
SURE = 0.7
"""So sure is a rule whose cue keeps other cues' contents out of its sentence."""


class _Page:
    """What every step needs to see of one document."""

    def __init__(
        self,
        document: Document,
        analysis: Analysis,
        tree: Tree,
        actors: Sequence[Actor],
        whens: Sequence[When],
        marks: Marks,
    ) -> None:
        self.text = document.text
        self.analysis = analysis
        self.tree = tree
        self.cast = Cast(document.text, self.tree, actors)
        self.whens = whens_by_word(self.tree, whens)
        self.marks = marks
        self.places = Places(self.tree, paragraphs(document))
        self.turns = turn_drafts(self.places, turns(document) or address(document))

    def quoted(self, span: Range) -> bool:
        """Whether most of some words stand in quotation marks."""
        start, end = chars(self.tree.words, span)
        for piece, _ in self.marks.touching(start, end):
            if 2 * (min(piece.end, end) - max(piece.start, start)) > end - start:
                return True
        return False


def _drafts(page: _Page) -> tuple[list[Draft], dict[int, Turn]]:
    """All drafts with the turns among them, and which of them are turns."""
    tree = page.tree
    hushed = list(silence_drafts(tree))
    places = {i for draft in hushed if draft.source for i in range(*draft.source)}
    told = (draft for draft in phrase_drafts(tree) if draft.cue is None or draft.cue[0] not in places)
    ruled = one_per_cue([*hushed, *verb_drafts(tree), *told])
    taken = frozenset(tree.words[d.verb].sentence for d in ruled if d.verb is not None and _open(page, d))
    tagged = list(tagged_drafts(tree, page.analysis.attributions, page.quoted, taken))
    tagged = beside_turns(page.places, tagged, page.turns)
    floor = [draft for draft, _ in page.turns]
    drafts = merged(tree, tagged, beside_turns(page.places, ruled, page.turns), floor, page.quoted)
    drafts = [felt(tree, _landed(page, draft)) for draft in drafts]
    drafts = spoken(tree, page.places, page.marks, [*floor, *ended(tree, drafts)])
    turned = {place: page.turns[place][1] for place in range(len(floor))}
    return quoted_as(tree, cited(tree, page.cast, drafts)), turned


def _landed(page: _Page, draft: Draft) -> Draft:
    """A draft whose source has no dateline before it: "JUBA, Dec. 9 (Own) -- Army spokesman Peter Deng"."""
    if draft.source is None:
        return draft
    begins, end = chars(page.tree.words, draft.source)
    start = past_dateline(page.text, begins, end)
    if not begins < start < end:
        return draft
    first = next(i for i in range(*draft.source) if page.tree.words[i].start >= start)
    source = (first, draft.source[1])
    inside = draft.source_head is not None and draft.source_head >= first
    return replace(
        draft, source=source, source_head=draft.source_head if inside else head_of(page.tree, source)
    )


def _open(page: _Page, draft: Draft) -> bool:
    """Whether a rule's cue is a sure one that stands outside quotation marks."""
    return draft.confidence >= SURE and draft.cue is not None and not page.quoted(draft.cue)


@dataclass(slots=True)
class _Made:
    draft: Draft
    parent: int | None
    turn: Turn | None
    outer: _Made | None = None
    content: tuple[Anchor, ...] = ()
    statement: Statement | None = None


def _statements(page: _Page, drafts: list[Draft], turned: dict[int, Turn]) -> tuple[Statement, ...]:
    above = parents(drafts)
    made = [_Made(draft, above[place], turned.get(place)) for place, draft in enumerate(drafts)]
    for one in made:
        one.content = _content(page, one)
    kept = [one for one in made if one.content and _counts(page, one, made)]
    kept = _once(_less_carriers(page, kept, made))
    kept.sort(key=lambda one: (min(one.content[0].start, _start(page, one.draft)), -one.draft.covered))
    ids = {id(one): f"s{number}" for number, one in enumerate(kept, 1)}
    for one in sorted(kept, key=lambda one: -one.draft.covered):
        one.statement = _statement(page, one, made, ids)
    return tuple(one.statement for one in kept if one.statement)


def _once(kept: list[_Made]) -> list[_Made]:
    """Without what the same source says twice in the same words: "even suggesting", "suggesting"."""
    told: dict[object, _Made] = {}
    for one in kept:
        spans = tuple((part.start, part.end) for part in one.content)
        told.setdefault((spans, one.draft.said, one.draft.source), one)
    return list(told.values())


def _less_carriers(page: _Page, kept: list[_Made], made: list[_Made]) -> list[_Made]:
    """Without the outlets that do but carry what others say: "officials said, according to Kyodo".

    Nor is "said" a statement in "The embassy said it had no comment".
    """
    ids = {id(one): "" for one in kept}
    carriers: set[int] = set()
    by_verb = {one.draft.verb: one for one in kept if one.draft.said == "yes"}
    for one in kept:
        outer = _kept_parent(one, made, ids)
        if outer is None and one.draft.said == "declined" and one.draft.verb is not None:
            outer = by_verb.get(page.tree.words[one.draft.verb].head)
        one.draft = between(page.tree, page.cast, one.draft, outer.draft if outer else None)
        one.outer = outer
        if outer and one.draft.via == (outer.draft.source,):
            carriers.add(id(outer))
        elif outer and outer.turn is None and refuses_of_oneself(page.tree, one.draft, outer.draft):
            one.draft = replace(one.draft, source=outer.draft.source, source_head=outer.draft.source_head)
            carriers.add(id(outer))
    return [one for one in kept if id(one) not in carriers]


def _start(page: _Page, draft: Draft) -> int:
    spans = [span for span in (draft.cue, draft.source) if span]
    return min((chars(page.tree.words, span)[0] for span in spans), default=len(page.text))


def _content(page: _Page, one: _Made) -> tuple[Anchor, ...]:
    if one.turn:
        return one.turn.pieces
    outside = [span for span in (one.draft.cue, one.draft.source) if span]
    return content_anchors(page.marks, page.tree.words, one.draft.contents, outside)


def _counts(page: _Page, one: _Made, made: list[_Made]) -> bool:
    """Beliefs and wishes count where the writer tells of them, not within somebody's words."""
    alone = one.draft.origin == "tagger"
    loose = one.draft.cue is None and one.draft.source is None
    if alone and loose and form_of(page.marks, one.content, ()) == "indirect":
        return False
    if alone and (empty(page.tree, one.draft) or nothing_but(page.tree, one.draft)):
        return False
    if alone and (bare(page.tree, one.draft) or _a_thing(page, one) or wondered(page.tree, one.draft)):
        return False
    if one.draft.verb is not None and asking_at(page.tree, one.draft.verb) and _in_passing(page, one):
        return False
    if alone and told_instead(page.tree, one.draft):
        return False
    if alone and done(page.tree, one.draft) and form_of(page.marks, one.content, ()) != "direct":
        return False
    if _in_capitals(page, one) or (one.draft.cue is None and one.turn is None and a_title(one.content)):
        return False
    if one.draft.source is None and _to_be_said(page, one):
        return False
    if len(one.content) == 1 and one.content[0].exact in ("that", "what", "which", "as much"):
        return one.draft.said == "denied" and one.content[0].exact == "that"  # "said that, according to …"
    if happens(page.tree, one.draft, alone=alone) or (alone and only_terms(page.marks, one.content)):
        return False
    if one.parent is None or one.turn is not None:
        return not alone or one.draft.confidence >= _needed(page, one)
    outer = made[one.parent]
    sure = one.draft.origin != "tagger" or (outer.turn is not None and one.draft.confidence >= UNSURE)
    if _unreported(page, one, outer):
        return False
    return bool(outer.content) and sure and (bool(one.draft.via) or speaks(page.tree, one.draft))


def _in_capitals(page: _Page, one: _Made) -> bool:
    """Whether a cue stands in a headline in capitals that names nobody whose words these are."""
    cue = one.draft.cue
    if cue is None or one.draft.origin == "quotation":
        return False
    start, end = chars(page.tree.words, cue)
    return page.text[start:end].isupper() and (one.draft.source is None or one.draft.origin == "tagger")


def _to_be_said(page: _Page, one: _Made) -> bool:
    """Whether a speech is but somebody's purpose: "they met to tell the council what they thought"."""
    verb = one.draft.verb
    if verb is None or one.draft.said != "yes" or "to" not in page.tree.marked(verb):
        return False
    purpose = page.tree.rels[verb] == "advcl" and not real(page.tree, verb)
    return purpose and form_of(page.marks, one.content, ()) == "indirect"


def _needed(page: _Page, one: _Made) -> float:
    """How sure the tagger must be of what it alone has seen."""
    tree, draft = page.tree, one.draft
    inside = {i for piece in draft.contents for i in range(*piece)}
    cue = range(*draft.cue) if draft.cue else range(0)
    known = not cue or any(cue_at(tree, i) or tree.lemmas[i] in voices()["nouns"] for i in cue)
    clause = any(tree.words[i].upos in ("VERB", "AUX") and tree.rels[i] in CLAUSES for i in inside)
    quoted = form_of(page.marks, one.content, ()) != "indirect"
    return UNSURE if known or clause or quoted else UNHEARD


def _a_thing(page: _Page, one: _Made) -> bool:
    """Whether the tagger has but a thing where the cue takes a clause: "recalled its ambassador"."""
    tree, draft = page.tree, one.draft
    if draft.verb is not None and tree.lemmas[draft.verb] not in cues() and _what_is_called(tree, draft):
        return True
    if draft.verb is not None and draft.said == "yes" and (not_taken(tree, draft) or kept_own(tree, draft)):
        return form_of(page.marks, one.content, ()) == "indirect"
    cue = cue_at(tree, draft.verb) if draft.verb is not None and draft.said == "yes" else None
    told = draft.verb is not None and bool(tree.kids(draft.verb, "iobj"))
    told = told or any(tree.lows[i] == "with" for i in range(*(draft.cue or (0, 0))))
    if (
        cue is None
        or told
        or cue.lemma not in listed("done")
        or cue.frames & (THINGS - {"call"})
        or form_of(page.marks, one.content, ()) != "indirect"
    ):
        return False
    held = [i for piece in draft.contents for i in range(*piece)]
    clause = any(tree.words[i].upos in ("VERB", "AUX") for i in held)
    asks = any(tree.lows[i] in QUESTIONS for i in held[:2])
    return not clause and not asks and len(held) > 1


def _what_is_called(tree: Tree, draft: Draft) -> bool:
    """ "attacked what he called a “theft”": it is "called" that says something."""
    first = draft.first
    what = tree.lows[first] == "what"
    return what and any(tree.lemmas[i] in NAMING for i in range(first + 1, min(first + 6, len(tree.words))))


NAMING = {"call", "describe", "term", "label"}
THINGS = {"obj", "about", "for", "of", "at", "as", "call"}
"""Frames in which a thing is what was said."""
CLAUSES = {"ccomp", "xcomp", "root", "parataxis", "advcl"}


def _in_passing(page: _Page, one: _Made) -> bool:
    """ "Asked about the sum, she …": no statement unless the question's words are given."""
    return one.draft.said == "yes" and form_of(page.marks, one.content, ()) == "indirect"


def _unreported(page: _Page, one: _Made, outer: _Made) -> bool:
    """Whether an inner saying is not reported as said: it is denied, kept silent, or done by speaking.

    "He denied that he had offered to pay", "would not say who vowed it", "“We ask them to wait,” she said".
    """
    if outer.draft.said != "yes":
        verb = one.draft.verb
        if verb is not None and page.tree.words[verb].deprel == "acl:relcl" and one.draft.source is not None:
            return False
        clause = page.tree.lows[one.draft.first] == "that"
        return one.draft.said != "yes" or not (clause and outer.draft.said == "denied")
    if not _first_person(page.tree, one.draft):
        return False
    first = one.draft.first
    free = any(page.tree.lows[i] == "what" for i in (first - 1, first) if i >= 0)
    free = free and one.draft.said == "yes"
    if outer.turn is not None and outer.turn.role == "address":
        return False
    if outer.turn is not None:
        return free or (_to_asker(page.tree, one.draft) and not _past(page.tree, one.draft))
    spoken = form_of(page.marks, outer.content, ()) == "direct"
    return one.draft.said == "not said" or (spoken and (free or not _past(page.tree, one.draft)))


def _to_asker(tree: Tree, draft: Draft) -> bool:
    """Whether it is but told to whoever asked: "I suggest that you ask the army"."""
    start = [tree.lows[i] for i in range(draft.first, min(draft.first + 2, len(tree.words)))]
    return draft.said == "yes" and "you" in start


def _past(tree: Tree, draft: Draft) -> bool:
    """Whether a cue tells of an earlier speech: "told", "have said"."""
    if draft.verb is None:
        return True
    earlier = tree.words[draft.verb].xpos in ("VBD", "VBN")
    return earlier or any(tree.lemmas[kid] == "have" for kid in tree.auxiliaries(draft.verb))


def _first_person(tree: Tree, draft: Draft) -> bool:
    """Whether the source is "I" or "we": in a quotation that is how one speaks, no report of a silence."""
    return draft.source_head is not None and tree.lows[draft.source_head] in ("i", "we")


def _statement(page: _Page, one: _Made, made: list[_Made], ids: dict[int, str]) -> Statement:
    outer = _kept_parent(one, made, ids)
    draft = one.draft
    if outer is not one.outer and outer is not None:
        draft = between(page.tree, page.cast, draft, outer.draft)
    speaker = outer.statement.source.actor if outer and outer.statement and outer.statement.source else None
    source = (
        holder(page.cast, one.turn, page.turns[0][1].label.start)
        if one.turn
        else page.cast.party(draft.source, draft.source_head, speaker)
    )
    outside = [chars(page.tree.words, span) for span in (draft.cue, draft.source) if span]
    return Statement(
        id=ids[id(one)],
        content=one.content,
        source=source,
        via=tuple(party for span in draft.via if (party := _party(page, span, speaker))),
        within=ids[id(outer)] if outer else None,
        addressee=_party(page, listener(page.tree, draft), speaker),
        cue=_anchor(page, draft.cue),
        form="direct" if one.turn else form_of(page.marks, one.content, outside),
        said=draft.said,
        act=draft.act,
        hedge=_anchor(page, draft.hedge),
        medium=medium_of(page.tree, draft),
        when=when_of(page.tree, draft, page.whens),
        confidence=round(draft.confidence, 3),
    )


def _kept_parent(one: _Made, made: list[_Made], ids: dict[int, str]) -> _Made | None:
    """The nearest statement around this one that is kept."""
    at, seen = one.parent, 0
    while at is not None and id(made[at]) not in ids and seen < 20:
        at, seen = made[at].parent, seen + 1
    return made[at] if at is not None and id(made[at]) in ids else None


def _party(page: _Page, span: Range | None, speaker: str | None) -> Party | None:
    return page.cast.party(span, head_of(page.tree, span), speaker) if span else None


def _anchor(page: _Page, span: Range | None) -> Anchor | None:
    return Anchor.of(page.text, *chars(page.tree.words, span)) if span else None
