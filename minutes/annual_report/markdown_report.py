"""A report as Markdown that any reader knows: footnotes as such, charts as tables. Pure."""

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
from minutes.annual_report.markup import plain


def markdown_of(document: Document) -> str:
    """The whole report."""
    parts = [f"# {plain(document.title)}", *filter(None, map(_part, document.parts))]
    notes = [f"[^{number}]: {plain(note.label)}" for number, note in enumerate(document.notes, 1)]
    return "\n\n".join([*parts, "\n".join(notes)]).rstrip() + "\n"


def _part(part: Part) -> str:
    match part:
        case Heading():
            return f"{'#' * part.level} {_words(part.runs)}"
        case Paragraph():
            return _words(part.runs)
        case Bullets():
            return "\n".join(f"{mark} {_words(row)}" for mark, row in part.marked("-"))
        case ChartBlock():
            return "" if part.chart.is_empty else "\n".join(_table(part.chart))


def _words(runs: Sequence[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    mark = "**" * run.bold + "*" * run.italic
    inner = run.text.strip()
    if not mark or not inner:
        return _escaped(run.text)
    before, after = run.text.partition(inner)[::2]
    return f"{before}{mark}{_escaped(inner)}{mark[::-1]}{after}"


def _escaped(text: str) -> str:
    """As plain(), with the spaces at its ends."""
    inner = text.strip()
    before, after = text.partition(inner)[::2] if inner else (text, "")
    return f"{before}{plain(inner)}{after}"


def _table(chart: Chart) -> Iterator[str]:
    yield f"*{plain(chart.title)}*"
    yield ""
    yield f"| | {' | '.join(plain(each.name) for each in chart.series)} |"
    yield f"|---|{'---:|' * len(chart.series)}"
    for place, label in enumerate(chart.labels):
        values = " | ".join(str(each.values[place]) for each in chart.series)
        yield f"| {plain(label)} | {values} |"
