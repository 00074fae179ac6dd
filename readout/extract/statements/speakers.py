"""Whose words they are: the source of a cue, read from the parse."""

from __future__ import annotations

from readout.extract.statements.asides import spanned, turned, within_aside
from readout.extract.statements.lexicon import listed, words
from readout.extract.statements.tree import CLOSING, LONGEST, RELATIVES, Tree
from readout.model.analysis import Range

Speaker = tuple[Range, int]
"""The words of the source, and the word that names the actor."""


def phrase(tree: Tree, head: int, without: set[int] | None = None) -> Range | None:
    """The words of a noun phrase, without its preposition: "by the envoy" -> the envoy."""
    cut = {kid for kid in tree.children[head] if tree.rels[kid] in ("case", "cc", "mark") and kid < head}
    held = tree.subtree(head, without=cut | (without or set()))
    opens = next((kid for kid in tree.children[head] if kid < head and tree.rels[kid] == "det"), head)
    if held and held[0] < opens < head and tree.words[opens - 1].text == ",":
        held = [i for i in held if i >= opens]  # "Minister, the union says": whom one speaks to
    while held and held[-1] != head and tree.words[held[-1]].upos == "PUNCT" and not _closing(tree, held):
        held.pop()
    while (
        held
        and held[0] != head
        and tree.words[held[0]].upos == "PUNCT"
        and tree.words[held[0]].text not in "“\"‘'("
    ):
        held.pop(0)
    return (held[0], held[-1] + 1) if held else None


def _closing(tree: Tree, held: list[int]) -> bool:
    return tree.words[held[-1]].text in ")]”’" and any(tree.words[i].text in "([“‘" for i in held)


def speaker(tree: Tree, verb: int) -> Speaker | None:
    """Who speaks: the subject, the agent of a passive, the antecedent of "who", the author of a document.

    >>> # "Farmers were told by vets to wait" -> vets
    >>> # "remarks by the premier suggesting war" -> the premier
    """
    first, last = tree.sentence(verb)
    if last - first > LONGEST:
        return None
    if tree.passive(verb):
        agent = tree.agent(verb)
        return _named(tree, agent, verb) if agent is not None else None
    if aside := turned(tree, verb):
        return aside[0]
    subject = within_aside(tree, verb) or _joined_on(tree, verb) or _before_aside(tree, verb)
    subject = tree.subject(verb) if subject is None else subject
    if subject is None:
        subject = (
            inverted(tree, verb) or _run_in(tree, verb) or _given_on(tree, verb) or _beheaded(tree, verb)
        )
    if subject is None:
        subject = _calling(tree, verb) or _past_letter(tree, verb) or _unmarked(tree, verb)
    if subject is None:
        notices = [
            kid for kid in tree.kids(verb, "obj") if tree.lemmas[verb] == "read" and is_document(tree, kid)
        ]
        senders = [kid for kid in tree.kids(verb, "obl") if "from" in tree.marked(kid)]
        subject = (senders or notices)[0] if notices else None
    if subject is None or subject == verb:
        return None
    briefing = _who_briefs(tree, verb, subject)
    if briefing is not None:
        return (tree.subtree(briefing)[0], tree.subtree(subject)[-1] + 1), briefing
    word = tree.words[subject]
    if word.text.casefold() in RELATIVES and word.upos in ("PRON", "DET", "SCONJ"):
        return (subject, subject + 1), _antecedent(tree, verb)
    if word.text.casefold() == "one" and (name := _of_them(tree, subject, verb)) is not None:
        return (tree.subtree(subject)[0], tree.subtree(name)[-1] + 1), name
    if word.upos == "PROPN" and (called := _beside_vocative(tree, subject, verb)) is not None:
        subject = called
    elif word.upos == "PROPN":
        subject = _after_comma(tree, subject, verb) or _reached(tree, subject) or subject
    author = _author(tree, subject) if tree.rels[verb] == "acl" and word.head != verb else None
    return _named(tree, author if author is not None else subject, verb)


def _of_them(tree: Tree, one: int, verb: int) -> int | None:
    """The name of one of several that the parse took for a second subject: "joked one of them, Ada Orr"."""
    names = [kid for kid in tree.kids(verb, "nsubj") if kid > one and tree.words[kid].upos == "PROPN"]
    return names[0] if names and tree.lows[names[0] - 1] == "," and names[0] - one < 6 else None


