"""What looks like an event and tells of none: habits, mere words, acts told a second time.

"Every king promises peace", "Brazil supplies a third of the sugar", "We do not trade in ivory".
"""

from __future__ import annotations

from readout.extract.events import status
from readout.extract.events.figurative import figurative
from readout.extract.events.hearers import SPEAKING
from readout.extract.events.lexicon import words
from readout.extract.events.match import Trigger
from readout.extract.events.parties import Roles
from readout.extract.events.scene import Scene
from readout.extract.events.slots import Ids
from readout.extract.events.tree import Tree

FORCEFUL = ("ASSAULT", "COERCE", "PROTEST", "CONSULT", "RETREAT")
UNSAID = ("REQUEST", "REJECT", "SUPPORT", "ACCUSE", "THREATEN")
SPEECHES = words("speeches")
TRADES = words("trades")
PAST = ("VBD", "VBN", "VBZ", "VBP")
REPORTS = words("reports")
ANYBODY = frozenset({"every", "any", "no"})


def unmade(scene: Scene, trigger: Trigger, type_: str, roles: Roles, own: Ids) -> bool:
    """Whether what is denied is no event: words that were not said, trade and promises with nobody.

    ``type_`` is the type that it is read as, ``own`` the recipients that its own clause names.
    """
    if type_ in UNSAID and "migration" not in trigger.entry.contexts:
        return True
    if type_ in ("COOPERATE", "AID") and not own and scene.tree.lemma(trigger.at) in TRADES:
        return True
    bare = type_ == "AGREE" and not roles.actors and trigger.entry.kind == "v"
    return (bare and not scene.tree.objects(trigger.at)) or _habit(scene, trigger)


def tells(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a trigger tells of an event: a noun does so only with a party or a light verb."""
    if _repeats(scene, trigger) or _customary(scene, trigger, roles):
        return False
    if figurative(scene, trigger, roles):
        return False
    if scene.tree.lemma(trigger.at) == "ready" and not _ready_for(scene, trigger):
        return False
    if trigger.entry.kind == "v" and _vague(scene, trigger, roles):
        return False
    if trigger.entry.kind != "n":
        nobody = not roles.actors and not roles.recipients and not scene.tree.negated(trigger.at)
        undated = trigger.entry.type == "SANCTION" and scene.setting.when(trigger) is None
        undated = undated and trigger.entry.mode not in ("convict", "expel", "withdraw")
        if nobody and (undated or trigger.entry.type == "SUPPORT"):
            return False
        return not (trigger.entry.type == "REQUEST" and _mere_words(scene, trigger, roles))
    if trigger.entry.type == "COOPERATE" and not roles.actors and trigger.light is None:
        return False
    if trigger.entry.type == "REQUEST":
        return bool(roles.recipients)
    if trigger.entry.type == "ACCUSE" and not roles.recipients and trigger.light is None:
        return bool(scene.tree.phrases(trigger.at, "by", "against", "into"))
    if roles.actors or roles.recipients or trigger.effect in ("do", "undergo"):
        return True
    if trigger.entry.type == "ASSAULT" and trigger.parts:
        return True
    done = trigger.entry.type in FORCEFUL and trigger.entry.mode != "boycott"
    sides = ("by", "between", "on", "against") if trigger.entry.type == "ASSAULT" else ("by", "between")
    return done and bool(scene.tree.phrases(trigger.at, *sides))


def _repeats(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb above tells the same act of speech already: "vowed to retaliate"."""
    head = scene.tree.words[trigger.at].head
    above = scene.acts.get(head)
    same = above is not None and above.entry.type == trigger.entry.type
    return same and trigger.entry.type in SPEAKING and scene.tree.rel(trigger.at) in ("xcomp", "ccomp", "obj")


def _customary(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether trade is told as a habit, with no partner: "Brazil supplies a third of it"."""
    if trigger.entry.type != "COOPERATE" or roles.recipients or len(roles.actors) > 1:
        return False
    word = scene.tree.words[trigger.at]
    if scene.tree.lemma(trigger.at) not in TRADES:
        return False
    aux = scene.tree.kids(trigger.at, "aux")
    return word.upos == "VERB" and (
        (word.xpos in ("VBZ", "VBP", "VB") and not aux and scene.tree.rel(trigger.at) != "xcomp")
        or scene.tree.negated(trigger.at)
    )


def _ready_for(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is an act that one is ready for: not "ready to take questions"."""
    below = {
        k
        for clause in scene.tree.kids(trigger.at, "xcomp", "ccomp", "advcl")
        for k in scene.tree.under(clause)
    }
    return any(t.at in below for t in scene.triggers)


def _vague(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether nobody is meant: "Every king promises peace", "The mayor blamed the weather"."""
    tree, i = scene.tree, trigger.at
    if trigger.entry.type == "ACCUSE":
        things = [k for k in tree.objects(i) if tree.words[k].upos == "NOUN"]
        return tree.lemma(i) == "blame" and not roles.recipients and bool(things)
    if trigger.entry.type == "ASSAULT" and tree.lemma(i) in ("battle", "fight"):
        return len(roles.actors) < 2 and not roles.recipients and bool(tree.phrases(i, "with"))
    subject = tree.child(i, "nsubj")
    if trigger.entry.type != "AGREE" or subject is None or tree.passive(i):
        return False
    if tree.lemma(i) == "agree" and any(tree.words[k].xpos in PAST for k in _seen(tree, i)):
        return True
    return bool({tree.words[k].text.lower() for k in tree.kids(subject, "det")} & ANYBODY)


def _seen(tree: Tree, i: int) -> list[int]:
    """The clauses of what is found to be so, not of what shall be: "agreed that demand had fallen"."""
    told = [k for k in tree.kids(i, "ccomp") if tree.kids(k, "nsubj") and tree.kids(k, "mark")]
    return [k for k in told if status.own(tree, k) == "happened"]


def _mere_words(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a request is only what is said: "issued a statement urging Peru", "Asking for time, …"."""
    head = scene.tree.words[trigger.at].head
    if scene.tree.rel(trigger.at) == "advcl" and trigger.at < head and scene.tree.lemma(head) in REPORTS:
        return scene.tree.words[trigger.at].xpos == "VBG" and not roles.recipients
    if scene.tree.kids(trigger.at, "nsubj"):  # "said in a statement that Peru had asked for gas"
        return False
    return scene.tree.rel(trigger.at) in ("acl", "advcl", "xcomp") and any(
        scene.tree.lemma(k) in SPEECHES for k in (head, *scene.tree.objects(head)) if k >= 0
    )


def _habit(scene: Scene, trigger: Trigger) -> bool:
    """Whether a habit or a silence is told, not an event denied: "We do not trade in ivory." """
    word = scene.tree.words[trigger.light if trigger.light is not None else trigger.at]
    aux = {scene.tree.words[k].text.lower() for k in scene.tree.kids(word.index, "aux")}
    if word.upos != "VERB":
        return False
    if scene.tree.lemma(word.index) == "discuss":
        return True
    return bool(aux & {"do", "does"}) or (not aux and word.xpos in ("VBZ", "VBP"))
