"""Where a text speaks from: the country whose "government" and "police" need no name."""

from __future__ import annotations

import re

from readout.extract.actors.atoms import Atom
from readout.knowledge import Country, Knowledge
from readout.model.analysis import Analysis
from readout.model.document import Document

DATELINE = re.compile(
    r"^[ \t]*(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,40}?)(?:,\s+(?P<land>[A-ZÀ-Þ][\w’'. ]{2,40}?))?"
    r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)?\s*(?:\([^)]{2,40}\)\s*)?[—–-]",
    re.MULTILINE,
)
PLACED = re.compile(
    r"^[ \t]*(?P<city>[A-ZÀ-Þ][\w’' ]{2,30}), (?:\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2},)", re.MULTILINE
)
AMERICAN = re.compile(r"\b(?:E[DS]T|P[DS]T)\b|^(?:State )?Department (?:Press|Spokes)", re.MULTILINE)


def home(document: Document, knowledge: Knowledge, found: list[Atom]) -> str | None:
    """The country of the dateline, else of the first country that the text names.

    >>> # "ACCRA, Ghana — The government said …": GHA
    """
    text = document.text[:3000]
    for pattern in (DATELINE, PLACED):
        for line in pattern.finditer(text):
            code = _code(knowledge, line)
            if code:
                return None if code == "BEL" and re.search(r"\bEU\b|\bNATO\b|European", text) else code
    if AMERICAN.search(text):
        return "USA"
    return next(
        (
            a.candidate.country
            for a in found[:400]
            if a.letter in "CJ" and a.candidate and a.candidate.country
        ),
        None,
    )


def _code(knowledge: Knowledge, line: re.Match[str]) -> str | None:
    named = [line.groupdict().get("land"), line["city"]]
    for name in filter(None, named):
        plain = name.strip()
        country = knowledge.country(plain) or knowledge.country(plain.title())
        if country:
            return country.iso3
    return None


def local(analysis: Analysis, found: list[Atom]) -> dict[int, str]:
    """Sentences that open with "In Hanoi,": the country that their "ministry" belongs to."""
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
