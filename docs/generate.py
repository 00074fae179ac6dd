"""Write the generated parts of the documentation anew: help texts, the record's schema.

    python docs/generate.py

``tests/test_docs.py`` fails while what is written differs from what the code says.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parent
BLOCK = re.compile(r"(<!-- help: (\w+) -->\n```text\n).*?(```)", re.DOTALL)
DRIVING = ("FORCE_COLOR", "GITHUB_ACTIONS", "PY_COLORS", "FORCE_TERMINAL")


def help_of(command: str) -> str:
    """What ``readout COMMAND --help`` prints on 80 columns without colour."""
    surroundings = {name: value for name, value in os.environ.items() if name not in DRIVING}
    surroundings |= {"COLUMNS": "80", "TERMINAL_WIDTH": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv[0] = 'readout'; from readout.cli.main import main; main()",
            command,
            "--help",
        ],
        env=surroundings,
        capture_output=True,
        check=True,
    )
    return "\n".join(line.rstrip() for line in ran.stdout.decode().strip("\n").splitlines()).strip("\n")


def with_help(page: str) -> str:
    """The page with every help text as it is now."""
    return BLOCK.sub(lambda found: found[1] + help_of(found[2]) + "\n" + found[3], page)


def generated() -> dict[Path, str]:
    """Every page with generated parts, as it should be."""
    from readout.export.json import schema

    pages = {path: with_help(path.read_text("utf-8")) for path in sorted((DOCS / "commands").glob("*.md"))}
    return pages | {DOCS / "record.schema.json": schema().decode() + "\n"}


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, "utf-8")
