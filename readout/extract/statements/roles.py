"""Who is meant: parties, outlets between, the medium, the when; from words to ids."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from readout.extract.statements.draft import Draft
from readout.extract.statements.lexicon import listed, words
from readout.extract.statements.spans import chars
from readout.extract.statements.speakers import holds_words, is_document, owner, phrase, speaker, speaking
from readout.extract.statements.tree import Tree
from readout.extract.statements.verbs import cue_at
from readout.knowledge import load
from readout.model.actor import Actor
from readout.model.analysis import Range
from readout.model.anchor import Anchor
from readout.model.statement import Party
from readout.model.when import When

NEARBY = 60
"""So many words after a text is named "it" may still mean it."""
STATES = ("country", "government")
FIRST = {"i", "me", "my", "myself"}
FIRST_PLURAL = {"we", "us", "our", "ourselves"}


STATE_PRESS = {"news", "press", "state", "official", "telegraph", "wire"}
"""What stands before "agency" where it reports the news: "the state agency TAP"."""


class Cast:
    """The actors of a text, found by the characters that mention them."""

    def __init__(self, text: str, tree: Tree, actors: Sequence[Actor]) -> None:
        self.text, self.tree, self.actors = text, tree, actors
        self.by_id = {actor.id: actor for actor in actors}
        self._at: dict[int, list[tuple[int, int, str]]] = {}
        for actor in actors:
            for mention in actor.mentions:
                for word in tree.beginning(mention.start, mention.end):
                    self._at.setdefault(word, []).append(
                        (mention.end - mention.start, mention.start, actor.id)
                    )
        self._names: dict[str, set[str]] = {}
        for actor in actors:
            for mention in actor.mentions:
                if mention.kind == "name":
                    self._names.setdefault(mention.exact, set()).add(actor.id)
        self._meant: dict[tuple[Range, int], str | None] = {}
        self.documents: dict[str, list[tuple[int, str]]] = {}
        self._note_documents()

    def _note_documents(self) -> None:
        """Whose each document is, where the text says so: "Norway's summary", "said in a letter"."""
        documents = words("media", "documents")
        spoken = documents | words("media", "occasions")
        tree = self.tree
        for noun in tree.having(spoken, documents):
            if tree.words[noun].upos == "NOUN":
                actor = self._author(noun)
                if actor:
                    self.documents.setdefault(self.tree.lemmas[noun], []).append((noun, actor))

    def _author(self, noun: int) -> str | None:
        by = owner(self.tree, noun)
        if by is None and (issuer := self._issuer(noun)):
            return issuer
        verb = self.tree.words[noun].head
        if by is None and verb >= 0 and self.tree.rels[noun] == "obl" and "in" in self.tree.marked(noun):
            who = speaker(self.tree, verb) if cue_at(self.tree, verb) else None
            return self.named(*who) if who else None
        span = phrase(self.tree, by) if by is not None else None
        return self.named(span, by) if span and by is not None else None

    def _issuer(self, noun: int) -> str | None:
        """Who made a document by the verb beside it: "The palace issued a note", "a note sent by Oslo"."""
        tree, verb = self.tree, self.tree.words[noun].head
        who = None
        if verb >= 0 and tree.rels[noun] == "obj" and tree.lemmas[verb] in listed("issued"):
            who = speaker(tree, verb)
        for made in tree.kids(noun, "acl"):
            agent = tree.agent(made) if tree.lemmas[made] in listed("issued") else None
            span = phrase(tree, agent) if agent is not None else None
            who = (span, agent) if span and agent is not None else who
        return self.named(*who) if who else self._adjective(noun)

    def _adjective(self, noun: int) -> str | None:
        """The state that an adjective names before a document: "the Turkish account", "the Hungarian one"."""
        for kid in self.tree.kids(noun, "amod", "compound"):
            if not self.tree.words[kid].text[:1].isupper():
                continue
            actor = self.at_word(kid)
            if actor and self.by_id[actor].kind in ("country", "government", "organization"):
                return actor
            state = load().country(self.tree.words[kid].text)
            found = [one for one in self.actors if state and one.country == state.iso3 and one.kind in STATES]
            if found:
                return min(found, key=lambda one: STATES.index(one.kind)).id
        return None

    def at_word(self, index: int) -> str | None:
        """The actor whose longest mention holds a word."""
        held = self._at.get(index)
        return max(held)[2] if held else None

    def named(self, span: Range, head: int) -> str | None:
        """The actor that a phrase means: by its head, else by the name that stands beside the head."""
        key = (span, head)
        if key not in self._meant:
            self._meant[key] = self._named(span, head)
        return self._meant[key]

    def _named(self, span: Range, head: int) -> str | None:
        found = self.at_word(head)
        beside = [
            kid for kid in self.tree.kids(head, "appos", "flat", "compound") if span[0] <= kid < span[1]
        ]
        names = [self.at_word(kid) for kid in beside if self.tree.words[kid].upos == "PROPN"]
        named = next((actor for actor in names if actor), None)
        if found and not (named and self._called(found, head, named)):
            return found
        return named or self._by_name(span)

    def _called(self, actor: str, head: int, name: str) -> bool:
        """Whether the person named beside a post is meant, not the post: "the secretary, Ines Ruiz"."""
        person = self.by_id[name].kind == "person"
        return person and actor != name and self.tree.words[head].upos == "NOUN"

    def _by_name(self, span: Range) -> str | None:
        """The one actor that the text calls by just these words elsewhere."""
        start, end = chars(self.tree.words, span)
        named = self._names.get(self.text[start:end], set())
        return next(iter(named)) if len(named) == 1 else None

    def party(self, span: Range | None, head: int | None, speaker: str | None = None) -> Party | None:
        """The party of a source or addressee; "I" and "we" are those of the speaker whose words these are."""
        if span is None:
            return None
        at = head if head is not None else span[0]
        start, end = chars(self.tree.words, span)
        while end > start + 1 and self.text[end - 1] in ",;: ":
            end -= 1
        anchor = Anchor.of(self.text, start, end)
        word = self.tree.lows[at]
        if speaker and word in FIRST:
            return Party(speaker, anchor)
        if speaker and word in FIRST_PLURAL:
            return Party(self.side(speaker), anchor)
        actor = self.named(span, at)
        if actor is None and word == "it":
            actor = self._text_before(at)
        if actor is None and self.tree.words[at].upos == "PROPN":
            actor = self._seat(self.text[start:end])
        return self._document(span, at, anchor) or Party(actor, anchor)

    def _seat(self, name: str) -> str | None:
        """The state that its capital stands for: "urged Paris to wait" -> France, if it is told of."""
        state = load().country(name)
        if state is None or name not in {*state.capitals, *listed("seats")}:
            return None
        found = [one for one in self.actors if one.country == state.iso3 and one.kind in STATES]
        return min(found, key=lambda one: STATES.index(one.kind)).id if found else None

    def _text_before(self, at: int) -> str | None:
        """Whose text "it" is: "Oslo's version was shorter. It was silent on the loan" -> Oslo."""
        known = [pair for pairs in self.documents.values() for pair in pairs if at - NEARBY < pair[0] < at]
        noun, actor = max(known, default=(-1, ""))
        subject = noun >= 0 and self.tree.rels[noun] == "nsubj"
        together = subject and "\n" not in self.text[self.tree.words[noun].end : self.tree.words[at].start]
        return actor if together else None

    def _document(self, span: Range, head: int, anchor: Anchor) -> Party | None:
        """A readout or an email speaks for whoever made it."""
        if not holds_words(self.tree, head):
            one = self.tree.lemmas[head] == "one" and self._adjective(head)
            return Party(one, anchor) if one else None
        by = owner(self.tree, head)
        if by is None:
            own = self._adjective(head) or self._maker(head)
            return Party(own or self.at_word(head), anchor)
        whole = phrase(self.tree, by)
        actor = self.named(whole, by) if whole else None
        if whole and self.tree.words[by].deprel != "nmod:poss":
            anchor = Anchor.of(self.text, *chars(self.tree.words, whole))
        return Party(actor, anchor)

    def _maker(self, head: int) -> str | None:
        """Whose "the statement" is: that of the last one before it whose author the text gave."""
        known = [actor for index, actor in self.documents.get(self.tree.lemmas[head], ()) if index <= head]
        return known[-1] if known else None

    def side(self, speaker: str) -> str | None:
        """Whom a speaker's "we" stands for: the country that an official speaks for, where it is an actor."""
        actor = self.by_id.get(speaker)
        if actor is None or actor.kind != "person":
            return speaker
        minister = any("minister" in office.casefold() for office in actor.offices)
        if actor.country is None or not (minister or actor.sector in ("GOV", "MIL", None)):
            return None
        return next(
            (other.id for other in self.actors if other.kind == "country" and other.country == actor.country),
            None,
        )

    def outlet(self, span: Range, head: int) -> bool:
        """Whether a phrase names who reports the news: "the evening paper", "Reuters"."""
        actor = self.by_id.get(self.named(span, head) or "")
        if actor is not None and actor.kind == "publisher":
            return True
        paper = self.tree.lows[span[1] - 1] in listed("papers") and span[1] - span[0] > 1
        if actor is not None and actor.kind in ("person", "country") and not paper:
            return False
        if paper:
            return True
        tails = [self.tree.subtree(kid)[0] for kid in self.tree.kids(head, "acl") if kid > head]
        own = self.tree.lows[span[0] : min([span[1], *tails])]
        if actor is not None and actor.kind == "government":
            return "news" in own and "agency" in own
        if "agency" in own and not STATE_PRESS.isdisjoint(own):
            return True
        body = self.tree.lemmas[head] in listed("bodies") and self.tree.lemmas[head] != "agency"
        body = body or (bool(own) and own[-1] in listed("bodies") - {"agency"})  # "the Paper Workers’ Union"
        return not body and not listed("outlets").isdisjoint(own)


