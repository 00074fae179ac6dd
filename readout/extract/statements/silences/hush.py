"""What every silence has: its draft, what it is about, where its cue starts, where it was kept."""

from __future__ import annotations

from readout.extract.statements.asides import asking_at
from readout.extract.statements.clauses import QUESTIONS
from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import listed, words
from readout.extract.statements.speakers import holds_words, phrase, speaker
from readout.extract.statements.tree import CLOSING, RELATIVES, Tree
from readout.extract.statements.verbs import cue_at, hedge_of
from readout.extract.tree import once
from readout.model.analysis import Range
from readout.model.statement import Act, Said

DRAWN = {"draw", "pin", "tempt", "coax", "press", "push"}
"""What those will not be who keep silent: "would not be drawn on it", "be pinned down on it"."""
ABOUT = {"on", "about", "upon", "over", "regarding", "concerning", "into", "to", "of", "as", "for", "from"}
PLACES = {"in", "at", "during", "from", "within", "throughout"}
LONGEST_PLACE = 6


def hushed(
    tree: Tree, verb: int, said: Said, cue: Range, content: list[int], owner: int | None = None
) -> Draft | None:
    """The draft of a silence: "Orr [declined to say] why he left", whoever is the subject of ``owner``."""
    teller = _teller(tree, verb) if owner is None else owner
    who = of_whom(tree, speaker(tree, teller) or _drawn(tree, verb))
    held = [i for i in content if not cue[0] <= i < cue[1]]
    if who:
        held = [i for i in held if not who[0][0] <= i < who[0][1]]
    held = held if said == "denied" else elsewhere(tree, held, said)
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


def of_whom(tree: Tree, who: tuple[Range, int] | None) -> tuple[Range, int] | None:
    """Whose silence it is where nobody of theirs spoke: "Nobody at [the embassy] would say"."""
    if who is None or tree.lows[who[1]] not in ("nobody", "one", "none", "no-one"):
        return who
    if tree.lows[who[0][0]] not in ("nobody", "no", "none", "no-one"):
        return who
    bodies = [
        kid for kid in tree.kids(who[1], "nmod", "acl") if tree.marked(kid) & {"at", "in", "from", "of"}
    ]
    span = phrase(tree, bodies[0]) if bodies else None
    return (span, bodies[0]) if span else who


def _teller(tree: Tree, verb: int) -> int:
    """Whose silence a joined verb is: the speaker's in "said the raid had failed but gave no details"."""
    lower = tree.words[verb].head
    above = tree.words[lower].head if lower >= 0 else -1
    if tree.rels[verb] == "acl" and above >= 0 and tree.lemmas[lower] in PAINS and tree.rels[lower] == "obj":
        return above
    joined = tree.rels[verb] == "conj" and not tree.kids(verb, "nsubj") and bool(tree.kids(verb, "cc"))
    without = [kid for kid in tree.kids(verb, "mark") if tree.lows[kid] == "without"]
    apart = bool(without) and "," in {tree.words[i].text for i in _just_before(tree, without[0])}
    if not (joined or apart) or above < 0 or tree.rels[lower] != "ccomp" or cue_at(tree, above) is None:
        return verb
    subject = tree.kids(lower, "nsubj")
    person = any(tree.words[kid].upos == "PRON" or tree.rels[lower - 1] == "mark" for kid in subject)
    reticent = words("not_said", "bare") | words("not_said", "giving") | words("declined", "verbs")
    reticent |= words("not_said", "asking") if apart else words("not_said", "failing")
    reticent |= words("not_said", "adjectives") if joined else frozenset()
    reticent |= words("declined", "speech") if joined and tree.negated(verb) is not None else frozenset()
    reticent |= words("not_said", "dodging") | words("not_said", "unheeding") if joined else frozenset()
    oneself = joined and all(tree.lows[kid] in ONESELF for kid in subject)
    return above if (oneself or not person) and {tree.lemmas[verb], phrasal(tree, verb)} & reticent else verb


