"""Puts the day's reminders into the outbox; resends; keeps what persons chose.

What a mail says is written when it is sent (letters.py), so that nothing that was done
meanwhile is asked for.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.audit import service as audit
from minutes.errors import Refused, StepNotAllowed
from minutes.justering import notices
from minutes.mail import queries as mail_queries
from minutes.mail import service as mail_service
from minutes.mail.service import Post
from minutes.people import queries as people
from minutes.reminders import bodies, queries
from minutes.reminders.duties import Duty
from minutes.reminders.in_mails import of_messages
from minutes.reminders.planning import Planned, plan
from minutes.reminders.tables import DutyKind, DutyReminder, Reminder, ReminderChoice, Rhythm
from minutes.reminders.waiting import waiting
from minutes.texts import N_

KIND = "reminder"
AT_ONCE = 1000  # mails put into the outbox in one transaction


@dataclass(frozen=True, slots=True)
class Decided:
    """What deciding came to: mails put into the outbox, and those that were there already."""

    mails: int
    before: int
    unreached: int
    quiet: str | None


def decide(
    session: Session, today: dt.date, *, at: dt.datetime, ends: dt.datetime, sender: str
) -> Decided:
    """Put the day's reminders into the outbox; they are not sent after `ends`.

    Safe to run twice, and in two processes at once: a person's mail of a day has one key,
    and the outbox takes a key once. A mail is decided whole or not at all.
    """
    # Reading takes its time with many action items: nobody else waits for it, and for the
    # writing no longer than a part takes.
    with Session(session.get_bind().engine.execution_options(readonly=True)) as reading:
        made = plan(reading, today)
    stored = 0
    for first in range(0, len(made.mails), AT_ONCE):
        part = made.mails[first : first + AT_ONCE]
        stored += _enqueue(session, part, today, at, ends, sender)
        session.commit()
    return Decided(stored, len(made.mails) - stored, len(made.unreached), made.quiet)


def _enqueue(
    session: Session,
    mails: Sequence[Planned],
    today: dt.date,
    at: dt.datetime,
    ends: dt.datetime,
    sender: str,
) -> int:
    planned = {f"{KIND}:{mail.person.id}:{today.isoformat()}": mail for mail in mails}
    posts = [
        Post(key, KIND, mail.person.name, mail.person.email or "", at, ends)
        for key, mail in planned.items()
    ]
    stored = mail_service.enqueue(session, posts, sender=sender)
    _remember(session, [(id_, planned[key]) for key, id_ in stored.items()], today)
    return len(stored)


def _remember(session: Session, mails: Sequence[tuple[int, Planned]], day: dt.date) -> None:
    reminders = [
        {
            "message_id": message_id,
            "person_id": mail.person.id,
            "action_item_id": action_id,
            "cause": cause,
            "day": day,
            "number": number,
        }
        for message_id, mail in mails
        for number, (action_id, cause) in enumerate(mail.actions.items(), 1)
    ]
    duties = [
        {
            "message_id": message_id,
            "person_id": mail.person.id,
            "kind": duty.kind,
            "thing_id": duty.thing_id,
            "day": day,
        }
        for message_id, mail in mails
        for duty in mail.duties
    ]
    if reminders:
        session.execute(sa.insert(Reminder), reminders)
    if duties:
        session.execute(sa.insert(DutyReminder), duties)


def resend(
    session: Session,
    message_id: int,
    today: dt.date,
    *,
    by: int,
    at: dt.datetime,
    ends: dt.datetime,
    sender: str,
) -> None:
    """Send a mail once more, with what of it is still so, to the person's present address.

    Raises StepNotAllowed where it is on its way, and Refused where nothing of it is left.
    """
    message = mail_queries.message(session, message_id)
    if message.state in mail_service.OPEN:
        raise StepNotAllowed("Brevet är redan på väg.")
    if message.kind == notices.KIND:
        is_new = notices.again(session, message.dedupe_key, today, at, sender)
    elif message.kind == KIND:
        is_new = _remind_again(session, message_id, today, at, ends, sender)
    else:
        raise Refused("Ett sådant brev skickas inte om.")
    if not is_new:
        raise StepNotAllowed("Brevet har redan skickats om i dag.")
    audit.append(
        session, at=at, actor=f"person:{by}", act="mail.resent", subject=f"mail:{message_id}"
    )
    session.commit()


def _remind_again(
    session: Session,
    message_id: int,
    today: dt.date,
    at: dt.datetime,
    ends: dt.datetime,
    sender: str,
) -> bool:
    rows = of_messages(session, [message_id])[message_id]
    facts = queries.facts(session, [row.action_id for row in rows], today)
    left = {
        row.action_id: row.cause
        for row in rows
        if row.action_id in facts and not facts[row.action_id].is_done
    }
    duties = bodies.duties_of_messages(session, [message_id])[message_id]
    things = waiting(session, [(kind, id_) for _, kind, id_ in duties])
    still = [Duty(*each.key, each.since, latest=each.latest) for each in things.values()]
    if not left and not still:
        raise Refused("Det finns inget kvar att påminna om: åtgärderna är klara.")
    person_id = (rows or duties)[0][0]
    person = queries.readers(session, today, only=[person_id])[person_id]
    if person.email is None:
        raise Refused(N_("%(name)s har ingen e-postadress.", name=person.name))
    key = f"{KIND}:{person.id}:{today.isoformat()}:again:{message_id}"
    post = Post(key, KIND, person.name, person.email, at, ends)
    new = mail_service.enqueue(session, [post], sender=sender).get(key)
    if new is not None:
        _remember(session, [(new, Planned(person, left, still))], today)
    return new is not None


def revoke_links(session: Session, person_id: int, *, by: int, at: dt.datetime) -> None:
    """End all links in the mails that the person has had. Raises NotFound."""
    choice = _choice_of(session, person_id, at)
    choice.link_generation += 1
    session.add(choice)
    audit.append(
        session,
        at=at,
        actor=f"person:{by}",
        act="reminders.revoked",
        subject=f"person:{person_id}",
    )
    session.commit()


def renew_calendars(session: Session, person_id: int, *, at: dt.datetime) -> None:
    """End the addresses of the person's calendars. Raises NotFound."""
    choice = _choice_of(session, person_id, at)
    choice.calendar_generation += 1
    session.add(choice)
    audit.append(
        session,
        at=at,
        actor=f"person:{person_id}",
        act="reminders.renewed",
        subject=f"person:{person_id}",
    )
    session.commit()


