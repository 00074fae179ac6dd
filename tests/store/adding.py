"""A process that adds documents until it is killed: python adding.py ADDRESS FIRST LAST.

Each document has a hundred statements, so that there is something to be torn in the middle. Says
``done N`` when document N is kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from readout.dossier import opened
from tests.store.makers import record_of, source


def text_of(number: int) -> str:
    """The text of the document with a number."""
    return " ".join(f"Speaker {part} said that ship {number} sailed {part} times." for part in range(100))


def main() -> None:
    address, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with opened(address) as dossier:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        for number in range(first, last):
            text = text_of(number)
            url = f"https://paper.example/{number // 3}"
            dossier.add(record_of(text, url=url, published="2026-03-02"), source(text, f"{number}.txt"))
            sys.stdout.write(f"done {number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
