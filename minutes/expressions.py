"""Regular expressions that are compiled when they are first used.

Recognition has a thousand of them, of which a document uses a third. To compile all of them
took half of the time in which a command starts.
"""

import re
from functools import cached_property
from typing import cast


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

    flags = cached_property(lambda self: self.compiled.flags)
    search = cached_property(lambda self: self.compiled.search)
    match = cached_property(lambda self: self.compiled.match)
    fullmatch = cached_property(lambda self: self.compiled.fullmatch)
    finditer = cached_property(lambda self: self.compiled.finditer)
    findall = cached_property(lambda self: self.compiled.findall)
    split = cached_property(lambda self: self.compiled.split)
    sub = cached_property(lambda self: self.compiled.sub)
    subn = cached_property(lambda self: self.compiled.subn)
