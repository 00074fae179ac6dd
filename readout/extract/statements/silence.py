"""What was not said: "did not mention", "declined to say", "denied", "made no reference to"."""

from __future__ import annotations

from collections.abc import Iterator

from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.frames import QUESTIONS
from readout.extract.statements.lexicon import words
from readout.extract.statements.speakers import LONGEST, holds_words, is_document, phrase, speaker
from readout.extract.statements.tree import RELATIVES, Tree
from readout.extract.statements.verbs import cue_at, cue_span, hedge_of
from readout.model.analysis import Range
from readout.model.statement import Act, Said

REFUSING = {"would", "will", "wo", "'ll", "’ll", "'d", "’d", "can", "ca", "cannot"}
ABOUT = {"on", "about", "upon", "over", "regarding", "concerning", "into", "to", "of", "as", "for"}


def silence_drafts(tree: Tree) -> Iterator[Draft]:
    """Every place where somebody is reported not to have said something, to decline, or to deny."""
    for first, last in tree.sentences:
        if last - first <= LONGEST:
            for index in range(first, last):
                draft = _at(tree, index)
                if draft:
                    yield draft


def _at(tree: Tree, index: int) -> Draft | None:
    word = tree.words[index]
    if word.upos in ("NOUN", "PROPN") and tree.lemma(index) in words("not_said", "nouns"):
        return _no_mention(tree, index)
    if word.upos == "ADJ" and tree.lemma(index) in words("not_said", "adjectives"):
        return _silent(tree, index)
    if word.upos not in ("VERB", "AUX"):
        return None
    return (
        _nothing(tree, index)
        or _declined(tree, index)
        or _denied(tree, index)
        or _negated(tree, index)
        or _omitted(tree, index)
    )


def _draft(
    tree: Tree, verb: int, said: Said, cue: Range, content: list[int], owner: int | None = None
) -> Draft | None:
    who = speaker(tree, verb if owner is None else owner)
    held = [i for i in content if not cue[0] <= i < cue[1]]
    if who:
        held = [i for i in held if not who[0][0] <= i < who[0][1]]
    if not held:
        return None
    if who and cue[0] < who[0][1] <= cue[1]:
        cue = (who[0][1], cue[1]) if who[0][1] < cue[1] else (verb, verb + 1)
    return Draft(
        contents=ranges(held),
        cue=cue,
        verb=verb,
        source=who[0] if who else None,
        source_head=who[1] if who else None,
        hedge=hedge_of(tree, verb),
        said=said,
        act="refuse" if said == "declined" else _act(tree, verb),
        confidence=0.8 if who else 0.5,
    )


def _act(tree: Tree, verb: int) -> Act:
    cue = cue_at(tree, verb)
    return cue.act if cue else "inform"


def matter(tree: Tree, verb: int) -> tuple[list[int], Range | None]:
    """What the silence is about, and the preposition before it: "comment on [the lawsuit]"."""
    for kid in tree.kids(verb, "ccomp", "obj", "xcomp"):
        stands_for = tree.words[kid].text.casefold() in RELATIVES and tree.words[verb].deprel == "acl:relcl"
        if stands_for and tree.words[verb].head >= 0:
            return tree.subtree(tree.words[verb].head, without=[verb]), None
        if kid > verb or tree.rel(kid) == "obj":
            return tree.subtree(kid), None
    for kid in tree.kids(verb, "obl", "advcl"):
        cases = [case for case in tree.kids(kid, "case", "mark") if tree.words[case].text.casefold() in ABOUT]
        if kid > verb and cases and tree.words[kid].upos != "NUM" and "when" not in tree.marked(kid):
            return tree.subtree(kid, without=cases[:1]), (cases[0], cases[0] + 1)
    if tree.words[verb].deprel == "acl:relcl" and tree.kids(verb, "nsubj") and tree.words[verb].head >= 0:
        return tree.subtree(tree.words[verb].head, without=[verb]), None
    return [], None


