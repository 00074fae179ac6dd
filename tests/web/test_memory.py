"""What took long is kept for a while; what is quick is always fresh."""

from __future__ import annotations

from itertools import count

import pytest

from readout.web.memory import Memory


class Clock:
    """A clock that stands still until it is told otherwise."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("cost", "later", "kept"), [(0.01, 0.1, False), (1.0, 49.0, True), (1.0, 51.0, False)]
)
def test_how_long_an_answer_is_kept(cost: float, later: float, kept: bool) -> None:
    clock, numbers = Clock(), count()
    memory = Memory(clock)

    def find() -> int:
        clock.now += cost
        return next(numbers)

    assert memory.of("n", find) == 0
    clock.now += later
    assert memory.of("n", find) == (0 if kept else 1)
