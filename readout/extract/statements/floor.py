"""Turns of a transcript as drafts, and who has the floor in them."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.statements.draft import Draft, shared
from readout.extract.statements.roles import Cast
from readout.extract.statements.speech import Places
from readout.extract.statements.turns import Turn, bare_name, polite
from readout.model.statement import Party


def turn_drafts(places: Places, turns: Sequence[Turn]) -> list[tuple[Draft, Turn]]:
    """One draft a turn: its words, no cue, no marks needed."""
    found = []
    for turn in turns:
        spans = tuple(span for piece in turn.pieces if (span := places.words(piece.start, piece.end)))
        if spans:
            found.append((Draft(spans, origin="quotation", confidence=0.9), turn))
    return found


def beside_turns(places: Places, drafts: Sequence[Draft], turns: Sequence[tuple[Draft, Turn]]) -> list[Draft]:
    """The drafts that do not merely repeat a turn with its label for a source."""
    labels = {
        i
        for _, turn in turns
        if (
            span := places.words(turn.label.start, max(turn.label.end, turn.office.end if turn.office else 0))
        )
        for i in range(*span)
    }
    if not labels:
        return list(drafts)
    owner = {
        i: place
        for place, (draft, _) in enumerate(turns)
        for first, last in draft.contents
        for i in range(first, last)
    }
    return [draft for draft in drafts if not _repeats(draft, labels, turns, owner)]


def _repeats(
    draft: Draft, labels: set[int], turns: Sequence[tuple[Draft, Turn]], owner: dict[int, int]
) -> bool:
    if draft.source and labels & set(range(*draft.source)):
        return True
    if draft.contents and all(set(range(*piece)) <= labels for piece in draft.contents):
        return True
    if draft.cue and labels & set(range(draft.cue[0] - 1, draft.cue[1])):
        return True
    place = owner.get(draft.first)
    if place is None:
        return False
    turn = turns[place][0]
    return 10 * shared(draft.contents, turn.contents) >= 8 * turn.covered and turn.covered > 5


def holder(cast: Cast, turn: Turn, opening: int) -> Party | None:
    """Who speaks in a turn: the person whose name the label holds; nobody where somebody asks.

    ``opening`` is where the talk begins: whoever answers is named before it.
    """
    if turn.role == "asking":
        return _moderator(cast, turn)
    if turn.role == "address":
        return Party(_heading(cast, turn), turn.label)
    if turn.role == "answering":
        return Party(_only_person(cast, opening), turn.label)
    return Party(_labelled(cast, turn), turn.label)


def _moderator(cast: Cast, turn: Turn) -> Party | None:
    """Who leads the talk, where a turn is no question: "Moderator: Good morning.", not "Q: Is it safe?"."""
    if "?" in turn.pieces[-1].exact or turn.label.exact.strip().casefold() not in ("moderator", "host"):
        return None
    actor = _labelled(cast, turn)
    return Party(actor, turn.label) if actor else None


def _heading(cast: Cast, turn: Turn) -> str | None:
    """Whom a speech's heading names: the person in it, else whoever its longest name means."""
    found = [
        (actor.kind == "person", mention.end - mention.start, actor.id)
        for actor in cast.actors
        for mention in actor.mentions
        if mention.start < turn.label.end and mention.end > turn.label.start
    ]
    return max(found)[2] if found else _labelled(cast, turn)


def _labelled(cast: Cast, turn: Turn) -> str | None:
    office = turn.office.exact if turn.office and polite(turn.office.exact) else None
    name = bare_name(office or turn.label.exact)  # "The Secretary of State (Mr. Dale):"
    people = [actor for actor in cast.actors if actor.kind == "person"]
    fits = [actor for actor in people if name and (actor.name.casefold() == name or _ends(actor.name, name))]
    if not fits and name:
        fits = [actor for actor in people if _ends(actor.name, name.split()[-1])]
    if len(fits) == 1:
        return fits[0].id
    covering = [
        a.id
        for a in cast.actors
        if any(m.start < turn.label.end and m.end > turn.label.start for m in a.mentions)
    ]
    return covering[0] if len(covering) == 1 else (fits[0].id if fits else None)


def _ends(full: str, name: str) -> bool:
    words, last = full.casefold().split(), name.split()
    return bool(last) and (
        words[-len(last) :] == last or (len(last) > 1 and words[-1:] == last[-1:] and words[:1] == last[:1])
    )


def _only_person(cast: Cast, opening: int) -> str | None:
    """Who answers: the one person named before the talk begins."""
    named = [actor for actor in cast.actors if actor.kind == "person"]
    before = [actor for actor in named if any(mention.start < opening for mention in actor.mentions)]
    return before[0].id if len(before) == 1 else None
