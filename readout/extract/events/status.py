"""Whether an event happened, goes on, is planned, is possible, or is denied.

"Peru agreed to withdraw" plans the withdrawal, "threatened to" makes it possible, "denied" negates it.
"""

from __future__ import annotations

from readout.extract.events import lexicon
from readout.extract.events.errands import errand
from readout.extract.events.lexicon import words
from readout.extract.events.match import Trigger
from readout.extract.events.tree import Tree
from readout.extract.tree import once
from readout.model.event import Status

FUTURE = words("future")
NEGATIONS = words("negations")
MODAL = words("modal")
PRESENT = words("present")
CONDITIONS = words("conditions")
OCCUR = words("occur")
SETTLED = frozenset({"decision", "order", "move"})
UNDENIED = {"negated": "happened", "refused": "planned"}
SOFTENING = words("softening")
COMING = words("coming")
RANK = {
    "happened": 0,
    "ongoing": 0,
    "planned": 1,
    "possible": 2,
    "negated": 3,
    "asked": 4,
    "refused": 5,
    "drop": 6,
}


def status_of(tree: Tree, trigger: Trigger) -> str:
    """The status, or ``asked``, ``refused`` or ``drop`` where a verb above carries the event itself."""
    if trigger.entry.kind == "n":
        return _of_noun(tree, trigger)
    if any(tree.negated(part) for part in trigger.parts):
        return "negated"
    return fate(tree, trigger.at)


def settled(found: str) -> Status | None:
    """The status of the record; None where no event of its own is told."""
    return found if found in ("happened", "ongoing", "planned", "possible", "negated") else None  # type: ignore[return-value]


@once
def fate(tree: Tree, i: int) -> str:
    """The status of any verb, by itself and by what stands above it."""
    return _climb(tree, i, own(tree, i))


@once
def own(tree: Tree, i: int) -> str:
    """The status by the verb's own auxiliaries and negation."""
    aux = {tree.words[k].text.lower() for k in tree.kids(i, "aux", "cop") if k < i}
    inherits = tree.rel(i) == "conj" and not tree.kids(i, "nsubj", "aux") and tree.words[i].upos == "VERB"
    if inherits and tree.words[tree.words[i].head].upos == "VERB":
        if any(tree.lows[k] in NEGATIONS for k in tree.kids(i, "advmod")):
            return "negated"  # "has condemned but not punished the raid"
        before = own(tree, tree.words[i].head)
        by_object = before in UNDENIED and not tree.denied(i)  # "freed no one but shelled the camp"
        return UNDENIED[before] if by_object else before
    conditional = _conditional(tree, i)
    bound = _bound_to(tree, i)
    if bound is not None:
        return bound
    if tree.negated(i):
        return "refused" if aux & FUTURE or "would" in aux else "negated"
    if aux & MODAL or conditional or _asks(tree, i):
        return "possible"
    if aux & FUTURE:
        return "possible" if _unless(tree, i) else "planned"
    if is_to(tree, i):
        return "negated" if "have" in aux and aux & {"was", "were"} else "planned"
    if "would" in aux or (("'d" in aux or "’d" in aux) and tree.words[i].feats.get("VerbForm") == "Inf"):
        return "possible" if _hinges(tree, i) else "planned"
    if (tree.words[i].xpos == "VBG" and aux & PRESENT) or "being" in aux:
        return "ongoing"
    return "happened"


def is_to(tree: Tree, i: int) -> bool:
    """Whether a form of "be" with "to" sets the act down: "Rwanda is to send troops"."""
    if not tree.kids(i, "mark"):
        return False
    be = ("is", "are", "was", "were")
    forms = [k for k in tree.kids(i, "cop", "aux") if tree.words[k].text.lower() in be]
    to = [k for k in tree.kids(i, "mark") if tree.words[k].text.lower() == "to"]
    if tree.kids(i, "csubj", "expl") or not tree.kids(i, "nsubj"):
        return False
    return bool(forms and to and (to[0] == forms[-1] + 1 or tree.words[to[0] - 1].upos == "ADV"))


def _bound_to(tree: Tree, i: int) -> str | None:
    """The effect of "due to", "likely to" right before a verb that the parse made the head of them."""
    for j in (i - 2, i - 3):
        if j >= 0 and tree.words[j + 1].text.lower() == "to" and tree.words[j].upos == "ADJ":
            below = tree.words[j].head == i and bool(tree.kids(i, "cop", "aux"))
            return lexicon.effects("a").get(tree.lemma(j)) if below else None
    return None


def _conditional(tree: Tree, i: int) -> bool:
    return any(tree.words[k].text.lower() in CONDITIONS for k in tree.kids(i, "mark"))


def _hinges(tree: Tree, i: int) -> bool:
    """Whether an "if" clause hangs on the verb."""
    return any(_conditional(tree, k) for k in tree.kids(i, "advcl"))


def _unless(tree: Tree, i: int) -> bool:
    """Whether something can avert what will come: "will fire unless they leave"."""
    return any("unless" in (tree.lows[m] for m in tree.kids(k, "mark")) for k in tree.kids(i, "advcl"))


