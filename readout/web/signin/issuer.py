"""The issuer: found by its discovery document, asked for tokens, its keys kept for a while."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import OAuth2Client
from httpx2 import HTTPError, InvalidURL
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from readout.model.errors import SignInError
from readout.web.signin.asking import fetched, limits
from readout.web.signin.claims import Expected, checked
from readout.web.signin.settings import SignIn, private

WELL_KNOWN = "/.well-known/openid-configuration"
SCOPE = "openid email profile"
KEYS_SECONDS = 3_600
"""How long the issuer's keys are kept."""
KEYS_PAUSE = 30
"""Seconds before keys are fetched anew for a token that names an unknown one."""


@dataclass
class Issuer:
    """An issuer and its keys."""

    options: SignIn
    facts: dict[str, Any]
    keys: KeySet | None = None
    keys_at: float = field(default=float("-inf"))

    @property
    def name(self) -> str:
        """The issuer as it calls itself."""
        return str(self.facts["issuer"])

    def address(self, redirect: str, *, state: str, nonce: str, verifier: str, again: bool = False) -> str:
        """Where a browser goes to sign in; ``again`` lets people choose another account there."""
        extra = {"prompt": "select_account"} if again else {}
        with self._client(redirect) as client:
            address, _ = client.create_authorization_url(
                self.facts["authorization_endpoint"],
                state=state,
                nonce=nonce,
                code_verifier=verifier,
                **extra,
            )
        return str(address)

    def claims(self, redirect: str, *, code: str, nonce: str, verifier: str) -> dict[str, Any]:
        """What the issuer says of whoever brought a code; raises ``SignInError``."""
        with self._client(redirect) as client, _told(self.name):
            token = client.fetch_token(
                self.facts["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=verifier,
            )
            if not isinstance(token.get("id_token"), str):
                raise SignInError(
                    f"{self.name} sent no id token: it must speak OpenID Connect, not only OAuth"
                )
            claims = self._checked(token, nonce)
            return claims if "email" in claims else self._more(client, claims)

    def _checked(self, token: dict[str, Any], nonce: str) -> dict[str, Any]:
        expected = Expected(self.name, self.options.client_id, nonce, token.get("access_token"))
        try:
            return checked(token["id_token"], self._keys(KEYS_SECONDS), expected, time.time())
        except InvalidKeyIdError:
            pass
        try:
            return checked(token["id_token"], self._keys(KEYS_PAUSE), expected, time.time())
        except InvalidKeyIdError as error:
            raise SignInError("the issuer signed with a key that it does not publish") from error

    def _keys(self, seconds: float) -> KeySet:
        """The issuer's keys, not older than so many seconds."""
        if self.keys is None or time.monotonic() - self.keys_at > seconds:
            try:
                self.keys = KeySet.import_key_set(fetched(self.facts["jwks_uri"]))  # type: ignore[arg-type]
            except (JoseError, KeyError, TypeError, ValueError) as error:
                raise SignInError(f"the keys of {self.name} cannot be read: try again later") from error
            self.keys_at = time.monotonic()
        return self.keys

    def _more(self, client: OAuth2Client, claims: dict[str, Any]) -> dict[str, Any]:
        """What the issuer tells at its second counter, when the id token leaves the address out."""
        if "userinfo_endpoint" not in self.facts:
            return claims
        more = client.get(self.facts["userinfo_endpoint"]).raise_for_status().json()
        if not isinstance(more, dict) or more.get("sub") != claims["sub"]:
            raise SignInError(f"{self.name} spoke of somebody else: sign in once more")
        return {name: more[name] for name in ("email", "email_verified", "name", "hd") if name in more}

    def _method(self) -> str:
        """How this server shows who it is when it fetches a token."""
        known = self.facts.get("token_endpoint_auth_methods_supported") or []
        if not self.options.secret:
            return "none"
        basic, post = "client_secret_basic", "client_secret_post"
        return post if post in known and basic not in known else basic

    def _client(self, redirect: str) -> OAuth2Client:
        return OAuth2Client(
            client_id=self.options.client_id,
            client_secret=self.options.secret,
            token_endpoint_auth_method=self._method(),
            scope=SCOPE,
            redirect_uri=redirect,
            code_challenge_method="S256",
            **limits(self.facts["token_endpoint"]),
        )


def discovered(options: SignIn) -> Issuer:
    """The issuer with what its discovery document says; raises ``SignInError`` in one sentence."""
    with _told(options.issuer):
        facts = fetched(options.issuer + WELL_KNOWN)
    if str(facts.get("issuer", "")).rstrip("/") != options.issuer:
        raise SignInError(f"{options.issuer} calls itself {facts.get('issuer')!r}: name that with --issuer")
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"):
        known = facts.get(name)
        if known is None and name == "userinfo_endpoint":
            continue
        if not isinstance(known, str) or not private(known):
            raise SignInError(f"{options.issuer} names no safe {name} (https): it cannot be used to sign in")
    return Issuer(options, facts)


@contextmanager
def _told(issuer: str) -> Iterator[None]:
    """What goes wrong between us and the issuer, in one sentence."""
    try:
        yield
    except AuthlibBaseError as error:
        raise SignInError(_refused(issuer, error)) from error
    except (HTTPError, InvalidURL, OSError) as error:
        why = str(error).partition("\n")[0].rstrip(".") or type(error).__name__
        raise SignInError(f"the issuer {issuer} cannot be reached ({why}): try again later") from error
    except ValueError as error:
        raise SignInError(
            f"{issuer} does not answer as an OpenID Connect issuer: is that its address?"
        ) from error


def _refused(issuer: str, error: AuthlibBaseError) -> str:
    if error.error in ("invalid_client", "unauthorized_client"):
        return f"{issuer} does not accept this server's client id and secret: whoever runs it must check them"
    if error.error == "invalid_grant":
        return "the issuer does not know this sign-in any more: sign in once more"
    return f"the issuer {issuer} refused to sign you in ({str(error.error)[:60]}): sign in once more"
