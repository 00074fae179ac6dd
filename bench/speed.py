"""Speed and memory of reading, measured on this machine.

    python bench/speed.py [--stories 1000] [--json]

help        wall time of ``readout --help``, the best of five
story       processor time of a story of about 600 words, everything together, one thread, model loaded
share       the same, divided by the time of the encoder's own pass over it, the median of several runs
throughput  words a second over many generated stories with all cores, start-up included
memory      peak of the whole run over those stories: every process's own share (PSS) added up
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does, before numpy is imported
ROOT = Path(__file__).parent.parent
EXAMPLES = ("border.txt", "call.txt", "pledge.txt", "trade.txt")


def paragraphs() -> list[str]:
    """The paragraphs of the examples."""
    texts = [(ROOT / "examples" / name).read_text("utf-8") for name in EXAMPLES]
    return [paragraph for text in texts for paragraph in text.split("\n\n") if len(paragraph.split()) > 15]


def story(words: int, seed: int) -> str:
    """A generated story of about so many words, paragraphs of the examples shuffled."""
    pool, chosen = paragraphs(), []
    order = random.Random(seed)
    while sum(len(paragraph.split()) for paragraph in chosen) < words - 20:
        chosen.append(order.choice(pool))
    return "\n\n".join(chosen)


def help_time() -> float:
    """The best wall time of ``readout --help``."""
    command = [sys.executable, "-m", "readout.cli.main", "--help"]
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return min(taken)


def one_story(runs: int = 15) -> tuple[float, float, float, int]:
    """Seconds for everything, for the encoder alone, their ratio and the words of one story on one thread.

    The ratio is taken within each run, so that a machine that is slow for a while is slow for both. Every
    run reads another story: what is remembered of a text must not help.
    """
    from readout.ingest import document_of_text
    from readout.read import reader

    spent, taken = [0.0], []
    _timed(reader(1).engine, spent)
    reader(1).read(document_of_text(story(600, 0)))
    texts = [story(600, seed) for seed in range(1, runs + 1)]
    for text in texts:
        spent[0], start = 0.0, time.process_time()
        reader(1).read(document_of_text(text))
        taken.append((time.process_time() - start, spent[0]))
    whole, alone = (statistics.median(column) for column in zip(*taken, strict=True))
    words = round(statistics.median(len(text.split()) for text in texts))
    return whole, alone, statistics.median(each / encoder for each, encoder in taken), words


def _timed(engine: object, spent: list[float]) -> None:
    """Add up the time that the engine's model spends inside the encoder's session."""
    model = engine.model  # type: ignore[attr-defined]
    encoder = model.encoder
    honest = encoder.encode

    class Timed:
        def encode(self, *given: object, **named: object) -> object:
            start = time.process_time()
            try:
                return honest(*given, **named)
            finally:
                spent[0] += time.process_time() - start

        def __getattr__(self, name: str) -> object:
            return getattr(encoder, name)

    engine.model = replace(model, encoder=Timed())  # type: ignore[attr-defined]


def many(count: int) -> tuple[float, int, int]:
    """Seconds, words and peak bytes of ``readout read`` over a folder of generated stories."""
    with tempfile.TemporaryDirectory() as name:
        folder, words = Path(name), 0
        for number in range(count):
            text = story(600, number)
            words += len(text.split())
            (folder / f"{number:05}.txt").write_text(text, "utf-8")
        command = [
            sys.executable,
            "-m",
            "readout.cli.main",
            "read",
            name,
            "--format",
            "jsonl",
            "--out",
            name + "/out",
        ]
        start, peak = time.perf_counter(), 0
        ran = subprocess.Popen(command)
        while ran.poll() is None:
            peak = max(peak, _memory(ran.pid))
            time.sleep(0.25)
        return time.perf_counter() - start, words, peak


def _memory(root: int) -> int:
    """Bytes of a process and all its descendants, shared pages counted once (Linux)."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    family = {root}
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(_share(pid) for pid in family)


def _share(pid: int) -> int:
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:"))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    whole, encoder, share, words = one_story()
    figures = {
        "help_s": help_time(),
        "story_s": whole,
        "story_words": words,
        "encoder_s": encoder,
        "share": share,
    }
    if asked.stories:
        taken, total, peak = many(asked.stories)
        figures |= {
            "stories": asked.stories,
            "words_per_s": total / taken,
            "stories_s": taken,
            "peak_mb": peak / 1e6,
        }
    if asked.json:
        print(json.dumps({name: round(value, 3) for name, value in figures.items()}))
        return
    for name, value in figures.items():
        print(f"{name:<12} {value:,.3f}")


if __name__ == "__main__":
    main()
