"""What is asked of the outbox."""

from sqlmodel import Session

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
