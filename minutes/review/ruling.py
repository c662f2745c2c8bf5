"""The rules of a body: offered where a correction was made twice, kept, and taken away."""

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.review import known
from minutes.review.habits import Habit, habits
from minutes.review.steps import Deed
from minutes.review.storing import actor
from minutes.review.tables import BodyRule, Draft, DraftFinding, FindingKind

LOOKED_AT = 2000  # of the body's latest judged findings


def kept(session: Session, body_id: int) -> list[BodyRule]:
    """The rules of the body, and those that nobody wanted."""
    query = select(BodyRule).where(BodyRule.body_id == body_id).order_by(col(BodyRule.id))
    return list(session.exec(query))


def offered(session: Session, body_id: int) -> list[Habit]:
    """The corrections that could become rules, without those that were answered."""
    answered = {(each.kind, each.said) for each in kept(session, body_id)}
    findings = session.exec(
        select(DraftFinding)
        .join(Draft, col(Draft.id) == DraftFinding.draft_id)
        .where(
            Draft.body_id == body_id,
            col(DraftFinding.kind).in_((FindingKind.ACTION, FindingKind.DECISION)),
        )
        .order_by(col(DraftFinding.id).desc())
        .limit(LOOKED_AT)
    ).all()
    return [each for each in habits(findings) if (each.kind, each.said) not in answered]


def answer(
    session: Session, body_id: int, kind: str, said: str, *, wanted: bool, deed: Deed
) -> Habit:
    """Make an offered correction a rule, or let it not be offered again.

    Raises Refused where it is not offered (any longer).
    """
    habit = next(
        (each for each in offered(session, body_id) if (each.kind, each.said) == (kind, said)), None
    )
    if habit is None:
        raise Refused("Regeln finns redan, eller så gäller förslaget inte längre.")
    session.add(
        BodyRule(
            body_id=body_id,
            kind=habit.kind,
            said=habit.said[:400],
            becomes=habit.becomes[:200],
            wanted=wanted,
            created_at=deed.at,
            created_by=deed.by,
        )
    )
    try:
        session.flush()
    except IntegrityError as twice:
        session.rollback()
        raise Refused("Regeln finns redan.") from twice
    act = "rule.kept" if wanted else "rule.declined"
    _note(session, deed, act, body_id, habit)
    session.commit()
    return habit


def forget(session: Session, body_id: int, rule_id: int, deed: Deed) -> None:
    """Take a rule of the body away. Raises NotFound."""
    rule = session.get(BodyRule, rule_id)
    if rule is None or rule.body_id != body_id:
        raise NotFound("Regeln finns inte.")
    _note(session, deed, "rule.forgotten", body_id, known.habit(rule))
    session.execute(sa.delete(BodyRule).where(col(BodyRule.id) == rule_id))
    session.commit()


def _note(session: Session, deed: Deed, act: str, body_id: int, habit: Habit) -> None:
    audit.append(
        session,
        at=deed.at,
        actor=actor(deed.by),
        act=act,
        subject=f"body:{body_id}",
        details={"regel": habit.words},
    )
