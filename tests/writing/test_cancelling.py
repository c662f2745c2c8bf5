"""A planned meeting is called off: who hears of it, what moves with it, and how it is undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from sqlmodel import Session, col, select

from minutes.annual_report import queries as annual_report
from minutes.annual_report.figures import figures
from minutes.errors import Refused, StepNotAllowed
from minutes.follow_up import queries as follow_up
from minutes.follow_up.due_service import rearm
from minutes.follow_up.tables import ActionDue
from minutes.mail.letters import Letter
from minutes.mail.sending import NotNeeded
from minutes.mail.service import Claimed
from minutes.mail.tables import OutboxMessage
from minutes.people.tables import Role
from minutes.recognition.findings import MinutesKind
from minutes.register.cancelled import cancelled_since
from minutes.register.tables import AnnouncedMeeting, Meeting
from minutes.reminders import attached, bodies, calendars
from minutes.review import queries as reviews
from minutes.review import service as review
from minutes.writing import cancelling, queries, service, summons_service
from minutes.writing.agenda_service import prepare
from minutes.writing.service import When
from minutes.writing.summons_service import SummonsComposer
from minutes.writing.tables import Sitting
from tests.pages import Pages, text_of
from tests.writing.conftest import AT, DAY, WHEN, World

SENDER = "minutes@example.se"
WHY = "För få anmälda"
OCTOBER = date(2026, 10, 14)
MINUTES = """# Protokoll Vägstyrelsen 2026-11-04

Datum: 2026-11-04

## Närvarande

- Maja Almgren, ordförande
- Bo Ekdahl, ledamot

## § 1 Gruset

Bo Ekdahl beställer gruset till nästa möte.

## § 2 Nästa möte

