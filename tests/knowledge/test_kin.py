"""Words of one matter: inflections and kin."""

from __future__ import annotations

import pytest

from readout.knowledge.kin import WORD, groups, kin, stem, stems


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("Turbines", "turbine"),
        ("countries", "country"),
        ("arrears", "arrears"),
        ("visas", "visa"),
        ("bus", "bus"),
        ("taxes", "tax"),
        ("it", "it"),
    ],
)
def test_stem(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


@pytest.mark.parametrize("group", groups(), ids=lambda group: group[0][0])
def test_kin_stand_in_their_example(group: tuple[tuple[str, ...], str]) -> None:
    members, example = group
    said = {stem(word) for word in WORD.findall(example)}
    assert len([member for member in members if stem(member) in said]) >= 2
    assert len({kin(member) for member in members}) == 1


def test_no_word_is_kin_of_two() -> None:
    members = [stem(member) for group, _ in groups() for member in group]
    assert len(members) == len(set(members))


def test_stems_of_a_phrase() -> None:
    assert stems("the truces of Debed-Gorge") == ("the", "ceasefire", "of", "debed-gorge")
