"""Every cue and every silence in the data files is read in its own example."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from readout.extract.statements.lexicon import Cue, cues, silences
from readout.model.statement import Statement

Reader = Callable[[str], tuple[Statement, ...]]
MARK = re.compile(r"[\[\]{}<>]")


def marked(example: str, opening: str, closing: str) -> str:
    """What stands between two marks of an example, the other marks gone."""
    return MARK.sub("", example[example.index(opening) + 1 : example.index(closing)])


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.mark.parametrize("cue", cues().values(), ids=lambda cue: cue.lemma.replace(" ", "-"))
def test_cue_is_read_in_its_example(cue: Cue, statements: Reader) -> None:
    found = statements(MARK.sub("", cue.example))
    read = [(words(" ".join(anchor.exact for anchor in one.content)), one.source) for one in found]
    content, source = words(marked(cue.example, "<", ">")), marked(cue.example, "[", "]")
    assert any(said == content and by and by.anchor and by.anchor.exact == source for said, by in read), found


@pytest.mark.parametrize(
    "lemma", ["say", "pledge", "urge", "accuse", "praise", "announce", "threaten", "reject"]
)
def test_act_is_the_cues(lemma: str, statements: Reader) -> None:
    cue = cues()[lemma]
    assert cue.act in {one.act for one in statements(MARK.sub("", cue.example))}


@pytest.mark.parametrize(
    ("said", "example"),
    [
        (said.replace("_", " "), example)
        for said, table in silences().items()
        for example in table["examples"]
    ],
)
def test_silence_is_read_in_its_example(said: str, example: str, statements: Reader) -> None:
    found = statements(MARK.sub("", example))
    content, source = words(marked(example, "<", ">")), marked(example, "[", "]")
    assert [
        (
            one.said,
            words(" ".join(anchor.exact for anchor in one.content)),
            one.source and one.source.anchor and one.source.anchor.exact,
        )
        for one in found
    ] == [(said, content, source)]
