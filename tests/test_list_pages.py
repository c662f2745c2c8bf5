"""No list page asks more than three questions, nor more for more rows."""

import datetime as dt

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.people.tables import Role
from minutes.review import service as review
from tests.builders import Builder
from tests.pages import Pages
from tests.review.drafts import AT, draft_of
from tests.statements import counted

LISTS = (
    "/arsberattelser",
    "/atgarder",
    "/beslut",
    "/granskning",
    "/handlingar",
    "/hantera/handelser",
    "/hantera/organ",
    "/hantera/personer",
    "/hantera/utskick",
    "/inlasning",
    "/justering",
    "/moten",
    "/organ",
    "/paminnelser",
    "/utan-ansvarig",
)


def fill(session: Session, build: Builder, number: int) -> None:
    """A body with a member, registered minutes and a draft."""
    body = build.body()
    build.mandate(build.person(), body, Role.SECRETARY)
    at = AT + dt.timedelta(days=number)
    review.register_draft(session, draft_of(session, body, name=f"{number}.md"), by=None, at=at)
    draft_of(session, body, name=f"{number}b.md")


@pytest.mark.parametrize("path", LISTS)
def test_a_list_asks_three_questions_at_most(
    app: Flask, session: Session, build: Builder, administrator: Pages, path: str
) -> None:
    fill(session, build, 1)
    few = asked(app, session, administrator, path)
    for number in range(2, 6):
        fill(session, build, number)
    assert asked(app, session, administrator, path) == few
    assert few <= 3


def asked(app: Flask, session: Session, pages: Pages, path: str) -> int:
    """How many statements the page sends, without the one for access."""
    session.rollback()
    with counted(app.extensions["engine"]) as sent:
        assert pages.get(path).status_code == 200
    return len(sent) - 1
