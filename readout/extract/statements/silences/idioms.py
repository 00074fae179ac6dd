"""Silences told by a turn of phrase: "drew a veil over the vote", "met the question with silence"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from readout.extract.statements.draft import Draft
from readout.extract.statements.lexicon import turns_of_phrase, words
from readout.extract.statements.silences.hush import asked, hushed, kept_in, timed
from readout.extract.statements.silences.papers import of_document
from readout.extract.statements.silences.unmentioned import subject_of
from readout.extract.statements.speakers import hears
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import cue_span, real

Kind = Literal["always", "of_words", "met", "asked"]
GAP = 14
"""So many words at most stand between a verb and the rest of its phrase."""
NO = {"no", "not", "nothing", "little"}


@dataclass(frozen=True, slots=True)
class Idiom:
    """The words behind a verb, before the matter and after it: "over", "" of "gloss over <>"."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    matter: bool
    kind: Kind

    @property
    def negative(self) -> bool:
        """Whether it says no by itself: "waste no words on it"."""
        return bool(NO & {*self.before})


@cache
def idioms() -> Mapping[str, tuple[Idiom, ...]]:
    """Every turn of phrase by its verb, the longest first.

    >>> idioms()["gloss"][0].before
    ('over',)
    """
    found: dict[str, list[Idiom]] = defaultdict(list)
    kinds: tuple[Kind, ...] = ("always", "of_words", "met", "asked")
    for kind in kinds:
        for entry in turns_of_phrase()[kind]:
            head, gap, tail = entry.partition("<>")
            verb, *before = head.split()
            found[verb].append(Idiom(tuple(before), tuple(tail.split()), bool(gap), kind))
    return {
        verb: tuple(sorted(held, key=lambda one: -len(one.before) - len(one.after)))
        for verb, held in found.items()
    }


def idiom(tree: Tree, verb: int) -> Draft | None:
    """The silence that a verb begins with the words after it: "The note [glosses over] the tax"."""
    for one in idioms()[tree.lemmas[verb]]:
        at = _along(tree, verb, one.before)
        if at is None:
            continue
        draft = _passed_over(tree, verb, one, at) if tree.passive(verb) else _silence(tree, verb, one, at)
        if draft is not None:
            return draft
    return None


def _along(tree: Tree, at: int, pattern: tuple[str, ...]) -> int | None:
    """The last of some words that follow another, with an adverb between at most: "skated quickly over"."""
    last = tree.sentence(at)[1]
    for word in pattern:
        at += 1
        if at < last and not _is(tree, at, word) and tree.words[at].upos == "ADV":
            at += 1
        if at >= last or not _is(tree, at, word):
            return None
    return at


def _is(tree: Tree, index: int, word: str) -> bool:
    if word == "oneself":
        return tree.lows[index].endswith(("self", "selves")) and tree.words[index].upos == "PRON"
    return tree.lows[index] == word or (word == "one's" and tree.words[index].xpos == "PRP$")


def _silence(tree: Tree, verb: int, one: Idiom, at: int) -> Draft | None:
    if (tree.negated(verb) is not None and not one.negative) or not real(tree, verb):
        return None
    first = cue_span(tree, verb, tree.lemmas[verb])[0]
    if not one.matter:
        about = asked(tree, verb)
        return hushed(tree, verb, "not said", (first, at + 1), about) if about else None
    held = _between(tree, at, one.after) if one.after else _following(tree, verb, at)
    if not held and one.after and (last := _along(tree, at, one.after)) is not None:
        return hushed(tree, verb, "not said", (first, last + 1), _before(tree, verb))
    if not held or not _fits(tree, verb, one.kind, held):
        return None
    return hushed(tree, verb, "not said", (first, at + 1), held)


def _between(tree: Tree, at: int, after: tuple[str, ...]) -> list[int]:
    """What stands before the rest of the phrase: "the dam" of "left [the dam] out"."""
    for start in range(at + 2, min(at + GAP, tree.sentence(at)[1])):
        if tree.words[start - 1].upos in ("PUNCT", "VERB", "AUX"):
            return []
        if tree.lows[start] == after[0] and _along(tree, start, after[1:]) is not None:
            return list(range(at + 1, start))
    return []


