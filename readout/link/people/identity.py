"""The same actor in many records: one identity with reasons; unsure pairs are suggestions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from readout.knowledge.spelling import day, folded
from readout.link.people.pairs import Gathered, Pair, proposals
from readout.link.people.someone import Someone, bare, distinct, initials, partly
from readout.link.people.ties import grouped
from readout.model.identity import Appearance, Identities, Identity, Member, Suggestion, Tie, keys_of, listed
from readout.model.record import Record

VERSION = "3"
"""Of the rules: another one makes identities that are kept be made anew."""
DOMINANT = 5
"""How many times as often as a namesake somebody must appear for a further text to mean them."""


def identities(records: Iterable[Record]) -> Identities:
    """Who is who: "Volodymyr Zelenskyy" of one record and "Zelensky", Ukraine's president, of another.

    A surname alone never joins two; country, office and time must say it too, and nobody else may fit.
    """
    return identified([one for record in records for one in appearances(record)])


def appearances(record: Record) -> Iterator[Appearance]:
    """The actors of a record who can be told again elsewhere."""
    when, keys = day(record.document.published), keys_of(record.document.id, record.actors)
    for actor in record.actors:
        how = {mention.kind for mention in actor.mentions}
        told = listed(actor.kind, actor.name, actor.country, actor.known_as, how)
        if not told or actor.id not in keys:
            continue
        yield Appearance(
            keys[actor.id],
            Member(record.document.id, actor.id),
            actor.name,
            actor.kind,
            actor.country,
            actor.offices,
            actor.known_as,
            tuple(dict.fromkeys(one.exact for one in actor.mentions if one.kind == "name")),
            when,
        )


def identified(found: Sequence[Appearance], ties: Sequence[Tie] = ()) -> Identities:
    """Who is who among appearances, the first texts first; what people said of them (``ties``) comes first.

    >>> vik = Appearance("i1", Member("sha256:0", "a1"), "Tor Vik", "person", "NOR", day="2026-03-02")
    >>> identified([vik]).identities[0].name
    'Tor Vik'
    """
    people = joined(found, ties)
    under = Gathered(people)
    pairs = [pair for one in people for pair in proposals(one, under)]
    return Identities(tuple(map(identity, people)), tuple(sorted(map(suggestion, pairs), key=_least_said)))


def joined(found: Sequence[Appearance], ties: Sequence[Tie] = ()) -> list[Someone]:
    """The same before it is written down: whom the rules make one."""
    people = list(_begun([one for one in found if not bare(one)], ties))
    for rule in RULES:
        people = _joined(people, rule)
    return people


def suggestion(pair: Pair) -> Suggestion:
    """Two that may be one, as it is written down."""
    one, other, why, against = pair
    return Suggestion(one.id, other.id, why, against)


def _least_said(pair: Suggestion) -> int:
    return len(pair.against) - len(pair.reasons)


def _begun(found: Sequence[Appearance], ties: Sequence[Tie]) -> Iterator[Someone]:
    """Whom people joined; whom the facts, or the full name and the country, make one at once; all others."""
    groups, barred = grouped(ties, {one.key for one in found})
    alike: dict[object, list[Appearance]] = {}
    seen: set[tuple[object, str]] = set()
    for one in found:
        group: object = groups.get(one.key) or _plainly(one)
        if group is None or (not _by_known(group) and (group, one.member.document) in seen):
            group = one.key
        seen.add((group, one.member.document))
        alike.setdefault(group, []).append(one)
    for group, several in alike.items():
        someone = Someone.of(several)
        if group in barred:
            someone.groups, someone.barred = {str(group)}, set(barred[str(group)])
        if len(several) > 1:
            someone.reasons = ["a person said so"] if isinstance(group, str) else list(_why(someone))
        yield someone


def _plainly(one: Appearance) -> tuple[str, ...] | None:
    """What makes an appearance one with all others of which it is so as well."""
    person = one.kind == "person"
    if one.known_as:
        return ("known", one.known_as, str(person))
    if one.country and (" " in one.name.strip() or not person):
        return ("named", folded(one.name), one.country, str(person))
    return None


def _by_known(group: object) -> bool:
    return isinstance(group, str) or (isinstance(group, tuple) and group[0] == "known")


def _why(someone: Someone) -> Iterator[str]:
    """Why appearances that are plainly the same are."""
    if someone.known:
        yield f"known in the world facts as {min(someone.known)}"
        return
    yield "full name" if someone.person else "name"
    yield "country"
    if someone.person:
        yield from someone.within()


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may be joined: under which keys one is looked for, and why two are one (nothing: they are not)."""

    keys: Callable[[Someone], Iterable[object]]
    why: Callable[[Someone, Someone], tuple[str, ...]]


