"""The clause that a cue takes, "said that he went", and whoever it is said to; word indices."""

from __future__ import annotations

from collections.abc import Iterable

from readout.extract.statements.asides import around, lent, spanned, turned
from readout.extract.statements.lexicon import cues
from readout.extract.statements.speakers import hears, inverted, speaking
from readout.extract.statements.tree import Tree

Found = tuple[list[int], int | None]
"""The words of the content, and the head of the addressee."""

QUESTIONS = {"whether", "if", "when", "how", "why", "where", "what", "who", "whom", "which", "whose"}
OPENERS = {"“", '"', "''", "``", "‘", "«", "„", ":"}


def clause(tree: Tree, verb: int) -> Found | None:
    """ "said that he went", "“I went,” she said", "he, she said, went"."""
    if aside := turned(tree, verb):
        return aside[1], None
    person = _addressed(tree, verb)
    comps = [kid for kid in tree.kids(verb, "ccomp") if tree.words[kid].deprel != "ccomp:relcl"]
    comps = [kid for kid in comps if not _beyond(tree, comps[0], kid) and not _of_subject(tree, verb, kid)]
    if comps and comps[0] < verb:
        comps = [kid for kid in comps if kid > verb or not _an_aside(tree, verb, kid)]
    if comps and _asked_to(tree, verb, comps[0]):
        return None
    if comps and comps[0] < verb < comps[-1] and _asked_before(tree, verb, comps[0]):
        comps = [kid for kid in comps if kid > verb]
    if not comps and (scene := _scene(tree, verb)):
        return scene, None
    if not comps and (question := _taken_on(tree, verb)):
        return question, person
    if comps and comps[0] > verb and (named := _of_which(tree, verb, comps[0])):
        return [*named, *(i for i in tree.subtree(comps[0]) if i > verb)], person
    if comps and comps[0] > verb and len(comps) == 1 and (whole := around(tree, verb)):
        return whole, person
    if comps and tree.rels[verb] == "parataxis" and lent(tree, tree.words[verb].head):
        host = tree.words[verb].head
        return sorted({*tree.subtree(host, without=[verb]), *tree.subtree(comps[0])}), person
    if comps:
        comps += [kid for kid in tree.kids(verb, "conj") if kid > comps[0] and _said_too(tree, verb, kid)]
        held = [index for comp in comps for index in tree.subtree(comp)]
        held += _torn_off(tree, verb, comps[0])
        return _without_opening(tree, _to_break(tree, verb, sorted({*held})), verb), person
    if tree.rels[verb] == "parataxis" and tree.words[verb].head >= 0 and not _of_its_own(tree, verb):
        host = tree.words[verb].head
        return _past_colon(tree, verb, tree.subtree(host, without=[verb, *_loose(tree, host)])), person
    after = [kid for kid in tree.kids(verb, "parataxis") if kid > verb and _spoken(tree, verb, kid)]
    after = after or _astray(tree, verb)
    if after:
        return tree.subtree(after[0]), person
    held = around(tree, verb) or lent(tree, verb) or _before_quoted(tree, verb)
    return (held, person) if held else None


def _of_its_own(tree: Tree, verb: int) -> bool:
    """Whether a verb beside a clause has a matter of its own: "…; Orr complained about [the noise]"."""
    about = (kid for kid in tree.kids(verb, "obl") if kid > verb and "about" in tree.marked(kid))
    return bool(tree.kids(verb, "obj", "xcomp")) or any(True for _ in about)


def _of_which(tree: Tree, verb: int, comp: int) -> list[int]:
    """What a clause is said of: "a number" of "…, a number which Orr said spoke for itself"."""
    below = (*tree.kids(verb, "obj", "obl", "nsubj"), *tree.kids(comp, "nsubj"))
    whiches = [kid for kid in below if tree.lows[kid] in ("which", "that") and kid < verb]
    noun = whiches[0] - 1 if whiches else 0
    others = [kid for kid in tree.kids(comp, "nsubj", "mark") if kid not in whiches]
    if noun < 2 or tree.words[noun].upos not in ("NOUN", "PROPN") or others:
        return []
    held = [i for i in tree.subtree(noun) if i <= noun and tree.lows[i] != ","]
    return held if held and held[-1] - held[0] < NEAR else []


NEAR = 8
"""So many words a noun has at most with what stands before it."""


def _scene(tree: Tree, verb: int) -> list[int]:
    """Who does what in somebody's memory: "recalled [one of them telling her to run]"."""
    if tree.lemmas[verb] not in ("recall", "remember", "describe", "recount"):
        return []
    for kid in tree.kids(verb, "xcomp"):
        doer = tree.subject(kid) if tree.words[kid].xpos == "VBG" else None
        if doer is not None and verb < doer < kid:
            return sorted({*tree.subtree(doer), *tree.subtree(kid)})
    return []


