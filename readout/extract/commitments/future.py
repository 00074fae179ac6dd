"""What a party says of itself that it will do: "Peru will open the border, its minister said"."""

from __future__ import annotations

from readout.extract.commitments import accords, agentless, given, tables, unreal, voices
from readout.extract.commitments.clause import Promise
from readout.extract.events import status
from readout.extract.events.scene import Scene


def by_tense(scene: Scene, i: int, parties: agentless.Parties) -> Promise | None:
    """What a party says of itself that it will do."""
    tree = scene.tree
    told = tree.lemma(i) in ("add", "say") and bool(tree.kids(i, "ccomp"))
    on_things = tree.lemma(i) in tables.words("deeds_on_things")
    plain = on_things and bool(tree.kids(i, "xcomp") or tree.patient(i) is not None)
    if (tree.lemma(i) in tables.words("not_deeds") and not plain) or told:
        return None
    sending = not accords.announced(scene, i)
    if sending and not _sending(scene, i):
        return None
    refrains = tree.negated(i)
    if refrains and not (tree.lemma(i) in tables.words("harms") and status.own(tree, i) == "refused"):
        return None
    if (not refrains and unreal.hostile(scene, i)) or unreal.appointment(scene, i) or unreal.talk(scene, i):
        return None
    if (
        unreal.past(scene, i)
        or unreal.proposed(scene, i)
        or unreal.asked(scene, i)
        or unreal.lasting(scene, i)
    ):
        return None
    if tree.passive(i):
        return None if refrains else _by_agent(scene, i, parties)
    if not refrains and not sending and status.own(tree, i) not in ("planned", "possible"):
        return None
    if (tree.rel(i) in ("advcl", "acl") and not accords.under_accord(scene, i)) or any(
        tree.words[k].text.lower() in ("whether", "if") for k in tree.kids(i, "mark")
    ):
        return None
    subject = tree.subject(i)
    if subject is None or (tree.lemma(i) == "take" and "place" in {tree.lemma(k) for k in tree.objects(i)}):
        return None
    if sides := _each_side(scene, i, subject):
        return Promise(i, i, tree.patient(i), sides, "agreed")
    bound = scene.cast.who(subject, deep=False) or _body(scene, subject) or agentless.carried(scene, subject)
    bound = bound or _own_country(scene, i, subject)
    if (
        not bound
        or not voices.speaks_for(scene, i, subject, bound[0])
        or unreal.rhetorical(scene, i, subject)
    ):
        return None
    thing = tree.patient(i)
    if (
        thing is not None
        and tree.lemma(i) in tables.words("keeping")
        and tree.lemma(thing) in tables.words("vows")
    ):
        return None
    if thing is None and tree.lemma(i) == "accept":
        return None
    firmness = "agreed" if accords.under_accord(scene, i) else "planned"
    return Promise(i, i, thing, bound, firmness)


def _sending(scene: Scene, i: int) -> bool:
    """Whether the present promises: "We are sending a team on Monday", "are setting aside $9 million"."""
    if scene.tree.words[i].xpos != "VBG" or status.own(scene.tree, i) != "ongoing":
        return False
    return accords.coming(scene, i) or given.setting_aside(scene, i)


def _by_agent(scene: Scene, i: int, parties: agentless.Parties) -> Promise | None:
    """What is told in the passive with who will do it: "the debt will be repaid by Peru"."""
    agent = scene.tree.agent(i)
    if agent is None:
        bound, firmness = agentless.bound(scene, i, parties)
        return Promise(i, i, scene.tree.patient(i), bound, firmness) if bound else None
    bound = scene.cast.who(agent)
    if not bound or scene.tree.rel(i) in ("advcl", "acl") or status.own(scene.tree, i) != "planned":
        return None
    if not voices.speaks_for(scene, i, agent if agent is not None else i, bound[0]):
        return None
    return Promise(
        i, i, scene.tree.patient(i), bound, "agreed" if accords.under_accord(scene, i) else "planned"
    )


def _body(scene: Scene, subject: int) -> tuple[str, ...]:
    """The party that a body of its own stands for: "our government will", but not "our boats will"."""
    bodies = tables.words("bodies")
    return scene.cast.who(subject) if scene.tree.lemma(subject) in bodies else ()


def _each_side(scene: Scene, i: int, subject: int) -> tuple[str, ...]:
    """The state of whoever says what all will do: "Each side will open a gate, said Orr of Peru's team"."""
    tree = scene.tree
    every = any(tree.lows[k] in ("each", "both") for k in tree.kids(subject, "det"))
    told = voices.tellings(scene, i)
    if (
        not every
        or tree.lemma(subject) not in ("side", "country", "government", "party", "nation")
        or not told
    ):
        return ()
    voice = scene.cast.ids.get(voices.source(scene, told[0]) or "")
    if voice is None or voice.country is None or told[0].said != "yes":
        return ()
    return tuple(a.id for a in scene.cast.actors if a.kind == "country" and a.country == voice.country)[:1]


def _own_country(scene: Scene, i: int, subject: int) -> tuple[str, ...]:
    """The state of those who speak of "the country" or "the government": the ministry said it would lift …"""
    tree = scene.tree
    if tree.lemma(subject) not in tables.words("bodies") or scene.cast.at(subject) is not None:
        return ()
    if {tree.rel(k) for k in tree.children[subject]} - {"det"}:
        return ()
    told = voices.tellings(scene, i)
    speaker = voices.source(scene, told[0]) if told else None
    state = scene.cast.state_of(speaker) if speaker in scene.cast.ids else None
    return (state,) if state else ()
