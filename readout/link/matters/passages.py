"""Where a telling names a matter, found by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from readout.knowledge.kin import APART, WORD, kin
from readout.link.accounts.telling import Telling
from readout.link.lexicon import table
from readout.link.matters.alignment import side_named
from readout.link.matters.matter import Matter
from readout.model.anchor import Anchor


def searched(matter: Matter, tellings: Sequence[Telling], topical: set[int]) -> None:
    """Search the tellings where the topic was not seen for its words."""
    for telling in tellings:
        if telling.number in matter.places:
            continue
        place = _place(matter, telling)
        if place:
            matter.places[telling.number] = [place]
            if telling.number not in topical:
                matter.main.add(telling.number)


@lru_cache(1024)
def _stemmed(text: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """The words of a stretch with their stems."""
    return tuple((kin(found.group()), found) for found in WORD.finditer(text))


def _place(matter: Matter, telling: Telling) -> Anchor | None:
    """Where a telling names the matter: its head with a modifier, or its head after "the"."""
    for anchor in telling.anchors:
        words = _stemmed(anchor.exact)
        present = {stem for stem, _ in words}
        for at, (stem, word) in enumerate(words):
            if stem != matter.key[-1]:
                continue
            before = words[at - 1][1].group().casefold() if at else ""
            if before in APART and before not in matter.key:
                continue
            if len(set(matter.key)) == 1 and _other().match(anchor.exact, word.end()):
                continue
            if not matter.name and _within_name(anchor.exact, word.end(), word.group()):
                continue
            if (
                matter.whose
                and at
                and not (side_named(words[at - 1][1].group()) or matter.whose) & matter.whose
            ):
                continue
            shared = len(set(matter.key) & present)
            if (
                shared == len(set(matter.key))
                or shared >= max(2, len(set(matter.key)) - 1)
                or (matter.name and shared >= 2 and 3 * shared >= 2 * len(matter.key))
                or (telling.said != "yes" and before in ("the", "these", "those", "such"))
            ):
                return Anchor.of(
                    telling.record.document.text, anchor.start + word.start(), anchor.start + word.end()
                )
    return None


@lru_cache(1)
def _other() -> re.Pattern[str]:
    """What makes of a word before it a thing of another kind: "unions" of "trade"."""
    return re.compile(rf"[ -](?:{'|'.join(table()['other']['words'])})\b", re.IGNORECASE)


def _within_name(text: str, end: int, word: str) -> bool:
    """Whether a word is part of a longer name: "Cooperation" in "Cooperation Council"."""
    return word[0].isupper() and text[end : end + 2].strip()[:1].isupper()