def _declined(tree: Tree, verb: int) -> Draft | None:
    """ "declined to say whether", "would not comment on", "is not going to discuss"."""
    lemma = tree.lemma(verb)
    if lemma in words("declined", "verbs"):
        acts = [kid for kid in tree.kids(verb, "xcomp") if tree.lemma(kid) in words("declined", "speech")]
        return _refusal(tree, verb, acts[0], cue_span(tree, verb, lemma)[0]) if acts else None
    if lemma == "go" and tree.negated(verb) is not None:
        acts = [kid for kid in tree.kids(verb, "xcomp") if tree.lemma(kid) in words("declined", "speech")]
        return _refusal(tree, verb, acts[0], _opening(tree, verb)) if acts else None
    if lemma == "confirm" and any(
        tree.words[kid].text.casefold() == "neither" for kid in tree.children[verb]
    ):
        return _neither(tree, verb)
    modal = any(tree.words[aux].text.casefold() in REFUSING for aux in tree.auxiliaries(verb))
    if modal and tree.negated(verb) is not None and lemma in words("declined", "speech"):
        return _refusal(tree, verb, verb, _opening(tree, verb))
    return None


def _neither(tree: Tree, verb: int) -> Draft | None:
    """ "would neither confirm nor deny that": both verbs are the cue."""
    pair = [kid for kid in tree.kids(verb, "conj") if tree.lemma(kid) == "deny"]
    about = (matter(tree, pair[0])[0] if pair else []) or matter(tree, verb)[0]
    first = min(
        _opening(tree, verb), *(k for k in tree.children[verb] if tree.words[k].text.casefold() == "neither")
    )
    held = [index for index in about if index > verb and index not in pair]
    return _draft(tree, verb, "declined", (first, (pair or [verb])[0] + 1), held)


def _opening(tree: Tree, verb: int) -> int:
    """Where the cue starts: at the first auxiliary ("would not say")."""
    return min([verb, *tree.auxiliaries(verb), *tree.kids(verb, "cop")])


def _refusal(tree: Tree, verb: int, act: int, first: int) -> Draft | None:
    about, preposition = matter(tree, act)
    if not about:
        marks = tree.kids(act, "mark")
        return _draft(tree, verb, "declined", (first, marks[0] if marks else act), [*marks, act])
    end = preposition[1] if preposition and preposition[0] == act + 1 else act + 1
    return _draft(tree, verb, "declined", (first, end), about)


def _denied(tree: Tree, verb: int) -> Draft | None:
    """ "denied that", "rejected claims that", "disputed the figures", "made no such offer"."""
    lemma = tree.lemma(verb)
    if tree.negated(verb) is not None or any(
        tree.words[k].text.casefold() == "nor" for k in tree.kids(verb, "cc")
    ):
        return None
    things = [kid for kid in tree.kids(verb, "obj") if kid > verb]
    if lemma in words("denied", "verbs"):
        if things and (
            any(tree.lemma(kid) in words("denied", "goods") for kid in things) or tree.kids(verb, "iobj")
        ):
            return None
        held = [i for kid in tree.kids(verb, "ccomp", "xcomp", "obj") for i in tree.subtree(kid)]
        return _draft(tree, verb, "denied", cue_span(tree, verb, lemma), sorted(held))
    if things and lemma in words("denied", "against") and tree.lemma(things[0]) in words("denied", "claims"):
        tails = [
            i
            for kid in tree.kids(verb, "obl", "advcl")
            if "as" in tree.marked(kid)
            for i in tree.subtree(kid)
        ]
        return _draft(
            tree, verb, "denied", cue_span(tree, verb, lemma), sorted({*tree.subtree(things[0]), *tails})
        )
    if (
        things
        and lemma == "make"
        and {"no", "such"} <= {tree.words[k].text.casefold() for k in tree.children[things[0]]}
    ):
        no = next(k for k in tree.children[things[0]] if tree.words[k].text.casefold() == "no")
        return _draft(
            tree, verb, "denied", (_opening(tree, verb), no + 1), tree.subtree(things[0], without=[no])
        )
    return None


def _nothing(tree: Tree, verb: int) -> Draft | None:
    """ "Nothing was said about the prisoners": nobody is named who was silent."""
    subject = [kid for kid in tree.kids(verb, "nsubj") if tree.lemma(kid) == "nothing"]
    if (
        not subject
        or tree.lemma(verb) not in ("say", "mention", "announce", "write")
        or not tree.passive(verb)
    ):
        return None
    about, preposition = matter(tree, verb)
    if not about or preposition is None:
        return None
    end = preposition[1] if preposition[0] == verb + 1 else verb + 1
    return Draft(ranges(about), (subject[0], end), verb, said="not said", confidence=0.7)