def _before(tree: Tree, verb: int) -> list[int]:
    """What stands first: "[Their names] he kept to himself", whatever the parse makes of it."""
    subjects = [kid for kid in tree.kids(verb, "nsubj") if kid < verb]
    things = [kid for kid in tree.kids(verb, "obj") if kid < verb] or subjects[:-1]
    head = tree.words[verb].head
    above = tree.words[verb].deprel == "acl:relcl" and head >= 0 and bool(tree.kids(verb, "nsubj"))
    return tree.subtree(things[0]) if things else tree.subtree(head, without=[verb]) if above else []


def _following(tree: Tree, verb: int, at: int) -> list[int]:
    """What follows the phrase: "the tax" of "glossed over [the tax]"."""
    last, head = tree.sentence(verb)[1], at + 1
    while head < last and at < tree.words[head].head < last:
        head = tree.words[head].head
    if head >= last or tree.words[head].upos not in NOMINAL | {"VERB"} or timed(tree, head):
        return []
    return [i for i in tree.subtree(head) if i > at]


NOMINAL = {"NOUN", "PROPN", "PRON"}


def _fits(tree: Tree, verb: int, kind: Kind, held: list[int]) -> bool:
    """Whether the matter of a phrase can be words: "danced around the question", not "around the fire"."""
    heads = [i for i in held if tree.words[i].head not in held]
    top = heads[0] if heads else held[0]
    if kind == "always":
        return True
    if kind == "met":
        return tree.words[top].upos == "NOUN" and not hears(tree, top)
    return worded(tree, top) or of_document(tree, verb) or in_speech(tree, verb)


def worded(tree: Tree, noun: int) -> bool:
    """Whether a noun is a question or a subject: "the question of who paid", "any talk of the war"."""
    lemma = tree.lemmas[noun]
    return any(
        lemma in words("not_said", key) for key in ("dodged", "queries", "talks", "details", "nouns", "calls")
    )


def in_speech(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody did in a speech: "avoided the famine in her address"."""
    for kid in tree.kids(verb, "obl"):
        cases = tree.kids(kid, "case")
        if cases and kept_in(tree, cases[0]) is not None:
            return True
    return False


def skirting(tree: Tree, around: int) -> Draft | None:
    """Whatever the verb: "waltzed around the question", "wandered away from the subject of the dump"."""
    case = around + (tree.lows[around] == "away")
    noun = tree.words[case].head if case < len(tree.words) else -1
    verb = tree.words[noun].head if noun > case else -1
    if verb < 0 or tree.words[verb].upos != "VERB" or tree.lows[case] not in AROUND | {"from"}:
        return None
    if (
        tree.lemmas[noun] not in words("not_said", "dodged")
        or tree.lemmas[verb] in turns_of_phrase()["turning"]
    ):
        return None
    if tree.negated(verb) is not None or tree.passive(verb) or not real(tree, verb) or verb > around:
        return None
    held = [i for i in tree.subtree(noun) if i > case]
    return hushed(tree, verb, "not said", (cue_span(tree, verb, tree.lemmas[verb])[0], case + 1), held)


AROUND = {"around", "past"}


def _passed_over(tree: Tree, verb: int, one: Idiom, at: int) -> Draft | None:
    """ "The strike was glossed over in the speech", "Her question was met with silence"."""
    if not one.matter or tree.negated(verb) is not None or not tree.kids(verb, "nsubj"):
        return None
    end = _along(tree, at, one.after)
    subject = tree.kids(verb, "nsubj")[0]
    if end is None or not one.before + one.after:
        return None
    if one.kind == "met" and (tree.words[subject].upos != "NOUN" or hears(tree, subject)):
        return None
    if one.kind == "of_words" and not (worded(tree, subject) or in_speech(tree, verb)):
        return None
    return subject_of(tree, verb, (min([verb, *tree.auxiliaries(verb)]), end + 1))
