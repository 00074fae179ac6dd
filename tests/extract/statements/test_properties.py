"""Whatever the text and whatever the model says of it: every anchor holds and nothing raises."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from readout.extract.statements import find_statements
from readout.extract.statements.quotations import quotations
from readout.extract.statements.turns import turns
from readout.model.actor import Actor, Mention
from readout.model.analysis import Analysis, Attribution, Word
from readout.model.anchor import Anchor
from readout.model.statement import Statement
from tests.extract.statements.conftest import page

TOKEN = re.compile(r"\w+|[^\w\s]")
RELS = [
    "root",
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "ccomp",
    "xcomp",
    "advcl",
    "obl",
    "obl:agent",
    "conj",
    "cc",
    "mark",
    "case",
    "aux",
    "aux:pass",
    "advmod",
    "det",
    "nmod",
    "nmod:poss",
    "acl",
    "acl:relcl",
    "parataxis",
    "punct",
    "compound:prt",
    "cop",
    "appos",
]
WORDS = [
    "he",
    "she",
    "who",
    "they",
    "said",
    "told",
    "denied",
    "declined",
    "to",
    "comment",
    "not",
    "did",
    "mention",
    "that",
    "according",
    "the",
    "minister",
    "statement",
    "“",
    "”",
    "‘",
    "’",
    "'",
    '"',
    "«",
    "»",
    ",",
    ".",
    ":",
    "—",
    "I",
    "we",
    "would",
    "claims",
    "quoted",
    "as",
    "saying",
    "citing",
    "reportedly",
    "\n",
    "Q:",
    "A:",
    "MR.",
    "ORR:",
    "5",
    "🎉",
    "é𝔘",
    "on",
    "of",
    "for",
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join),
)


def anchors(statement: Statement) -> Iterator[Anchor]:
    parties = [statement.source, statement.addressee, *statement.via]
    yield from statement.content
    yield from (party.anchor for party in parties if party and party.anchor)
    yield from (anchor for anchor in (statement.cue, statement.hedge) if anchor)


@st.composite
def analysed(draw: st.DrawFn) -> tuple[str, Analysis]:
    """A text with a parse and attributions that make no sense."""
    text = draw(TEXTS)
    spans = [found.span() for found in TOKEN.finditer(text)]
    count = len(spans)
    if not count:
        return text, Analysis()
    heads = draw(st.lists(st.integers(-1, count - 1), min_size=count, max_size=count))
    rels = draw(st.lists(st.sampled_from(RELS), min_size=count, max_size=count))
    tags = draw(
        st.lists(
            st.sampled_from(["VERB", "NOUN", "PRON", "PUNCT", "ADJ", "PROPN", "AUX", "ADV"]),
            min_size=count,
            max_size=count,
        )
    )
    cuts = sorted({0, count, *draw(st.lists(st.integers(0, count), max_size=4))})
    sentences = tuple(pairwise(cuts))
    number = {i: n for n, (a, b) in enumerate(sentences) for i in range(a, b)}
    lemmas = {
        "said": "say",
        "told": "tell",
        "denied": "deny",
        "declined": "decline",
        "claims": "claim",
        "quoted": "quote",
        "citing": "cite",
        "did": "do",
    }
    words = tuple(
        Word(
            i,
            a,
            b,
            text[a:b],
            lemmas.get(text[a:b], text[a:b]),
            tags[i],
            "X",
            {},
            heads[i],
            rels[i],
            number[i],
        )
        for i, (a, b) in enumerate(spans)
    )
    span = st.tuples(st.integers(0, count - 1), st.integers(1, 6)).map(
        lambda t: (t[0], min(count, t[0] + t[1]))
    )
    attribution = st.builds(
        Attribution,
        st.one_of(st.none(), span),
        st.lists(span, max_size=2).map(tuple),
        st.lists(span, max_size=3).map(tuple),
        st.floats(0, 1),
    )
    return text, Analysis(words, sentences, (), tuple(draw(st.lists(attribution, max_size=5))))


@settings(max_examples=150, deadline=None)
@given(analysed())
def test_every_anchor_holds(made: tuple[str, Analysis]) -> None:
    text, analysis = made
    actors = (Actor("a1", "Orr", "person", (Mention(0, 1, text[:1]),)),) if text else ()
    found, unread = find_statements(page(text), analysis, actors, ())
    assert all(anchor.holds(text) for statement in found for anchor in anchors(statement))
    assert all(one.anchor.holds(text) for one in unread)
    ids = {statement.id for statement in found}
    assert all(
        statement.within is None or (statement.within in ids and statement.within != statement.id)
        for statement in found
    )
    assert all(statement.content for statement in found)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_marks_and_turns_of_any_text(text: str) -> None:
    found, _ = quotations(page(text))
    assert all(piece.holds(text) for quotation in found for piece in quotation.pieces)
    assert all(piece.holds(text) for turn in turns(page(text)) for piece in turn.pieces)


def long_text(sentences: int) -> tuple[str, Analysis]:
    """ "He said “it works.”" over and over, parsed and tagged alike."""
    text = "He said “it works.” " * sentences
    spans = [found.span() for found in TOKEN.finditer(text)]
    shape = [
        ("PRON", 1, "nsubj"),
        ("VERB", -1, "root"),
        ("PUNCT", 4, "punct"),
        ("PRON", 4, "nsubj"),
        ("VERB", 1, "ccomp"),
        ("PUNCT", 1, "punct"),
        ("PUNCT", 1, "punct"),
    ]
    words = tuple(
        Word(
            i,
            a,
            b,
            text[a:b],
            {"said": "say"}.get(text[a:b], text[a:b]),
            shape[i % 7][0],
            "X",
            {},
            i - i % 7 + shape[i % 7][1] if shape[i % 7][1] >= 0 else -1,
            shape[i % 7][2],
            i // 7,
        )
        for i, (a, b) in enumerate(spans)
    )
    cuts = tuple((at, at + 7) for at in range(0, len(words), 7))
    return text, Analysis(
        words, cuts, (), tuple(Attribution((a + 1, a + 2), ((a, a + 1),), ((a + 2, b),)) for a, b in cuts)
    )


def test_time_grows_with_the_text_not_faster() -> None:
    def seconds(sentences: int) -> float:
        text, analysis = long_text(sentences)
        start = time.perf_counter()
        found, _ = find_statements(page(text), analysis, (), ())
        assert len(found) == sentences
        return time.perf_counter() - start

    seconds(50)
    assert seconds(4_000) < 40 * max(seconds(400), 0.01)
