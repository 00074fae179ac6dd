"""The terms of a promise: what, how much, by when, to whom, on what condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from readout.extract.commitments import accords, tables
from readout.extract.commitments.clause import Promise
from readout.extract.events.scene import Scene
from readout.model.amount import Amount
from readout.model.anchor import Anchor
from readout.model.event import Event
from readout.model.statement import Statement
from readout.model.when import When

LONGEST = 14


@dataclass(frozen=True)
class Terms:
    """The items of one text that a promise's terms are read from."""

    scene: Scene
    whens: tuple[When, ...]
    amounts: tuple[Amount, ...]
    events: tuple[Event, ...]
    published: str | None

    @cached_property
    def counted(self) -> list[tuple[Amount, range]]:
        """The figures with their words."""
        return [(a, self.scene.tree.beginning(a.anchor.start, a.anchor.end)) for a in self.amounts]

    @cached_property
    def spoken(self) -> list[tuple[int, int, Statement]]:
        """What is said, not what is denied or kept silent, with where it begins and ends."""
        found = []
        for statement in self.scene.statements:
            anchors = [*statement.content, *([statement.cue] if statement.cue is not None else [])]
            if statement.said == "yes" and anchors:
                found.append((min(a.start for a in anchors), max(a.end for a in anchors), statement))
        return found

    @cached_property
    def dated(self) -> list[tuple[When, range]]:
        """The dates that are read, with their words."""
        return [(w, self.scene.tree.beginning(w.anchor.start, w.anchor.end)) for w in self.whens if w.edtf]

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The two states that a joint text is of, by its heading and by whom it speaks of."""
        scene = self.scene
        opening = set(re.findall(r"\w+", scene.document.text[:400].lower()))
        if opening.isdisjoint(tables.words("joint")):
            return ()
        told = scene.cast.told_of().most_common(3)
        two = len(told) == 2 or (len(told) == 3 and told[2][1] * 4 <= told[1][1])
        return tuple(id for id, _ in told[:2]) if two and told[1][1] > 2 else ()


def binding(scene: Scene, promise: Promise) -> Anchor:
    """The binding clause: from its subject to its end."""
    tree = scene.tree
    inside = {
        i
        for i in tree.under(promise.cue, "parataxis", "punct", "discourse")
        if not (tree.rel(i) == "conj" and tree.words[i].upos == "VERB")
    }
    others = [
        k for k in tree.kids(promise.deed, "conj") if tree.words[k].upos == "VERB" and tree.kids(k, "nsubj")
    ]
    apart = {i for k in others for i in tree.under(k)}
    inside |= set(tree.under(promise.deed, "punct", "parataxis"))
    inside -= apart
    if promise.thing is not None:
        inside |= set(tree.under(promise.thing, "punct", "acl", "parataxis"))
    over = tree.words[promise.cue].head  # "made an offer: 9 million euros for clinics"
    if promise.cue == promise.deed and tree.words[promise.cue].upos == "NOUN" and over >= 0:
        for k in tree.phrases(over, "for", "to", "toward", "towards"):
            inside |= set(tree.under(k)) if promise.thing is not None and k > promise.thing else set()
    words = tree.words
    return scene.document.anchor(words[min(inside)].start, words[max(inside)].end)


def action(scene: Scene, promise: Promise) -> str:
    if promise.deed == promise.cue and _by_cue_word(scene, promise):
        invited = scene.tree.lemma(promise.cue) == "accept" and promise.thing is not None
        invited = invited and scene.tree.lemma(promise.thing or 0) == "invitation"
        if not invited and promise.thing is not None and promise.firmness == "pledged":
            done = accords.doing(scene, promise.thing)
            return scene.tree.lemma(done) if done not in (None, promise.cue) else "give"
        return "visit" if invited else "accept" if scene.tree.lemma(promise.cue) == "accept" else "give"
    if scene.tree.lemma(promise.deed) == "invite" and promise.firmness == "agreed":
        return "visit"
    if scene.tree.lemma(promise.deed) == "be" and scene.tree.kids(promise.deed, "expl"):
        return "not make"
    particles = scene.tree.kids(promise.deed, "compound:prt")
    parts = [promise.deed, *(k for k in particles if k not in scene.matcher.measured)]
    said = " ".join(scene.tree.lemma(i) for i in parts)
    refrains = any(
        scene.tree.lows[k] in ("not", "never", "longer", "n’t", "n't")
        for k in scene.tree.kids(promise.deed, "advmod")
    )
    return f"not {said}" if refrains else said


def borrowed(terms: Terms, promise: Promise, amount: Amount) -> tuple[str, str] | None:
    """Thing and deed of a bare figure, from the figure that it is set beside in its sentence.

    "It has bought 2 million tons of wheat; it pledged 9 million" pledges to buy wheat.
    """
    tree = terms.scene.tree
    sentence = tree.words[promise.cue].sentence
    for other, spots in terms.counted:
        beside = spots and tree.words[spots[0]].sentence == sentence and other.id != amount.id
        if not beside or other.of is None or (other.unit, other.currency) != (amount.unit, amount.currency):
            continue
        deed = next((j for j in tree.up(spots[0]) if tree.words[j].upos == "VERB"), None)
        if deed is not None and tree.lemma(deed) in tables.bases():
            return other.of, tree.lemma(deed)
    return None


def _by_cue_word(scene: Scene, promise: Promise) -> bool:
    """Whether the cue is a verb's or a noun's own word: "pledge", not the deed itself."""
    lemma = scene.tree.lemma(promise.cue)
    putting = promise.firmness == "pledged" and lemma in tables.words("forward")
    return putting or any((kind, lemma) in tables.cues() for kind in "vn")


def object_of(scene: Scene, promise: Promise) -> str | None:
    """The words of what is promised, without clauses that hang on it."""
    tree, head = scene.tree, promise.thing
    if head is None:
        spots = tree.kids(promise.deed, "xcomp", "obl", "ccomp")
        head = next((k for k in spots if k > promise.deed), spots[0] if spots else None)
    if head is None:
        return None
    opening = set(tree.kids(head, "case"))
    inside = [
        i
        for i in tree.under(head, "acl", "punct", "conj", "advcl")
        if abs(i - head) <= LONGEST and not (i in opening and i < head)
    ]
    while len(inside) > 1 and tree.rel(inside[0]) == "cc":
        inside.pop(0)
    return scene.document.text[tree.words[inside[0]].start : tree.words[inside[-1]].end]


_SUMS = frozenset(["amount", "total", "worth"])


def figure(terms: Terms, promise: Promise) -> Amount | None:
    """The figure promised: in the object first, then elsewhere in the clause of the deed."""
    tree = terms.scene.tree
    own = tree.under(promise.deed, "acl", "advcl", "ccomp", "conj")
    if promise.thing is not None and (
        held := _held(terms, promise, tree.under(promise.thing, "acl", "advcl"))
    ):
        return held
    if held := _held(terms, promise, own):
        return held
    for k in (k for j in own for k in tree.kids(j, "acl") if tree.lemma(k) in _SUMS):
        if held := _held(terms, promise, tree.under(k)):
            return held
    inside = set(tree.under(promise.deed, "conj", "advcl"))
    paid = tree.lemma(promise.deed) in ("pay", "give", "grant", "lend", "award") and promise.thing is not None
    if paid and promise.thing not in terms.scene.matcher.measured:  # "pay each family that lost its home $50"
        told = next((a for a, words in terms.counted if a.currency and inside & {*words}), None)
        if told is not None:
            return told
    capped = (a for a, told in terms.counted if a.bound == "at most" and a.currency and inside & {*told})
    return next(capped, None)  # "match every krone raised by donors, up to 3 million kroner"


def _held(terms: Terms, promise: Promise, scope: Sequence[int]) -> Amount | None:
    """The figure among some words, but for what only stands behind "from"."""
    spots = {i for i in scope if abs(i - promise.deed) < 40}
    held = [a for a, told in terms.counted if not spots.isdisjoint(told)]
    if not held:
        return None
    own = next((a for a in held if _preposed(terms, a) != "from"), held[0])
    return own if _planned_part(terms, promise) else _whole(terms, own)


def _planned_part(terms: Terms, promise: Promise) -> bool:
    """Whether the part itself is promised: "plans to close three of its eight pools"."""
    tree = terms.scene.tree
    thing = promise.thing
    named = promise.deed == promise.cue and _by_cue_word(terms.scene, promise)  # "promised 3 of the 8"
    return thing is not None and thing > promise.deed and not named and tree.words[thing].head == promise.deed


def of_whole(object_: str, amount: Amount) -> str:
    """The thing from the figure on where a share stands before it: "45% of the 6 million tons of rye"."""
    before, found, after = object_.partition(amount.text)
    return f"{found}{after}" if found and re.search(r"\bof\s+(?:the|its|their)?\s*$", before) else object_


def _whole(terms: Terms, amount: Amount) -> Amount:
    """Of "5 of the 12 pumps", "a quarter of the 40 boats" that were promised, the whole."""
    text = terms.scene.document.text
    for other in terms.amounts:
        between = text[amount.anchor.end : max(other.anchor.start, amount.anchor.end)]
        if 0 < len(between) < 16 and (_SHARE if amount.unit == "%" else _PART).fullmatch(between):
            return other
    return amount


_PART = re.compile(r"\s+(?:out )?of\s+(?:(?:the|its|their|those|his|her)\s+)?")
_SHARE = re.compile(r"\s+(?:out )?of\s+(?:the|its|their|those|his|her)\s+")


def _preposed(terms: Terms, amount: Amount) -> str:
    """The word before a figure: of "from 10% to 25%" the promise is the second."""
    before = terms.scene.document.text[max(0, amount.anchor.start - 12) : amount.anchor.start].split()
    return before[-1].lower() if before else ""


def deadline(terms: Terms, promise: Promise, condition: Anchor | None) -> When | None:
    """The date by which, or on which, it is due: in the clause of the deed, never before the publication."""
    scene, tree = terms.scene, terms.scene.tree
    lets = tree.lemma(promise.deed) in tables.words("letting")
    scopes = [
        tree.under(promise.deed, *(("acl:relcl",) if lets else ("acl", "ccomp"))),
        tree.under(promise.cue, "acl", "conj", "nsubj"),
    ]
    if promise.thing is not None and promise.thing not in tree.under(promise.deed):
        scopes.append(tree.under(promise.thing, "acl"))
    hung = tree.kids(promise.thing, "acl") if promise.thing is not None else []
    scopes += [tree.under(k) for k in hung if tree.lemma(k) in tables.words("finishing")]
    scopes += [tree.under(k) for k in hung if tree.lemma(k) in tables.words("holding")]
    listed = promise.thing is not None and (
        tree.rel(promise.thing) == "conj" or bool(tree.kids(promise.thing, "conj"))
    )
    near = _beside(terms, promise) if listed else None
    if near is not None:
        return near
    for n, inside in enumerate(scopes):
        scope = set(inside)
        for when, told in terms.dated:
            if scope.isdisjoint(told) or (condition is not None and condition.covers(when.anchor)):
                continue
            sure = n < 2 and promise.deed != promise.cue and _until(scene, when)
            if (_ahead(terms, when) or sure) and not _elsewhere(scene, promise, when):
                return when
    found = _right_behind(terms, promise)
    return None if found is not None and condition is not None and condition.covers(found.anchor) else found


def _right_behind(terms: Terms, promise: Promise) -> When | None:
    """The limit that follows the clause at once: "the pumps it undertook to mend by May are working"."""
    tree = terms.scene.tree
    inside = set(tree.under(promise.deed, "conj", "acl"))
    inside |= set(tree.under(promise.thing, "conj", "acl")) if promise.thing is not None else set()
    for when, told in terms.dated:
        if not told or told[0] < 2:
            continue
        at = told[0] - 1
        at -= 2 if tree.lows[at] in ("of", "the") and tree.lows[at - 1] in ("end", "the", "beginning") else 0
        here = tree.words[told[0]].sentence == tree.words[promise.deed].sentence
        if (
            here
            and told[0] > promise.deed
            and at - 1 in inside
            and tree.lows[at] in ("by", "before", "until")
        ):
            return when
    return None


def _beside(terms: Terms, promise: Promise) -> When | None:
    """The date right behind the figure, where each of several has its own: "6 by June and 9 through 2028"."""
    amount, text = figure(terms, promise), terms.scene.document.text
    for when in terms.whens if amount is not None else ():
        between = text[amount.anchor.end : when.anchor.start] if amount else ""
        if 0 < len(between) < 40 and _LIMIT.fullmatch(between) and _ahead(terms, when):
            return when
    return None


_LIMIT = re.compile(r"[^.;,\d]*?\b(?:by|through|until|before|in|within)\s+(?:the\s+)?")


def _elsewhere(scene: Scene, promise: Promise, when: When) -> bool:
    """Whether a date belongs to another verb than the promise's own: "of which half will be paid by May"."""
    bearers = [at for at, held in scene.setting.whens.items() if any(w.id == when.id for _, w in held)]
    own = {promise.deed, promise.cue}
    own.update(
        k
        for k in scene.tree.kids(promise.deed, "advcl")  # "to build 25 houses before he leaves in May"
        if any(scene.tree.lows[m] == "before" for m in scene.tree.kids(k, "mark"))
    )
    finished = (k for k in scene.tree.kids(promise.deed, "advcl") if scene.tree.passive(k))
    own.update(k for k in finished if scene.tree.lemma(k) in tables.words("finishing"))
    if scene.tree.lemma(promise.deed) in tables.words("letting"):
        made = (
            k for j in scene.tree.under(promise.deed) for k in scene.tree.kids(j, "acl", "xcomp", "ccomp")
        )
        own.update(k for k in made if scene.tree.words[k].deprel != "acl:relcl")
    if promise.thing is not None:
        own |= {
            k
            for k in scene.tree.kids(promise.thing, "acl")
            if scene.tree.words[k].deprel == "acl"
            or scene.tree.lemma(k) in tables.words("finishing") | tables.words("holding")
        }
    return bool(bearers) and all(scene.tree.words[at].upos == "VERB" and at not in own for at in bearers)


