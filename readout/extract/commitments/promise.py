"""Where a text binds somebody: promise words with what they govern, and what a party says that it will do.

"Peru agreed to open the border" and "Peru will open the border, its minister said" both bind Peru.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from readout.extract.commitments import accords, given, holders, invited, tables, unreal
from readout.extract.commitments.clause import Promise
from readout.extract.commitments.future import by_tense
from readout.extract.events import status
from readout.extract.events.circumstance import within
from readout.extract.events.scene import Scene
from readout.extract.events.tree import Tree
from readout.model.event import Event

KINDS = {"VERB": "v", "ADJ": "a", "NOUN": "n"}
FINITE = ("VBP", "VBZ", "VBD")
LINKS = frozenset(["stand", "remain", "stay", "declare"])
"""What "ready" and "willing" hang on: "stood ready to lend", "remains willing to talk"."""
ASIDE = frozenset(["as", "if", "unless", "because", "while", "when", "though", "although", "whether"])
"""Openers of clauses that are no part of what is promised."""
NEEDS = frozenset(["need", "importance", "necessity", "urgency", "wish", "desire", "way", "chance"])
"""What is agreed on without binding anybody: "agreed on the need to rebuild"."""
RUMOURS = frozenset(["report", "rumour", "rumor", "allegation", "claim", "suggestion", "speculation"])
"""What nobody vouches for: "a report that Britain offered to take ten"."""
NOBODY = frozenset(["every", "any", "no", "each", "what", "which"])
"""Determiners of those who are nobody in particular: "Every government promises a train"."""


def promises(scene: Scene, events: Sequence[Event]) -> Iterator[Promise]:
    """Every promise of the text: those with a cue word, those told in the future, those of nobody named."""
    parties = {i: e.actors for e in events for i in scene.tree.beginning(e.trigger.start, e.trigger.end)}
    found: list[Promise] = []
    unnamed: list[tuple[int, str]] = []
    tree, cues, telling = scene.tree, tables.cues(), tables.telling()
    forward = tables.words("forward")
    for i in tree.having(telling):
        lemma = tree.lemmas[i]
        kind = KINDS.get(tree.words[i].upos, "")
        firmness = cues.get((kind, lemma))
        if firmness is not None and _binding(scene, i, kind):
            holder = () if unreal.hearsay(scene, i) else holders.holder(scene, i, kind, parties)
            found.extend(_by_cue(scene, i, kind, firmness, holder))
            if not holder and holders.measured_participle(scene, i):
                unnamed.append((i, firmness))
        if lemma == "accept" and (visit := invited.accepted(scene, i)) is not None:
            found.append(visit)
        found.extend(_by_the_way(scene, i))
        if lemma == "rule" or lemma in forward:
            found.extend(_put_up(scene, i))
    told = {promise.deed for promise in found}
    verbs = (w.index for w in scene.tree.words if w.upos == "VERB" and w.index not in told)
    later = [promise for i in verbs if (promise := by_tense(scene, i, parties)) is not None]
    found.extend(later)
    found.extend(replace(p, thing=k, by=by) for p in later for k, by in _shared(scene, p))
    for i, firmness in unnamed:
        before = max((p for p in found if p.cue < i), key=lambda p: p.cue, default=None)
        found.extend(_by_cue(scene, i, "v", firmness, before.by) if before else ())
    yield from (holders.spread(scene, promise, parties) for promise in found)


def _shared(scene: Scene, promise: Promise) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The others of whom the verb is not said again: "Peru will pay 40 million and Chile 12 million"."""
    if promise.thing is not None and promise.cue == promise.deed:
        yield from given.likewise(scene, promise.deed, promise.thing)


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


