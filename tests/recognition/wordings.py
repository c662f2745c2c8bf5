"""Texts that an expression matches: each of its alternatives at least once, endings added."""

import re
from collections.abc import Iterator, Sequence
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any


def matched_by(pattern: re.Pattern[str]) -> Iterator[str]:
    """Such texts; they differ from each other in one alternative at a time."""
    for text in _texts(parser.parse(pattern.pattern, pattern.flags)):
        for whole in (text, f"{text}a", f"{text} a"):
            if pattern.search(whole):
                yield whole


def _texts(nodes: Sequence[tuple[Any, Any]]) -> list[str]:
    parts = [_of_node(*node) for node in nodes]
    usual = [part[0] for part in parts]
    others = [
        "".join([*usual[:place], other, *usual[place + 1 :]])
        for place, part in enumerate(parts)
        for other in part[1:]
    ]
    return ["".join(usual), *others]


def _of_node(what: Any, value: Any) -> list[str]:
    """What may stand for one part of the expression, the plainest first."""
    if what is kind.LITERAL:
        return [chr(value)]
    if what is kind.IN:
        return [_letter(value)]
    if what is kind.SUBPATTERN:
        return _texts(value[-1])
    if what is kind.BRANCH:
        return [text for branch in value[1] for text in _texts(branch)]
    if what in (kind.MAX_REPEAT, kind.MIN_REPEAT, kind.POSSESSIVE_REPEAT):
        fewest, _, repeated = value
        texts = [text * max(fewest, 1) for text in _texts(repeated)]
        if fewest:
            return texts
        # "[^.]{0,30}" is the room between two words.
        return [*texts, ""] if texts == [" "] else ["", *texts]
    if what is kind.ANY:
        return ["x", " "]
    if what is kind.NOT_LITERAL:
        return [" "]
    return [""]  # a place, or what must stand beside


def _letter(members: Sequence[tuple[Any, Any]]) -> str:
    what, value = members[0]
    if what is kind.NEGATE:
        return " "
    if what is kind.CATEGORY:
        return {kind.CATEGORY_SPACE: " ", kind.CATEGORY_DIGIT: "1"}.get(value, "x")
    return chr(value[0] if what is kind.RANGE else value)
