"""The verdict on one topic: agree, differ, contradict or one-sided, with its reason in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, permutations

from readout.knowledge.kin import stems
from readout.link.accounts.telling import Telling
from readout.link.clashes.polarity import one_claim
from readout.link.clashes.typed import Clash, accord, clash, unlike
from readout.link.lexicon import acts, position, together, unlikes
from readout.link.matters.matter import Matter, listed
from readout.link.matters.wording import excerpt, told_of
from readout.model.account import Account, Cell, Conflict, Evidence, Row

SILENT = "silence reported"
KINDS = {
    "amount": "give figures that cannot both be true",
    "date": "give dates that cannot both be true",
    "place": "name places that cannot both be true",
    "actor": "name different parties",
    "polarity": "cannot both be true",
}


def row_of(
    matter: Matter,
    cells: tuple[Cell, ...],
    told: Sequence[Telling],
    ids: dict[str, str],
    accounts: Sequence[Account],
) -> Row:
    """The row of a topic.

    >>> # said by one and denied by the other -> contradict; by one alone -> one-sided
    """
    names = {account.id: named(account.holder) for account in accounts}
    speaking = [cell for cell in cells if cell.stance in ("said", "denied")]
    if len(speaking) < 2:
        return Row(matter.label, "one-sided", _one_sided(cells, names), cells)
    if all(cell.stance == "denied" for cell in speaking):
        return Row(
            matter.label, "agree", f"{'Both' if len(speaking) == 2 else 'All'} accounts deny it.", cells
        )
    spoken = {id: _speaking(matter, told, side) for side, id in ids.items()}
    found = _clash(matter, speaking, spoken)
    if found:
        left, right, clashing = found
        here, there = names[ids[left.side]], names[ids[right.side]]
        reason = _contradiction(clashing, here, there)
        also = unlike(matter, left, right) if clashing.kind != "date" else None
        if also:
            reason += f" They also give other dates: {also.left_says} ({here}), {also.right_says} ({there})."
        return Row(matter.label, "contradict", reason, cells, _conflict(left, right, clashing))
    stances = {cell.stance for cell in speaking}
    if len(stances) > 1 and _of_one_claim(matter, spoken):
        return _denied(matter, cells, speaking, names)
    verdict = _weighed(matter, speaking, spoken, told, names)
    return Row(matter.label, *verdict, cells)  # type: ignore[arg-type]


_ARTICLE = re.compile(
    r"^(?:United|European|African) "
    r"|(?:Republic|Union|Emirates|Islands|Philippines|Netherlands|Gambia|Nations)$"
    r"|(?:Forum|Commission|Council|Association|Organi[sz]ation|League|Community|Alliance|Authority|Conference)$"
)


def named(holder: str) -> str:
    """A side in a sentence: "the United States", "Kenya"."""
    return f"the {holder}" if _ARTICLE.search(holder) and not holder.startswith("the ") else holder


def _speaking(matter: Matter, told: Sequence[Telling], side: str) -> list[Telling]:
    return [t for t in told if t.side == side and t.number in matter.places and not t.silent]


def _clash(
    matter: Matter, speaking: Sequence[Cell], spoken: dict[str, list[Telling]]
) -> tuple[Telling, Telling, Clash] | None:
    denied = {cell.account: cell.stance == "denied" for cell in speaking}
    for one, other in combinations(speaking, 2):
        for left in spoken[one.account]:
            for right in spoken[other.account]:
                off_topic = any(
                    t.said == "denied" and not denied[c.account] for t, c in ((left, one), (right, other))
                )
                found = None if off_topic else clash(matter, left, right)
                if found:
                    return left, right, found
    return None


def _conflict(left: Telling, right: Telling, found: Clash) -> Conflict:
    sides = []
    for telling, anchor in ((left, found.left), (right, found.right)):
        id = telling.statement.id if telling.statement else None
        sides.append(Evidence(telling.record.document.id, id, anchor))
    return Conflict(found.kind, sides[0], sides[1])


def _contradiction(found: Clash, left: str, right: str) -> str:
    if found.kind == "polarity" and "denied" in (found.left_says, found.right_says):
        said, denied = (left, right) if found.right_says == "denied" else (right, left)
        return _sentence(f"{said} says it; {denied} denies it")
    return f"The accounts {KINDS[found.kind]}: {found.left_says} ({left}), {found.right_says} ({right})."


def _of_one_claim(matter: Matter, spoken: dict[str, list[Telling]]) -> bool:
    """Whether a denial is of what another account says."""
    tellings = [t for own in spoken.values() for t in own]
    denied = [t for t in tellings if t.said == "denied" and t.number in matter.main]
    said = [t for t in tellings if t.said == "yes" and t.side not in {d.side for d in denied}]
    return any(one_claim(matter, d, s) for d in denied for s in said)


def _denied(matter: Matter, cells: tuple[Cell, ...], speaking: Sequence[Cell], names: dict[str, str]) -> Row:
    said = next(cell for cell in speaking if cell.stance == "said")
    denied = next(cell for cell in speaking if cell.stance == "denied")
    reason = _sentence(f"{names[said.account]} says it; {names[denied.account]} denies it")
    conflict = Conflict("polarity", said.evidence[0], denied.evidence[0])
    return Row(matter.label, "contradict", reason, cells, conflict)


def _one_sided(cells: Sequence[Cell], names: dict[str, str]) -> str:
    parts: list[str] = []
    for cell in cells:
        name = names[cell.account]
        if cell.stance == "said":
            parts.append(f"{name} speaks of it")
        elif cell.stance == "denied":
            parts.append(f"{name} denies it")
        elif cell.stance == SILENT:
            parts.append(f"{name} is reported not to have spoken of it")
    parts.sort(key=lambda part: "speaks" not in part)
    missing = [names[cell.account] for cell in cells if cell.stance == "not found"]
    if missing:
        accounts = "account" if len(missing) == 1 else "accounts"
        parts.append(f"nothing was found in the {accounts} of {' and '.join(missing)}")
    return _sentence("; ".join(parts))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _weighed(
    matter: Matter,
    speaking: Sequence[Cell],
    spoken: dict[str, list[Telling]],
    told: Sequence[Telling],
    names: dict[str, str],
) -> tuple[str, str]:
    """agree or differ: a shared figure agrees; a position that one takes makes them differ."""
    for one, other in combinations(speaking, 2):
        for left in spoken[one.account]:
            for right in spoken[other.account]:
                apart = unlike(matter, left, right)
                if apart:
                    here = f"{apart.left_says} ({names[one.account]})"
                    there = f"{apart.right_says} ({names[other.account]})"
                    return "differ", f"All speak of it, but with other dates: {here}, {there}."
    for one, other in combinations(speaking, 2):
        for left in spoken[one.account]:
            for right in spoken[other.account]:
                shared = accord(matter, left, right)
                if shared:
                    return "agree", f"Both accounts give it as {shared.says}."
    taken = [
        (names[c.account], words)
        for c in speaking
        for _, words in (
            *_positions(matter, _first(matter, spoken[c.account])),
            *_positions(matter, [t for t in spoken[c.account] if _denies(matter, t)]),
            *_contents(_further(_first(matter, spoken[c.account]), told)),
        )
    ]
    acts_of = [{t.statement.act for t in spoken[c.account] if t.statement} & acts() for c in speaking]
    if (
        taken
        and all(acts_of)
        and set.intersection(*acts_of)
        and all(_only_acts(matter, spoken[c.account], told) for c in speaking)
    ):
        return "agree", "Both accounts take the same stand on it."
    terms = _terms_apart(spoken, matter)
    if terms:
        told_apart = "; ".join(f"{names[account]}: “{words}”" for account, words in terms)
        return "differ", f"They do not say the same of it. {_sentence(told_apart)}"
    if taken and _same_words(matter, speaking, spoken):
        return "agree", "Both accounts say it in the same words."
    if taken:
        words = dict(reversed(taken))
        parts = [
            f"{name}: “{words.get(name) or told_of(matter, spoken[account])}”"
            for account, name in ((cell.account, names[cell.account]) for cell in speaking)
        ]
        return "differ", f"They do not say the same of it. {_sentence('; '.join(parts))}"
    count = "Both" if len(speaking) == 2 else "All"
    return "agree", f"{count} accounts speak of it, and nothing that they say of it conflicts."


def _first(matter: Matter, spoken: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings that are about the matter first, where there are any."""
    return [t for t in spoken if t.number in matter.main] or spoken


