"""The brief of a dossier as one page of HTML: no network, no script, printable."""

from __future__ import annotations

from collections.abc import Iterable

from readout.export.brief import section
from readout.export.html import environment, style
from readout.export.sheet import Sheet


def page(sheets: Iterable[Sheet], title: str, restricted: str | None) -> str:
    """All sheets on one page; ``restricted`` says by which filters they were chosen."""
    sections = [section(sheet) for sheet in sheets]
    template = environment().get_template("brief.html")
    return template.render(sections=sections, title=title, restricted=restricted, style=style())
