"""Reading the shipped files and a user's own."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from readout.knowledge.facts import Body, Country, Term
from readout.model.errors import UsageError

Facts = tuple[tuple[Country, ...], tuple[Body, ...], tuple[Term, ...]]


def _text(name: str) -> str:
    return (resources.files("readout.knowledge") / "data" / name).read_text(encoding="utf8")


def _rows(name: str) -> Iterator[list[str]]:
    for line in _text(name).splitlines()[1:]:
        yield line.split("\t")


def split(names: str) -> tuple[str, ...]:
    """The names between bars: "UN|U.N." is ("UN", "U.N.")."""
    return tuple(filter(None, names.split("|"))) if names else ()


@cache
def countries() -> tuple[Country, ...]:
    """All countries and territories; a place after "?" is weak: "?Linz" is a person's name, too."""
    places = {iso3: split(names) for iso3, names in _rows("places.tsv")}
    found = []
    for iso3, iso2, name, also, adjectives, people, capitals, cities in _rows("countries.tsv"):
        more = places.get(iso3, ())
        every = (*split(cities), *(place.removeprefix("?") for place in more))
        weak = frozenset(place[1:] for place in more if place[0] == "?")
        found.append(
            Country(
                iso3,
                iso2,
                name,
                split(also),
                split(adjectives),
                split(people),
                split(capitals),
                every,
                weak,
            )
        )
    return tuple(found)


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies; a name after "?" is weak, a bare "?" makes the first name weak."""
    found = []
    for name, also, kind, country, sector, code, members in _rows("bodies.tsv"):
        forms = split(also)
        weak = {form[1:] or name for form in forms if form[0] == "?"}
        plain = tuple(form.removeprefix("?") for form in forms if form != "?")
        found.append(
            Body(
                name,
                plain,
                kind,
                country or None,
                sector or None,
                code or None,
                tuple(filter(None, members.split(","))),
                frozenset(weak),
            )
        )
    held = {body.name for body in found}
    return (*found, *(body for body in organs().values() if body.name not in held))


@cache
def organs() -> Mapping[tuple[str, str], Body]:
    """A country's central bank and parliament by what they are and its code: ("central bank", "KEN")."""
    found = {}
    for code, organ, name, also in _rows("organs.tsv"):
        sector = "BUS" if organ == "central bank" else "LEG"
        found[organ, code] = Body(name, split(also), "government", code, sector, f"{code}{sector}")
    return found


@cache
def rows() -> tuple[list[str], ...]:
    """The columns of all terms of office, sorted by person and start; ``term`` makes a term of one."""
    return tuple(_rows("offices.tsv"))


def term(row: list[str]) -> Term:
    """A term of office from its columns."""
    person, also, gender, office, title, country, body, sector, start, end, source = row
    return Term(
        person,
        split(also),
        gender or None,
        office,
        title,
        country or None,
        body or None,
        sector or None,
        start,
        end,
        source,
    )


def columns(term: Term) -> list[str]:
    """The columns of a term: the reverse of ``term``."""
    also = "|".join(term.also)
    told = (term.gender, term.office, term.title, term.country, term.body, term.sector)
    return [term.person, also, *(part or "" for part in told), term.start, term.end, term.source]


@cache
def terms() -> tuple[Term, ...]:
    """All terms of office."""
    return tuple(map(term, rows()))


@cache
def given_names() -> Mapping[str, str]:
    """Given names to "f" or "m"; a name of both sexes is left out."""
    found: dict[str, str] = {}
    for line in _text("given.txt").splitlines():
        sex, mark, names = line.partition(": ")
        for name in names.split() if mark and sex in ("f", "m") else ():
            found[name] = sex if found.get(name, sex) == sex else ""
    return {name: sex for name, sex in found.items() if sex}


COLUMNS = ("name", "also", "kind", "country", "sector", "office", "body", "start", "end")
HELP = "a facts file has the columns " + ", ".join(COLUMNS)


def own(path: Path) -> Facts:
    """A user's facts: CSV with the columns of ``COLUMNS``, or TOML with ``[[fact]]`` tables of those keys.

    A row with an office is a term of a person; another row is a country or a body, by ``kind``.
    """
    rows = list(_own_rows(path))
    if any(not row.get("name") for row in rows):
        raise UsageError(f"{path}: a fact has no name; {HELP}.")
    persons = tuple(_term(row) for row in rows if row.get("office") or row.get("kind") == "person")
    rest = [row for row in rows if not (row.get("office") or row.get("kind") == "person")]
    lands = tuple(
        Country(_code(row) or row["name"], "", row["name"], split(row.get("also") or ""))
        for row in rest
        if row.get("kind") == "country"
    )
    return lands, tuple(_body(row) for row in rest if row.get("kind") != "country"), persons


def _own_rows(path: Path) -> Iterable[dict[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix.lower() == ".toml":
            tables = tomllib.loads(text).get("fact", [])
            return [
                {key: "|".join(v) if isinstance(v, list) else str(v) for key, v in table.items()}
                for table in tables
            ]
        return [
            {k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(io.StringIO(text))
        ]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, csv.Error, AttributeError) as error:
        raise UsageError(f"{path}: the facts cannot be read ({error}); {HELP}.") from error


def _code(row: Mapping[str, str]) -> str | None:
    """The ISO code of a row's country, which may be told by name: "Norway" is NOR."""
    told = row.get("country") or ""
    return _codes().get(told, told) or None


@cache
def _codes() -> dict[str, str]:
    return {name: c.iso3 for c in countries() for name in (c.iso2, *c.also, c.name)}


def _term(row: Mapping[str, str]) -> Term:
    office = row.get("office") or "person"
    return Term(
        row["name"],
        split(row.get("also") or ""),
        None,
        office.lower(),
        office,
        _code(row),
        row.get("body") or None,
        row.get("sector") or "GOV",
        row.get("start") or "",
        row.get("end") or "",
        "own",
    )


def _body(row: Mapping[str, str]) -> Body:
    country, sector = _code(row), row.get("sector") or None
    code = f"{country}{sector}" if country and sector else None
    return Body(
        row["name"], split(row.get("also") or ""), row.get("kind") or "organization", country, sector, code
    )
