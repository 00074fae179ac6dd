"""Whom gifts, loans and promises go to where they name nobody: the state in need, the one the text is about.

"LIMA — A flood hit Peru. Chile sent ten boats. Brazil is weighing a loan" → Peru, twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from readout.extract.events.lexicon import words
from readout.extract.events.match import Trigger
from readout.extract.events.parties import Roles, parties
from readout.extract.events.scene import Scene
from readout.extract.events.slots import Ids
from readout.knowledge import load

if TYPE_CHECKING:
    from readout.extract.events.earlier import Told

GIFTS = ("AID", "AGREE")
STATES = ("country", "government")
REPLIES = frozenset({"accept", "agree", "consent", "comply", "oblige", "sign"})
PERSONAL = words("personal_aid")
BOUNTY = words("bounty")
DONORS = words("donors")
DATELINE = re.compile(r"^([A-Z][^\n:;“\"]{2,50}?) ?(?:\([^)\n]*\) ?)?(?:—|–|--|- )", re.MULTILINE)
EARLY = 600
SMALL = frozenset({"au", "es", "de", "del", "of", "da", "do", "sur"})
NEAR = 1
SOON = 3
OFTEN = 3
MOSTLY = 0.75
FUNDS = words("funds")
BROUGHT = frozenset({"deliver", "ship", "send"})
TWICE = 2


def topic(scene: Scene, trigger: Trigger) -> Ids:
    """The country that the sentence opens with: "On Haiti, the bank has agreed to release the grant"."""
    tree = scene.tree
    if trigger.entry.type not in GIFTS or trigger.entry.kind != "v":
        return ()
    first = tree.sentences[tree.words[trigger.at].sentence][0]
    if tree.words[first].text.lower() not in ("on", "for") or not 0 <= tree.words[first].head < trigger.at:
        return ()
    id = scene.cast.heads(tree.words[first].head)
    return (id,) if id and scene.cast.ids[id].kind in STATES else ()


def to_the_needy(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """The state that all gifts of the text go to, named before or after, where another gives."""
    if not _is_gift(scene, trigger) or given_to(scene, trigger) or not _gives_abroad(scene, roles):
        return ()
    needy = _needy(scene)
    own = scene.cast.states_of(roles.actors)
    return () if needy is None or needy in own else (needy,)


def further_gift(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """Whom the gift just told goes to, where another gives more: "Finland will add 4 million euros".

    Where all gifts of the text went to one state, any later one goes there too: "None has been paid".
    """
    tree = scene.tree
    if trigger.entry.type not in GIFTS or trigger.entry.kind != "v":
        return ()
    gifts = [act for act in told if act.roles.recipients and _gives(scene, act.trigger)]
    if given_to(scene, trigger):
        return ()
    if not gifts and trigger.entry.type == "AID":
        return _in_need(scene, trigger, roles, told)
    if not gifts or not (trigger.entry.type == "AID" or scene.setting.money(trigger)):
        return ()
    gained = frozenset().union(*(act.others for act in gifts))
    if len(gained) == 1 and all(act.others for act in gifts):
        return () if gained & scene.cast.states_of(roles.actors) else tuple(gained)
    before = gifts[-1]
    if tree.words[trigger.at].sentence - tree.words[before.trigger.at].sentence > NEAR:
        return ()
    return tuple(id for id in before.roles.recipients if scene.cast.ids[id].kind in STATES)


def given_to(scene: Scene, trigger: Trigger) -> bool:
    """Whether a gift names those it is for, known or not: "granted the rebels asylum", "rescued a fourth"."""
    tree = scene.tree
    names = any(tree.words[k].upos != "PRON" for k in tree.kids(trigger.at, "iobj"))
    return names or tree.lemma(trigger.at) in PERSONAL


def _gives(scene: Scene, trigger: Trigger) -> bool:
    """Whether an act gives or offers of its own: no accepted invitation, no talks agreed."""
    type_, lemma = trigger.entry.type, scene.tree.lemma(trigger.at)
    return type_ == "AID" or (type_ == "AGREE" and (lemma not in REPLIES or scene.setting.money(trigger)))


def _is_gift(scene: Scene, trigger: Trigger) -> bool:
    """Whether what does good is given, promised or held back: money, help, "13 bridges", "to lend boats"."""
    tree, type_ = scene.tree, trigger.entry.type
    if type_ == "AID":
        return trigger.entry.kind == "v" or trigger.light is not None or _weighed(scene, trigger)
    if type_ in ("SANCTION", "COERCE") and trigger.entry.kind == "v":
        return any(tree.lemma(k) in FUNDS for k in tree.objects(trigger.at))
    if type_ == "COOPERATE" and tree.lemma(trigger.at) in BROUGHT and trigger.entry.kind == "v":
        return trigger.at in scene.acts and any(tree.kids(k, "nummod") for k in tree.objects(trigger.at))
    if type_ != "AGREE" or trigger.entry.kind != "v":
        return False
    if scene.setting.money(trigger):
        return True
    below = tree.kids(trigger.at, "xcomp")
    if any(tree.lemma(k) in BOUNTY and tree.objects(k) and not tree.phrases(k, "from") for k in below):
        return True
    things = [] if below else tree.objects(trigger.at)
    return any(tree.kids(k, "nummod") for k in things if tree.words[k].upos == "NOUN")


def _weighed(scene: Scene, trigger: Trigger) -> bool:
    """Whether a loan or grant is the object of a verb: "is weighing a grant"."""
    return scene.tree.rel(trigger.at) == "obj"


def _gives_abroad(scene: Scene, roles: Roles) -> bool:
    """Whether the giver is a state, a known body or "donors", none of the country's own firms."""
    cast = scene.cast
    return bool(roles.actors) and all(
        cast.state_of(id) if cast.ids[id].country else (cast.ids[id].known_as or _donor(cast.ids[id].name))
        for id in roles.actors
    )


