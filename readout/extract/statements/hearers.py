"""Who is spoken to where the cue's own frame has nobody: "in a letter to Orr", "replying to the bank"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from readout.extract.statements.clauses import NOMINAL, TELLING
from readout.extract.statements.draft import Draft
from readout.extract.statements.lexicon import listed, words
from readout.extract.statements.silences.hush import timed
from readout.extract.statements.speakers import CALLING, hears, is_document, phrase, speaking
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import cue_at
from readout.model.analysis import Range

ASKED = {"question", "query", "request", "letter", "inquiry", "enquiry", "remark", "criticism"}
WIRING = {"cable", "telegraph", "text", "wire"}
BRIEFING = {"brief", "address", "lecture", "interrupt", "telephone", "phone", "ring", "greet", "welcome"}
"""What one does to somebody "saying that …"."""
ORDERING = {"urge", "order", "request", "beg", "instruct", "invite", "implore", "exhort", "press"}
EXPRESSING = {"express", "extend", "convey", "offer", "send", "present", "voice"}
WISHES = {
    "thanks",
    "thank",
    "gratitude",
    "appreciation",
    "condolence",
    "sympathy",
    "congratulation",
    "apology",
    "regret",
}
THANKING = {"thank", "congratulate"}
SHOUTING = {"shout", "yell", "scream", "bark", "snap"}
TO = {"to", "before"}
WITH = {"to", "with"}


def listener(tree: Tree, draft: Draft) -> Range | None:
    """Whoever a statement is addressed to, beside its cue and outside its content.

    "In a letter to [the bank], she said …", "confirmed to [AFP] that …", "spoke to [reporters] and said …"
    """
    verb = draft.verb
    if draft.addressee is not None and draft.addressee == draft.source:
        return None  # "“No,” warned Orr": the parse took the speaker for whoever hears
    if draft.addressee is not None:
        return _whole(tree, draft.addressee, draft)
    if verb is None:
        return None
    untold = [at for at in (verb, *tree.kids(verb, "xcomp")) if tree.lemmas[at] == "tell"]
    if draft.said != "yes" and untold:  # "has not told us which road it wants", "declined to tell them why"
        told = [kid for kid in tree.kids(untold[0], "iobj", "obj") if kid > untold[0] and hears(tree, kid)]
        return phrase(tree, told[0]) if told else None
    if draft.said not in ("yes", "denied"):
        return None
    lemma = tree.lemmas[verb]
    if lemma in THANKING:
        return _thanked(tree, verb)
    if lemma in EXPRESSING and (thanked := _wished(tree, verb)) is not None:
        return thanked
    if (asked := _asked_to(tree, verb)) is not None:
        return asked
    known = cue_at(tree, verb) or lemma in words("denied", "verbs") or lemma in listed("heard")
    known = known or lemma in SHOUTING
    inside = {i for first, last in draft.contents for i in range(first, last)}
    if draft.source is not None:
        inside.update(range(*draft.source))
    heard = (*(_told(tree, draft, verb) if known else ()), *_called(tree, verb))
    for head in (*heard, *_by_letter(tree, verb), *_spoken_to(tree, verb)):
        span = phrase(tree, head) if head not in inside else None
        end = next((i for i in range(head, span[1]) if i in inside), span[1]) if span else head
        if span and not inside & set(range(span[0], end)):
            return _whole(tree, (span[0], end), draft)
    return _in_source(tree, draft)


def _thanked(tree: Tree, verb: int) -> Range | None:
    """Whom one thanks is whom one speaks to: "thanked [the growers] who had waited"."""
    people = [kid for kid in tree.kids(verb, "obj", "iobj") if kid > verb and tree.words[kid].upos in NOMINAL]
    if not people or tree.passive(verb):
        return None
    tails = {kid for kid in tree.kids(people[0], "acl", "advcl") if kid > people[0]}
    tails |= {kid for kid in tree.kids(people[0], "nmod") if "for" in tree.marked(kid)}
    return phrase(tree, people[0], tails)


def _wished(tree: Tree, verb: int) -> Range | None:
    """Whom thanks or sympathy go to: "expressed her gratitude to [the crew]"."""
    for thing in tree.kids(verb, "obj"):
        if tree.lemmas[thing] not in WISHES:
            continue
        near = (*tree.kids(thing, "nmod"), *tree.kids(verb, "obl"))
        for kid in near:
            if kid > thing and "to" in tree.marked(kid) and tree.words[kid].upos in NOMINAL:
                return phrase(tree, kid)
    return None


def _asked_to(tree: Tree, verb: int) -> Range | None:
    """Whom the parse took for the subject of what is asked: "asked WHO to hold a meeting"."""
    if tree.lemmas[verb] not in TELLING | ORDERING:
        return None
    if people := tree.kids(verb, "iobj", "obj"):
        return phrase(tree, people[0]) if tree.words[people[0]].text == "WHO" and people[0] > verb else None
    for clause in tree.kids(verb, "ccomp", "xcomp"):
        to = next(
            (kid for kid in tree.kids(clause, "mark") if verb < kid < clause and tree.lows[kid] == "to"), 0
        )
        for kid in tree.kids(clause, "nsubj", "obj"):
            if verb < kid < to and tree.words[kid].text[:1].isupper():
                return phrase(tree, kid)
    return None


def _whole(tree: Tree, span: Range, draft: Draft) -> Range:
    """A name to its end: "Radio Kiskeya", where the parse took but "Radio"."""
    end = span[1]
    inside = {i for first, last in draft.contents for i in range(first, last)}
    while (
        tree.words[end - 1].xpos == "NNP"
        and end < len(tree.words)
        and tree.words[end].xpos == "NNP"
        and end not in inside
        and tree.words[end].sentence == tree.words[end - 1].sentence
        and tree.lows[end] not in listed("days")
    ):
        end += 1
    return span[0], end


def _told(tree: Tree, draft: Draft, verb: int) -> Iterator[int]:
    """ "confirmed to AFP that …", "reported to headquarters that …"."""
    clausal = tree.lemmas[verb] in listed("heard") and draft.first > verb
    clausal = clausal and (tree.lows[draft.first] == "that" or bool(tree.kids(verb, "ccomp")))
    if tree.lemmas[verb] in TELLING | WIRING:
        below = tree.kids(verb, "nsubj") if tree.passive(verb) else tree.kids(verb, "iobj", "obj")
        clause = tree.lows[draft.first] == "that" and tree.lemmas[verb] in TELLING - {
            "tell",
            "ask",
            "promise",
        }
        yield from (kid for kid in below if hears(tree, kid) or (clause and verb < kid < draft.first))
    to = {"to", "at"} if tree.lemmas[verb] in SHOUTING else {"to"}
    to = to | {"of"} if tree.lemmas[verb] in ("demand", "ask", "require", "request") else to
    for kid in tree.kids(verb, "obl", "xcomp"):
        named = kid > verb and (tree.rels[kid] == "obl" or tree.words[kid].upos == "PROPN")
        heard = named and tree.words[kid].upos in NOMINAL and bool(to & tree.marked(kid))
        if heard and (hears(tree, kid) or (clausal and not timed(tree, kid))):
            yield kid


def _by_letter(tree: Tree, verb: int) -> Iterator[int]:
    """ "said in a letter to the bank", "in an interview with Le Phare", "in reply to Mr Orr"."""
    for kid in tree.kids(verb, "obl", "advcl", "nmod"):
        if not tree.marked(kid) & {"in", "at", "during", "on", "by"}:
            continue
        if tree.lemmas[kid] in _letters():
            yield from (
                deep
                for deep in tree.kids(kid, "nmod", "obl")
                if tree.marked(deep) & WITH and hears(tree, deep)
            )


@cache
def _letters() -> frozenset[str]:
    """In what one speaks to somebody: "letter", "interview"."""
    return words("media", "documents") | words("media", "occasions") | listed("sent")


def _called(tree: Tree, verb: int) -> Iterator[int]:
    """ "wrote to [the bank] to say", "phoned [Mr Orr] to say that"; "let it be known to [him] that"."""
    above = tree.words[verb].head
    if (
        above >= 0
        and tree.rels[verb] == "advcl"
        and "to" in tree.marked(verb)
        and tree.lemmas[above] in CALLING
    ):
        yield from (k for k in tree.kids(above, "obj", "iobj") if above < k < verb and hears(tree, k))
        yield from (k for k in tree.kids(above, "obl") if "to" in tree.marked(k) and hears(tree, k))


def _spoken_to(tree: Tree, verb: int) -> Iterator[int]:
    """ "Speaking before the Senate, she said", "She spoke to reporters and said"."""
    above = tree.words[verb].head
    acts = list(speaking(tree, verb))
    if tree.rels[verb] == "conj" and above >= 0 and tree.lemmas[above] in listed("speaking"):
        acts += [] if any(kid > above for kid in tree.kids(verb, "nsubj")) else [above]
    for act in acts:
        yield from _of_act(tree, act)
    if tree.rels[verb] == "advcl" and above >= 0 and tree.lemmas[above] in BRIEFING and above < verb:
        yield from (kid for kid in tree.kids(above, "obj") if above < kid < verb and hears(tree, kid))


def _of_act(tree: Tree, act: int) -> Iterator[int]:
    for kid in tree.kids(act, "obl", "obj"):
        object_of = tree.lemmas[act] == "address" and not tree.marked(kid)
        if (object_of or tree.marked(kid) & TO) and hears(tree, kid):
            yield kid
        elif tree.lemmas[act] in ("reply", "respond", "answer") and tree.lemmas[kid] in ASKED:
            asking = (deep for deep in tree.kids(kid, "nmod") if tree.marked(deep) & {"from", "by"})
            yield from (deep for deep in asking if hears(tree, deep))


def _in_source(tree: Tree, draft: Draft) -> Range | None:
    """ "The premier, replying to [Mr Orr], said no loan had been sought": hung from whoever speaks."""
    if draft.source_head is None:
        return None
    for head in _by_letter(tree, draft.source_head):
        return phrase(tree, head)
    if is_document(tree, draft.source_head):  # "The bank's letter to the mayor said"
        for kid in tree.kids(draft.source_head, "nmod"):
            if "to" in tree.marked(kid) and tree.words[kid].upos in NOMINAL:
                return phrase(tree, kid)
    for act in tree.kids(draft.source_head, "acl", "advcl"):
        if tree.words[act].xpos == "VBG" and tree.lemmas[act] in listed("speaking"):
            for head in _of_act(tree, act):
                return phrase(tree, head)
    return None
