"""What every reader makes of a file: its transcript and blocks that point into it.

Nothing here knows a file format, and nothing knows what minutes are.
"""

import re
from collections.abc import Sequence
from dataclasses import field, replace
from enum import StrEnum

from minutes.records import record


@record
class Source:
    """Lines of the transcript, counted from 1, both ends included."""

    first_line: int
    last_line: int


class BlockKind(StrEnum):
    """The shape that a block had in the document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    PAGE_MARGIN = "page_margin"  # page header or footer
    NOTE = "note"  # footnote, endnote or comment


@record
class Block:
    """A paragraph, heading, list item or table row, its line breaks folded to spaces.

    `marker` is the number or bullet that stood before the text, as printed or as the
    word processor would have printed it ("3)", "§ 14", "A.", "•"); `text` is without it.
    `level` is 1 for the topmost heading, and 0 for the outermost list.
    `breaks` says where each further line begins in `text`: (offset, line number).
    """

    kind: BlockKind
    text: str
    source: Source
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()
    bold: bool = False
    breaks: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    def lines(self, start: int, end: int) -> Source:
        """The transcript lines in which text[start:end] stood."""
        first = last = self.source.first_line
        if not self.breaks:
            return self.source if self.source.last_line == first else Source(first, first)
        for offset, line in self.breaks:
            if offset <= start:
                first = line
            if offset < max(end, start + 1):
                last = line
        return Source(first, max(first, last))

    def part(self, start: int, end: int) -> "Block":
        """text[start:end] without the spaces around it, in its own lines, as a paragraph.

        The part with which the block begins is still of its kind, with its marker.
        """
        said = self.text[start:end]
        begins = start == 0
        start, end = start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip())
        return Block(
            self.kind if begins else BlockKind.PARAGRAPH,
            self.text[start:end],
            self.lines(start, end),
            level=self.level if begins else 0,
            marker=self.marker if begins else "",
            bold=self.bold and begins,
            breaks=tuple((at - start, line) for at, line in self.breaks if start < at < end),
        )

    def numbered(self, marker: str, start: int) -> "Block":
        """The same, of whose text the first `start` characters are a number that was not known."""
        return replace(
            self,
            kind=self.kind if self.kind is BlockKind.HEADING else BlockKind.LIST_ITEM,
            text=self.text[start:],
            marker=marker,
            cells=(),
            breaks=tuple((at - start, line) for at, line in self.breaks if at > start),
        )


@record
class Remark:
    """Something in the file that the secretary should know of, in Swedish."""

    code: str
    message: str
    source: Source | None = None


@record
class ReadDocument:
    """A file as text: `transcript[n - 1]` is line n; the blocks point into it.

    For Markdown and plain text the transcript is the file's own lines; for Word it has a
    line for each paragraph or table row, in the order in which they stand.
    `title` is what the file's own properties or front matter call it, where they do.
    """

    transcript: tuple[str, ...]
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
    title: str = ""


_MARKER = re.compile(
    r"""^\s*(
        §\s{0,3}\d+(?:\s?[/:]\s?\d{2,4})?(?:\.\d+)*(?:\s[a-zA-Z](?=[.)\s]))?(?:[.):]|/(?=\s))?
      | \d{1,3}\s?§[.:]?(?=\s+(?:[-–—]\s+)?[A-ZÅÄÖ])                                # 3 §
      | [$&§]{1,2}\s?\d{1,3}\.(?=\s[A-ZÅÄÖ]) | 8\s\d{1,2}\.(?=\s[A-ZÅÄÖ])              # a misread §
      | \(?\d{1,3}(?:\.\d{1,2}){0,3}(?:\.\)|[.):])(?!\d)                             # 3.  3)  3.2.
      | Punkt\s\d{1,2}[.:]?(?=\s+[A-ZÅÄÖ])                                            # Punkt 3
      | \d{1,3}/(?:1[3-9]|[2-9]\d|20\d\d)(?=\s+[A-ZÅÄÖ])                         # 3/25, no day
      | \d{1,2}\s?[a-h][.)]                                                        # 3a.  3 b)
      | \d{1,2}(?:\.\d{1,2}){1,3}                                                 # 3.2
      | \(?[A-ZÅÄÖa-zåäö][.)]                                                     # A.  b)
      | (?:x{0,3}(?:ix|iv|v?i{1,3}|v|x))[.)]                                      # iii.
      | [vüØ](?=\s{2,}\S)                                          # of Wingdings, read as letters
      | [-–—•●○◦▪■□☐☑*o·]
    )(?:\s+|$)""",
    re.VERBOSE,
)
_BULLETS = frozenset("-–—•●○◦▪■*·vüØ")
_NUMBER_IN_BULLET = re.compile(r"(§\s?\d{1,3}|\d{1,2}\.?)\s+(?=[A-ZÅÄÖ])")  # "• 4 Ekonomi"
_BOX = re.compile(r"^\s*(?:[-*•]\s+)?\[([ xX])\]\s+(?=\w)")  # "[x] Boka sal"
_DASH = re.compile(r"^[-–—]\s+(?=[A-ZÅÄÖ])")  # "§ 3 – Ekonomi"
_NO_SPACE = re.compile(
    r"^\s*(§\s?\d+(?:[/:]\d{2,4})?[.):]?|[•●○◦▪■]|[-–](?=[A-ZÅÄÖ][a-zåäö]|att\s)|\d{1,2}[.)])(?=[A-ZÅÄÖ]|att\s)"
)


def split_marker(line: str) -> tuple[str, str]:
    """(marker, rest) of a line: "3) ST-fördelning" is "3)" and "ST-fördelning".

    A line that begins with no number or bullet has the marker "". The marker is never
    a date ("3.5 2021"), a clock time ("9.00") or an initial with a name after it.
    """
    if box := _BOX.match(line):
        return "☐" if box[1] == " " else "☑", line[box.end() :].strip()
    match = _MARKER.match(line) or _NO_SPACE.match(line)
    if match is None:
        return "", line.strip()
    marker, rest = " ".join(match.group(1).split()), line[match.end() :].strip()
    numbered = _NUMBER_IN_BULLET.match(rest) if marker in _BULLETS else None
    if numbered:
        return numbered.group(1), rest[numbered.end() :]
    if _is_no_marker(marker, rest):
        return "", line.strip()
    return marker, _DASH.sub("", rest) if marker[-1:] in "§.:" or marker[-1:].isdigit() else rest


def _is_no_marker(marker: str, rest: str) -> bool:
    if re.fullmatch(r"[A-ZÅÄÖ]\.", marker):
        # "A. Andersson", "K. E. Lind": initials of a name, where what follows is one name only.
        return bool(re.fullmatch(r"(?:[A-ZÅÄÖ]\.\s?)*[A-ZÅÄÖ][a-zåäöé]+son", rest))
    if marker == "o" or re.fullmatch(r"[a-zåäö]\.", marker):
        # "o" for "och" and "t. ex." where a line was wrapped; a bullet has a sentence after it.
        return not re.match(r"[A-ZÅÄÖ\d\"”“(]|att\s", rest)
    if re.fullmatch(r"\d{1,2}\.\d{1,2}", marker):
        return not rest or bool(re.match(r"(?:[-–]|\d|kl\b|[a-zåäö])", rest))
    if re.fullmatch(r"\d{1,2}\.", marker):
        return bool(re.match(r"\d{1,2}\s*[-–]\s*\d", rest))
    return False


def transcript_text(transcript: Sequence[str]) -> str:
    """The transcript as one text, as it is stored."""
    return "\n".join(transcript)
