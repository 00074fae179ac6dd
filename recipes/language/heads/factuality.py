"""How sure the text is that what a predicate says happened (Rudinger et al. 2018): -3 to 3."""

from __future__ import annotations

from typing import Any

import numpy as np
from torch import Tensor, nn
from torch.nn import functional as F

from recipes.language.heads.kinds import WIDTH, Head
from recipes.language.passage import Window


class Factuality(Head):
    """A value a predicate, weighed by the annotators' confidence."""

    name, label, weight = "factuality", "factuality", 0.3

    def __init__(self) -> None:
        super().__init__()
        self.inner = nn.Linear(WIDTH, 128)
        self.out = nn.Linear(128, 1)

    def value(self, words: Tensor) -> Tensor:
        """[B, W]."""
        return self.out(F.gelu(self.inner(words)))[..., 0]

    def target(self, window: Window, size: int) -> Any:
        """[size, 2]: value, weight."""
        row = np.zeros((size, 2), np.float32)
        found = window.passage.labels[self.label][window.first : window.last]
        row[: len(found)] = found
        return row

    def loss(self, words: Tensor, targets: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Huber loss."""
        losses = F.smooth_l1_loss(self.value(words).float(), targets[..., 0], reduction="none")
        return (losses * targets[..., 1]).sum() / targets[..., 1].sum().clamp(min=1)

    def outputs(self, words: Tensor, present: Tensor) -> dict[str, Tensor]:
        """``factuality`` [B, W]."""
        return {self.name: self.value(words)}


def heads(tags: dict[str, list[str]]) -> list[Head]:
    """One value a word."""
    return [Factuality()]
