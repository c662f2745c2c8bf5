"""Writing: nothing that anybody writes is lost, and review reads it as any other file."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import select

from minutes.errors import Refused, StepNotAllowed
from minutes.people.tables import Numbering
from minutes.reading.bounds import Limits
from minutes.register.tables import ActionItem, Attendance, Decision, Item, Meeting
from minutes.review import service as review
from minutes.review.tables import Draft, DraftState
from minutes.writing import handing_over, queries, service
from minutes.writing.service import By, SavedMeanwhile, When
from minutes.writing.skeleton import Heading
from tests.writing.conftest import AT, WHEN, World

DECIDED = (
    "\n**Beslut**\n\nStyrelsen beslutar\n\n- att anta anbudet.\n\n"
    "**Åtgärd**\n\n- @Ronny: beställa gruset, senast 2027-01-15\n"
)


def test_the_writing_begins_with_head_attendance_and_headings(world: World) -> None:
    found = queries.sitting(world.session, world.begun())
    assert found.text == (
        "# Protokoll Vägstyrelsen 2026-12-02\n\nOrganisation: Tallmo vägförening\n\n"
        "Organ: Vägstyrelsen\n\nDatum: 2026-12-02\n\nTid: kl. 18.00–20.00\n\n"
        "Plats: Bygdegården\n\n"
        "Ordförande: Maja Almgren\n\nSekreterare: Ronny Wretling\n\n"
        "## Närvaro\n\n### Närvarande\n\n"
        "- Maja Almgren, ordförande\n- Ronny Wretling, sekreterare\n- Bo Ekdahl, ledamot\n"
        "- Nils Rothman, ledamot\n- Siv Strömblad, ersättare\n\n"
        "## § 1 Mötets öppnande\n\n## § 2 Val av justerare\n"
    )


def test_what_is_finished_is_read_and_registered_as_an_uploaded_file(world: World) -> None:
    session, sitting_id = world.session, world.begun()
    text = queries.sitting(session, sitting_id).text + DECIDED
    version = service.save(session, world.by, sitting_id, text, 1)
    draft_id = handing_over.finish(session, world.by, sitting_id, version, Limits())
    meeting_id = review.register_draft(session, draft_id, by=world.secretary.id, at=AT)
    meeting = session.get_one(Meeting, meeting_id)
    assert (meeting.date, meeting.place, meeting.chair) == (
        WHEN.date,
        "Bygdegården",
        "Maja Almgren",
    )
    numbers = session.exec(select(Item.number).where(Item.meeting_id == meeting_id)).all()
    assert [each for each in numbers if each] == ["§ 1", "§ 2"]
    assert (
        len(session.exec(select(Attendance).where(Attendance.meeting_id == meeting_id)).all()) == 5
    )
    assert session.exec(select(Decision)).one().quote == "att anta anbudet."
    assert session.exec(select(ActionItem)).one().due == date(2027, 1, 15)
    assert queries.handed_over(session, queries.sitting(session, sitting_id))[1] == meeting_id
    with pytest.raises(StepNotAllowed):
        handing_over.reopen(session, world.by, sitting_id)


def test_what_is_handed_over_again_takes_the_place_of_the_first_draft(world: World) -> None:
    session, sitting_id = world.session, world.begun()
    first = handing_over.finish(session, world.by, sitting_id, 1, Limits())
    handing_over.reopen(session, world.by, sitting_id)
    text = queries.sitting(session, sitting_id).text + DECIDED
    version = service.save(session, world.by, sitting_id, text, 1)
    second = handing_over.finish(session, world.by, sitting_id, version, Limits())
    assert session.get_one(Draft, first).state is DraftState.DISCARDED
    assert session.get_one(Draft, second).state is DraftState.OPEN


def test_two_writers_in_different_places_are_brought_together(world: World) -> None:
    session, sitting_id = world.session, world.begun()
    start = queries.sitting(session, sitting_id).text
    service.save(session, world.by, sitting_id, start + "\nSist.\n", 1)
    mine = start.replace("# Protokoll", "# Styrelseprotokoll")
    with pytest.raises(SavedMeanwhile) as meanwhile:
        service.save(session, world.by, sitting_id, mine, 1)
    assert meanwhile.value.text == mine
    together = meanwhile.value.together
    assert together is not None
    assert together.startswith("# Styrelseprotokoll")
    assert together.endswith("Sist.\n")
    assert queries.sitting(session, sitting_id).text == start + "\nSist.\n"


def test_what_is_refused_for_another_writer_is_kept_beside(world: World) -> None:
    session, sitting_id = world.session, world.begun()
    service.save(session, world.by, sitting_id, "Den andras.\n", 1)
    with pytest.raises(SavedMeanwhile) as meanwhile:
        service.save(session, world.by, sitting_id, "Min.\n", 1)
    assert meanwhile.value.together is None
    beside = [row for row in queries.versions(session, sitting_id) if row.beside]
    assert [queries.version(session, sitting_id, row.id).text for row in beside] == ["Min.\n"]


def test_a_text_that_is_sent_twice_is_saved_once(world: World) -> None:
    session, sitting_id = world.session, world.begun()
    assert service.save(session, world.by, sitting_id, "Ett.\n", 1) == 2
    assert service.save(session, world.by, sitting_id, "Ett.\n", 1) == 2
    assert len(queries.versions(session, sitting_id)) == 2


def test_of_what_saves_itself_the_latest_are_kept_and_every_twentieth(world: World) -> None:
    session, sitting_id = world.session, world.begun()
    version = 1
    for number in range(65):
        version = service.save(
            session, world.by, sitting_id, f"{number}\n", version, by_itself=True
        )
    kept = [row.number for row in queries.versions(session, sitting_id)]
    assert kept == [*range(66, 45, -1), 40, 20, 1]


def test_an_earlier_text_can_be_taken_back_and_the_later_one_stays(world: World) -> None:
    session, sitting_id = world.session, world.begun()
    start = queries.sitting(session, sitting_id).text
    version = service.save(session, world.by, sitting_id, "Allt borta.\n", 1)
    first = queries.versions(session, sitting_id)[-1]
    service.restore(session, world.by, sitting_id, first.id, version)
    assert queries.sitting(session, sitting_id).text == start
    texts = [
        queries.version(session, sitting_id, r.id).text
        for r in queries.versions(session, sitting_id)
    ]
    assert "Allt borta.\n" in texts


def test_a_text_that_is_too_long_is_refused_in_words(world: World) -> None:
    sitting_id = world.begun()
    with pytest.raises(Refused, match="400001 tecken"):
        service.save(world.session, world.by, sitting_id, "a" * 400_001, 1)


def test_the_numbers_of_a_year_go_on_from_what_is_registered_and_written(world: World) -> None:
    session = world.session
    world.body.numbering = Numbering.PER_YEAR
    session.add(world.body)
    session.commit()
    earlier = By(world.secretary.id, AT - timedelta(days=60))
    when = replace(WHEN, date=date(2026, 10, 1))
    first = service.begin(session, earlier, body_id=world.body_id, when=when)
    service.start_writing(session, earlier, first, [Heading("A"), Heading("B")])
    draft_id = handing_over.finish(session, earlier, first, 1, Limits())
    review.register_draft(session, draft_id, by=world.secretary.id, at=AT)
    second = service.begin(
        session, earlier, body_id=world.body_id, when=replace(WHEN, date=date(2026, 11, 1))
    )
    service.start_writing(session, earlier, second, [Heading("C")])
    assert "## § 3 C" in queries.sitting(session, second).text
    assert "## § 4 Mötets öppnande" in queries.sitting(session, world.begun()).text


@pytest.mark.parametrize(
    "when",
    [
        replace(WHEN, date=date(2062, 12, 2)),
        replace(WHEN, end=WHEN.start),
        When(WHEN.date, None, WHEN.end),
    ],
)
def test_a_day_or_times_that_cannot_be_meant_are_refused(world: World, when: When) -> None:
    with pytest.raises(Refused):
        service.begin(world.session, world.by, body_id=world.body_id, when=when)