def _asks(tree: Tree, i: int) -> bool:
    """Whether the clause is a question: the auxiliary stands before the subject and "?" ends it."""
    aux = tree.child(i, "aux", "cop")
    if aux is None or not any(aux < subject < i for subject in tree.kids(i, "nsubj")):
        return False
    last = tree.words[i].sentence
    return any(w.text == "?" for w in tree.words[i : i + 60] if w.sentence == last)


def _climb(tree: Tree, i: int, status: str) -> str:
    """What the verbs and nouns above make of it."""
    inherited = False
    for over in tree.up(i):
        rel, deprel = tree.rel(i), tree.words[i].deprel
        if rel == "conj":
            if tree.kids(i, "nsubj"):
                return status
            i = over
            continue
        if rel == "advcl" and not _governed(tree, i, over):
            return _aside(tree, i, over, status)
        if rel not in ("xcomp", "ccomp", "csubj", "acl", "advcl", "obl", "nmod", "obj", "parataxis") or (
            deprel == "acl:relcl" and tree.lemma(over) != "condition"
        ):
            return status
        if rel == "parataxis" and i > over and tree.kids(i, "nsubj"):
            return status
        effect = _effect(tree, i, over)
        if effect == "planned" and rel == "ccomp" and not inherited and _under_way(tree, i, status):
            return status
        if rel == "obj":
            settled = tree.lemma(i) in SETTLED  # "rejects the decision to expel" leaves it as it is
            return _taken(tree, over, status) if inherited and not settled else status
        if effect is None and rel == "xcomp" and not inherited:
            effect = "happened"
        if effect is not None:
            status = _under(tree, over, effect, status)
            inherited = True
        elif rel == "ccomp":
            return status
        if effect is None and rel == "acl" and _sought(tree, over):
            return "asked"
        if effect is None and rel in ("obl", "nmod", "acl", "advcl"):
            vague = tree.words[over].upos == "NOUN" and tree.preposition(i) in ("on", "about", "over")
            return "drop" if vague else status
        i = over
    return status


def _under_way(tree: Tree, i: int, status: str) -> bool:
    """Whether a clause tells what is or was so: "assured him that the police were helping"."""
    aux = {tree.lows[k] for k in tree.kids(i, "aux", "cop")}
    finite = bool(aux & {"was", "were", "is", "are", "has", "have", "had"}) or tree.words[i].xpos == "VBD"
    return status in ("happened", "ongoing") and finite and bool(tree.kids(i, "nsubj"))


def _taken(tree: Tree, over: int, status: str) -> str:
    """A plan or offer to do something, taken up or turned down by the verb above."""
    if lexicon.effects("light").get(tree.lemma(over)) in ("negated", "refused") or tree.negated(over):
        return "negated" if status == "planned" else "possible"
    if tree.lemma(over) == "accept" and status == "possible":
        return "planned"
    return status


def _governed(tree: Tree, i: int, over: int) -> bool:
    """Whether a clause is asked for by the verb above: "accused it of attacking", "called on it to leave"."""
    effect = lexicon.effects("v").get(tree.lemma(over)) or lexicon.effects("a").get(tree.lemma(over))
    if effect in (None, "drop", "proviso") or (
        tree.lemma(over) == "call" and not tree.phrases(over, "on", "upon", "for")
    ):
        return effect == "drop"
    if tree.words[over].upos == "ADJ" and 1 < i - over < 4:
        return True
    marks = {tree.words[k].text.lower() for k in tree.kids(i, "mark", "case")}
    return bool(marks & {"of", "from", "to", "for", "against", "on"}) and tree.lemma(over) not in (
        "go",
        "set",
        "have",
        "begin",
        "start",
    )


def _aside(tree: Tree, i: int, over: int, status: str) -> str:
    """An adverbial clause: a purpose or a participle shares the fate of its main verb."""
    if status == "happened" and tree.words[i].xpos in ("VBZ", "VBP") and not tree.kids(i, "aux"):
        when = any(tree.lows[k] == "when" for k in tree.kids(i, "advmod", "mark"))
        return "planned" if when and fate(tree, over) == "planned" else status
    if status != "happened" or tree.kids(i, "nsubj", "aux"):
        return status
    aims = {lexicon.effects("n").get(tree.lemma(k)) for k in tree.objects(over)}
    if "asked" in aims and any(tree.words[k].text.lower() == "to" for k in tree.kids(i, "mark")):
        return "asked"
    above = fate(tree, over)
    return above if above in ("planned", "possible", "ongoing", "negated", "refused") else status


