"""Who makes a promise: its subject, the owner of its noun, the payer of a sum that is only called pledged.

"The king repeated Peru's pledge to open the border" binds Peru.
"""

from __future__ import annotations

from dataclasses import replace

from readout.extract.commitments import accords, agentless, future, tables, voices
from readout.extract.commitments.clause import Promise
from readout.extract.events.circumstance import within
from readout.extract.events.scene import Scene
from readout.extract.events.tree import REPORTS, TIMES
from readout.knowledge import load

PAIRS = frozenset(
    ["man", "woman", "leader", "president", "minister", "premier", "king", "people", "men", "women"]
)
BREAKING = frozenset(["break", "violate", "betray", "abandon", "flout", "ignore"])
REACH = 4
"""So many sentences back are those two who "the two men" are."""


def holder(scene: Scene, i: int, kind: str, parties: agentless.Parties) -> tuple[str, ...]:
    """Who makes the promise of a cue word."""
    subject = scene.tree.child(i, "nsubj")
    if subject is not None and _vague(scene, subject):
        return ()
    if (doer := _doer(scene, i)) is not None:
        return agentless.going_on(scene, doer) or scene.cast.who(doer, deep=False)
    owned = (_breaker(scene, i) or _owner(scene, i)) if kind == "n" else ()
    bound = owned or _alone(scene, i, kind, parties) or _holder(scene, i, kind) or _payer(scene, i)
    if not bound and kind == "v" and (body := _body(scene, i)) is not None:
        return future.own_country(scene, i, body)
    if not bound and kind == "v" and subject is None:
        return _before(scene, i)
    return agentless.for_land(scene, subject, bound) if subject is not None else bound


def _body(scene: Scene, i: int) -> int | None:
    """The body that speaks of itself: "The state, he said, dug 210 of the 600 wells it undertook to dig"."""
    tree = scene.tree
    subject = tree.child(i, "nsubj")
    if subject is not None and tree.lows[subject] == "it" and tree.words[i].deprel == "acl:relcl":
        above = next((j for j in tree.up(i) if tree.words[j].upos == "VERB" and j != i), None)
        subject = tree.child(above, "nsubj") if above is not None else None
    return subject if subject is not None and subject < i else None


def _before(scene: Scene, i: int) -> tuple[str, ...]:
    """Who stands at the head of a sentence whose verb lost its subject: "Chad on Friday promised $6m"."""
    tree = scene.tree
    if tree.rel(i) != "root" or tree.words[i].xpos != "VBD" or tree.kids(i, "aux"):
        return ()
    first, at = tree.sentence(i)[0], i - 1
    if at < first:
        return ()
    while at > first and (tree.lows[at] == "on" or tree.lemma(at) in TIMES or tree.rel(at) == "obl"):
        at -= 1
    one = scene.cast.heads(at) or scene.cast.heads(first)
    return (one,) if one and at - first < 3 and scene.cast.ids[one].kind in voices.STATES else ()


def _doer(scene: Scene, i: int) -> int | None:
    """Those who did part of it: "donors, who have paid 16 of the 75 million that they pledged"."""
    tree = scene.tree
    subject = tree.child(i, "nsubj")
    if subject is None or tree.words[i].deprel != "acl:relcl" or tree.lows[subject] not in ("they", "it"):
        return None
    if tree.lows[subject] == "it":  # "It still owes Albania 62 million of the 100 million it promised"
        above = next((j for j in tree.up(i) if tree.words[j].upos == "VERB"), None)
        same = tree.child(above, "nsubj") if above is not None else None
        return same if same is not None and tree.lows[same] == "it" and same < i else None
    over = tree.words[i].head
    twice = any(j < i and tree.words[j].deprel == "acl:relcl" for j in tree.kids(over, "acl"))
    if twice and tree.words[over].feats.get("Number") == "Plur":
        return over
    done = next((j for j in tree.up(i) if tree.words[j].upos == "VERB"), None)
    doer = tree.subject(done) if done is not None and tree.words[done].deprel == "acl:relcl" else None
    many = doer is not None and doer < i and tree.words[doer].feats.get("Number") == "Plur"
    return doer if many and tree.words[doer or 0].upos == "NOUN" else None


def _breaker(scene: Scene, i: int) -> tuple[str, ...]:
    """Who is charged with breaking a promise: "accused Chile of breaking its promise to …" is Chile's."""
    tree = scene.tree
    broken = tree.words[i].head
    charge = tree.words[broken].head if broken >= 0 and tree.lemma(broken) in BREAKING else -1
    if charge < 0 or tree.lemma(charge) != "accuse":
        return ()
    accused = next(iter(tree.kids(charge, "obj", "nsubj:pass")), None)
    return scene.cast.who(accused, deep=False) if accused is not None else ()


