"""A record made by hand, and an engine that sees nothing: for tests of what comes after reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readout.model.actor import Actor, Mention
from readout.model.amount import Amount
from readout.model.analysis import Analysis
from readout.model.anchor import Anchor
from readout.model.commitment import Commitment, Progress
from readout.model.document import Document, Removed
from readout.model.event import Event, Place
from readout.model.record import Record, Unread
from readout.model.statement import Party, Statement
from readout.model.topic import Topic
from readout.model.when import When

TEXT = """Ada Ruiz of Chile told Emil Sato on Monday that 40 ships would sail, his office said. \
“They sail <b>soon</b> & in peace,” she said, “or never.”

Sato did not mention the ships. His aide, Kim Oh, declined to comment and denied that 3 tons had been lost. \
Chile pledged to send “at least $2.5 million by June.
"""


class BlindEngine:
    """Stands in for the language engine; sees no words at all."""

    def analyse(self, document: Document) -> Analysis:
        return Analysis(model="blind")

    def analyse_many(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        return map(self.analyse, documents)


def at(words: str, nth: int = 0) -> Anchor:
    """The anchor of the nth place where the sample says these words."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Anchor.of(TEXT, start, start + len(words))


def mention(words: str, kind: str = "name", nth: int = 0) -> Mention:
    anchor = at(words, nth)
    return Mention(anchor.start, anchor.end, anchor.exact, kind)  # type: ignore[arg-type]


def document() -> Document:
    border = TEXT.index("\n\n")
    return Document(
        id="sha256:0",
        text=TEXT,
        paragraphs=((0, border), (border + 2, len(TEXT) - 1)),
        url="https://paper.example/ships",
        publisher="The Paper",
        title="Ships & <script>alert(1)</script> promises",
        language="en",
        published="2026-03-02",
        removed=(Removed("Continue with Google", "sign-in button"),),
    )


def record() -> Record:
    """One statement of every kind, nested and broken ones, a figure, a date, a promise."""
    return Record(
        document(), ACTORS, STATEMENTS, EVENTS, WHENS, AMOUNTS, COMMITMENTS, TOPICS, UNREAD, model="hand"
    )


ACTORS = (
    Actor(
        "a1",
        "Ada Ruiz",
        "person",
        (mention("Ada Ruiz"), mention("she", "pronoun")),
        "CHL",
        "GOV",
        ("President of Chile",),
    ),
    Actor("a2", "Emil Sato", "person", (mention("Emil Sato"), mention("Sato", nth=1))),
    Actor("a3", "Kim Oh", "person", (mention("Kim Oh"),)),
    Actor("a4", "Chile", "country", (mention("Chile", nth=1),), "CHL"),
)
STATEMENTS = (
    Statement(
        "s1",
        (at("Ada Ruiz of Chile told Emil Sato on Monday that 40 ships would sail"),),
        Party("a2", at("his office")),
        cue=at("said"),
    ),
    Statement(
        "s2",
        (at("that 40 ships would sail"),),
        Party("a1", at("Ada Ruiz of Chile")),
        via=(Party("a2", at("his office")),),
        within="s1",
        addressee=Party("a2", at("Emil Sato")),
        cue=at("told"),
        when="w1",
        topics=("t1",),
    ),
    Statement(
        "s3",
        (at("“They sail <b>soon</b> & in peace,”"), at("“or never.”")),
        Party("a1", at("she")),
        cue=at("said", 1),
        form="direct",
    ),
    Statement(
        "s4", (at("the ships"),), Party("a2", at("Sato", 1)), cue=at("did not mention"), said="not said"
    ),
    Statement("s5", (at("comment"),), Party("a3", at("Kim Oh")), cue=at("declined"), said="declined"),
    Statement("s6", (at("that 3 tons had been lost"),), None, cue=at("denied"), said="denied"),
)
EVENTS = (
    Event(
        "e1",
        "COOPERATE",
        at("sail"),
        at("40 ships would sail"),
        actors=("a4",),
        recipients=("a2",),
        status="planned",
        when="w1",
        where=Place("Chile", at("Chile", 1), "CHL"),
        amounts=("q1",),
        within="s2",
    ),
)
WHENS = (
    When("w1", at("Monday"), "Monday", "2026-03-02", "2026-03-02", "2026-03-02", "day", "published"),
    When("w2", at("June"), "June"),
)
AMOUNTS = (
    Amount("q1", at("40 ships"), "40 ships", 40.0, of="ships"),
    Amount("q2", at("3 tons"), "3 tons", 3.0, unit="t"),
    Amount(
        "q3",
        at("at least $2.5 million"),
        "at least $2.5 million",
        2_500_000.0,
        low=2_500_000.0,
        bound="at least",
        currency="USD",
    ),
)
COMMITMENTS = (
    Commitment(
        "c1",
        at("Chile pledged to send “at least $2.5 million by June"),
        "send",
        "a4",
        "a2",
        "money",
        "q3",
        "w2",
        "pledged",
        progress=(Progress("q3", "paid", at("$2.5 million")),),
    ),
)
TOPICS = (Topic("t1", "ships", (at("ships"), at("the ships"))),)
UNREAD = (Unread(at("“at least"), "a quotation mark is never closed"),)
