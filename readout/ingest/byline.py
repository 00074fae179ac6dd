"""Who wrote a page, without what its software says around the names."""

from __future__ import annotations

import re

AROUND = re.compile(r"^(?:view all posts by|posts by|written by|by)\s+|\s+(?:says|writes)$", re.IGNORECASE)
SOFTWARE = ["admin", "administrator", "author", "contributor", "editor", "editorial", "guest", "none", "user"]
NOBODY = frozenset([*SOFTWARE, "md", "news", "newsroom", "phd", "staff", "team", "unknown"])
"""What stands where a page has no author, and letters behind a name."""
ADDRESS = re.compile(r"\b(?:https?|www)\b|[@/_]", re.IGNORECASE)


def byline(told: str | None) -> str | None:
    """The authors that a page names, parted by semicolons; None where it names nobody.

    >>> byline("View all posts by Ana Soto; PhD; https Www Example")
    'Ana Soto'
    """
    names = (AROUND.sub("", part.strip()) for part in (told or "").split(";"))
    kept = [name for name in names if name and not _nobody(name)]
    return "; ".join(dict.fromkeys(kept)) or None


def _nobody(name: str) -> bool:
    words = set(re.findall(r"\w+", name.casefold())) - {"no", "the"}
    return not words or words <= NOBODY or ADDRESS.search(name) is not None