PAINS = {"point", "care", "pain", "pains", "effort", "choice", "habit", "decision", "vow"}
"""What one makes or takes who keeps silent: "made a point of not naming her"."""


def _just_before(tree: Tree, index: int) -> range:
    """The word before one, and that before a closing mark: the comma of “by degrees,” without …"."""
    closed = index > 1 and tree.words[index - 1].text in CLOSING
    return range(index - 1 - closed, index) if index > 0 else range(0)


ONESELF = {"he", "she", "it", "they"}
"""With one of these the speaker tells of oneself: "admitted that he was tired but would not say why"."""


def _drawn(tree: Tree, verb: int) -> tuple[Range, int] | None:
    """The subject of "would not be drawn on it": passive, and yet the one who keeps silent."""
    kept = tree.lemmas[verb] in DRAWN or tree.lows[verb] in words("not_said", "adjectives")
    subject = tree.subject(verb) if kept else None
    span = phrase(tree, subject) if subject is not None else None
    return (span, subject) if span and subject is not None else None


def _act(tree: Tree, verb: int) -> Act:
    cue = cue_at(tree, verb)
    return cue.act if cue else "inform"


def elsewhere(tree: Tree, held: list[int], said: Said = "not said") -> list[int]:
    """A silence's matter without where it was kept: "the quota in her speech" -> "the quota"."""
    for place, index in enumerate(held):
        if place and (kept_in(tree, index, said) is not None or _remark(tree, index)):
            return held[:place]
        if place and tree.lows[index - 1] == "," and tree.lows[index : index + 2] in ABSOLUTE:
            return held[: place - 1]  # "was coy about the gas, one of them pleading ignorance"
        if (
            place
            and tree.lows[index] == ":"
            and tree.words[min(index + 1, len(tree.words) - 1)].text in OPENS
        ):
            return held[:place]  # "was guarded about the loan: “Ask the bank.”"
    return held


ABSOLUTE = {("one", "of"), ("some", "of"), ("many", "of"), ("both", "of"), ("most", "of")}
OPENS = {"“", '"', "''", "``", "‘", "«"}


def _remark(tree: Tree, at: int) -> bool:
    """Whether the writer's remark begins: "how many came, a question that drew laughter"."""
    if tree.words[at - 1].text != "," or tree.lows[at] not in ("a", "an"):
        return False
    last = min(at + 4, tree.sentence(at)[1])
    return any(tree.lemmas[i] in words("not_said", "remarks") for i in range(at + 1, last))


def kept_in(tree: Tree, at: int, said: Said = "not said") -> int | None:
    """The noun of "in her speech", "at the briefing", "in a statement" that begins at a word."""
    if tree.lows[at] not in PLACES:
        return None
    last = min(at + LONGEST_PLACE, tree.sentence(at)[1])
    for index in range(at + 1, last):
        if tree.words[index].upos in ("PUNCT", "VERB", "ADP"):
            return None
        if tree.words[index].upos in ("NOUN", "PROPN") and tree.rels[index] not in ("compound", "flat"):
            return index if _own(tree, at + 1, index, said) else None
    return None


def _own(tree: Tree, first: int, noun: int, said: Said) -> bool:
    if not holds_words(tree, noun) and tree.lemmas[noun] not in words("not_said", "own"):
        return False
    mine = tree.words[first].xpos == "PRP$" or tree.lows[first] in ("a", "an")
    plain = said == "not said" and tree.lemmas[noun] in words("not_said", "own")
    return mine or (plain and tree.lows[first] in ("the", "its", "their"))