Nästa möte är den 2 december 2026 kl. 18.00–20.00 i Bygdegården.
Därefter möts vi den 13 januari 2027 kl. 18.00.
"""


@pytest.fixture
def met(world: World) -> World:
    """The board, with minutes in November that announce two meetings."""
    imported = review.import_file(
        world.session, "november.md", MINUTES.encode(), body=world.body, by=None, at=AT
    )
    assert imported.draft_id is not None
    review.register_draft(world.session, imported.draft_id, by=None, at=AT)
    return world


def cancel(world: World, day: date = DAY) -> int:
    by = replace(world.by, at=AT + timedelta(minutes=1))
    return cancelling.cancel(world.session, by, world.body_id, day, WHY, SENDER)


def restore(world: World, day: date = DAY) -> int:
    by = replace(world.by, at=AT + timedelta(minutes=2))
    return cancelling.restore(world.session, by, world.body_id, day, SENDER)


def summoned(world: World) -> int:
    sitting_id = service.begin(world.session, world.by, body_id=world.body_id, when=WHEN)
    prepare(world.session, world.by, sitting_id)
    assert summons_service.send(world.session, world.by, sitting_id, SENDER) == 5
    return sitting_id


def letters(session: Session) -> list[Letter | NotNeeded]:
    """What the mails in the outbox would say now, in the order in which they came."""
    mails = [
        Claimed(mail.id or 0, mail.kind, mail.name, mail.address, mail.message_id, 1)
        for mail in session.exec(select(OutboxMessage).order_by("id")).all()
    ]
    write = SummonsComposer("https://minutes.example.se", AT.date(), AT)(session, mails)
    return [write(each.id) for each in mails]


def test_nobody_is_summoned_to_a_meeting_of_yesterday_half_past_midnight(met: World) -> None:
    sitting_id = summoned(met)
    half_past_midnight = datetime.combine(DAY, time(23, 30), UTC)
    by = replace(met.by, at=half_past_midnight)
    with pytest.raises(StepNotAllowed, match="redan varit"):
        summons_service.send(met.session, by, sitting_id, SENDER)
    assert cancelling.cancel(met.session, by, met.body_id, DAY, WHY, SENDER) == 0


def test_what_hangs_on_the_next_meeting_falls_due_with_the_one_after(met: World) -> None:
    rearm(met.session)
    assert met.session.exec(select(col(ActionDue.day))).all() == [DAY]
    cancel(met)
    assert met.session.exec(select(col(ActionDue.day))).all() == [date(2027, 1, 13)]
    restore(met)
    assert met.session.exec(select(col(ActionDue.day))).all() == [DAY]


def test_reminders_look_past_a_meeting_that_is_called_off(met: World) -> None:
    cancel(met)
    after, today = date(2027, 1, 13), AT.date()
    assert bodies.next_meetings(met.session, today) == {met.body_id: after}
    assert attached.next_meetings(met.session, today)[met.body_id].day == after


def test_the_start_page_and_the_calendar_say_that_it_is_called_off(met: World) -> None:
    cancel(met)
    ahead = follow_up.meetings_ahead(met.session, None, AT.date(), 9)
    assert [(each.date, each.is_cancelled) for each in ahead] == [
        (DAY, True),
        (date(2027, 1, 13), False),
    ]
    entries = calendars.meetings(met.session, met.body_id, "Vägstyrelsen", AT.date())
    (off,) = (each for each in entries if each.cancelled)
    assert (off.day, off.about, off.start) == (DAY, WHY, WHEN.start)


def test_who_was_summoned_is_told_by_mail_with_the_entry_struck_out(world: World) -> None:
    sitting_id = summoned(world)
    assert cancel(world) == 5
    *_, letter = letters(world.session)
    assert isinstance(letter, Letter)
    assert letter.subject == "Inställt möte: Vägstyrelsen, Tallmo vägförening, 2 december 2026"
    assert f"Skäl: {WHY}" in letter.text
    assert WHY in letter.html
    assert letter.enclosed == []
    assert letter.calendar is not None
    event = icalendar.Calendar.from_ical(letter.calendar).walk("VEVENT")[0]
    assert event["STATUS"] == "CANCELLED"
    assert event["SEQUENCE"] > 0  # without one, programs keep the entry that they have
    page = world.pages.open(f"/kallelser/{sitting_id}")
    assert f"Mötet är inställt: {WHY}" in text_of(page)


def test_a_meeting_that_is_held_after_all_is_summoned_to_again(world: World) -> None:
    summoned(world)
    cancel(world)
    assert restore(world) == 5
    *_, letter = letters(world.session)
    assert isinstance(letter, Letter)
    assert letter.subject == "Kallelse till möte: Vägstyrelsen, Tallmo vägförening, 2 december 2026"
    assert cancelled_since(world.session, [world.body_id], OCTOBER) == []


def test_nobody_hears_of_a_meeting_that_they_were_not_summoned_to(world: World) -> None:
    assert cancel(world) == 0
    assert world.session.exec(select(OutboxMessage)).all() == []


def test_nothing_is_prepared_for_a_meeting_that_is_called_off(world: World) -> None:
    sitting_id = service.begin(world.session, world.by, body_id=world.body_id, when=WHEN)
    prepare(world.session, world.by, sitting_id)
    cancel(world)
    for act in (
        lambda: service.begin(world.session, world.by, body_id=world.body_id, when=WHEN),
        lambda: summons_service.send(world.session, world.by, sitting_id, SENDER),
        lambda: service.start_writing(world.session, world.by, sitting_id, []),
        lambda: prepare(world.session, world.by, sitting_id),
    ):
        with pytest.raises(StepNotAllowed, match="Ångra det först"):
            act()
        world.session.rollback()
    page = text_of(world.pages.open(f"/skriva/{sitting_id}/dagordning"))
    assert "Mötet är inställt" in page
    assert "Inställt: Vägstyrelsen 2 december 2026" in page
    assert "får den med e-post" not in page


def test_a_meeting_is_called_off_once_with_a_reason_and_not_after_it_was_held(met: World) -> None:
    with pytest.raises(Refused, match="varför"):
        cancelling.cancel(met.session, met.by, met.body_id, DAY, "  ", SENDER)
    with pytest.raises(StepNotAllowed, match="protokoll från organets möte"):
        cancel(met, date(2026, 11, 4))
    cancel(met)
    with pytest.raises(StepNotAllowed, match="redan inställt"):
        cancel(met)


def test_minutes_of_the_day_say_more_surely_that_it_was_held(met: World) -> None:
    cancel(met, OCTOBER)
    meeting = met.session.exec(select(Meeting)).one()
    meeting.date = OCTOBER
    met.session.add(meeting)
    met.session.commit()
    assert cancelled_since(met.session, [met.body_id], OCTOBER) == []


def test_the_secretary_calls_it_off_on_the_page_and_regrets(met: World) -> None:
    base, form = f"/organ/{met.body.slug}", {"stall-in-dag": DAY.isoformat(), "skal": WHY}
    opened = met.pages.open(f"{base}/skriva?stall-in={DAY.isoformat()}")
    assert opened.get_element_by_id("stall-in-dag").get("value") == DAY.isoformat()
    page = met.pages.send(f"{base}/installda", form)
    assert "Mötet är inställt." in text_of(page)
    assert f"2 december 2026: {WHY}" in text_of(page)
    again = met.pages.send(f"{base}/installda", form, status=409)
    assert "Mötet är redan inställt." in text_of(again)
    assert again.get_element_by_id("skal").get("value") == WHY
    page = met.pages.send(f"{base}/installda", {**form, "angra": "1"})
    assert "Mötet hålls som planerat." in text_of(page)


def test_who_only_reads_calls_nothing_off(met: World, pages_of: Callable[..., Pages]) -> None:
    member = pages_of(Role.MEMBER, met.body)
    form = {"stall-in-dag": DAY.isoformat(), "skal": WHY}
    assert member.post(f"/organ/{met.body.slug}/installda", form).status_code == 403


def test_announced_days_that_passed_without_minutes_are_offered(met: World) -> None:
    met.session.add(AnnouncedMeeting(meeting_id=1, date=OCTOBER))
    met.session.commit()
    asked = (met.session, met.body_id, OCTOBER, AT.date() - timedelta(days=1))
    assert [each.date for each in queries.announced(*asked)] == [OCTOBER]
    cancel(met, OCTOBER)
    assert queries.announced(*asked) == []


def test_a_day_that_cannot_be_meant_is_refused(world: World) -> None:
    with pytest.raises(Refused, match="Rätta årtalet"):
        cancel(world, When(date(2062, 1, 1)).date)


OFF = """# Protokoll Vägstyrelsen 2026-06-10

