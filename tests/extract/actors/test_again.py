"""Who is meant again: by another word for the office, by the body's noun, by whose office it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

SAME = [
    # envoys of one country
    ("The Danish high commissioner was summoned. Copenhagen stood by its envoy.", "Danish high commissioner",
     ["The Danish high commissioner", "its envoy"]),
    ("The Peruvian chargé d'affaires was summoned. The chargé d'affaires said no.", "Peruvian chargé d'affaires",
     ["The Peruvian chargé d'affaires", "The chargé d'affaires"]),
    ("The US charge d’affaires said no.", "US charge d’affaires", ["The US charge d’affaires"]),
    # the office first, then the name with what its bearer has done
    ("Kenya summoned the Irish ambassador. Nora Walsh, who has served in Nairobi since May, said no.", "Nora Walsh",
     ["the Irish ambassador", "Nora Walsh"]),
    ("The mayor was angry. Otto Lindgren, who lost his house, wept.", "Otto Lindgren", ["Otto Lindgren", "his"]),
    # whose office
    ("Tor Vik, who heads Norway's press office, said no. Vik's office gave no reason.", "press office",
     ["Norway's press office", "Vik's office"]),
    # a minister's department
    (("PRETORIA, South Africa — The Department of Mines and Energy said no. Deputy mines minister Ann Dube agreed. "
     "Her department will wait."), "Department of Mines and Energy of South Africa",
     ["The Department of Mines and Energy", "Her department"]),
    # each country has a navy and ministries of its own
    ("BOGOTA, Colombia — The Colombian navy said no.\n\nManagua denied it. The navy gave its own account.",
     "Nicaraguan navy", ["The navy", "its"]),
    ("Kenya's trade ministry waited.\n\nUganda's trade ministry denied it.\n\nKenya agreed. The ministry said so.",
     "Ministry of Trade of Kenya", ["Kenya's trade ministry", "The ministry"]),
    # the administration is the United States
    ("The White House was silent. On Monday the administration sent the oil.", "United States", ["the administration"]),
    # states by their sort
    ("In Lima, foreign governments promised nine million dollars.", "foreign governments", ["foreign governments"]),
    ("Poor countries complained.", "Poor countries", ["Poor countries"]),
    # whom a sentence follows is not what it tells of
    (("According to the aid group Alba Mar, the interim commission that approves plans has hardly met. "
     "The commission said nothing."), "interim commission", ["the interim commission", "The commission"]),
    ("Lena Fischer, whose brother is on board, said no.", "Lena Fischer", ["Lena Fischer"]),
    # nobody: whom one speaks to
    ("QUESTION: Minister, is that right?", "Minister", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), SAME)
def test_who_is_meant_again(reads: Reader, text: str, name: str, mentions: list[str] | None) -> None:
    found = {a.name: [m.exact for m in a.mentions] for a in reads(text).actors}
    assert found.get(name) == mentions, found
