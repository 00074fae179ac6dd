"""Tellings of two accounts that speak of one point, and the lengths of time in them."""

from __future__ import annotations

import pytest

from readout.link.accounts.issuers import issuer
from readout.link.accounts.telling import Telling
from readout.link.clashes.durations import durations
from readout.link.matters.alignment import aligned
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.record import Record


def telling(number: int, side: str, text: str) -> Telling:
    record = Record(Document(str(number), text, ((0, len(text)),)))
    return Telling(number, record, side, (Anchor(0, len(text), text),))


NORTH = ("Malta will lend six buses to the island.", "The lighthouse at Zonqor was painted.")
SOUTH = (
    "A lighthouse near Zonqor has fresh colours.",
    "Six green buses are lent to the island.",
    "Goats are loud.",
)


def test_pairs_by_words_and_names() -> None:
    told = [telling(n, "MLT", text) for n, text in enumerate(NORTH)]
    told += [telling(n, "TUN", text) for n, text in enumerate(SOUTH, len(NORTH))]
    assert {(pair.left, pair.right) for pair in aligned(told, None)} == {(0, 3), (1, 2)}


def test_pairs_by_meaning_alone() -> None:
    told = [
        telling(n, "MLT", text)
        for n, text in enumerate(("Nobody will be dismissed.", "Rain fell.", "Bread rose."))
    ]
    told += [
        telling(n, "TUN", text)
        for n, text in enumerate(("Every job is safe.", "Boats sank.", "Wool burns."), 3)
    ]

    def likeness(one: str, other: str) -> float:
        return 1.0 if {one, other} == {told[0].text, told[3].text} else -0.3

    assert [(pair.left, pair.right) for pair in aligned(told, likeness)] == [(0, 3)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The lease was extended by 120 days.", [("by", 120, "day")]),
        ("It will stay for another three weeks.", [("for", 3, "week")]),
        ("The boat sails twice a week.", [("times", 2, "week")]),
        ("The boat sails three times a day.", [("times", 3, "day")]),
        ("The boat sails.", []),
    ],
)
def test_lengths_of_time(text: str, found: list[tuple[str, int, str]]) -> None:
    assert [(d.lead, d.count, d.unit) for d in durations(telling(0, "MLT", text))] == found


@pytest.mark.parametrize(
    ("head", "side"),
    [
        ("REPUBLIC OF KENYA\nMINISTRY OF HEALTH", "KEN"),
        ("Meeting with the Prime Minister of Kenya", None),
        ("Kenya and Uganda renew their ferry agreement", None),
    ],
)
def test_who_put_a_text_out(head: str, side: str | None) -> None:
    assert issuer(head) == side
