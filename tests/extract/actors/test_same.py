"""One actor or two: offices that get a name later, people of one surname."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

ONE = [
    ("Iceland's fisheries minister said no. Minister Sigrun Hallsdottir said boats would stay.", "Sigrun Hallsdottir", 2),
    ("Iceland's fisheries minister said no. Sigrun Hallsdottir, the minister, left.", "Sigrun Hallsdottir", 3),
    ("The Icelandic fisheries minister said no. Fisheries Minister Sigrun Hallsdottir left.", "Sigrun Hallsdottir", 2),
    ("The president of Malawi opened the dam. President Chikondi Banda praised it. Banda left.", "Chikondi Banda", 3),
    ("Bolivia's top court ruled against the senator. Senator Paz Rojas will appeal.", "Paz Rojas", 2),
    ("A ministry spokeswoman said no. Spokeswoman Ida Holm said Denmark would wait.", "Ida Holm", 2),
    ("The chief of Uganda's army, General Moses Okello, spoke. Okello left.", "Moses Okello", 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), ONE)
def test_one_actor_when_nothing_contradicts(reads: Reader, text: str, name: str, mentions: int) -> None:
    people = [actor for actor in reads(text).actors if actor.kind == "person"]
    assert [(person.name, len(person.mentions)) for person in people] == [(name, mentions)]


TWO = [
    ("The Nigerian finance minister said no. Health Minister Tunde Bello said yes.", "Tunde Bello"),
    ("The Nigerian president spoke. Kenya's president, Grace Achieng, replied.", "Grace Achieng"),
    ("The ambassador received Ambassador Lena Fischer.", "Lena Fischer"),
    ("Ghana's former minister spoke. Minister Yaw Mensah replied.", "Yaw Mensah"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), TWO)
def test_two_actors_where_something_does(reads: Reader, text: str, name: str) -> None:
    people = [actor for actor in reads(text).actors if actor.kind == "person"]
    assert len(people) == 2 and people[1].name == name and len(people[0].mentions) == 1


def test_two_people_of_one_surname_stay_two(reads: Reader) -> None:
    record = reads(
        "Kenya's president, Grace Achieng, met Tom Achieng, a Ugandan lawyer. "
        "President Achieng said no. Mr. Achieng said yes."
    )
    said = {a.name: [m.exact for m in a.mentions] for a in record.actors if a.kind == "person"}
    assert said["Grace Achieng"][-1] == "President Achieng" and said["Tom Achieng"][-1] == "Mr. Achieng"
