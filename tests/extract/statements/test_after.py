"""Who "he" is after a quotation that names somebody."""

from __future__ import annotations

from readout.extract.statements.after import corrected
from readout.extract.statements.quotations import quotations
from readout.extract.statements.spans import Marks
from readout.model.actor import Actor, Mention
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
