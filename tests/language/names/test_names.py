"""Names before and after mending: bracketed words with a tree of our own making."""

from __future__ import annotations

import pytest

from readout.language import load
from readout.language.branches import Branches
from readout.language.engine import Engine
from readout.language.names import mended
from readout.model.analysis import Entity, Word
from readout.model.document import Document

KINDS = {"P": "person", "O": "organization", "L": "place", "X": "other"}


def sentence(rows: str) -> list[Word]:
    """Words of one sentence, each ``text/UPOS/head/deprel``; heads count from 1, 0 is the root."""
    out, start = [], 0
    for index, row in enumerate(rows.split()):
        text, upos, head, deprel = row.rsplit("/", 3)
        at = int(head) - 1
        out.append(Word(index, start, start + len(text), text, text.lower(), upos, upos, {}, at, deprel, 0))
        start += len(text) + 1
    return out


def names(*told: str) -> list[Entity]:
    """``first-last:L`` as a name of that kind, not too sure."""
    out = []
    for one in told:
        span, kind = one.split(":")
        first, last = span.split("-")
        out.append(Entity(int(first), int(last), KINDS[kind], 0.6))
    return out


def shown(found: tuple[Entity, ...]) -> list[str]:
    letters = {kind: letter for letter, kind in KINDS.items()}
    return [f"{e.first}-{e.last}:{letters[e.label]}" for e in found]


BERGEN = "in/ADP/2/case Bergen/PROPN/0/root ,/PUNCT/4/punct Norway/PROPN/2/appos"
WASHINGTON = "in/ADP/2/case Washington/PROPN/0/root ,/PUNCT/4/punct D.C./PROPN/2/appos"
DASH = "from/ADP/2/case Vardal/PROPN/0/root -/PUNCT/4/punct Askim/PROPN/2/nmod"
RAILWAY = "State/PROPN/2/compound Railway/PROPN/0/root of/ADP/4/case Siam/PROPN/2/nmod"
CITY = "City/PROPN/0/root of/ADP/3/case Leeds/PROPN/1/nmod"
LOTTERY = "Vardal/PROPN/2/compound Lottery/PROPN/3/nsubj paid/VERB/0/root"
COMMUNIQUE = "the/DET/3/det Geneva/PROPN/3/compound Communiqué/PROPN/0/root"
SHERIFF = "Askim/PROPN/2/compound County/PROPN/3/compound Sheriff/PROPN/4/compound Moe/PROPN/0/root"
SENATOR = "Askim/PROPN/3/compound Liberal/ADJ/3/amod Sen./PROPN/4/nmod:desc Mia/PROPN/0/root Moe/PROPN/4/flat"
SEATED = "Al/PROPN/0/root Bo/PROPN/1/flat ,/PUNCT/4/punct D/PROPN/1/appos -/PUNCT/6/punct Askim/PROPN/4/flat"
DANISH = "Danish/ADJ/2/amod ships/NOUN/0/root"
TRIBE = "an/DET/2/det Igorot/PROPN/0/root"
TOWARDS = "marched/VERB/0/root towards/ADP/3/case Vardal/PROPN/1/obl"
COMPANY = "Kestrel/PROPN/0/root ,/PUNCT/5/punct a/DET/5/det haulage/NOUN/5/compound company/NOUN/1/appos"
SUBURB = "Dalby/PROPN/4/nsubj is/AUX/4/cop a/DET/4/det suburb/NOUN/0/root"
BAND = "the/DET/2/det band/NOUN/0/root Nordlys/PROPN/2/appos"
ENGINEER = "Aqvit/PROPN/4/compound 's/POS/1/case chief/ADJ/4/amod engineer/NOUN/0/root Jo/PROPN/4/appos Orr/PROPN/5/flat"
LISTED = (
    "Kestrel/PROPN/0/root ,/PUNCT/3/punct Aqvit/PROPN/1/conj and/CCONJ/5/cc Nordfrakt/PROPN/1/conj paid/VERB/1/x"
)

CASES = [
    ("places side by side are two", BERGEN, ["1-4:L"], ["1-2:L", "3-4:L"]),
    ("a seat with its district is one", WASHINGTON, ["1-4:L"], ["1-4:L"]),
    ("a dash between spaces parts", DASH, ["1-4:L"], ["1-2:L", "3-4:L"]),
    ("what an of leads to belongs", RAILWAY, ["0-3:O", "3-4:L"], ["0-4:O"]),
    ("an of that leads nowhere does not", RAILWAY, ["0-3:O"], ["0-2:O"]),
    ("a city of something is one", CITY, ["0-1:L", "2-3:L"], ["0-3:L"]),
    ("a proper noun that leads the name belongs", LOTTERY, ["0-1:O"], ["0-2:O"]),
    ("a deed is no part of the place", COMMUNIQUE, ["1-2:L"], ["1-2:L"]),
    ("an office is its holder's", SHERIFF, ["0-3:O", "3-4:P"], ["0-2:L", "3-4:P"]),
    ("a place and an office are no part of a person", SENATOR, ["0-5:P"], ["0-1:L", "3-5:P"]),
    ("nor is a member's seat", SEATED, ["0-6:P"], ["0-2:P"]),
    ("an adjective is no place", DANISH, ["0-1:L"], ["0-1:X"]),
    ("a person has no article", TRIBE, ["1-2:P"], ["1-2:X"]),
    ("one marches towards a place", TOWARDS, ["2-3:P"], ["2-3:L"]),
    ("an apposition says what it is", COMPANY, ["0-1:P"], ["0-1:O"]),
    ("so does a predicate", SUBURB, ["0-1:O"], ["0-1:L"]),
    ("and a noun before", BAND, ["2-3:P"], ["2-3:O"]),
    ("and one that a body owns", ENGINEER, ["0-1:O", "4-6:O"], ["0-1:O", "4-6:P"]),
    ("most of a list decide", LISTED, ["0-1:O", "2-3:P", "4-5:O"], ["0-1:O", "2-3:O", "4-5:O"]),
]


@pytest.mark.parametrize(("rule", "rows", "tagged", "wanted"), CASES, ids=[c[0] for c in CASES])
def test_what_the_tree_mends(rule: str, rows: str, tagged: list[str], wanted: list[str]) -> None:
    assert shown(mended(names(*tagged), Branches(sentence(rows)))) == wanted


def test_a_sure_tag_stands_against_its_company() -> None:
    sure = Entity(2, 3, "person", 0.99)
    found = mended([*names("0-1:O"), sure, *names("4-5:O")], Branches(sentence(LISTED)))
    assert found[1] == sure


def test_no_words_no_names() -> None:
    assert mended([], Branches([])) == ()


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load(1)


READ = [
    ("The delegation met in Bergen, Norway, on Monday.", "Bergen", "place"),
    ("The delegation met in Bergen, Norway, on Monday.", "Norway", "place"),
    ("Kestrel Freight, a haulage company in Leeds, said on Monday that it would close.", "Kestrel Freight", "organization"),
]


@pytest.mark.parametrize(("text", "name", "label"), READ)
def test_names_as_they_are_read(engine: Engine, text: str, name: str, label: str) -> None:
    analysis = engine.analyse(Document("sha256:", text))
    words = analysis.words
    found = {(text[words[e.first].start : words[e.last - 1].end], e.label) for e in analysis.entities}
    assert (name, label) in found
