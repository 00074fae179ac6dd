"""Pages of one long text: how long the server takes for each, and how large it comes out.

    python bench/pages.py [WORDS] [--profile PATH]

The shipped examples one after another until there are so many words (5,000 unless told), really read
and kept; each page is asked for through the whole application, a hundred times, without a network.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import gzip
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import starlette.routing

from readout.dossier import Dossier, Source, new
from readout.ingest import Raw, document_of
from readout.read import reader
from readout.web.app import application
from readout.web.intake import Intake
from readout.web.site import Site

ROOT = Path(__file__).parent.parent
PATHS = ("/texts/1", "/review?documents=1", "/search?words=said", "/people", "/ledger", "/timeline", "/")
TURNS = 100


def long_text(words: int) -> bytes:
    """The examples' texts in turn, until there are so many words."""
    texts = [path.read_text("utf-8").strip() for path in sorted((ROOT / "examples").glob("*.txt"))]
    paragraphs: list[str] = []
    while len("\n\n".join(paragraphs).split()) < words:
        paragraphs += texts
    whole = "\n\n".join(paragraphs).split("\n")
    count = 0
    kept = []
    for line in whole:
        count += len(line.split())
        kept.append(line)
        if count >= words:
            break
    return "\n".join(kept).encode()


def filled(folder: str, words: int) -> Dossier:
    """A dossier with the one long text."""
    dossier = new(f"{folder}/pages.dossier")
    raw = Raw("long.txt", long_text(words))
    document = document_of(raw, published="2026-03-02")
    record = reader(1).read(document)
    dossier.add(record, Source(name=raw.name, data=raw.data, by="bench"))
    counts = (len(record.statements), len(record.events), len(record.whens), len(record.amounts))
    told = "{} statements, {} events, {} dates, {} figures".format(*counts)
    print(f"{len(document.text.split())} words, {told}")
    return dossier


Ask = Callable[[str], tuple[int, bytes]]


def asked(dossier: Dossier) -> Ask:
    """Asks the application for a path as a server would, and gives the status and the body."""
    app = application(Site(dossier, "bench", "bench", Intake(dossier)))
    loop = asyncio.new_event_loop()

    async def ask(path: str) -> tuple[int, bytes]:
        bare, _, query = path.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": bare,
            "raw_path": bare.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(b"host", b"127.0.0.1:8000")],
            "server": ("127.0.0.1", 8000),
            "client": ("127.0.0.1", 9),
        }
        status, body = 0, bytearray()

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict[str, object]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(str(message["status"]))
            else:
                body.extend(message.get("body", b""))  # type: ignore[arg-type]

        await app(scope, receive, send)  # type: ignore[arg-type]
        return status, bytes(body)

    return lambda path: loop.run_until_complete(ask(path))


def timed(ask: Ask, path: str) -> None:
    """Tell how long a page takes, after it was seen once."""
    status, body = ask(path)
    walls, works = [], []
    for _ in range(TURNS):
        wall, work = time.perf_counter(), time.process_time()
        ask(path)
        walls.append((time.perf_counter() - wall) * 1000)
        works.append((time.process_time() - work) * 1000)
    slow = sorted(walls)[int(TURNS * 0.95)]
    zipped = len(gzip.compress(body, 6)) / 1000
    print(
        f"{path:<24} {status} {len(body) / 1000:7.0f} kB, {zipped:5.0f} kB zipped;"
        f" median {statistics.median(walls):6.1f} ms, 95% within {slow:6.1f} ms,"
        f" processor {statistics.median(works):6.1f} ms"
    )


async def _at_once(done: Callable[..., object], *told: object) -> object:
    """Run in this thread, which is the one that is watched."""
    return done(*told)


def main() -> None:
    """Fill, ask, tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("words", nargs="?", type=int, default=5_000)
    parser.add_argument("--profile", metavar="PATH")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, filled(folder, told.words) as dossier:
        if told.profile:
            starlette.routing.run_in_threadpool = _at_once  # type: ignore[assignment]
        ask = asked(dossier)
        if told.profile:
            ask(told.profile)
            watch = cProfile.Profile()
            watch.enable()
            for _ in range(10):
                ask(told.profile)
            watch.disable()
            pstats.Stats(watch, stream=sys.stdout).sort_stats("tottime").print_stats(35)
            return
        for path in PATHS:
            timed(ask, path)


if __name__ == "__main__":
    main()
