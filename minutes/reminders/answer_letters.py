"""Writes the mail that tells the sender of a reply that it did nothing, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.mail.letters import Letter
from minutes.mail.sending import NotNeeded, Writer
from minutes.mail.service import Claimed
from minutes.mail.tables import OutboxMessage
from minutes.people.tables import Person
from minutes.reminders.tables import MailAnswer
from minutes.reminders.wording import unanswered

MOVED = "Personen har inte längre den adressen."


@dataclass(frozen=True, slots=True)
class AnswerComposer:
    """Writes the mails of the kind `answer`."""

    def __call__(self, session: Session, mails: Sequence[Claimed]) -> Writer:
        """The mails as they are to be read. One statement."""
        key = sa.literal("answer:") + sa.cast(col(MailAnswer.id), sa.String)
        rows = session.execute(
            sa.select(
                col(OutboxMessage.id), col(Person.name), col(Person.email), col(MailAnswer.refusal)
            )
            .join(MailAnswer, key == OutboxMessage.dedupe_key)
            .join(Person, col(Person.id) == MailAnswer.person_id)
            .where(col(OutboxMessage.id).in_([mail.id for mail in mails]))
        )
        said = {id_: (name, email, why) for id_, name, email, why in rows}

        def written(mail: Claimed) -> Letter | NotNeeded:
            name, email, why = said.get(mail.id, ("", None, ""))
            return unanswered(name, why) if email == mail.address else NotNeeded(MOVED)

        return {mail.id: written(mail) for mail in mails}.__getitem__
