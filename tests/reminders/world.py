"""Invented bodies with action items, as a day of reminders finds them."""

import datetime as dt
from dataclasses import dataclass
from itertools import count

import pytest
from sqlmodel import Session, select

from minutes.follow_up import service as follow_up
from minutes.mail.tables import OutboxMessage
from minutes.people.tables import Body, Person, Role
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import ActionItem, ActionOwner, Item, Meeting, StoredDocument
from minutes.reminders import planning, service
from minutes.reminders.jobs import end_of
from minutes.reminders.service import Decided
from tests.builders import Builder

SENDER = "Minutes <minutes@example.se>"
TUESDAY = dt.date(2026, 12, 1)
DAY = dt.timedelta(days=1)
_numbers = count(1)


def at(day: dt.date, hour: int = 6) -> dt.datetime:
    """A moment of the day."""
    return dt.datetime.combine(day, dt.time(hour), dt.UTC)


@dataclass
class World:
    """Builds action items, and decides the reminders of a day."""

    session: Session
    build: Builder
    body: Body

    def member(self, name: str = "", role: Role = Role.MEMBER, **options: object) -> Person:
        """A person with a role in the body."""
        person = self.build.person(name, **options)  # type: ignore[arg-type]
        self.build.mandate(person, self.body, role)
        return person

    def action(
        self,
        *owners: Person | str,
        due: dt.date | None = TUESDAY,
        text: str = "",
        quote: str = "",
        body: Body | None = None,
        owner_text: str | None = None,
        held: dt.date = dt.date(2026, 10, 14),
    ) -> int:
        """An open action item out of the minutes of a meeting."""
        text = text or f"Skicka underlag {next(_numbers)}"
        meeting = Meeting(
            body_id=(body or self.body).id,
            document_id=self._document(),
            kind=MinutesKind.MINNESANTECKNINGAR,
            title="Möte",
            date=held,
            recorded_at=at(dt.date(2026, 10, 15)),
        )
        self.session.add(meeting)
        self.session.flush()
        item = Item(meeting_id=meeting.id, position=1, number="3", title="Höstens utbildning")
        self.session.add(item)
        self.session.flush()
        action = ActionItem(
            meeting_id=meeting.id,
            item_id=item.id,
            position=1,
            quote=quote or text,
            text=text,
            due=due,
            owner_text=owner_text,
            first_line=12,
        )
        self.session.add(action)
        self.session.flush()
        for position, owner in enumerate(owners):
            known = isinstance(owner, Person)
            self.session.add(
                ActionOwner(
                    action_item_id=action.id,
                    person_id=owner.id if known else None,  # type: ignore[union-attr]
                    position=position,
                    name=owner.name if known else owner,  # type: ignore[union-attr]
                )
            )
        self.session.commit()
        assert action.id is not None
        return action.id

    def _document(self) -> int:
        document = self.session.exec(select(StoredDocument)).first()
        if document is None:
            document = StoredDocument(
                filename="möte.md",
                sha256="0" * 64,
                content=b"x",
                transcript="x",
                stored_at=at(TUESDAY),
            )
            self.session.add(document)
            self.session.flush()
        assert document.id is not None
        return document.id

    def close(self, action_id: int, by: Person) -> None:
        """Mark an action item as done."""
        assert by.id is not None
        follow_up.mark_done(self.session, action_id, by=by.id, at=at(TUESDAY))

    def decide(self, day: dt.date = TUESDAY) -> Decided:
        """Decide the reminders of the day."""
        return service.decide(self.session, day, at=at(day), ends=end_of(day), sender=SENDER)

    def planned(self, day: dt.date = TUESDAY) -> dict[str, list[tuple[int, str]]]:
        """Who would be reminded of what on the day: name -> (action item, cause)."""
        made = planning.plan(self.session, day)
        self.session.commit()
        return {
            mail.person.name: [(id_, cause.value) for id_, cause in mail.actions.items()]
            for mail in made.mails
        }

    def outbox(self) -> list[OutboxMessage]:
        """The mails there are."""
        self.session.expire_all()
        found = list(self.session.exec(select(OutboxMessage).order_by(OutboxMessage.id)))
        self.session.commit()
        return found


@pytest.fixture
def world(session: Session, build: Builder) -> World:
    return World(session, build, build.body("Lärgruppen", slug="largruppen"))