def medium_of(tree: Tree, draft: Draft) -> str | None:
    """Where it was said: "in a radio address", "on Facebook", "read a notice from the library"."""
    if draft.verb is None or draft.cue is None:
        return None
    inside = {i for first, last in draft.contents for i in range(first, last)}
    last = min(tree.sentence(draft.verb)[1], max(draft.verb, draft.cue[1]) + NEAR)
    near = [*tree.kids(draft.verb, "obl", "nmod"), *range(draft.verb + 1, last), *_before(tree, draft.verb)]
    end = max([last for _, last in draft.contents], default=draft.verb)
    near += [
        i for i in range(end, min(end + 4, tree.sentence(draft.verb)[1])) if tree.words[i].upos == "PROPN"
    ]
    near += [kid for verb in speaking(tree, draft.verb) for kid in tree.kids(verb, "obl")]
    for head in near:
        if head not in inside and _is_medium(tree, head) and (first := _preposed(tree, head)) is not None:
            return _label(tree, first, head)
    heads = [
        *([draft.source_head] if draft.source_head is not None else []),
        *tree.kids(draft.verb, "nsubj", *(["obj"] if tree.lemmas[draft.verb] == "read" else [])),
    ]
    found = next((head for head in heads if head not in inside and _is_medium(tree, head)), None)
    return _label(tree, _phrase_start(tree, found), found) if found is not None else None


