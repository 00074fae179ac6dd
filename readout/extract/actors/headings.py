"""Headings that tell whose speech follows: "STATEMENT BY THE MINISTER OF TRADE OF URUGUAY".

A heading in capitals is read as if it were written in small letters: its names, offices and countries count.
"""

from __future__ import annotations

import re

from readout.extract.actors.lexicon import words
from readout.knowledge import Knowledge
from readout.model.analysis import Analysis
from readout.model.document import Document
from readout.model.swift import replace

HEADING = re.compile(
    r"^[ \t]*(?:[\w ]{0,20}\b(?:text|transcript) of (?:the |a )?)?(?:[a-z-]+ ){0,2}"
    r"(?:address|briefing|conference|declaration|eulogy|intervention|keynote|lecture|message|remarks|speech|statement"
    r"|toast)"
    r"(?: (?:as )?(?:delivered|given|issued|made|read))?(?: to [^\n]{3,60}?)?\s+(?:by|of|from)\s"
    r"(?P<who>[^\n]+(?:\n[^\n]+){0,3}?)(?=\s*\n[ \t]*\n|\s*\Z)",
    re.MULTILINE | re.IGNORECASE,
)
ISSUED = re.compile(
    r"\A\s*(?P<who>(?:the )?(?:government|ministry|department|office|embassy|secretariat|presidency|cabinet)"
    r" (?:of|for) [^\n.]{3,80})\n(?:[^\n.]{0,80}\n){0,3}?[ \t]*(?:press |media |public |official )?"
    r"(?:statement|communiqu[eé]|release|declaration|notice)\b(?! (?:by|of|from)\b)[^\n]{0,120}\n",
    re.IGNORECASE,
)
"""The body on the first line of its own statement: "GOVERNMENT OF TONGA / Statement on the eruption"."""
ISSUER = re.compile(
    r"^(?:(?:GOVERNMENT|MINISTRY|DEPARTMENT|SECRETARIAT|EMBASSY) OF [A-Z ,’'-]{3,80}"
    r"|(?:THE )?[A-Z][A-Z ’'-]{2,50} (?:AGENCY|ASSOCIATION|AUTHORITY|BANK|BOARD|COMMISSION|COMMITTEE|CONGRESS"
    r"|COUNCIL|FEDERATION|FOUNDATION|PARTY|SERVICE|SOCIETY|UNION))(?=[ \t]*$)",
    re.MULTILINE,
)
SENTENCE = re.compile(r"[a-zà-ÿ]{3}[.!?](?= [A-Z]|\s*$)")
LONGEST = 300
OPENING = 500
WORD = re.compile(r"[^\W\d_]+")


def heading_of(document: Document) -> tuple[int, int] | None:
    """The characters of a heading that say whose speech the text is, None where it is none's."""
    found = HEADING.search(document.text, 0, OPENING + LONGEST)
    if found is None and (issued := ISSUED.match(document.text)) is not None:
        return issued.span("who")
    if found is None or found.start() > OPENING or found.end() - found.start() > LONGEST:
        return None
    above = document.text[: found.start()].strip()
    if above.count("\n") > 3 or found.end() == len(document.text) or SENTENCE.search(found["who"]):
        return None
    return found.start("who"), found.end("who")


def quieted(document: Document, analysis: Analysis, knowledge: Knowledge) -> tuple[Document, Analysis]:
    """The same text with a heading in capitals in small letters: "Minister of Trade of Uruguay".

    Every character keeps its place.
    """
    place = heading_of(document) or _issuer(document)
    if place is None:
        return document, analysis
    start, end = place[0], place[0] + _shouted(document.text[slice(*place)])
    if start == end:
        return document, analysis
    quiet = WORD.sub(lambda word: _quiet(word[0], knowledge), document.text[start:end])
    text = document.text[:start] + quiet + document.text[end:]
    spoken = tuple(
        replace(word, text=text[word.start : word.end]) if start <= word.start < end else word
        for word in analysis.words
    )
    return replace(document, text=text), replace(analysis, words=spoken)


def _issuer(document: Document) -> tuple[int, int] | None:
    """The characters of the office in capitals that opens a release: "MINISTRY OF TRADE AND PORTS"."""
    found = ISSUER.search(document.text, 0, OPENING)
    return found.span() if found is not None and not document.text[: found.start()].strip() else None


def _shouted(said: str) -> int:
    """How many characters of the lines of a heading are in capitals, from its first."""
    upper = 0
    for line in said.splitlines(keepends=True):
        if not line.isupper():
            break
        upper += len(line)
    return upper


def _quiet(word: str, knowledge: Knowledge) -> str:
    low = word.lower()
    if len(low) != len(word) or (len(word) < 6 and low not in words("small") and knowledge.lookup(word)):
        return word
    return low if low in words("small") else low[0].upper() + low[1:]
