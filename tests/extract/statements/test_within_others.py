"""Speeches within, beside and behind others: remarks, asides, joined verbs, nouns of speech, scenes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.statement import Party, Statement

Reader = Callable[[str], tuple[Statement, ...]]


def exact(party: Party | None) -> str | None:
    return party.anchor.exact if party and party.anchor else None


def said(statement: Statement) -> tuple[str | None, str]:
    return exact(statement.source), " ".join(anchor.exact for anchor in statement.content)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Peru accused Chile of moving the buoys, a charge that Santiago dismissed as “a sailor’s yarn.”", ("Peru", "Chile of moving the buoys"), ("Santiago", "a charge as “a sailor’s yarn.”")),
        ("The mayor welcomed Norway’s promise that it would pay for the bridge.", ("The mayor", "Norway’s promise that it would pay for the bridge"), ("Norway", "that it would pay for the bridge")),
        ("Orr rejected the union’s claim that the mill was shut.", ("Orr", "the union’s claim that the mill was shut"), ("the union", "that the mill was shut")),
        ("The bank reckons that every lost day costs it 9,000 francs, but declined to say how many it had lost.", ("The bank", "that every lost day costs it 9,000 francs"), ("The bank", "how many it had lost")),
        ("“I ran,” said Ada Orr, who claims to have seen the boat and who says it was red.", ("who", "to have seen the boat"), ("who", "it was red")),
    ],
)  # fmt: skip
def test_the_second_of_two(
    text: str, first: tuple[str, str], second: tuple[str, str], statements: Reader
) -> None:
    found = [said(one) for one in statements(text)]
    assert first in found
    assert second in found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Nobody, Besarion complains, asked him.", "Besarion", "Nobody asked him"),
        ("More than 3,000 goats have died, by the vet’s count.", "the vet", "More than 3,000 goats have died"),
        ("The rebels rejected the plan; their men, they insisted, had merely held the hill against the army.", "they", "their men had merely held the hill against the army"),
        ("A spokesman contented himself with the remark that the roads were open.", "A spokesman", "that the roads were open"),
        ("Chile called it a blow and served notice that it would complain to the court in May.", "Chile", "that it would complain to the court in May"),
        ("Sheikh Omar let it be known that he could free the crew.", "Sheikh Omar", "that he could free the crew"),
        ("The clinic calculated that a dose would cost a dollar.", "The clinic", "that a dose would cost a dollar"),
        ("Benin, whose border is shut, put the number stranded on its soil at 25,000.", "Benin, whose border is shut", "the number stranded on its soil at 25,000"),
        ("The accused was heard to mutter that God was his witness.", "The accused", "that God was his witness"),
        ("He rejected a suggestion by a reporter from The Herald that the crates be opened.", "a reporter from The Herald", "that the crates be opened"),
        ("In Moscow, Tass reported that the jets existed only in the eyes of the Pentagon, which, it charged, was seeking a pretext for war.", "it", "which was seeking a pretext for war"),
        ("The mayor rang Tom Hale, who gave her his word that no boat would come.", "who", "that no boat would come"),
        ("The council calls upon the army to leave the town and thanks the monks for their help.", "The council", "the monks for their help"),
        ("A Kuwaiti mediator claims to have been assured by both capitals that neither wants a war.", "both capitals", "that neither wants a war"),
        ("The mayor said that Oslo had rung first, a fact that, he admitted, “would have helped.”", "The mayor", "that Oslo had rung first"),
        ("The clerk learned from two nurses that the ward would close.", "two nurses", "that the ward would close"),
        ("The boat was fishing in the strait, the navy said, and its crew had fired a flare.", "the navy", "The boat was fishing in the strait and its crew had fired a flare"),
        ("He said parcels would be spared and promised that the levy would end in May.", "He", "parcels would be spared"),
        ("The council puts the jobs at risk nationwide at 60,000.", "The council", "the jobs at risk nationwide at 60,000"),
        ("The union reproached both ministers for bargaining behind its back.", "The union", "both ministers for bargaining behind its back"),
    ],
)  # fmt: skip
def test_who_said_what(text: str, source: str, content: str, statements: Reader) -> None:
    assert (source, content) in [said(one) for one in statements(text)]


def test_who_tells_in_a_memory(statements: Reader) -> None:
    text = "A nurse recalled one of them telling her that the shots came from the river."
    assert [said(one) for one in statements(text)] == [
        ("A nurse", "one of them telling her that the shots came from the river"),
        ("one of them", "that the shots came from the river"),
    ]


def test_through_whom_it_was_let_known(statements: Reader) -> None:
    (one,) = statements("Sheikh Omar let it be known through an intermediary that he could free the crew.")
    assert [exact(party) for party in one.via] == ["an intermediary"]


@pytest.mark.parametrize(
    ("text", "source", "content", "kept"),
    [
        ("Oslo spoke of the reef, a matter on which the Danish side has kept silent.", "the Danish side", "a matter", "not said"),
        ("On the memorandum itself he offered not a word.", "he", "the memorandum itself", "not said"),
        ("The communique praised the sea. Not a syllable about gas.", "The communique", "gas", "not said"),
        ("The agency neither endorsed nor disowned the report.", "The agency", "the report", "declined"),
        ("The embassy did not wish to comment on the article.", "The embassy", "the article", "declined"),
        ("She refused point-blank to discuss the wedding.", "She", "the wedding", "declined"),
        ("He did not want to be drawn into a debate on the tax.", "He", "a debate on the tax", "declined"),
        ("The ministers agreed on the terms but cannot say by how much.", "The ministers", "by how much", "declined"),
        ("President Orr said that four men had been chosen. Their names he kept to himself.", "he", "Their names", "not said"),
        ("The federation declined an invitation to respond.", "The federation", "an invitation to respond", "declined"),
        ("The draft skirts the church, an omission that the bishop did not mention either.", "the bishop", "an omission", "not said"),
        ("A notice on the gate bans dogs. About the closure it has not a word.", "it", "the closure", "not said"),
        ("He would not say how many had left, and waved away questions about the boats.", "He", "how many had left", "declined"),
        ("He would not be drawn on which others he meant.", "He", "which others he meant", "declined"),
        ("Ankara’s account has nothing on the hostages.", "Ankara’s account", "the hostages", "not said"),
        ("The Uzbek bulletin was short. The dam did not figure in it.", "it", "The dam", "not said"),
    ],
)  # fmt: skip
def test_silences(text: str, source: str, content: str, kept: str, statements: Reader) -> None:
    assert (source, content, kept) in [(*said(one), one.said) for one in statements(text)]


def test_to_sit_on_evidence_is_no_silence(statements: Reader) -> None:
    (one,) = statements("The bank is sitting on evidence of fraud, two clerks said.")
    assert one.said == "yes"


@pytest.mark.parametrize(
    "text",
    [
        "Had Zaire asked for money?",
        "The envoy spoke on condition that neither his name nor his rank be given.",
    ],
)
def test_nothing_is_said(text: str, statements: Reader) -> None:
    assert [said(one) for one in statements(text) if one.said == "not said" or one.source is None] == []


@pytest.mark.parametrize(
    ("text", "source", "content", "via"),
    [
        ("The daily Le Phare reported that Chad was ready to pay, attributing this to an aide in the palace.", "an aide in the palace", "that Chad was ready to pay", "The daily Le Phare"),
        ("The daily Le Phare headlined its story “Thanks,” and quoted a baker as saying that she had never met a Greek.", "a baker", "that she had never met a Greek", "The daily Le Phare"),
    ],
)  # fmt: skip
def test_through_whom(text: str, source: str, content: str, via: str, statements: Reader) -> None:
    found = [(*said(one), [exact(party) for party in one.via]) for one in statements(text)]
    assert (source, content, [via]) in found
