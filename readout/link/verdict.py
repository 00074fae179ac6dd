"""The verdict on one topic: agree, differ, contradict or one-sided, with its reason in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, product

from readout.knowledge.kin import stems
from readout.link.accounts.telling import Telling
from readout.link.clashes.polarity import one_claim
from readout.link.clashes.typed import Clash, clash, unlike
from readout.link.lexicon import common
from readout.link.matters.matter import Matter
from readout.link.weighing import Weighing, positions, sentence, weighed
from readout.model.account import Account, Cell, Conflict, Evidence, Row

SILENT = "silence reported"
KINDS = {
    "amount": "give figures that cannot both be true",
    "date": "give dates that cannot both be true",
    "place": "name places that cannot both be true",
    "actor": "name different parties",
    "polarity": "cannot both be true",
}


def row_of(
    matter: Matter,
    cells: tuple[Cell, ...],
    told: Sequence[Telling],
    ids: dict[str, str],
    accounts: Sequence[Account],
) -> Row:
    """The row of a topic.

    >>> # said by one and denied by the other -> contradict; by one alone -> one-sided
    """
    names = {account.id: named(account.holder) for account in accounts}
    speaking = [cell for cell in cells if cell.stance in ("said", "denied")]
    if len(speaking) < 2:
        return Row(matter.label, "one-sided", _one_sided(cells, names), cells)
    if all(cell.stance == "denied" for cell in speaking):
        return Row(
            matter.label, "agree", f"{'Both' if len(speaking) == 2 else 'All'} accounts deny it.", cells
        )
    spoken = {id: _speaking(matter, told, side) for side, id in ids.items()}
    found = _clash(matter, speaking, spoken)
    if found:
        left, right, clashing = found
        here, there = names[ids[left.side]], names[ids[right.side]]
        reason = _contradiction(clashing, here, there)
        also = unlike(matter, left, right) if clashing.kind != "date" else None
        if also:
            reason += f" They also give other dates: {also.left_says} ({here}), {also.right_says} ({there})."
        conflict = _conflict(left, right, clashing)
        return Row(matter.label, "contradict", reason, _led(cells, conflict), conflict)
    stances = {cell.stance for cell in speaking}
    if len(stances) > 1 and _of_one_claim(matter, spoken):
        return _denied(matter, cells, speaking, names)
    verdict = weighed(Weighing(matter, speaking, spoken, told, names))
    if len(stances) > 1 and verdict[0] == "agree":
        verdict = positions(Weighing(matter, speaking, spoken, told, names))
    return Row(matter.label, *verdict, cells)  # type: ignore[arg-type]


_ARTICLE = re.compile(
    r"^(?:United|European|African|Democratic|Central African|Dominican|Czech) "
    r"|(?:Republic|Union|Emirates|Islands|Philippines|Netherlands|Gambia|Nations)$"
    r"|(?:Forum|Commission|Council|Association|Organi[sz]ation|League|Community|Alliance|Authority|Conference)$"
)


def named(holder: str) -> str:
    """A side in a sentence: "the United States", "Kenya"."""
    return f"the {holder}" if _ARTICLE.search(holder) and not holder.startswith("the ") else holder


def _speaking(matter: Matter, told: Sequence[Telling], side: str) -> list[Telling]:
    return [t for t in told if t.side == side and t.number in matter.places and not t.silent]


def _clash(
    matter: Matter, speaking: Sequence[Cell], spoken: dict[str, list[Telling]]
) -> tuple[Telling, Telling, Clash] | None:
    denied = {cell.account: cell.stance == "denied" for cell in speaking}
    for one, other in combinations(speaking, 2):
        pairs = product(spoken[one.account], spoken[other.account])
        for left, right in sorted(pairs, key=lambda pair: _distance(matter, *pair)):
            off_topic = any(
                t.said == "denied" and not denied[c.account] for t, c in ((left, one), (right, other))
            )
            found = None if off_topic else clash(matter, left, right)
            if found:
                return left, right, found
    return None


def _distance(matter: Matter, left: Telling, right: Telling) -> tuple[bool, int]:
    """How far two tellings are from being of one point: first those about the matter, in like words."""
    about = {left.number, right.number} <= matter.main
    return not about, -len(set(stems(left.text)) & set(stems(right.text)) - common())


def _led(cells: Sequence[Cell], conflict: Conflict) -> tuple[Cell, ...]:
    """The cells, each with the words of the contradiction before what else is said."""
    ends = (conflict.left, conflict.right)

    def aside(found: Evidence) -> bool:
        return not any(e.document == found.document and e.anchor.overlaps(found.anchor) for e in ends)

    return tuple(replace(cell, evidence=tuple(sorted(cell.evidence, key=aside))) for cell in cells)


def _conflict(left: Telling, right: Telling, found: Clash) -> Conflict:
    sides = []
    for telling, anchor in ((left, found.left), (right, found.right)):
        id = telling.statement.id if telling.statement else None
        sides.append(Evidence(telling.record.document.id, id, anchor))
    return Conflict(found.kind, sides[0], sides[1])


def _contradiction(found: Clash, left: str, right: str) -> str:
    if found.kind == "polarity" and "denied" in (found.left_says, found.right_says):
        said, denied = (left, right) if found.right_says == "denied" else (right, left)
        return sentence(f"{said} says it; {denied} denies it")
    return f"The accounts {KINDS[found.kind]}: {found.left_says} ({left}), {found.right_says} ({right})."


def _of_one_claim(matter: Matter, spoken: dict[str, list[Telling]]) -> bool:
    """Whether a denial is of what another account says."""
    tellings = [t for own in spoken.values() for t in own]
    denied = [t for t in tellings if t.said == "denied" and t.number in matter.main]
    said = [t for t in tellings if t.said == "yes" and t.side not in {d.side for d in denied}]
    return any(one_claim(matter, d, s) for d in denied for s in said)


def _denied(matter: Matter, cells: tuple[Cell, ...], speaking: Sequence[Cell], names: dict[str, str]) -> Row:
    said = next(cell for cell in speaking if cell.stance == "said")
    denied = next(cell for cell in speaking if cell.stance == "denied")
    reason = sentence(f"{names[said.account]} says it; {names[denied.account]} denies it")
    conflict = Conflict("polarity", said.evidence[0], denied.evidence[0])
    return Row(matter.label, "contradict", reason, cells, conflict)


def _one_sided(cells: Sequence[Cell], names: dict[str, str]) -> str:
    parts: list[str] = []
    for cell in cells:
        name = names[cell.account]
        if cell.stance == "said":
            parts.append(f"{name} speaks of it")
        elif cell.stance == "denied":
            parts.append(f"{name} denies it")
        elif cell.stance == SILENT:
            parts.append(f"{name} is reported not to have spoken of it")
    parts.sort(key=lambda part: "speaks" not in part)
    missing = [names[cell.account] for cell in cells if cell.stance == "not found"]
    if missing:
        accounts = "account" if len(missing) == 1 else "accounts"
        parts.append(f"nothing was found in the {accounts} of {' and '.join(missing)}")
    return sentence("; ".join(parts))
