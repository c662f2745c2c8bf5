"""The calendar file of a reminder: the days of its action items, and the meeting that is near."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes import ics
from minutes.formatting import long_date
from minutes.ics import Entry
from minutes.people.queries import called_in_full
from minutes.people.tables import Body
from minutes.register.cancelled import is_cancelled
from minutes.register.tables import AnnouncedMeeting, Meeting
from minutes.reminders.calendars import of_action, of_meeting
from minutes.reminders.queries import Facts, Reader
from minutes.reminders.tables import Cause
from minutes.writing.ahead import summoned_to

OWN = (Cause.TODAY, Cause.SOON, Cause.MEETING)


@dataclass(frozen=True, slots=True)
class Told:
    """An action item as its reader may see it, why it is told of, and its number in the mail."""

    facts: Facts
    cause: Cause
    number: int


def entries(
    person: Reader, told: Sequence[Told], meetings: Mapping[int, Entry], today: dt.date
) -> list[Entry]:
    """What of a mail lies ahead: one's own action items, and the meetings before which it came.

    They are the entries of the calendars that one can subscribe to.
    """
    own = [
        of_action(
            each.facts.id,
            each.facts.text,
            each.facts.due,
            each.facts.quote,
            f"{each.facts.body} {long_date(each.facts.meeting_date)}",
        )
        for each in told
        if each.cause in OWN and each.facts.due is not None and each.facts.due >= today
    ]
    bodies = dict.fromkeys(each.facts.body_id for each in told if each.cause is Cause.MEETING)
    return own + [meetings[body] for body in bodies if body in meetings and person.may_read(body)]


def calendar_file(days: Sequence[Entry], today: dt.date) -> bytes:
    """The entries as a file that a calendar program takes in."""
    at = dt.datetime.combine(today, dt.time(), dt.UTC)
    return ics.written("reminder", "Minutes", days, at, method="PUBLISH")


def next_meetings(session: Session, today: dt.date) -> dict[int, Entry]:
    """By body, the next meeting that its minutes announce, or to which a kallelse was sent, and
    that is not called off.
    """
    rows = session.execute(
        sa.select(
            col(Body.id),
            called_in_full(),
            col(AnnouncedMeeting.date),
            col(AnnouncedMeeting.start),
            col(AnnouncedMeeting.end),
            col(AnnouncedMeeting.place),
        )
        .join(Meeting, col(Meeting.id) == AnnouncedMeeting.meeting_id)
        .join(Body, col(Body.id) == Meeting.body_id)
        .where(
            col(AnnouncedMeeting.date) >= today,
            ~is_cancelled(col(Meeting.body_id), col(AnnouncedMeeting.date)),
        )
        .order_by(col(AnnouncedMeeting.date), col(AnnouncedMeeting.id).desc())
    )
    summoned = [
        (each.body_id, name, each.date, each.start, each.end, each.place)
        for each, name in summoned_to(session, today)
    ]
    found: dict[int, Entry] = {}
    # Of the two for a day the kallelse says it best.
    for body_id, name, day, start, end, place in sorted([*summoned, *rows], key=itemgetter(2)):
        found.setdefault(body_id, of_meeting(body_id, name, day, start, end, place))
    return found
