"""What is asked of the anslagstavla: what is up, one notice, and what its checks have shown."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import MinutesError, NotFound
from minutes.justering import queries as justering
from minutes.justering.tables import JusteringRound, RoundKind, RoundState
from minutes.people.tables import Body
from minutes.publication.ledger import Check, Standing, standing
from minutes.publication.tables import (
    Audience,
    Notice,
    PostingCheck,
    Publication,
    PublicationRules,
    PublicationState,
)
from minutes.register.tables import Meeting
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice that is up; `address` is where everybody reads the minutes, if anywhere."""

    notice: Notice
    body: Body
    address: str | None


def up(session: Session, notice_id: int | None = None) -> list[Shown]:
    """The notices that are up, the latest first; or only the one."""
    published = sa.and_(
        col(Publication.meeting_id) == Notice.meeting_id,
        col(Publication.state) == PublicationState.PUBLISHED,
        col(Publication.audience) == Audience.EVERYBODY,
    )
    query = (
        sa.select(Notice, Body, col(Publication.address))
        .join(Body, col(Body.id) == Notice.body_id)
        .outerjoin(Publication, published)
        .where(col(Notice.posted_at).is_not(None), col(Notice.taken_down_at).is_(None))
        .order_by(col(Notice.posted_at).desc(), col(Notice.id).desc())
    )
    if notice_id is not None:
        query = query.where(col(Notice.id) == notice_id)
    return [Shown(*row) for row in session.execute(query)]


class TakenDown(MinutesError):
    """A notice that has stood its time; the message says until when."""

    status = 410


def one_up(session: Session, notice_id: int) -> Shown:
    """The notice, where it is up. Raises NotFound, and TakenDown where it was."""
    for found in up(session, notice_id):
        return found
    gone = session.get(Notice, notice_id)
    if gone is None or gone.posted_at is None or gone.taken_down_at is None:
        raise NotFound("Sidan finns inte.")
    raise TakenDown(
        N_(
            "Anslaget satt uppe från %(posted)s till %(down)s och är nedtaget.",
            posted=_day(gone.posted_at),
            down=_day(gone.taken_down_at),
        )
    )


def of_meeting(session: Session, meeting_id: int) -> Sequence[Notice]:
    """The notices of a meeting, the latest first."""
    query = select(Notice).where(Notice.meeting_id == meeting_id)
    return session.exec(query.order_by(col(Notice.id).desc())).all()


def of_meeting_one(session: Session, meeting_id: int, notice_id: int) -> Notice:
    """One of them, that was put up. Raises NotFound."""
    found = session.get(Notice, notice_id)
    if found is None or found.meeting_id != meeting_id or found.posted_at is None:
        raise NotFound("Anslaget finns inte.")
    return found


def is_announced(session: Session, round_id: int) -> bool:
    """Whether the text has a notice, up or not."""
    found = sa.exists().where(col(Notice.round_id) == round_id)
    return session.scalar(sa.select(found)) is True


def to_announce(session: Session, meeting: Meeting) -> list[JusteringRound]:
    """What of the meeting is justerat and not announced: all of it, or paragraphs at once."""
    return [
        each
        for each in justering.rounds_of_meeting(session, meeting)
        if each.state is RoundState.COMPLETED
        and each.kind is not RoundKind.CORRECTION
        and not is_announced(session, each.id or 0)
    ]


def at_once_to_post(session: Session, since: dt.datetime) -> list[tuple[int, str]]:
    """(round, where the minutes are) of paragraphs that were justerade at once since then, in
    bodies that announce, and that are not announced yet.
    """
    rows = session.execute(
        sa.select(col(JusteringRound.id), col(PublicationRules.kept_at))
        .join(PublicationRules, col(PublicationRules.body_id) == JusteringRound.body_id)
        .where(
            col(JusteringRound.kind) == RoundKind.PARAGRAPHS,
            col(JusteringRound.state) == RoundState.COMPLETED,
            col(JusteringRound.ended_at) >= since,
            col(PublicationRules.posts).is_(True),
            col(JusteringRound.id).not_in(sa.select(col(Notice.round_id))),
        )
        .order_by(col(JusteringRound.id))
    )
    return [(round_id, kept_at) for round_id, kept_at in rows]


def to_post(session: Session, now: dt.datetime) -> Sequence[Notice]:
    """The notices whose time has come."""
    query = select(Notice).where(col(Notice.posted_at).is_(None), col(Notice.post_at) <= now)
    return session.exec(query.order_by(col(Notice.id))).all()


def to_check(session: Session) -> list[int]:
    """The notices that are up."""
    query = sa.select(col(Notice.id)).where(
        col(Notice.posted_at).is_not(None), col(Notice.taken_down_at).is_(None)
    )
    return [each for each in session.scalars(query.order_by(col(Notice.id))) if each is not None]


def standing_of(session: Session, notice: Notice, now: dt.datetime) -> Standing:
    """How the notice stands by its checks."""
    assert notice.posted_at is not None
    rows = session.execute(
        sa.select(col(PostingCheck.at), col(PostingCheck.stood))
        .where(col(PostingCheck.notice_id) == notice.id)
        .order_by(col(PostingCheck.at), col(PostingCheck.id))
    )
    return standing(notice.posted_at, [Check(*row) for row in rows], notice.taken_down_at or now)


def last_check(session: Session, notice_id: int) -> PostingCheck | None:
    """The last check of a notice."""
    query = select(PostingCheck).where(PostingCheck.notice_id == notice_id)
    return session.exec(query.order_by(col(PostingCheck.id).desc()).limit(1)).first()


def number_of_checks(session: Session, notice_id: int) -> int:
    """How often the notice was asked for."""
    query = sa.select(sa.func.count()).where(col(PostingCheck.notice_id) == notice_id)
    return session.scalar(query) or 0


def _day(at: dt.datetime) -> str:
    return day_in_sweden(at).isoformat()
