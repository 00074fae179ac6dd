"""A small OpenID Connect issuer, run as a process of its own: python tests/web/signin/issuer.py CLIENT SECRET

It prints its address, then serves discovery, authorization, tokens signed with RS256, keys and userinfo.
People are chosen by a button. What an issuer may do wrong belongs to a person, so that a browser
meets it as it would outside. Codes hold once, for one client, one redirect address and one PKCE verifier.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import socket
import sys
import time
from html import escape
from typing import Any
from urllib.parse import urlencode, urlsplit

import uvicorn
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = sys.argv[1:3]
REDIRECTS = {"https://readout.paper.example/signin/back"}
KEY = RSAKey.generate_key(2048, {"kid": "k1", "use": "sig", "alg": "RS256"}, private=True)
NEXT = RSAKey.generate_key(2048, {"kid": "k2", "use": "sig", "alg": "RS256"}, private=True)
STRANGE = RSAKey.generate_key(2048, {"kid": "k1"}, private=True)
PEOPLE: dict[str, dict[str, Any]] = {
    "ana": {"email": "ana@paper.example", "email_verified": True, "name": "Ana Ruiz"},
    "emil": {"email": "Emil@Paper.example", "email_verified": True, "name": "Emil Sato"},
    "kim": {"email": "kim@elsewhere.example", "email_verified": True, "name": "Kim Oh"},
    "unverified": {"email": "rui@paper.example", "email_verified": False, "name": "Rui Costa"},
    "silent": {"email": "rui@paper.example", "name": "Rui Costa"},
    "nameless": {"email": "desk@paper.example", "email_verified": True},
    "sly": {
        "email": "sly@paper.example",
        "email_verified": True,
        "name": "Ana\nRuiz <ana@paper.example>\u202e",
    },
    "brief": {"email": "brief@paper.example", "email_verified": True, "name": "Bea Brief"},
    "other": {"email": "ana@paper.example", "email_verified": True, "name": "Ana Ruiz"},
    "noemail": {"name": "No Mail"},
}
FAULTS: dict[str, dict[str, Any]] = {
    "nonce": {"nonce": "another"},
    "audience": {"aud": "another-client"},
    "issuer": {"iss": "https://issuer.example"},
    "late": {"exp": 1_000_000_000, "iat": 999_999_000},
    "early": {"iat": 9_999_999_999, "nbf": 9_999_999_999},
    "athash": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
    "party": {"azp": "another-client"},
}
FORGED = ("forged", "unsigned", "shared", "unknown", "rotated")
for one in (*FAULTS, *FORGED):
    PEOPLE[one] = PEOPLE["ana"]
codes: dict[str, dict[str, str]] = {}
tokens: dict[str, str] = {}
rotated: list[bool] = []


def base(request: Request) -> str:
    return f"http://{request.url.netloc}"


def discovery(request: Request) -> Response:
    here = base(request)
    return JSONResponse(
        {
            "issuer": here,
            "authorization_endpoint": f"{here}/authorize",
            "token_endpoint": f"{here}/token",
            "jwks_uri": f"{here}/keys",
            "userinfo_endpoint": f"{here}/userinfo",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        }
    )


def keys(request: Request) -> Response:
    shown = [KEY, NEXT] if rotated else [KEY]
    return JSONResponse({"keys": [key.as_dict(private=False) for key in shown]})


def authorize(request: Request) -> Response:
    """Who do you want to be? A second visit with a name leads back with a code."""
    asked = dict(request.query_params)
    redirect = asked.get("redirect_uri", "")
    local = urlsplit(redirect).hostname == "127.0.0.1" and urlsplit(redirect).path == "/signin/back"
    needed = ("state", "nonce", "code_challenge")
    if (
        asked.get("client_id") != CLIENT
        or not (local or redirect in REDIRECTS)
        or asked.get("response_type") != "code"
        or "openid" not in asked.get("scope", "").split()
        or asked.get("code_challenge_method") != "S256"
        or not all(asked.get(name) for name in needed)
    ):
        return HTMLResponse("<h1>This request is not valid</h1>", 400)
    who = asked.pop("who", None)
    if who is None:
        buttons = "".join(
            f'<p><a id="{one}" href="?{escape(urlencode(asked | {"who": one}))}">{one}</a>'
            for one in (*PEOPLE, "nobody")
        )
        return HTMLResponse(
            f"<!doctype html><link rel=icon href=data:,><title>Issuer</title><h1>Who are you?</h1>{buttons}"
        )
    back = {"state": asked["state"], "iss": base(request)}
    if who == "nobody":
        return RedirectResponse(f"{redirect}?{urlencode(back | {'error': 'access_denied'})}", 302)
    code = secrets.token_urlsafe(16)
    codes[code] = {
        "who": who,
        "redirect": redirect,
        "nonce": asked["nonce"],
        "challenge": asked["code_challenge"],
    }
    return RedirectResponse(f"{redirect}?{urlencode(back | {'code': code})}", 302)


async def token(request: Request) -> Response:
    async with request.form() as form:
        told = {name: str(value) for name, value in form.items()}
    shown = request.headers.get("authorization", "").removeprefix("Basic ")
    if not secrets.compare_digest(base64.b64decode(shown).decode(), f"{CLIENT}:{SECRET}"):
        return JSONResponse({"error": "invalid_client", "error_description": "Unauthorized"}, 401)
    known = codes.pop(told.get("code", ""), None)
    verifier = told.get("code_verifier", "").encode()
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).rstrip(b"=").decode()
    if (
        known is None
        or told.get("grant_type") != "authorization_code"
        or told.get("redirect_uri") != known["redirect"]
        or challenge != known["challenge"]
    ):
        return JSONResponse({"error": "invalid_grant"}, 400)
    access = secrets.token_urlsafe(16)
    tokens[access] = known["who"]
    said = {"access_token": access, "token_type": "Bearer", "expires_in": 300}
    return JSONResponse(said | {"id_token": id_token(known["who"], known["nonce"], access, base(request))})


def id_token(who: str, nonce: str, access: str, issuer: str) -> str:
    """The signed word of the issuer, with the fault that belongs to the person."""
    now = int(time.time())
    half = base64.urlsafe_b64encode(hashlib.sha256(access.encode()).digest()[:16]).rstrip(b"=").decode()
    claims = {
        "iss": issuer,
        "sub": f"u-{who}",
        "aud": CLIENT,
        "iat": now,
        "exp": now + 300,
        "nonce": nonce,
        "at_hash": half,
    }
    short = who in ("brief", "other", "noemail")
    claims |= {} if short else PEOPLE[who]
    claims |= FAULTS.get(who, {})
    header = {"alg": "RS256", "kid": "k1", "typ": "JWT"}
    if who == "unsigned":
        return jwt.encode({"alg": "none"}, claims, KEY, algorithms=["none"])
    if who == "shared":
        public = base64.urlsafe_b64encode(hashlib.sha256(KEY.as_pem(private=False)).digest())
        return jwt.encode({"alg": "HS256", "kid": "k1"}, claims, OctKey.import_key(public))
    if who == "unknown":
        return jwt.encode(header | {"kid": "k9"}, claims, KEY)
    if who == "rotated":
        rotated.append(True)
        return jwt.encode(header | {"kid": "k2"}, claims, NEXT)
    return jwt.encode(header, claims, STRANGE if who == "forged" else KEY)


def userinfo(request: Request) -> Response:
    who = tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
    if who is None:
        return JSONResponse({"error": "invalid_token"}, 401)
    return JSONResponse(PEOPLE[who] | {"sub": "u-somebody" if who == "other" else f"u-{who}"})


ROUTES = [
    Route("/.well-known/openid-configuration", discovery),
    Route("/keys", keys),
    Route("/authorize", authorize),
    Route("/token", token, methods=["POST"]),
    Route("/userinfo", userinfo),
]

if __name__ == "__main__":
    listening = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"http://127.0.0.1:{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    config = uvicorn.Config(Starlette(routes=ROUTES), log_level="warning", lifespan="off")
    uvicorn.Server(config).run([listening])
