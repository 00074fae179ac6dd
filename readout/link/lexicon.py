"""The word lists beside this file, loaded once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(files("readout.link").joinpath("words.toml").read_text("utf-8"))


@cache
def terms() -> dict[str, Any]:
    """Words of who does a thing, where it stands and what it holds."""
    return tomllib.loads(files("readout.link").joinpath("terms.toml").read_text("utf-8"))


@cache
def numbers(kind: str = "words") -> dict[str, int]:
    """How many a word is: ``numbers()["five"]``, ``numbers("times")["twice"]``."""
    return dict(small()["number"][kind])


@cache
def small() -> dict[str, Any]:
    """Small words by which phrases are cut and figures are held to what they count."""
    return tomllib.loads(files("readout.link").joinpath("small.toml").read_text("utf-8"))


@cache
def small_words(section: str, kind: str = "words") -> frozenset[str]:
    """One set of these: ``small_words("phrase")``."""
    return frozenset(small()[section][kind])


@cache
def position() -> re.Pattern[str]:
    """What marks a position of one's own."""
    return re.compile("|".join(table()["position"]["patterns"]), re.IGNORECASE)


@cache
def origins() -> tuple[re.Pattern[str], ...]:
    """How a text says whose idea something was; the group is ``who``."""
    return tuple(re.compile(pattern) for pattern in table()["origin"]["patterns"])


@cache
def origin_word() -> re.Pattern[str]:
    """Words without which no text tells whose idea something was."""
    return re.compile("|".join(table()["origin_word"]["words"]))


@cache
def opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Pairs of wordings that cannot both be true of one thing."""
    flags = re.IGNORECASE
    return tuple((re.compile(o["left"], flags), re.compile(o["right"], flags)) for o in table()["opposite"])


@cache
def any_opposite() -> re.Pattern[str]:
    """Any wording of these pairs."""
    return re.compile("|".join(p.pattern for pair in opposites() for p in pair), re.IGNORECASE)


@cache
def unlikes() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Pairs of wordings that may both be true, but are not the same in substance."""
    flags = re.IGNORECASE
    return tuple((re.compile(o["left"], flags), re.compile(o["right"], flags)) for o in table()["unlike"])


@cache
def dated() -> frozenset[str]:
    """Things of which there is one at a time: "meeting", "summit"."""
    return frozenset(table()["dated"]["words"])


@cache
def pieces() -> frozenset[str]:
    """Nouns that count anything."""
    return frozenset(table()["pieces"]["words"])


@cache
def codes() -> frozenset[str]:
    """Letters of money."""
    return frozenset(table()["codes"]["words"])


@cache
def promise(kind: str) -> frozenset[str]:
    """Words by which promises are put together: ``promise("early")``."""
    return frozenset(table()["promise"][kind])


@cache
def promised(kind: str) -> re.Pattern[str]:
    """The same as a pattern: ``promised("more")``."""
    return re.compile(rf"\b(?:{'|'.join(table()['promise'][kind])})\b", re.IGNORECASE)


@cache
def kindred() -> tuple[frozenset[str], ...]:
    """Deeds of one kind: "purchase", "import"."""
    return tuple(map(frozenset, table()["promise"]["kindred"]))


@cache
def schedule(kind: str, *, before: str = r"\b", behind: str = r"\b") -> re.Pattern[str]:
    """Words of schedules, with what must stand before and behind them."""
    return re.compile(rf"{before}(?:{'|'.join(table()['schedule'][kind])}){behind}", re.IGNORECASE)


@cache
def acts() -> frozenset[str]:
    """Acts of speech that take a position."""
    return frozenset(table()["position"]["acts"])


@cache
def common() -> frozenset[str]:
    """Words that two texts share without speaking of the same thing."""
    return frozenset(table()["common"]["words"])


def _words(section: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table()[section]['words'])})\b", re.IGNORECASE)


@cache
def issuing() -> re.Pattern[str]:
    """Words of bodies that put texts out."""
    return _words("issuing")


@cache
def league() -> re.Pattern[str]:
    """Words of bodies that several states or people make up."""
    return _words("league")


@cache
def of_state() -> re.Pattern[str]:
    """Words of what a state has, and of titles: a line with one of them names no body of its own."""
    return _words("of_state")


