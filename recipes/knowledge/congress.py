"""US presidents, vice presidents and present members of Congress (CC0)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from recipes.knowledge.term import Row, recent

OFFICES = {
    "prez": ("president", "President of the United States", "GOV"),
    "viceprez": ("vice president", "Vice President of the United States", "GOV"),
    "sen": ("senator", "U.S. senator", "LEG"),
    "rep": ("representative", "U.S. representative", "LEG"),
}


def congress_rows(folder: Path) -> Iterator[Row]:
    """Terms that reach past 1989; terms in a row are one."""
    for name in ("executive.yaml", "legislators-current.yaml"):
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        with (folder / name).open(encoding="utf8") as stream:
            for entry in yaml.load(stream, Loader=loader):
                yield from filter(recent, spells(entry))


def spells(entry: dict[str, Any]) -> list[Row]:
    """The offices of one person, each spell from its first to its last day."""
    found: list[Row] = []
    for term in entry["terms"]:
        office, title, sector = OFFICES[term["type"]]
        last = found[-1] if found else None
        start = term["start"]
        if last and last.office == office and start[:4] <= str(int(last.end[:4]) + 1):
            start = found.pop().start
        person, also = names(entry["name"])
        found.append(
            Row(
                person,
                office,
                title,
                "USA",
                "",
                sector,
                start,
                term["end"],
                "congress",
                entry["bio"].get("gender", "").lower(),
                also,
            )
        )
    return found


def names(name: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    """The name in use and other forms: first and last, nickname and last, with a middle name."""
    last = " ".join(part for part in (name["last"], name.get("suffix")) if part)
    forms = [f"{name['first']} {name['last']}"]
    if "nickname" in name:
        forms.append(f"{name['nickname']} {name['last']}")
    if "middle" in name:
        forms.append(f"{name['first']} {name['middle']} {name['last']}")
    forms.append(f"{name['first']} {last}")
    shown = forms[1] if "nickname" in name and len(name["first"].rstrip(".")) == 1 else forms[0]
    return shown, tuple(dict.fromkeys([*forms, *filter(None, [name.get("official_full")])]))
