"""Who is bound by a passive that names nobody.

"40 tractors will be delivered to Malawi under the deal that India signed" binds India; "The money will
be paid by May, said the Danish envoy" binds Denmark.
"""

from __future__ import annotations

from collections.abc import Mapping

from readout.extract.commitments import accords, given, tables, unreal, voices
from readout.extract.events import status
from readout.extract.events.scene import Scene

Parties = Mapping[int, tuple[str, ...]]
"""The actors of the text's events, by the word of the event."""
ARRIVING = frozenset(["arrive", "follow", "flow"])
"""What promised money does."""
REACH = 3
"""How many sentences back the two who made "the deal" are looked for."""


def bound(scene: Scene, i: int, parties: Parties) -> tuple[tuple[str, ...], str]:
    """The party that a promised passive binds, and how firmly; none where it is anybody's guess."""
    tree = scene.tree
    if tree.lemma(i) not in tables.words("handing") | ARRIVING or tree.rel(i) in ("advcl", "acl"):
        return (), ""
    if status.own(tree, i) != "planned" or unreal.proposed(scene, i):
        return (), ""
    given = {id for p in ("to", "for") for k in scene.matcher.slot(i, p) for id in scene.cast.who(k)}
    if accords.under_accord(scene, i):
        return _by_accord(scene, i, parties, given), "agreed"
    told = voices.tellings(scene, i)
    speaker = voices.source(scene, told[0]) if told and told[0].said == "yes" else None
    if speaker is None or speaker not in scene.cast.ids or not voices.sure(scene, told[0]):
        return (), ""
    if not (accords.coming(scene, i) or _counted(scene, i) or told[0].act == "promise"):
        return (), ""
    party = side(scene, speaker) or (_answering(scene, speaker) if told[0].form == "direct" else None)
    return ((party,) if party and not _same_side(scene, party, given) else ()), "planned"


def arriving(scene: Scene, i: int, parties: Parties) -> tuple[tuple[str, ...], str]:
    """The party bound by "The first tranche would arrive in May, the Danish envoy said"."""
    tree = scene.tree
    thing = tree.subject(i)
    if thing is None or tree.lemma(i) not in ARRIVING or tree.passive(i):
        return (), ""
    owed = tables.words("parts") | tables.words("gifts")
    sums = tree.lemma(thing) in owed or tree.lows[thing] in owed or given.money(scene, thing)
    return bound(scene, i, parties) if sums else ((), "")


def starting(scene: Scene, i: int) -> tuple[str, ...]:
    """The body that announces when something begins: "announced that vaccination will begin on 8 March"."""
    tree = scene.tree
    if tree.lemma(i) not in ("begin", "start", "open", "resume", "reopen") or not accords.coming(scene, i):
        return ()
    told = voices.tellings(scene, i)
    cue = told[0].cue if told and told[0].said == "yes" else None
    if cue is None or not any(tree.lemma(k) == "announce" for k in tree.beginning(cue.start, cue.end)):
        return ()
    speaker = voices.source(scene, told[0])
    body = speaker in scene.cast.ids and scene.cast.ids[speaker or ""].kind in voices.STATES
    return (speaker,) if body and speaker else ()


def _counted(scene: Scene, i: int) -> bool:
    thing = scene.tree.patient(i)
    thing = scene.tree.subject(i) if thing is None else thing
    if thing is not None and scene.tree.lemma(thing) in tables.words("parts"):
        return True
    return thing is not None and (
        thing in scene.matcher.measured
        or any(k in scene.matcher.measured for k in scene.tree.kids(thing, "nummod"))
    )


def side(scene: Scene, speaker: str) -> str | None:
    """Whom an official speaks for: the state, else the body itself."""
    if speaker not in scene.cast.ids:
        return None
    actor = scene.cast.ids[speaker]
    if actor.kind == "group" or (actor.kind == "person" and not (actor.sector == "GOV" or actor.offices)):
        return None
    return scene.cast.state_of(speaker) or (speaker if actor.kind != "person" else None)


