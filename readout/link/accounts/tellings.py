"""What each account says, telling by telling: statements, silences, and the text's own sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from readout.link import sentences
from readout.link.accounts.loudest import bodies_of, nation_of
from readout.link.accounts.owners import Owner, owned
from readout.link.accounts.reach import reach
from readout.link.accounts.sides import JOINT, country_of, load_names
from readout.link.accounts.silences import (
    called,
    company,
    hushed,
    nameless,
    other_side,
    own_paper,
    passing,
    rival,
    rival_named,
    silent_elsewhere,
    visiting,
)
from readout.link.accounts.telling import Telling
from readout.link.accounts.turns import moderated, parts, refutes, turn
from readout.link.accounts.voices import voices
from readout.link.lexicon import issuing, official, opposite_number, paper
from readout.model.actor import Mention
from readout.model.anchor import Anchor, trimmed
from readout.model.record import Record
from readout.model.statement import Statement


def tellings(records: Sequence[Record], owners: Sequence[Owner] | None = None) -> list[Telling]:
    """Every telling that belongs to a side, over all records in order."""
    owners = owners or owned(records)
    sides = [owner.side for owner in owners if owner.side]
    found: list[Telling] = []
    for record, owner in zip(records, owners, strict=True):
        found += _of_statements(record, owner, sides)
        if owner.side:
            told = [a for t in found if t.record is record for a in t.anchors]
            found += _of_sentences(record, owner.side, told, release=owner.release)
        found += _complaints(record, owner, [t for t in found if t.record is record])
    found = list(_shared_out(found))
    found = [replace(one, refuted=refutes(one)) for telling in found for one in _heard(telling, sides)]
    return [replace(telling, number=number) for number, telling in enumerate(found)]


def _complaints(record: Record, owner: Owner, told: Sequence[Telling]) -> Iterator[Telling]:
    """What an account speaks of by complaining that the other did not: "said nothing of the ferries"."""
    for telling in told:
        complains = telling.statement is not None and telling.statement.act == "accuse"
        if owner.side and telling.silent and complains and telling.side != owner.side:
            yield Telling(0, record, owner.side, telling.anchors)


def _shared_out(found: Sequence[Telling]) -> Iterator[Telling]:
    """What two sides say together, once for each: "Both ministers said …" in a story that quotes both."""
    sides = list(dict.fromkeys(telling.side for telling in found if telling.side != JOINT))
    for telling in found:
        if telling.side != JOINT:
            yield telling
        elif len(sides) == 2:
            yield from (replace(telling, side=side) for side in sides)


def _heard(telling: Telling, sides: Sequence[str]) -> Iterator[Telling]:
    """A telling as it is, or as the silence that it tells of and the words of the one who minds it."""
    silence = passing(telling, sides)
    if silence:
        whole = silence.anchors[0].start == telling.anchors[-1].start
        yield replace(telling, anchors=silence.anchors, statement=telling.statement if whole else None)
    yield silence or telling


def _of_statements(record: Record, owner: Owner, all_sides: Sequence[str]) -> Iterator[Telling]:
    outer = {statement.id: statement for statement in record.statements}
    sides = voices(record)
    asked: Anchor | None = None
    for statement in map(hushed, record.statements):
        if moderated(record, statement):
            asked = statement.content[0] if statement.content[-1].exact.endswith("?") else None
            continue
        above = outer.get(statement.within or "")
        side = _account(record, owner, statement, above, sides)
        if side == OTHER:
            others = set(all_sides) - {(sides[above.id] if above else None) or owner.side}
            side = others.pop() if len(others) == 1 else None
            side = side if side and called(statement, side) else None
        elif (
            owner.side
            and statement.said in ("not said", "declined")
            and (other := rival_named(statement, owner.side, owner.house, all_sides))
        ):
            side = other
        elif side not in all_sides and owner.side and statement.said in ("not said", "declined"):
            side = other_side(statement, owner.side, all_sides) or side
        if side and statement.content and not (above and turn(above) and statement.said == "yes"):
            yield from parts(Telling(0, record, side, reach(record, statement), statement, asked=asked))
        if above is None:
            asked = None


def _account(
    record: Record,
    owner: Owner,
    statement: Statement,
    outer: Statement | None,
    sides: dict[str, str | None],
) -> str | None:
    """To whose account a statement belongs: its source's, or that of the one who tells of it."""
    side = sides[statement.id]
    if owner.side and side not in (None, JOINT, owner.side) and _bare_body(record, statement, owner.side):
        side = owner.side
    if statement.said not in ("yes", "denied"):
        if owner.side and _opposite(statement):
            return OTHER
        known = company(statement) in ("company", "union") or side in (None, owner.side)
        if owner.house and company(statement) and known:
            return OTHER if rival(record, statement, owner.side or "") else owner.side
        if owner.side and outer is None and own_paper(record, statement, sides, owner.side):
            return owner.side
        teller = sides[outer.id] if outer else owner.side if owner.release else None
        if teller and side in (None, teller) and nameless(statement):
            return OTHER
        side = side or visiting(record, statement)
        homely = _homely(record, statement) or (owner.house and _housed(record, owner, statement))
        side = owner.side if side is None and homely else side
        side = side or silent_elsewhere(record, owner, statement)
        return side if side != JOINT else None
    if side is None and statement.source is not None:
        return owner.side if _homely(record, statement) or _housed(record, owner, statement) else None
    if side is None or side == JOINT:
        nested = outer is not None and sides[outer.id] not in (None, JOINT)
        return owner.side or (side if statement.said == "yes" and not nested else None)
    if owner.release and side != owner.side and _untold(statement):
        return owner.side
    above = sides[outer.id] if outer else None
    if outer and above and above not in (side, JOINT) and outer.said == "yes":
        return None
    if owner.release and owner.side and side != owner.side and statement.form == "indirect":
        return owner.side
    return side


