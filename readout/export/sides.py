"""Comparisons in a few words: icons, words and colours of stances and verdicts; JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

from readout.export.json import whole
from readout.export.phrase import counted, flat
from readout.model.account import Comparison, Encounter, Evidence
from readout.model.record import Record
from readout.model.statement import Statement

STANCES = {
    "said": ("●", "said", "told"),
    "silence reported": ("○", "silence reported", "told-silent"),
    "denied": ("✗", "denied", "told-denied"),
    "not found": ("·", "not found", "nothing"),
}
VERDICTS = {
    "contradict": ("⚡", "contradict"),
    "differ": ("≠", "differ"),
    "agree": ("=", "agree"),
    "one-sided": ("◐", "one-sided"),
}
LEGEND = {
    "silence reported": "a text says that this side did not speak of it",
    "not found": "the texts were searched and nothing was found; that is no proof of silence",
}
MEETINGS = {
    ("CONSULT", "phone"): "phone call",
    ("CONSULT", "visit"): "visit",
    ("CONSULT", "multilateral"): "meeting of many",
    ("CONSULT", "third-party"): "mediated talks",
    ("CONSULT", None): "meeting",
    ("AGREE", None): "agreement",
    ("ASSAULT", None): "clash",
    ("COOPERATE", None): "joint undertaking",
}


def encounter(reading: Encounter | None) -> str:
    """The encounter in a line: ``Phone call: Xi Jinping, Donald Trump · 2025-11-24``."""
    if reading is None:
        return "No encounter that all texts tell of"
    name = MEETINGS.get((reading.type, reading.mode)) or MEETINGS.get((reading.type, None), reading.type)
    parties = f"{name.capitalize()}: {', '.join(reading.actors)}"
    return f"{parties} · {reading.when}" if reading.when else parties


def summary(comparison: Comparison) -> str:
    """How many rows of each verdict, in a line."""
    counts = Counter(row.verdict for row in comparison.topics)
    silences = sum(any(c.stance == "silence reported" for c in row.cells) for row in comparison.topics)
    named = [
        counted(counts["contradict"], "contradiction"),
        counted(counts["differ"], "difference"),
        counted(counts["agree"], "agreement"),
        counted(counts["one-sided"], "one-sided topic"),
        counted(silences, "reported silence"),
    ]
    return ", ".join(part for part in named if not part.startswith("0 ")) or "no topics"


def shown(record: Record, evidence: Evidence) -> str:
    """What a piece of evidence says; of a silence also who and how: "Orr did not mention it"."""
    statement = next((s for s in record.statements if s.id == evidence.statement), None)
    if statement is None or statement.said == "yes":
        return _with_cue(record, statement, evidence)
    source = statement.source.anchor if statement.source else None
    parts = [anchor for anchor in (source, statement.cue, *statement.content) if anchor]
    start, end = min(a.start for a in parts), max(a.end for a in parts)
    return record.document.text[start:end] if end - start < LONGEST else evidence.anchor.exact


LONGEST = 300
"""Characters up to which a silence is shown with all its words."""


def _with_cue(record: Record, statement: Statement | None, evidence: Evidence) -> str:
    """Some few words with what leads to them: "called for" before "calm"."""
    cue = statement.cue if statement else None
    few = len(evidence.anchor.exact.split()) <= FEW
    if cue is None or not few or not 0 <= evidence.anchor.start - cue.end <= GAP:
        return evidence.anchor.exact
    return record.document.text[cue.start : evidence.anchor.end]


FEW = 5
"""Words that tell little by themselves."""
GAP = 8
"""Characters between them and what leads to them."""


def short(text: str, length: int = 180) -> str:
    """Words cut at a space, with an ellipsis where something is left out."""
    text = flat(text)
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def plain(linked: object, first: Sequence[str] = ("readout",)) -> dict[str, Any]:
    """A comparison, ledger or timeline as dictionaries and lists, the contract's version first."""
    tree = _whole(msgspec.to_builtins(linked))
    return {name: tree[name] for name in (*first, *(key for key in tree if key not in first))}


def page(linked: object) -> bytes:
    """The JSON on many lines."""
    return msgspec.json.format(msgspec.json.encode(plain(linked)), indent=2)


def _whole(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _whole(value) for key, value in tree.items()}
    if isinstance(tree, (list, tuple)):
        return [_whole(value) for value in tree]
    return whole(tree) if isinstance(tree, float) else tree
