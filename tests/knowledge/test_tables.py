"""The shipped tables keep their form."""

import re
from collections import Counter

from readout.extract.actors.lexicon import nouns, words
from readout.knowledge import files, load

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?|")


def test_countries_have_codes_of_their_own() -> None:
    for codes in ([c.iso3 for c in files.countries()], [c.iso2 for c in files.countries()]):
        assert not [code for code, count in Counter(codes).items() if count > 1]


def test_bodies_point_to_countries_that_exist() -> None:
    codes = {c.iso3 for c in files.countries()}
    told = {code for body in files.bodies() for code in (body.country, *body.members) if code}
    assert told <= codes


def test_terms_have_dates_in_order_and_known_places() -> None:
    codes = {c.iso3 for c in files.countries()}
    bodies = {body.name for body in files.bodies()}
    for term in files.terms():
        assert DAY.fullmatch(term.start), term
        assert DAY.fullmatch(term.end), term
        assert not term.end or term.start <= term.end, term
        assert term.country in codes or term.body in bodies, term


def test_the_newest_date_is_told() -> None:
    assert load().newest >= "2026"


def test_word_lists_are_small_letters_and_kinds_are_known() -> None:
    kinds = {"person", "group", "side", "government", "organization", "publisher"}
    assert {noun.kind for noun in nouns().values()} == kinds
    assert all(word == word.lower() for word in words("acts") | words("courtesy"))
