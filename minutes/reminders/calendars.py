"""What stands in the calendars that people subscribe to: their action items, a body's meetings."""

import datetime as dt
from dataclasses import replace

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.follow_up import queries as follow_up
from minutes.formatting import long_date
from minutes.ics import Entry
from minutes.register.cancelled import cancelled_since
from minutes.register.tables import AnnouncedMeeting, Meeting
from minutes.reminders.queries import Reader
from minutes.writing.tables import Sitting

BACK = dt.timedelta(days=365)  # how far back meetings are shown


def own_actions(session: Session, person: Reader, at: dt.datetime, today: dt.date) -> list[Entry]:
    """The person's open action items, each on the day by which it is to be done."""
    rows = follow_up.owned_by(session, person.id, at, today)
    return [
        of_action(
            row.id,
            row.text,
            row.due,
            row.quote if person.may_read(row.body_id) else "",
            f"{row.body} {long_date(row.meeting_date)}",
        )
        for row in rows
        if row.due is not None and not row.is_done
    ]


def of_action(id_: int, text: str, due: dt.date, quote: str, meeting: str) -> Entry:
    """An action item on its day; it is the same entry wherever it comes from."""
    return Entry(
        key=f"action:{id_}",
        title=f"Klart senast: {text}",
        day=due,
        about=f"”{quote}”\n{meeting}" if quote else meeting,
        busy=False,
    )


def meetings(session: Session, body_id: int, body: str, today: dt.date) -> list[Entry]:
    """The meetings of a body of the last year, those that it has been summoned to or that its
    minutes announce, and those that are called off.
    """
    held = session.execute(
        sa.select(
            col(Meeting.date),
            col(Meeting.start),
            col(Meeting.end),
            col(Meeting.place),
            col(Meeting.title),
        )
        .where(col(Meeting.body_id) == body_id, col(Meeting.date) >= today - BACK)
        .order_by(col(Meeting.date), col(Meeting.id))
    )
    announced = session.execute(
        sa.select(
            col(AnnouncedMeeting.date),
            col(AnnouncedMeeting.start),
            col(AnnouncedMeeting.end),
            col(AnnouncedMeeting.place),
            sa.func.coalesce(col(AnnouncedMeeting.note), ""),
        )
        .join(Meeting, col(Meeting.id) == AnnouncedMeeting.meeting_id)
        .where(col(Meeting.body_id) == body_id, col(AnnouncedMeeting.date) >= today - BACK)
        .order_by(col(AnnouncedMeeting.date), col(AnnouncedMeeting.id).desc())
    )
    summoned = session.execute(
        sa.select(
            col(Sitting.date),
            col(Sitting.start),
            col(Sitting.end),
            sa.func.nullif(col(Sitting.place), ""),
            sa.literal(""),
        )
        .where(
            col(Sitting.body_id) == body_id,
            col(Sitting.summoned_at).is_not(None),
            col(Sitting.date) >= today - BACK,
        )
        .order_by(col(Sitting.date), col(Sitting.id))
    )
    days: dict[dt.date, Entry] = {}
    for day, start, end, place, about in (*held, *summoned, *announced):
        # Minutes say more surely what was than what was to be; of two announcements the newer.
        days.setdefault(day, of_meeting(body_id, body, day, start, end, place, about))
    for off in cancelled_since(session, [body_id], today - BACK):
        known = days.get(off.date) or of_meeting(body_id, body, off.date, None, None, None)
        days[off.date] = replace(known, about=off.reason, cancelled=True)
    return sorted(days.values(), key=lambda entry: entry.day)


def of_meeting(
    body_id: int,
    body: str,
    day: dt.date,
    start: dt.time | None,
    end: dt.time | None,
    place: str | None,
    about: str = "",
) -> Entry:
    """A meeting of a body; it is the same entry wherever it comes from."""
    key = f"meeting:{body_id}:{day.isoformat()}"
    return Entry(key, f"Möte: {body}", day, start, end, place or "", about)
