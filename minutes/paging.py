"""Which part of a long list is shown. Pure."""

from dataclasses import dataclass

PAGE = 100  # rows


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list; pages are counted from 1, and an empty list has one.

    is_more: there are more pages than these, which nobody has counted.
    """

    number: int
    pages: int
    is_more: bool = False

    @property
    def offset(self) -> int:
        """The rows before the page."""
        return (self.number - 1) * PAGE


def paging(wanted: int, total: int, page: int = PAGE, *, is_more: bool = False) -> Paging:
    """The wanted page of so many rows, or of more; the nearest there is where there is none.

    page: rows on a page.
    """
    pages = max(1, -(-total // page))
    return Paging(min(max(wanted, 1), pages), pages, is_more)
