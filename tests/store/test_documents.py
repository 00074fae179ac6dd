"""Documents in a dossier: the same bytes once, versions of a page, what is kept of each."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from readout.dossier import Dossier, Filters, new, opened
from readout.model.errors import DossierError, UsageError
from readout.model.record import Record
from readout.store import Kept, Source

from .makers import record_of, source

FIRST = "Ada Ruiz said the bridge is safe.\nThe river rose."
SECOND = "Ada Ruiz said the bridge is closed.\nThe river rose."
PAGE = "https://paper.example/bridge"


def add(dossier: Dossier, text: str, url: str | None = None, **facts: str) -> tuple[str, Kept]:
    added = dossier.add(record_of(text, url=url, **facts), source(text))
    return added.outcome, added.document


def test_a_document_is_kept_whole(dossier: Dossier, record: Record, kept: Kept) -> None:
    assert dossier.machine(kept) == record
    assert (kept.number, kept.name, kept.added_by, kept.publisher) == (1, "ships.html", "ana", "The Paper")
    (reading,) = dossier.readings(kept)
    assert reading.record.model == record.model and reading.made_by.startswith("readout ")


def test_raw_bytes_are_kept_with_their_hash(dossier: Dossier) -> None:
    _, kept = add(dossier, FIRST)
    assert dossier.raw(kept) == (FIRST.encode(), "text/plain")
    assert dossier.holding(kept.id) == kept and dossier.holding("sha256:none") is None


def test_bytes_of_another_document_are_refused(dossier: Dossier) -> None:
    with pytest.raises(DossierError, match="not those of"):
        dossier.add(record_of(FIRST), Source(name="a", data=b"other"))


def test_the_same_bytes_twice_are_one_document(dossier: Dossier) -> None:
    assert add(dossier, FIRST)[0] == "added"
    assert add(dossier, FIRST)[0] == "same bytes"
    assert len(dossier.documents()) == 1


def test_a_changed_page_is_a_new_version_and_both_are_kept(dossier: Dossier) -> None:
    _, old = add(dossier, FIRST, PAGE)
    outcome, recent = add(dossier, SECOND, PAGE + "#comments")
    assert outcome == "new version" and (recent.version, recent.newest) == (2, True)
    assert [one.number for one in dossier.documents()] == [recent.number]
    assert [(one.version, one.newest) for one in dossier.versions(recent)] == [(1, False), (2, True)]
    assert dossier.machine(old).document.text == FIRST
    assert dossier.find(PAGE) == recent


def test_the_difference_of_two_versions_is_by_words(dossier: Dossier) -> None:
    _, old = add(dossier, FIRST, PAGE)
    _, recent = add(dossier, SECOND, PAGE)
    changed, same = dossier.changes(old, recent)
    assert (changed.turn, same.turn) == ("changed", "same")
    runs = [(run.turn, run.text) for run in changed.runs if run.turn != "same"]
    assert runs == [("removed", "safe"), ("added", "closed")]
    assert (changed.before, changed.after) == (FIRST.split("\n")[0], SECOND.split("\n")[0])


def test_other_bytes_with_the_same_text_are_no_new_version(dossier: Dossier) -> None:
    add(dossier, FIRST, PAGE)
    page = f"<p>{FIRST}</p>"
    again = dossier.add(record_of(FIRST, data=page.encode(), url=PAGE), source(page))
    assert again.outcome == "same text" and len(dossier.documents(Filters(versions=True))) == 1


def test_texts_without_an_address_are_never_versions_of_each_other(dossier: Dossier) -> None:
    assert [add(dossier, text)[0] for text in (FIRST, SECOND)] == ["added", "added"]


def test_only_the_newest_version_is_found(dossier: Dossier) -> None:
    add(dossier, FIRST, PAGE)
    _, recent = add(dossier, SECOND, PAGE)
    assert [hit.number for hit in dossier.search(Filters(words="river")).hits] == [recent.number]
    assert len(dossier.search(Filters(words="river", versions=True)).hits) == 2
    assert dossier.search(Filters(words="safe")).hits == ()


@pytest.mark.parametrize("short", [True, False])
def test_a_document_is_named_by_number_hash_or_address(dossier: Dossier, short: bool) -> None:
    _, kept = add(dossier, FIRST, PAGE)
    digits = kept.id.removeprefix("sha256:")
    for name in ("1", kept.id, digits[:12] if short else digits, PAGE):
        assert dossier.find(name) == kept


@pytest.mark.parametrize("name", ["7", "sha256:00000000", "https://paper.example/none", "", "%", "abcd"])
def test_a_name_that_names_nothing_says_so(dossier: Dossier, name: str) -> None:
    add(dossier, FIRST)
    with pytest.raises(DossierError):
        dossier.find(name)


def test_removal_takes_everything_and_brings_the_older_version_forward(dossier: Dossier) -> None:
    _, old = add(dossier, FIRST, PAGE)
    _, recent = add(dossier, SECOND, PAGE)
    dossier.remove(recent)
    assert dossier.holding(recent.id) is None and dossier.raw(recent) is None
    assert [hit.number for hit in dossier.search(Filters(words="safe")).hits] == [old.number]
    assert dossier.search(Filters(words="closed", versions=True)).hits == ()
    dossier.remove(old)
    assert dossier.documents() == [] and dossier.progress().items == 0
    _, again = add(dossier, FIRST, PAGE)
    assert again.number > recent.number and again.version == 1


def test_a_judged_document_is_removed_only_on_request(dossier: Dossier) -> None:
    _, kept = add(dossier, FIRST)
    dossier.judge(kept, "statement", "s1", "accept", who="ana")
    with pytest.raises(DossierError, match="judgements"):
        dossier.remove(kept)
    dossier.remove(kept, judged_too=True)
    assert dossier.documents() == []


def test_lists_go_on_where_they_stopped(dossier: Dossier) -> None:
    for number in range(5):
        add(dossier, f"Story number {number}.", publisher="The Paper" if number % 2 else "The Wire")
    first = dossier.documents(limit=2)
    assert [one.number for one in first] == [1, 2]
    assert [one.number for one in dossier.documents(after=2, limit=9)] == [3, 4, 5]
    assert [one.number for one in dossier.documents(Filters(publisher="wire"))] == [1, 3, 5]
    assert [one.number for one in dossier.documents(Filters(publisher="wire"), after=1, limit=1)] == [3]


def test_text_with_nul_and_astral_characters_is_kept(dossier: Dossier) -> None:
    text = "Ada Ruiz said 🚢 \x00 sails."
    _, kept = add(dossier, text, title="A\x00B 🚢")
    assert dossier.machine(kept).document.text == text
    assert kept.title == "A B 🚢"


def test_a_very_long_text_is_found_once(dossier: Dossier) -> None:
    text = " ".join(f"w{number}x" for number in range(60_000))
    add(dossier, text)
    assert len(dossier.search(Filters(words="w7x")).hits) == 1
    assert dossier.count(Filters(words="w59999x")) == 1


# opening


def test_a_dossier_is_not_made_twice(address: str) -> None:
    with pytest.raises(UsageError, match="already"):
        new(address)


@pytest.mark.parametrize("bytes_", [b"", b"SQLite format 3\0" + bytes(100), b"no database at all" * 100])
def test_what_is_no_dossier_is_not_opened(tmp_path: Path, bytes_: bytes) -> None:
    (tmp_path / "x.dossier").write_bytes(bytes_)
    with pytest.raises(DossierError, match=r"x\.dossier"):
        opened(tmp_path / "x.dossier")


def test_a_dossier_that_is_not_there_is_not_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="readout new"):
        opened(tmp_path / "none.dossier")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("started", [False, True])
def test_an_empty_file_left_by_a_killed_run_can_be_made_a_dossier(tmp_path: Path, started: bool) -> None:
    path = tmp_path / "x.dossier"
    path.touch()
    if started:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.close()
    new(path).close()
    opened(path).close()


def test_a_file_of_another_kind_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes, which are no database, and of which I have no copy\n" * 9)
    with pytest.raises(UsageError, match="exists already"):
        new(path)
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE mine (a)")
    connection.commit()
    connection.close()
    with pytest.raises(UsageError, match="exists already"):
        new(tmp_path / "other.db")


@pytest.mark.parametrize(
    "name", ["mysql://x/y", "", "no/such/folder/x.dossier", "postgresql://desk@host:door/talks", "."]
)
def test_an_address_that_is_none_is_a_wrong_call(name: str) -> None:
    with pytest.raises(UsageError):
        new(name)


def test_a_server_that_does_not_answer_is_one_sentence_without_the_password() -> None:
    with pytest.raises(DossierError) as told:
        opened("postgresql://desk:secret@127.0.0.1:1/talks")
    assert "\n" not in str(told.value) and "secret" not in str(told.value)
