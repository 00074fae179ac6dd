"""Costly answers kept for a while, so that pages of a large dossier stay quick."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")
CHEAP = 0.05
"""Seconds that an answer may take each time it is wanted."""
WORTH = 50
"""How many times as long as it took to find is a costly answer kept."""


@dataclass
class Memory:
    """Remembers what took long to find; what is found quickly is found anew each time."""

    clock: Callable[[], float] = time.monotonic
    kept: dict[str, tuple[float, Any]] = field(default_factory=dict)

    def of(self, name: str, find: Callable[[], T]) -> T:
        """The answer of this name: the one kept, or what ``find`` finds."""
        start = self.clock()
        until, known = self.kept.get(name, (0.0, None))
        if start < until:
            answer: T = known
            return answer
        found = find()
        cost = self.clock() - start
        if cost > CHEAP:
            self.kept[name] = (self.clock() + WORTH * cost, found)
        return found
