import datetime as dt
import threading
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session, func, select

from minutes.audit import service as audit
from minutes.audit.tables import AuditEvent
from minutes.database import Table
from minutes.errors import Refused, StepNotAllowed
from minutes.people.queries import seats
from minutes.people.tables import Body, Role
from minutes.reading.blocks import Source
from minutes.recognition.findings import Recognition, RunningText
from minutes.register.tables import (
    ActionItem,
    ActionOwner,
    AnnouncedMeeting,
    Attendance,
    Decision,
    Item,
    Meeting,
)
from minutes.review import judging, queries, service
from minutes.review.tables import Draft, DraftState, FindingKind
from tests.builders import Builder
from tests.review.drafts import AT, DEED, RECOGNITION, draft_of, with_header


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen")


def register(session: Session, draft_id: int) -> int:
    return service.register_draft(session, draft_id, by=None, at=AT)


def all_of(session: Session, table: type[Table]) -> list[Any]:
    return session.exec(select(table).order_by(table.id)).all()


def test_the_meeting_is_as_its_header_says(session: Session, body: Body) -> None:
    meeting = session.get(Meeting, register(session, draft_of(session, body)))
    assert (meeting.body_id, meeting.date) == (body.id, dt.date(2026, 10, 14))
    assert (meeting.start, meeting.end) == (dt.time(13, 30), dt.time(15, 0))
    assert meeting.title == "Lärgruppen 14 oktober 2026"


def test_everybody_listed_is_recorded_in_the_order_of_the_list(
    session: Session, body: Body
) -> None:
    register(session, draft_of(session, body))
    assert [each.name for each in all_of(session, Attendance)] == [
        "Karin Lind",
        "Olle Berg",
        "Sara Ek",
    ]


def test_decisions_and_actions_stand_under_their_items_with_their_lines(
    session: Session, body: Body
) -> None:
    register(session, draft_of(session, body))
    items = {each.id: each.title for each in all_of(session, Item)}
    decision, *_ = all_of(session, Decision)
    action, *_ = all_of(session, ActionItem)
    assert items[decision.item_id] == items[action.item_id] == "Föregående möte"
    assert (decision.first_line, action.first_line) == (9, 8)
    assert action.quote == "Karin Lind skickar listan till rektorerna senast den 1 november."


def test_a_doubtful_finding_that_nobody_accepted_is_not_recorded(
    session: Session, body: Body
) -> None:
    register(session, draft_of(session, body))
    texts = [each.text for each in all_of(session, ActionItem)]
    assert texts == ["Skicka listan till rektorerna", "Ta frågan om lokaler vidare"]


def test_an_accepted_doubtful_finding_is_recorded(session: Session, body: Body) -> None:
    draft_id = draft_of(session, body)
    doubtful = [f for f in queries.findings(session, draft_id) if f.kind is FindingKind.ACTION][2]
    judging.accept(session, draft_id, doubtful.id, DEED)
    register(session, draft_id)
    assert len(all_of(session, ActionItem)) == 3


def test_what_was_not_taken_in_stays_in_the_running_text(session: Session, body: Body) -> None:
    draft_id = draft_of(session, body)
    for finding in queries.findings(session, draft_id):
        if finding.kind is FindingKind.DECISION:
            judging.refuse(session, draft_id, finding.id, DEED)
    register(session, draft_id)
    first, second = all_of(session, Item)
    assert first.text == "Listan gicks igenom.\n\nGruppen beslutar att mötena hålls på distans."
    assert "Vi borde kanske se över mallen." in second.text
    assert "Budgeten beslutades av nämnden i juni." in second.text


def test_a_word_divided_at_the_end_of_a_line_is_whole_in_the_text(
    session: Session, body: Body
) -> None:
    divided = RunningText("1", "Listan gicks ige- nom i arbets- och styrgruppen.", Source(10, 10))
    recognition = replace(RECOGNITION, running_text=(divided,))
    register(session, draft_of(session, body, recognition=recognition))
    first, _ = all_of(session, Item)
    assert first.text == "Listan gicks igenom i arbets- och styrgruppen."


def test_an_owner_who_sits_in_the_body_is_that_person(
    session: Session, build: Builder, body: Body
) -> None:
    olle = build.person("Olle Berg")
    build.mandate(olle, body)
    register(session, draft_of(session, body))
    owners = {each.name: each.person_id for each in all_of(session, ActionOwner)}
    assert owners == {"Karin Lind": None, "Olle Berg": olle.id}


