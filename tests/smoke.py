"""Build the wheel, install it into an empty environment without development dependencies, and use it.

    python tests/smoke.py        # from the root of the repository; ``make smoke`` does

Fails when the wheel lacks a file that it needs, or when code leans on a development dependency.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STORY = "The minister said on Monday that the bridge would open in May. “It is safe,” she said."


def _run(*command: str | Path, **given: object) -> str:
    ran = subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE, **given)  # type: ignore[call-overload]
    return str(ran.stdout.decode())


def main() -> None:
    """Build, install, read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
        _run(*build)
        (wheel,) = folder.glob("*.whl")
        venv.create(folder / "clean", with_pip=True)
        bin_ = folder / "clean" / ("Scripts" if os.name == "nt" else "bin")
        pip = [bin_ / "python", "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        _run(*pip, "--require-hashes", "-r", ROOT / "constraints" / "run.txt")
        _run(*pip, "--no-deps", wheel)
        _run(bin_ / "python", "-m", "pip", "check")
        read = [bin_ / "readout", "read", "-", "--published", "2026-03-02", "--format"]
        outside = {"cwd": folder, "input": STORY.encode()}
        record = json.loads(_run(*read, "json", **outside))
        assert record["document"]["text"] == STORY, record["document"]
        assert record["statements"], "the installed reader found no statement"
        page = json.loads(_run(bin_ / "readout", "read", ROOT / "examples" / "page.html", "--format", "json"))
        assert page["document"]["removed"], "the installed reader removed nothing from a web page"
        assert "WHO SAID WHAT" in _run(*read, "text", **outside)
        assert "</html>" in _run(*read, "html", **outside)
        size = wheel.stat().st_size
        print(f"{wheel.name} ({size / 1e6:.1f} MB) reads in an environment of its own.")


if __name__ == "__main__":
    main()