def _an_aside(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a clause is but an aside before a verb: "Nobody, [Orr complains], asked him"."""
    found = spanned(tree, clause) if tree.lemmas[clause] in cues() else None
    return found is not None and found[1] == verb


def _past_colon(tree: Tree, verb: int, held: list[int]) -> list[int]:
    """What an aside stands in, past the colon before it: "Orr is sure: [the road], he says, [is shut]"."""
    colons = [i for i in held if i < verb and tree.lows[i] == ":"]
    if not colons or not any(i > verb + 2 for i in held):
        return held
    first = next((kid for kid in tree.kids(tree.words[verb].head, "parataxis") if kid > colons[-1]), verb)
    return [i for i in held if i > colons[-1]] if first < verb else held


def _asked_before(tree: Tree, verb: int, comp: int) -> bool:
    """Whether a quotation before a cue belongs to the cue before it: "He asked Orr, “Why?” Orr asked …"."""
    above = tree.words[verb].head
    return tree.rels[verb] in ("parataxis", "conj") and 0 <= above < comp and tree.lemmas[above] in cues()


def _taken_on(tree: Tree, verb: int) -> list[int]:
    """The quotation after a cue that the parse gave to the next one: "asked Orr, [“Why?”] Orr asked …"."""
    for later in tree.kids(verb, "parataxis", "conj"):
        comps = [kid for kid in tree.kids(later, "ccomp") if kid > verb]
        if len(comps) > 1 and comps[0] < later < comps[-1] and tree.lemmas[later] in cues():
            held = tree.subtree(comps[0])
            start = next((i for i in held if i > verb and tree.words[i].text in OPENERS), None)
            return [i for i in held if start is not None and i >= start]
    return []


def _torn_off(tree: Tree, verb: int, comp: int) -> Iterable[int]:
    """What "say" cannot have for an object: "said [85 mills] would close"."""
    if tree.lemmas[verb] != "say" or comp < verb:
        return ()
    things = [kid for kid in tree.kids(verb, "obj") if verb < kid < comp]
    return range(tree.subtree(things[0])[0], comp) if things else ()


def _asked_to(tree: Tree, verb: int, comp: int) -> bool:
    """Whether a request stands before a clause that is none: "asked Oslo to free [a crew held]"."""
    if comp < verb + 4:
        return False
    people = [kid for kid in tree.kids(verb, "iobj", "obj") if verb < kid < comp]
    acts = [kid for kid in tree.kids(verb, "xcomp") if "to" in tree.marked(kid) and kid < comp]
    return bool(people and acts) and people[0] < acts[0] and not tree.marked(comp)


def _said_too(tree: Tree, verb: int, kid: int) -> bool:
    """Whether a joined clause is said as well: "said that it was shut and had been empty", "and that …"."""
    if "that" in tree.marked(kid):
        return True
    if tree.words[verb].xpos != "VBD" or tree.kids(kid, "nsubj") or not kid < verb + FAR:
        return False
    helpers = {tree.lows[aux] for aux in tree.auxiliaries(kid)}
    return tree.words[kid].xpos == "VBN" and "had" in helpers and tree.lemmas[kid] not in cues()


FAR = 30


def _before_quoted(tree: Tree, verb: int) -> list[int]:
    """What stands before "was quoted as saying": "The road was shut, Orr was quoted as saying"."""
    quote = tree.words[verb].head
    if quote < 0 or tree.lemmas[quote] not in ("quote", "cite") or "as" not in tree.marked(verb):
        return []
    comps = [kid for kid in tree.kids(quote, "ccomp", "parataxis") if kid < quote]
    if comps:
        return _without_opening(tree, tree.subtree(comps[0]), verb)
    host = tree.words[quote].head
    aside = tree.rels[quote] == "parataxis" and 0 <= host < quote
    return tree.subtree(host, without=[quote]) if aside else []


def _of_subject(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a participle tells of the subject: "sources [briefed on the talks] said"."""
    between = [kid for kid in tree.kids(verb, "nsubj") if kid < clause < verb]
    bare = not tree.kids(clause, "nsubj", "mark", "aux") and tree.words[clause].xpos in ("VBN", "VBG", "JJ")
    return bool(between) and bare and tree.subtree(clause)[0] == between[-1] + 1


def _to_break(tree: Tree, verb: int, held: list[int]) -> list[int]:
    """A content up to where a quotation ends the sentence: "said it was “late.” Asked why, he …"."""
    end = tree.break_in(verb + 2, held[-1] + 1) if held else None
    return held if end is None else [i for i in held if i < end] or held


def _beyond(tree: Tree, first: int, clause: int) -> bool:
    """Whether a clause stands after a semicolon that ends the first: "said it was late; that was a lie"."""
    begins = tree.subtree(clause)[0]
    cut = any(tree.words[i].text == ";" for i in range(first, begins + 1))
    while tree.words[begins].upos in ("PUNCT", "CCONJ") and begins < clause:
        begins += 1
    return clause > first and cut and tree.rels[begins] != "mark"


def _astray(tree: Tree, verb: int) -> list[int]:
    """A that-clause just after the verb that the parse hangs higher up: "was told by officers that …"."""
    above = tree.words[verb].head
    for index in range(verb + 1, min(verb + 16, tree.sentence(verb)[1])):
        clause = tree.words[index].head
        if tree.lows[index] == "that" and tree.rels[index] == "mark" and clause > index:
            near = index < verb + 9 and tree.words[clause].head == above >= 0
            near = near or (
                tree.lemmas[verb] in ("make", "let") and tree.words[clause].head in tree.kids(verb, "xcomp")
            )
            own = tree.words[clause].head == verb and tree.rels[clause] == "parataxis"
            return [clause] if near or own else []
    return []


def _loose(tree: Tree, host: int) -> list[int]:
    """What hangs from the host clause and is no part of what was said: other asides."""
    return [kid for kid in tree.kids(host, "vocative", "discourse") if tree.words[kid].text in ":;"]


def _spoken(tree: Tree, verb: int, comp: int) -> bool:
    first = tree.subtree(comp)[0]
    between = {tree.words[i].text for i in range(verb + 1, min(first + 1, comp + 1))}
    return bool(between & OPENERS) and ";" not in between


def _without_opening(tree: Tree, held: list[int], verb: int) -> list[int]:
    while held and tree.words[held[0]].upos == "PUNCT" and tree.words[held[0]].text in ",:—–-;":
        held.pop(0)
    return held


def _addressed(tree: Tree, verb: int) -> int | None:
    people = tree.kids(verb, "iobj") or [k for k in tree.kids(verb, "obj") if tree.lemmas[verb] in TELLING]
    people = people or _bare_listeners(tree, verb)
    people = [kid for kid in people if not asking_word(tree, kid) and kid != inverted(tree, verb)]
    if people:
        return people[0]
    if tree.lemmas[verb] == "impress":
        return next((kid for kid in tree.kids(verb, "obl") if tree.marked(kid) & {"on", "upon"}), None)
    to = [
        kid for kid in tree.kids(verb, "obl") if "to" in tree.marked(kid) and tree.words[kid].upos in NOMINAL
    ]
    heard = [kid for kid in to if tree.lemmas[verb] in SPEAKING_TO or hears(tree, kid)]
    for speech in speaking(tree, verb):
        heard += [k for k in tree.kids(speech, "obl") if "to" in tree.marked(k) and hears(tree, k)]
        heard += [k for k in tree.kids(speech, "obj") if tree.lemmas[speech] == "address" and hears(tree, k)]
    if heard:
        return heard[0]
    if tree.passive(verb) and tree.lemmas[verb] in TELLING:
        subjects = tree.kids(verb, "nsubj")
        return subjects[0] if subjects else None
    return None


def _bare_listeners(tree: Tree, verb: int) -> list[int]:
    """Who stands just after "told" without a preposition, whatever the parse says: "told delegates"."""
    if tree.lemmas[verb] not in TELLING - {"promise", "ask"} or tree.passive(verb):
        return []
    after = [
        kid for kid in tree.kids(verb, "obl", "nsubj") if verb < kid <= verb + 4 and not tree.marked(kid)
    ]
    joined = tree.words[verb].head if tree.rels[verb] == "conj" else -1
    if joined >= 0 and tree.rels[verb - 1] in ("cc", "advmod"):  # the parse gave "a rally" to the verb before
        after += [kid for kid in tree.kids(joined, "obj", "iobj") if verb < kid <= verb + 4]
        return after[-1:]
    after = [kid for kid in after if tree.words[kid].text[:1].isalpha() and tree.words[kid].upos in NOMINAL]
    return [kid for kid in after if hears(tree, kid)]


TELLING = {"tell", "assure", "remind", "inform", "notify", "warn", "advise", "promise", "ask"}
SPEAKING_TO = {
    "say",
    "write",
    "explain",
    "complain",
    "confess",
    "admit",
    "suggest",
    "respond",
    "reply",
    "confirm",
    "announce",
    "tweet",
}
NOMINAL = {"NOUN", "PROPN", "PRON"}


def asking_word(tree: Tree, index: int) -> bool:
    """Whether a word asks: "told them [what] it cost"."""
    return tree.lows[index] in QUESTIONS
