"""lemminflect's dictionary as its file has it: sorted lines that are looked through by halves."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Self


class Dictionary:
    """Words with their lemmas by part of speech; a line reads ``talks,noun,talk``.

    lemminflect itself makes a dictionary of 70,000 dictionaries of it: 150 ms and 30 MB in every process,
    for the few hundred forms that a text has. Here it is 8 ms and 2 MB.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = lines.removesuffix(b"\n") + b"\n"

    @classmethod
    def at(cls, path: Path) -> Self:
        """That of a gzipped file."""
        return cls(gzip.decompress(path.read_bytes()))

    def get(self, word: str, default: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """The lemmas of a word in small letters.

        >>> Dictionary(b"talk,noun,talk\\ntalks,noun,talk\\ntalks,verb,talk\\n").get("talks", {})
        {'NOUN': ('talk',), 'VERB': ('talk',)}
        """
        lines, form = self._lines, word.encode("utf-8", "surrogatepass")
        at, found = self._first(form), {}
        while b"," not in form and lines.startswith(form + b",", at):
            end = lines.find(b"\n", at)
            _, category, lemmas = lines[at:end].decode("utf-8").split(",")
            found[category.upper()] = tuple(lemmas.split("/"))
            at = end + 1
        return found or default

    def _first(self, form: bytes) -> int:
        """Where the first line starts whose word does not come before a form."""
        lines, low, high = self._lines, 0, len(self._lines)
        while low < high:
            start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
            if lines[start : lines.find(b",", start)] < form:
                low = lines.find(b"\n", start) + 1
            else:
                high = start
        return low
