"""Somebody in a list of people: the name, and what stood beside it."""

from minutes.records import record


@record
class ListedPerson:
    """Somebody in a list, with what stood beside the name."""

    name: str
    role: str | None = None
    organisation: str | None = None
    note: str | None = None
