"""Where in the running text of a point its decisions stand. Pure."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")

_MARKS = re.compile(r"[\W_]+")


def in_place(
    text: str, things: Sequence[Thing], words: Callable[[Thing], str]
) -> list[str | Thing]:
    """The paragraphs of the text with each thing where its words are.

    A paragraph that is the thing and nothing more gives its place to it; where the text does
    not have the words, the thing comes last.
    """
    parts: list[str | Thing] = []
    waiting = [(_plain(words(each)), each) for each in things]
    for paragraph in text.split("\n\n") if text else ():
        plain = _plain(paragraph)
        here = [each for each in waiting if each[0] in plain]
        if len(plain) > sum(len(said) for said, _ in here):
            parts.append(paragraph)
        parts.extend(thing for _, thing in here)
        waiting = [each for each in waiting if each not in here]
    return [*parts, *(thing for _, thing in waiting)]


def _plain(text: str) -> str:
    """The letters and digits, for comparing words with the paragraph that they stand in."""
    return _MARKS.sub("", text.casefold())
