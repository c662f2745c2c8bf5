"""A registered meeting of Lärgruppen, whose words stand in tests/review/drafts.py."""

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.people.tables import Body, Person, Role
from minutes.review import service as review
from tests.builders import Builder
from tests.review.drafts import AT, draft_of


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen", slug="largruppen")


@pytest.fixture
def karin(build: Builder, body: Body) -> Person:
    person = build.person("Karin Lind")
    build.mandate(person, body, Role.MEMBER)
    return person


@pytest.fixture
def meeting(app: Flask, session: Session, body: Body, karin: Person) -> int:
    return review.register_draft(session, draft_of(session, body), by=None, at=AT)
