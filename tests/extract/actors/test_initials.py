"""Bodies by their letters, and bodies first described, then named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

SHORT = [
    # letters in brackets, then alone
    ("PARIS: The Ghana Dock Authority (GDA) said trade fell. The GDA blamed the rain.",
     "Ghana Dock Authority", ["The Ghana Dock Authority", "GDA", "The GDA"]),
    ("The Ministry of Power and Water (MPW) of Zambia said no. The MPW said it would ask.",
     "Ministry of Power and Water of Zambia", ["The Ministry of Power and Water", "MPW", "The MPW", "it"]),
    # letters alone
    ("The Border Police Corps agreed. The BPC denied that it had fired.", "Border Police Corps",
     ["the Border Police Corps", "The BPC", "it"]),
    ('The Grain Traders\' Union rejected the tax. "Never," the GTU said.', "Grain Traders' Union",
     ["The Grain Traders' Union", "the GTU"]),
    # a country's name that opens a body's, and letters that elsewhere mean another body
    ("The Nepal Scouts (NSC) crossed the river. The NSC said so.", "Nepal Scouts", ["The Nepal Scouts", "NSC", "The NSC"]),
    # first described, then named
    (("Malawi's tobacco regulator said on Monday that prices would rise.\n\nRhoda Banda, deputy head of the regulator, Tamab, "
      "told reporters so. Tamab has agreed to wait."), "Tamab", ["Malawi's tobacco regulator", "the regulator", "Tamab", "Tamab"]),
    ("The water regulator, Aquacom, fined three firms. Aquacom said so.", "Aquacom", ["The water regulator", "Aquacom", "Aquacom"]),
    # a firm of two names
    ("Its rival Holm & Vik did not answer. Holm & Vik said later that it would pay.", "Holm & Vik",
     ["Its rival Holm & Vik", "Holm & Vik", "it"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), SHORT)
def test_bodies_by_short_names(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    found = {a.name: [m.exact.casefold() for m in a.mentions] for a in reads(text).actors}
    assert found.get(name) == [m.casefold() for m in mentions], found
