"""Who put a text out, by the lines above it, and whose its bare offices are: "Prime Minister Orr"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readout.knowledge import load
from readout.link.accounts.sides import country_of, load_names
from readout.link.lexicon import (
    company,
    issuing,
    joint_papers,
    league,
    meeting,
    natives,
    official,
    small_words,
)
from readout.link.lexicon import of_state as titled_body
from readout.model.actor import Actor
from readout.model.record import Record

LONG = 25
"""Words from which a paragraph is no heading."""
SENTENCE = 8
"""Words from which what ends in a full stop is a sentence."""
_TITLE = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|of|the|for|and) )*[A-Z][\w’'-]*,? "
    r"(?:(?:Mr|Ms|Mrs|Dr|H\.\s?E|Hon|Her|His|Excellency)\.? )*$"
)
_AFTER = re.compile(r"(?:\s*,\s*| of | \()([^,.;\n)]{3,80})")


def heading(record: Record) -> str:
    """The lines above the first paragraph of a text."""
    text = record.document.text
    ranges = record.document.paragraphs or ((0, len(text)),)
    return text[: next((start for start, end in ranges if _told(text[start:end])), 0)]


def _told(paragraph: str) -> bool:
    """Whether a paragraph is no heading: it is long, or a sentence."""
    count = len(paragraph.split())
    return count >= LONG or (count >= SENTENCE and paragraph.rstrip("\"”’')").endswith((".", ";")))


def issuer(head: str) -> str | None:
    """The side of the first line above a text that names the body which put it out.

    >>> issuer("REPUBLIC OF KENYA\\nMINISTRY OF HEALTH")
    'KEN'
    """
    if company().search(re.split(r"\s+[-–—|]\s+|[,(]", head.partition("\n")[0])[0].strip()):
        return None
    for line in head.splitlines()[:4]:
        line = LANGUAGE.sub("", line.title() if line.isupper() else line)
        own = next((land for word, land in natives().items() if word in line), None)
        if own:
            return own
        named = _lands(line) or _written_in(line) or set(load_names(line))
        if len(named) > 1 and issuing().search(line.partition(",")[0]):
            named = set(load_names(line.partition(",")[0]))
        if len(named) == 1 and issuing().search(line) and not meeting().search(line):
            return named.pop()
    return None


LANGUAGE = re.compile(r"\b[A-Z][a-z]+ (?:[Ss]ervice|[Vv]ersion|[Ee]dition|[Tt]ranslation)\b")
"""In what language a text is: "English service"."""


def _lands(line: str) -> set[str]:
    """The one country that a line names outright, whatever body of another goes by the rest.

    >>> _lands("Federal Department of Agriculture, Austria")
    {'AUT'}
    """
    found = {
        candidate.country
        for name in load().names_in(line)
        for candidate in name.candidates
        if candidate.sort in ("country", "adjective", "people") and candidate.country
    }
    return found if len(found) == 1 else set()


def _written_in(line: str) -> set[str]:
    """The country of the place and day with which a line begins, whatever body goes by the rest.

    >>> _written_in("Manila, March 22 - Department of Agriculture")
    {'PHL'}
    """
    found = _PLACE_AND_DAY.match(line)
    place = load().country(found.group(1).strip().title()) if found else None
    return {place.iso3} if place else set()


def written_in(record: Record) -> str | None:
    """The country of the place with which a text begins: "ANKARA, 4 February - …", "LIMA (Wire) - …"."""
    found = _DATELINE.match(record.document.text)
    place = load().country(found.group(1).strip().title()) if found else None
    return place.iso3 if place else None


def dated_end(text: str) -> int:
    """Where the place and the full date end with which an official text begins: "Quito, 4 May 2031 - "."""
    found = _DATELINE.match(text)
    return found.end() if found and re.search(r"\b\d{4}\b", found.group()) else 0


_DATELINE = re.compile(r"((?:[A-Z][\w.’'-]*\s?){1,3})(?:[,(][^-–—\n]{2,40})?\s*[-–—] ")
_PLACE_AND_DAY = re.compile(r"((?:[A-Z][\w.’'-]*\s?){1,3}), (?=[^-–—]{0,25}\d)[^-–—]{2,25}[-–—]")


def body_above(head: str) -> str | None:
    """The body of no country that a text has above it, by its name.

    >>> body_above("NORTHERN RIVERS COMMISSION\\nCOMMUNIQUÉ OF THE NINTH MEETING")
    'Northern Rivers Commission'
    """
    for line in head.splitlines()[:3]:
        words = [word for word in line.split() if word.casefold() not in small_words("style", "beside")]
        named = load_names(line.title() if line.isupper() else line)
        if (
            not 2 < len(words) < 10
            or not league().search(line)
            or any(map(country_of, named))
            or titled_body().search(line)
        ):
            continue
        return (
            " ".join(_cased(word) for word in line.split("(")[0].split()) if line.isupper() else line.strip()
        )
    return None


def joint_paper(head: str) -> str | None:
    """The name of a text that two sides put out together, by the lines above it.

    >>> joint_paper("JOINT COMMUNIQUÉ")
    'Joint communiqué'
    """
    found = joint_papers().search(head)
    return found.group().strip().capitalize() if found and not issuer(head) else None


def _cased(word: str) -> str:
    return word.lower() if word.lower() in ("of", "the", "and", "for", "on", "in") else word.capitalize()


_MINISTRY = re.compile(r"\b(?:Ministry|Department|Presidency|Prime Minister|Cabinet|Chancellery)\b")
"""Bodies of a state: what they put out in a capital on a day is mostly that state's."""


