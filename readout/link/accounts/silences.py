"""Whose a silence is that a text tells of, and on what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from readout.link import sentences
from readout.link.accounts.issuers import heading, issuer
from readout.link.accounts.owners import Owner
from readout.link.accounts.sides import country_of, load_names
from readout.link.accounts.telling import Telling
from readout.link.lexicon import official, opposite_number, paper
from readout.link.lexicon import passing as patterns
from readout.model.anchor import Anchor
from readout.model.record import Record
from readout.model.statement import Statement


def passing(telling: Telling, sides: Sequence[str]) -> Telling | None:
    """The same as a silence of the other side: "the Danish statement leaves the cod out"."""
    if telling.said != "yes":
        return None
    anchor = telling.anchors[-1]
    alone = len(telling.anchors) == 1
    return (_found(telling, anchor, anchor.end, sides) if alone else None) or _hanging(telling, anchor, sides)


def _hanging(telling: Telling, anchor: Anchor, sides: Sequence[str]) -> Telling | None:
    """The same where it hangs on what is said: "raised the cod, a point on which Bergen was silent"."""
    record, end = telling.record, sentences.around(telling.record.document, anchor).end
    told = any(
        s.said in ("not said", "declined") and s.cue and anchor.start <= s.cue.start < end
        for s in record.statements
    )
    if telling.statement is None or told or not anchor.end < end <= anchor.end + HANGING:
        return None
    found = _found(telling, anchor, end, sides)
    whole = (
        found is not None
        and anchor.start <= found.anchors[0].start
        and found.anchors[0].end <= anchor.end + 1
    )
    return found if whole else None


HANGING = 140
"""Characters behind what is said in which a silence may hang on it."""


def _found(telling: Telling, anchor: Anchor, end: int, sides: Sequence[str]) -> Telling | None:
    text = telling.record.document.text
    for pattern in patterns():
        found = pattern.match(text[anchor.start : end])
        if found:
            who = found.group("who")
            others = [side for side in dict.fromkeys(sides) if side != telling.side]
            side = quiet(who, telling.side, others) if _party(who, others) else None
            if side:
                start, stop = (anchor.start + place for place in found.span("what"))
                return replace(telling, side=side, anchors=(Anchor.of(text, start, stop),), passed_over=True)
    return None


def _party(who: str, others: Sequence[str]) -> bool:
    """Whether words can mean somebody who speaks, or a text: not "the plant" that skipped its tests."""
    if load_names(who) or any(goes_by(side, who) for side in others):
        return True
    kinds = (official(), paper(), opposite_number(), _SPEAKING, _COMPANY)
    return any(kind.search(who) for kind in kinds) or bool(_PERSON.search(who))


_SPEAKING = re.compile(
    r"\b(?:ministry|government|side|account|remarks|report|briefing|authorities|visitors?|hosts?|neither|nobody"
    r"|both|camp|spokes\w+|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|management|board|council|paper)\b"
)
_PERSON = re.compile(r"^(?:[A-Z][\w’'-]+ ?){1,4}$")
"""A name by itself."""


def quiet(who: str, own: str, others: Sequence[str]) -> str | None:
    """Which of the other sides a few words name that was silent: "the Danish statement", "the note".

    A company goes by the first word of its name; words that name nobody mean the only other side.
    """
    named = set(load_names(who))
    for side in others:
        if side in named or (goes_by(side, who) and not goes_by(own, who)):
            return side
    if own in named or goes_by(own, who):
        return None
    plain = not named or bool(paper().search(who))
    return others[0] if plain and len(others) == 1 else None


def hushed(statement: Statement) -> Statement:
    """A statement as a silence where its cue says that something was not told: "did not state"."""
    cue = statement.cue.exact if statement.cue and statement.said == "yes" else ""
    words = statement.content[0].exact if statement.content and statement.form == "indirect" else ""
    quiet = (_NEGATIVE.search(cue) and not _AFTER_ALL.search(cue)) or (cue and _NOTHING.match(words))
    return replace(statement, said="not said") if quiet else statement


_NOTHING = re.compile(
    r"(?:nothing|not a word|not one word)(?: \w+){0,2} (?:about|on|of|regarding|concerning) (?!which\b)"
)
_NEGATIVE = re.compile(r"\b(?:no|not|never|nothing)\b|n[’']t\b")


_AFTER_ALL = re.compile(
    r"\b(?:rul|den(?:y|ied)|hid|exclu|secret|object|agree|accept|approv|mind|doubt|hesitat|oppos|only|want"
    r"|believ|think|know|see|expect|tolerat|allow|intend|plan|recogni|support|need|understand|forget|fail"
    r"|cease|stop|tire|give up|satisf|convinc)\w*"
)


def nameless(statement: Statement) -> bool:
    """Whether a silence is that of a paper that goes by no name: "the release", "nothing is said"."""
    words = statement.source.anchor.exact if statement.source and statement.source.anchor else ""
    return not words or (bool(paper().search(words)) and not load_names(words))


def visiting(record: Record, statement: Statement) -> str | None:
    """The country of one who is silent and goes by it, though by no office: "the Swiss guest"."""
    actor = record.actor(statement.source.actor) if statement.source else None
    words = statement.source.anchor.exact if statement.source and statement.source.anchor else ""
    named = set(load_names(words))
    return named.pop() if len(named) == 1 and (actor is None or actor.country in named) else None


def silent_elsewhere(record: Record, owner: Owner, statement: Statement) -> str | None:
    """The other side where nobody is named but its place is: "In Oslo nobody said a word about …"."""
    anchor = statement.source.anchor if statement.source else None
    if anchor is None or anchor.exact.casefold() not in ("nobody", "no one", "none"):
        return None
    sentence = sentences.around(record.document, anchor)
    named = set(load_names(record.document.text[sentence.start : anchor.start])) - {owner.side}
    return next(iter(named)) if len(named) == 1 else None


def other_side(statement: Statement, own: str, sides: Sequence[str]) -> str | None:
    """The other side where those who kept silent go by what they do: "the visiting negotiators"."""
    anchor = statement.source.anchor if statement.source else None
    others = [side for side in dict.fromkeys(sides) if side != own]
    if anchor is None:
        return None
    called = any(goes_by(side, anchor.exact) for side in others)
    if not called and _COMPANY.search(anchor.exact) and not load_names(anchor.exact):
        houses = [side for side in others if country_of(side) is None]
        return houses[0] if len(houses) == 1 else None
    if not called and not (official().search(anchor.exact) or paper().search(anchor.exact)):
        return None
    return quiet(anchor.exact, own, others)


def company(statement: Statement) -> str:
    """What a source is called that is "the company" or "the union": in its own text the text's side."""
    words = statement.source.anchor.exact if statement.source and statement.source.anchor else ""
    found = _COMPANY.match(words)
    return _class(found.group("word").casefold()) if found else ""


