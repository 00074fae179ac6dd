"""E-mail files: subject, sender, day, text; what is attached is told, not read."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from readout.ingest import Raw, document_of
from readout.model.errors import UnreadableError

STORY = "The mayor said on Monday that the bridge was safe."


def mail(html: str | None = None, **head: str) -> EmailMessage:
    made = EmailMessage()
    told = {
        "From": "Press Office <press@port.example>",
        "To": "desk@paper.example",
        "Subject": "Bridge is safe",
    }
    for name, value in (told | head).items():
        made[name] = value
    made["Date"] = "Mon, 4 May 2026 23:30:00 -0300"
    made.set_content(STORY)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def test_a_mail_is_a_text_under_its_subject() -> None:
    made = document_of(Raw("a.eml", mail(Subject="Fwd: Re: Bridge is safe").as_bytes()))
    assert (made.title, made.published, made.author) == ("Bridge is safe", "2026-05-04", "Press Office")
    assert made.text == STORY
    assert ("From: Press Office <press@port.example>", "e-mail header") in [
        (r.text, r.reason) for r in made.removed
    ]


def test_what_is_attached_is_told() -> None:
    message = mail()
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
    made = document_of(Raw("a.eml", message.as_bytes()))
    assert ("plan.pdf", "attachment, not read") in [(one.text, one.reason) for one in made.removed]


def test_a_mail_in_html_alone() -> None:
    made = EmailMessage()
    made["Subject"] = "Bridge"
    made.set_content(f"<html><body><p>{STORY}</p></body></html>", subtype="html")
    assert document_of(Raw("x", made.as_bytes(), "message/rfc822")).text == STORY


@pytest.mark.parametrize("data", [b"Subject: Bridge\n\n", b"Content-Type: image/png\n\nabc"])
def test_a_mail_without_a_text_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"a\.eml"):
        document_of(Raw("a.eml", data))


def test_odd_bytes_do_not_break_it() -> None:
    odd = b"Content-Type: text/plain; charset=none\nDate: soon\n\nThe mayor said that it was safe \xff."
    assert "The mayor said" in document_of(Raw("a.eml", odd)).text
