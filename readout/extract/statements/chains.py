"""Who told whom what whom said: nesting, outlets between, and sources that are cited."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.statements.board import Board
from readout.extract.statements.draft import Draft, ranges, shared
from readout.extract.statements.lexicon import listed, words
from readout.extract.statements.merge import holds
from readout.extract.statements.roles import Cast, carried_by
from readout.extract.statements.speakers import is_document, phrase
from readout.extract.statements.tagged import head_of
from readout.extract.statements.tree import RELATIVES, Tree
from readout.model.analysis import Range
from readout.model.swift import replace


def cited(tree: Tree, cast: Cast, drafts: Sequence[Draft]) -> list[Draft]:
    """ "the paper reported, citing officials": the source is the officials, the paper stands between."""
    if CITING.isdisjoint(tree.lemmas):
        return list(drafts)
    citing = [d for d in drafts if d.verb is not None and d.said == "yes" and tree.lemmas[d.verb] == "cite"]
    moved = {id(d): _cited(tree, cast, d) or _citing_beside(tree, cast, d, citing) for d in drafts}
    heads = {found[1] for found in moved.values() if found}
    kept = [draft for draft in drafts if draft.verb not in heads and not _cites_only(tree, draft)]
    return [found[0] if (found := moved[id(draft)]) else draft for draft in kept]


CITING = {"cite", "quote", "attribute"}


def _cites_only(tree: Tree, draft: Draft) -> bool:
    """ "…, quoting a survey": names where it comes from, says nothing of its own."""
    verb = draft.verb
    if verb is None or draft.origin != "tagger" or tree.lemmas[verb] not in ("cite", "quote"):
        return False
    head = head_of(tree, draft.contents[0]) if draft.contents else verb
    above = tree.words[verb].head
    if above >= 0 and (tree.lemmas[above] in words("declined", "verbs") or tree.negated(above) is not None):
        return tree.words[verb].xpos == "VBG" and tree.words[head].upos != "VERB"
    someone = tree.lemmas[head] in listed("audiences") | listed("outlets")
    return tree.words[verb].xpos == "VBG" and someone


def _cited(tree: Tree, cast: Cast, draft: Draft) -> tuple[Draft, int] | None:
    if draft.verb is None or draft.source is None or draft.source_head is None or draft.via:
        return None
    citing = [
        k
        for k in (*tree.kids(draft.verb, "advcl"), *tree.kids(draft.source_head, "acl"))
        if tree.lemmas[k] in ("cite", "quote") and tree.kids(k, "obj") and "without" not in tree.marked(k)
    ] or _attributing(tree, draft)
    if not citing or not (
        _reporter(tree, cast, draft.verb, draft.source, draft.source_head)
        or _which_cites(tree, cast, draft, citing[0])
    ):
        return None
    head = (_from_whom(tree, citing[0]) or tree.kids(citing[0], "obj"))[0]
    span = phrase(tree, head)
    if span is None:
        return None
    cut = set(tree.subtree(citing[0]))
    contents = tuple(piece for piece in draft.contents if not cut & set(range(*piece)))
    if not contents:
        held = [i for piece in draft.contents for i in range(*piece) if not citing[0] <= i <= span[1]]
        while held and tree.lows[held[-1]] == ",":
            held.pop()
        contents = ranges(held)
    within = draft.source[0] <= citing[0] < draft.source[1]
    paper = (phrase(tree, draft.source_head, without={citing[0]}) if within else None) or draft.source
    return replace(
        draft, source=span, source_head=head, via=(paper,), contents=contents or draft.contents
    ), citing[0]


def _attributing(tree: Tree, draft: Draft) -> list[int]:
    """ "reported that it sank, attributing this to a pilot": the participle, wherever the parse hangs it."""
    last = tree.sentence(draft.verb or 0)[1]
    near = (i for i in range((draft.verb or 0) + 1, last) if tree.lemmas[i] == "attribute")
    ends = (i for i in near if tree.words[i].xpos == "VBG" and tree.lows[i - 1] == ",")
    return [i for i in ends if _from_whom(tree, i)][:1]


def _from_whom(tree: Tree, verb: int) -> list[int]:
    """To whom words are attributed: "attributing the news to [a pilot]"."""
    if tree.lemmas[verb] != "attribute":
        return []
    return [kid for kid in tree.kids(verb, "obl") if "to" in tree.marked(kid) and kid > verb]


def _which_cites(tree: Tree, cast: Cast, draft: Draft, citing: int) -> bool:
    """Whether it is by "which cited" that a name is told to be an outlet: "Dawn, which cited two clerks"."""
    if draft.source is None or draft.source_head is None or tree.words[draft.source_head].upos != "PROPN":
        return False
    actor = cast.by_id.get(cast.named(draft.source, draft.source_head) or "")
    which = any(tree.lows[kid] == "which" for kid in tree.kids(citing, "nsubj"))
    return which and (actor is None or actor.kind not in ("country", "government", "group"))


def _reporter(tree: Tree, cast: Cast, verb: int, source: Range, head: int) -> bool:
    """Whether a source is an outlet: by its name, or because it "reported" and is no person or state."""
    actor = cast.by_id.get(cast.named(source, head) or "")
    free = actor is None or actor.kind in ("organization", "publisher")
    reports = tree.lemmas[verb] in ("report", "accord", "according")
    return cast.outlet(source, head) or (free and reports and tree.words[head].upos == "PROPN")


def _citing_beside(tree: Tree, cast: Cast, draft: Draft, citing: Sequence[Draft]) -> tuple[Draft, int] | None:
    """The same where only the tagger saw who is cited: a draft "citing" of the same outlet."""
    if draft.verb is None or draft.source is None or tree.lemmas[draft.verb] == "cite":
        return None
    if not _reporter(tree, cast, draft.verb, draft.source, draft.source_head or draft.source[0]):
        return None
    sentence = tree.words[draft.verb].sentence
    for other in citing:
        if (
            other.verb is not None
            and other.source == draft.source
            and tree.words[other.verb].sentence == sentence
        ):
            head = head_of(tree, other.contents[0])
            return replace(draft, source=other.contents[0], source_head=head, via=(draft.source,)), other.verb
    return None


def quoted_as(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """ "the paper cited her as saying": she is the source, the paper stands between."""
    if "cite" not in tree.lemmas and "quote" not in tree.lemmas:
        return list(drafts)
    moved = [_quoted(tree, draft) for draft in drafts]
    said = {draft.verb: draft for old, draft in zip(drafts, moved, strict=True) if draft is not old}
    outer = {k for draft in said.values() if draft.verb is not None for k in (tree.words[draft.verb].head,)}
    return [
        draft
        for draft in moved
        if draft.verb is None or draft.verb not in outer or not _as(tree, draft, said)
    ]


def _as(tree: Tree, draft: Draft, said: dict[int | None, Draft]) -> bool:
    """Whether a "quoted" has its "as saying" among the drafts, which then says it all."""
    return any(
        verb is not None and verb != draft.verb and tree.words[verb].head == draft.verb for verb in said
    )


def _quoted(tree: Tree, draft: Draft) -> Draft:
    verb = draft.verb
    if verb is None or tree.lemmas[verb] not in ("say", "tell", "warn", "write", "claim", "quote"):
        return draft
    saying = (
        [k for k in tree.kids(verb, "advcl", "obl", "xcomp") if "as" in tree.marked(k)]
        if tree.lemmas[verb] == "quote"
        else [verb]
    )
    quote = verb if tree.lemmas[verb] == "quote" else tree.words[verb].head
    if not saying and tree.lemmas[verb] == "quote" and (far := _as_saying(tree, verb)) is not None:
        return _cited_person(tree, draft, verb, far)
    if (
        not saying
        or quote < 0
        or tree.lemmas[quote] not in ("quote", "cite")
        or "as" not in tree.marked(saying[0])
    ):
        return draft
    people, agents = tree.kids(quote, "obj", "iobj"), tree.kids(quote, "nsubj")
    joined = tree.subject(quote) if not agents and tree.rels[quote] == "conj" else None
    agents = [joined] if joined is not None else agents
    if tree.passive(quote):
        people = agents
        agents = [a for at in (quote, saying[0]) if (a := tree.agent(at)) is not None and _told_by(tree, a)]
    span = phrase(tree, people[0]) if people else None
    if span is None:
        far = _as_saying(tree, quote) if tree.lemmas[verb] == "quote" else None
        return _cited_person(tree, draft, quote, far) if far is not None else draft
    via = _outlet(tree, agents[0], quote) if agents else None
    inside = {i for piece in draft.contents for i in range(*piece)} - set(range(*span))
    contents = tuple(piece for piece in draft.contents if set(range(*piece)) <= inside) or draft.contents
    return replace(draft, source=span, source_head=people[0], via=(via,) if via else (), contents=contents)


def _as_saying(tree: Tree, verb: int) -> int | None:
    """The "as" of "as saying" that the parse hangs elsewhere: "“No,” Tass quoted an official as saying"."""
    for at in range(verb + 2, min(verb + 24, tree.sentence(verb)[1] - 1)):
        if tree.lows[at] == "as" and tree.lows[at + 1] == "saying":
            return at
        if tree.words[at].upos == "VERB":
            return None
    return None


def _cited_person(tree: Tree, draft: Draft, verb: int, as_: int) -> Draft:
    """The draft with whoever stands between "quoted" and "as saying" for its source."""
    last = as_ - (tree.lows[as_ - 1] == ",")
    tops = [i for i in range(verb + 1, last) if not verb < tree.words[i].head < last]
    tops = [i for i in tops if tree.words[i].upos in ("NOUN", "PROPN", "PRON")]
    agents = tree.kids(verb, "nsubj")
    contents = tuple(piece for piece in draft.contents if piece[1] <= verb or piece[0] > as_ + 1)
    if not tops or not agents or not contents or tree.passive(verb):
        return draft
    via = _outlet(tree, agents[0], verb)
    source = (verb + 1, last)
    return replace(draft, source=source, source_head=tops[0], via=(via,) if via else (), contents=contents)


def _told_by(tree: Tree, agent: int) -> bool:
    """Whether a "by" names who quotes, not a day: "quoted as saying by the daily", not "by Monday"."""
    return tree.words[agent].upos in ("NOUN", "PROPN", "PRON", "X")


def _outlet(tree: Tree, agent: int, quote: int) -> Range | None:
    """Who quotes: the union, in "the union, which quoted her as saying"."""
    head = tree.words[quote].head
    relative = tree.lows[agent] in RELATIVES and tree.words[quote].deprel == "acl:relcl"
    return phrase(tree, head, without={quote}) if relative and head >= 0 else phrase(tree, agent)


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the number of the smallest one whose content holds it."""
    board = Board(drafts)
    number = {id(draft): place for place, draft in enumerate(drafts)}
    found: list[int | None] = []
    for draft in drafts:
        outer = [
            other
            for other in board.by_content(draft.cue)
            if holds(other, draft) and not (holds(draft, other))
        ]
        smallest = min(outer, key=lambda other: other.covered, default=None)
        found.append(number[id(smallest)] if smallest else None)
    return found


