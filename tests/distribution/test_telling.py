"""Who is told of what is published, once, over a real mail server."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from minutes.distribution import jobs, queries, service
from minutes.distribution.expediering import Recipient
from minutes.distribution.tables import Subscription
from minutes.justering import correcting
from minutes.mail.tables import OutboxMessage
from minutes.people.tables import Role
from minutes.publication import publishing
from minutes.publication.tables import Audience, Publication, PublicationRules
from minutes.reminders import jobs as reminders
from tests.distribution.conftest import Distributing
from tests.pages import Pages, text_of
from tests.publication.world import NOW, SECRET

MEMBERS = [f"{name}@example.se" for name in ("anna", "karin", "olle", "sara")]
OUTSIDE = "kansli@example.se"


def standing(world: Distributing) -> Publication:
    found = world.session.exec(select(Publication).where(Publication.state == "published")).one()
    world.session.commit()
    return found


def concerns(world: Distributing, place: int, *addresses: str) -> None:
    recipients = {place: [Recipient("Kansliet", each) for each in addresses]}
    by = world.by(at=dt.datetime.now(dt.UTC))
    found = world.session.exec(select(Publication).where(Publication.state == "published")).first()
    world.session.rollback()
    service.set_recipients(world.session, world.meeting_id, recipients, found, by)


def subscribed(session: Session, address: str, body_id: int | None) -> None:
    session.add(Subscription(address=address, body_id=body_id, asked_at=NOW, confirmed_at=NOW))
    session.commit()


def test_members_are_told_once(world: Distributing) -> None:
    world.published()
    assert world.tell() == MEMBERS
    assert world.tell() == []
    text = world.body_of("sara@example.se")
    assert "Hej Sara," in text
    assert "/protokoll/largruppen/2026-10-14" in text
    assert "du har ett uppdrag i Lärgruppen" in text


def test_a_body_may_leave_its_members_alone(world: Distributing) -> None:
    world.published()
    rules = world.session.get_one(PublicationRules, world.body.id)
    rules.tells_members = False
    world.session.add(rules)
    assert world.tell() == []


def test_whom_a_paragraph_concerns_is_sent_it_masked(world: Distributing) -> None:
    concerns(world, 1, OUTSIDE)
    world.published()
    assert OUTSIDE in world.tell()
    text = world.body_of(OUTSIDE)
    assert "Stugan städas av föreningen." in text
    assert "#p2" in text
    assert "distans" not in text  # the other paragraph
    for secret in SECRET:
        for mail in world.mailbox.mails:
            assert secret not in str(mail.get_body(("plain",)).get_content())
            assert secret not in str(mail.get_body(("html",)).get_content())


def test_a_reply_goes_to_the_secretary_and_a_subscriber_is_not_told_of_them(
    world: Distributing,
) -> None:
    concerns(world, 1, OUTSIDE)
    subscribed(world.session, "elsa@example.se", world.body.id)
    world.published()
    world.tell()
    assert world.mailbox is not None
    replies = {mail["X-Delivered-To"]: mail["Reply-To"] for mail in world.mailbox.mails}
    assert replies[OUTSIDE] == replies["sara@example.se"] == "Karin Lind <karin@example.se>"
    assert replies["elsa@example.se"] is None


def test_a_withheld_paragraph_is_sent_to_nobody(world: Distributing) -> None:
    concerns(world, 1, OUTSIDE)
    world.rules()
    world.answer(withheld={1: "Rör en enskild."})
    world.publish()
    assert world.tell() == MEMBERS


def test_who_is_many_things_gets_one_mail(world: Distributing) -> None:
    concerns(world, 0, "sara@example.se")
    subscribed(world.session, "sara@example.se", world.body.id)
    subscribed(world.session, "sara@example.se", None)
    world.published()
    assert world.tell() == MEMBERS
    text = world.body_of("sara@example.se")
    assert "paragrafen ska skickas till Sara Ek, du har ett uppdrag" in text
    assert "och du prenumererar" in text


def test_who_is_added_afterwards_is_told_and_nobody_else_again(world: Distributing) -> None:
    world.published()
    world.tell()
    concerns(world, 1, OUTSIDE)
    assert world.tell() == [OUTSIDE]
    concerns(world, 1, OUTSIDE, "sara@example.se")
    assert world.tell() == ["sara@example.se"]
    concerns(world, 1)
    assert world.tell() == []


def test_the_page_says_when_the_mails_are_sent(
    world: Distributing, pages_of: Callable[..., Pages]
) -> None:
    karin, path = pages_of(Role.SECRETARY, world.body), f"/moten/{world.meeting_id}/expediering"
    assert "När protokollet publiceras får var och en" in text_of(karin.open(path))
    world.published()
    assert "Den som du lägger till får ett brev" in text_of(karin.open(path))


def test_a_corrected_version_says_what_changed(world: Distributing) -> None:
    service.set_recipients(
        world.session,
        world.meeting_id,
        {0: [Recipient("Förrådet", "forrad@example.se")], 1: [Recipient("Kansliet", OUTSIDE)]},
        None,
        world.by(at=NOW - dt.timedelta(days=1)),
    )
    world.published()
    assert world.tell() == sorted([*MEMBERS, OUTSIDE, "forrad@example.se"])
    round_id = correcting.correct(
        world.session,
        world.meeting_id,
        1,
        "städas av föreningen",
        "städas av hyresgästen",
        "Felskrivet",
        dt.date(2026, 10, 22),
        world.justering.by("karin"),
    )
    for name in ("karin", "anna", "olle"):
        world.justering.sign(round_id, name)
    reminders.send(world.session, world.settings)  # the mails of justering
    world.publish()
    assert world.tell() == sorted([*MEMBERS, OUTSIDE])  # the other paragraph is what it was
    text = world.body_of(OUTSIDE)
    assert "ÄNDRAT SEDAN FÖRRA VERSIONEN" in text
    assert "”städas av föreningen” ska vara ”städas av hyresgästen”" in text
    assert world.mailbox.mails[-1]["Subject"].startswith("Ny version av protokollet")


def test_what_is_taken_back_before_it_is_sent_is_not_told(world: Distributing) -> None:
    world.published()
    jobs.tell(world.session, world.settings)
    publishing.withdraw(world.session, world.meeting_id, "Fel text.", world.by())
    assert world.tell() == []
    assert {each.state for each in world.session.exec(select(OutboxMessage))} >= {"withdrawn"}


def test_subscribers_are_told_of_what_is_for_everybody_only(world: Distributing) -> None:
    subscribed(world.session, OUTSIDE, world.body.id)
    world.rules(audience=Audience.MEMBERS)
    world.answer()
    world.publish()
    assert world.tell() == MEMBERS
    assert "(kräver inloggning)" in world.body_of("sara@example.se")


def test_nothing_is_sent_to_who_has_not_confirmed(world: Distributing) -> None:
    world.session.add(Subscription(address=OUTSIDE, body_id=None, asked_at=NOW))
    world.session.commit()
    world.published()
    assert OUTSIDE not in world.tell()


def test_one_subscribes_confirms_is_told_and_leaves(
    world: Distributing, anonymous: Pages, session: Session
) -> None:
    world.published()
    world.tell()
    world.body.organisation = "Region Sjöland"
    page = anonymous.open("/protokoll/prenumerera?organ=largruppen")
    assert page.xpath("//option[@selected]/@value") == ["largruppen"]
    answer = anonymous.post_without_token(
        "/protokoll/prenumerera",
        {"epost": " Kansli@Example.se", "organ": "largruppen"},
        headers={"Origin": "http://localhost"},
    )
    assert answer.status_code == 303
    assert "Titta i din inkorg" in text_of(anonymous.open(answer.location))
    assert world.tell() == [OUTSIDE]
    assert "publiceras från Lärgruppen, Region Sjöland." in world.body_of(OUTSIDE)
    link = next(each for each in world.body_of(OUTSIDE).split() if "/prenumerera/" in each)
    path = link.removeprefix("http://127.0.0.1:8000")
    anonymous.open(path)  # as a mail program does by itself
    assert session.exec(select(Subscription)).one().confirmed_at is None
    session.commit()
    assert "Du prenumererar" in anonymous.post_without_token(path).text
    assert session.exec(select(Subscription)).one().confirmed_at is not None
    session.commit()

    concerns(world, 0)  # whoever is new is told of what stands
    assert world.tell() == [OUTSIDE]
    mail = world.mailbox.mails[-1]
    leave = mail["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
    anonymous.open(leave)
    assert session.exec(select(Subscription)).first() is not None
    session.commit()
    done = anonymous.post_without_token(leave, {"List-Unsubscribe": "One-Click"})
    assert "Din adress är borttagen" in done.text
    assert session.exec(select(Subscription)).first() is None
    kept = session.exec(select(OutboxMessage).where(OutboxMessage.address == OUTSIDE)).all()
    assert kept == []
    assert anonymous.get(leave).status_code == 410
    for answer in (anonymous.get(path), anonymous.get(f"{path}x")):
        assert answer.status_code == 410
        assert "Prenumerera igen" in answer.text


def test_a_member_leaves_and_comes_back(world: Distributing, anonymous: Pages) -> None:
    world.published()
    world.tell()
    mail = next(each for each in world.mailbox.mails if "sara@" in each["To"])
    leave = mail["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000")
    anonymous.post_without_token(leave, {"gor": "sluta"})
    assert "sara@example.se" not in receivers(world)
    anonymous.post_without_token(leave, {"gor": "tillbaka"})
    assert "sara@example.se" in receivers(world)


def receivers(world: Distributing) -> set[str]:
    told = queries.told(world.session, standing(world).id or 0, NOW.date())
    world.session.commit()
    assert told is not None
    return set(told.receivers)


@pytest.mark.parametrize(
    "form, said",
    [
        ({"epost": "ingen adress", "organ": ""}, "Skriv en e-postadress som namn@example.se."),
        ({"epost": "a@b@c.se", "organ": ""}, "Skriv en e-postadress"),
        ({"epost": "a@example.se\r\nBcc: b@example.se", "organ": ""}, "Skriv en e-postadress"),
        ({"epost": "ö" * 300 + "@example.se", "organ": ""}, "Skriv en e-postadress"),
        ({"epost": "a@example.se", "organ": "finns-inte"}, "Välj ett organ i listan."),
        ({}, "Skriv en e-postadress"),
    ],
)
def test_what_is_no_address_is_refused_and_kept_in_the_form(
    world: Distributing, anonymous: Pages, form: dict[str, str], said: str
) -> None:
    origin = {"Origin": "http://localhost"}
    answer = anonymous.post_without_token("/protokoll/prenumerera", form, headers=origin)
    assert answer.status_code == 422
    assert said in answer.text
    assert world.session.exec(select(Subscription)).first() is None


def test_another_site_cannot_subscribe_its_visitors(world: Distributing, anonymous: Pages) -> None:
    for headers in ({}, {"Origin": "https://example.com"}):
        answer = anonymous.post_without_token(
            "/protokoll/prenumerera", {"epost": OUTSIDE}, headers=headers
        )
        assert answer.status_code == 400


def test_an_address_is_asked_once_a_day_whoever_types_it(
    world: Distributing, session: Session
) -> None:
    for _ in range(3):
        service.subscribe(session, OUTSIDE, None, at=NOW, sender="m@example.se")
    for number in range(8):
        body = world.build.body()
        service.subscribe(session, OUTSIDE, body.id, at=NOW, sender="m@example.se")
        assert number < 8
    found = session.exec(select(OutboxMessage).where(OutboxMessage.address == OUTSIDE)).all()
    assert len(found) == service.MOST_UNCONFIRMED
    session.commit()
    assert service.forget_unconfirmed(session, NOW + dt.timedelta(days=1)) == 5


def test_no_cookie_is_set_by_subscribing(world: Distributing, anonymous: Pages) -> None:
    world.published()
    assert "Set-Cookie" not in anonymous.get("/protokoll/prenumerera").headers


def test_the_secretary_is_offered_whom_the_text_names(
    world: Distributing, pages_of: Callable[..., Pages]
) -> None:
    path = f"/moten/{world.meeting_id}/expediering"
    karin = pages_of(Role.SECRETARY, world.body)
    assert "Expediering" in text_of(karin.open(path))
    page = karin.send(path, {"till-0": "Kansliet <kansli@example.se>\nRevisorerna"})
    assert "1 mottagare saknar e-postadress och får inget brev." in text_of(page)
    assert page.xpath("string(//textarea[@name='till-0'])") == (
        "Kansliet <kansli@example.se>\nRevisorerna"
    )
    wrong = karin.send(path, {"till-0": "kansliet@"}, 422)
    assert "är ingen e-postadress" in text_of(wrong)
    assert wrong.xpath("string(//textarea[@name='till-0'])") == "kansliet@"
    assert pages_of(Role.MEMBER, world.body).get(path).status_code == 403
