"""The part of a text that shows why it was found, with the words that were looked for. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from minutes.search.language import Wanted
from minutes.search.words import words

LENGTH = 260  # characters
BEFORE = 60  # characters before the first word that is marked
CUT = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, marked or not."""

    text: str
    marked: bool = False


def excerpt(text: str, wanted: Wanted, length: int = LENGTH) -> list[Piece]:
    """At most about so many characters of the text, from before its first marked word."""
    whole, beginnings = wanted.marked, wanted.beginnings
    marks = [
        (start, end)
        for start, end, stem in words(text)
        if stem in whole or (beginnings and stem.startswith(beginnings))
    ]
    first, last = _window(text, marks[0][0] if marks else 0, length)
    pieces = [Piece(CUT + " ")] if first else []
    pieces += _pieces(text, first, last, marks)
    return [*pieces, Piece(" " + CUT)] if last < len(text) else pieces


def _window(text: str, mark: int, length: int) -> tuple[int, int]:
    """Where the excerpt begins and ends: at spaces, where there are any."""
    if len(text) <= length:
        return 0, len(text)
    first = max(0, min(mark - BEFORE, len(text) - length))
    if first:
        space = text.find(" ", first, mark)
        first = space + 1 if space >= 0 else first
    last = min(len(text), first + length)
    if last < len(text):
        space = text.rfind(" ", max(first, mark) + 1, last)
        last = space if space >= 0 else last
    return first, last


def _pieces(text: str, first: int, last: int, marks: list[tuple[int, int]]) -> Iterator[Piece]:
    at = first
    for start, end in marks:
        if start < at or end > last:
            continue
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], marked=True)
        at = end
    if at < last:
        yield Piece(text[at:last])
