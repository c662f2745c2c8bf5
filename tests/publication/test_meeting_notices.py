"""Notices of meetings, and of paragraphs that were justerade at once."""

import datetime as dt
from collections.abc import Callable

import feedparser
import icalendar
import pytest
from sqlmodel import Session, select

from minutes import clock
from minutes.justering import service as justering
from minutes.justering.service import Sending
from minutes.people.tables import Regime, Role
from minutes.publication import (
    jobs,
    meeting_notices,
    notice_service,
    public_coming,
    service,
)
from minutes.publication.readers import Reader
from minutes.publication.tables import Notice, PublicationRules, Scope, Summons
from minutes.settings import Settings
from tests.builders import Builder
from tests.justering.world import LATEST
from tests.justering.world import World as Justering
from tests.pages import Pages, text_of
from tests.publication.world import NOW, World

FORM = {
    "slag": "kallelse",
    "motesdag": "2099-12-09",
    "kl": "13:30",
    "plats": "Gröna salen",
    "punkter": "1. Mötets öppnande\n§ 2 Budget <b>2100</b>\n\n3 mars-utredningen",
    "om": "Mötet är öppet för alla.",
}
PATH = "/organ/largruppen/kungorelser"


def test_a_meeting_is_announced_and_taken_down(
    world: World, anonymous: Pages, pages_of: Callable[..., Pages]
) -> None:
    karin = pages_of(Role.SECRETARY, world.body)
    page = karin.send(PATH, FORM)
    assert "Anslaget är uppe." in text_of(page)
    assert page.xpath("//a[@href='/anslagstavla/mote/1']")
    board = anonymous.open("/anslagstavla")
    assert "Sammanträden och möten" in text_of(board)
    text = text_of(anonymous.open("/anslagstavla/mote/1"))
    for said in ("Kallelse: Lärgruppen 9 december 2099", "kl. 13.30", "Gröna salen",
                 "Budget <b>2100</b>", "Mötet är öppet för alla."):  # fmt: skip
        assert said in text, said
    points = [each.text for each in anonymous.open("/anslagstavla/mote/1").xpath("//ol/li")]
    assert points == ["Mötets öppnande", "Budget <b>2100</b>", "3 mars-utredningen"]
    karin.send(f"{PATH}/1/ta-ned")
    assert anonymous.get("/anslagstavla/mote/1").status_code == 404
    assert "Gröna salen" not in text_of(anonymous.open("/anslagstavla"))


def test_the_notice_of_a_meeting_that_is_called_off_says_so_and_not_why(
    world: World, anonymous: Pages, pages_of: Callable[..., Pages]
) -> None:
    karin = pages_of(Role.SECRETARY, world.body)
    day = clock.today() + dt.timedelta(days=5)
    karin.send(PATH, {**FORM, "motesdag": day.isoformat()})
    assert "Mötet är inställt" not in text_of(anonymous.open("/anslagstavla/mote/1"))
    off = {"stall-in-dag": day.isoformat(), "skal": "Ordföranden är sjuk"}
    karin.send(f"/organ/{world.body.slug}/installda", off)
    for path in ("/anslagstavla/mote/1", "/anslagstavla"):
        text = text_of(anonymous.open(path))
        assert "Mötet är inställt." in text
        assert "sjuk" not in text