@cache
def meeting() -> re.Pattern[str]:
    """Words that make a line a title and not the name of who put the text out."""
    return _words("titled")


@cache
def official() -> re.Pattern[str]:
    """What people are called who speak for the side whose text quotes them."""
    return _words("official")


@cache
def opposite_number() -> re.Pattern[str]:
    """What the other party of an encounter is called."""
    return _words("counterpart")


@cache
def paper() -> re.Pattern[str]:
    """What a text calls itself."""
    return _words("paper")


@cache
def exchanging() -> re.Pattern[str]:
    """Words that have a matter spoken of between sides: "asked for", "offered"."""
    return _words("exchanging")


@cache
def released() -> re.Pattern[str]:
    """A line of a heading that says what the text is: "Press release", "Notice to residents"."""
    return re.compile(rf"^\W*(?:{'|'.join(table()['released']['words'])})\b", re.IGNORECASE)


@cache
def house() -> re.Pattern[str]:
    """Nouns of bodies: "museum", "club"."""
    return _words("house")


@cache
def natives() -> dict[str, str]:
    """Countries by the names that they have at home, as above their releases: "España" -> ESP."""
    return dict(small()["native"]["names"])


@cache
def company() -> re.Pattern[str]:
    """How a company's name ends: " plc"."""
    return re.compile(rf" (?:{'|'.join(table()['company']['endings'])})$", re.IGNORECASE)


@cache
def joint_papers() -> re.Pattern[str]:
    """What a text is called that two sides put out together, on a line of its own."""
    return re.compile(rf"^\W*(?:{'|'.join(table()['joint_paper']['words'])})(?=\W*$)", re.I | re.M)


@cache
def passing() -> tuple[re.Pattern[str], ...]:
    """How a text says that another passed something over; the groups are ``who`` and ``what``."""
    return tuple(re.compile(pattern) for pattern in table()["passing"]["patterns"])


@cache
def none_of() -> re.Pattern[str]:
    """How a text says that there is none of something; the group is ``what``."""
    return re.compile("|".join(table()["none"]["patterns"]), re.IGNORECASE)


@cache
def doers() -> tuple[re.Pattern[str], ...]:
    """What only one side can have done or can hold; the group ``who`` or ``owner`` is the side."""
    return tuple(re.compile(entry["pattern"]) for entry in table()["doer"])


@cache
def linking() -> re.Pattern[str]:
    """Words within a match that make it no statement of fact."""
    return re.compile(r"\b(?:not|never|no|if|claim|claims|claimed|would|could|(?-i:may)|might)\b", re.I)


@cache
def tolls() -> tuple[re.Pattern[str], ...]:
    """Words for the dead, and for the wounded."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in table()["toll"]["patterns"])


@cache
def marks() -> tuple[re.Pattern[str], ...]:
    """What marks two tellings as of one thing."""
    return tuple(re.compile(entry["pattern"], re.IGNORECASE | re.DOTALL) for entry in table()["mark"])


@cache
def together() -> re.Pattern[str]:
    """How two sides tell what they agree on."""
    return re.compile("|".join(table()["together"]["patterns"]), re.IGNORECASE)


@cache
def wish() -> re.Pattern[str]:
    """Words of a demand or a wish."""
    return _words("wish")


@cache
def refuting() -> re.Pattern[str]:
    """How a telling says that something is not so, or was not spoken of."""
    return re.compile("|".join(table()["refuting"]["patterns"]), re.IGNORECASE)


@cache
def moderator() -> re.Pattern[str]:
    """How the turn of somebody who asks or leads is headed."""
    return re.compile(
        rf"^\W*(?:{'|'.join(table()['moderator']['words'])})\b[^:\n]{{0,40}}:\s*$", re.IGNORECASE
    )


@cache
def courtesy() -> re.Pattern[str]:
    """Words of thanks and welcome that are no matter."""
    return _words("courtesy")


@cache
def unnamed() -> re.Pattern[str]:
    """What a silence is on where it names nothing: "the request", "this point"."""
    empty = "|".join(table()["silent"]["empty"])
    return re.compile(rf"(?:the|this|that|these|those|his|her|its|their) (?:{empty})s?[.,]?", re.IGNORECASE)


@cache
def dull() -> frozenset[str]:
    """Labels under which no reader would look for anything."""
    return frozenset(table()["dull"]["words"])
