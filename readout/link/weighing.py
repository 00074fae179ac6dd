"""Agree or differ: what accounts that do not contradict each other say of one matter, weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise, permutations, product

from readout.knowledge.kin import stems
from readout.link.accounts.telling import Telling
from readout.link.clashes.polarity import hanging
from readout.link.clashes.typed import accord, unlike
from readout.link.lexicon import acts, position, small_words, together, unlikes
from readout.link.matters.matter import Matter, listed
from readout.link.matters.wording import excerpt, told_of
from readout.model.account import Cell

Weight = tuple[str, str]
"""A verdict and its reason."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """The accounts that speak of a matter, what each says of it, and all that is told."""

    matter: Matter
    speaking: Sequence[Cell]
    spoken: dict[str, list[Telling]]
    told: Sequence[Telling]
    names: dict[str, str]

    def pairs(self) -> Iterator[tuple[str, Telling, str, Telling]]:
        """Every two tellings of two accounts, each with its account's name."""
        for one, other in combinations(self.speaking, 2):
            for left, right in product(self.spoken[one.account], self.spoken[other.account]):
                yield self.names[one.account], left, self.names[other.account], right


def weighed(case: Weighing) -> Weight:
    """agree or differ: a shared figure agrees; a position that one takes makes them differ."""
    finders = (_other_dates, _shared_figure, _one_stand, _other_terms, _same_sentence, _positions_told)
    count = "Both" if len(case.speaking) == 2 else "All"
    default = "agree", f"{count} accounts speak of it, and nothing that they say of it conflicts."
    return next((found for find in finders if (found := find(case))), default)


def sentence(words: str) -> str:
    """Words as a sentence of their own."""
    return f"{words[:1].upper()}{words[1:]}."


def _other_dates(case: Weighing) -> Weight | None:
    for here, left, there, right in case.pairs():
        apart = unlike(case.matter, left, right)
        if apart:
            dates = f"{apart.left_says} ({here}), {apart.right_says} ({there})"
            return "differ", f"All speak of it, but with other dates: {dates}."
    return None


def _shared_figure(case: Weighing) -> Weight | None:
    shared = (accord(case.matter, left, right) for _, left, _, right in case.pairs())
    says = next((found.says for found in shared if found), None)
    return ("agree", f"Both accounts give it as {says}.") if says else None


def _one_stand(case: Weighing) -> Weight | None:
    """Where all condemn or praise the same, and take no other position."""
    told = [case.spoken[cell.account] for cell in case.speaking]
    kinds = [{t.statement.act for t in own if t.statement} & acts() for own in told]
    if not (all(kinds) and set.intersection(*kinds) and any(_taken(case))):
        return None
    alike = all(_only_acts(case.matter, own, case.told) for own in told)
    return ("agree", "Both accounts take the same stand on it.") if alike else None


def _other_terms(case: Weighing) -> Weight | None:
    terms = _terms_apart(case.spoken, case.matter)
    apart = "; ".join(f"{case.names[account]}: “{words}”" for account, words in terms)
    return ("differ", f"They do not say the same of it. {sentence(apart)}") if terms else None


def _same_sentence(case: Weighing) -> Weight | None:
    alike = _same_words(case) and any(_taken(case))
    return ("agree", "Both accounts say it in the same words.") if alike else None


def _positions_told(case: Weighing) -> Weight | None:
    return positions(case) if any(_taken(case)) else None


def positions(case: Weighing) -> Weight:
    """What each account says, set side by side."""
    words = dict(reversed(list(_taken(case))))
    parts = (
        f"{name}: “{words.get(name) or told_of(case.matter, case.spoken[account])}”"
        for account, name in ((cell.account, case.names[cell.account]) for cell in case.speaking)
    )
    return "differ", f"They do not say the same of it. {sentence('; '.join(parts))}"


def _taken(case: Weighing) -> Iterator[tuple[str, str]]:
    """The positions that accounts take, each with the account's name."""
    for cell in case.speaking:
        spoken = case.spoken[cell.account]
        first = _first(case.matter, spoken)
        denials = [telling for telling in spoken if _denies(case.matter, telling)]
        for _, words in (
            *_positions(case.matter, first),
            *_positions(case.matter, denials),
            *_contents(_further(first, case.told)),
        ):
            yield case.names[cell.account], words


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


def _same_words(case: Weighing) -> bool:
    """Whether each account tells of it once, in the same words: "an immediate truce", and none denies it."""
    first = [_first(case.matter, case.spoken[cell.account]) for cell in case.speaking]
    if any(len(tellings) != 1 or tellings[0].said != "yes" for tellings in first):
        return False
    told = [frozenset(stems(tellings[0].text)) - small_words("article") for tellings in first]
    return len(set(told)) == 1 and bool(told[0])


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
            if after.said == "denied":
                continue
            text, start = one.record.document.text, one.anchors[-1].end
            if after.record is one.record and "\n" not in text[start : after.anchors[0].start]:
                yield after


def _denies(matter: Matter, telling: Telling) -> bool:
    """Whether a telling denies something of the matter itself: "carried fuel", not "a casino in the zone"."""
    return telling.said == "denied" and not hanging(matter, telling)


def _contents(tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    for telling in tellings:
        at = _position(telling.text)
        if at is not None:
            yield telling.text[at:], excerpt(telling.text, at)


@lru_cache(2048)
def _position(text: str) -> int | None:
    """Where a text takes a position."""
    found = position().search(text)
    return found.start() if found else None


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
