"""PolNeAR: attributions in US political news (no licence stated; the texts are not shipped)."""

from __future__ import annotations

from pathlib import Path

from readout.evaluate.attribution import annotated
from readout.language.spelling import GAP_SPACE, spelling_of
from readout.language.tokens import tokenize
from recipes.language.passage import IGNORE, Passage

Span = tuple[int, int]


def passages(corpora: Path, part: str) -> list[Passage]:
    """The articles of a part ("train" or "dev"), one annotator each."""
    folder = corpora / "polnear" / part
    notes = {}
    for path in sorted((folder / "attributions").glob("*.ann"), reverse=True):
        notes[path.name.rpartition("_")[0]] = path
    out = []
    for text in sorted((folder / "text").glob("*.txt")):
        if text.stem in notes:
            out.append(passage(text.read_text("utf-8"), notes[text.stem].read_text("utf-8"), text.stem))
    return out


def passage(text: str, notes: str, name: str) -> Passage:
    """Tags (source, cue, content) and for each such word the first word of its cue."""
    ranges = tokenize(text)
    spelling = spelling_of(text, ranges)
    tags = ["O"] * len(ranges)
    cues = [IGNORE] * len(ranges)
    for roles in annotated(notes):
        cue = _words(ranges, roles.get("Cue", []))
        for role, label in (("Content", "content"), ("Source", "source"), ("Cue", "cue")):
            for span in roles.get(role, []):
                words = _words(ranges, [span])
                for place, word in enumerate(words):
                    tags[word] = ("B-" if place == 0 else "I-") + label
                    cues[word] = cue[0] if cue else IGNORE
    cuts = [0] + [i for i in range(1, len(ranges)) if _begins(spelling.words, spelling.gaps, i)]
    return Passage(spelling, cuts, {"attribution": tags, "cues": cues}, name=name)


def _begins(words: tuple[str, ...], gaps: tuple[int, ...], i: int) -> bool:
    if gaps[i] > GAP_SPACE:
        return True
    before = words[i - 1] if words[i - 1] not in "\"”'’)" or i < 2 else words[i - 2]
    return gaps[i] == GAP_SPACE and before in ".!?" and (words[i][0].isupper() or words[i] in '“"')


def _words(ranges: list[Span], spans: list[Span]) -> list[int]:
    return [i for a, b in spans for i, (x, y) in enumerate(ranges) if x < b and y > a] if spans else []
