"""Photograph the pages anew, from a dossier of the shipped examples.

    python docs/pages.py        # from the root of the repository; needs Chromium and its driver

``pngquant`` makes the pictures small where it is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

OUT = ROOT / "docs" / "pages"
WIDE, NARROW, DARK = ("", 1280, False), ("-narrow", 390, False), ("-dark", 1280, True)
SHOTS = {
    "home": ("/", (WIDE,)),
    "text": ("/texts/3", (WIDE, NARROW, DARK)),
    "compare": ("/compare?text=6&text=7", (WIDE, NARROW)),
    "review": ("/review?kind=statement", (WIDE,)),
    "ledger": ("/ledger", (WIDE,)),
    "timeline": ("/timeline", (WIDE,)),
    "person": ("/people?who=emilio+salonga", (WIDE,)),
}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The pages of a dossier of the examples."""
    address = str(folder / "examples.dossier")
    readout = [sys.executable, "-m", "readout.cli.main"]
    subprocess.run([*readout, "new", address], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [*readout, "add", "examples", "--to", address], check=True, cwd=ROOT, stdout=subprocess.DEVNULL
    )
    command = [*readout, "serve", address, "--port", "0", "--as", "Ana Ruiz"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            yield server.stderr.readline().split()[4].rstrip("/")
        finally:
            server.terminate()


def main() -> None:
    """Take every picture."""
    from tests.web.browser import chromium

    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with served(folder) as base, chromium(folder / "profile") as browser:
            for shot, (path, ways) in SHOTS.items():
                for suffix, width, dark in ways:
                    look = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
                    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": look})
                    size = {"width": width, "height": 860, "deviceScaleFactor": 1, "mobile": width < 500}
                    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                    browser.get(base + path)
                    browser.save_screenshot(str(OUT / f"{shot}{suffix}.png"))
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--ext", ".png", "48", *sorted(OUT.glob("*.png"))], check=True)


if __name__ == "__main__":
    main()
