"""The gate: figures may rise, but not fall unseen.

python -m readout.evaluate.gate [--corpora PATH] [--raise]

Floors stand in ``floors.json`` beside a digest of the data that they were measured on; other data, or a
figure below its floor, fails. ``--raise`` lifts floors to what is measured now and never lowers one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

from readout.evaluate import own
from readout.language.engine import Engine
from readout.language.model import shipped

SLACK = 0.3
"""Points that a figure may lie below its floor: other processors round differently."""

Figures = dict[str, dict[str, float]]
FLOORS = Path(str(files("readout.evaluate").joinpath("floors.json")))


def main() -> int:
    """Measure, compare, say what fell."""
    parser = argparse.ArgumentParser(prog="python -m readout.evaluate.gate", description=__doc__)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--raise", action="store_true", dest="lift")
    args = parser.parse_args()
    measured, digests = measure(args.corpora)
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"data": {}, "floors": {}}
    if args.lift:
        FLOORS.write_text(json.dumps(lifted(floors, measured, digests), indent=1) + "\n", encoding="utf-8")
        return 0
    faults = fallen(floors, measured, digests)
    for fault in faults:
        sys.stderr.write(f"gate: {fault}\n")
    if not faults:
        count = sum(len(scores) for scores in measured.values())
        sys.stdout.write(f"gate: {count} figures hold\n")
    return 1 if faults else 0


def measure(corpora: Path | None) -> tuple[Figures, dict[str, str]]:
    """The figures of our own texts, and of the corpora where their folder is given, with digests."""
    engine = Engine(shipped())
    measured: Figures = {"own": own.score(engine)}
    digests = {"own": digest([own.PATH])}
    if corpora:
        from readout.evaluate.__main__ import figures

        measured |= figures(engine, corpora)
        parts = [*corpora.glob("*/dev/**/*"), *(corpora / "ner" / "train" / "wikigold").glob("*")]
        digests["corpora"] = digest(sorted(p for p in parts if p.is_file()))
    return measured, digests


def digest(paths: list[Path]) -> str:
    """SHA-256 of the files' bytes, in order."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()


def fallen(floors: dict[str, Any], measured: Figures, digests: dict[str, str]) -> list[str]:
    """A sentence for each figure under its floor and for data that is not what the floors belong to."""
    stale = [name for name, value in digests.items() if floors["data"].get(name) not in (None, value)]
    faults = [f"the data of {name} changed: measure anew with --raise and say why" for name in stale]
    for corpus, scores in floors["floors"].items():
        for name, floor in scores.items():
            value = measured.get(corpus, {}).get(name)
            if value is not None and value < floor - SLACK:
                faults.append(f"{corpus} {name} is {value}, its floor {floor}")
    return faults


def lifted(floors: dict[str, Any], measured: Figures, digests: dict[str, str]) -> dict[str, object]:
    """The floors with every higher figure of now."""
    out = {corpus: dict(scores) for corpus, scores in floors["floors"].items()}
    for corpus, scores in measured.items():
        kept = out.setdefault(corpus, {})
        for name, value in scores.items():
            kept[name] = max(value, kept.get(name, 0.0))
    return {"data": {**floors["data"], **digests}, "floors": out}


if __name__ == "__main__":
    sys.exit(main())
