"""The brief of a dossier as a Word document, for an editor to work on."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Any

from readout.export.brief import Line, section
from readout.export.sheet import Sheet
from readout.model.errors import MissingExtraError

UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""


def brief(sheets: Iterable[Sheet], title: str, restricted: str | None) -> bytes:
    """All sheets in one document; ``restricted`` says by which filters they were chosen."""
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError("DOCX needs python-docx: run pip install 'readout[docx]'") from error
    paper = docx.Document()
    paper.core_properties.title = _text(title)
    paper.core_properties.author = "Readout"
    paper.add_heading(_text(title), 0)
    if restricted:
        paper.add_paragraph(_text(f"Only {restricted}."))
    for sheet in sheets:
        _section(paper, sheet)
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def _section(paper: Any, sheet: Sheet) -> None:
    made = section(sheet)
    paper.add_heading(_text(made.title), 1)
    paper.add_paragraph(_text(made.facts))
    if made.url:
        _link(paper.add_paragraph(), made.url, made.url)
    paper.add_paragraph(_text(made.found))
    for group in made.groups:
        paper.add_heading(_text(group.heading), 2)
        for line in group.lines:
            _line(paper, line)


def _line(paper: Any, line: Line) -> None:
    paragraph = paper.add_paragraph(style="List Bullet")
    paragraph.add_run(f"{line.mark}: ").bold = True
    paragraph.add_run(_text(line.text)).italic = line.quoted
    paragraph.add_run(f" ({_text(line.notes)}) ")
    if line.link:
        _link(paragraph, line.link, "in the original")
    for remark in line.remarks:
        paper.add_paragraph(_text(remark), style="List Bullet 2")


def _link(paragraph: Any, address: str, words: str) -> None:
    """A hyperlink; python-docx can read them only, so its element is made by hand."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(_text(words))
    run.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _text(words: str) -> str:
    return UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words)
