"""Train all heads in one run.

    python -m recipes.language.train --corpora PATH [--out checkpoints/en] [--epochs 10]
        [--start checkpoints/old --rate 0.3 --passes polnear=2 re3d=4]
        [--start checkpoints/old --only entities]

Resumes from the last checkpoint in ``--out``. On a CPU preload jemalloc with
``MALLOC_CONF=dirty_decay_ms:-1,muzzy_decay_ms:-1``; bfloat16 is used where the machine knows it.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import torch
from torch import Tensor

from recipes.language import data as corpus
from recipes.language.corpora import CORPORA, PASSES
from recipes.language.encoder import load_minilm, minilm_folder
from recipes.language.heads import Head
from recipes.language.network import Network, collate
from recipes.language.passage import Passage

RATES = {"encoder": 1.5e-4, "heads": 1e-3}
WARM = 0.04


def main() -> None:
    """Parse the arguments and train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("checkpoints/en"))
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--start", type=Path, help="weights to go on from, with a fresh schedule")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on all learning rates")
    parser.add_argument(
        "--only", nargs="*", default=[], metavar="HEAD", help="leave all but these as they were"
    )
    parser.add_argument("--passes", nargs="*", default=[], metavar="CORPUS=N", help="other numbers of passes")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    train(parser.parse_args())


def train(args: argparse.Namespace) -> None:
    """The run: epochs of mixed batches, a linear rise and fall of the rate, checkpoints."""
    torch.manual_seed(1)
    data = corpus.load(args.corpora, "train")
    dev = corpus.load(args.corpora, "dev")
    parsed = [p for name in ("ewt", "gum") for p in data[name]]
    args.out.mkdir(parents=True, exist_ok=True)
    if not args.only:
        corpus.add_vectors(parsed, args.out / "vectors.pt")
    tags = corpus.tag_sets(data)
    (args.out / "tags.json").write_text(json.dumps(tags))
    network = Network(tags)
    load_minilm(network.encoder, minilm_folder() / "model.safetensors")
    if args.start:
        _start(network, args.start / "state.pt", args.only)
    network.to(args.device)
    _teach(network, args.only)
    optimizer = torch.optim.AdamW(_groups(network), weight_decay=0.01, fused=True)
    passes = PASSES | {name: float(n) for name, n in (p.split("=") for p in args.passes)}
    shares = {name: passes[name] / args.epochs for name in CORPORA}
    total = args.epochs * len(corpus.batches(data, shares, 0))
    state = args.out / "state.pt"
    done = _resume(state, network, optimizer)
    print(f"{total} steps, {done} done", flush=True)
    step, heads, began, words = 0, _taught(network, args.only), time.time(), 0
    average: dict[str, float] = {}
    for epoch in range(args.epochs):
        for batch in corpus.batches(data, shares, epoch):
            step += 1
            if step <= done:
                continue
            _set_rate(optimizer, min(step / total, 1.0), args.rate)
            _teach(network, args.only)
            tensors = {k: v.to(args.device) for k, v in collate(batch, heads).items()}
            with torch.autocast(args.device, torch.bfloat16):
                losses = network.losses(tensors)
            weights = {h.name: h.weight for h in heads}
            sum(loss * weights[name] for name, loss in losses.items()).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            words += int(tensors["words"].sum())
            for name, loss in losses.items():
                average[name] = 0.98 * average.get(name, float(loss)) + 0.02 * float(loss)
            if step % 100 == 0:
                speed = words / (time.time() - began)
                shown = " ".join(f"{k} {v:.3f}" for k, v in average.items() if k[0].islower())
                print(f"{step}/{total} {speed:.0f} words/s {shown}", flush=True)
            if step % 200 == 0:
                _save(state, network, optimizer, step)
            if step % 900 == 0:
                print(f"dev at {step}: {check(network, dev, args.device)}", flush=True)
    _save(state, network, optimizer, step)
    print(f"dev at {step}: {check(network, dev, args.device)}", flush=True)


