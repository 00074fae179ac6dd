"""Who carries whose words: outlets and papers between, mouthpieces, requests in full, promises by letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.statement import Party, Statement

Reader = Callable[[str], tuple[Statement, ...]]


def exact(party: Party | None) -> str | None:
    return party.anchor.exact if party and party.anchor else None


def content(one: Statement) -> str:
    return " ".join(anchor.exact for anchor in one.content)


@pytest.mark.parametrize(
    ("text", "source", "via", "what"),
    [
        ("Reuters reported that a clerk had told the inquiry in private that the safe was empty.", "a clerk", "Reuters", "that the safe was empty"),
        ("The minister said through his spokesman that the bridge was safe.", "The minister", "his spokesman", "that the bridge was safe"),
        ("Tunisia's transport ministry said 14 buses had arrived, the state agency TAP reported.", "Tunisia's transport ministry", "the state agency TAP", "14 buses had arrived"),
        ("The mayor told the council, via her deputy, that the fund was empty.", "The mayor", "her deputy", "that the fund was empty"),
    ],
)  # fmt: skip
def test_through_whom_it_came(text: str, source: str, via: str, what: str, statements: Reader) -> None:
    found = [(exact(one.source), [exact(party) for party in one.via], content(one)) for one in statements(text)]
    assert (source, [via], what) in found


@pytest.mark.parametrize(
    ("text", "source", "what"),
    [
        ("He demanded an inquiry by the Lake Council and vowed to question the treasurer.", "He", "an inquiry by the Lake Council"),
        ("The skipper boasted of a record catch.", "The skipper", "a record catch"),
        ("The bishop made it plain that the school would close.", "The bishop", "that the school would close"),
        ("In a letter to the mayor, the bank offered 3 million rand for the clinic.", "the bank", "3 million rand for the clinic"),
        ("The consulate confined itself to confirming that the crew were alive.", "The consulate", "that the crew were alive"),
        ("The morning paper carried a denial by the airline that any pilot had been dismissed.", "the airline", "that any pilot had been dismissed"),
    ],
)  # fmt: skip
def test_whose_words(text: str, source: str, what: str, statements: Reader) -> None:
    assert (source, what) in [(exact(one.source), content(one)) for one in statements(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The union said it had been assured by the bank that the mill would stay.", "it"),
        ("The bank's letter to the mayor demanded a reply.", "the mayor"),
    ],
)
def test_who_is_told(text: str, told: str, statements: Reader) -> None:
    assert told in [exact(one.addressee) for one in statements(text)]


def test_a_refusal_is_all_that_was_said(statements: Reader) -> None:
    (one,) = statements("The embassy said it had no comment on the visas.")
    assert (one.said, exact(one.source), content(one)) == ("declined", "The embassy", "the visas")


def test_a_chair_and_a_member_take_turns(statements: Reader) -> None:
    found = statements("The Speaker: Order.\n\nMr Harrow: I withdraw it, but I do not regret it.")
    assert [content(one) for one in found] == ["Order.", "I withdraw it, but I do not regret it."]


@pytest.mark.parametrize(
    ("text", "source", "what"),
    [
        ("The bank said in a notice that 3 firms had been listed; it gave no dates.", "The bank", "that 3 firms had been listed"),
        ("She recalled that trade had doubled since 2010 and expressed the hope that it would grow.", "She", "that trade had doubled since 2010"),
        ("Chad on Monday accused Niger of arming raiders in the hills and said it would close the road.", "Chad", "it would close the road"),
        ("Georgia demanded on Tuesday that Russia withdraw its engineers and threatened to sue.", "Georgia", "to sue"),
        ("There were a few, he allows.", "he", "There were a few"),
    ],
)  # fmt: skip
def test_how_far_it_goes(text: str, source: str, what: str, statements: Reader) -> None:
    assert (source, what) in [(exact(one.source), content(one)) for one in statements(text)]


def test_an_outlet_before_whoever_it_heard(statements: Reader) -> None:
    text = (
        "The Sudan Courier reported on its website that, according to an unnamed colonel, Khartoum had told"
        " the mediator that it would reopen the bridge."
    )
    assert ["The Sudan Courier"] in [[exact(via) for via in one.via] for one in statements(text)]
