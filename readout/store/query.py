"""What is looked for: words as a person types them, and filters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from readout.model.errors import UsageError
from readout.model.event import Status
from readout.model.items import Kind
from readout.model.statement import Said
from readout.store.words import LONGEST, folded, tokens

Verdict = Literal["accept", "reject", "unsure", "none"]

PART = re.compile(r'(-?)"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a search, a list or an export is restricted to; what is None restricts nothing.

    ``words`` are as typed: all must be there; ``"one China"`` is a phrase, ``tarif*`` a beginning,
    ``-rice`` must not be there, ``rice OR wheat``. ``since`` and ``until`` are about publication,
    ``after`` and ``before`` about the dates in the text; all are YYYY, YYYY-MM or YYYY-MM-DD.
    Rejected items are found only where ``verdict`` asks for them, older versions where ``versions`` does.
    """

    words: str | None = None
    actor: str | None = None
    topic: str | None = None
    kind: Kind | None = None
    stance: Said | None = None
    status: Status | None = None
    type: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    after: str | None = None
    before: str | None = None
    verdict: Verdict | None = None
    versions: bool = False
    documents: tuple[int, ...] | None = None

    @property
    def of_items(self) -> bool:
        """Whether items are looked for, rather than whole texts."""
        about = (self.kind, self.stance, self.status, self.type, self.verdict, self.after, self.before)
        return any((self.actor, self.topic, *about))


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that stand side by side; the last may be a beginning."""

    tokens: tuple[str, ...]
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """Every one of ``all_of`` must be met by one of its terms, and none of ``none_of``."""

    all_of: tuple[tuple[Term, ...], ...] = ()
    none_of: tuple[Term, ...] = ()


def search_of(words: str) -> Search:
    """What a person typed, read; odd characters only part words, and a quotation mark may stay open.

    >>> search_of('"one China" rice OR wheat -corn').all_of[1]
    (Term(tokens=('rice',), beginning=False), Term(tokens=('wheat',), beginning=False))
    """
    all_of: list[tuple[Term, ...]] = []
    none_of: list[Term] = []
    alternative = False
    for minus, phrase, word in PART.findall(words.replace("“", '"').replace("”", '"')):
        if word == "OR":
            alternative = bool(all_of)
            continue
        excluded = bool(minus) or (word.startswith("-") and len(word) > 1)
        term = _term(phrase or word.lstrip("-"))
        if term is None:
            continue
        if excluded:
            none_of.append(term)
        elif alternative:
            all_of[-1] += (term,)
        else:
            all_of.append((term,))
        alternative = False
    if not all_of and not none_of:
        raise UsageError(f"{words!r} holds no word to look for")
    return Search(tuple(all_of), tuple(none_of))


def _term(typed: str) -> Term | None:
    """The tokens of a word or phrase; a star at its end makes the last a beginning."""
    if typed.endswith("*"):
        words = folded(typed)
        return Term((*tokens(" ".join(words[:-1])), words[-1][:LONGEST]), True) if words else None
    found = tuple(tokens(typed))
    return Term(found) if found else None
