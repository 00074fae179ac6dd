"""Bytes of any kind: read, or refused in one sentence."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout import ingest
from readout.ingest import Raw, document_of, edtf
from readout.model.errors import ReadoutError, RefusedError, UnreadableError, UsageError

STORY = "Señora Ruiz said: “The bridge at Ávila is not safe – I would not cross it.”"


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        STORY.encode("utf-16"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        STORY.encode("utf-32"),
        codecs.BOM_UTF32_BE + STORY.encode("utf-32-be"),
        STORY.encode("utf-16-le"),
        STORY.encode("utf-16-be"),
        STORY.encode("cp1252"),
    ],
)
def test_encodings(data):
    assert document_of(Raw("story.txt", data)).text == STORY


def test_a_declared_encoding_is_believed():
    text = "Żaneta Król said that the bridge was not safe and would be shut."
    assert document_of(Raw("story", text.encode("iso-8859-2"), "text/plain; charset=ISO-8859-2")).text == text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "story.txt is empty"),
        (b" \r\n\t ", "story.txt is empty"),
        (bytes(range(256)) * 8, "binary"),
        (b"PK\x03\x04" + b"x" * 50, "zip or Office"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08", "gzip"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "breaks at byte"),
        (codecs.BOM_UTF8 + b"ab\xff\xff", "breaks at byte"),
        (b"\x81\x8d\x8f\x90" * 100, "encoding"),
        (b"a" * 40_000_001, "larger than 40 MB"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(data, why):
    with pytest.raises(UnreadableError, match=why) as caught:
        document_of(Raw("story.txt", data))
    assert "\n" not in str(caught.value)


def test_a_text_that_is_too_large_is_refused_as_such():
    with pytest.raises(RefusedError):
        document_of(Raw("story.txt", b"a b " * 12_500_000))


@pytest.mark.parametrize("date", ["2024", "2024-02", "2024-02-29", " 2024-02-29 "])
def test_dates(date):
    assert edtf(date) == date.strip()


@pytest.mark.parametrize(
    "date", ["", "yesterday", "2024-2-9", "2024-13", "2023-02-29", "0000", "2024-02-29T00:00", "٢٠٢٤"]
)
def test_a_date_that_is_none(date):
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        document_of(Raw("story.txt", STORY.encode()), published=date)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"<html><body>said</body></html>", "text"),
        ("a", b"  <!DOCTYPE html><p>said</p>", "html"),
        ("a", b"<angle brackets> said the man", "text"),
        ("a.htm", b"said", "html"),
        ("a.txt", b"%PDF-1.4", "pdf"),
        ("https://x.example/a.html?q=b.txt", b"said", "html"),
    ],
)
def test_kinds(name, data, kind):
    from readout.ingest.kinds import kind_of

    assert kind_of(Raw(name, data)) == kind


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.binary(max_size=60).map(lambda b: b"<html><p>" + b)))
def test_any_bytes_are_read_or_refused(data):
    try:
        document = document_of(Raw("any", data))
    except ReadoutError:
        return
    assert document.id.startswith("sha256:")


def test_the_public_names_are_there():
    for name in ingest.__all__:
        assert getattr(ingest, name)
    with pytest.raises(AttributeError):
        _ = ingest.nothing
