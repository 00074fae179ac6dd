"""An id token, checked: who the issuer says somebody is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from readout.model.errors import SignInError
from readout.web.signin.members import ADDRESS

ALGORITHMS = (*(f"{kind}{size}" for kind in ("RS", "PS", "ES") for size in (256, 384, 512)), "EdDSA")
"""Signatures with a pair of keys only: a key that is published must never open a shared-key signature."""
LEEWAY = 60
"""Seconds by which the issuer's clock may differ from ours."""
MOST_NAME = 100
"""Characters of a name that are kept."""
MOST_ADDRESS = 254
"""Characters of a mail address (RFC 5321)."""
GOOGLE = "https://accounts.google.com"
GMAIL = frozenset({"gmail.com", "googlemail.com"})


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is; ``domain`` is the one of the address when the issuer vouches for it."""

    address: str
    name: str
    domain: str | None


@dataclass(frozen=True, slots=True)
class Expected:
    """What an id token has to say for one sign-in."""

    issuer: str
    client_id: str
    nonce: str
    access_token: str | None = None


def checked(id_token: str, keys: KeySet, expected: Expected, now: float) -> dict[str, Any]:
    """The claims of an id token whose signature, issuer, audience, times and nonce are right.

    OpenID Connect Core 1.0, section 3.1.3.7. Raises ``SignInError``; a key that is not among
    ``keys`` raises ``InvalidKeyIdError``, so that the keys may be fetched anew.
    """
    options = {
        "iss": {"essential": True, "value": expected.issuer},
        "aud": {"essential": True, "value": expected.client_id},
        "nonce": {"essential": True, "value": expected.nonce},
    }
    params = {"client_id": expected.client_id, "nonce": expected.nonce, "access_token": expected.access_token}
    try:
        registry = JWSRegistry(algorithms=list(ALGORITHMS), strict_check_header=False)
        token = jwt.decode(id_token, keys, registry=registry)
        CodeIDToken(token.claims, token.header, options, params).validate(int(now), LEEWAY)
    except InvalidKeyIdError:
        raise
    except (JoseError, ValueError, TypeError) as error:
        said = str(getattr(error, "description", None) or getattr(error, "error", error)).rstrip(".")
        raise SignInError(f"the issuer's answer is not valid ({said}): sign in once more") from error
    return dict(token.claims)


def identity(issuer: str, claims: Mapping[str, Any]) -> Identity:
    """Who the claims name; raises ``SignInError`` for an address that the issuer has not verified."""
    address = claims.get("email")
    if not isinstance(address, str) or not _is_address(address):
        raise SignInError("the issuer does not say your mail address: its client needs the scope “email”")
    verified = claims.get("email_verified")
    if verified is not True and verified != "true":
        raise SignInError(f"the issuer has not verified {address}: verify it there, then sign in once more")
    return Identity(address, named(claims.get("name")) or address, _vouched(issuer, address, claims))


def _is_address(told: str) -> bool:
    return len(told) <= MOST_ADDRESS and told.isprintable() and bool(ADDRESS.fullmatch(told))


def named(told: object) -> str:
    """A name in one line, without what could pass for an address or turn the line around.

    >>> named(" Ana\\n Ruiz <boss@paper.example>")
    'Ana Ruiz boss@paper.example'
    """
    plain = "".join(one if unicodedata.category(one)[0] != "C" else " " for one in str(told or ""))
    return re.sub(r"\s+", " ", re.sub(r"[<>]", "", plain)).strip()[:MOST_NAME].strip()


def _vouched(issuer: str, address: str, claims: Mapping[str, Any]) -> str | None:
    """The domain of an address, when whoever runs the domain runs the account too.

    Anyone may open a Google account with an address of their employer's, and keeps it when they
    leave; only ``hd`` says that the account belongs to the organisation.
    """
    domain = address.rpartition("@")[2].lower()
    if issuer != GOOGLE or domain in GMAIL:
        return domain
    return domain if str(claims.get("hd", "")).lower() == domain else None
