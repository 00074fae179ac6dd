"""What a figure counts: the noun behind it, and whether it names people."""

from __future__ import annotations

from dataclasses import dataclass

from readout.extract.amounts.lexicon import counting, people
from readout.extract.grammar import Token
from readout.model.analysis import Word

_REACH = 6
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


def is_person(noun: str) -> bool:
    """Whether a plural (or singular) noun names people: "soldiers", "Cambodians"."""
    lower = noun.lower()
    if lower in people() or lower + "s" in people() or lower.endswith(_PEOPLE_ENDINGS):
        return True
    singular = {"man": "men", "woman": "women", "child": "children"}
    return lower in singular or (noun[:1].isupper() and lower.endswith(_NATION_ENDINGS))


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

    "30 Kyrgyz men had" gives ``men``; ``one`` asks for a singular ("one soldier").
    """
    words, found = counting(), None
    for i in range(at, min(len(tokens), at + _REACH)):
        token = tokens[i]
        if (i > at and token.break_before) or not (token.text[0].isalpha() or token.text in "-‑"):
            break
        if words.has("stop", token.lower) or (words.has("harmed", token.lower) and found is not None):
            break
        if token.text in "-‑":
            if not token.joined:
                break
            continue
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        ends = following is None or not following.text[0].isalpha() or words.has("stop", following.lower)
        if is_plural(token.text) or (is_person(token.text) and (one or (token.text[0].isupper() and ends))):
            if following is not None and following.text == "-" and following.joined:
                continue
            if found is not None and token.lower.endswith("s") and _verblike(token.lower):
                break
            found = i
            if one:
                break
        elif found is not None:
            break
    if found is None or words.has("uncounted", tokens[found].lower):
        return None
    return Counted(found, is_person(tokens[found].text))


def _verblike(word: str) -> bool:
    """Whether an -s word after a noun is rather its verb: "18 soldiers claims" is rare, "men seeks" too."""
    return word in ("makes", "takes", "comes", "goes", "gives", "needs", "wants", "leaves")


def parsed_noun(words: tuple[Word, ...], at: int) -> Word | None:
    """The noun that the number word governs nothing of: its head by ``nummod``."""
    word = words[at]
    if not word.deprel.startswith("nummod") or not 0 <= word.head < len(words):
        return None
    head = words[word.head]
    return head if word.index < head.index <= word.index + 8 and head.upos in ("NOUN", "PROPN") else None
