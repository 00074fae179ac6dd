"""Finding the dates of a text and settling them one after the other."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import Any

from dateutil.easter import easter

from readout.extract.grammar import TEXT, Grammar, Match, Token, cut, load
from readout.extract.tree import Tree
from readout.extract.whens import span
from readout.extract.whens.rules import RULES
from readout.extract.whens.scene import MONTHS, SHORT_DAYS, WEEKDAYS, Clock, Scene, clock_of
from readout.extract.whens.span import Reading, Span, Unsettled
from readout.extract.whens.tense import Clauses
from readout.model.analysis import Analysis
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.when import When

_HEAD = 400
REMEMBERED = 50_000
"""Words whose letter is remembered."""


def find_whens(document: Document, analysis: Analysis, parse: Tree | None = None) -> tuple[When, ...]:
    """The dated and datable expressions of a text, in order, read against its publication date.

    "Talks resume in April" of 2025-11-25 gives ``2026-04``; a reading that is not certain has no EDTF.
    Works from the text alone; an analysis makes the tense of the clauses surer. ``parse`` is its tree,
    where that is at hand.
    """
    tokens = cut(document.text)
    matches = date_matches(tokens)
    clock = clock_of(document.published)
    if clock.year is None:
        clock = _dateline(document.text, tokens, matches)
    scene = Scene(
        tokens,
        Clauses.of(tokens, parse or Tree.of(analysis)),
        clock,
        starts={m.first: m for m in matches},
        read=_read,
    )
    found: list[tuple[int, int, Reading]] = []
    named = list(_named(document.text, scene))
    for match in matches:
        start, end = tokens[match.first].start, tokens[match.last - 1].end
        if any(s < end and start < e for s, e, _ in named):
            continue
        reading = _read(scene, match)
        if reading is None:
            continue
        if isinstance(reading, Span) and not _in_head(document.text, start):
            scene.seen.append((match.last - 1, reading))
        found.append((*_without_stop(scene, match), reading))
    found.extend(named)
    found.sort(key=lambda f: f[:2])
    return tuple(_when(document, f"w{i}", *f) for i, f in enumerate(found, 1))


@cache
def grammar() -> Grammar:
    """The rules of whens.toml, read once."""
    codes = (
        "small",
        "number",
        "year",
        "ordinal",
        "decade",
        "isodate",
        "numdate",
        "month",
        "weekday",
        "shortday",
    )
    return load(__package__, "whens.toml", codes)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, dict[str, Any]]]:
    """The days that keep their name, as one pattern and a table."""
    table = tomllib.loads(files(__package__).joinpath("whens.toml").read_text(encoding="utf8"))
    days = {name: entry for entry in table["named"] for name in entry["names"]}
    longest = sorted(days, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"), days


def date_matches(tokens: Sequence[Token]) -> list[Match]:
    """Where a rule for dates holds; not all of them turn out to be dates."""
    return grammar().match(tokens, "".join(map(_letter, map(TEXT, tokens))))


@lru_cache(maxsize=REMEMBERED)
def _letter(word: str) -> str:
    return grammar().letter(word, classify(word))


def classify(text: str) -> str | None:
    """The class of a number or a name of the calendar; None leaves it to the lexicon."""
    lower = text.lower()
    if text[0].isdigit() or text[0] in "'’":
        return _number_class(lower)
    if not text[0].isupper():
        return None
    if lower in MONTHS and (text.istitle() or lower not in ("may", "mar", "jan", "dec", "sep")):
        return "month"
    if lower in WEEKDAYS:
        return "weekday"
    return "shortday" if lower in SHORT_DAYS else None


def _number_class(lower: str) -> str | None:
    """small for 1 to 31, year for 1500 to 2199, ordinal, decade, and whole dates."""
    if not lower.isascii() and lower[0] != "’":
        return None
    if len(lower) == 10 and lower[4] == "-":
        return "isodate"
    if "/" in lower or lower.count(".") == 2:
        return "numdate"
    if lower[-2:] == "0s" and len(lower) in (4, 5) and (lower[0] in "'’" or len(lower) == 5):
        return "decade" if len(lower) == 4 or "1000" <= lower[:4] < "2200" else "other"
    if lower[-2:] in ("st", "nd", "rd", "th") and lower[0].isdigit():
        return "ordinal" if 1 <= int(lower[:-2]) <= 31 else "other"
    if not lower.isdigit():
        return None if lower[0] in "'’" else "other"
    if len(lower) <= 2:
        return "small" if 1 <= int(lower) <= 31 else "number"
    return "year" if len(lower) == 4 and 1500 <= int(lower) <= 2199 else "number"


def _read(scene: Scene, match: Match) -> Reading | None:
    """The reading of one match; a day that the calendar lacks ("Feb. 30") is no date."""
    try:
        return RULES[match.rule.name](scene, match)
    except (ValueError, OverflowError):
        return None


def _dateline(text: str, tokens: Sequence[Token], matches: list[Match]) -> Clock:
    """The first full date near the top stands in for a publication date that is not known."""
    for match in matches:
        if tokens[match.first].start > _HEAD:
            break
        if match.rule.name in ("full_date", "iso") and _in_head(text, tokens[match.first].start):
            blank = Scene(tuple(tokens), Clauses(tokens), Clock())
            reading = _read(blank, match)
            if isinstance(reading, Span):
                return clock_of(reading.edtf, "text")
    return Clock()


def _in_head(text: str, start: int) -> bool:
    """Whether a date opens a line or follows a place in a dateline near the top."""
    if start > _HEAD:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start]
    place = line.strip(" ,–—-")
    if not place:
        return True
    if len(place) > 60 or re.search(r"\b(?:on|in|by|since|the|until)$", place):
        return False
    alone = len(text[start : start + 40].split("\n")[0]) < 30
    return place.split(",")[0].isupper() or alone or line.rstrip()[-1] in "–—"


def _named(text: str, scene: Scene) -> list[tuple[int, int, Reading]]:
    """The days that keep their name: "Christmas Eve", "9/11"."""
    pattern, days = _names()
    found: list[tuple[int, int, Reading]] = []
    if pattern.search(text) is None:
        return found
    starts = {token.start: i for i, token in enumerate(scene.tokens)}
    for hit in pattern.finditer(text):
        entry, at = days[hit.group()], starts.get(hit.start())
        if "year" in entry:
            found.append((*hit.span(), span.day(date(entry["year"], entry["month"], entry["day"]))))
        elif at is not None and scene.lower(at - 1) not in ("every", "each"):
            last = next((i for i in range(at, len(scene.tokens)) if scene.tokens[i].end >= hit.end()), at) + 1
            if "easter" in entry and last < len(scene.tokens) and scene.tokens[last].text[0].isupper():
                continue  # "the Good Friday Agreement", "Easter Island"
            match = Match(grammar().rules[0], at, last)
            found.append((*hit.span(), scene.yearly(match, partial(_feast, entry))))
    return found


def _feast(entry: dict[str, Any], year: int) -> Span:
    """The day of a named entry in a year."""
    if "easter" in entry:
        return span.day(easter(year) + timedelta(days=entry["easter"]))
    return span.day(date(year, entry["month"], entry["day"]))


def _without_stop(scene: Scene, match: Match) -> tuple[int, int]:
    """The characters of a match, without a full stop that belongs to the sentence."""
    words = scene.words(match)
    last = words[-1]
    if last.text == "." and (
        (len(words) > 1 and len(words[-2].text) > 4) or words[-2].lower in ("may", "june", "july")
    ):
        last = words[-2]
    return words[0].start, last.end


def _when(document: Document, id: str, start: int, end: int, reading: Reading) -> When:
    """The item of the record."""
    anchor = Anchor.of(document.text, start, end)
    settled = None if isinstance(reading, Unsettled) else reading
    return When(
        id,
        anchor,
        anchor.exact,
        edtf=settled.edtf if settled else None,
        start=settled.first.isoformat() if settled else None,
        end=settled.last.isoformat() if settled else None,
        grain=reading.grain,
        basis=reading.basis,
        confidence=reading.confidence,
    )
