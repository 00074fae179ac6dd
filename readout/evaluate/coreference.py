"""Coreference through the public reading: CoNLL F1 and mentions on OntoGUM, accuracy on GAP.

OntoGUM's chains are compared with those of the engine (people, things, pronouns: all that is spoken of
twice), GAP's pronouns with the actors of the record. The figures are those of the usual definitions (MUC; B³;
CEAF with φ4), counted here; a mention is right when both its ends are.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from readout.evaluate.names import GLUED
from readout.evaluate.pairing import best_total
from readout.language import load
from readout.model.actor import Actor
from readout.model.analysis import Analysis, Reference
from readout.model.document import Document
from readout.read import Reader

Span = tuple[int, int]
Chain = frozenset[Span]
MARK = re.compile(r"\((\d+)\)|\((\d+)|(\d+)\)")


@dataclass(slots=True)
class Tally:
    """What is right, of what was said and of what there is."""

    said_right: float = 0.0
    said: float = 0.0
    gold_right: float = 0.0
    gold: float = 0.0

    def add(self, said_right: float, said: float, gold_right: float, gold: float) -> None:
        """Count one document."""
        self.said_right, self.said = self.said_right + said_right, self.said + said
        self.gold_right, self.gold = self.gold_right + gold_right, self.gold + gold

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.said_right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.gold_right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def muc(gold: Sequence[Chain], said: Sequence[Chain]) -> tuple[float, float, float, float]:
    """Links kept: right and all, of what was said and of the gold."""
    return (*_links(said, gold), *_links(gold, said))


def _links(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    owner = {span: number for number, chain in enumerate(others) for span in chain}
    right = 0
    for chain in chains:
        held = [owner[span] for span in chain if span in owner]
        right += len(chain) - len(set(held)) - (len(chain) - len(held))
    return right, sum(len(chain) - 1 for chain in chains)


def b_cubed(gold: Sequence[Chain], said: Sequence[Chain]) -> tuple[float, float, float, float]:
    """For each mention the share of its chain that is right."""
    return (*_shares(said, gold), *_shares(gold, said))


def _shares(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    owner = {span: chain for chain in others for span in chain}
    right = sum(len(chain & owner[s]) / len(chain) for chain in chains for s in chain if s in owner)
    return right, sum(map(len, chains))


def ceaf(gold: Sequence[Chain], said: Sequence[Chain]) -> tuple[float, float, float, float]:
    """The best pairing of chains by the share of mentions that two have in common (φ4)."""
    alike = [[2 * len(g & s) / (len(g) + len(s)) for s in said] for g in gold]
    total = best_total(alike)
    return total, len(said), total, len(gold)


def chains_of(lines: Sequence[str]) -> tuple[list[str], list[Chain]]:
    """Words and chains of a document in CoNLL's columns; spans are word ranges (half-open)."""
    words: list[str] = []
    opened: dict[str, list[int]] = {}
    chains: dict[str, set[Span]] = {}
    for line in lines:
        parts = line.split("\t")
        if line.startswith("#") or len(parts) < 3:
            continue
        at = len(words)
        words.append(parts[1])
        for single, start, end in MARK.findall(parts[-1]):
            if start:
                opened.setdefault(start, []).append(at)
            else:
                first = at if single else opened[end].pop()
                chains.setdefault(single or end, set()).add((first, at + 1))
    return words, [frozenset(chain) for chain in chains.values()]


def written(words: Sequence[str]) -> tuple[str, list[Span]]:
    """The words as a text, and where each stands in it."""
    text, at = "", []
    for word in words:
        text += "" if not text or GLUED.match(word) or text[-1] in "([" else " "
        at.append((len(text), len(text) + len(word)))
        text += word
    return text, at


def chains_read(analysis: Analysis, at: Sequence[Span]) -> list[Chain]:
    """The chains of an analysis as word ranges of the gold's own words."""
    starts, ends = [start for start, _ in at], [end for _, end in at]

    def span(mention: Reference) -> Span:
        first, last = analysis.words[mention.first].start, analysis.words[mention.last - 1].end
        return bisect_right(ends, first), bisect_left(starts, last)

    return [frozenset(span(analysis.mentions[number]) for number in chain) for chain in analysis.chains]


def ontogum(reader: Reader, folder: Path) -> dict[str, Tally]:
    """The measures over all documents of a folder."""
    tallies = {name: Tally() for name in ("muc", "b3", "ceaf", "mentions")}
    for path in sorted(folder.glob("*.conll")):
        words, gold = chains_of(path.read_text("utf-8").splitlines())
        text, at = written(words)
        analysis = reader.engine.analyse(Document(path.stem, text, ((0, len(text)),)))
        said = [chain for chain in chains_read(analysis, at) if len(chain) > 1]
        for name, measure in (("muc", muc), ("b3", b_cubed), ("ceaf", ceaf)):
            tallies[name].add(*measure(gold, said))
        theirs, ours = (frozenset(s for chain in chains for s in chain) for chains in (gold, said))
        both = len(theirs & ours)
        tallies["mentions"].add(both, len(ours), both, len(theirs))
    return tallies


def conll(tallies: dict[str, Tally]) -> float:
    """The mean of the three F1."""
    return (tallies["muc"].f1 + tallies["b3"].f1 + tallies["ceaf"].f1) / 3


def gap(reader: Reader, path: Path) -> tuple[Tally, float]:
    """Names that a pronoun is said to mean (of two for each text), and the share of texts with both right."""
    tally, right, count = Tally(), 0, 0
    for row in _rows(path):
        text = row["Text"]
        actors = reader.read(Document(row["ID"], text, ((0, len(text)),))).actors
        start = int(row["Pronoun-offset"])
        place = (start, start + len(row["Pronoun"]))
        owner = next((a for a in actors if any((m.start, m.end) == place for m in a.mentions)), None)
        gold = [row[f"{name}-coref"].upper() == "TRUE" for name in "AB"]
        said = [owner is not None and _names(owner, row, name) for name in "AB"]
        both = sum(g and s for g, s in zip(gold, said, strict=True))
        tally.add(both, sum(said), both, sum(gold))
        right, count = right + (gold == said), count + 1
    return tally, right / count if count else 0.0


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _names(actor: Actor, row: dict[str, str], name: str) -> bool:
    start = int(row[f"{name}-offset"])
    end = start + len(row[name])
    return any(m.start < end and m.end > start and m.kind != "pronoun" for m in actor.mentions)


def main() -> None:
    """``python -m readout.evaluate.coreference --corpora PATH``: OntoGUM dev and GAP's validation part."""
    parser = argparse.ArgumentParser(description="Who is who within a text, from the corpora's dev parts.")
    parser.add_argument("--corpora", type=Path, required=True)
    corpora: Path = parser.parse_args().corpora
    reader = Reader(load(chains=True))
    tallies = ontogum(reader, corpora / "gum" / "dev" / "coref" / "ontogum" / "conll")
    lines = [
        f"{name:<9} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
        for name, tally in tallies.items()
    ]
    lines.append(f"CoNLL F1  {conll(tallies):.3f}")
    tally, share = gap(reader, corpora / "coref" / "dev" / "gap" / "gap-validation.tsv")
    lines.append(
        f"GAP       P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}  both right {share:.3f}"
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
