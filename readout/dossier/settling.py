"""Putting identities together: all of them, or only those whom a change can reach."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from readout.link.people.again import again
from readout.link.people.handles import handles
from readout.link.people.identity import identity, joined, suggestion
from readout.link.people.outline import outlined, remembered
from readout.link.people.pairs import Gathered, proposals
from readout.link.people.someone import Someone
from readout.model.identity import Appearance, Tie
from readout.store import identities, outlines

if TYPE_CHECKING:
    from sqlalchemy import Connection


def settle_all(connection: Connection, ties: Sequence[Tie]) -> None:
    """Put everybody together anew."""
    found, where = identities.everyone(connection)
    people = joined(found, ties)
    under = Gathered(people)
    identities.save(connection, map(identity, people), where)
    identities.suggest(connection, (suggestion(pair) for one in people for pair in proposals(one, under)))
    _remember(connection, people)


def resettle(connection: Connection, changed: identities.Changed, ties: Sequence[Tie]) -> None:
    """Put those together again whom the changes can reach; all others stay who they are."""
    kept = Kept(connection)
    touched = changed.identities | identities.identities_in(connection, changed.documents)
    fresh, where = identities.unowned(connection, changed.documents)
    change = again(kept, touched, fresh, ties)
    where |= kept.where
    identities.save(connection, map(identity, change.people), where, instead=change.gone)
    pairs = (suggestion(pair) for found in change.proposed.values() for pair in found)
    identities.suggest(connection, pairs, proposers=change.proposed.keys())
    _remember(connection, change.people, instead=change.gone)


def _remember(
    connection: Connection, people: Sequence[Someone], *, instead: Collection[str] | None = None
) -> None:
    lines = {one.id: outlined(one) for one in people}
    outlines.save(connection, lines, {one.id: handles(one) for one in people}, instead=instead)


class Kept:
    """What the dossier remembers of who was who; nothing is read twice."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.where: identities.Kept = {}
        self.found: dict[str, list[Appearance]] = {}
        self.people: dict[str, Someone] = {}
        self.ids: dict[str, list[str]] = {}

    def appearances(self, ids: Collection[str]) -> list[Appearance]:
        """The appearances that belong to these, as they are today."""
        new = sorted(set(ids) - self.found.keys())
        self.found |= {id: [] for id in new}
        found, where = identities.of_identities(self.connection, new)
        self.where |= where
        for one in found:
            self.found[where[one.key][2] or ""].append(one)
        return [one for id in ids for one in self.found[id]]

    def owners(self, keys: Collection[str]) -> set[str]:
        """To whom appearances of these keys belong."""
        return identities.owners(self.connection, sorted(keys))

    def outlines(self, ids: Collection[str]) -> dict[str, Someone]:
        """These as they were, by id."""
        lines = outlines.kept(self.connection, set(ids) - self.people.keys())
        self.people |= {id: remembered(line) for id, line in lines}
        return {id: self.people[id] for id in ids if id in self.people}

    def under(self, words: Collection[str]) -> Mapping[str, Sequence[Someone]]:
        """Those who stood under these handles."""
        new = set(words) - self.ids.keys()
        self.ids |= {word: [] for word in new}
        for word, id in outlines.under(self.connection, new):
            self.ids[word].append(id)
        people = self.outlines({id for word in words for id in self.ids[word]})
        return {word: [people[id] for id in self.ids[word]] for word in words}
