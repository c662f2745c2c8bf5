"""What is asked of the anslagstavla: what is up, one notice, and what its checks have shown."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import NotFound
from minutes.people.tables import Body
from minutes.publication.ledger import Check, Standing, standing
from minutes.publication.tables import (
    Audience,
    Notice,
    PostingCheck,
    Publication,
    PublicationState,
)


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


def one_up(session: Session, notice_id: int) -> Shown:
    """The notice, where it is up. Raises NotFound."""
    for found in up(session, notice_id):
        return found
    raise NotFound("Sidan finns inte.")


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