def _beside_vocative(tree: Tree, name: int, verb: int) -> int | None:
    """Who speaks behind whom one speaks to: "Minister Orr, the union says": no comma ends an apposition."""
    first = tree.subtree(name)[0]
    opens = first == tree.sentence(verb)[0] or tree.words[first - 1].text in OPENING
    titled = opens and tree.lows[first] in VOCATIVES
    beside = [kid for kid in tree.kids(name, "appos") if name < kid < verb] if titled else []
    if (
        len(beside) != 1
        or tree.lows[verb - 1] == ","
        or not {"det"} & {tree.rels[k] for k in tree.children[beside[0]]}
    ):
        return None
    held = tree.subtree(beside[0])
    return beside[0] if held[-1] < verb and tree.lows[held[-1]] != "," else None


OPENING = {":", ".", "?", "!", "“", '"'}
VOCATIVES = {
    "minister",
    "president",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "ambassador",
    "senator",
}
VOCATIVES |= {
    "secretary",
    "governor",
    "commissioner",
    "general",
    "mayor",
    "premier",
    "prime",
    "madam",
    "chancellor",
}


def _after_comma(tree: Tree, name: int, verb: int) -> int | None:
    """The second of two names that the parse took for one: "Asked by the mayor, Ada Orr, Ruiz conceded"."""
    others = [kid for kid in tree.kids(name, "flat") if tree.lows[kid - 1] == "," and kid < verb]
    last = others[-1] if others else -1
    near = last >= 0 and all(
        tree.words[i].upos in ("PROPN", "ADV", "AUX", "PART") for i in range(last + 1, verb)
    )
    return last if near else None


def _reached(tree: Tree, opening: int) -> int | None:
    """Whoever is called after a participle that the parse took for a name: "Reached in Lima, Orr said"."""
    if opening != tree.sentence(opening)[0] or tree.words[opening].xpos not in ("NNP", "NN"):
        return None
    low, others = tree.lows[opening], tree.kids(opening, "appos")
    called = words("declined", "asked") | words("not_said", "reaching") | CALLING
    if not others or not {low.removesuffix("ed"), low.removesuffix("d")} & called:
        return None
    return others[-1]


def _who_briefs(tree: Tree, verb: int, subject: int) -> int | None:
    """Who speaks where the parse took "briefing" for a noun: "an official briefing the council said"."""
    others = [kid for kid in tree.kids(verb, "nsubj") if kid != subject and tree.lows[kid] in ADDRESSING]
    if not others or (first := tree.subtree(subject)[0] - 1) not in others:
        return None
    return first - 1 if tree.words[first - 1].upos in ("NOUN", "ADJ", "PROPN") else None


ADDRESSING = {"briefing", "addressing"}


def inverted(tree: Tree, verb: int) -> int | None:
    """Who stands after the verb of a quotation and seems its object: "“Is it safe?” asked a boy"."""
    if (
        verb == 0
        or tree.words[verb - 1].text not in CLOSING
        or tree.words[verb].xpos not in ("VBD", "VBZ", "VBP")
    ):
        return None
    after = [kid for kid in tree.kids(verb, "obj", "iobj", "obl") if kid > verb and not tree.marked(kid)]
    near = after and all(tree.words[i].upos != "VERB" for i in range(verb + 1, after[0]))
    return after[0] if near and not tree.kids(verb, "nsubj") else None


def _given_on(tree: Tree, verb: int) -> int | None:
    """The subject that the parse gave to what follows: "Orr has urged calm, saying that …"."""
    for kid in tree.kids(verb, "advcl", "conj"):
        if kid > verb and (tree.words[kid].xpos == "VBG" or tree.rels[kid] == "conj"):
            before = [subject for subject in tree.kids(kid, "nsubj") if subject < verb]
            if before:
                return before[0]
    return None


def _before_aside(tree: Tree, verb: int) -> int | None:
    """The subject that an aside keeps from its verb: "Orr, it went on, promised to pay"."""
    head = tree.words[verb].head
    found = spanned(tree, head) if head >= 0 and not tree.kids(verb, "nsubj") else None
    return found[0] if found and found[1] == verb else None


def _beheaded(tree: Tree, verb: int) -> int | None:
    """A subject that the parse took for the head: "The governor, Ada Orr, neither confirmed nor denied"."""
    head = tree.words[verb].head
    if (
        tree.rels[verb] not in ("conj", "acl", "appos", "parataxis")
        or not tree.sentence(verb)[0] <= head < verb
    ):
        return None
    nominal = tree.words[head].upos in ("NOUN", "PROPN") and tree.rels[head] == "root"
    return head if nominal and not tree.kids(head, "cop", "nsubj") else None


