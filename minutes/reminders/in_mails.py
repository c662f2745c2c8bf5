"""Which action items stand in which mails."""

from collections.abc import Collection
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.reminders.tables import Cause, Reminder


class InMail(NamedTuple):
    """An action item in a mail: to whom, why, and by which number a reply may call it."""

    person_id: int
    action_id: int
    cause: Cause
    number: int


def of_messages(session: Session, message_ids: Collection[int]) -> dict[int, list[InMail]]:
    """What stands in each mail, in the order in which it was decided."""
    rows = session.execute(
        sa.select(
            col(Reminder.message_id),
            col(Reminder.person_id),
            col(Reminder.action_item_id),
            col(Reminder.cause),
            col(Reminder.number),
        )
        .where(col(Reminder.message_id).in_(message_ids))
        .order_by(col(Reminder.id))
    )
    found: dict[int, list[InMail]] = {id_: [] for id_ in message_ids}
    for message_id, *row in rows:
        found[message_id].append(InMail(*row))
    return found
