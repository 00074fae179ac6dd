"""A second look at pronouns: he who speaks is seldom he whom the speech has just named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from readout.extract.statements.company import SEX, Company
from readout.extract.statements.lexicon import words
from readout.extract.statements.spans import Marks
from readout.extract.statements.tree import Tree
from readout.model.actor import Actor
from readout.model.statement import Party, Statement
from readout.model.swift import replace

SPEAKING = {"he", "she"}
MEANT: Mapping[str, frozenset[str]] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "his": frozenset({"person"}),
    "her": frozenset({"person"}),
    "it": frozenset({"organization", "government", "publisher", "country"}),
    "its": frozenset({"organization", "government", "publisher"}),
    "they": frozenset({"group"}),
    "their": frozenset({"group"}),
}
"""What kind of actor a pronoun can mean that nobody else has read."""
CLOSE = 400
"""So many characters after the end of a speech its speaker is still the one who is meant."""


def corrected(
    statements: Sequence[Statement], actors: Sequence[Actor], marks: Marks, tree: Tree | None = None
) -> tuple[Statement, ...]:
    """The statements with "he" and "she" given to the one who spoke before, not to one named in a quotation.

    >>> # "Orr came late. “Ask Hale,” he said." -> he is Orr, for Hale stands in the quotation
    """
    people = {actor.id: _named(actor) for actor in actors if actor.kind == "person"}
    renamed: dict[str, tuple[str | None, str]] = {}
    previous: str | None = None
    found: list[Statement] = []
    company = Company(actors, marks, tree)
    placed: dict[str, Statement] = {}
    for statement in statements:
        actor = statement.source.actor if statement.source else None
        before = actor
        if statement.within in renamed and actor == renamed[statement.within][0]:
            actor = renamed[statement.within][1]
        elif statement.within is None and previous and _only_quoted(statement, people, marks):
            actor = company.instead(statement, previous) or actor
        if actor == before:
            actor = company.meant(statement, actor, placed.get(statement.within or ""))
        if actor != before and actor is not None and statement.within is None:
            renamed[statement.id] = (before, actor)
        if statement.source and actor != statement.source.actor:
            statement = replace(statement, source=Party(actor, statement.source.anchor))
        found.append(statement)
        placed[statement.id] = statement
        company.heard(statement, actor)
        if statement.within is None and actor in people:
            previous = actor
    return _gone_on(found, {actor.id: actor.kind for actor in actors}, marks.text, company.sex)


def _gone_on(
    statements: Sequence[Statement],
    kinds: Mapping[str, str],
    text: str,
    sexes: Mapping[str, str | None],
) -> tuple[Statement, ...]:
    """The statements with a pronoun that nobody read given to who spoke just before, in the same paragraph.

    >>> # "The ministry hailed the verdict. It was silent on the fine." -> it is the ministry
    """
    found: list[Statement] = []
    last: Statement | None = None
    for statement in statements:
        source = statement.source
        word = _pronoun(source.anchor.exact) if source and source.anchor else ""
        if source and source.actor is None and word in MEANT and last and _follows(last, statement, text):
            speaker = last.source.actor if last.source else None
            fits = sexes.get(speaker or "") in (None, SEX.get(word), *([] if word in SEX else "mf"))
            if speaker and kinds.get(speaker) in MEANT[word] and fits:
                statement = replace(statement, source=Party(speaker, source.anchor))
        outer = next((one for one in reversed(found) if one.id == statement.within), None)
        statement = _told_oneself(statement, outer) if outer else statement
        statement = _told_other(statement, last, kinds, sexes) if last else statement
        statement = _quoted_on(statement, last) if last else statement
        found.append(statement)
        if statement.within is None and statement.source:
            last = statement
    return tuple(found)


def _pronoun(exact: str) -> str:
    """The pronoun that a source is or begins with: "its" of "its statement", none in "his press office"."""
    first, *rest = exact.casefold().split()
    if not rest or first not in ("his", "her", "their"):
        return first
    return first if rest[-1] in words("media", "documents") | words("media", "occasions") else ""


def _quoted_on(statement: Statement, last: Statement) -> Statement:
    """ "… she was quoted by the Globe as saying. “It failed,” she was quoted as saying": by the Globe too."""
    cue = statement.cue.exact.casefold() if statement.cue else ""
    who = statement.source.actor if statement.source else None
    same = who is not None and last.source is not None and last.source.actor == who
    return replace(statement, via=last.via) if same and not statement.via and "quoted" in cue else statement


def _told_oneself(statement: Statement, outer: Statement) -> Statement:
    """ "She has been told, she says, that …": whoever says it is who was told."""
    person, speaker = statement.addressee, outer.source
    if person is None or person.actor or not person.anchor or speaker is None or not speaker.anchor:
        return statement
    same = person.anchor.exact.casefold() == speaker.anchor.exact.casefold() in MEANT
    return replace(statement, addressee=Party(speaker.actor, person.anchor)) if same else statement


def _told_other(
    statement: Statement, last: Statement, kinds: Mapping[str, str], sexes: Mapping[str, str | None]
) -> Statement:
    """ "Orr rang Hale. Hale told him that …": whoever spoke or was told before, and does not speak now."""
    person, speaker = statement.addressee, statement.source
    word = person.anchor.exact.casefold() if person and person.anchor else ""
    own = speaker.actor if speaker else None
    if person is None or word not in ("him", "her") or own is None or person.actor not in (None, own):
        return statement
    before = [party.actor for party in (last.source, last.addressee) if party and party.actor]
    fits = [
        who
        for who in before
        if who != own and kinds.get(who) == "person" and sexes.get(who) in (None, SEX[word])
    ]
    return replace(statement, addressee=Party(fits[0] if fits else None, person.anchor))


def _follows(last: Statement, statement: Statement, text: str) -> bool:
    """Whether a statement comes soon after another, no paragraph between."""
    end = max(anchor.end for anchor in (*last.content, *([last.cue] if last.cue else [])))
    start = min(anchor.start for anchor in (*statement.content, *([statement.cue] if statement.cue else [])))
    return last.content[0].start < start and start - end < CLOSE and "\n" not in text[end:start]


def _named(actor: Actor) -> list[int]:
    """Where the text names an actor, pronouns apart, in order."""
    return sorted(mention.start for mention in actor.mentions if mention.kind != "pronoun")


def _only_quoted(statement: Statement, people: dict[str, list[int]], marks: Marks) -> bool:
    """Whether the source is a pronoun whose actor was so far named only within quotation marks."""
    source = statement.source
    if source is None or source.anchor is None or source.anchor.exact.casefold() not in SPEAKING:
        return False
    places = people.get(source.actor or "", [])
    before = places[: bisect_left(places, source.anchor.start)]
    return bool(before) and all(marks.touching(place, place + 1) for place in before)
