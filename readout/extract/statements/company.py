"""Whom a speaking pronoun can mean: not the other sex, not oneself, not one whom only a speech has named."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.statements.lexicon import listed
from readout.extract.statements.spans import Marks
from readout.extract.statements.tree import Tree
from readout.model.actor import Actor, Mention
from readout.model.statement import Statement

SEX = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
REPLYING = ("repl", "answered", "responded", "retort", "counter")
SEXES = {"woman": "f", "sman": "m", "irman": "m", "mr.": "m", "mrs.": "f", "ms.": "f"}
BODIES = ("organization", "government", "publisher", "country")


class Company:
    """The people and bodies of a text, where each is mentioned, and who has spoken so far."""

    def __init__(self, actors: Sequence[Actor], marks: Marks, tree: Tree | None = None) -> None:
        self.marks, self.tree = marks, tree
        self.by_id = {actor.id: actor for actor in actors}
        self.sex = {actor.id: _sex(actor) for actor in actors}
        self.named = {a.id for a in actors if any(m.kind == "name" for m in a.mentions)}
        self.mentions = sorted((m.start, a.id, m.kind) for a in actors for m in a.mentions)
        self.spoken: list[tuple[Statement, str]] = []
        self.swapped: dict[tuple[int, str], str] = {}

    def heard(self, statement: Statement, actor: str | None) -> None:
        """Notes who made a statement that stands in no other."""
        if statement.within is None and actor in self.by_id and statement.source:
            self.spoken.append((statement, actor))

    def meant(self, statement: Statement, actor: str | None, outer: Statement | None) -> str | None:
        """The actor that the pronoun of a statement means, after a look at what stands around it."""
        source = statement.source
        word = source.anchor.exact.casefold() if source and source.anchor else ""
        if source is None or source.anchor is None or word not in ("he", "she", "it", "they"):
            return actor
        at = source.anchor.start
        if actor is None and outer is None:
            return self._unread(word, at)
        if outer is None and word in SEX and (asked := self._asked(statement, word, at)) is not None:
            return asked
        if outer is not None:
            return self._not_oneself(word, at, actor, outer) if word in SEX else actor
        if actor is None or statement.said == "denied" or word == "they":
            return actor
        if word == "it":
            return self._last_body(actor, at) if self._only_told(actor, at) else actor
        if self._around(statement, actor, at):
            return self._last_person(word, at, actor) or actor
        again = self.swapped.get((self._paragraph(at), actor))
        found = again or self._person(word, at, actor)
        if found != actor:
            self.swapped[self._paragraph(at), actor] = found
        return found

    def _asked(self, statement: Statement, word: str, at: int) -> str | None:
        """Who replies: whom the one before has told something: "Orr told Hale no. He replied that …"."""
        last = self.spoken[-1] if self.spoken else None
        cue = statement.cue.exact.casefold() if statement.cue else ""
        if last is None or not cue.startswith(REPLYING) or _start(last[0]) < self._paragraph(at):
            return None
        who = last[0].addressee.actor if last[0].addressee else None
        return who if who in self.by_id and who != last[1] and self._fits(who, word) else None

    def _around(self, statement: Statement, actor: str, at: int) -> bool:
        """ "The mayor, he said, was late": he is not the mayor, who stands before the aside."""
        before = [one for one in statement.content if one.end <= at]
        if not before or len(before) == len(statement.content) or self.marks.touching(before[0].start, at):
            return False
        first = before[-1].start
        return any(
            who == actor and first <= start < at and kind != "pronoun" for start, who, kind in self.mentions
        )

    def instead(self, statement: Statement, previous: str) -> str | None:
        """Who "he" is, not being whom only quotations name: who spoke before, or who is named since."""
        anchor = statement.source.anchor if statement.source else None
        word, at = (anchor.exact.casefold(), anchor.start) if anchor else ("", 0)
        if word not in SEX:
            return previous
        named = None if self._present(previous, at) else self._alone_named(word, at)
        return named or (previous if self._fits(previous, word) else None)

    def _unread(self, word: str, at: int) -> str | None:
        """Who "he" is where nobody has read it: the one named in the paragraph, else who spoke in it."""
        if word == "it":
            return None
        if word == "they":
            return self._last_body("", at) or self._alone_body(at)
        here = self._alone_named(word, at) or self._last_person(word, at, "")
        here = here or next((who for _, who in reversed(self.spoken) if self.sex[who] == SEX[word]), None)
        last = {who for _, who in self.spoken[-2:]}
        return here or next((who for who in last if len(last) == 1 and self._fits(who, word)), None)

    def _person(self, word: str, at: int, actor: str) -> str:
        """Who "he" is at the head of a statement of its own."""
        if host := self._met(word, at, actor):
            return host
        last = self.spoken[-1][1] if self.spoken else None
        if actor == last and _called(self.by_id[actor]) == SEX[word]:
            return actor  # "A spokeswoman said no. She added that …"
        clash = self.sex.get(actor) not in (None, SEX[word])
        if clash or actor not in self.named:
            who = self._last_person(word, at, actor, anywhere=clash)
            return who or actor
        if self._only_told(actor, at) or self._just_spoke(word, at, actor):
            return self._last_person(word, at, actor) or actor
        return self._alone_named(word, at) or actor if not self._present(actor, at) else actor

    def _met(self, word: str, at: int, actor: str) -> str | None:
        """Who goes on after a meeting: "The envoy, Ada Orr, met Ines Ruiz. She said …" is Orr."""
        tree = self.tree
        if tree is None:
            return None
        here = tree.beginning(at, at + 1)
        number = tree.words[here[0]].sentence if here else 0
        first, last = tree.sentences[number - 1] if number > 0 else (0, 0)
        opens = tree.sentence(here[0])[0] if here else 0
        quoted = bool(here) and bool(self.marks.touching(tree.words[opens].start, tree.words[opens].end))
        if (
            not here
            or (opens if quoted else here[0]) > last + 2
            or tree.words[first].start < self._paragraph(at)
        ):
            return None
        verbs = [
            i for i in range(first, last) if tree.rels[i] == "root" and tree.lemmas[i] in listed("meeting")
        ]
        if not verbs or tree.passive(verbs[0]):
            return None
        begins, verb = tree.words[first].start, tree.words[verbs[0]].start
        hosts = {w for start, w, kind in self.mentions if begins <= start < verb and kind != "pronoun"}
        hosts = {who for who in hosts if self._fits(who, word)}
        after = any(who == actor for start, who, _ in self.mentions if verb < start < at)
        return next(iter(hosts)) if after and len(hosts) == 1 and actor not in hosts else None

    def _just_spoke(self, word: str, at: int, actor: str) -> bool:
        """Whether a "spokeswoman" has just named the actor: then "she" goes on."""
        last = self.spoken[-1] if self.spoken else None
        before = self._before(actor, at)
        if last is None or not before or _start(last[0]) < self._paragraph(at) or last[1] == actor:
            return False
        noun = last[0].source.anchor.exact.casefold() if last[0].source and last[0].source.anchor else ""
        ending = "woman" if word == "she" else "man"
        told = any(a.start <= before[-1] < a.end for a in last[0].content)
        return told and noun.endswith(ending) and not (ending == "man" and noun.endswith("woman"))

    def _not_oneself(self, word: str, at: int, actor: str | None, outer: Statement) -> str | None:
        """ "“He laughed and said no,” Orr recalled": he is not Orr, but whom Orr or the question named."""
        own = outer.source.actor if outer.source else None
        inside = any(a.start <= at < a.end for a in outer.content)
        quoted = outer.cue is None or bool(self.marks.touching(at, at + 1))
        if actor not in (own, None) or outer.form == "indirect" or not inside or not quoted:
            return actor
        others = (
            who
            for start, who, kind in reversed(self.mentions)
            if start < at and kind != "pronoun" and who != own and self._fits(who, word)
        )
        return next(others, None)

    def _fits(self, who: str, word: str) -> bool:
        return self.by_id[who].kind == "person" and self.sex[who] in (None, SEX[word])

    def _paragraph(self, at: int) -> int:
        return self.marks.text.rfind("\n", 0, at) + 1

    def _present(self, actor: str, at: int) -> bool:
        """Whether the paragraph has mentioned an actor before, in the writer's words."""
        return any(not self._told(start) for start in self._before(actor, at))

    def _only_told(self, actor: str, at: int) -> bool:
        """Whether the paragraph has so far mentioned an actor only in what somebody said."""
        before = self._before(actor, at)
        return bool(before) and all(self._told(start) for start in before)

    def _before(self, actor: str, at: int) -> list[int]:
        first = self._paragraph(at)
        return [start for start, who, _ in self.mentions if who == actor and first <= start < at]

    def _told(self, start: int) -> bool:
        """Whether a place stands in what somebody said."""
        spoken = (anchor for statement, _ in self.spoken for anchor in statement.content)
        return any(a.start <= start < a.end for a in spoken) or bool(self.marks.touching(start, start + 1))

    def _alone_named(self, word: str, at: int) -> str | None:
        """The one person whom the paragraph has named before, in the writer's words."""
        first = self._paragraph(at)
        here = {
            who
            for start, who, kind in self.mentions
            if first <= start < at and kind == "name" and not self._told(start) and self._fits(who, word)
        }
        return next(iter(here)) if len(here) == 1 else None

    def _last_person(self, word: str, at: int, actor: str, *, anywhere: bool = False) -> str | None:
        """Who spoke last in the paragraph, being named or plainly a person of that sex."""
        first = self._paragraph(at)
        for statement, who in reversed(self.spoken[-6:]):
            near = anywhere or _start(statement) >= first
            named = who in self.named or actor in self.named or not actor
            if near and named and who != actor and self._fits(who, word):
                return who
        return None

    def _alone_body(self, at: int) -> str | None:
        """The one body or group that the paragraph has named: "Police in Lima came. They did not say"."""
        first = self._paragraph(at)
        kinds = ("organization", "government", "group")
        here = {w for start, w, _ in self.mentions if first <= start < at and self.by_id[w].kind in kinds}
        return next(iter(here)) if len(here) == 1 else None

    def _last_body(self, actor: str, at: int) -> str:
        """The body that spoke last in the paragraph, where it is not whom its words named."""
        if not self.spoken or _start(self.spoken[-1][0]) < self._paragraph(at):
            return actor
        who = self.spoken[-1][1]
        bodies = BODIES if actor else ("organization", "government", "group")
        return who if self.by_id[who].kind in bodies else actor


def _start(statement: Statement) -> int:
    anchor = statement.source.anchor if statement.source else None
    return anchor.start if anchor else statement.content[0].start


def _sex(actor: Actor) -> str | None:
    """What the pronouns that mean an actor tell of it; None where they tell nothing, or both."""
    if actor.kind == "person" and (called := _called(actor)) is not None:
        return called
    told = [sex for mention in actor.mentions if (sex := _told_by(mention))]
    return told[0] if len(told) > 1 and len(set(told)) == 1 else None


def _called(actor: Actor) -> str | None:
    """What the nouns for an actor tell: "a spokeswoman" f, "the chairman" m."""
    said = {SEXES[end] for m in actor.mentions if m.kind != "pronoun" for end in _endings(m.exact)}
    return said.pop() if len(said) == 1 else None


def _endings(exact: str) -> list[str]:
    """How the words end that stand for somebody: "woman" of "a police spokeswoman"."""
    return [end for word in exact.casefold().split() for end in SEXES if word.endswith(end)][:1]


def _told_by(mention: Mention) -> str | None:
    return SEX.get(mention.exact.casefold()) if mention.kind == "pronoun" else None