def _effect(tree: Tree, i: int, over: int) -> str | None:
    word, lemma = tree.words[over], tree.lemma(over)
    if word.upos == "NOUN" and not tree.kids(over, "cop"):
        marked = bool(tree.kids(i, "mark", "case"))
        return lexicon.effects("n").get(lemma) if tree.rel(i) in ("acl", "nmod") and marked else None
    if word.upos == "ADJ":
        return lexicon.effects("a").get(lemma)
    if lemma == "be" and tree.rel(i) == "xcomp":
        return "planned"
    effect = lexicon.effects("v").get(lemma)
    if effect == "planned" and any(tree.lows[k] == "against" for k in tree.kids(i, "mark", "case")):
        return "negated"
    if effect == "asked" and tree.rel(i) == "ccomp" and _conditional(tree, i):
        return None
    if lemma == "warn" and tree.rel(i) == "xcomp":
        return "asked"
    if effect == "proviso":
        return "possible" if tree.rel(i) == "ccomp" else None
    if effect == "told" and lemma == "call" and not tree.phrases(over, "on", "upon", "for"):
        return None
    if effect == "told":
        bare = tree.words[i].feats.get("VerbForm") == "Inf" and not tree.kids(i, "aux")
        return "asked" if bare else None
    return effect


def _under(tree: Tree, over: int, effect: str, status: str) -> str:
    """The status under a governing word that is itself denied, planned or only possible."""
    above = own(tree, over)
    if effect == "happened":
        return above if RANK[above] > RANK[status] else status
    if above in ("negated", "refused") and tree.lemma(over) == "go":
        return "negated"
    if above in ("negated", "refused"):
        return (
            "possible"
            if effect in ("planned", "possible")
            else ("happened" if effect in ("negated",) else effect)
        )
    if above == "possible" and effect in ("planned", "ongoing"):
        return "possible"
    if effect == "ongoing" and above == "planned":
        return "planned"
    if status == "negated" and effect in ("planned", "possible"):
        return "negated"
    if effect == "planned" and status == "possible":
        return status
    return effect


def _of_noun(tree: Tree, trigger: Trigger) -> str:
    """The status of an event told by a noun: by its determiner, its light verb, the words above."""
    i = trigger.at
    if tree.negated(i):
        return "negated"
    described = {tree.lemma(k) for k in tree.kids(i, "amod")} | {
        tree.words[k].text.lower() for k in tree.kids(i, "amod")
    }
    if trigger.light is not None:
        return _lit(tree, trigger.light, trigger.effect or "do")
    if trigger.entry.type == "CONSULT" and (there := errand(tree, i)) is not None:
        return _errand(tree, there)
    if described & SOFTENING:
        return "possible"
    if described & COMING:
        return "planned"
    if being := tree.kids(i, "cop"):
        told = own(tree, i)
        now = told == "happened" and tree.words[being[0]].xpos in ("VBZ", "VBP") and bool(tree.preposition(i))
        return "ongoing" if now else told
    over = tree.words[i].head
    if not 0 <= over < len(tree.words):
        return "happened"
    if _sought(tree, i):
        return "asked"
    if (
        tree.words[over].upos == "NOUN"
        and tree.rel(i) == "nmod"
        and tree.preposition(i) in ("for", "of", "to")
    ):
        effect = lexicon.effects("n").get(tree.lemma(over))
        return (
            effect
            if effect in ("planned", "possible", "negated")
            else ("asked" if effect == "asked" else "happened")
        )
    if tree.words[over].upos == "VERB" and tree.rel(i) == "nsubj" and tree.lemma(over) in OCCUR:
        return _climb(tree, over, own(tree, over))
    if (
        tree.words[over].upos == "VERB"
        and tree.rel(i) == "obl"
        and lexicon.effects("light").get(tree.lemma(over)) == "asked"
    ):
        return "asked"
    if tree.words[over].upos == "VERB" and tree.rel(i) == "obl" and tree.preposition(i) in ("for", "to"):
        effect = lexicon.effects("v").get(tree.lemma(over))
        if effect in ("planned", "possible", "asked", "told"):
            return "asked" if effect == "told" else _under(tree, over, effect, "happened")
    return "happened"


def _errand(tree: Tree, there: int) -> str:
    """The fate of what somebody comes for: that of the coming."""
    adjective = lexicon.effects("a").get(tree.lemma(there)) if tree.words[there].upos == "ADJ" else None
    return adjective or fate(tree, there)


def _sought(tree: Tree, i: int) -> bool:
    """Whether a noun lies under a call for it: "an appeal for ten million in aid"."""
    for over in tree.up(i):
        if tree.words[over].upos == "VERB" and tree.rel(i) == "obl" and tree.preposition(i) == "for":
            return any(lexicon.effects("n").get(tree.lemma(k)) == "asked" for k in tree.objects(over))
        if tree.rel(i) != "nmod" or tree.words[over].upos not in ("NOUN", "SYM", "NUM"):
            return False
        if lexicon.effects("n").get(tree.lemma(over)) == "asked" and tree.preposition(i) in ("for", "of"):
            return True
        i = over
    return False


def _lit(tree: Tree, light: int, effect: str) -> str:
    above = _climb(tree, light, own(tree, light))
    if effect == "negated" and above in ("negated", "refused"):
        return "drop"  # "did not cancel the truce" tells of the truce no more than that it stands
    if effect in ("do", "undergo"):
        return "negated" if above == "refused" else above
    return _under(tree, light, effect, "happened") if above not in ("asked", "drop") else above