def _owner(scene: Scene, i: int) -> tuple[str, ...]:
    """The state or body whose promise is told by others: "She renewed Peru's pledge to open the border"."""
    owner = scene.tree.child(i, "nmod:poss")
    known = owner is not None and scene.tree.words[owner].upos in ("PROPN", "PRON")
    one = scene.cast.heads(owner) if owner is not None and known else None
    return (one,) if one and scene.cast.ids[one].kind in voices.STATES else ()


def spread(scene: Scene, promise: Promise, parties: agentless.Parties) -> Promise:
    """By the states that a group is named by: "the ministers of Peru and Chile" are Peru and Chile."""
    by = promise.by
    if len(by) != 1 or scene.cast.ids[by[0]].kind != "group":
        return promise
    if pair := _pair(scene, promise.cue, by[0], parties):
        return replace(promise, by=pair)
    words = set(scene.cast.ids[by[0]].name.split())
    if "government" in words and (state := scene.cast.state_of(by[0])):  # "government troops"
        return replace(promise, by=(state,))
    states = tuple(a.id for a in scene.cast.actors if a.kind == "country" and set(a.name.split()) <= words)
    if len(states) < 2 and not words.isdisjoint(tables.words("delegates")):  # "Thai and Lao commanders"
        lands = {land.iso3 for word in words if word[:1].isupper() and (land := load().country(word))}
        states = tuple(a.id for a in scene.cast.actors if a.kind == "country" and a.country in lands)
    return replace(promise, by=states) if len(states) > 1 else promise


def _pair(scene: Scene, cue: int, group: str, parties: agentless.Parties) -> tuple[str, ...]:
    """The two who met, of whom the text goes on as "the two men": "The two leaders agreed to …"."""
    words = scene.cast.ids[group].name.casefold().split()
    if words[:2] == ["heads", "of"] or words[:3] == ["two", "heads", "of"]:
        words = ["two", "leaders"]
    if len(words) != 2 or words[0] != "two" or words[1].rstrip("s") not in PAIRS | {w + "s" for w in PAIRS}:
        return ()
    at = scene.tree.words[cue].sentence
    near = [
        k
        for k, who in parties.items()
        if k < cue and at - scene.tree.words[k].sentence <= REACH and len(who) == 2
        if all(scene.cast.ids[id].kind == "person" for id in who)
    ]
    return parties[max(near)] if near else ()


def _alone(scene: Scene, i: int, kind: str, parties: agentless.Parties) -> tuple[str, ...]:
    """Who makes the promise by the event: of two who met, only the one that is its subject."""
    resumed = _resumed(scene, i) if kind == "v" else None
    if resumed is not None and (one := scene.cast.heads(resumed)) and scene.cast.ids[one].kind != "group":
        return (one,)
    told = parties.get(i, ())
    subject = scene.tree.agent(i) if len(told) > 1 and kind == "v" else None
    if subject is None or len(scene.tree.joined(subject)) > 1:
        return told
    one = scene.cast.heads(subject)
    return (one,) if one in told and scene.cast.ids[one].kind != "group" else told


def _resumed(scene: Scene, i: int) -> int | None:
    """The speaker who goes on to promise: "She said Peru had built nine and promised that …", "would …"."""
    tree = scene.tree
    over = tree.words[i].head
    if tree.rel(i) != "conj" or tree.kids(i, "nsubj", "aux") or over < 0:
        return None
    coming = not tree.kids(over, "aux:pass") and any(
        tree.words[k].xpos == "MD" for k in tree.kids(over, "aux")
    )
    if tree.words[i].xpos != "VBD" and not (coming and tree.words[i].xpos == "VBN"):
        return None
    comma = tree.lows[max(tree.kids(i, "cc"), default=0) - 1] == ","
    apart = tree.words[over].xpos == "VBN" or comma or coming
    telling = tree.words[over].head if tree.rel(over) == "ccomp" else -1
    said = telling >= 0 and (tree.lemma(telling) in REPORTS or ("v", tree.lemma(telling)) in tables.cues())
    if not apart or not said or not telling < over:
        return None
    return tree.subject(telling)


def _payer(scene: Scene, i: int) -> tuple[str, ...]:
    """Who pays what is only called "pledged": "Germany has paid half of the sum pledged"."""
    if not measured_participle(scene, i):
        return ()
    owner = scene.tree.child(scene.tree.words[i].head, "nmod:poss")  # "Canada's $5 million, promised in May"
    payer = owner if owner is not None else accords.giver(scene, scene.tree.words[i].head)
    return scene.cast.who(payer, deep=False) if payer is not None else ()


def measured_participle(scene: Scene, i: int) -> bool:
    """Whether a word is the "pledged" of "the 340 million marks pledged in May"."""
    word = scene.tree.words[i]
    return word.deprel == "acl" and word.xpos == "VBN" and word.head in scene.matcher.measured


