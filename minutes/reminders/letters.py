"""Writes a reminder at the moment it is sent: only what is still open, to who may still read it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

from minutes.mail import queries as mail_queries
from minutes.mail.letters import Letter
from minutes.mail.sending import NotNeeded
from minutes.people.permissions import Permission
from minutes.reminders import queries, service
from minutes.reminders.links import Answer, Links
from minutes.reminders.policy import cause_of
from minutes.reminders.queries import Facts, Reader
from minutes.reminders.tables import Cause, Rhythm
from minutes.reminders.wording import Digest, Line, reminder

CLOSED = "Åtgärderna var redan klara eller borttagna."
NO_LONGER = "Personen är inte längre ansvarig, får inte läsa om det, eller har fått mer tid."
WANTS_NONE = "Personen vill inte ha påminnelser."
MOVED = "Personen har inte längre den adressen."


@dataclass(frozen=True, slots=True)
class ReminderComposer:
    """Writes the mails of the kind `reminder` for one installation."""

    links: Links
    today: Callable[[], dt.date]

    def __call__(self, session: Session, message_id: int) -> Letter | NotNeeded:
        """The mail as it is to be read now; what is closed is taken out of it."""
        rows = queries.of_message(session, message_id)
        if not rows:
            return NotNeeded(CLOSED)
        today = self.today()
        person = queries.readers(session, today, only=rows[0][0])[rows[0][0]]
        if person.email != mail_queries.message(session, message_id).address:
            return NotNeeded(MOVED)
        if person.rhythm is Rhythm.NONE:
            return NotNeeded(WANTS_NONE)
        facts = queries.facts(session, [action_id for _, action_id, _ in rows], today)
        if all(each.is_done for each in facts.values()):
            return NotNeeded(CLOSED)
        lines = {
            id_: self._line(person, facts[id_], now)
            for _, id_, cause in rows
            if id_ in facts and (now := _cause_now(person, facts[id_], cause, today))
        }
        if not lines:
            return NotNeeded(NO_LONGER)
        service.forget(session, message_id, [id_ for _, id_, _ in rows if id_ not in lines])
        actions = self.links.actions() if person.has_account else None
        return reminder(
            Digest(person.name, list(lines.values()), self.links.choice(person.id), actions), today
        )

    def _line(self, person: Reader, facts: Facts, cause: Cause) -> Line:
        readable = person.has_account and facts.has_source and facts.first_line is not None
        return Line(
            cause=cause,
            text=facts.text,
            quote=facts.quote,
            body=facts.body,
            meeting_date=facts.meeting_date,
            item=facts.item,
            first_line=facts.first_line,
            due=facts.due,
            owner_text=", ".join(name for name, _ in facts.owners)
            or facts.owner_text
            or "ingen namngiven",
            answer=self.links.answer(Answer(person.id, facts.id, facts.closings)),
            source=self.links.source(facts.meeting_id, facts.first_line)
            if readable and facts.first_line is not None
            else None,
        )


def _cause_now(person: Reader, facts: Facts, cause: Cause, today: dt.date) -> Cause | None:
    """Why the action item stands in the mail still; None where it no longer does."""
    if facts.is_done or not person.may_read(facts.body_id):
        return None
    if cause is Cause.UNOWNED:
        return cause if person.access.may(Permission.FOLLOW_UP, facts.body_id) else None
    return cause_of(facts.due, today) if owns(person, facts) else None


def may_close(person: Reader, facts: Facts) -> bool:
    """Whether the person may say by a link that the action item is done."""
    return person.may_read(facts.body_id) and (
        owns(person, facts) or person.access.may(Permission.FOLLOW_UP, facts.body_id)
    )


def owns(person: Reader, facts: Facts) -> bool:
    """Whether the minutes name the person as an owner."""
    return any(owner == person.id for _, owner in facts.owners)
