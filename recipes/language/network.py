"""Encoder and heads together, and the batches they read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from recipes.language.encoder import WIDTH, Encoder
from recipes.language.heads import Head, all_heads
from recipes.language.passage import Window

CLS, SEP = 101, 102


class Network(nn.Module):
    """One pass of the encoder, then every head."""

    def __init__(self, tags: dict[str, list[str]], dropout: float = 0.25) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.mix = nn.Parameter(torch.tensor([0.5, 0.5]))
        self.heads = nn.ModuleList(all_heads(tags))
        self.dropout = dropout

    def words(self, batch: dict[str, Tensor]) -> Tensor:
        """The vector of each word, from its first and last piece: [B, W, 384]."""
        hidden = self.encoder(batch["ids"], batch["spelling"], batch["mask"])
        wide = (-1, -1, WIDTH)
        first = hidden.gather(1, batch["first"][..., None].expand(*wide))
        last = hidden.gather(1, batch["last"][..., None].expand(*wide))
        return self.mix[0] * first + self.mix[1] * last

    def losses(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """The loss of each head that the batch has labels for."""
        words = F.dropout(self.words(batch), self.dropout, self.training)
        named: list[Head] = list(self.heads)  # type: ignore[arg-type]
        return {h.name: h.loss(words, batch[f"y {h.name}"], batch) for h in named if f"y {h.name}" in batch}

    def outputs(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """What run time reads of every head."""
        words = self.words(batch)
        present = batch["first"] > 0
        return {name: out for head in self.heads for name, out in head.outputs(words, present).items()}


def _rounded(length: int) -> int:
    """Up to the next eight: fewer shapes, fewer kernels kept in memory."""
    return -(-length // 8) * 8


def collate(chosen: Sequence[Window], heads: Sequence[Head]) -> dict[str, Tensor]:
    """Arrays of a batch of windows of one corpus."""
    pieces = _rounded(max(w.size for w in chosen))
    words = _rounded(max(w.last - w.first for w in chosen))
    shape = (len(chosen), words)
    ids = np.zeros((len(chosen), pieces), np.int64)
    spelling = np.zeros((len(chosen), pieces, 3), np.int64)
    mask = np.zeros((len(chosen), pieces), np.int64)
    first, last, sentence = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    present = np.zeros(shape, np.int64)
    for row, window in enumerate(chosen):
        place = 1
        ids[row, 0] = CLS
        span = slice(window.first, window.last)
        features = window.passage.features_cached()[span]
        for word, (cut, feature) in enumerate(zip(window.passage.pieces[span], features, strict=True)):
            ids[row, place : place + len(cut)] = cut
            spelling[row, place : place + len(cut)] = feature
            first[row, word], last[row, word] = place, place + len(cut) - 1
            place += len(cut)
        ids[row, place] = SEP
        mask[row, : place + 1] = 1
        present[row, : window.last - window.first] = 1
        for number, (a, b) in enumerate(window.passage.sentences):
            if a < window.last and b > window.first:
                sentence[row, max(a - window.first, 0) : b - window.first] = number + 1
    batch = {
        "ids": ids,
        "spelling": spelling,
        "mask": mask,
        "first": first,
        "last": last,
        "words": present,
        "sentence": sentence,
    }
    labels = chosen[0].passage.labels
    for head in heads:
        if head.label in labels or (head.label == "vectors" and chosen[0].passage.vectors):
            batch[f"y {head.name}"] = np.stack([head.target(w, words) for w in chosen])
    return {k: torch.from_numpy(v) for k, v in batch.items()}
