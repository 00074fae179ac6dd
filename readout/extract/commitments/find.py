"""From a parsed text with its events to the promises in it and what came of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from readout.extract.commitments import tables
from readout.extract.commitments.progress import Account, progress
from readout.extract.commitments.promise import Promise, promises
from readout.extract.events.scene import Scene, scene_of
from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment
from readout.model.document import Document
from readout.model.event import Event
from readout.model.statement import Statement
from readout.model.when import When

LONGEST = 14


@dataclass(frozen=True, slots=True)
class Terms:
    """The items of one text that a promise's terms are read from."""

    scene: Scene
    whens: tuple[When, ...]
    amounts: tuple[Amount, ...]
    events: tuple[Event, ...]
    published: str | None


def find_commitments(
    document: Document,
    analysis: Analysis,
    actors: Sequence[Actor],
    whens: Sequence[When],
    amounts: Sequence[Amount],
    statements: Sequence[Statement],
    events: Sequence[Event],
) -> tuple[Commitment, ...]:
    """The promises of a text, each once, in order, with the progress that the text reports.

    "Norway pledged 20 million euros by 2026; 5 million have been paid." → 20 million, deadline 2026,
    progress 5 million, basis paid.
    """
    scene = scene_of(document, analysis, tuple(actors), tuple(whens), tuple(amounts), tuple(statements))
    terms = Terms(scene, tuple(whens), tuple(amounts), tuple(events), document.published)
    found: list[Commitment] = []
    for promise in promises(scene, events):
        for commitment in _commitments(terms, promise):
            _add(found, commitment)
    account = Account(scene, terms.whens, terms.amounts, document.published)
    found = [replace(c, progress=progress(account, c, found)) for c in found]
    return tuple(replace(c, id=f"c{n}") for n, c in enumerate(found, 1))


def _commitments(terms: Terms, promise: Promise) -> list[Commitment]:
    """One commitment for each party bound; those who agree with each other are each bound to the other."""
    scene = terms.scene
    anchor = _anchor(scene, promise)
    condition = _condition(scene, promise)
    amount = _amount(terms, promise)
    object_, action = _object(scene, promise), _action(scene, promise)
    borrowed = _borrowed(terms, promise, amount) if amount is not None and amount.of is None else None
    if borrowed and promise.deed == promise.cue:
        object_, action = borrowed
    elif borrowed and promise.thing in scene.matcher.measured:
        object_ = borrowed[0]
    deadline = _deadline(terms, promise)
    said_in = [
        s for s in scene.statements if _holds(s, anchor) or (s.cue is not None and anchor.covers(s.cue))
    ]
    said_in = [s for s in said_in if s.said == "yes"]
    common = Commitment(
        id="", anchor=anchor, action=action, object=object_,
        amount=amount.id if amount else None, deadline=deadline.id if deadline else None,
        firmness="conditional" if condition else promise.firmness,  # type: ignore[arg-type]
        condition=condition, said_in=tuple(s.id for s in said_in),
        by_account=tuple(dict.fromkeys(s.source.actor for s in said_in if s.source and s.source.actor)),
        confidence=0.8 if promise.cue != promise.deed else 0.65,
    )  # fmt: skip
    to = [id for id in _addressees(terms, promise) if id not in promise.by]
    bound = promise.by[:4]
    return [
        replace(
            common,
            by=by,
            to=next((id for id in (*to, *bound) if id != by), None)
            if to or promise.firmness == "agreed"
            else None,
        )
        for by in bound
    ]


def _holds(statement: Statement, anchor: Anchor) -> bool:
    return any(part.overlaps(anchor) and part.start <= anchor.start + 2 for part in statement.content)


def _anchor(scene: Scene, promise: Promise) -> Anchor:
    """The binding clause: from its subject to its end."""
    tree = scene.tree
    inside = {
        i
        for i in tree.under(promise.cue, "parataxis", "punct", "discourse")
        if not (tree.rel(i) == "conj" and tree.words[i].upos == "VERB")
    }
    inside |= set(tree.under(promise.deed, "punct", "parataxis"))
    if promise.thing is not None:
        inside |= set(tree.under(promise.thing, "punct", "acl", "parataxis"))
    words = tree.words
    return scene.document.anchor(words[min(inside)].start, words[max(inside)].end)


def _action(scene: Scene, promise: Promise) -> str:
    if promise.deed == promise.cue and promise.cue in _cue_words(scene):
        return "give"
    particles = scene.tree.children(promise.deed, "compound:prt")
    parts = [promise.deed, *(k for k in particles if k not in scene.matcher.measured)]
    return " ".join(scene.tree.lemma(i) for i in parts)


def _borrowed(terms: Terms, promise: Promise, amount: Amount) -> tuple[str, str] | None:
    """Thing and deed of a bare figure, from the figure that it is set beside in its sentence.

    "It has bought 2 million tons of wheat; it pledged 12 million" pledges to buy wheat.
    """
    tree = terms.scene.tree
    sentence = tree.words[promise.cue].sentence
    for other in terms.amounts:
        spots = [w.index for w in tree.words if other.anchor.start <= w.start < other.anchor.end]
        beside = spots and tree.words[spots[0]].sentence == sentence and other.id != amount.id
        if not beside or other.of is None or (other.unit, other.currency) != (amount.unit, amount.currency):
            continue
        deed = next((j for j in tree.up(spots[0]) if tree.words[j].upos == "VERB"), None)
        if deed is not None and tree.lemma(deed) in tables.bases():
            return other.of, tree.lemma(deed)
    return None


