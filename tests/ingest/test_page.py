"""HTML: main content by paragraph, what the markup says, what is left out; nothing fetched, nothing run."""

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.ingest import Raw, document_of
from readout.model.errors import ReadoutError, UnreadableError

PAGE = """<!DOCTYPE html>
<html lang="en"><head>
<title>Ferry to sail again | The Saltholm Post</title>
<meta property="og:site_name" content="The Saltholm Post">
<meta property="og:title" content="Ferry to sail again">
<meta name="author" content="Ida Holm">
<meta property="article:published_time" content="2024-03-05T09:30:00+01:00">
<meta property="article:modified_time" content="2024-03-09T09:30:00+01:00">
<link rel="canonical" href="/2024/ferry">
<script>document.write("<p>The script said that it was true.</p>")</script>
</head><body>
<nav><a href="/">Home</a> <a href="/coast">Coast</a> <a href="/login">Sign in</a></nav>
<div class="cookie">We use cookies to count our readers. <button>Accept all</button></div>
<article>
<h1>Ferry to sail again</h1>
<p>The ferry to Saltholm will sail again on <b>Friday</b>, the harbour office said on Tuesday, after three
weeks in which the island was reached by two fishing boats and a helicopter only.</p>
<p>“We lost three weeks,” said Ida Brandt,&nbsp;who runs the office. “We will not lose a fourth.” She thanked the
crews of the fishing boats, who carried bread and post.</p>
<blockquote><p>Nobody was paid for this. Nobody asked to be.</p></blockquote>
<h2>What comes next</h2>
<ul><li>The ice patrol reports to the council on Thursday.</li><li>The council votes on the bill of 4 million kroner.</li></ul>
<div class="share"><a href="#">Share on Facebook</a></div>
<p>Continue with Google</p>
<p>The company that owns the ferry did not say who would pay for the repair of its rudder, which broke in the ice on
the night of 12 February.</p>
</article>
<aside><h3>Most read</h3><ul><li><a href="/a">Bakers of Saltholm close early</a></li></ul></aside>
<footer>© 2024 The Saltholm Post. All rights reserved.</footer>
</body></html>"""


@pytest.fixture
def document(monkeypatch):
    def no_network(*_):
        raise AssertionError("a page must be read without the network")

    monkeypatch.setattr(socket, "getaddrinfo", no_network)
    monkeypatch.setattr(socket.socket, "connect", no_network)
    return document_of(Raw("ferry.html", PAGE.encode(), url="https://saltholm.example/2024/ferry?x=1"))


def test_the_story_by_paragraph(document):
    paragraphs = [document.text[start:end] for start, end in document.paragraphs]
    assert [paragraph.split()[0] for paragraph in paragraphs] == [
        "Ferry",
        "The",
        "“We",
        "Nobody",
        "What",
        "The",
        "The",
        "The",
    ]
    assert "again on Friday, the harbour" in paragraphs[1]
    assert "three weeks in which" in paragraphs[1]


def test_what_the_markup_says(document):
    assert document.title == "Ferry to sail again"
    assert document.publisher == "The Saltholm Post"
    assert document.author == "Ida Holm"
    assert document.published == "2024-03-05"
    assert document.url == "https://saltholm.example/2024/ferry"
    assert document.language == "en"


def test_what_is_left_out_is_told(document):
    removed = "\n".join(piece.text for piece in document.removed)
    for residue in (
        "Accept all",
        "Share on Facebook",
        "Continue with Google",
        "Most read",
        "Bakers of Saltholm",
        "© 2024",
    ):
        assert residue in removed
        assert residue not in document.text
    assert "script" not in document.text + removed


def test_a_page_in_another_encoding():
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace("Brandt", "Brändt")
    assert "Ida Brändt" in document_of(Raw("ferry.html", page.encode("cp1252"))).text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<!doctype html><html><head><title>Story</title></head><body><script>alert(1)</script></body></html>",
        "<html>" + "<div>" * 3_000 + "x",
        "<html><frameset></frameset></html>",
    ],
)
def test_a_page_without_content_is_refused(page):
    with pytest.raises(UnreadableError, match="story"):
        document_of(Raw("story.html", page.encode()))


TAGS = st.sampled_from(
    [
        "p",
        "div",
        "ul",
        "li",
        "table",
        "tr",
        "td",
        "h1",
        "article",
        "blockquote",
        "br",
        "a",
        "b",
        "script",
        "style",
        "span",
        "section",
        "title",
        "meta",
    ]
)
NODES = st.recursive(
    st.text(max_size=30),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(
        lambda n: f"<{n[0]}>{''.join(n[1])}</{n[0]}>"
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(NODES)
def test_any_markup_is_read_or_refused(markup):
    try:
        document = document_of(
            Raw("any.html", f"<html><body>{markup}".encode("utf-8", "replace"), "text/html")
        )
    except ReadoutError:
        return
    assert all(document.text[start:end].strip() for start, end in document.paragraphs)
