"""Residue patterns run on their own examples, and on pages of our own writing."""

import pytest

from readout.ingest import document_of_text, residue

TAKES = [(pattern, line) for pattern in residue.patterns() for line in pattern.takes]
LEAVES = [(pattern, line) for pattern in residue.patterns() for line in pattern.leaves]


@pytest.mark.parametrize(("pattern", "line"), TAKES, ids=lambda value: str(value)[:40])
def test_a_pattern_takes_its_lines(pattern, line):
    if pattern.where == "end":
        assert pattern.regex.search(line)
    else:
        assert pattern.takes_line(residue.plain(line))
        assert residue.kind(line, pattern.where)


@pytest.mark.parametrize(("pattern", "line"), LEAVES, ids=lambda value: str(value)[:40])
def test_no_pattern_takes_a_line_of_a_story(pattern, line):
    if pattern.where == "end":
        assert not pattern.regex.search(line)
    else:
        weak = ["foot"] if pattern.where == "foot" else []
        assert residue.kind(line, "line", "head", "beside", *weak) is None


@pytest.mark.parametrize(
    "line",
    [
        "Sign up, she told them, before Friday.",
        "“Share on Facebook,” the leaflet read.",
        "He said: “Accept all our terms or leave.”",
        "The ministry declined to comment.",
        "MR. ADEYEMI: Copy that.",
        "Q: Will you sign?",
        "Photo: “It was the last one we took,” she said.",
        "Home is where the minister wants them.",
        "Related costs rose by 4 percent, the bank said.",
        "Listen, Ruiz told the crowd, we are not done.",
        "Advertisement revenue fell, the owner said.",
        "Follow us on foot, the guide said.",
        "Comments made on Monday were withdrawn.",
    ],
)
def test_a_sentence_of_the_story_stays(line):
    text = f"The union and the ministry met on Monday in Lisbon.\n\n{line}\n\nThey meet again on Friday."
    assert line in document_of_text(text).text


STORY = (
    "The ferry to Saltholm will sail again on Friday, the harbour office said.",
    "“We lost three weeks,” said Ida Brandt, who runs the office.",
    "The company did not say who would pay.",
)


@pytest.mark.parametrize(
    ("before", "between", "after", "gone"),
    [
        (["Skip to main content", "Menu", "Search"], [], [], 3),
        (["This website uses cookies to improve your experience.", "Reject all", "Accept all"], [], [], 3),
        (["Home » Region » Coast"], [], [], 1),
        ([], ["ADVERTISEMENT"], [], 1),
        ([], ["Read more: Island mayors want a bridge"], [], 1),
        (
            [],
            [
                "Sign up for our weekly newsletter",
                "All of the coast, every Sunday.",
                "Your email",
                "Subscribe",
            ],
            [],
            4,
        ),
        ([], ["Listen to this article (3 min)", "Share", "Tweet", "Email"], [], 4),
        ([], [], ["Most read", "1. Bakers of Saltholm close early", "2. A whale, seen twice"], 3),
        (
            [],
            [],
            ["You might also like", "", "Bakers of Saltholm close early", "", "A whale was seen twice"],
            3,
        ),
        ([], [], ["14 comments", "Join the conversation", "Back to top"], 3),
        ([], [], ["Follow us on Facebook and Instagram", "Copyright 2024 The Saltholm Post"], 2),
        ([], [], ["(Reporting by Ida Holm; Editing by Per Lund)"], 1),
        ([], [], ["Download our app", "Get it on Google Play"], 2),
        ([], ["Picture: Per Lund / Saltholm Post"], [], 1),
    ],
)
def test_residue_goes_and_the_story_stays(before, between, after, gone):
    blocks = [
        *([before] if before else []),
        [STORY[0]],
        *([between] if between else []),
        [STORY[1]],
        [STORY[2]],
        after,
    ]
    document = document_of_text("\n\n".join("\n".join(block) for block in blocks))
    assert document.text == "\n\n".join(STORY)
    assert len([piece for piece in document.removed if piece.text.strip()]) == gone


def test_a_button_glued_to_the_last_sentence_goes():
    document = document_of_text("The mayor resigned on Friday.\nShe gave no reason.Continue with Google")
    assert document.text.endswith("She gave no reason.")
    assert [piece.text for piece in document.removed] == ["Continue with Google"]


def test_a_few_words_far_below_the_text_go():
    document = document_of_text("\n".join([*STORY, *[""] * 12, "Ocean Ledger Plus"]))
    assert document.text == "\n".join(STORY)
    assert [piece.reason for piece in document.removed] == ["run of blank lines", "page residue"]


def test_a_page_laden_with_residue():
    page = """Menu
World
Sign in

Home / World / Coast

Drought talks end without a deal

By Amina Sule and Peter Brandt
Published: 3 June 2021, 14:20 GMT
Updated 4 hours ago

Share
WhatsApp
Email

MARSA — The two sides left on Thursday without a deal. Photo: Lela Oduya/Coast Press

Sign up for The Morning Tide
Our editors pick the five stories that matter.
Your email address
SIGN ME UP

“We asked for one thing,” said the envoy. Sign up, she told farmers, before Friday.

What happens next

The ministers meet again in July.

Most read
1
Goats sold for bread
2
Rain expected in August

More from World

How the dam was built

Comments (41)"""
    document = document_of_text(page)
    assert document.text.split("\n\n") == [
        "Drought talks end without a deal",
        "By Amina Sule and Peter Brandt",
        "MARSA — The two sides left on Thursday without a deal.",
        "“We asked for one thing,” said the envoy. Sign up, she told farmers, before Friday.",
        "What happens next",
        "The ministers meet again in July.",
    ]
    assert (document.author, document.published) == ("Amina Sule and Peter Brandt", "2021-06-03")


