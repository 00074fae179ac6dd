"""E-mail as a file (``.eml``, RFC 5322): what it is about, who sent it and when, and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from readout.ingest.decode import text_of
from readout.model.document import Removed
from readout.model.errors import UnreadableError

ANSWER = re.compile(r"(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
HEAD = ("From", "To", "Cc", "Reply-To", "Message-ID")


@dataclass(frozen=True, slots=True)
class Letter:
    """The body of a mail, plain or HTML, and what its head says of it."""

    body: str
    html: bool
    title: str | None
    author: str | None
    published: str | None
    removed: tuple[Removed, ...]


def letter_of(data: bytes, name: str) -> Letter:
    """The mail in some bytes; raises ``UnreadableError`` where it holds no text.

    >>> letter_of(b"Subject: Re: Ferry sold\\nDate: Mon, 4 May 2026 10:00 +0000\\n\\nIt was sold.", "a").title
    'Ferry sold'
    """
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    part = message.get_body(("plain", "html"))
    try:
        body = part.get_content() if part is not None else ""
    except (LookupError, ValueError):  # a charset or an encoding that nobody knows
        payload = part.get_payload(decode=True) if part is not None else b""
        body = text_of(payload, name) if isinstance(payload, bytes) else ""
    if not isinstance(body, str) or not body.strip():
        raise UnreadableError(f"{name} is an e-mail without a text")
    html = part is not None and part.get_content_subtype() == "html"
    return Letter(
        body,
        html,
        _title(message),
        parseaddr(_said(message, "From"))[0] or None,
        _day(message),
        _rest(message),
    )


def _said(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _title(message: EmailMessage) -> str | None:
    return ANSWER.sub("", _said(message, "Subject"), count=1).strip() or None


def _day(message: EmailMessage) -> str | None:
    """The day on which it was sent, by the sender's clock."""
    sent = getattr(message.get("Date"), "datetime", None)
    return sent.date().isoformat() if sent else None


def _rest(message: EmailMessage) -> tuple[Removed, ...]:
    """The lines of the head, and the names of what is attached."""
    head = [Removed(f"{name}: {_said(message, name)}", "e-mail header") for name in HEAD if message.get(name)]
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    return (*head, *(Removed(name, "attachment, not read") for name in names))
