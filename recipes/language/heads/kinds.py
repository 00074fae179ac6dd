"""The kinds of heads: a tag a word, an arc from word to word, a value, a vector."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from recipes.language.passage import IGNORE, Window

WIDTH = 384
KEPT = 4
"""Likely targets that a word keeps at run time."""


class Head(nn.Module):
    """A head reads word vectors [B, W, 384] and is taught by one kind of label.

    ``outputs`` gives the named tensors that run time needs, ``target`` the labels of one window
    (relative indices), ``loss`` the mean loss over the labelled words of a batch.
    """

    name = ""
    label = ""
    weight = 1.0

    def target(self, window: Window, size: int) -> Any:
        """The labels of a window, padded to ``size`` words."""
        raise NotImplementedError

    def loss(self, words: Tensor, targets: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """The mean loss over the labelled words."""
        raise NotImplementedError

    def outputs(self, words: Tensor, present: Tensor) -> dict[str, Tensor]:
        """What run time reads; ``present`` [B, W] is true for words, false for padding."""
        raise NotImplementedError


class Tags(Head):
    """One of a closed set of tags a word."""

    def __init__(self, name: str, label: str, tags: Sequence[str], weight: float = 1.0) -> None:
        super().__init__()
        self.name, self.label, self.tags, self.weight = name, label, list(tags), weight
        self.index = {t: i for i, t in enumerate(self.tags)}
        self.out = nn.Linear(WIDTH, len(self.tags))

    def target(self, window: Window, size: int) -> Any:
        """[size] of tag numbers."""
        row = np.full(size, IGNORE, np.int64)
        found = window.passage.labels[self.label][window.first : window.last]
        row[: len(found)] = [self.index.get(self.value(f), IGNORE) for f in found]
        return row

    def value(self, found: Any) -> str:
        """The tag within what the corpus gives for the word."""
        return str(found)

    def loss(self, words: Tensor, targets: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Cross entropy."""
        flat = targets.reshape(-1)
        kept = flat != IGNORE
        if not kept.any():
            return words.sum() * 0.0
        return F.cross_entropy(self.out(words).reshape(-1, len(self.tags))[kept].float(), flat[kept])

    def outputs(self, words: Tensor, present: Tensor) -> dict[str, Tensor]:
        """``name`` [B, W, tags], unnormalised."""
        return {self.name: self.out(words)}


class Feature(Tags):
    """One UD feature."""

    def value(self, found: Any) -> str:
        """The feature's value, "_" where it has none."""
        return str(found[self.name])