def _answering(scene: Scene, speaker: str) -> str | None:
    """The state of whoever answers for it in a transcript: "MS. NKOSI: The balance will be paid in June"."""
    actor = scene.cast.ids[speaker]
    turns = sum(voices.source(scene, s) == speaker and s.form == "direct" for s in scene.statements)
    return scene.cast.state_of(speaker) if actor.kind == "person" and actor.country and turns > 2 else None


def _same_side(scene: Scene, party: str, given: set[str]) -> bool:
    """Whether those who are given are the party itself."""
    own = scene.cast.ids[party]
    return party in given or any(own.country and scene.cast.ids[id].country == own.country for id in given)


def _by_accord(scene: Scene, i: int, parties: Parties, given: set[str]) -> tuple[str, ...]:
    """The one party of an accord that is not the one given: of "the deal that India signed with Malawi"."""
    tree = scene.tree
    accord = next(
        (k for k in tree.phrases(i, "under", "by") if tree.lemma(k) in tables.words("accords")), None
    )
    found: list[str] = []
    if accord is not None:
        named = [j for k in tree.kids(accord, "acl") if (j := tree.subject(k)) is not None and j != accord]
        named += [*tree.phrases(accord, "with", "between"), *tree.kids(accord, "nmod:poss")]
        found = [id for k in named for id in scene.cast.who(k)]
    if not found:
        at = tree.words[i].sentence
        near = [
            k
            for k, who in parties.items()
            if k < i and at - tree.words[k].sentence <= REACH and len(who) == 2
        ]
        found = list(parties[max(near)]) if near else []
    left = tuple(id for id in dict.fromkeys(found) if not _same_side(scene, id, given))
    return left if len(left) == 1 else ()


def going_on(scene: Scene, agent: int) -> tuple[str, ...]:
    """The subject of the sentence before, which an "It" that opens the next takes up before all others.

    "The United States offered to build Israel two bases. It will also lend Egypt $2 billion."
    """
    tree = scene.tree
    first = tree.sentence(agent)[0]
    held = scene.cast.at(agent)
    if tree.lows[agent] != "it" or agent != first or first == 0 or held is None:
        return ()
    before = tree.sentence(first - 1)
    root = next((k for k in range(*before) if tree.deprels[k] == "root"), None)
    subject = tree.subject(root) if root is not None else None
    one = scene.cast.heads(subject) if subject is not None else None
    rival = any(scene.cast.heads(k) == held and k != subject for k in range(*before))
    here = range(agent + 1, tree.sentence(agent)[1])  # "It still owes Albania …" is not Albania
    rival = rival or any(scene.cast.heads(k) == held and tree.words[k].upos == "PROPN" for k in here)
    own = one is not None and scene.cast.ids[one].kind in ("country", "government", "organization")
    return (one,) if one and own and rival and one != held else ()


def for_land(scene: Scene, i: int, bound: tuple[str, ...]) -> tuple[str, ...]:
    """The state where "her country" was read as the person: "She said that her country intended to …"."""
    tree = scene.tree
    if len(bound) != 1 or tree.lemma(i) not in ("country", "government", "nation", "state"):
        return bound
    if scene.cast.ids[bound[0]].kind != "person" or not tree.kids(i, "nmod:poss"):
        return bound
    state = scene.cast.state_of(bound[0])
    return (state,) if state else bound


def carried(scene: Scene, agent: int) -> tuple[str, ...]:
    """Whom an "It" that opens a sentence goes on with: "The Danish side offered boats. It undertook to …"."""
    tree = scene.tree
    first = tree.sentence(agent)[0]
    led = any(tree.words[k].upos in ("VERB", "SCONJ") or scene.cast.at(k) for k in range(first, agent))
    if tree.lows[agent] != "it" or scene.cast.at(agent) is not None or led or agent - first > 5:
        return ()
    before = tree.sentence(first - 1) if first else (0, 0)
    root = next((k for k in range(*before) if tree.deprels[k] == "root"), None)
    subject = tree.subject(root) if root is not None else None
    one = scene.cast.heads(subject) if subject is not None else None
    return (one,) if one and scene.cast.ids[one].kind != "person" else ()