def seat(record: Record) -> Iterator[str]:
    """The country of the agency in a dateline, and of the capital under an office that names no country.

    >>> # "OFFICE OF THE SECRETARY OF STATE / WASHINGTON, D.C." -> USA
    >>> # "ROME, May 3 (Malta News Agency) --" -> MLT
    """
    lines = heading(record).splitlines()[:5]
    office, above = False, ""
    for line in lines:
        line = line.title() if line.isupper() else line
        place = load().country(line.split(",")[0].strip())
        if place and (_MINISTRY.search(above) if any(map(str.isdigit, line)) else office):
            yield place.iso3
        above = f"{above} {line}"
        office = office or bool(issuing().search(line) and not meeting().search(line))
    text = record.document.text
    start = len(heading(record))
    agency = _AGENCY.search(text, start, start + 90)
    named = set(load_names(agency.group(1))) if agency else set()
    if len(named) == 1:
        yield named.pop()


_AGENCY = re.compile(r"\(([^()\n]{3,50})\) *(?:--|[-–—])")


def bare_office(name: str) -> bool:
    """Whether a name is but an office: "Minister", "Prime Minister", "Excellency"."""
    words = set(re.findall(r"[\w’'-]+", name.casefold())) - small_words("style", "beside")
    return all(word in small_words("style") or official().fullmatch(word) for word in words)


def at_home(record: Record, others: Sequence[Record] = (), home: str | None = None) -> dict[str, str]:
    """The officials whom their own state's text names by the bare office, each with that state.

    Who speaks more in another text is that one's.

    >>> # under "MINISTRY OF HEALTH / REPUBLIC OF KENYA": "Health Minister Amina Oduya" -> KEN
    """
    home = home or issuer(heading(record))
    if home is None:
        return {}
    people = [a for a in record.actors if a.kind == "person" and not a.known_as]
    found = {
        a.name: home if bare_office(a.name) else _side(record, a, home)
        for a in people
        if bare_office(a.name) or not _elsewhere(record, a, others)
    }
    return {name: side for name, side in found.items() if side and country_of(side)}


def _elsewhere(record: Record, actor: Actor, others: Sequence[Record]) -> bool:
    """Whether a person says more by name in another text than in this one."""
    here = _said_by(record, actor.name)
    return any(_said_by(other, actor.name) > here for other in others if other is not record)


def mostly(record: Record, actor: Actor, others: Sequence[Record]) -> bool:
    """Whether a person speaks by name in a text, and more than in any other."""
    return _said_by(record, actor.name) > 0 and not _elsewhere(record, actor, others)


def _said_by(record: Record, name: str) -> int:
    """How often somebody says something under his name; "the Minister" may be another one."""
    words = set(name.split())
    ids = {a.id for a in record.actors if a.kind == "person" and words & set(a.name.split())}
    spoken = (s.source for s in record.statements if s.source and s.said == "yes")
    return sum(1 for s in spoken if s.actor in ids and (not s.anchor or words & set(s.anchor.exact.split())))


def _side(record: Record, actor: Actor, home: str) -> str | None:
    """The country in the title right before a name; the text's own where no mention has one.

    >>> # "Iraqi Minister Ada Orr" -> IRQ, but "After talks in Baghdad, Minister Ada Orr" -> the text's own
    """
    text = record.document.text
    bare = False
    for mention in actor.mentions:
        after = _AFTER.match(text, mention.end)
        if load_names(mention.exact) or (after and load_names(after.group(1))):
            return None
        if mention.kind == "name":
            found = _TITLE.search(text[max(0, mention.start - 80) : mention.start].replace("\n", "; "))
            title = found.group() if found else ""
            if title.endswith(", ") and not official().search(title):
                title = ""
            words = f"{title} {mention.exact}".removesuffix(actor.name)
            named = set(load_names(words))
            if named:
                return named.pop() if len(named) == 1 and official().search(words) else None
            bare = bare or bool(official().search(words))
    speaks = any(s.source and s.source.actor == actor.id and s.said == "yes" for s in record.statements)
    return home if bare and speaks else None
