"""Every error that Readout raises on purpose.

ReadoutError            the message is one sentence that names the thing and the way out
├── UsageError          the call itself is wrong; exit code 2
├── UnreadableError     an input cannot be turned into text
│   └── RefusedError    an input breaks a limit or a safety rule
├── MissingModelError   the language model's files are not there
├── MissingExtraError   a part that is installed on request is not there
├── SignInError         somebody cannot be signed in: the issuer does not answer, or what it says is not so
└── DossierError        a dossier cannot be opened or does not hold what is asked of it
"""

from __future__ import annotations


class ReadoutError(Exception):
    """The root: catch this to catch all of them."""


class UsageError(ReadoutError):
    """The call itself is wrong: an option's value, a date that is none."""


class UnreadableError(ReadoutError):
    """An input cannot be turned into text: empty, binary, broken, another language."""


class RefusedError(UnreadableError):
    """An input breaks a limit or a safety rule: too large, a private address, too many redirects."""


class MissingModelError(ReadoutError):
    """The language model's files are not there."""


class MissingExtraError(ReadoutError):
    """A part that is installed on request is not there; the message names the install command."""


class SignInError(ReadoutError):
    """Somebody cannot be signed in: the issuer does not answer, refuses, or says what is not so."""


class DossierError(ReadoutError):
    """A dossier cannot be opened, or does not hold what is asked of it."""
