"""The engine on real text with the real model: examples of what it should see."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readout.language import load
from readout.language.engine import Engine
from readout.model.analysis import Analysis
from readout.model.document import Document


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load(threads=1)


def read(engine: Engine, text: str) -> Analysis:
    return engine.analyse(Document("test", text))


def test_a_sentence_is_parsed(engine: Engine) -> None:
    words = read(engine, "The minister opened the bridge on Friday.").words
    assert [w.upos for w in words] == ["DET", "NOUN", "VERB", "DET", "NOUN", "ADP", "PROPN", "PUNCT"]
    assert [words[w.head].text if w.head >= 0 else "" for w in words] == [
        "minister", "opened", "", "bridge", "opened", "Friday", "opened", "opened",
    ]  # fmt: skip
    assert [w.deprel for w in words][1:5] == ["nsubj", "root", "det", "obj"]
    assert words[2].lemma == "open"
    assert words[2].feats["Tense"] == "Past"


def test_an_attribution_is_bound(engine: Engine) -> None:
    analysis = read(engine, "The harbour will reopen in June, mayor Ada Lind said on Monday.")
    words = analysis.words
    (attribution,) = [a for a in analysis.attributions if a.contents]
    assert attribution.cue is not None
    assert words[attribution.cue[0]].text == "said"
    assert [words[a].text for a, _ in attribution.contents] == ["The"]
    assert any(words[i].text == "Lind" for a, b in attribution.sources for i in range(a, b))


def test_names_are_found(engine: Engine) -> None:
    analysis = read(engine, "Ada Lind met officials of the World Bank in Nairobi.")
    words = analysis.words
    names = {(" ".join(w.text for w in words[e.first : e.last]), e.label) for e in analysis.entities}
    assert {("Ada Lind", "person"), ("World Bank", "organization"), ("Nairobi", "place")} <= names


def test_sentences_end_where_they_should(engine: Engine) -> None:
    analysis = read(engine, "Gen. Holm spoke first. “We wait,” he said. Nobody asked why.")
    assert len(analysis.sentences) == 3


def test_like_sentences_have_like_vectors(engine: Engine) -> None:
    text = (
        "The ports agreed on lower tariffs. Customs duties were cut by the harbours. The cat slept all day."
    )
    analysis = read(engine, text)
    assert analysis.meaning is not None
    a, b, c = (analysis.meaning.vector(*s) for s in analysis.sentences)
    near, far = (sum(x * y for x, y in zip(a, other, strict=True)) for other in (b, c))
    assert near > far + 0.1


@pytest.mark.parametrize("text", ["“", "A", "“ A", "a b c d", "no.\n\n”"])
def test_a_text_of_few_words_is_read(engine: Engine, text: str) -> None:
    assert "".join(w.text for w in read(engine, text).words) == "".join(text.split())


def test_an_empty_text_has_no_words(engine: Engine) -> None:
    assert read(engine, "").words == ()
    assert read(engine, " \n\n ").words == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=400))
def test_offsets_are_exact_in_any_unicode(text: str) -> None:
    analysis = read(load_once(), text)
    for word in analysis.words:
        assert text[word.start : word.end] == word.text
    assert [i for a, b in analysis.sentences for i in range(a, b)] == list(range(len(analysis.words)))
    assert all(-1 <= w.head < len(analysis.words) and w.head != w.index for w in analysis.words)


_ENGINES: list[Engine] = []


def load_once() -> Engine:
    """One engine for all examples."""
    if not _ENGINES:
        _ENGINES.append(load(threads=1))
    return _ENGINES[0]


def test_many_documents_read_as_each_alone(engine: Engine) -> None:
    texts = ["Oslo agreed.", "The mayor said the road was shut. " * 12, "No."]
    together = list(engine.analyse_many(Document("t", text) for text in texts))
    alone = [read(engine, text) for text in texts]
    assert [[w.upos for w in a.words] for a in together] == [[w.upos for w in a.words] for a in alone]
