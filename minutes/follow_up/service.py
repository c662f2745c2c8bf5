"""What can be done with an action item. Each act is one transaction."""

from datetime import datetime

from sqlmodel import Session, col, select

from minutes.audit import service as audit
from minutes.errors import NotFound
from minutes.follow_up import queries
from minutes.follow_up.tables import ActionEvent, ActionEventKind
from minutes.register.tables import ActionItem


def mark_done(session: Session, action_id: int, *, by: int, at: datetime, note: str = "") -> bool:
    """Mark the action item as done; False where it is so already. Raises NotFound."""
    return _mark(session, action_id, ActionEventKind.DONE, by=by, at=at, note=note)


def reopen(session: Session, action_id: int, *, by: int, at: datetime, note: str = "") -> bool:
    """Open a done action item again; False where it is open already. Raises NotFound."""
    return _mark(session, action_id, ActionEventKind.REOPENED, by=by, at=at, note=note)


def _mark(
    session: Session, action_id: int, kind: ActionEventKind, *, by: int, at: datetime, note: str
) -> bool:
    locked = select(ActionItem.id).where(col(ActionItem.id) == action_id).with_for_update()
    if session.exec(locked).first() is None:
        raise NotFound("Åtgärden finns inte.")
    done = queries.action(session, action_id).is_done
    if done == (kind is ActionEventKind.DONE):
        session.commit()
        return False
    session.add(ActionEvent(action_item_id=action_id, kind=kind, at=at, by=by, note=note))
    audit.append(
        session,
        at=at,
        actor=f"person:{by}",
        act=f"action.{kind.value}",
        subject=f"action:{action_id}",
        details={"note": note} if note else {},
    )
    session.commit()
    return True
