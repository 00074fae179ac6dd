"""The language engine: documents in, analyses out, one pass of the encoder."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from readout.language.branches import Branches
from readout.language.clauses import hung
from readout.language.coreference import resolve
from readout.language.decode.attribution import bind
from readout.language.decode.sentences import sentences
from readout.language.decode.spans import spans, transitions
from readout.language.encoder import Array
from readout.language.lemmas import lemma
from readout.language.meaning import WordVectors
from readout.language.model import Model
from readout.language.names import mended
from readout.language.pronouns import plain
from readout.language.readings import Readings, read
from readout.language.spelling import GAP_PARAGRAPH, Spelling, spelling_of
from readout.language.syntax import Syntax, syntax
from readout.language.tokens import tokenize
from readout.language.voice import voiced
from readout.model.analysis import Analysis, Entity, Word
from readout.model.document import Document

Range = tuple[int, int]


class Engine:
    """A loaded model; with ``chains`` all that a text speaks of is linked, not only whom a reader asks for.

    >>> engine = Engine(shipped())                                    # doctest: +SKIP
    >>> engine.analyse(Document("sha256:", "Oslo agreed.")).words[0]  # doctest: +SKIP
    """

    def __init__(self, model: Model, chains: bool = False) -> None:
        self.model, self.chains = model, chains

    def analyse(self, document: Document) -> Analysis:
        """All that one pass sees of one document."""
        ranges, spelling = _words(document)
        return analysis(self.model, read(self.model, spelling), ranges, chains=self.chains)

    def analyse_many(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """The same for many, in order, one in memory at a time."""
        return map(self.analyse, documents)

    def analyse_words(self, spelling: Spelling, sentences: Sequence[Range] | None = None) -> Analysis:
        """The same for words that are cut already; offsets count words joined by single spaces.

        ``sentences`` are word ranges when those are known as well.
        """
        ranges, place = [], 0
        for word in spelling.words:
            ranges.append((place, place + len(word)))
            place += len(word) + 1
        return analysis(self.model, read(self.model, spelling), ranges, sentences, self.chains)


def _words(document: Document) -> tuple[list[Range], Spelling]:
    """Tokens and their spelling; a paragraph of the document begins with a paragraph's gap."""
    ranges = tokenize(document.text)
    spelling = spelling_of(document.text, ranges)
    if not document.paragraphs or not ranges:
        return ranges, spelling
    gaps = list(spelling.gaps)
    for start, _ in document.paragraphs:
        if (place := bisect_left(ranges, (start,))) < len(gaps):
            gaps[place] = GAP_PARAGRAPH
    return ranges, Spelling(spelling.words, tuple(gaps))


def analysis(
    model: Model,
    readings: Readings,
    ranges: list[Range],
    known: Sequence[Range] | None = None,
    chains: bool = False,
) -> Analysis:
    """Decode the readings of one text whose tokens stand at ``ranges``; ``known`` sentences are kept."""
    if not ranges:
        return Analysis(model=model.name)
    cuts = list(known) if known else sentences(readings.spelling, readings.scores["ends"])
    parsed = syntax(model, readings, cuts)
    tagged = spans(readings.scores["attribution"], model.tags["attribution"], _steps(model, "attribution"))
    named = spans(readings.scores["entities"], model.tags["entities"], _steps(model, "entities"))
    words = voiced(hung(plain(_as_words(readings.spelling, ranges, parsed, cuts))), cuts)
    tagged_names = [Entity(first, last, label, round(p, 3)) for first, last, label, p in named]
    branches = Branches(words)
    entities = mended(tagged_names, branches)
    attributions = tuple(bind(tagged, readings.targets["cues"], readings.logs["cues"]))
    linked = resolve(model.coreference, branches, entities, attributions, readings.scores["meaning"], chains)
    return Analysis(
        words=words,
        sentences=tuple(cuts),
        entities=entities,
        attributions=attributions,
        mentions=linked.mentions,
        chains=linked.chains,
        factuality=tuple(readings.scores["factuality"].round(2).tolist()),
        meaning=WordVectors(readings.scores["meaning"]),
        model=model.name,
    )


def _steps(model: Model, name: str) -> Array:
    return transitions(model.tags[name])


def _as_words(spelling: Spelling, ranges: list[Range], parsed: Syntax, cuts: list[Range]) -> tuple[Word, ...]:
    sentence_of = [number for number, (first, last) in enumerate(cuts) for _ in range(first, last)]
    starts, ends = zip(*ranges, strict=True)
    texts, lemmas = spelling.words, map(lemma, spelling.words, parsed.upos)
    tags = parsed.upos, parsed.xpos, parsed.feats
    columns = range(len(ranges)), starts, ends, texts, lemmas, *tags, parsed.heads, parsed.deprels
    return tuple(map(Word, *columns, sentence_of))