CALLING = {"write", "phone", "telephone", "ring", "cable", "text", "email", "e-mail"}
"""What is done to say something: "wrote to the bank to say that …"."""


def _calling(tree: Tree, verb: int) -> int | None:
    """Who wrote "to say": "Orr wrote to the bank to say that …"."""
    above = tree.words[verb].head
    called = tree.rels[verb] == "advcl" and above >= 0 and tree.lemmas[above] in CALLING
    return tree.subject(above) if called and "to" in tree.marked(verb) else None


def _unmarked(tree: Tree, verb: int) -> int | None:
    """A name that opens the sentence without a preposition: "Benin, through which they went, put it at 5"."""
    first = tree.sentence(verb)[0]
    opens = [kid for kid in tree.kids(verb, "obl", "dislocated", "vocative") if kid < verb]
    opens = [kid for kid in opens if tree.words[kid].upos == "PROPN" and tree.subtree(kid)[0] == first]
    plain = tree.words[verb].xpos in ("VBD", "VBZ", "VBP") and not tree.passive(verb)
    return opens[0] if opens and plain and not tree.marked(opens[0]) else None


def _past_letter(tree: Tree, verb: int) -> int | None:
    """The one after a letter's addressee: "In a letter to Ada Orr, Peru's envoy, Luz Paz, said"."""
    first = tree.sentence(verb)[0]
    letters = [k for k in tree.kids(verb, "obl") if k < verb and tree.subtree(k)[0] == first]
    if not letters or tree.lows[first] != "in" or not is_document(tree, letters[0]):
        return None
    commas = [i for i in range(letters[0], verb) if tree.lows[i] == ","]
    span = range(commas[0] + 1, verb) if 1 < len(commas) < 4 else range(0)
    if any(tree.words[i].upos in ("VERB", "AUX") for i in span):
        return None
    tops = [i for i in span if tree.words[i].head not in span and tree.words[i].upos != "PUNCT"]
    return tops[0] if len(tops) == 1 and tree.words[tops[0]].upos in ("PROPN", "NOUN") else None


def _run_in(tree: Tree, verb: int) -> int | None:
    """A name that the parse runs into the phrase before it: "Under the treaty Peru promised"."""
    before = verb - 1
    if (post := _post_run_in(tree, verb)) is not None:
        return post
    if before <= tree.sentence(verb)[0] or tree.words[before].upos != "PROPN" or tree.rels[verb] != "root":
        return None
    runs = tree.rels[before] == "appos" and tree.words[before].head in tree.kids(verb, "obl")
    return before if runs and tree.words[before - 1].text != "," else None


def _post_run_in(tree: Tree, verb: int) -> int | None:
    """A post that the parse runs into the phrase before it: "In Lima [the deputy mayor], Ada Orr, said"."""
    for place in tree.kids(verb, "obl"):
        for kid in tree.kids(place, "appos") if place < verb else ():
            held = [i for i in tree.subtree(kid) if tree.lows[i] != ","]
            opens = tree.words[held[0]].upos == "DET" and tree.lows[held[0] - 1] != ","
            if opens and held[0] > place and verb - 2 <= held[-1] < verb:
                return kid
    return None


def _joined_on(tree: Tree, verb: int) -> int | None:
    """The subject of the speech before, whatever "adding" hangs from: "the envoy said no, adding that …"."""
    word = tree.words[verb]
    if (
        word.xpos != "VBG"
        or tree.rels[verb] != "advcl"
        or tree.lemmas[verb] not in ADDING
        or tree.lemmas[word.head] in SAYING
    ):
        return None
    for index in range(verb - 1, tree.sentence(verb)[0], -1):
        if tree.lemmas[index] in SAYING and tree.words[index].upos == "VERB" and tree.kids(index, "nsubj"):
            return tree.subject(index)
    return None


ADDING = {"add", "say", "note", "stress", "insist", "warn", "claim", "call", "describe"}
SAYING = {
    "say",
    "tell",
    "write",
    "announce",
    "state",
    "warn",
    "argue",
    "claim",
    "confirm",
    "deny",
    "report",
    "insist",
}


def _named(tree: Tree, head: int, verb: int) -> Speaker | None:
    span = phrase(tree, head, without={verb, _way_up(tree, verb, head)} - {head})
    if span and head < verb < span[1] and verb not in tree.subtree(head):
        end = verb  # what the parse hangs from a name over its verb
        while end - 1 > head and tree.words[end - 1].upos in ("AUX", "PUNCT", "PART", "ADV"):
            end -= 1
        span = (span[0], end)
    return (span, head) if span else None


