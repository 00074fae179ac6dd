"""The verb: a document in, its record out.

Everything heavy is imported when it is first used, so that ``import readout`` is quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import tee
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from readout.model.analysis import Analysis
    from readout.model.document import Document
    from readout.model.record import Record


PATIENCE = 10_000
"""New objects after which the garbage collector looks at them, where a process reads."""


class Engine(Protocol):
    """What the reader asks of a language engine (``readout.language.Engine`` is the real one)."""

    def analyse(self, document: Document) -> Analysis:
        """Words, parse, names and attribution of one document."""
        ...

    def analyse_many(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """The same for many documents, in order."""
        ...


class Reader:
    """Keeps the language engine loaded between documents.

    >>> reader = Reader()                                # doctest: +SKIP
    >>> [len(reader.read(document).statements) for document in documents]  # doctest: +SKIP
    """

    def __init__(self, engine: Engine | None = None) -> None:
        if engine is None:
            from readout.language import load

            engine = load()
        self.engine = engine

    def read(self, document: Document) -> Record:
        """The record of one document."""
        return record_of(document, self.engine.analyse(document))

    def read_many(self, documents: Iterable[Document]) -> Iterator[Record]:
        """The records of many documents, in order, a few of them in memory at a time."""
        read, analysed = tee(documents)
        return map(record_of, read, self.engine.analyse_many(analysed))


@cache
def reader(threads: int) -> Reader:
    """This process's one reader, loaded when it is first asked for; 0 threads: as many as there are cores.

    From then on the garbage collector comes less often: a reading makes many small things and no circles.
    """
    import gc

    from readout.language import load

    often, *rest = gc.get_threshold()
    if 0 < often < PATIENCE:
        gc.set_threshold(PATIENCE, *rest)
    return Reader(load(threads))


def read(source: str | Path | bytes, *, published: str | None = None, publisher: str | None = None) -> Record:
    """Read one document: a path, an http(s) address, bytes, or the text itself.

    ``published`` (``2026-03-02``, EDTF) and ``publisher`` override what a page says of itself.
    Raises ``UnreadableError`` for what cannot be turned into English text, ``UsageError`` for a
    date that is none.

    >>> record = read("Ada Ruiz said the bridge was safe.", published="2026-03-02")  # doctest: +SKIP
    >>> record.statements[0].content[0].exact                                       # doctest: +SKIP
    'the bridge was safe'
    """
    from readout.ingest import document_of, only

    return reader(0).read(document_of(only(source), published=published, publisher=publisher))


def record_of(document: Document, analysis: Analysis) -> Record:
    """Everything that the extractors find, in the order in which they build on each other."""
    from readout import knowledge
    from readout.extract.actors import find_actors
    from readout.extract.amounts import find_amounts
    from readout.extract.commitments import commitments_in
    from readout.extract.events import events_in, scene_of
    from readout.extract.statements import find_statements
    from readout.extract.topics import find_topics, with_topics
    from readout.extract.tree import Tree
    from readout.extract.whens import find_whens
    from readout.model.record import Record

    parse = Tree.of(analysis, document.text)
    actors = find_actors(document, analysis, knowledge.load())
    whens = find_whens(document, analysis, parse)
    amounts = find_amounts(document, analysis, whens)
    statements, unread = find_statements(document, analysis, actors, whens, parse)
    scene = scene_of(document, analysis, actors, whens, amounts, statements, parse)
    events = events_in(scene)
    commitments = commitments_in(scene, whens, amounts, events)
    topics = find_topics(document, analysis, statements, actors, whens, amounts, parse)
    return Record(
        document,
        actors=actors,
        statements=with_topics(document, statements, topics),
        events=events,
        whens=whens,
        amounts=amounts,
        commitments=commitments,
        topics=topics,
        unread=unread,
        model=analysis.model,
    )