def _cue_words(scene: Scene) -> frozenset[int]:
    cues = tables.cues()
    return frozenset(w.index for w in scene.tree.words if ("v", scene.tree.lemma(w.index)) in cues)


def _object(scene: Scene, promise: Promise) -> str | None:
    """The words of what is promised, without clauses that hang on it."""
    tree, head = scene.tree, promise.thing
    if head is None:
        spots = tree.children(promise.deed, "xcomp", "obl", "ccomp")
        head = spots[0] if spots else None
    if head is None:
        return None
    opening = set(tree.children(head, "case"))
    inside = [
        i
        for i in tree.under(head, "acl", "punct", "conj", "advcl")
        if abs(i - head) <= LONGEST and not (i in opening and i < head)
    ]
    return scene.document.text[tree.words[inside[0]].start : tree.words[inside[-1]].end]


def _amount(terms: Terms, promise: Promise) -> Amount | None:
    """The figure promised: in the object first, then elsewhere in the clause of the deed."""
    tree = terms.scene.tree
    scopes = [tree.under(promise.thing, "acl", "advcl")] if promise.thing is not None else []
    scopes.append(tree.under(promise.deed, "acl", "advcl", "ccomp", "conj"))
    for scope in scopes:
        spots = {i for i in scope if abs(i - promise.deed) < 40}
        for amount in terms.amounts:
            if any(amount.anchor.start <= tree.words[i].start < amount.anchor.end for i in spots):
                return amount
    return None


def _deadline(terms: Terms, promise: Promise) -> When | None:
    """The date by which, or on which, it is due: in the clause of the deed, never before the publication."""
    scene, tree = terms.scene, terms.scene.tree
    scopes = [tree.under(promise.deed, "acl", "ccomp"), tree.under(promise.cue, "acl", "conj", "nsubj")]
    if promise.thing is not None and promise.thing not in tree.under(promise.deed):
        scopes.append(tree.under(promise.thing, "acl"))
    for n, scope in enumerate(scopes):
        for when in terms.whens:
            if (
                when.edtf
                and any(when.anchor.start <= tree.words[i].start < when.anchor.end for i in scope)
                and (_ahead(terms, when) or (n == 0 and promise.deed != promise.cue and _until(scene, when)))
            ):
                return when
    return None


def _ahead(terms: Terms, when: When) -> bool:
    return bool(when.end and terms.published and when.end[:10] > terms.published[:10])


def _until(scene: Scene, when: When) -> bool:
    before = scene.document.text[max(0, when.anchor.start - 16) : when.anchor.start + 8].lower()
    return re.search(r"\b(by|before|until|within)\b", before) is not None


def _addressees(terms: Terms, promise: Promise) -> tuple[str, ...]:
    scene = terms.scene
    for spot in dict.fromkeys((promise.cue, promise.deed)):
        heads = scene.tree.children(spot, "iobj")
        if spot == promise.cue != promise.deed:
            heads += [k for k in scene.tree.children(spot, "obj") if scene.cast.at(k)]
        heads += [k for p in ("to", "with", "for", "from") for k in scene.matcher.slot(spot, p)]
        ids = next((ids for head in heads if (ids := scene.cast.who(head, deep=False))), ())
        if ids:
            return ids
    word = scene.tree.words[promise.deed]
    for event in terms.events:
        if event.trigger.start <= word.start < event.trigger.end and event.recipients:
            return event.recipients
    return ()


@cache
def _phrases() -> re.Pattern[str]:
    said = sorted(tables.words("condition_phrases"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, said)) + r")\b", re.IGNORECASE)


def _condition(scene: Scene, promise: Promise) -> Anchor | None:
    """The clause or phrase that the promise hangs on."""
    tree, text = scene.tree, scene.document.text
    for spot in dict.fromkeys((promise.deed, promise.cue)):
        for clause in tree.children(spot, "advcl"):
            marks = {tree.words[k].text.lower() for k in tree.children(clause, "mark", "advmod")}
            if marks & tables.words("condition_marks") - {"only", "should", "once"}:
                inside = tree.under(clause, "parataxis")
                while inside and tree.words[inside[-1]].upos == "PUNCT":
                    inside.pop()
                return scene.document.anchor(tree.words[inside[0]].start, tree.words[inside[-1]].end)
    ends = [w.end for w in tree.words if w.sentence == tree.words[promise.cue].sentence]
    start = tree.words[promise.cue].end
    found = _phrases().search(text, start, max(ends))
    if found is None:
        return None
    stop = re.compile(r"[.;,”\"]").search(text, found.end(), max(ends))
    end = stop.start() if stop else max(ends)
    return scene.document.anchor(found.start(), end) if end > found.start() else None


def _add(found: list[Commitment], new: Commitment) -> None:
    """Add a promise, or join it to the same one told before."""
    for n, old in enumerate(found):
        same_deed = old.action == new.action and (
            old.amount == new.amount or new.amount is None or old.amount is None
        )
        same_thing = _alike(old.object, new.object) or old.anchor.overlaps(new.anchor)
        if old.by == new.by and same_deed and same_thing:
            found[n] = replace(
                old, said_in=tuple(dict.fromkeys((*old.said_in, *new.said_in))),
                by_account=tuple(dict.fromkeys((*old.by_account, *new.by_account))),
                amount=old.amount or new.amount, deadline=old.deadline or new.deadline, to=old.to or new.to,
            )  # fmt: skip
            return
    found.append(new)


def _alike(a: str | None, b: str | None) -> bool:
    """Whether two objects share a content word."""

    def content(text: str | None) -> set[str]:
        return set(re.findall(r"\w{4,}", (text or "").lower()))

    return bool(content(a) & content(b)) or (a is None and b is None)
