"""Where in the running text of a point its decisions stand. Pure."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")

_MARKS = re.compile(r"[\W_]+")
_CLOSING = re.compile(r"[.:;!?)”\"]*")
# What a sentence can begin after: another one, a new line, or the letter of a list.
_BEGINS = re.compile(r"(?:^|[.!?:;)”\"]\s|\n)\s*(?:[-–•*]\s*)?(?:\w{1,2}[).]\s+)?$")
_LETTER = re.compile(r"\(?\w{1,2}[).]")
_LEFT_OVER = ("", "beslut")  # the frame of a decision says it


def in_place(
    text: str, things: Sequence[Thing], words: Callable[[Thing], str]
) -> list[str | Thing]:
    """The paragraphs of the text with each thing where its words are, said once.

    A thing that is a sentence of a paragraph, or its end from "att" on, divides it. Words inside
    of a sentence cannot be taken out of it: there the thing follows the paragraph. Where the text
    does not have the words, the thing comes last.
    """
    parts: list[str | Thing] = []
    waiting = [(words(each), each) for each in things]
    for paragraph in text.split("\n\n") if text else ():
        plain = _plain(paragraph)
        here = [each for each in waiting if _plain(each[0]) in plain]
        parts.extend(_divided(paragraph, here))
        waiting = [each for each in waiting if each not in here]
    return [*parts, *(thing for _, thing in waiting)]


def with_letters(
    parts: Sequence[str | Thing], put: Callable[[str, Thing], Thing]
) -> list[str | Thing]:
    """The parts, each thing with the letter that is all that is left of its list item.

    put: what gives a thing its letter, "a)".
    """
    found: list[str | Thing] = []
    for part in parts:
        if found and not isinstance(part, str) and is_letter(found[-1]):
            found[-1] = put(str(found[-1]), part)
        else:
            found.append(part)
    return found


def is_letter(part: object) -> bool:
    """Whether it is only the letter or number of a list."""
    return isinstance(part, str) and _LETTER.fullmatch(part) is not None


def _divided(paragraph: str, here: Sequence[tuple[str, Thing]]) -> list[str | Thing]:
    """A paragraph with the things that are said in it: each in place of its sentence."""
    if len(_plain(paragraph)) <= sum(len(_plain(said)) for said, _ in here):
        return [thing for _, thing in here]
    places: list[tuple[int, int, Thing]] = []
    for said, thing in here:
        span = _sentence(paragraph, said)
        if span is not None and not any(a < span[1] and span[0] < b for a, b, _ in places):
            places.append((*span, thing))
    parts: list[str | Thing] = []
    rest = 0
    for begins, ends, thing in sorted(places, key=lambda place: place[0]):
        parts += [*_said(paragraph[rest:begins]), thing]
        rest = ends
    placed = [id(thing) for _, _, thing in places]
    inside = [thing for _, thing in here if id(thing) not in placed]
    return [*parts, *_said(paragraph[rest:]), *inside]


def _sentence(paragraph: str, said: str) -> tuple[int, int] | None:
    """From where to where the words stand, where they are a sentence or the end of one."""
    letters = [re.escape(sign) for sign in said if sign.isalnum()]
    found = re.search(r"[\W_]*".join(letters), paragraph, re.IGNORECASE) if letters else None
    if found is None:
        return None
    closed = _CLOSING.match(paragraph, found.end())
    ends = closed.end() if closed else found.end()
    is_last = not paragraph[ends:].strip() or paragraph[ends] == "\n"
    is_closed = ends > found.end() and paragraph[ends - 1] not in ":;"
    begins = found.start()
    can_begin = bool(_BEGINS.search(paragraph[:begins])) and not paragraph[begins].islower()
    can_begin = can_begin or said.lower().startswith("att ")
    return (begins, ends) if can_begin and (is_last or is_closed) else None


def _said(text: str) -> list[str]:
    return [] if _plain(text) in _LEFT_OVER else [text.strip()]


def _plain(text: str) -> str:
    """The letters and digits, for comparing words with the paragraph that they stand in."""
    return _MARKS.sub("", text.casefold())
