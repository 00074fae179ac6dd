"""Attribution spans against PolNeAR: contents by overlap, with their source, and exact spans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from readout.model.record import Record

TOKEN = re.compile(r"\w+|[^\w\s]")
PUNCTUATION = re.compile(r"^\W+$")
ROLES = ("Source", "Cue", "Content")
ENOUGH = 0.5
"""Jaccard of tokens from which two contents are the same."""

Range = tuple[int, int]
Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Triple:
    """Token indices of source, cue and content."""

    source: Tokens
    cue: Tokens
    content: Tokens


def articles(folder: Path) -> Iterator[tuple[str, list[Triple]]]:
    """Text and gold attributions of each article, by its first annotator."""
    for path in sorted((folder / "text").glob("*.txt")):
        notes = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if notes:
            text = path.read_text("utf-8")
            yield text, _gold(text, notes[0].read_text("utf-8"))


def triples(record: Record) -> list[Triple]:
    """What a record says, in the same tokens; nested and unsaid statements are left out."""
    tokens = _tokens(record.document.text)
    out = []
    for statement in record.statements:
        if statement.within or statement.said == "not said":
            continue
        source = statement.source.anchor if statement.source else None
        spans = [[(a.start, a.end) for a in anchors if a] for anchors in ([source], [statement.cue])]
        content = [(a.start, a.end) for a in statement.content]
        out.append(Triple(_ids(tokens, spans[0]), _ids(tokens, spans[1]), _ids(tokens, content)))
    return out


def score(pairs: Iterable[tuple[str, list[Triple], list[Triple]]]) -> dict[str, float]:
    """F1 in percent over (text, gold, said)."""
    count: Counter[str] = Counter()
    for text, gold, said in pairs:
        words = [text[a:b] for a, b in _tokens(text)]
        count["gold"] += len(gold)
        count["said"] += len(said)
        for wanted, found in _paired(gold, said):
            count["content"] += 1
            count["linked"] += bool(wanted.source & found.source) or not (wanted.source or found.source)
        for role in ("source", "cue", "content"):
            a = Counter(_trimmed(getattr(t, role), words) for t in gold if getattr(t, role))
            b = Counter(_trimmed(getattr(t, role), words) for t in said if getattr(t, role))
            count[f"{role} hit"] += (a & b).total()
            count[f"{role} all"] += a.total() + b.total()
    either = max(count["gold"] + count["said"], 1)
    exact = {
        f"exact {r}": 200 * count[f"{r} hit"] / max(count[f"{r} all"], 1)
        for r in ("content", "source", "cue")
    }
    figures = {
        "content": 200 * count["content"] / either,
        "with source": 200 * count["linked"] / either,
        **exact,
    }
    return {name: round(value, 2) for name, value in figures.items()}


def _paired(gold: list[Triple], said: list[Triple]) -> Iterator[tuple[Triple, Triple]]:
    """One to one, by falling overlap."""
    every = ((i, j) for i in range(len(gold)) for j in range(len(said)))
    overlaps = sorted(((_jaccard(gold[i].content, said[j].content), i, j) for i, j in every), reverse=True)
    used: tuple[set[int], set[int]] = (set(), set())
    for overlap, i, j in overlaps:
        if overlap < ENOUGH:
            return
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield gold[i], said[j]


def _jaccard(a: Tokens, b: Tokens) -> float:
    return len(a & b) / len(a | b) if a & b else 0.0


def _trimmed(span: Tokens, words: list[str]) -> Tokens:
    inner = sorted(span)
    while inner and PUNCTUATION.match(words[inner[0]]):
        inner.pop(0)
    while inner and PUNCTUATION.match(words[inner[-1]]):
        inner.pop()
    return frozenset(inner)


def _tokens(text: str) -> list[Range]:
    return [match.span() for match in TOKEN.finditer(text)]


def _ids(tokens: list[Range], spans: Iterable[Range]) -> Tokens:
    return frozenset(i for a, b in spans for i, (x, y) in enumerate(tokens) if x < b and y > a)


def _gold(text: str, notes: str) -> list[Triple]:
    tokens = _tokens(text)
    found = [[_ids(tokens, spans.get(role, ())) for role in ROLES] for spans in annotated(notes)]
    return [Triple(*roles) for roles in found if roles[2]]


def annotated(notes: str) -> list[dict[str, list[Range]]]:
    """The attributions of a brat file: for each role its character ranges.

    >>> annotated("T1\\tCue 4 8\\tsaid\\nE1\\tAttribution:T1 Cue:T1")
    [{'Attribution': [(4, 8)], 'Cue': [(4, 8)]}]
    """
    spans: dict[str, list[Range]] = {}
    out = []
    for line in notes.splitlines():
        if re.match(r"T\d+\t", line):
            key, body = line.split("\t")[:2]
            spans[key] = [(int(a), int(b)) for a, b in (o.split() for o in body.split(" ", 1)[1].split(";"))]
        elif re.match(r"E\d+\t", line):
            roles: dict[str, list[Range]] = {}
            for part in line.split("\t")[1].split():
                role, key = part.split(":")
                roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(key, []))
            out.append(roles)
    return out
