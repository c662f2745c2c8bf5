"""A Markdown file's lines made ready for the parser; every line keeps its number.

Front matter and comments are taken out, since no Markdown parser takes them for what they
are, and headings get the space after # that their authors leave out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LONGEST_FRONT_MATTER = 80  # lines
_KEY = re.compile(r"\s*(?:\.\.\s+)?([\w-]+)\s*[:=]\s*(.*)")
# One # may begin a hashtag or "#5"; with a capital after it, it is a heading.
_CROWDED_HEADING = re.compile(r"^( {0,3})(#{2,6}(?=[^#\s])|#(?=[A-ZÅÄÖ]))")
_CODE_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_PAGE_BREAK = re.compile(r"^\s*\\(?:pagebreak|newpage|clearpage)\b.*$")


@dataclass(frozen=True, slots=True)
class MarkdownSource:
    """The lines for the parser, and what stood in the front matter: (line, key, value)."""

    lines: tuple[str, ...]
    properties: tuple[tuple[int, str, str], ...] = ()

    @property
    def title(self) -> str:
        """What the front matter calls the document, or ""."""
        return next((value for _, key, value in self.properties if key == "title"), "")


def prepare(text: str) -> MarkdownSource:
    r"""Take out front matter and comments; `text` has "\n" as its only line end."""
    lines = text.split("\n")
    end = _front_matter_end(lines)
    properties = _properties(lines[:end], 1)
    lines[:end] = [""] * end
    if "<!--" in text:
        properties += _properties_in_comments("\n".join(lines))
        lines = _COMMENT.sub(_only_line_ends, "\n".join(lines)).split("\n")
    if "#" in text or "\\" in text:
        _repair(lines)
    return MarkdownSource(tuple(lines), tuple(properties))


def _front_matter_end(lines: Sequence[str]) -> int:
    """How many lines the front matter takes, its fences included."""
    closing = _FENCES.get(lines[0].strip()) if lines else None
    if closing is None:
        return 0
    for number, line in enumerate(lines[1:_LONGEST_FRONT_MATTER], start=1):
        if line.strip() in closing:
            return number + 1 if number > 1 else 0
        if not (_KEY.match(line) or not line.strip() or line.lstrip()[0] in "-#" or line[0] == " "):
            return 0  # a horizontal rule, and text after it
    return 0


def _properties(lines: Sequence[str], first_number: int) -> list[tuple[int, str, str]]:
    found = []
    for number, line in enumerate(lines, start=first_number):
        match = _KEY.match(line)
        value = match[2].strip().strip("\"'").strip() if match else ""
        if match and value:
            found.append((number, match[1].casefold(), value))
    return found


def _properties_in_comments(text: str) -> list[tuple[int, str, str]]:
    """What static site generators keep in a comment: ".. title: Kallelse"."""
    found = []
    for comment in _COMMENT.finditer(text):
        lines = comment.group().split("\n")
        first = text.count("\n", 0, comment.start()) + 1
        found += [
            entry
            for number, line in enumerate(lines, start=first)
            if line.lstrip().startswith("..")
            for entry in _properties([line], number)
        ]
    return found


def _only_line_ends(comment: re.Match[str]) -> str:
    return "\n" * comment.group().count("\n")


def _repair(lines: list[str]) -> None:
    fenced = False
    for index, line in enumerate(lines):
        if "#" not in line and "`" not in line and "~" not in line and "\\" not in line:
            continue
        if _CODE_FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            lines[index] = _CROWDED_HEADING.sub(r"\1\2 ", _PAGE_BREAK.sub("", line))
