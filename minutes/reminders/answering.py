"""Does what a reply to a reminder says, once, for who the reminder was sent to.

A reply acts only where nothing is in doubt: it comes from the address that the mail went to, and
it names what it is about where that is one of several (naming.py). What does not is kept as a
comment, so that nothing is lost, and its sender is told by mail what to write instead.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from minutes.errors import MinutesError
from minutes.follow_up import service as follow_up
from minutes.follow_up.service import Act
from minutes.follow_up.tables import ActionEvent, ActionEventKind, Via
from minutes.mail import service as mail_service
from minutes.mail.service import Post
from minutes.mail.tables import OutboxMessage
from minutes.reminders import queries, service
from minutes.reminders.in_mails import of_messages
from minutes.reminders.incoming import Reply
from minutes.reminders.letters import may_close
from minutes.reminders.naming import Meant, Named, Statement, statements
from minutes.reminders.queries import Facts, Reader
from minutes.reminders.replies import own_words, said, seems_to_close
from minutes.reminders.tables import MailAnswer
from minutes.swedish_time import day_in_sweden

KIND = "answer"
KINDS = {
    Meant.DONE: ActionEventKind.DONE,
    Meant.STARTED: ActionEventKind.STARTED,
    Meant.COMMENT: ActionEventKind.COMMENTED,
}
LASTS = dt.timedelta(days=3)
MOST_COMMENTED = 10  # action items that one unclear reply becomes a comment to
NOTHING_SAID = "Svaret innehöll ingen text utöver det citerade brevet."
SEVERAL = "Påminnelsen gällde många åtgärder, och svaret säger inte vilken det handlar om."
UNCLEAR = (
    "Påminnelsen gällde flera åtgärder, och svaret säger inte säkert vilken det handlar om. "
    "Det är sparat som en kommentar till var och en av dem."
)
HEDGED = "Svaret säger inte säkert att åtgärden är klar. Det är sparat som en kommentar till den."
ENDED = (
    "Åtgärden är redan avslutad, eller så är du inte längre ansvarig för den eller får inte läsa "
    "om den."
)


class Outcome(StrEnum):
    """What became of a reply."""

    CLOSED = "closed"
    COMMENTED = "commented"
    UNCLEAR = "unclear"  # kept as a comment, and its sender is told what to write
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
    rows = of_messages(session, [message.id])[message.id]
    people = queries.readers(session, day_in_sweden(at), only={row.person_id for row in rows})
    person = next((each for each in people.values() if _is_of(each, reply)), None)
    facts = queries.facts(session, {row.action_id for row in rows}, day_in_sweden(at))
    named = [
        Named(row.action_id, row.number, facts[row.action_id].text)
        for row in rows
        if row.action_id in facts
    ]
    id_, sent = message.id, message.created_at
    session.rollback()  # so that the act reads what is so when it has the lock
    if person is None:
        return Outcome.UNKNOWN
    read = MailAnswer(key=reply.key, message_id=id_, person_id=person.id, read_at=at)
    try:
        may = _open_to(session, [facts[each.id] for each in named], person, sent)
        meaning = understood(reply.text, named, may)
        return _act(session, read, person, meaning, at=at, sender=sender)
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


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a reply is taken to say. `unclear`: what its sender is told, where that is a guess."""

    statements: Sequence[Statement]
    unclear: str = ""


def understood(text: str, named: Sequence[Named], may: Collection[int]) -> Meaning:
    """What the text of a reply says of the action items of its mail, of which the sender may
    change some. Raises NotSaid.
    """
    words = said(text)
    if not words.closes and not words.text:
        raise NotSaid(NOTHING_SAID)
    if not may:
        raise NotSaid(ENDED)
    if words.closes and (words.all or len(named) == 1):
        return Meaning([Statement(id_, Meant.DONE, words.text) for id_ in sorted(may)])
    written = own_words(text)
    if found := statements(written, named):
        left = [each for each in found if each.action_id in may]
        if not left:
            raise NotSaid(ENDED)
        return Meaning(left)
    if len(may) > MOST_COMMENTED:
        raise NotSaid(SEVERAL)
    comments = [Statement(id_, Meant.COMMENT, written) for id_ in sorted(may)]
    if len(named) > 1:
        return Meaning(comments, UNCLEAR)
    return Meaning(comments, HEDGED if seems_to_close(written) else "")


def _open_to(
    session: Session, facts: Sequence[Facts], person: Reader, sent: dt.datetime
) -> list[int]:
    """Those that the person may change and that have not ended since the mail was sent."""
    return [
        each.id for each in facts if may_close(person, each) and not _ended(session, each, sent)
    ]


class NotSaid(MinutesError):
    """The reply does not say what can be done."""


def _ended(session: Session, facts: Facts, sent: dt.datetime) -> bool:
    """Whether it is closed, or was closed and opened again since the mail."""
    if facts.is_done or not facts.closings:
        return facts.is_done
    return session.get_one(ActionEvent, facts.closings).at > sent


def _act(
    session: Session,
    read: MailAnswer,
    person: Reader,
    meaning: Meaning,
    *,
    at: dt.datetime,
    sender: str,
) -> Outcome:
    """Do all of it, and tell where it is unclear, in one transaction with that it was read."""
    read.refusal, read.kept = meaning.unclear, bool(meaning.unclear)
    session.add(read)
    session.flush()  # fails where it was read before
    if meaning.unclear:
        _tell(session, read, person, at, sender)
    follow_up.do_all(
        session,
        [
            (each.action_id, Act(KINDS[each.meant], read.person_id, at, each.note, Via.MAIL))
            for each in meaning.statements
        ],
    )
    if meaning.unclear:
        return Outcome.UNCLEAR
    closes = any(each.meant is Meant.DONE for each in meaning.statements)
    return Outcome.CLOSED if closes else Outcome.COMMENTED


def _refuse(
    session: Session, read: MailAnswer, person: Reader, why: str, *, at: dt.datetime, sender: str
) -> Outcome:
    """Tell the sender that nothing happened."""
    again = MailAnswer(**(read.model_dump(exclude={"id", "kept"}) | {"refusal": why}))
    session.add(again)
    try:
        session.flush()
    except IntegrityError:
        session.rollback()
        return Outcome.BEFORE
    _tell(session, again, person, at, sender)
    session.commit()
    return Outcome.REFUSED


def _tell(session: Session, read: MailAnswer, person: Reader, at: dt.datetime, sender: str) -> None:
    """Put the mail about a reply into the outbox, in the caller's transaction."""
    post = Post(f"{KIND}:{read.id}", KIND, person.name, person.email or "", at, at + LASTS)
    mail_service.enqueue(session, [post], sender=sender)
