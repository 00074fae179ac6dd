"""Where an event takes place, however the place is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tells = Callable[..., "list[Any]"]


@pytest.mark.parametrize(
    ("text", "type_", "where"),
    [
        ("Two soldiers were killed in the city of Gao in northern Mali on Sunday.", "ASSAULT", "Gao"),
        ("Rebels shelled the town of Sake in eastern Congo on Friday.", "ASSAULT", "Sake"),
        ("Government troops captured the town of Gao on Sunday.", "ASSAULT", "Gao"),
        ("Protesters marched through the centre of Minsk on Saturday.", "PROTEST", "Minsk"),
        ("Ministers from Peru and Chile will meet in the Bolivian city of Oruro in May.", "CONSULT", "Oruro"),
        ("Police fired tear gas at students in Harare's central square.", "ASSAULT", "Harare"),
        ("Norway expelled the envoy of Chad.", "SANCTION", None),
        # where help comes to, where those withdrawn were
        ("Australia flew nine tonnes of tents to Labasa airport.", "AID", "Labasa"),
        ("Peru will withdraw 150 soldiers from the Tiwinza area.", "RETREAT", "Tiwinza"),
        ("Sweden gave boats to Malawi.", "AID", None),
    ],
)
def test_where(text: str, type_: str, where: str | None, tells: Tells) -> None:
    assert [event.where for event in tells(text) if event.type == type_] == [where]


def test_what_follows_from_an_act_happens_where_it_does(tells: Tells) -> None:
    events = tells("Gunmen attacked a bus near Kidal in northern Mali, killing three.")
    assert {event.where for event in events} == {"Kidal"}
