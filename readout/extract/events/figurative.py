"""What sounds like an act and is none: quarrels of words, contests, what a plan "allows", a question asked.

"The senator attacked the mayor in the debate", "The device allows nurses to rest", "She asked why it closed".
"""

from __future__ import annotations

from readout.extract.events.lexicon import words
from readout.extract.events.match import Trigger
from readout.extract.events.parties import Roles
from readout.extract.events.scene import Scene
from readout.extract.events.slots import Ids
from readout.extract.events.tree import Tree

ARMS = words("arms")
CONTESTED = words("contested")
THINGS = words("things")
LABOUR = words("labour")
SIDES = words("fighting")
ASKING = words("asking")
ANYBODY = words("anybody")
BODIES = ("country", "government", "organization")
BARE = frozenset({"talk", "speak", "discuss", "attend", "willing", "guarantee", "topple", "offer"})
IMPERSONAL = ("CONCEDE", "RETREAT", "SUPPORT", "COERCE", "AID", "REJECT")
QUOTES = frozenset({"“", '"', "‘", "'", "``"})


def figurative(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a trigger with these parties only sounds like the act of its type."""
    type_ = trigger.entry.type
    if type_ == "ASSAULT":
        return _in_words(scene, trigger, roles)
    if type_ == "REQUEST" or trigger.entry.mode == "phone":
        return trigger.entry.kind == "v" and _only_said(scene.tree, trigger)
    if type_ == "PROTEST" and any(scene.tree.lemmas[k] == "rally" for k in (trigger.at, *trigger.parts)):
        return _canvassing(scene, trigger, roles)
    return trigger.entry.kind != "n" and not roles.actors and _by_nobody(scene, trigger, roles)


def _in_words(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether people quarrel or compete: "Ann Lee attacked Mr. Poe", "fought hard to win", no arms named."""
    tree, i = scene.tree, trigger.at
    lemma = tree.lemmas[i]
    said = scene.matcher.spoken(tree.words[i].sentence)
    if lemma not in CONTESTED or not ARMS.isdisjoint(said):
        return False
    if lemma in ("strike", "target", "hit") and not LABOUR.isdisjoint(said):
        return True
    if lemma == "strike":
        return False
    alone = trigger.entry.kind == "v" and len(roles.actors) + len(roles.recipients) < 2
    if alone and lemma in ("fight", "battle") and not _host(scene, trigger):
        return True
    if roles.actors:
        return _named(scene, roles.actors) and (not roles.recipients or _named(scene, roles.recipients[:1]))
    if not roles.recipients or not _named(scene, roles.recipients):
        return False
    active = trigger.entry.kind == "v" and not tree.passive(i) and not trigger.parts
    return active or bool(tree.phrases(i, "from"))


def _host(scene: Scene, trigger: Trigger) -> bool:
    """Whether those who fight are fighters, a body or a state: "Soldiers fought for two days"."""
    subject = scene.tree.subject(trigger.at)
    if subject is None or scene.tree.lemma(subject) in SIDES:
        return subject is not None
    return scene.cast.kind(subject) in BODIES


def _named(scene: Scene, ids: Ids) -> bool:
    """Whether all of them are people that the text calls by name."""
    people = [scene.cast.ids[id] for id in ids]
    return all(a.kind == "person" and any(m.kind == "name" for m in a.mentions) for a in people)


def _only_said(tree: Tree, trigger: Trigger) -> bool:
    """Whether a question or a nickname follows: "asked the mayor why it was closed", "calling him 'scum'"."""
    if tree.lemmas[trigger.at] not in ASKING:
        return False
    held = [k for k in tree.kids(trigger.at, "obj", "iobj") if k > trigger.at]
    last = max((j for k in held for j in tree.under(k, "acl", "acl:relcl", "punct", "parataxis")), default=-1)
    after = (last if last >= 0 else trigger.at) + 1
    if after >= len(tree.words) - 1 or tree.words[after].sentence != tree.words[trigger.at].sentence:
        return False
    if tree.lemmas[trigger.at] == "call":
        return last >= 0 and tree.words[after].text in QUOTES
    if tree.words[after].text == ",":
        after += 1
    return tree.lows[after] in ANYBODY or (tree.words[after].text in QUOTES and _asks(tree, after))


def _asks(tree: Tree, quote: int) -> bool:
    """Whether what a quotation mark opens ends with a question mark."""
    ahead = tree.words[quote + 1 : quote + 40]
    ends = next((w.text for w in ahead if w.text in (".", "?", "!")), "")
    return ends == "?"


def _canvassing(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether somebody by name speaks to supporters: "Ann Lee held a rally", not "against the dam"."""
    if not roles.actors or not _named(scene, roles.actors):
        return False
    said = scene.matcher.spoken(scene.tree.words[trigger.at].sentence)
    return not roles.recipients and said.isdisjoint(("against", "protest", "demand", "outside"))


def _by_nobody(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether no one acts: "The plan allows for forty homes", "a chance to support the king"."""
    tree, i, type_ = scene.tree, trigger.at, trigger.entry.type
    if trigger.entry.parties.actors != ("subj",) or tree.passive(i):
        return False
    if type_ == "COOPERATE":
        return not roles.recipients
    if tree.lemmas[i] in BARE:
        return True
    if type_ not in IMPERSONAL:
        return False
    subject = tree.subject(i)
    if type_ == "REJECT":
        return tree.lemmas[i] == "walk" or (subject is not None and tree.lows[subject] in ANYBODY)
    if any(need.slot == "subj" and need.lemmas for need in trigger.entry.needs):
        return False
    if type_ == "COERCE" and trigger.entry.mode != "restrict":
        return False
    return subject is None or tree.words[subject].upos == "VERB" or tree.lemmas[subject] in THINGS
