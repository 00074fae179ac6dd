"""From a parsed text with its events to the promises in it and what came of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.extract.commitments import tables
from readout.extract.commitments import terms as terms_of
from readout.extract.commitments.belonging import Promised
from readout.extract.commitments.clause import Promise
from readout.extract.commitments.progress import Account, progress
from readout.extract.commitments.promise import promises
from readout.extract.commitments.terms import Terms
from readout.extract.events.scene import Scene, scene_of
from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment
from readout.model.document import Document
from readout.model.event import Event
from readout.model.statement import Statement
from readout.model.swift import replace
from readout.model.when import When


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
    return commitments_in(scene, whens, amounts, events)


def commitments_in(
    scene: Scene, whens: Sequence[When], amounts: Sequence[Amount], events: Sequence[Event]
) -> tuple[Commitment, ...]:
    """The promises of a text whose scene is set already."""
    published = scene.document.published
    terms = Terms(scene, tuple(whens), tuple(amounts), tuple(events), published)
    found: list[Commitment] = []
    for promise in promises(scene, events):
        for commitment in _commitments(terms, promise):
            _add(found, commitment)
    actions = frozenset(c.action for c in found) - tables.words("not_steps")
    sums = frozenset(c.amount for c in found if c.amount)
    account = Account(scene, terms.whens, terms.amounts, published, actions, sums)
    held = {a.id: a for a in terms.amounts}
    told = [Promised(scene, c, held.get(c.amount or "")) for c in found]
    found = [replace(p.commitment, progress=progress(account, p, told)) for p in told]
    return tuple(replace(c, id=f"c{n}") for n, c in enumerate(found, 1))


def _commitments(terms: Terms, promise: Promise) -> list[Commitment]:
    """One commitment for each party bound; those who agree with each other are each bound to the other."""
    scene = terms.scene
    anchor = terms_of.binding(scene, promise)
    condition = terms_of.condition(scene, promise)
    amount = terms_of.figure(terms, promise)
    object_, action = terms_of.object_of(scene, promise), terms_of.action(scene, promise)
    borrowed = terms_of.borrowed(terms, promise, amount) if amount is not None and amount.of is None else None
    if borrowed and promise.deed == promise.cue:
        object_, action = borrowed
    elif borrowed and promise.thing in scene.matcher.measured:
        object_ = borrowed[0]
    if object_ and amount is not None:
        object_ = terms_of.of_whole(object_, amount)
    deadline = terms_of.deadline(terms, promise, condition)
    said_in = [s for first, last, s in terms.spoken if first < anchor.end and anchor.start < last]
    said_in = [s for s in said_in if _holds(s, anchor) or (s.cue is not None and anchor.covers(s.cue))]
    common = Commitment(
        id="", anchor=anchor, action=action, object=object_,
        amount=amount.id if amount else None, deadline=deadline.id if deadline else None,
        firmness="conditional" if condition else promise.firmness,  # type: ignore[arg-type]
        condition=condition, said_in=tuple(s.id for s in said_in),
        by_account=tuple(dict.fromkeys(s.source.actor for s in said_in if s.source and s.source.actor)),
        confidence=0.8 if promise.cue != promise.deed else 0.65,
    )  # fmt: skip
    to = [id for id in terms_of.addressees(terms, promise) if id not in promise.by]
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


def _add(found: list[Commitment], new: Commitment) -> None:
    """Add a promise, or join it to the same one told before."""
    for n, old in enumerate(found):
        same_deed = old.action == new.action and (
            old.amount == new.amount or new.amount is None or old.amount is None
        )
        again = new.action == "give" and new.amount is None and new.deadline is None
        same_deed = same_deed or (again and old.amount is not None)
        listed = old.anchor == new.anchor and bool(old.object and new.object)
        same_thing = _alike(old.object, new.object) or (old.anchor.overlaps(new.anchor) and not listed)
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
