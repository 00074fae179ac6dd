"""Groups and their members: "the two leaders", "both sides", "the pair"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.actor import Actor
from readout.model.record import Record

Reader = Callable[..., Record]


def _holder(record: Record, word: str) -> Actor | None:
    found = [a for a in record.actors if word in [mention.exact for mention in a.mentions]]
    assert len(found) < 2, [actor.name for actor in found]
    return found[0] if found else None


GROUPS = [
    ("Presidents Ama Boateng and Kodjo Mensah met in Accra. The two leaders signed a pact.", "The two leaders", ["Ama Boateng", "Kodjo Mensah"]),
    ("Presidents Ama Boateng of Ghana and Kodjo Mensah of Togo met. Both leaders signed.", "Both leaders", ["Ama Boateng", "Kodjo Mensah"]),
    ("Zambian President Joy Phiri flew to Harare. She met Zimbabwe's president, Tendai Moyo, on Friday. The pair discussed trade.", "The pair", ["Joy Phiri", "Tendai Moyo"]),
    ("Foreign ministers Elif Kaya and Nadia Petrova spoke by phone. The two ministers discussed the strait.", "The two ministers", ["Elif Kaya", "Nadia Petrova"]),
    ("Norway's foreign minister, Tor Vik, and Sweden's foreign minister, Alva Lindqvist, met. The two foreign ministers praised the deal.", "The two foreign ministers", ["Tor Vik", "Alva Lindqvist"]),
    ("Kenya, Uganda and Tanzania signed the accord. The three countries will build a railway.", "The three countries", ["Kenya", "Uganda", "Tanzania"]),
    ("Presidents Ada Nwosu, Luis Prado and Mei Tan met in Lima. The three leaders issued a statement.", "The three leaders", ["Ada Nwosu", "Luis Prado", "Mei Tan"]),
    ("Emmanuel Macron called Friedrich Merz on Tuesday. The two men discussed Ukraine.", "The two men", ["Emmanuel Macron", "Friedrich Merz"]),
    ("Israel and Hamas traded blame. Both sides denied it.", "Both sides", ["Israel", "Hamas"]),
    ("Nepal and India signed the deal. The neighbours had been at odds for years.", "The neighbours", ["Nepal", "India"]),
    ("Peru's trade minister, Rosa Quispe, met Chilean Trade Minister Inés Vidal. Both ministers smiled.", "Both ministers", ["Rosa Quispe", "Inés Vidal"]),
    ("Tunde Bello and Sara Lind sued the city. The two said they would appeal.", "The two", ["Tunde Bello", "Sara Lind"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "members"), GROUPS)
def test_a_group_has_members(reads: Reader, text: str, word: str, members: list[str]) -> None:
    record = reads(text, "2025-06-10")
    group = _holder(record, word)
    names = {actor.id: actor.name for actor in record.actors}
    assert group is not None and group.kind == "group"
    assert [names[member] for member in group.members] == members


def test_one_group_under_several_names(reads: Reader) -> None:
    record = reads("Chile and Peru held talks. Both sides agreed. The two countries share a border.")
    assert _holder(record, "Both sides") is _holder(record, "The two countries")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Thai and Cambodian prime ministers met.", "Thai and Cambodian prime ministers"),
        ("The presidents of Serbia and Kosovo met.", "presidents of Serbia and Kosovo"),
    ],
)
def test_people_of_several_countries_are_no_one_countrys(reads: Reader, text: str, name: str) -> None:
    record = reads(f"{text} The two leaders agreed.")
    (group,) = [actor for actor in record.actors if actor.kind == "group"]
    assert (group.name, group.country, len(group.mentions)) == (name, None, 2)


def test_two_of_whom_nobody_knows_the_names(reads: Reader) -> None:
    record = reads("Ama Boateng met Tor Vik. Two ministers resigned.")
    group = _holder(record, "Two ministers")
    assert group is not None and group.members == ()


def test_a_bare_plural_goes_on_with_the_one_sort_told_before(reads: Reader) -> None:
    record = reads("Shipyard welders blocked the gate in Rijeka. The police came. Witnesses said welders had thrown stones.")
    assert [m.exact for m in _holder(record, "welders").mentions] == ["Shipyard welders", "welders"]
    record = reads("Chinese officials flew to Manila. Reporters were told that officials had signed.")
    assert _holder(record, "Chinese officials") is not _holder(record, "officials")
