"""Word-level antecedents (Dobrovolskii 2021, cut down): which earlier word a mention's head refers to."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from recipes.language.heads.kinds import Arcs, Head
from recipes.language.passage import IGNORE, Window


class Antecedents(Arcs):
    """Arcs to any true antecedent; a word that points at itself has none."""

    def target(self, window: Window, size: int) -> Any:
        """[size, size] of 0 and 1; rows of words without a label hold -100."""
        grid = np.full((size, size), IGNORE, np.int64)
        for place, there in enumerate(window.passage.labels[self.label][window.first : window.last]):
            inside = [a - window.first for a in there if a >= window.first]
            if there and not inside:
                continue
            grid[place] = 0
            grid[place, inside or [place]] = 1
        return grid

    def open_to(self, present: Tensor) -> Tensor:
        """Itself and what stands before it."""
        size = present.shape[1]
        earlier = torch.arange(size)[None, :] <= torch.arange(size)[:, None]
        return super().open_to(present) & earlier[None].to(present.device)

    def loss(self, words: Tensor, targets: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Marginal likelihood of the true antecedents."""
        scores = self.scores(words, batch)
        size = scores.shape[1]
        later = torch.triu(torch.ones(size, size, dtype=torch.bool, device=scores.device), 1)
        scores = scores.masked_fill(later, -1e4)
        kept = targets[..., 0] != IGNORE
        true = scores.masked_fill(targets != 1, -1e4)[kept].logsumexp(-1)
        losses = scores[kept].logsumexp(-1) - true
        refers = 1 - targets.diagonal(dim1=1, dim2=2)[kept].float()
        weights = 1.0 + 4.0 * refers
        return (losses * weights).sum() / weights.sum().clamp(min=1)


def heads(tags: dict[str, list[str]]) -> list[Head]:
    """One arc a word."""
    return [Antecedents("antecedents", "antecedents", 96, 0.6)]