def _bare_body(record: Record, statement: Statement, own: str) -> bool:
    """Whether a body that no words give a country speaks in a country's text: "the Presidency"."""
    actor = record.actor(statement.source.actor) if statement.source else None
    if actor is None or actor.kind != "government" or not country_of(own) or statement.said == "not said":
        return False
    text = record.document.text
    around = (text[m.start : m.end + NEXT] for m in actor.mentions)
    return not any(load_names(re.split(r"[,.;:\n]", words)[0]) for words in around)


NEXT = 40
"""Characters behind a body in which it is told whose it is."""


def _opposite(statement: Statement) -> bool:
    """Whether who keeps silent is but the other party of the text's own side: "his visitor", "her hosts"."""
    words = statement.source.anchor.exact if statement.source and statement.source.anchor else ""
    return bool(_THEIR.match(words) and opposite_number().search(words) and not load_names(words))


_THEIR = re.compile(r"(?:the|his|her|its|our|their|my) ", re.IGNORECASE)
OTHER = "?"
"""The other side of two, whichever that is."""


def _untold(statement: Statement) -> bool:
    """Whether a source is named by its office alone: "the President" of a release is its own president."""
    anchor = statement.source.anchor if statement.source else None
    if anchor is None or load_names(anchor.exact) or opposite_number().search(anchor.exact):
        return False
    words = anchor.exact.split()
    return not any(word[:1].isupper() and not official().search(word) for word in words[1:])


def _housed(record: Record, owner: Owner, statement: Statement) -> bool:
    """Whether a source of no known side speaks for the text's own: its officials, its staff, its paper."""
    source = statement.source
    if source is None or owner.side is None:
        return False
    words = source.anchor.exact if source.anchor else ""
    actor = record.actor(source.actor)
    if actor is None:
        return owner.release or bool(paper().search(words))
    if actor.country:
        return not owner.release and nation_of(record, statement) == owner.side
    if actor.kind not in ("person", "organization", "group") or actor.sector in _OUTSIDE:
        return False
    if any(owner.side not in (body.country, body.name) for body in bodies_of(record, actor)):
        return False
    if owner.house:
        return actor.kind == "person" or actor.name == owner.side or words.casefold().startswith("the ")
    if owner.release:
        return actor.kind == "person"
    if actor.kind in ("organization", "group"):
        bare = words.casefold().startswith("the ") and not load_names(words)
        return bare and bool(issuing().search(words))
    return actor.kind == "person" and any(
        official().search(around) or issuing().search(around)
        for mention in actor.mentions
        for around in (_beside(record, mention), mention.exact, words)
    )


