"""The answers to a mail by its links, as somebody without an account gives them."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from minutes import clock
from minutes.follow_up import queries as actions
from minutes.follow_up import service as follow_up
from minutes.follow_up.owners import Owner
from minutes.follow_up.tables import ActionEvent, ActionEventKind, Via
from minutes.people.tables import Mandate, Person, Role
from minutes.reminders import queries, service
from minutes.reminders.links import Answer, Links
from minutes.settings import Settings
from tests.pages import Page, Pages, text_of
from tests.reminders.world import TUESDAY, World, at


@pytest.fixture
def links(settings: Settings) -> Links:
    return Links("", settings.secret_key)


@pytest.fixture
def karin(world: World) -> Person:
    return world.member("Karin Lind")


def link_of(world: World, links: Links, person: Person, action: int) -> str:
    facts = queries.facts(world.session, [action], TUESDAY)[action]
    world.session.commit()
    assert person.id is not None
    return links.answer(Answer(person.id, action, facts.closings))


def events(world: World) -> list[tuple[ActionEventKind, int | None, Via]]:
    world.session.expire_all()
    found = [(e.kind, e.by, e.via) for e in world.session.exec(select(ActionEvent))]
    world.session.commit()
    return found


class TestAnswering:
    def test_opening_the_link_changes_nothing_and_the_button_closes(
        self, world: World, links: Links, karin: Person, anonymous: Pages
    ) -> None:
        action = world.action(karin, text="Skicka listan")
        link = link_of(world, links, karin, action)
        for _ in range(3):  # a scanner of mails opens links, too
            assert "Skicka listan" in text_of(anonymous.open(link))
        assert anonymous.get(link).headers["Cache-Control"] == "no-store"
        assert events(world) == []
        page = anonymous.open(link)
        token = page.xpath("string(//main//input[@name='csrf_token']/@value)")
        sent_to = page.xpath("string(//main//form/@action)")
        answered = anonymous.post(sent_to, {"csrf_token": token}, follow_redirects=True)
        assert "markerad som klar" in answered.text
        assert events(world) == [(ActionEventKind.DONE, karin.id, Via.MAIL)]

    def test_another_site_cannot_press_the_button(
        self, world: World, links: Links, karin: Person, anonymous: Pages
    ) -> None:
        link = link_of(world, links, karin, world.action(karin))
        assert anonymous.post_without_token(f"{link}/klart").status_code == 400
        assert events(world) == []

    def test_a_closed_one_has_no_button(
        self, world: World, links: Links, karin: Person, anonymous: Pages
    ) -> None:
        action = world.action(karin)
        link = link_of(world, links, karin, action)
        world.close(action, by=karin)
        page = anonymous.open(link)
        assert page.xpath("//main//button") == []
        assert len(events(world)) == 1

    def test_the_link_has_ended_also_where_it_is_opened_again(
        self, world: World, links: Links, karin: Person, anonymous: Pages
    ) -> None:
        action = world.action(karin)
        link = link_of(world, links, karin, action)
        world.close(action, by=karin)
        assert karin.id is not None
        follow_up.reopen(world.session, action, by=karin.id, at=clock.now())
        assert "Länken gäller inte längre" in text_of(anonymous.open(link, status=410))
        anonymous.open(link_of(world, links, karin, action))

    def test_a_link_that_was_touched_opens_nothing(
        self, world: World, links: Links, karin: Person, anonymous: Pages
    ) -> None:
        link = link_of(world, links, karin, world.action(karin))
        for wrong in (link[:-1], link + "x", "/svar/x", link.replace("/svar/", "/paminnelser/")):
            anonymous.open(wrong, status=410)

    def test_who_follows_up_no_longer_sees_nothing(
        self, world: World, links: Links, anonymous: Pages, session: Session
    ) -> None:
        action = world.action("Arbetsgruppen", text="Skicka listan")
        link = link_of(world, links, world.member(role=Role.SECRETARY), action)
        assert "Skicka listan" in text_of(anonymous.open(link))
        session.delete(session.exec(select(Mandate)).one())
        session.commit()
        assert "Skicka listan" not in text_of(anonymous.open(link, status=410))

    def test_a_link_of_one_who_is_not_the_owner_opens_nothing(
        self, world: World, links: Links, karin: Person, anonymous: Pages
    ) -> None:
        olle, secretary = world.member("Olle Berg"), world.member("Eva Ek", Role.SECRETARY)
        action = world.action(karin)
        anonymous.open(link_of(world, links, olle, action), status=410)
        anonymous.open(link_of(world, links, secretary, action))


def give(pages: Pages, link: str, step: str, **fields: str) -> Page:
    """Open the page of the answer and press its button."""
    page = pages.open(f"{link}/{step}")
    token = page.xpath("string(//main//input[@name='csrf_token']/@value)")
    return pages.send(f"{link}/{step}", {"csrf_token": token, **fields})


class TestOtherAnswers:
    @pytest.fixture
    def action(self, world: World, karin: Person) -> int:
        return world.action(karin, text="Skicka listan")

    @pytest.fixture
    def link(self, world: World, links: Links, karin: Person, action: int) -> str:
        return link_of(world, links, karin, action)

    @pytest.mark.parametrize("step", ["klart", "pagar", "mer-tid", "lamna-over", "kommentar"])
    def test_each_asks_first_and_leads_to_the_others(
        self, world: World, link: str, anonymous: Pages, step: str
    ) -> None:
        page = anonymous.open(f"{link}/{step}")
        assert "Skicka listan" in text_of(page)
        assert len(page.xpath("//main//button")) == 1
        assert len(page.xpath("//nav[@aria-label='Andra svar']//a")) == 4
        assert events(world) == []

    def test_it_is_on_its_way(
        self, world: World, link: str, anonymous: Pages, karin: Person
    ) -> None:
        page = give(anonymous, link, "pagar", kommentar="Halva listan är klar.")
        assert "markerad som pågående" in text_of(page)
        assert events(world) == [(ActionEventKind.STARTED, karin.id, Via.MAIL)]

    def test_more_time_moves_the_day(
        self, world: World, link: str, anonymous: Pages, action: int
    ) -> None:
        later = clock.today() + timedelta(days=30)
        give(anonymous, link, "mer-tid", dag=later.isoformat())
        assert actions.action(world.session, action, TUESDAY).due == later

    @pytest.mark.parametrize("day", ["", "i vår", "2020-01-01"])
    def test_a_day_that_makes_no_sense_is_asked_for_again(
        self, world: World, link: str, anonymous: Pages, day: str
    ) -> None:
        page = give(anonymous, link, "mer-tid", dag=day)
        assert "Behövs mer tid?" in text_of(page)
        assert page.xpath("//*[contains(@class, 'notice--bad')]")
        assert events(world) == []

    def test_who_hands_over_has_no_more_to_say(
        self, world: World, link: str, anonymous: Pages, action: int
    ) -> None:
        olle = world.member("Olle Berg")
        page = give(anonymous, link, "lamna-over", till=f"person:{olle.id}")
        assert "överlämnad" in text_of(page)
        owners = actions.action(world.session, action, TUESDAY).owners
        assert [name for name, _ in owners] == ["Olle Berg"]
        world.session.commit()
        anonymous.open(link, status=410)

    def test_it_can_be_handed_only_to_who_is_offered(
        self, world: World, link: str, anonymous: Pages, karin: Person
    ) -> None:
        stranger = world.build.person()
        for till in ("", f"person:{stranger.id}", f"person:{karin.id}", "organ:1"):
            assert "Välj vem" in text_of(give(anonymous, link, "lamna-over", till=till))
        assert events(world) == []

    def test_a_comment_is_kept_and_an_empty_one_is_not(
        self, world: World, link: str, anonymous: Pages
    ) -> None:
        assert "Skriv en kommentar" in text_of(give(anonymous, link, "kommentar", kommentar=" "))
        give(anonymous, link, "kommentar", kommentar="Vi väntar på <b>avtalet</b>.")
        assert [kind for kind, *_ in events(world)] == [ActionEventKind.COMMENTED]

    def test_one_of_several_who_all_must_has_done_their_part(
        self, world: World, links: Links, karin: Person, anonymous: Pages, action: int
    ) -> None:
        olle = world.member("Olle Berg")
        both = [Owner(each.name, person_id=each.id) for each in (karin, olle)]
        follow_up.hand_over(
            world.session, action, to=both, by=karin.id, at=at(TUESDAY), needs_all=True
        )
        page = give(anonymous, link_of(world, links, karin, action), "klart")
        assert "Din del" in text_of(page)
        page = give(anonymous, link_of(world, links, olle, action), "klart")
        assert "markerad som klar" in text_of(page)
        assert "Blev det fel?" in text_of(page)

    def test_a_dropped_one_has_ended_the_link_also_where_it_is_opened_again(
        self, world: World, link: str, anonymous: Pages, action: int, karin: Person
    ) -> None:
        follow_up.drop(world.session, action, by=karin.id, at=at(TUESDAY))
        assert anonymous.open(link).xpath("//main//button") == []
        follow_up.reopen(world.session, action, by=karin.id, at=at(TUESDAY))
        anonymous.open(link, status=410)

    def test_links_can_be_revoked(
        self, world: World, link: str, anonymous: Pages, karin: Person, session: Session
    ) -> None:
        assert karin.id is not None
        service.revoke_links(session, karin.id, by=karin.id, at=at(TUESDAY))
        for step in ("", "/klart", "/kommentar"):
            anonymous.open(link + step, status=410)