def _before(tree: Tree, verb: int) -> list[int]:
    """What stands before the first of several joined verbs: "In a note, he put it at 5 and said that …"."""
    at, seen = verb, 0
    while tree.rels[at] == "conj" and tree.words[at].head >= 0 and seen < 4:
        at, seen = tree.words[at].head, seen + 1
    if at == verb:
        return []
    told = cue_at(tree, at) is not None  # "expressed regret in a statement and promised to pay"
    return [k for k in tree.kids(at, "obl") if k < at or (told and k < verb and "in" in tree.marked(k))]


NEAR = 7
PREPOSITIONS = {"in", "on", "via", "through", "by", "during", "at", "to", "over"}
BEFORE_NOUN = {"PROPN", "ADJ", "NOUN", "DET", "NUM", "PRON", "PART", "PUNCT"}


def _is_medium(tree: Tree, head: int) -> bool:
    upos = tree.words[head].upos
    if upos not in ("NOUN", "PROPN", "X", "SYM", "NUM"):
        return False
    if upos == "PROPN" and head + 1 < len(tree.words) and tree.words[head + 1].upos == "PROPN":
        return False
    if upos == "PROPN" and _station(tree, head):
        return True
    if (lemma := tree.lemmas[head]) not in _ends() and tree.lows[head] not in _ends():
        return False
    documents, occasions = words("media", "documents"), words("media", "occasions")
    if lemma in documents or lemma in occasions or lemma in listed("wired"):
        return True
    if upos == "NOUN" and lemma in ("television", "radio"):
        return True
    name = tree.compounds(head)
    low = name.casefold()
    return name in words("media", "platforms") or low in documents or low in occasions


