"""From a parsed text with its actors, dates, figures and statements to its events."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.events import circumstance, merge, nonevents, places
from readout.extract.events.directed import directed
from readout.extract.events.earlier import Told
from readout.extract.events.errands import errand
from readout.extract.events.match import Trigger
from readout.extract.events.parties import Roles
from readout.extract.events.reading import Reading, read
from readout.extract.events.scene import Scene, scene_of
from readout.model.actor import Actor
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.event import Event, Place, Status
from readout.model.statement import Statement
from readout.model.swift import replace
from readout.model.when import When

REACH = 6
WORDS = ("REQUEST", "ACCUSE", "REJECT", "SUPPORT", "THREATEN", "AGREE")
CALLING = frozenset({"call", "announce", "schedule"})


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
    reading = read(scene, trigger)
    if reading is None:
        return None
    roles, own = directed(scene, trigger, reading.type, told)
    told.append(Told(scene.cast, trigger, roles))
    if reading.status is None or not nonevents.tells(scene, trigger, roles):
        return None
    if reading.status == "negated" and nonevents.unmade(scene, trigger, reading.type, roles, own):
        return None
    _remember_pair(scene, trigger, roles)
    when = scene.setting.when(trigger)
    settled = _in_time(scene, trigger, reading.status, when)
    event = _event(scene, trigger, reading, settled, roles, when)
    return merge.Telling(
        event, _sense(scene, trigger), trigger.entry.kind == "n", when.edtf if when else None
    )


def _in_time(scene: Scene, trigger: Trigger, settled: Status, when: When | None) -> Status:
    """What lies after the day of the text is planned: "leaves on Tuesday", "a rally tomorrow"."""
    day = scene.document.published
    if settled == "happened" and _goes_on(scene, trigger, when):
        return "ongoing"
    if (
        trigger.entry.type in WORDS
        or settled not in ("happened", "ongoing")
        or when is None
        or not when.start
        or not day
        or len(day) < 10
    ):
        return settled
    calls = trigger.entry.type == "PROTEST" and scene.tree.lemma(trigger.at) in CALLING
    past = scene.tree.words[trigger.at].xpos in ("VBD", "VBN") and not calls
    return settled if past or trigger.light is not None or when.start <= day else "planned"


def _goes_on(scene: Scene, trigger: Trigger, when: When | None) -> bool:
    """Whether help is told in the simple present of running text: "The Red Crescent feeds 6,000 people"."""
    tree, i = scene.tree, trigger.at
    if trigger.entry.type != "AID" or tree.words[i].xpos not in ("VBZ", "VBP") or when is not None:
        return False
    ends = tree.sentences[tree.words[i].sentence][1] - 1
    return (
        not scene.setting.headed
        and not tree.kids(i, "aux", "aux:pass")
        and tree.lows[ends] in (".", "”", '"')
    )


def _sense(scene: Scene, trigger: Trigger) -> str:
    """The lemma by which it is known again: of a talk "by telephone" the telephone."""
    phoned = trigger.parts and trigger.entry.mode == "phone"
    return scene.tree.lemma(trigger.parts[-1] if phoned else trigger.at)


def _remember_pair(scene: Scene, trigger: Trigger, roles: Roles) -> None:
    """Those who act together are "they", "both sides" and "the two leaders" from here on."""
    together = (*roles.actors, *roles.recipients) if trigger.entry.type == "CONSULT" else roles.actors
    if len(together) > 1 and (trigger.entry.parties.mutual or len(together) == 2):
        subject = scene.tree.subject(trigger.at)
        said = scene.tree.words[subject].text if subject is not None else ""
        scene.cast.pair = together
        scene.cast.paired_in = scene.tree.words[trigger.at].sentence if said == "I" else -1


def _event(
    scene: Scene, trigger: Trigger, reading: Reading, settled: Status, roles: Roles, when: When | None
) -> Event:
    entry, word = trigger.entry, scene.tree.words[trigger.at]
    holder = circumstance.within(scene.statements, word.start, word.end)
    denied = holder is not None and holder.said == "denied" and settled in ("happened", "ongoing")
    return Event(
        id="",
        type=reading.type,
        trigger=_trigger_anchor(scene, trigger),
        anchor=_clause_anchor(scene, trigger),
        mode=reading.mode,
        contexts=entry.contexts,
        actors=roles.actors,
        recipients=roles.recipients,
        status="negated" if denied else settled,
        when=when.id if when else None,
        where=_where(scene, trigger),
        amounts=scene.setting.how_much(trigger),
        within=holder.id if holder else None,
        confidence=0.8 if entry.needs else 0.7,
    )


def _where(scene: Scene, trigger: Trigger) -> Place | None:
    """The place of its clause; of a visit or of troops sent that name none there, where they go."""
    where = scene.setting.where(trigger)
    if where is None and trigger.entry.type == "CONSULT" and (there := errand(scene.tree, trigger.at)):
        trigger = replace(trigger, at=there, parts=())
        return places.visited(scene.document, scene.analysis, scene.tree, scene.cast, trigger)
    if where is None and (trigger.entry.mode == "visit" or trigger.entry.type == "MOBILIZE"):
        return places.visited(scene.document, scene.analysis, scene.tree, scene.cast, trigger)
    if where is None and trigger.entry.kind == "v" and (ways := places.WAYS.get(trigger.entry.type)):
        return places.moved(scene.document, scene.analysis, scene.tree, scene.cast, trigger, ways)
    return where


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
