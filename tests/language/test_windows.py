"""Windows: every word in exactly one core."""

from hypothesis import given
from hypothesis import strategies as st

from readout.language.spelling import Spelling
from readout.language.windows import CORE, LEFT, RIGHT, cut


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", ".", "”", "B"]), st.integers(0, 3), st.integers(1, 8)), max_size=900
    )
)
def test_cores_cover_every_word_once(words: list[tuple[str, int, int]]) -> None:
    spelling = Spelling(tuple(w for w, _, _ in words), tuple(g for _, g, _ in words))
    sizes = [s for _, _, s in words]
    windows = list(cut(spelling, sizes))
    assert [i for w in windows for i in range(w.core_first, w.core_last)] == list(range(len(words)))
    for window in windows:
        assert window.first <= window.core_first < window.core_last <= window.last
        assert sum(sizes[window.first : window.last]) <= CORE + LEFT + RIGHT


def test_a_core_ends_with_a_paragraph_where_it_can() -> None:
    words = ["word"] * 300
    gaps = [1] * 300
    gaps[140] = 3
    first = next(iter(cut(Spelling(tuple(words), tuple(gaps)), [1] * 300)))
    assert first.core_last == 140
