"""What a browser keeps for us and cannot change: claims with a signature, a purpose and an end."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from joserfc.jwt import JWTClaimsRegistry

SIGNED = "HS256"


def _fresh() -> OctKey:
    return OctKey.import_key(secrets.token_bytes(32))


@dataclass(frozen=True, slots=True)
class Tickets:
    """Signs and reads tickets with a key that lives as long as the server and is written down nowhere."""

    clock: Callable[[], float] = time.time
    key: OctKey = field(default_factory=_fresh, repr=False)

    def sealed(self, purpose: str, claims: dict[str, Any], seconds: int) -> str:
        """Claims that hold for so many seconds and for one purpose."""
        told = claims | {"aud": purpose, "exp": int(self.clock()) + seconds}
        return jwt.encode({"alg": SIGNED}, told, self.key)

    def opened(self, purpose: str, ticket: str | None) -> dict[str, Any] | None:
        """The claims of a ticket; None when it is not ours, for something else, or over.

        >>> tickets = Tickets()
        >>> tickets.opened("session", tickets.sealed("session", {"name": "Ana"}, 60))["name"]
        'Ana'
        """
        if not ticket:
            return None
        wanted = JWTClaimsRegistry(
            int(self.clock()), 0, aud={"essential": True, "value": purpose}, exp={"essential": True}
        )
        try:
            token = jwt.decode(ticket, self.key, algorithms=[SIGNED])
            wanted.validate(token.claims)
        except (JoseError, ValueError):
            return None
        return dict(token.claims)