def test_headlines_of_other_stories_end_where_the_story_goes_on():
    text = "\n\n".join(
        [STORY[0], "Related stories\nBakers close early\nA whale was seen", STORY[1], STORY[2]]
    )
    assert document_of_text(text).text == "\n\n".join(STORY)


TOLD = "The lock at Eel will be shut from Monday, the canal board said."
LAST = "It opens again in May."


@pytest.mark.parametrize(
    "above",
    [
        ["Saltholm News", "Home", "Harbour", "World", "Sport"],
        ["Log in", "Newsroom", "Investors", "Careers"],
        ["The Saltholm Post", "Front page | Opinion | Sports"],
        ["العربية | Français | Русский", "Skip to site index", "Countries"],
        ["With your consent, we and our partners use cookies on your device.", "News Opinion Features Jobs"],
    ],
)
def test_a_menu_above_the_headline_goes(above):
    page = "\n".join([*above, "Lock at Eel shut until May", "", TOLD, "", LAST])
    document = document_of_text(page)
    assert document.text == f"Lock at Eel shut until May\n\n{TOLD}\n\n{LAST}"
    assert document.title == "Lock at Eel shut until May"


@pytest.mark.parametrize(
    "below",
    [
        ["Tags", "Canals", "Eel"],
        ["eel-locks mailing list", "To unsubscribe write to leave@lists.example", "Archives: https://lists.example"],
        ["The Post would like to thank all readers who made a donation.", "Make a donation", "Coast shop"],
        ["Share this article", "Locks of the north", "Coast Radio"],
        ["Ida Holm covers canals for the Saltholm Post.", "More from Ida Holm"],
        ["You are receiving this email because you signed up.", "Unsubscribe", "Quay 4, Saltholm"],
        ["Do you think the lock should stay?", "Yes", "No", "Vote"],
        ["Share this article", "Comments on this page are read by our keepers before they are shown.", "Rules"],
        ["See also:", "Storks are back", "Our newsroom is paid for by readers and by a website fee."],
        ["The writer is a member of staff.", "Comments (0) Closed", "On the network", "Storks are back"],
    ],
)
def test_furniture_below_the_story_goes(below):
    assert document_of_text("\n\n".join([TOLD, LAST, *below])).text == f"{TOLD}\n\n{LAST}"


@pytest.mark.parametrize(
    "line",
    [
        "Dredgers at work in the lock of Eel [File: Per Lund/Coast Press]",
        "Skippers wait at Eel, May 2, 2019. REUTERS/Per Lund",
        "Dredgers at work in this photo provided by the canal board.",
        "FILE - The lock of Eel is seen on May 2, 2019.",
    ],
)
def test_a_caption_goes(line):
    assert document_of_text(f"{TOLD}\n\n{line}\n\n{LAST}").text == f"{TOLD}\n\n{LAST}"


@pytest.mark.parametrize(
    "lines",
    [
        ["Q: Will it open?", "A: In May."],
        ["The board asks for:", "- a new gate", "- two more keepers"],
        ["Events", "A fair is held in June."],
        ["“We wait.”"],
        ["For the Canal Board", "Ida Holm", "Secretary"],
        ["Our keepers ask you to write to the board, and to use its website."],
        ["According to a Coast/Delta poll, two in three want the lock."],
        ["To donate to the keeper’s cause, write to the board."],
        ["Download the app from the board’s website or at its desks."],
        ["We have read your letters.", "Our website was attacked, and our newsletter was sent by others."],
    ],
)
def test_what_stands_below_the_last_paragraph_may_be_story(lines):
    text = "\n\n".join([TOLD, LAST, *lines])
    assert document_of_text(text).text == text


def test_a_stamp_dates_the_page_that_it_is_taken_from():
    page = f"Lock at Eel shut\n\nSource: Coast Agency | 2019-05-02 20:41:07 | Editor: P. Lund\n\n{TOLD}"
    document = document_of_text(page)
    assert (document.text, document.published) == (f"Lock at Eel shut\n\n{TOLD}", "2019-05-02")


def test_an_update_dates_nothing():
    assert document_of_text(f"{TOLD}\n\nUpdated - 3 May 2019 03:12 am IST").published is None


def test_the_line_above_a_credit_is_a_caption_between_headline_and_story():
    lines = ["Lock at Eel shut until May", "Skippers wait at the gate.\nPhoto: Per Lund / Coast Press", TOLD]
    assert document_of_text("\n\n".join(lines)).text == f"{lines[0]}\n\n{TOLD}"


def test_a_subhead_beside_a_button_stays():
    lines = [TOLD, "Advertisement", "Health", "The keepers breathe more easily.", "Terms", LAST]
    assert document_of_text("\n\n".join(lines)).text.split("\n\n") == [lines[0], *lines[2:]]


def test_what_was_said_between_two_boxes_stays():
    page = f"Get our morning newsletter\n“We wait,” she told me. “It also rains.”\nSubscribe to our newsletter\n{LAST}"
    assert "It also rains" in document_of_text(page).text
