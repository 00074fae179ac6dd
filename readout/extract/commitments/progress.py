"""Figures of what was done, joined to what was promised: by party, by object, by unit.

"It has built 4 bridges out of the 11 bridges that it promised" → 4, basis built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from readout.extract.commitments import deeds, tables
from readout.extract.commitments.belonging import REACH, Promised, belongs, latest, whole
from readout.extract.events import status
from readout.extract.events.circumstance import within
from readout.extract.events.scene import Scene
from readout.extract.events.tree import REPORTS, Tree
from readout.model.amount import Amount
from readout.model.commitment import Progress
from readout.model.when import When

OWING = frozenset(["owe", "lack", "need", "miss", "withhold"])
"""What is told of a part that has not come: "still owes 2 of the 3 million"."""


@dataclass(frozen=True)
class Account:
    """The items of a text that progress is read from."""

    scene: Scene
    whens: tuple[When, ...]
    amounts: tuple[Amount, ...]
    published: str | None
    actions: frozenset[str] = frozenset()
    """The verbs of what was promised, which tell of progress where they are told as done."""
    promised: frozenset[str] = frozenset()
    """The figures that are promised, so tell of no progress."""

    @cached_property
    def done(self) -> tuple[tuple[int, str], ...]:
        """The words that tell of something done, looked for only where something was promised."""
        known = deeds.done(self.scene, self.actions)
        return known + deeds.loose(self.scene, self.counted, {i for i, _ in known})

    @cached_property
    def counted(self) -> tuple[tuple[Amount, range], ...]:
        """The figures with their words."""
        tree = self.scene.tree
        return tuple((a, tree.beginning(a.anchor.start, a.anchor.end)) for a in self.amounts)

    @cached_property
    def fronted(self) -> tuple[tuple[Amount, int], ...]:
        """The figures that open a sentence as a whole, with their first words: "Of the 15 million, …"."""
        tree, opens = self.scene.tree, {first for first, _ in self.scene.tree.sentences}
        return tuple(
            (a, held[0])
            for a, held in self.counted
            if held and held[0] - 2 in opens and tree.lows[held[0] - 2] == "of"
        )

    @cached_property
    def behind(self) -> tuple[tuple[Amount, int], ...]:
        """The figures before "of which" and "of whom", with the word behind them."""
        lows = self.scene.tree.lows
        spots = ((a, held[-1] + 1) for a, held in self.counted if held)
        return tuple((a, k) for a, k in spots if lows[k : k + 2] in (("of", "which"), ("of", "whom")))

    @cached_property
    def told(self) -> dict[int, list[tuple[Amount, set[int]]]]:
        """The figures, but for those promised, in the clause of each word that tells of something done."""
        figures = [held for held in self.counted if held[0].id not in self.promised]
        told = ((i, _told(self.scene.tree, i, figures)) for i, _ in self.done) if figures else ()
        return {i: found for i, found in told if found}

    @cached_property
    def none(self) -> tuple[int, ...]:
        """The verbs of "none has arrived", "not one was built", "has seen none of the money"."""
        tree, bases = self.scene.tree, tables.bases()
        return tuple(
            i for i in tree.having(bases.keys()) if tree.words[i].upos == "VERB" and deeds.of_none(tree, i)
        )


def progress(account: Account, promised: Promised, all_: Sequence[Promised]) -> tuple[Progress, ...]:
    """Every figure of the text that tells how far a promise has come."""
    target = promised.target
    found: dict[str, Progress] = {}
    for i, basis in account.done:
        if target is None and (i not in account.told or not 0 <= promised.after(i) <= REACH):
            continue
        figure = _figure(account, i, promised) or _bare(account, i, promised, all_)
        goods = _in_kind(account, i, promised, basis, all_) if figure is None else None
        if goods is not None:
            found.setdefault(goods.id, _step(account, i, goods, basis))
        figure = figure or _aside(account, i, promised, basis)
        if figure is not None and _of_other(account, figure, target):
            continue
        if figure is not None and figure.id not in found and belongs(i, figure, promised, all_):
            found[figure.id] = _step(account, i, figure, basis)
    parts = chain(_parts(account, target), _of_which(account, target)) if target is not None else ()
    for i, figure in parts:
        if figure.id not in found:
            found[figure.id] = _step(account, i, figure, _basis(account, i))
    nothing = _nothing(account, promised, all_)
    told = {f"none {step.basis}" for step in found.values()}
    if nothing is not None and nothing.basis not in told:
        return (*found.values(), nothing)
    return tuple(found.values())


def _nothing(account: Account, promised: Promised, all_: Sequence[Promised]) -> Progress | None:
    """That nothing has come of it yet: "None has been delivered" in the sentence after the promise."""
    for i in account.none:
        if 0 <= promised.after(i) < 2 and (i not in promised.words or promised.after(i)):
            last = max((p.words[0] for p in all_ if p.words and p.words[0] < i), default=-1)
            if promised.words and account.scene.tree.words[last].sentence == _opened(account, promised):
                basis = tables.bases().get(account.scene.tree.lemma(i), "done")
                return _step(account, i, None, f"none {basis}")
    return None


def _opened(account: Account, promised: Promised) -> int:
    """The sentence in which a promise begins."""
    return account.scene.tree.words[promised.words[0]].sentence


def _parts(account: Account, target: Amount) -> Iterator[tuple[int, Amount]]:
    """Figures set against the promised one, whatever is told of them: "5 of the 12 that it promised work".

    "Of the 50,000 tons that we promised, 32,000 tons have crossed the river" sets them apart.
    """
    tree = account.scene.tree
    spots = tree.beginning(target.anchor.start, target.anchor.end)
    whole = next((k for k in spots if tree.words[k].head not in spots), None)
    if whole is None or not {"of", "out of", "out"} & {tree.preposition(k) for k in spots}:
        return
    for amount, held in account.counted:
        if not held or amount.id in account.promised or amount.id == target.id:
            continue
        part = next((k for k in held if tree.words[k].head not in held), held[0])
        verb = tree.clause(part)
        if tree.lemma(verb) in OWING:
            continue
        beside = tree.words[whole].head == verb and part in tree.under(verb, "acl", "advcl", "conj")
        told = status.fate(tree, verb) in ("happened", "ongoing") and not tree.negated(verb)
        if told and (beside or tree.words[whole].head in held):
            yield verb, amount


def _of_other(account: Account, figure: Amount, target: Amount | None) -> bool:
    """Whether a figure is set apart from another whole: "Of the 15 million rand, 11 million has gone"."""
    if not account.fronted:
        return False
    tree = account.scene.tree
    part = next((held[0] for a, held in account.counted if a is figure and held), -1)
    for amount, first in account.fronted:
        near = first < part and tree.words[first].sentence == tree.words[part].sentence
        alike = amount in (figure, target) or (target is not None and amount.value == target.value)
        if near and not alike and (amount.value or 0) > (figure.value or 0):
            return True
    return False


def _of_which(account: Account, target: Amount) -> Iterator[tuple[int, Amount]]:
    """Parts told right behind the whole: "3,000 villages, 1,150 of which he said had been connected"."""
    tree, text = account.scene.tree, account.scene.document.text
    for amount, after in account.behind:
        between = text[target.anchor.end : amount.anchor.start]
        near = 0 < len(between) < 40 and between.rstrip().endswith(",")
        if not near or amount.id in account.promised or (amount.value or 0) >= (target.value or 0):
            continue
        verbs = (k for k in range(after, tree.sentence(after)[1]) if tree.words[k].upos == "VERB")
        verb = next((k for k in verbs if tree.lemma(k) in tables.bases()), None)
        if verb is not None and status.own(tree, verb) in ("happened", "ongoing") and not tree.negated(verb):
            yield verb, amount


def _basis(account: Account, i: int) -> str:
    """What the clause of a part tells of it: "delivered", else the words themselves ("working", "in use")."""
    tree = account.scene.tree
    if tree.lemma(i) in REPORTS or ("v", tree.lemma(i)) in tables.cues():
        return "done"
    return tables.bases().get(tree.lemma(i)) or deeds.basis_of(account.scene, i)


def _bare(account: Account, i: int, promised: Promised, all_: Sequence[Promised]) -> Amount | None:
    """A figure without unit or noun that counts what was promised just before: "…; 3,900 have arrived"."""
    tree, target = account.scene.tree, promised.target
    if target is None or target.unit == "%":
        return None
    apart = promised.after(i)
    if not 0 <= apart <= REACH or (apart and not latest(i, promised, all_, (target.unit, target.currency))):
        return None
    if apart and target.currency and not latest(i, promised, all_, (None, None)):
        return None
    if apart and tree.lemma(i) not in tables.bases() and tree.lemma(i) != promised.commitment.action:
        return None
    low, high = 1000 if target.currency else 0, target.value or target.high or 0
    for k in tree.kids(i, "nsubj", "obj"):
        for amount, told in account.counted:
            plain = amount.unit is None and amount.currency is None and (amount.of or "them") == "them"
            if plain and k in told and amount is not target and low <= (amount.value or 0) <= high:
                return amount
    return None


def _in_kind(
    account: Account, i: int, promised: Promised, basis: str, all_: Sequence[Promised]
) -> Amount | None:
    """What arrived of goods promised by their worth: "$9 million worth of cement. Some 40 tonnes arrived"."""
    worth = (
        promised.target is not None
        and promised.target.currency
        and "worth" in promised.commitment.anchor.exact
    )
    if not worth or promised.after(i) not in (0, 1) or basis not in tables.words("flows"):
        return None
    if not latest(i, promised, all_, (None, promised.target.currency if promised.target else None)):
        return None
    spots = set(account.scene.tree.under(i, "ccomp", "advcl", "conj", "acl", "parataxis"))
    goods = (a for a, told in account.counted if not spots.isdisjoint(told))
    return next((a for a in goods if a.unit not in (None, "person", "%") and not a.currency), None)


def _aside(account: Account, i: int, promised: Promised, basis: str) -> Amount | None:
    """The count in the main clause: "Peru, which vowed a 90-megawatt plant, has built two turbines"."""
    tree, target = account.scene.tree, promised.target
    if target is None or promised.after(i) or basis != tables.bases().get(promised.commitment.action):
        return None
    spots = set(tree.kids(i, "obj")) | {k for j in tree.kids(i, "obj") for k in tree.kids(j, "nummod")}
    spots -= set(promised.words)
    bare = (
        a for a, told in account.counted if a.unit is None and not a.currency and not spots.isdisjoint(told)
    )
    return next((a for a in bare if a is not target), None)


def _as(amount: Amount, target: Amount | None) -> bool:
    """Whether a figure is counted as the target is, or is a share that may be one of it."""
    return (
        target is None
        or amount.unit == "%"
        or (amount.unit, amount.currency) == (target.unit, target.currency)
    )


def _figure(account: Account, i: int, promised: Promised) -> Amount | None:
    """The figure in the clause of a verb that is counted as the target is."""
    target = promised.target
    for amount, held in account.told.get(i, ()):
        if not _as(amount, target):
            continue
        if amount.unit != "%" or _share_of(account, held, target) or whole(amount):
            return amount
        if target is None or target.unit == "%":
            return amount
    return None


def _told(tree: Tree, i: int, figures: Sequence[tuple[Amount, range]]) -> list[tuple[Amount, set[int]]]:
    """The figures in the clause of a verb, with their words there; not those behind "of" as a whole."""
    spots = set(tree.under(i, "ccomp", "advcl", "conj", "acl", "parataxis"))
    patient = tree.patient(i)
    if patient is not None:
        worth = [k for k in tree.kids(patient, "acl", "amod") if tree.lemma(k) == "worth"]
        spots |= {j for k in worth for j in tree.under(k)} | set(tree.under(patient, "acl"))
    found = []
    for amount, told in figures:
        if not spots.isdisjoint(told):
            held = spots.intersection(told)
            if not any(_of_whole(tree, k) for k in held if tree.words[k].head not in told):
                found.append((amount, held))
    return found


def _of_whole(tree: Tree, k: int) -> bool:
    """Whether a figure stands behind "of" as the whole: not so in "the first payment, of $4 million"."""
    over = tree.words[k].head
    part = over >= 0 and (
        tree.lemma(over) in tables.words("parts") or tree.lows[over] in tables.words("parts")
    )
    return tree.preposition(k) in ("of", "out of") and not part


def _share_of(account: Account, held: set[int], target: Amount | None) -> bool:
    """Whether a percentage is one of what was promised: "81% of it", "a half of the sum"."""
    tree = account.scene.tree
    for all_ in (k for j in held for k in tree.phrases(j, "of")):
        spot = tree.words[all_].start
        if target is not None and target.anchor.start <= spot < target.anchor.end:
            return True
        if tree.lemma(all_) in tables.words("wholes") and (target is None or target.anchor.start < spot):
            return True
    return False


def _step(account: Account, i: int, figure: Amount | None, basis: str) -> Progress:
    scene, word = account.scene, account.scene.tree.words[i]
    holder = within(scene.statements, word.start, word.end)
    reporter = holder.source.actor if holder and holder.source else None
    inside = sorted(scene.tree.under(i, "parataxis", "punct"))
    anchor = scene.document.anchor(scene.tree.words[inside[0]].start, scene.tree.words[inside[-1]].end)
    if basis == "disbursed" and figure is not None and not figure.currency:
        basis = "released"
    return Progress(figure.id if figure else None, basis, anchor, reporter, _as_of(account, i), 0.7)


def _as_of(account: Account, i: int) -> str | None:
    """The day for which a figure holds: "by early June", else the publication."""
    tree, text = account.scene.tree, account.scene.document.text
    spots = set(tree.under(i, "acl", "ccomp"))
    for when in account.whens:
        if when.end and any(when.anchor.start <= tree.words[k].start < when.anchor.end for k in spots):
            before = text[max(0, when.anchor.start - 12) : when.anchor.start + 6].lower()
            if re.search(r"\b(by|as of|until|through|up to)\b", before):
                return when.end
    return account.published
