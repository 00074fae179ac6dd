"""What was left unsaid, where the silence has no speaker: "was not disclosed", "is absent from the text"."""

from __future__ import annotations

from functools import cache

from readout.extract.statements.draft import Draft, ranges
from readout.extract.statements.lexicon import words
from readout.extract.statements.silences.hush import PLACES, opening, phrasal, yet
from readout.extract.statements.silences.papers import it_is_a_text, of_text, place_of
from readout.extract.statements.speakers import holds_words, phrase
from readout.extract.statements.tree import RELATIVES, Tree
from readout.model.analysis import Range


def unmentioned(tree: Tree, verb: int) -> Draft | None:
    """ "Whether he would come was left unsaid", "the strike did not come up", "it was cut from the text"."""
    end = _passive(tree, verb) or _left(tree, verb) or _arises(tree, verb) or _removed(tree, verb)
    if not end:
        return None
    first = verb if _nowhere(tree, verb) else opening(tree, verb)
    return subject_of(tree, verb, (first, end))


def _passive(tree: Tree, verb: int) -> int | None:
    """ "was not mentioned", "has not been made public"."""
    if tree.words[verb].xpos != "VBN" and not tree.passive(verb):
        return None
    if {tree.lows[i] for i in tree.auxiliaries(verb)} == {"be"}:
        return None  # "on condition that neither his name nor his rank be given"
    names = {tree.lemmas[verb], phrasal(tree, verb)}
    if _no_details(tree, verb):
        return verb + len(phrasal(tree, verb).split()) + (tree.lemmas[verb] == "make")
    unknown = tree.negated(verb) is not None or yet(tree, verb) is not None or bool(_nowhere(tree, verb))
    passive = tree.passive(verb) or (bool(_nowhere(tree, verb)) and tree.words[verb].xpos == "VBN")
    if not unknown or not passive or not names & _unspoken():
        return None
    if names & {"say"} and any(tree.lows[i] in MAY for i in tree.auxiliaries(verb)):
        return None  # "the same cannot be said of the ferry"
    if tree.lemmas[verb] == "return":
        called = {tree.lemmas[kid] for kid in tree.kids(verb, "nsubj")} & words("not_said", "calls")
        return verb + 1 if called else None
    if names & words("not_said", "giving") - words("not_said", "passives"):
        told = [k for k in tree.kids(verb, "nsubj") if _detail(tree, k)]
        return verb + 1 if told else None
    papers = any(holds_words(tree, kid) for kid in _what_is(tree, verb))
    if papers and names & {"release", "make public"}:
        return None
    placed = any(_speech(tree, kid) for kid in tree.kids(verb, "obl"))
    placed = placed or any(
        _speech(tree, k) for at in _nowhere(tree, verb) for k in tree.kids(at, "obl", "nmod")
    )
    if tree.lemmas[verb] in words("not_said", "placed") and not placed:
        return None
    return verb + len(phrasal(tree, verb).split())


def _detail(tree: Tree, noun: int) -> bool:
    return bool({tree.lemmas[noun], tree.lows[noun]} & words("not_said", "details"))


@cache
def _unspoken() -> frozenset[str]:
    return words("not_said", "passives") | words("not_said", "giving")


MAY = {"can", "ca", "cannot", "could", "may", "might", "should", "must"}


def _nowhere(tree: Tree, verb: int) -> list[int]:
    """ "Nowhere in the report is the dam mentioned"."""
    return [kid for kid in tree.kids(verb, "advmod", "obl") if tree.lows[kid] == "nowhere"]


def _what_is(tree: Tree, verb: int) -> list[int]:
    """The subject of a passive, or what its relative clause tells of: "a report, which was not released"."""
    subject = tree.kids(verb, "nsubj")
    relative = bool(subject) and tree.lows[subject[0]] in RELATIVES
    within = relative and tree.words[verb].deprel == "acl:relcl" and tree.words[verb].head >= 0
    up = tree.words[verb].head if within else -1
    return [up, *([tree.words[up].head] if tree.rels[up] == "nmod" else [])] if up >= 0 else subject


def _no_details(tree: Tree, verb: int) -> bool:
    """ "No details were released", "No date has been given", "No reason was made available"."""
    available = (
        tree.lemmas[verb] == "make"
        and verb + 1 < len(tree.words)
        and (tree.lows[verb + 1] in ("available", "public"))
    )
    lemma = tree.lemmas[verb]
    if not (available or lemma in words("not_said", "giving") or lemma in GIVEN) or not tree.passive(verb):
        return False
    for subject in tree.kids(verb, "nsubj"):
        told = {tree.lemmas[subject], tree.lows[subject]} & words("not_said", "details")
        no = any(tree.lows[kid] == "no" for kid in tree.kids(subject, "det"))
        if told and no:
            return True
    return False


