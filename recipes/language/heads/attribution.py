"""Source, cue and content (Pareti 2012), and the arc from each source and content word to its cue."""

from __future__ import annotations

from recipes.language.heads.kinds import Arcs, Head, Tags

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


def heads(tags: dict[str, list[str]]) -> list[Head]:
    """The tagger and the binder."""
    return [Tags("attribution", "attribution", TAGS, 1.2), Arcs("cues", "cues", 96, 0.6)]