def _choice_of(session: Session, person_id: int, at: dt.datetime) -> ReminderChoice:
    people.require_id(session, person_id)
    known = session.get(ReminderChoice, person_id, with_for_update=True)
    return known or ReminderChoice(person_id=person_id, rhythm=Rhythm.DAILY, changed_at=at)


def choose(session: Session, person_id: int, rhythm: Rhythm, *, at: dt.datetime) -> None:
    """Keep how often a person wants to be reminded. Raises NotFound."""
    choice = _choice_of(session, person_id, at)
    choice.rhythm, choice.changed_at = rhythm, at
    session.add(choice)
    audit.append(
        session,
        at=at,
        actor=f"person:{person_id}",
        act="reminders.chosen",
        subject=f"person:{person_id}",
        details={"rhythm": rhythm.value},
    )
    session.commit()


def forget(
    session: Session,
    actions: Iterable[tuple[int, int]],
    duties: Iterable[tuple[int, DutyKind, int]],
) -> None:
    """Take (mail, action item) and (mail, kind, thing) out of mails that are not sent yet, in
    the caller's transaction.
    """
    for message_id, action_id in actions:
        session.execute(
            sa.delete(Reminder).where(
                col(Reminder.message_id) == message_id, col(Reminder.action_item_id) == action_id
            )
        )
    for message_id, kind, thing_id in duties:
        session.execute(
            sa.delete(DutyReminder).where(
                col(DutyReminder.message_id) == message_id,
                col(DutyReminder.kind) == kind,
                col(DutyReminder.thing_id) == thing_id,
            )
        )
