"""The page: complete, linked both ways, closed to what a text may carry."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from readout.export.html import depths, index, page
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.record import Record, Unread

VOID = {"meta", "input", "br"}


class Reading(HTMLParser):
    """Checks that tags nest, and gathers ids, links and the text of the story."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []
        self.loads += [name for name in found if name in ("src", "srcset", "onclick", "onload")]
        self.loads += [tag] if tag in ("script", "img", "link", "iframe", "object") else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_tags_nest_and_ids_are_unique(record: Record) -> None:
    read = Reading(page(record))
    assert read.open == []
    assert [id for id, count in Counter(read.ids).items() if count > 1] == []


def test_every_link_leads_somewhere_on_the_page(record: Record) -> None:
    read = Reading(page(record))
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)


@pytest.mark.parametrize("id", ["s1", "s2", "s3", "s4", "s5", "s6", "e1", "c1", "q1", "w1", "u1"])
def test_text_and_list_link_to_each_other(record: Record, id: str) -> None:
    assert {f"#{id}", f"#at-{id}"} <= set(Reading(page(record)).links)


def test_nothing_is_loaded_and_nothing_runs(record: Record) -> None:
    made = page(record)
    assert Reading(made).loads == []
    assert "default-src 'none'" in made and "@import" not in made and "url(" not in made


def test_the_text_stands_on_the_page_unchanged(record: Record) -> None:
    main = page(record).split("<main", 1)[1].split("</main>")[0].split(">", 1)[1].split("<details")[0]
    shown = re.sub(r"<[^>]+>", "", re.sub(r'<a class="lead.*?</a>', "", main))
    words = record.document.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").split()
    assert shown.split() == words


@pytest.mark.parametrize(
    "hostile",
    [
        "</p></main><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</title><script>",
        "{{ 7*7 }}",
        "]]><!--",
    ],
)
def test_hostile_text_does_not_break_out(hostile: str) -> None:
    document = Document(
        "sha256:0", f"{hostile} he said", title=hostile, publisher=hostile, url=hostile, language='en"x'
    )
    unread = (Unread(Anchor(0, len(hostile), hostile), hostile),)
    read = Reading(page(Record(document, unread=unread)))
    assert read.loads == [] and read.open == []


def test_a_record_without_items_is_a_page() -> None:
    assert "Nothing was found." in page(Record(Document("sha256:0", "Rain.")))


def test_statements_within_each_other_do_not_loop(record: Record) -> None:
    first, second, *_ = record.statements
    loop = replace(record, statements=(replace(first, within="s2"), second))
    assert depths(loop) == {"s1": 1, "s2": 1}
    assert depths(record)["s2"] == 1


def test_the_index_links_to_every_page() -> None:
    assert Reading(index([("a b.html", "<A>"), ("c.html", "C")])).links == ["a%20b.html", "c.html"]


LUMINANCE = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
PAIRS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("dim", "paper"),
    ("dim", "card"),
    ("focus", "card"),
    ("focus", "paper"),
]
PAIRS += [("ink", tint) for tint in ("told", "denied", "silent", "declined")]
PAIRS += [(f"{tint}-ink", tint) for tint in ("told", "denied", "silent", "declined")]
PAIRS += [
    (ink, on)
    for ink in ("when", "amount", "event", "unread", "told-ink")
    for on in ("paper", "told", "denied", "silent")
]


def _contrast(one: str, other: str) -> float:
    def light(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "on"), PAIRS)
def test_contrast_is_at_least_that_of_wcag_aa(record: Record, scheme: str, ink: str, on: str) -> None:
    light, dark = page(record).split("prefers-color-scheme: dark")
    colors = dict(LUMINANCE.findall(light))
    if scheme == "dark":
        colors |= dict(LUMINANCE.findall(dark.split("* {")[0]))
    assert _contrast(colors[ink], colors[on]) >= 4.5
