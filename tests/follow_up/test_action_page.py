from collections.abc import Callable

import pytest
from flask import Flask
from sqlmodel import Session, select

from minutes.follow_up import queries, service
from minutes.follow_up.tables import ActionState
from minutes.people.tables import Body, Person, Role
from minutes.register.tables import ActionOwner
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("meeting")
PAGE = "/atgarder/1"


def row(session: Session) -> queries.ActionRow:
    found = queries.action(session, 1, AT.date())
    session.commit()
    return found


def test_it_shows_the_words_of_the_minutes_and_what_has_happened(
    session: Session, sign_in: Callable[..., Pages], karin: Person
) -> None:
    service.wait(session, 1, by=karin.id, at=AT, note="Väntar på listan")
    text = text_of(sign_in(karin).open(PAGE))
    assert "Karin Lind skickar listan till rektorerna senast den 1 november." in text
    assert "Väntar på listan" in text
    assert "Stod i protokollet" in text


def test_each_form_does_what_it_says(
    session: Session, sign_in: Callable[..., Pages], karin: Person, olle: Person
) -> None:
    pages = sign_in(karin)
    pages.send(f"{PAGE}/pagar", {"kommentar": "Har ringt"})
    assert row(session).state is ActionState.IN_PROGRESS
    pages.send(f"{PAGE}/mer-tid", {"dag": "2030-05-31"})
    assert row(session).due.isoformat() == "2030-05-31"
    assert "Tack för det" in text_of(
        pages.send(f"{PAGE}/kommentera", {"kommentar": "Tack för det"})
    )
    page = pages.send(f"{PAGE}/lamna-over", {"till": [f"person:{olle.id}"], "alla": "nej"})
    assert "Överlämnad till Olle Berg" in text_of(page)
    assert row(session).owner_ids == {olle.id}


@pytest.mark.parametrize(
    "path,data,said",
    [
        ("mer-tid", {"dag": "i morgon"}, "Skriv dagen som ÅÅÅÅ-MM-DD"),
        ("mer-tid", {"dag": "2020-01-01"}, "Den nya dagen har redan varit"),
        ("lamna-over", {}, "Välj vem som ska ta över"),
        ("lamna-over", {"till": ["person:999"]}, "finns inte kvar i organet"),
        ("kommentera", {"kommentar": " "}, "Skriv en kommentar först"),
    ],
)
def test_bad_input_is_answered_and_changes_nothing(
    session: Session, sign_in: Callable[..., Pages], karin: Person, path: str, data: dict, said: str
) -> None:
    assert said in text_of(sign_in(karin).send(f"{PAGE}/{path}", data))
    assert row(session).since is None


def test_a_member_may_comment_on_anothers_but_not_change_it(
    session: Session, sign_in: Callable[..., Pages], olle: Person
) -> None:
    pages = sign_in(olle)
    assert "Bra" in text_of(pages.send(f"{PAGE}/kommentera", {"kommentar": "Bra"}))
    for step in ("klar", "pagar", "vantar", "avfor", "mer-tid", "lamna-over"):
        assert pages.post(f"{PAGE}/{step}", {"dag": "2030-01-01"}).status_code == 403


def test_an_owner_may_not_drop_what_they_promised(
    sign_in: Callable[..., Pages], karin: Person
) -> None:
    assert sign_in(karin).post(f"{PAGE}/avfor").status_code == 403


def test_the_chair_drops_it(session: Session, pages_of: Callable[..., Pages], body: Body) -> None:
    pages_of(Role.CHAIR, body).send(f"{PAGE}/avfor", {"kommentar": "Behövs inte"})
    assert row(session).state is ActionState.DROPPED


def test_to_a_stranger_it_does_not_exist(build: Builder, pages_of: Callable[..., Pages]) -> None:
    stranger = pages_of(Role.SECRETARY, build.body())
    assert stranger.get(PAGE).status_code == 404
    assert stranger.post(f"{PAGE}/kommentera", {"kommentar": "Hej"}).status_code == 404


def test_somebody_with_only_a_mail_address_takes_over(
    session: Session, pages_of: Callable[..., Pages], body: Body
) -> None:
    form = {"namn": "Eva Hed", "epost": "eva@example.se"}
    pages = pages_of(Role.SECRETARY, body)
    pages.send(f"{PAGE}/lamna-over", form)
    eva = session.exec(select(Person).where(Person.email == "eva@example.se")).one()
    assert row(session).owner_ids == {eva.id}  # ends the transaction too
    pages.send("/atgarder/2/lamna-over", form | {"namn": ""})  # known by now
    assert len(session.exec(select(Person).where(Person.email == "eva@example.se")).all()) == 1


def test_only_who_follows_up_adds_a_person(
    session: Session, sign_in: Callable[..., Pages], karin: Person
) -> None:
    form = {"namn": "Eva Hed", "epost": "eva@example.se"}
    sign_in(karin).send(f"{PAGE}/lamna-over", form)
    assert row(session).owner_ids == {karin.id}


def test_the_chair_gives_out_what_nobody_has(
    session: Session, pages_of: Callable[..., Pages], body: Body, karin: Person
) -> None:
    session.delete(session.exec(select(ActionOwner).where(ActionOwner.action_item_id == 1)).one())
    session.commit()
    pages = pages_of(Role.CHAIR, body)
    assert "Välj ansvarig" in text_of(pages.open("/utan-ansvarig"))
    form = {"till": [f"person:{karin.id}"], "nasta": "/utan-ansvarig"}
    assert "har någon ansvarig" in text_of(pages.send(f"{PAGE}/lamna-over", form))


def test_the_page_takes_as_many_statements_after_many_events_as_after_one(
    app: Flask, session: Session, sign_in: Callable[..., Pages], karin: Person
) -> None:
    pages = sign_in(karin)
    service.comment(session, 1, text="Ett", by=karin.id, at=AT)
    with counted(app.extensions["engine"]) as for_one:
        pages.open(PAGE)
    for number in range(5):
        service.comment(session, 1, text=f"{number}", by=karin.id, at=AT)
    with counted(app.extensions["engine"]) as for_many:
        pages.open(PAGE)
    assert len(for_one) == len(for_many) <= 11
