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
from minutes.publication import meeting_notices, notice_service
from minutes.publication.tables import MeetingNotice, Summons
from minutes.web.language import COOKIE as LANGUAGE
from tests.builders import Builder
from tests.journeys.looking import LANGUAGES, faults_of
from tests.publication.world import NOW, World

pytestmark = [pytest.mark.browser, pytest.mark.slow]

INSIDE = (
    "/",
    "/moten/1",
    "/moten/1/publicering",
    "/moten/1/publicering/visa",
    "/moten/1/anslag",
    "/moten/1/expediering",
    "/moten/1/rattelse",
    "/justering/1",
    "/organ/largruppen/publicering",
    "/organ/largruppen/kungorelser",
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
    "/protokoll/sok",
    "/protokoll/sok?q=stugan",
    "/protokoll/sok?q=finns-inte",
    "/protokoll/prenumerera",
    "/protokoll/prenumerera/tack",
    "/protokoll/data",
    "/protokoll/tillganglighet",
    "/anslagstavla",
    "/anslagstavla/1",
    "/anslagstavla/mote/1",
    "/kontrollera",
)


@pytest.fixture
def token(session: Session, build: Builder) -> str:
    """A secretary whose meeting is published and posted, and who writes on a report."""
    world = World(session, build)
    world.published()
    now = dt.datetime.now(dt.UTC)
    notice_service.post_by_hand(session, world.meeting_id, "Kansliet", None, world.by(at=now))
    summons = MeetingNotice(
        body_id=world.body.id or 0,
        kind=Summons.KALLELSE,
        date=dt.date(2099, 12, 9),
        place="Gröna salen",
        agenda="Mötets öppnande",
        about="Öppet för alla.",
        post_at=now,
    )
    meeting_notices.put_up(session, summons, world.by(at=now))
    by = By(world.justering.id("karin"), NOW, dt.date(2026, 12, 1))
    annual_report.begin(session, by, body_id=world.body.id or 0, year=2026)
    accounts = select(Account).where(Account.person_id == world.justering.id("karin"))
    return build.token(session.exec(accounts).one())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_accessible_and_fits(
    chromium: Browser, address: str, token: str, language: str
) -> None:
    kept = {LANGUAGE: language}
    faults = faults_of(chromium, (address, language), {**kept, COOKIE: token}, INSIDE)
    faults += faults_of(chromium, (address, language), kept, PUBLIC)
    assert not faults, "\n".join(faults)
