"""Fit the resolver of coreference and write it beside the model's other files.

    python -m recipes.language.resolver --corpora PATH [--model readout/language/weights/en-1]

Runs after every training of the encoder, on its exported (int8) model, two minutes on one core. Taught by
OntoGUM's training part. (Names of PolNeAR replaced by pronouns, after WikiCREM, were tried: they cost 9
points on GAP, for writers repeat a name where a pronoun would mislead.)
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from readout.language.model import at
from recipes.language.resolver.examples import ontogum
from recipes.language.resolver.network import Resolver, tensors

PASSES, RATE, DECAY = 10, 3e-3, 0.05


def main() -> None:
    """Parse the arguments, fit, save."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("readout/language/weights/en-1"))
    args = parser.parse_args()
    model = at(args.model, 1)
    folder = args.corpora / "gum" / "train" / "coref" / "ontogum" / "conll"
    network = fit([tensors(example) for example in ontogum(model, folder)])
    arrays = {name: value.astype(np.float16) for name, value in network.arrays().items()}
    np.savez_compressed(args.model / "coreference.npz", **arrays)  # type: ignore[arg-type]


def fit(texts: list[dict[str, Tensor]], seed: int = 1) -> Resolver:
    """The network after ``PASSES`` over all texts, in random order, one at a time."""
    torch.manual_seed(seed)
    dice, texts = random.Random(seed), list(texts)
    network = Resolver(texts[0]["table"].shape[1], texts[0]["shared"].shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = PASSES * len(texts)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    network.train()
    for number in range(PASSES):
        dice.shuffle(texts)
        total = 0.0
        for text in texts:
            loss = network.loss(text)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            total += float(loss.detach())
        print(f"pass {number + 1} of {PASSES}: loss {total / len(texts):.3f}", flush=True)
    return network.eval()


if __name__ == "__main__":
    main()
