"""Which decisions the secretary has chosen for a report, over the rule that weighs them."""

from sqlmodel import Session

from minutes.annual_report.service import By, write_down
from minutes.annual_report.tables import AnnualReport, ReportPin
from minutes.errors import NotFound
from minutes.register.tables import Decision, Meeting


def pin(
    session: Session, by: By, report: AnnualReport, decision_id: int, important: bool | None
) -> None:
    """Choose a decision for the report, take it away, or let the rule decide (None).

    Raises NotFound where it is of none of the report's bodies.
    """
    decision = session.get(Decision, decision_id)
    meeting = session.get_one(Meeting, decision.meeting_id) if decision else None
    if meeting is None or meeting.body_id not in report.bodies:
        raise NotFound("Beslutet finns inte.")
    assert report.id is not None
    found = session.get(ReportPin, (report.id, decision_id))
    if important is None:
        if found:
            session.delete(found)
    else:
        row = found or ReportPin(
            report_id=report.id, decision_id=decision_id, is_important=important, at=by.at
        )
        row.is_important, row.at, row.by = important, by.at, by.person
        session.add(row)
    write_down(session, by, "annual_report.weighed", f"decision:{decision_id}")
    session.commit()
