"""The scene of an encounter: who met whom, where and how, which is no matter of it."""

from __future__ import annotations

import re
from functools import cache

from readout.link.accounts.telling import Telling
from readout.link.lexicon import small

LONGEST = 34
"""Words of a sentence that tells of the scene alone."""


def scene(telling: Telling) -> bool:
    """Whether a sentence of a text's own voice tells only that an encounter took place.

    >>> # "Orr met Ruiz in Bern on Friday." but not "Orr met Ruiz to discuss cod."
    """
    if telling.statement is not None or telling.said != "yes" or len(telling.anchors) > 1:
        return False
    text = telling.text
    return len(text.split()) <= LONGEST and bool(_meets().search(text)) and not _more().search(text)


@cache
def _meets() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(small()['scene']['words'])})")


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(small()['scene']['more'])})", re.IGNORECASE)
