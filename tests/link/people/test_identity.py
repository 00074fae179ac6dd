"""The same actor in several records: who is joined, why, and who is only suggested."""

from __future__ import annotations

import time
from dataclasses import replace
from importlib.resources import files

import pytest

from readout.link.people.identity import identified, identities
from readout.model.actor import Actor, ActorKind, Mention
from readout.model.document import Document
from readout.model.identity import Appearance, Identities, Member, Tie
from readout.model.record import Record


def _record(number: int, *actors: Actor, published: str | None = "2026-03-02") -> Record:
    return Record(Document(f"sha256:{number}", "x", ((0, 1),), published=published), actors)


def _actor(
    name: str,
    country: str | None = None,
    office: str | None = None,
    kind: ActorKind = "person",
    known_as: str | None = None,
    id: str = "a1",
) -> Actor:
    return Actor(
        id,
        name,
        kind,
        (Mention(0, 1, "x", "name"),),
        country,
        offices=(office,) if office else (),
        known_as=known_as,
    )


def _names(found: Identities) -> list[tuple[str, int]]:
    return [(one.name, len(one.members)) for one in found.identities]


def test_known_in_the_facts_is_one_whatever_the_spelling() -> None:
    found = identities(
        [
            _record(1, _actor("Zelensky", "UKR", known_as="volodymyr zelenskyy")),
            _record(2, _actor("Volodymyr Zelenskyy", "UKR", known_as="volodymyr zelenskyy")),
        ]
    )
    assert _names(found) == [("Volodymyr Zelenskyy", 2)]
    assert found.identities[0].reasons == ("known in the world facts as volodymyr zelenskyy",)


def test_a_full_name_with_the_same_country_is_one() -> None:
    found = identities([_record(1, _actor("Tor Vik", "NOR")), _record(2, _actor("Tor Vik", "NOR"))])
    assert _names(found) == [("Tor Vik", 2)]
    assert found.identities[0].reasons == ("full name", "country", "time")
    assert found.of("sha256:2", "a1") == found.identities[0]


def test_a_surname_alone_is_only_suggested() -> None:
    found = identities([_record(1, _actor("Tor Vik", "NOR")), _record(2, _actor("Vik", "NOR"))])
    assert len(found.identities) == 2
    assert found.suggestions[0].reasons == ("surname", "country", "time")


def test_a_surname_with_office_country_and_time_is_one() -> None:
    found = identities(
        [
            _record(1, _actor("Tor Vik", "NOR", "defence minister")),
            _record(2, _actor("Vik", "NOR", "minister of defence")),
        ]
    )
    assert _names(found) == [("Tor Vik", 2)]
    assert found.identities[0].reasons == ("surname", "country", "office", "time")


def test_the_same_office_ten_years_later_is_only_suggested() -> None:
    found = identities(
        [
            _record(1, _actor("Tor Vik", "NOR", "defence minister")),
            _record(2, _actor("Vik", "NOR", "defence minister"), published="2016-03-02"),
        ]
    )
    assert len(found.identities) == 2 and len(found.suggestions) == 1


def test_ministers_of_two_portfolios_are_two_and_an_office_is_told_once() -> None:
    apart = [
        _record(1, _actor("Tor Vik", "NOR", "minister of ferries")),
        _record(2, _actor("Vik", "NOR", "minister of bees")),
    ]
    assert len(identities(apart).identities) == 2
    same = [
        _record(1, _actor("Tor Vik", "NOR", "minister of bees")),
        _record(2, _actor("Vik", "NOR", "bees minister")),
    ]
    assert [one.offices for one in identities(same).identities] == [("minister of bees",)]


def test_two_who_fit_a_surname_leave_it_open() -> None:
    office = "defence minister"
    found = identities(
        [
            _record(1, _actor("Tor Vik", "NOR", office)),
            _record(2, _actor("Ola Vik", "NOR", office)),
            _record(3, _actor("Vik", "NOR", office)),
        ]
    )
    assert len(found.identities) == 3 and len(found.suggestions) == 2


def test_one_name_in_two_countries_is_two_people() -> None:
    found = identities([_record(1, _actor("Ann Lee", "GBR")), _record(2, _actor("Ann Lee", "USA"))])
    assert len(found.identities) == 2
    assert found.suggestions[0].against == ("other country",)


def test_ministries_of_two_countries_stay_two_and_bodies_of_one_name_are_one() -> None:
    ministry, bank = "Ministry of Trade", "Reef Bank"
    found = identities(
        [
            _record(
                1, _actor(ministry, "CHL", kind="government"), _actor(bank, kind="organization", id="a2")
            ),
            _record(
                2, _actor(ministry, "PER", kind="government"), _actor(bank, kind="organization", id="a2")
            ),
        ]
    )
    assert sorted(_names(found)) == [(ministry, 1), (ministry, 1), (bank, 2)]


