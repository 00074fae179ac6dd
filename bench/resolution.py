"""What resolution adds to the time of a reading, measured on this machine.

    python bench/resolution.py [--runs 15] [--json]

story       processor time of a story of about 600 words, everything together, one thread, model loaded
links       of it the time in which mentions are linked within the text (coreference: pairs, scores, chains)
actors      of it the time in which actors are made of names, phrases and pronouns: all lookups of
            knowledge, all linking, and the finding of the phrases too
adds        links and actors together as a share of all the rest: what a reading without them would take

All of ``find_actors`` counts, though a reading without resolution would look for names as well: the share
is an upper bound. Every run reads another story; the median of the runs is shown.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from typing import Any

from speed import story


def measured(runs: int) -> dict[str, float]:
    """The figures above, the times in seconds."""
    from readout.extract import actors
    from readout.ingest import document_of_text
    from readout.language import engine
    from readout.read import reader

    spent = {"links": 0.0, "actors": 0.0}
    _timed(engine, "resolve", spent, "links")
    _timed(actors, "find_actors", spent, "actors")
    reader(1).read(document_of_text(story(600, 0)))
    taken = []
    for seed in range(1, runs + 1):
        text = story(600, seed)
        spent.update(links=0.0, actors=0.0)
        start = time.process_time()
        reader(1).read(document_of_text(text))
        whole = time.process_time() - start
        inside = sum(spent.values())
        taken.append((whole, spent["links"], spent["actors"], inside / (whole - inside)))
    columns = zip(*taken, strict=True)
    return dict(zip(("story_s", "links_s", "actors_s", "adds"), map(statistics.median, columns), strict=True))


def _timed(place: object, name: str, spent: dict[str, float], under: str) -> None:
    """Add up the time spent in a function of a module."""
    honest: Callable[..., Any] = getattr(place, name)

    def timed(*given: object, **named: object) -> object:
        start = time.process_time()
        try:
            return honest(*given, **named)
        finally:
            spent[under] += time.process_time() - start

    setattr(place, name, timed)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    figures = measured(asked.runs)
    if asked.json:
        print(json.dumps({name: round(value, 4) for name, value in figures.items()}))
        return
    for name, value in figures.items():
        print(f"{name:<12} {value:,.4f}")


if __name__ == "__main__":
    main()