def matter(tree: Tree, verb: int) -> tuple[list[int], Range | None]:
    """What the silence is about, and the preposition before it: "comment on [the lawsuit]"."""
    for kid in sorted(tree.kids(verb, "ccomp", "obj", "xcomp"), key=lambda kid: kid < verb):
        if (tree.rels[kid] == "xcomp" and tree.lows[kid] in PARTICLES) or tree.lows[kid] in ("either", "too"):
            continue
        stands_for = tree.lows[kid] in RELATIVES and tree.words[verb].deprel == "acl:relcl"
        if stands_for and tree.words[verb].head >= 0:
            return antecedent(tree, verb), None
        if kid < verb and tree.lows[kid] in ("that", "which") and tree.words[kid - 1].upos == "NOUN":
            return [i for i in tree.subtree(kid - 1) if i < kid and tree.lows[i] != ","], None
        if kid > verb or tree.rels[kid] == "obj":
            return _run_on(tree, verb, tree.subtree(kid)), None
    for kid in tree.kids(verb, "obl", "advcl"):
        cases = [case for case in tree.kids(kid, "case", "mark") if tree.lows[case] in ABOUT]
        if kid < verb or not cases or timed(tree, kid) or "when" in tree.marked(kid):
            continue
        if kept_in(tree, cases[0]) is None and not asking_at(tree, kid):
            return tree.subtree(kid, without=cases[:1]), (cases[0], cases[0] + 1)
    if tree.lemmas[verb] in words("not_said", "asking"):
        how = [kid for kid in tree.kids(verb, "obl") if kid > verb and asks(tree, kid)]
        if how:
            return tree.subtree(how[0]), None  # "could not say by how much"
    fronted = asked_first(tree, verb)
    if fronted and tree.lemmas[verb] in words("not_said", "asking"):
        return tree.subtree(fronted[0]), None
    doubts = [kid for kid in tree.kids(verb, "advcl") if kid > verb and _doubts(tree, kid)]
    if doubts and tree.lemmas[verb] in words("not_said", "asking") | words("declined", "asked"):
        return tree.subtree(doubts[0]), None
    if tree.words[verb].deprel == "acl:relcl" and tree.kids(verb, "nsubj") and tree.words[verb].head >= 0:
        return antecedent(tree, verb), None
    return _refused_step(tree, verb), None


def fronted(tree: Tree, verb: int, marks: set[str]) -> list[int]:
    """The matter before a silence: "Of [the reef] she said nothing", "[the reef], on which it is silent"."""
    for kid in tree.kids(verb, "obl", "nmod"):
        cases = [case for case in tree.kids(kid, "case") if tree.lows[case] in marks]
        if kid > verb or not cases or timed(tree, kid):
            continue
        if tree.lows[kid] not in RELATIVES:
            return tree.subtree(kid, without=cases)
        at = cases[0] - 1 - (tree.lows[cases[0] - 1] == ",")
        while tree.rels[at] in ("flat", "compound", "punct") and tree.words[at].head >= 0:
            at = tree.words[at].head
        if tree.words[at].upos in ("NOUN", "PROPN"):
            held = [i for i in tree.subtree(at) if i < cases[0]]
            held = held[1:] if tree.lows[held[0]] == "," else held
            return held[:-1] if tree.lows[held[-1]] == "," else held
    return []


def _doubts(tree: Tree, clause: int) -> bool:
    """Whether a clause after a verb is a question: "would not say [when he left]", not "when asked"."""
    first = tree.lows[tree.subtree(clause)[0]]
    return (first in QUESTIONS - {"if"} and not asking_at(tree, clause)) or bool(tree.marked(clause) & {"if"})


def asked_first(tree: Tree, verb: int) -> list[int]:
    """The question that a sentence begins with, before the verb: "[Whether they met], he did not say"."""
    heads = (verb, tree.words[verb].head) if tree.rels[verb] == "xcomp" and yet(tree, verb) else (verb,)
    below = [kid for head in heads for kid in tree.kids(head, "advcl", "ccomp", "obl", "obj")]
    return [kid for kid in below if kid < verb and _opens_asking(tree, kid)]


