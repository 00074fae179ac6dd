"""Sentence and phrase vectors, distilled from the original encoder (Reimers and Gurevych 2020)."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from recipes.language.heads.kinds import WIDTH, Head
from recipes.language.passage import Window

SPANS = 24


class Meaning(Head):
    """A vector a word; the mean over a stretch points where the original encoder's would."""

    name, label, weight = "meaning", "vectors", 1.0

    def __init__(self) -> None:
        super().__init__()
        self.out = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def target(self, window: Window, size: int) -> Any:
        """[SPANS, 2 + 384]: first, last (half-open, within the window), the wanted vector."""
        rows = np.zeros((SPANS, 2 + WIDTH), np.float32)
        spans = [v for v in window.passage.vectors if window.first <= v[0] and v[1] <= window.last]
        step = max(1, -(-len(spans) // SPANS))
        for place, (first, last, vector) in enumerate(spans[::step][:SPANS]):
            rows[place, 0], rows[place, 1], rows[place, 2:] = (
                first - window.first,
                last - window.first,
                vector,
            )
        return rows

    def loss(self, words: Tensor, targets: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """One minus the cosine."""
        sums = F.pad(self.out(words).float().cumsum(1), (0, 0, 1, 0))
        first, last = targets[..., 0].long(), targets[..., 1].long()
        kept = last > first
        if not kept.any():
            return words.sum() * 0.0
        row = torch.arange(words.shape[0], device=words.device)[:, None].expand_as(first)
        means = sums[row[kept], last[kept]] - sums[row[kept], first[kept]]
        return 1 - F.cosine_similarity(means, targets[..., 2:][kept], dim=-1).mean()

    def outputs(self, words: Tensor, present: Tensor) -> dict[str, Tensor]:
        """``meaning`` [B, W, 384]."""
        return {self.name: self.out(words)}


def heads(tags: dict[str, list[str]]) -> list[Head]:
    """One vector a word."""
    return [Meaning()]