@cache
def _ends() -> frozenset[str]:
    """The last words of all media: no other word ends one."""
    lists = (*(words("media", key) for key in ("documents", "occasions", "platforms")), listed("wired"))
    return frozenset(entry.casefold().split()[-1] for held in lists for entry in held) | {
        "television",
        "radio",
    }


def _station(tree: Tree, head: int) -> bool:
    """Whether "on …" names a broadcaster: "on Radio Pacific", "on Channel 4"."""
    first = head
    while first > 1 and tree.words[first - 1].upos == "PROPN":
        first -= 1
    named = {tree.lows[i] for i in range(first, head + 1)}
    return first > 0 and tree.lows[first - 1] == "on" and bool(named & listed("stations"))


def _preposed(tree: Tree, head: int) -> int | None:
    """Where the noun phrase begins that ends in a medium, if a preposition of place stands before it."""
    at = head - 1
    while (
        at >= 0
        and head - at < NEAR
        and (tree.words[at].upos in BEFORE_NOUN or tree.rels[at] == "amod")
        and tree.words[at].text not in ',.;:”"'
    ):
        at -= 1
    if at > 0 and tree.lows[at - 1] == "according":
        return None
    return at + 1 if at >= 0 and tree.lows[at] in PREPOSITIONS else None


def _phrase_start(tree: Tree, head: int) -> int:
    first = head
    while first - 1 >= 0 and tree.words[first - 1].head in range(first, head + 1):
        if tree.rels[first - 1] not in ("compound", "amod", "punct", "flat"):
            break
        first -= 1
    return first


def _label(tree: Tree, first: int, head: int) -> str:
    """The noun with what stands close before it: "morning radio address", "mid-year report"."""
    last_owner = [i for i in range(first, head) if tree.words[i].upos in ("DET", "PART", "PRON")]
    first = last_owner[-1] + 1 if last_owner else first
    start, end = tree.words[first].start, tree.words[head].end
    return " ".join(tree.text[start:end].split())


def when_of(tree: Tree, draft: Draft, whens: dict[int, When]) -> str | None:
    """The when that dates the utterance: it hangs from the cue, outside the content ("said on Tuesday")."""
    if draft.verb is None:
        return None
    for kid in tree.kids(draft.verb, "obl", "advmod", "nmod", "obj"):
        below = tree.subtree(kid)
        if whens.keys().isdisjoint(below):
            continue
        inside = {i for first, last in draft.contents for i in range(first, last)}
        held = [i for i in below if i not in inside]
        if kid in inside or len(held) > 8:
            continue
        found = next((whens[i] for i in held if i in whens), None)
        if found:
            return found.id
    return None


def whens_by_word(tree: Tree, whens: Sequence[When]) -> dict[int, When]:
    """The when that covers each word."""
    ordered = sorted(whens, key=lambda when: when.anchor.start)
    found: dict[int, When] = {}
    for when in ordered:
        index = max(0, bisect_right(tree.starts, when.anchor.start) - 1)
        if index < len(tree.words) and tree.words[index].end <= when.anchor.start:
            index += 1
        while index < len(tree.words) and tree.words[index].start < when.anchor.end:
            found[index] = when
            index += 1
    return found


def carried_by(tree: Tree, draft: Draft) -> tuple[Range, int] | None:
    """An outlet beside the source: "Norway's summary, printed by Nordlys"."""
    if draft.source_head is None:
        return None
    places = tree.kids(draft.verb, "obl") if draft.verb is not None else []
    for kid in (kid for head in (draft.source_head, *places) for kid in tree.kids(head, "acl")):
        if tree.words[kid].deprel == "acl:relcl" and not is_document(tree, tree.words[kid].head):
            continue
        agent = tree.agent(kid)
        span = phrase(tree, agent) if agent is not None and tree.lemmas[kid] in listed("carried") else None
        if span and agent is not None:
            return span, agent
    return None
