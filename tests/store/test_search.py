"""Search: words, phrases, actors, topics, dates, kinds, stances; the same in both databases."""

from __future__ import annotations

import pytest

from readout.dossier import Dossier, Filters
from readout.model.errors import UsageError
from readout.store import Kept
from readout.store.excerpts import anchors
from readout.store.query import search_of
from readout.store.words import tokens

from .makers import record_of, source

STORIES = {
    "Xi Li said the one-China policy stands.\nTariffs on rice fell.": {"published": "2026-03-02"},
    "Ada Ruiz said China has one policy.\nThe minister’s naïve tariff policies failed.": {
        "published": "2026-04-10",
        "publisher": "The Wire",
    },
    "Li Xi said wheat is dear.\nRice and wheat were sold.": {"published": "2025"},
    "Nobody spoke of policies in one China.": {},
}


@pytest.fixture
def library(dossier: Dossier) -> Dossier:
    for text, facts in STORIES.items():
        dossier.add(record_of(text, **facts), source(text))
    return dossier


def found(dossier: Dossier, **filters: object) -> list[int]:
    return [hit.number for hit in dossier.search(Filters(**filters)).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("policy", [2, 1, 4]),
        ("POLICIES", [2, 1, 4]),
        ("china policy", [2, 1, 4]),
        ('"one China"', [1, 4]),
        ("“one china”", [1, 4]),
        ('"china one"', []),
        ('"one china', [1, 4]),
        ('"one china" OR wheat', [1, 3, 4]),
        ("rice -wheat", [1]),
        ('policy -"one china"', [2]),
        ("-wheat", [2, 1, 4]),
        ("tarif*", [2, 1]),
        ('"on ric*"', [1]),
        ("naive", [2]),
        ("minister's", [2]),
        ("rice fell", [1]),
        ("rice wheat failed", []),
        ("'); DROP TABLE documents; --", []),
        ("rice AND NEAR(", []),
        ("% _ rice", [1, 3]),
    ],
)
def test_words(library: Dossier, words: str, numbers: list[int]) -> None:
    assert found(library, words=words) == numbers
    assert library.count(Filters(words=words)) == len(numbers)


@pytest.mark.parametrize("words", ["", "  ", "«»", '""', "OR", "-", "*", "🚢"])
def test_no_word_to_look_for_is_a_wrong_call(words: str) -> None:
    with pytest.raises(UsageError):
        search_of(words)


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({"since": "2026"}, [2, 1]),
        ({"since": "2026-03-02", "until": "2026-03-02"}, [1]),
        ({"until": "2025-12"}, [3]),
        ({"until": "2026-03"}, [1, 3]),
        ({"publisher": "wire"}, [2]),
        ({"words": "policy", "since": "2026-04"}, [2]),
        ({}, [2, 1, 3, 4]),
    ],
)
def test_dates_and_publishers(library: Dossier, filters: dict[str, str], numbers: list[int]) -> None:
    assert found(library, **filters) == numbers


@pytest.mark.parametrize("date", ["yesterday", "2026-13", "2026-02-30", "2026/2027", ""])
def test_a_date_that_is_none_is_a_wrong_call(library: Dossier, date: str) -> None:
    with pytest.raises(UsageError):
        library.search(Filters(since=date))


@pytest.mark.parametrize(
    ("filters", "items"),
    [
        ({"actor": "Xi Li"}, [(1, "s1")]),
        ({"actor": "li"}, [(1, "s1"), (3, "s1")]),
        ({"actor": "Li", "words": "wheat"}, [(3, "s1")]),
        ({"kind": "statement", "words": "policy"}, [(2, "s1"), (1, "s1")]),
        ({"kind": "actor", "words": "ruiz"}, [(2, "a1")]),
        ({"kind": "document", "actor": "Ruiz"}, [(2, None)]),
        ({"actor": "Li Ruiz"}, []),
        ({"actor": "policy"}, []),
        ({"actor": "-"}, []),
        ({"kind": "statement", "publisher": "the wire"}, [(2, "s1")]),
    ],
)
def test_items_by_actor_and_kind(library: Dossier, filters: dict[str, str], items: list[object]) -> None:
    hits = library.search(Filters(**filters)).hits  # type: ignore[arg-type]
    assert [(hit.number, hit.item) for hit in hits] == items


@pytest.mark.parametrize(
    ("filters", "items"),
    [
        ({"stance": "not said"}, ["s4"]),
        ({"stance": "declined"}, ["s5"]),
        ({"stance": "denied", "words": '"3 tons"'}, ["s6"]),
        ({"actor": "Emil Sato", "stance": "not said"}, ["s4"]),
        ({"topic": "ships", "kind": "statement"}, ["s2"]),
        ({"kind": "event", "type": "cooperate", "status": "planned"}, ["e1"]),
        ({"kind": "event", "status": "happened"}, []),
        ({"kind": "commitment", "actor": "Chile"}, ["c1"]),
        ({"after": "2026-03", "before": "2026-03-02", "kind": "event"}, ["e1"]),
        ({"after": "2026-04"}, []),
        ({"kind": "unread"}, ["u1"]),
    ],
)
def test_items_by_stance_topic_type_and_date(
    dossier: Dossier, kept: Kept, filters: dict[str, str], items: list[str]
) -> None:
    assert [hit.item for hit in dossier.search(Filters(**filters)).hits] == items  # type: ignore[arg-type]


def test_hits_stand_where_they_say(dossier: Dossier, kept: Kept) -> None:
    text = dossier.machine(kept).document.text
    (hit,) = dossier.search(Filters(stance="denied")).hits
    assert text[hit.start : hit.end] == "that 3 tons had been lost" == hit.label
    assert (hit.title, hit.publisher, hit.published) == (kept.title, "The Paper", "2026-03-02")


def test_what_does_not_fit_a_page_is_told_and_goes_on(library: Dossier) -> None:
    first = library.search(Filters(words="policy"), limit=2)
    assert [hit.number for hit in first.hits] == [2, 1] and first.more
    rest = library.search(Filters(words="policy"), limit=2, below=first.hits[-1].cursor)
    assert [hit.number for hit in rest.hits] == [4] and not rest.more


def test_an_excerpt_shows_the_words(library: Dossier) -> None:
    (hit,) = library.search(Filters(words='"rice and wheat"')).hits
    shown, places = library.excerpt(hit, '"rice and wheat"', width=30)
    assert [place.exact for place in places] == ["Rice and wheat"]
    assert len(shown.exact) <= 30 and shown.covers(places[0])


def test_excerpts_count_code_points() -> None:
    (place,) = anchors("🚢🚢 sail, one-China’s", '"one china"')
    assert (place.start, place.exact) == (9, "one-China’s")


def test_actors_are_counted_over_documents(library: Dossier) -> None:
    assert {one.label: one.documents for one in library.actors()} == {"Xi Li": 1, "Ada Ruiz": 1, "Li Xi": 1}


@pytest.mark.parametrize(
    ("text", "stream"),
    [
        ("The Minister’s tariffs", ["the", "minister", "tariff"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("one-China U.S. 2.5", ["one", "china", "u", "s", "2", "5"]),
        ("Ünïcode ﬁsh", ["unicode", "fish"]),
        ("rock’n’roll ship’s", ["rocknroll", "ship"]),
        ("", []),
    ],
)
def test_tokens(text: str, stream: list[str]) -> None:
    assert tokens(text) == stream