def _joined(people: Sequence[Someone], rule: Rule) -> list[Someone]:
    """One pass of a rule: each is joined to the one that fits, where only one does."""
    kept: list[Someone] = []
    order = {id(one): number for number, one in enumerate(people)}
    under: defaultdict[object, list[Someone]] = defaultdict(list)
    # Those with a country come first, so that one without is compared with all of them.
    for one in sorted(people, key=lambda someone: not someone.countries):
        keys = list(rule.keys(one))
        near = {order[id(other)]: other for key in keys for other in under[key]}
        fits = [(near[place], why) for place in sorted(near) if (why := rule.why(near[place], one))]
        fit = _fit(fits)
        if fit is None:
            one.unsure = one.unsure or bool(fits)
            kept.append(one)
        else:
            fit[0].take(one, fit[1])
            one = fit[0]
            keys = [key for key in keys if one not in under[key]]
        for key in keys:
            under[key].append(one)
    return sorted(kept, key=lambda someone: order[id(someone)])


def _fit(fits: list[tuple[Someone, tuple[str, ...]]]) -> tuple[Someone, tuple[str, ...]] | None:
    """The only one that fits, or the one for whom most speaks; else the one that is left open already."""
    sure = [fit for fit in fits if not fit[0].unsure]
    if len(sure) > 1:
        most = max(len(why) for _, why in sure)
        best = [fit for fit in sure if len(fit[1]) == most and len(fits) == len(sure)]
        best.sort(key=lambda fit: -len(fit[0].found))
        if len(best) == 1 or (best and len(best[0][0].found) >= DOMINANT * len(best[1][0].found)):
            return best[0]
        sure = []
    return sure[0] if sure else next((fit for fit in fits if fit[0].unsure), None)


def _by_facts(one: Someone, other: Someone) -> tuple[str, ...]:
    same = one.known & other.known
    barred = one.barred & other.groups
    if not same or barred or one.person != other.person:
        return ()
    return (f"known in the world facts as {min(same)}",)


def _by_name(one: Someone, other: Someone) -> tuple[str, ...]:
    """The same full name; people need a country, an office or nearness in time besides."""
    if one.person != other.person or one.folded != other.folded or one.apart(other):
        return ()
    reasons = one.agreeing(other)
    if one.person:
        return ("full name", *reasons) if " " in one.folded and reasons else ()
    if one.countries != other.countries or not (one.countries or one.distinct):
        return ()
    return ("name", *(reason for reason in reasons if reason == "country"))


def _by_alias(one: Someone, other: Someone) -> tuple[str, ...]:
    """A body that one text calls by both names; its country or its initials must say it too."""
    if one.person or other.person or one.apart(other) or one.folded == other.folded:
        return ()
    called = next(iter({one.folded, other.folded} & (one.called & other.called)), None)
    if called is None:
        return ()
    short, long = sorted((one, other), key=lambda someone: len(someone.name))
    short_for = len(short.name) > 2 and initials(long.name) == short.folded.replace(" ", "")
    reasons = (
        *(["country"] if one.countries & other.countries else []),
        *(["initials"] if short_for else []),
    )
    return (f"also called {short.name}", *reasons) if reasons else ()


def _by_office(one: Someone, other: Someone) -> tuple[str, ...]:
    """A surname with the same office of the same country within a year."""
    if not (one.person and other.person) or one.apart(other) or not partly(one.folded, other.folded):
        return ()
    reasons = one.agreeing(other)
    return ("surname", *reasons) if {"office", "country", "time"} <= set(reasons) else ()


RULES = (
    Rule(lambda one: one.known, _by_facts),
    Rule(lambda one: (one.folded,) if not one.person or " " in one.folded else (), _by_name),
    Rule(lambda one: () if one.person else one.called, _by_alias),
    Rule(
        lambda one: (
            (end, country, office)
            for end in (one.ends if one.person else ())
            for country in one.countries
            for office in one.offices
        ),
        _by_office,
    ),
)


def identity(one: Someone) -> Identity:
    """Somebody as it is written down."""
    countries, known = one.countries, sorted(one.known)
    return Identity(
        one.id,
        one.name,
        one.kind,
        tuple(each.member for each in one.found),
        next(iter(countries)) if len(countries) == 1 else None,
        distinct(title for each in one.found for title in each.offices),
        tuple(one.reasons),
        known[0] if known else None,
        tuple(dict.fromkeys(name for each in one.found for name in (each.name, *each.names))),
        tuple(each.key for each in one.found),
    )
