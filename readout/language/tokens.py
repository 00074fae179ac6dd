"""Text → tokens, cut the way Universal Dependencies' English treebanks cut them.

Hyphenated compounds fall apart ("third", "-", "party") save for affixes ("anti-war"), clitics are
tokens ("do", "n't"; "Norway", "'s"), abbreviations keep their stop ("U.S.", "Gen.").
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

Range = tuple[int, int]

MARKS = (
    r"[\u0300-\u036f\u0483-\u0489\u064b-\u065f\u200c\u200d\u20d0-\u20f0\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]"
)
WORD = rf"[^\W_]++(?:{MARKS}++[^\W_]*+)*+"
TOKEN = re.compile(
    rf"""
    (?P<url>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])
  | (?P<mail>[A-Za-z0-9][\w.+-]{{0,63}}+@[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{1,5}})
  | (?P<handle>[@\#][A-Za-z_]\w*)
  | (?P<dotted>(?:[A-Za-z]\.){{2,}})
  | (?P<number>\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![^\W_]))
  | (?P<dollar>(?:US|C|A|NZ|HK|S|NT)\$)
  | (?P<word>{WORD}(?:[_&]{WORD}|\.(?=[a-z]{{2}}){WORD})*(?:['’]{WORD})*)
  | (?P<dots>\.{{2,}}|-{{2,}}|\*{{2,}}|_+|!{{2,}}|\?{{2,}}|={{2,}}|~{{2,}}|\+{{2,}})
  | (?P<symbol>[^\w\s](?:{MARKS}+(?:(?<=\u200d)[^\w\s]{MARKS}*)*)?)
    """,
    re.VERBOSE,
)
RUN = re.compile(r" ?(?:[A-Za-z]++,?+ )++")
"""Plain words with a space behind each: nothing in them is anything else, save for what is fused."""
PLAIN = re.compile(r"[A-Za-z]++|,")
CLITIC = re.compile(r"(?i)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}
ANY_FUSED = re.compile("|".join(FUSED), re.IGNORECASE)
HYPHENS = ("-", "‑")
INITIAL = re.compile(r"[A-Z]$")


@cache
def _list(name: str) -> frozenset[str]:
    lines = files("readout.language").joinpath(name).read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def tokenize(text: str) -> list[Range]:
    """The half-open ranges of the tokens of a text, in order, never overlapping.

    >>> [("They don't.")[a:b] for a, b in tokenize("They don't.")]
    ['They', 'do', "n't", '.']
    """
    ranges: list[Range] = []
    fused = ANY_FUSED.search(text) is not None
    position = 0
    while True:
        if run := RUN.match(text, position):
            plain = [word.span() for word in PLAIN.finditer(text, position, run.end())]
            ranges += [part for span in plain for part in _clitics(text, *span)] if fused else plain
            position = run.end()
        if not (match := TOKEN.search(text, position)):
            return ranges
        start, end = match.span()
        kind = match.lastgroup
        if kind in ("word", "number"):
            if text.startswith(HYPHENS, end):
                end = _hyphenated(text, start, end)
            if text.startswith(".", end):
                end = _with_stop(text, start, end)
        if kind == "word":
            ranges.extend(_clitics(text, start, end))
        else:
            ranges.append((start, end))
        position = end


def _hyphenated(text: str, start: int, end: int) -> int:
    """The end of a word with its affixes: "anti-war" is one token, "third-party" three."""
    while text.startswith(HYPHENS, end) and (follows := TOKEN.match(text, end + 1)):
        if follows.lastgroup != "word":
            break
        before, after = text[start:end].lower(), follows.group().lower()
        if before not in _list("prefixes.txt") and f"-{after}" not in _list("prefixes.txt"):
            break
        end = follows.end()
    return end


def _with_stop(text: str, start: int, end: int) -> int:
    """The end of a word with the stop of an abbreviation or an initial: "Gen.", "J."."""
    if text[end : end + 2] != "..":
        word = text[start:end]
        if word in _list("abbreviations.txt") or (INITIAL.match(word) and word != "I"):
            return end + 1
    return end


def _clitics(text: str, start: int, end: int) -> list[Range]:
    word = text[start:end]
    if (cut := FUSED.get(word.lower())) is not None:
        return [(start, start + cut), (start + cut, end)]
    clitic = CLITIC.search(word) if "'" in word or "’" in word else None
    if clitic and clitic.start() > 0:
        return [(start, start + clitic.start()), (start + clitic.start(), end)]
    return [(start, end)]