Mötet ställdes in, eftersom för få hade anmält sig.
"""


def read_off(world: World, said: str = OFF) -> int:
    imported = review.import_file(
        world.session, "juni.md", said.encode(), body=world.body, by=None, at=AT
    )
    assert imported.draft_id is not None
    return imported.draft_id


def test_minutes_that_say_so_are_no_meeting_but_one_called_off(world: World) -> None:
    draft = read_off(world)
    with pytest.raises(Refused, match="Svara först om det hölls"):
        review.register_draft(world.session, draft, by=None, at=AT)
    world.session.rollback()
    cancelling.cancel_by_minutes(world.session, world.by, draft, SENDER)
    assert world.session.exec(select(Meeting)).all() == []
    (off,) = cancelled_since(world.session, [world.body_id], date(2026, 1, 1))
    assert (off.date, off.reason) == (
        date(2026, 6, 10),
        "Mötet ställdes in, eftersom för få hade anmält sig.",
    )
    record = annual_report.record(world.session, [world.body_id], 2026)
    assert figures(record, 2026, date(2026, 12, 31)).value("möten_inställda") == 1


def test_the_meeting_that_they_announce_instead_is_prepared(world: World) -> None:
    said = f"{OFF}\nNästa möte: 2 december 2026 kl. 18.00 i Bygdegården.\n"
    draft = read_off(world, said)
    cancelling.cancel_by_minutes(world.session, world.by, draft, SENDER)
    (ahead,) = world.session.exec(select(Sitting)).all()
    assert (ahead.date, ahead.start, ahead.place) == (date(2026, 12, 2), time(18), "Bygdegården")
    cancelling.restore(world.session, world.by, world.body_id, date(2026, 6, 10), SENDER)
    cancelling.cancel_by_minutes(world.session, world.by, draft, SENDER)
    assert len(world.session.exec(select(Sitting)).all()) == 1


def test_what_is_prepared_is_of_the_kind_that_the_body_writes(world: World) -> None:
    assert queries.usual_kind(world.session, world.body_id) is MinutesKind.PROTOKOLL
    for day, title in ((4, "Protokoll"), (11, "Minnesanteckningar")):
        said = MINUTES.replace("# Protokoll", f"# {title}").replace("11-04", f"11-{day:02}")
        imported = review.import_file(
            world.session, f"{day}.md", said.encode(), body=world.body, by=None, at=AT
        )
        assert imported.draft_id is not None
        review.register_draft(world.session, imported.draft_id, by=None, at=AT)
    assert queries.usual_kind(world.session, world.body_id) is MinutesKind.MINNESANTECKNINGAR


def test_minutes_called_off_are_reviewed_again_when_that_is_taken_back(world: World) -> None:
    draft = read_off(world)
    cancelling.cancel_by_minutes(world.session, world.by, draft, SENDER)
    cancelling.restore(world.session, world.by, world.body_id, date(2026, 6, 10), SENDER)
    assert reviews.open_draft(world.session, draft)


def test_a_secretary_says_whether_it_was_held(world: World) -> None:
    draft = f"/granskning/{read_off(world)}"
    assert "Mötet verkar vara inställt" in text_of(world.pages.open(draft))
    said = text_of(world.pages.send(f"{draft}/registrera"))
    assert "Svara först om det hölls" in said
    shown = text_of(world.pages.send(f"{draft}/installt"))
    assert "Mötet är registrerat som inställt." in shown
    assert "10 juni 2026" in shown
    again = world.pages.get(draft)
    assert again.location.endswith("/skriva#installda")
    assert world.session.exec(select(Meeting)).all() == []


def test_who_may_not_review_the_body_calls_nothing_off(
    world: World, pages_of: Callable[..., Pages]
) -> None:
    stranger = pages_of(Role.MEMBER, world.body)
    assert stranger.post(f"/granskning/{read_off(world)}/installt").status_code in (403, 404)
