"""How far what somebody says reaches in its sentence: what it opens with, and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readout.link import sentences
from readout.model.anchor import Anchor, trimmed
from readout.model.record import Record
from readout.model.statement import Statement


def reach(record: Record, statement: Statement) -> tuple[Anchor, ...]:
    """The content, and the matter with which the sentence opens before the speaker ("On fisheries, …")."""
    topics = [m for t in record.topics if t.id in statement.topics for m in t.mentions]
    first = statement.content[0]
    sentence = sentences.around(record.document, first)
    ahead = [m for m in topics if sentence.start <= m.start and m.end <= first.start]
    if statement.said not in ("yes", "denied"):
        return statement.content
    opened = tuple(_opened(record, sorted(ahead), first)) or tuple(_on(record, sentence, first))
    if statement.said == "denied":
        return (*opened, *statement.content)
    return (
        *opened,
        *statement.content,
        *_trailing(record, statement, sentence),
    )


def _opened(record: Record, ahead: Sequence[Anchor], first: Anchor) -> Iterator[Anchor]:
    """The topics before the speaker, the last with what narrows it: "the crossing at Gao"."""
    yield from ahead[:-1]
    for mention in ahead[-1:]:
        comma = record.document.text.find(",", mention.end, first.start)
        near = 0 <= comma - mention.end <= 60
        yield Anchor.of(record.document.text, mention.start, comma) if near else mention


def _on(record: Record, sentence: Anchor, first: Anchor) -> Iterator[Anchor]:
    """What a sentence opens with that is no topic yet: "On mining upstream, Orr argued that …"."""
    found = _ON.match(record.document.text, sentence.start, first.start)
    if found and not any(
        when.anchor.start < found.end("what") and found.start("what") < when.anchor.end
        for when in record.whens
    ):
        yield Anchor.of(record.document.text, *found.span("what"))


_ON = re.compile(
    r"(?:On|As regards|As for|As to|Regarding|Concerning|Turning to|With (?:regard|respect) to|Speaking of)"
    r" (?:the |a |an )?(?P<what>[a-z][^,.;\n]{3,50}), "
)


def _trailing(record: Record, statement: Statement, sentence: Anchor) -> Iterator[Anchor]:
    """What hangs on the content behind it: "welcomed the rise" and then "which came to 4 per cent"."""
    last = max(anchor.end for anchor in statement.content)
    if statement.cue is None or statement.cue.start > last or not sentence.start <= last < sentence.end:
        return
    others = [
        a for s in record.statements if s is not statement for a in (*s.content, *([s.cue] if s.cue else []))
    ]
    stop = min([a.start for a in others if a.start >= last], default=sentence.end)
    rest = trimmed(record.document.text, last, min(stop, sentence.end))
    if rest and stop >= sentence.end and _hangs(rest.exact):
        yield rest


def _hangs(rest: str) -> bool:
    """Whether words behind a content belong to it: a clause, a date, or what goes on without a break."""
    dated = _UNTIL.match(rest) and len(rest.split()) <= SOON
    goes_on = rest[:1].islower() and not _BESIDE.match(rest) and len(rest.split()) <= LONGEST
    return bool(rest.startswith(_HANGING) or dated or goes_on)


LONGEST = 25
"""Words of what goes on without a break."""
_BESIDE = re.compile(
    r"(?:and|but|or|who|while|when|as|after|before|during|following|ahead|late|early|on|at|though|although|because"
    r"|through|via|speaking|adding|saying)\b"
    r"|in (?:an?|his|her|its|their|the)? ?(?:\w+ )?(?:statement|interview|speech|letter|release|briefing"
    r"|report|post|message|communiqu\w+|note|conference|address|article|reply|response)\b|in [A-Z\d]"
)
"""Where and when something was said."""


_UNTIL = re.compile(
    r"(?:by|until|from|as from|as of|before|within|not later than|no later than|during|starting|in)"
    r" (?=[^.]*\d)"
    r"|for (?:\w+ )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
    r" (?:day|week|month|year)s?\b"
)
SOON = 9
"""Words of a date that hangs on what was said: "by 1 May next year"."""


_HANGING = (
    *(f", {word}" for word in ("which", "who", "whose", "where", "and which")),
    *(f", {word} which" for word in ("to", "for", "in", "of", "on", "under", "with", "into")),
)
