"""Where the content of a cue stands in the parse, frame by frame; small functions, word indices."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readout.extract.statements.clauses import TELLING, Found, asking_word, clause
from readout.extract.statements.lexicon import cues, listed, words
from readout.extract.statements.speakers import hears
from readout.extract.statements.tree import RELATIVES, Tree


def inf(tree: Tree, verb: int) -> Found | None:
    """ "vowed to rebuild it"."""
    comps = [kid for kid in tree.kids(verb, "xcomp", "advcl") if "to" in tree.marked(kid) and kid > verb]
    if not comps or tree.kids(verb, "obj"):
        return None
    return _deed(tree, comps[0]), None


def _deed(tree: Tree, act: int) -> list[int]:
    """What is to be done, without what was: "promised [to table the report], and he did not"."""
    apart = [kid for kid in tree.kids(act, "conj", "parataxis") if kid > act and tree.kids(kid, "nsubj")]
    apart = [kid for kid in apart if min(tree.kids(kid, "nsubj")) > act and tree.words[kid].xpos != "VB"]
    held = tree.subtree(act, without=apart)
    while apart and held and tree.words[held[-1]].upos in ("PUNCT", "CCONJ"):
        held.pop()
    return held


def order(tree: Tree, verb: int) -> Found | None:
    """ "urged the clans to stop", "told them to wait", "they were told to wait"."""
    comps = [
        kid for kid in tree.kids(verb, "xcomp", "ccomp", "advcl") if "to" in tree.marked(kid) and kid > verb
    ]
    people = [kid for kid in tree.kids(verb, "iobj", "obj") if kid > verb and not asking_word(tree, kid)]
    if not comps:
        nested = [deep for person in people for deep in tree.kids(person, "acl") if "to" in tree.marked(deep)]
        if not nested or tree.lemmas[verb] == "offer":
            return None
        held = tree.subtree(nested[0] if tree.lemmas[verb] == "tell" else people[0])
        return (held, people[0]) if len(held) > 1 else None
    if tree.passive(verb):
        subjects = tree.kids(verb, "nsubj")
        joined = tree.subject(verb) if tree.rels[verb] == "conj" else None
        return tree.subtree(comps[0]), subjects[0] if subjects else joined
    if not people:
        return tree.subtree(comps[0]), None
    content = _deed(tree, comps[0])
    astray = [kid for kid in tree.kids(verb, "ccomp") if kid > comps[0] and not tree.marked(kid)]
    if astray and (rest := tree.subtree(astray[0]))[0] == content[-1] + 1:
        content = [*content, *rest]
    if tree.lemmas[verb] not in ("tell", "remind", "promise"):
        content = sorted({*tree.subtree(people[0]), *content})
    return content, people[0]


def obj(tree: Tree, verb: int) -> Found | None:
    """ "confirmed the call", "the call was confirmed"."""
    things = [kid for kid in tree.kids(verb, "obj") if kid > verb and tree.words[kid].upos != "PRON"]
    if not things:
        return None
    reasons = [
        kid for kid in tree.kids(verb, "obl", "advcl") if "for" in tree.marked(kid) and kid > things[0]
    ]
    tail = tree.subtree(reasons[0]) if reasons and _judges(tree, verb) else []
    people = tree.kids(verb, "iobj")
    held = tree.subtree(things[0])
    tail = tail or _goes_on(tree, verb, held)
    return sorted({*held, *tail}), people[0] if people else None


def _goes_on(tree: Tree, verb: int, held: list[int]) -> list[int]:
    """What belongs to a thing though it hangs from the verb: "demanded an inquiry [by the Senate]"."""
    if tree.passive(verb):
        return []
    for kid in tree.kids(verb, "obl"):
        if kid > held[-1] and tree.marked(kid) & {"by", "of", "into", "between", "among"}:
            more = tree.subtree(kid)
            dated = any(tree.lows[i] in listed("days") or tree.words[i].upos == "NUM" for i in more)
            return more if more[0] == held[-1] + 1 and not dated else []
    return []


def _judges(tree: Tree, verb: int) -> bool:
    """Whether a verb praises or blames: "for" after it tells what for."""
    cue = cues().get(tree.lemmas[verb])
    return cue is not None and cue.act in ("praise", "accuse")


def call(tree: Tree, verb: int) -> Found | None:
    """ "called it a gift", "a plan that she called a gift"."""
    things = tree.kids(verb, "obj", "iobj") or (tree.kids(verb, "nsubj") if tree.passive(verb) else [])
    names = [kid for kid in tree.kids(verb, "xcomp") if "to" not in tree.marked(kid) and kid > verb]
    names = names or [kid for kid in things[1:] if kid > verb]
    if not things:
        names = names or [
            kid for kid in tree.kids(verb, "ccomp") if kid > verb and tree.words[kid].upos == "NOUN"
        ]
    before = _of_relative(tree, verb, things)
    head = tree.words[verb].head
    if not names and things and head >= 0 and tree.lows[head] == "what":
        names, things, before = [kid for kid in things if kid > verb], [], []
    if not names or (not things and before is None):
        return None
    return sorted(
        {*(before if before is not None else tree.subtree(things[0])), *tree.subtree(names[0])}
    ), None


def _of_relative(tree: Tree, verb: int, things: list[int]) -> list[int] | None:
    """What a relative clause names: "a move" of "a move Chad called theft", nothing of "what he called …"."""
    word = tree.lows[things[0]] if things and things[0] < verb else ""
    relative = not things or word in RELATIVES or word == "what"
    head = tree.words[verb].head
    if not relative or tree.words[verb].deprel != "acl:relcl" or head < 0:
        return None
    noun = tree.words[head].upos in ("NOUN", "PROPN")
    cut = tree.kids(head, "cop", "nsubj", "punct", "aux", "advcl", "case", "mark")
    return tree.subtree(head, without=[verb, *cut]) if noun else []


def as_(tree: Tree, verb: int) -> Found | None:
    """ "described the talks as frank"."""
    return _with(tree, verb, "as")


def of(tree: Tree, verb: int) -> Found | None:
    """ "accused the minister of hiding it"."""
    return _with(tree, verb, "of")


def at(tree: Tree, verb: int) -> Found | None:
    """ "put the damage at 3 million"."""
    found = _with(tree, verb, "at") or _far_at(tree, verb)
    if found is None or not any(tree.words[i].upos in FIGURES for i in found[0]):
        return _far_at(tree, verb)
    return found


def _far_at(tree: Tree, verb: int) -> Found | None:
    """The figure deep within the thing, behind another "at", or of a "which".

    "put [the number stranded on its soil at 25,000]", "puts [the jobs at risk at 60]", "[a crop] which it
    puts [at 9]".
    """
    last = tree.sentence(verb)[1]
    near = (i for i in range(verb + 1, last - 1) if tree.lows[i] == "at")
    figure = next((i for i in near if tree.words[i + 1].upos in FIGURES or tree.lows[i + 1] in ROUGHLY), None)
    if figure is None or any(tree.lows[i] in STOPS for i in range(verb + 1, figure)):
        return None
    end = next((i for i in range(figure + 1, last) if tree.lows[i] in STOPS), last)
    which = figure == verb + 1 and tree.words[verb].deprel == "acl:relcl" and tree.words[verb].head >= 0
    before = antecedent(tree, verb) if which else []
    things = [kid for kid in tree.kids(verb, "obj") if verb < kid < figure]
    return ([*before, *range(verb + 1, end)], None) if before or things else None


FIGURES = ("NUM", "SYM")
ROUGHLY = {
    "between",
    "about",
    "around",
    "some",
    "roughly",
    "nearly",
    "almost",
    "over",
    "under",
    "least",
    "up",
}
STOPS = {",", ".", ";", ":", "—", "–", "“", "”", '"', "(", ")"}


def antecedent(tree: Tree, verb: int) -> list[int]:
    """What a relative clause tells of: "a crop" of "a crop which the board puts at 9 tonnes"."""
    first, head = tree.subtree(verb)[0], tree.words[verb].head
    cut = tree.kids(head, "nsubj", "cop", "punct", "aux", "case", "mark")
    return [i for i in tree.subtree(head, without=[verb, *cut]) if i < first]


def number(tree: Tree, verb: int) -> Found | None:
    """ "gave the number of dead as eleven"."""
    found = _with(tree, verb, "as")
    return found if found and any(tree.words[i].upos in ("NUM", "SYM") for i in found[0]) else None


def _with(tree: Tree, verb: int, marker: str) -> Found | None:
    things = tree.kids(verb, "obj", "iobj") or (tree.kids(verb, "nsubj") if tree.passive(verb) else [])
    things = things or _remarked(tree, verb)
    tails = [
        kid
        for kid in tree.kids(verb, "obl", "advcl", "xcomp", "ccomp")
        if marker in tree.marked(kid) and kid > verb
    ]
    before = _of_relative(tree, verb, things)
    if before is not None and tails:
        return sorted({*before, *tree.subtree(tails[0])}), None
    if not things:
        return None
    if not tails:
        deep = [kid for kid in tree.kids(things[0], "nmod", "acl") if marker in tree.marked(kid)]
        return (tree.subtree(things[0]), None) if deep else None
    return sorted({*tree.subtree(things[0]), *tree.subtree(tails[0])}), None


def _remarked(tree: Tree, verb: int) -> list[int]:
    """What a remark judges whose "that" is left out: "…, [a step] the union welcomed as “overdue”"."""
    before = [kid for kid in tree.kids(verb, "nsubj") if kid < verb]
    if len(before) != 2 or tree.lemmas[before[0]] not in words("not_said", "remarks"):
        return []
    held = tree.subtree(before[0])
    first = next((i for i in held if tree.lows[i] != ","), before[0])
    apart = tree.lows[first] in ("a", "an") and first > 0 and tree.lows[first - 1] == ","
    return before[:1] if apart and held[-1] + 1 == tree.subtree(before[1])[0] else []


def on_inf(tree: Tree, verb: int) -> Found | None:
    """ "called on both armies to stop"."""
    return _to_do(tree, verb, "on", keep=False) or _to_do(tree, verb, "upon", keep=False)


def to_inf(tree: Tree, verb: int) -> Found | None:
    """ "appealed to drivers to slow down"."""
    return _to_do(tree, verb, "to", keep=True)


def _to_do(tree: Tree, verb: int, marker: str, *, keep: bool) -> Found | None:
    people = [
        kid
        for kid in tree.kids(verb, "obl", "obj")
        if kid > verb and marker in tree.marked(kid) | _particles(tree, verb)
    ]
    if not people:
        return None
    comps = [kid for kid in tree.kids(verb, "xcomp", "advcl", "ccomp") if "to" in tree.marked(kid)]
    if not comps and (rest := _misread(tree, verb, people[0])):
        return sorted({*tree.subtree(people[0], without=tree.kids(people[0], "case")), *rest}), people[0]
    comps = comps or [
        kid for kid in tree.kids(people[0], "acl", "xcomp", "advcl") if "to" in tree.marked(kid)
    ]
    if not comps:
        return None
    cut = [kid for kid in tree.kids(people[0], "case") if not keep]
    return sorted({*tree.subtree(people[0], without=cut), *tree.subtree(comps[0])}), people[0]


def _misread(tree: Tree, verb: int, person: int) -> list[int]:
    """A verb taken for a noun: "to hand over the boats" of "called on Chad to hand over the boats"."""
    after = [
        kid
        for kid in tree.kids(verb, "obl")
        if kid > person and any(tree.words[mark].xpos == "TO" for mark in tree.kids(kid, "mark"))
    ]
    if not after:
        return []
    first, joined = tree.subtree(after[0])[0], tree.kids(verb, "conj")
    held = [i for i in tree.subtree(verb, without=joined) if i >= first and i + 1 < tree.sentence(verb)[1]]
    while joined and held and tree.words[held[-1]].upos in ("PUNCT", "CCONJ"):
        held.pop()
    return held


def _particles(tree: Tree, verb: int) -> set[str]:
    return {tree.lows[kid] for kid in tree.kids(verb, "compound")}


def for_(tree: Tree, verb: int) -> Found | None:
    """ "called for an inquiry", "asked them for patience"."""
    found = _oblique(tree, verb, {"for"})
    people = [kid for kid in tree.kids(verb, "iobj", "obj") if kid > verb]
    return (found[0], people[0]) if found and people and tree.lemmas[verb] in ASKING else found


ASKING = {"ask", "beg", "press", "petition", "lobby"}


def about(tree: Tree, verb: int) -> Found | None:
    """ "warned of floods", "complained about the delay"."""
    found = _oblique(tree, verb, {"of", "about", "against"})
    people = [kid for kid in tree.kids(verb, "iobj", "obj", "nsubj") if verb < kid and hears(tree, kid)]
    return (found[0], people[0]) if found and people and tree.lemmas[verb] in TELLING else found


def of_what(tree: Tree, verb: int) -> Found | None:
    """ "spoke of a “long winter”": what is spoken of."""
    near = any(tree.lows[i] == "of" for i in range(verb + 1, min(verb + 3, len(tree.words))))
    return _oblique(tree, verb, {"of"}) if near else None


def on_what(tree: Tree, verb: int) -> Found | None:
    """ "insisted on a written answer"."""
    return None if tree.kids(verb, "ccomp", "obj") else _oblique(tree, verb, {"on", "upon"})


def to_what(tree: Tree, verb: int) -> Found | None:
    """ "admitted to losing it": the deed or the thing."""
    if tree.kids(verb, "ccomp", "obj"):
        return None
    things = [k for k in tree.kids(verb, "obl", "advcl", "xcomp") if "to" in tree.marked(k) and k > verb]
    things = [k for k in things if not hears(tree, k) and tree.words[k].xpos != "VB"]
    cut = [kid for kid in tree.kids(things[0], "case", "mark") if kid < things[0]] if things else []
    return (tree.subtree(things[0], without=cut), None) if things else None


def _oblique(tree: Tree, verb: int, markers: set[str]) -> Found | None:
    tails = [kid for kid in tree.kids(verb, "obl", "advcl") if tree.marked(kid) & markers and kid > verb]
    told = [kid for kid in tree.kids(verb, "obl") if "to" in tree.marked(kid) and kid > verb]
    tails = tails or [deep for kid in told for deep in tree.kids(kid, "nmod") if tree.marked(deep) & markers]
    if not tails:
        return None
    cut = [kid for kid in tree.kids(tails[0], "case", "mark") if tree.lows[kid] in markers]
    return tree.subtree(tails[0], without=cut), None


FRAMES: Mapping[str, Callable[[Tree, int], Found | None]] = {
    "clause": clause,
    "order": order,
    "inf": inf,
    "on_inf": on_inf,
    "to_inf": to_inf,
    "call": call,
    "as": as_,
    "of": of,
    "at": at,
    "number": number,
    "for": for_,
    "about": about,
    "of_what": of_what,
    "to_what": to_what,
    "on_what": on_what,
    "obj": obj,
}
"""In the order in which they are tried."""
