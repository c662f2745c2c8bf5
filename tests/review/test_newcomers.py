from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, col, select

from minutes.audit.tables import AuditEvent
from minutes.people.service import By
from minutes.people.tables import Body, Mandate, Person, Role
from minutes.recognition.findings import MinutesKind, Presence
from minutes.register.tables import ActionItem, ActionOwner, Attendance, Meeting
from minutes.review import newcomers
from tests.builders import Builder
from tests.pages import Pages, text_of

PAGE = "/organ/vagstyrelsen/namn-i-protokollen"


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Vägstyrelsen", "Tallmo vägförening", slug="vagstyrelsen")


@pytest.fixture
def secretary(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.SECRETARY, body)


@pytest.fixture
def meeting_id(session: Session, body: Body) -> int:
    """Minutes of a body of which nobody was known when they were registered."""
    meeting = Meeting(
        body_id=body.id,
        kind=MinutesKind.PROTOKOLL,
        title="Protokoll",
        date=date(2026, 11, 4),
        recorded_at=datetime(2026, 11, 5, tzinfo=UTC),
    )
    session.add(meeting)
    session.flush()
    people = [("Mats Ö Lund", "ordf"), ("Eva Ek", None), ("Per Hall", "entreprenör")]
    people += [("Siv Ask", "1:e vice ordförande"), ("Bo Ro", "tjänstgörande ersättare för Eva")]
    for position, (name, role) in enumerate(people):
        attendance = Attendance(
            meeting_id=meeting.id,
            position=position,
            name=name,
            role=role,
            presence=Presence.PRESENT,
        )
        session.add(attendance)
    for owner in ("Mats Ö Lund", "Eva", "Ordföranden", "Förvaltningen"):
        action = ActionItem(
            meeting_id=meeting.id, position=0, quote="", text="Laga vägen", owner_text=owner
        )
        session.add(action)
        session.flush()
        session.add(ActionOwner(action_item_id=action.id, position=0, name=owner))
    session.commit()
    return meeting.id or 0


def owners(session: Session) -> list[tuple[str, bool]]:
    session.expire_all()
    rows = session.exec(select(ActionOwner).order_by(col(ActionOwner.id)))
    return [(each.name, each.person_id is not None) for each in rows]


def taking_in(names: list[str], addresses: list[str], chosen: list[int]) -> dict[str, object]:
    return {
        "namn": names,
        "uppgift": [""] * len(names),
        "adress": addresses,
        "roll": ["member"] * len(names),
        "med": [str(each) for each in chosen],
    }


def test_who_is_named_is_listed_and_a_guest_is_not_chosen(
    session: Session, body: Body, meeting_id: int
) -> None:
    found = newcomers.named(session, body.id or 0)
    assert [(each.name, each.role, each.chosen) for each in found] == [
        ("Mats Ö Lund", Role.CHAIR, True),
        ("Eva Ek", Role.MEMBER, True),
        ("Per Hall", Role.MEMBER, False),
        ("Siv Ask", Role.VICE_CHAIR, True),
        ("Bo Ro", Role.SUBSTITUTE, True),
    ]


def test_who_only_got_a_copy_is_not_chosen(
    session: Session, secretary: Pages, meeting_id: int
) -> None:
    copy = Attendance(meeting_id=meeting_id, position=9, name="Ulf Myr", presence=Presence.COPY)
    session.add(copy)
    session.commit()
    page = secretary.open(PAGE)
    assert "Lägg in Ulf Myr" in page.xpath("//input[@name='med']/@aria-label")
    assert "Lägg in Ulf Myr" not in page.xpath("//input[@name='med'][@checked]/@aria-label")


def test_who_is_taken_in_gets_what_the_minutes_give_them(
    session: Session, secretary: Pages, body: Body, meeting_id: int
) -> None:
    assert newcomers.left_without(session, meeting_id) == 1
    session.commit()
    form = taking_in(["Mats Ö Lund", "Eva Ek"], ["mats@example.se", ""], [0, 1])
    page = secretary.send(PAGE, form)
    assert "2 ledamöter är inlagda." in text_of(page)
    assert "2 åtgärder i protokollen har fått sina ansvariga." in text_of(page)
    assert owners(session) == [
        ("Mats Ö Lund", True),
        ("Eva Ek", True),
        ("Ordföranden", False),
        ("Förvaltningen", False),
    ]
    days = select(Mandate.first_day).join(Person).where(Person.name == "Eva Ek")
    assert session.exec(days).all() == [date(2026, 11, 4)]  # the meeting that names her
    assert [each.name for each in newcomers.named(session, body.id or 0)][:1] == ["Per Hall"]


def test_who_became_a_member_in_another_way_gets_it_by_the_next_morning(
    session: Session, build: Builder, body: Body, meeting_id: int
) -> None:
    build.mandate(build.person("Eva Ek"), body, Role.MEMBER)
    by = By("programmet", datetime(2026, 11, 6, 6, 40, tzinfo=UTC))
    assert newcomers.recognise_everywhere(session, by) == 1
    assert ("Eva Ek", True) in owners(session)
    assert newcomers.recognise_everywhere(session, by) == 0
    acts = select(AuditEvent.actor).where(AuditEvent.act == "members.recognised")
    assert session.exec(acts).all() == ["programmet"]


def test_who_is_not_chosen_is_not_taken_in(
    session: Session, secretary: Pages, body: Body, meeting_id: int
) -> None:
    secretary.send(PAGE, taking_in(["Mats Ö Lund", "Eva Ek"], ["", ""], [1]))
    names = select(Person.name).join(Mandate).where(Mandate.body_id == body.id)
    assert "Mats Ö Lund" not in session.exec(names).all()


def test_a_faulty_address_is_said_beside_it_and_nothing_typed_is_lost(
    session: Session, secretary: Pages, body: Body, meeting_id: int
) -> None:
    form = taking_in(["Mats Ö Lund", "Eva Ek"], ["mats@example.se", "eva"], [0, 1])
    page = secretary.send(PAGE, form, status=422)
    assert "”eva” är ingen e-postadress." in text_of(page)
    assert page.xpath("//input[@name='adress']/@value") == ["mats@example.se", "eva"]
    assert ("Eva Ek", True) not in owners(session)


def test_somebody_must_be_chosen(secretary: Pages, meeting_id: int) -> None:
    page = secretary.send(PAGE, taking_in(["Eva Ek"], [""], []), status=422)
    assert "Välj minst en person att lägga in." in text_of(page)


def test_only_a_secretary_takes_in(
    pages_of: Callable[..., Pages], body: Body, meeting_id: int
) -> None:
    assert pages_of(Role.MEMBER, body).get(PAGE).status_code == 403
