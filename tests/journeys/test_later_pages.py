"""What comes of minutes when they are justerade, in a browser: published, posted, told of in
figures and reports. axe finds nothing in either language and colour scheme.
"""

import datetime as dt

import pytest
from playwright.sync_api import Browser
from sqlmodel import Session, select

from minutes.annual_report import service as annual_report
from minutes.annual_report.service import By
from minutes.people.access import COOKIE
from minutes.people.tables import Account
from minutes.publication import notice_service
from tests.builders import Builder
from tests.journeys.test_accessibility import faults_of
from tests.publication.world import NOW, World

pytestmark = [pytest.mark.browser, pytest.mark.slow]

INSIDE = (
    "/",
    "/moten/1",
    "/moten/1/publicering",
    "/moten/1/publicering/visa",
    "/moten/1/anslag",
    "/moten/1/rattelse",
    "/justering/1",
    "/organ/largruppen/publicering",
    "/organ/largruppen/justering",
    "/organ/largruppen/paminnelser",
    "/organ/largruppen/wordmall",
    "/siffror?ar=2026",
    "/arsberattelser",
    "/arsberattelser/1",
    "/arsberattelser/1/innehall",
    "/arsberattelser/1/skriv",
    "/arsberattelser/1/andringar",
    "/arsberattelser/1/versioner",
    "/handlingar",
)
PUBLIC = (
    "/protokoll",
    "/protokoll/largruppen",
    "/protokoll/largruppen/2026",
    "/protokoll/largruppen/2026-10-14",
    "/protokoll/beslut",
    "/protokoll/kommande",
    "/protokoll/data",
    "/protokoll/tillganglighet",
    "/anslagstavla",
    "/anslagstavla/1",
    "/kontrollera",
)


@pytest.fixture
def token(session: Session, build: Builder) -> str:
    """A secretary whose meeting is published and posted, and who writes on a report."""
    world = World(session, build)
    world.published()
    notice_service.post_by_hand(session, world.meeting_id, "Kansliet", None, world.by(at=NOW))
    by = By(world.justering.id("karin"), NOW, dt.date(2026, 12, 1))
    annual_report.begin(session, by, body_id=world.body.id or 0, year=2026)
    accounts = select(Account).where(Account.person_id == world.justering.id("karin"))
    return build.token(session.exec(accounts).one())


@pytest.mark.parametrize(
    "language, width, scheme",
    [("sv", 1280, "light"), ("sv", 390, "dark"), ("en", 390, "light"), ("en", 768, "dark")],
)
def test_every_page_is_accessible_and_fits(
    chromium: Browser, address: str, token: str, language: str, width: int, scheme: str
) -> None:
    look = (address, language, width, scheme)
    faults = faults_of(chromium, look, {COOKIE: token}, INSIDE)
    faults += faults_of(chromium, look, {}, PUBLIC)
    assert not faults, "\n".join(faults)
