"""Notices of meetings ahead: read, put up, taken down. Each act is written down."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from minutes.errors import NotFound, Refused
from minutes.people.tables import Body
from minutes.publication.service import By, note
from minutes.publication.tables import MeetingNotice, Summons
from minutes.register.cancelled import is_cancelled
from minutes.swedish_time import day_in_sweden

LONGEST_PLACE = 300
LONGEST_TEXT = 10_000
WEEK = dt.timedelta(days=7)
_NUMBER = re.compile(r"^(?:§\s*)?\d{1,3}[.):]\s*(?=\D)|^§\s*\d{1,3}\s+")


@dataclass(frozen=True, slots=True)
class ShownMeeting:
    """A notice of a meeting that is up, and whose it is."""

    notice: MeetingNotice
    body: Body
    is_cancelled: bool

    @property
    def points(self) -> list[str]:
        """The points of the agenda."""
        return points_of(self.notice)


def points_of(notice: MeetingNotice) -> list[str]:
    """The points of the agenda, without the numbers that were typed before them."""
    lines = (_NUMBER.sub("", each.strip(), count=1) for each in notice.agenda.splitlines())
    return [each for each in lines if each]


def up(session: Session, notice_id: int | None = None) -> list[ShownMeeting]:
    """The notices that are up, the next meeting first; or only the one."""
    query = (
        select(MeetingNotice, Body, is_cancelled(MeetingNotice.body_id, MeetingNotice.date))
        .join(Body, col(Body.id) == MeetingNotice.body_id)
        .where(
            col(MeetingNotice.posted_at).is_not(None), col(MeetingNotice.taken_down_at).is_(None)
        )
        .order_by(col(MeetingNotice.date), col(MeetingNotice.id))
    )
    if notice_id is not None:
        query = query.where(MeetingNotice.id == notice_id)
    return [ShownMeeting(*row) for row in session.exec(query)]


def one_up(session: Session, notice_id: int) -> ShownMeeting:
    """The notice, where it is up. Raises NotFound."""
    for found in up(session, notice_id):
        return found
    raise NotFound("Sidan finns inte.")


def of_body(session: Session, body_id: int) -> Sequence[MeetingNotice]:
    """The notices of a body, the latest meeting first."""
    query = select(MeetingNotice).where(MeetingNotice.body_id == body_id)
    return session.exec(
        query.order_by(col(MeetingNotice.date).desc(), col(MeetingNotice.id).desc()).limit(50)
    ).all()


def is_late(kind: Summons, meets: dt.date, posted: dt.date) -> bool:
    """Whether a kungörelse is up later than kommunallagen 5 kap. 13 § asks of fullmäktige: it is
    to be at least a week before the day of the meeting.
    """
    return kind is Summons.KUNGORELSE and meets - posted < WEEK


def put_up(session: Session, notice: MeetingNotice, by: By) -> int:
    """Put up a notice, now or at its time; the id. Raises Refused."""
    if notice.date < by.today:
        raise Refused("Dagen för mötet har redan varit. Välj en dag som kommer.")
    if day_in_sweden(notice.post_at) > notice.date:
        raise Refused("Anslaget måste sättas upp senast den dag då mötet hålls.")
    if len(notice.place) > LONGEST_PLACE or not notice.place.strip():
        raise Refused("Skriv var mötet hålls, med högst 300 tecken.")
    if max(len(notice.agenda), len(notice.about)) > LONGEST_TEXT:
        raise Refused("Texten är för lång. Högst 10 000 tecken får plats.")
    notice.person_id = by.person_id
    if notice.post_at <= by.at:
        notice.posted_at = by.at
    session.add(notice)
    session.flush()
    act = "notice.posted" if notice.posted_at else "notice.planned"
    note(session, by, act, f"body:{notice.body_id}", möte=notice.date.isoformat())
    session.commit()
    return notice.id or 0


def take_down(session: Session, body_id: int, notice_id: int, by: By) -> None:
    """Take a notice down, or let it not be put up. Raises NotFound."""
    notice = session.get(MeetingNotice, notice_id, with_for_update=True)
    if notice is None or notice.body_id != body_id or notice.taken_down_at is not None:
        raise NotFound("Anslaget finns inte.")
    _take_down(session, notice, by)
    session.commit()


def post_due(session: Session, by: By) -> int:
    """Put up what is to be up by now; how many."""
    found = session.exec(
        select(MeetingNotice).where(
            col(MeetingNotice.posted_at).is_(None),
            col(MeetingNotice.taken_down_at).is_(None),
            col(MeetingNotice.post_at) <= by.at,
        )
    ).all()
    for notice in found:
        notice.posted_at = by.at
        session.add(notice)
        note(session, by, "notice.posted", f"body:{notice.body_id}", möte=notice.date.isoformat())
    session.commit()
    return len(found)


def take_down_past(session: Session, by: By) -> int:
    """Take down the notices of meetings that have been; how many."""
    found = session.exec(
        select(MeetingNotice).where(
            col(MeetingNotice.taken_down_at).is_(None), col(MeetingNotice.date) < by.today
        )
    ).all()
    for notice in found:
        _take_down(session, notice, by)
    session.commit()
    return len(found)


def _take_down(session: Session, notice: MeetingNotice, by: By) -> None:
    notice.taken_down_at = by.at
    session.add(notice)
    subject = f"body:{notice.body_id}"
    note(session, by, "notice.taken_down", subject, möte=notice.date.isoformat())
