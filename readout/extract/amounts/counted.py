"""What a figure counts: the noun behind it, and whether it names people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from readout.extract.actors.lexicon import nouns, singular
from readout.extract.amounts.lexicon import counting, people
from readout.extract.grammar import Token
from readout.model.analysis import Word

_REACH = 6
_DASHES = frozenset("-‑")
_VERBS = frozenset(("makes", "takes", "comes", "goes", "gives", "needs", "wants", "leaves"))
_PEOPLE_ENDINGS = (
    "ians",
    "eans",
    "icans",
    "men",
    "women",
    "workers",
    "makers",
    "keepers",
    "holders",
    "seekers",
    "goers",
    "fighters",
    "builders",
    "breakers",
    "owners",
    "servants",
    "mates",
)
_NATION_ENDINGS = (
    "ians",
    "eans",
    "ans",
    "aelis",
    "akis",
    "anis",
    "ders",
    "ese",
    "ilis",
    "itis",
    "enis",
    "alis",
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun in the token ``head``, and whether people are counted."""

    head: int
    person: bool


@lru_cache(maxsize=4096)
def is_person(noun: str) -> bool:
    """Whether a plural (or singular) noun names people: "soldiers", "Cambodians"."""
    lower = noun.lower()
    if lower in people() or lower + "s" in people() or lower.endswith(_PEOPLE_ENDINGS):
        return not counting().has("not_people", lower)
    if lower.endswith(("ist", "ists", "ologer", "ologers")):
        return not counting().has("not_ists", lower)
    if lower.endswith("man") and lower[:-2] + "en" in people():
        return True
    known = nouns().get(singular(lower))
    if known is not None and known.kind == "person":
        return not counting().has("not_people", lower)
    single = {"man": "men", "woman": "women", "child": "children"}
    return lower in single or (noun[:1].isupper() and lower.endswith(_NATION_ENDINGS))


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun: "trucks", "women", not "previous"."""
    lower, words = word.lower(), counting()
    if words.has("irregular", lower):
        return True
    return (
        lower.endswith("s")
        and len(lower) > 2
        and not lower.endswith(("ss", "us", "ous"))
        and not words.has("no_plural", lower)
    )


def counted_noun(tokens: tuple[Token, ...], at: int, one: bool = False) -> Counted | None:
    """The head of the noun phrase that starts at a token, from the words alone.

    "12 Malian nurses had" gives ``nurses``; ``one`` asks for a singular ("one soldier").
    """
    words, found = counting(), None
    for i in range(at, min(len(tokens), at + _REACH)):
        token = tokens[i]
        dash = token.text in _DASHES
        if (i > at and token.break_before) or not (token.text[0].isalpha() or (dash and token.joined)):
            break
        harmed = found is not None and words.has("harmed", token.lower)
        if words.has("stop", token.lower) or harmed or (found is not None and token.lower in _VERBS):
            break
        if dash:
            continue
        if _is_head(tokens, i, one):
            found = i
            if one:
                break
        elif found is not None:
            break
    if found is None or words.has("uncounted", tokens[found].lower):
        return None
    return Counted(found, is_person(tokens[found].text))


def _is_head(tokens: tuple[Token, ...], at: int, one: bool) -> bool:
    """Whether a word can be what is counted: a plural, a nation at the end of its phrase, one person."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.text in _DASHES and following.joined:
        return False
    if is_plural(token.text):
        return True
    if not is_person(token.text):
        return False
    ends = following is None or not following.text[0].isalpha() or _stops(following.lower)
    return ends if token.text[0].isupper() else one


def _stops(word: str) -> bool:
    """Whether a word ends a noun phrase."""
    return counting().has("stop", word) or counting().has("harmed", word)


def parsed_noun(words: tuple[Word, ...], at: int) -> Word | None:
    """The noun that the number word governs nothing of: its head by ``nummod``."""
    word = words[at]
    if not word.deprel.startswith("nummod") or not 0 <= word.head < len(words):
        return None
    head = words[word.head]
    return head if word.index < head.index <= word.index + 8 and head.upos in ("NOUN", "PROPN") else None
