"""Posts of the place that a text tells of: "the fire chief", "Judge Ana Ruiz", "director of forests".

Whoever holds one acts for the country where the text is at home, unless something else is said.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from readout.extract.actors.lexicon import words
from readout.extract.actors.phrase import Phrase
from readout.extract.actors.roles import Roles

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
REACH = 7
"""How many words after "of" tell what a post is of."""
ENDS = frozenset({",", ".", ";", ":", "–", "—", "(", "who", "said", "says"})


def domestic(phrase: Phrase, roles: Roles) -> bool:
    """Whether somebody holds a post that each place has: "the port's fire chief", "Judge Ana Ruiz"."""
    said = _words(phrase.title)
    if "opposition" in said and not phrase.plural:
        return True
    if phrase.noun is None or phrase.plural or phrase.noun in words("voices"):
        return False
    if said & words("private") - {"party", "village"} or said & _list("regional"):
        return False
    if phrase.noun == "general" and said & {"secretary", "director"}:
        return False
    if phrase.noun in _list("posts") or phrase.noun in words("ranks"):
        return phrase.named or phrase.twin is not None or phrase.noun in _list("benches")
    told = phrase.named or phrase.twin is not None
    if phrase.noun == "deputy" and told and " " in phrase.title and phrase.title[:1].isupper():
        return True
    if phrase.noun not in _list("led"):
        return False
    if phrase.title.lower() == "commissioner" and (phrase.named or phrase.twin is not None):
        return True
    if (said - {phrase.noun}) & _list("services"):
        return True
    of = _words(" ".join(_complement(phrase, roles)))
    return bool(of & _list("services")) and not of & (_list("regional") | words("firms"))


def serving(phrase: Phrase) -> bool:
    """Whether several people without names do a state's work: "army commanders", "opposition lawmakers"."""
    if not phrase.plural or phrase.named or phrase.noun is None:
        return False
    if phrase.title.lower() in _list("squads"):
        return True
    said = _words(" ".join(phrase.title.split()[:-1]))
    if "opposition" in said:
        return True
    apart = said & (words("private") - {"party", "village"}) or said & _list("regional")
    return phrase.noun in _list("serving") and bool(said & _list("forces")) and not apart


def partisan(name: str) -> bool:
    """Whether a name is a party's: "the Workers' Party", "the Forum for Democratic Change"."""
    said = _words(name)
    if said & {"armed", "army", "rebel"} or ("union" in said and said & _list("crafts")):
        return False
    return "party" in said or (
        bool(said & _list("rallies")) and bool(said & _list("creeds")) and not regional(name)
    )


def voices_of_state(phrase: Phrase) -> bool:
    """Whether a station without a name is a state's: "state television said that nobody had died"."""
    said = phrase.title.lower().replace("-", " ").split()
    return (
        phrase.kind == "publisher"
        and not (phrase.named or phrase.plural)
        and said[:1] in (["state"], ["government"])
    )


def of_the_public(phrase: Phrase) -> bool:
    """Whether a medium is said to be a state's or the public's: "the public broadcaster Ondas"."""
    return bool(_list("public") & set(phrase.title.lower().replace("-", " ").split()))


def own(noun: str | None, named: bool = False) -> bool:
    """Whether a place has such a body of its own, and its people are of it: a board, a port."""
    return noun in _list("named" if named else "own")


def regional(title: str) -> bool:
    """Whether a name is of a body of several countries: "the Caribbean Court of Appeal"."""
    return bool(_words(title) & _list("regional"))


def national(phrase: Phrase) -> bool:
    """Whether a country has one body of such a name: "the National Power Company", "the Workers' Party"."""
    if not phrase.named or phrase.plural or regional(phrase.title):
        return False
    said = phrase.title.lower().split()
    return phrase.noun == "party" or bool(_list("national") & set(said[:1]))


def shared(name: str, home: str | None, alone: bool = False) -> bool:
    """Whether a department that is best known as the United States' is the home country's: Manila's.

    ``alone``: the text speaks of the United States nowhere else.
    """
    said = set(name.lower().split())
    own = "department" in said and bool(said & _list("shared")) and not said & {"u.s.", "us"}
    return (own and alone and home != "USA") or (
        own and home in {code.upper() for code in _list("departments")}
    )


def _complement(phrase: Phrase, roles: Roles) -> list[str]:
    """The words after a post that say what it is of: "police" in "the commissioner of police"."""
    if roles.text(phrase.last).lower() not in ("of", "for", "at"):
        return []
    found: list[str] = []
    for at in range(phrase.last + 1, phrase.last + 1 + REACH):
        if roles.text(at).lower() in ENDS or not roles.text(at):
            break
        found.append(roles.text(at))
    return found


@lru_cache(maxsize=10_000)
def _words(text: str) -> frozenset[str]:
    """The words of a title in small letters, compounds also by their parts."""
    found = WORD.findall(text.lower())
    return frozenset(part for word in found for part in (word, *word.split("-")))


@cache
def _list(name: str) -> frozenset[str]:
    text = (resources.files("readout.extract.actors") / "domestic.toml").read_text(encoding="utf8")
    return {key: frozenset(listed.split()) for key, listed in tomllib.loads(text).items()}[name]
