"""Silences told with nouns and adjectives: "made no mention of", "said nothing about", "was silent on"."""

from __future__ import annotations

from readout.extract.statements.clauses import QUESTIONS
from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import (
    asked,
    elsewhere,
    fronted,
    hushed,
    kept_in,
    opening,
    phrasal,
    start,
    timed,
)
from readout.extract.statements.silences.papers import of_document, of_text
from readout.extract.statements.silences.refusals import unwilling
from readout.extract.statements.speakers import holds_words, phrase
from readout.extract.statements.tree import RELATIVES, Tree
from readout.model.analysis import Range
from readout.model.statement import Said

TOPICS = {"of", "to", "about", "on", "regarding", "concerning", "over"}
NO = {"no", "any", "little", "not", "neither"}
COMING = {"available", "forthcoming", "appear", "figure", "feature", "occur"}
"""What a comment is not, where nobody makes one: "No comment was available from the embassy"."""


def wordless(tree: Tree, verb: int) -> Draft | None:
    """ "said nothing about the loan", "has not said a word on it", "kept his silence on it"."""
    things = [kid for kid in tree.kids(verb, "obj") if kid > verb]
    if not things:
        return None
    lemma, thing = tree.lemmas[verb], tree.lemmas[things[0]]
    thing = "more" if tree.lows[things[0]] == "more" else thing
    if lemma == "have" and thing in ("word", "line", "syllable", "sentence") and of_document(tree, verb):
        no = tree.negated(verb) is not None or not {"no", "not"}.isdisjoint(
            tree.lows[i] for i in tree.subtree(things[0])
        )
        return _about(tree, verb, things[0], things[0]) if no else None
    if lemma == "have" and thing in ("nothing", "little"):
        return _nothing_to_say(tree, verb, things[0])
    if lemma in words("not_said", "keeping") and thing in words("not_said", "silences"):
        return _about(tree, verb, things[0], None)
    full = phrasal(tree, verb)
    if not {lemma, full} & words("not_said", "wordless") or thing not in words("not_said", "nothing"):
        return None
    least = lemma == "offer" and thing in ("word", "syllable", "sentence")
    if lemma in ("contain", "include", "offer", "hold") and not (least or of_document(tree, verb)):
        return None
    before = {tree.lows[i] for i in tree.subtree(things[0]) if i <= things[0]}
    if not before & {"no", "not", "nothing", "little"} and tree.negated(verb) is None:
        return None
    return _about(tree, verb, things[0], things[0])


def _nothing_to_say(tree: Tree, verb: int, thing: int) -> Draft | None:
    """ "The readout has nothing to say about the reefs"."""
    acts = [k for k in tree.kids(thing, "acl", "xcomp") if tree.lemmas[k] in ("say", "report", "add", "tell")]
    topics = [
        kid
        for act in acts
        for kid in (*tree.kids(act, "obl"), *tree.kids(verb, "obl"), *tree.kids(thing, "nmod"))
        if kid > act and tree.marked(kid) & (TOPICS - {"of", "to"})
    ]
    if not topics and not acts and of_document(tree, verb):
        return _about(tree, verb, thing, thing)
    if not topics:
        held = fronted(tree, verb, TOPICS - {"to"}) if acts else []
        return hushed(tree, verb, "not said", (opening(tree, verb), acts[0] + 1), held) if held else None
    case = min(tree.kids(topics[0], "case"))
    return hushed(
        tree, verb, "not said", (opening(tree, verb), case + 1), tree.subtree(topics[0], without=[case])
    )


def _about(tree: Tree, verb: int, thing: int, bare: int | None) -> Draft | None:
    topics = [
        kid
        for kid in (*tree.kids(thing, "nmod", "obl", "acl"), *tree.kids(verb, "obl", "advcl"))
        if kid > thing and tree.marked(kid) & (TOPICS - {"of", "to"})
    ]
    first = start(tree, verb, tree.negated(verb), [])
    said: Said = "declined" if unwilling(tree, verb) and tree.lows[thing] == "more" else "not said"
    of = thing + 1 < len(tree.words) and tree.lows[thing + 1] in ("of", "as") and tree.lemmas[thing] in OF_IT
    if not topics and of:
        marker = thing + 1 + (tree.lows[thing + 1] == "as")
        held = [i for i in tree.subtree(verb) if marker < i < tree.sentence(verb)[1] - 1]
        return hushed(tree, verb, "not said", (first, marker + 1), held)
    if topics:
        case = min(tree.kids(topics[0], "case", "mark"))
        return hushed(tree, verb, said, (first, case + 1), tree.subtree(topics[0], without=[case]))
    after = thing + 3 if tree.lows[thing + 1 : thing + 3] == ("at", "all") else thing + 1
    if bare is not None and tree.lows[after] in TOPICS - {"of", "to"}:
        held = [i for i in tree.subtree(verb) if i > after]
        return hushed(tree, verb, "not said", (first, after + 1), held)
    about = asked(tree, verb) if bare is not None else []
    about = about or (fronted(tree, verb, TOPICS - {"to"}) if bare is not None else [])
    said = "declined" if about and unwilling(tree, verb) else "not said"
    return hushed(tree, verb, said, (first, thing + 1), about) if about else None


