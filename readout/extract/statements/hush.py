"""What every silence has: its draft, what it is about, where its cue starts, where it was kept."""

from __future__ import annotations

from readout.extract.statements.asides import asking_at
from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.frames import QUESTIONS
from readout.extract.statements.lexicon import words
from readout.extract.statements.speakers import holds_words, is_document, phrase, speaker
from readout.extract.statements.tree import RELATIVES, Tree
from readout.extract.statements.verbs import cue_at, hedge_of
from readout.model.analysis import Range
from readout.model.statement import Act, Said

ABOUT = {"on", "about", "upon", "over", "regarding", "concerning", "into", "to", "of", "as", "for", "from"}
PLACES = {"in", "at", "during", "from", "within", "throughout"}
LONGEST_PLACE = 6


def hushed(
    tree: Tree, verb: int, said: Said, cue: Range, content: list[int], owner: int | None = None
) -> Draft | None:
    """The draft of a silence: "Orr [declined to say] why he left", whoever is the subject of ``owner``."""
    who = speaker(tree, _teller(tree, verb) if owner is None else owner) or _drawn(tree, verb)
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


def _teller(tree: Tree, verb: int) -> int:
    """Whose silence a joined verb is: the speaker's in "said the raid had failed but gave no details"."""
    lower = tree.words[verb].head
    above = tree.words[lower].head if lower >= 0 else -1
    joined = tree.rel(verb) == "conj" and not tree.kids(verb, "nsubj") and bool(tree.kids(verb, "cc"))
    without = [kid for kid in tree.kids(verb, "mark") if tree.words[kid].text.casefold() == "without"]
    apart = bool(without) and without[0] > 0 and tree.words[without[0] - 1].text == ","
    if not (joined or apart) or above < 0 or tree.rel(lower) != "ccomp" or cue_at(tree, above) is None:
        return verb
    subject = tree.kids(lower, "nsubj")
    person = any(tree.words[kid].upos == "PRON" or tree.rel(lower - 1) == "mark" for kid in subject)
    reticent = words("not_said", "bare") | words("not_said", "giving") | words("declined", "verbs")
    reticent |= words("not_said", "asking") if apart else frozenset()
    reticent |= words("declined", "speech") if joined and tree.negated(verb) is not None else frozenset()
    return above if subject and not person and tree.lemma(verb) in reticent else verb


def _drawn(tree: Tree, verb: int) -> tuple[Range, int] | None:
    """The subject of "would not be drawn on it": passive, and yet the one who keeps silent."""
    subjects = tree.kids(verb, "nsubj") if tree.lemma(verb) == "draw" else []
    span = phrase(tree, subjects[0]) if subjects else None
    return (span, subjects[0]) if span else None


def _act(tree: Tree, verb: int) -> Act:
    cue = cue_at(tree, verb)
    return cue.act if cue else "inform"


def elsewhere(tree: Tree, held: list[int], said: Said = "not said") -> list[int]:
    """A silence's matter without where it was kept: "the quota in her speech" -> "the quota"."""
    for place, index in enumerate(held):
        if place and (kept_in(tree, index, said) is not None or _remark(tree, index)):
            return held[:place]
    return held


def _remark(tree: Tree, at: int) -> bool:
    """Whether the writer's remark begins: "how many came, a question that drew laughter"."""
    if tree.words[at - 1].text != "," or tree.words[at].text.casefold() not in ("a", "an"):
        return False
    last = min(at + 4, tree.sentence(at)[1])
    return any(tree.lemma(i) in words("not_said", "remarks") for i in range(at + 1, last))


def kept_in(tree: Tree, at: int, said: Said = "not said") -> int | None:
    """The noun of "in her speech", "at the briefing", "in a statement" that begins at a word."""
    if tree.words[at].text.casefold() not in PLACES:
        return None
    last = min(at + LONGEST_PLACE, tree.sentence(at)[1])
    for index in range(at + 1, last):
        if tree.words[index].upos in ("PUNCT", "VERB", "ADP"):
            return None
        if tree.words[index].upos in ("NOUN", "PROPN") and tree.rel(index) not in ("compound", "flat"):
            return index if _own(tree, at + 1, index, said) else None
    return None


def _own(tree: Tree, first: int, noun: int, said: Said) -> bool:
    if not holds_words(tree, noun) and tree.lemma(noun) not in words("not_said", "own"):
        return False
    mine = tree.words[first].xpos == "PRP$" or tree.words[first].text.casefold() in ("a", "an")
    plain = said == "not said" and tree.lemma(noun) in words("not_said", "own")
    return mine or (plain and tree.words[first].text.casefold() in ("the", "its", "their"))


