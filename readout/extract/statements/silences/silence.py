"""What was not said: "did not mention", "made no reference to", "said nothing about", "was silent on"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from readout.extract.statements.asides import inquires
from readout.extract.statements.details import no_details
from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.denials import denied
from readout.extract.statements.silences.echo import echoed
from readout.extract.statements.silences.hush import (
    DRAWN,
    asked,
    asked_first,
    asks,
    hushed,
    matter,
    opening,
    phrasal,
    start,
    yet,
)
from readout.extract.statements.silences.idioms import AROUND, idiom, idioms, skirting
from readout.extract.statements.silences.kept import silence_of, without_word
from readout.extract.statements.silences.lacking import matched, scant, unable, unavailable, unreached, void
from readout.extract.statements.silences.nothing import fragment, nothing
from readout.extract.statements.silences.omitted import failed, left_open, omitted, press
from readout.extract.statements.silences.papers import of_document
from readout.extract.statements.silences.refusals import (
    GRANTING,
    INTO,
    at_liberty,
    declined,
    evaded,
    in_words,
    not_able,
    unwilling,
)
from readout.extract.statements.silences.reticence import chosen, reticent, unmet
from readout.extract.statements.silences.starts import (
    AVAILABLE,
    NO,
    absences,
    beginning,
    not_once,
    nouns_of_silence,
    nouns_of_speech,
    odd,
    plain,
    worth,
)
from readout.extract.statements.silences.unmentioned import GIVEN, absent, asked_of, unmentioned
from readout.extract.statements.silences.wordless import RECEIVING, no_answer, no_mention, silent, wordless
from readout.extract.statements.speakers import hears
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import real
from readout.model.analysis import Range
from readout.model.statement import Said
from readout.model.swift import replace


def silence_drafts(tree: Tree) -> Iterator[Draft]:
    """Every place where somebody is reported not to have said something, to decline, or to deny."""
    for index in tree.telling(worth(), odd()):
        draft = _at(tree, index)
        if draft and draft.cue and draft.cue[0] < draft.cue[1] and not inquires(tree, draft.verb):
            yield from _and_nothing(tree, draft)
            yield from _only(tree, draft)


def _at(tree: Tree, index: int) -> Draft | None:
    word, low = tree.words[index], tree.lows[index]
    if word.upos in ("NOUN", "PROPN") and tree.lemmas[index] in nouns_of_speech():
        return no_mention(tree, index) or without_word(tree, index)
    if word.upos == "NOUN" and tree.lemmas[index] in nouns_of_silence():
        return silence_of(tree, index)
    found = _by_form(tree, index, low) if low in odd() else None
    if found or word.upos not in ("VERB", "AUX") or tree.rels[index] == "aux":
        return found
    if tree.lemmas[index] in idioms() and (found := idiom(tree, index)):
        return found
    if tree.lemmas[index] not in beginning() or plain(tree, index):
        return None
    for rule in _rules(tree.lemmas[index]):
        found = rule(tree, index)
        if found is not None:
            return found
    return None


@cache
def _rules(lemma: str) -> tuple[Rule, ...]:
    """The rules that a verb can begin, in their order: of fifteen, few name the lemma in their lists."""
    return tuple(rule for rule, lists, named in _ordered() if not lists or lemma in named | _first(lists))


@cache
def _first(lists: str) -> frozenset[str]:
    """The first words of lists, named with their table: "denied verbs, denied against"."""
    tables = (held.split(" ") for held in lists.split(", "))
    return frozenset(entry.partition(" ")[0] for table, key in tables for entry in words(table, key))


def _ordered() -> tuple[tuple[Rule, str, set[str]], ...]:
    """Every rule for verbs with the lists whose verbs begin it; none named: any verb may."""
    passive = "not_said passives, not_said giving, not_said leaving, not_said arising, not_said removed"
    return (
        (nothing, "not_said wordless, not_said verbs, not_said treating", set()),
        (chosen, "declined choosing", set()),
        (declined, "declined unwilling, declined verbs, declined speech", ACTS | DRAWN),
        (denied, "denied verbs, denied against", {"make"}),
        (unmentioned, passive, {"make"} | GIVEN),
        (wordless, "not_said keeping, not_said wordless", {"have"}),
        (unmet, "not_said bare", set()),
        (unreached, "not_said reaching", set()),
        (
            _negated,
            "not_said verbs, not_said giving, not_said asking, not_said laying",
            {"have", "return", "tell"},
        ),
        (failed, "not_said failing", set()),
        (omitted, "not_said alone, not_said skipping", set()),
        (left_open, "not_said leaving", set()),
        (evaded, "declined evading, declined demurring", {"change"}),
        (no_answer, "not_said wordless", RECEIVING),
        (reticent, "", set()),
    )


ACTS = {"go", "commit", "interview", "wish", "want", "care", *GRANTING}
Rule = Callable[[Tree, int], Draft | None]


def _by_form(tree: Tree, index: int, low: str) -> Draft | None:
    """The silence that begins with an adjective or a participle: "unwilling to say", "absent from it"."""
    found = None
    if low in words("declined", "unwilling"):
        found = declined(tree, index)
    elif low in words("not_said", "adjectives"):
        found = silent(tree, index)
    elif low in absences() or (low in words("not_said", "omitted") and index == tree.sentence(index)[0]):
        found = absent(tree, index)
    elif low == "tight" and "lipped" in tree.lows[index + 1 : index + 3]:
        found = silent(tree, index)
    elif low == "unable":
        found = unable(tree, index)
    elif low in ("liberty", "position"):
        found = at_liberty(tree, index)
    elif low in words("not_said", "void"):
        found = void(tree, index)
    elif low in AVAILABLE:
        found = unavailable(tree, index)
    elif low in AROUND or low == "away":
        found = skirting(tree, index)
    elif low in NO or low == "nothing":
        found = echoed(tree, index) or fragment(tree, index)
    if found is None and low in words("not_said", "scant"):
        found = scant(tree, index)
    return found


def _and_nothing(tree: Tree, draft: Draft) -> Iterator[Draft]:
    """A silence, and a second one joined to it: "said little about cod and [nothing about] haddock"."""
    first, last = draft.contents[-1]
    lows = tree.lows
    joint = [
        i for i in range(first + 1, last - 3) if lows[i] == "and" and lows[i + 1] in ("nothing", "little")
    ]
    if len(draft.contents) != 1 or not joint or lows[joint[0] + 2] not in ("about", "on", "of"):
        yield draft
        return
    at = joint[0]
    yield replace(draft, contents=((first, at),))
    yield replace(draft, contents=((at + 3, last),), cue=(at + 1, at + 3), verb=at + 1)


def _only(tree: Tree, draft: Draft) -> Iterator[Draft]:
    """What was said in the place of a silence: "did not say where, [only] that it was safe"."""
    if draft.verb is None or draft.said == "denied" or draft.source is None:
        return
    after = range(max(draft.verb, draft.contents[-1][0]) + 1, tree.sentence(draft.verb)[1] - 1)
    for index in after:
        word, following = tree.lows[index], tree.lows[index + 1]
        clause = tree.words[index + 1].head if tree.rels[index + 1] == "mark" else -1
        if word in ("only", "except", "but") and following == "that" and clause > index:
            held = [i for i in tree.subtree(clause) if i > index]
            yield Draft(
                ranges(held),
                (index, index + 1),
                index,
                draft.source,
                draft.source_head,
                confidence=0.8,
            )
            return


def _negated(tree: Tree, verb: int) -> Draft | None:
    """ "did not mention the strike", "has not said why", "without saying whether", "gave no details"."""
    lemma, no = tree.lemmas[verb], tree.negated(verb)
    no = yet(tree, verb) if no is None else no
    no = not_once(tree, verb) if no is None else no
    without = [kid for kid in tree.kids(verb, "mark", "case") if tree.lows[kid] == "without"]
    known = tree.kids(verb, "obj") if lemma == "have" and real(tree, verb) else []
    had = any(tree.lemmas[k] in words("not_said", "known") and not matched(tree, verb, k) for k in known)
    if lemma in words("not_said", "giving") or had:
        found = no_details(tree, verb, without)
        if found:
            return found
    if no is None and not without:
        return _none_of_it(tree, verb)
    if no is not None and no < verb - 3 and any(tree.breaks(i) for i in range(no + 1, verb)):
        return None  # the negation of another sentence of the same speech
    if not_able(tree, verb) or (phrasal(tree, verb) in INTO and not in_words(tree, verb)):
        return None
    if _nobody_at_all(tree, verb):
        return None
    if tree.passive(verb) and lemma != "tell":
        return None
    if lemma == "return":
        return _no_answer(tree, verb, first=start(tree, verb, no, without))
    first = start(tree, verb, no, without)
    if {lemma, phrasal(tree, verb)} & words("not_said", "asking"):
        below = tree.kids(verb, "ccomp", "advcl", "obj", "obl")
        comps = [kid for kid in below if kid > verb and asks(tree, kid)]
        bare = [kid for kid in tree.kids(verb, "advmod") if kid > verb and asks(tree, kid)]
        if fronted := asked_first(tree, verb):
            return hushed(tree, verb, "not said", (first, verb + 1), tree.subtree(fronted[0]))
        if comps or bare:
            held = [i for i in tree.subtree((comps or bare)[0]) if i > verb]
            into = held[0] == verb + 1 and tree.lows[held[0]] == "into"
            said: Said = "declined" if into and unwilling(tree, verb) else "not said"
            return hushed(tree, verb, said, (first, verb + 1 + into), held[into:])
    if lemma == "tell" and tree.kids(verb, "iobj"):
        things = [kid for kid in tree.kids(verb, "obj") if kid > verb and tree.words[kid].upos == "NOUN"]
        return hushed(tree, verb, "not said", (first, verb + 1), tree.subtree(things[0])) if things else None
    if not _keeps(tree, verb, no=no, without=bool(without)):
        return None
    return _unsaid(tree, verb, first)


def _none_of_it(tree: Tree, verb: int) -> Draft | None:
    """ "The note mentions no date", "names neither the army nor the rebels": the object is negated."""
    things = [kid for kid in tree.kids(verb, "obj") if kid > verb]
    if not things or tree.passive(verb):
        return None
    laid = tree.lemmas[verb] in words("not_said", "laying") and of_document(tree, verb)
    laid = laid and bool({tree.lemmas[things[0]], tree.lows[things[0]]} & _laid_down())
    if not laid and not _keeps(tree, verb, no=None, without=False):
        return None
    held = tree.subtree(things[0])
    barred = [i for i in held if i <= things[0] and tree.lows[i] in ("no", "neither")]
    nobody = tree.lemmas[things[0]] in ("one", "body") and len(held) < 3
    if nobody or not barred or not of_document(tree, verb) or barred[0] != verb + 1:
        return None
    rest = [i for i in held if i not in barred]
    return hushed(tree, verb, "not said", (opening(tree, verb), barred[0] + 1), rest)


@cache
def _laid_down() -> frozenset[str]:
    return words("not_said", "details") | words("not_said", "laid")


def _no_answer(tree: Tree, verb: int, first: int) -> Draft | None:
    """ "did not return calls seeking comment"."""
    calls = [kid for kid in tree.kids(verb, "obj") if tree.lemmas[kid] in words("not_said", "calls")]
    return hushed(tree, verb, "not said", (first, verb + 1), tree.subtree(calls[0])) if calls else None


def _nobody_at_all(tree: Tree, verb: int) -> bool:
    """ "Nobody tells us who counted": a complaint, unless it says nobody of whom ("no one at the bank")."""
    subject = tree.kids(verb, "nsubj")
    if not subject or tree.lows[subject[0]] not in ("nobody", "one", "no-one", "none"):
        return False
    return not tree.kids(subject[0], "nmod") and tree.negated(verb) in tree.subtree(subject[0])


def _keeps(tree: Tree, verb: int, *, no: int | None, without: bool) -> bool:
    """Whether a negated verb is a silence: one of speech, of which its subject or its object are."""
    lemma, full = tree.lemmas[verb], phrasal(tree, verb)
    if not {lemma, full} & words("not_said", "verbs"):
        return False
    things = {tree.lemmas[kid] for kid in tree.kids(verb, "obj")}
    if lemma == "raise" and (things & words("not_said", "lifted") or tree.kids(verb, "compound")):
        return False
    if lemma == "address" and any("to" in tree.marked(kid) for kid in tree.kids(verb, "obl")):
        return False
    if lemma == "answer" and _under(tree, verb):
        return False
    if full == "take up" and (things & words("not_said", "room") or _pronoun(tree, verb)):
        return False
    if lemma in ("report", "cover") and press(tree, verb):
        return True
    if lemma in ("claim", "use", "utter"):
        return bool(things & words("not_said", "claimable" if lemma == "claim" else "utterable"))
    if lemma == "name" and any("after" in tree.marked(kid) for kid in tree.kids(verb, "obl")):
        return False
    if things & words("not_said", "doors"):
        return False
    if lemma in DEEDED and {tree.lemmas[k] for k in tree.kids(verb, "obl", "obj")} & words(
        "not_said", "deeds"
    ):
        return False
    if lemma == "name":
        free = without or not (things & words("not_said", "posts") or no == yet(tree, verb))
        return free or of_document(tree, verb)
    if lemma in ("speak", "talk") and any(tree.marked(k) & {"of", "about"} for k in tree.kids(verb, "obl")):
        return True
    if {lemma, full} & words("not_said", "of_documents"):
        upon = lemma == "touch" and any(tree.marked(k) & {"on", "upon"} for k in tree.kids(verb, "obl"))
        subject = tree.subject(verb)
        return (upon and subject is not None and hears(tree, subject)) or of_document(tree, verb)
    return real(tree, verb) or "to" in tree.marked(verb)


def _pronoun(tree: Tree, verb: int) -> bool:
    """ "has not taken me up on my offer"."""
    return any(tree.words[kid].upos == "PRON" for kid in tree.kids(verb, "obj"))


def _under(tree: Tree, verb: int) -> bool:
    """ "does not answer to anyone": is under nobody."""
    to = [kid for kid in tree.kids(verb, "obl") if "to" in tree.marked(kid) and kid > verb]
    asking = words("not_said", "queries") | words("not_said", "calls") | words("not_said", "demands")
    return any(not {tree.lemmas[kid], tree.lows[kid]} & asking for kid in to)


DEEDED = {"respond", "answer", "reply"}


def _unsaid(tree: Tree, verb: int, first: int) -> Draft | None:
    about, preposition = matter(tree, verb)
    if not about and tree.passive(verb):
        return None
    if about and tree.lows[about[0]] in ("only", "just", "merely"):
        return None  # "did not mention only the roads": other things as well
    if not about:
        bare = tree.lemmas[verb] in words("not_said", "bare")
        about = asked(tree, verb) if bare else []
        if about:
            return hushed(tree, verb, "not said", (first, verb + 1), about)
        return hushed(tree, verb, "not said", (first, verb), [verb]) if bare and first < verb else None
    end = preposition[1] if preposition and preposition[0] == verb + 1 else verb + 1
    if tree.lemmas[verb] in words("not_said", "bare"):
        about = asked_of(tree, about)
    if tree.kids(verb, "compound") and min(about) == verb + 2:
        end = verb + 2
    return hushed(tree, verb, "not said", (first, end), about)


@cache
def _quiet() -> frozenset[str]:
    return words("not_said", "adjectives") - EVASIVE


def _hushes(tree: Tree, cue: Range) -> bool:
    """Whether a cue keeps silent by its other words: "was less forthcoming about", "issued no word on"."""
    lows = tree.lows[cue[0] : cue[1]]
    no = not NEGATING.isdisjoint(lows)
    if not _quiet().isdisjoint(lows):
        return not no and "so" not in lows and "too" not in lows
    nouns = words("not_said", "nouns")
    return no and ("forthcoming" in lows or any(tree.lemmas[i] in nouns for i in range(*cue)))


EVASIVE = {"vague", "evasive", "coy", "cagey", "elusive"} | {
    "noncommittal",
    "non-committal",
    "guarded",
    "circumspect",
}
NEGATING = {"not", "n't", "n’t", "never", "no", "any", "without", "neither", "nor", "less", "little"}


def said_of(tree: Tree, verb: int, cue: Range | None = None) -> Said:
    """What a cue that no rule read says of the saying: "deny" -> denied, "did not mention" -> not said."""
    lemma = tree.lemmas[verb]
    if cue is not None and _hushes(tree, cue):
        return "not said"
    if lemma in words("denied", "verbs") and tree.negated(verb) is None:
        return "denied"
    if lemma in words("declined", "verbs"):
        acts = [kid for kid in tree.kids(verb, "xcomp") if tree.lemmas[kid] in words("declined", "speech")]
        return "declined" if acts else "yes"
    spoken = (words("not_said", "verbs") | words("not_said", "asking")) - words("not_said", "of_documents")
    return (
        "not said"
        if lemma in spoken and tree.negated(verb) is not None and tree.words[verb].upos == "VERB"
        else "yes"
    )