def _holder(scene: Scene, i: int, kind: str) -> tuple[str, ...]:
    """Who makes the promise: the subject, the owner of the noun, the subject of its verb."""
    tree = scene.tree
    if kind != "n":
        agent = tree.agent(i) if (beside := _behind_aside(scene, i)) is None else beside
        if agent is None:
            return ()
        on = agentless.going_on(scene, agent)
        return on or _party(scene, agent) or agentless.carried(scene, agent)
    owner = tree.child(i, "nmod:poss")
    if owner is not None and tree.lemma(i) not in tables.words("goals"):
        return scene.cast.who(owner)
    makers = [
        s for k in tree.kids(i, "acl") if tree.lemma(k) in ("make", "give") for s in tree.kids(k, "nsubj")
    ]
    makers = [k for k in makers if tree.words[k].xpos not in ("WDT", "WP")]
    if makers and tree.lemma(i) in tables.words("vows"):  # "the promise that Norway made"
        return scene.cast.who(makers[0], deep=False)
    if tree.lemma(i) in tables.words("vows"):
        by = [k for j in (i, *tree.phrases(i, "of")) for k in tree.phrases(j, "by", "from")]
        by += [k for k in tree.phrases(i, "of") if scene.cast.kind(k) in voices.STATES]
        named = next((ids for k in by if (ids := scene.cast.who(k, deep=False))), ())
        if named:
            return named
    over = tree.words[i].head
    aimed = tree.lemma(i) in tables.words("goals")
    if aimed and (over < 0 or tree.lemma(over) not in tables.words("setters")):
        return ()
    if (
        over >= 0
        and tree.words[over].upos == "VERB"
        and (tree.patient(over) == i or i in tree.kids(over, "obj"))
    ):
        agent = tree.agent(over)
        if tree.lemma(over) in tables.words("takers"):
            agent = next(iter(tree.phrases(over, "from")), None)
        if tree.negated(over) or tree.lemma(over) in tables.words("wishes"):
            return ()
        return _party(scene, agent) if agent is not None else ()
    return _borne(scene, i) if tree.lemma(i) in tables.words("vows") else ()


def _behind_aside(scene: Scene, i: int) -> int | None:
    """The subject that an aside cuts off: "and Cuba, which he was to visit next, promised 300 beds"."""
    tree = scene.tree
    if (
        tree.kids(i, "nsubj", "aux")
        or tree.rel(i) not in ("parataxis", "conj")
        or i < 2
        or tree.lows[i - 1] != ","
    ):
        return None
    for k in range(i - 2, tree.sentence(i)[0], -1):
        named = scene.cast.heads(k) is not None and tree.rel(k) == "conj" and tree.lows[k - 1] == "and"
        if named and any(tree.words[j].deprel == "acl:relcl" and j < i for j in tree.kids(k, "acl")):
            return k
    return None


def _vague(scene: Scene, i: int) -> bool:
    """Whether somebody speaks of a "they" whom nobody has named: "They promised me a wall," she said."""
    word = scene.tree.words[i]
    told = within(scene.statements, word.start, word.end)
    return word.text.lower() == "they" and told is not None and told.form == "direct"


def _party(scene: Scene, i: int) -> tuple[str, ...]:
    """Whom a phrase binds: "Peru's army" binds Peru, but "Peru's Rimac Cement" is somebody else."""
    named = scene.tree.words[i].upos == "PROPN" and scene.tree.lemma(i).lower() not in tables.words("bodies")
    bound = scene.cast.who(i, deep=not named)
    owners = [k for j in (i, *scene.tree.phrases(i, "of")) for k in scene.tree.kids(j, "nmod:poss")]
    kin = scene.tree.lemma(i) not in tables.words("bodies") and scene.cast.at(i) is None
    if kin and any(scene.cast.heads(k) in bound and scene.cast.kind(k) == "person" for k in owners):
        return ()  # "one of Soto's predecessors promised" is not Soto's
    return agentless.for_land(scene, i, bound)


def _borne(scene: Scene, i: int) -> tuple[str, ...]:
    """Whose promise it is that something is done with: "raised $2 million on a pledge to …"."""
    tree = scene.tree
    if not {tree.lows[k] for k in tree.kids(i, "det")} <= {"a", "an"}:
        return ()
    at = i
    while tree.rel(at) in ("nmod", "obl") and tree.words[at].head >= 0:
        if tree.preposition(at).split(" ")[-1:] not in (["of"], ["on"], ["with"]):
            return ()
        at = tree.words[at].head
    if (
        at == i
        or tree.words[at].upos != "VERB"
        or tree.lemma(at) in tables.words("wishes") | tables.words("takers")
    ):
        return ()
    subject = tree.subject(at)
    return scene.cast.who(subject, deep=False) if subject is not None and not tree.negated(at) else ()