GIVEN = {"disclose", "announce", "publish", "reveal", "share", "issue", "mention"}


def _speech(tree: Tree, noun: int) -> bool:
    return holds_words(tree, noun) or of_text(tree, noun) or tree.lemmas[noun] in words("not_said", "own")


def _left(tree: Tree, verb: int) -> int | None:
    """ "was left unsaid", "went unmentioned", "remains unanswered"."""
    if tree.lemmas[verb] not in words("not_said", "leaving"):
        return None
    active = tree.lemmas[verb] == "leave" and not tree.passive(verb)
    last = min(verb + 4, tree.sentence(verb)[1])
    after = range(verb + 1, last)
    found = next((i for i in after if tree.lows[i] in words("not_said", "unsaid")), None)
    if found is not None and tree.lows[found] == "unexplained":
        what = {tree.lemmas[kid] for at in (verb, found) for kid in tree.kids(at, "nsubj")}
        active = active or bool(what & words("not_said", "riddles"))
    return found + 1 if found is not None and not active else None


def _arises(tree: Tree, verb: int) -> int | None:
    """ "did not come up", "does not figure in the communique"."""
    if tree.negated(verb) is None:
        return None
    names = {tree.lemmas[verb], phrasal(tree, verb)} & words("not_said", "arising")
    if not names:
        return None
    places = [kid for kid in tree.kids(verb, "obl", "nmod") if tree.marked(kid) & PLACES]
    spoken = any(_speech(tree, kid) or it_is_a_text(tree, kid) for kid in places)
    return verb + len(phrasal(tree, verb).split()) if spoken or names & {"come up", "crop up"} else None


def _removed(tree: Tree, verb: int) -> int | None:
    """ "was omitted from the statement", "was left out of the text"."""
    if tree.lemmas[verb] not in words("not_said", "removed") or not tree.passive(verb):
        return None
    places = [kid for kid in tree.kids(verb, "obl") if tree.marked(kid) & {"from", "of"}]
    return verb + 1 if any(of_text(tree, kid) for kid in places) and tree.negated(verb) is None else None


def subject_of(tree: Tree, verb: int, cue: Range) -> Draft | None:
    """The silence on the subject of a verb: "[The strike] was not mentioned in the speech"."""
    held = _unsaid(tree, verb)
    held = [i for i in held if not cue[0] <= i < cue[1]]
    held = held[1:] if held and tree.lows[held[0]] == "no" else held
    held = [*held, *_for(tree, verb)] if held and _no_details(tree, verb) else held
    if not held:
        return None
    places = [
        deep for at in (verb, *tree.kids(verb, "xcomp", "advmod")) for deep in tree.kids(at, "obl", "nmod")
    ]
    place = place_of(tree, places) or _unanswering(tree, verb, cue[1] - 1)
    if place and cue[1] - cue[0] == 2 and tree.lows[cue[1] - 1] in ("unanswered", "returned"):
        held = asked_of(tree, held)
    agent = tree.agent(verb) if tree.passive(verb) else None
    if place is None and agent is not None:
        span = phrase(tree, agent)
        place = (span, agent) if span else None
    return Draft(
        ranges(held),
        cue,
        verb,
        place[0] if place else None,
        place[1] if place else None,
        said="not said",
        confidence=0.7,
    )


def asked_of(tree: Tree, calls: list[int]) -> list[int]:
    """What calls are about: "the visas" of "Calls to the consulate about the visas", else the calls."""
    for place, index in enumerate(calls[:-1]):
        low, before = tree.lows[index], tree.lows[calls[place - 1]] if place else ""
        topic = low in ("about", "regarding", "concerning") or (
            low == "on" and before in ("comment", "information")
        )
        if topic and place > 0:
            return calls[place + 1 :]
    return calls


def _for(tree: Tree, verb: int) -> list[int]:
    """The tail of "No reason was given [for the delay]"."""
    tails = [kid for kid in tree.kids(verb, "obl") if kid > verb and tree.marked(kid) & {"for", "of", "on"}]
    return tree.subtree(tails[0]) if tails and tree.words[tails[0]].upos != "NUM" else []


def _unanswering(tree: Tree, verb: int, word: int) -> tuple[Range, int] | None:
    """Who left it unanswered: "An e-mail to [the embassy] went unanswered", "its calls were not returned"."""
    if tree.lows[word] not in ("unanswered", "returned"):
        return None
    for subject in tree.kids(verb, "nsubj"):
        left = [deep for act in tree.kids(subject, "acl") for deep in tree.kids(act, "obl")]
        for kid in (*tree.kids(subject, "nmod"), *left):
            about = {
                deep for deep in tree.kids(kid, "nmod") if tree.marked(deep) & {"about", "regarding", "on"}
            }
            to = {"to", "with", "at"} if kid in left else {"to"}
            span = phrase(tree, kid, without=about) if to & tree.marked(kid) else None
            if span:
                return span, kid
    return None


