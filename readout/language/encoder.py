"""The one expensive step behind one method: windows of pieces in, vectors and scores a word out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from readout.model.errors import MissingModelError

Array = npt.NDArray[Any]
UNREAD = "antecedents."
"""The outputs that nothing reads begin so: they are not asked for."""


class Encoder(Protocol):
    """Anything that can stand behind the engine."""

    def encode(self, batch: Mapping[str, Array]) -> dict[str, Array]:
        """``ids`` [B, P], ``spelling`` [B, P, 3], ``mask`` [B, P], ``first`` and ``last`` [B, W] in.

        Out comes an array [B, W, …] for every head's name.
        """
        ...


class OnnxEncoder:
    """The shipped model, run by onnxruntime on the CPU.

    >>> OnnxEncoder(Path("model.onnx"), threads=1)  # doctest: +SKIP
    """

    def __init__(self, path: Path, threads: int = 0) -> None:
        import onnxruntime

        if not path.exists():
            raise MissingModelError(f"the language model {path.name} is missing: reinstall readout")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        names = [output.name for output in self._session.get_outputs()]
        self._names = [name for name in names if not name.startswith(UNREAD)]

    def encode(self, batch: Mapping[str, Array]) -> dict[str, Array]:
        """One run of the session."""
        found = self._session.run(self._names, dict(batch))
        return dict(zip(self._names, found, strict=True))


class FakeEncoder:
    """A stand-in for tests: every word says nothing (zeros), at once."""

    def __init__(self, widths: Mapping[str, int]) -> None:
        self._widths = widths

    def encode(self, batch: Mapping[str, Array]) -> dict[str, Array]:
        """Zeros of the right shapes."""
        shape = batch["first"].shape
        return {
            name: np.zeros((*shape, width) if width else shape, np.float32)
            for name, width in self._widths.items()
        }
