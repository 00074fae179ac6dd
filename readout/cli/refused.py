"""What the command line could not be understood for, in one sentence."""

from __future__ import annotations

import re
from typing import Any

CHECKED = re.compile(r"\b(?:Value error|Assertion failed), ")
NUMBER = re.compile(r"Input should be a valid (integer|number), unable to parse string as an? \w+")


def sentence(error: Exception) -> str:
    """The error of the library that reads the command line, as one line, with the way to the help.

    >>> sentence(ValueError("Value error, 'xml' is not one of\\n'csv', 'html'."))
    "'xml' is not one of 'csv', 'html'"
    """
    told: Any = error
    words = told.format_message() if hasattr(told, "format_message") else str(error)
    words = NUMBER.sub(r"that is no \1", CHECKED.sub("", " ".join(words.split()))).rstrip(".")
    if not words:
        return ""
    path = getattr(getattr(error, "ctx", None), "command_path", None)
    first = words[:1].lower() + words[1:] if words[1:2].islower() else words
    return f"{first}: see {path} --help" if path else first