def _opens_asking(tree: Tree, clause: int) -> bool:
    """Whether a sentence begins with a question: "[Whether they would meet], he did not say"."""
    held = tree.subtree(clause)
    first = held[0] + (tree.words[held[0]].upos == "ADP" and len(held) > 1)
    word = tree.lows[first]
    opens = held[0] == tree.sentence(clause)[0] or tree.words[held[0] - 1].text in (";", ":", "—")
    clausal = tree.rels[clause] in ("advcl", "ccomp") or tree.words[held[-1]].text == ","
    return opens and clausal and word in QUESTIONS - {"if", "when"}


def _refused_step(tree: Tree, act: int) -> list[int]:
    """What a relative clause refuses to confirm: "a step" of "a step the agency refused to confirm"."""
    verb = tree.words[act].head
    if tree.rels[act] != "xcomp" or verb < 0 or tree.words[verb].deprel != "acl:relcl":
        return []
    subject = tree.kids(verb, "nsubj")
    plain = bool(subject) and tree.lows[subject[0]] not in RELATIVES
    head = tree.words[verb].head
    steps = plain and head >= 0 and tree.words[head].upos == "NOUN" and tree.lemmas[act] != "comment"
    return antecedent(tree, verb) if steps else []


def timed(tree: Tree, index: int) -> bool:
    """Whether a word is a number, a day or a month: "on Tuesday", "in 2030", "on Tuesday morning"."""
    days = listed("days")
    part = tree.lows[index] in PARTS_OF_DAY and tree.lows[index - 1] in days
    return tree.words[index].upos == "NUM" or tree.lows[index] in days or part


PARTS_OF_DAY = {"morning", "afternoon", "evening", "night"}


def _run_on(tree: Tree, verb: int, held: list[int]) -> list[int]:
    """An object with the "of …" that the parse gave to the verb: "raised [the subject of visas]"."""
    tails = [kid for kid in tree.kids(verb, "obl") if "of" in tree.marked(kid)]
    tail = next((more for kid in tails if (more := tree.subtree(kid))[0] == held[-1] + 1), [])
    return [*held, *tail]


def antecedent(tree: Tree, verb: int) -> list[int]:
    """What a relative clause tells of, without it: "a charge" of "It is a charge that Oslo denies"."""
    head = tree.words[verb].head
    cut = tree.kids(head, "nsubj", "cop", "aux", "punct", "mark", "advcl", "case")
    first = tree.subtree(verb)[0]
    return [i for i in tree.subtree(head, without=[verb, *cut]) if i < first or first <= head]


def asked(tree: Tree, verb: int) -> list[int]:
    """What somebody was asked who then kept silent: "Asked [whether it was safe], she did not reply"."""
    at, seen = verb, 0
    subject = tree.subject(verb)
    above = tree.words[verb].head
    joined = tree.rels[verb] == "conj" and above >= 0 and not any(k > above for k in tree.kids(verb, "nsubj"))
    if joined and tree.passive(above) and tree.lemmas[above] in words("declined", "asked"):
        return [i for i in matter(tree, above)[0] if above < i < verb]  # "was asked about it but left"
    while at >= 0 and seen < 4:
        beside = tree.kids(subject, "acl") if subject is not None else []
        for kid in (*tree.kids(at, "advcl", "parataxis"), *beside):
            if asking_at(tree, kid):
                about, _ = matter(tree, kid)
                return [i for i in about if i > kid]
        if about := _when_asked(tree, at):
            return about
        oneself = tree.rels[at] == "ccomp" and subject is not None and tree.lows[subject] in ONESELF
        if tree.rels[at] not in ("conj", "xcomp") and not oneself:
            break
        at, seen = tree.words[at].head, seen + 1
        subject = tree.subject(at) if oneself and at >= 0 else subject
    return _asked_before(tree, verb)


