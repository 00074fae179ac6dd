"""Every figure of the language engine and of the reading, from the corpora's dev parts.

python -m readout.evaluate --corpora PATH [--weights FOLDER] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from readout.evaluate import attribution, names, parse
from readout.language.engine import Engine
from readout.language.model import at, shipped
from readout.model.document import Document
from readout.read import Reader


def figures(engine: Engine, corpora: Path) -> dict[str, dict[str, float]]:
    """All scores in percent, by corpus."""
    ewt = sorted((corpora / "ewt" / "dev").glob("*.conllu"))
    gum = sorted((corpora / "gum" / "dev" / "dep").glob("*.conllu"))
    spoken = [f for f in gum if f.name.startswith(("GUM_news", "GUM_speech"))]
    return {
        "EWT": parse.parse(engine, ewt) | parse.sentence_ends(engine, ewt),
        "GUM": parse.parse(engine, gum),
        "GUM news and speech": parse.parse(engine, spoken),
        "wikigold": names.score_wikigold(engine, corpora / "ner" / "train" / "wikigold"),
        "re3d (overlap)": names.score_re3d(engine, corpora / "ner" / "dev" / "re3d"),
        "PolNeAR": polnear(engine, corpora / "polnear" / "dev"),
    }


def polnear(engine: Engine, folder: Path) -> dict[str, float]:
    """Attribution as `readout read` says it, on the articles as they stand."""
    gold = list(attribution.articles(folder))
    reader = Reader(engine)
    records = reader.read_many(Document("", text) for text, _ in gold)
    return attribution.score(
        (text, wanted, attribution.triples(record))
        for (text, wanted), record in zip(gold, records, strict=True)
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m readout.evaluate", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    engine = Engine(at(args.weights) if args.weights else shipped())
    found = figures(engine, args.corpora)
    if args.json:
        sys.stdout.write(json.dumps(found) + "\n")
        return
    for corpus, scores in found.items():
        shown = "  ".join(f"{name} {value:.2f}" for name, value in scores.items())
        sys.stdout.write(f"{corpus:22} {shown}\n")


if __name__ == "__main__":
    main()