def _ahead(terms: Terms, when: When) -> bool:
    return bool(when.end and terms.published and when.end[:10] > terms.published[:10])


def _until(scene: Scene, when: When) -> bool:
    before = scene.document.text[max(0, when.anchor.start - 16) : when.anchor.start + 8].lower()
    return re.search(r"\b(by|before|until|within)\b", before) is not None


def addressees(terms: Terms, promise: Promise) -> tuple[str, ...]:
    """Those who are owed it: to whom it is said or given, in a text of two states the other one."""
    scene = terms.scene
    for spot in dict.fromkeys((promise.cue, promise.deed)):
        heads = scene.tree.kids(spot, "iobj")
        if spot == promise.cue != promise.deed:
            heads += [k for k in scene.tree.kids(spot, "obj") if scene.cast.at(k)]
        heads += [k for p in ("to", "with", "for", "from") for k in scene.matcher.slot(spot, p)]
        ids = next((ids for head in heads if (ids := _owed(scene, scene.cast.who(head, deep=False)))), ())
        if ids:
            return ids
    word = scene.tree.words[promise.deed]
    for event in terms.events:
        if event.trigger.start <= word.start < event.trigger.end and (ids := _owed(scene, event.recipients)):
            return ids
    return tuple(id for id in terms.sides if id not in promise.by) if terms.sides else ()


