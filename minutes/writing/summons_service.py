"""Putting the mails of a kallelse into the outbox, and writing them when they are sent."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.errors import Refused, StepNotAllowed
from minutes.filling import filled
from minutes.justering import queries as justering
from minutes.justering.pdf_sheet import pdf_of
from minutes.justering.sheet import Sheet
from minutes.justering.word_sheet import word_of
from minutes.mail import service as mail
from minutes.mail.letters import Enclosed, Letter, reply_to
from minutes.mail.sending import NotNeeded, Writer
from minutes.mail.service import Claimed, Post
from minutes.mail.tables import OutboxMessage
from minutes.people import queries as people
from minutes.people.queries import Seat
from minutes.people.slugs import slug_of
from minutes.people.tables import Person, Role
from minutes.register.cancelled import cancelled_on
from minutes.swedish_time import day_in_sweden
from minutes.writing import queries
from minutes.writing.agenda_service import points
from minutes.writing.ahead import day_changed
from minutes.writing.service import By, to_be_held, write_down
from minutes.writing.summons import KIND, Summons, calendar_of, sheet_of
from minutes.writing.tables import Sitting

_Said = tuple[Summons, list[Enclosed]]
PASSED = "Mötet har redan varit eller är borttaget."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SUMMONED = ("mails/kallelse.txt", "mails/kallelse.html")
CALLED_OFF = ("mails/installt.txt", "mails/installt.html")
MOVED = "Personen har inte längre den adressen."


def summons_of(session: Session, sitting: Sitting) -> Summons:
    """What the kallelse says now."""
    seats = queries.roster(session, sitting.body_id, sitting.date)
    held = {seat.role: seat.person for seat in reversed(seats)}
    off = cancelled_on(session, sitting.body_id, sitting.date)
    reached = {seat.role: (seat.person, seat.email) for seat in reversed(seats) if seat.email}
    return Summons(
        people.body(session, sitting.body_id),
        sitting,
        points(session, sitting.id or 0),
        held.get(Role.CHAIR, ""),
        held.get(Role.SECRETARY, ""),
        off.reason if off else "",
        reached.get(Role.SECRETARY, reached.get(Role.CHAIR, ("", ""))),
    )


def summoned(session: Session, sitting: Sitting) -> tuple[list[Seat], list[Seat]]:
    """(those who get a mail, those without an address) of who sits in the body on the day."""
    seats = queries.roster(session, sitting.body_id, sitting.date)
    return [seat for seat in seats if seat.email], [seat for seat in seats if not seat.email]


def send(session: Session, by: By, sitting_id: int, sender: str) -> int:
    """Summon everybody who sits in the body on the day; how many mails.

    Raises Refused where nobody has an address or there is nothing on the agenda, and
    StepNotAllowed where the meeting has been.
    """
    found = to_be_held(session, sitting_id)
    if found.date < day_in_sweden(by.at):
        raise StepNotAllowed("Mötet har redan varit.")
    if not points(session, sitting_id):
        raise Refused("Dagordningen är tom. Lägg till minst en punkt först.")
    reached, _ = summoned(session, found)
    if not reached:
        raise Refused("Ingen i organet har en e-postadress.")
    made = enqueue(session, by, found, sender)
    found.summoned_at = by.at
    session.add(found)
    write_down(session, by, "sitting.summoned", found)
    day_changed(session, found.body_id)
    session.commit()
    return made


def enqueue(session: Session, by: By, sitting: Sitting, sender: str) -> int:
    """Put a mail for each who sits in the body on the day into the outbox; how many. What it says
    is decided when it is written. Does not commit.
    """
    reached, _ = summoned(session, sitting)
    turn = int(by.at.timestamp())
    expires = dt.datetime.combine(sitting.date + dt.timedelta(days=1), dt.time(0), dt.UTC)
    posts = [
        Post(
            f"{KIND}:{sitting.id}:{seat.person_id}:{turn}",
            KIND,
            seat.person,
            seat.email or "",
            by.at,
            expires,
        )
        for seat in reached
    ]
    return len(mail.enqueue(session, posts, sender=sender))


def file_of(sheet: Sheet, at: dt.datetime, kind: str, template: bytes | None) -> Enclosed:
    """The kallelse as a file: docx, of the body's own template if it has one, or pdf."""
    name = f"{slug_of(sheet.minutes.title)}.{kind}"
    if kind == "docx":
        return Enclosed(name, word_of(sheet, at, template), WORD)
    return Enclosed(name, pdf_of(sheet), "application/pdf")


@dataclass(frozen=True, slots=True)
class SummonsComposer:
    """Writes the mails of the kind `kallelse`, with the agenda as it stands when they are sent; or
    that the meeting is called off, where it then is.
    """

    base_url: str
    today: dt.date
    at: dt.datetime

    def __call__(self, session: Session, mails: Sequence[Claimed]) -> Writer:
        """The mails as they are to be read now."""
        rows = session.execute(
            sa.select(col(OutboxMessage.id), col(OutboxMessage.dedupe_key)).where(
                col(OutboxMessage.id).in_([each.id for each in mails])
            )
        )
        keys = {id_: [int(part) for part in key.split(":")[1:3]] for id_, key in rows}
        said = {each: self._said(session, each) for each in {of for of, _ in keys.values()}}
        return {
            each.id: self._written(session, each, said[keys[each.id][0]], keys[each.id][1])
            for each in mails
        }.__getitem__

    def _said(self, session: Session, sitting_id: int) -> _Said | None:
        """None where the meeting has been or is taken away."""
        found = session.get(Sitting, sitting_id)
        if found is None or found.date < self.today:
            return None
        summons, own = summons_of(session, found), justering.template_of(session, found.body_id)
        if summons.called_off:
            return summons, []
        template = own.content if own else None
        sheet, at = sheet_of(summons), found.changed_at
        return summons, [file_of(sheet, at, kind, template) for kind in ("pdf", "docx")]

    def _written(
        self, session: Session, claimed: Claimed, said: _Said | None, person_id: int
    ) -> Letter | NotNeeded:
        if said is None:
            return NotNeeded(PASSED)
        summons, files = said
        person = session.get(Person, person_id)
        if person is None or person.email != claimed.address:
            return NotNeeded(MOVED)
        names = {
            "summons": summons,
            "first_name": person.name.split()[0] if person.name.strip() else "",
            "link": f"{self.base_url}/kallelser/{summons.sitting.id}",
        }
        text, html = CALLED_OFF if summons.called_off else SUMMONED
        return Letter(
            subject=summons.subject,
            text=filled(text, **names),
            html=filled(html, **names),
            headers=reply_to(*summons.replies_to),
            calendar=calendar_of(summons, self.at, by_mail=True),
            enclosed=files,
        )
