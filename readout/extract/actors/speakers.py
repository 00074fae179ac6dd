"""First persons: whose "I" it is in a quotation or in a turn of a transcript, and for whom "we" stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readout.extract.actors.cluster import Cluster
from readout.extract.actors.labels import LABEL
from readout.extract.actors.lexicon import words
from readout.extract.actors.people import OFFICIAL
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.resolve import Resolver
from readout.extract.actors.roles import Roles
from readout.model.analysis import Analysis
from readout.model.document import Document

HEADING = re.compile(
    r"\s*(?:Address|Remarks|Speech|Statement|Keynote(?: address)?|Opening remarks) (?:by|of) [^\n]+"
)
SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
NEAR = 14


def first_persons(document: Document, analysis: Analysis, roles: Roles, resolver: Resolver) -> None:
    """Gives "I" and "we" to the speakers; unsure ones stay alone."""
    owners = _word_owners(resolver)
    turns = list(_turns(document, analysis, owners)) if ":" in document.text else []
    turns = turns or _speech(document, analysis, owners)
    spoken = _quotations(analysis, roles, owners)
    turn, held = None, iter([*turns, (len(analysis.words), None)])
    start, following = next(held)
    for word in analysis.words:
        while word.index >= start:
            turn = following
            start, following = next(held, (len(analysis.words) + 1, None))
        low = word.text.lower()
        if (low not in SINGULAR and low not in PLURAL) or word.upos not in ("PRON", "DET", "X"):
            continue
        number = roles.quotes[word.index]
        speaker = spoken.get(number) if number else turn
        if speaker is not None and low in SINGULAR and speaker.human:
            resolver.mention(speaker, word.index, word.index + 1, word.index, "pronoun")
        elif speaker is not None and low in PLURAL:
            we = _stands_for(speaker, resolver, number > 0)
            if we is not None:
                resolver.mention(we, word.index, word.index + 1, word.index, "pronoun")


def _stands_for(speaker: Cluster, resolver: Resolver, quoted: bool) -> Cluster | None:
    """Whose "we" it is: the body that speaks or that a spokesperson speaks for, a minister's country.

    In a quotation others' "we" stays open; in a speech it is the country for which somebody speaks.
    """
    if not speaker.human:
        return speaker if quoted else None
    if speaker.stands is not None:
        return speaker.stands
    chief = bool(speaker.nouns & (words("heads") | {"minister"})) or not quoted
    return resolver.country(speaker.country) if chief and speaker.country else None


def spokespersons(phrases: list[Phrase], resolver: Resolver) -> None:
    """Ties who speaks for a body to it: "a spokeswoman for the ministry", "Kremlin spokesman Leo Marsh"."""
    for phrase in phrases:
        person = resolver.done.get(id(phrase))
        if person is None or not person.human or phrase.noun not in words("voices"):
            continue
        parts = (resolver.done.get(id(part)) for part in (phrase.body, phrase.of, phrase.owner) if part)
        person.stands = next((part for part in parts if part is not None and not part.human), person.stands)


def owned(phrases: list[Phrase], resolver: Resolver, roles: Roles) -> None:
    """The country of a speaker's own officials: "our high commissioner" is of the minister's who says so."""
    for phrase in phrases:
        if phrase.pronoun is None or roles.text(phrase.pronoun).lower() not in ("my", "our"):
            continue
        speaker, theirs = resolver.heads.get(phrase.pronoun), resolver.done.get(id(phrase))
        if speaker is None or theirs is None or theirs is speaker or theirs.country is not None:
            continue
        if theirs.sector in OFFICIAL or theirs.kind == "government":
            theirs.country = speaker.country


def _word_owners(resolver: Resolver) -> dict[int, Cluster]:
    """The actor of each mention's head."""
    return {head: cluster for cluster in resolver.clusters for _, _, head, _ in cluster.at}


def _turns(
    document: Document, analysis: Analysis, owners: dict[int, Cluster]
) -> Iterator[tuple[int, Cluster | None]]:
    """Where a turn begins and who speaks in it, None for questioners."""
    labels = [(m.start("label"), m.end("label")) for m in LABEL.finditer(document.text)]
    said = [document.text[start:end] for start, end in labels]
    if len(labels) < 2 or len(set(said)) == len(said):
        return
    at = 0
    for start, end in labels:
        while at < len(analysis.words) and analysis.words[at].start < start:
            at += 1
        inside = at
        speaker = None
        while inside < len(analysis.words) and analysis.words[inside].end <= end:
            speaker = owners.get(inside) or speaker
            inside += 1
        yield at, speaker if speaker and speaker.human else None


def _speech(
    document: Document, analysis: Analysis, owners: dict[int, Cluster]
) -> list[tuple[int, Cluster | None]]:
    """A speech under its heading, "Remarks by Ann Lee at …": all of it is hers."""
    heading = HEADING.match(document.text)
    if not heading:
        return []
    inside = [w.index for w in analysis.words if w.start < heading.end()]
    speaker = next((owners[i] for i in inside if i in owners and owners[i].human), None)
    return [(inside[-1] + 1, speaker)] if speaker else []


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