_OUTSIDE = frozenset({"JRN", "EDU", "NGO"})


def _beside(record: Record, mention: Mention) -> str:
    """What stands right before a name and, after a comma, behind it."""
    text = record.document.text
    before = re.split(r"[.;:\n,]", text[max(0, mention.start - 40) : mention.start])[-1]
    after = text[mention.end : mention.end + BEHIND]
    return before + (re.split(r"[.;:\n,]", after[1:])[0] if after.startswith(",") else "")


BEHIND = 80
"""Characters behind a name in which it is told who that is: ", the top civil servant at the ministry"."""


def _homely(record: Record, statement: Statement) -> bool:
    """Whether a source is an office that the text gives no country: "the ministry" in its own release."""
    actor = record.actor(statement.source.actor) if statement.source else None
    if actor is None or actor.country:
        return False
    return actor.kind == "government" or (actor.kind == "person" and actor.sector == "GOV")


def _of_sentences(record: Record, side: str, told: Sequence[Anchor], *, release: bool) -> Iterator[Telling]:
    """The sentences of a text's own voice: no statement stands in them, and they are no headings.

    In a release, what stands beside a statement is the release's own voice too: "She raised the
    ferry fares and" before "stressed that …".
    """
    contents = [a for s in record.statements for a in s.content]
    spoken = [*contents, *(s.cue for s in record.statements if s.cue)]
    for sentence in sentences.of(record.document):
        ended = sentence.exact.rstrip("\"”’')").endswith((".", "!", "?", ";"))
        if not ended or len(sentence.exact.split()) <= 2 or not _LOWER.search(sentence.exact):
            continue
        if _STYLED.search(sentence.exact):
            continue
        if any(words.overlaps(sentence) for words in record.withheld):
            continue
        within = [a for a in spoken if a.overlaps(sentence)]
        if not any(a.overlaps(sentence) for a in contents) and not (release and within):
            yield Telling(0, record, side, (sentence,))
        else:
            least = LEAST if release else LEAST_TOLD
            rests = _rests(record, sentence, within, told)
            yield from (
                Telling(0, record, side, (rest,)) for rest in rests if len(rest.exact.split()) > least
            )


_STYLED = re.compile(r"(?:,| the) (?:Hon|Rt|Mr|Mrs|Ms|Dr|Prof|Gen|Col|H\.\s?E)\.$")
"""What a sentence ends in that is cut at somebody's style: "The Minister of Mines, Hon."."""
_LOWER = re.compile(r"\b[a-z]{2,}")
"""What is told has small letters: "Lisbon, 4 March 2031." tells nothing."""
LEAST = 4
"""Words beside a statement from which a release tells something there."""
LEAST_TOLD = 7
"""The same for a story: "the envoy told reporters in Bern" tells nothing."""


def _rests(
    record: Record, sentence: Anchor, within: Sequence[Anchor], told: Sequence[Anchor]
) -> Iterator[Anchor]:
    """What a sentence says beside the statements in it, where a topic stands in it."""
    text, at = record.document.text, sentence.start
    fresh = [m for t in record.topics for m in t.mentions if not any(a.covers(m) for a in told)]
    for start, end in [*sorted((a.start, a.end) for a in within), (sentence.end, sentence.end)]:
        rest = trimmed(text, at, max(at, min(start, sentence.end)))
        if rest and any(rest.covers(m) for m in fresh) and not _speaker(record, rest):
            yield rest
        at = max(at, end)


def _speaker(record: Record, rest: Anchor) -> bool:
    """Whether words are but who speaks: "Ada Orr, who headed the mission,", "Chile hailed what its envoy"."""
    spoken = (
        s.source.anchor
        for s in record.statements
        if s.source and s.source.anchor and s.said in ("yes", "denied")
    )
    return not _ASKED.match(rest.exact) and any(
        a.covers(rest) or (a.start > rest.start and 0 <= rest.end - a.end <= 1) for a in spoken
    )


_ASKED = re.compile(
    r"(?:asked|questioned|pressed|responding|replying|in (?:answer|reply|response)|on|as for|turning)\b", re.I
)
"""How a sentence opens that names a matter before who speaks of it."""
