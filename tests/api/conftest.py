"""A body with minutes in it, and programs that ask with a key."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlmodel import Session
from werkzeug.test import TestResponse

from minutes import clock
from minutes.people import api_tokens
from minutes.people.api_tokens import Scope
from minutes.people.service import By
from minutes.people.tables import Body, Person, Role
from minutes.review import service as review
from tests.builders import Builder
from tests.review.drafts import AT, draft_of


class Program:
    """Asks the API with a key."""

    def __init__(self, app: Flask, token: str) -> None:
        self._client, self.token = app.test_client(), token

    def ask(self, method: str, path: str, **options: Any) -> TestResponse:
        """The answer to the request."""
        headers = {"Authorization": f"Bearer {self.token}", **options.pop("headers", {})}
        return self._client.open(f"/api/v1{path}", method=method, headers=headers, **options)

    def get(self, path: str, **options: Any) -> TestResponse:
        """The answer to GET."""
        return self.ask("GET", path, **options)


@pytest.fixture
def body(session: Session, build: Builder) -> Body:
    """A body with a registered meeting."""
    body = build.body("Lärgruppen", slug="largruppen")
    review.register_draft(session, draft_of(session, body), by=None, at=AT)
    return body


@pytest.fixture
def secretary(build: Builder, body: Body) -> Person:
    person = build.person("Siv Ek")
    build.mandate(person, body, Role.SECRETARY)
    build.account(person)
    return person


@pytest.fixture
def program_of(session: Session, app: Flask) -> Callable[..., Program]:
    """program_of(person, *scopes): a program with a key of the person; all scopes if none said."""

    def of(person: Person, *scopes: Scope, last_day: date | None = None) -> Program:
        by = By("kommandoraden", clock.now())
        token = api_tokens.add(
            session,
            by,
            person_id=person.id or 0,
            name="prov",
            scopes=scopes or Scope,
            last_day=last_day or clock.today() + timedelta(days=30),
        )
        return Program(app, token)

    return of


@pytest.fixture
def program(program_of: Callable[..., Program], secretary: Person) -> Program:
    """A program of the secretary's that may do all."""
    return program_of(secretary)
