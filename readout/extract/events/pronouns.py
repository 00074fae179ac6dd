"""Whom "it", "they" and "them" take up where no mention says so: the subject or the object told before.

"The court jailed him. It also fined his bank", "marched on the embassy and pelted it".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.extract.events.lexicon import words

if TYPE_CHECKING:
    from readout.extract.events.cast import Cast

BIDDING = words("bidding")
REPORTS = words("reports")


def told_of_itself(cast: Cast, i: int) -> tuple[str, ...]:
    """The subject above for "it" or "they": "The army said it had left", "lost all that it had"."""
    tree = cast.tree
    verb = tree.words[i].head
    if tree.rel(i) != "nsubj" or verb < 0:
        return ()
    hung = tree.rel(verb) == "acl"
    for over in tree.up(verb):
        if tree.lemma(over) in REPORTS or (hung and tree.words[over].upos == "VERB"):
            subject = tree.subject(over)
            if subject is None or subject >= i:
                return ()
            held = cast.who(subject)
            person = tree.words[i].text.lower() in ("he", "she")
            one = len(held) == 1 and (cast.ids[held[0]].kind == "person") == person
            return held if one or not hung else ()
        if tree.rel(over) in ("root", "acl", "advcl"):
            return ()
    return ()


def as_to(cast: Cast, i: int) -> tuple[str, ...]:
    """Whom a sentence opens with: "As to the Syrian side, it has banned our ships"."""
    tree, verb = cast.tree, cast.tree.words[i].head
    if tree.rel(i) != "nsubj" or verb < 0:
        return ()
    fronted = [k for k in tree.phrases(verb, "as to", "as for", "regarding", "to", "for") if k < i]
    first = tree.sentences[tree.words[i].sentence][0]
    if tree.lows[first] not in ("as", "regarding"):
        return ()
    opens = [k for k in fronted if min(tree.under(k)) == first]
    return next((ids for k in opens if (ids := cast.who(k))), ())


def goes_on(cast: Cast, i: int) -> tuple[str, ...]:
    """The subject of the sentence before: "The court jailed him. It also fined his bank"."""
    tree = cast.tree
    word = tree.words[i]
    if tree.rel(i) != "nsubj" or tree.rel(word.head) != "root" or word.sentence < 1:
        return ()
    first, last = tree.sentences[word.sentence - 1]
    root = next((k for k in range(first, last) if tree.rels[k] == "root"), None)
    subject = None if root is None else tree.subject(root)
    if subject is None or tree.words[subject].upos == "PRON" or cast.at(subject) is None:
        return ()
    held = cast.who(subject, deep=0)
    many = len(held) > 1 or all(cast.ids[id].kind == "group" for id in held)
    person = any(cast.ids[id].kind == "person" for id in held)
    return held if many == (word.text.lower() == "they") and (many or not person) else ()


def joined_on(cast: Cast, i: int) -> tuple[str, ...]:
    """The subject of the clause before: "Peru cut its tax and last month it fined two mines"."""
    tree, verb = cast.tree, cast.tree.words[i].head
    if tree.rel(i) != "nsubj" or verb < 0 or tree.rel(verb) not in ("conj", "parataxis"):
        return ()
    over = tree.words[verb].head
    told = [k for k in tree.kids(over, "ccomp") if k < over] if tree.lemma(over) in REPORTS else []
    subject = tree.subject(told[0] if told else over)
    if subject is None or tree.words[subject].upos == "PRON":
        return ()
    held = cast.who(subject, deep=0)
    several = len(held) > 1 or all(cast.ids[id].kind == "group" for id in held)
    if any(cast.ids[id].kind == "person" for id in held):
        return ()
    return held if several == (tree.lows[i] == "they") else ()


def taken_up(cast: Cast, i: int) -> tuple[str, ...]:
    """Whom "it" or "them" behind a verb takes up: "Togo freed him though Chad had told it to try him"."""
    tree, verb = cast.tree, cast.tree.clause(i)
    subject = tree.subject(verb)
    if tree.words[i].text.lower() == "them":
        return those(cast, i)
    if tree.lemma(verb) not in BIDDING or not tree.kids(verb, "xcomp") or tree.rel(verb) == "conj":
        return ()
    above = next((tree.subject(j) for j in tree.up(verb) if tree.words[j].upos == "VERB"), None)
    if above is None or above == subject or tree.words[above].upos == "PRON":
        return ()
    held = cast.who(above, deep=0)
    return held if len(held) == 1 and cast.ids[held[0]].kind not in ("person", "group") else ()


def acted_on(cast: Cast, i: int) -> tuple[str, ...]:
    """What the verb before was done to: "marched on the embassy and pelted it"."""
    tree, verb = cast.tree, cast.tree.words[i].head
    if cast.tree.lows[i] != "it" or tree.rel(i) not in ("obj", "iobj") or tree.rel(verb) != "conj":
        return ()
    over = tree.words[verb].head
    spots = [*tree.objects(over), *tree.phrases(over, "on", "at", "into", "against", "to", "outside", "with")]
    held = next((ids for k in spots if k < verb and (ids := cast.who(k, deep=0))), ())
    return held if len(held) == 1 and cast.ids[held[0]].kind != "person" else ()


def those(cast: Cast, i: int) -> tuple[str, ...]:
    """The people behind "them" or a bare number: "stopped two men and took them in", "arrested nine"."""
    tree, verb = cast.tree, cast.tree.clause(i)
    subject = tree.subject(verb)
    own = () if subject is None else cast.who(subject, deep=0)
    spots: list[int] = []
    for over in tree.up(verb):
        if tree.words[over].upos == "VERB":
            spots += [*tree.objects(over), *([s] if (s := tree.subject(over)) is not None else [])]
    before = tree.words[i].sentence - 1
    if before >= 0:
        roots = (k for k in range(*tree.sentences[before]) if tree.rels[k] == "root")
        spots += [k for root in roots for k in (tree.subject(root), *tree.objects(root)) if k is not None]
    for spot in spots:
        held = () if tree.words[spot].upos == "PRON" else cast.who(spot, deep=0)
        if held and not set(held) & set(own) and _many(cast, spot, held):
            return held
    return ()


def _many(cast: Cast, i: int, ids: tuple[str, ...]) -> bool:
    """Whether a phrase names several."""
    return len(ids) > 1 or (
        cast.tree.words[i].feats.get("Number") == "Plur" and cast.ids[ids[0]].kind == "group"
    )
