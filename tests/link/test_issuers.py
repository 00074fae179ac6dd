"""Who put a text out, and whose its bare offices are."""

from __future__ import annotations

import pytest

from readout.link.issuers import issuer


@pytest.mark.parametrize(
    ("head", "side"),
    [
        ("Ministry of Fisheries\nIndependent State of Samoa\n\nMEDIA STATEMENT", "WSM"),
        ("OFFICE OF THE PRESIDENT OF THE REPUBLIC OF LATVIA\nPress release", "LVA"),
        ("Talks with the Government of Samoa", None),
        ("", None),
    ],
)
def test_the_first_line_that_names_a_body_and_its_country(head: str, side: str | None) -> None:
    assert issuer(head) == side
