"""Where to go after signing in: only ever to a page of this site. Pure."""

from urllib.parse import urlsplit

START = "/"


def safe_next(wanted: str | None) -> str:
    """The path that was wanted; the start page where it leads out of this site."""
    if not wanted or not wanted.startswith("/") or wanted.startswith("//"):
        return START
    # Browsers read \ as /, and skip tabs and line breaks.
    if "\\" in wanted or any(ord(character) < 32 for character in wanted):
        return START
    parts = urlsplit(wanted)
    return START if parts.scheme or parts.netloc else wanted