def _terms_apart(spoken: dict[str, list[Telling]], matter: Matter) -> list[tuple[str, str]]:
    """Two wordings that are not the same in substance: "at its own cost", "with a loan of the bank"."""
    for one, other in permutations(spoken, 2):
        for left, right in unlikes():
            first = [x for t in spoken[one] if t.number in matter.main and (x := _excerpted(left, t))]
            second = [x for t in spoken[other] if t.number in matter.main and (x := _excerpted(right, t))]
            if first and second and not any(_excerpted(left, t) for t in spoken[other]):
                return [(id, words[0]) for id, words in ((one, first), (other, second))]
    return []


def _excerpted(pattern: re.Pattern[str], telling: Telling) -> str:
    """The clause of a telling in which a wording stands."""
    found = pattern.search(telling.text)
    return excerpt(telling.text, found.start()) if found else ""


def _same_words(matter: Matter, speaking: Sequence[Cell], spoken: dict[str, list[Telling]]) -> bool:
    """Whether each account tells of it once, in the same words: "an immediate truce", and none denies it."""
    first = [_first(matter, spoken[cell.account]) for cell in speaking]
    if any(len(tellings) != 1 or tellings[0].said != "yes" for tellings in first):
        return False
    told = [frozenset(stems(tellings[0].text)) - ARTICLES for tellings in first]
    return len(set(told)) == 1 and bool(told[0])