def between(tree: Tree, cast: Cast, draft: Draft, outer: Draft | None) -> Draft:
    """The draft with the outlet through which it came: the statement around it, or "carried by …"."""
    if not draft.via and (mouth := _mouthpiece(tree, draft)):
        return replace(draft, via=(mouth,))
    carried = carried_by(tree, draft)
    if carried and not draft.via and cast.outlet(*carried):
        return replace(draft, via=(carried[0],))
    if outer is None or outer.source is None or draft.via or outer.source_head is None:
        return draft
    if tree.lows[draft.first] == "to":
        return draft  # "The daily reports that Oslo threatened to shut the road": the daily's own news
    if outer.said != "yes" or 10 * shared(outer.contents, _reach(draft)) < 7 * outer.covered:
        return draft
    reports = outer.verb is not None and tree.lemmas[outer.verb] == "report"
    reports = reports and _reporter(tree, cast, outer.verb or 0, outer.source, outer.source_head)
    if reports or cast.outlet(outer.source, outer.source_head) or _by_paper(tree, draft, outer):
        return replace(draft, via=(outer.source,))
    return draft


def _mouthpiece(tree: Tree, draft: Draft) -> Range | None:
    """By whom one speaks: "said through [his lawyer] that …", "let it be known via [her office] that …"."""
    if draft.verb is None or draft.said != "yes":
        return None
    deep = tree.kids(draft.verb, "xcomp") if tree.lemmas[draft.verb] == "let" else []
    for kid in [k for at in (draft.verb, *deep) for k in tree.kids(at, "obl")]:
        through = tree.marked(kid) & {"through", "via"} and not shared(draft.contents, ((kid, kid + 1),))
        if through and tree.lemmas[kid] in listed("mouthpieces"):
            return phrase(tree, kid)
    return None


