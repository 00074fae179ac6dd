"""People over all documents: how long it takes to settle who is who, to list them, to find one by name.

    python bench/people.py [DOCUMENTS] [sqlite|postgresql]

Generated documents with eleven actors each from twenty thousand people and bodies: known ones, full names
with a country, surnames with an office, bodies with initials; then one document more, and one less.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import generated
from generated import SYLLABLES, fill, record
from search import opened_at

from readout.dossier import Among, Dossier, Filters, Source
from readout.model.actor import Actor, Mention

CHANCE = random.Random(5)
OFFICES = ("defence minister", "foreign minister", "president", "spokesperson", "trade minister")
LANDS = ("NOR", "CHL", "PER", "FRA", "KEN", "JPN", "TUR", "GHA")


def _word() -> str:
    return "".join(CHANCE.choices(SYLLABLES, k=CHANCE.randint(2, 3))).title()


SURNAMES = [_word() for _ in range(3_000)]
PEOPLE = [
    (f"{_word()} {CHANCE.choice(SURNAMES)}", CHANCE.choice(LANDS), CHANCE.choice(OFFICES))
    for _ in range(15_000)
]
BODIES = [(f"{_word()} {_word()} Board", CHANCE.choice((None, *LANDS))) for _ in range(5_000)]
WEIGHTS = [1 / rank for rank in range(1, len(PEOPLE) + 1)]


def actors() -> list[Actor]:
    """Seven people and four bodies of one document."""
    found: list[Actor] = []
    for name, land, office in dict.fromkeys(CHANCE.choices(PEOPLE, WEIGHTS, k=7)):
        called = CHANCE.choice((name, name, name.split()[1]))
        told = (office,) if CHANCE.random() < 0.7 else ()
        country = land if CHANCE.random() < 0.8 else None
        known = name.casefold() if PEOPLE.index((name, land, office)) % 5 == 0 else None
        found.append(Actor("", called, "person", (), country, offices=told, known_as=known))
    found += [Actor("", name, "organization", (), land) for name, land in CHANCE.choices(BODIES, k=4)]
    return [
        replace(one, id=f"a{n}", mentions=(Mention(n, n + 1, one.name),)) for n, one in enumerate(found, 1)
    ]


def timed(name: str, act: Callable[[], object]) -> None:
    began = time.perf_counter()
    act()
    print(f"{name:<34} {time.perf_counter() - began:8.3f} s", flush=True)


def look(dossier: Dossier) -> None:
    """Settle, list, look up, change, settle again."""
    timed("who is who, first time", lambda: dossier.people(limit=1))
    timed("a list of 100", lambda: dossier.people(limit=100))
    timed("their kinds, countries, number", lambda: (dossier.people_by("kind"), dossier.people_counted()))
    one = dossier.people(Among(kind="person"), limit=1)[0]
    print(
        f"{dossier.people_counted():,} people and bodies, {dossier.unsure_pairs():,} pairs that may be one;"
    )
    print(f"{one.name} is in {one.documents:,} texts")
    timed("one by name, with texts and pairs", lambda: _one(dossier, one.name))
    timed("search by their name", lambda: dossier.search(Filters(actor=one.name)))
    timed("search by their id", lambda: dossier.search(Filters(actor=one.id)))
    for number, (what, told) in enumerate((("strangers", None), ("people as they come", actors()))):
        made = record()
        document = replace(made.document, id=f"sha256:{number}{'e' * 63}", published="2025-06-01")
        made = replace(made, document=document, actors=tuple(told or made.actors))
        timed(
            f"a document of {what} is added",
            lambda made=made: dossier.add(made, Source(name="new.txt", by="bench")),
        )  # type: ignore[misc]
        timed("who is who, after it", lambda: dossier.people(limit=1))
    kept = dossier.find(str(dossier.appearances(one)[0].document))
    timed("a frequent one's text is removed", lambda: dossier.remove(kept))
    timed("who is who, after it", lambda: dossier.people(limit=1))


def _one(dossier: Dossier, name: str) -> None:
    found = dossier.people(Among(words=name), limit=1)[0]
    dossier.appearances(found)
    dossier.perhaps(found)
    dossier.ties(found)


def main() -> None:
    """Fill, look, tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", nargs="?", type=int, default=10_000)
    parser.add_argument("database", nargs="?", default="sqlite")
    told = parser.parse_args()
    plain = generated.record

    def peopled() -> object:
        return replace(plain(), actors=tuple(actors()))

    generated.record = peopled  # type: ignore[assignment]
    with opened_at(told.database) as dossier:
        fill(dossier, told.documents)
        generated.record = plain
        look(dossier)


if __name__ == "__main__":
    main()
