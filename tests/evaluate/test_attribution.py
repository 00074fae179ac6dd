"""The scorer: what counts as the same attribution."""

from readout.evaluate.attribution import Triple, annotated, score


def triple(source: str, cue: str, content: str) -> Triple:
    return Triple(*(frozenset(map(int, numbers.split())) for numbers in (source, cue, content)))


def test_the_same_attribution_scores_full() -> None:
    text = "Ada said rain comes"
    gold = [triple("0", "1", "2 3")]
    assert set(score([(text, gold, gold)]).values()) == {100.0}


def test_half_the_content_is_enough_but_not_exact() -> None:
    figures = score([("Ada said rain comes", [triple("0", "1", "2 3")], [triple("0", "1", "2")])])
    assert figures["content"] == 100.0
    assert figures["exact content"] == 0.0


def test_another_source_is_not_linked() -> None:
    figures = score([("Ada Bo said rain", [triple("0", "2", "3")], [triple("1", "2", "3")])])
    assert (figures["content"], figures["with source"]) == (100.0, 0.0)


def test_brat_notes_are_read() -> None:
    notes = "T1\tSource 0 3\tAda\nT2\tCue 4 8\tsaid\nT3\tContent 9 13;20 24\train\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3"
    assert annotated(notes)[0]["Content"] == [(9, 13), (20, 24)]
