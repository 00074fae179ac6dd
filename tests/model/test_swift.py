"""Swift dataclasses: made and altered faster, and otherwise what frozen dataclasses are."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass

import pytest

from readout.model.anchor import Anchor
from readout.model.swift import replace


@dataclass(frozen=True, slots=True)
class Plain:
    """A frozen dataclass of the usual kind."""

    name: str
    size: int = 0


def test_a_changed_copy_has_what_was_changed_and_keeps_the_rest() -> None:
    before = Anchor(3, 7, "Oslo")
    after = replace(before, start=4, exact="slo")
    assert after == Anchor(4, 7, "slo")
    assert before == Anchor(3, 7, "Oslo")
    assert hash(after) == hash(Anchor(4, 7, "slo"))


def test_a_changed_copy_is_frozen_as_well() -> None:
    after = replace(Anchor(3, 7, "Oslo"), start=4)
    with pytest.raises(FrozenInstanceError):
        after.start = 5  # type: ignore[misc]


def test_a_field_that_is_none_is_refused() -> None:
    with pytest.raises(AttributeError):
        replace(Anchor(3, 7, "Oslo"), begin=4)
    with pytest.raises(TypeError):
        replace(Plain("Oslo"), length=4)


def test_plain_dataclasses_are_replaced_as_ever() -> None:
    assert replace(Plain("Oslo"), size=4) == Plain("Oslo", 4)
