"""What a file may cost to read, and the refusal of one that cannot or may not be read."""

from minutes.errors import Refused
from minutes.records import record
from minutes.texts import N_

MIB = 1024 * 1024
PAGE = 3_000  # characters
LEAST_PER_LINE = 30  # characters that even an empty line counts for


class Unreadable(Refused):
    """The file cannot be read; the message says in Swedish what is wrong and what to do."""


@record
class Limits:
    """The most that one file may cost.

    `file_bytes` is the size of the file itself; `unpacked_bytes` what all the parts that
    are read from a Word file may amount to; `entries` how many parts it may have; `pages`
    how much text the document may hold, a page being `PAGE` characters.
    """

    file_bytes: int = 20 * MIB
    unpacked_bytes: int = 96 * MIB
    entries: int = 5_000
    pages: int = 2_000


USUAL = Limits()


def too_long(limits: Limits) -> Unreadable:
    """The refusal of a document with more text than the limits allow."""
    pages = f"{limits.pages:,}".replace(",", "\N{NO-BREAK SPACE}")
    return Unreadable(
        N_(
            "Dokumentet är längre än %(pages)s sidor. Dela upp det i flera filer och försök igen.",
            pages=pages,
        )
    )