OF_IT = {"nothing", "word", "line", "sentence"}
"""What can be "of" a matter: "said nothing of the charges", "not one word of regret"."""


def no_mention(tree: Tree, noun: int) -> Draft | None:
    """ "made no mention of the dam", "there was no reference to the islands in the statement"."""
    no = [kid for kid in tree.kids(noun, "det", "advmod") if tree.lows[kid] in NO]
    head = tree.words[noun].head
    traced = tree.lemmas[noun] in words("not_said", "traces")
    known = tree.lemmas[noun] in words("not_said", "nouns") or traced
    hangs = head >= 0 and tree.rels[noun] in ("obj", "nsubj")
    light = hangs and tree.lemmas[head] in words("not_said", "light") | COMING
    verb = head if light else noun
    dropped = light and tree.lemmas[head] in words("not_said", "dropping")
    said_no = bool({tree.lows[kid] for kid in no} & {"no", "not", "neither"})
    if not (said_no or dropped or (light and tree.negated(verb) is not None)):
        return None
    if not (light or tree.kids(noun, "nmod", "expl", "cop")):
        return None
    told = hangs and tree.lemmas[head] in ("carry", "contain", "bear", "breathe")
    narrow = tree.lemmas[noun] in words("not_said", "about") and not told
    prepositions = TOPICS - {"of", "to"} if narrow else TOPICS
    topics = [
        kid
        for kid in (*tree.kids(noun, "nmod", "obl", "acl"), *tree.kids(verb, "obl", "advcl"))
        if tree.marked(kid) & prepositions and kid > noun and _deed(tree, kid)
    ]
    if not topics and light and verb < noun and (held := _asking_after(tree, noun, prepositions)):
        refused = _no_comment(tree, noun, verb, no) and tree.lemmas[verb] != "make"
        cue = (opening(tree, verb), held[0])
        return hushed(tree, verb, "declined" if refused else "not said", cue, held)
    if not topics and light and known and _no_comment(tree, noun, verb, no):
        said: Said = "not said" if tree.lemmas[verb] == "make" else "declined"
        after = no[0] + 1 if no and no[0] < noun else noun
        cue = (opening(tree, verb), after)
        return hushed(tree, verb, said, cue, asked(tree, verb) or list(range(after, noun + 1)))
    if not topics or not known:
        return _no_reply(tree, noun, verb, no)
    case = next(k for k in tree.kids(topics[0], "case", "mark") if tree.lows[k] in prepositions)
    draft = _mentioned(tree, noun, verb, no, topics[0], case, light=light)
    unplaced = draft is None or draft.source is None or not of_text(tree, draft.source_head)
    return None if traced and unplaced else draft


def _asking_after(tree: Tree, noun: int, markers: set[str]) -> list[int]:
    """The question just after a noun, wherever it hangs: "have no comment on [what her brother said]"."""
    last = tree.sentence(noun)[1]
    if noun + 3 >= last or tree.lows[noun + 1] not in markers or tree.lows[noun + 2] not in QUESTIONS:
        return []
    ends = (i for i in range(noun + 3, last) if tree.words[i].upos == "PUNCT" and tree.lows[i] not in QUOTES)
    return list(range(noun + 2, next(ends, last)))


QUOTES = {"“", "”", '"', "''", "``", "‘", "’"}


def _deed(tree: Tree, topic: int) -> bool:
    """Whether a topic is a thing or a deed ("of sending troops"), not a purpose ("to calm the market")."""
    asks = tree.lows[tree.subtree(topic)[1:2][0]] in QUESTIONS if tree.children[topic] else False
    return tree.rels[topic] not in ("acl", "advcl") or tree.words[topic].xpos == "VBG" or asks


