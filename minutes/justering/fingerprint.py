"""The fingerprint of a text: what is shown on the page and kept with each signature. Pure."""

import hashlib

_GROUP = 4


def fingerprint(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def in_groups(digits: str) -> str:
    """The digits in groups of four, for reading aloud and comparing."""
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
