"""Where a text speaks from: the country whose "government" and "police" need no name."""

from __future__ import annotations

import re

from readout.extract.actors.atom import Atom
from readout.knowledge import Country, Knowledge
from readout.model.analysis import Analysis
from readout.model.document import Document

DATELINE = re.compile(
    r"^[ \t]*(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,40}?)(?:,\s+(?P<land>[A-ZÀ-Þ][\w’'. ]{2,40}?))?"
    r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)?\s*(?:\([^)]{2,40}\)\s*)?[—–-]",
    re.MULTILINE,
)
SHOUTED = re.compile(r"^[^a-z\n:]*[A-Z]{3}[^a-z\n:]*$", re.MULTILINE)
PLACED = re.compile(
    r"^[ \t]*(?P<city>[A-ZÀ-Þ][\w’' ]{2,30}), (?:\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2},)", re.MULTILINE
)
AMERICAN = re.compile(r"\b(?:E[DS]T|P[DS]T)\b|^(?:State )?Department (?:Press|Spokes)", re.MULTILINE)


SEATS = frozenset({"BEL", "CHE", "NLD", "AUT", "ETH"})
"""Countries where bodies of many nations sit: a dateline there says little of whose police is meant."""


def datelines(document: Document) -> list[tuple[int, int]]:
    """What is no part of the sentences: cities that open a story ("ACCRA, Ghana — …"), lines in capitals."""
    cities = [found.span("city") for found in DATELINE.finditer(document.text[:3000])]
    return [*cities, *(found.span() for found in SHOUTED.finditer(document.text))]


def home(document: Document, knowledge: Knowledge, found: list[Atom]) -> str | None:
    """The country of the dateline, else of the first country that the text names.

    >>> # "ACCRA, Ghana — The government said …": GHA
    """
    text = document.text[:3000]
    for pattern in (DATELINE, PLACED):
        for line in pattern.finditer(text):
            code = _code(knowledge, line)
            if code and (
                code not in SEATS
                or any(a.candidate and a.candidate.country == code for a in found if a.letter in "CJ")
            ):
                return code
            if code:
                return None
    if AMERICAN.search(text):
        return "USA"
    return _first_named(found)


def _first_named(found: list[Atom]) -> str | None:
    named = (atom.candidate.country for atom in found[:400] if atom.letter == "C" and atom.candidate)
    return next(filter(None, named), None)


def _code(knowledge: Knowledge, line: re.Match[str]) -> str | None:
    named = [line.groupdict().get("land"), line["city"]]
    for name in filter(None, named):
        plain = name.strip()
        country = knowledge.country(plain) or knowledge.country(plain.title())
        if country:
            return country.iso3
    return None


def local(analysis: Analysis, found: list[Atom]) -> dict[int, str]:
    """Sentences that open with "In Quito,": the country that their "ministry" belongs to."""
    opened: dict[int, str] = {}
    for atom in found:
        if atom.letter not in "CKY" or not atom.candidate or atom.first == 0:
            continue
        word = analysis.words[atom.first]
        before = analysis.words[atom.first - 1]
        opens = (
            word.sentence < len(analysis.sentences) and analysis.sentences[word.sentence][0] == atom.first - 1
        )
        if before.text == "In" and opens and atom.candidate.country:
            opened[word.sentence] = atom.candidate.country
    return opened


def land(knowledge: Knowledge, code: str | None) -> Country | None:
    """The country of a code."""
    return knowledge.country(code) if code else None
