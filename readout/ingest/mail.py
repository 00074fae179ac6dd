"""E-mail pasted as text: its head, its signature and the marks of quoted lines are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.model.document import Removed

HEAD = re.compile(
    r"(?:from|to|cc|bcc|sent|reply-to|sender|message-id|mime-version|content-type"
    r"|content-transfer-encoding|importance|received|return-path|x-[\w-]+|date|subject): ?\S.*",
    re.IGNORECASE,
)
SURE = re.compile(r"(?:from|to|subject): ", re.IGNORECASE)
SAID = re.compile(r"(?:date|sent|subject): ", re.IGNORECASE)
"""Lines of a head that stay: the date and what the mail is about."""
MARK = re.compile(r"(?:> ?)+")
QUOTED, SIGNATURE = 3, 12


def without_mail(lines: Sequence[str]) -> tuple[list[str], list[Removed]]:
    """The lines of a text without what makes it a mail, and that.

    >>> without_mail(["From: Ana Ruiz", "Subject: Ferry sold", "", "The ferry was sold."])[0]
    ['Subject: Ferry sold', '', 'The ferry was sold.']
    """
    removed: list[Removed] = []
    kept = _without_marks(_without_head(list(lines), removed), removed)
    return _without_signature(kept, removed), removed


def _without_head(lines: list[str], removed: list[Removed]) -> list[str]:
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    end = start
    while end < len(lines) and HEAD.fullmatch(lines[end].strip()):
        end += 1
    head = lines[start:end]
    closed = end == len(lines) or not lines[end].strip()
    if len(head) < 2 or not closed or not any(SURE.match(line.strip()) for line in head):
        return lines
    removed += [Removed(line.strip(), "e-mail header") for line in head if not SAID.match(line.strip())]
    return [*lines[:start], *(line for line in head if SAID.match(line.strip())), *lines[end:]]


def _without_marks(lines: list[str], removed: list[Removed]) -> list[str]:
    """Lines quoted with ``>``, without the marks; a few such lines alone are left as they are."""
    marks = [MARK.match(line) for line in lines]
    if sum(mark is not None for mark in marks) < QUOTED:
        return lines
    found = "".join(mark.group().replace(" ", "") for mark in marks if mark)
    removed.append(Removed(found, "e-mail quote marks"))
    return [line[mark.end() :] if mark else line for line, mark in zip(lines, marks, strict=True)]


def _without_signature(lines: list[str], removed: list[Removed]) -> list[str]:
    """The lines above ``-- ``, which by custom cuts the signature off (RFC 3676)."""
    cut = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].rstrip("\n") == "-- "), None)
    if cut is None or not 0 < len(lines) - cut - 1 <= SIGNATURE:
        return lines
    removed.append(Removed("\n".join(lines[cut:]).strip(), "e-mail signature"))
    return lines[:cut]
