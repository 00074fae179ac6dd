"""From a parsed text with its actors, dates, figures and statements to its events."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.events import circumstance, merge, status
from readout.extract.events.earlier import Told, concerned, further_gift, topic
from readout.extract.events.hearers import SPEAKING, answered, shared, summoned, told_to, written_to
from readout.extract.events.lexicon import words
from readout.extract.events.match import Trigger
from readout.extract.events.parties import Roles, parties
from readout.extract.events.scene import Scene, scene_of
from readout.extract.events.slots import who
from readout.extract.events.tree import Tree
from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.event import Event, Status
from readout.model.statement import Statement
from readout.model.swift import replace
from readout.model.when import When

UNSAID = ("REQUEST", "REJECT", "SUPPORT", "ACCUSE", "THREATEN")
REACH = 6
UNREAL = -0.5
FORCEFUL = ("ASSAULT", "COERCE", "PROTEST", "CONSULT", "RETREAT")
SPEECHES = words("speeches")
TRADES = words("trades")
PAST = ("VBD", "VBN", "VBZ", "VBP")
REPORTS = words("reports")
TAKEN = words("taken")
ANYBODY = frozenset({"every", "any", "no"})
YIELDING = ("CONCEDE", "RETREAT", "AID", "AGREE", "COOPERATE", "CONSULT", "SUPPORT")
CONTENT_MODES = {
    "REQUEST": {
        "AID": "assist",
        "COOPERATE": "assist",
        "CONCEDE": "yield",
        "RETREAT": "yield",
        "CONSULT": "meet",
    },
    "THREATEN": {
        "ASSAULT": "violence",
        "COERCE": "restrict",
        "SANCTION": "relations",
        "MOBILIZE": "violence",
    },
}
CONTENT_MODES["REJECT"] = CONTENT_MODES["REQUEST"]


def find_events(
    document: Document,
    analysis: Analysis,
    actors: Sequence[Actor],
    whens: Sequence[When],
    amounts: Sequence[Amount],
    statements: Sequence[Statement],
) -> tuple[Event, ...]:
    """The events of a text, each once, in order.

    "Chad withdrew its troops from Niger in May" → RETREAT withdraw, actor Chad, recipient Niger.
    """
    return events_in(
        scene_of(document, analysis, tuple(actors), tuple(whens), tuple(amounts), tuple(statements))
    )


def events_in(scene: Scene) -> tuple[Event, ...]:
    """The events of a text whose scene is set already: promises look at the same one."""
    told: list[Told] = []
    tellings = [telling for trigger in scene.triggers if (telling := _telling(scene, trigger, told))]
    events = merge.merged(tellings, _headline(scene.document))
    return tuple(replace(event, id=f"e{n}") for n, event in enumerate(events, 1))


def _headline(document: Document) -> int:
    """Where a headline ends that stands as the first paragraph, 0 where there is none."""
    first = document.paragraphs[0] if len(document.paragraphs) > 1 else (0, 0)
    said = document.text[first[0] : first[1]].rstrip()
    return first[1] if said and said[-1].isalnum() else 0


def _telling(scene: Scene, trigger: Trigger, told: list[Told]) -> merge.Telling | None:
    tree, entry = scene.tree, trigger.entry
    found = status.status_of(tree, trigger)
    type_, mode = entry.type, entry.mode
    if found == "refused" and tree.lemma(trigger.at) == "discuss" and len(entry.needs) == 0:
        return None
    if found == "refused" and type_ in YIELDING and not _carried(scene, trigger):
        type_, mode, found = "REJECT", CONTENT_MODES["REJECT"].get(entry.type, "change"), "happened"
    elif found == "negated" and tree.lemma(trigger.at) in TAKEN and trigger.entry.kind == "v":
        if all(tree.words[k].upos == "PRON" for k in tree.objects(trigger.at)):
            return None
        type_, mode, found = "REJECT", "change", "happened"
    elif found == "refused" and not _carried(scene, trigger):
        found = "negated"
    settled = _backed(scene, trigger, status.settled(found)) if type_ == entry.type else status.settled(found)
    roles = parties(scene.matcher, trigger, scene.acts)
    if type_ != entry.type:
        roles = _refused(scene, trigger, roles)
    own = roles.recipients
    if type_ == "REQUEST" and own and (met := summoned(scene, trigger, roles)):
        roles, own = Roles(roles.actors, met), met
    if own and not entry.parties.mutual and (mover := answered(scene, trigger, roles)):
        roles = Roles(roles.actors, mover)
    if not own and not entry.parties.mutual:
        found_ = (
            shared(scene, trigger, roles)
            or answered(scene, trigger, roles)
            or told_to(scene, trigger)
            or written_to(scene, trigger)
            or concerned(scene, trigger, roles, told)
        )
        roles = Roles(roles.actors, tuple(id for id in found_ if id not in roles.actors))
    elif not roles.recipients and type_ == "AGREE" and len(roles.actors) == 1:
        met = answered(scene, trigger, roles) or topic(scene, trigger)
        roles = Roles(roles.actors, met or further_gift(scene, trigger, roles, told))
    told.append(Told(scene.cast, trigger, roles))
    if settled is None or not _told(scene, trigger, roles):
        return None
    unmade = type_ in ("COOPERATE", "AID") and not own and tree.lemma(trigger.at) in TRADES
    bare = type_ == "AGREE" and not roles.actors and trigger.entry.kind == "v"
    unmade = unmade or (bare and not scene.tree.objects(trigger.at))
    unsaid = type_ in UNSAID and "migration" not in entry.contexts
    if settled == "negated" and (unsaid or unmade or _habit(scene, trigger)):
        return None
    word = tree.words[trigger.at]
    holder = circumstance.within(scene.statements, word.start, word.end)
    if holder is not None and holder.said == "denied" and settled in ("happened", "ongoing"):
        settled = "negated"
    together = (*roles.actors, *roles.recipients) if entry.type == "CONSULT" else roles.actors
    if len(together) > 1 and (entry.parties.mutual or len(together) == 2):
        scene.cast.pair = together
        subject = tree.subject(trigger.at)
        said = tree.words[subject].text if subject is not None else ""
        scene.cast.paired_in = word.sentence if said == "I" else -1
    when = scene.setting.when(trigger)
    where = scene.setting.where(trigger)
    if where is None and entry.mode == "visit":
        where = circumstance.visited(scene.document, scene.analysis, tree, scene.cast, trigger)
    event = Event(
        id="",
        type=type_,
        trigger=_trigger_anchor(scene, trigger),
        anchor=_clause_anchor(scene, trigger),
        mode=_content_mode(scene, trigger) if type_ == entry.type else mode,
        contexts=entry.contexts,
        actors=roles.actors,
        recipients=roles.recipients,
        status=settled,
        when=when.id if when else None,
        where=where,
        amounts=scene.setting.how_much(trigger),
        within=holder.id if holder else None,
        confidence=0.8 if entry.needs else 0.7,
    )
    lemma = tree.lemma(trigger.parts[-1] if trigger.parts and entry.mode == "phone" else trigger.at)
    return merge.Telling(event, lemma, entry.kind == "n", when.edtf if when else None)


def _refused(scene: Scene, trigger: Trigger, roles: Roles) -> Roles:
    """Who refuses and who is refused, where both would have acted together ("will not begin talks with")."""
    doers = who(scene.matcher, scene.tree.agent(trigger.at))
    rest = tuple(id for id in (*roles.recipients, *roles.actors) if id not in doers)
    return Roles(doers, rest) if doers else roles


def _habit(scene: Scene, trigger: Trigger) -> bool:
    """Whether a habit or a silence is told, not an event denied: "We do not trade in ivory." """
    word = scene.tree.words[trigger.light if trigger.light is not None else trigger.at]
    aux = {scene.tree.words[k].text.lower() for k in scene.tree.kids(word.index, "aux")}
    if word.upos != "VERB":
        return False
    if scene.tree.lemma(word.index) == "discuss":
        return True
    return bool(aux & {"do", "does"}) or (not aux and word.xpos in ("VBZ", "VBP"))


def _backed(scene: Scene, trigger: Trigger, settled: Status | None) -> Status | None:
    """The status, unless the model is sure that the act has not taken place ("to rebuild the towns")."""
    factuality = scene.analysis.factuality
    if settled == "happened" and trigger.entry.kind == "v" and trigger.at < len(factuality):
        return "possible" if factuality[trigger.at] < UNREAL else settled
    return settled


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


def _told(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a trigger tells of an event: a noun does so only with a party or a light verb."""
    if _repeats(scene, trigger) or _customary(scene, trigger, roles):
        return False
    if scene.tree.lemma(trigger.at) == "ready" and not _ready_for(scene, trigger):
        return False
    if trigger.entry.kind == "v" and _vague(scene, trigger, roles):
        return False
    if trigger.entry.kind != "n":
        nobody = not roles.actors and not roles.recipients and not scene.tree.negated(trigger.at)
        undated = trigger.entry.type == "SANCTION" and scene.setting.when(trigger) is None
        undated = undated and trigger.entry.mode not in ("convict", "expel")
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


