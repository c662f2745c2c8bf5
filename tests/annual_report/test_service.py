import datetime as dt
from dataclasses import fields

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from minutes.annual_report import pinning, queries, report_list, service
from minutes.annual_report.composing import composed
from minutes.annual_report.figures import figures
from minutes.annual_report.tables import AnnualReport, Extent, ReportState, Section
from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.follow_up import queries as action_items
from minutes.follow_up import service as follow_up
from minutes.follow_up.tables import ActionDue
from minutes.people import service as people
from minutes.people.merging import merge
from minutes.people.service import By as PeopleBy
from minutes.people.service import Settings
from minutes.people.tables import Body, Person
from minutes.register.tables import ActionItem, Decision, Meeting, MeetingState
from minutes.review import service as review
from tests.annual_report.conftest import BY
from tests.review.drafts import AT
from tests.statements import counted


def test_the_first_draft_stands_on_the_register(session: Session, report: AnnualReport) -> None:
    assert "- 14 oktober: Mötena hålls på distans.[^beslut-1]" in report.text
    assert composed(session, report, BY.today).document.faults == []


def test_there_is_one_report_a_year(session: Session, report: AnnualReport, body: Body) -> None:
    assert body.id is not None
    with pytest.raises(Refused, match="redan en årsberättelse för 2026"):
        service.begin(session, BY, body_id=body.id, year=2026)


def test_what_is_written_on_an_older_version_is_refused(
    session: Session, report: AnnualReport
) -> None:
    assert report.id is not None
    service.save(session, BY, report.id, "Min text.", 1)
    with pytest.raises(StepNotAllowed, match="Någon annan har sparat"):
        service.save(session, BY, report.id, "Annan text.", 1)
    session.rollback()
    session.refresh(report)
    assert report.text == "Min text.\n"
    assert [each.number for each in report_list.versions(session, report.id)] == [2, 1]