@pytest.mark.parametrize("is_taken_down", [False, True])
def test_a_meeting_that_is_called_off_is_told_of_until_its_day_has_passed(
    world: World,
    anonymous: Pages,
    pages_of: Callable[..., Pages],
    session: Session,
    is_taken_down: bool,
) -> None:
    world.published()
    karin = pages_of(Role.SECRETARY, world.body)
    day = clock.today() + dt.timedelta(days=5)
    karin.send(PATH, {**FORM, "motesdag": day.isoformat()})
    pages = ("/protokoll", "/protokoll/largruppen", "/protokoll/kommande")
    feeds = ("/protokoll/atom.xml", "/protokoll/largruppen/atom.xml")
    for path in (*pages, *feeds):
        assert "nställt" not in anonymous.get(path).text, path
    karin.send(
        "/organ/largruppen/installda", {"stall-in-dag": day.isoformat(), "skal": "Ingen kan"}
    )
    if is_taken_down:
        karin.send(f"{PATH}/1/ta-ned")
    for path in pages:
        (shown,) = anonymous.open(path).xpath(f"//li[@id='mote-largruppen-{day.isoformat()}']")
        assert "Inställt" in text_of(shown), path
        assert shown.xpath("./meta[@content='https://schema.org/EventCancelled']")
    for path in feeds:
        (entry,) = [
            each
            for each in feedparser.parse(anonymous.get(path).data).entries
            if "inställt" in each.title
        ]
        where, _, anchor = entry.link.removeprefix("http://127.0.0.1:8000").partition("#")
        assert anonymous.open(where).xpath(f"//*[@id='{anchor}']")
        assert "Ingen kan" not in str(entry)
    calendar = icalendar.Calendar.from_ical(anonymous.get("/protokoll/kalender.ics").data)
    states = {each["DTSTART"].dt.date(): each.get("STATUS") for each in calendar.events
              if isinstance(each["DTSTART"].dt, dt.datetime)}  # fmt: skip
    assert states[day] == "CANCELLED"
    passed = public_coming.coming(session, Reader(), day + dt.timedelta(days=1))
    assert day not in {each.date for each in passed}


@pytest.mark.parametrize(
    "changed, said",
    [
        ({"motesdag": "2020-01-01"}, "har redan varit"),
        ({"motesdag": "i morgon"}, "skriv dagen som 2026-03-31"),
        ({"slag": "fest"}, "Välj vad det är"),
        ({"plats": " "}, "Skriv var mötet hålls"),
        ({"punkter": "x" * 10_001}, "för lång"),
        ({"dag": "2099-12-10"}, "senast den dag då mötet hålls"),
    ],
)
def test_what_cannot_be_announced_is_told_and_kept(
    world: World, pages_of: Callable[..., Pages], changed: dict[str, str], said: str
) -> None:
    karin = pages_of(Role.SECRETARY, world.body)
    page = karin.send(PATH, FORM | changed, 422)
    assert said in text_of(page)
    assert page.xpath("string(//textarea[@name='om'])") == FORM["om"]


def test_only_who_looks_after_the_body_announces(
    world: World, pages_of: Callable[..., Pages], build: Builder
) -> None:
    assert pages_of(Role.MEMBER, world.body).get(PATH).status_code == 403
    assert pages_of(Role.SECRETARY, build.body()).get(PATH).status_code in (403, 404)


def test_fullmaktige_is_to_be_announced_a_week_before() -> None:
    day = dt.date(2026, 10, 21)
    assert not meeting_notices.is_late(Summons.KUNGORELSE, day, dt.date(2026, 10, 14))
    assert meeting_notices.is_late(Summons.KUNGORELSE, day, dt.date(2026, 10, 15))
    assert not meeting_notices.is_late(Summons.KALLELSE, day, day)


def test_a_notice_waits_for_its_time_and_goes_after_the_meeting(
    world: World, pages_of: Callable[..., Pages], session: Session
) -> None:
    pages_of(Role.SECRETARY, world.body).send(PATH, FORM | {"dag": "2099-12-01", "tid": "08:00"})
    assert meeting_notices.up(session) == []
    at = dt.datetime(2099, 12, 1, 7, 0, tzinfo=dt.UTC)
    assert meeting_notices.post_due(session, service.By(None, at, at.date())) == 1
    assert len(meeting_notices.up(session)) == 1
    session.commit()
    for day, gone in ((dt.date(2099, 12, 9), 0), (dt.date(2099, 12, 10), 1)):
        assert meeting_notices.take_down_past(session, service.By(None, at, day)) == gone