def test_an_owner_written_by_alias_is_that_person(
    session: Session, build: Builder, body: Body
) -> None:
    person = build.person("Olof Bergman")
    build.mandate(person, body)
    build.alias(person, body, "Olle")
    register(session, draft_of(session, body))
    assert person.id in [each.person_id for each in all_of(session, ActionOwner)]


def test_a_namesake_of_another_body_is_not_the_owner(
    session: Session, build: Builder, body: Body
) -> None:
    build.mandate(build.person("Karin Lind"), build.body())
    register(session, draft_of(session, body))
    assert [each.person_id for each in all_of(session, ActionOwner)] == [None, None]


def test_announced_meetings_are_recorded(session: Session, body: Body) -> None:
    register(session, draft_of(session, body))
    assert [each.date for each in all_of(session, AnnouncedMeeting)] == [dt.date(2026, 12, 9)]


def test_a_removed_person_is_not_recorded(session: Session, body: Body) -> None:
    draft_id = draft_of(session, body)
    sara = [f for f in queries.findings(session, draft_id) if f.kind is FindingKind.ATTENDEE][2]
    judging.refuse(session, draft_id, sara.id, DEED)
    register(session, draft_id)
    assert "Sara Ek" not in [each.name for each in all_of(session, Attendance)]


@pytest.mark.parametrize(
    "has_body,recognition,message",
    [(False, RECOGNITION, "organ"), (True, with_header(date=None), "datum")],
)
def test_without_body_or_date_nothing_is_recorded(
    session: Session, body: Body, has_body: bool, recognition: Recognition, message: str
) -> None:
    draft_id = draft_of(session, body if has_body else None, recognition=recognition)
    with pytest.raises(Refused, match=message):
        register(session, draft_id)
    session.rollback()
    assert session.exec(select(func.count()).select_from(Meeting)).one() == 0
    assert session.get(Draft, draft_id).state is DraftState.OPEN


def test_registering_is_written_down(session: Session, body: Body) -> None:
    meeting_id = register(session, draft_of(session, body))
    last = all_of(session, AuditEvent)[-1]
    assert (last.act, last.subject) == ("draft.registered", f"meeting:{meeting_id}")
    assert audit.verify(session).broken_at is None


def test_a_draft_is_registered_once(session: Session, body: Body) -> None:
    draft_id = draft_of(session, body)
    register(session, draft_id)
    with pytest.raises(StepNotAllowed):
        register(session, draft_id)


def test_two_at_once_register_one_meeting(session: Session, engine: Engine, body: Body) -> None:
    draft_id = draft_of(session, body)
    outcomes = []

    def run() -> None:
        with Session(engine) as own:
            try:
                register(own, draft_id)
                outcomes.append("registered")
            except StepNotAllowed:
                outcomes.append("refused")

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused", "registered"]
    assert len(all_of(session, Meeting)) == 1


def test_a_meeting_taken_back_can_be_registered_again(
    session: Session, build: Builder, body: Body
) -> None:
    draft_id = draft_of(session, body)
    meeting_id = register(session, draft_id)
    assert service.take_back(session, meeting_id, by=None, at=AT) == draft_id
    assert session.exec(select(func.count()).select_from(ActionItem)).one() == 0
    register(session, draft_id)
    assert len(all_of(session, Meeting)) == 1


def test_a_discarded_draft_gives_a_new_one_when_the_file_comes_again(
    session: Session, body: Body
) -> None:
    draft_id = draft_of(session, body)
    service.discard_draft(session, draft_id, by=None, at=AT)
    assert draft_of(session, body) != draft_id


def test_who_makes_a_new_body_is_its_secretary(session: Session, build: Builder) -> None:
    karin = build.person()
    body_id = service.new_body(session, "Rådet", "Byn", by=karin.id, at=AT)
    assert [seat.role for seat in seats(session, body_id=body_id)] == [Role.SECRETARY]


def test_text_before_and_after_the_points_stands_there(session: Session, body: Body) -> None:
    around = (
        RunningText(None, "Kaffe dracks först.", Source(6, 6)),
        RunningText(None, "Vid protokollet: Karin Lind.", Source(15, 15)),
    )
    texts = (*RECOGNITION.running_text, *around)
    register(session, draft_of(session, body, recognition=replace(RECOGNITION, running_text=texts)))
    first, *_, last = sorted(all_of(session, Item), key=lambda item: item.position)
    assert (first.title, first.text) == ("", "Kaffe dracks först.")
    assert (last.title, last.text) == ("", "Vid protokollet: Karin Lind.")