class Arcs(Head):
    """From each word an arc to a word of the window: biaffine scores (Dozat and Manning 2017).

    A word that points at itself points at nothing (the root). ``within`` keeps arcs inside the
    sentence.
    """

    def __init__(self, name: str, label: str, width: int, weight: float = 1.0, within: bool = False) -> None:
        super().__init__()
        self.name, self.label, self.weight, self.within = name, label, weight, within
        self.tail = nn.Linear(WIDTH, width)
        self.tip = nn.Linear(WIDTH, width)
        self.bilinear = nn.Linear(width + 1, width)

    def ends(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """The two vectors a word whose dot product is the score: as tail, as tip."""
        tail, tip = F.gelu(self.tail(words)), F.gelu(self.tip(words))
        tail = F.dropout(tail, 0.2, self.training)
        tip = F.dropout(tip, 0.2, self.training)
        return self.bilinear(torch.cat([tail, torch.ones_like(tail[..., :1])], -1)), tip

    def scores(self, words: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """[B, W, W]; absent words (and other sentences) are shut out."""
        tail, tip = self.ends(words)
        scores = (tail @ tip.transpose(1, 2)).float()
        open_ = batch["words"][:, None, :] > 0
        if self.within:
            open_ = open_ & (batch["sentence"][:, :, None] == batch["sentence"][:, None, :])
        return scores.masked_fill(~open_, -1e4)

    def target(self, window: Window, size: int) -> Any:
        """[size] of word numbers within the window."""
        row = np.full(size, IGNORE, np.int64)
        for place, there in enumerate(window.passage.labels[self.label][window.first : window.last]):
            if window.first <= there < window.last:
                row[place] = there - window.first
        return row

    def loss(self, words: Tensor, targets: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Cross entropy over the words of the window."""
        scores = self.scores(words, batch)
        flat = targets.reshape(-1)
        kept = flat != IGNORE
        if not kept.any():
            return scores.sum() * 0.0
        return F.cross_entropy(scores.reshape(-1, scores.shape[-1])[kept], flat[kept])

    def outputs(self, words: Tensor, present: Tensor) -> dict[str, Tensor]:
        """Arcs inside sentences: ``name.tail``, ``name.tip`` [B, W, width], to be scored a sentence.

        Others: ``name.targets`` and ``name.logs`` [B, W, 4], the likeliest word numbers in the window.
        """
        tail, tip = self.ends(words)
        if self.within:
            return {f"{self.name}.tail": tail, f"{self.name}.tip": tip}
        scores = (tail @ tip.transpose(1, 2)).masked_fill(~self.open_to(present), -1e4)
        padded = F.pad(scores.log_softmax(-1), (0, KEPT), value=-1e4)
        logs, targets = padded.topk(KEPT, -1)
        return {f"{self.name}.targets": targets, f"{self.name}.logs": logs}

    def open_to(self, present: Tensor) -> Tensor:
        """[B, W, W], true where a word may point: ``present`` is true for words, false for padding."""
        return present[:, None, :].expand(-1, present.shape[1], -1)


class Relations(Head):
    """The label of a known arc, from its two ends (biaffine)."""

    def __init__(
        self, name: str, label: str, arcs: str, tags: Sequence[str], width: int, weight: float
    ) -> None:
        super().__init__()
        self.name, self.label, self.arcs, self.tags, self.weight = name, label, arcs, list(tags), weight
        self.index = {t: i for i, t in enumerate(self.tags)}
        self.tail = nn.Linear(WIDTH, width)
        self.tip = nn.Linear(WIDTH, width)
        self.bilinear = nn.Parameter(torch.randn(width + 1, len(self.tags), width + 1) * 0.02)

    def ends(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """The two vectors a word."""
        tail, tip = F.gelu(self.tail(words)), F.gelu(self.tip(words))
        return F.dropout(tail, 0.2, self.training), F.dropout(tip, 0.2, self.training)

    def target(self, window: Window, size: int) -> Any:
        """[size, 2]: label number, head."""
        row = np.full((size, 2), IGNORE, np.int64)
        passage = window.passage
        for place in range(window.last - window.first):
            there = passage.labels[self.arcs][window.first + place]
            tag = self.index.get(passage.labels[self.label][window.first + place], IGNORE)
            if window.first <= there < window.last and tag != IGNORE:
                row[place] = tag, there - window.first
        return row

    def loss(self, words: Tensor, targets: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Cross entropy over the labels of the true arcs."""
        tail, tip = self.ends(words)
        kept = targets[..., 0] != IGNORE
        rows = kept.nonzero()
        heads = targets[..., 1][kept]
        one = torch.ones(len(rows), 1, dtype=tail.dtype, device=tail.device)
        x = torch.cat([tail[rows[:, 0], rows[:, 1]], one], -1)
        y = torch.cat([tip[rows[:, 0], heads], one], -1)
        width = x.shape[1]
        scores = (x @ self.bilinear.reshape(width, -1).to(x.dtype)).reshape(len(rows), -1, width)
        scores = torch.einsum("nld,nd->nl", scores, y)
        return F.cross_entropy(scores.float(), targets[..., 0][kept])

    def outputs(self, words: Tensor, present: Tensor) -> dict[str, Tensor]:
        """``name.tail`` and ``name.tip`` [B, W, width]; the weights between them ship beside."""
        tail, tip = self.ends(words)
        return {f"{self.name}.tail": tail, f"{self.name}.tip": tip}
