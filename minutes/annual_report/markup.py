"""The Markdown in which a report is written: fields {{beslut}}, footnotes [^beslut-12]. Pure.

A line that begins with %% is a note to whoever writes, and is never shown.
"""

import re

FIELD = re.compile(r"\{\{\s*(?P<name>[\w ]+?)(?:\s*:\s*(?P<of>[\w-]+))?\s*\}\}")
FOOTNOTE = re.compile(r"\[\^(?P<key>[\w-]+)\]")
NOTE = "%%"
OF_BODY = "organ-"  # {{beslut:organ-7}} is of the body 7 in a report of several
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^])")
_LIST_MARK = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")
_SPACE = re.compile(r"\s+")


def field(name: str, of: object = None) -> str:
    """A number that is kept current: {{beslut}}, or {{beslut:7}} of the meeting 7."""
    return f"{{{{{name}}}}}" if of is None else f"{{{{{name}:{of}}}}}"


def footnote(*keys: str) -> str:
    """References to sources."""
    return "".join(f"[^{key}]" for key in keys)


def plain(text: str) -> str:
    """Words of the minutes on one line, in which nothing is markup."""
    line = _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text).strip())
    return _LIST_MARK.sub(r"\1\\\2\3", line)
