"""Sentence -> (said, source, content) of every silence, refusal and denial in it, by the way it is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.statement import Statement

Reader = Callable[[str], tuple[Statement, ...]]
Hush = tuple[str, str | None, str]


def hush(statement: Statement) -> Hush:
    source = statement.source.anchor.exact if statement.source and statement.source.anchor else None
    return statement.said, source, " ".join(anchor.exact for anchor in statement.content)


def hushes(found: tuple[Statement, ...]) -> list[Hush]:
    return [hush(one) for one in found if one.said != "yes"]


NEGATED = [
    ("The mayor did not bring up the lawsuit that the city filed last year.", "The mayor", "the lawsuit that the city filed last year"),
    ("The port authority has not said what cargo the ship carried.", "The port authority", "what cargo the ship carried"),
    ("Neither government has said how the hostages were freed.", "Neither government", "how the hostages were freed"),
    ("The company has never publicly acknowledged that the mine leaked.", "The company", "that the mine leaked"),
    ("In her sermon the bishop did not once refer to the war.", "the bishop", "the war"),
    ("Nowhere in the speech did he mention the miners.", "he", "the miners"),
    ("At no point did the judge refer to the film.", "the judge", "the film"),
    ("The minister spoke of reform without naming the bank.", "The minister", "the bank"),
    ("The envoy did not comment on the talks.", "The envoy", "the talks"),
    ("The company has yet to comment on the fire.", "The company", "the fire"),
    ("The agreement does not mention the river.", "The agreement", "the river"),
    ("The decree does not specify which towns are covered.", "The decree", "which towns are covered"),
    ("He gave no reason for the delay.", "He", "reason for the delay"),
    ("She offered no explanation for why the files were burned.", "She", "explanation for why the files were burned"),
    ("She did not say why.", "She", "why"),
    ("She did not say in what form the money would come.", "She", "in what form the money would come"),
    ("Neither leader spoke of the war.", "Neither leader", "the war"),
    ("Neither side raised the matter of the prisoners.", "Neither side", "the matter of the prisoners"),
    ("The company did not return calls seeking comment.", "The company", "calls seeking comment"),
    ("The communique fails to mention the fishermen.", "The communique", "the fishermen"),
]  # fmt: skip
PLACED = [
    ("The premier did not mention the strike in his address.", "The premier", "the strike"),
    ("The envoy said nothing about the dam in an interview.", "The envoy", "the dam"),
    ("The speaker did not refer to the miners at the briefing.", "The speaker", "the miners"),
    ("No mention was made of the dam in the joint communiqué.", "the joint communiqué", "the dam"),
]  # fmt: skip
WORDLESS = [
    ("The minister said nothing about the loan.", "The minister", "the loan"),
    ("The text of the accord contains nothing on prisoners.", "The text of the accord", "prisoners"),
    ("Oslo's note does not say a word about fish.", "Oslo's note", "fish"),
    ("Moscow made no comment.", "Moscow", "comment"),
    ("The note mentions no date.", "The note", "date"),
    ("The communiqué names neither the army nor the rebels.", "The communiqué", "the army nor the rebels"),
    ("Not a word was said about the miners.", None, "the miners"),
    ("There is not a word about the dam in the text.", "the text", "the dam"),
    ("The speech contained not a single reference to Sudan.", "The speech", "Sudan"),
    ("The premier avoided any mention of the fire.", "The premier", "the fire"),
    ("There was no immediate comment from the embassy.", "the embassy", "immediate comment"),
    ("The embassy had no immediate comment on the seizure.", "The embassy", "the seizure"),
    ("The agreement is silent about prisoners.", "The agreement", "prisoners"),
    ("The ministry kept quiet on the number of dead.", "The ministry", "the number of dead"),
    ("The office stayed mum on the price.", "The office", "the price"),
]  # fmt: skip
AWAY = [
    ("The speaker, who followed Orr, steered clear of the dispute.", "The speaker, who followed Orr", "the dispute"),
    ("The senator shied away from any talk of taxes.", "The senator", "any talk of taxes"),
    ("The text stopped short of condemning the raid.", "The text", "condemning the raid"),
    ("She avoided the question of who would pay.", "She", "the question of who would pay"),
    ("The ministry skirted the issue of visas.", "The ministry", "the issue of visas"),
    ("The readout left out the hostages.", "The readout", "the hostages"),
    ("The budget speech skipped the pension reform.", "The budget speech", "the pension reform"),
]  # fmt: skip
UNMENTIONED = [
    ("Prisoners went unmentioned in the communique.", "the communique", "Prisoners"),
    ("The plan is absent from the text.", "the text", "The plan"),
    ("Missing from the statement was the word “ceasefire”.", "the statement", "the word “ceasefire”"),
    ("Left unmentioned was the matter of the two pilots.", None, "the matter of the two pilots"),
    ("The dispute was left out of the final statement.", "the final statement", "The dispute"),
    ("What the envoys had agreed was not disclosed.", None, "What the envoys had agreed"),
    ("Whether the king would come was left unsaid.", None, "Whether the king would come"),
    ("How much the firm paid has not been disclosed.", None, "How much the firm paid"),
    ("Terms of the sale were not disclosed.", None, "Terms of the sale"),
    ("The figure was not made public.", None, "The figure"),
    ("The issue of the islands did not come up at the summit.", None, "The issue of the islands"),
    ("Human rights were not mentioned in either statement.", "either statement", "Human rights"),
    ("Calls to the mill were not returned.", "the mill", "Calls to the mill"),
    ("Calls to the consulate about the visas went unanswered.", "the consulate", "the visas"),
    ("Absent from the joint statement was any pledge on coal.", "the joint statement", "any pledge on coal"),
    ("Nowhere in the report is the dam mentioned.", "the report", "the dam"),
    ("The farmers got no reply to their petition from the ministry.", "the ministry", "their petition"),
    ("There was no word from Hanoi on when the talks would resume.", "Hanoi", "when the talks would resume"),
    ("The embassy did not reply to an e-mail seeking comment on the arrests.", "The embassy", "the arrests"),
    ("The admiral was vague about the date.", "The admiral", "the date"),
    ("The commission withheld the names of the witnesses.", "The commission", "the names of the witnesses"),
    ("The bank kept its clients in the dark about the losses.", "The bank", "the losses"),
    ("The ministry refrained from comment on the border incident.", "The ministry", "the border incident"),
    ("The chief of staff shrugged off questions about his retirement.", "The chief of staff", "questions about his retirement"),
    ("Officials were unable to say how the prisoner had escaped.", "Officials", "how the prisoner had escaped"),
    ("Not once did the chancellor refer to the strike.", "the chancellor", "the strike"),
    ("The carrier has not responded to written questions about the delay.", "The carrier", "the delay"),
    ("The British note is silent as to the frigates.", "The British note", "the frigates"),
    ("Nothing in the draft accord deals with refugees.", "the draft accord", "refugees"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), NEGATED + PLACED + WORDLESS + AWAY + UNMENTIONED)
def test_not_said(text: str, source: str | None, content: str, statements: Reader) -> None:
    assert hushes(statements(text)) == [("not said", source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The union refused to be drawn on a strike.", "The union", "a strike"),
        ("The firm would not be drawn on the price.", "The firm", "the price"),
        ("The army declined comment on the report.", "The army", "the report"),
        ("The ministry had no comment on the arrests.", "The ministry", "the arrests"),
        ("The finance ministry had no comment.", "The finance ministry", "comment"),
        ("The council would not say how many came, a question that drew laughter.", "The council", "how many came"),
        ("He was unwilling to say who would pay.", "He", "who would pay"),
        ("He neither confirmed nor denied the sale.", "He", "the sale"),
        ("Asked whether the dam would hold, the ministry refused to comment.", "the ministry", "whether the dam would hold"),
        ("Pressed on the date, the minister declined to elaborate.", "the minister", "the date"),
        ("Asked by reporters whether the mine was safe, Orr would not answer.", "Orr", "whether the mine was safe"),
        ("The treasurer, pressed repeatedly for a date, refused to give one.", "The treasurer", "a date"),
        ("The aide declined to answer when asked if the king was ill.", "The aide", "if the king was ill"),
    ],
)  # fmt: skip
def test_declined(text: str, source: str, content: str, statements: Reader) -> None:
    assert [hush(one) for one in statements(text)] == [("declined", source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("She rejected as baseless the claim that a drone had crossed.", "She", "the claim that a drone had crossed"),
        ("The envoy dismissed as fantasy the report that he had resigned.", "The envoy", "the report that he had resigned"),
        ("The claim was denied by the mayor.", "the mayor", "The claim"),
        ("He took a bribe, a charge the mayor denies.", "the mayor", "a charge"),
        ("It is a charge that Oslo has always denied.", "Oslo", "a charge"),
        ("The mayor denies having met the man.", "The mayor", "having met the man"),
        ("The police chief disputed the survey and put the number at 300.", "The police chief", "the survey"),
    ],
)  # fmt: skip
def test_denied(text: str, source: str, content: str, statements: Reader) -> None:
    assert hushes(statements(text)) == [("denied", source, content)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nobody tells us who counted the fish.", marks=pytest.mark.xfail(strict=True, reason='the tagger takes the question for a content')),
        "The bank did not raise rates.",
        "The minister avoided the crowd.",
        "The president has not named an ambassador to Chad.",
        "The agency did not include the bridge in its plan.",
        "The wheat did not appear in the market.",
        "The note was cut from the budget.",
        "The dog did not come up the stairs.",
        "The general did not answer the door.",
        "The court dismissed the charges.",
        "What was not said may matter.",
        "Asked about the fire, the mayor left the room.",
        "The enemy did not answer the fire and the patrol withdrew.",
        "She did not say that the treaty was dead, she said that it was asleep.",
        "The report names no one.",
        "The judge gave no sign of fatigue.",
        "The court rejected a request for a permit.",
        "The bank ignored the crowd.",
    ],
)
def test_no_silence(text: str, statements: Reader) -> None:
    assert hushes(statements(text)) == []


def test_what_was_said_instead(statements: Reader) -> None:
    found = statements("The mayor did not say where the money had gone, only that it was “safe”.")
    assert sorted(map(hush, found)) == [
        ("not said", "The mayor", "where the money had gone"),
        ("yes", "The mayor", "that it was “safe”"),
    ]


def test_a_silence_that_somebody_reports(statements: Reader) -> None:
    outer, inner = statements("China has not said who will attend, the ministry said.")
    assert (hush(inner), inner.within) == (("not said", "China", "who will attend"), outer.id)


@pytest.mark.parametrize(
    "text",
    [
        "He denied that his office had ever refused to talk.",
        "She would neither confirm nor deny that the firm had offered to pay.",
        "The text stopped short of condemning the raid.",
    ],
)
def test_what_is_not_said_holds_no_statement(text: str, statements: Reader) -> None:
    assert len(statements(text)) == 1


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The general said the raid had failed but gave no details.", "the raid had failed", "details"),
        ("The general said the raid had failed but did not elaborate.", "the raid had failed", "elaborate"),
        ("The army said it had struck a depot, without saying where.", "it had struck a depot", "where"),
        (
            "The firm said that the figure was wrong, without giving another one.",
            "that the figure was wrong",
            "another one",
        ),
        (
            "The mill repeated that its looms were running but would not be drawn on the price.",
            "that its looms were running",
            "the price",
        ),
        ("The army said it had struck a depot but would not say where.", "it had struck a depot", "where"),
    ],
)
def test_a_silence_ends_a_speech(text: str, first: str, second: str, statements: Reader) -> None:
    said, unsaid = map(hush, statements(text))
    assert (said[1], said[2], unsaid[1], unsaid[2]) == (said[1], first, said[1], second)


def test_a_silence_told_beside_another(statements: Reader) -> None:
    text = "The report left out the airport, whose cost the government has never made public."
    assert [one[1] for one in hushes(statements(text))] == ["The report", "the government"]


def test_what_is_only_to_be_told_is_not_said(statements: Reader) -> None:
    assert statements("Farmers filled the hall to tell councillors what they thought of it.") == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The envoy said he was not going to get into how many miners remained.", "how many miners remained"),
        ("She would rather not go into the reasons for his departure.", "the reasons for his departure"),
    ],
)
def test_what_one_will_not_go_into(text: str, content: str, statements: Reader) -> None:
    assert ("declined", content) in {(said, what) for said, _, what in hushes(statements(text))}


@pytest.mark.parametrize("text", ["She won't get into the car.", "He would not go into the water."])
def test_places_nobody_goes_into(text: str, statements: Reader) -> None:
    assert hushes(statements(text)) == []
