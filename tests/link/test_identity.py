"""The same actor in several records: who is joined, why, and who is only suggested."""

from __future__ import annotations

from readout.link.identity import identities
from readout.model.actor import Actor, ActorKind, Mention
from readout.model.document import Document
from readout.model.identity import Identities
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
