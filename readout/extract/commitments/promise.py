"""Where a text binds somebody: promise words with what they govern, and what a party says that it will do.

"Peru agreed to open the border" and "Peru will open the border, its minister said" both bind Peru.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from readout.extract.commitments import accords, agentless, given, tables, unreal, voices
from readout.extract.commitments.clause import Promise
from readout.extract.commitments.future import by_tense
from readout.extract.events import status
from readout.extract.events.circumstance import within
from readout.extract.events.scene import Scene
from readout.extract.events.tree import REPORTS, Tree
from readout.model.event import Event

KINDS = {"VERB": "v", "ADJ": "a", "NOUN": "n"}
FINITE = ("VBP", "VBZ", "VBD")
NOBODY = frozenset(["every", "any", "no", "each", "what", "which"])
"""Determiners of those who are nobody in particular: "Every government promises a train"."""


def promises(scene: Scene, events: Sequence[Event]) -> Iterator[Promise]:
    """Every promise of the text: those with a cue word, those told in the future, those of nobody named."""
    parties = {i: e.actors for e in events for i in scene.tree.beginning(e.trigger.start, e.trigger.end)}
    found: list[Promise] = []
    unnamed: list[tuple[int, str]] = []
    tree, cues, telling = scene.tree, tables.cues(), tables.telling()
    for i, lemma in enumerate(tree.lemmas):
        if lemma not in telling:
            continue
        kind = KINDS.get(tree.words[i].upos, "")
        firmness = cues.get((kind, lemma))
        if firmness is not None and _binding(scene, i, kind):
            holder = _alone(scene, i, kind, parties) or _holder(scene, i, kind) or _payer(scene, i)
            found.extend(_by_cue(scene, i, kind, firmness, holder))
            if not holder and _measured_participle(scene, i):
                unnamed.append((i, firmness))
        found.extend(_by_the_way(scene, i))
    told = {promise.deed for promise in found}
    verbs = (w.index for w in scene.tree.words if w.upos == "VERB" and w.index not in told)
    later = [promise for i in verbs if (promise := by_tense(scene, i, parties)) is not None]
    found.extend(later)
    found.extend(replace(p, thing=k, by=by) for p in later for k, by in _shared(scene, p))
    for i, firmness in unnamed:
        before = max((p for p in found if p.cue < i), key=lambda p: p.cue, default=None)
        found.extend(_by_cue(scene, i, "v", firmness, before.by) if before else ())
    yield from (_spread(scene, promise, parties) for promise in found)


def _shared(scene: Scene, promise: Promise) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The others of whom the verb is not said again: "Peru will pay 40 million and Chile 12 million"."""
    if promise.thing is not None and promise.cue == promise.deed:
        yield from given.likewise(scene, promise.deed, promise.thing)


def _spread(scene: Scene, promise: Promise, parties: dict[int, tuple[str, ...]]) -> Promise:
    """By the states that a group is named by: "the ministers of Peru and Chile" are Peru and Chile."""
    by = promise.by
    if len(by) != 1 or scene.cast.ids[by[0]].kind != "group":
        return promise
    if pair := _pair(scene, promise.cue, by[0], parties):
        return replace(promise, by=pair)
    words = set(scene.cast.ids[by[0]].name.split())
    states = tuple(a.id for a in scene.cast.actors if a.kind == "country" and set(a.name.split()) <= words)
    return replace(promise, by=states) if len(states) > 1 else promise


PAIRS = frozenset(
    ["man", "woman", "leader", "president", "minister", "premier", "king", "people", "men", "women"]
)
REACH = 4
"""So many sentences back are those two who "the two men" are."""


