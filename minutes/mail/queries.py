"""What is asked of the outbox."""

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.errors import NotFound
from minutes.mail.tables import MailState, OutboxMessage

# The mail has reached somebody, or may yet, or never will by trying again.
SPOKEN = (MailState.WAITING, MailState.SENDING, MailState.SENT, MailState.REFUSED)


def message(session: Session, message_id: int) -> OutboxMessage:
    """The mail with the id. Raises NotFound."""
    found = session.get(OutboxMessage, message_id)
    if found is None:
        raise NotFound("Brevet finns inte.")
    return found


def in_each_state(session: Session) -> dict[MailState, int]:
    """How many mails there are in each state that has any."""
    rows = session.execute(
        sa.select(col(OutboxMessage.state), sa.func.count()).group_by(col(OutboxMessage.state))
    )
    return {row[0]: row[1] for row in rows}
