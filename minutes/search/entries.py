"""What the index is to say, read from the register and the reports."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.annual_report.tables import AnnualReport, ReportState
from minutes.justering.canonical import read_canonical
from minutes.recognition.findings import Presence
from minutes.register.tables import (
    ActionItem,
    Attachment,
    Attendance,
    Decision,
    Item,
    Meeting,
    StoredDocument,
)
from minutes.search.language import Kind
from minutes.search.standing import number, stems_and_marks

AT_ONCE = 1_000  # rows
LONGEST = 250_000  # characters of a text; PostgreSQL keeps stems of a million bytes at most
KINDS: dict[Any, Kind] = {
    Meeting: Kind.MEETING,
    Item: Kind.ITEM,
    Decision: Kind.DECISION,
    ActionItem: Kind.ACTION,
    Attachment: Kind.PAPER,
    AnnualReport: Kind.REPORT,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the index."""

    kind: Kind
    thing_id: int
    meeting_id: int | None
    body_id: int
    date: dt.date
    text: str

    def values(self) -> dict[str, Any]:
        """Its columns."""
        return {
            "id": number(self.date, self.thing_id, self.kind),
            "kind": self.kind,
            "thing_id": self.thing_id,
            "meeting_id": self.meeting_id,
            "body_id": self.body_id,
            "date": self.date,
            "text": self.text,
            "stems": stems_and_marks(self.text, self.kind, self.body_id),
        }


def entries(
    session: Session, kind: Kind, *, ids: Collection[int] = (), of_meeting: int | None = None
) -> Iterator[Entry]:
    """The entries of a kind: of all there is, of things with these ids, or of one meeting."""
    query, text_of = _READ[kind]
    thing = next(table for table, each in KINDS.items() if each is kind)
    if ids:
        query = query.where(thing.id.in_(ids))
    if of_meeting is not None:
        query = query.where(col(Meeting.id) == of_meeting)
    if not ids and of_meeting is None:
        query = query.execution_options(yield_per=AT_ONCE)
    rows = session.execute(query)
    # A meeting has a row for each person who was there.
    for (thing_id, meeting_id, body_id, day), those in groupby(rows, key=lambda row: row[:4]):
        date = dt.date(day, 12, 31) if kind is Kind.REPORT else day
        text = text_of([tuple(row[4:]) for row in those])
        yield Entry(kind, thing_id, meeting_id, body_id, date, text[:LONGEST])


def _of_meeting(table: Any, *columns: Any) -> sa.Select[Any]:
    head = (col(table.id), col(Meeting.id), col(Meeting.body_id), col(Meeting.date))
    return sa.select(*head, *columns).select_from(table)


def _lines(rows: Sequence[tuple[str | None, ...]]) -> str:
    return "\n".join(each for each in rows[0] if each)


def _meeting(rows: Sequence[tuple[str | None, ...]]) -> str:
    title, place, chair, secretary, adjusters, _ = rows[0]
    names = [place, chair, secretary, *(adjusters or "").split("\n"), *(row[-1] for row in rows)]
    return _lines([(title, ", ".join(dict.fromkeys(each for each in names if each)))])


def _item(rows: Sequence[tuple[str | None, ...]]) -> str:
    number, title, text = rows[0]
    return _lines([(f"{number or ''} {title}".strip(), text)])


def _paper(rows: Sequence[tuple[str | None, ...]]) -> str:
    label, title, transcript = rows[0]
    return _lines([(f"{label} {title}".strip(), transcript)])


def _report(rows: Sequence[tuple[str | None, ...]]) -> str:
    """Its words as they are signed. A report from before they were kept has its name; so has one of
    several bodies, whose minutes not all may read who read of one.
    """
    year, exact, covers = rows[0]
    if not exact:
        return f"Årsberättelse {year}"
    report = read_canonical(exact)
    if covers:
        return report.title
    said = ((each.label, each.text) for each in report.paragraphs)
    return _lines([(report.title, *chain.from_iterable(said))])


_PRESENT = sa.and_(
    col(Attendance.meeting_id) == Meeting.id, col(Attendance.presence) == Presence.PRESENT
)
_OF_REPORT: tuple[Any, ...] = (
    col(AnnualReport.id),
    sa.null(),
    col(AnnualReport.body_id),
    col(AnnualReport.year),
    col(AnnualReport.year),
    col(AnnualReport.exact),
    col(AnnualReport.covers),
)
_Read = tuple[sa.Select[Any], Callable[[Sequence[tuple[str | None, ...]]], str]]
_READ: dict[Kind, _Read] = {
    Kind.MEETING: (
        _of_meeting(
            Meeting,
            col(Meeting.title),
            col(Meeting.place),
            col(Meeting.chair),
            col(Meeting.secretary),
            col(Meeting.adjusters),
            col(Attendance.name),
        )
        .outerjoin(Attendance, _PRESENT)
        .order_by(col(Meeting.id), col(Attendance.position), col(Attendance.id)),
        _meeting,
    ),
    Kind.ITEM: (
        _of_meeting(Item, col(Item.number), col(Item.title), col(Item.text)).join(Meeting),
        _item,
    ),
    Kind.DECISION: (_of_meeting(Decision, col(Decision.text)).join(Meeting), _lines),
    Kind.ACTION: (
        _of_meeting(ActionItem, col(ActionItem.text), col(ActionItem.owner_text)).join(Meeting),
        _lines,
    ),
    Kind.PAPER: (
        _of_meeting(
            Attachment,
            col(Attachment.label),
            col(Attachment.title),
            col(StoredDocument.transcript),
        )
        .join(Meeting)
        .outerjoin(StoredDocument, col(StoredDocument.id) == Attachment.document_id),
        _paper,
    ),
    Kind.REPORT: (
        sa.select(*_OF_REPORT).where(col(AnnualReport.state) == ReportState.FINISHED),
        _report,
    ),
}
