"""One topic over all records, and when two labels name one matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from readout.knowledge.kin import APART
from readout.link.accounts.telling import Telling
from readout.model.anchor import Anchor

LIST = re.compile(
    r"^(?!.*\bnot\b)\s*(?:,\s*(?:and|or|as well as)?|and|or|as well as)\s*(?:[a-z’'-]+\s+){0,3}(?:the\s+)?$"
)


@dataclass(slots=True)
class Matter:
    """One topic over all records: its labels, and what speaks of it where.

    ``main`` are the tellings that are about it first, ``carried`` those that go on from one of them;
    ``whose`` are the sides that the label names, ``acts`` is set where it is somebody who acts,
    ``twin`` where two clauses of one verb make it.
    """

    label: str
    key: tuple[str, ...]
    confidence: float
    document: str = ""
    places: dict[int, list[Anchor]] = field(default_factory=dict)
    main: set[int] = field(default_factory=set)
    whose: frozenset[str] = frozenset()
    acts: bool = False
    carried: set[int] = field(default_factory=set)
    keys: set[tuple[str, ...]] = field(default_factory=set)
    twin: bool = False

    @property
    def name(self) -> bool:
        """Whether the label is a name."""
        return all(word[0].isupper() for word in self.label.split())


def joined(found: list[Matter], matter: Matter) -> None:
    same = next((other for other in found if same_matter(other, matter)), None)
    if same is None:
        found.append(matter)
        return
    if same.key[0] == "next" and re.search(r" on (?!\w+ \d|\d)", matter.label):
        same.label = matter.label
    absorbed(same, matter)


def absorbed(same: Matter, matter: Matter) -> None:
    if same.document != matter.document:
        same.document = ""
    for number, mentions in matter.places.items():
        same.places.setdefault(number, []).extend(mentions)
    same.main |= matter.main
    same.keys |= {same.key, matter.key} | matter.keys
    same.confidence = max(same.confidence, matter.confidence)


def same_matter(one: Matter, other: Matter) -> bool:
    """Whether two labels name one matter: same head and fitting modifiers, or names that share two words."""
    if one.whose and other.whose and not one.whose & other.whose:
        return False
    if "next" in (one.key[0], other.key[0]):
        return one.key[0] == other.key[0]
    a, b = set(one.key), set(other.key)
    if (a ^ b) & APART:
        return False
    if one.key[-1] == other.key[-1]:
        return all(_fit(mine, its) for mine in one.keys | {one.key} for its in other.keys | {other.key})
    if one.name and other.name:
        return len(a & b) >= 2 and 2 * len(a & b) >= min(len(a), len(b))
    return False


def _fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether of two keys of one head one narrows the other: "cars", "sleeping cars", not "dining cars"."""
    return one[-1] != other[-1] or set(one) <= set(other) or set(other) <= set(one)


def listed(telling: Telling, mentions: Sequence[Anchor]) -> bool:
    """Whether a topic only stands in a list there: "covered fisheries, visas and ports"."""
    if telling.statement is None:
        return False
    others = sorted({*mentions, *(m for t in telling.record.topics for m in t.mentions if telling.holds(m))})
    text = telling.record.document.text
    for mention in mentions:
        at = others.index(mention)
        after = at + 1 < len(others) and _beside(text, mention, others[at + 1])
        before = at > 0 and _beside(text, others[at - 1], mention)
        if after or before:
            return True
    return False


def _beside(text: str, one: Anchor, other: Anchor) -> bool:
    """Whether two mentions are of one list, not a name beside what it names: "geologist, Ada Orr"."""
    gap = text[one.end : other.start]
    named = one.exact.islower() and other.exact[0].isupper()
    return bool(LIST.match(gap)) and not (gap.strip() == "," and named)


def widest(telling: Telling) -> Anchor:
    return max(telling.anchors, key=lambda anchor: anchor.end - anchor.start)
