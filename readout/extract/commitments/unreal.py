"""What is told in the future and binds nobody: "I would resign before I signed", "are to hold talks"."""

from __future__ import annotations

from readout.extract.commitments import tables
from readout.extract.events import status
from readout.extract.events.circumstance import within
from readout.extract.events.scene import Scene
from readout.extract.events.tree import REPORTS, TIMES

GUESSES = frozenset(["probably", "perhaps", "possibly", "maybe", "likely", "presumably"])
"""What makes a clause a guess."""


def appointment(scene: Scene, i: int) -> bool:
    """Whether only a meeting is told: "Peru and Chile are to hold talks", "the two will meet in May"."""
    subject = scene.tree.child(i, "nsubj")
    plain = scene.tree.lemma(i) == "meet" and subject is not None and not scene.tree.patient(i)
    if plain and scene.cast.kind(subject or 0) == "organization":  # "The bloc will meet in Quito in May"
        return True
    if plain and len(scene.tree.joined(subject or 0)) > 1:
        return True
    if plain and scene.tree.words[i].feats.get("Number") != "Sing" and not _retold(scene, i):
        return scene.tree.words[subject or 0].feats.get("Number") == "Plur"
    return status.is_to(scene.tree, i) and any(
        t.entry.type == "CONSULT" and i in (t.at, t.light) for t in scene.triggers
    )


def unsure(scene: Scene, i: int) -> bool:
    """Whether it is only likely: "The convoy would probably arrive on Sunday"."""
    return any(scene.tree.lows[k] in GUESSES for k in scene.tree.kids(i, "advmod"))


def hearsay(scene: Scene, i: int) -> bool:
    """Whether the press alone says so, or a question retells it: "A minister said Peru had offered …?" """
    tree, word = scene.tree, scene.tree.words[i]
    if tree.rel(i) not in ("ccomp", "conj") or word.upos != "VERB":
        return False
    told = [s for s in scene.statements if any(a.start <= word.start < a.end for a in s.content)]
    told.sort(key=lambda s: sum(a.end - a.start for a in s.content))
    voice = scene.cast.ids.get(told[0].source.actor or "") if told and told[0].source else None
    if voice is not None and voice.name.lower().endswith(("newspapers", "media", "rumours")):
        return True
    return (
        len(told) > 1 and told[-1].form == "direct" and told[-1].content[-1].exact.rstrip('”" ').endswith("?")
    )


def threatened(scene: Scene, i: int) -> bool:
    """Whether it is what will be done otherwise: "would stop selling bread unless flour arrived"."""
    tree = scene.tree
    return any(tree.lows[m] == "unless" for k in tree.kids(i, "advcl") for m in tree.kids(k, "mark"))


def provided(scene: Scene, i: int) -> bool:
    """Whether "provided" opens a condition: "will lend, provided that Chad audits its fund"."""
    tree = scene.tree
    return tree.lows[i] == "provided" and tree.lows[min(i + 1, len(tree.lows) - 1)] == "that"


def rhetorical(scene: Scene, i: int, subject: int) -> bool:
    """What is said of what is not the case: "I would sit down with the devil if they could sleep".

    "If it wanted them, it would take them" is so as well, unless it is somebody's words retold.
    """
    tree = scene.tree
    if not any(tree.words[k].text.lower() == "would" for k in tree.kids(i, "aux")):
        return False
    if any(tree.lows[k] in ("rather", "sooner") for k in tree.kids(i, "advmod")) or (
        tree.lows[subject] == "i" and any(_before(scene, k) for k in tree.kids(i, "advcl"))
    ):
        return True
    clauses = (k for j in tree.kids(i, "advcl") for k in (j, *tree.kids(j, "aux", "cop")) if _if(scene, j))
    spots = list(clauses)
    if tree.rel(i) == "root" and any(tree.words[k].xpos == "VBD" for k in spots) and not _retold(scene, i):
        return True
    return any(tree.lows[k] in ("could", "were", "had") for k in spots)


def past(scene: Scene, i: int) -> bool:
    """Whether it is told of a past that was not: "the money would have paid for forty wells"."""
    said = {scene.tree.lows[k] for k in scene.tree.kids(i, "aux")}
    return "have" in said and not said.isdisjoint(("would", "’d", "'d"))


def lasting(scene: Scene, i: int) -> bool:
    """Whether it tells how long something takes: "It will take 60 years to lift them"."""
    tree = scene.tree
    return tree.lemma(i) in ("take", "last", "need") and any(
        tree.lemma(k) in TIMES for k in tree.kids(i, "obj")
    )


def asked(scene: Scene, i: int) -> bool:
    """Whether the sentence is a question: "And will the president go to Lima?" """
    last = scene.tree.sentence(i)[1] - 1
    return any(scene.tree.words[k].text == "?" for k in range(max(i, last - 1), last + 1))


def proposed(scene: Scene, i: int) -> bool:
    """Whether only a proposal says it: "Under one proposal, Peru would limit its exports"."""
    tree = scene.tree
    spots = (i, tree.words[i].head) if tree.rel(i) == "conj" else (i,)
    under = (k for spot in spots for k in tree.phrases(spot, "under", "in", "by"))
    return any(tree.lemma(k) in tables.words("proposals") for k in under)


def talk(scene: Scene, i: int) -> bool:
    """Whether it is only more talk: "I will put it to him again", "we will ask the section in charge"."""
    tree = scene.tree
    if tree.lemma(i) not in tables.words("talk"):
        return False
    subject = tree.subject(i)
    taken_up = any(tree.lows[k] in ("it", "this", "that", "them") for k in tree.kids(i, "obj"))
    first = subject is not None and tree.lows[subject] in ("i", "we")
    matters = any(tree.lemma(k) in tables.words("matters") for k in tree.kids(i, "obj"))
    return taken_up or matters or (first and tree.lemma(i) in ("ask", "urge", "remind", "invite"))


def _before(scene: Scene, i: int) -> bool:
    """Whether a clause is "before I signed"."""
    tree = scene.tree
    return tree.words[i].xpos == "VBD" and any(tree.lows[k] == "before" for k in tree.kids(i, "mark"))


def _retold(scene: Scene, i: int) -> bool:
    """Whether somebody's words are told in the past: "Chad would sue if it was not paid, its envoy said"."""
    word = scene.tree.words[i]
    told = within(scene.statements, word.start, word.end)
    return told is not None and told.form == "indirect"


def _if(scene: Scene, i: int) -> bool:
    return any(scene.tree.words[k].text.lower() == "if" for k in scene.tree.kids(i, "mark"))


def hostile(scene: Scene, i: int) -> bool:
    """Whether the deed is a threat, an attack or a refusal, which nobody is owed."""
    over, patient = scene.tree.words[i].head, scene.tree.patient(i)
    own = patient is not None and any(
        scene.tree.lows[k] in ("its", "their", "our", "his", "her")
        for k in scene.tree.kids(patient, "nmod:poss")
    )
    cheaper = patient is not None and scene.tree.lemma(patient) in tables.words("burdens")
    if (own or cheaper) and scene.tree.lemma(over) in REPORTS:
        return False  # "told Parliament that Chad would cut its imports"
    threats = {t.at for t in scene.triggers if t.entry.type == "THREATEN"}
    if over in threats and scene.tree.rel(i) in ("xcomp", "ccomp", "advcl"):
        return True
    return any(t.at == i and t.entry.type in ("THREATEN", "ASSAULT", "REJECT") for t in scene.triggers)