def _unsaid(tree: Tree, verb: int) -> list[int]:
    """The subject, be it a clause ("whether he would come") or what stands before "which was not said"."""
    subjects = tree.kids(verb, "nsubj", "csubj")
    subjects = subjects or [deep for kid in tree.kids(verb, "xcomp") for deep in tree.kids(kid, "nsubj")]
    first = tree.sentence(verb)[0]
    if tree.lows[first] in ASKING and opening(tree, verb) > first + 1:
        whole = list(range(first, opening(tree, verb)))
        if "," not in {tree.words[i].text for i in whole} and any(
            tree.words[i].upos == "VERB" for i in whole
        ):
            return whole
    clauses = [
        kid
        for kid in tree.kids(verb, "advcl", "ccomp")
        if kid < verb and tree.subtree(kid)[0] <= tree.sentence(verb)[0] + 1 and _whether(tree, kid)
    ]
    found = (subjects or clauses)[:1]
    before = opening(tree, verb) - 1 - (yet(tree, verb) is not None)
    if not found and before >= tree.sentence(verb)[0] and tree.lows[before] == "it":
        found = [before]
    if not found:
        return []
    word = tree.words[found[0]]
    if word.text.casefold() == "it":
        later = [kid for kid in tree.kids(verb, "ccomp", "advcl", "csubj") if kid > verb]
        asked = [kid for kid in later if _whether(tree, kid)]
        return [i for i in tree.subtree(asked[0]) if i > verb] if asked else []
    alone = not tree.children[found[0]]
    if word.text.casefold() in RELATIVES and tree.words[verb].deprel == "acl:relcl":
        head = tree.words[verb].head
        return tree.subtree(head, without=[verb]) if head >= 0 and tree.words[head].upos != "PRON" else []
    if word.text.casefold() in {"what", "who", "which"} and alone:
        clause = [kid for kid in tree.kids(verb, "ccomp", "advcl") if found[0] < kid < verb]
        return sorted({found[0], *tree.subtree(clause[0])}) if clause else []
    if alone and word.text.casefold() in {"what", "nothing", "it", "there", *RELATIVES}:
        return []
    return tree.subtree(found[0])


def _whether(tree: Tree, clause: int) -> bool:
    return tree.lows[tree.subtree(clause)[0]] in ASKING


ASKING = {"whether", "how", "why", "when", "where", "what", "who", "which"}


def _any_word(tree: Tree, adjective: int) -> list[int]:
    """ "Missing, too, was any word on the ship": the "be" that it hangs from, and the word itself."""
    noun = tree.words[adjective].head
    if adjective != tree.sentence(adjective)[0] or noun <= adjective or not tree.kids(noun, "cop"):
        return []
    any_ = [k for k in tree.kids(noun, "det") if tree.lows[k] in ("any", "a", "the")]
    if not any_ or tree.lemmas[noun] not in words("not_said", "nouns"):
        return []
    return [max(tree.kids(noun, "cop")), *(i for i in tree.subtree(noun) if i >= any_[0])]


def absent(tree: Tree, adjective: int) -> Draft | None:
    """ "The plan is absent from the text", "Missing from it was a word of regret", "Left unsaid was why"."""
    places = [kid for kid in tree.kids(adjective, "obl", "nmod") if tree.marked(kid) & {"from", "of"}]
    place, unsaid = (
        place_of(tree, places),
        tree.lows[adjective] in words("not_said", "unsaid"),
    )
    if place is None and not unsaid:
        asks = _any_word(tree, adjective)
        if not asks:
            return None
        return Draft(ranges(asks[1:]), (adjective, asks[0] + 1), adjective, said="not said", confidence=0.7)
    head = tree.words[adjective].head
    loose = ("amod", "advcl", "acl", "advmod", "nsubj", "csubj", "parataxis")
    hangs = tree.rels[adjective] in loose and head > adjective
    inverted = hangs and bool(tree.kids(head, "cop"))
    owner = head if inverted else adjective
    cops = tree.kids(owner, "cop")
    if unsaid and not inverted:
        return None
    subjects = [head] if inverted else tree.kids(adjective, "nsubj", "csubj")
    if not cops or not subjects:
        return None
    held = tree.subtree(subjects[0], without=[adjective, *cops])
    held = [i for i in held if tree.words[i].upos != "PUNCT" or i > min(subjects[0], max(cops))]
    held = [i for i in held if not inverted or i > max(cops)]
    cue = (adjective, adjective + 1) if inverted else (min(cops), adjective + 1)
    shut = {*range(*cue), *(range(*place[0]) if place else ())}
    held = [i for i in held if i not in shut]
    span, noun = place or (None, None)
    return Draft(ranges(held), cue, adjective, span, noun, said="not said", confidence=0.7) if held else None
