"""First persons: whose "I" it is in a quotation or in a turn of a transcript, and for whom "we" stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.headings import heading_of
from readout.extract.actors.labels import labels_in
from readout.extract.actors.lexicon import words
from readout.extract.actors.people import OFFICIAL
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.resolve import Resolver
from readout.extract.actors.roles import Roles
from readout.model.analysis import Analysis
from readout.model.document import Document

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST = SINGULAR | PLURAL
BRIEFING = re.compile(r"\b(?:briefing|press conference)\b", re.IGNORECASE)
"""What a heading calls a transcript in which an office answers."""
HEAD = 300
NEAR = 14
ARMED = frozenset({"MIL", "COP"})
"""Whose people are their country's also where the word alone says nothing: "our sailors"."""


class Turns:
    """Who has the floor where: in the turns of a transcript, or in a speech under its heading.

    The actors of labels and headings are looked up when they are asked for, while the text is being read.
    """

    def __init__(self, document: Document, analysis: Analysis, roles: Roles, resolver: Resolver) -> None:
        self.roles, self.resolver = roles, resolver
        turns = list(_turns(document, analysis)) if ":" in document.text else []
        self.speech = not turns
        self.turns = turns or list(_speech(document, analysis))
        self.starts = [start for start, _, _ in self.turns]
        self.briefing = bool(turns) and BRIEFING.search(document.text, 0, HEAD) is not None
        self.heading = self.turns[0][1:] if self.speech and self.turns else (0, 0)

    def speaker(self, at: int) -> Cluster | None:
        """Who speaks at a word, None for questioners and where nobody's turn is."""
        number = bisect_right(self.starts, at) - 1
        if number < 0:
            return None
        _, first, last = self.turns[number]
        named = [c for i in range(first, last) if (c := self.resolver.heads.get(i)) is not None]
        people = [c for c in named if c.human]
        if self.speech:
            several = (c for c in named if c.plural or c.kind in ("government", "organization"))
            return next(iter(people), None) or next(several, None)
        return people[-1] if people else None

    def of(self, at: int) -> Cluster | None:
        """Whose turn of a transcript a word stands in, who speaks of "the Secretary" as of somebody else."""
        return None if self.speech else self.speaker(at)

    def host(self, at: int) -> str | None:
        """The country of who answers in a transcript, whose "ministry" needs no name there."""
        if self.speech:
            return None
        number = bisect_right(self.starts, at)
        said = (self.speaker(start) for start in self.starts[:number])
        known = next((c.country for c in said if c is not None and c.country), None)
        return known or (self.resolver.home if self.briefing else None)

    def answers(self) -> None:
        """Gives the one who answers at an office's briefing its country: "MR. VIK:" at a ministry's."""
        held = [self.speaker(start) for start in self.starts] if self.briefing else []
        people = {id(c): c for c in held if c is not None}
        for speaker in people.values() if len(people) == 1 else ():
            if speaker.entry is None and speaker.body is None and not speaker.sure:
                speaker.country = speaker.country or self.resolver.home

    def first(self, at: int) -> Cluster | None:
        """Whom "my", "our" and "we" stand for outside quotations."""
        low, speaker = self.roles.text(at).lower(), self.speaker(at)
        if self.roles.quotes[at] or speaker is None:
            return None
        return speaker if low in SINGULAR and speaker.human else stands_for(speaker, self.resolver, False)


def first_persons(analysis: Analysis, roles: Roles, resolver: Resolver, turns: Turns) -> dict[int, Cluster]:
    """Gives "I" and "we" to the speakers; unsure ones stay alone. Who speaks in each quotation."""
    spoken = _quotations(analysis, roles, _word_owners(resolver))
    for at in roles.written(FIRST):
        word, low = analysis.words[at], roles.lows[at]
        if word.upos not in ("PRON", "DET", "X"):
            continue
        number = roles.quotes[word.index]
        speaker = spoken.get(number) if number else turns.speaker(word.index)
        if speaker is not None and low in SINGULAR and speaker.human:
            resolver.mention(speaker, word.index, word.index + 1, word.index, "pronoun")
        elif speaker is not None and low in PLURAL:
            we = stands_for(speaker, resolver, number > 0)
            if we is not None:
                resolver.mention(we, word.index, word.index + 1, word.index, "pronoun")
    return spoken


def stands_for(speaker: Cluster, resolver: Resolver, quoted: bool) -> Cluster | None:
    """Whose "we" it is: the body that speaks or that a spokesperson speaks for, a minister's country.

    In a quotation others' "we" stays open; in a speech it is the country for which somebody speaks.
    """
    if not speaker.human:
        return speaker
    if speaker.stands is not None:
        return speaker.stands
    former = bool(speaker.titles) and all("former" in title or "ex-" in title for title in speaker.titles)
    chief = not former and bool(speaker.nouns & (words("heads") | {"minister"}))
    chief = chief or not quoted
    return resolver.country(speaker.country) if chief and speaker.country else None


