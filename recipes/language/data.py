"""The corpora made ready: pieces cut, vectors to be imitated computed, batches drawn."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from recipes.language.corpora import CORPORA
from recipes.language.encoder import Encoder, load_minilm, minilm_folder
from recipes.language.network import CLS, SEP
from recipes.language.passage import Passage, Window, add_pieces, windows

SHORTEST, LONGEST = 40, 224
BATCH_PIECES = 1800
PHRASES = frozenset(["nsubj", "obj", "obl", "nmod", "nsubj:pass"])


def load(corpora: Path, part: str) -> dict[str, list[Passage]]:
    """Every corpus with its pieces."""
    tokenizer = Tokenizer.from_file(str(minilm_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    cache: dict[str, list[int]] = {}
    found = {name: read(corpora, part) for name, read in CORPORA.items()}
    for passages in found.values():
        for passage in passages:
            add_pieces(passage, lambda word: tokenizer.encode(word, add_special_tokens=False).ids, cache)
    return found


def tag_sets(data: dict[str, list[Passage]]) -> dict[str, list[str]]:
    """The tags seen in training, in order."""
    out = {}
    for label in ("upos", "xpos", "deprels"):
        labelled = (p for passages in data.values() for p in passages if label in p.labels)
        out[label] = sorted({tag for passage in labelled for tag in passage.labels[label]})
    return out


def add_vectors(passages: Sequence[Passage], cache: Path) -> None:
    """Give parsed passages the original encoder's vectors of sentences and of one phrase in each."""
    spans = [(p, first, last) for p in passages for first, last in _stretches(p)]
    if cache.exists():
        vectors = torch.load(cache)
    else:
        vectors = _teach([[i for ids in p.pieces[a:b] for i in ids][:126] for p, a, b in spans])
        cache.parent.mkdir(parents=True, exist_ok=True)
        torch.save(vectors, cache)
    if len(vectors) != len(spans):
        raise ValueError(f"{cache} belongs to other corpora: delete it")
    for (passage, first, last), vector in zip(spans, vectors.float().numpy(), strict=True):
        passage.vectors.append((first, last, vector))


def _stretches(passage: Passage) -> Iterator[tuple[int, int]]:
    """Each sentence, and its longest short phrase (a subtree of two to eight words)."""
    heads, labels = passage.labels["heads"], passage.labels["deprels"]
    for first, last in passage.sentences:
        yield first, last
        low, high = list(range(first, last)), list(range(first, last))
        for _ in range(4):
            for word in range(first, last):
                up = heads[word] - first
                if 0 <= up < len(low):
                    low[up] = min(low[up], low[word - first])
                    high[up] = max(high[up], high[word - first])
        spans = [(low[w - first], high[w - first] + 1) for w in range(first, last) if labels[w] in PHRASES]
        short = [(b - a, a, b) for a, b in spans if 2 <= b - a <= 8 and (a, b) != (first, last)]
        if short:
            yield max(short)[1:]


def _teach(texts: list[list[int]]) -> Tensor:
    """The original model's sentence vectors: mean over pieces, length one."""
    teacher = Encoder(0.0).eval()
    load_minilm(teacher, minilm_folder() / "model.safetensors")
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    out = torch.zeros(len(texts), 384, dtype=torch.float16)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), 64):
            rows = order[start : start + 64]
            width = max(len(texts[i]) for i in rows) + 2
            ids = torch.zeros(len(rows), width, dtype=torch.long)
            mask = torch.zeros(len(rows), width)
            for row, i in enumerate(rows):
                pieces = [CLS, *texts[i], SEP]
                ids[row, : len(pieces)] = torch.tensor(pieces)
                mask[row, : len(pieces)] = 1
            spelling = torch.zeros(len(rows), width, 3, dtype=torch.long)
            hidden = teacher(ids, spelling, mask).float() * mask[..., None]
            out[rows] = torch.nn.functional.normalize(hidden.sum(1), dim=-1).half()
    return out


def batches(data: dict[str, list[Passage]], shares: dict[str, float], seed: int) -> list[list[Window]]:
    """One epoch: each corpus ``shares`` times, in windows of like length, one corpus a batch."""
    dice = random.Random(seed)
    out: list[list[Window]] = []
    for name, passages in data.items():
        share = shares[name]
        drawn = [p for p in passages for _ in range(int(share) + (dice.random() < share % 1))]
        cut = [w for p in drawn for w in windows(p, SHORTEST, LONGEST, dice)]
        cut.sort(key=lambda w: w.size + dice.random() * 8)
        out.extend(_filled(cut))
    dice.shuffle(out)
    return out


def _filled(cut: Sequence[Window]) -> Iterator[list[Window]]:
    batch: list[Window] = []
    for window in cut:
        if batch and max(w.size for w in [*batch, window]) * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch
