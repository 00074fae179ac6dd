"""Draw the README's picture anew: the brief of an example as the terminal shows it, as SVG.

python docs/picture.py        # ``make picture`` does
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

import readout
from readout.export.text import brief

ROOT = Path(__file__).parent.parent
WIDTH = 92
LINES = 44
NIGHT = TerminalTheme(
    (27, 29, 33),
    (222, 222, 216),
    [
        (60, 63, 70),
        (240, 128, 116),
        (134, 204, 146),
        (232, 196, 106),
        (122, 176, 240),
        (206, 156, 232),
        (110, 204, 210),
        (222, 222, 216),
    ],
)


def picture() -> str:
    """The first lines of a brief, drawn without any font from the network."""
    record = readout.read(ROOT / "examples" / "border.txt")
    rows = brief(record, width=WIDTH, color=True).splitlines()[:LINES]
    console = Console(record=True, width=WIDTH + 2, file=io.StringIO(), force_terminal=True)
    for row in rows:
        console.print(Text.from_ansi(" " + row))
    drawn = console.export_svg(title="readout read examples/border.txt", theme=NIGHT, unique_id="readout")
    return re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)


if __name__ == "__main__":
    (ROOT / "docs" / "brief.svg").write_text(picture(), "utf-8")
