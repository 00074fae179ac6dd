"""Photograph the pages anew, from a dossier of the shipped examples.

    python docs/pages.py           # from the root of the repository; needs Chromium and its driver
    python docs/pages.py signin    # these pages only; ../page is the README's

``pngquant`` makes the pictures small where it is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

OUT = ROOT / "docs" / "pages"
Shots = dict[str, tuple[str, tuple[tuple[str, int, bool], ...]]]
WIDE, NARROW, DARK = ("", 1280, False), ("-narrow", 390, False), ("-dark", 1280, True)
CLIENT, SECRET = "readout", "a secret for the pictures"
SIGN_IN = {"signin": ("/signin", (WIDE, NARROW, DARK))}
STORY = {"../page": ("/border.html", (WIDE,))}
SHOTS = {
    "home": ("/", (WIDE,)),
    "text": ("/texts/3", (WIDE, NARROW, DARK)),
    "compare": ("/compare?text=6&text=7", (WIDE, NARROW)),
    "review": ("/review?kind=statement", (WIDE,)),
    "ledger": ("/ledger", (WIDE,)),
    "timeline": ("/timeline", (WIDE,)),
    "people": ("/people", (WIDE, NARROW)),
    "person": ("/people?who=sidi+ould+cheikh", (WIDE, DARK)),
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
    with running([*readout, "serve", address, "--port", "0", "--as", "Ana Ruiz"], {}) as server:
        assert server.stderr is not None
        yield server.stderr.readline().split()[4].rstrip("/")


@contextmanager
def for_a_team(folder: Path) -> Iterator[str]:
    """The pages of an empty dossier for those who sign in with the tests' issuer."""
    address = str(folder / "team.dossier")
    readout = [sys.executable, "-m", "readout.cli.main"]
    subprocess.run([*readout, "new", address], check=True, stdout=subprocess.DEVNULL)
    issuer = [sys.executable, str(ROOT / "tests" / "web" / "signin" / "issuer.py"), CLIENT, SECRET]
    serve = [*readout, "serve", address, "--port", "0", "--auth", "oidc", "--client-id", CLIENT, "--issuer"]
    told = {"READOUT_OIDC_CLIENT_SECRET": SECRET, "READOUT_EDITORS": "paper.example"}
    with running(issuer, {}) as there:
        assert there.stdout is not None
        with running([*serve, there.stdout.readline().strip()], told) as server:
            assert server.stderr is not None
            yield server.stderr.readline().split()[4].rstrip("/")


@contextmanager
def a_story(folder: Path) -> Iterator[str]:
    """The page that ``readout read`` makes of one example."""
    command = [sys.executable, "-m", "readout.cli.main", "read", "examples/border.txt", "--format", "html"]
    subprocess.run([*command, "--out", str(folder / "border.html")], check=True, cwd=ROOT)
    yield folder.as_uri()


@contextmanager
def running(command: list[str], variables: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A command, until the block ends."""
    told = os.environ | variables
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=told
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def photograph(browser: Chrome, base: str, shots: Shots) -> None:
    """Take the pictures of one site."""
    for shot, (path, ways) in shots.items():
        for suffix, width, dark in ways:
            look = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
            browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": look})
            size = {"width": width, "height": 860, "deviceScaleFactor": 1, "mobile": width < 500}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            browser.get(base + path)
            browser.save_screenshot(str(OUT / f"{shot}{suffix}.png"))


def main(names: list[str]) -> None:
    """Take the named pictures, or every one."""
    from tests.web.browser import chromium

    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, chromium(Path(name) / "profile") as browser:
        for site, shots in ((served, SHOTS), (for_a_team, SIGN_IN), (a_story, STORY)):
            wanted = {shot: told for shot, told in shots.items() if not names or shot in names}
            if wanted:
                with site(Path(name)) as base:
                    photograph(browser, base, wanted)
    if shutil.which("pngquant"):
        every = names or [*SHOTS, *SIGN_IN, *STORY]
        taken = [one for shot in every for end in (".png", "-*.png") for one in OUT.glob(shot + end)]
        subprocess.run(["pngquant", "--force", "--ext", ".png", "96", *taken], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