def _put_up(scene: Scene, i: int) -> Iterator[Promise]:
    """Sums that somebody is told to have put up: "Canada came forward with $40 million"."""
    thing = given.put_up(scene, i) or given.ruled_out(scene, i)
    if thing is not None and _binding(scene, i, "v") and (by := holders.holder(scene, i, "v", {})):
        yield Promise(i, i, thing, by, "pledged")


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
    if tree.lemma(i) == "sign" and not any(tree.lows[k] == "up" for k in tree.children[i]):
        return False
    if tree.rel(i) == "xcomp" and tree.lemma(tree.words[i].head) == "use":  # "used to promise"
        return False
    if tree.rel(i) == "acl" and tree.lemma(tree.words[i].head) in RUMOURS:
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
    if tree.words[i].upos == "ADJ" and tree.lemma(tree.words[i].head) in LINKS:
        i = tree.words[i].head
    over = tree.words[i].head
    if tree.rel(i) not in ("xcomp", "ccomp", "advcl") or over < 0:
        return False
    if tree.rel(i) != "ccomp" and tree.lemma(over) in ("call", "appeal", "plead", "beg"):
        return any(tree.lows[k] == "to" for k in tree.kids(i, "mark"))  # "called on Peru to guarantee"
    if tree.rel(i) == "advcl":
        return False
    return status.fate(tree, i) not in ("happened", "ongoing", "planned")


def _by_cue(scene: Scene, i: int, kind: str, firmness: str, holder: tuple[str, ...]) -> Iterator[Promise]:
    tree = scene.tree
    purse = given.sum_for(scene, i) if kind == "v" else None
    deeds = [] if purse is not None else _deeds(scene, i, kind)
    for deed in deeds:
        first = tree.words[deed].head if tree.rel(deed) == "conj" else deed
        told = tree.rel(first) == "ccomp" or _told_by(tree, first) or _laid_down(tree, i, first)
        own = tree.subject(deed) if told and tree.kids(first, "nsubj") else None
        bound = scene.cast.who(own) if own is not None and scene.cast.at(own) else ()
        grouped = all(scene.cast.ids[id].kind == "group" for id in bound)
        bound = bound if own is not None and _acts(scene, deed) and not grouped else holder or bound
        thing = tree.patient(deed) if deed != i else None
        thing = tree.subject(deed) if thing == i else thing
        if thing is None and deed != i and tree.words[i].deprel == "acl:relcl":
            thing = given.left_out(scene, i)
        elif thing is not None and tree.words[i].deprel == "acl:relcl":
            thing = given.lifted(scene, thing)
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
            others = [k for k in tree.kids(i, "obj") if tree.lemma(i) == "commit" and k != thing]
            named = [id for k in others for id in scene.cast.who(k, deep=False)][:1]
            holder = tuple(named) or holder  # "committed the United States to a further $20 million"
            yield Promise(i, i, thing, holder, firmness)
            yield from (Promise(i, i, k, by, firmness) for k, by in given.likewise(scene, i, thing))
            for other in tree.kids(thing, "conj") if tree.lemma(i) in tables.words("givers") else ():
                if tree.words[other].upos == "NOUN" and given.binds(scene, other, tree.lemma(i)):
                    yield Promise(i, i, other, holder, firmness)
    if kind == "n" and not deeds and holder and tree.lemma(i) in tables.words("vows") | tables.words("goals"):
        thing = given.measured_of(scene, i)
        if thing is not None:
            yield Promise(i, i, thing, holder, firmness)


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
        made = [k for k in tree.kids(i, "acl") if tree.lemma(k) in ("make", "give") and tree.kids(k, "nsubj")]
        found += [j for k in made for j in tree.kids(k, "xcomp", "advcl") if _aimed(scene, j)]
        if lemma == "word":  # "gave its word [to open the border]", hung from the verb
            found += [k for k in tree.kids(tree.words[i].head, "advcl") if tree.subtree(k)[0] == i + 1]
    elif lemma in ("accept", "announce", "approve"):
        objects = [
            k
            for k in tree.kids(i, "obj")
            if tree.lemma(k) in ("invitation", "offer", "proposal", "plan", "programme", "program")
        ]
        found = [k for j in objects for k in tree.kids(j, "acl") if tree.words[k].deprel != "acl:relcl"]
        found += [k for k in tree.kids(i, "advcl") if objects and _aimed(scene, k)]
    else:
        found = tree.kids(i, "xcomp")
        coming = ("planned", "possible", "refused")
        found += [k for k in tree.kids(i, "ccomp") if status.own(tree, k) in coming or _aimed(scene, k)]
        found += [k for k in tree.kids(i, "advcl", "obl") if _aimed(scene, k)]
        if not found and kind == "a" and lemma in ("ready", "willing", "prepared"):  # "stood ready to lend"
            found = [k for k in tree.kids(tree.words[i].head, "advcl") if _aimed(scene, k) and k > i]
        if not found:  # "promised in return to pay", "agreed on Tuesday to pay"
            aims = [j for j in tree.kids(i, "obl") if tree.lemma(j) not in NEEDS]
            found = [k for j in aims for k in tree.kids(j, "acl") if _aimed(scene, k)]
    found = [k for k in found if not any(tree.lows[m] in ASIDE for m in tree.kids(k, "mark"))]
    verbs = [
        v
        for k in found
        for v in tree.joined(k)
        if tree.words[v].upos == "VERB" or tree.words[v].xpos == "VB" or tree.kids(v, "cop")
    ]
    verbs = [v for v in verbs if not (lemma == "agree" and _opined(scene, v)) and not _hyphened(scene, v)]
    verbs = [v for v in verbs if v in found or not _of_its_own(tree, v)]
    told = [v for v in verbs if (v in found and not _standing(tree, v)) or not _reported(scene, v)]
    return [v for v in told if (kind != "a" or not tree.negated(v)) and not _idle(scene, i, v)]


