"""The best pairing of two sets (the Hungarian method)."""

from __future__ import annotations

from collections.abc import Sequence


def best_total(alike: Sequence[Sequence[float]]) -> float:
    """The greatest sum of likenesses when each row is paired with at most one column and the reverse.

    >>> best_total([[0.9, 0.8], [0.8, 0.1]])
    1.6
    """
    if not alike or not alike[0]:
        return 0.0
    if len(alike) > len(alike[0]):
        alike = list(zip(*alike, strict=True))
    rows, columns = len(alike), len(alike[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    paired = [0] * (columns + 1)
    for row in range(1, rows + 1):
        paired[0], at = row, 0
        least, came = [float("inf")] * (columns + 1), [0] * (columns + 1)
        used = [False] * (columns + 1)
        while True:
            used[at] = True
            held, step, following = paired[at], float("inf"), 0
            for column in range(1, columns + 1):
                if used[column]:
                    continue
                cost = -alike[held - 1][column - 1] - of_row[held] - of_column[column]
                if cost < least[column]:
                    least[column], came[column] = cost, at
                if least[column] < step:
                    step, following = least[column], column
            for column in range(columns + 1):
                if used[column]:
                    of_row[paired[column]] += step
                    of_column[column] -= step
                else:
                    least[column] -= step
            at = following
            if not paired[at]:
                break
        while at:
            paired[at], at = paired[came[at]], came[at]
    return sum(alike[paired[column] - 1][column - 1] for column in range(1, columns + 1) if paired[column])
