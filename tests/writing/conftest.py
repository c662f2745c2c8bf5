"""A board with a chair, a secretary, members and a substitute, and its minutes to write."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import pytest
from sqlmodel import Session

from minutes.people.tables import Body, BodyKind, Person, Role
from minutes.writing import service
from minutes.writing.service import By, When
from minutes.writing.skeleton import Heading
from tests.builders import Builder
from tests.pages import Pages

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DAY = date(2026, 12, 2)
WHEN = When(DAY, time(18, 0), time(20, 0), "Bygdegården")


@dataclass
class World:
    """The board, who sits in it, and the browser of its secretary."""

    session: Session
    body: Body
    secretary: Person
    pages: Pages

    @property
    def by(self) -> By:
        return By(self.secretary.id, AT)

    @property
    def body_id(self) -> int:
        assert self.body.id is not None
        return self.body.id

    def begun(self, *titles: str) -> int:
        """Minutes that are being written, with these points."""
        sitting_id = service.begin(self.session, self.by, body_id=self.body_id, when=WHEN)
        points = [Heading(title) for title in titles or ("Mötets öppnande", "Val av justerare")]
        service.start_writing(self.session, self.by, sitting_id, points)
        return sitting_id


@pytest.fixture
def world(session: Session, build: Builder, sign_in: Callable[..., Pages]) -> World:
    body = build.body("Vägstyrelsen", "Tallmo vägförening", "vagstyrelsen")
    body.kind = BodyKind.BOARD
    session.add(body)
    session.commit()
    for name, role in (
        ("Maja Almgren", Role.CHAIR),
        ("Bo Ekdahl", Role.MEMBER),
        ("Nils Rothman", Role.MEMBER),
        ("Siv Strömblad", Role.SUBSTITUTE),
    ):
        build.mandate(build.person(name), body, role)
    ronny = build.person("Ronny Wretling")
    build.mandate(ronny, body, Role.SECRETARY)
    return World(session, body, ronny, sign_in(ronny))
