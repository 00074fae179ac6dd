"""Where a text speaks from: the country whose "government" and "police" need no name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from readout.extract.actors.atom import Atom
from readout.extract.actors.homonyms import then
from readout.extract.actors.labels import asks, labels_in
from readout.extract.actors.lexicon import nouns, words
from readout.extract.actors.weighed import weighed
from readout.knowledge import Body, Country, Knowledge, Person
from readout.model.analysis import Analysis
from readout.model.document import Document

DATELINE = re.compile(
    r"^[ \t]*(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,40}?)(?:/[A-ZÀ-Þ’'. -]{3,30}?)?"
    r"(?:,\s+(?P<land>[A-ZÀ-Þ][\w’'. -]{2,40}?))?"
    r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?)?(?:\s*\([^)]{2,40}\))?"
    r"(?:\s*[—–]|\s+-|--)",
    re.MULTILINE,
)
SHOUTED = re.compile(r"^[^a-z\n:]*[A-Z]{3}[^a-z\n:]*$", re.MULTILINE)
PLACED = re.compile(
    r"^[ \t]*(?P<city>[A-ZÀ-Þ][\w’' ]{2,30}), (?:\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2},)", re.MULTILINE
)
TIMED = re.compile(
    r"^[ \t]*\d{1,2}[:.]\d\d(?:[ \t]?(?:[AaPp]\.?[Mm]\.?|h|hrs|hours))?,[ \t]+"
    r"(?P<city>[A-ZÀ-Þ][\w’' -]{2,30})[ \t]*$",
    re.MULTILINE,
)
"""The line of a transcript that tells hour and city: "11:05 a.m., Accra"."""
SPOKEN = re.compile(
    r"^[ \t]*(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,30})(?:/[A-ZÀ-Þ’'. -]{3,30})?"
    r"(?:,\s+[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2}|,\s+\d{1,2}\s+[A-Z][A-Za-z]{2,8})?:\s",
    re.MULTILINE,
)
"""A dateline with a colon, whose city only counts where it is one: "OTTAWA: …", "DELHI/DHAKA, MAY 3: …"."""
HOUSED = re.compile(
    r"^(?:[\w ]{3,30}:)?[^\n.:]*"
    r"\b(?:authority|bureau|chancellery|commission|department|directorate|embassy|government"
    r"|information service|ministry|office|parliament|police|presidency|secretariat|service|state house)\b"
    r"[^\n.:]*?,[ \t]+(?P<city>[A-ZÀ-Þ][\w’' -]{2,30})(?:,[ \t]+[\w, ]{0,20}\d{4})?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""The line of a heading that tells where an office sits: "MINISTRY OF TRADE, MONTEVIDEO, 4 May 2031"."""
