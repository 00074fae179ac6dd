"""Who held this office of this country on this day: 150 questions, and 137 fresh ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from readout.knowledge import load
from readout.knowledge.spelling import folded

Question = tuple[str, str, str, str, str]


def _questions(name: str = "questions.tsv") -> list[Question]:
    rows = Path(__file__).with_name(name).read_text("utf-8").splitlines()[1:]
    return [
        (d, office, land, name, source) for d, office, land, name, source in (r.split("\t") for r in rows)
    ]


def _answered(question: Question) -> bool:
    """Whether exactly one person is found and the words of the name are among the person's names."""
    date, office, country, name, _ = question
    held = load().holder(office, country, date)
    if len({term.person for term in held}) != 1:
        return False
    known = {word for term in held for form in (term.person, *term.also) for word in folded(form).split()}
    return set(folded(name).replace("'", "").split()) <= {word.replace("'", "") for word in known}


def test_nineteen_of_twenty_questions_are_answered() -> None:
    questions = _questions()
    wrong = [question for question in questions if not _answered(question)]
    assert len(questions) == 150
    assert len(wrong) <= 0.05 * len(questions), wrong


def test_fresh_questions_are_answered() -> None:
    """Small countries, foreign and defence ministers, bodies and banks; not one of the 150."""
    fresh = _questions("fresh.tsv")
    assert not {question[:4] for question in fresh} & {question[:4] for question in _questions()}
    wrong = [question for question in fresh if not _answered(question)]
    assert len(fresh) == 137
    assert not wrong


def test_questions_span_the_years_and_have_sources() -> None:
    questions = _questions()
    years = {int(date[:4]) for date, *_ in questions}
    assert min(years) == 1990 and max(years) == 2026 and len(years) > 30
    assert all(source for *_, source in questions)


def test_some_offices_change_inside_a_year() -> None:
    per_year = Counter((date[:4], office, land) for date, office, land, *_ in _questions())
    assert sum(count > 1 for count in per_year.values()) >= 8
