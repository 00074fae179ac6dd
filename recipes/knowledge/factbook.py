"""Heads of state and government as the World Factbook last showed them, January 2026 (public domain)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from recipes.knowledge.term import Row

TITLE = re.compile(
    r"^(?:(?:interim|acting|transitional?|transition|caretaker|state|federal|executive|crown|grand|first"
    r"|overall"
    r"|President|Prime Minister|King|Queen|Emperor|Emir|Amir|Sultan|Chancellor|Premier|Chairman|Chairperson"
    r"|Chair"
    r"|Governor[- ]General|Governor|Prince|Duke|Pope|General Secretary|Supreme Leader|Leader"
    r"|Taoiseach|Chief Executive|Chief Minister|Administrator|Lieutenant|Gen\.|Maj\.|Lt\.|Col\.|Brig\.|Sir"
    r"|Capt\.|Sheikh|Shaykh|Ayatollah|Dr\.|First Minister|Council|of State|of the|Presidential|Leadership"
    r"|Sovereignty|Transitional|Military|Head of|Government|Minister of State|Field Marshal|Vice)\s+)+",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"^(?P<who>[^(;]+?)\s*\((?:president |prime minister )?since (?P<date>\d{1,2} \w+ \d{4})\)"
)
ODD = re.compile(r",|\b(?:Secretary|Commission|Chair|Minister|General|Lord|President|Gen|Co-prince|of)\b")
SMALL = {"van", "der", "den", "de", "dos", "da", "di", "bin", "al", "el", "ibn", "la"}
KINDS = (("prime minister", "prime minister"), ("premier", "premier"), ("president", "president"),
         ("chancellor", "chancellor"), ("king", "monarch"), ("queen", "monarch"), ("emperor", "monarch"),
         ("emir", "monarch"), ("amir", "monarch"), ("sultan", "monarch"))  # fmt: skip


def factbook_rows(path: Path, codes: dict[str, tuple[str, str]]) -> Iterator[Row]:
    """Present holders with their first day; ``codes`` maps an internet code to ISO code and name.

    Who stands at the head of several areas (a king, the president of a country with territories) is left
    to our own lists.
    """
    rows = list(every(path, codes))
    areas = Counter(person for person, _ in {(row.person, row.country) for row in rows})
    return (row for row in rows if areas[row.person] == 1)


def every(path: Path, codes: dict[str, tuple[str, str]]) -> Iterator[Row]:
    """The holders that the file names, area by area."""
    for line in path.read_text(encoding="utf8").splitlines():
        area = json.loads(line)
        internet = area.get("internet_country_code")
        internet = internet if isinstance(internet, str) else ""
        code, name = next((codes[c] for c in re.findall(r"\.([a-z]{2})\b", internet) if c in codes), ("", ""))
        for field, fallback in (("head of government", "prime minister"), ("chief of state", "president")):
            row = code and holder(area.get("executive", {}).get(field, ""), fallback, code, name)
            if row:
                yield row


def holder(words: str, fallback: str, code: str, name: str) -> Row | None:
    """ "Prime Minister Sanae TAKAICHI (since 21 October 2025)" as a term, None where it has another shape."""
    found = SINCE.match(words)
    title = TITLE.match(found["who"] + " ") if found else None
    person = plain(found["who"][title.end() if title else 0 :]) if found else ""
    if not found or len(person.split()) < 2 or ODD.search(person):
        return None
    said = (title[0] if title else "").lower()
    if title and not any(word in said for word, _ in KINDS):
        return None
    office = next((key for word, key in KINDS if word in said), fallback)
    day, month, year = found["date"].split()
    start = datetime.strptime(f"{day} {month[:3]} {year}", "%d %b %Y").date().isoformat()
    shown = f"{office.title()} of {name}"
    return Row(person, office, shown, code, "", "GOV", start, "", "factbook")


def plain(person: str) -> str:
    """A name with its capitals made plain: "Sifi GHRIEB" is "Sifi Ghrieb", "XI Jinping" "Xi Jinping"."""
    words = person.replace("“", '"').replace("”", '"').split()
    words = [w for w in words if not w.startswith('"')]
    return " ".join("-".join(lowered(part) for part in word.split("-")) for word in words)


def lowered(part: str) -> str:
    """A part of a name in capitals made plain; Roman numerals stay, particles go small."""
    if not part.isupper() or len(part) == 1 or re.fullmatch(r"[IVX]+", part):
        return part
    return part.lower() if part.lower() in SMALL else part.title()
