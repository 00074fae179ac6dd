"""The gate: what falls is named, what rises is kept."""

from readout.evaluate.gate import fallen, lifted

FLOORS = {"data": {"own": "x"}, "floors": {"own": {"content": 90.0}}}


def test_a_fallen_figure_is_named() -> None:
    assert fallen(FLOORS, {"own": {"content": 88.0}}, {"own": "x"}) == ["own content is 88.0, its floor 90.0"]


def test_other_data_is_refused() -> None:
    assert "the data of own changed" in fallen(FLOORS, {"own": {"content": 95.0}}, {"own": "y"})[0]


def test_a_floor_rises_and_never_sinks() -> None:
    up = lifted(FLOORS, {"own": {"content": 95.0}}, {"own": "x"})
    down = lifted(FLOORS, {"own": {"content": 80.0}}, {"own": "x"})
    assert up["floors"] == {"own": {"content": 95.0}}
    assert down["floors"] == {"own": {"content": 90.0}}
