"""Sources and contents go to the cue that their words point at."""

import numpy as np

from readout.language.decode.attribution import bind


def links(pairs: list[int]) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    return np.array(pairs)[:, None], np.zeros((len(pairs), 1))


def test_a_source_and_its_content_share_a_cue() -> None:
    # Mira said rain comes
    targets, logs = links([1, 1, 1, 1])
    found = bind([(0, 1, "source", 0.9), (1, 2, "cue", 0.9), (2, 4, "content", 0.9)], targets, logs)
    assert [(a.cue, a.sources, a.contents) for a in found] == [((1, 2), ((0, 1),), ((2, 4),))]


def test_a_content_that_points_nowhere_stands_alone() -> None:
    targets, logs = links([3, 3, 3, 3])
    found = bind([(0, 2, "content", 0.8)], targets, logs)
    assert [(a.cue, a.contents) for a in found] == [(None, ((0, 2),))]


def test_two_cues_each_keep_their_own() -> None:
    # A says x , B says y
    targets, logs = links([1, 1, 1, 1, 5, 5, 5])
    tagged = [
        (0, 1, "source", 1.0),
        (1, 2, "cue", 1.0),
        (2, 3, "content", 1.0),
        (4, 5, "source", 1.0),
        (5, 6, "cue", 1.0),
        (6, 7, "content", 1.0),
    ]
    assert [(a.cue, a.sources) for a in bind(tagged, targets, logs)] == [
        ((1, 2), ((0, 1),)),
        ((5, 6), ((4, 5),)),
    ]