def spokespersons(phrases: list[Phrase], resolver: Resolver) -> None:
    """Ties who speaks for a body to it: "a spokeswoman for the ministry", "Kremlin spokesman Leo Marsh".

    "We" is also the body of who runs one: the charity of "the charity's director, Ada Roux".
    """
    for phrase in phrases:
        person = resolver.done.get(id(phrase))
        runs = phrase.noun in words("runs") and phrase.link in ("", "of")
        if person is None or not person.human or not (runs or phrase.noun in words("voices")):
            continue
        parts = [resolver.done.get(id(part)) for part in (phrase.body, phrase.of, phrase.owner) if part]
        bodies = (part for part in parts if part is not None and not part.human)
        if runs:
            bodies = (part for part in bodies if part.kind in ("organization", "publisher"))
        person.stands = person.stands if runs and person.stands else next(bodies, person.stands)


def owned(phrases: list[Phrase], resolver: Resolver, roles: Roles, spoken: dict[int, Cluster]) -> None:
    """The country of a speaker's own officials: "our high commissioner" is of the minister's who says so.

    "Your police chief" in a question is of who answers it.
    """
    for phrase in phrases:
        low = roles.text(phrase.pronoun).lower() if phrase.pronoun is not None else ""
        theirs = resolver.done.get(id(phrase))
        if low not in ("my", "our", "your") or phrase.pronoun is None or theirs is None or theirs.country:
            continue
        state = theirs.sector in OFFICIAL or theirs.kind == "government"
        if not state and (low == "your" or not theirs.plural):
            continue
        if low == "your":
            theirs.country = None if roles.quotes[phrase.pronoun] else resolver.host(phrase.pronoun)
            continue
        speaker = resolver.heads.get(phrase.pronoun) or spoken.get(roles.quotes[phrase.pronoun])
        if speaker is None and low == "our" and not roles.quotes[phrase.pronoun]:
            theirs.country = resolver.host(phrase.pronoun)
        if speaker is not None and theirs is not speaker and (state or speaker.sector in ARMED):
            theirs.country = speaker.country


def _word_owners(resolver: Resolver) -> dict[int, Cluster]:
    """The actor of each mention's head."""
    return {head: cluster for cluster in resolver.clusters for _, _, head, _ in cluster.at}


def _turns(document: Document, analysis: Analysis) -> Iterator[tuple[int, int, int]]:
    """Where a turn begins, and the words of its label."""
    labels = [(m.start("label"), m.end("label")) for m in labels_in(document.text)]
    said = [document.text[start:end] for start, end in labels]
    if len(labels) < 2 or len(set(said)) == len(said):
        return
    at = 0
    for start, end in labels:
        while at < len(analysis.words) and analysis.words[at].start < start:
            at += 1
        inside = at
        while inside < len(analysis.words) and analysis.words[inside].end <= end:
            inside += 1
        yield at, at, inside


def _speech(document: Document, analysis: Analysis) -> Iterator[tuple[int, int, int]]:
    """A speech under its heading, "Remarks by Ann Lee at …": all of it is hers."""
    place = heading_of(document)
    inside = [w.index for w in analysis.words if place[0] <= w.start < place[1]] if place else []
    if inside:
        yield inside[-1] + 1, inside[0], inside[-1] + 1


def _quotations(analysis: Analysis, roles: Roles, owners: dict[int, Cluster]) -> dict[int, Cluster]:
    """The speaker of each quotation: who says something right after it or right before it."""
    edges: dict[int, list[int]] = {}
    for at, number in enumerate(roles.quotes):
        if number:
            edges.setdefault(number, [at, at])[1] = at
    spoken: dict[int, Cluster] = {}
    for number, (first, last) in edges.items():
        sentence = analysis.words[last].sentence
        after = range(last + 1, min(last + 1 + NEAR, len(roles.quotes)))
        before = range(first - 1, max(first - NEAR, -1), -1)
        found = next(
            (
                o
                for i in after
                if (o := _says(i, roles, owners)) and analysis.words[i].sentence <= sentence + 1
            ),
            None,
        )
        opening = analysis.words[first].sentence
        found = found or next(
            (
                o
                for i in before
                if analysis.words[i].sentence >= opening - (first and roles.text(first - 1) == ":")
                and (o := _says(i, roles, owners))
            ),
            None,
        )
        if found is None and number - 1 in spoken and first - edges[number - 1][1] < NEAR * 2:
            found = spoken[number - 1]
        if found is not None:
            spoken[number] = found
    return spoken


def _says(at: int, roles: Roles, owners: dict[int, Cluster]) -> Cluster | None:
    if roles.quotes[at] or at not in owners:
        return None
    return owners[at] if roles.agent(at) else None
