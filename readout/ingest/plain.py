"""Plain text to lines: line ends made one, invisible marks taken out, wrapped lines joined."""

from __future__ import annotations

import re

from readout.ingest.assemble import Assembled, assembled
from readout.ingest.mail import without_mail
from readout.ingest.wrapping import unwrapped
from readout.model.document import Removed

LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")


def normal(text: str) -> tuple[str, tuple[Removed, ...]]:
    """The text with ``\\n`` for every line end and without control characters, and those.

    Other code points stay as they are; half a surrogate pair becomes U+FFFD.

    >>> normal("One.\\r\\nTwo.\\x00")
    ('One.\\nTwo.', (Removed(text='\\x00', reason='control characters'),))
    """
    text = SURROGATE.sub("\ufffd", LINE_ENDS.sub("\n", text.lstrip("\ufeff")))
    found = "".join(CONTROL.findall(text))
    if not found:
        return text, ()
    return CONTROL.sub("", text), (Removed(found, "control characters"),)


def from_text(text: str) -> tuple[Assembled, tuple[Removed, ...]]:
    """A plain text's clean text and paragraphs, and the control characters taken out first."""
    clean, controls = normal(text)
    lines, mail = without_mail(clean.split("\n"))
    return assembled(unwrapped(lines)), (*controls, *mail)