def _of_its_own(tree: Tree, i: int) -> bool:
    """Whether a joined verb is a promise word itself: "agreed to let in 200 and plans to deploy"."""
    return ("v", tree.lemma(i)) in tables.cues() and tree.words[i].xpos in FINITE


def _signed(tree: Tree, i: int) -> bool:
    """Whether a participle only tells of the accord itself: "the accord, signed in May"."""
    return tree.words[i].xpos == "VBN" and not tree.kids(i, "mark", "case", "aux")


def _told_by(tree: Tree, i: int) -> bool:
    """Whether a clause behind a noun tells what it holds: "his word that Peru will lend two boats"."""
    return any(tree.lows[k] == "that" for k in tree.kids(i, "mark")) and bool(
        tree.kids(i, "nsubj", "nsubj:pass")
    )


def _laid_down(tree: Tree, i: int, clause: int) -> bool:
    """Whether an accord says what one side does: "signed an accord under which Chad will withdraw"."""
    under = any(tree.lows[k] == "which" and k < clause for k in tree.children[clause])
    return under and tree.lemma(i) in tables.words("accords") and bool(tree.kids(clause, "nsubj"))


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
    if (
        deeds[1] == "provide"
        and tree.lows[deed - 1] == ","
        and tree.lows[min(deed + 1, len(tree.lows) - 1)] == "that"
    ):
        return True
    if deeds[0] in tables.words("ready") and any(
        tree.lemma(k) in tables.words("manners") for k in tree.kids(deed, "obj")
    ):
        return True  # "stands ready to deepen cooperation"
    if deeds == ("decide", "meet") and not tree.kids(deed, "obj"):
        return True  # "decided to meet again in May"
    own = tree.child(deed, "nsubj")
    if own is not None and tree.lows[own] in ("i", "we", "you") and deeds[1] in ("have", "get", "receive"):
        return True  # "assured me that we will have them tomorrow"
    if (
        deeds[1] in ("keep", "stick", "stand")
        and not tree.kids(deed, "obj")
        and tree.phrases(deed, "to", "by")
    ):
        return True
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
