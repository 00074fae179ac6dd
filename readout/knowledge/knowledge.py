"""Lookups by name and date over the facts; ambiguity is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from readout.knowledge import files
from readout.knowledge.corrections import corrected, merged
from readout.knowledge.facts import Body, Candidate, Country, Found, Person, Sort, Term
from readout.knowledge.offices import office_key, same_office
from readout.knowledge.spelling import clean, day, folded

WORD = re.compile(r"([^\W_]\w*)[\w’'\-]*(?:\.(?:\w\.)+)?")
OPENING = re.compile(r"\w+")
OFFICE, COUNTRY, SECTOR, START = 3, 5, 7, 8
BANKERS = frozenset({"governor", "president", "chair", "chairman", "chairwoman", "chief", "head"})
PROMINENT = frozenset({"hand", "own", "factbook"})


class Knowledge:
    """The facts, loaded once; indices are built when they are first asked for.

    >>> knowledge = load()
    >>> knowledge.country("Kyiv").iso3
    'UKR'
    >>> [term.person for term in knowledge.holder("president", "USA", "1991-05-01")]
    ['George Bush']
    """

    def __init__(self, extra: Path | None = None) -> None:
        lands, bodies, terms = files.own(extra) if extra else ((), (), ())
        self.countries = merged(lands, files.countries()) if lands else files.countries()
        self.bodies = (*bodies, *files.bodies())
        self._extra = terms

    def country(self, name: str) -> Country | None:
        """The country that a name, adjective, people, capital or code stands for; None when unsure.

        "Congolese" may be of either Congo and is None.
        """
        found = self._codes.get(name)
        if found:
            return found
        name = clean(name.removeprefix("the ").removeprefix("The "))
        entries = [c.entry for c in self._places.get(name, ()) if isinstance(c.entry, Country)]
        return entries[0] if len({c.iso3 for c in entries}) == 1 else None

    def lookup(self, name: str, date: str | None = None) -> tuple[Candidate, ...]:
        """All that a name can stand for, people only where they held an office on the date (if given)."""
        key = clean(name.removeprefix("the ").removeprefix("The "))
        people = (Candidate(key, "person", p) for p in self.persons(key, date))
        return (*self._places.get(key, ()), *people)

    def organ(self, sort: str, country: str | None) -> Body | None:
        """A country's body of a sort: the "central bank" of ZAF is the South African Reserve Bank.

        None where the text's own words are the name, or nothing is known.
        """
        organ = files.organs().get((sort, country or ""))
        return next((body for body in self.bodies if organ and body.name == organ.name), None)

    def persons(self, name: str, date: str | None = None) -> tuple[Person, ...]:
        """People of this full name, with or without accents."""
        found = self._groups(self._people.get(folded(name), ()))
        wanted = folded(name)
        fits = (p for p in found if any(folded(form) == wanted for form in (p.name, *p.also)))
        return tuple(p for p in fits if not date or p.at(day(date)))

    def surnamed(self, surname: str, date: str | None = None) -> tuple[Person, ...]:
        """Well-known people of this short name who held office on the date: "Xi", "Bush", "von der Leyen"."""
        when, short = day(date), folded(surname)
        return tuple(
            p
            for p in self._groups(self._ends.get(short.rpartition(" ")[2], ()))
            if short in _known_shortly(p) and p.at(when)
        )

    def holder(self, office: str, country: str, date: str | None = None) -> tuple[Term, ...]:
        """Who held an office of a country (ISO code) or body (name) on a date; a user's facts win.

        "leader" is any head of state or government; the "governor" of the Bank of England is Britain's.
        """
        when = day(date)
        held = [t for t in self._terms_of(country) if t.holds(when) and same_office(office, t.office)]
        if not held and (land := self._central_banks.get(country)) and office_key(office) in BANKERS:
            return self.holder("central bank governor", land, date)
        return tuple([t for t in held if t.source == "own"] or held)

    def offices(self, person: str, date: str | None = None) -> tuple[Term, ...]:
        """The terms of all people of this name that cover the date, the highest offices first."""
        when = day(date)
        return tuple(term for p in self.persons(person) for term in p.at(when))

    def gender(self, name: str) -> str | None:
        """ "f" or "m" by the given name ("Katrin Moe", "Geun-hye" in "Park Geun-hye"), None when unsure."""
        known = {p.gender for p in self.persons(name)} - {None}
        if len(known) == 1:
            return known.pop()
        parts = clean(name).split()
        tried = [parts[0], *(part for part in parts[1:] if "-" in part)] if len(parts) > 1 else []
        return next(filter(None, map(files.given_names().get, tried)), None)

    def names_in(self, text: str) -> Sequence[Found]:
        """Every known name in a text, the longest at each place, from left to right.

        The last texts are kept: actors and topics look at the same one.
        """
        return self._kept(text)

    @cached_property
    def _kept(self) -> Callable[[str], Sequence[Found]]:
        return lru_cache(maxsize=2)(lambda text: tuple(self._names_in(text)))

    def _names_in(self, text: str) -> Iterator[Found]:
        text, at, starts = clean(text), 0, self._starts
        for word in WORD.finditer(text):
            opening, start = word[1], word.start()
            if opening not in starts or start < at:
                continue
            for name in self._starting(opening):
                end = start + len(name)
                if text.startswith(name, start) and not text[end : end + 1].isalnum():
                    yield Found(start, end, self._candidates(name))
                    at = end
                    break

    @cached_property
    def newest(self) -> str:
        """The newest date of the facts: the last day on which a term starts."""
        return max(row[START] for row in self._rows)

    @cached_property
    def _codes(self) -> dict[str, Country]:
        return {code: c for c in reversed(self.countries) for code in (c.iso3, c.name)}

    @cached_property
    def _rows(self) -> Sequence[list[str]]:
        """All terms as columns; a term or a person is made when it is asked for."""
        if not self._extra:
            return files.rows()
        return [files.columns(t) for t in (*self._extra, *corrected(files.terms(), self._extra))]

    @cached_property
    def _terms(self) -> tuple[Term, ...]:
        return tuple(map(files.term, self._rows))

    @cached_property
    def _places(self) -> dict[str, tuple[Candidate, ...]]:
        found: dict[str, tuple[Candidate, ...]] = {}
        for name, sort, entry in self._named():
            name = clean(name.removeprefix("The "))
            found[name] = (*found.get(name, ()), Candidate(name, sort, entry))
        return found

    def _named(self) -> Iterator[tuple[str, Sort, Country | Body]]:
        sorts: tuple[Sort, ...] = ("country", "adjective", "people", "capital", "city")
        for c in self.countries:
            for sort, names in zip(
                sorts, ((c.name, *c.also), c.adjectives, c.people, c.capitals, c.cities), strict=True
            ):
                for name in names:
                    yield name, sort, c
        for body in self.bodies:
            for name in (body.name, *body.also):
                yield name, "body", body

    @cached_property
    def _by_person(self) -> dict[str, list[list[str]]]:
        found: dict[str, list[list[str]]] = {}
        for row in self._rows:
            found.setdefault(folded(row[0]), []).append(row)
        return found

    @cached_property
    def _made(self) -> dict[str, tuple[Person, ...]]:
        return {}

    def _groups(self, keys: Iterable[str]) -> Iterator[Person]:
        """The people under some folded names."""
        for key in keys:
            if key not in self._made:
                self._made[key] = tuple(_persons(map(files.term, self._by_person[key])))
            yield from self._made[key]

    @cached_property
    def _people(self) -> dict[str, list[str]]:
        """Every folded form of a name to the folded names of the people."""
        found: dict[str, list[str]] = {}
        for key, rows in self._by_person.items():
            for form in {key, *(folded(f) for row in rows if row[1] for f in row[1].split("|"))}:
                found.setdefault(form, []).append(key)
        return found

    @cached_property
    def _ends(self) -> dict[str, list[str]]:
        """First and last words of the names of well-known people, among which their short names are."""
        found: dict[str, list[str]] = {}
        for key, rows in self._by_person.items():
            if not any(map(_prominent, rows)):
                continue
            forms = {key, *(folded(f) for row in rows if row[1] for f in row[1].split("|"))}
            words = {word for form in map(str.split, forms) for word in (form[0], *form[-2:])}
            for word in words:
                found.setdefault(word, []).append(key)
        return found

    @cached_property
    def _central_banks(self) -> dict[str, str]:
        """The names of the countries' central banks to the countries' codes."""
        organs = files.organs().items()
        return {
            body.name: body.country for (sort, _), body in organs if sort == "central bank" and body.country
        }

    @cached_property
    def _held(self) -> dict[str, tuple[Term, ...]]:
        return {}

    @cached_property
    def _by_place(self) -> dict[str, list[list[str]]]:
        found: dict[str, list[list[str]]] = {}
        for row in self._rows:
            for place in row[COUNTRY:SECTOR]:
                if place:
                    found.setdefault(place, []).append(row)
        return found

    def _terms_of(self, place: str) -> tuple[Term, ...]:
        """The terms of a country (ISO code) or of a body (name)."""
        if place not in self._held:
            self._held[place] = tuple(map(files.term, self._by_place.get(place, ())))
        return self._held[place]

    @cached_property
    def _named_people(self) -> dict[str, list[str]]:
        """Names of several words as they are written, to the folded names of the people."""
        found: dict[str, list[str]] = {}
        for key, rows in self._by_person.items():
            names = {row[0] for row in rows}
            for row in rows:
                if row[1]:
                    names.update(row[1].split("|"))
            for name in names:
                if " " in name:
                    found.setdefault(clean(name), []).append(key)
        return found

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        people = self._groups(self._named_people.get(name, ()))
        return (*self._places.get(name, ()), *(Candidate(name, "person", person) for person in people))

    @cached_property
    def _starts(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._places.keys() | self._named_people.keys():
            found.setdefault(_first(name, 0), []).append(name)
        return found

    def _starting(self, word: str) -> Sequence[str]:
        """The known names that begin with a word that begins some, the longest first."""
        names = self._starts[word]
        if word not in self._sorted:
            names.sort(key=lambda name: (-len(name), name))
            self._sorted.add(word)
        return names

    @cached_property
    def _sorted(self) -> set[str]:
        return set()


def _prominent(row: list[str]) -> bool:
    return row[-1] in PROMINENT or "resident" in row[OFFICE]


def _known_shortly(person: Person) -> set[str]:
    """The folded short names of a well-known person."""
    if not any(t.source in PROMINENT or "resident" in t.office for t in person.terms):
        return set()
    return {folded(short) for name in (person.name, *person.also) for short in _shorts(name, person)}


def _first(text: str, start: int) -> str:
    if start == 0 and (word := text.partition(" ")[0]).isalnum():
        return word
    found = OPENING.match(text, start)
    return found.group() if found else ""


def _shorts(name: str, person: Person) -> tuple[str, ...]:
    """The short forms of a name: its last word, or the first where the family name stands first."""
    words = name.split()
    if any(t.country in FAMILY_FIRST for t in person.terms) and len(words) in (2, 3):
        return (words[0],)
    if any(t.country in GIVEN_FIRST for t in person.terms):
        return (words[0], words[-1])
    tail = next((i for i, w in enumerate(words) if i and w in PARTICLES), len(words) - 1)
    while len(words) > 1 and words[-1] in ("Jr.", "Jr", "III", "Sr."):
        words.pop()
    return (" ".join(words[tail:]), words[-1])


FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "VNM", "HKG", "KHM", "SGP"})
GIVEN_FIRST = frozenset({"ETH", "ERI", "THA"})
PARTICLES = frozenset(
    {"von", "van", "der", "de", "da", "di", "del", "della", "al-", "bin", "dos", "le", "la", "Le"}
)


def _persons(terms: Iterable[Term]) -> Iterator[Person]:
    """Terms put together by person; two people of one name and different countries stay two."""
    groups: dict[tuple[str, str | None], list[Term]] = {}
    for term in terms:
        named = folded(term.person)
        key = (named, None if term.body else term.country)
        groups.setdefault(key, []).append(term)
    elsewhere = {named for named, country in groups if country is not None}
    for (named, country), held in list(groups.items()):
        if country is None and named in elsewhere:
            continue
        held += groups.get((named, None), []) if country is not None else []
        first = next((t for t in held if t.source != "pocom"), held[0])
        also = tuple(dict.fromkeys(n for t in held for n in (t.person, *t.also) if n != first.person))
        sexes = {t.gender for t in held} - {None}
        yield Person(
            first.person,
            also,
            sexes.pop() if len(sexes) == 1 else None,
            tuple(sorted(held, key=lambda t: t.source == "pocom")),
        )


_LOADED: dict[Path | None, Knowledge] = {}
_USED: list[Path] = []


def load(extra: Path | None = None) -> Knowledge:
    """The knowledge, with a user's own facts where a file is named here or to ``use``.

    Ours, and those that are in use, are loaded once; a file that is named here is read anew.
    """
    if extra is not None:
        return Knowledge(extra)
    path = in_use()
    if path not in _LOADED:
        _LOADED[path] = Knowledge(path)
    return _LOADED[path]


def use(extra: Path | None) -> None:
    """Everything that this process reads from now on takes a user's own facts in, which win over ours.

    None goes back to ours alone. Raises ``UsageError`` for a file that cannot be read.
    """
    if extra is not None:
        _LOADED[extra] = Knowledge(extra)
    _USED[:] = [extra] if extra is not None else []


def in_use() -> Path | None:
    """The file of a user's own facts that this process reads with."""
    return _USED[0] if _USED else None
