"""Two entries that are one person."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import Session, SQLModel, select

from minutes.audit.tables import AuditEvent
from minutes.errors import Refused
from minutes.follow_up import queries as follow_up
from minutes.people import merging, saved_views
from minutes.people.queries import aliases, persons, seats
from minutes.people.service import By
from minutes.people.tables import Account, Body, Person, Role, SavedView
from minutes.register.tables import Attendance
from minutes.reminders.tables import ReminderChoice, Rhythm
from minutes.review import service as review
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT, draft_of

BY = By("kommandoraden", AT)


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen")


@pytest.fixture
def old(build: Builder, body: Body) -> Person:
    person = build.person("Karin Lind", "karin.lind@example.se")
    build.mandate(person, body, Role.MEMBER)
    return person


@pytest.fixture
def new(build: Builder) -> Person:
    return build.person("Karin Lind Almgren", None)


def test_everything_moves(session: Session, body: Body, old: Person, new: Person) -> None:
    review.register_draft(session, draft_of(session, body, by=old.id), by=old.id, at=AT)
    saved_views.save(session, person_id=old.id, page="moten", name="I år", query="ar=2026")
    merging.merge(session, BY, person_id=old.id, into=new.id)
    for table in SQLModel.metadata.sorted_tables:
        for column in table.columns:
            if (table.name, column.name) in merging.SEALED:
                continue
            if any(key.column.table.name == "person" for key in column.foreign_keys):
                left = session.execute(table.select().where(column == old.id)).all()
                assert left == [], f"{table.name}.{column.name}"
    session.expire_all()
    assert (new.email, old.email, old.merged_into) == ("karin.lind@example.se", None, new.id)
    assert [seat.person for seat in seats(session, body_id=body.id)] == ["Karin Lind Almgren"]
    owned = follow_up.owned_by(session, new.id, AT, AT.date())
    assert [row.text for row in owned] == ["Skicka listan till rektorerna"]
    attended = session.exec(select(Attendance).where(Attendance.person_id == new.id)).one()
    assert attended.name == "Karin Lind"  # the minutes keep their words


def test_the_old_name_is_known_again(
    session: Session, body: Body, old: Person, new: Person
) -> None:
    merging.merge(session, BY, person_id=old.id, into=new.id)
    assert [alias.text for alias in aliases(session, person_id=new.id)] == ["Karin Lind"]


def test_of_what_one_can_have_only_one_that_of_the_other_stays(
    session: Session, build: Builder, old: Person, new: Person
) -> None:
    session.merge(Person(id=new.id, name=new.name, email="ny@example.se"))
    session.commit()
    build.token(build.account(old))
    kept = build.account(new).id
    for person, rhythm in ((old, Rhythm.DAILY), (new, Rhythm.NONE)):
        session.add(ReminderChoice(person_id=person.id, rhythm=rhythm, changed_at=AT))
        saved_views.save(session, person_id=person.id, page="moten", name="A", query=f"q={rhythm}")
    merging.merge(session, BY, person_id=old.id, into=new.id)
    session.expire_all()
    assert [each.id for each in session.exec(select(Account))] == [kept]
    assert [each.rhythm for each in session.exec(select(ReminderChoice))] == [Rhythm.NONE]
    assert len(session.exec(select(SavedView)).all()) == 1
    assert session.get_one(Person, new.id).email == "ny@example.se"


def test_it_is_written_down_and_the_old_one_is_listed_no_more(
    session: Session, old: Person, new: Person
) -> None:
    merging.merge(session, BY, person_id=old.id, into=new.id)
    event = session.exec(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert (event.act, event.subject) == ("person.merged", f"person:{new.id}")
    assert [each.id for each in persons(session, "", date(2026, 11, 22))] == [new.id]


def test_an_old_address_leads_to_the_one_that_stayed(
    session: Session, administrator: Pages, old: Person, new: Person, build: Builder
) -> None:
    merging.merge(session, BY, person_id=old.id, into=new.id)
    third = build.person("Karin Ek")
    merging.merge(session, BY, person_id=new.id, into=third.id)
    response = administrator.get(f"/hantera/personer/{old.id}")
    assert (response.status_code, response.location) == (301, f"/hantera/personer/{third.id}")


def test_who_was_merged_can_not_be_merged_again(session: Session, old: Person, new: Person) -> None:
    merging.merge(session, BY, person_id=old.id, into=new.id)
    with pytest.raises(Refused, match="redan ihopslagen"):
        merging.merge(session, BY, person_id=old.id, into=new.id)
    with pytest.raises(Refused, match="redan ihopslagen"):
        merging.merge(session, BY, person_id=new.id, into=old.id)
    with pytest.raises(Refused, match="annan person"):
        merging.merge(session, BY, person_id=new.id, into=new.id)


def test_it_is_asked_before_it_is_done(administrator: Pages, old: Person, new: Person) -> None:
    page = administrator.open(f"/hantera/personer/{old.id}/sla-ihop?med={new.id}")
    assert "Karin Lind blir Karin Lind Almgren." in text_of(page)
    assert "1 uppdrag" in text_of(page)
    page = administrator.send(f"/hantera/personer/{old.id}/sla-ihop", {"med": new.id})
    assert "Personerna är ihopslagna." in text_of(page)
    assert page.findtext(".//h1") == "Karin Lind Almgren"


@pytest.mark.parametrize("chosen", ["", "x", "999"])
def test_a_choice_of_nobody_is_told(administrator: Pages, old: Person, chosen: str) -> None:
    path = f"/hantera/personer/{old.id}/sla-ihop?med={chosen}"
    response = administrator.get(path, follow_redirects=True)
    assert ("Välj vilken annan person" in response.text) or response.status_code == 404


def test_only_administrators_merge(
    pages_of: Callable[..., Pages], body: Body, old: Person, new: Person
) -> None:
    secretary = pages_of(Role.SECRETARY, body)
    assert (
        secretary.post(f"/hantera/personer/{old.id}/sla-ihop", {"med": new.id}).status_code == 403
    )