@pytest.fixture
def at_once(session: Session, build: Builder) -> Justering:
    """Minutes of which a paragraph is justerad by itself."""
    world = Justering(session, build)
    sending = Sending(world.signatories("anna", "olle"), LATEST, False, world.seen)
    round_id = justering.send_paragraphs(session, world.meeting_id, "1", sending, world.by("karin"))
    for name in ("anna", "olle"):
        world.sign(round_id, name)
    return world


def test_what_was_justerat_at_once_has_a_notice_of_its_own(
    at_once: Justering, pages_of: Callable[..., Pages], anonymous: Pages
) -> None:
    karin = pages_of(Role.SECRETARY, at_once.body)
    assert "är inte anslagna" in text_of(karin.open(f"/moten/{at_once.meeting_id}"))
    path = f"/moten/{at_once.meeting_id}/anslag"
    page = karin.open(path)
    assert "Omedelbart justerat: 1 Föregående möte" in text_of(page)
    round_id = page.xpath("string(//input[@name='justering']/@value)")
    karin.send(path, {"justering": round_id, "finns": "Kansliet"})
    text = text_of(anonymous.open("/anslagstavla/1"))
    assert "Paragraferna är omedelbart justerade." in text
    assert "Paragrafer1 Justerat" in text
    whole = at_once.send()
    for name in ("karin", "anna", "olle"):
        at_once.sign(whole, name)
    rest = text_of(karin.open(path))
    assert "Hela protokollet" in rest
    karin.send(path, {"justering": str(whole), "finns": "Kansliet"})
    assert "Paragrafer2 Justerat" in text_of(anonymous.open("/anslagstavla/2"))
    assert karin.post(path, {"justering": "999", "finns": "Kansliet"}).status_code == 404


def test_the_program_announces_it_where_the_body_announces(
    at_once: Justering, session: Session, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutes.clock.now", lambda: NOW)
    rules = PublicationRules(
        body_id=at_once.body.id or 0, scope=Scope.ALL, posts=True, kept_at="Kansliet"
    )
    session.add(rules)
    session.commit()
    for _ in range(2):
        jobs.look_after_notices(session, settings)
        assert [each.at_once for each in session.exec(select(Notice))] == [True]
        session.commit()


def test_a_notice_that_is_taken_down_says_so(world: World, anonymous: Pages) -> None:
    notice_id = notice_service.post_by_hand(
        world.session, world.meeting_id, "Kansliet", None, world.by(at=NOW)
    )
    found = world.session.get_one(Notice, notice_id)
    found.taken_down_at = NOW + dt.timedelta(days=22)
    world.session.add(found)
    world.session.commit()
    page = anonymous.open(f"/anslagstavla/{notice_id}", 410)
    assert "Anslaget satt uppe från 2026-10-21 till 2026-11-12" in text_of(page)
    assert anonymous.get("/anslagstavla/99").status_code == 404


@pytest.mark.parametrize(
    "regime, said, unsaid",
    [
        (Regime.KOMMUNALLAGEN, "laglighetsprövning", "stadgar"),
        (Regime.ASSOCIATION, "stadgar", "Sista dag att överklaga"),
    ],
)
def test_how_to_appeal_is_told_as_the_law_of_the_body_is(
    world: World, anonymous: Pages, regime: Regime, said: str, unsaid: str
) -> None:
    body = world.body
    body.regime = regime
    world.session.add(body)
    world.session.commit()
    notice_id = notice_service.post_by_hand(
        world.session, world.meeting_id, "Kansliet", None, world.by(at=NOW)
    )
    text = text_of(anonymous.open(f"/anslagstavla/{notice_id}"))
    assert said in text
    assert unsaid not in text


def test_an_announced_meeting_is_among_those_ahead(
    world: World, anonymous: Pages, pages_of: Callable[..., Pages]
) -> None:
    pages_of(Role.SECRETARY, world.body).send(PATH, FORM)
    assert "Gröna salen" not in text_of(anonymous.open("/protokoll/kommande"))
    world.published()
    for path in ("/protokoll/kommande", "/protokoll/largruppen", "/protokoll"):
        assert "9 december 2099" in text_of(anonymous.open(path)), path
