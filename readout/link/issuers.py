"""Who put a text out, by the lines above it, and whose its bare offices are: "Prime Minister Orr"."""

from __future__ import annotations

import re
from dataclasses import replace

from readout.link.lexicon import issuing, meeting, official
from readout.link.sides import country_of, load_names
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
    return count >= LONG or (count >= SENTENCE and paragraph.rstrip("\"”’')").endswith("."))


def issuer(head: str) -> str | None:
    """The side of the first line above a text that names the body which put it out.

    >>> issuer("REPUBLIC OF KENYA\\nMINISTRY OF HEALTH")
    'KEN'
    """
    for line in head.splitlines()[:4]:
        line = line.title() if line.isupper() else line
        named = set(load_names(line))
        if len(named) == 1 and issuing().search(line) and not meeting().search(line):
            return named.pop()
    return None


def at_home(record: Record) -> Record:
    """The record with officials set right whom their own state's text names by the bare office.

    >>> # under "MINISTRY OF HEALTH / REPUBLIC OF KENYA": "Health Minister Amina Oduya" -> KEN
    """
    home = issuer(heading(record))
    if home is None:
        return record
    return replace(record, actors=tuple(_placed(record, actor, home) for actor in record.actors))


def _placed(record: Record, actor: Actor, home: str) -> Actor:
    side = _side(record, actor, home) if actor.kind == "person" and not actor.known_as else None
    if side is None or side == actor.country:
        return actor
    return replace(actor, country=country_of(side), sector=actor.sector or "GOV", code=None)


def _side(record: Record, actor: Actor, home: str) -> str | None:
    """The country in the title right before a name; the text's own where no mention has one."""
    text = record.document.text
    bare = False
    for mention in actor.mentions:
        after = _AFTER.match(text, mention.end)
        if load_names(mention.exact) or (after and load_names(after.group(1))):
            return None
        if mention.kind == "name":
            found = _TITLE.search(text[max(0, mention.start - 80) : mention.start].replace("\n", "; "))
            words = f"{found.group() if found else ''} {mention.exact}".removesuffix(actor.name)
            named = set(load_names(words))
            if named:
                return named.pop() if len(named) == 1 and official().search(words) else None
            bare = bare or bool(official().search(words))
    speaks = any(s.source and s.source.actor == actor.id and s.said == "yes" for s in record.statements)
    return home if bare and speaks else None
