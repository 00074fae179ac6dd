"""What is given where a promise word has no verb beside it: sums, counted things, an invitation.

"Mali promised $2m, Chad $3m", "the 80 tonnes it agreed to take", "its pledge of $40 million".
"""

from __future__ import annotations

from collections.abc import Iterator

from readout.extract.commitments import tables
from readout.extract.events.scene import Scene
from readout.extract.events.tree import TIMES

GIVERS = ("country", "government", "organization")


def likewise(scene: Scene, i: int, thing: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The sums and parties that go on without the verb: "Mali promised $2m, Chad $3m and Togo $1m"."""
    tree = scene.tree
    if not money(scene, thing):
        return
    for k in range(thing + 1, len(tree.words)):
        if tree.words[k].sentence != tree.words[i].sentence:
            return
        opens = k in scene.matcher.measured and k - 1 not in scene.matcher.measured
        named = opens and scene.cast.heads(k - 1) is not None
        first = min(tree.under(k - 1, "appos", "conj", "obj", "nmod", "cc", "punct")) if named else k
        if named and tree.words[first - 1].text.lower() in (",", "and", ";"):
            yield _topmost(scene, k), scene.cast.who(k - 1, deep=False)[:1]


def _topmost(scene: Scene, first: int) -> int:
    """The word of a figure that the others hang on: "shillings" of "1.2 billion shillings"."""
    last = first
    while last + 1 < len(scene.tree.words) and last + 1 in scene.matcher.measured:
        last += 1
    inside = range(first, last + 1)
    return next((k for k in inside if scene.tree.words[k].head not in inside), first)


def sum_for(scene: Scene, i: int) -> int | None:
    """The sum or weight that a verb promises for a purpose: "promised Gaza $50 million to pay teachers"."""
    tree = scene.tree
    if tree.lemma(i) not in tables.words("givers"):
        return None
    below = tree.kids(i, "obj", "ccomp")
    if tree.words[i].deprel == "acl:relcl" or any(tree.words[k].upos == "VERB" for k in below):
        return None
    hung = ("nmod", "flat", "compound", "appos")  # "promised Tonga $68 million", read as one name
    below += [j for k in tree.kids(i, "obj", "iobj") for j in tree.kids(k, *hung) if not tree.preposition(j)]
    return next((k for k in below if k > i and money(scene, k)), None)


def given(scene: Scene, i: int) -> int | None:
    """What a verb promises: its object, or what a clause leaves out ("the boats it promised Fiji")."""
    tree = scene.tree
    if any(tree.lows[k] in ("that", "which") and k < i for k in tree.kids(i, "obj")):
        return _worth(scene, tree.gap(i))
    given = [k for k in tree.objects(i) if k > i]
    given = given or [
        k for k in tree.kids(i, "iobj") if counted(scene, k) and scene.tree.lemma(i) in tables.words("givers")
    ]
    given += [k for k in tree.kids(i, "ccomp") if not given and tree.words[k].upos in ("SYM", "NUM", "NOUN")]
    given = [k for k in given if counted(scene, k)] or given
    other = all(tree.words[k].upos == "PRON" or scene.cast.heads(k) is not None for k in given)
    if other and tree.lemma(i) in ("commit", "agree", "consent"):
        given = [k for k in tree.phrases(i, "to", "on") if tree.words[k].upos in ("NOUN", "SYM")][:1]
    if (
        given
        and scene.cast.kind(given[-1]) in ("person", "group")
        and tree.lemma(i) in tables.words("givers")
    ):
        behind = [*tree.kids(i, "parataxis", "appos", "dep"), *tree.kids(given[-1], "appos", "parataxis")]
        given = [k for k in behind if k > given[-1] and _one(scene, k)][:1] or given
    party = bool(given) and scene.cast.heads(given[-1]) is not None and not tree.kids(given[-1], "nummod")
    if tree.words[i].deprel == "acl:relcl" and (party or not given):
        return _worth(scene, tree.gap(i) if party else tree.patient(i))
    return given[-1] if given else tree.patient(i)


def _one(scene: Scene, thing: int) -> bool:
    """Whether a noun is a thing told of first: "promised the envoy, Ann Orr, a reply"."""
    tree = scene.tree
    return tree.words[thing].upos == "NOUN" and any(
        tree.lows[k] in ("a", "an") for k in tree.kids(thing, "det")
    )


def _worth(scene: Scene, thing: int | None) -> int | None:
    """The gift that a sum tells the worth of: "a loan of $40 million that Japan approved"."""
    over = scene.tree.words[thing].head if thing is not None else -1
    return over if over >= 0 and scene.tree.lemma(over) in tables.words("gifts") else thing


def left_out(scene: Scene, i: int) -> int:
    """What a clause leaves out, with its figure: "120 kilometers of pipe that it undertook to lay"."""
    return lifted(scene, scene.tree.gap(i))


def lifted(scene: Scene, thing: int) -> int:
    """The figure that a thing is told by: "kilometers" of "120 kilometers of pipe"."""
    tree, over = scene.tree, scene.tree.words[thing].head
    counted = over in scene.matcher.measured and thing not in scene.matcher.measured
    return over if counted and tree.preposition(thing) == "of" else thing


def measured_of(scene: Scene, i: int) -> int | None:
    """The figure of a promise told by a noun: "its pledge of $40 million", "made an offer: 9 tonnes"."""
    tree = scene.tree
    if tree.words[i].head >= 0 and tree.lemma(tree.words[i].head) in tables.words("keeping"):
        return None
    below = [*tree.phrases(i, "of", "for"), *tree.kids(i, "compound", "appos", "parataxis", "nmod")]
    found = next((k for k in below if k in scene.matcher.measured or tree.kids(k, "nummod")), None)
    if found is not None or tree.words[i].head < 0:
        return found
    beside = [k for k in tree.kids(tree.words[i].head, "obj", "parataxis") if k > i]
    return next((k for k in beside if k in scene.matcher.measured or tree.kids(k, "nummod")), None)


def counted_before(scene: Scene, i: int) -> int | None:
    """The figure right before a clause that leaves it out: "the 80 tonnes it agreed to take"."""
    tree = scene.tree
    subject = tree.child(i, "nsubj")
    if subject is None or subject > i:
        return None
    before = min(tree.under(subject, "punct", "acl")) - 1
    before -= 1 if before > 0 and tree.words[before].text.lower() in ("that", "which") else 0
    return before if before >= 0 and before in scene.matcher.measured else None


def binds(scene: Scene, thing: int, cue: str) -> bool:
    """Whether an object alone says what is promised: a figure, aid, drones …, "an invitation to Lima"."""
    tree = scene.tree
    if cue == "accept" and tree.lemma(thing) in tables.words("measures") | tables.words("pledged_acts"):
        return True
    if cue == "accept":
        return tree.lemma(thing) == "invitation" and bool(tree.phrases(thing, "to"))
    if cue in ("commit", "agree", "consent") and tree.preposition(thing) in ("to", "on"):
        act = tree.lemma(thing) in tables.words("pledged_acts") and not tree.kids(thing, "acl")
        return act or (cue == "commit" and counted(scene, thing))
    if cue == "announce" and tree.lemma(thing) in tables.words("measures"):
        return True
    if counted(scene, thing):
        if cue == "approve":
            return tree.lemma(thing) in tables.words("gifts")
        kinds = (tree.lemma(k) for k in (thing, *_in_kind(scene, thing)))
        giving = cue == "announce" and (
            money(scene, thing) or any(kind in tables.words("gifts") for kind in kinds)
        )
        return giving or cue in ("pledge", "promise", "offer", "commit", "guarantee", "earmark")
    if cue == "offer" and tree.lemma(thing) in tables.words("offers"):
        return True
    if scene.cast.heads(thing) is not None and scene.cast.kind(thing) in ("person", "country", "government"):
        return False
    if tree.lemma(thing) in ("money", "much", "more", "thing", "everything", "action", "change"):
        return False
    return (
        cue in ("pledge", "promise") and tree.words[thing].upos == "NOUN" and tree.lemma(thing) not in TIMES
    )


def _in_kind(scene: Scene, thing: int) -> list[int]:
    """What a sum is given in: "230 million in aid"."""
    return [k for j in (thing, scene.tree.words[thing].head) if j >= 0 for k in scene.tree.phrases(j, "in")]


def counted(scene: Scene, thing: int) -> bool:
    """Whether a thing is a figure, is counted or is worth one: "40 boats", "a loan of $45 million"."""
    parts = (thing, *scene.tree.kids(thing, "nummod", "compound"), *scene.tree.phrases(thing, "of", "worth"))
    return any(k in scene.matcher.measured for k in parts)


def money(scene: Scene, thing: int) -> bool:
    """Whether a thing is a sum of money."""
    word = scene.tree.words[thing]
    amounts = (a for held in scene.setting.amounts.values() for _, a in held)
    return any(a.currency and a.anchor.start <= word.start < a.anchor.end for a in amounts)


def put_up(scene: Scene, i: int) -> int | None:
    """The sum of "came forward with $4 million", "put up $2 million"."""
    tree = scene.tree
    said = {tree.lows[k] for k in tree.children[i]}
    if tree.lemma(i) == "follow":
        return next((k for k in tree.phrases(i, "with") if money(scene, k)), None)
    if tree.lemma(i) != "put" and tree.lemma(i) in tables.words("forward") and said & {"forward", "in", "up"}:
        return next((k for k in tree.phrases(i, "with") if money(scene, k)), None)
    if tree.lemma(i) == "put" and "up" in said:
        return next((k for k in tree.kids(i, "obj") if money(scene, k)), None)
    return None


def ruled_out(scene: Scene, i: int) -> int | None:
    """What will not be done: "ruled out any rise in income tax"."""
    tree = scene.tree
    if tree.lemma(i) != "rule" or not any(tree.lows[k] == "out" for k in tree.children[i]):
        return None
    return next((k for k in tree.kids(i, "obj") if tree.lemma(k) in tables.words("ruled_out")), None)


def setting_aside(scene: Scene, i: int) -> bool:
    """Whether a speaker is giving a sum: "We are setting aside 900 million kronur for boat owners"."""
    tree = scene.tree
    subject, thing = tree.subject(i), tree.patient(i)
    if subject is None or thing is None or not money(scene, thing):
        return False
    if tree.lows[subject] not in ("i", "we") and scene.cast.kind(subject) not in GIVERS:
        return False
    aside = any(tree.lows[k] in ("aside", "in", "up", "forward") for k in tree.children[i])
    return tree.lemma(i) in tables.words("handing") or (tree.lemma(i) in ("set", "put") and aside)