def refuses_of_oneself(tree: Tree, draft: Draft, outer: Draft) -> bool:
    """Whether a speech is but a refusal to speak: "The embassy said it had no comment on the visas"."""
    if draft.said != "declined" or outer.said != "yes" or draft.source is None or outer.verb is None:
        return False
    if draft.verb is not None and tree.lemmas[draft.verb] in ("answer", "take"):
        return False  # "She said she would not answer questions": how she will go about it
    oneself = draft.source_head is not None and tree.lows[draft.source_head] in ("he", "she", "it", "they")
    plain = tree.lemmas[outer.verb] in ("say", "reply", "add", "answer", "respond")
    own = (
        _reach(draft) if shared(outer.contents, draft.contents) else (draft.source, draft.cue or draft.source)
    )
    return oneself and plain and 10 * shared(outer.contents, own) >= 9 * outer.covered


def _reach(draft: Draft) -> tuple[Range, ...]:
    """All words of a saying, whoever is told included: "Orr told the court that …"."""
    pieces = [*draft.contents, *([draft.cue] if draft.cue else [])]
    whole = min(first for first, _ in pieces), max(last for _, last in pieces)
    apart = draft.source is not None and not shared((whole,), (draft.source,))
    return (draft.source, whole) if draft.source and apart else (whole,)


def _by_paper(tree: Tree, draft: Draft, outer: Draft) -> bool:
    """Whether it is a paper that tells who said it: "Orr warned us, according to a note from Oslo"."""
    if outer.verb is None or outer.cue is None or tree.lows[outer.verb] != "according":
        return False
    if draft.source is None or outer.cue[0] < draft.source[0]:
        return False  # "According to the note, Orr warned us": the note says so
    near = range(outer.cue[1], min(outer.cue[1] + 4, len(tree.words)))
    own = any(tree.words[i].xpos == "PRP$" for i in near)  # "according to her account, she …"
    return not own and any(is_document(tree, i) for i in near)
