"""``python -m recipes.knowledge --facts PATH``: rebuild ``readout/knowledge/data/offices.tsv``.

Only facts in the public domain or under CC0 go in, with our own lists; ours win.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

from recipes.knowledge.congress import congress_rows
from recipes.knowledge.factbook import factbook_rows
from recipes.knowledge.hand import hand_rows
from recipes.knowledge.pocom import pocom_rows
from recipes.knowledge.term import Row, folded

HEADER = [
    "person",
    "also",
    "gender",
    "office",
    "title",
    "country",
    "body",
    "sector",
    "start",
    "end",
    "source",
]


def main() -> None:
    """Read the facts, join them, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=Path, required=True, help="folder of the facts")
    parser.add_argument("--out", type=Path, default=None, help="file to write instead of the shipped one")
    args = parser.parse_args()
    out = args.out or Path(str(resources.files("readout.knowledge"))) / "data" / "offices.tsv"
    rows = joined(args.facts)
    lines = ["\t".join(HEADER), *("\t".join(row.columns()) for row in rows)]
    out.write_text("\n".join(lines) + "\n", encoding="utf8")
    print(f"{len(rows)} terms of {len({row.person for row in rows})} people, {out.stat().st_size:,} bytes")


def joined(facts: Path) -> list[Row]:
    """Ours first; a fact from elsewhere goes in where ours say nothing of that office and person."""
    codes, names = countries()
    ours = list(hand_rows())
    taken = {(row.country, row.office) for row in ours}
    said = {(surname(row.person), row.country, row.office) for row in ours}
    others = [*factbook_rows(facts / "factbook" / "government.jsonl", codes),
              *congress_rows(facts / "congress-legislators"),
              *pocom_rows(facts / "pocom", names)]  # fmt: skip
    kept = [
        row
        for row in others
        if (row.country, row.office) not in taken
        and (surname(row.person), row.country, row.office) not in said
    ]
    return sorted(named([*ours, *kept]), key=lambda row: (row.person, row.start, row.office, row.country))


def named(rows: Iterable[Row]) -> list[Row]:
    """Each row once."""
    return list({row.columns(): row for row in rows}.values())


def surname(person: str) -> str:
    """The last word of a name, folded."""
    return folded(person).split()[-1]


def countries() -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Internet codes to (ISO code, name), and plain names as pocom's files spell them to names."""
    table = resources.files("readout.knowledge") / "data" / "countries.tsv"
    codes, names = {"uk": ("GBR", "United Kingdom")}, {}
    for line in table.read_text(encoding="utf8").splitlines()[1:]:
        iso3, iso2, name, also, *_ = line.split("\t")
        codes[iso2.lower()] = (iso3, name)
        for form in (name, *also.split("|")):
            names[folded(form).replace(".", "")] = name
    return codes, names


if __name__ == "__main__":
    main()
