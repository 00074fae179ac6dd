"""Whom an act is directed at: by the slots of its pattern, by what it promises or asks, by its phrases.

"Peru demanded that Chile leave" → Chile; "Peru sold the ships, which Chile protested" → Peru.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from readout.extract.events import pronouns
from readout.extract.events.lexicon import words
from readout.extract.events.match import Matcher, Trigger
from readout.extract.events.slots import Ids, filled, who

GAINING = words("gaining")
FREEING = frozenset(
    {"release", "free", "return", "repatriate", "pardon", "protect", "compensate", "extradite"}
)
BOONS = words("boons")
CONDITIONS = words("conditions")
LETTERS = words("letters")
REFERRING = frozenset({"take", "refer", "bring", "turn", "appeal", "complain", "go", "report", "submit"})
FORCES = words("forces")
WORKING = ("COERCE", "ASSAULT", "SANCTION", "RETREAT", "CONCEDE", "PROTEST")
FORCEFUL = ("ASSAULT", "COERCE", "SANCTION", "PROTEST")
Inner = Callable[[int], "tuple[Ids, Ids] | None"]
SPOKEN = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SUPPORT")
JUDGING = ("ACCUSE", "REJECT", "SUPPORT")
TOWARDS = ("against", "to", "on", "into", "from", "with", "of", "over", "for", "toward", "towards", "at")
AROUND = (*TOWARDS, "in")
LOCATED = ("AID", "AGREE", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "RETREAT", "SANCTION", "PROTEST")
ONWARD = ("to", "from", "with", "on", "against", "into", "in", "for", "at", "of")


def recipients_of(matcher: Matcher, trigger: Trigger, actors: Ids, inner: Inner) -> Ids:
    """The recipients, by the first way that finds any; ``inner`` gives the parties of an act told below."""
    shape, type_ = trigger.entry.parties, trigger.entry.type
    found = (_deed_of(matcher, trigger) or _made_by(matcher, trigger)) if type_ in JUDGING else ()
    freed = type_ == "REQUEST" and _freed(matcher, trigger)
    for slot in shape.recipients:
        if freed and slot in ("obj", "of", "for"):
            continue
        found = _new(found or filled(matcher, trigger, slot, owners=True), actors)
        if found:
            return found
    if type_ in SPOKEN and (lettered := _new(_lettered(matcher, trigger), actors)):
        return lettered
    if trigger.effect == "undergo" and trigger.light is not None:
        return who(matcher, matcher.tree.agent(trigger.light))
    if type_ in ("THREATEN", "PROTEST") and (averting := _conditional(matcher, trigger, actors)):
        return averting
    if type_ in ("REQUEST", "ACCUSE") and named(matcher, trigger):
        return ()
    if type_ == "REQUEST" and _aimed(matcher, trigger):
        return ()
    if type_ in SPOKEN and (trigger.entry.kind != "n" or type_ == "REQUEST"):
        found = _new(_addressed(matcher, trigger, actors, inner), actors)
    if not found and shape.recipients and not freed:
        found = _new(_around(matcher, trigger, actors), actors)
    if not found and type_ == "SANCTION":
        found = _new(_goods_of(matcher, trigger), actors)
    if not found and type_ in WORKING and trigger.entry.mode != "withdraw" and trigger.entry.kind == "v":
        found = _new(
            (id for k in matcher.tree.objects(trigger.at) for id in _undergoing(matcher, trigger, k)), actors
        )
    if not found and type_ == "AID" and trigger.entry.kind == "v":
        found = _new(_helped(matcher, trigger, actors, inner), actors)
    return found


def _undergoing(matcher: Matcher, trigger: Trigger, thing: int) -> Ids:
    """Whose thing it is that is done away with: "broke up a teachers' march"; of "arrested nine" those."""
    if matcher.tree.words[thing].upos == "NUM" and not matcher.tree.phrases(thing):
        return pronouns.those(matcher.cast, thing)
    held = None if trigger.entry.type == "PROTEST" else matcher.cast.heads(thing)
    if held or trigger.entry.type not in FORCEFUL:
        return (held,) if held else ()
    owners = [k for k in matcher.slot(thing, "poss") if matcher.tree.words[k].upos != "PRON"]
    owners += [k for k in matcher.tree.kids(thing, "amod", "compound") if matcher.cast.land(k)]
    return next((ids for k in owners if (ids := matcher.cast.who(k, deep=0))), ())


def _goods_of(matcher: Matcher, trigger: Trigger) -> Ids:
    """Whose goods a duty falls on: "duties of between 5% and 20% on shoes and tires from Peru"."""
    tree = matcher.tree
    below = tree.under(trigger.at, "acl:relcl", "advcl", "ccomp", "parataxis", "nsubj")
    held = (
        matcher.cast.who(k, deep=0) for k in below if tree.words[k].upos == "PROPN" and _of_goods(matcher, k)
    )
    return next((ids for ids in held if ids and matcher.cast.ids[ids[0]].kind == "country"), ())


def _of_goods(matcher: Matcher, name: int) -> bool:
    """Whether a name tells where goods are from: "sugar from Peru"."""
    tree = matcher.tree
    over = tree.words[name].head
    return tree.preposition(name) == "from" and over >= 0 and tree.words[over].upos != "VERB"


def _new(ids: Iterable[str], actors: Ids) -> Ids:
    return tuple(id for id in dict.fromkeys(ids) if id not in actors)


def _freed(matcher: Matcher, trigger: Trigger) -> bool:
    """Whether what is asked for is good for those named with it: "demanded the release of the sailors"."""
    asked = (*matcher.tree.objects(trigger.at), *matcher.slot(trigger.at, "for"))
    return any(matcher.tree.lemma(k) in BOONS for k in asked)


def _conditional(matcher: Matcher, trigger: Trigger, actors: Ids) -> Ids:
    """Who can avert a threat: "threatened to close the border unless Chile paid"."""
    tree = matcher.tree
    spots = [trigger.at, *tree.kids(trigger.at, "xcomp", "ccomp")]
    for clause in (k for spot in spots for k in tree.kids(spot, "advcl")):
        if _if(matcher, clause):
            subject = tree.agent(clause)
            ids = () if subject is None else _new(matcher.cast.who(subject, deep=0), actors)
            if ids:
                return ids
    return ()


def _if(matcher: Matcher, clause: int) -> bool:
    """Whether a clause is a condition."""
    return any(matcher.tree.lows[k] in CONDITIONS for k in matcher.tree.kids(clause, "mark"))


def _around(matcher: Matcher, trigger: Trigger, actors: Ids) -> Ids:
    """Whom the phrases of the act name, where its usual places hold nobody: "seized a ship of Peru"."""
    entry, spoken = trigger.entry, matcher.spoken(matcher.tree.words[trigger.at].sentence)
    slots = [slot for slot in (AROUND if entry.type in LOCATED else TOWARDS) if slot in spoken]
    if entry.kind == "n" and entry.type in SPOKEN:
        slots = [slot for slot in slots if slot not in ("of", "for")]
    if entry.type in ("AID", "MOBILIZE"):  # "a team of nurses" goes to others
        slots = [slot for slot in slots if slot != "of"]
    if entry.type == "AGREE" and "in" in slots and _only_where(matcher, trigger):
        slots.remove("in")
    return next((ids for slot in slots if (ids := _new(filled(matcher, trigger, slot), actors))), ())


def _only_where(matcher: Matcher, trigger: Trigger) -> bool:
    """Whether "in" tells only where something was promised: "pledged in Oslo in May"."""
    return all(matcher.cast.town(k) for k in matcher.slot(trigger.at, "in"))


def _lettered(matcher: Matcher, trigger: Trigger) -> Ids:
    """Whom the writing goes to that an act is made in: "In a letter to Peru, Chile offered a truce".

    Also "sent a note to Peru in which it demanded the boats".
    """
    tree = matcher.tree
    if not tree.having(LETTERS):
        return ()
    written = [k for k in tree.phrases(trigger.at, "in", "by") if tree.lemma(k) in LETTERS]
    if tree.rel(trigger.at).startswith("acl") and any(
        tree.lows[k] == "which" for k in tree.kids(trigger.at, "obl")
    ):
        over = tree.words[trigger.at].head
        beside = tree.objects(tree.words[over].head) if tree.words[over].head >= 0 else []
        written += [k for k in (over, *beside) if tree.lemma(k) in LETTERS]
    for letter in written:
        spots = [letter, *tree.kids(letter, "acl", "acl:relcl")]
        verb = tree.words[letter].head
        spots += [verb] if verb >= 0 and verb != trigger.at and letter in tree.objects(verb) else []
        heads = [k for j in spots if j != trigger.at for k in (*tree.phrases(j, "to"), *tree.kids(j, "iobj"))]
        if ids := next((ids for k in heads if (ids := who(matcher, k))), ()):
            return ids
    return ()


def _helped(matcher: Matcher, trigger: Trigger, actors: Ids, inner: Inner) -> Ids:
    """Whom aid is meant for: "sent 3 of the 9 jets promised to Malawi", "gave money to rebuild Malawi"."""
    tree = matcher.tree
    things = [*trigger.parts, *tree.objects(trigger.at)]
    things += [k for thing in things for k in tree.phrases(thing, "of")]
    for clause in (k for thing in things for k in tree.kids(thing, "acl")):
        told = inner(clause) if tree.words[clause].deprel == "acl:relcl" else None
        if told and (others := _new(told[0], actors)):
            return others[:1]
    spots = [trigger.at, *trigger.parts, *tree.objects(trigger.at)]
    aims = [k for spot in spots for k in tree.kids(spot, "advcl", "acl", "xcomp")]
    below = [j for aim in aims if tree.words[aim].deprel != "acl:relcl" for j in tree.under(aim, "acl:relcl")]
    return next(((id,) for j in below if (id := matcher.cast.heads(j))), ())


def named(matcher: Matcher, trigger: Trigger) -> bool:
    """Whether a slot of recipients is filled, though by nobody known ("called on all sides")."""
    slots = [s for s in trigger.entry.parties.recipients if s not in ("obj", "for", "of")]
    heads = [h for slot in slots for h in matcher.slot(trigger.at, slot)]
    objects = (*matcher.tree.objects(trigger.at), *matcher.tree.kids(trigger.at, "iobj"))
    heads += [h for h in objects if matcher.tree.words[h].upos == "PRON"]
    return bool(heads)


def _aimed(matcher: Matcher, trigger: Trigger) -> bool:
    """Whether it has its object, though nobody known: "invited his host to Ankara" is not put to Turkey."""
    if trigger.entry.parties.recipients != ("obj",) or trigger.entry.kind != "v":
        return False
    objects = (*matcher.tree.objects(trigger.at), *matcher.tree.kids(trigger.at, "iobj"))
    return any(not matcher.tree.phrases(k) for k in objects)


def _deed_of(matcher: Matcher, trigger: Trigger) -> Ids:
    """Whose deed is judged in "Peru sold the ships, which Chile protested": that of the clause before."""
    tree, i = matcher.tree, trigger.at
    if not any(tree.words[k].text.lower() == "which" for k in tree.kids(i, "obj", "nsubj", "obl")):
        return ()
    over = next((j for j in tree.up(i) if tree.words[j].upos == "VERB"), None)
    doers = who(matcher, tree.agent(i))
    return () if over is None else _new(who(matcher, tree.agent(over)), doers)


def _made_by(matcher: Matcher, trigger: Trigger) -> Ids:
    """Who made what is judged: "dismissed the appeal filed by Ana Soto"."""
    tree = matcher.tree
    made = (
        k
        for j in tree.objects(trigger.at)
        for k in tree.kids(j, "acl")
        if k != trigger.at and tree.passive(k)
    )
    agents = (tree.agent(k) for k in made)
    return next((ids for agent in agents if agent is not None and (ids := who(matcher, agent))), ())


def _addressed(matcher: Matcher, trigger: Trigger, actors: Ids, inner: Inner) -> Ids:
    """Whom a promise, demand or threat concerns: those that the act promised or asked for concerns."""
    tree = matcher.tree
    apart = (*actors, *_own_states(matcher, actors))
    below = list(tree.kids(trigger.at, "xcomp", "ccomp", "advcl"))
    if trigger.entry.kind == "n":
        below = [k for k in (*below, *tree.kids(trigger.at, "acl")) if tree.kids(k, "nsubj")]
    below += [k for j in tree.kids(trigger.at, "obj") for k in tree.kids(j, "acl")]
    for clause in below:
        if trigger.entry.type == "REQUEST" and tree.passive(clause) and tree.lemma(clause) in FREEING:
            continue  # "demanded that they be freed" is not put to them
        if (
            trigger.entry.type == "THREATEN"
            and tree.lemma(clause) in REFERRING
            and tree.phrases(clause, "to")
        ):
            continue  # "threatened to take the matter to the League" is no threat to the League
        asked = who(matcher, tree.child(clause, "nsubj"))
        told = inner(clause)
        if told is not None and tree.rel(clause) == "advcl" and tree.words[clause].xpos == "VBG":
            continue
        if trigger.entry.type == "AGREE" and tree.rel(clause) == "advcl" and _if(matcher, clause):
            continue
        concerned, doers = told if told is not None else (_spoken_of(matcher, clause), ())
        if trigger.entry.type == "AGREE" and not tree.passive(clause) and tree.lemma(clause) not in GAINING:
            asked, doers = _but_states(matcher, asked), _but_states(matcher, doers)
        ids = _new((*asked, *concerned, *doers), apart)
        if not ids and trigger.entry.type == "AGREE":
            spots = (j for j in tree.under(clause, "acl:relcl", "nsubj") if not _moved(matcher, j))
            held = (matcher.cast.heads(j) for j in spots)
            ids = _new(tuple(id for id in held if id), apart)[:1]
        if ids:
            return ids
    return ()


def _own_states(matcher: Matcher, actors: Ids) -> Ids:
    """The states whose officials act: a minister who promises that Peru will pay promises it to another."""
    cast = matcher.cast
    held = (cast.state_of(id) for id in actors if cast.ids[id].country and cast.ids[id].sector == "GOV")
    return tuple(state for state in held if state and cast.ids[state].kind == "country")


def _but_states(matcher: Matcher, ids: Ids) -> Ids:
    """Those who are no state: in "promised that Peru would pay" Peru is the promiser's own."""
    return tuple(id for id in ids if matcher.cast.ids[id].kind not in ("country", "government"))


