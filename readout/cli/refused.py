"""What the command line could not be understood for, in one sentence."""

from __future__ import annotations

import re
from traceback import walk_tb
from typing import Any

CHECKED = re.compile(r"\b(?:Value error|Assertion failed), ")
NUMBER = re.compile(r"Input should be a valid (integer|number), unable to parse string as an? \w+")


def fault(error: BaseException) -> str:
    """An error that nobody foresaw, as one line: where it happened, and what to do.

    >>> fault(KeyError("q7"))
    "this is a fault of Readout, not of what you gave it: KeyError: 'q7'; please report it with ..."
    """
    frames = [(frame.f_globals.get("__name__", ""), line) for frame, line in walk_tb(error.__traceback__)]
    ours = [f" in {module}, line {line}" for module, line in frames if module.startswith("readout.")]
    where = "".join(ours[-1:])
    what = " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(":")
    return (
        f"this is a fault of Readout, not of what you gave it: {what}{where}; please report it with what "
        "READOUT_TRACEBACK=1 shows"
    )


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
    first = re.sub(r"^(no such (?:option|command)): ", r"\1 ", first)
    first = re.sub(r" \(Possible options: (.+)\)$", r". Did you mean \1?", first)
    if not path:
        return first
    return f"{first} See {path} --help" if first.endswith("?") else f"{first}: see {path} --help"
