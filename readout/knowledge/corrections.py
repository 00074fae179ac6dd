"""A user's own facts laid over ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from readout.knowledge.facts import Country, Term
from readout.knowledge.offices import same_office


def merged(own: Iterable[Country], ours: Sequence[Country]) -> tuple[Country, ...]:
    """Countries under a user's names, with all that ours say of them: ``Türkiye``, also "Turkey"."""
    held = {country.iso3: country for country in ours}
    for one in own:
        known = held.get(one.iso3)
        names = dict.fromkeys((*one.also, known.name, *known.also)) if known else {}
        also = tuple(name for name in names if name != one.name)
        held[one.iso3] = replace(known, name=one.name, also=also) if known else one
    return tuple(held.values())


def corrected(ours: Iterable[Term], own: Sequence[Term]) -> Iterator[Term]:
    """Our terms, cut short where a user names another holder of the same office.

    Ours that begin while the user's holder is in office are left out.
    """
    for term in ours:
        for one in own:
            if _same(term, one) and one.start and (not term.end or one.start < term.end):
                if term.start < one.start:
                    term = replace(term, end=one.start)
                elif not one.end or term.start < one.end:
                    break
        else:
            yield term


def _same(term: Term, one: Term) -> bool:
    place = (term.country, term.body) == (one.country, one.body)
    return place and term.office != "person" and same_office(one.office, term.office)
