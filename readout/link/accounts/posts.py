"""Records with their officials set right: whose a bare office is, by the texts and by who put them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.knowledge import load
from readout.link.accounts.issuers import at_home, bare_office, heading, issuer, mostly
from readout.link.accounts.owners import Owner, owned
from readout.link.accounts.sides import country_of, harmonised, load_names, stated
from readout.link.accounts.silences import goes_by
from readout.link.lexicon import official
from readout.model.actor import Actor
from readout.model.record import Record


def settled(records: Sequence[Record]) -> tuple[list[Record], list[Owner]]:
    """The records with the countries of their people as the texts state them, and whose each text is.

    >>> # "her Togolese counterpart, Yawa Agbodjan" in one text -> TGO in both
    """
    records = [_unglued(record) for record in _of_their_time(records)]
    homes = [at_home(record, records) for record in records]
    records = harmonised(records, {n: s for home in homes for n, s in home.items() if not bare_office(n)})
    records = [_placed(record, home) for record, home in zip(records, homes, strict=True)]
    owners = owned(records)
    records = _reclaimed(records, owners)
    return [_of(record, records, owner) for record, owner in zip(records, owners, strict=True)], owners


def _reclaimed(records: Sequence[Record], owners: Sequence[Owner]) -> list[Record]:
    """The records with people set right to whom the other side's country was lent in their own text.

    >>> # "Qatar's energy minister said … Sheikh Ali Orr said …" in a text of Qatar on a visit from Peru
    """
    sides = {owner.side for owner in owners if owner.side}
    own = {
        actor.name: owner.side
        for record, owner in zip(records, owners, strict=True)
        if owner.side and country_of(owner.side)
        for actor in record.actors
        if actor.kind == "person" and actor.country in sides - {owner.side} and _lent(actor, records)
        if mostly(record, actor, records)
    }
    return [_placed(record, own) for record in records] if own else list(records)


def _lent(actor: Actor, records: Sequence[Record]) -> bool:
    """Whether nothing in any text says of a person which country he is of."""
    same = [(r, a) for r in records for a in r.actors if a.kind == "person" and a.name == actor.name]
    named = (m.exact for _, a in same for m in a.mentions)
    called = official().search(actor.name) or any(map(load_names, named))
    return bool(same) and not any(stated(r, a) for r, a in same) and not called


def _unglued(record: Record) -> Record:
    """A record whose people bear no country's name that ends their office: "Minister of Peru Ada Orr"."""
    actors = tuple(_bare(record, actor) for actor in record.actors)
    return replace(record, actors=actors) if actors != record.actors else record


def _bare(record: Record, actor: Actor) -> Actor:
    land, _, name = actor.name.partition(" ")
    country = load().country(land) if actor.kind == "person" and " " in name else None
    text = record.document.text
    held = (m for m in actor.mentions if m.exact.startswith(land) and m.kind == "name")
    if country is None or not any(text[max(0, m.start - 4) : m.start] == " of " for m in held):
        return actor
    return replace(actor, name=name, country=country.iso3, code=None)


def _of_their_time(records: Sequence[Record]) -> list[Record]:
    """The records with one country for a state and for the one that it became, where a text names the old.

    >>> # "the Soviet Union" in one text and "Moscow" in the other, of 1978 -> SUN in both
    """
    named = {actor.country for record in records for actor in record.actors}
    told = ((old, new) for old, new, until in BECAME if old in named and _before(records, until))
    renamed: dict[str | None, str] = {new: old for old, new in told}
    return [_renamed(record, renamed) for record in records] if renamed else list(records)


def _renamed(record: Record, names: dict[str | None, str]) -> Record:
    return replace(
        record,
        actors=tuple(
            replace(actor, country=names[actor.country], code=None) if actor.country in names else actor
            for actor in record.actors
        ),
    )


def _before(records: Sequence[Record], year: str) -> bool:
    return all((record.document.published or "9999") < year for record in records)


BECAME = (("SUN", "RUS", "1992"),)
"""States, what they became, and until when."""


def _of(record: Record, records: Sequence[Record], owner: Owner) -> Record:
    """A record whose own offices are those of its side, where no line above it says so."""
    if owner.house:
        return replace(
            record, actors=tuple(_of_house(record, actor, owner.side or "") for actor in record.actors)
        )
    if owner.side is None or not country_of(owner.side) or issuer(heading(record)):
        return record
    found = at_home(record, records, owner.side)
    return _placed(record, found if owner.release else {n: s for n, s in found.items() if bare_office(n)})


def _of_house(record: Record, actor: Actor, house: str) -> Actor:
    """An actor in a text of a company or a league, freed of a country that nothing near it names."""
    if actor.kind != "person" and actor.country and goes_by(house, actor.name) and actor.name in house:
        return replace(actor, country=None, sector=None, code=None, kind="organization")
    lent = actor.country is not None and actor.known_as is None and not load_names(actor.name)
    if lent and actor.kind == "person" and not stated(record, actor):
        return replace(actor, country=None, sector=None, code=None)
    if lent and actor.kind == "government" and house != actor.country:
        return replace(actor, country=None, sector=None, code=None, kind="organization")
    return actor


def _placed(record: Record, sides: dict[str, str]) -> Record:
    actors = tuple(
        replace(actor, country=country_of(sides[actor.name]), sector=actor.sector or "GOV", code=None)
        if actor.kind == "person" and sides.get(actor.name, actor.country) != actor.country
        else actor
        for actor in record.actors
    )
    return replace(record, actors=actors)
