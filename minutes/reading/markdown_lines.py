"""The lines of a Markdown paragraph without their markup, and which of them belong together.

Markdown takes every line end for a mere wrap. Authors of minutes do not: they write one
fact a line ("Ordförande: …", "Sekreterare: …"), or one name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from markdown_it.token import Token

from minutes.reading.blocks import split_marker
from minutes.reading.wrapping import DECISION_LABEL, LEAD_TO_CLAUSES

_LABEL = re.compile(r"[A-ZÅÄÖ][\wåäöÅÄÖ /-]{1,40}:(?:\s|$)")
_ENDS_SENTENCE = (".", ":", "!", "?", ";")
_GOES_ON = (",", " och", " samt", " eller", "-", " av", " i", " på", " med", " till", " för")
_CLOSES_CLAUSE = (*_ENDS_SENTENCE, ",", " och", " samt")
_NARROWEST_WRAP = 50  # characters; nobody wraps text at less
_NUMBERED = re.compile(r"\d{1,3}\s+[A-ZÅÄÖ]")  # "4 Kassan"
_MOST_OF_TITLE = 2  # words
_BREAK = re.compile(r"<\s*br\s*/?\s*>", re.IGNORECASE)
_BOLD_TAG = re.compile(r"<\s*(/?)\s*(?:strong|b)\s*>", re.IGNORECASE)


@dataclass(slots=True)
class TextLine:
    """A line of a paragraph; `broken` where the author forced the line end after it."""

    number: int
    text: str = ""
    bold: bool | None = None
    broken: bool = False


def lines_of(inline: Token, first_number: int) -> list[TextLine]:
    """The lines of an inline token without markup; lines without text are left out."""
    line = TextLine(first_number)
    lines = [line]
    depth = 0
    for token in inline.children or ():
        kind = token.type
        if kind == "text" or kind == "code_inline" or kind == "image":
            text = token.content
            line.text += text
            if line.bold is not False and not text.isspace() and text:
                line.bold = depth > 0
        elif kind == "softbreak" or kind == "hardbreak":
            line.broken = kind == "hardbreak"
            line = TextLine(line.number + 1)
            lines.append(line)
        elif kind == "strong_open":
            depth += 1
        elif kind == "strong_close":
            depth -= 1
            if _ends_title(line.text):
                line = TextLine(line.number)
                lines.append(line)
        elif kind == "html_inline":
            if _BREAK.match(token.content):
                line.broken = True
                line = TextLine(line.number)
                lines.append(line)
            elif tag := _BOLD_TAG.match(token.content):
                depth += -1 if tag[1] else 1
    if line.text.endswith("\\"):
        # A forced line end after which nothing comes.
        line.text = line.text[:-1]
    return [line for line in lines if line.text and not line.text.isspace()]


def _ends_title(text: str) -> bool:
    """Whether what was bold is the numbered title of a point, in a cell that says more below it."""
    if not text.lstrip().startswith("|"):
        return False
    marker, title = split_marker(text.rpartition("|")[2].strip())
    return bool(title) and any(map(str.isdigit, marker))


def groups(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The lines of a paragraph, those together that one sentence or list runs through."""
    if not lines:
        return
    widest = _width(lines)
    # Where each line is a clause none is wrapped, however wide it is.
    clauses = all(line.text.lstrip().startswith("att ") for line in lines[1:])
    room = inf if clauses or not widest else widest
    group = [lines[0]]
    for line in lines[1:]:
        if _belongs(group[-1], line, widest) and not _is_next_clause(group, line, room):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _is_short_title(text: str) -> bool:
    """As the line "Kassan" or "VAL AV JUSTERARE" after a full stop: it ends no sentence."""
    few = len(text.split()) <= _MOST_OF_TITLE or text.isupper()
    return few and text[:1].isupper() and text[-1:].isalpha()


def _width(lines: Sequence[TextLine]) -> int:
    """The width at which the lines were wrapped; 0 where none of them surely was.

    Sure is what goes on in lower case. Where every line ends a sentence or begins large after
    one, its author wrote one fact, or one title, a line.
    """
    wrapped = any(
        following.text.lstrip()[:1].islower() or not line.text.rstrip().endswith(_ENDS_SENTENCE)
        for line, following in pairwise(lines)
        if len(line.text) >= _NARROWEST_WRAP and not _LABEL.match(following.text)
    )
    return max(len(line.text) for line in lines) if wrapped else 0


def is_table_row(line: TextLine, in_table: bool) -> bool:
    """Whether the line is a row: it begins with a bar, or has one where a table is certain."""
    return line.text.lstrip().startswith("|") or (in_table and "|" in line.text)


def is_table_rule(line: TextLine) -> bool:
    """Whether the line is only the rule under the head of a table: "|---|---|"."""
    text = line.text
    return "-" in text and "|" in text and not text.strip("|:- =\t")


def _is_next_clause(group: Sequence[TextLine], line: TextLine, room: float) -> bool:
    """Whether it is an att-clause on a line of its own, below the lead-in or another one."""
    marker, rest = split_marker(line.text.strip())
    if not rest.startswith("att "):
        return False
    before = group[-1].text.strip()
    if (
        marker
        or before.endswith(":")
        or LEAD_TO_CLAUSES.search(before)
        or DECISION_LABEL.fullmatch(before)
    ):
        return True
    ended = before.endswith(_CLOSES_CLAUSE) or room - len(before) > len("att")
    return ended and group[0].text.lstrip().startswith("att ")


def _belongs(line: TextLine, following: TextLine, widest: int) -> bool:
    """Whether `following` goes on with `line`, so that only a wrap stands between."""
    if line.broken or _LABEL.match(following.text):
        return False
    before, after = line.text.strip(), following.text.strip()
    marker, rest = split_marker(after)
    if marker and (marker[0] in "§(•●○" or marker[-1] == ")" or rest[:1].isupper()):
        return False
    if after[0].islower() or before.endswith(_GOES_ON):
        return True
    if widest < _NARROWEST_WRAP or (_LABEL.match(before) and before.endswith(_ENDS_SENTENCE)):
        return False
    if before.endswith(_ENDS_SENTENCE) and (_NUMBERED.match(after) or _is_short_title(after)):
        return False
    room = widest - len(before) - 1
    # A program that wraps at the width of the widest line would have put the word before.
    return len(after.split(maxsplit=1)[0]) > room - 0.2 * widest