def test_nobody_is_joined_within_a_document() -> None:
    found = identities([_record(1, _actor("Ann Lee", "GBR"), _actor("Ann Lee", "GBR", id="a2"))])
    assert len(found.identities) == 2 and not found.suggestions


def test_groups_and_the_unnamed_have_no_identity() -> None:
    unnamed = Actor("a1", "Turkish diplomat", "person", (Mention(0, 1, "x", "description"),), "TUR")
    group = Actor("a2", "Residents", "group", (Mention(0, 1, "x", "description"),))
    assert identities([_record(1, unnamed, group)]).identities == ()


def test_a_person_who_changes_office_is_one() -> None:
    found = identities(
        [
            _record(1, _actor("Tor Vik", "NOR", "defence minister"), published="2024-03-02"),
            _record(2, _actor("Tor Vik", "NOR", "foreign minister"), published="2026-03-02"),
        ]
    )
    assert _names(found) == [("Tor Vik", 2)]
    assert found.identities[0].offices == ("defence minister", "foreign minister")


def _body(name: str, *names: str, country: str | None = None, kind: ActorKind = "organization") -> Actor:
    mentions = tuple(Mention(n, n + 1, one) for n, one in enumerate((name, *names)))
    return Actor("a1", name, kind, mentions, country)


def test_a_body_with_two_names_is_one_where_a_text_has_both_and_more_says_so() -> None:
    found = identities([_record(1, _body("Northern Reef Board", "NRB")), _record(2, _body("NRB"))])
    assert _names(found) == [("Northern Reef Board", 2)]
    assert found.identities[0].reasons == ("also called NRB", "initials")
    apart = identities([_record(1, _body("Northern Reef Board")), _record(2, _body("NRB"))])
    assert [one.reasons for one in apart.suggestions] == [("initials", "time")]
    other = identities([_record(1, _body("Northern Reef Board", "Reefers")), _record(2, _body("Reefers"))])
    assert len(other.identities) == 2 and other.suggestions[0].reasons == ("also called", "time")


def test_a_ministry_of_no_country_is_not_joined_by_its_name() -> None:
    found = identities(
        [_record(number, _body("Ministry of Trade", kind="government", country=None)) for number in (1, 2)]
    )
    assert found.identities == () or len(found.identities) == 2


def _words() -> list[list[str]]:
    lines = files("readout.link").joinpath("bare.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("word", "example"), _words())
def test_a_bare_word_names_nobody_in_particular(word: str, example: str) -> None:
    assert word in example.lower().rstrip(".").split()
    name = word.title()
    assert identities([_record(1, _body(f"The {name}"))]).identities == ()
    assert len(identities([_record(1, _body(f"Reef {name}"))]).identities) == 1


def _appears(key: str, name: str = "Ann Lee") -> Appearance:
    return Appearance(key, Member(f"sha256:{key}", "a1"), name, "person", day="2026-03-02", country="GBR")


@pytest.mark.parametrize(
    ("ties", "sizes"),
    [
        ([], [3]),
        ([Tie(False, ("i1",), ("i2",))], [1, 1, 1]),
        ([Tie(False, ("i1",), ("i2", "i3"))], [1, 2]),
        ([Tie(False, ("i1", "i3"), ("i2",)), Tie(True, ("i1",), ("i2",))], [3]),
        ([Tie(True, ("i1",), ("i2",)), Tie(False, ("i1",), ("i2",))], [1, 1, 1]),
        ([Tie(True, ("i1",), ("gone",))], [3]),
        ([Tie(False, ("gone",), ("i2",))], [3]),
    ],
)
def test_what_people_said_comes_before_the_rules_and_the_later_word_counts(
    ties: list[Tie], sizes: list[int]
) -> None:
    found = identified([_appears("i1"), _appears("i2"), _appears("i3")], ties)
    assert sorted(len(one.members) for one in found.identities) == sizes


def test_two_who_are_said_to_be_apart_are_not_suggested() -> None:
    found = identified([_appears("i1"), _appears("i2")], [Tie(False, ("i1",), ("i2",))])
    assert found.suggestions == ()


def test_thousands_of_one_surname_take_no_time() -> None:
    many = [replace(_appears(f"i{n}", "Lee"), country=None) for n in range(3_000)]
    began = time.process_time()
    found = identified(many)
    assert len(found.identities) == 3_000 and len(found.suggestions) <= 5 * 3_000
    assert time.process_time() - began < 10
