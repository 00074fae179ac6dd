"""Names that stand for a country: seats of governments, cities under old and new names, demonyms."""

from pathlib import Path

import pytest

from readout.knowledge import load

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("names.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("name", "kind", "country"), ROWS)
def test_country_of_a_name(name: str, kind: str, country: str) -> None:
    """An empty country: nothing is known, or it would be a guess."""
    if kind == "seat":
        assert {found.country for found in load().lookup(name)} == {country}
    else:
        found = load().country(name)
        assert (found.iso3 if found else "") == country
