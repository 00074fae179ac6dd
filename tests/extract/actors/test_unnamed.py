"""Officials whose names come later, and sources without names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

LATER = [
    (("Norway will not cut its cod catch, its fisheries minister said today.\n\n“We do not bow to anyone”, Ingrid Solheim told a "
      "radio station. The minister was told by an aide that the limit was old."), "Ingrid Solheim",
     ["its fisheries minister", "Ingrid Solheim", "The minister"]),
    (('Estonia will close the port, its transport minister said on Monday.\n\n"The ice is too thick," Mart Kask told reporters. '
      "The minister said it would open in May."), "Mart Kask", ["its transport minister", "Mart Kask", "The minister"]),
    (("Peru's ambassador left on Friday. Rosa Quispe said she would be back."), "Rosa Quispe",
     ["Peru's ambassador", "Rosa Quispe", "she"]),
    (("The Kenyan health minister was booed. “They will thank us”, Grace Odhiambo said."), "Grace Odhiambo",
     ["The Kenyan health minister", "Grace Odhiambo"]),
    (("Chile's central bank governor said no. “Prices are falling”, Tomas Reyes told parliament."), "Tomas Reyes",
     ["Chile's central bank governor", "Tomas Reyes"]),
    ("By Anna Berg in Oslo\n\nThe Danish tax minister said no.\n\n“Not this year”, Mads Kjær told a radio station.", "Mads Kjær",
     ["The Danish tax minister", "Mads Kjær"]),
    # a name with its own trade is another person
    ("Peru's trade minister said no. “We waited”, said Ana Flores, a farmer.", "Ana Flores", ["Ana Flores", "a farmer"]),
    # where two officials are near, neither is meant
    ("Peru's trade minister met Chile's trade minister. Ana Flores said no.", "Ana Flores", ["Ana Flores"]),
    # sources without names
    ("The Lusaka Herald, which cited three people briefed on the merger, said the bank would close.",
     "people briefed on the merger", ["three people"]),
    ("Coffee growers doubted it; one called it a joke.", "one coffee grower", ["one"]),
    ("A naik told reporters that they would come.", "naik", ["A naik"]),
    ("Engineers estimate that the dam will leak.", "Engineers", ["Engineers"]),
    ("According to Lusaka Radio, quoting security sources, troops have moved.", "security sources", ["security sources"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "mentions"), LATER)
def test_who_is_meant_before_the_name(reads: Reader, text: str, name: str, mentions: list[str]) -> None:
    found = {a.name: [m.exact for m in a.mentions] for a in reads(text).actors}
    assert found.get(name) == mentions, found
