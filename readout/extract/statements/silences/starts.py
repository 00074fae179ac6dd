"""Which words a silence can begin with: of a text few, so that the rules look at no others."""

from __future__ import annotations

from functools import cache

from readout.extract.statements.lexicon import silences, words
from readout.extract.statements.silences.hush import yet
from readout.extract.statements.silences.idioms import AROUND, idioms
from readout.extract.statements.silences.refusals import GRANTING
from readout.extract.statements.silences.reticence import NEAR
from readout.extract.statements.silences.wordless import RECEIVING
from readout.extract.statements.tree import Tree


@cache
def worth() -> frozenset[str]:
    """The lemmas of all verbs and nouns that a silence can begin with: of a text few words have one."""
    return beginning() | nouns_of_speech() | nouns_of_silence() | idioms().keys()


@cache
def odd() -> frozenset[str]:
    """The words that a silence can begin with by their form."""
    scarce = words("not_said", "void") | words("not_said", "scant") | AVAILABLE | NO
    quiet = words("declined", "unwilling") | words("not_said", "adjectives")
    scarce = scarce | AROUND | {"away", "nothing"}
    return (
        quiet
        | absences()
        | scarce
        | words("not_said", "omitted")
        | {"unable", "tight", "liberty", "position"}
    )


AVAILABLE = {"available", "unavailable", "unreachable"}
NO = {"not", "n't", "n’t", "nor", "neither"}


@cache
def absences() -> frozenset[str]:
    return words("not_said", "absent") | words("not_said", "unsaid")


@cache
def beginning() -> frozenset[str]:
    """The verbs that a silence, a refusal or a denial can begin with: all first words of silences.toml.

    Other verbs, nearly all of a text, are not asked eight times. ``ALSO`` are those that rules name.
    """
    lists = [held for table in silences().values() for key, held in table.items() if key != "examples"]
    return (
        frozenset(ALSO) | RECEIVING | {entry.casefold().partition(" ")[0] for held in lists for entry in held}
    )


ALSO = {"abstain", "admit", "forbear", "turn", "move", "shift", "steer", "guide", "confirm", "have", "pin"}
ALSO |= GRANTING | {
    "wish",
    "want",
    "care",
    "tempt",
    "coax",
    "draw",
    "go",
    "leave",
    "make",
    "publish",
    "return",
    "share",
    "tell",
}


@cache
def nouns_of_speech() -> frozenset[str]:
    return words("not_said", "nouns") | words("not_said", "replies") | words("not_said", "traces")


@cache
def nouns_of_silence() -> frozenset[str]:
    return words("not_said", "quiet") | words("not_said", "lapses") | words("declined", "nouns_of")


def plain(tree: Tree, verb: int) -> bool:
    """Whether nothing beside a verb can make a silence of it: "Orr said that it rained".

    It is active, has no object, nothing negates it, and it is none that is a silence by itself ("omit").
    """
    if tree.lemmas[verb] in _by_itself() or tree.words[verb].xpos == "VBN":
        return False
    rels, lows = tree.rels, tree.lows
    for kid in tree.children[verb]:
        if rels[kid] == "obj" or lows[kid] == "without" or tree.lemmas[kid] == "nothing":
            return False
    if tree.negated(verb) is not None or tree.passive(verb) or "away" in lows[verb + 2 : verb + NEAR]:
        return False
    return yet(tree, verb) is None and not_once(tree, verb) is None


@cache
def _by_itself() -> frozenset[str]:
    """The first words of all verbs that no negation and no object need stand beside."""
    lists = [words("not_said", key) for key in ("leaving", "failing", "alone", "skipping", "withholding")]
    lists += [words("not_said", "unheeding"), words("denied", "verbs"), words("denied", "against")]
    lists += [words("declined", key) for key in BARE]
    named = {"confirm", "admit", "make", "leave", "keep", "change", "refrain", "abstain", "shrink", "forbear"}
    return frozenset(named | {entry.partition(" ")[0] for held in lists for entry in held})


BARE = ("choosing", "unwilling", "verbs", "evading", "demurring", "rebuffing")


def not_once(tree: Tree, verb: int) -> int | None:
    """ "Not once did she refer to it", whatever the parse makes of "once"."""
    aux = tree.auxiliaries(verb)
    first = min(aux) - 2 if aux else -1
    opens = first >= tree.sentence(verb)[0] and aux[0] < verb - 1
    return first if opens and tree.lows[first] == "not" and tree.lows[first + 1] == "once" else None
