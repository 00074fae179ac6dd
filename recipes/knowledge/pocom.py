"""US principal officers and chiefs of mission, from the Office of the Historian (CC0)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from recipes.knowledge.term import Row, recent

Person = tuple[str, tuple[str, ...]]


def pocom_rows(folder: Path, names: dict[str, str]) -> Iterator[Row]:
    """Terms since 1989; ``names`` maps a country's plain name to its ISO code."""
    people = persons(folder / "people") | persons(folder / "people-pending")
    for path in sorted((folder / "positions-principals").glob("*.xml")):
        if path.stem == "career-ambassador":  # a rank, no office
            continue
        yield from terms(path, "principal", people, "", names)
    for path in sorted((folder / "missions-countries").glob("*.xml")):
        yield from terms(path, "chief", people, "ambassador to ", names)
    for path in sorted((folder / "missions-orgs").glob("*.xml")):
        yield from terms(path, "chief", people, "", names)


def persons(folder: Path) -> dict[str, Person]:
    """Names by id: the name in use first, the full one after it."""
    found = {}
    for path in sorted(folder.rglob("*.xml")):
        root = ElementTree.parse(path).getroot()
        surname = text(root, "persName/surname")
        forename = text(root, "persName/forename")
        suffix = text(root, "persName/genName")
        found[text(root, "id")] = called(forename, surname, suffix)
    return found


def called(forename: str, surname: str, suffix: str) -> Person:
    """The short name that news uses and the full one: ("Antony Blinken", ("Antony John Blinken",))."""
    first = forename.split()[0] if forename.split() else ""
    full = " ".join(part for part in (forename, surname, suffix) if part)
    if re.fullmatch(r"[A-Z]\.?", first):
        return full, (f"{surname}",)
    short = " ".join(part for part in (first, surname) if part)
    return short, tuple(n for n in (full, f"{forename} {surname}") if n != short)


def text(node: ElementTree.Element, path: str) -> str:
    """The words at a path, white space made single."""
    return " ".join((node.findtext(path) or "").split())


@cache
def lowered(title: str) -> str:
    """An office's key: "Secretary of State" is "secretary of state"."""
    return title.lower()


def terms(
    path: Path, kind: str, people: dict[str, Person], prefix: str, names: dict[str, str]
) -> Iterator[Row]:
    """The dated terms of one position or mission file."""
    root = ElementTree.parse(path).getroot()
    title = text(root, "names/singular")
    if prefix:
        place = path.stem.replace("-", " ")
        if place not in names:
            return
        title = f"Ambassador to {names[place]}"
    title = title.partition(", with the rank")[0]
    for node in root.iter(kind):
        start, end = (text(node, f"{edge}/date") for edge in ("started", "ended"))
        start = start or text(node, "appointed/date")
        person = people.get(text(node, "person-id"))
        row = person and Row(
            person[0], lowered(title), title, "USA", "", "GOV", start[:10], end[:10], "pocom", also=person[1]
        )
        if row and row.start >= "1980" and recent(row):
            yield row
