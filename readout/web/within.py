"""Addresses of this site, told from those that lead elsewhere."""

from __future__ import annotations

import re

OURS = re.compile(r"/(?![/\\])[!-\[\]-~]*")
LONGEST = 1_500
"""Characters of an address to come back to; it has to fit into a cookie."""


def within(address: str) -> str | None:
    r"""The address when it stays on this site, else None.

    >>> within("/texts/3?hide=event#s1")
    '/texts/3?hide=event#s1'
    >>> within("//paper.example/"), within("/\\paper.example"), within("/\t/paper.example")
    (None, None, None)

    Only what an address is written with passes: no blanks, no backslash, nothing that needs quoting.
    """
    return address if len(address) <= LONGEST and OURS.fullmatch(address) else None