def _spoken_of(matcher: Matcher, clause: int) -> Ids:
    """The nearest actors that a clause is about, its phrases before its object."""
    tree = matcher.tree
    patient = tree.patient(clause)
    spots = [clause, *([patient] if patient is not None else []), *tree.kids(clause, "xcomp")]
    spoken = matcher.spoken(tree.words[clause].sentence)
    onward = [p for p in ONWARD if p in spoken]
    heads = [*tree.kids(clause, "iobj"), *(k for s in spots for p in onward for k in matcher.slot(s, p))]
    heads += [patient] if patient is not None and not _own(matcher, patient) else []
    aims = [tree.patient(k) for k in tree.kids(clause, "advcl") if tree.words[k].xpos == "VBG"]
    heads += [aim for aim in aims if aim is not None]
    return next((ids for head in heads if (ids := matcher.cast.who(head))), ())


def _moved(matcher: Matcher, head: int) -> bool:
    """Whether it is only what is sent or withdrawn: "its troops", "two hundred nurses"."""
    sent = matcher.tree.lemma(head) in FORCES and matcher.cast.kind(head) == "group"
    return sent or _own(matcher, head)


def _own(matcher: Matcher, head: int) -> bool:
    """Whether a phrase names what somebody has: "its troops"."""
    return any(matcher.tree.words[k].upos == "PRON" for k in matcher.tree.kids(head, "nmod:poss"))