def _pair(scene: Scene, cue: int, group: str, parties: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The two who met, of whom the text goes on as "the two men": "The two leaders agreed to …"."""
    words = scene.cast.ids[group].name.casefold().split()
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


def _alone(scene: Scene, i: int, kind: str, parties: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
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
    """The speaker who goes on to promise: "She said Peru had built nine and promised that …"."""
    tree = scene.tree
    over = tree.words[i].head
    if tree.rel(i) != "conj" or tree.words[i].xpos != "VBD" or tree.kids(i, "nsubj", "aux") or over < 0:
        return None
    comma = tree.lows[max(tree.kids(i, "cc"), default=0) - 1] == ","
    apart = tree.words[over].xpos == "VBN" or comma
    telling = tree.words[over].head if tree.rel(over) == "ccomp" else -1
    if not apart or telling < 0 or tree.lemma(telling) not in REPORTS or not telling < over:
        return None
    return tree.subject(telling)


def _by_the_way(scene: Scene, i: int) -> Iterator[Promise]:
    """What accords call for and what is named as promised in passing."""
    lemma = scene.tree.lemma(i)
    if scene.tree.words[i].upos == "VERB" and lemma in tables.words("binders"):
        for deed, thing, bound, firmness in accords.by_accord(scene, i):
            yield Promise(i, deed, thing, bound, firmness)
    elif lemma in ("promise", "pledge"):
        found = accords.in_passing(scene, i)
        if found is not None:
            yield Promise(i, i, found[0], found[1], "pledged")


def _measured_participle(scene: Scene, i: int) -> bool:
    """Whether a word is the "pledged" of "the 340 million marks pledged in May"."""
    word = scene.tree.words[i]
    return word.deprel == "acl" and word.xpos == "VBN" and word.head in scene.matcher.measured


def _payer(scene: Scene, i: int) -> tuple[str, ...]:
    """Who pays what is only called "pledged": "Germany has paid half of the sum pledged"."""
    if not _measured_participle(scene, i):
        return ()
    owner = scene.tree.child(scene.tree.words[i].head, "nmod:poss")  # "Canada's $5 million, promised in May"
    payer = owner if owner is not None else accords.giver(scene, scene.tree.words[i].head)
    return scene.cast.who(payer, deep=False) if payer is not None else ()


def _binding(scene: Scene, i: int, kind: str) -> bool:
    """Whether the cue itself is asserted: not denied, not asked for, not merely possible."""
    tree = scene.tree
    if tree.negated(i) or tree.words[i].deprel in ("amod", "compound"):
        return False
    subject = tree.child(i, "nsubj")
    if subject is not None and any(tree.lemma(k) in NOBODY for k in tree.kids(subject, "det")):
        return False
    if tree.lemma(i) == "word":  # "gave its word"
        return tree.lemma(tree.words[i].head) in ("give", "pledge") and bool(tree.kids(i, "nmod:poss"))
    if kind == "n":
        return True
    if tree.rel(i) == "xcomp" and tree.lemma(tree.words[i].head) == "use":  # "used to promise"
        return False
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
    purse = given.sum_for(scene, i) if kind == "v" else None
    deeds = [] if purse is not None else _deeds(scene, i, kind)
    for deed in deeds:
        first = tree.words[deed].head if tree.rel(deed) == "conj" else deed
        told = tree.rel(first) == "ccomp" or _told_by(tree, first)
        own = tree.subject(deed) if told and tree.kids(first, "nsubj") else None
        bound = scene.cast.who(own) if own is not None and scene.cast.at(own) else ()
        grouped = all(scene.cast.ids[id].kind == "group" for id in bound)
        bound = bound if own is not None and _acts(scene, deed) and not grouped else holder or bound
        thing = tree.patient(deed) if deed != i else None
        thing = tree.subject(deed) if thing == i else thing
        if thing is None and deed != i and tree.words[i].deprel == "acl:relcl":
            thing = tree.gap(i)
        counted = given.counted_before(scene, i)
        if counted is not None and deed != i and not tree.kids(deed, "obj"):
            thing = counted
        if bound and not unreal.hostile(scene, deed):
            yield Promise(i, deed, thing, bound, firmness)
            for other in (
                tree.kids(thing, "conj") if thing is not None and given.counted(scene, thing) else ()
            ):
                if tree.words[other].upos != "VERB" and given.counted(scene, other):
                    yield Promise(i, deed, other, bound, firmness)
    if kind == "v" and not deeds and holder:
        thing = given.given(scene, i) if purse is None else purse
        if thing is not None and given.binds(scene, thing, tree.lemma(i)):
            yield Promise(i, i, thing, holder, firmness)
            yield from (Promise(i, i, k, by, firmness) for k, by in given.likewise(scene, i, thing))
    if kind == "n" and not deeds and holder and tree.lemma(i) in tables.words("vows") | tables.words("goals"):
        thing = given.measured_of(scene, i)
        if thing is not None:
            yield Promise(i, i, thing, holder, firmness)


def _holder(scene: Scene, i: int, kind: str) -> tuple[str, ...]:
    """Who makes the promise: the subject, the owner of the noun, the subject of its verb."""
    tree = scene.tree
    if kind != "n":
        agent = tree.agent(i)
        return (scene.cast.who(agent) or agentless.carried(scene, agent)) if agent is not None else ()
    owner = tree.child(i, "nmod:poss")
    if owner is not None and tree.lemma(i) not in tables.words("goals"):
        return scene.cast.who(owner)
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
        return scene.cast.who(agent) if agent is not None else ()
    return ()


def _deeds(scene: Scene, i: int, kind: str) -> list[int]:
    """The verbs of what is promised, with those coordinated with them."""
    tree, lemma = scene.tree, scene.tree.lemma(i)
    if kind == "n":
        found = [
            k
            for k in tree.kids(i, "acl")
            if (tree.words[k].deprel != "acl:relcl" or _told_by(tree, k)) and not _signed(tree, k)
        ]
        found = [k for k in found if not _stated(tree, k)]
        if lemma == "word":  # "gave its word [to open the border]", hung from the verb
            found += [k for k in tree.kids(tree.words[i].head, "advcl") if tree.subtree(k)[0] == i + 1]
    elif lemma in ("accept", "announce"):
        objects = [
            k for k in tree.kids(i, "obj") if tree.lemma(k) in ("invitation", "offer", "proposal", "plan")
        ]
        found = [k for j in objects for k in tree.kids(j, "acl") if tree.words[k].deprel != "acl:relcl"]
        found += [k for k in tree.kids(i, "advcl") if objects and _aimed(scene, k)]
    else:
        found = tree.kids(i, "xcomp")
        coming = ("planned", "possible", "refused")
        found += [k for k in tree.kids(i, "ccomp") if status.own(tree, k) in coming or _aimed(scene, k)]
        found += [k for k in tree.kids(i, "advcl", "obl") if _aimed(scene, k)]
        if not found:  # "promised in return to pay", "agreed on Tuesday to pay"
            found = [k for j in tree.kids(i, "obl") for k in tree.kids(j, "acl") if _aimed(scene, k)]
    verbs = [v for k in found for v in tree.joined(k) if tree.words[v].upos == "VERB" or tree.kids(v, "cop")]
    verbs = [v for v in verbs if not (lemma == "agree" and _opined(scene, v)) and not _hyphened(scene, v)]
    told = [v for v in verbs if (v in found and not _standing(tree, v)) or not _reported(scene, v)]
    return [v for v in told if (kind != "a" or not tree.negated(v)) and not _idle(scene, i, v)]


def _signed(tree: Tree, i: int) -> bool:
    """Whether a participle only tells of the accord itself: "the accord, signed in May"."""
    return tree.words[i].xpos == "VBN" and not tree.kids(i, "mark", "case", "aux")


def _told_by(tree: Tree, i: int) -> bool:
    """Whether a clause behind a noun tells what it holds: "his word that Peru will lend two boats"."""
    return any(tree.lows[k] == "that" for k in tree.kids(i, "mark")) and bool(
        tree.kids(i, "nsubj", "nsubj:pass")
    )


def _stated(tree: Tree, i: int) -> bool:
    """Whether a clause behind a noun only tells what is so: "a decision that the dam was not safe"."""
    finite = any(tree.words[k].xpos in FINITE for k in (i, *tree.kids(i, "aux", "cop", "aux:pass")))
    return finite and bool(tree.kids(i, "nsubj", "nsubj:pass"))


def _opined(scene: Scene, i: int) -> bool:
    """Whether only a view is agreed on: "all agreed that the tax would raise rents", "that it was a boon"."""
    tree = scene.tree
    subject = tree.child(i, "nsubj")
    if subject is None or tree.rel(i) != "ccomp" or scene.cast.at(subject) is not None:
        return False
    if tree.lemma(subject) in tables.words("bodies") or tree.words[subject].upos == "PRON":
        return tree.words[i].upos not in ("VERB", "ADJ") and not tree.kids(i, "aux")
    return bool(tree.kids(i, "obj")) or (tree.words[i].upos == "NOUN" and not tree.kids(i, "aux"))


def _hyphened(scene: Scene, i: int) -> bool:
    """Whether a word is only the first half of a verb: "fact-check", "jump-start"."""
    words = scene.tree.words
    return i + 1 < len(words) and words[i + 1].text == "-" and words[i + 1].start == words[i].end


def _standing(tree: Tree, i: int) -> bool:
    """Whether a clause tells how things are: "some 350,000 are in the ground"."""
    return bool(tree.kids(i, "nsubj")) and any(tree.words[k].xpos in FINITE for k in tree.kids(i, "cop"))


def _reported(scene: Scene, i: int) -> bool:
    """Whether a joined verb tells what is done already: "agreed to buy 9 tonnes and had taken 3"."""
    tree = scene.tree
    if any(tree.lemma(k) == "have" for k in tree.kids(i, "aux")):
        return True
    if tree.kids(i, "nsubj") and any(tree.words[k].xpos in FINITE for k in tree.kids(i, "cop")):
        return not tree.kids(i, "aux")
    told = tree.words[i].xpos in ("VBP", "VBZ") and tree.kids(i, "nsubj") and not tree.kids(i, "aux")
    return bool(told) or (tree.words[i].xpos == "VBD" and not tree.passive(i))


def _idle(scene: Scene, cue: int, deed: int) -> bool:
    """What binds nobody: agreeing to disagree, being ready to answer questions, promises to keep."""
    tree, deeds = scene.tree, (scene.tree.lemma(cue), scene.tree.lemma(deed))
    kept = tree.passive(deed) or not tree.objects(deed)
    if tree.words[cue].upos == "NOUN" and deeds[1] in tables.words("keeping") and kept:
        return True
    if deeds[1] in tables.words("keeping") and any(
        tree.lemma(k) in tables.words("vows") for k in tree.kids(deed, "obj")
    ):
        return True
    return deeds == ("agree", "disagree") or (
        deeds[1] in tables.words("replies")
        and any(tree.lemma(k) in ("question", "it", "you") for k in tree.kids(deed, "obj"))
    )


def _aimed(scene: Scene, i: int) -> bool:
    """Whether a clause is "to do …" or "to doing …"."""
    to = any(scene.tree.words[k].text.lower() == "to" for k in scene.tree.kids(i, "mark", "case"))
    return to and scene.tree.words[i].upos == "VERB"


def _acts(scene: Scene, deed: int) -> bool:
    return scene.tree.words[deed].upos == "VERB" and not scene.tree.passive(deed)
