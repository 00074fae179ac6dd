"""A small grammar machine: tokens are given letters, rules are regular expressions over the letters.

A rule of a TOML file reads ``month day (comma? year)?``; each name in it is a class of words. Matching
runs over one letter a token, so that it is fast, and a linguist can read and extend the rules.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, repeat
from operator import add, itemgetter, not_, sub
from typing import Any, NamedTuple

_SPACED = re.compile(
    r"""(\s*+)(
    [^\W\d_]++(?=[ ,])                                             # a plain word, which most tokens are
  | https?://\S{1,2000} | [\w.+-]{1,64}+@[\w-]{1,64}\.[\w.-]{1,64}    # addresses
  | [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])                            # 2024-03-14
  | [0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}(?![0-9])                  # 14.03.2024
  | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])                     # 13:42
  | [0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])                 # 60,000.5
  | [0-9]{1,4}(?:st|nd|rd|th|s)\b                                  # 14th, 1990s
  | ['’][0-9]{2}s\b                                                # '90s
  | [0-9]+(?:\.[0-9]+)?
  | ['’][sS]\b
  | (?:USD|EUR|GBP|CHF|INR|AUD|CAD|SGD|AED|KES|RM|Rs|Sh|Tk|Rp|R)(?=[0-9])  # RM20
  | (?<=\$)(?:US|A|NZ|C|CAN|HK|S|NT|F)(?=[0-9])                     # $A20
  | [^\W\d_][^\W_]*
  | \S
    )""",
    re.VERBOSE,
)
_NAME = re.compile(r"[a-z_]+")
_MUST = re.compile(r"[a-z_]+(?![a-z_?*])")
_BRACKETS = re.compile(r"\([^()]*\)[?*+]?")
_FIRST_LETTER = 0xE000


TEXT, LOWER, BREAKS = itemgetter(0), itemgetter(1), itemgetter(5)
"""What all tokens are asked for at once."""


class Token(NamedTuple):
    """A stretch of characters without white space; ``joined`` when it touches the one before.

    ``break_before`` marks a new paragraph or line that starts here. A tuple, for every word gets one.
    """

    text: str
    lower: str
    start: int
    end: int
    joined: bool
    break_before: bool


@lru_cache(maxsize=2)
def cut(text: str) -> tuple[Token, ...]:
    """The tokens of a text: "$3.4 million" is ``$``, ``3.4``, ``million``.

    Dates and figures look at the same text one after the other, so the last one is kept.
    """
    found = _SPACED.findall(text.rstrip())  # one list of pairs: no match is made for each word
    if not found:
        return ()
    gaps, words = zip(*found, strict=True)
    sizes = list(map(len, words))
    ends = list(accumulate(map(add, map(len, gaps), sizes)))
    starts = list(map(sub, ends, sizes))
    joined, broken = list(map(not_, gaps)), [False] * len(words)
    joined[0] = False
    for at in [at for at, gap in enumerate(gaps) if gap != " " and gap]:
        broken[at] = _breaks(text, ends[at - 1] if at else 0, starts[at])
    columns = zip(words, map(str.lower, words), starts, ends, joined, broken, strict=True)
    return tuple(map(tuple.__new__, repeat(Token), columns))


def _breaks(text: str, last: int, start: int) -> bool:
    """Whether a line ends between two tokens, other than by wrapping in mid-sentence."""
    lines = text.count("\n", last, start)
    return lines > 1 or (lines == 1 and (last == 0 or text[last - 1] not in _WRAPS))


_WRAPS = frozenset("abcdefghijklmnopqrstuvwxyz,ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern over token classes, with an example sentence for the tests."""

    name: str
    pattern: re.Pattern[str]
    data: Mapping[str, Any]
    needs: tuple[frozenset[str], ...] = (frozenset(),)
    """The letters without which its alternatives hold nowhere: most texts lack those of most rules."""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that holds for the tokens ``first`` to ``last`` (half-open)."""

    rule: Rule
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """Classes of words, each with its letter, and the rules over them."""

    letters: Mapping[str, str]
    words: Mapping[str, str]
    rules: tuple[Rule, ...]

    def letter(self, word: str, name: str | None = None) -> str:
        """The letter of a word: of the class ``name``, else of the lexicon's, else ``name`` or ``other``."""
        name = name or self.words.get(word.lower())
        if name is None:
            name = "name" if word[0].isupper() else "other"
        return self.letters[name]

    def match(self, tokens: Sequence[Token], spelt: str) -> list[Match]:
        """The matches of all rules that do not overlap, the longest first, in order of the text."""
        breaks, present = bytes(map(BREAKS, tokens)), frozenset(spelt)
        found = [
            Match(rule, hit.start(), hit.end())
            for rule in self.rules
            if any(needed <= present for needed in rule.needs)
            for hit in rule.pattern.finditer(spelt)
            if hit.end() > hit.start() and 1 not in breaks[hit.start() + 1 : hit.end()]
        ]
        found.sort(key=lambda m: (m.first - m.last, m.first))
        taken = bytearray(len(tokens))
        kept: list[Match] = []
        for match in found:
            if not any(taken[match.first : match.last]):
                taken[match.first : match.last] = b"\x01" * (match.last - match.first)
                kept.append(match)
        return sorted(kept, key=lambda m: m.first)


def load(package: str, name: str, classes: Iterable[str] = ()) -> Grammar:
    """The grammar of a TOML file beside a package; ``classes`` are those that code assigns."""
    table = tomllib.loads(files(package).joinpath(name).read_text(encoding="utf8"))
    lexicon: dict[str, list[str]] = table["words"]
    names = ["name", "other", *classes, *lexicon]
    letters = {name: chr(_FIRST_LETTER + i) for i, name in enumerate(dict.fromkeys(names))}
    words = {word: cls for cls, members in lexicon.items() for word in members}
    macros: dict[str, str] = table.get("macros", {})
    rules = tuple(_rule(entry, letters, macros) for entry in table["rules"])
    return Grammar(letters, words, rules)


def _rule(entry: Mapping[str, Any], letters: Mapping[str, str], macros: Mapping[str, str]) -> Rule:
    """A rule with its context: ``after``, ``before``, ``unless_after`` and ``unless_before``."""
    body = f"(?:{compiled(entry['pattern'], letters, macros)})"
    for key, form in (
        ("after", "(?<={0}){1}"),
        ("unless_after", "(?<!{0}){1}"),
        ("before", "{1}(?={0})"),
        ("unless_before", "{1}(?!{0})"),
    ):
        if key in entry:
            body = form.format(f"(?:{compiled(entry[key], letters, macros)})", body)
    return Rule(entry["name"], re.compile(body), entry, _needs(entry["pattern"], letters))


def _needs(pattern: str, letters: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """The letters that must stand in each alternative of a pattern; what stands in brackets is left out.

    ``the? season (of | in) year | fall`` -> season and year, fall
    """
    flat = pattern
    while "(" in flat:
        flat = _BRACKETS.sub(" ", flat)
    found = ([letters.get(name, "") for name in _MUST.findall(part)] for part in flat.split("|"))
    return tuple(frozenset(names) - {""} for names in found)


def compiled(pattern: str, letters: Mapping[str, str], macros: Mapping[str, str]) -> str:
    """A pattern of class names as a regular expression over their letters."""

    def letter(found: re.Match[str]) -> str:
        name = found.group()
        if name in macros:
            return f"(?:{compiled(macros[name], letters, macros)})"
        return letters[name]

    return "".join(_NAME.sub(letter, pattern).split())