def _when_asked(tree: Tree, verb: int) -> list[int]:
    """What somebody asks in a clause of time: "hung up when a reporter inquired about [the arrests]"."""
    for kid in tree.kids(verb, "advcl"):
        opens = any(tree.lows[k] in ("when", "as", "after") for k in tree.kids(kid, "advmod", "mark"))
        if kid > verb and opens and tree.lemmas[kid] in WONDERING and tree.kids(kid, "nsubj"):
            return [i for i in matter(tree, kid)[0] if i > kid]
    return []


WONDERING = {"ask", "inquire", "enquire", "press", "question"}


def _asked_before(tree: Tree, verb: int) -> list[int]:
    """The same by the words alone, where the parse is lost: "… “in passing.” When asked who, he refused"."""
    first = verb
    while first > tree.sentence(verb)[0] and not tree.breaks(first):
        first -= 1
    opened = first + (tree.lows[first] in ("when", "but", "and", "once", "also"))
    commas = [i for i in range(opened + 1, verb) if tree.words[i].text == ","]
    if not commas or tree.lemmas[opened] not in words("declined", "asked"):
        return []
    if tree.words[opened].xpos == "VBG" and not tree.lows[opened].endswith("ed"):
        return []
    subject = tree.subject(verb)
    end = max((i for i in commas if subject is None or i < tree.subtree(subject)[0]), default=0)
    start = opened + 1
    if start < end and tree.lows[start] in ("about", "on", "over"):
        start += 1
    asking = end > start and (start > opened + 1 or tree.lows[start] in QUESTIONS)
    return list(range(start, end)) if asking else []


def opening(tree: Tree, verb: int) -> int:
    """Where the cue starts: at the first auxiliary ("would not say")."""
    return min([verb, *tree.auxiliaries(verb), *tree.kids(verb, "cop")])


def start(tree: Tree, verb: int, no: int | None, without: list[int]) -> int:
    """Where a negated cue starts: "has not", "without", "has yet to"."""
    joined = no is not None and tree.rels[verb] == "conj" and no < tree.words[verb].head < verb
    before = [*without, *([no] if no is not None and not joined else []), *tree.auxiliaries(verb)]
    if no is not None and no == yet(tree, verb) and no > 0 and tree.words[no - 1].upos in ("AUX", "VERB"):
        before.append(no - 1)
    return min([i for i in before if i < verb and verb - i < 8] or [verb])


def yet(tree: Tree, verb: int) -> int | None:
    """ "has yet to say": the word "yet" before an infinitive."""
    if "yet" not in tree.lows[max(0, verb - 4) : verb]:
        return None
    before = range(max(0, verb - 3 - tree.passive(verb)), verb)
    found = [i for i in before if tree.lows[i] == "yet"]
    infinitive = "to" in tree.marked(verb) and any(
        tree.lows[i] == "to" for i in (verb - 1, verb - 2 * tree.passive(verb)) if i > 0
    )
    return found[0] if found and infinitive else None


def asks(tree: Tree, comp: int) -> bool:
    """Whether a clause or a noun begins with a question word: "what cargo the ship carried"."""
    held = tree.subtree(comp)
    return any(tree.lows[i] in QUESTIONS for i in held[:3])


@once
def phrasal(tree: Tree, verb: int) -> str:
    """A verb with its particle or complement: "bring up", "make public", "steer clear"."""
    rels, lows = tree.rels, tree.lows
    parts = [
        lows[kid]
        for kid in tree.children[verb]
        if verb < kid <= verb + 4
        and (rels[kid] == "compound" or (rels[kid] in ("xcomp", "advmod") and lows[kid] in PARTICLES))
    ]
    if not parts and tree.lemmas[verb] in ("go", "get") and tree.lows[verb + 1 : verb + 2] == ("into",):
        parts = ["into"]
    return " ".join([tree.lemmas[verb], *parts])


PARTICLES = {"public", "clear", "away", "up", "out", "over", "short", "into", "aside", "off"}
