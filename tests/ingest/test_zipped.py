"""Zip archives: their texts one by one; nothing is lost silently and nothing is unpacked beyond a limit."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from readout.ingest import Failed, Raw, gather, within, zipped

FILES = {
    "a.txt": b"Ana said no.",
    "more/b.html": b"<p>Rui said so.</p>",
    "c.bin": b"1",
    "__MACOSX/a.txt": b"2",
    ".d.txt": b"3",
}


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_its_texts_come_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "talks.zip"
    path.write_bytes(packed(FILES))
    for source in (str(path), str(tmp_path)):
        found = list(gather(source))
        assert [(one.name.removeprefix(f"{path}/"), one.data) for one in found if isinstance(one, Raw)] == [
            ("a.txt", FILES["a.txt"]),
            ("more/b.html", FILES["more/b.html"]),
        ]


def told(data: bytes) -> str:
    (failed,) = [one for one in within(Raw("talks.zip", data)) if isinstance(one, Failed)]
    return str(failed.error)


def test_what_is_wrong_with_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "holds no text" in told(packed({"c.bin": b"1"}))
    assert "broken" in told(packed(FILES)[:60])
    monkeypatch.setattr(zipped, "MAX_FILES", 1)
    assert "left out" in told(packed(FILES))
    monkeypatch.setattr(zipped, "MAX_BYTES", 10)
    assert "larger than" in told(packed({"a.txt": b"x" * 11}))


def test_an_office_file_is_no_archive() -> None:
    (raw,) = within(Raw("a.docx", packed({"word/document.xml": b"<p/>"})))
    assert isinstance(raw, Raw) and raw.name == "a.docx"
