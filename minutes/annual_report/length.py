"""How long a report is in print. Pure."""

from minutes.annual_report.document import Bullets, ChartBlock, Document

A_PAGE = 4200  # characters, with headings and sources


def is_brief(document: Document) -> bool:
    """Whether it is to fit on a page: it needs no table of contents then."""
    count = sum(len(note.label) for note in document.notes)
    for part in document.parts:
        if isinstance(part, ChartBlock):
            return False
        rows = part.rows if isinstance(part, Bullets) else (part.runs,)
        count += sum(len(run.text) for row in rows for run in row)
    return count <= A_PAGE