@pytest.mark.parametrize("text, said", [("  \n", "Texten är tom"), ("x" * 400_001, "för lång")])
def test_a_text_of_no_use_is_refused(
    session: Session, report: AnnualReport, text: str, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        service.save(session, BY, report.id or 0, text, 1)


def test_what_happens_later_is_offered_and_taken_in(session: Session, report: AnnualReport) -> None:
    assert report.id is not None
    service.save(session, BY, report.id, report.text + "\nEget stycke.\n", 1)
    action = session.exec(select(ActionItem)).first()
    assert action is not None
    follow_up.mark_done(session, action.id or 0, by=None, at=AT)
    made = composed(session, report, BY.today)
    assert made.changes
    keys = [each.key for each in made.changes]
    service.take(session, BY, report.id, keys, 2, made.offered)
    assert "klar 15 oktober" in report.text
    assert report.text.endswith("Eget stycke.\n")
    assert composed(session, report, BY.today).changes == []


def test_an_answer_to_an_older_offer_is_refused(session: Session, report: AnnualReport) -> None:
    with pytest.raises(StepNotAllowed, match="nya uppgifter"):
        service.take(session, BY, report.id or 0, [], 1, "0" * 64)


def test_a_finished_report_is_touched_by_nothing(session: Session, report: AnnualReport) -> None:
    assert report.id is not None
    service.finish(session, BY, report.id, 1)
    before = composed(session, report, BY.today).document
    action = session.exec(select(ActionItem)).first()
    assert action is not None
    follow_up.mark_done(session, action.id or 0, by=None, at=AT)
    assert composed(session, report, BY.today).document == before
    assert composed(session, report, BY.today).changes == []
    with pytest.raises(StepNotAllowed, match="färdigställd"):
        service.save(session, BY, report.id, "Ny text.", 1)
    service.reopen(session, BY, report.id)
    assert report.state is ReportState.DRAFT


def test_a_report_with_faults_is_not_finished(session: Session, report: AnnualReport) -> None:
    assert report.id is not None
    service.save(session, BY, report.id, "Ett {{hittepå}}.", 1)
    with pytest.raises(Refused, match="hittepå"):
        service.finish(session, BY, report.id, 2)


def test_a_pin_needs_a_decision_of_the_body(session: Session, report: AnnualReport) -> None:
    decision = session.exec(select(Decision)).first()
    assert decision is not None
    pinning.pin(session, BY, report, decision.id or 0, False)
    assert (
        next(each.is_important for each in composed(session, report, BY.today).decisions) is False
    )
    pinning.pin(session, BY, report, decision.id or 0, None)
    assert composed(session, report, BY.today).pins == {}
    with pytest.raises(NotFound):
        pinning.pin(session, BY, report, 9999, True)


def test_minutes_that_are_not_justerade_can_be_left_out(
    session: Session, report: AnnualReport
) -> None:
    assert report.id is not None
    service.choose(
        session,
        BY,
        report.id,
        extent=Extent.FULL,
        chosen=[Section.INTRODUCTION],
        only_justerade=True,
        seen=1,
    )
    assert (
        "{{möten_som_inte_ingår}}, den 14 oktober, ingår inte"
        in composed(session, report, BY.today).draft
    )
    meeting = session.exec(select(Meeting)).one()
    meeting.state = MeetingState.JUSTERAT
    session.add(meeting)
    session.commit()
    assert "har hållit {{möten}}" in composed(session, report, BY.today).draft


def test_an_earlier_version_comes_back_as_a_new_one(session: Session, report: AnnualReport) -> None:
    assert report.id is not None
    first = report.text
    service.save(session, BY, report.id, "Borta.", 1)
    service.restore(session, BY, report.id, 1, 2)
    assert report.text == first
    assert report.version == 3


def test_persons_merged_in_mid_year_are_one_in_the_figures(session: Session, body: Body) -> None:
    assert body.id is not None
    people = {each.name: each.id for each in session.exec(select(Person))}
    merge(
        session,
        PeopleBy("kommandoraden", AT),
        person_id=people["Olle Berg"] or 0,
        into=people["Karin Lind"] or 0,
    )
    found = figures(queries.record(session, [body.id], 2026), 2026, BY.today)
    assert found.value("deltagare") == 1
    (here,) = (each for each in found.persons if each.present)
    assert (here.name, here.present, here.listed) == ("Karin Lind", 1, 1)
    assert "Olle Berg" not in drafted(session, body, 2026).text


def test_a_body_that_changes_its_name_keeps_its_years_and_both_names_are_told(
    session: Session, report: AnnualReport, body: Body
) -> None:
    as_it_is = {each.name: getattr(body, each.name) for each in fields(Settings)}
    settings = Settings(**{**as_it_is, "name": "Lärorådet"})
    people.change_body(session, PeopleBy("kommandoraden", AT), body.id or 0, settings)
    made = composed(session, report, BY.today)
    assert len(made.record.of_year(2026)) == 1
    assert made.document.title == "Årsberättelse 2026 för Lärorådet"
    said = (
        "Lärorådet hette tidigare Lärgruppen. Namnet ändrades i registret den 15 oktober."
        f"[^namn-{body.id}]"
    )
    assert said in made.draft
    assert any(said in row for change in made.changes for row in change.becomes)
    assert said not in composed(session, drafted(session, body, 2027), BY.today).draft


def drafted(session: Session, body: Body, year: int) -> AnnualReport:
    return service.drafted(session, BY, [body.id or 0], year)


def test_the_record_takes_as_many_statements_for_any_size(
    session: Session, report: AnnualReport, engine: Engine
) -> None:
    with counted(engine) as statements:
        queries.record(session, [report.body_id], 2026)
    assert len(statements) <= 18


def test_an_action_ends_on_the_day_it_was_done(session: Session, report: AnnualReport) -> None:
    action = session.exec(select(ActionItem)).first()
    assert action is not None
    follow_up.mark_done(session, action.id or 0, by=None, at=AT + dt.timedelta(days=30))
    found = queries.record(session, [report.body_id], 2026)
    assert {each.ended for _, each in found.actions()} == {None, dt.date(2026, 11, 14)}


def test_the_next_years_report_has_the_sections_of_the_last(
    session: Session, report: AnnualReport
) -> None:
    chosen = [Section.AHEAD, Section.INTRODUCTION]
    service.choose(
        session,
        BY,
        report.id or 0,
        extent=Extent.FULL,
        chosen=chosen,
        only_justerade=False,
        seen=1,
    )
    following = service.begin(session, BY, body_id=report.body_id, year=2027)
    assert following.sections == "ahead introduction"


TOLD = """# Protokoll Lärgruppen 2026-11-18

Datum: 2026-11-18

## Beslutande

- Karin Lind, ordförande
- Tage Rosell, tjänstgörande ersättare för Olle Berg

## Tjänstgörande ersättare

- Ebba Norell för Sara Ek

## Ej tjänstgörande ersättare

- Ines Wall, ej tjänstgörande ersättare

## § 1 Budget

Karin Lind tar fram en budget.
"""


def served(session: Session, body: Body, name: str, text: str) -> dict[str, tuple[bool, bool]]:
    """Who served and who is a substitute, after the minutes were read and registered."""
    imported = review.import_file(session, name, text.encode(), body=body, by=None, at=AT)
    assert imported.draft_id is not None
    review.register_draft(session, imported.draft_id, by=None, at=AT)
    assert body.id is not None
    meeting = queries.record(session, [body.id], 2026).meetings[-1]
    return {each.name: (each.served, each.is_substitute) for each in meeting.attendees}


def test_who_served_is_read_from_the_minutes(session: Session, body: Body) -> None:
    assert served(session, body, "n.md", TOLD) == {
        "Karin Lind": (True, False),
        "Tage Rosell": (True, True),
        "Ebba Norell": (True, True),
        "Ines Wall": (False, True),
    }


def test_substitutes_listed_under_their_own_heading_served(session: Session, body: Body) -> None:
    told = """Protokoll från vägsamfälligheten 2026-11-15

Beslutande: Karin Lind, ordförande, Ines Wall
Tjänstgörande ersättare: Tage Rosell
Ej tjänstgörande ersättare: Ebba Norell
Övriga närvarande: Sixten Borg, sekreterare

§ 1 Budget
Karin Lind tar fram en budget.
"""
    assert served(session, body, "g.txt", told) == {
        "Karin Lind": (True, False),
        "Ines Wall": (True, False),
        "Tage Rosell": (True, True),
        "Ebba Norell": (False, True),
        "Sixten Borg": (False, False),
    }


def test_what_is_due_at_a_meeting_is_as_late_here_as_in_the_list_of_action_items(
    session: Session, body: Body
) -> None:
    assert body.id is not None
    action = session.get_one(ActionItem, 1)
    action.due, action.due_text = None, "till nästa möte"
    yesterday = BY.today - dt.timedelta(days=1)
    session.add(ActionDue(action_item_id=1, rule="next_meeting 2026-10-14 0", day=yesterday))
    session.commit()
    found = queries.record(session, [body.id], 2026)
    (told,) = [each for _, each in found.actions() if each.id == 1]
    assert told.due == action_items.action(session, 1, BY.today).due == yesterday
