"""Whom a text binds by what it calls for, and promises told in passing before the thing promised.

"The deal obliges Peru to open the border" binds Peru, "France has sent 16 of 20 promised lorries" France.
"""

from __future__ import annotations

from collections.abc import Iterator

from readout.extract.commitments import tables
from readout.extract.events import status
from readout.extract.events.scene import Scene

DUTIES = frozenset(["require", "oblige", "bind", "commit"])
"""What binds a party in the passive: "The rebels are required to hand over 14 prisoners"."""
SURE = status.FUTURE | {"would"}
SHORT = frozenset({"'d", "’d"})
Bound = tuple[int, int | None, tuple[str, ...], str]
"""The verb of the deed, what is promised, who is bound, how firmly."""


def by_accord(scene: Scene, i: int) -> Iterator[Bound]:
    """What an accord or a plan makes a party do: "obliges Peru to open", "says that Peru will open"."""
    tree = scene.tree
    if tree.lemma(i) in DUTIES and tree.passive(i):
        yield from _obliged(scene, i)
        return
    subject = tree.subject(i)
    if subject is None or tree.negated(i):
        return
    signing = tree.words[i].head if tree.words[i].deprel in ("advcl:relcl", "acl:relcl") else -1
    signed = next((k for k in tree.kids(signing, "obj") if k < i), None) if signing >= 0 else None
    if tree.lows[subject] in ("that", "which") and signed is not None:
        subject = signed  # "signed a truce on Sunday that obliges both to halt"
    taken_up = tree.lemma(subject) == "it" and tree.lemma(i) in ("commit", "oblige", "require", "bind")
    if not taken_up and tree.lemma(subject) not in tables.words("accords"):
        return
    if status.own(tree, i) not in ("happened", "ongoing", "planned"):
        return
    firmness = "planned" if tree.lemma(subject) in tables.words("schemes") else "agreed"
    for clause in tree.kids(i, "xcomp", "ccomp", "advcl"):
        party = tree.child(clause, "nsubj", "nsubj:pass")
        if party is None and tree.rel(clause) != "ccomp":
            party = next(iter([*tree.kids(i, "obj"), *tree.phrases(i, "for", "on")]), None)
        both = party is None and signed is not None and any(tree.lows[k] == "both" for k in tree.children[i])
        if both:
            party = tree.subject(signing)
        if party is None or not _bidden(scene, i, clause):
            continue
        bound = scene.cast.who(party, deep=False) or scene.cast.who(party)
        for deed in tree.joined(clause):
            if bound and tree.words[deed].upos == "VERB" and not tree.passive(deed):
                yield deed, tree.patient(deed), bound, firmness


def _obliged(scene: Scene, i: int) -> Iterator[Bound]:
    """Whom an accord told of right before binds: "Under the truce … The rebels are required to hand over"."""
    tree = scene.tree
    party, at = tree.child(i, "nsubj:pass"), tree.words[i].sentence
    if party is None or tree.negated(i):
        return
    first = tree.sentences[max(0, at - 1)][0]
    if not any(lemma in tables.words("accords") for lemma in tree.lemmas[first:i]):
        return
    bound = scene.cast.who(party, deep=False)
    for deed in (d for k in tree.kids(i, "xcomp") for d in tree.joined(k)):
        if bound and tree.words[deed].upos == "VERB":
            yield deed, tree.patient(deed), bound, "agreed"


def _bidden(scene: Scene, i: int, clause: int) -> bool:
    """Whether a clause says what is to be done: bare or with "to", "will", "must"."""
    tree = scene.tree
    if tree.words[clause].upos != "VERB":
        return False
    said = {tree.words[k].text.lower() for k in tree.kids(clause, "aux")}
    if said & (status.FUTURE | {"must", "should", "would"}):
        return True
    bare = tree.words[clause].feats.get("VerbForm") == "Inf" or tree.words[clause].xpos in ("VB", "VBG")
    return bare and not said and tree.lemma(i) not in ("say", "state", "specify")


def in_passing(scene: Scene, i: int) -> tuple[int, tuple[str, ...]] | None:
    """The thing and the party of "its 20 promised lorries", "has delivered 16 of 20 promised lorries"."""
    tree = scene.tree
    word = tree.words[i]
    if word.deprel != "amod" or word.xpos != "VBN" or tree.lemma(i) not in ("promise", "pledge"):
        return None
    thing = word.head
    if thing not in scene.matcher.measured and not tree.kids(thing, "nummod"):
        return None
    owner = tree.child(thing, "nmod:poss")
    party = owner if owner is not None else giver(scene, thing)
    bound = scene.cast.who(party, deep=False) if party is not None else ()
    return (thing, bound) if bound else None


def giver(scene: Scene, thing: int) -> int | None:
    """Who is told to have given part of a thing: "Germany has paid half of the sum pledged"."""
    done = doing(scene, thing)
    return scene.tree.agent(done) if done is not None else None


def doing(scene: Scene, thing: int) -> int | None:
    """The verb of what was done of a thing: "paid" of "Germany has paid half of the sum it pledged"."""
    tree = scene.tree
    for j in tree.up(thing):
        if tree.words[j].upos != "VERB":
            continue
        taken = tree.lemma(j) in tables.words("taken") or tree.passive(j)
        return j if tree.lemma(j) in tables.bases() and not taken else None
    return None


def announced(scene: Scene, i: int) -> bool:
    """Whether the verb, or the one it is joined to, says "will" or "would"; "is due to" is no promise."""
    tree = scene.tree
    own = any(tree.words[k].xpos == "MD" for k in tree.kids(i, "aux"))
    spots = [i, tree.words[i].head] if tree.rel(i) == "conj" and not own else [i]
    said = {tree.words[k].text.lower() for spot in spots if spot >= 0 for k in tree.kids(spot, "aux")}
    if any(status.is_to(tree, spot) for spot in spots):
        return True
    sure, short = not said.isdisjoint(SURE), not said.isdisjoint(SHORT)
    if sure or short or "must" in said:
        return sure or ("must" in said if under_accord(scene, i) else short)
    return False


def under_accord(scene: Scene, i: int) -> bool:
    """Whether an accord binds the party: "under the accord", "a deal under which", "and Italy will pay"."""
    tree, accords = scene.tree, tables.words("accords")
    for k in tree.phrases(i, "under", "by"):
        which = tree.words[k].text.lower() == "which" and tree.rel(i) == "acl"
        if tree.lemma(tree.words[i].head if which else k) in accords:
            return True
    for k in tree.kids(i, "advcl"):  # "Under the deal, signed on Monday, Peru will pay"
        if (
            k < i
            and tree.words[k].xpos == "VBN"
            and any(tree.lemma(j) in accords for j in tree.phrases(k, "under"))
        ):
            return True
    over = tree.words[i].head
    signed = tree.rel(i) in ("ccomp", "parataxis") and over >= 0 and tree.words[over].xpos == "VBN"
    if (
        signed and over < i and not tree.kids(over, "nsubj", "aux")
    ):  # "Under the deal, signed on Monday, Peru will pay"
        return any(tree.lemma(k) in accords for k in tree.phrases(over, "under"))
    return tree.rel(i) == "conj" and over >= 0 and announced(scene, over) and under_accord(scene, over)


def coming(scene: Scene, i: int) -> bool:
    """Whether a date to come stands with a verb: "We are sending a team to Beijing on Monday"."""
    published = (scene.document.published or "9999")[:10]
    held = scene.setting.whens.get(i, [])
    return any(when.start and when.end and when.end[:10] > published for _, when in held)
