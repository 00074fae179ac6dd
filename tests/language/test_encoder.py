"""The boundary: the shipped encoder and its stand-in keep the same promise."""

import numpy as np
import pytest

from readout.language import load
from readout.language.encoder import Encoder, FakeEncoder
from readout.language.pieces import arrays, spelling_features
from readout.language.spelling import Spelling
from readout.language.windows import Window

WIDTHS = {"ends": 2, "factuality": 0}


@pytest.fixture(params=["onnx", "fake"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    return load(threads=1).model.encoder if request.param == "onnx" else FakeEncoder(WIDTHS)


def test_every_word_gets_an_entry_of_every_head(encoder: Encoder) -> None:
    spelling = Spelling(("Oslo", "agreed", "."), (3, 1, 0))
    out = encoder.encode(arrays(Window(0, 0, 3, 3), [[9], [9, 8], [7]], spelling_features(spelling)))
    assert out["ends"].shape == (1, 3, 2)
    assert out["factuality"].shape == (1, 3)
    assert all(np.isfinite(values).all() for values in out.values())
