"""Does what a reply to a reminder says, once, for who the reminder was sent to.

A reply acts only where nothing is in doubt: it comes from the address that the mail went to, and
the mail was about one action item (or the reply says that all are done). Otherwise its sender is
told by mail that nothing happened, and why; it was their promise, and they have the links.
"""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from minutes.errors import MinutesError
from minutes.follow_up import service as follow_up
from minutes.follow_up.tables import ActionEvent, Via
from minutes.mail import service as mail_service
from minutes.mail.service import Post
from minutes.mail.tables import OutboxMessage
from minutes.reminders import queries, service
from minutes.reminders.incoming import Reply
from minutes.reminders.letters import may_close
from minutes.reminders.queries import Facts, Reader
from minutes.reminders.replies import Said, said
from minutes.reminders.tables import MailAnswer

KIND = "answer"
LASTS = dt.timedelta(days=3)
NOTHING_SAID = "Svaret innehöll ingen text utöver det citerade brevet."
SEVERAL = "Påminnelsen gällde flera åtgärder, och svaret säger inte vilken det handlar om."
ENDED = (
    "Åtgärden är redan avslutad, eller så är du inte längre ansvarig för den eller får inte läsa "
    "om den."
)


class Outcome(StrEnum):
    """What became of a reply."""

    CLOSED = "closed"
    COMMENTED = "commented"
    REFUSED = "refused"  # its sender is told why
    UNKNOWN = "unknown"  # refers to no mail of ours that went to its sender
    AUTOMATIC = "automatic"
    BEFORE = "before"  # it has been read before


def answer(session: Session, reply: Reply, *, at: dt.datetime, sender: str) -> Outcome:
    """Do what the reply says. Safe to do twice, and in two processes at once.

    That it was read is stored in the transaction of its act, so it acts once or not at all.
    """
    if reply.automatic:
        return Outcome.AUTOMATIC
    message = _answered(session, reply)
    if message is None or message.id is None:
        session.rollback()
        return Outcome.UNKNOWN
    rows = queries.of_messages(session, [message.id])[message.id]
    people = queries.readers(session, at.date(), only={person for person, _, _ in rows})
    person = next((each for each in people.values() if _is_of(each, reply)), None)
    facts = list(queries.facts(session, [id_ for _, id_, _ in rows], at.date()).values())
    id_, sent = message.id, message.created_at
    session.rollback()  # so that the act reads what is so when it has the lock
    if person is None:
        return Outcome.UNKNOWN
    read = MailAnswer(key=reply.key, message_id=id_, person_id=person.id, read_at=at)
    words = said(reply.text)
    try:
        targets = _targets(session, facts, person, words, sent)
        return _act(session, read, targets, words, at)
    except IntegrityError:
        session.rollback()
        return Outcome.BEFORE
    except MinutesError as refusal:
        session.rollback()
        return _refuse(session, read, person, refusal.message, at=at, sender=sender)


def _answered(session: Session, reply: Reply) -> OutboxMessage | None:
    """The reminder that it replies to; only one that went to its sender's address."""
    found = session.exec(
        select(OutboxMessage).where(
            col(OutboxMessage.message_id).in_(reply.answers),
            col(OutboxMessage.kind) == service.KIND,
            sa.func.lower(col(OutboxMessage.address)) == reply.sender,
        )
    ).all()
    by_id = {message.message_id: message for message in found}
    return next((by_id[id_] for id_ in reply.answers if id_ in by_id), None)


def _is_of(person: Reader, reply: Reply) -> bool:
    return (person.email or "").casefold() == reply.sender


def _targets(
    session: Session, facts: Sequence[Facts], person: Reader, words: Said, sent: dt.datetime
) -> list[int]:
    """The action items that the reply is about. Raises NotSaid."""
    if not words.closes and not words.text:
        raise NotSaid(NOTHING_SAID)
    if len(facts) > 1 and not (words.closes and words.all):
        raise NotSaid(SEVERAL)
    may = [each for each in facts if may_close(person, each) and not _ended(session, each, sent)]
    if not may:
        raise NotSaid(ENDED)
    return [each.id for each in may]


class NotSaid(MinutesError):
    """The reply does not say what can be done."""


def _ended(session: Session, facts: Facts, sent: dt.datetime) -> bool:
    """Whether it is closed, or was closed and opened again since the mail."""
    if facts.is_done or not facts.closings:
        return facts.is_done
    return session.get_one(ActionEvent, facts.closings).at > sent


def _act(
    session: Session, read: MailAnswer, targets: Sequence[int], words: Said, at: dt.datetime
) -> Outcome:
    by = read.person_id
    for id_ in targets:
        if id_ == targets[-1]:  # to close the others once more changes nothing
            session.add(read)
            session.flush()  # fails where it was read before
        if words.closes:
            follow_up.mark_done(session, id_, by=by, at=at, note=words.text, via=Via.MAIL)
        else:
            follow_up.comment(session, id_, text=words.text, by=by, at=at, via=Via.MAIL)
    return Outcome.CLOSED if words.closes else Outcome.COMMENTED


def _refuse(
    session: Session, read: MailAnswer, person: Reader, why: str, *, at: dt.datetime, sender: str
) -> Outcome:
    """Tell the sender that nothing happened."""
    again = MailAnswer(**(read.model_dump(exclude={"id"}) | {"refusal": why}))
    session.add(again)
    try:
        session.flush()
    except IntegrityError:
        session.rollback()
        return Outcome.BEFORE
    post = Post(f"{KIND}:{again.id}", KIND, person.name, person.email or "", at, at + LASTS)
    mail_service.enqueue(session, [post], sender=sender)
    session.commit()
    return Outcome.REFUSED
