"""Lists of addresses and domains: who is editor, who is reader, who is neither."""

from __future__ import annotations

import pytest

from readout.model.errors import UsageError
from readout.web.signin.members import members

LISTS = members(["ana@paper.example, desk.example", "Bo@paper.example"], ["@paper.example\nkim@else.example"])


@pytest.mark.parametrize(
    ("address", "domain", "role"),
    [
        ("ana@paper.example", "paper.example", "editor"),
        ("ANA@Paper.Example", "Paper.Example", "editor"),
        ("bo@paper.example", "paper.example", "editor"),
        ("emil@paper.example", "paper.example", "reader"),
        ("anyone@desk.example", "desk.example", "editor"),
        ("anyone@desk.example", None, None),
        ("ana@paper.example", None, "editor"),
        ("emil@paper.example", None, None),
        ("kim@else.example", "else.example", "reader"),
        ("lee@else.example", "else.example", None),
        ("emil@sub.paper.example", "sub.paper.example", None),
        ("emil@notpaper.example", "notpaper.example", None),
        ("paper.example@elsewhere.example", "elsewhere.example", None),
        ("\u212aim@else.example", "else.example", None),  # the Kelvin sign, whose small letter is our k
    ],
)
def test_roles(address: str, domain: str | None, role: str | None) -> None:
    assert LISTS.role(address, domain) == role


@pytest.mark.parametrize(
    "written", ["example", "@", "ana@", "a b@", "*", "https://paper.example", "<ana@paper.example>"]
)
def test_what_is_neither_address_nor_domain(written: str) -> None:
    with pytest.raises(UsageError, match="neither a mail address nor a domain"):
        members([written], [])


@pytest.mark.parametrize("written", [[], [""], [" , "]])
def test_nobody_is_no_team(written: list[str]) -> None:
    with pytest.raises(UsageError, match="nobody could sign in"):
        members(written, [])
