"""Registered minutes as Markdown that reads back to the same facts. Pure."""

from collections.abc import Iterable, Sequence

from minutes.justering.minutes_text import Minutes, Paragraph
from minutes.justering.sheet import PRESENCE_WORDS
from minutes.recognition.findings import MinutesKind
from minutes.recognition.rules.marked import MARK
from minutes.register.grids import Grid
from minutes.writing.readable import (
    ACTION_COLUMNS,
    ATTENDANCE_COLUMNS,
    Decided,
    ahead_lines,
    attendance_rows,
    divided,
    label_of,
    parts_of,
)
from minutes.writing.skeleton import ATTENDANCE, Head, head_lines


def markdown_of(minutes: Minutes) -> str:
    """The file."""
    words = {presence.value: said for presence, said in PRESENCE_WORDS.items()}
    parts = [*head_lines(head_of(minutes)), *ahead_lines(minutes), MARK]
    of_no_point, points = divided(minutes)
    for paragraph in of_no_point:
        parts += _paragraph(paragraph)
    people = list(attendance_rows(minutes, words))
    if people:
        parts += [ATTENDANCE, _table(ATTENDANCE_COLUMNS, people)]
    for paragraph in points:
        parts += _paragraph(paragraph)
    if minutes.attachments:
        parts += ["## Bilagor", "\n".join(f"- {_escaped(each)}" for each in minutes.attachments)]
    return "\n\n".join(part for part in parts if part) + "\n"


def head_of(minutes: Minutes) -> Head:
    """The head of the minutes, as it is written."""
    return Head(
        body=minutes.body,
        organisation=minutes.organisation,
        kind=MinutesKind(minutes.kind.value),
        date=minutes.date,
        place=minutes.place,
        chair=minutes.chair,
        secretary=minutes.secretary,
        adjusters=minutes.adjusters,
        title=minutes.title,
        times="–".join(filter(None, (minutes.start, minutes.end))),
    )


def _paragraph(paragraph: Paragraph) -> list[str]:
    found = []
    if paragraph.is_point:
        marks = "###" if paragraph.depth else "##"
        found.append(f"{marks} {_escaped(label_of(paragraph))}")
    parts = parts_of(paragraph)
    for said in parts.said:
        if isinstance(said, Grid):  # a table of Markdown has headings, though they be empty
            found.append(_table(said.head or [""] * len(said.rows[0]), said.body))
        elif isinstance(said, Decided):
            quotes = "\n".join(f"- {_escaped(quote)}" for quote in said.quotes)
            found += ["**Beslut**", quotes]
        else:
            found.append(_escaped(said))
    if parts.promised:
        found += ["**Åtgärder**", _table(ACTION_COLUMNS, parts.promised)]
    return found


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(_cell(each) for each in line)} |" for line in lines)


def _cell(text: str) -> str:
    return _escaped(text).replace("|", "\\|")


def _escaped(text: str) -> str:
    """Words in which nothing is markup."""
    return "".join(f"\\{sign}" if sign in "\\*_`<[]#" else sign for sign in text)