def _repeats(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb above tells the same act of speech already: "vowed to retaliate"."""
    head = scene.tree.words[trigger.at].head
    above = scene.acts.get(head)
    same = above is not None and above.entry.type == trigger.entry.type
    return same and trigger.entry.type in SPEAKING and scene.tree.rel(trigger.at) in ("xcomp", "ccomp", "obj")


def _mere_words(scene: Scene, trigger: Trigger, roles: Roles) -> bool:
    """Whether a request is only what is said: "issued a statement urging Peru", "Asking for time, …"."""
    head = scene.tree.words[trigger.at].head
    if scene.tree.rel(trigger.at) == "advcl" and trigger.at < head and scene.tree.lemma(head) in REPORTS:
        return scene.tree.words[trigger.at].xpos == "VBG" and not roles.recipients
    return scene.tree.rel(trigger.at) in ("acl", "advcl", "xcomp") and any(
        scene.tree.lemma(k) in SPEECHES for k in (head, *scene.tree.objects(head)) if k >= 0
    )


def _carried(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger above already tells of the refusal ("refused to withdraw")."""
    told = (scene.acts.get(over) for over in scene.tree.up(trigger.at))
    return any(act is not None and act.entry.type == "REJECT" for act in told)


def _content_mode(scene: Scene, trigger: Trigger) -> str | None:
    """The mode of a request, refusal or threat by the act that it is about."""
    modes = CONTENT_MODES.get(trigger.entry.type)
    if modes is None:
        return trigger.entry.mode
    below = set(scene.tree.under(trigger.at)) - {trigger.at}
    inner = next((t.entry.type for t in scene.triggers if t.at in below), None)
    return (
        modes.get(inner or "")
        or trigger.entry.mode
        or ("change" if trigger.entry.type != "THREATEN" else None)
    )


def _trigger_anchor(scene: Scene, trigger: Trigger) -> Anchor:
    """The verb with what completes it when that stands close by ("opened fire"), else the word alone."""
    words = scene.tree.words
    near = [p for p in trigger.parts if abs(p - trigger.at) <= REACH and p not in scene.matcher.measured]
    spots = [trigger.at, *near]
    if trigger.entry.kind == "n":
        spots += [k for k in scene.tree.kids(trigger.at, "compound") if k < trigger.at]
    first = min(spots)
    while (
        first > 1 and words[first - 1].text in ("-", "‑") and words[first - 2].end == words[first - 1].start
    ):
        first -= 2
    return scene.document.anchor(words[first].start, words[max(spots)].end)


def _clause_anchor(scene: Scene, trigger: Trigger) -> Anchor:
    """The clause that the trigger heads, without what is coordinated with it."""
    tree = scene.tree
    head = trigger.light if trigger.light is not None else trigger.at
    inside = tree.under(head, "conj", "parataxis", "punct", "discourse", "cc")
    inside = sorted({*inside, trigger.at, *trigger.parts})
    return scene.document.anchor(tree.words[inside[0]].start, tree.words[inside[-1]].end)
