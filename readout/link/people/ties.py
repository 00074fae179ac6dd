"""What people said of who is who, before any rule: joined and kept apart, the latest word counting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from readout.model.identity import Tie


def grouped(ties: Sequence[Tie], known: Collection[str]) -> tuple[Mapping[str, str], Mapping[str, set[str]]]:
    """The group of each appearance that somebody spoke of, and from which other groups each is apart.

    Of words that cannot both hold the later one does. Appearances that are no longer there are passed over.

    >>> groups, barred = grouped([Tie(True, ("i1",), ("i2",)), Tie(False, ("i1",), ("i2",))], {"i1", "i2"})
    >>> groups["i1"] == groups["i2"], barred[groups["i1"]] == {groups["i2"]}
    (False, True)
    """
    said = _Said()
    for tie in reversed(ties):
        left, right = ([key for key in side if key in known] for side in (tie.left, tie.right))
        if tie.same:
            said.join([*left, *right])
        else:
            said.join(left)
            said.join(right)
            said.part(left, right)
    keys = list(said.over)
    return {key: said.group(key) for key in keys}, said.barred()


class _Said:
    def __init__(self) -> None:
        self.over: dict[str, str] = {}
        self.apart: defaultdict[str, set[str]] = defaultdict(set)

    def group(self, key: str) -> str:
        self.over.setdefault(key, key)
        while self.over[key] != key:
            self.over[key] = self.over[self.over[key]]
            key = self.over[key]
        return key

    def join(self, keys: Sequence[str]) -> None:
        for key in keys[1:]:
            one, other = self.group(keys[0]), self.group(key)
            if one != other and other not in self.apart[one]:
                self.over[other] = one
                for third in self.apart.pop(other, set()):
                    self.apart[third].discard(other)
                    self.apart[third].add(one)
                    self.apart[one].add(third)

    def part(self, left: Sequence[str], right: Sequence[str]) -> None:
        for one in {self.group(key) for key in left}:
            for other in {self.group(key) for key in right} - {one}:
                self.apart[one].add(other)
                self.apart[other].add(one)

    def barred(self) -> dict[str, set[str]]:
        return {
            group: set(self.apart.get(group, ())) for group in {self.group(key) for key in list(self.over)}
        }
