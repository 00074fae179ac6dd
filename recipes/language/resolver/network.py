"""The resolver as torch sees it; its arrays are named as ``coreference.scorer`` reads them."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from readout.language.encoder import Array
from recipes.language.resolver.examples import Example

WIDTH = 384
VECTOR, HIDDEN, ARC = 64, 64, 48
DROPPED = {"vectors": 0.4, "hidden": 0.3}


class Resolver(nn.Module):
    """Scores of pairs of mentions, and of standing alone."""

    def __init__(self, traits: int, shared: int) -> None:
        super().__init__()
        self.later, self.earlier = nn.Linear(WIDTH, VECTOR), nn.Linear(WIDTH, VECTOR)
        self.as_later = nn.Linear(VECTOR + traits, HIDDEN)
        self.as_earlier = nn.Linear(VECTOR + traits, HIDDEN, bias=False)
        self.shared = nn.Linear(shared, HIDDEN, bias=False)
        self.out = nn.Linear(HIDDEN, 1)
        self.tail, self.tip = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.alone, self.alone_out = nn.Linear(VECTOR + traits, HIDDEN), nn.Linear(HIDDEN, 1)

    def forward(self, example: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """The scores of pairs and those of none, as at run time but for dropout."""
        vectors = F.dropout(example["vectors"], DROPPED["vectors"], self.training)
        table, i, j = example["table"], example["later"], example["earlier"]
        later = torch.cat([F.relu(self.later(vectors)), table], 1)
        earlier = torch.cat([F.relu(self.earlier(vectors)), table], 1)
        hidden = F.relu(
            self.as_later(later)[i] + self.as_earlier(earlier)[j] + self.shared(example["shared"])
        )
        arcs = (self.tail(vectors)[i] * self.tip(vectors)[j]).sum(1) / ARC**0.5
        links = self.out(F.dropout(hidden, DROPPED["hidden"], self.training))[:, 0] + arcs
        return links, self.alone_out(F.dropout(F.relu(self.alone(later)), DROPPED["hidden"], self.training))[
            :, 0
        ]

    def loss(self, example: dict[str, Tensor]) -> Tensor:
        """Marginal likelihood of the true antecedents, or of none (Lee et al. 2017)."""
        links, alone = self(example)
        i, count = example["later"], len(alone)
        refers = torch.zeros(count, dtype=torch.bool).index_fill(0, i[example["true"]], True)
        everything = _summed(links, i, alone)
        right = _summed(links.masked_fill(~example["true"], -1e9), i, alone.masked_fill(refers, -1e9))
        taught = example["taught"].float()
        return ((everything - right) * taught).sum() / taught.sum().clamp(min=1)

    def arrays(self) -> dict[str, Array]:
        """The weights as run time reads them."""
        found: dict[str, Tensor] = {}
        for name in ("later", "earlier", "as_later", "as_earlier", "shared", "tail", "tip", "alone"):
            layer = getattr(self, name)
            found[name.replace("_", " ")] = layer.weight.T
            if layer.bias is not None:
                found[{"as_later": "hidden"}.get(name, name) + " bias"] = layer.bias
        found["tail"], found["tail bias"] = found["tail"] / ARC**0.5, found["tail bias"] / ARC**0.5
        found |= {"out": self.out.weight[0], "out bias": self.out.bias}
        found |= {"alone out": self.alone_out.weight[0], "alone out bias": self.alone_out.bias}
        return {name: value.detach().numpy() for name, value in found.items()}


def tensors(example: Example) -> dict[str, Tensor]:
    """An example as tensors."""
    arrays = {
        "vectors": example.vectors, "table": example.traits.table, "later": example.pairs.later,
        "earlier": example.pairs.earlier, "shared": example.pairs.table.astype("float32"),
        "true": example.true, "taught": example.taught,
    }  # fmt: skip
    return {name: torch.from_numpy(value) for name, value in arrays.items()}


def _summed(links: Tensor, owner: Tensor, alone: Tensor) -> Tensor:
    """The log of the sum of the exponentials of each mention's links and its alone."""
    top = torch.scatter_reduce(alone.detach(), 0, owner, links.detach(), "amax")
    total = torch.exp(alone - top).scatter_add(0, owner, torch.exp(links - top[owner]))
    return top + total.clamp(min=1e-30).log()