def _negated(tree: Tree, verb: int) -> Draft | None:
    """ "did not mention the strike", "has not said why", "without saying whether", "gave no details"."""
    lemma = tree.lemma(verb)
    no = tree.negated(verb) if tree.negated(verb) is not None else _yet(tree, verb)
    without = [kid for kid in tree.kids(verb, "mark", "case") if tree.words[kid].text.casefold() == "without"]
    if lemma in words("not_said", "giving"):
        return _no_details(tree, verb)
    if no is None and not without:
        return None
    if lemma in words("not_said", "asking"):
        comps = [kid for kid in tree.kids(verb, "ccomp", "advcl") if kid > verb and _asks(tree, kid)]
        if comps:
            return _draft(
                tree, verb, "not said", (_start(tree, verb, no, without), verb + 1), tree.subtree(comps[0])
            )
    if lemma not in words("not_said", "verbs"):
        return None
    if lemma in words("not_said", "of_documents") and not _of_document(tree, verb):
        return None
    return _unsaid(tree, verb, _start(tree, verb, no, without))


def _yet(tree: Tree, verb: int) -> int | None:
    """ "has yet to say": the word "yet" before an infinitive."""
    before = range(max(0, verb - 3), verb)
    yet = [i for i in before if tree.words[i].text.casefold() == "yet"]
    return (
        yet[0] if yet and "to" in tree.marked(verb) and tree.words[verb - 1].text.casefold() == "to" else None
    )


def _unsaid(tree: Tree, verb: int, first: int) -> Draft | None:
    about, preposition = matter(tree, verb)
    if not about:
        bare = tree.lemma(verb) in words("not_said", "bare")
        return _draft(tree, verb, "not said", (first, verb), [verb]) if bare and first < verb else None
    end = preposition[1] if preposition and preposition[0] == verb + 1 else verb + 1
    return _draft(tree, verb, "not said", (first, end), about)


def _start(tree: Tree, verb: int, no: int | None, without: list[int]) -> int:
    before = [*without, *([no] if no is not None else []), *tree.auxiliaries(verb)]
    if no is not None and no == _yet(tree, verb) and no > 0 and tree.words[no - 1].upos in ("AUX", "VERB"):
        before.append(no - 1)
    return min([i for i in before if i < verb and verb - i < 8] or [verb])


def _asks(tree: Tree, comp: int) -> bool:
    held = tree.subtree(comp)
    return any(tree.words[i].text.casefold() in QUESTIONS for i in held[:3])


def _of_document(tree: Tree, verb: int) -> bool:
    subject = tree.subject(verb)
    return subject is not None and is_document(tree, subject)


def _no_details(tree: Tree, verb: int) -> Draft | None:
    """ "gave no details of the deal", "did not give a timetable"."""
    things = [
        kid
        for kid in tree.kids(verb, "obj")
        if tree.lemma(kid) in words("not_said", "details")
        or tree.words[kid].text.casefold() in words("not_said", "details")
    ]
    no = [
        kid for thing in things for kid in tree.kids(thing, "det") if tree.words[kid].text.casefold() == "no"
    ]
    if not things or (tree.negated(verb) is None and not no):
        return None
    end = no[0] + 1 if no else verb + 1
    return _draft(
        tree,
        verb,
        "not said",
        (_start(tree, verb, tree.negated(verb), []), end),
        tree.subtree(things[0], without=no),
    )


