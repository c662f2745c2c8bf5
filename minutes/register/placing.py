"""Where in the running text of a point its decisions stand. Pure."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def in_place(
    text: str, things: Sequence[Thing], words: Callable[[Thing], str]
) -> list[str | Thing]:
    """The paragraphs of the text with each thing where its words are.

    A paragraph that is the thing and nothing more gives its place to it; where the text does
    not have the words, the thing comes last.
    """
    parts: list[str | Thing] = []
    waiting = list(things)
    for paragraph in text.split("\n\n") if text else ():
        here = [each for each in waiting if _plain(words(each)) in _plain(paragraph)]
        if len(_plain(paragraph)) > sum(len(_plain(words(each))) for each in here):
            parts.append(paragraph)
        parts.extend(here)
        waiting = [each for each in waiting if each not in here]
    return [*parts, *waiting]


def _plain(text: str) -> str:
    """The letters and digits, for comparing words with the paragraph that they stand in."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
