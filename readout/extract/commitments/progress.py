"""Figures of what was done, joined to what was promised: by party, by object, by unit.

"It has built 4 bridges out of the 11 bridges that it promised" → 4, basis built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from readout.extract.commitments import tables
from readout.extract.events import status
from readout.extract.events.circumstance import within
from readout.extract.events.scene import Scene
from readout.extract.events.tree import REPORTS, Tree
from readout.model.amount import Amount
from readout.model.commitment import Commitment, Progress
from readout.model.when import When


@dataclass(frozen=True)
class Account:
    """The items of a text that progress is read from."""

    scene: Scene
    whens: tuple[When, ...]
    amounts: tuple[Amount, ...]
    published: str | None
    actions: frozenset[str] = frozenset()
    """The verbs of what was promised, which tell of progress where they are told as done."""

    @cached_property
    def done(self) -> tuple[tuple[int, str], ...]:
        """The words that tell of something done, looked for only where something was promised."""
        return _done(self.scene, self.actions)

    @cached_property
    def counted(self) -> tuple[tuple[Amount, range], ...]:
        """The figures with their words."""
        tree = self.scene.tree
        return tuple((a, tree.beginning(a.anchor.start, a.anchor.end)) for a in self.amounts)

    @cached_property
    def none(self) -> tuple[int, ...]:
        """The verbs of "none has arrived", "not one was built", "nothing has been paid"."""
        tree, bases = self.scene.tree, tables.bases()
        return tuple(
            i
            for i, lemma in enumerate(tree.lemmas)
            if lemma in bases and tree.words[i].upos == "VERB" and _of_none(tree, i)
        )


def progress(account: Account, commitment: Commitment, all_: Sequence[Commitment]) -> tuple[Progress, ...]:
    """Every figure of the text that tells how far a promise has come."""
    target = next((a for a in account.amounts if a.id == commitment.amount), None)
    if target is None:
        return ()
    promised = {c.amount for c in all_}
    found = {}
    figures = [held for held in account.counted if held[0].id not in promised and _as(held[0], target)]
    for i, basis in account.done:
        figure = _figure(account, i, target, figures) or _bare(account, i, target, commitment)
        if figure is not None and _same(account, i, figure, commitment):
            found[figure.id] = _step(account, i, figure, basis)
    for i, figure in _parts(account, target, promised):
        if figure.id not in found:
            found[figure.id] = _step(account, i, figure, _basis(account, i))
    nothing = _nothing(account, target)
    told = {f"none {step.basis}" for step in found.values()}
    if nothing is not None and nothing.basis not in told:
        return (*found.values(), nothing)
    return tuple(found.values())


def _nothing(account: Account, target: Amount) -> Progress | None:
    """That nothing has come of it yet: "None has been delivered" in the sentence after the promise."""
    tree = account.scene.tree
    spots = tree.beginning(target.anchor.start, target.anchor.end)
    for i in account.none if spots else ():
        if 0 <= tree.words[i].sentence - tree.words[spots[0]].sentence < 2:
            basis = tables.bases().get(tree.lemma(i), "done")
            return _step(account, i, None, f"none {basis}")
    return None


def _parts(account: Account, target: Amount, promised: set[str | None]) -> Iterator[tuple[int, Amount]]:
    """Figures set against the promised one, whatever is told of them: "5 of the 12 that it promised work".

    "Of the 50,000 tons that we promised, 32,000 tons have crossed the river" sets them apart.
    """
    tree = account.scene.tree
    spots = tree.beginning(target.anchor.start, target.anchor.end)
    whole = next((k for k in spots if tree.words[k].head not in spots), None)
    if whole is None or not {"of", "out of", "out"} & {tree.preposition(k) for k in spots}:
        return
    for amount, held in account.counted:
        if not held or amount.id in promised or amount.id == target.id:
            continue
        part = next((k for k in held if tree.words[k].head not in held), held[0])
        verb = tree.clause(part)
        beside = tree.words[whole].head == verb and part in tree.under(verb, "acl", "advcl", "conj")
        told = status.fate(tree, verb) in ("happened", "ongoing") and not tree.negated(verb)
        if told and (beside or tree.words[whole].head in held):
            yield verb, amount


def _basis(account: Account, i: int) -> str:
    """What the clause of a part tells of it: "delivered", else the words themselves ("working", "in use")."""
    tree = account.scene.tree
    known = tables.bases().get(tree.lemma(i))
    if tree.lemma(i) in REPORTS or ("v", tree.lemma(i)) in tables.cues():
        return "done"
    if known or tree.words[i].upos == "VERB":
        return known or tree.words[i].text.lower()
    first = min([i, *tree.kids(i, "case")])
    return account.scene.document.text[tree.words[first].start : tree.words[i].end].lower()


def _bare(account: Account, i: int, target: Amount, commitment: Commitment) -> Amount | None:
    """A figure without unit or noun that counts what its own sentence promised: "…; 3,900 have arrived"."""
    tree = account.scene.tree
    if target.unit == "%":
        return None
    spots = tree.beginning(target.anchor.start, target.anchor.end)
    apart = tree.words[i].sentence - tree.words[spots[0]].sentence if spots else -1
    if apart not in (0, 1) or (apart and tree.lemma(i) not in tables.bases() | {commitment.action: ""}):
        return None
    for k in tree.kids(i, "nsubj", "obj"):
        for amount in account.amounts:
            plain = amount.unit is None and amount.currency is None and amount.of is None
            plain = plain and (1000 if target.currency else 0) <= (amount.value or 0) <= (target.value or 0)
            if (
                plain
                and amount.id != target.id
                and amount.anchor.start <= tree.words[k].start < amount.anchor.end
            ):
                return amount
    return None


def _done(scene: Scene, actions: frozenset[str]) -> tuple[tuple[int, str], ...]:
    """The words of a text that tell of something done, with what they call it."""
    tree, bases = scene.tree, tables.bases()
    so_far = tables.words("so_far")
    far = {word.head for word, low in zip(tree.words, tree.lows, strict=True) if low in so_far}
    told = (
        (i, bases.get(lemma) or tree.words[i].text.lower())
        for i, lemma in enumerate(tree.lemmas)
        if lemma in bases or lemma in actions or (i in far and _so_far(tree, i))
    )
    nouns, standing = tables.nouns(), tables.words("standing")
    stood = (
        (i, nouns[tree.lemma(k)])
        for i, lemma in enumerate(tree.lemmas)
        if lemma in standing
        for k in tree.kids(i, "nsubj")
        if tree.lemma(k) in nouns
    )
    return tuple(
        (i, basis)
        for i, basis in chain(told, stood)
        if tree.words[i].deprel != "amod"
        and _predicate(tree, i)
        and status.fate(tree, i) in ("happened", "ongoing")
    )


def _of_none(tree: Tree, i: int) -> bool:
    """Whether nobody and nothing has done it, told in the past or the perfect tense."""
    subject = tree.child(i, "nsubj", "nsubj:pass")
    if subject is None or tree.words[i].xpos not in ("VBD", "VBN"):
        return False
    said = tree.words[subject].text.lower()
    one = said == "one" and any(tree.lemma(k) == "not" for k in tree.children[subject])
    return said == "none" or one


def _so_far(tree: Tree, i: int) -> bool:
    """Whether a verb of any kind tells how far something has come: "So far it has moved six villages"."""
    if tree.words[i].upos != "VERB" or tree.lemma(i) in tables.words("not_steps"):
        return False
    said = {tree.lows[k] for k in tree.kids(i, "advmod", "obl")}
    return bool(said & tables.words("so_far")) and any(tree.lemma(k) == "have" for k in tree.kids(i, "aux"))


def _as(amount: Amount, target: Amount) -> bool:
    """Whether a figure is counted as the target is, or is a share that may be one of it."""
    return amount.unit == "%" or (amount.unit, amount.currency) == (target.unit, target.currency)


def _figure(
    account: Account, i: int, target: Amount, figures: Sequence[tuple[Amount, range]]
) -> Amount | None:
    """The figure in the clause of a verb that is counted as the target is."""
    if not figures:
        return None
    tree = account.scene.tree
    spots = set(tree.under(i, "ccomp", "advcl", "conj", "acl", "parataxis"))
    patient = tree.patient(i)
    if patient is not None:
        spots |= set(tree.under(patient, "acl"))
    for amount, told in figures:
        if spots.isdisjoint(told):
            continue
        held = spots.intersection(told)
        if any(tree.preposition(k) in ("of", "out of") for k in held):
            continue
        if (amount.unit, amount.currency) == (target.unit, target.currency):
            return amount
        if amount.unit == "%" and _share_of(account, held, target):
            return amount
    return None


def _share_of(account: Account, held: set[int], target: Amount) -> bool:
    """Whether a percentage is one of what was promised: "81% of it", "a half of the sum"."""
    tree = account.scene.tree
    for whole in (k for j in held for k in tree.phrases(j, "of")):
        spot = tree.words[whole].start
        if target.anchor.start <= spot < target.anchor.end:
            return True
        if tree.lemma(whole) in tables.words("wholes") and target.anchor.start < spot:
            return True
    return False


def _predicate(tree: Tree, i: int) -> bool:
    """Whether a word says how far something has come: a verb, or "ready", "in use" said of a subject."""
    return tree.words[i].upos == "VERB" or bool(tree.kids(i, "cop") and tree.kids(i, "nsubj"))


def _same(account: Account, i: int, figure: Amount, commitment: Commitment) -> bool:
    """Whether the deed is the promised one: same party or nobody named, same object or the same sentence."""
    scene, tree = account.scene, account.scene.tree
    agent = tree.agent(i)
    counted = agent is not None and figure.anchor.start <= tree.words[agent].start < figure.anchor.end
    doers = scene.cast.who(agent) if agent is not None and not counted else ()
    if (
        tree.lemma(i) not in tables.words("taken")
        and not tree.passive(i)
        and doers
        and commitment.by not in doers
    ):
        bound, doer = scene.cast.ids.get(commitment.by or ""), scene.cast.ids.get(doers[0])
        if not (bound and doer and bound.country and bound.country == doer.country):
            return False
    sentence = tree.words[i].sentence
    begun = tree.beginning(commitment.anchor.start, commitment.anchor.end)
    near = any(tree.words[k].sentence == sentence for k in begun)
    if near:
        return True
    if _taken_up(account, i, commitment):
        return True
    after = bool(begun) and tree.words[i].sentence - tree.words[begun[-1]].sentence == 1
    flows = tree.lemma(i) in tables.words("standing") or tables.bases().get(tree.lemma(i)) in tables.words(
        "flows"
    )
    if after and flows and figure.of is None and figure.unit not in (None, "person", "%"):
        return True
    patient = tree.patient(i)
    said = " ".join(tree.lemma(k) for k in tree.under(patient if patient is not None else i, "acl"))
    promised = f"{commitment.object or ''} {commitment.anchor.exact}"
    units = _content(figure.anchor.exact) if figure.unit not in (None, "person") else set()
    return bool((_content(said) & _content(promised)) - units) or tree.lemma(i) == commitment.action


def _taken_up(account: Account, i: int, commitment: Commitment) -> bool:
    """Whether "it" or "them" takes up the promise of the sentence before: "They have used 80% of it"."""
    tree = account.scene.tree
    below = tree.under(i, "advcl", "acl", "conj", "nsubj")
    spoken = [k for k in below if tree.words[k].text.lower() in ("it", "them")]
    before = tree.words[i].sentence - 1
    held = tree.beginning(commitment.anchor.start, commitment.anchor.end)
    return bool(spoken and any(tree.words[k].sentence == before for k in held))


def _content(text: str) -> set[str]:
    return {w.rstrip("s") for w in re.findall(r"[a-z]{4,}", text.lower())} - {
        "million",
        "billion",
        "thousand",
        "metric",
        "ton",
        "tonne",
        "have",
        "been",
        "that",
        "which",
        "they",
        "with",
        "more",
        "than",
        "only",
    }


def _step(account: Account, i: int, figure: Amount | None, basis: str) -> Progress:
    scene, word = account.scene, account.scene.tree.words[i]
    holder = within(scene.statements, word.start, word.end)
    reporter = holder.source.actor if holder and holder.source else None
    inside = sorted(scene.tree.under(i, "parataxis", "punct"))
    anchor = scene.document.anchor(scene.tree.words[inside[0]].start, scene.tree.words[inside[-1]].end)
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
