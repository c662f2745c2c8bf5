"""Regular expressions that are compiled when they are first used.

Recognition has a thousand of them, of which a document uses a third. To compile all of them
took half of the time in which a command starts.
"""

import re
from collections.abc import Callable
from functools import cached_property
from typing import cast

_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_GROUP = re.compile(r"\([^()]*\)")


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """As re.compile, of which the caller sees no difference but the time at which it works."""
    return cast("re.Pattern[str]", Expression(source, flags))


class Expression:
    """Has each method of the compiled expression from when it is first asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as Python's own. Raises re.error where it is none."""
        return re.compile(self.pattern, self._flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As of the compiled one; where only the beginning can match, no other place is tried."""
        return self.compiled.match if self._is_anchored else self.compiled.search

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As of the compiled one, and again without trying what cannot match."""
        return self._sub_first if self._is_anchored else self.compiled.sub

    def _sub_first(
        self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 1
    ) -> str:
        return self.compiled.sub(replacement, text, count) if self.compiled.match(text) else text

    @property
    def _is_anchored(self) -> bool:
        return is_anchored(self.pattern) and not self._flags & re.MULTILINE

    flags = cached_property(lambda self: self.compiled.flags)
    match = cached_property(lambda self: self.compiled.match)
    fullmatch = cached_property(lambda self: self.compiled.fullmatch)
    finditer = cached_property(lambda self: self.compiled.finditer)
    findall = cached_property(lambda self: self.compiled.findall)
    split = cached_property(lambda self: self.compiled.split)
    subn = cached_property(lambda self: self.compiled.subn)


def is_anchored(source: str) -> bool:
    """Whether each alternative of the expression begins with "^".

    Python tries every other place of the text as well, where none can match.
    """
    if not source.lstrip().startswith("^"):
        return False
    outermost, groups = _SIGN.sub("x", source), 1
    while groups:
        outermost, groups = _GROUP.subn("x", outermost)
    return all(each.lstrip().startswith("^") for each in outermost.split("|"))
