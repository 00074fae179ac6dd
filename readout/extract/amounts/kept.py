"""Which figures a reader would note down, and which are ages, times, labels and parts of words."""

from __future__ import annotations

from readout.extract.amounts.counted import is_plural
from readout.extract.amounts.figure import Figure
from readout.extract.amounts.lexicon import counting, people, times
from readout.extract.amounts.numbers import Number, number_at
from readout.extract.grammar import Token

_DASHES = frozenset("-–—‑‐")
_BACK = 24
"""How far back the whole of a part is looked for."""
_STOPS = (".", "!", "?", '"', "“", ":")


def counts(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """Whether a figure is one to note down."""
    if figure.sign or (figure.measure and figure.measure.unit is None and not figure.measure.time):
        return True
    if (figure.measure and figure.measure.time) or _labelled(tokens, figure) or _aged(tokens, figure):
        return False
    if _marks_time(tokens, figure) or _sized(tokens, figure):
        return False
    if figure.unit and figure.unit != "person":
        return True
    if _part(tokens, figure) or _in_ten(tokens, figure):
        return False
    if figure.number.value == 1 and figure.other is None and figure.number.spelt:
        return _one(tokens, figure)
    if figure.unit == "person" or figure.noun:
        return not _known(tokens, figure)
    return _bare(tokens, figure)


def _sized(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """Whether a letter that touches the digits makes them a name: "3D scanners", "4G networks"."""
    letter = tokens[figure.number.last] if figure.number.last < len(tokens) else None
    glued = letter is not None and letter.joined and len(letter.text) == 1 and letter.text.isupper()
    return glued and figure.measure is None and figure.sign is None


def word_at(tokens: tuple[Token, ...], at: int) -> str:
    """The word at a place, lower case; empty outside the text."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _bounded(figure: Figure) -> bool:
    """Whether words before or behind the figure bound it: "some 20", "20 or more"."""
    return (figure.first < figure.number.first or figure.last > figure.number.last) and figure.bound not in (
        "exactly",
        "between",
    )


def _labelled(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "Article 5", "F-16", "No. 3", a list's "1." """
    words, at = counting(), figure.number.first
    if _bounded(figure):
        return False
    if at == 0 or tokens[at].break_before:
        return word_at(tokens, figure.number.last) in (".", ")", "]")
    before = tokens[at - 1]
    capital = before.text[0].isupper()
    if figure.number.spelt:
        return capital and words.has("labels", before.lower)
    if tokens[at].joined and (before.text in "#§@/_№" or (before.text in _DASHES and before.joined)):
        return True
    if before.text == "." and words.has("short_labels", word_at(tokens, at - 2)):
        return True
    if words.has("labels", before.lower) and (capital or figure.unit is None):
        return capital or not figure.noun or not words.has("weak_labels", before.lower)
    plain = figure.noun is None and figure.unit is None and before.text.isalnum()
    return capital and plain and not _opens(tokens, at - 1) and not words.has("no_label", before.lower)


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token opens a sentence."""
    return at == 0 or tokens[at].break_before or tokens[at - 1].text in _STOPS


def _aged(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "aged 42", ", 42,", "aged between 18 and 60" """
    at, last, value = figure.number.first, figure.number.last, figure.number.value
    if {"aged", "age", "ages"} & {word_at(tokens, at - 1), word_at(tokens, figure.first - 1)}:
        return True
    years = value is not None and value < 100 and figure.noun is None and figure.measure is None
    if years and word_at(tokens, figure.first) in ("under", "over", "below", "above"):
        owner = word_at(tokens, figure.first - 1)
        if owner in ("is", "are", "was", "were", "those", "anyone", "everyone") or owner in people():
            return True
    inserted = word_at(tokens, at - 1) == "," and word_at(tokens, last) in (",", ".", ";")
    named = at >= 2 and tokens[at - 2].text[0].isupper()
    young = value is not None and value < 120 and not figure.number.spelt and figure.unit is None
    return inserted and young and (named or word_at(tokens, last) == ",") and figure.noun is None


def _marks_time(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "5 p.m.", "13:42", "1430 GMT", "24/7" """
    at, last = figure.number.first, figure.number.last
    if ":" in tokens[at].text or (
        word_at(tokens, at - 1) == ":" and tokens[at].joined and tokens[at - 1].joined
    ):
        return True
    following = [word_at(tokens, last + i) for i in range(3)]
    if following[0] == "o":
        return following[1] in ("'", "’")
    if following[:2] in (["a", "."], ["p", "."]) and following[2] == "m":
        return True
    slashed = following[0] in ("/", ":") and not figure.number.spelt and figure.unit is None
    return slashed or counting().has("clock", following[0])


def _part(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """Fractions, multiples, compounds and scores: "two-thirds", "three times", "two-state", "3-1" """
    at, last = figure.number.first, (figure.other or figure.number).last
    following = word_at(tokens, last)
    if counting().has("multiples", following):
        return True
    if following in _DASHES and tokens[last].joined and last + 1 < len(tokens) and tokens[last + 1].joined:
        return not counting().has("capacities", word_at(tokens, last + 1))
    if at and tokens[at - 1].text in _DASHES and tokens[at].joined and tokens[at - 1].joined:
        return True
    large = "," in tokens[at].text or figure.number.scale >= 1000
    return figure.other is not None and figure.unit is None and figure.noun is None and not large


def _in_ten(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "one in five", "9 out of 10": both of its numbers."""
    at, last, value = figure.number.first, figure.number.last, figure.number.value
    if value is None:
        return False
    back = at - 2 if word_at(tokens, at - 1) == "in" else at - 3 if word_at(tokens, at - 2) == "out" else -1
    before = number_at(tokens, back) if back >= 0 else None
    if before and before.value and before.last == back + 1 and before.value < 10 and value <= 1000:
        return True
    ahead = last + 1 if word_at(tokens, last) == "in" else last + 2 if word_at(tokens, last) == "out" else 0
    after = number_at(tokens, ahead) if 0 < ahead < len(tokens) else None
    small = after is not None and after.value is not None and after.value <= 1000 and value < 10
    return small and after is not None and word_at(tokens, after.last) not in times()


def _one(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "one soldier was killed", "at least one person", not "one of them", "one analyst said" """
    if figure.noun is None or (not figure.noun.person and figure.bound == "exactly"):
        return False
    if word_at(tokens, figure.first) in ("under", "over", "above", "below"):  # "Under one plan"
        return False
    if figure.bound != "exactly" or counting().has("before_one", word_at(tokens, figure.number.first - 1)):
        return figure.noun.head - figure.number.last < 4
    return counting().has("harmed", *(word_at(tokens, figure.last + i) for i in range(3)))


def _known(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "the two leaders", "these three": spoken of before, no figure."""
    value = figure.number.value
    small = figure.number.spelt and value is not None and value <= 3 and figure.bound == "exactly"
    return small and counting().has("before_known", word_at(tokens, figure.first - 1))


def _bare(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """A figure with neither unit nor noun: large, bounded, or of people harmed."""
    number = figure.number
    if harmed(tokens, figure):
        return True
    if number.value is None:
        return False
    if number.scale >= 1000 or ("," in tokens[number.first].text and number.value >= 1000):
        return True
    if _bounded(figure) and not number.spelt and number.value > 1:
        return True
    if _tallied(tokens, figure) or _all_of_them(tokens, figure) or _of_them(tokens, figure):
        return True
    if word_at(tokens, number.last) in ("more", "others") and number.value >= (4 if number.spelt else 2):
        return True
    if (
        _promised(tokens, figure)
        or _rest(tokens, figure)
        or _of_whom(tokens, figure)
        or _accounted(tokens, figure)
    ):
        return True
    return number.value > 1 and (
        whole_of(tokens, figure) is not None or whole_before(tokens, figure) is not None
    )


def _accounted(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "It promised 40 boats; 14 have been delivered", "and has delivered 25": told in the perfect tense."""
    number = figure.number
    if number.value is None or number.value < (4 if number.spelt else 2):
        return False
    words, at = counting(), figure.first
    ahead = word_at(tokens, number.last)
    led = words.has("clause_opening", word_at(tokens, at - 1)) or _opens(tokens, at)
    counted = ahead in ("are", "were") and (_so_far(tokens, at) or _done_to(tokens, number.last + 1))
    if led and (ahead in ("have", "had", "has") or counted):
        return True
    done = word_at(tokens, at - 1) if word_at(tokens, at - 1) != "only" else word_at(tokens, at - 2)
    back = at - 3 if word_at(tokens, at - 1) == "only" else at - 2
    told = done.endswith(("ed", "ent", "uilt", "ade")) or done in (
        "sold",
        "taken",
        "given",
        "cut",
        "laid",
        "paid",
    )
    aux = {word_at(tokens, back), word_at(tokens, back - 1), word_at(tokens, back - 2)}
    behind = (words.has("no_noun_after", ahead) or ahead == "so") and not words.has("not_accounted", done)
    return told and behind and bool(aux & {"has", "have", "had"})


def _done_to(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word tells what was done of what was promised: "; 340 were created"."""
    return word_at(tokens, at) in counting().lists["done_to"]


def _promised(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "all of the 150 it pledged": a count taken up by who promised it."""
    at = figure.number.last
    led = word_at(tokens, figure.first - 1) in ("the", "of") and word_at(tokens, at) in (
        "it",
        "they",
        "we",
        "he",
        "she",
    )
    return led and counting().has("promises", word_at(tokens, at + 1), word_at(tokens, at + 2))


def _of_whom(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "80 refugees, of whom 31 had arrived": some of those just told of."""
    led = word_at(tokens, figure.first - 1) in ("whom", "which") and word_at(tokens, figure.first - 2) == "of"
    return led and not is_plural(word_at(tokens, figure.last) or "s")


def _rest(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "the other four are alive": those left of a group."""
    value = figure.number.value
    led = counting().has("rest", word_at(tokens, figure.first - 1)) and value is not None and value > 1
    return (
        led
        and word_at(tokens, figure.first - 2) in ("the", "its", "their")
        and counting().has("no_noun_after", word_at(tokens, figure.last))
    )


def _tallied(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "put the total at 12", "the right figure is 30": a figure that takes up one told before."""
    before = [word_at(tokens, figure.first - i) for i in range(1, 7)]
    stop = next((i for i, word in enumerate(before) if word in _STOPS), len(before))
    return counting().has("after_tally", before[0]) and counting().has("tallies", *before[1:stop])


def _all_of_them(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "they sailed, all nine of them" """
    at, last = figure.number.first, figure.number.last
    return (
        word_at(tokens, at - 1) == "all"
        and word_at(tokens, last) == "of"
        and word_at(tokens, last + 1) in ("them", "us", "you")
    )


def _so_far(tokens: tuple[Token, ...], at: int) -> bool:
    """ "So far 640 are standing" """
    return word_at(tokens, at - 1) == "far" and word_at(tokens, at - 2) in ("so", "thus")


def _of_them(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "There are some 3,500 of them", "twelve of them were jailed": not a few told of again."""
    value, last = figure.number.value, figure.number.last
    many = value is not None and value >= (4 if figure.number.spelt else 2)
    return many and word_at(tokens, last) == "of" and word_at(tokens, last + 1) in ("them", "us")


def whole_of(tokens: tuple[Token, ...], figure: Figure) -> Number | None:
    """ "400 of the 1,200 tents", "14 out of its 30 trucks": the whole behind the part."""
    at = figure.number.last
    at += 1 if word_at(tokens, at) == "out" else 0
    return _whole(tokens, at, figure) if word_at(tokens, at) == "of" else None


def whole_before(tokens: tuple[Token, ...], figure: Figure) -> Number | None:
    """ "Of the 36 clinics, nine are open and three have doctors": the whole that opens the sentence."""
    comma = False
    for at in range(figure.first - 1, max(-1, figure.first - _BACK), -1):
        comma = comma or tokens[at].text == ","
        if _opens(tokens, at):
            return _whole(tokens, at, figure) if comma and tokens[at].lower == "of" else None
    return None


def _whole(tokens: tuple[Token, ...], at: int, figure: Figure) -> Number | None:
    """The number behind an "of", where it can hold the part."""
    at += 2 if counting().has("determiners", word_at(tokens, at + 1)) else 1
    whole = number_at(tokens, at) if at < len(tokens) else None
    part = figure.number.value
    if whole is None or whole.value is None or part is None:
        return None
    return whole if whole.value >= 5 and whole.value > part else None


def harmed(tokens: tuple[Token, ...], figure: Figure) -> bool:
    """ "killing at least 20", "18 were wounded", "the toll rose to 45": people."""
    words, last = counting(), (figure.other or figure.number).last
    for word in (word_at(tokens, last + i) for i in range(5)):
        if words.has("harmed", word):
            return True
        if not words.has("before_harmed", word) and not word[:1].isdigit():
            break
    before = [word_at(tokens, figure.first - i) for i in range(1, 7)]
    if words.has("harming", before[0]) or (before[0] == "and" and words.has("harming", before[1])):
        return True
    return words.has("toll", *before) and words.has("after_toll", before[0])
