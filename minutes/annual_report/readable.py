"""Rows of a report's Markdown in plain words, as they will be read: to compare texts. Pure."""

from collections.abc import Iterable, Iterator

from minutes.annual_report.document import Bullets, ChartBlock, Heading, Paragraph, Run, document
from minutes.annual_report.facts import Record
from minutes.annual_report.figures import Figures
from minutes.annual_report.markup import NOTE

_HEADING = "#"


def readable(
    rows: Iterable[str], record: Record, counted: Figures, *, with_sources: bool = True
) -> str:
    """The rows with their numbers, each on a line of its own, and where each stands."""
    lines = (
        line for row in rows for line in _lines(row, record, counted, with_sources=with_sources)
    )
    return "\n".join(lines).strip("\n")


def _lines(row: str, record: Record, counted: Figures, *, with_sources: bool) -> Iterator[str]:
    if row.startswith(NOTE):
        yield f"({row.removeprefix(NOTE).strip()})"
        return
    # A heading alone has nothing under it, and would be left out.
    made = document("", f"{row}\n\n–" if row.startswith(_HEADING) else row, record, counted)
    where = [each.label for each in made.notes]
    for part in made.parts:
        match part:
            case Heading():
                yield f"\n{part.text}"
                return
            case Bullets():
                yield from (f"– {_words(each)}" for each in part.rows)
            case Paragraph():
                yield _words(part.runs)
            case ChartBlock():
                yield f"Diagram: {part.chart.title}"
    if where and with_sources:
        yield f"[{'; '.join(where)}]"


def _words(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs if not run.note)
