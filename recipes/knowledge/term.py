"""One term of office, as every source of facts yields it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

EPOCH = "1989-01-01"
"""Terms that ended before are left out: the project reads news from 1990 on."""


@dataclass(frozen=True, slots=True)
class Row:
    """Who held what, for whom, from when until when (an empty end means: still, or not known)."""

    person: str
    office: str
    title: str
    country: str = ""
    body: str = ""
    sector: str = "GOV"
    start: str = ""
    end: str = ""
    source: str = ""
    gender: str = ""
    also: tuple[str, ...] = field(default=())

    def columns(self) -> tuple[str, ...]:
        """The row as the columns of ``offices.tsv``."""
        also = "|".join(dict.fromkeys(n for n in self.also if n != self.person))
        return (
            self.person,
            also,
            self.gender,
            self.office,
            self.title,
            self.country,
            self.body,
            self.sector,
            self.start,
            self.end,
            self.source,
        )


def folded(name: str) -> str:
    """A name without accents and case, for comparing: "João Lourenço" is "joao lourenco"."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("-", " ")


def recent(row: Row) -> bool:
    """Whether the term reaches into the years that are covered."""
    return not row.end or row.end >= EPOCH
