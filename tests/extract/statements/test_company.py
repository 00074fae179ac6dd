"""Whom a speaking pronoun means, in whole readings: text -> (source actor, content) of each pronoun's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.analysis import Analysis
from readout.model.document import Document
from readout.read import record_of
from tests.extract.statements.conftest import page

Heard = list[tuple[str | None, str]]


@pytest.fixture
def heard(analyse: Callable[[Document], Analysis]) -> Callable[[str], Heard]:
    def read(text: str) -> Heard:
        document = page(text)
        record = record_of(document, analyse(document))
        names = {actor.id: actor.name for actor in record.actors}
        return [
            (names.get(one.source.actor or ""), one.content[-1].exact)
            for one in record.statements
            if one.source and one.source.anchor and one.source.anchor.exact.casefold() in ("he", "she", "it")
        ]

    return read


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            (
                "Peruvian President Tomas Quiroga told reporters on his plane that he saw no risk. His aide agreed.\n"
                "None of this impresses Victor Salas, a former miner. “They will talk as long as somebody pays,” he said."
            ),
            "Victor Salas",
        ),
        (
            (
                "Oslo's fisheries ministry said in a note that it would act unless Iceland changed course. "
                "It stopped short of saying what it might do."
            ),
            "Ministry of Fisheries of Norway",
        ),
        (
            (
                "The foreign minister, Daniel Okello, was furious. Her words, he said, were “an insult”. "
                "She would think about it, according to a person who was in the room. "
                "He declined to say whether she would be expelled."
            ),
            "Daniel Okello",
        ),
        (
            (
                "A Home Office spokeswoman said Harriet Dunne had “the full trust of ministers”. "
                "None of the aid, she stressed, was under review."
            ),
            "Home Office spokeswoman",
        ),
        (
            (
                "Marta Lindqvist, who chairs the panel, spoke first. She was brief. She said the count was fair.\n"
                "Ivan Horak says that he was robbed. He has asked his lawyers to act. She says she will sue."
            ),
            "Marta Lindqvist",
        ),
    ],
)
def test_who_is_meant(text: str, who: str, heard: Callable[[str], Heard]) -> None:
    assert heard(text)[-1][0] == who


def test_one_does_not_call_oneself_he(heard: Callable[[str], Heard]) -> None:
    text = (
        "Latvian Prime Minister Karlis Ozols met Estonian President Mart Kask. “I told Kask that we could not pay,” "
        "Ozols recalled. “He laughed, and then he said: ‘You will not be sorry.’”"
    )
    assert {content: who for who, content in heard(text)}["‘You will not be sorry.’"] == "Mart Kask"
