"""Who does a thing, where it stands, what it holds, that no day is set: two tellings of our own."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from readout.link.accounts.telling import Telling
from readout.link.clashes.clashes import Clash
from readout.link.clashes.contrary import contrary, root, uses
from readout.link.clashes.portions import portions
from readout.link.clashes.schedules import undated
from readout.link.clashes.sites import contents_apart, sites_apart
from readout.link.clashes.states import states_apart
from readout.link.clashes.tasks import tasks_apart
from readout.link.lexicon import terms
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor
from readout.model.document import Document
from readout.model.record import Record
from readout.model.when import When

Find = Callable[[Matter, Telling, Telling], Clash | None]


def telling(number: int, text: str, side: str) -> Telling:
    document = Document(str(number), text, ((0, len(text)),), published="2031-05-04")
    anchors = [Anchor.of(text, *found.span()) for found in re.finditer(r"(?<=by )May 2032", text)]
    whens = tuple(When(f"w{n}", a, a.exact, "2032-05", "2032-05-01", "2032-05-31") for n, a in enumerate(anchors))
    return Telling(number, Record(document, whens=whens), side, (Anchor.of(text, 0, len(text)),))


def clash(find: Find, topic: str, one: str, other: str) -> str | None:
    left, right = telling(1, one, "TGO"), telling(2, other, "BEN")
    places = {t.number: [Anchor.of(t.text, *re.search(topic, t.text).span())] for t in (left, right)}  # type: ignore[union-attr]
    found = find(Matter(topic, (topic,), 0.9, "", places, {1, 2}), left, right)
    return found.kind if found else None


@pytest.mark.parametrize(
    ("find", "topic", "one", "other", "kind"),
    [
        (tasks_apart, "pier", "Togo will pay for the pier.", "The pier will be paid for by Benin.", "actor"),
        (tasks_apart, "pier", "Togo will pay for the pier.", "The pier will be paid for by Togo.", None),
        (tasks_apart, "pier", "Togo will pay a third of the pier.", "The pier will be paid for by Benin.", None),
        (tasks_apart, "pier", "Togo will pay for the pier.", "The costs of the pier are shared equally.", "actor"),
        (sites_apart, "dairy", "The dairy will be built in Lome.", "The dairy will be built at Kara.", "place"),
        (sites_apart, "dairy", "The dairy will be built in Lome.", "The dairy will be built in Togo.", None),
        (sites_apart, "dairy", "The dairy could be built in Lome.", "The dairy will be built at Kara.", None),
        (portions, "pier", "Togo bears the whole cost of the pier.", "Togo bears a third of the cost of the pier.", "amount"),
        (portions, "pier", "Togo bears half the cost of the pier.", "Benin bears half of the cost of the pier.", None),
        (contents_apart, "barge", "The barge was carrying salt.", "The barge was carrying rifles.", "polarity"),
        (contents_apart, "barge", "The barge was carrying sea salt.", "The barge was carrying salt.", None),
        (undated, "camp", "No date for the camp had been set.", "The camp is to be closed by May 2032.", "date"),
        (undated, "camp", "No tent of the camp had been set.", "The camp is to be closed by May 2032.", None),
        (contrary, "divers", "The divers will be checked.", "The divers would no longer be checked.", "polarity"),
        (contrary, "divers", "The divers will be checked.", "The divers have not been checked.", None),
        (contrary, "divers", "The divers should be checked.", "The divers will not be checked.", None),
        (states_apart, "race", "The race will go ahead.", "The race has been put off.", "polarity"),
        (states_apart, "road", "The road is still closed.", "The road will be opened in May.", None),
        (states_apart, "road", "The road is still closed.", "The road is open.", "polarity"),
        (states_apart, "plan", "Togo accepted the plan.", "Benin rejected the plan.", None),
        (states_apart, "plan", "Togo accepted the plan.", "Togo had rejected the plan.", "polarity"),
    ],
)
def test_what_cannot_both_be_true(find: Find, topic: str, one: str, other: str, kind: str | None) -> None:
    assert clash(find, topic, one, other) == kind
    assert clash(find, topic, other, one) == kind


@pytest.mark.parametrize("text", terms()["undated"]["example"])
def test_no_day_is_set(text: str) -> None:
    assert re.search(rf"\b(?:{'|'.join(terms()['undated']['patterns'])})", text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        ("no visit was planned in May", {"visit", "plan"}),
        ("the visit, not the call, was planned", {"call"}),
        ("the visit was not only planned but made", set()),
    ],
)
def test_what_a_negation_bears_on(text: str, barred: set[str]) -> None:
    assert {use.root for use in uses(text) if use.barred} == barred


def test_roots_have_no_endings() -> None:
    assert {root(word) for word in ("assured", "assurance", "assurances")} == {"assur"}


@pytest.mark.parametrize("entry", terms()["task"], ids=[entry["name"] for entry in terms()["task"]])
def test_who_does_it(entry: dict[str, list[dict[str, str]]]) -> None:
    first, second, *_ = entry["example"]
    topic = next(word for word in ("lighthouse", "harbour", "pier", "ferry") if word in first["text"])
    assert clash(tasks_apart, topic, first["text"], second["text"]) == "actor"


@pytest.mark.parametrize("entry", terms()["site"], ids=[entry["words"][0] for entry in terms()["site"]])
def test_where_it_is(entry: dict[str, list[str]]) -> None:
    (text,) = entry["example"]
    topic = text.split()[1]
    assert clash(sites_apart, topic, text, text.replace("Lome", "Kara")) == "place"


@pytest.mark.parametrize("entry", terms()["content"], ids=[entry["before"][0] for entry in terms()["content"]])
def test_what_it_holds(entry: dict[str, list[dict[str, str]]]) -> None:
    (example,) = entry["example"]
    text, what = example["text"], example["what"]
    assert clash(contents_apart, text.split()[1], text, text.replace(what, "bronze")) == "polarity"