ARTICLES = frozenset({"a", "an", "the"})


def _only_acts(matter: Matter, spoken: Sequence[Telling], told: Sequence[Telling]) -> bool:
    """Whether the one position that tellings take is the act itself: "condemned the attack"."""
    cues = {" ".join(t.statement.cue.exact.split()) for t in spoken if t.statement and t.statement.cue}
    rest = {mark for mark, _ in (*_positions(matter, spoken), *_contents(_further(spoken, told)))} - cues
    return not rest and all(
        t.statement and t.statement.act in ("accuse", "praise", "threaten") for t in spoken
    )


def _further(spoken: Sequence[Telling], told: Sequence[Telling]) -> Iterator[Telling]:
    """What the same account goes on to say in the same paragraph."""
    numbers = {telling.number for telling in spoken}
    for one, after in pairwise(sorted(told, key=lambda t: (t.record.document.id, t.anchors[0].start))):
        quoted = after.statement is not None and after.statement.form == "direct"
        if one.number in numbers and after.number not in numbers and after.side == one.side and not quoted:
            text, start = one.record.document.text, one.anchors[-1].end
            if after.record is one.record and "\n" not in text[start : after.anchors[0].start]:
                yield after


def _denies(matter: Matter, telling: Telling) -> bool:
    """Whether a telling denies something of the matter itself: "carried fuel", not "a casino in the zone"."""
    text = telling.record.document.text
    before = (text[max(0, m.start - 25) : m.start] for m in matter.places[telling.number])
    return telling.said == "denied" and not any(_HANGS.search(words) for words in before)


_HANGS = re.compile(
    r"\b(?:in|of|at|on|for|from|with|by|near|to|over|under|after|before|during|since|until)"
    r" (?:the |a |an |its |his |her |their )?$"
)


def _contents(tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    for telling in tellings:
        found = position().search(telling.text)
        if found:
            yield telling.text[found.start() :], excerpt(telling.text, found.start())


def _positions(matter: Matter, spoken: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    """The words by which tellings take a position on the topic, and the clause: a demand, a condition."""
    for telling in spoken:
        if matter.places.get(telling.number) and listed(telling, matter.places[telling.number]):
            continue
        if _together(telling):
            continue
        statement = telling.statement
        if (
            statement
            and statement.cue
            and (statement.act in acts() or position().search(statement.cue.exact))
            and not _INVITED.match(statement.cue.exact)
        ):
            yield " ".join(statement.cue.exact.split()), excerpt(_with_cue(telling), 0)
        if _denies(matter, telling):
            yield "denied", excerpt(_with_cue(telling), 0)
        yield from _contents([telling])


def _together(telling: Telling) -> bool:
    """Whether it is what both sides are said to agree on: "The ministers agreed that the pier must stay"."""
    statement = telling.statement
    if statement is not None and statement.source is not None and statement.source.anchor is not None:
        who = statement.source.anchor.exact
        cue = statement.cue.exact if statement.cue else ""
        if together().search(f"{who} {cue}"):
            return True
    return bool(together().search(telling.text))


def _with_cue(telling: Telling) -> str:
    """What is told behind the words by which it is told: "denied that the ship had carried fuel"."""
    cue = telling.statement.cue if telling.statement else None
    return " ".join((f"{cue.exact} {telling.text}" if cue else telling.text).split())


_INVITED = re.compile(r"(?:has |had |have )?(?:also |again )?invit", re.IGNORECASE)
"""An invitation is no demand."""
