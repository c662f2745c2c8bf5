"""A Markdown file's lines made ready for the parser; every line keeps its number.

Front matter and comments are taken out, since no Markdown parser takes them for what they
are, headings get the space after # that their authors leave out and lose the anchors that
converters put behind them, and the lines of a list of definitions become its bullets.
"""

import re
from collections.abc import Iterator, Sequence

from minutes.records import record

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LONGEST_FRONT_MATTER = 80  # lines
_ENOUGH_TO_PARSE = 40_000  # characters, after which a heading begins a new piece
_MOST_TO_PARSE = 120_000
_KEY = re.compile(r"\s*(?:\.\.\s+)?([\w-]+)\s*[:=]\s*(.*)")
# One # may begin a hashtag or "#5"; with a capital after it, it is a heading.
_CROWDED_HEADING = re.compile(r"^( {0,3})(#{2,6}(?=[^#\s])|#(?=[A-ZÅÄÖ]))")
_ANCHOR = re.compile(r"\s*\{#[\w.:-]+\}\s*$")  # behind a heading, where a converter put it
_TAGS = re.compile(r"^ {0,3}#{1,6}\s+tags:\s*`.*$")  # of a page, not of the text
_DEFINITION = re.compile(r"^( *):(?= {1,4}\S)")  # a line of a list of definitions
_CODE_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_PAGE_BREAK = re.compile(r"^\s*\\(?:pagebreak|newpage|clearpage)\b.*$")


@record
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
    if "<!--" in text and "-->" in text:
        found, lines = _take_comments("\n".join(lines))
        properties += found
    if "#" in text or "\\" in text:
        _repair(lines)
    if "\n: " in text:
        lines = [_DEFINITION.sub(r"\1-", line) for line in lines]
    return MarkdownSource(tuple(lines), tuple(properties))


def pieces(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(lines before it, text): the source in pieces that can be parsed one after the other.

    A token takes a hundred times the memory of its text, so a long document is parsed from
    heading to heading; one without headings is cut where it must be.
    """
    first = size = 0
    for number, line in enumerate(lines):
        heading = line.startswith("#") and size > _ENOUGH_TO_PARSE
        if size and (heading or size + len(line) > _MOST_TO_PARSE):
            yield first, "\n".join(lines[first:number])
            first, size = number, 0
        size += len(line) + 1
    yield first, "\n".join(lines[first:])


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


def _take_comments(text: str) -> tuple[list[tuple[int, str, str]], list[str]]:
    """(what static site generators keep in a comment, as ".. title: Kallelse", other lines)."""
    # Beyond the last end no comment is closed; the expression would look for one from each.
    end = text.rfind("-->") + len("-->")
    properties: list[tuple[int, str, str]] = []
    first, position = 1, 0
    for comment in _COMMENT.finditer(text, 0, end):
        first += text.count("\n", position, comment.start())
        position = comment.start()
        for number, line in enumerate(comment.group().split("\n"), start=first):
            if line.lstrip().startswith(".."):
                properties += _properties([line], number)
    kept = _COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), text[:end])
    return properties, (kept + text[end:]).split("\n")


def _repair(lines: list[str]) -> None:
    fenced = False
    for index, line in enumerate(lines):
        if "#" not in line and "`" not in line and "~" not in line and "\\" not in line:
            continue
        if _CODE_FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            line = _TAGS.sub("", _PAGE_BREAK.sub("", line))
            line = _ANCHOR.sub("", line) if line.startswith("#") else line
            lines[index] = _CROWDED_HEADING.sub(r"\1\2 ", line)