def _mentioned(
    tree: Tree, noun: int, verb: int, no: list[int], topic: int, case: int, *, light: bool
) -> Draft | None:
    places = [
        k
        for k in (*tree.kids(topic, "nmod"), *tree.kids(noun, "nmod", "obl"), *tree.kids(verb, "obl"))
        if tree.marked(k) & {"in", "from"} and (holds_words(tree, k) or of_text(tree, k))
    ]
    first = (
        min(opening(tree, verb), start(tree, verb, tree.negated(verb), []))
        if light and verb < noun
        else (no[0] if no else noun)
    )
    end = case + 1 if case <= noun + 2 else noun + 1
    if light and topic > verb > noun:  # "No mention was made of the dam"
        first, end = min([*no, noun]), case + 1 if case == verb + 1 else verb + 1
    places = places or _senders(tree, noun, topic)
    held = elsewhere(tree, tree.subtree(topic, without=[case, *places]))
    speaking = light and tree.lemmas[verb] in words("not_said", "light") - {"be", "there"} - COMING
    refused = _no_comment(tree, noun, verb, no) and tree.lemmas[verb] != "make"
    said: Said = "declined" if refused else "not said"
    draft = hushed(tree, verb, said, (first, end), held) if speaking else None
    if draft is not None and (draft.source or not places):
        return draft
    return _placed(tree, noun, (first, end), held, places) or draft


def _senders(tree: Tree, noun: int, topic: int) -> list[int]:
    """From whom there is no word: "no word from [Dili] on the ship"."""
    if tree.lemmas[noun] not in words("not_said", "replies"):
        return []
    near = range(noun + 1, topic)
    return [k for k in tree.kids(noun, "nmod") if k in near and "from" in tree.marked(k)]


def _no_comment(tree: Tree, noun: int, verb: int, no: list[int]) -> bool:
    """ "had no comment on it" refuses one; "had no immediate comment" has but said nothing yet."""
    plain = bool(no) and no[0] == noun - 1
    if no and tree.lemmas[noun] == "statement" and tree.lemmas[verb] == "make" and not tree.passive(verb):
        return True
    return plain and tree.lemmas[noun] == "comment" and tree.lemmas[verb] in ("have", "offer", "give", "make")


def _no_reply(tree: Tree, noun: int, verb: int, no: list[int]) -> Draft | None:
    """ "There was no immediate comment from the embassy": its silence, of what it does not say."""
    after = [k for k in (*tree.kids(noun, "nmod"), *tree.kids(verb, "obl")) if k > noun]
    senders = [k for k in after if "from" in tree.marked(k)]
    if not senders and no and tree.lemmas[verb] == "have" and tree.lemmas[noun] == "comment" and verb < noun:
        cue = (min([*tree.auxiliaries(verb), verb]), no[0] + 1)
        return hushed(tree, verb, "not said", cue, asked(tree, verb) or list(range(no[0] + 1, noun + 1)))
    if not senders and no and tree.lemmas[verb] == "have" and verb < noun and _yet(tree, noun):
        to = [k for k in after if tree.marked(k) & {"to", "on", "about"}]
        cases = tree.kids(to[0], "case")[:1] if to else []
        held = tree.subtree(to[0], without=cases) if to else asked(tree, verb)
        cue = (min([*tree.auxiliaries(verb), verb]), cases[0] + 1 if cases else noun + 1)
        return hushed(tree, verb, "not said", cue, held or list(range(no[0] + 1, noun + 1)))
    there = tree.lemmas[verb] in ("be", "come", *COMING) or bool(tree.kids(noun, "expl"))
    if not senders or not no or not there or tree.lemmas[noun] not in words("not_said", "replies"):
        return None
    source = phrase(tree, senders[0])
    held = _topic(tree, noun, verb) or list(range(no[0] + 1, noun + 1))
    cue = (min(opening(tree, verb), no[0]), no[0] + 1) if verb != noun else (no[0], no[0] + 1)
    if source is None:
        return None
    return Draft(ranges(held), cue, noun, source, senders[0], said="not said", confidence=0.7)


def _yet(tree: Tree, noun: int) -> bool:
    """Whether it is an answer that was not had: "no immediate response", "no further reaction"."""
    told = tree.lemmas[noun] in ("response", "reaction", "reply", "answer", "statement")
    return told and bool({tree.lows[k] for k in tree.kids(noun, "amod")} & PROMPT)


PROMPT = {"immediate", "public", "official", "further", "formal", "direct", "initial"}


def _topic(tree: Tree, noun: int, verb: int) -> list[int]:
    """What there was no word on: "no word from the palace on [whether it would be held]"."""
    below = [
        kid
        for at in dict.fromkeys((noun, verb))
        for kid in tree.kids(at, "nmod", "obl", "acl", "advcl")
        if kid > noun and tree.marked(kid) & (TOPICS - {"of", *(() if _replies(tree, noun) else ("to",))})
    ]
    if not below:
        return _after_sender(tree, noun, verb)
    cases = [k for k in tree.kids(below[0], "case", "mark") if tree.lows[k] in TOPICS]
    return tree.subtree(below[0], without=cases[:1])


