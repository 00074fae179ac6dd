"""Who "he" is after a quotation that names somebody."""

from __future__ import annotations

import pytest

from readout.extract.statements.after import corrected
from readout.extract.statements.quotations import quotations
from readout.extract.statements.spans import Marks
from readout.model.actor import Actor, ActorKind, Mention
from readout.model.anchor import Anchor
from readout.model.statement import Party, Statement
from tests.extract.statements.conftest import page

TEXT = "Orr came late. “Ask Hale,” he said. “I asked Hale.” Hale laughed. “Not me,” he said."


def actor(id: str, name: str) -> Actor:
    places = [at for at in range(len(TEXT)) if TEXT.startswith(name, at)]
    return Actor(id, name, "person", tuple(Mention(at, at + len(name), name) for at in places))


def said(id: str, who: str, at: int, actor: str) -> Statement:
    source = Anchor.of(TEXT, at, at + len(who))
    return Statement(id, (Anchor.of(TEXT, 0, 3),), Party(actor, source))


def test_he_is_not_whom_the_quotation_names() -> None:
    statements = [
        said("s1", "Orr", 0, "orr"),
        said("s2", "he", TEXT.index("he said"), "hale"),
        said("s3", "he", TEXT.rindex("he said"), "hale"),
    ]
    marks = Marks(TEXT, quotations(page(TEXT))[0])
    found = corrected(statements, (actor("orr", "Orr"), actor("hale", "Hale")), marks)
    assert [one.source.actor for one in found if one.source] == ["orr", "orr", "hale"]


@pytest.mark.parametrize(
    ("second", "kind", "same"),
    [
        ("It was silent on the fine.", "government", True),
        ("It was silent on the fine.", "person", False),
        ("She was silent on the fine.", "person", True),
        ("Her remarks made no mention of the fine.", "person", True),
        ("Oslo was silent on the fine.", "government", False),
    ],
)
def test_a_pronoun_nobody_read_is_who_spoke_just_before(second: str, kind: ActorKind, same: bool) -> None:
    text = f"The speaker hailed the verdict. {second}"
    at = text.index(second)
    word = second.split()[0]
    actor = Actor("a1", "Speaker", kind, (Mention(4, 11, "speaker"),))
    first = Statement("s1", (Anchor.of(text, 19, 30),), Party("a1", Anchor.of(text, 0, 11)))
    silent = Statement(
        "s2",
        (Anchor.of(text, len(text) - 5, len(text) - 1),),
        Party(None, Anchor.of(text, at, at + len(word))),
        said="not said",
    )
    marks = Marks(text, ())
    _, found = corrected((first, silent), (actor,), marks)
    assert found.source is not None
    assert found.source.actor == ("a1" if same else None)


def test_not_over_a_paragraph() -> None:
    text = "The bank hailed the verdict.\n\nIt was silent on the fine."
    actor = Actor("a1", "Bank", "organization", (Mention(4, 8, "bank"),))
    first = Statement("s1", (Anchor.of(text, 16, 27),), Party("a1", Anchor.of(text, 0, 8)))
    silent = Statement(
        "s2", (Anchor.of(text, 47, 55),), Party(None, Anchor.of(text, 30, 32)), said="not said"
    )
    assert corrected((first, silent), (actor,), Marks(text, ()))[1].source == silent.source
