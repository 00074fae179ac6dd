"""Where in a text the words of a search stand."""

from __future__ import annotations

from collections.abc import Iterator

from readout.model.anchor import Anchor
from readout.store.query import Term, search_of
from readout.store.words import placed


def anchors(text: str, words: str) -> Iterator[Anchor]:
    """Every place of a text at which a word or phrase of the search stands, in order.

    >>> [anchor.exact for anchor in anchors("One China, the one-China policy.", '"one china"')]
    ['One China', 'one-China']
    """
    search = search_of(words)
    terms = [term for terms in search.all_of for term in terms]
    stream = list(placed(text))
    for at, (_, start, _) in enumerate(stream):
        lengths = [len(term.tokens) for term in terms if _stands(term, stream, at)]
        if lengths:
            yield Anchor.of(text, start, stream[at + max(lengths) - 1][2])


def _stands(term: Term, stream: list[tuple[str, int, int]], at: int) -> bool:
    there = [token for token, _, _ in stream[at : at + len(term.tokens)]]
    if len(there) < len(term.tokens) or there[:-1] != list(term.tokens[:-1]):
        return False
    last = term.tokens[-1]
    return there[-1].startswith(last) if term.beginning else there[-1] == last


def excerpt(text: str, anchor: Anchor | None, width: int = 160) -> Anchor:
    """The words around a place, cut between words."""
    middle = (anchor.start + anchor.end) // 2 if anchor else 0
    start = max(0, min(middle - width // 2, anchor.start if anchor else 0))
    end = min(len(text), max(start + width, anchor.end if anchor else 0))
    while start > 0 and not text[start - 1].isspace() and (anchor is None or start < anchor.start):
        start += 1
    while end < len(text) and not text[end].isspace() and (anchor is None or end > anchor.end):
        end -= 1
    return Anchor.of(text, start, end) if start < end else Anchor.of(text, 0, min(width, len(text)))