def _start(network: Network, state: Path, only: list[str]) -> None:
    """Take over saved weights; heads that are to be taught alone begin anew."""
    anew = {f"heads.{place}." for place, head in enumerate(network.heads) if head.name in only}
    saved = torch.load(state, weights_only=True)["network"]
    kept = {key: value for key, value in saved.items() if not key.startswith(tuple(anew))}
    missing = network.load_state_dict(kept, strict=not only).missing_keys
    if any(not key.startswith(tuple(anew)) for key in missing):
        raise ValueError(f"{state} lacks {', '.join(missing)}")


def _teach(network: Network, only: list[str]) -> None:
    """Training mode for all, or for these heads alone while all else stands still."""
    network.train(not only)
    network.requires_grad_(not only)
    for head in _taught(network, only) if only else ():
        head.train().requires_grad_(True)


def _taught(network: Network, only: list[str]) -> list[Head]:
    named: list[Head] = list(network.heads)  # type: ignore[arg-type]
    return [head for head in named if not only or head.name in only]


def _groups(network: Network) -> list[dict[str, object]]:
    encoder = set(map(id, network.encoder.parameters()))
    rest = [p for p in network.parameters() if id(p) not in encoder]
    return [
        {"params": list(network.encoder.parameters()), "lr": 0.0, "top": RATES["encoder"]},
        {"params": rest, "lr": 0.0, "top": RATES["heads"]},
    ]


def _set_rate(optimizer: torch.optim.Optimizer, part: float, factor: float) -> None:
    scale = part / WARM if part < WARM else (1.0 - part) / (1.0 - WARM)
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * scale * factor


def _resume(state: Path, network: Network, optimizer: torch.optim.Optimizer) -> int:
    if not state.exists():
        return 0
    saved = torch.load(state, weights_only=True)
    network.load_state_dict(saved["network"])
    optimizer.load_state_dict(saved["optimizer"])
    return int(saved["step"])


def _save(state: Path, network: Network, optimizer: torch.optim.Optimizer, step: int) -> None:
    saved = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    torch.save(saved, state.with_suffix(".new"))
    state.with_suffix(".new").replace(state)


@torch.inference_mode()
def check(network: Network, dev: dict[str, list[Passage]], device: str) -> dict[str, float]:
    """Rough figures on part of the dev data: shares of right tags, arcs and labels (greedy)."""
    network.eval()
    right: dict[str, list[int]] = {}
    for name, passages in dev.items():
        for batch in corpus.batches({name: passages}, {name: 1.0}, 5)[:14]:
            tensors = {k: v.to(device) for k, v in collate(batch, list(network.heads)).items()}
            words = network.words(tensors)
            for head in network.heads:
                _tally(right, name, head, words, tensors)
    return {key: round(100 * hit / max(n, 1), 1) for key, (hit, n) in right.items()}


def _tally(
    right: dict[str, list[int]], name: str, head: object, words: Tensor, tensors: dict[str, Tensor]
) -> None:
    key = f"y {head.name}"  # type: ignore[attr-defined]
    if key not in tensors or head.name not in ("ends", "upos", "arcs", "attribution", "cues", "entities"):  # type: ignore[attr-defined]
        return
    wanted = tensors[key]
    scores = head.scores(words, tensors) if hasattr(head, "scores") else head.out(words)  # type: ignore[attr-defined]
    said = scores.argmax(-1)
    kept = wanted != -100
    if head.name in ("entities", "ends"):  # type: ignore[attr-defined]
        kept = kept & ((wanted > 0) | (said > 0))
    tally = right.setdefault(f"{name} {head.name}", [0, 0])  # type: ignore[attr-defined]
    tally[0] += int((said == wanted)[kept].sum())
    tally[1] += int(kept.sum())


if __name__ == "__main__":
    main()
