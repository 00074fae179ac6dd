"""Whom an act is directed at where its own clause does not say: the one answered, the one told.

"Peru asked Chile for gas. … Chile rejected the request" → Peru; "Norway told Malawi that it would send
nurses" → Malawi.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from readout.extract.events.lexicon import table, words
from readout.extract.events.match import Trigger
from readout.extract.events.parties import DOCUMENTS, Roles, parties
from readout.extract.events.scene import Scene
from readout.extract.events.slots import Ids, who

ANSWERS = ("REJECT", "AGREE", "CONCEDE", "SUPPORT", "ACCUSE")
GIFTS = ("AID", "COOPERATE", "CONCEDE", "RETREAT", "SUPPORT", "MOBILIZE", "CONSULT")
REPLIES = frozenset({"accept", "agree", "refuse", "decline", "consent", "comply", "oblige"})
OPENINGS = ("REQUEST", "AGREE")
RULINGS = frozenset({"ruling", "verdict", "judgment", "judgement"})
TAKING = frozenset({"accept", "refuse", "return"})
GIVING = ("AID", "AGREE", "COOPERATE")
MOVES = ("REQUEST", "ACCUSE", "THREATEN")
POINTING = frozenset({"that", "this", "it"})
FORCE = ("ASSAULT", "COERCE", "MOBILIZE")
QUARRELS = ("ACCUSE", "REQUEST", "SANCTION")
TELLING = words("telling")
SPEAKING = ("REQUEST", "ACCUSE", "THREATEN", "AGREE", "REJECT")


@cache
def _moves() -> dict[str, list[str]]:
    """The types of act that a noun names: "the accusation" is one of ACCUSE."""
    return {row[0]: row[1].split() for row in table("moves.tsv")}


def answered(scene: Scene, trigger: Trigger, roles: Roles) -> Ids:
    """Who made "the request", "that offer" or "the accusation" that is turned down or taken up."""
    tree = scene.tree
    if trigger.entry.type not in ANSWERS or trigger.entry.kind != "v":
        return ()
    for thing in (*tree.objects(trigger.at), *tree.phrases(trigger.at, "against", "over", "at")):
        types = _moves().get(tree.lemma(thing))
        marks = {tree.words[k].text.lower() for k in tree.kids(thing, "det")}
        if tree.lemma(thing) in RULINGS and "the" in marks and (bench := _bench(scene, trigger, roles)):
            return bench
        if types is None or not marks & {"the", "that", "this", "both"} or tree.kids(thing, "nmod:poss"):
            continue
        if not tree.phrases(thing, "of", "from", "by"):
            return _mover(scene, trigger, roles, types)
    if any(tree.lows[k] in POINTING for k in tree.objects(trigger.at)):
        if trigger.entry.type == "REJECT":
            return _mover(scene, trigger, roles, (*MOVES, "AGREE"), near=2)
        if tree.lemma(trigger.at) == "accept":
            return _mover(scene, trigger, roles, OPENINGS, near=1)
    if roles.actors and _taken_up(scene, trigger):
        return _mover(scene, trigger, roles, GIVING, near=2)
    bare = tree.lemma(trigger.at) in REPLIES and not tree.kids(trigger.at, "obj", "xcomp", "ccomp", "obl")
    return _mover(scene, trigger, roles, OPENINGS, near=1) if bare else ()


def _bench(scene: Scene, trigger: Trigger, roles: Roles) -> Ids:
    """The court named last before its ruling is judged: "The court fined Peru. Peru rejected the ruling"."""
    cast, start = scene.cast, scene.tree.words[trigger.at].start
    held = (id for at, id in reversed(cast.starts[: bisect_left(cast.starts, (start, ""))]))
    bench = next((id for id in held if cast.ids[id].sector == "JUD" and cast.ids[id].kind != "person"), None)
    return (bench,) if bench and bench not in roles.actors else ()


def _taken_up(scene: Scene, trigger: Trigger) -> bool:
    """Whether what was just given is accepted or refused: "India accepted the tents"."""
    tree = scene.tree
    if tree.lemma(trigger.at) not in TAKING:
        return False
    things = tree.objects(trigger.at)
    return any(tree.lows[d] in ("the", "this", "these") for k in things for d in tree.kids(k, "det"))


def _mover(scene: Scene, trigger: Trigger, roles: Roles, types: Sequence[str], near: int = 99) -> Ids:
    """Who made the last move of these types: "Peru asked Chile for gas, and Chile agreed"."""
    words = scene.tree.words
    for before in reversed([t for t in scene.triggers if t.at < trigger.at]):
        if words[trigger.at].sentence - words[before.at].sentence > near:
            break
        if before.entry.type in types and scene.tree.lemma(before.at) not in REPLIES:
            made = parties(scene.matcher, before, scene.acts)
            apart = not made.recipients or bool(set(made.recipients) & set(roles.actors))
            movers = tuple(id for id in made.actors if id not in roles.actors)
            if movers and (near > 1 or apart):
                return movers
    return ()


def summoned(scene: Scene, trigger: Trigger, roles: Roles) -> Ids:
    """Who was called in or met before a demand that names nobody: "summoned him and asked for a boat"."""
    return () if _addressed(scene, trigger) else shared(scene, trigger, roles)


def shared(scene: Scene, trigger: Trigger, roles: Roles) -> tuple[str, ...]:
    """The recipient of the act before, where "and" ties a demand to it: "summoned him and demanded …"."""
    tree, i = scene.tree, trigger.at
    if tree.rel(i) != "conj" or tree.kids(i, "nsubj"):
        return ()
    before = scene.acts.get(tree.words[i].head)
    if before is None or (trigger.entry.type not in SPEAKING and trigger.entry != before.entry):
        return ()
    first = parties(scene.matcher, before, scene.acts)
    met = first.recipients or (first.actors if before.entry.type == "CONSULT" else ())
    return tuple(id for id in met if id not in roles.actors)


def _addressed(scene: Scene, trigger: Trigger) -> bool:
    """Whether a demand names itself whom it is put to: "demanded from Oman that the ship be freed"."""
    tree, i = scene.tree, trigger.at
    heads = [*tree.phrases(i, "from", "of", "to", "on", "upon", "with"), *tree.kids(i, "iobj")]
    heads += tree.objects(i)
    heads += [k for j in tree.objects(i) for k in tree.phrases(j, "from", "to")]
    return any(scene.cast.heads(k) for k in heads)


def told_to(scene: Scene, trigger: Trigger) -> Ids:
    """Those who are assured or told of a gift: "promised Malawi that it would send nurses"."""
    tree, i = scene.tree, trigger.at
    if trigger.entry.type not in GIFTS or trigger.entry.kind != "v" or trigger.entry.parties.mutual:
        return ()
    for over in tree.up(i):
        if tree.rel(i) not in ("xcomp", "ccomp", "conj", "parataxis"):
            return ()
        if tree.lemma(over) in TELLING and tree.rel(i) != "conj":
            heads = [*tree.kids(over, "iobj"), *tree.kids(over, "obj"), *scene.matcher.slot(over, "to")]
            heads = [h for h in heads if h < i]
            told = next((ids for head in heads if (ids := who(scene.matcher, head))), ())
            return _on_behalf(scene, trigger, told)
        i = over
    return ()


def written_to(scene: Scene, trigger: Trigger) -> Ids:
    """Whom a letter or word goes to that asks something: "wrote to the king urging him to free her"."""
    tree, i = scene.tree, trigger.at
    if trigger.entry.type not in ("REQUEST", "ACCUSE", "THREATEN") or tree.words[i].xpos != "VBG":
        return ()
    over = tree.words[i].head
    asked = next(iter(tree.kids(i, "iobj", "obj")), None)
    if tree.rel(i) not in ("advcl", "acl") or over < 0 or (asked and tree.words[asked].upos != "PRON"):
        return ()
    if asked is None and not (tree.lemma(over) == "write" or _sent(scene, over)):
        return ()
    spots = [over, *tree.up(over)][:2]
    heads = [k for j in spots for k in (*tree.phrases(j, "to"), *tree.kids(j, "iobj", "obj")) if k < i]
    return next((ids for head in heads if (ids := who(scene.matcher, head))), ())


def ahead(scene: Scene, trigger: Trigger) -> Ids:
    """Whom the next act names that "and" ties to this one: "lodged a protest and called on Qatar to …"."""
    tree, i = scene.tree, trigger.at
    if trigger.entry.type not in (*QUARRELS, "AID", "COOPERATE") or trigger.entry.kind != "v":
        return ()
    gift = trigger.entry.type in ("AID", "COOPERATE")
    for k in tree.kids(i, "conj"):
        act = scene.acts.get(k)
        if gift and act is not None and act.entry.type == "AID" and not tree.kids(k, "nsubj"):
            return parties(scene.matcher, act, scene.acts).recipients
        if gift:
            continue
        if act is not None and act.entry.type in ("ACCUSE", "REQUEST") and not tree.kids(k, "nsubj"):
            return parties(scene.matcher, act, scene.acts).recipients
    return ()


def meant_for(scene: Scene, trigger: Trigger) -> Ids:
    """Whom force is used on by its purpose: "used tear gas to disperse the students"."""
    if trigger.entry.kind != "v" or trigger.entry.type not in FORCE:
        return ()
    for k in scene.tree.kids(trigger.at, "advcl", "xcomp"):
        act = scene.acts.get(k)
        if act is not None and act.entry.type in FORCE and scene.tree.words[k].xpos == "VB":
            return parties(scene.matcher, act, scene.acts).recipients
    return ()


def _sent(scene: Scene, verb: int) -> bool:
    """Whether a verb has a writing for its object: "sent a letter"."""
    return any(scene.tree.lemma(k) in DOCUMENTS for k in scene.tree.objects(verb))


def _on_behalf(scene: Scene, trigger: Trigger, told: Ids) -> Ids:
    """The states of persons, where a state gives: what Tokyo promises a president goes to the country."""
    cast = scene.cast
    giver = who(scene.matcher, scene.tree.agent(trigger.at))
    if not giver or any(cast.ids[id].kind == "person" for id in giver):
        return told
    return tuple(dict.fromkeys(cast.state_of(id) or id for id in told))