ISSUED = re.compile(
    r"^[^\n.]*\b(?:ministry|department|government|office of the (?:president|prime minister)|presidency)\b"
    r"[^\n.:]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""The line of a heading that tells whose office issues a text: "Ministry of Trade of Uruguay"."""
AMERICAN = re.compile(r"\b(?:E[DS]T|P[DS]T)\b|^(?:State )?Department (?:Press|Spokes)", re.MULTILINE)


SMALL = re.compile(r"-\w{2}-")
"""A small word inside a city's name: "Port-au-Prince"."""
OWN = frozenset({"nsubj", "nsubj:pass", "nmod", "nmod:poss", "amod", "compound"})
"""What a place is in a sentence that is about it."""
MEETING, DEEPEST = 2, 5
"""Up to which sentence a text tells who meets whom, and how deep in it a place may stand."""
HEAD = 400
"""How many characters a heading has."""
NEXT = frozenset({"the", "neighboring", "neighbouring", "nearby", "neutral", "distant"})
"""What may stand between "In" and a place that opens a sentence: "In neighboring Mali"."""
SEATS = frozenset({"BEL", "CHE", "NLD", "AUT", "ETH"})
"""Countries where bodies of many nations sit: a dateline there says little of whose police is meant."""


def datelines(document: Document) -> list[tuple[int, int]]:
    """What is no part of the sentences: cities that open a story ("ACCRA, Ghana — …"), lines in capitals."""
    cities = [found.span("city") for found in DATELINE.finditer(document.text[:3000])]
    return [*cities, *(found.span() for found in SHOUTED.finditer(document.text))]


def home(document: Document, analysis: Analysis, knowledge: Knowledge, found: list[Atom]) -> str | None:
    """The country of the dateline, else the one that the text tells of most, where that is sure.

    >>> # "ACCRA, Ghana — The government said …": GHA
    """
    text = document.text[:3000]
    for pattern in (HOUSED, DATELINE, PLACED, TIMED, SPOKEN):
        for line in pattern.finditer(text[:HEAD] if pattern is HOUSED else text):
            code = _code(knowledge, line)
            if code and (
                code not in SEATS
                or any(a.candidate and a.candidate.country == code for a in found if a.letter in "CJ")
            ):
                code = "FRA" if code in words("overseas") else code
                return then(code, {a.candidate.country for a in found if a.candidate}, document.published)
            if code:
                return None
    if AMERICAN.search(text):
        return "USA"
    if (issuer := _issuer(document, analysis, found)) is not None:
        return issuer
    turns = list(labels_in(document.text))
    if len(turns) > 1:
        opening = [a for a in found if analysis.words[a.first].start < turns[1].start()]
        lands = {a.candidate.country for a in opening if a.letter in "CJKL" and a.candidate} - {None}
        said = Counter(t["label"] for t in turns if not asks(t["label"].lower()) and t["label"] != "A")
        if len(lands) > 1 and sum(count > 1 for count in said.values()) > 1:
            return None
        return weighed(found, _told_of(found, analysis, led=False), document, knowledge)
    apart = [a for a in found if not _met(analysis, a)]
    if len(apart) == len(found):
        told = _told_of(found, analysis)
        return weighed(found, told, document, knowledge, told == _led_by(found, analysis))
    early = any(a.letter in "CJKL" and analysis.words[a.first].sentence <= MEETING for a in apart)
    told = _told_of([*apart, *_holders(apart, document.published)], analysis, early, early)
    return weighed(found, told, document, knowledge)


def _holders(found: list[Atom], date: str | None) -> Iterator[Atom]:
    """For each known person of the text who holds an office that day, the country that it is of."""
    for atom in found:
        person = atom.candidate.entry if atom.candidate else None
        held = person.at(date) if isinstance(person, Person) else ()
        if atom.candidate is not None and held and held[0].country:
            land = Country(held[0].country, "", held[0].country)
            yield atom._replace(letter="L", candidate=replace(atom.candidate, entry=land))


def _issuer(document: Document, analysis: Analysis, found: list[Atom]) -> str | None:
    """The country of the office that heads a text on a line of its own."""
    line = ISSUED.search(document.text[:HEAD])
    if line is None:
        return None
    part = next(p for p in re.split("[,:]", line[0]) if ISSUED.search(p))
    if any(word.islower() and word not in words("small") for word in part.split()):
        return None
    inside = (a for a in found if a.letter in "CJ" and a.candidate)
    inside = (a for a in inside if line.start() <= analysis.words[a.first].start < line.end())
    lands = {a.candidate.country for a in inside if a.candidate}
    return lands.pop() if len(lands) == 1 else None


def _met(analysis: Analysis, atom: Atom) -> bool:
    """Whether a place is that of whom somebody meets: "Readout of the call with the president of Peru"."""
    at, seen = atom.last - 1, 0
    if atom.letter not in "CJKL" or analysis.words[at].sentence > MEETING:
        return False
    while at >= 0 and seen < DEEPEST:
        near = analysis.words[max(at - 6, 0) : at]
        if any(w.head == at and w.deprel == "case" and w.text.lower() == "with" for w in near):
            return True
        at, seen = analysis.words[at].head, seen + 1
    return False


def _told_of(found: list[Atom], analysis: Analysis, led: bool = True, headed: bool = True) -> str | None:
    """The country that a text without a dateline tells of most; its first sentence's counts for more.

    In a transcript, which begins with other things, it is the first one named (not ``led``), and in a text
    that is about whom its issuer met not even that (not ``headed``).

    A capital named once says nothing: "Minister Lind visited Suva"; countries named once each neither,
    unless the first sentence is about one alone: "Osaka's mayor raised the fares."
    """
    told = [a.candidate.country for a in found if a.letter in "CJKL" and a.candidate is not None]
    if len(told) == 1 and not any(a.letter in "CJL" and a.candidate for a in found):
        return None
    first = (a.candidate.country for a in found if headed and a.letter in "CK" and a.candidate is not None)
    lead = _led_by(found, analysis) if led else None
    more = [lead, lead] if lead else [next(first, None)]
    counts = Counter(code for code in (*told, *more) if code)
    once = len(counts) > 1 and len(set(told)) == len(told)
    if once or not counts:
        return lead
    most: str = max(counts, key=lambda code: (counts[code], code != lead))
    return most


def _led_by(found: list[Atom], analysis: Analysis) -> str | None:
    """The one country of the places and peoples in the first sentence that names any."""
    placed = [a for a in found if a.letter in "CJKLY" and a.candidate is not None and a.candidate.country]
    first = analysis.words[placed[0].first].sentence if placed else -1
    here = [a for a in placed if analysis.words[a.first].sentence == first and _told_at(analysis, a)]
    lands = {a.candidate.country for a in here if a.candidate}
    if len(lands) > 1 and (led := _leading(analysis, here)) is not None:
        return led
    return lands.pop() if len(lands) == 1 else None


def _leading(analysis: Analysis, here: list[Atom]) -> str | None:
    """The country of a sentence's subject among several: "Kenyan police fired before Ghana played"."""
    word = analysis.words[here[0].last - 1]
    if word.deprel in ("amod", "compound", "nmod:poss") and word.head >= 0:
        word = analysis.words[word.head]
    if not word.deprel.startswith("nsubj") or word.head < 0 or analysis.words[word.head].deprel != "root":
        return None
    joined = any(
        w.head == word.index and w.deprel == "conj" for w in analysis.words[word.index : word.index + 8]
    )
    return None if joined or here[0].candidate is None else here[0].candidate.country


def _told_at(analysis: Analysis, atom: Atom) -> bool:
    """Whether a sentence tells where it is with a name, or of whom; not whom somebody only blames."""
    before = analysis.words[atom.first - 1].text if atom.first else ""
    return (
        before.lower() in ("in", "at", "near", "of", "off", "outside")
        or analysis.words[atom.last - 1].deprel in OWN
    )


def _code(knowledge: Knowledge, line: re.Match[str]) -> str | None:
    named = [line.groupdict().get("land"), line["city"]]
    for name in filter(None, named):
        plain = name.strip()
        if plain.endswith(".") and (short := _shortened(plain)) is not None:
            return short
        titled = SMALL.sub(lambda part: part[0].lower(), plain.title())
        country = knowledge.country(plain) or knowledge.country(plain.title()) or knowledge.country(titled)
        if country:
            return country.iso3
    return None


def _shortened(land: str) -> str | None:
    """The country of a state or province cut short in a dateline: "MONTEREY, Calif."."""
    low = land.replace(".", "").replace(" ", "").lower()
    return (
        "USA" if low in words("states_of_america") else "CAN" if low in words("provinces_of_canada") else None
    )


def local(document: Document, analysis: Analysis, found: list[Atom]) -> dict[int, str]:
    """Sentences after "In Quito," to the paragraph's end: the country that their "ministry" belongs to.

    "According to the Lima daily El Faro, an army officer said so" tells of its own sentence alone.
    """
    starts = [s[0] for s in analysis.sentences]
    opened: dict[int, str] = {}
    for at in [at for at, atom in enumerate(found) if atom.candidate]:
        atom = found[at]
        code = atom.candidate.country if atom.candidate else None
        if atom.letter not in "CKYJB" or (atom.letter == "B" and not _chamber(atom)):
            continue
        if not code or atom.first == 0:
            continue
        number = analysis.words[atom.first].sentence
        if number >= len(starts):
            continue
        if atom.letter == "J" and starts[number] == atom.first - 1 and _account(analysis, atom):
            opened.setdefault(number, code)
        if _daily(analysis, found, at):
            opened.setdefault(number, code)
        elif atom.letter != "J" and _opens(analysis, starts[number], atom.first) and _own(found, atom, code):
            while number < len(starts) and not (
                starts[number] > atom.first and _breaks(document, analysis, starts[number])
            ):
                opened[number] = code
                number += 1
    return opened


def _chamber(atom: Atom) -> bool:
    """Whether it is a parliament known by its name: "In the House of Commons, the opposition jeered"."""
    body = atom.candidate.entry if atom.candidate else None
    return isinstance(body, Body) and body.sector == "LEG"


def _account(analysis: Analysis, atom: Atom) -> bool:
    """Whether a sentence is about one side's text: "The Omani version, read out by the palace spokesman"."""
    following = analysis.words[atom.last] if atom.last < len(analysis.words) else None
    return following is not None and following.lemma in words("documents") | {"version", "text"}


def _opens(analysis: Analysis, start: int, at: int) -> bool:
    """Whether a sentence begins with a place: "In Quito", "In The Hague", "Across the border in Jhapa"."""
    said = [word.text for word in analysis.words[start:at]]
    opening = next((i for i, word in enumerate(said) if word.lower() == "in"), 0)
    if 0 < opening < 5 and all(word.lower() in words("over_there") for word in said[:opening]):
        return len(said) == opening + 1
    return said[:1] == ["In"] and all(word.lower() in NEXT for word in said[1:])


def _own(found: list[Atom], place: Atom, code: str) -> bool:
    """Whether a place where bodies of many nations sit is told of as its country's: not "In Brussels"."""
    named = (a for a in found if a.letter in "CJ" and a.candidate is not None)
    return (
        code not in SEATS
        or place.letter == "C"
        or any(a.candidate and a.candidate.country == code for a in named)
    )


def _breaks(document: Document, analysis: Analysis, at: int) -> bool:
    """Whether a paragraph begins at a word."""
    return "\n" in document.text[analysis.words[at - 1].end : analysis.words[at].start]


def _daily(analysis: Analysis, found: list[Atom], at: int) -> bool:
    """Whether a place is that of a newspaper that is quoted: "according to the Lima daily El Faro"."""
    following = found[at + 1] if at + 1 < len(found) else None
    if following is None or following.letter != "G":
        return False
    noun = nouns().get(following.lemma(analysis.words))
    before = [analysis.words[i].text.lower() for i in range(max(found[at].first - 3, 0), found[at].first)]
    return noun is not None and noun.kind == "publisher" and before[:2] == ["according", "to"]


def land(knowledge: Knowledge, code: str | None) -> Country | None:
    """The country of a code."""
    return knowledge.country(code) if code else None
