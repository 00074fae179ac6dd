"""The office that a phrase tells: "minister for fisheries", "head of the Norwegian Refugee Council"."""

from __future__ import annotations

import re

from readout.extract.actors.lexicon import nouns, words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.roles import Roles
from readout.knowledge import Body

BREAK = re.compile(r" and (?=\S)")
LINKS = ("of", "for", "to", "at")
LONGEST = 7
SHORT = {"gov": "governor", "sen": "senator", "rep": "representative"}
"""Offices that are shortened before a name."""


def posts_of(phrase: Phrase, roles: Roles) -> list[str]:
    """What someone is, as the text calls it, without the country, courtesies and ranks.

    "Deputy Prime Minister and Minister of Finance Ann Lee" is "deputy prime minister", "minister of finance".
    """
    noun = nouns().get(phrase.noun or "")
    if (
        noun is None
        or noun.kind != "person"
        or phrase.noun in words("no_office")
        or noun.sector in ("CVL", "REF")
    ):
        return []
    title = phrase.title.replace(phrase.adjective, "", 1) if phrase.adjective else phrase.title
    told = title.replace(" - ", "-").split()
    kept = [_plain(word, phrase, roles, after) for word, after in zip(told, [*told[1:], ""], strict=True)]
    said = " ".join(word for word in kept if word)
    return [f"{post}{_complement(phrase, roles)}" for post in _parted(said) if post not in words("ranks")]


def _plain(word: str, phrase: Phrase, roles: Roles, after: str = "") -> str:
    """A word in small letters unless it belongs to a name; empty for courtesies, ranks and numbers.

    "New" before another capital is a place's, "Gov." is short for an office.
    """
    bare = word.rstrip(".").lower()
    if bare in words("idle"):
        return "new" if word == "New" and after[:1].isupper() and after.lower() not in nouns() else ""
    if bare in SHORT:
        return SHORT[bare]
    if bare in words("courtesy") and bare not in nouns() and bare not in ("crown", "field"):
        return ""
    body = phrase.body
    known = body is not None and isinstance(body.entry, Body)
    name = roles.span(*body.name).split() if known and body is not None and body.name else ()
    acronym = len(word) > 1 and word.isupper()
    if phrase.noun and phrase.noun in phrase.title.split() and word[:1].isupper():
        return word
    return word if acronym or word in name else word.lower()


def _parted(said: str) -> list[str]:
    """Two posts of one title apart: each of them ends in or begins with a noun for a person."""
    for gap in BREAK.finditer(said):
        sides = said[: gap.start()], said[gap.end() :]
        if all(any(_person(word) for word in side.split()) for side in sides):
            return [sides[0], *_parted(sides[1])]
    return [said]


def _person(word: str) -> bool:
    noun = nouns().get(word)
    return noun is not None and noun.kind == "person"


def _complement(phrase: Phrase, roles: Roles) -> str:
    """What an office is of, where that is no country: " for fisheries", " to Japan"."""
    link = roles.text(phrase.last).lower()
    if phrase.named or link not in LINKS:
        return ""
    of = phrase.of
    if of is not None and of.kind in ("country", "capital", "city", "place"):
        return f" {link} {roles.span(*of.name)}" if link == "to" and of.name else ""
    if of is not None and (of.named or isinstance(of.entry, Body) or of.noun):
        said = roles.span(*of.name) if of.name else _unowned(of)
        first = of.name[0] if of.name else of.first
        article = "the " if roles.text(first - 1).lower() == "the" or of.owned else ""
        article = "the " if not of.name and of.determiner == "the" else article
        return f" {link} {article}{said}"
    return _chunk(phrase.last, link, roles)


def _unowned(of: Phrase) -> str:
    """A body's words without whose it is: "central bank" of "Kenya's central bank"."""
    return of.title.replace(of.adjective, "", 1).strip() if of.adjective else of.title


def _chunk(at: int, link: str, roles: Roles) -> str:
    """The plain nouns after a preposition: "mines and energy"."""
    last = at + 1
    while last < len(roles.words) and last - at <= LONGEST:
        word = roles.words[last]
        joins = word.text in ("and", "&") and last + 1 < len(roles.words) and _joined(roles, at, last + 1)
        if (word.upos not in ("NOUN", "ADJ", "PROPN") and not joins) or "\n" in roles.gap(last):
            break
        last += 1
    return (
        f" {link} {roles.span(at + 1, last)}" if last > at + 1 and roles.words[last - 1].upos != "ADJ" else ""
    )


def _joined(roles: Roles, at: int, other: int) -> bool:
    word = roles.words[other]
    head = word.head if word.deprel == "conj" else roles.words[word.head].head if word.head > other else -1
    return at < head < other and word.upos in ("NOUN", "ADJ", "PROPN")


def remember(held: list[str], post: str) -> None:
    """Adds an office, the fuller one of two that tell the same: "fisheries minister" before "minister"."""
    said = set(post.lower().split())
    if any(said <= set(other.lower().split()) for other in held):
        return
    held[:] = [other for other in held if not set(other.lower().split()) < said] + [post]