def _donor(name: str) -> bool:
    return name.lower().split()[-1] in DONORS


def _needy(scene: Scene) -> str | None:
    """The state that the text's gifts name or, where they name none, that the text is about."""
    if scene.kept.get("needy") is None:
        scene.kept["needy"] = (_find_needy(scene),)
    return scene.kept["needy"][0]


def _find_needy(scene: Scene) -> str | None:
    named: Counter[str] = Counter()
    givers: set[str] = set()
    for trigger in scene.triggers:
        if _is_gift(scene, trigger):
            told = parties(scene.matcher, trigger, scene.acts)
            givers |= scene.cast.states_of(told.actors)
            named.update(scene.cast.states_of(told.recipients))
    about = _about(scene, givers)
    if not named:
        return about
    state, often = named.most_common(1)[0]
    if often < MOSTLY * sum(named.values()) or (about not in (None, state) and often < TWICE):
        return None
    most = max(scene.cast.told_of().values())
    return state if about == state or often >= TWICE or scene.cast.told_of()[state] == most else None


def _about(scene: Scene, givers: set[str]) -> str | None:
    """The state of the dateline that is told of and gives nothing, else the one told of by far the most."""
    spoken = scene.cast.told_of()
    apart = [(n, s) for s, n in spoken.most_common() if s not in givers and scene.cast.ids[s].kind in STATES]
    if not apart:
        return None
    land, home = _home(scene)
    if land and home is None:
        return None
    if home is not None and home not in givers:
        if spoken[home] >= max(TWICE, apart[0][0]):
            return home
        if apart[0][0] < OFTEN * spoken[home]:
            return None
    clear = apart[0][0] >= OFTEN and (len(apart) == 1 or apart[0][0] >= TWICE * apart[1][0])
    most = max((spoken[state] for state in givers), default=0)
    return apart[0][1] if clear and apart[0][0] > most else None


def _home(scene: Scene) -> tuple[str | None, str | None]:
    """The country of the dateline that is spoken of, and its state: Peru of "LIMA, May 2 — "."""
    line = DATELINE.search(scene.document.text, 0, EARLY)
    for place in line[1].split(",") if line else ():
        land = load().country(_cased(place.strip()))
        if land is not None:
            own = [a for a in scene.cast.actors if a.country == land.iso3]
            return land.iso3 if own else None, next((a.id for a in own if a.kind in STATES), None)
    return None, None


def _cased(place: str) -> str:
    """A dateline's capitals as a name is written: "DAR ES SALAAM" → "Dar es Salaam"."""
    parts = re.split(r"([ -])", place if not place.isupper() else place.lower())
    return "".join(
        part if n and part in SMALL else part[:1].upper() + part[1:] for n, part in enumerate(parts)
    )


def _in_need(scene: Scene, trigger: Trigger, roles: Roles, told: Sequence[Told]) -> Ids:
    """The state that asked for help just before: "Peru asked for boats. Chile gave ten"."""
    here, own = scene.tree.words[trigger.at].sentence, scene.cast.states_of(roles.actors)
    for act in reversed(told):
        if here - scene.tree.words[act.trigger.at].sentence > SOON:
            return ()
        if act.trigger.entry.type == "REQUEST" and scene.tree.phrases(act.trigger.at, "for") and act.doers:
            return () if own & act.doers else tuple(act.doers)[:1]
    return ()
