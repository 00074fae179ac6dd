"""Write the trained network as the files that ship: int8 ONNX, vocabulary, tags, arc weights.

    python -m recipes.language.export --state checkpoints/en --to readout/language/weights/en-1

The encoder's matrices become int8 by onnxruntime's dynamic quantisation, their inputs evened out before
(:mod:`recipes.language.smoothing`), the embeddings int8 with a scale a row; the heads stay float32.
``--float`` leaves out the quantisation, to measure what it costs.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from recipes.language.encoder import minilm_folder
from recipes.language.heads.kinds import Tags
from recipes.language.network import Network
from recipes.language.smoothing import batches_of, smoothed

NAME = "en-1"
EXAMPLES = Path("examples")
"""What the encoder reads to learn which channels are loud."""


class Table(nn.Module):
    """An embedding of int8 rows, each with its scale."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale[:, None]).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """[…] → […, 384]."""
        rows: Tensor = self.rows[ids].float()  # type: ignore[index]
        return rows * self.scale[ids][..., None]  # type: ignore[index]


class Exported(nn.Module):
    """The network with plain tensors in and out, in a fixed order."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, spelling: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """All outputs of all heads."""
        batch = {"ids": ids, "spelling": spelling, "mask": mask, "first": first, "last": last}
        return tuple(self.network.outputs(batch).values())


def main() -> None:
    """Parse the arguments and export."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--state", type=Path, default=Path("checkpoints/en"))
    parser.add_argument("--to", type=Path, default=Path("readout/language/weights") / NAME)
    parser.add_argument("--float", action="store_true")
    args = parser.parse_args()
    export(args.state, args.to, quantised=not args.float)


def export(state: Path, to: Path, quantised: bool = True) -> None:
    """Load the checkpoint in ``state`` and write the shipped files to ``to``."""
    tags = json.loads((state / "tags.json").read_text())
    network = Network(tags)
    saved = torch.load(state / "state.pt", weights_only=True, map_location="cpu")
    network.load_state_dict(saved["network"])
    network.eval()
    to.mkdir(parents=True, exist_ok=True)
    if quantised:
        network.encoder.pieces = Table(network.encoder.pieces.weight.detach())  # type: ignore[assignment]
    plain = to / ("plain.onnx" if quantised else "model.onnx")
    _to_onnx(network, plain)
    if quantised:
        _quantise(plain, to / "model.onnx")
        plain.unlink()
    relations = next(h for h in network.heads if h.name == "deprels").bilinear.detach().numpy()  # type: ignore[union-attr]
    np.savez_compressed(to / "relations.npz", deprels=relations.astype(np.float16))
    known = {h.name: h.tags for h in network.heads if isinstance(h, Tags)}
    known["deprels"] = tags["deprels"]
    about = {"name": NAME, "steps": saved["step"], "tags": known}
    (to / "model.json").write_text(json.dumps(about, indent=1) + "\n")
    shutil.copy(minilm_folder() / "tokenizer.json", to / "tokenizer.json")
    (to / "tokenizer.json").chmod(0o644)


def _to_onnx(network: Network, path: Path) -> None:
    pieces, words = 12, 7
    ids = torch.randint(1000, 2000, (2, pieces))
    inputs = (
        ids,
        torch.ones(2, pieces, 3, dtype=torch.long),
        torch.ones(2, pieces, dtype=torch.long),
        torch.arange(1, words + 1).repeat(2, 1),
        torch.arange(1, words + 1).repeat(2, 1),
    )
    with torch.inference_mode():
        batch = dict(zip(("ids", "spelling", "mask", "first", "last"), inputs, strict=True))
        names = list(network.outputs(batch))
    axes = {n: {0: "batch", 1: "pieces"} for n in ("ids", "spelling", "mask")}
    axes |= {n: {0: "batch", 1: "words"} for n in ("first", "last", *names)}
    torch.onnx.export(
        Exported(network),
        inputs,
        str(path),
        input_names=["ids", "spelling", "mask", "first", "last"],
        output_names=names,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _quantise(plain: Path, to: Path) -> None:
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    texts = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    model = smoothed(onnx.load(str(plain)), list(batches_of(texts, minilm_folder() / "tokenizer.json")))
    onnx.save(model, str(plain))
    keep = [n.name for n in model.graph.node if n.op_type in ("MatMul", "Gemm") and "/layers." not in n.name]
    quantize_dynamic(
        str(plain),
        str(to),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=keep,
        extra_options={"MatMulConstBOnly": True},
    )


if __name__ == "__main__":
    main()