def matter(tree: Tree, verb: int) -> tuple[list[int], Range | None]:
    """What the silence is about, and the preposition before it: "comment on [the lawsuit]"."""
    for kid in tree.kids(verb, "ccomp", "obj", "xcomp"):
        if tree.rel(kid) == "xcomp" and tree.words[kid].text.casefold() in PARTICLES:
            continue
        stands_for = tree.words[kid].text.casefold() in RELATIVES and tree.words[verb].deprel == "acl:relcl"
        if stands_for and tree.words[verb].head >= 0:
            return antecedent(tree, verb), None
        if kid > verb or tree.rel(kid) == "obj":
            return _run_on(tree, verb, tree.subtree(kid)), None
    for kid in tree.kids(verb, "obl", "advcl"):
        cases = [case for case in tree.kids(kid, "case", "mark") if tree.words[case].text.casefold() in ABOUT]
        if kid < verb or not cases or tree.words[kid].upos == "NUM" or "when" in tree.marked(kid):
            continue
        if kept_in(tree, cases[0]) is None and not asking_at(tree, kid):
            return tree.subtree(kid, without=cases[:1]), (cases[0], cases[0] + 1)
    if tree.words[verb].deprel == "acl:relcl" and tree.kids(verb, "nsubj") and tree.words[verb].head >= 0:
        return antecedent(tree, verb), None
    return [], None


def _run_on(tree: Tree, verb: int, held: list[int]) -> list[int]:
    """An object with the "of …" that the parse gave to the verb: "raised [the subject of visas]"."""
    tails = [kid for kid in tree.kids(verb, "obl") if "of" in tree.marked(kid)]
    tail = next((more for kid in tails if (more := tree.subtree(kid))[0] == held[-1] + 1), [])
    return [*held, *tail]


def antecedent(tree: Tree, verb: int) -> list[int]:
    """What a relative clause tells of, without it: "a charge" of "It is a charge that Oslo denies"."""
    head = tree.words[verb].head
    cut = tree.kids(head, "nsubj", "cop", "aux", "punct", "mark", "advcl")
    return tree.subtree(head, without=[verb, *cut])


def asked(tree: Tree, verb: int) -> list[int]:
    """What somebody was asked who then kept silent: "Asked [whether it was safe], she did not reply"."""
    at, seen = verb, 0
    subject = tree.subject(verb)
    while at >= 0 and seen < 4:
        beside = tree.kids(subject, "acl") if subject is not None else []
        for kid in (*tree.kids(at, "advcl", "parataxis"), *beside):
            if asking_at(tree, kid):
                about, _ = matter(tree, kid)
                return [i for i in about if i > kid]
        if tree.rel(at) not in ("conj", "xcomp"):
            break
        at, seen = tree.words[at].head, seen + 1
    return []


def opening(tree: Tree, verb: int) -> int:
    """Where the cue starts: at the first auxiliary ("would not say")."""
    return min([verb, *tree.auxiliaries(verb), *tree.kids(verb, "cop")])


def start(tree: Tree, verb: int, no: int | None, without: list[int]) -> int:
    """Where a negated cue starts: "has not", "without", "has yet to"."""
    before = [*without, *([no] if no is not None else []), *tree.auxiliaries(verb)]
    if no is not None and no == yet(tree, verb) and no > 0 and tree.words[no - 1].upos in ("AUX", "VERB"):
        before.append(no - 1)
    return min([i for i in before if i < verb and verb - i < 8] or [verb])


def yet(tree: Tree, verb: int) -> int | None:
    """ "has yet to say": the word "yet" before an infinitive."""
    before = range(max(0, verb - 3), verb)
    found = [i for i in before if tree.words[i].text.casefold() == "yet"]
    infinitive = "to" in tree.marked(verb) and tree.words[verb - 1].text.casefold() == "to"
    return found[0] if found and infinitive else None


def asks(tree: Tree, comp: int) -> bool:
    """Whether a clause or a noun begins with a question word: "what cargo the ship carried"."""
    held = tree.subtree(comp)
    return any(tree.words[i].text.casefold() in QUESTIONS for i in held[:3])


def phrasal(tree: Tree, verb: int) -> str:
    """A verb with its particle or complement: "bring up", "make public", "steer clear"."""
    parts = [
        tree.words[kid].text.casefold()
        for kid in tree.children[verb]
        if verb < kid <= verb + 4
        and (
            tree.rel(kid) == "compound"
            or (tree.rel(kid) in ("xcomp", "advmod") and tree.words[kid].text.casefold() in PARTICLES)
        )
    ]
    return " ".join([tree.lemma(verb), *parts])


PARTICLES = {"public", "clear", "away", "up", "out", "over", "short", "into", "aside", "off"}


def of_text(tree: Tree, noun: int | None) -> bool:
    """Whether a noun is a text or a speech: "the treaty", "his remarks"."""
    if noun is None:
        return False
    return is_document(tree, noun) or bool(
        {tree.lemma(noun), tree.words[noun].text.casefold()} & words("not_said", "texts")
    )


def of_document(tree: Tree, verb: int) -> bool:
    """Whether the subject of a verb is a text, be it behind "that": "a note that does not include …"."""
    subject = tree.subject(verb)
    if subject is not None and tree.words[subject].text.casefold() in RELATIVES:
        subject = tree.words[verb].head if tree.words[verb].deprel == "acl:relcl" else subject
    return subject is not None and subject >= 0 and of_text(tree, subject)


def place_of(tree: Tree, heads: list[int]) -> tuple[Range, int] | None:
    """The text in which something goes unsaid: "from the communique"."""
    for head in heads:
        span = phrase(tree, head) if of_text(tree, head) else None
        if span:
            return span, head
    return None
