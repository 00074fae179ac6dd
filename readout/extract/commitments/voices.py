"""Who says that somebody will do something, and whether it binds: a party speaks for itself or its state.

"Peru will pay, its minister said" binds Peru; "Peru will pay, analysts said" binds nobody.
"""

from __future__ import annotations

from readout.extract.commitments import accords, tables
from readout.extract.events.scene import Scene
from readout.model.actor import Actor
from readout.model.anchor import Anchor
from readout.model.statement import Statement

GIVING = ("AID", "COOPERATE", "CONCEDE", "RETREAT")
STATES = ("country", "government", "organization")
SELF = frozenset(["i", "we"])


def speaks_for(scene: Scene, i: int, subject: int, bound: str) -> bool:
    """Whether the bound party, its own side or the text's own voice says the clause."""
    told = tellings(scene, i)
    actor = scene.cast.ids.get(bound)
    if told and _declared(scene, told[0]):
        return actor is not None and actor.kind in STATES
    if actor is None or any(s.said != "yes" for s in told[:1]):
        return False
    if not told:
        standing = scene.tree.rel(i) in ("root", "conj", "parataxis", "acl") or accords.under_accord(scene, i)
        going = actor.kind == "person" and accords.coming(scene, i) and scene.tree.patient(i) is not None
        return standing and (going or actor.kind in STATES or accords.under_accord(scene, i))
    if accords.under_accord(scene, i):
        return True
    speaker = source(scene, told[0])
    if _ordinary(scene, told[0]) or _threatened(scene, told[0]):
        return False
    if scene.tree.words[subject].text.lower() in SELF or speaker == bound:
        return True
    voice = scene.cast.ids.get(speaker or "")
    if _onlooker(voice) or _guessed(scene, told[0]):
        return False
    if _own_body(scene, subject, told[0]) or _of_its_own(told[0], actor):
        return True
    giving = told[0].act in ("announce", "promise") or _cooperates(scene, i)
    if voice is not None and actor.kind in STATES and voice.country and giving:
        return True
    if voice is None or actor.kind == "group":
        return False
    if (
        voice.kind == "person"
        and voice.country is None
        and voice.sector == "GOV"
        and actor.kind in STATES[:2]
    ):
        return True  # a minister whose country the text leaves open
    if voice.name[:1].islower() and voice.kind == actor.kind == "organization":  # "the carrier", "the bank"
        return True
    if actor.country and not voice.country and told[0].source is not None:
        return _nation(scene, told[0].source.anchor, actor.country)
    return voice.country == actor.country if voice.country or actor.country else voice.sector == "GOV"


def tellings(scene: Scene, i: int) -> list[Statement]:
    """The statements that hold a word, the innermost first; else the one whose cue governs it."""
    word = scene.tree.words[i]
    told = [s for s in scene.statements if any(a.start <= word.start < a.end for a in s.content)]
    told.sort(key=lambda s: sum(a.end - a.start for a in s.content))
    over = scene.tree.words[word.head] if word.head >= 0 else word
    return told or [s for s in scene.statements if s.cue and s.cue.start <= over.start < s.cue.end]


def sure(scene: Scene, statement: Statement) -> bool:
    """Whether a statement comes from somebody concerned and is no guess."""
    voice = scene.cast.ids.get(source(scene, statement) or "")
    return not _onlooker(voice) and not _guessed(scene, statement)


def _own_body(scene: Scene, subject: int, statement: Statement) -> bool:
    """Whether a speaker's own turn speaks of the body there: "the Ministry will send 35 nurses"."""
    tree = scene.tree
    voice = scene.cast.ids.get(source(scene, statement) or "")
    own = statement.form == "direct" or (voice is not None and _official(voice))
    if not own or tree.lemma(subject) not in tables.words("bodies"):
        return False
    return {tree.lows[k] for k in tree.children[subject]} <= {"the", "our", "my", "this"}


def _of_its_own(statement: Statement, actor: Actor) -> bool:
    """Whether the words for the speaker name the party as its own: "its director", "Ann Orr of the fund"."""
    named = statement.source.anchor if statement.source is not None else None
    own = actor.kind == "organization" and named is not None
    return own and any(m.start < named.end and named.start <= m.start for m in actor.mentions if named)


def _official(voice: Actor) -> bool:
    """Whether a speaker is in office: "Energy Minister Radha Gyawali"."""
    return bool(voice.offices) or voice.sector == "GOV" or any("inister" in m.exact for m in voice.mentions)


def _onlooker(voice: Actor | None) -> bool:
    """Whether a speaker looks on, bound to nothing: analysts, traders, villagers."""
    words = (voice.name if voice and voice.kind in ("group", "person") else "").lower().split()
    return any(word.removesuffix("s") in tables.words("onlookers") for word in words)


def _ordinary(scene: Scene, statement: Statement) -> bool:
    """Whether a text says no more of a speaker than "a father of seven", "a village nurse"."""
    anchor = statement.source.anchor if statement.source is not None else None
    if anchor is None:
        return False
    tree = scene.tree
    spots = tree.beginning(anchor.start, anchor.end)
    heads = [j for j in spots if tree.words[j].head not in spots]
    beside = {k for j in heads for k in (j, *tree.kids(j, "appos"))}
    return any(tree.lemma(k) in tables.words("ordinary") for k in beside)


def _guessed(scene: Scene, statement: Statement) -> bool:
    """Whether what is said is a guess, a hope or a charge: "Peru fears that Chile will close the border"."""
    if statement.cue is None:
        return False
    at = scene.tree.beginning(statement.cue.start, statement.cue.end)
    return any(scene.tree.lemma(k) in tables.words("guesses") for k in at)


def _declared(scene: Scene, statement: Statement) -> bool:
    """Whether the text itself declares it, without a subject: "4. Announce that Peru will supply gas"."""
    if statement.source is not None or statement.cue is None or statement.said != "yes":
        return False
    at = scene.tree.beginning(statement.cue.start, statement.cue.end)
    verbs = [k for k in at if scene.tree.words[k].upos == "VERB"]
    return bool(verbs) and all(scene.tree.subject(k) is None and not scene.tree.passive(k) for k in verbs)


def _threatened(scene: Scene, statement: Statement) -> bool:
    """Whether somebody only warns of what will be done: "warned that it would hold both responsible"."""
    if statement.cue is None:
        return False
    at = scene.tree.beginning(statement.cue.start, statement.cue.end)
    return any(scene.tree.lemma(k) in ("warn", "threaten") for k in at)


def _nation(scene: Scene, named: Anchor | None, country: str) -> bool:
    """Whether the words that name a speaker hold one of that country: "the Danish envoy, Ann Holt"."""
    return named is not None and any(
        a.country == country and any(named.start <= m.start < named.end for m in a.mentions)
        for a in scene.cast.actors
    )


def _cooperates(scene: Scene, i: int) -> bool:
    """Whether a deed is one that states promise each other: aid, trade, a withdrawal, a concession."""
    return any(t.at == i and t.entry.type in GIVING for t in scene.triggers)


def source(scene: Scene, statement: Statement) -> str | None:
    return statement.source.actor if statement.source else None
