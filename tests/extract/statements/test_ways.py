"""Ways of telling: evasions, refusals joined to other verbs, carriers, nouns with owners, deeds after "to"."""

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
    ("text", "source", "how", "what"),
    [
        ("When asked whether the crane had failed, she changed the subject.", "she", "not said", "whether the crane had failed"),
        ("It has yet to be explained why the ferry was recalled.", None, "not said", "why the ferry was recalled"),
        ("Nobody at the consulate would say when the clerk might return.", "Nobody at the consulate", "declined", "when the clerk might return"),
        ("No comment was available from the shipping line.", "the shipping line", "not said", "comment"),
        ("She would give no figure.", "She", "declined", "figure"),
        ("The league called the ruling odd but made no mention of moving the match.", "The league", "not said", "moving the match"),
        ("The firm denied the leak and would not be drawn on a date.", "The firm", "declined", "a date"),
    ],
)  # fmt: skip
def test_how_nothing_was_said(text: str, source: str | None, how: str, what: str, statements: Reader) -> None:
    found = [(exact(one.source), one.said, content(one)) for one in statements(text)]
    assert (source, how, what) in found


@pytest.mark.parametrize(
    ("text", "source", "what"),
    [
        ("The pilot confessed to burning the log.", "The pilot", "burning the log"),
        ("The two premiers noted with concern the fall in tin prices.", "The two premiers", "the fall in tin prices"),
        ("The envoys recalled with regret the end of the talks.", "The envoys", "the end of the talks"),
        ("The envoy spoke of a “long winter” and thanked the hosts.", "The envoy", "a “long winter”"),
        ("The council called upon both crews to stop.", "The council", "both crews to stop"),
        ("His promise of a full account pleased nobody.", "His", "a full account"),
        ("The coach said the match would go on but ruled out a replay.", "The coach", "the match would go on"),
        ("The union vowed that it would march, adding that the date was open.", "The union", "that it would march"),
        ("Mrs Dahl, said Mr Orre, was late for the vote.", "Mr Orre", "Mrs Dahl was late for the vote"),
        ("The plan was attacked by the miners' union, which said that it would cost lives.", "which", "that it would cost lives"),
    ],
)  # fmt: skip
def test_what_was_said(text: str, source: str, what: str, statements: Reader) -> None:
    assert (source, what) in [(exact(one.source), content(one)) for one in statements(text)]


def test_an_outlet_that_carries_what_others_say_stands_between(statements: Reader) -> None:
    (one,) = statements("Port officials said the tanker had ignored three calls, according to Reuters.")
    assert (exact(one.source), [exact(via) for via in one.via]) == ("Port officials", ["Reuters"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad has told Niger it will close the road in July.", "Niger"),
        ("“We will not leave,” Ada Orr told delegates.", "delegates"),
        ("The bank warned farmers against selling the land.", "farmers"),
        ("In a letter to the Senate, the envoy said that he would resign.", "the Senate"),
        ("Speaking before the Senate committee, Ms Hale said the data were wrong.", "the Senate committee"),
        ("The premier, replying to Mr Dutta, said no loan had been sought.", "Mr Dutta"),
        ("The commander reported to headquarters that the bridge had fallen.", "headquarters"),
        ("Mr Abe, addressing graduates in Osaka, said that the yen was strong.", "graduates in Osaka"),
        ("The clerk confided to a friend that she was ill.", "a friend"),
        ("The union leader spoke to reporters at the mill and said that it would close.", "reporters"),
    ],
)
def test_who_is_told(text: str, told: str, statements: Reader) -> None:
    assert told in [exact(one.addressee) for one in statements(text)]


def test_a_denial_is_denied(statements: Reader) -> None:
    (one,) = statements("The senator's denial that he had met the lobbyist convinced few.")
    assert one.said == "denied"


@pytest.mark.parametrize(
    ("text", "source", "what"),
    [
        ("Peru agreed to pay in May; half has been paid so far, the bank says.", "the bank", "half has been paid so far"),
        ("According to Radio Minerva, quoting two clerks, the safe was empty.", "two clerks", "the safe was empty"),
        ("In a note to Ada Orr, Peru's envoy, Luz Paz, wrote that the pact was dead.", "Peru's envoy, Luz Paz", "that the pact was dead"),
        ("The premier phoned the governor to say that the road was open.", "The premier", "that the road was open"),
        ("The union said that huts had been burnt, and urged donors to act.", "The union", "donors to act"),
        ("According to the navy, the boat sank; the owner said it was towed.", "the navy", "the boat sank"),
    ],
)  # fmt: skip
def test_whose_words_and_how_far(text: str, source: str, what: str, statements: Reader) -> None:
    assert (source, what) in [(exact(one.source), content(one)) for one in statements(text)]


@pytest.mark.parametrize(
    ("text", "told", "medium"),
    [
        ("In a telegram to Premier Luz Paz, the king wrote that the war was over.", "Premier Luz Paz", "telegram"),
        ("The minister said on state television that the curfew would end.", None, "state television"),
        ("Replying to a question from Senator Ada Orr, the minister said the bank was safe.", "Senator Ada Orr", None),
        ("The envoy briefed the council on Monday, saying that the truce held.", "the council", None),
        ("The premier phoned the governor to say that the road was open.", "the governor", None),
    ],
)  # fmt: skip
def test_to_whom_and_by_what(text: str, told: str | None, medium: str | None, statements: Reader) -> None:
    (one,) = statements(text)
    assert (exact(one.addressee), one.medium) == (told, medium)
