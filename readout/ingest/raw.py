"""What came in, before anything is read out of it."""

from __future__ import annotations

from dataclasses import dataclass

from readout.model.errors import ReadoutError


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one input, the name it goes by in messages, and what its sender said of it.

    ``media_type`` is the whole Content-Type (``text/html; charset=utf-8``) where there was one;
    ``url`` is where the bytes were found in the end, ``taken`` the day on which an archive took them.
    """

    name: str
    data: bytes
    media_type: str | None = None
    url: str | None = None
    taken: str | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that gave no bytes, and why; the others go on."""

    name: str
    error: ReadoutError
