"""The pages that a reminder leads to, the choice of how often, and what was sent."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from minutes import clock
from minutes.mail.tables import MailState
from minutes.people.tables import Person, Role
from minutes.reminders import jobs, service
from minutes.reminders.links import Choice, Links
from minutes.reminders.tables import ReminderChoice, Rhythm
from minutes.settings import Settings
from tests.pages import Pages, text_of
from tests.reminders.world import SENDER, World


@pytest.fixture
def links(settings: Settings) -> Links:
    return Links("", settings.secret_key)


@pytest.fixture
def karin(world: World) -> Person:
    return world.member("Karin Lind")


class TestChoosing:
    def test_one_chooses_how_often(
        self, world: World, karin: Person, sign_in: Callable[..., Pages]
    ) -> None:
        pages = sign_in(karin)
        assert pages.open("/paminnelser").xpath("//input[@value='daily'][@checked]")
        page = pages.send("/paminnelser", {"rytm": "weekly"})
        assert "Sparat" in text_of(page)
        assert page.xpath("//input[@value='weekly'][@checked]")
        assert pages.post("/paminnelser", {"rytm": "ofta"}).status_code == 422

    def test_the_link_of_a_mail_needs_no_account_and_opening_it_changes_nothing(
        self, world: World, links: Links, karin: Person, anonymous: Pages, session: Session
    ) -> None:
        assert karin.id is not None
        link = links.choice(Choice(karin.id))
        page = anonymous.open(link)
        assert session.exec(select(ReminderChoice)).all() == []
        session.commit()
        token = page.xpath("string(//main//input[@name='csrf_token']/@value)")
        anonymous.post(link, {"csrf_token": token, "rytm": "none"})
        session.expire_all()
        assert session.get_one(ReminderChoice, karin.id).rhythm is Rhythm.NONE

    def test_a_mail_program_unsubscribes_with_one_click(
        self, links: Links, karin: Person, anonymous: Pages, session: Session
    ) -> None:
        assert karin.id is not None
        address = links.choice(Choice(karin.id)) + "/sluta"
        assert anonymous.get(address).status_code == 303  # a scanner opens it, too
        assert anonymous.post_without_token(address, {"a": "b"}).status_code == 422
        assert session.exec(select(ReminderChoice)).all() == []
        session.commit()
        clicked = anonymous.post_without_token(address, {"List-Unsubscribe": "One-Click"})
        assert clicked.status_code == 200
        assert session.get_one(ReminderChoice, karin.id).rhythm is Rhythm.NONE

    def test_one_revokes_the_links_in_ones_mails(
        self, links: Links, karin: Person, sign_in: Callable[..., Pages], session: Session
    ) -> None:
        pages = sign_in(karin)
        assert karin.id is not None
        old = links.choice(Choice(karin.id))
        pages.open(old)
        assert "gäller inte längre" in text_of(pages.send("/paminnelser/aterkalla"))
        pages.open(old, status=410)
        pages.open(links.choice(Choice(karin.id, 1)))
        assert session.get_one(ReminderChoice, karin.id).rhythm is Rhythm.DAILY

    def test_who_is_not_signed_in_and_has_no_link_signs_in_first(self, anonymous: Pages) -> None:
        assert "/logga-in" in anonymous.get("/paminnelser").location


class TestSent:
    def decided(self, world: World, state: MailState, reply: str = "") -> None:
        world.action(world.member("Olle Berg"))
        world.decide()
        (mail,) = world.outbox()
        mail.state, mail.reply, mail.attempts = state, reply, 2
        world.session.add(mail)
        world.session.commit()

    @pytest.mark.parametrize("state", MailState)
    def test_every_state_has_its_word_and_only_what_ended_can_be_resent(
        self, world: World, pages_of: Callable[..., Pages], state: MailState
    ) -> None:
        self.decided(world, state, "550 Finns inte")
        page = pages_of(Role.SECRETARY, world.body).open("/hantera/utskick")
        assert "Olle Berg" in text_of(page)
        assert ("550 Finns inte" in text_of(page)) is (state is not MailState.SENT)
        buttons = page.xpath("//main//button")
        assert bool(buttons) is (state not in (MailState.WAITING, MailState.SENDING))

    def test_a_secretary_sends_a_refused_one_again(
        self, world: World, pages_of: Callable[..., Pages]
    ) -> None:
        self.decided(world, MailState.REFUSED)
        page = pages_of(Role.SECRETARY, world.body).send("/hantera/utskick/1/igen")
        assert "skickas igen" in text_of(page)
        assert [mail.state for mail in world.outbox()] == [MailState.REFUSED, MailState.WAITING]

    def test_the_start_page_names_whom_no_mail_reaches_until_one_does(
        self, world: World, pages_of: Callable[..., Pages], sign_in: Callable[..., Pages]
    ) -> None:
        self.decided(world, MailState.REFUSED)
        (mail,) = world.outbox()
        pages = pages_of(Role.SECRETARY, world.body)
        said = text_of(pages.open("/"))
        assert "En person nås inte av breven" in said
        assert f"Olle Berg, {mail.address}" in said
        for other in (
            pages_of(Role.SECRETARY, world.build.body()),
            pages_of(Role.CHAIR, world.body),
        ):
            assert "nås inte" not in text_of(other.open("/"))
        pages.send("/hantera/utskick/1/igen")
        assert "nås inte" in text_of(pages.open("/"))  # it is on its way only
        mail = world.outbox()[1]
        mail.state = MailState.SENT
        world.session.add(mail)
        world.session.commit()
        assert "nås inte" not in text_of(pages.open("/"))

    def test_nor_does_it_name_whose_address_has_been_mended(
        self, world: World, session: Session, administrator: Pages
    ) -> None:
        self.decided(world, MailState.REFUSED)
        assert "nås inte" in text_of(administrator.open("/"))
        person = session.exec(select(Person).where(Person.name == "Olle Berg")).one()
        person.email = "olle.ny@example.se"
        session.add(person)
        session.commit()
        assert "nås inte" not in text_of(administrator.open("/"))

    def test_what_cannot_be_sent_again_says_why(
        self, world: World, pages_of: Callable[..., Pages]
    ) -> None:
        self.decided(world, MailState.WAITING)
        page = pages_of(Role.SECRETARY, world.body).send("/hantera/utskick/1/igen")
        assert "redan på väg" in text_of(page)

    def test_a_secretary_sees_nothing_of_other_bodies(
        self, world: World, pages_of: Callable[..., Pages]
    ) -> None:
        self.decided(world, MailState.SENT)
        stranger = pages_of(Role.SECRETARY, world.build.body())
        assert "Olle Berg" not in text_of(stranger.open("/hantera/utskick"))
        assert stranger.post("/hantera/utskick/1/igen").status_code == 404

    def test_members_do_not_see_it_and_administrators_see_all(
        self, world: World, pages_of: Callable[..., Pages], administrator: Pages
    ) -> None:
        self.decided(world, MailState.SENT)
        assert pages_of(Role.MEMBER, world.body).get("/hantera/utskick").status_code == 403
        assert "Olle Berg" in text_of(administrator.open("/hantera/utskick"))

    @pytest.mark.parametrize(
        "shown,number", [("alla", 1), ("skickade", 0), ("vantar", 0), ("ej-framme", 1), ("x", 1)]
    )
    def test_it_is_filtered_by_what_became_of_the_mails(
        self, world: World, administrator: Pages, shown: str, number: int
    ) -> None:
        self.decided(world, MailState.EXPIRED)
        page = administrator.open(f"/hantera/utskick?visa={shown}&sida=1")
        assert len(page.xpath("//main//tbody/tr")) == number


def test_a_mail_that_was_sent_leads_to_its_page(
    world: World, links: Links, karin: Person, anonymous: Pages, settings: Settings
) -> None:
    """From the file that is written without a server, through the link, to the event."""
    world.action(karin, due=date(2026, 1, 7), text="Skicka listan")
    now = clock.now()
    service.decide(  # a working day, while the mail itself may go out today
        world.session, date(2026, 1, 8), at=now, ends=now + timedelta(hours=1), sender=SENDER
    )
    assert jobs.send(world.session, settings) == "1 brev skickades."
    (file,) = settings.mail_folder.iterdir()
    text = file.read_bytes().decode().replace("=\r\n", "").replace("=3D", "=")
    path = re.search(r"http://127\.0\.0\.1:8000(/svar/[\w.=-]+)", text)
    assert path is not None
    assert "Skicka listan" in text_of(anonymous.open(path[1]))
