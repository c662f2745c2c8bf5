"""The jobs that decide reminders and empty the outbox, for one installation's settings."""

import os
import secrets
import socket
from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import chain

from sqlmodel import Session

from minutes import clock
from minutes.distribution import service as distribution
from minutes.distribution.jobs import links_of as distribution_links
from minutes.distribution.letters import PublicationComposer
from minutes.errors import MinutesError
from minutes.formatting import counted
from minutes.justering import links as justering
from minutes.justering import notices
from minutes.justering.letters import JusteringComposer
from minutes.mail.mailboxes import dropped, imap_of, unread
from minutes.mail.sending import Outcome, Sender
from minutes.mail.transports import transport_of
from minutes.reminders import answering, service
from minutes.reminders.answer_letters import AnswerComposer
from minutes.reminders.incoming import read_reply
from minutes.reminders.letters import ReminderComposer
from minutes.reminders.links import Links
from minutes.settings import Settings
from minutes.writing import summons
from minutes.writing.summons_service import SummonsComposer

ANSWERED = {
    answering.Outcome.CLOSED: "klarmarkerade",
    answering.Outcome.COMMENTED: "kommentarer",
    answering.Outcome.UNCLEAR: "oklara kommentarer, avsändaren får veta vad som behövs",
    answering.Outcome.REFUSED: "utan verkan, avsändaren får veta varför",
    answering.Outcome.UNKNOWN: "inte svar från någon som fått brevet",
    answering.Outcome.AUTOMATIC: "automatiska",
    answering.Outcome.BEFORE: "lästa förut",
}
LONGEST_RUN = timedelta(minutes=10)  # the next run, a minute later, goes on


class MailNotSent(MinutesError):
    """The mail server could not be used; what waits is tried again."""

    status = 503


def decide(session: Session, settings: Settings) -> str:
    """Put today's reminders into the outbox."""
    today = clock.today()
    decided = service.decide(
        session, today, at=clock.now(), ends=end_of(today), sender=settings.mail_from
    )
    return said_of(decided)


def send(session: Session, settings: Settings) -> str:
    """Send what is due. Raises MailNotSent where the server cannot be used, and
    MailSettingsError where its address is wrong.
    """
    of_publications = PublicationComposer(distribution_links(settings), clock.today)
    sender = Sender(
        # Two senders in one process must not take each other's mails for their own.
        name=f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(4)}",
        address=settings.mail_from,
        transport=transport_of(settings.smtp_url, settings.mail_folder),
        composers={
            service.KIND: ReminderComposer(links_of(settings), clock.today, settings.reads_replies),
            answering.KIND: AnswerComposer(),
            distribution.KIND: of_publications,
            distribution.SUBSCRIPTION: of_publications,
            notices.KIND: JusteringComposer(
                justering.Links(settings.base_url, settings.secret_key)
            ),
            summons.KIND: SummonsComposer(settings.base_url, clock.today(), clock.now()),
        },
        now=clock.now,
    )
    outcome = sender.send_due(session, clock.now() + LONGEST_RUN)
    if outcome.fault is not None:
        raise MailNotSent(f"{_numbers(outcome)} {outcome.fault}")
    return _numbers(outcome)


def read_answers(session: Session, settings: Settings) -> str:
    """Read the replies to mails that have come, and do what they say. Raises ServerUnavailable,
    and MailSettingsError where the mailbox's address is wrong.
    """
    came = dropped(settings.inbox_folder)
    if settings.imap_url is not None:
        came = chain(came, unread(imap_of(settings.imap_url)))
    outcomes = Counter(
        answering.answer(session, read_reply(content), at=clock.now(), sender=settings.mail_from)
        for content in came
    )
    parts = [f"{said} {outcomes[each]}" for each, said in ANSWERED.items() if outcomes[each]]
    return f"Svar: {', '.join(parts)}." if parts else "Inga nya svar."


def links_of(settings: Settings) -> Links:
    """The addresses that mails lead to."""
    return Links(settings.base_url, settings.secret_key)


def end_of(day: date) -> datetime:
    """The moment at which the day ends in Sweden, also where it has 23 or 25 hours."""
    return datetime.combine(day + timedelta(days=1), time(0), clock.STOCKHOLM)


def said_of(decided: service.Decided) -> str:
    """What deciding came to, in Swedish."""
    if decided.quiet is not None:
        return f"Inga påminnelser i dag: {decided.quiet}."
    said = f"{counted(decided.mails, 'påminnelse', 'påminnelser')} lades i utkorgen."
    if decided.before:
        said += f" {counted(decided.before, 'fanns', 'fanns')} där redan."
    if decided.unreached:
        said += f" {counted(decided.unreached, 'åtgärd', 'åtgärder')} når ingen."
    return said


def _numbers(outcome: Outcome) -> str:
    parts = [
        counted(number, one, many)
        for number, one, many in (
            (outcome.sent, "brev skickades", "brev skickades"),
            (outcome.refused, "avvisades", "avvisades"),
            (outcome.later, "försöks igen", "försöks igen"),
            (outcome.not_needed, "behövdes inte", "behövdes inte"),
            (outcome.expired, "hann inte skickas", "hann inte skickas"),
        )
        if number
    ]
    return f"{', '.join(parts)}." if parts else "Inget att skicka."
