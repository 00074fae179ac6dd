"""Signing in with an OpenID Connect issuer: for dossiers that a team works on."""
