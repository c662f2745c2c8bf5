"""What is asked of justering: a round with its signatures, what waits for whom, a body's rules."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from minutes.errors import NotFound
from minutes.justering.canonical import read_canonical
from minutes.justering.minutes_text import Paragraph
from minutes.justering.signatories import DEFAULTS, Rules
from minutes.justering.tables import (
    Evidence,
    FieldState,
    JusteringRound,
    JusteringRules,
    Means,
    ParagraphAnswer,
    RoundKind,
    RoundState,
    SignatureField,
    WordTemplate,
)
from minutes.people.queries import called
from minutes.people.tables import Account, Body, Person
from minutes.register.tables import Meeting
from minutes.review.tables import Draft


@dataclass(frozen=True, slots=True)
class Waiting:
    """A text that waits for somebody: for a signature, or for its secretary."""

    round_id: int
    kind: RoundKind
    title: str
    body: str
    latest_day: dt.date
    signed: int
    wanted: int
    declined: int


def rules_of(session: Session, body_id: int) -> Rules:
    """The rules of the body; the defaults of its regime where none were chosen."""
    row = session.get(JusteringRules, body_id)
    if row is None:
        return DEFAULTS[session.get_one(Body, body_id).regime]
    return Rules(**row.model_dump(exclude={"body_id"}))


def round_(session: Session, round_id: int) -> JusteringRound:
    """The round. Raises NotFound."""
    found = session.get(JusteringRound, round_id)
    if found is None:
        raise NotFound("Det finns ingen sådan justering.")
    return found


def template_of(session: Session, body_id: int) -> WordTemplate | None:
    """The body's own Word template; None where it uses the default one."""
    return session.get(WordTemplate, body_id)


def locked_round(session: Session, round_id: int) -> JusteringRound:
    """The round as it is now, locked until the transaction ends. Raises NotFound."""
    query = select(JusteringRound).where(JusteringRound.id == round_id).with_for_update()
    found = session.exec(query.execution_options(populate_existing=True)).first()
    if found is None:
        raise NotFound("Det finns ingen sådan justering.")
    return found


def fields(session: Session, round_id: int) -> Sequence[SignatureField]:
    """The signatures of a round in their order, as they are now."""
    query = (
        select(SignatureField)
        .where(SignatureField.round_id == round_id)
        .order_by(col(SignatureField.position))
    )
    return session.exec(query.execution_options(populate_existing=True)).all()


def field(session: Session, field_id: int) -> SignatureField:
    """One signature. Raises NotFound."""
    found = session.get(SignatureField, field_id)
    if found is None:
        raise NotFound("Det finns ingen sådan underskrift.")
    return found


def answers(session: Session, round_id: int) -> Sequence[ParagraphAnswer]:
    """What the signatories of a round have said of its paragraphs."""
    return session.exec(
        select(ParagraphAnswer)
        .join(SignatureField)
        .where(SignatureField.round_id == round_id)
        .order_by(col(ParagraphAnswer.place), col(ParagraphAnswer.field_id))
    ).all()


def evidence(session: Session, round_id: int) -> Sequence[Evidence]:
    """The signatures that were given in a round, in the order of time."""
    return session.exec(
        select(Evidence)
        .join(SignatureField)
        .where(SignatureField.round_id == round_id)
        .order_by(col(Evidence.id))
    ).all()


def latest_signed_pdf(session: Session, round_id: int) -> bytes | None:
    """The newest file in which somebody has signed what stands; None where nobody has."""
    return session.scalar(
        sa.select(col(Evidence.content))
        .join(SignatureField, col(SignatureField.id) == Evidence.field_id)
        .join(JusteringRound, col(JusteringRound.id) == SignatureField.round_id)
        .where(
            col(SignatureField.round_id) == round_id,
            col(JusteringRound.state) != RoundState.WITHDRAWN,
            col(Evidence.means) == Means.SIGNED_PDF,
        )
        .order_by(col(Evidence.id).desc())
        .limit(1)
    )


def rounds_of_meeting(session: Session, meeting: Meeting) -> Sequence[JusteringRound]:
    """The rounds of a meeting, the latest first; those of before it was taken back too."""
    of_draft = sa.select(col(Draft.id)).where(col(Draft.meeting_id) == meeting.id)
    query = select(JusteringRound).where(
        sa.or_(
            col(JusteringRound.meeting_id) == meeting.id, col(JusteringRound.draft_id).in_(of_draft)
        )
    )
    return session.exec(query.order_by(col(JusteringRound.id).desc())).all()


def paragraphs_underway(session: Session, meeting_id: int) -> set[Paragraph]:
    """The paragraphs of a meeting that are justerade by themselves, or on the way there."""
    texts = session.exec(
        select(JusteringRound.text).where(
            JusteringRound.meeting_id == meeting_id,
            JusteringRound.kind == RoundKind.PARAGRAPHS,
            JusteringRound.state != RoundState.WITHDRAWN,
        )
    )
    return {each for text in texts for each in read_canonical(text).paragraphs}