def _replies(tree: Tree, noun: int) -> bool:
    return tree.lemmas[noun] in ("response", "reaction", "reply", "answer")


def _after_sender(tree: Tree, noun: int, verb: int) -> list[int]:
    """The same by the words: "no word from Oslo on [when it would sail]", wherever the parse hangs it."""
    last = tree.sentence(noun)[1]
    end = next((i for i in range(noun + 1, last) if tree.words[i].upos == "PUNCT"), last)
    start = next((i for i in range(noun + 2, end) if tree.lows[i] in ("on", "about", "over")), end)
    asking = start + 1 < end and tree.lows[start + 1] in QUESTIONS
    return list(range(start + 1, end)) if asking and start < noun + LONGEST_PLACE else []


def no_answer(tree: Tree, verb: int) -> Draft | None:
    """ "The villagers got no answer to their petition from the ministry": the ministry's silence."""
    things = [kid for kid in tree.kids(verb, "obj") if tree.lemmas[kid] in ANSWERS and kid > verb]
    if not things or tree.lemmas[verb] not in RECEIVING or tree.passive(verb):
        return None
    no = [kid for kid in tree.kids(things[0], "det") if tree.lows[kid] == "no"]
    if not no and tree.negated(verb) is None:
        return None
    after = range(things[0] + 1, tree.sentence(verb)[1])
    sent = next((i for i in after if tree.lows[i] == "from" and tree.words[i].head > i), None)
    to = next((i for i in after if tree.lows[i] in ("to", "about", "on") and tree.words[i].head > i), None)
    source = phrase(tree, tree.words[sent].head) if sent is not None else None
    if sent is None or source is None:
        return None
    if to is not None:
        end = sent if sent > to else min(tree.words[to].head + 1, after.stop)
        held = list(range(to + 1, end))
    else:
        held = [things[0]]
    cue = (min([verb, *tree.auxiliaries(verb)]), (no or [verb])[0] + 1)
    head = tree.words[sent].head
    return Draft(ranges(held), cue, verb, source, head, said="not said", confidence=0.7) if held else None


RECEIVING = {"receive", "get", "have", "obtain", "hear"}
ANSWERS = {"answer", "reply", "response", "explanation", "word"}
LONGEST_PLACE = 10


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


def silent(tree: Tree, word: int) -> Draft | None:
    """ "was silent on the arrests", "has remained tight-lipped about the talks", "stayed mum on it"."""
    hangs = tree.rels[word] in ("xcomp", "obj", "advmod", "acomp") and tree.words[word].head >= 0
    verb = tree.words[word].head if hangs else word
    if not tree.kids(word, "cop", "aux:pass") and not (hangs and tree.lemmas[verb] in STAYING):
        return None
    if tree.negated(verb) is not None or tree.negated(word) is not None or _so(tree, word):
        return None
    topics = [
        kid
        for at in dict.fromkeys((word, verb))
        for kid in tree.kids(at, "obl", "advcl", "nmod")
        if not timed(tree, kid)
        and (
            tree.marked(kid) & (TOPICS - {"of", "to"} if kid > word else {"on", "about"})
            or (kid > word and tree.lows[word + 1 : word + 3] == ("as", "to"))
        )
    ]
    topics.sort(key=lambda kid: kid < word)
    if topics and topics[0] < word and tree.lows[topics[0]] in RELATIVES:
        held = fronted(tree, word, {"on", "about"}) or fronted(tree, verb, {"on", "about"})
        cue = (min([verb, word, *tree.kids(word, "cop", "aux")]), word + 1)
        return hushed(tree, verb, "not said", cue, held) if held else None
    first = min([verb, word, *tree.auxiliaries(verb), *tree.kids(word, "cop", "aux", "aux:pass")])
    if not topics:
        about = asked(tree, verb)
        return hushed(tree, verb, "not said", (first, word + 1), about) if about else None
    case = min(tree.kids(topics[0], "case", "mark"))
    if tree.lows[case] == "as":
        held = [i for i in tree.subtree(topics[0]) if i > case + 1]
        return hushed(tree, verb, "not said", (first, case + 2), held)
    held = [
        i for i in tree.subtree(topics[0], without=[case]) if tree.words[i].text != "," or topics[0] > word
    ]
    cue = (first, case + 1) if topics[0] > word else (first, word + 1)
    return None if kept_in(tree, case) else hushed(tree, verb, "not said", cue, held)


def _so(tree: Tree, word: int) -> bool:
    """ "so vague about it that we laughed": somebody's judgement, no silence."""
    return any(tree.lows[kid] in ("so", "too") for kid in tree.kids(word, "advmod"))


STAYING = {"remain", "stay", "keep", "be", "fall", "go", "sit", "stand"}
