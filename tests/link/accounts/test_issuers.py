"""Who put a text out, and whose its bare offices are."""

from __future__ import annotations

import pytest

from readout.link.accounts.issuers import bare_office, body_above, issuer


@pytest.mark.parametrize(
    ("head", "side"),
    [
        ("Ministry of Fisheries\nIndependent State of Samoa\n\nMEDIA STATEMENT", "WSM"),
        ("OFFICE OF THE PRESIDENT OF THE REPUBLIC OF LATVIA\nPress release", "LVA"),
        ("Talks with the Government of Samoa", None),
        ("Gobierno de España - English service", "ESP"),
        ("SORREL TIN S.A.\nPress office of Samoa", None),
        ("", None),
    ],
)
def test_the_first_line_that_names_a_body_and_its_country(head: str, side: str | None) -> None:
    assert issuer(head) == side


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("NORTHERN RIVERS COMMISSION\nCOMMUNIQUÉ OF THE NINTH MEETING", "Northern Rivers Commission"),
        ("LAKE STATES FORUM (LSF)\nMalawi, 3 May", "Lake States Forum"),
        ("Joint statement of the Council and the Forum", None),
        ("Council of Ministers of Peru", None),
        ("Peru and Chile meet", None),
    ],
)
def test_a_body_of_no_country_above_a_text(head: str, body: str | None) -> None:
    assert body_above(head) == body


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Minister", True),
        ("His Excellency", True),
        ("Deputy Prime Minister", True),
        ("Minister Orr", False),
        ("Ada Orr", False),
    ],
)
def test_bare_offices(name: str, bare: bool) -> None:
    assert bare_office(name) is bare
