"""The administrator's pages of persons, bodies, mandates and accounts."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import Session, select

import minutes
from minutes import clock
from minutes.audit import service as audit
from minutes.audit.tables import AuditEvent
from minutes.errors import Refused
from minutes.justering.service import set_rules
from minutes.justering.signatories import Rules
from minutes.justering.starting import By as Sender
from minutes.paging import PAGE
from minutes.people import accounts
from minutes.people.event_words import act_words, detail_words, subject_words
from minutes.people.queries import aliases, seats
from minutes.people.service import By
from minutes.people.slugs import slug_of
from minutes.people.tables import Account, Body, Person, Role
from minutes.people.words import ACT_WORDS
from minutes.reminders.bodies import set_pace
from minutes.reminders.pace import Pace
from minutes.reminders.service import choose
from minutes.reminders.tables import Rhythm
from tests.builders import Builder
from tests.pages import Pages, text_of


def acts(session: Session) -> list[str]:
    found = list(session.exec(select(AuditEvent.act)).all())
    session.rollback()
    return found


def test_a_person_is_added(administrator: Pages, session: Session) -> None:
    page = administrator.send(
        "/hantera/personer", {"name": "  Karin   Ekvall ", "email": "Karin@Example.se"}
    )
    assert "Karin Ekvall är inlagd" in text_of(page)
    person = session.exec(select(Person).where(Person.name == "Karin Ekvall")).one()
    assert person.email == "karin@example.se"


def test_the_same_address_twice_is_refused(administrator: Pages, build: Builder) -> None:
    build.person(email="karin@example.se")
    page = administrator.send(
        "/hantera/personer", {"name": "Karin", "email": "karin@example.se"}, status=422
    )
    assert "Det finns redan en person" in text_of(page)


def test_an_address_that_is_none_is_refused(administrator: Pages) -> None:
    page = administrator.send("/hantera/personer", {"name": "Karin", "email": "x"}, status=422)
    assert "namn@example.se" in text_of(page)


def test_persons_are_found_by_a_part_of_the_name(administrator: Pages, build: Builder) -> None:
    build.person("Karin Ekvall")
    build.person("Olle Stenmark")
    text = text_of(administrator.open("/hantera/personer?sok=ekv"))
    assert "Karin Ekvall" in text
    assert "Olle Stenmark" not in text


def test_a_mandate_is_given_and_ended(
    administrator: Pages, session: Session, build: Builder
) -> None:
    person, body = build.person(), build.body()
    at = f"/hantera/personer/{person.id}"
    page = administrator.send(
        f"{at}/uppdrag",
        {"body": body.id, "role": "secretary", "first_day": "2026-01-01", "last_day": ""},
    )
    assert "Uppdraget är inlagt" in text_of(page)
    seat = seats(session, person_id=person.id)[0]
    session.rollback()
    assert (seat.role, seat.last_day) == (Role.SECRETARY, None)
    page = administrator.send(f"{at}/uppdrag/{seat.mandate_id}", {"last_day": "2026-06-30"})
    assert "2026-06-30" in text_of(page)


def test_a_mandate_does_not_end_before_it_begins(administrator: Pages, build: Builder) -> None:
    person, body = build.person(), build.body()
    page = administrator.send(
        f"/hantera/personer/{person.id}/uppdrag",
        {"body": body.id, "role": "member", "first_day": "2026-02-01", "last_day": "2026-01-01"},
    )
    assert "sista dag kan inte vara före" in text_of(page)


def test_a_way_of_writing_a_name_means_one_person_in_a_body(
    administrator: Pages, session: Session, build: Builder
) -> None:
    first, second, body = build.person(), build.person(), build.body()
    written = {"body": body.id, "text": "Karin"}
    administrator.send(f"/hantera/personer/{first.id}/skrivs", written)
    page = administrator.send(f"/hantera/personer/{second.id}/skrivs", written)
    assert "betyder redan en person" in text_of(page)
    assert [alias.person_id for alias in aliases(session, body_id=body.id)] == [first.id]


def test_an_account_is_made_and_closed(
    administrator: Pages, session: Session, build: Builder
) -> None:
    person = build.person()
    at = f"/hantera/personer/{person.id}/konto"
    page = administrator.send(at, {"password": "ett lagom långt lösenord"})
    assert "Kontot är skapat" in text_of(page)
    page = administrator.send(f"{at}/stang")
    assert "Kontot är stängt" in text_of(page)
    account = session.exec(select(Account).where(Account.person_id == person.id)).one()
    assert not account.is_active


def test_who_has_no_address_gets_no_account(administrator: Pages, build: Builder) -> None:
    person = build.person(email=None)
    page = administrator.send(
        f"/hantera/personer/{person.id}/konto", {"password": "ett lagom långt lösenord"}
    )
    assert "ingen e-postadress" in text_of(page)


def test_a_body_is_added_with_an_address_made_of_its_name(
    administrator: Pages, session: Session
) -> None:
    page = administrator.send(
        "/hantera/organ",
        {"name": "Rådet för AT/BT", "organisation": "Region Sjöland", "regime": "inget"},
    )
    assert "Rådet för AT/BT är inlagt" in text_of(page)
    assert session.exec(select(Body.slug)).all() == ["radet-for-at-bt"]


def test_the_same_body_twice_is_refused(administrator: Pages, build: Builder) -> None:
    build.body("Styrelsen", "Brf Lärkträdet")
    page = administrator.send(
        "/hantera/organ",
        {"name": "Styrelsen", "organisation": "Brf Lärkträdet", "regime": "förening"},
        status=422,
    )
    assert "Det finns redan ett organ" in text_of(page)


def test_a_taken_address_gets_a_number() -> None:
    assert slug_of("Styrelsen", {"styrelsen", "styrelsen-2"}) == "styrelsen-3"


def test_what_is_done_is_written_down_and_shown(administrator: Pages, session: Session) -> None:
    administrator.send("/hantera/personer", {"name": "Karin Ekvall", "email": ""})
    assert acts(session) == ["person.created"]
    text = text_of(administrator.open("/hantera/handelser"))
    assert "lade till en person" in text
    assert "Karin Ekvall" in text


def test_many_events_stand_on_several_pages(administrator: Pages, session: Session) -> None:
    for number in range(PAGE + 1):
        audit.append(
            session, at=clock.now(), actor="kommandoraden", act="x", subject=f"meeting:{number}"
        )
    session.commit()
    first = administrator.open("/hantera/handelser")
    assert "Sida 1 av 2" in text_of(first)
    second = administrator.open(str(first.xpath("string(//a[@rel='next']/@href)")))
    assert "möte 0" in text_of(second)


def test_the_chain_is_checked_from_the_page(administrator: Pages) -> None:
    administrator.send("/hantera/personer", {"name": "Karin Ekvall", "email": ""})
    page = administrator.send("/hantera/handelser/kontrollera")
    assert "Kedjan håller" in text_of(page)


def test_jobs_that_never_ran_are_told_so(administrator: Pages) -> None:
    assert "Inget jobb har körts ännu" in text_of(administrator.open("/hantera/jobb"))


def test_every_act_that_is_written_down_has_a_word() -> None:
    sources = [path.read_text("utf-8") for path in Path(minutes.__file__).parent.rglob("*.py")]
    act = re.compile(r'\b(?:by,|act=|act =)\s*"([a-z_]+\.[a-z_]+)"')
    written = {found for text in sources for found in act.findall(text)}
    assert len(written) > 50
    assert written - set(ACT_WORDS) == set()


def test_an_act_is_told_in_swedish() -> None:
    assert subject_words("meeting:12") == "möte 12"
    assert detail_words(
        {"filename": "a.md", "sha256": "0123456789ab" + "0" * 52, "draft": None, "ok": True}
    ) == ["fil: a.md", "kontrollsumma: 0123456789ab…", "ok: ja"]


def test_an_act_tells_no_word_of_the_program() -> None:
    signatures = "chair Karin Lind; justerare Bo Ek"
    assert detail_words({"för vem": "everybody", "underskrifter": signatures}) == [
        "för vem: alla",
        "underskrifter: ordförande Karin Lind; justerare Bo Ek",
    ]
    assert detail_words({"drafts": "", "filename": "all i allo.md"}) == ["fil: all i allo.md"]


@pytest.mark.parametrize(
    "way,who,told",
    [
        ("password", "Bo Ek", "skrev under en text"),
        ("link", "Bo Ek", "skrev under en text"),
        ("signed-pdf", "Bo Ek", "skrev under en text"),
        ("signed-pdf", "Karin Lind", "antecknade att Bo Ek har skrivit under i PDF-filen"),
        ("paper", "Karin Lind", "antecknade att Bo Ek har skrivit under på papper"),
        ("paper", "Bo Ek", "antecknade att Bo Ek har skrivit under på papper"),
    ],
)
def test_who_notes_a_signature_has_not_given_it(way: str, who: str, told: str) -> None:
    assert act_words("justering.signed", {"namn": "Bo Ek", "sätt": way}, who) == told


def test_what_was_chosen_is_told_in_swedish(
    session: Session, build: Builder, administrator: Pages
) -> None:
    person, body = build.person(), build.body()
    at = clock.now()
    pace = Pace(meeting_days=3, chair_days=9, quiet_weeks=frozenset({30}))
    set_pace(session, body.id or 0, pace, by=person.id or 0, at=at)
    set_rules(session, body.id or 0, Rules(initials=True), Sender(person.id, at, ""))
    choose(session, person.id or 0, Rhythm.NONE, at=at)
    told = administrator.open("/hantera/handelser").xpath("//td[@class='event__details']")
    assert text_of(told[0]) == "hur ofta: aldrig"
    assert text_of(told[1]) == (
        "ordföranden skriver under: ja, sekreteraren skriver under: ja, dagar till justering: 14, "
        "i tur och ordning: nej, initialer på varje sida: ja, justerare: 1, "
        "länk till den som saknar konto: nej"
    )
    assert text_of(told[2]) == (
        "igen efter dagar: 7, till ordföranden efter dagar: 9, dagar före: 7, "
        "dagar före nästa möte: 3, på dagen: ja, tysta veckor: 30"
    )


def test_bodies_of_one_name_are_told_apart_among_ones_roles(
    build: Builder, sign_in: Callable[..., Pages]
) -> None:
    person = build.person()
    for organisation in ("Norra föreningen", "Södra föreningen"):
        build.mandate(person, build.body("Styrelsen", organisation))
    text = text_of(sign_in(person).open("/konto"))
    assert "Styrelsen, Norra föreningen" in text
    assert "Styrelsen, Södra föreningen" in text


def test_ones_account_says_who_one_is_and_where_ones_mail_goes(
    build: Builder, sign_in: Callable[..., Pages]
) -> None:
    page = sign_in(build.person("Siv Alm", "siv@example.se")).open("/konto")
    facts = text_of(page.xpath("//dl[@class='facts']")[0])
    assert "Siv Alm" in facts
    assert "siv@example.se" in facts
    assert {"/paminnelser", "/kalender", "/nycklar"} <= set(page.xpath("//main//ul//a/@href"))


def test_a_closed_account_says_that_a_password_opens_it(
    administrator: Pages, build: Builder
) -> None:
    person = build.person()
    build.account(person, is_active=False)
    page = administrator.open(f"/hantera/personer/{person.id}")
    assert "Öppna kontot igen" in text_of(page)
    page = administrator.send(
        f"/hantera/personer/{person.id}/konto", {"password": "ett nytt långt lösenord"}
    )
    assert "Kontot är öppet igen" in text_of(page)


def test_a_name_and_an_address_can_be_changed(
    session: Session, administrator: Pages, build: Builder
) -> None:
    taken, person = build.person("Bo Ek", "bo@example.se"), build.person("Karin Lind", None)
    path = f"/hantera/personer/{person.id}/andra"
    administrator.send(path, {"name": " Karin  Almgren ", "email": "Karin@Example.se"})
    session.expire_all()
    assert (person.name, person.email) == ("Karin Almgren", "karin@example.se")
    address = taken.email
    session.commit()  # even a reader holds the lock on SQLite
    page = administrator.send(path, {"name": "Karin", "email": address})
    assert "Någon annan har redan" in text_of(page)
    assert "Fyll i fältet." in text_of(administrator.send(path, {"name": ""}))
    session.expire_all()
    assert person.name == "Karin Almgren"


def test_who_signs_in_keeps_an_address(administrator: Pages, build: Builder) -> None:
    person = build.person()
    build.account(person)
    page = administrator.send(f"/hantera/personer/{person.id}/andra", {"name": "Bo", "email": ""})
    assert "Stäng kontot" in text_of(page)


def test_the_right_to_administer_is_given_and_taken_back(
    session: Session, administrator: Pages, build: Builder
) -> None:
    person = build.person()
    account = build.account(person)
    path = f"/hantera/personer/{person.id}/administrator"
    assert "är nu administratör" in text_of(administrator.send(path, {"far": "ja"}))
    session.expire_all()
    assert account.is_administrator
    session.commit()
    assert "inte längre" in text_of(administrator.send(path, {"far": "nej"}))
    session.expire_all()
    assert not account.is_administrator


def test_nobody_takes_the_right_from_themself(
    session: Session, build: Builder, sign_in: Callable[..., Pages]
) -> None:
    person = build.person()
    pages = sign_in(person, is_administrator=True)
    path = f"/hantera/personer/{person.id}/administrator"
    assert "inte ta ifrån dig själv" in text_of(pages.send(path, {"far": "nej"}))
    with pytest.raises(Refused, match="Någon måste vara administratör"):
        accounts.set_administrator(session, By("kommandoraden", clock.now()), person.id, may=False)
