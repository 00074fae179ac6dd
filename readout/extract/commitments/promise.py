"""Where a text binds somebody: promise words with what they govern, and what a party says that it will do.

"Peru agreed to open the border" and "Peru will open the border, its minister said" both bind Peru.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.extract.commitments import tables
from readout.extract.events import status
from readout.extract.events.circumstance import within
from readout.extract.events.scene import Scene
from readout.model.anchor import Anchor
from readout.model.event import Event
from readout.model.statement import Statement

GIVING = ("AID", "COOPERATE", "CONCEDE", "RETREAT")
STATES = ("country", "government", "organization")
SELF = frozenset(["i", "we"])


@dataclass(frozen=True, slots=True)
class Promise:
    """A binding clause: its cue, the word of the deed, what is promised, who is bound, how firmly."""

    cue: int
    deed: int
    thing: int | None
    by: tuple[str, ...]
    firmness: str


def promises(scene: Scene, events: Sequence[Event]) -> Iterator[Promise]:
    """Every promise of the text, those with a cue word and those told in the future tense."""
    parties = {i: e.actors for e in events for i in scene.tree.beginning(e.trigger.start, e.trigger.end)}
    told: set[int] = set()
    for word in scene.tree.words:
        kind = {"VERB": "v", "ADJ": "a", "NOUN": "n"}.get(word.upos)
        firmness = tables.cues().get((kind or "", scene.tree.lemma(word.index)))
        if firmness is not None and _binding(scene, word.index, kind or ""):
            holder = parties.get(word.index) or _holder(scene, word.index, kind or "")
            for promise in _by_cue(scene, word.index, kind or "", firmness, holder):
                told.add(promise.deed)
                yield promise
    for word in scene.tree.words:
        if word.upos == "VERB" and word.index not in told:
            promise_ = _by_tense(scene, word.index)
            if promise_ is not None:
                yield promise_


def _binding(scene: Scene, i: int, kind: str) -> bool:
    """Whether the cue itself is asserted: not denied, not asked for, not merely possible."""
    tree = scene.tree
    if tree.negated(i) or tree.words[i].deprel in ("amod", "compound"):
        return False
    if kind == "n":
        return True
    if tree.lemma(i) == "prepare" and not tree.passive(i):
        return False
    word = tree.words[i]
    holder = within(scene.statements, word.start, word.end)
    if holder is not None and holder.said != "yes":
        return False
    return status.own(tree, i) in ("happened", "ongoing", "planned") and not _asked(scene, i)


def _asked(scene: Scene, i: int) -> bool:
    """Whether somebody else wants it: "urged Peru to commit"."""
    tree = scene.tree
    over = tree.words[i].head
    if tree.rel(i) not in ("xcomp", "ccomp") or over < 0:
        return False
    return status.fate(tree, i) not in ("happened", "ongoing", "planned")


def _by_cue(scene: Scene, i: int, kind: str, firmness: str, holder: tuple[str, ...]) -> Iterator[Promise]:
    tree = scene.tree
    for deed in _deeds(scene, i, kind):
        first = tree.words[deed].head if tree.rel(deed) == "conj" else deed
        own = tree.subject(deed) if tree.rel(first) == "ccomp" and tree.kids(first, "nsubj") else None
        bound = scene.cast.who(own) if own is not None and scene.cast.at(own) else ()
        bound = bound if own is not None and _acts(scene, deed) and bound else holder
        thing = tree.patient(deed) if deed != i else None
        if thing is None and deed != i and tree.words[i].deprel == "acl:relcl":
            thing = tree.gap(i)
        counted = _counted_before(scene, i)
        if counted is not None and deed != i and not tree.kids(deed, "obj"):
            thing = counted
        if bound and not _hostile(scene, deed):
            yield Promise(i, deed, thing, bound, firmness)
    if kind == "v" and not _deeds(scene, i, kind) and holder:
        given = [k for k in tree.objects(i) if k > i]
        thing = given[-1] if given else tree.patient(i)
        if thing is not None and _thing(scene, thing, tree.lemma(i)):
            yield Promise(i, i, thing, holder, firmness)


def _counted_before(scene: Scene, i: int) -> int | None:
    """The figure right before a clause that leaves it out: "the 80 tonnes it agreed to take"."""
    tree = scene.tree
    subject = tree.child(i, "nsubj")
    if subject is None or subject > i:
        return None
    before = min(tree.under(subject, "punct", "acl")) - 1
    before -= 1 if before > 0 and tree.words[before].text.lower() in ("that", "which") else 0
    return before if before >= 0 and before in scene.matcher.measured else None


def _holder(scene: Scene, i: int, kind: str) -> tuple[str, ...]:
    """Who makes the promise: the subject, the owner of the noun, the subject of its verb."""
    tree = scene.tree
    if kind != "n":
        agent = tree.agent(i)
        return scene.cast.who(agent) if agent is not None else ()
    owner = tree.child(i, "nmod:poss")
    if owner is not None:
        return scene.cast.who(owner)
    over = tree.words[i].head
    if over >= 0 and tree.words[over].upos == "VERB" and tree.patient(over) == i:
        agent = tree.agent(over)
        return scene.cast.who(agent) if agent is not None and not tree.negated(over) else ()
    return ()


def _deeds(scene: Scene, i: int, kind: str) -> list[int]:
    """The verbs of what is promised, with those coordinated with them."""
    tree, lemma = scene.tree, scene.tree.lemma(i)
    if kind == "n":
        found = [k for k in tree.kids(i, "acl") if tree.words[k].deprel != "acl:relcl"]
    elif lemma in ("accept", "announce"):
        objects = [
            k for k in tree.kids(i, "obj") if tree.lemma(k) in ("invitation", "offer", "proposal", "plan")
        ]
        found = [k for j in objects for k in tree.kids(j, "acl") if tree.words[k].deprel != "acl:relcl"]
        found += [k for k in tree.kids(i, "advcl") if objects and _aimed(scene, k)]
    else:
        found = tree.kids(i, "xcomp")
        coming = ("planned", "possible", "refused")
        found += [k for k in tree.kids(i, "ccomp") if status.own(tree, k) in coming]
        found += [k for k in tree.kids(i, "advcl", "obl") if _aimed(scene, k)]
    verbs = [v for k in found for v in tree.joined(k) if tree.words[v].upos == "VERB" or tree.kids(v, "cop")]
    return [v for v in verbs if kind != "a" or not tree.negated(v)]


def _aimed(scene: Scene, i: int) -> bool:
    """Whether a clause is "to do …" or "to doing …"."""
    to = any(scene.tree.words[k].text.lower() == "to" for k in scene.tree.kids(i, "mark", "case"))
    return to and scene.tree.words[i].upos == "VERB"


def _acts(scene: Scene, deed: int) -> bool:
    return scene.tree.words[deed].upos == "VERB" and not scene.tree.passive(deed)


def _thing(scene: Scene, thing: int, cue: str) -> bool:
    """Whether an object alone says what is promised: a figure, aid, drones …, "an invitation to Lima"."""
    if cue == "accept":
        return scene.tree.lemma(thing) == "invitation" and bool(scene.tree.phrases(thing, "to"))
    if thing in scene.matcher.measured or scene.tree.kids(thing, "nummod"):
        return cue in ("pledge", "promise", "offer", "commit", "guarantee")
    return cue in ("pledge", "promise", "guarantee") and scene.tree.words[thing].upos == "NOUN"


def _by_tense(scene: Scene, i: int) -> Promise | None:
    """What a party says of itself that it will do."""
    tree = scene.tree
    told = tree.lemma(i) in ("add", "say") and bool(tree.kids(i, "ccomp"))
    if tree.lemma(i) in tables.words("not_deeds") or told or not _announced(scene, i):
        return None
    if _hostile(scene, i) or tree.negated(i):
        return None
    if tree.passive(i):
        return _by_agent(scene, i)
    if status.own(tree, i) not in ("planned", "possible"):
        return None
    if tree.rel(i) in ("advcl", "acl") or any(
        tree.words[k].text.lower() in ("whether", "if") for k in tree.kids(i, "mark")
    ):
        return None
    subject = tree.subject(i)
    if subject is None or (tree.lemma(i) == "take" and "place" in {tree.lemma(k) for k in tree.objects(i)}):
        return None
    bound = scene.cast.who(subject, deep=False) or _body(scene, subject)
    if not bound or not _speaks_for(scene, i, subject, bound[0]):
        return None
    firmness = "agreed" if _under_accord(scene, i) else "planned"
    return Promise(i, i, tree.patient(i), bound, firmness)


def _by_agent(scene: Scene, i: int) -> Promise | None:
    """What is told in the passive with who will do it: "the debt will be repaid by Peru"."""
    agent = scene.tree.agent(i)
    bound = scene.cast.who(agent) if agent is not None else ()
    if not bound or scene.tree.rel(i) in ("advcl", "acl") or status.own(scene.tree, i) != "planned":
        return None
    if not _speaks_for(scene, i, agent if agent is not None else i, bound[0]):
        return None
    return Promise(i, i, scene.tree.patient(i), bound, "agreed" if _under_accord(scene, i) else "planned")


def _body(scene: Scene, subject: int) -> tuple[str, ...]:
    """The party that a body of its own stands for: "our government will", but not "our boats will"."""
    bodies = tables.words("bodies")
    return scene.cast.who(subject) if scene.tree.lemma(subject) in bodies else ()


def _hostile(scene: Scene, i: int) -> bool:
    """Whether the deed is a threat, an attack or a refusal, which nobody is owed."""
    over = scene.tree.words[i].head
    threats = {t.at for t in scene.triggers if t.entry.type == "THREATEN"}
    if over in threats and scene.tree.rel(i) in ("xcomp", "ccomp", "advcl"):
        return True
    return any(t.at == i and t.entry.type in ("THREATEN", "ASSAULT", "REJECT") for t in scene.triggers)


def _announced(scene: Scene, i: int) -> bool:
    """Whether the verb, or the one it is joined to, says "will" or "would"; "is due to" is no promise."""
    tree = scene.tree
    spots = [i, tree.words[i].head] if tree.rel(i) == "conj" else [i]
    said = {tree.words[k].text.lower() for spot in spots if spot >= 0 for k in tree.kids(spot, "aux")}
    if status.is_to(tree, i):
        return True
    if _under_accord(scene, i):
        return bool(said & (status.FUTURE | {"must", "would"}))
    return bool(said & (status.FUTURE | {"would", "'d", "’d"}))


def _under_accord(scene: Scene, i: int) -> bool:
    """Whether an accord binds the party: "under the accord", "by the terms of the deal"."""
    return any(scene.tree.lemma(k) in tables.words("accords") for k in scene.tree.phrases(i, "under", "by"))


def _speaks_for(scene: Scene, i: int, subject: int, bound: str) -> bool:
    """Whether the bound party, its own side or the text's own voice says the clause."""
    word = scene.tree.words[i]
    told = [s for s in scene.statements if any(a.start <= word.start < a.end for a in s.content)]
    told.sort(key=lambda s: sum(a.end - a.start for a in s.content))
    over = scene.tree.words[word.head] if word.head >= 0 else word
    told = told or [s for s in scene.statements if s.cue and s.cue.start <= over.start < s.cue.end]
    actor = scene.cast.ids.get(bound)
    if actor is None or any(s.said != "yes" for s in told[:1]):
        return False
    if not told:
        return actor.kind in STATES and scene.tree.rel(i) in ("root", "conj", "parataxis")
    speaker = _source(scene, told[0])
    if scene.tree.words[subject].text.lower() in SELF or speaker == bound:
        return True
    voice = scene.cast.ids.get(speaker or "")
    if voice is not None and actor.kind in STATES and voice.country and _cooperates(scene, i):
        return True
    if voice is None or actor.kind == "group":
        return False
    if actor.country and not voice.country and told[0].source is not None:
        return _nation(scene, told[0].source.anchor, actor.country)
    return voice.country == actor.country if voice.country or actor.country else voice.sector == "GOV"


def _nation(scene: Scene, named: Anchor | None, country: str) -> bool:
    """Whether the words that name a speaker hold one of that country: "the Danish envoy, Ann Holt"."""
    return named is not None and any(
        a.country == country and any(named.start <= m.start < named.end for m in a.mentions)
        for a in scene.cast.actors
    )


def _cooperates(scene: Scene, i: int) -> bool:
    """Whether a deed is one that states promise each other: aid, trade, a withdrawal, a concession."""
    return any(t.at == i and t.entry.type in GIVING for t in scene.triggers)


def _source(scene: Scene, statement: Statement) -> str | None:
    return statement.source.actor if statement.source else None
