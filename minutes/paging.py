"""Which part of a long list is shown. Pure."""

from dataclasses import dataclass

PAGE = 100  # rows


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list; pages are counted from 1, and an empty list has one.

    rows: on a page. is_more: there are more pages than these, which nobody has counted.
    """

    number: int
    pages: int
    rows: int
    is_more: bool = False

    @property
    def offset(self) -> int:
        """The rows before the page."""
        return (self.number - 1) * self.rows


def paging(wanted: int, total: int, rows: int | None = None, *, is_more: bool = False) -> Paging:
    """The wanted page of so many in all, or of more; the nearest there is where there is none.

    rows: on a page; as most lists have them where it is not said.
    """
    rows = rows or PAGE
    pages = max(1, -(-total // rows))
    return Paging(min(max(wanted, 1), pages), pages, rows, is_more)
