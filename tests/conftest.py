"""What all tests share: the hand-made record, and the places of the project."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

from readout.model.record import Record

settings.register_profile(
    "readout", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("readout")

ROOT = Path(__file__).parent.parent


def _samples() -> ModuleType:
    spec = importlib.util.spec_from_file_location("samples", Path(__file__).with_name("samples.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["samples"] = module
    spec.loader.exec_module(module)
    return module


SAMPLES = _samples()


@pytest.fixture
def record() -> Record:
    """One of every kind of item, made by hand."""
    made: Record = SAMPLES.record()
    return made


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def examples(root: Path) -> Path:
    """The shipped examples."""
    return root / "examples"


@pytest.fixture
def blind() -> object:
    """An engine that sees no words."""
    engine: object = SAMPLES.BlindEngine()
    return engine
