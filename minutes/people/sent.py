"""The numbers that a form or an address gives: ids, versions, places in a list."""

from flask import request

from minutes.errors import NotFound

MOST_DIGITS = 9  # a longer number fits in no database


def row_number(written: str) -> int:
    """The number. Raises ValueError where it is none, or none of ours."""
    if not written.isdecimal() or len(written) > MOST_DIGITS:
        raise ValueError(written)
    return int(written)


def sent_number(name: str = "version") -> int:
    """A number that the page itself has put into its form. Raises NotFound."""
    number: int | None = request.form.get(name, type=row_number)
    if number is None:
        raise NotFound("Uppgiften saknas. Läs in sidan igen.")
    return number
