"""The secret that a signed-in browser holds. We store only its hash."""

import hashlib
import secrets


def new_token() -> str:
    """A token of 32 random bytes."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What is stored of a token. It is random, so a plain SHA-256 cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()
