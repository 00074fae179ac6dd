"""Adding by upload, by paste, by address; with progress, and without scripts."""

from __future__ import annotations

import threading
import zipfile
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from .browser import complaints, followed, one, several, until
from .serving import Served, Visitor

STORY = "The mayor said on Monday that the 🌉 bridge was safe. The union said that it was not."


def archived(address: str, page: str) -> bytes:
    """A record of a web archive that holds a page."""
    body = page.encode()
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    told = http.encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-05-04T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{address[-4:]}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(told)}\r\n\r\n"
    )
    return head.encode() + told + b"\r\n\r\n"


def done(browser: Chrome) -> object:
    return [item.text for item in several(browser, ".jobs .is-done, .jobs .is-failed")]


def finished(site: Served) -> None:
    """Wait for the orders under way."""
    for thread in threading.enumerate():
        if thread is site.site.intake.worker:
            while site.site.intake.busy:
                thread.join(0.02)


def test_a_file_is_uploaded(editor: Chrome, site: Served, tmp_path: Path) -> None:
    for name in ("bridge.txt", "empty.txt"):
        (tmp_path / name).write_text(STORY if name == "bridge.txt" else "", "utf-8")
    editor.get(f"{site.base}/add")
    one(editor, "input[type=file]").send_keys(f"{tmp_path / 'bridge.txt'}\n{tmp_path / 'empty.txt'}")
    one(editor, "input[name=published]").send_keys("2026-05-04")
    followed(editor, one(editor, "form.stack > button"))
    until(editor, lambda browser: len(done(browser)) == 2)  # type: ignore[arg-type]
    assert "empty.txt is empty" in one(editor, ".jobs .is-failed").text
    followed(editor, one(editor, ".jobs .is-done a"))
    assert (
        "🌉 bridge was safe" in one(editor, "main").text and "2026-05-04" in one(editor, "header.head").text
    )
    kept = site.dossier.documents()[-1]
    assert (kept.name, kept.published, kept.added_by) == ("bridge.txt", "2026-05-04", "ana")
    assert site.dossier.raw(kept) == (STORY.encode(), "text/plain")
    assert complaints(editor) == []


def test_an_archive_and_a_mail_are_uploaded(editor: Chrome, site: Served, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bridges.zip", "w") as archive:
        for name, words in (
            ("one.txt", STORY),
            ("two.txt", STORY.replace("bridge", "ferry")),
            ("three.txt", ""),
        ):
            archive.writestr(name, words)
    (tmp_path / "note.eml").write_text(f"Subject: Bridge is safe\n\n{STORY}", "utf-8")
    editor.get(f"{site.base}/add")
    one(editor, "input[type=file]").send_keys(f"{tmp_path / 'bridges.zip'}\n{tmp_path / 'note.eml'}")
    followed(editor, one(editor, "form.stack > button"))
    until(editor, lambda browser: len(done(browser)) == 2)  # type: ignore[arg-type]
    assert "2 added, 1 not read: bridges.zip/three.txt is empty" in one(editor, ".jobs").text
    kept = site.dossier.documents()[-3:]
    assert [(text.name, text.title) for text in kept][::2] == [
        ("bridges.zip/one.txt", None),
        ("note.eml", "Bridge is safe"),
    ]


def test_a_web_archive_is_uploaded(editor: Chrome, site: Served, tmp_path: Path) -> None:
    pages = {name: f"<html><body><article><h1>The {name}</h1><p>{STORY}</p></article></body></html>" for name in ("pier", "quay")}
    (tmp_path / "crawl.warc").write_bytes(b"".join(archived(f"https://town.example/{name}", page) for name, page in pages.items()))
    editor.get(f"{site.base}/add")
    one(editor, "input[type=file]").send_keys(str(tmp_path / "crawl.warc"))
    followed(editor, one(editor, "form.stack > button"))
    until(editor, done)
    assert "2 added" in one(editor, ".jobs .is-done").text
    kept = site.dossier.documents()[-2:]
    assert [(text.url, text.published) for text in kept] == [
        ("https://town.example/pier", "2026-05-04"),
        ("https://town.example/quay", "2026-05-04"),
    ]
    assert site.dossier.raw(kept[0])[0] == pages["pier"].encode()  # type: ignore[index]


def test_a_date_that_is_none_keeps_what_was_pasted(editor: Chrome, site: Served) -> None:
    editor.get(f"{site.base}/add")
    one(editor, "textarea[name=text]").send_keys("The mayor left.")
    one(editor, "input[name=published]").send_keys("4.5.2026")
    one(editor, "form.stack > button").click()
    assert not editor.execute_script("return document.querySelector('input[name=published]').checkValidity()")
    assert one(editor, "textarea[name=text]").get_attribute("value") == "The mayor left."


def test_a_text_is_pasted_without_a_script(chrome: Chrome, site: Served) -> None:
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chrome.get(f"{site.base}/add")
        one(chrome, "input[name=name]").send_keys("Bridge note")
        one(chrome, "textarea[name=text]").send_keys("The mayor said that the bridge was safe.")
        followed(chrome, one(chrome, "form.stack > button"))
        until(chrome, done)
        assert "Bridge note" in one(chrome, ".jobs").text
    finally:
        chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_same_bytes_are_one_text(visitor: Visitor, site: Served) -> None:
    for _ in range(2):
        assert visitor.post("/add", {"token": visitor.token(), "text": STORY}).status == 200
    finished(site)
    assert [job.said for job in site.site.intake.seen()] == ["the same bytes were there already", "added"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "Nothing was sent"),
        ({"address": "file:///etc/passwd"}, "is no address"),
        ({"address": "javascript:alert(1)"}, "is no address"),
        ({"text": STORY, "published": "soon"}, "date"),
    ],
)
def test_what_cannot_be_added_is_told(visitor: Visitor, fields: dict[str, str], message: str) -> None:
    answer = visitor.post("/add", {"token": visitor.token()} | fields)
    assert answer.status == 400 and message in answer.body


def test_addresses_within_this_network_are_not_fetched(visitor: Visitor, site: Served) -> None:
    visitor.post("/add", {"token": visitor.token(), "address": f"{site.base}/"})
    finished(site)
    (job,) = site.site.intake.seen()
    assert job.state == "failed" and "private" in job.said
