"""A finished report is sent for justering like minutes; how far that has come."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from minutes.annual_report import report_list
from minutes.annual_report.tables import AnnualReport, AnnualReportRound, ReportState
from minutes.audit import service as audit
from minutes.errors import Refused, StepNotAllowed
from minutes.justering.canonical import read_canonical
from minutes.justering.fingerprint import fingerprint
from minutes.justering.minutes_text import Minutes
from minutes.justering.service import TextChanged
from minutes.justering.starting import By, Sending, Subject, start_round
from minutes.justering.tables import JusteringRound, RoundKind, RoundState


@dataclass(frozen=True, slots=True)
class Exact:
    """What is signed of a report."""

    text: str

    @property
    def fingerprint(self) -> str:
        """Its SHA-256."""
        return fingerprint(self.text)

    @property
    def minutes(self) -> Minutes:
        """The same in its parts."""
        return read_canonical(self.text)


def exact_of(report: AnnualReport) -> Exact:
    """What is signed of a finished report. Raises StepNotAllowed, and Refused for one that was
    finished before there was an exact text.
    """
    if report.state is not ReportState.FINISHED:
        raise StepNotAllowed("Färdigställ årsberättelsen först.")
    if not report.exact:
        raise Refused("Öppna årsberättelsen och färdigställ den på nytt. Då går den att skicka.")
    return Exact(report.exact)


def round_of(session: Session, report: AnnualReport) -> JusteringRound | None:
    """The round in which the report as it stands is signed, or was; None where it was not sent.

    One that was reopened and finished again with the same words is still the text that was signed.
    """
    if report.state is not ReportState.FINISHED:
        return None
    return session.exec(
        select(JusteringRound)
        .join(AnnualReportRound, col(AnnualReportRound.round_id) == JusteringRound.id)
        .where(
            AnnualReportRound.report_id == report.id,
            JusteringRound.state != RoundState.WITHDRAWN,
            JusteringRound.fingerprint == fingerprint(report.exact),
        )
        .order_by(col(JusteringRound.id).desc())
    ).first()


def report_of_round(session: Session, round_id: int) -> int | None:
    """The report that the round is of; None where it is of a meeting."""
    found = session.get(AnnualReportRound, round_id)
    return found.report_id if found else None


def send(session: Session, report_id: int, sending: Sending, drawn: str, by: By) -> int:
    """Send the finished report to be signed; the id of the round.

    drawn: its HTML for the PDF. Raises NotFound, StepNotAllowed, TextChanged, and Refused where
    they cannot sign together.
    """
    report = locked(session, report_id)
    exact = exact_of(report)
    if exact.fingerprint != sending.seen:
        raise TextChanged("Årsberättelsen har ändrats sedan du öppnade sidan. Läs den igen.")
    if round_of(session, report) is not None:
        raise StepNotAllowed("Årsberättelsen är redan skickad för justering.")
    minutes = exact.minutes
    subject = Subject(report.body_id, None, minutes.title, drawn, report.covers)
    round_ = start_round(session, subject, RoundKind.REPORT, minutes, sending, by)
    assert round_.id is not None
    session.add(AnnualReportRound(round_id=round_.id, report_id=report_id))
    audit.append(
        session,
        at=by.at,
        actor=by.actor,
        act="annual_report.sent",
        subject=f"annual_report:{report_id}",
        details={"justering": round_.id, "fingeravtryck": exact.fingerprint},
    )
    session.commit()
    return round_.id


def locked(session: Session, report_id: int) -> AnnualReport:
    """The report as it is now, locked until the transaction ends. Raises NotFound."""
    query = select(AnnualReport).where(AnnualReport.id == report_id).with_for_update()
    found = session.exec(query.execution_options(populate_existing=True)).first()
    return found if found is not None else report_list.report_of(session, report_id)
