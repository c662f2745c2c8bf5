"""The words of a passage, by which a rule sees at once that it has nothing to look for there.

Most sentences of minutes settle and promise nothing. To ask a set of words is a hundred times
cheaper than to search for an expression, so each sentence is cut into words once, and
every rule says which words it cannot do without.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_

from minutes.expressions import regex
from minutes.recognition.language.cues import cue_of_stems
from minutes.records import record

_WORD = regex(r"\w+")


@lru_cache(maxsize=8192)
def words_of(text: str) -> frozenset[str]:
    """The words in lower case, each once, without the signs around them."""
    pieces = text.casefold().replace(",", " ").rstrip(".").split()
    if "".join(pieces).isalnum():  # as most sentences are, and quicker than any expression
        return frozenset(pieces)
    return frozenset(_WORD.findall(" ".join(pieces)))


def holds_any(text: str, parts: Iterable[str]) -> bool:
    """Whether one of the parts stands in the text; quicker to ask than any expression."""
    for part in parts:  # noqa: SIM110 - any() would cost twice as much here
        if part in text:
            return True
    return False


def any_case(word: str) -> str:
    r"""The expression of a whole word in any case, to which a search leaps by its first letter.

    Before "\b" and in an expression that is insensitive to case every place is tried.
    """
    first = f"[{word[0].lower()}{word[0].upper()}]"
    return rf"{first}(?<!\w{first})(?i:{word[1:]})\b"


def any_of(words: Iterable[str]) -> str:
    """The expression of any of these words, of which the longer win.

    By its first letter a place is left at once; a plain row of words is tried one by one.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    each = (f"{re.escape(letter)}(?:{'|'.join(ends)})" for letter, ends in by_letter.items())
    return f"(?:{'|'.join(each)})"


@record
class Wording:
    """An expression that matches only in a text with the cue."""

    cue: int
    pattern: re.Pattern[str]

    def search(self, text: str, cues: int) -> re.Match[str] | None:
        """The first match in a text of these cues."""
        return self.pattern.search(text) if cues & self.cue else None


@record
class Phrase:
    """An expression that matches only where one of the parts stands in the text in lower case."""

    parts: tuple[str, ...]
    pattern: re.Pattern[str]

    def search(self, text: str, folded: str) -> re.Match[str] | None:
        """The first match in a text that is `folded` in lower case."""
        return self.pattern.search(text) if holds_any(folded, self.parts) else None


class Index:
    """Tells of many wordings, in their order, those that may match in a text."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._cues = [each.cue for each in wordings]
        self.cue = reduce(or_, self._cues)
        # A few words settle it, and the same few come again in every document.
        self._of = lru_cache(maxsize=2048)(self._places)

    def places(self, cues: int) -> tuple[int, ...]:
        """Their places in the order, for a text of these cues."""
        held = cues & self.cue
        return self._of(held) if held else ()

    def _places(self, held: int) -> tuple[int, ...]:
        return tuple(place for place, cue in enumerate(self._cues) if held & cue)


def wording(words: str, expression: str, *, any_case: bool = True) -> Wording:
    """The verbose expression, and the words (in any form) without which it cannot match.

    `WORDS` in the expression stands for any of them, in these forms.
    """
    flags = re.VERBOSE | re.IGNORECASE if any_case else re.VERBOSE
    listed = words.split()
    if "WORDS" in expression:
        expression = expression.replace("WORDS", any_of(listed))
    return Wording(cue_of_stems(listed), regex(expression, flags))


def phrase(parts: str, expression: str, flags: int = re.IGNORECASE) -> Phrase:
    """The expression, and the parts of words (in lower case) without which it cannot match."""
    return Phrase(tuple(parts.split()), regex(expression, flags))


def first_word(text: str) -> str:
    """Its first word without the signs around it."""
    first = (text.split(maxsplit=1) or [""])[0]
    return first if first.isalnum() else re.sub(r"\W", "", first)
