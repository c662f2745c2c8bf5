"""Reads when minutes were published, and when it was announced that they are justerade."""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.annual_report.around import day_of
from minutes.justering.tables import JusteringRound, RoundKind
from minutes.publication.anslag import latest_posting
from minutes.publication.tables import Notice, Publication
from minutes.register.tables import Meeting

Posting = tuple[dt.date, dt.date]  # the day of the notice, and the last day for it


def of(
    session: Session, of_meetings: sa.ColumnElement[bool]
) -> tuple[dict[int, dt.date], dict[int, Posting]]:
    """(the first publication, the notice that the whole minutes are justerade) by meeting.

    of_meetings: the condition that a meeting is asked for. Two statements.
    """
    first = session.execute(
        sa.select(col(Publication.meeting_id), sa.func.min(col(Publication.published_at)))
        .join(Meeting, col(Meeting.id) == Publication.meeting_id)
        .where(of_meetings)
        .group_by(col(Publication.meeting_id))
    )
    published = {meeting: day_of(at) for meeting, at in first}
    notices = session.execute(
        sa.select(col(Notice.meeting_id), col(Notice.posted_at), col(Notice.justerat_on))
        .join(Meeting, col(Meeting.id) == Notice.meeting_id)
        .join(JusteringRound, col(JusteringRound.id) == Notice.round_id)
        .where(
            of_meetings,
            col(JusteringRound.kind) == RoundKind.MINUTES,
            col(Notice.posted_at).is_not(None),
        )
        .order_by(col(Notice.id))
    )
    posted = {
        meeting: (day_of(at), latest_posting(justerat).strict) for meeting, at, justerat in notices
    }
    return published, posted