def _owed(scene: Scene, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Without those who only listen: "told reporters that the bank would lend"."""
    audiences = tables.words("audiences")
    return tuple(id for id in ids if scene.cast.ids[id].name.casefold().split()[-1] not in audiences)


@cache
def _phrases() -> re.Pattern[str]:
    said = sorted(tables.words("condition_phrases"), key=len, reverse=True)
    soon = r"as soon as(?! possible| practicable| feasible| they can| it can)"
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))}|{soon}|(?<=, )provided)\b", re.IGNORECASE)


def condition(scene: Scene, promise: Promise) -> Anchor | None:
    """The clause or phrase that the promise hangs on."""
    tree, text = scene.tree, scene.document.text
    for spot in dict.fromkeys((promise.deed, promise.cue)):
        for clause in tree.kids(spot, "advcl", "obl"):
            marks = {tree.words[k].text.lower() for k in tree.kids(clause, "mark", "advmod")}
            first = min(tree.kids(clause, "nsubj", "nsubj:pass"), default=-1)
            turned = any(tree.lows[k] == "should" and k < first for k in tree.kids(clause, "aux"))
            if turned or marks & tables.words("condition_marks") - {"only", "should"}:
                inside = tree.under(clause, "parataxis")
                while inside and tree.words[inside[-1]].upos == "PUNCT":
                    inside.pop()
                return scene.document.anchor(tree.words[inside[0]].start, tree.words[inside[-1]].end)
    last = tree.words[max(promise.cue, tree.sentence(promise.cue)[1] - 1)].end
    start = tree.words[promise.cue].end
    found = _phrases().search(text, start, last)
    if found is None:
        return None
    stop = re.compile(r"[.;,”\"]").search(text, found.end(), last)
    end = stop.start() if stop else last
    return scene.document.anchor(found.start(), end) if end > found.start() else None
