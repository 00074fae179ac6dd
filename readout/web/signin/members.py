"""Who may read a dossier and who may change it: lists of addresses and domains."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from readout.model.errors import UsageError

Role = Literal["editor", "reader"]
ADDRESS = re.compile(r"[^\s@<>\"(),:;\\]+@[^\s@<>\"(),:;\\]+")
DOMAIN = re.compile(r"@?([\w-]+\.)+[\w-]+")


@dataclass(frozen=True, slots=True)
class Members:
    """Addresses (``ana@paper.example``) and domains (``paper.example``) by role; nobody else comes in."""

    editors: frozenset[str]
    readers: frozenset[str]

    def role(self, address: str, domain: str | None) -> Role | None:
        """What somebody may do; ``domain`` is the one that the issuer vouches for, None when it does not.

        >>> Members(frozenset({"ana@paper.example"}), frozenset({"paper.example"})).role(
        ...     "Emil@paper.example", "paper.example")
        'reader'
        """
        known = {folded(address)} | ({folded(domain)} if domain else set())
        if known & self.editors:
            return "editor"
        return "reader" if known & self.readers else None


def members(editors: Iterable[str], readers: Iterable[str]) -> Members:
    """The lists as they were written; raises ``UsageError`` for what is neither address nor domain.

    >>> members(["Ana@paper.example, @desk.example"], []).editors == {"ana@paper.example", "desk.example"}
    True
    """
    lists = Members(frozenset(_listed(editors)), frozenset(_listed(readers)))
    if not lists.editors and not lists.readers:
        raise UsageError("nobody could sign in: name addresses or domains with --editors and --readers")
    return lists


def folded(name: str) -> str:
    """A name as it is compared. Other scripts are taken as they are: their capitals may fold into ours."""
    return name.lower() if name.isascii() else name


def _listed(written: Iterable[str]) -> Iterable[str]:
    for one in re.split(r"[\s,]+", " ".join(written).strip()):
        if not one:
            continue
        if not ADDRESS.fullmatch(one) and not DOMAIN.fullmatch(one):
            raise UsageError(f"{one!r} is neither a mail address nor a domain such as paper.example")
        yield folded(one.removeprefix("@"))
