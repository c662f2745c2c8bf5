"""The words of a finished report as they are signed: each section a paragraph. Pure.

Footnotes become [1] in the text, charts their numbers, and the sources stand last, so that nothing
that the report says is outside of what its fingerprint is of.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from minutes.annual_report.charts import Chart
from minutes.annual_report.document import (
    Bullets,
    ChartBlock,
    Document,
    Heading,
    Paragraph,
    Part,
    Run,
)
from minutes.annual_report.sources import Source
from minutes.justering import minutes_text
from minutes.justering.minutes_text import Minutes, TextKind

SOURCES = "Källor"


def exact_text(document: Document, body: str, organisation: str, finished: dt.date) -> Minutes:
    """What is signed of the report, as the body was called on the day when it was finished."""
    return Minutes(
        body=body,
        organisation=organisation,
        kind=TextKind.ANNUAL_REPORT,
        title=document.title,
        date=finished,
        paragraphs=tuple(_sections(document)),
    )


def _sections(document: Document) -> Iterator[minutes_text.Paragraph]:
    title, depth = "", 0
    said: list[str] = []
    for part in document.parts:
        if isinstance(part, Heading):
            if title or said:
                yield _section(title, depth, said)
            title, depth, said = part.text, part.level - 2, []
        else:
            said.append(_words(part))
    if title or said:
        yield _section(title, depth, said)
    if document.notes:
        yield _section(SOURCES, 0, ["\n".join(_notes(document.notes))])


def _section(title: str, depth: int, said: Sequence[str]) -> minutes_text.Paragraph:
    return minutes_text.Paragraph("", title, depth, "\n\n".join(filter(None, said)))


def _words(part: Part) -> str:
    match part:
        case Paragraph():
            return _line(part.runs)
        case Bullets():
            return "\n".join(f"{mark} {_line(row)}" for mark, row in part.marked("–"))
        case ChartBlock():
            return "\n".join(_numbers(part.chart))
        case _:
            return ""


def _line(runs: Sequence[Run]) -> str:
    return "".join(f"[{run.note}]" if run.note else run.text for run in runs)


def _numbers(chart: Chart) -> Iterator[str]:
    if chart.is_empty:
        return
    yield f"Diagram: {chart.title}"
    for place, label in enumerate(chart.labels):
        values = (f"{each.name} {each.values[place]}" for each in chart.series)
        yield f"{label}: {', '.join(values)}"


def _notes(notes: Sequence[Source]) -> Iterator[str]:
    return (f"[{number}] {note.label}" for number, note in enumerate(notes, start=1))
