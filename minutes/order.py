"""In which order a list is shown, as its address says it: sortera=datum, sortera=-datum. Pure."""

from collections.abc import Container
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    """A list sorted by what `key` names."""

    key: str
    descending: bool = False

    def __str__(self) -> str:
        return f"-{self.key}" if self.descending else self.key

    def turned(self, key: str) -> str:
        """What sorting by the key is called; sorting again by the same one turns it round."""
        return str(Order(key, descending=key == self.key and not self.descending))


def order(written: str | None, known: Container[str], otherwise: str) -> Order:
    """The order that the address asks for; `otherwise` where it asks for none that is known."""
    key = (written or "").removeprefix("-")
    if key not in known:
        written, key = otherwise, otherwise.removeprefix("-")
    return Order(key, descending=(written or "").startswith("-"))