def signed_minutes(session: Session, meeting_id: int) -> JusteringRound:
    """The round in which all of the meeting's minutes were justerade. Raises NotFound."""
    found = session.exec(
        select(JusteringRound).where(
            JusteringRound.meeting_id == meeting_id,
            JusteringRound.kind == RoundKind.MINUTES,
            JusteringRound.state == RoundState.COMPLETED,
        )
    ).first()
    if found is None:
        raise NotFound("Protokollet är inte justerat.")
    return found


def draft_of(session: Session, meeting_id: int | None) -> int | None:
    """The draft that the meeting was registered from; None where it was not."""
    return session.scalar(sa.select(col(Draft.id)).where(col(Draft.meeting_id) == meeting_id))


def seen_before(session: Session, field: SignatureField, round_: JusteringRound) -> str | None:
    """The text of these minutes that the same person was last asked to sign, and that was
    taken back; None for the first. A correction is compared with nothing: it says what changes.
    """
    if field.person_id is None or round_.kind is RoundKind.CORRECTION:
        return None
    same = [col(JusteringRound.meeting_id) == round_.meeting_id]
    if round_.draft_id is not None:
        same.append(col(JusteringRound.draft_id) == round_.draft_id)
    return session.exec(
        select(JusteringRound.text)
        .join(SignatureField)
        .where(
            SignatureField.person_id == field.person_id,
            JusteringRound.kind == round_.kind,
            JusteringRound.state == RoundState.WITHDRAWN,
            col(JusteringRound.id) < round_.id,
            sa.or_(*same),
        )
        .order_by(col(JusteringRound.id).desc())
        .limit(1)
    ).first()


def waiting_for(session: Session, person_id: int | None) -> list[Waiting]:
    """What the person is to sign now, the most urgent first; not what it is another's turn for."""
    before = aliased(SignatureField)
    another_first = (
        sa.select(col(before.id))
        .where(
            col(before.round_id) == SignatureField.round_id,
            col(before.position) < SignatureField.position,
            col(before.state) != FieldState.SIGNED,
        )
        .correlate(SignatureField)
        .exists()
    )
    mine = (
        sa.select(col(SignatureField.id))
        .where(
            col(SignatureField.round_id) == JusteringRound.id,
            col(SignatureField.person_id) == person_id,
            col(SignatureField.state) == FieldState.WAITING,
            sa.or_(col(JusteringRound.in_order).is_(False), sa.not_(another_first)),
        )
        .correlate(JusteringRound)
        .exists()
    )
    return _waiting(session, mine)


def under_justering(session: Session, bodies: frozenset[int] | None) -> list[Waiting]:
    """The texts of these bodies (None: all) that somebody is still to sign."""
    if bodies is None:
        return _waiting(session, sa.true())
    return _waiting(session, col(JusteringRound.body_id).in_(bodies))


def _waiting(session: Session, condition: sa.ColumnElement[bool]) -> list[Waiting]:
    def counted(state: FieldState | None) -> sa.ScalarSelect[int]:
        query = sa.select(sa.func.count()).where(col(SignatureField.round_id) == JusteringRound.id)
        if state is not None:
            query = query.where(col(SignatureField.state) == state)
        return query.correlate(JusteringRound).scalar_subquery()

    rows = session.execute(
        sa.select(
            col(JusteringRound.id),
            col(JusteringRound.kind),
            sa.func.coalesce(col(Meeting.title), col(JusteringRound.title)),
            called(),
            col(JusteringRound.latest_day),
            counted(FieldState.SIGNED),
            counted(None),
            counted(FieldState.DECLINED),
        )
        .outerjoin(Meeting, col(Meeting.id) == JusteringRound.meeting_id)
        .join(Body, col(Body.id) == JusteringRound.body_id)
        .where(col(JusteringRound.state) == RoundState.OPEN, condition)
        .order_by(col(JusteringRound.latest_day), col(JusteringRound.id))
    )
    return [Waiting(*row) for row in rows]


def reach(session: Session, person_ids: Sequence[int]) -> dict[int, tuple[str | None, bool]]:
    """(mail address, whether they can sign in) of each person."""
    rows = session.execute(
        sa.select(col(Person.id), col(Person.email), col(Account.is_active))
        .outerjoin(Account, col(Account.person_id) == Person.id)
        .where(col(Person.id).in_(person_ids))
    )
    return {row[0]: (row[1], bool(row[2])) for row in rows}


def names_of(session: Session, person_ids: Collection[int]) -> dict[int, str]:
    """The name of each person; no statement where there is none."""
    if not person_ids:
        return {}
    query = select(Person.id, Person.name).where(col(Person.id).in_(person_ids))
    return {id_: name for id_, name in session.exec(query) if id_ is not None}
