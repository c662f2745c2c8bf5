"""Where in the text an insertion goes: at a line, or last in a paragraph. Pure."""

from minutes.writing.numbering import headings
from minutes.writing.skeleton import ATTENDANCE


def put_in(text: str, words: str, line: int | None) -> str:
    """The text with the words as paragraphs of their own, below the line (counted from 1) or the
    paragraph of text that it stands in; last in the text where no line is given.
    """
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    at = len(lines) if line is None else min(max(line, 0), len(lines))
    while 0 < at < len(lines) and lines[at - 1].strip() and lines[at].strip():
        at += 1
    before, after = "\n".join(lines[:at]).rstrip(), "\n".join(lines[at:]).strip("\n")
    return "\n\n".join(part for part in (before, words.strip(), after) if part.strip()) + "\n"


def end_of_paragraph(text: str, heading_line: int) -> int | None:
    """The last line of the paragraph that has its heading on this line; None where it is last."""
    following = [line for line, _ in headings(text) if line > heading_line]
    return following[0] - 1 if following else None


def with_attendance(text: str, section: str) -> str:
    """The text with this attendance in the place of the one it had, or above the first heading.

    section: what stands below the heading.
    """
    new = f"{ATTENDANCE}\n\n{section.strip()}\n"
    found = list(headings(text))
    lines = text.split("\n")
    for line, words in found:
        if words.strip().casefold() == ATTENDANCE.casefold():
            end = end_of_paragraph(text, line)
            rest = "" if end is None else "\n".join(lines[end:]).strip("\n")
            return _joined("\n".join(lines[: line - 1]), new, rest)
    if not found:
        return _joined(text, new, "")
    first = found[0][0] - 1
    return _joined("\n".join(lines[:first]), new, "\n".join(lines[first:]).strip("\n"))


def _joined(*parts: str) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"
