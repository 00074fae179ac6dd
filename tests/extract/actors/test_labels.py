"""Transcripts whose turns are headed by a role: whose turn it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readout.model.record import Record

Reader = Callable[..., Record]

TURNS = [
    # the introduction names the spokesperson
    (("MIDDAY BRIEFING\n\nBelow is a summary of today's briefing by Ines Okoro, Spokesperson for the High Commissioner.\n\n"
      "Spokesperson: Good morning. The convoy reached Goma last night.\n\nQuestion: Will the road stay open?\n\n"
      "Spokesperson: We hope that it will.\n\nQuestion: Is it safe?\n\nSpokesperson: No."), ["Ines Okoro", None] * 2 + ["Ines Okoro"]),
    # a minister, and a moderator who opens the talk
    (("Press conference by Kenya's Foreign Minister, Amina Barasa, Nairobi, 3 May 2013\n\nModerator: Welcome, everybody.\n\n"
      "The Minister: Thank you. We signed the accord yesterday.\n\nQuestion: Who pays for the bridge?\n\n"
      "The Minister: Both of us do."), ["Moderator", "Amina Barasa", None, "Amina Barasa"]),
    # a moderator who asks
    (("Press conference by Kenya's Foreign Minister, Amina Barasa, Nairobi, 3 May 2013\n\nModerator: Who pays for it?\n\n"
      "The Minister: Both of us do.\n\nModerator: And when?\n\nThe Minister: In June."), [None, "Amina Barasa"] * 2),
    # two heads of government, one by the title alone
    (("Remarks by Deputy Prime Minister Lars Holm of Denmark at a meeting with Norwegian Prime Minister Kari Lund\n\n"
      "DEPUTY PRIME MINISTER: Welcome to Copenhagen.\n\nPRIME MINISTER LUND: Thank you, Lars.\n\n"
      "DEPUTY PRIME MINISTER: It will cost us two billion kroner."), ["Lars Holm", "Kari Lund", "Lars Holm"]),
    # the spokesman's name after the body he speaks for
    (("Daily briefing of the spokesman of the Foreign Ministry of Peru, Raúl Quispe\n\nSpokesman: The minister flew to Quito.\n\n"
      "Journalist: Did he meet the president?\n\nSpokesman: He did."), ["Raúl Quispe", None, "Raúl Quispe"]),
    # a chairwoman and a commissioner stay apart
    (("The hearing was opened by Chairwoman Edith Brandt. It heard Commissioner Paul Ndiaye.\n\nThe Chairwoman: Please begin.\n\n"
      "The Commissioner: The fund is empty.\n\nThe Chairwoman: Since when?\n\nThe Commissioner: Since June."),
     ["Edith Brandt", "Paul Ndiaye"] * 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), TURNS)
def test_turns_headed_by_a_role(reads: Reader, text: str, speakers: list[str | None]) -> None:
    record = reads(text)
    names = {actor.id: actor.name for actor in record.actors}
    turns = [s for s in record.statements if s.cue is None and s.within is None]
    assert [names.get(s.source.actor or "") if s.source else None for s in turns] == speakers
