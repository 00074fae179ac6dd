"""People of whom words beside the name say which nation they are of: "Gustavo Bianchi, an Argentine".

The grammar reads "the Dutch minister Jan Bos"; here are trades that no list holds and nations alone.
"""

from __future__ import annotations

from readout.extract.actors.lexicon import words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.resolve import Resolver
from readout.knowledge import Country

REACH = 5
"""How many words may stand between an article and the end of what somebody is: "a retired Dutch Jesuit"."""
CLOSES = frozenset(
    {",", ".", ";", ":", "–", "—", ")", "who", "whose", "from", "and", "with", "in", "by", "at", "of"}
)
LEARNED = frozenset(
    {"expert", "instructor", "interpreter", "lecturer", "scholar", "specialist", "teacher", "translator"}
)
"""Whose matter a nation's adjective may be: "a French teacher"."""


def nation_of(phrase: Phrase, resolver: Resolver) -> str | None:
    """The country of the nation that the words right after or right before a person's name tell."""
    return _after(phrase, resolver) or _before(phrase, resolver) or _one_of(phrase, resolver)


def _after(phrase: Phrase, resolver: Resolver) -> str | None:
    """The nation after a name: "Gustavo Bianchi, an Argentine", "Henk Vermaat, 61, a Dutch Jesuit"."""
    text, at = resolver.roles.text, phrase.last
    if text(at) not in (",", "(", "–", "—"):
        return None
    at += 3 if text(at + 1).isdigit() and text(at + 2) == "," else 1
    if text(at).lower() not in ("a", "an"):
        return None
    for here in range(at + 1, at + 1 + REACH):
        code, length = _nation(here, resolver)
        if code is not None:
            return code if _told(here + length, resolver) else None
        if resolver.roles.words[here].upos not in ("ADJ", "NOUN", "ADV") if text(here) else True:
            return None
    return None


def _before(phrase: Phrase, resolver: Resolver) -> str | None:
    """The nation before a name: "a Swiss glassblower, Ann Lee, came", "Swiss glassblower Ann Lee"."""
    text, every = resolver.roles.text, resolver.roles.words
    comma = text(phrase.first - 1) == ","
    if comma and (phrase.title or text(phrase.last) not in CLOSES | {""} or text(phrase.last) == "and"):
        return None
    at, seen = phrase.first - 1 - comma, 0
    while at >= 0 and seen < REACH and every[at].upos in ("NOUN", "ADJ") and text(at).islower():
        at, seen = at - 1, seen + 1
    if not seen or at < 0 or text(at + seen) in LEARNED or every[at + seen].upos != "NOUN":
        return None
    if every[at + seen].xpos == "NNS" or (comma and not _single(at, resolver)):
        return None
    first = at - 1 if at and _nation(at - 1, resolver)[1] == 2 else at
    return _nation(first, resolver)[0]


def _single(at: int, resolver: Resolver) -> bool:
    """Whether an article stands before a nation, so that the name after the comma is its bearer's."""
    before = [resolver.roles.text(i).lower() for i in range(max(at - 3, 0), at)]
    return any(word in ("a", "an", "the", "one", "another") for word in before)


def _one_of(phrase: Phrase, resolver: Resolver) -> str | None:
    """The country of the people of whom somebody is one: "A Tunisian, Khaled Vik, was held"."""
    text, at = resolver.roles.text, phrase.first
    if text(at - 1) != "," or text(at - 3).lower() not in ("a", "an", "another", "the"):
        return None
    people = resolver.knowledge.country(text(at - 2)) if text(at - 2)[:1].isupper() else None
    return people.iso3 if people is not None else None


def _nation(at: int, resolver: Resolver) -> tuple[str | None, int]:
    """The code of the nation whose adjective or people's name stands at a word, and its length in words."""
    text = resolver.roles.text
    if not text(at)[:1].isupper():
        return None, 0
    for length in (2, 1):
        said = " ".join(text(at + i) for i in range(length))
        land = resolver.knowledge.country(said)
        if land is not None and _of_people(said, land):
            return land.iso3, length
    return None, 0


def _of_people(said: str, land: Country) -> bool:
    """Whether a name is a people's and not the country's own: "Argentine", no "Argentina"."""
    return said in land.adjectives or said in land.people or f"{said}s" in land.people


def _told(at: int, resolver: Resolver) -> bool:
    """Whether what follows a nation is somebody of it: nothing, or a trade, no "French-born" one."""
    text = resolver.roles.text
    if text(at) in CLOSES or not text(at):
        return True
    if text(at) == "-" or text(at).startswith("-"):
        return False
    noun = next((i for i in range(at, at + REACH) if text(i) in CLOSES or not text(i)), at + REACH) - 1
    return not (text(noun).lower() in LEARNED or text(noun).lower() in words("firms"))
