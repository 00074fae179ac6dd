"""Words as they are searched: both databases see the same stream of tokens, made here.

Case and accents are folded, English plurals and possessives cut (Harman 1991, the s-stemmer), so
that ``Tariffs`` finds ``tariff's``. Tokens with a mark in front stand for what is not text:
``a·xi`` an actor's name, ``t·trade`` a topic, ``k·event`` a kind; readers cannot type the mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LONGEST = 40
BARRIER = "·"
"""Stands between names, so that no phrase runs from one into the next."""


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order.

    >>> tokens("The Minister’s tariffs, naïve policies")
    ['the', 'minister', 'tariff', 'naive', 'policy']
    """
    return [token for word in WORD.findall(text) for token in _tokens(word)]


def placed(text: str) -> Iterator[tuple[str, int, int]]:
    """The tokens of a text with the characters they stand at."""
    for found in WORD.finditer(text):
        for token in _tokens(found.group()):
            yield token, found.start(), found.end()


def marked(mark: str, names: Iterable[str]) -> list[str]:
    """Names as marked tokens with barriers around them.

    >>> marked("a", ["Ada Ruiz"])
    ['·', 'a·ada', 'a·ruiz', '·']
    """
    stream = [BARRIER]
    for name in dict.fromkeys(" ".join(tokens(name)) for name in names):
        stream += [f"{mark}·{token}" for token in name.split()] + [BARRIER] if name else []
    return stream if len(stream) > 1 else []


def folded(text: str) -> list[str]:
    """The words of a text without case, accents and possessives, but with their endings.

    >>> folded("The Minister’s tariffs")
    ['the', 'minister', 'tariffs']
    """
    return [part for word in WORD.findall(text) for part in _folded(word)]


@lru_cache(maxsize=100_000)
def _folded(word: str) -> tuple[str, ...]:
    bare = re.sub(r"['’]s?$", "", word.casefold()).replace("'", "").replace("’", "")
    bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return tuple(re.findall(r"[^\W_]+", bare.casefold()))


@lru_cache(maxsize=100_000)
def _tokens(word: str) -> tuple[str, ...]:
    return tuple(stem(part)[:LONGEST] for part in _folded(word))


def stem(word: str) -> str:
    """A word without its plural ending.

    >>> [stem(word) for word in ("policies", "ships", "bus", "yes", "loss")]
    ['policy', 'ship', 'bus', 'yes', 'loss']
    """
    if len(word) < 4:
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word
