"""Writes the mail that tells the sender of a reply that it was not understood, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.mail.letters import Letter
from minutes.mail.sending import NotNeeded, Writer
from minutes.mail.service import Claimed
from minutes.mail.tables import OutboxMessage
from minutes.people.tables import Person
from minutes.reminders.tables import MailAnswer, Reminder
from minutes.reminders.wording import unanswered

MOVED = "Personen har inte längre den adressen."


@dataclass(frozen=True, slots=True)
class AnswerComposer:
    """Writes the mails of the kind `answer`."""

    def __call__(self, session: Session, mails: Sequence[Claimed]) -> Writer:
        """The mails as they are to be read. One statement."""
        several = (
            sa.select(sa.func.count() > 1)
            .where(col(Reminder.message_id) == MailAnswer.message_id)
            .correlate(MailAnswer)
            .scalar_subquery()
        )
        key = sa.literal("answer:") + sa.cast(col(MailAnswer.id), sa.String)
        rows = session.execute(
            sa.select(
                col(OutboxMessage.id),
                col(Person.name),
                col(Person.email),
                col(MailAnswer.refusal),
                col(MailAnswer.kept),
                several,
            )
            .join(MailAnswer, key == OutboxMessage.dedupe_key)
            .join(Person, col(Person.id) == MailAnswer.person_id)
            .where(col(OutboxMessage.id).in_([mail.id for mail in mails]))
        )
        said = {row[0]: row[1:] for row in rows}

        def written(mail: Claimed) -> Letter | NotNeeded:
            name, email, why, kept, is_one_of_several = said.get(mail.id, ("", None, "", 0, 0))
            if email != mail.address:
                return NotNeeded(MOVED)
            return unanswered(name, why, kept=bool(kept), several=bool(is_one_of_several))

        return {mail.id: written(mail) for mail in mails}.__getitem__
