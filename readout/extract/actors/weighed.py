"""How sure it is that a text speaks from a country: all that names one weighed, and who publishes it.

"Ukraine" named most in a story of American senators makes nobody's "governor" Ukrainian.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from readout.extract.actors.atom import Atom
from readout.extract.actors.lexicon import words
from readout.knowledge import Body, Knowledge, Person
from readout.model.document import Document

LONG = 4000
"""From how many characters on a text's first sentence says little of where it is at home."""
STATELY = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY", "PTY", "OPP"})
"""The sectors of bodies that show where a text is at home: a parliament, no maker of telephones."""
EVERYWHERE = frozenset(
    {
        "The Associated Press",
        "Reuters",
        "Agence France-Presse",
        "Bloomberg",
        "Dow Jones",
        "Twitter",
        "Facebook",
    }
    | {"YouTube", "LinkedIn", "Instagram", "TikTok", "Telegram", "Truth Social", "WhatsApp"}
)
"""Who publishes for all the world."""
HOST = re.compile(r"\w+://[\w.-]+\.(?P<end>[a-z]+)(?=[:/?#]|$)")
"""The last part of an address's host: "uk" in "https://news.example.co.uk/story"."""
EDITION = re.compile(r"\b(?:UK|U\.K\.|Australia|Canada|India|Ireland)$")


def weighed(
    found: list[Atom], told: str | None, document: Document, knowledge: Knowledge, led: bool = True
) -> str | None:
    """The country that a text tells of most if towns, bodies, people, publisher agree, else None."""
    counts = _counts(found, document.published)
    own = publishers(document, knowledge)
    total, most = sum(counts.values()), max(counts.values(), default=0)
    if own is not None and (told in (None, own) or not _outdone(counts, own, told)):
        silent = not counts and _addressed(document, knowledge) == own
        return own if silent or (counts[own] and counts[own] * 2 >= most) else None
    if told is None:
        return None
    here = counts[told]
    if own is not None:
        return told if here * 2 >= total else None
    if len(document.text) < LONG and document.url is None:
        second = max((count for code, count in counts.items() if code != told), default=0)
        return told if here * (2 if led else 1) >= second else None
    second = max((count for code, count in counts.items() if code != told), default=0)
    return told if here > 1 and here * 2 >= second * 3 else None


def _outdone(counts: Counter[str], own: str, told: str | None) -> bool:
    """Whether the publisher's own country hardly comes up beside another."""
    return told is not None and counts[told] >= 2 * counts[own] + 1


def _counts(found: list[Atom], date: str | None) -> Counter[str]:
    """How often each country is named, by itself, its towns, its state's bodies or those in office."""
    counts: Counter[str] = Counter()
    for atom in found:
        entry = atom.candidate.entry if atom.candidate else None
        if entry is None or atom.candidate is None:
            continue
        code = atom.candidate.country
        if isinstance(entry, Body) and entry.sector not in STATELY:
            continue
        if isinstance(entry, Person):
            code = next((term.country for term in islice(entry.at(date), 1)), None)
        if code:
            counts[code] += 1
    return counts


def publishers(document: Document, knowledge: Knowledge) -> str | None:
    """The country of who publishes a page: a paper that is known, an address of a country (".co.uk")."""
    if document.publisher is None and document.url is None:
        return None
    addressed = _addressed(document, knowledge)
    if addressed is not None or document.publisher is None:
        return addressed
    edition = EDITION.search(document.publisher)
    if edition is not None and (land := knowledge.country(edition[0])) is not None:
        return land.iso3
    return _paper(knowledge, document.publisher.removeprefix("The "))


def _addressed(document: Document, knowledge: Knowledge) -> str | None:
    """The country of a page's address: "https://news.example.co.uk/story"."""
    host = HOST.match(document.url.lower()) if document.url else None
    end = host["end"] if host else ""
    if end in ("gov", "mil", "edu"):
        return "USA"
    if len(end) != 2 or end in words("domains"):
        return None
    end = "GB" if end == "uk" else end.upper()
    return next((land.iso3 for land in knowledge.countries if land.iso2 == end), None)


def _paper(knowledge: Knowledge, name: str) -> str | None:
    """The country of a paper or station by its name; of an agency that writes for all the world none."""
    bodies = (c.entry for c in knowledge.lookup(name) if c.sort == "body")
    papers = [b for b in bodies if isinstance(b, Body) and b.kind == "publisher"]
    return papers[0].country if papers and papers[0].name not in EVERYWHERE else None
