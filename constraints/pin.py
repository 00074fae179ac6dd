"""Write run.txt and dev.txt anew: every dependency with its version and the hashes of its files.

    python constraints/pin.py        # needs pip-tools; run it from the root of the repository

The files name no registry: pip takes the packages from wherever it is set up to look.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parent / "pyproject.toml"
QUIET = ["--quiet", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
EXACT = [
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-emit-trusted-host",
    "--no-emit-options",
]


def pin(sources: list[str], output: Path) -> None:
    """Resolve the sources into one file of exact versions and hashes."""
    command = [sys.executable, "-m", "piptools", "compile", *QUIET, *EXACT, "-o", str(output), *sources]
    subprocess.run(command, check=True)


def main() -> None:
    """Pin what runs, then what develops on top of the very same versions."""
    pin([str(PROJECT)], HERE / "run.txt")
    group = tomllib.loads(PROJECT.read_text())["dependency-groups"]["dev"]
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "dev.in"
        wanted.write_text("\n".join([f"-c {(HERE / 'run.txt').resolve()}", *group]) + "\n")
        pin([str(PROJECT), str(wanted)], HERE / "dev.txt")


if __name__ == "__main__":
    main()