def _way_up(tree: Tree, index: int, top: int) -> int:
    """The word below ``top`` on a word's way up to it; the word itself where the way leads elsewhere."""
    below = index
    for above in tree.up(index):
        if above == top:
            return below
        below = above
    return index


def _antecedent(tree: Tree, verb: int) -> int:
    """The noun that a relative clause tells of, through verbs that are joined within it."""
    at, seen = verb, 0
    while (
        tree.words[at].deprel not in ("acl:relcl", "advcl:relcl") and tree.words[at].head >= 0 and seen < 12
    ):
        at, seen = tree.words[at].head, seen + 1
    if not tree.words[at].deprel.endswith(":relcl") and (noun := _before_who(tree, verb)) is not None:
        return noun
    head = tree.words[at].head if tree.words[at].head >= 0 else verb
    near = _before_who(tree, verb)
    if near is not None and any(tree.words[i].upos == "VERB" for i in range(head + 1, near)):
        return near  # "Orr rang Hale, who gave his word"
    return head if tree.words[head].upos not in ("VERB", "AUX") else _noun_before(tree, at, head)


def _before_who(tree: Tree, verb: int) -> int | None:
    """The noun just before "who", where the parse saw no relative clause: "a risk for Orr, who refused"."""
    who = [kid for kid in tree.kids(verb, "nsubj") if tree.lows[kid] == "who"]
    at = who[0] - 2 if who else -1
    if at < tree.sentence(verb)[0] or tree.lows[at + 1] != "," or tree.words[at].upos != "PROPN":
        return None
    while tree.words[at].head < at and tree.rels[at] == "flat":
        at = tree.words[at].head
    return at


def _noun_before(tree: Tree, verb: int, head: int) -> int:
    """The noun just before "which", where the parse took the whole clause: "by the council, which said"."""
    opener = min((kid for kid in tree.kids(verb, "nsubj") if kid > head), default=head + 1)
    at = opener - 1 - (tree.words[opener - 1].text == ",")
    while head < tree.words[at].head < opener and tree.words[at].upos in ("NOUN", "PROPN", "ADJ", "NUM"):
        at = tree.words[at].head
    return at if tree.words[at].upos in ("NOUN", "PROPN") and at > head else head


def _author(tree: Tree, noun: int) -> int | None:
    """Who a document or remark is by: "a letter from the bishop", "Norway's summary"."""
    for kid in tree.kids(noun, "nmod"):
        if tree.words[kid].deprel == "nmod:poss" or tree.marked(kid) & {"by", "from"}:
            return kid
    return None


def speaking(tree: Tree, verb: int) -> list[int]:
    """The participles that say where and to whom a verb speaks: "Speaking to reporters, she said …"."""
    kids = tree.kids(verb, "advcl")
    return [kid for kid in kids if tree.words[kid].xpos == "VBG" and tree.lemmas[kid] in listed("speaking")]


def owner(tree: Tree, noun: int) -> int | None:
    """The author of a noun that is a document ("a notice from the library"), None for other nouns."""
    return _author(tree, noun) if holds_words(tree, noun) else None


def holds_words(tree: Tree, noun: int) -> bool:
    """Whether a noun is a document or an occasion: "in his speech", "from the statement"."""
    return is_document(tree, noun) or tree.lemmas[noun] in words("media", "occasions")


def is_document(tree: Tree, noun: int) -> bool:
    """Whether a noun is a document: "readout", "statement", "figures"."""
    documents = words("media", "documents")
    return tree.lemmas[noun] in documents or tree.lows[noun] in documents


def hears(tree: Tree, noun: int) -> bool:
    """Whether a noun is one that listens: a name, a person, "reporters", "parliament"."""
    word = tree.words[noun]
    if word.upos == "PRON":
        return word.text.casefold() in PERSONAL
    if tree.lemmas[noun] in words("media", "documents") or tree.lemmas[noun] in words("media", "occasions"):
        return False
    known = tree.lemmas[noun] in listed("audiences") or tree.lemmas[noun] in listed("bodies")
    return word.upos == "PROPN" or known or _people(tree, noun)


def _people(tree: Tree, noun: int) -> bool:
    """Whether a plural is by its form one of people: "growers", "motorists", no "letters"."""
    ends = tree.lemmas[noun].endswith(("er", "or", "ist", "ian"))
    return tree.words[noun].xpos == "NNS" and ends and tree.lemmas[noun] not in listed("lifeless")


PERSONAL = {"me", "us", "him", "her", "them", "you"}
