"""Writes reminders just before they are sent: only what is still open, to who may still read it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from minutes.ics import Entry
from minutes.mail.letters import Letter
from minutes.mail.sending import NotNeeded, Writer
from minutes.mail.service import Claimed
from minutes.people.permissions import Permission
from minutes.reminders import bodies, queries, service
from minutes.reminders.attached import Told, calendar_file, entries, next_meetings
from minutes.reminders.duty_wording import DutyLine
from minutes.reminders.in_mails import InMail, of_messages
from minutes.reminders.links import Answer, Choice, Links
from minutes.reminders.pace import USUAL, Pace
from minutes.reminders.policy import WEEK, cause_of
from minutes.reminders.queries import Facts, Reader, seen_by
from minutes.reminders.tables import Cause, DutyKind, Rhythm
from minutes.reminders.waiting import Key, Waiting, waiting
from minutes.reminders.wording import Digest, Line, reminder

CLOSED = "Åtgärderna var redan klara eller borttagna."
NO_LONGER = "Personen är inte längre ansvarig, får inte läsa om det, eller har fått mer tid."
WANTS_NONE = "Personen vill inte ha påminnelser."
MOVED = "Personen har inte längre den adressen."


@dataclass(frozen=True, slots=True)
class _Content:
    """To whom a mail goes, and what stands in it still: action items, and duties."""

    person: Reader
    told: Sequence[Told]
    duties: Sequence[Waiting]

    @property
    def actions(self) -> frozenset[int]:
        """The action items."""
        return frozenset(each.facts.id for each in self.told)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the mails of a batch are about, as it is now."""

    today: dt.date
    actions: Mapping[int, list[InMail]]
    duties: Mapping[int, list[tuple[int, DutyKind, int]]]
    persons: Mapping[int, Reader]
    facts: Mapping[int, Facts]
    waiting: Mapping[Key, Waiting]
    paces: Mapping[int, Pace]
    meetings: Mapping[int, Entry]

    def content(self, mail: Claimed) -> _Content | NotNeeded:
        """What of a mail is still to be said."""
        actions, duties = self.actions[mail.id], self.duties[mail.id]
        if not actions and not duties:
            return NotNeeded(CLOSED)
        person = self.persons[(actions or duties)[0][0]]
        if person.email != mail.address:
            return NotNeeded(MOVED)
        if person.rhythm is Rhythm.NONE:
            return NotNeeded(WANTS_NONE)
        known = [(self.facts[row.action_id], row) for row in actions if row.action_id in self.facts]
        told = [
            Told(seen_by(person, facts), now, row.number)
            for facts, row in known
            if (now := self._cause_now(person, facts, row.cause))
        ]
        still = [
            each
            for _, kind, id_ in duties
            if (each := self.waiting.get((kind, id_))) and each.waits_for(person, self.today)
        ]
        if told or still:
            return _Content(person, told, still)
        return NotNeeded(CLOSED if all(facts.is_done for facts, _ in known) else NO_LONGER)

    def _cause_now(self, person: Reader, facts: Facts, cause: Cause) -> Cause | None:
        """Why the action item stands in the mail still; None where it no longer does.

        Its owner is told of it without a right to the body's minutes too (seen_by()).
        """
        if facts.is_done:
            return None
        if cause is Cause.UNOWNED:
            return cause if person.access.may(Permission.FOLLOW_UP, facts.body_id) else None
        pace = self.paces.get(facts.body_id, USUAL)
        now = cause_of(facts.due, self.today, max(pace.ahead, WEEK))
        if cause is Cause.LAGGING:
            return cause if now is Cause.LATE and facts.body_id in person.chair_of else None
        if not owns(person, facts):
            return None
        return now or (cause if cause is Cause.MEETING else None)


@dataclass(frozen=True, slots=True)
class ReminderComposer:
    """Writes the mails of the kind `reminder` for one installation.

    replies: whether somebody reads the replies to them.
    """

    links: Links
    today: Callable[[], dt.date]
    replies: bool = False

    def __call__(self, session: Session, mails: Sequence[Claimed]) -> Writer:
        """Read what the mails are about; what gives each as it is to be read now. What is closed
        or may no longer be read is taken out of them.
        """
        read = _read(session, [mail.id for mail in mails], self.today())
        contents = {mail.id: read.content(mail) for mail in mails}
        _take_out(session, read, contents)
        return lambda message_id: self._written(contents[message_id], read)

    def _written(self, content: _Content | NotNeeded, read: _Read) -> Letter | NotNeeded:
        if isinstance(content, NotNeeded):
            return content
        person = content.person
        days = entries(person, content.told, read.meetings, read.today)
        digest = Digest(
            name=person.name,
            lines=[self._line(person, each) for each in content.told],
            choice=self.links.choice(Choice(person.id, person.link_generation)),
            actions=self.links.actions() if person.has_account else None,
            duties=[self._duty(person, each) for each in content.duties],
            replies=self.replies,
            has_calendar=bool(days),
        )
        letter = reminder(digest, read.today)
        return replace(letter, calendar=calendar_file(days, read.today)) if days else letter

    def _duty(self, person: Reader, duty: Waiting) -> DutyLine:
        link, opens = self.links.duty(duty, signs_in=person.has_account)
        return DutyLine(
            duty.kind,
            duty.called,
            duty.body,
            duty.since,
            duty.latest,
            link,
            opens,
            duty.signed,
            duty.wanted,
            duty.held,
        )

    def _line(self, person: Reader, told: Told) -> Line:
        facts = told.facts
        readable = person.has_account and facts.has_source and facts.first_line is not None
        return Line(
            cause=told.cause,
            number=told.number,
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
            answer=self.links.answer(
                Answer(person.id, facts.id, facts.closings, person.link_generation)
            ),
            source=self.links.source(facts.meeting_id, facts.first_line)
            if readable and facts.first_line is not None
            else None,
        )


def _read(session: Session, message_ids: Sequence[int], today: dt.date) -> _Read:
    actions = of_messages(session, message_ids)
    duties = bodies.duties_of_messages(session, message_ids)
    said = [row for rows in actions.values() for row in rows]
    waits = [row for rows in duties.values() for row in rows]
    persons = {row[0] for row in said} | {row[0] for row in waits}
    before_meeting = any(row.cause is Cause.MEETING for row in said)
    things = {(kind, id_) for _, kind, id_ in waits}
    return _Read(
        today,
        actions,
        duties,
        queries.readers(session, today, only=persons),
        queries.facts(session, {row.action_id for row in said}, today),
        waiting(session, things),
        bodies.paces(session),
        next_meetings(session, today) if before_meeting else {},
    )


def _take_out(session: Session, read: _Read, contents: Mapping[int, _Content | NotNeeded]) -> None:
    """Forget what is left out of a mail that is sent, so that it is not taken for said."""
    sent = {id_: content for id_, content in contents.items() if isinstance(content, _Content)}
    service.forget(
        session,
        [
            (id_, action)
            for id_, content in sent.items()
            for _, action, *_ in read.actions[id_]
            if action not in content.actions
        ],
        [
            (id_, kind, thing)
            for id_, content in sent.items()
            for _, kind, thing in read.duties[id_]
            if (kind, thing) not in {each.key for each in content.duties}
        ],
    )


def may_close(person: Reader, facts: Facts) -> bool:
    """Whether the person may say by a link that the action item is done."""
    return owns(person, facts) or person.access.may(Permission.FOLLOW_UP, facts.body_id)


def owns(person: Reader, facts: Facts) -> bool:
    """Whether the minutes name the person as an owner."""
    return any(owner == person.id for _, owner in facts.owners)
