"""Owners who may not read the body's minutes: told of what they promised, and of nothing else."""

import pytest
from sqlmodel import Session, select

from minutes.follow_up.tables import ActionEvent, Via
from minutes.mail.sending import Outcome
from minutes.people.tables import Person, Role
from minutes.reminders.jobs import links_of
from minutes.settings import Settings
from tests.mail.servers import Mailbox, Server
from tests.pages import Pages, text_of
from tests.reminders.test_answers import link_of
from tests.reminders.test_letters import send
from tests.reminders.test_letters import text_of as text_of_mail
from tests.reminders.world import TUESDAY, World

QUOTE = "Efter ordväxlingen om ärende 77 lovade Eva att skicka listan."
SECRETS = ("ordväxlingen", "ärende 77", "Höstens utbildning", "rad 12", "/kalla", "Bo Ek")


@pytest.fixture
def eva(world: World) -> Person:
    """Somebody with a mail address, and no role in any body."""
    return world.build.person("Eva Ek", "eva@example.se")


@pytest.fixture
def action(world: World, eva: Person) -> int:
    world.member("Bo Ek", Role.SECRETARY)
    return world.action(eva, text="Skicka listan", quote=QUOTE)


def test_the_mail_has_the_action_item_its_day_and_its_links(
    world: World, action: int, server: Server, mailbox: Mailbox
) -> None:
    world.action(world.member(), text="Ringa advokaten")
    world.decide()
    assert send(world, server).sent == 2
    (mail,) = [each for each in mailbox.mails if "eva@" in each["To"]]
    said = mail.as_string() + str(mail.get_body(("plain",)).get_content())
    html = str(mail.get_body(("html",)).get_content())
    for words in (
        "Skicka listan",
        "Lärgruppen, 14 oktober 2026",
        "1 december 2026, i dag",
        "/svar/",
    ):
        assert words in said
        assert words in html
    for words in (*SECRETS, "Ringa advokaten"):
        assert words not in said
        assert words not in html


def test_an_account_alone_opens_no_more(
    world: World, eva: Person, action: int, server: Server, mailbox: Mailbox
) -> None:
    world.build.account(eva)
    world.decide()
    send(world, server)
    said = text_of_mail(mailbox)
    assert "Skicka listan" in said
    assert not [words for words in SECRETS if words in said]


def test_an_owner_in_another_body_is_one_too(
    world: World, server: Server, mailbox: Mailbox
) -> None:
    other = world.build.body("Styrelsen")
    chair = world.build.person("Maj Ås")
    world.build.mandate(chair, other, Role.CHAIR)
    world.action("Styrelsen", text="Skicka listan", quote=QUOTE)
    world.decide()
    assert send(world, server) == Outcome(sent=1)
    assert "Skicka listan" in text_of_mail(mailbox)
    assert "ordväxlingen" not in text_of_mail(mailbox)


def test_the_page_of_the_link_says_no_more_than_the_mail(
    world: World, eva: Person, action: int, settings: Settings, anonymous: Pages
) -> None:
    link = link_of(world, links_of(settings), eva, action).removeprefix(settings.base_url)
    for step in ("", "/klart", "/mer-tid", "/lamna-over", "/kommentar"):
        page = anonymous.open(link + step)
        assert "Skicka listan" in text_of(page)
        assert not [words for words in SECRETS if words in text_of(page)]
    offered = anonymous.open(f"{link}/lamna-over").xpath("//optgroup/option/text()")
    assert offered == ["Sekreteraren i Lärgruppen"]  # the role, without who has it


def test_the_owner_closes_it_without_an_account(
    world: World, eva: Person, action: int, settings: Settings, anonymous: Pages, session: Session
) -> None:
    link = link_of(world, links_of(settings), eva, action).removeprefix(settings.base_url)
    page = anonymous.open(link)
    token = page.xpath("string(//main//input[@name='csrf_token']/@value)")
    assert anonymous.post(f"{link}/klart", {"csrf_token": token}).status_code == 303
    (event,) = session.exec(select(ActionEvent)).all()
    assert (event.action_item_id, event.by, event.via) == (action, eva.id, Via.MAIL)


def test_who_owns_nothing_and_may_not_read_gets_nothing(world: World, action: int) -> None:
    stranger = world.build.person("Kim Ström")
    world.build.mandate(stranger, world.build.body("Styrelsen"), Role.SECRETARY)
    assert "Kim Ström" not in world.planned()
    assert "Kim Ström" not in world.planned(TUESDAY)
