"""The calendars that people subscribe to, read again by the library in its strict way."""

import datetime as dt
import re
from collections.abc import Callable

import icalendar
import pytest
from sqlmodel import Session, select

from minutes import clock
from minutes.ics import Entry, written
from minutes.people.tables import Mandate, Person, Role
from minutes.register.tables import AnnouncedMeeting
from minutes.swedish_time import STOCKHOLM
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.reminders.world import DAY, TUESDAY, World, at


@pytest.fixture(autouse=True)
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in an event is told, and not passed over."""
    monkeypatch.setattr(icalendar.Event, "ignore_exceptions", False)


def events(content: bytes) -> dict[str, icalendar.Event]:
    """The events of a calendar by title, where nothing is wrong with it."""
    calendar = icalendar.Calendar.from_ical(content)
    assert isinstance(calendar, icalendar.Calendar)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert calendar.get("VERSION") == "2.0"
    for event in calendar.events:
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART"} <= set(event)
    return {str(event["SUMMARY"]): event for event in calendar.events}


def test_an_entry_takes_the_day_or_its_hours() -> None:
    found = events(
        written(
            "x",
            "Möten",
            [
                Entry("a", "Hela dagen", dt.date(2028, 2, 29), about="Rad ett\nrad två; å, ä"),
                Entry("b", "Sommartid", dt.date(2026, 6, 1), dt.time(13), dt.time(15, 30), "Sal 3"),
                Entry("c", "Vintertid", dt.date(2026, 12, 1), dt.time(13)),
            ],
            at(TUESDAY),
        )
    )
    assert found["Hela dagen"].start == dt.date(2028, 2, 29)
    assert found["Hela dagen"].end == dt.date(2028, 3, 1)
    assert str(found["Hela dagen"]["DESCRIPTION"]) == "Rad ett\nrad två; å, ä"
    summer, winter = found["Sommartid"], found["Vintertid"]
    assert summer.start.astimezone(dt.UTC).hour == 11
    assert winter.start.astimezone(dt.UTC).hour == 12
    assert (summer.end - summer.start, winter.end - winter.start) == (
        dt.timedelta(hours=2.5),
        dt.timedelta(hours=2),
    )
    assert str(summer["LOCATION"]) == "Sal 3"


def test_the_same_thing_keeps_its_id() -> None:
    one, other = (
        written("x", "Möten", [Entry(key, "Möte", TUESDAY)], at(TUESDAY)) for key in ("a", "b")
    )
    again = written("x", "Möten", [Entry("a", "Nytt namn", TUESDAY + DAY)], at(TUESDAY + DAY))
    uid = re.compile(rb"UID:\S+")
    assert uid.findall(one) == uid.findall(again)
    assert uid.findall(one) != uid.findall(other)


def test_a_later_mail_about_the_same_thing_has_a_higher_number() -> None:
    first, later = (
        events(written("x", "Möten", [Entry("a", "Möte", TUESDAY)], at(day), method="PUBLISH"))
        for day in (TUESDAY, TUESDAY + DAY)
    )
    assert later["Möte"]["SEQUENCE"] > first["Möte"]["SEQUENCE"]


class TestFeeds:
    @pytest.fixture
    def karin(self, world: World) -> Person:
        return world.member("Karin Lind")

    @pytest.fixture
    def pages(self, karin: Person, sign_in: Callable[..., Pages]) -> Pages:
        return sign_in(karin)

    def addresses(self, pages: Pages) -> list[str]:
        found = pages.open("/kalender").xpath("//main//input[@readonly]/@value")
        return [str(each).removeprefix("http://127.0.0.1:8000") for each in found]

    def test_ones_own_action_items_stand_on_their_days(
        self, world: World, karin: Person, pages: Pages, anonymous: Pages
    ) -> None:
        due = clock.today() + 9 * DAY
        world.action(karin, due=due, text="Skicka listan")
        world.action(karin, due=None, text="Utan dag")
        world.close(world.action(karin, due=due, text="Klar sak"), by=karin)
        world.action(world.member(), due=due, text="Någon annans")
        answer = anonymous.get(self.addresses(pages)[0])
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        found = events(answer.data)
        assert list(found) == ["Klart senast: Skicka listan"]
        assert found["Klart senast: Skicka listan"].start == due
        assert str(found["Klart senast: Skicka listan"]["TRANSP"]) == "TRANSPARENT"

    def test_a_bodys_meetings_are_those_held_and_those_announced(
        self, world: World, karin: Person, pages: Pages, anonymous: Pages, session: Session
    ) -> None:
        today = clock.today()
        world.action("Gruppen", held=today - 20 * DAY)
        ahead = AnnouncedMeeting(
            meeting_id=1, date=today + 5 * DAY, start=dt.time(9), end=dt.time(11), place="Sal 3"
        )
        session.add(ahead)
        session.commit()
        content = anonymous.get(self.addresses(pages)[1]).data
        calendar = icalendar.Calendar.from_ical(content)
        starts = [event.start for event in calendar.events]
        nine = dt.datetime.combine(today + 5 * DAY, dt.time(9), STOCKHOLM)
        assert starts[0] == today - 20 * DAY
        assert starts[1] == nine
        assert list(events(content)) == ["Möte: Lärgruppen"]

    def test_who_may_no_longer_read_sees_their_own_and_nothing_more(
        self, world: World, karin: Person, pages: Pages, anonymous: Pages, session: Session
    ) -> None:
        world.action(karin, due=clock.today(), text="Skicka listan", quote="Hemliga ord.")
        mine, body = self.addresses(pages)
        assert "Hemliga ord" in anonymous.get(mine).text
        session.delete(session.exec(select(Mandate)).one())
        session.commit()
        assert list(events(anonymous.get(mine).data)) == ["Klart senast: Skicka listan"]
        assert "Hemliga ord" not in anonymous.get(mine).text
        assert anonymous.get(body).status_code == 410

    def test_renewed_addresses_end_the_old_ones(self, pages: Pages, anonymous: Pages) -> None:
        old = self.addresses(pages)
        assert "nya adresser" in text_of(pages.send("/kalender/byt"))
        assert [anonymous.get(each).status_code for each in old] == [410, 410]
        assert [anonymous.get(each).status_code for each in self.addresses(pages)] == [200, 200]

    def test_an_address_that_was_touched_opens_nothing(
        self, pages: Pages, anonymous: Pages
    ) -> None:
        assert anonymous.get("/kalender/x.ics").status_code == 410
        touched = self.addresses(pages)[0].replace("/kalender/", "/kalender/X")
        assert anonymous.get(touched).status_code == 410

    def test_an_administrator_has_all_bodies(self, world: World, administrator: Pages) -> None:
        world.build.body("Styrelsen")
        assert "Möten i Styrelsen" in text_of(administrator.open("/kalender"))

    def test_who_is_not_signed_in_signs_in_first(self, anonymous: Pages) -> None:
        assert "/logga-in" in anonymous.get("/kalender").location


def test_a_chair_may_subscribe_too(
    world: World, pages_of: Callable[..., Pages], anonymous: Pages
) -> None:
    page = pages_of(Role.CHAIR, world.body).open("/kalender")
    assert len(page.xpath("//main//input[@readonly]")) == 2


def test_bodies_of_the_same_name_have_a_calendar_each(
    build: Builder, sign_in: Callable[..., Pages]
) -> None:
    person = build.person()
    for organisation in ("Brf Linden", "Vägföreningen"):
        build.mandate(person, build.body("Styrelsen", organisation))
    labels = sign_in(person).open("/kalender").xpath("//label/text()")
    assert labels[1:] == ["Möten i Styrelsen, Brf Linden", "Möten i Styrelsen, Vägföreningen"]