def _no_mention(tree: Tree, noun: int) -> Draft | None:
    """ "made no mention of the dam", "there was no reference to the islands in the statement"."""
    no = [
        kid
        for kid in tree.kids(noun, "det", "advmod")
        if tree.words[kid].text.casefold() in ("no", "any", "little")
    ]
    head = tree.words[noun].head
    light = (
        head >= 0 and tree.rel(noun) in ("obj", "nsubj") and tree.lemma(head) in words("not_said", "light")
    )
    verb = head if light else noun
    barred = {tree.words[kid].text.casefold() for kid in no} & {"no"} or (
        light and tree.negated(verb) is not None
    )
    if not barred or not (light or tree.kids(noun, "nmod", "expl", "cop")):
        return None
    topics = [
        kid
        for kid in (*tree.kids(noun, "nmod", "obl"), *tree.kids(verb, "obl"))
        if tree.marked(kid) & {"of", "to", "about", "on"} and kid > noun
    ]
    if not topics:
        return None
    case = next(
        k
        for k in tree.kids(topics[0], "case")
        if tree.words[k].text.casefold() in ("of", "to", "about", "on")
    )
    places = [
        k
        for k in (*tree.kids(topics[0], "nmod"), *tree.kids(noun, "nmod", "obl"), *tree.kids(verb, "obl"))
        if tree.marked(k) & {"in", "from"} and holds_words(tree, k)
    ]
    first = (
        min(_opening(tree, verb), _start(tree, verb, tree.negated(verb), []))
        if light
        else (no[0] if no else noun)
    )
    end = case + 1 if case <= noun + 2 else noun + 1
    held = tree.subtree(topics[0], without=[case, *places])
    draft = (
        _draft(tree, verb, "not said", (first, end), held)
        if light and tree.lemma(verb) in ("make", "contain", "include", "give", "carry", "have", "offer")
        else None
    )
    return draft or _placed(tree, noun, (first, end), held, places)


def _placed(tree: Tree, noun: int, cue: Range, held: list[int], places: list[int]) -> Draft | None:
    """ "no mention of it in the statement": the document is the source."""
    source = phrase(tree, places[0]) if places else None
    content = [i for i in held if not cue[0] <= i < cue[1]]
    if not content:
        return None
    cut = range(*source) if source else ()
    return Draft(
        contents=ranges([i for i in content if i not in cut]),
        cue=cue,
        verb=noun,
        source=source,
        source_head=places[0] if places else None,
        said="not said",
        confidence=0.6,
    )


def _silent(tree: Tree, adjective: int) -> Draft | None:
    """ "was silent on the arrests", "has remained tight-lipped about the talks"."""
    verb = tree.words[adjective].head if tree.rel(adjective) == "xcomp" else adjective
    topics = [
        kid
        for at in {adjective, verb}
        if at >= 0
        for kid in tree.kids(at, "obl", "advcl", "nmod")
        if tree.marked(kid) & {"on", "about", "over", "regarding"}
    ]
    if not topics or verb < 0 or not (tree.kids(adjective, "cop") or tree.rel(adjective) == "xcomp"):
        return None
    case = min(tree.kids(topics[0], "case", "mark"))
    first = min([verb, adjective, *tree.auxiliaries(verb), *tree.kids(adjective, "cop", "aux")])
    return _draft(tree, verb, "not said", (first, case + 1), tree.subtree(topics[0], without=[case]))


def _omitted(tree: Tree, verb: int) -> Draft | None:
    """ "omitted the second leak", "left out the prices"."""
    parts = [tree.words[kid].text.casefold() for kid in tree.kids(verb, "compound")]
    phrasal = " ".join([tree.lemma(verb), *parts])
    if not {tree.lemma(verb), phrasal} & words("not_said", "alone") or tree.negated(verb) is not None:
        return None
    things = tree.kids(verb, "obj")
    if not things or tree.passive(verb):
        return None
    return _draft(tree, verb, "not said", cue_span(tree, verb, phrasal), tree.subtree(things[0]))


def said_of(tree: Tree, verb: int) -> Said:
    """What a cue that no rule read says of the saying: "deny" -> denied, "did not mention" -> not said."""
    lemma = tree.lemma(verb)
    if lemma in words("denied", "verbs") and tree.negated(verb) is None:
        return "denied"
    if lemma in words("declined", "verbs"):
        acts = [kid for kid in tree.kids(verb, "xcomp") if tree.lemma(kid) in words("declined", "speech")]
        return "declined" if acts else "yes"
    spoken = words("not_said", "verbs") | words("not_said", "asking")
    return (
        "not said"
        if lemma in spoken and tree.negated(verb) is not None and tree.words[verb].upos == "VERB"
        else "yes"
    )
