"""Names of offices that mean one office: "foreign secretary" and "foreign minister"."""

from __future__ import annotations

import re
from functools import lru_cache

HEADS = frozenset(
    {
        "president",
        "acting president",
        "prime minister",
        "premier",
        "chancellor",
        "chief adviser",
        "state counsellor",
        "monarch",
        "pope",
        "leader",
        "supreme leader",
        "military leader",
        "communist party leader",
    }
)
_FOREIGN = (
    r"(foreign|external affairs) (minister|secretary)|minister (of|for) (foreign|external) affairs"
    r"|secretary of state|top diplomat|foreign chief"
)
_DEFENSE = r"defen[cs]e (minister|secretary|chief)|(minister|secretary) (of|for) (national )?defen[cs]e"
_FINANCE = (
    r"finance minister|treasury secretary|minister of finance|chancellor of the exchequer"
    r"|secretary of the treasury"
)
_SAME = (
    (r"king|queen|emperor|emir|sultan|ruler", "monarch"),
    (r"taoiseach|premier|prime minister", "prime minister"),
    (_FOREIGN, "foreign minister"),
    (_DEFENSE, "defense minister"),
    (_FINANCE, "finance minister"),
    (r"(eu )?high representative( for foreign affairs( and security policy)?)?", "foreign policy chief"),
)


@lru_cache(maxsize=4096)
def office_key(title: str) -> str:
    """The one name of an office: "Defence Secretary" is "defense minister"."""
    words = " ".join(title.lower().replace("-", " ").split())
    for pattern, key in _SAME:
        if re.fullmatch(pattern, words):
            return key
    return words


def same_office(asked: str, held: str) -> bool:
    """Whether an office that is asked for is the one that was held; "leader" is any head.

    >>> same_office("foreign secretary", "foreign minister")
    True
    """
    wanted = office_key(asked)
    return wanted == office_key(held) or (wanted == "leader" and held in HEADS)