def _class(word: str) -> str:
    """A "firm" and a "miner" as a company, a "guild" as a union."""
    return "company" if word in _FIRMS.split("|") else "union" if word in _UNIONS.split("|") else word


def rival(record: Record, statement: Statement, side: str) -> bool:
    """Whether "the company" is the other one, in a text that speaks as "the union", and the reverse."""
    named = {_class(word) for word in side.casefold().split()[-1:]}
    told = {company(s) for s in record.statements if s.said == "yes"} - {""}
    own = named if named & {"company", "union"} else told | named if told else set()
    return bool(own) and company(statement) not in own


def called(statement: Statement, side: str) -> bool:
    """Whether a silent "council" can be a side: a company or a union by any name, others by their own."""
    word = company(statement)
    return word in ("", "company", "union", "ministry") or word in side.casefold().split()


def rival_named(statement: Statement, own: str, house: bool, sides: Sequence[str]) -> str | None:
    """The other side where a silent source goes by its name: "the Palace", "her Zambian colleague".

    In a company's text "the Office" and "the Minister" are of the one state beside it.
    """
    words = statement.source.anchor.exact if statement.source and statement.source.anchor else ""
    others = [side for side in dict.fromkeys(sides) if side != own]
    named = [side for side in others if side in load_names(words) or goes_by(side, words)]
    if len(named) == 1 and own not in load_names(words) and not goes_by(own, words):
        return named[0]
    states = [side for side in others if country_of(side)]
    of_state = house and _OF_STATE.match(words) and not goes_by(own, words)
    return states[0] if of_state and len(states) == len(others) == 1 else None


_OF_STATE = re.compile(
    r"[Tt]he (?:Office|Ministry|Government|Regulator|Agency|Department|Minister|Secretary)\b", re.I
)


TOLD = frozenset({"statement", "announcement", "release", "bulletin"})
"""Papers in which one side makes something known."""
OFTEN = 3
"""Statements of one side alone from which a story is of its paper."""


def own_paper(record: Record, statement: Statement, sides: Mapping[str, str | None], side: str) -> bool:
    """Whether "the statement" that is silent is the one that the text tells of: "she said in a statement".

    So it is where nobody but one side speaks: "The ministry announced … The statement made no mention of …".
    """
    words = (
        statement.source.anchor.exact.casefold().split()
        if statement.source and statement.source.anchor
        else []
    )
    if len(words) != 2 or words[0] != "the" or issuer(heading(record)):
        return False
    told = (s.medium for s in record.statements if sides[s.id] == side and s.said == "yes" and s.medium)
    if any(words[1] in medium.casefold().split() for medium in told):
        return True
    speaking = Counter(sides[s.id] for s in record.statements if s.said == "yes" and sides[s.id])
    return set(speaking) == {side} and speaking[side] >= OFTEN and words[1] in TOLD


_FIRMS = (
    "company|firm|group|corporation|concern|operator|miner|airline|bank|maker|brewer|brewery|developer|owner"
)
_UNIONS = "union|federation|guild|association"
_COMPANY = re.compile(
    rf"\b[Tt]he (?P<word>{_FIRMS}|{_UNIONS}"
    r"|authority|board|council|club|museum|hospital|university|ministry|alliance|society|committee)\b",
    re.IGNORECASE,
)


def goes_by(side: str, words: str) -> bool:
    """Whether words use part of a body's name: "the union" of the "Dockers' Union"; codes are no names."""
    if len(side) <= 3 or side.isupper():
        return False
    parts = {part for part in re.findall(r"[a-z]+", side.casefold()) if len(part) > 3}
    return bool(parts & set(re.findall(r"[a-z]+", words.casefold())))
