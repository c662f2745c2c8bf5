"""What a body sets for its reminders, and the page where its secretary does."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlmodel import Session

from minutes.commands.remind import report
from minutes.mail.sending import Outcome
from minutes.people.tables import Role
from minutes.register.tables import AnnouncedMeeting
from minutes.reminders import bodies, planning
from minutes.reminders.pace import Pace
from minutes.reminders.waiting import waiting
from minutes.review import service as review
from minutes.review.tables import Draft
from tests.mail.servers import Mailbox, Server
from tests.pages import Pages, text_of
from tests.reminders.test_letters import send
from tests.reminders.test_letters import text_of as text_of_mail
from tests.reminders.world import DAY, TUESDAY, World, at
from tests.review.drafts import draft_of


def paced(world: World, **values: object) -> None:
    assert world.body.id is not None
    pace = Pace(**values)  # type: ignore[arg-type]
    bodies.set_pace(world.session, world.body.id, pace, by=1, at=at(TUESDAY))


def test_the_chair_is_told_of_what_others_are_long_late_with(
    world: World,
    server: Server,
    mailbox: Mailbox,
) -> None:
    silent = world.member("Sara Ek", email=None)
    world.member("Eva Ek", Role.CHAIR)
    late = world.action(silent, due=TUESDAY - 10 * DAY, text="Skicka listan")
    world.action(silent, due=TUESDAY - 9 * DAY)
    paced(world, chair_days=10)
    assert world.planned() == {"Eva Ek": [(late, "lagging")]}
    world.decide()
    assert send(world, server) == Outcome(sent=1)
    text = text_of_mail(mailbox)
    assert "FÖRSENAT I ORGANET" in text
    assert "Ansvarig: Sara Ek" in text
    assert "för att du är ordförande" in text
    assert mailbox.mails[0]["Subject"] == "1 försenad åtgärd i organet: Skicka listan"
    assert world.planned(TUESDAY + DAY) == {"Eva Ek": [(late + 1, "lagging")]}


def test_a_chair_who_has_left_the_chair_gets_nothing(
    world: World,
    server: Server,
    mailbox: Mailbox,
    session: Session,
) -> None:
    chair = world.build.person("Eva Ek")
    mandate = world.build.mandate(chair, world.body, Role.CHAIR)
    world.action("Gruppen", due=TUESDAY - 10 * DAY)
    paced(world, chair_days=10)
    world.decide()
    mandate.role = Role.MEMBER
    session.add(mandate)
    session.commit()
    assert send(world, server) == Outcome(not_needed=1)


def test_before_the_next_meeting_everything_open_is_told_of(
    world: World,
    server: Server,
    mailbox: Mailbox,
    session: Session,
) -> None:
    karin = world.member("Karin Lind")
    undated = world.action(karin, due=None, text="Ta fram ett förslag")
    session.add(AnnouncedMeeting(meeting_id=1, date=TUESDAY + 2 * DAY))
    session.commit()
    assert world.planned() == {}
    paced(world, meeting_days=2)
    assert world.planned() == {"Karin Lind": [(undated, "meeting")]}
    world.decide()
    assert send(world, server) == Outcome(sent=1)
    assert "INFÖR NÄSTA MÖTE" in text_of_mail(mailbox)
    assert world.planned(TUESDAY + DAY) == {}


def test_in_a_quiet_week_of_one_body_the_other_bodies_go_on(world: World) -> None:
    karin = world.member("Karin Lind")
    other = world.build.body()
    world.build.mandate(karin, other)
    world.action(karin)
    heard = world.action(karin, body=other)
    world.member("Olle Berg", Role.SECRETARY)
    world.action("Arbetsgruppen", due=None)
    paced(world, quiet_weeks=frozenset({TUESDAY.isocalendar().week}))
    assert world.planned() == {"Karin Lind": [(heard, "today")]}


class TestDrafts:
    @pytest.fixture
    def draft(self, world: World, session: Session) -> int:
        """A draft that has waited since four days."""
        draft = draft_of(session, world.body, by=world.build.person().id, name="höstmöte.md")
        row = session.get_one(Draft, draft)
        row.created_at = at(TUESDAY - 4 * DAY)
        session.add(row)
        session.commit()
        return draft

    def test_the_secretary_is_told_of_a_draft_that_nobody_reviews(
        self,
        world: World,
        draft: int,
        server: Server,
        mailbox: Mailbox,
    ) -> None:
        world.member("Olle Berg", Role.SECRETARY)
        world.member("Karin Lind")
        assert world.decide().mails == 1
        assert send(world, server) == Outcome(sent=1)
        text = text_of_mail(mailbox)
        assert "höstmöte.md" in text
        assert f"https://minutes.example.se/granskning/{draft}" in text
        assert mailbox.mails[0]["Subject"] == "1 utkast att granska"
        assert world.decide(TUESDAY + DAY).mails == 0
        assert world.decide(TUESDAY + 7 * DAY).mails == 1

    def test_one_that_was_thrown_away_meanwhile_is_not_told_of(
        self,
        world: World,
        draft: int,
        server: Server,
        mailbox: Mailbox,
        session: Session,
    ) -> None:
        olle = world.member("Olle Berg", Role.SECRETARY)
        world.decide()
        review.discard_draft(session, draft, by=olle.id or 0, at=at(TUESDAY))
        assert send(world, server) == Outcome(not_needed=1)

    def test_the_dry_run_names_it(self, world: World, draft: int, session: Session) -> None:
        world.member("Olle Berg", Role.SECRETARY)
        lines = report(planning.plan(session, TUESDAY), {}, waiting(session))
        assert "  höstmöte.md (Lärgruppen)" in "\n".join(lines)


class TestPage:
    def test_the_secretary_sets_the_pace(
        self, world: World, pages_of: Callable[..., Pages], session: Session
    ) -> None:
        pages = pages_of(Role.SECRETARY, world.body)
        assert "/organ/largruppen/paminnelser" in pages.get("/organ/largruppen/installningar").text
        form = {
            "days_before": "3",
            "again_days": "14",
            "meeting_days": "",
            "chair_days": "30",
            "quiet_weeks": "28-31,52",
        }
        page = pages.send("/organ/largruppen/paminnelser", form)
        assert "Sparat" in text_of(page)
        assert page.xpath("string(//input[@name='quiet_weeks']/@value)") == "28–31, 52"
        assert world.body.id is not None
        kept = bodies.pace_of(session, world.body.id)
        weeks = frozenset({28, 29, 30, 31, 52})
        assert kept == Pace(3, on_the_day=False, again_days=14, chair_days=30, quiet_weeks=weeks)

    @pytest.mark.parametrize(
        "wrong", [{"quiet_weeks": "sommaren"}, {"days_before": "-1"}, {"again_days": "ofta"}]
    )
    def test_what_makes_no_sense_is_refused_at_its_field(
        self, world: World, pages_of: Callable[..., Pages], wrong: dict[str, str], session: Session
    ) -> None:
        pages = pages_of(Role.CHAIR, world.body)
        form = {"days_before": "3", "again_days": "14", "on_the_day": "y", **wrong}
        page = pages.send("/organ/largruppen/paminnelser", form, status=422)
        assert page.xpath("//p[@class='field__error']")
        assert bodies.paces(session) == {}

    def test_members_may_not(self, world: World, pages_of: Callable[..., Pages]) -> None:
        pages = pages_of(Role.MEMBER, world.body)
        assert pages.get("/organ/largruppen/paminnelser").status_code == 403
        assert "largruppen/paminnelser" not in pages.get("/organ/largruppen").text


def test_the_next_meeting_of_a_body_is_the_first_that_is_not_over(
    world: World, session: Session
) -> None:
    world.action("Gruppen")
    for day in (TUESDAY - DAY, TUESDAY + 9 * DAY, TUESDAY + 5 * DAY):
        session.add(AnnouncedMeeting(meeting_id=1, date=day))
    session.commit()
    assert bodies.next_meetings(session, TUESDAY) == {world.body.id: TUESDAY + dt.timedelta(5)}
