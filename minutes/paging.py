"""Which part of a long list is shown. Pure."""

from dataclasses import dataclass

PAGE = 100  # rows


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list; pages are counted from 1, and an empty list has one."""

    number: int
    pages: int

    @property
    def offset(self) -> int:
        """The rows before the page."""
        return (self.number - 1) * PAGE


def paging(wanted: int, total: int) -> Paging:
    """The wanted page of so many rows; the nearest there is where there is none."""
    pages = max(1, -(-total // PAGE))
    return Paging(min(max(wanted, 1), pages), pages)
