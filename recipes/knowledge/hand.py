"""Terms from our own lists: ``holders/*.txt``, written from general knowledge."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from importlib import resources

from recipes.knowledge.term import Row

OFFICE = re.compile(r"@ (?:(?P<country>[A-Z]{3}) (?P<office>[^|]+)|body:(?P<where>[^|]+)) \| (?P<title>.+)")
BODY_OFFICES = (
    "secretary-general", "president", "managing director", "director-general", "high commissioner",
    "executive director", "commissioner-general", "commission chairperson", "foreign policy chief",
    "trade commissioner", "prosecutor", "leader",
)  # fmt: skip
LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "dj", "Đ": "Dj", "ı": "i", "ð": "d", "ʻ": "'"}
)
SECTORS = (("army", "MIL"), ("defense", "MIL"), ("military", "MIL"), ("commander", "MIL"),
           ("speaker", "LEG"), ("central bank", "BUS"))  # fmt: skip


def hand_rows() -> Iterator[Row]:
    """Every term of every list, in the order of the files' names."""
    folder = resources.files("recipes.knowledge") / "holders"
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".txt"):
            yield from parsed(path.read_text(encoding="utf8"), path.name)


def parsed(text: str, name: str) -> Iterator[Row]:
    """The terms of one list; a term ends where the next one begins, "-" leaves the office vacant.

    >>> list(parsed("@ FRA president | President of France\\n2017-05-14 Emmanuel Macron\\n", "x"))[0].person
    'Emmanuel Macron'
    """
    office: re.Match[str] | None = None
    lines = [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]
    for line, following in zip(lines, [*lines[1:], "@"], strict=True):
        if line.startswith("@"):
            office = OFFICE.fullmatch(line)
            if not office:
                raise ValueError(f"{name}: no office can be read from {line!r}")
            continue
        start, _, people = line.partition(" ")
        end = "" if following.startswith("@") else following.split()[0]
        if people != "-" and office:
            yield row(office, people, start, end)


def row(office: re.Match[str], people: str, start: str, end: str) -> Row:
    """One term of the office whose header was matched."""
    person, *also = (part.strip() for part in people.split("~"))
    country, key, body = office["country"] or "", (office["office"] or "").strip(), ""
    if office["where"]:
        where = office["where"].strip()
        key = next(o for o in BODY_OFFICES if where.endswith(o))
        body = where.removesuffix(key).strip()
    sector = next((code for word, code in SECTORS if word in key), "GOV")
    return Row(
        person,
        key,
        office["title"].strip(),
        country,
        body,
        sector if country else "",
        start,
        end,
        "hand",
        also=(*also, *(form for form in map(plain, (person, *also)) if form not in (person, *also))),
    )


def plain(name: str) -> str:
    """A name as it is written without accents: "João Lourenço" is "Joao Lourenco"."""
    parts = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c))
