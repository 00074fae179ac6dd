"""Who is who over the texts of a dossier, on both databases: put together, corrected, searched, exported."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, text

from readout.dossier import Among, Dossier, Filters, Kept, new, opened
from readout.model.errors import DossierError, UsageError
from readout.model.record import Record
from readout.store.database import Store
from readout.store.readings import encoded
from readout.store.schema import documents, pages, readings

from .makers import record_of, source
from .upgrading import made_at

Run = Callable[..., Any]
FACTS: dict[str, dict[str, Any]] = {
    "Tor Vik": {"country": "NOR", "offices": ("defence minister",)},
    "Ola Vik": {"country": "NOR"},
    "Reef Board": {"kind": "organization"},
    "crew": {"kind": "group"},
}


def told(words: str, day: str, **facts: dict[str, Any]) -> Record:
    """A record of what is said, its actors with these facts."""
    record = record_of(words, published=day)
    known = FACTS | facts
    actors = tuple(replace(one, **known.get(one.name, {})) for one in record.actors)
    return replace(record, actors=actors)


TEXTS = (
    ("Tor Vik said the ships sail. Ola Vik said no.", "2026-03-01", {}),
    ("Vik said the price is fixed. Reef Board said so.", "2026-03-05", {"Vik": {**FACTS["Tor Vik"]}}),
    ("Tor Vik said it is done. crew said nothing.", "2026-09-01", {"Tor Vik": {"country": "NOR"}}),
    ("Vik said perhaps. Reef Board said never.", "2026-09-03", {}),
)


@pytest.fixture
def peopled(dossier: Dossier) -> list[Kept]:
    """Four texts with two of one surname, an office, a body, a crew."""
    return [
        dossier.add(told(words, day, **facts), source(words, f"{number}.txt")).document
        for number, (words, day, facts) in enumerate(TEXTS, 1)
    ]


def names(dossier: Dossier, **among: str) -> dict[str, int]:
    return {one.name: one.documents for one in dossier.people(Among(**among))}


@pytest.mark.usefixtures("peopled")
def test_one_row_each_those_in_the_most_texts_first(dossier: Dossier) -> None:
    assert list(names(dossier).items()) == [("Tor Vik", 3), ("Reef Board", 2), ("Ola Vik", 1), ("Vik", 1)]
    vik = dossier.somebody("Tor Vik")
    assert (vik.kind, vik.country, vik.said) == ("person", "NOR", 3)
    assert set(vik.reasons) == {"full name", "surname", "country", "office", "time"}
    assert [(each.document, each.name) for each in dossier.appearances(vik)] == [
        (1, "Tor Vik"),
        (2, "Vik"),
        (3, "Tor Vik"),
    ]


@pytest.mark.usefixtures("peopled")
def test_filters_of_the_list(dossier: Dossier) -> None:
    assert names(dossier, kind="organization") == {"Reef Board": 2}
    assert names(dossier, country="nor") == {"Tor Vik": 3, "Ola Vik": 1}
    assert names(dossier, words="Ola V*") == {"Ola Vik": 1}
    assert dict(dossier.people_by("kind")) == {"person": 3, "organization": 1}
    assert dossier.people_counted(Among(words="vik")) == 3
    assert [one.name for one in dossier.people(limit=1, skip=1)] == ["Reef Board"]


@pytest.mark.usefixtures("peopled")
def test_a_surname_alone_waits_for_a_person(dossier: Dossier) -> None:
    pairs = {pair.other.name: pair.reasons for pair in dossier.perhaps(alone(dossier))}
    assert pairs == {"Tor Vik": ("surname", "time"), "Ola Vik": ("surname", "time")}
    assert dossier.unsure_pairs() == 2


def alone(dossier: Dossier) -> Any:
    return next(one for one in dossier.people() if one.name == "Vik")


def test_said_to_be_the_same_and_taken_back(dossier: Dossier, peopled: list[Kept]) -> None:
    made = dossier.join(alone(dossier), dossier.somebody("Ola Vik"), who="ana")
    ola = dossier.somebody("Ola Vik")
    assert ola.documents == 2 and "a person said so" in ola.reasons and dossier.unsure_pairs() == 0
    (tied,) = dossier.ties(ola)
    assert (tied.judgement.id, tied.judgement.who) == (made.id, "ana")
    dossier.undo(dossier.find(str(tied.document)), made.id, who="ben")
    assert dossier.somebody("Ola Vik").documents == 1 and dossier.ties(ola) == []
    assert dossier.record(peopled[3]) == dossier.machine(peopled[3])


@pytest.mark.usefixtures("peopled")
def test_said_not_to_be_the_same(dossier: Dossier) -> None:
    dossier.part(alone(dossier), dossier.somebody("Ola Vik"), who="ana")
    assert [pair.other.name for pair in dossier.perhaps(alone(dossier))] == ["Tor Vik"]


@pytest.mark.usefixtures("peopled")
def test_split_by_texts_and_joined_again(dossier: Dossier) -> None:
    made = dossier.split(dossier.somebody("Tor Vik"), [3], who="ana")
    assert sorted(one.documents for one in dossier.people(Among(words="tor vik"))) == [1, 2]
    with pytest.raises(DossierError, match="names several"):
        dossier.somebody("Tor Vik")
    one, other = dossier.people(Among(words="tor vik"))
    assert not [pair for pair in dossier.perhaps(one) if pair.other.id == other.id]
    dossier.join(one, other, who="ben")  # the later word counts
    assert dossier.somebody("Tor Vik").documents == 3
    dossier.undo(dossier.find("3"), made.id, who="ana")
    assert dossier.somebody("Tor Vik").documents == 3


@pytest.mark.usefixtures("peopled")
def test_all_or_nothing_of_somebody_is_no_split(dossier: Dossier) -> None:
    for texts in ([], [1, 2, 3]):
        with pytest.raises(UsageError):
            dossier.split(dossier.somebody("Tor Vik"), texts, who="ana")


def test_who_is_who_follows_what_comes_and_goes(dossier: Dossier, peopled: list[Kept]) -> None:
    first = dossier.somebody("Tor Vik").id
    words = "Tor Vik said it again."
    dossier.add(told(words, "2026-09-09"), source(words))
    assert (dossier.somebody("Tor Vik").documents, dossier.somebody("Tor Vik").id) == (4, first)
    dossier.remove(peopled[0])
    assert names(dossier) == {"Tor Vik": 3, "Reef Board": 2, "Vik": 1}
    dossier.reread(peopled[1], told("Vik said the price is fixed. Reef Board said so.", "2026-03-05"))
    assert names(dossier)["Tor Vik"] == 2
    dossier.judge(peopled[2], "actor", "a1", "reject", who="ana")
    assert names(dossier)["Tor Vik"] == 1
    dossier.judge(peopled[3], "actor", "a1", "correct", who="ana", field="name", value="Ola Vik")
    assert "Ola Vik" in names(dossier)


def test_an_id_of_before_leads_to_whom_it_is_now(dossier: Dossier) -> None:
    for words, day in (("Tor Vik said so.", "2019-03-01"), ("Tor Vik said no.", "2026-03-01")):
        dossier.add(told(words, day, **{"Tor Vik": {}}), source(words))
    one, other = dossier.people()
    dossier.join(one, other, who="ana")
    assert {dossier.somebody(one.id).id, dossier.somebody(other.id).id} == {dossier.people()[0].id}


def test_a_judgement_whose_words_are_gone_joins_nobody(dossier: Dossier, peopled: list[Kept]) -> None:
    dossier.join(alone(dossier), dossier.somebody("Ola Vik"), who="ana")
    words = TEXTS[3][0].replace("Vik", "Moe")
    moved = told(words, "2026-09-03")
    dossier.reread(peopled[3], replace(moved, document=replace(moved.document, id=peopled[3].id)))
    assert names(dossier)["Ola Vik"] == 1


def hits(dossier: Dossier, actor: str) -> list[tuple[int, str | None]]:
    found = dossier.search(Filters(actor=actor, kind="statement")).hits
    assert dossier.count(Filters(actor=actor, kind="statement")) == len(found)
    return sorted((hit.number, hit.item) for hit in found)


@pytest.mark.usefixtures("peopled")
def test_search_finds_all_texts_of_somebody_and_no_namesakes(dossier: Dossier) -> None:
    assert hits(dossier, "Tor Vik") == [(1, "s1"), (2, "s1"), (3, "s1")]
    assert hits(dossier, dossier.somebody("Tor Vik").id) == [(1, "s1"), (2, "s1"), (3, "s1")]
    assert hits(dossier, "Ola Vik") == [(1, "s2")]
    assert hits(dossier, "Vik") == [(1, "s1"), (1, "s2"), (2, "s1"), (3, "s1"), (4, "s1")]
    assert hits(dossier, "crew") == [(3, "s2")]
    assert hits(dossier, "i000000000000") == hits(dossier, "Nobody") == []
    assert [kept.number for kept in dossier.documents(Filters(actor="Tor Vik"))] == [1, 2, 3]
    dossier.join(alone(dossier), dossier.somebody("Ola Vik"), who="ana")
    assert hits(dossier, "Ola Vik") == [(1, "s2"), (4, "s1")]


@pytest.mark.usefixtures("peopled")
def test_exports_say_who_is_who(run: Run, address: str, dossier: Dossier, tmp_path: Path) -> None:
    vik = dossier.somebody("Tor Vik").id
    assert run("export", address, "--as", "csv", "--out", str(tmp_path / "csv")).code == 0
    with (tmp_path / "csv/actors.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [row["document"] for row in rows if row["identity"] == vik] == ["1", "2", "3"]
    assert [row["identity"] for row in rows if row["name"] == "crew"] == [""]
    with (tmp_path / "csv/statements.csv").open(encoding="utf-8-sig") as file:
        said = [row["content"] for row in csv.DictReader(file) if row["source_identity"] == vik]
    assert said == ["the ships sail", "the price is fixed", "it is done"]
    lines = [json.loads(line) for line in run("export", address, "--as", "jsonl").out.splitlines()]
    assert [one["dossier"]["identities"].get("a1") == vik for one in lines] == [True, True, True, False]
    ran = run("export", address, "--as", "jsonl", "--actor", "Tor Vik", "--kind", "statement")
    assert [json.loads(line)["identities"] for line in ran.out.splitlines()] == [{"a1": vik}] * 3


@pytest.mark.usefixtures("peopled")
def test_what_was_said_of_people_goes_with_an_export(
    run: Run, address: str, dossier: Dossier, tmp_path: Path
) -> None:
    dossier.join(alone(dossier), dossier.somebody("Ola Vik"), who="ana")
    file = tmp_path / "talks.jsonl"
    assert run("export", address, "--as", "jsonl", "--out", str(file)).code == 0
    new(tmp_path / "other.dossier").close()
    assert run("import", str(tmp_path / "other.dossier"), str(file)).code == 0
    with opened(tmp_path / "other.dossier") as other:
        assert names(other) == names(dossier)
        assert [one.id for one in other.people()] == [one.id for one in dossier.people()]


def test_a_dossier_of_an_older_readout_has_people(bare_database: str) -> None:
    made_at(bare_database, "0002")
    record = told(*TEXTS[0][:2])
    row = {"number": 1, "id": record.document.id, "page": 1, "version": 1, "name": "a", "words": 9}
    read = {"document": 1, "model": "m", "made_by": "r", "made": "2026-01-01", "current": True}
    with Store(bare_database) as store, store.writing() as connection:
        connection.execute(insert(pages).values(id=1))
        connection.execute(insert(documents).values(**row, added="2026-01-01", added_by="ana"))
        connection.execute(insert(readings).values(**read, record=encoded(record)))
    with opened(bare_database) as dossier:
        assert set(names(dossier)) == {"Tor Vik", "Ola Vik"}


@pytest.mark.usefixtures("peopled")
def test_nothing_is_put_together_twice(dossier: Dossier) -> None:
    dossier.people()
    with dossier.store.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM unsettled")) == 0
    dossier.judge(dossier.find("1"), "statement", "s1", "accept", who="ana")
    with dossier.store.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM unsettled")) == 0


@pytest.mark.usefixtures("peopled")
def test_the_command_lists_and_shows(run: Run, address: str) -> None:
    ran = run("people", address)
    assert ran.code == 0 and "2 pairs may be the same" in ran.err
    assert [line.split()[4:5] for line in ran.out.splitlines()] and "crew" not in ran.out
    assert run("people", address, "--kind", "organization").out.count("\n") == 1
    assert "1 of 4 are shown" in run("people", address, "--limit", "1").err
    shown = run("people", address, "tor vik").out
    for words in ("defence minister", "taken for one because of", "2/a1", "May be the same as"):
        assert words in shown
    row = json.loads(run("people", address, "Tor Vik", "--format", "jsonl").out)
    assert [each["document"] for each in row["appearances"]] == [1, 2, 3]
    assert run("people", address, "--unsure").out.count("=?") == 2
    assert run("people", address, "Ola Vik", "--unsure").out.count("=?") == 1


@pytest.mark.usefixtures("peopled")
def test_the_command_says_who_is_who_and_takes_it_back(run: Run, address: str, dossier: Dossier) -> None:
    ran = run("people", address, alone(dossier).id, "--same", "Ola Vik", "--by", "ana")
    assert ran.code == 0 and "the same as “Ola Vik” in another text" in ran.out
    assert names(dossier)["Ola Vik"] == 2
    assert "the same as “Ola Vik”" in run("judge", address, "--log").out
    assert run("judge", address, ran.out.split()[0], "--undo").code == 0
    assert names(dossier)["Ola Vik"] == 1
    assert run("people", address, "Tor Vik", "--split", "3").code == 0
    assert dossier.people_counted(Among(words="Tor Vik")) == 2
    assert run("people", address, alone(dossier).id, "--apart", "Ola Vik").code == 0
    assert "Ola Vik" not in run("people", address, alone(dossier).id, "--unsure").out


@pytest.mark.usefixtures("peopled")
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("Nobody",), 1),
        (("Tor Vik", "--same", "Nobody"), 1),
        (("Tor Vik", "--same", "Tor Vik"), 2),
        (("Tor Vik", "--split", "all"), 2),
        (("Tor Vik", "--split", "99"), 2),
        (("Tor Vik", "--split", "1,2,3"), 2),
        (("Tor Vik", "--same", "Ola Vik", "--apart", "Ola Vik"), 2),
        (("--same", "Ola Vik"), 2),
        (("Tor Vik", "--same", "Ola Vik", "--by", " "), 2),
    ],
)
def test_a_wrong_call_is_one_sentence_and_writes_nothing(
    run: Run, address: str, dossier: Dossier, words: tuple[str, ...], code: int
) -> None:
    ran = run("people", address, *words)
    assert ran.code == code and ran.err.startswith("readout: ") and ran.err.count("\n") == 1
    assert dossier.judged() == []
