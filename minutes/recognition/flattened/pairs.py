"""Two points in an excerpt whose line ends are lost: "44 Dagordning Rådet godkänner … . 45 Skyltar …".

Two numbers are few: the second must come right behind the end of a sentence, and what
stands under both must be text of minutes.
"""

import re
from collections.abc import Iterator, Sequence

from minutes.expressions import regex
from minutes.recognition.language.finite import tells
from minutes.recognition.layout.glued_titles import title_length

_NUMBER = regex(
    r"(?<![\w§.,/()–:-])(?<!\bkl )(?<!\bkl\. )(?P<number>\d{1,3})\s+(?=[A-ZÅÄÖ][a-zåäö]+)"
)
_NEXT = regex(r"(?<=[.!?)] )(?P<number>\d{1,3})\s+(?=[A-ZÅÄÖ][a-zåäö]+)")
_LOOKED_AT = 300  # characters
_MANY = 4


def two_points(text: str) -> list[re.Match[str]]:
    """The two numbers, and those that go on from them in the same line."""
    for first in _NUMBER.finditer(text):
        run = [first]
        for match in _NEXT.finditer(text, first.end()):
            if int(match["number"]) == int(run[-1]["number"]) + 1:
                run.append(match)
        if len(run) > 1 and _are_points(list(_texts(text, run))):
            return run
    return []


def _are_points(texts: Sequence[str]) -> bool:
    """Whether each has a title, and a sentence under it; of many, "Inga frågor." is under some."""
    lengths = [title_length(text) for text in texts]
    told = sum(
        tells(text[length : length + _LOOKED_AT])
        for text, length in zip(texts, lengths, strict=True)
    )
    return all(lengths) and (told == len(texts) or (len(texts) >= _MANY and 2 * told >= len(texts)))


def _texts(text: str, run: list[re.Match[str]]) -> Iterator[str]:
    ends = [*(match.start() for match in run[1:]), len(text)]
    for match, end in zip(run, ends, strict=True):
        yield text[match.end() : end]
