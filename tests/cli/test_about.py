"""``readout about`` and ``readout schema``."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from readout import __version__


def _printed(*words: str) -> str:
    command = [sys.executable, "-m", "readout.cli.main", *words]
    return subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout


def test_about_names_the_version_the_model_and_the_licence() -> None:
    told = _printed("about")
    assert f"Readout          {__version__}" in told
    assert "language model" in told and "Apache-2.0" in told


def test_schema_is_a_json_schema() -> None:
    assert json.loads(_printed("schema"))["$ref"] == "#/$defs/Record"


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, readout, readout.cli.main; print(' '.join(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    heavy = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "jinja2", "msgspec", "rich.console"}
    assert heavy & set(ran.stdout.split()) == set()


def test_help_is_quick() -> None:
    resource = pytest.importorskip("resource")

    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        _printed("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return float(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)

    assert min(seconds() for _ in range(3)) < 0.4
