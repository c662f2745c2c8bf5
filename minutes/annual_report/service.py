"""What can be done with annual reports, each act one transaction that is written down."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from minutes.annual_report import merging, report_list, signing, snapshot
from minutes.annual_report.composing import (
    composed,
    pins_of,
    record_of,
    sections_of,
    written,
)
from minutes.annual_report.exact_text import exact_text
from minutes.annual_report.tables import (
    AnnualReport,
    AnnualReportVersion,
    DecisionPin,
    Extent,
    ReportState,
    Section,
)
from minutes.audit import service as audit
from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.justering.canonical import canonical_text
from minutes.justering.tables import RoundState
from minutes.people.tables import Body
from minutes.register.tables import Decision, Meeting
from minutes.texts import N_

LONGEST_TEXT = 400_000
FIRST_YEAR, LAST_YEAR = 1800, 9998


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, and when."""

    person: int | None
    at: dt.datetime
    today: dt.date


def begin(
    session: Session,
    by: By,
    *,
    body_id: int,
    year: int,
    extent: Extent = Extent.FULL,
    only_justerade: bool = False,
) -> AnnualReport:
    """Write the first draft of a body's report on a year. Raises Refused where there is one.

    Its sections are those of the body's latest report, or else all.
    """
    chosen = _usual_sections(session, body_id)
    report = _drafted(session, by, body_id, year, extent, chosen, only_justerade)
    session.add(report)
    try:
        session.flush()
    except IntegrityError as taken:
        session.rollback()
        raise Refused(
            N_("Det finns redan en årsberättelse för %(year)d. Öppna den i listan.", year=year)
        ) from taken
    _keep(session, by, report, "Första utkastet", "annual_report.begun")
    return report


def _usual_sections(session: Session, body_id: int) -> Sequence[Section]:
    latest = session.exec(
        select(AnnualReport)
        .where(col(AnnualReport.body_id) == body_id)
        .order_by(col(AnnualReport.year).desc())
    ).first()
    return sections_of(latest) if latest else tuple(Section)


def stored_or_drafted(
    session: Session, by: By, body_id: int, year: int, extent: Extent
) -> AnnualReport:
    """The report that there is, or else a first draft, which is not stored. Raises Refused."""
    found = session.exec(
        select(AnnualReport).where(
            col(AnnualReport.body_id) == body_id, col(AnnualReport.year) == year
        )
    ).first()
    return found or _drafted(session, by, body_id, year, extent, tuple(Section), False)


def _drafted(
    session: Session,
    by: By,
    body_id: int,
    year: int,
    extent: Extent,
    chosen: Sequence[Section],
    only_justerade: bool,
) -> AnnualReport:
    _check(year, chosen)
    report = AnnualReport(
        body_id=body_id,
        year=year,
        extent=extent,
        sections=" ".join(chosen),
        only_justerade=only_justerade,
        text="",
        draft="",
        changed_at=by.at,
        changed_by=by.person,
    )
    report.text = report.draft = _draft(session, report, by)
    return report


def save(session: Session, by: By, report_id: int, text: str, seen: int) -> None:
    """Store what the secretary has written. `seen`: the version it was written on.

    Raises NotFound, Refused, and StepNotAllowed where somebody else has saved since.
    """
    report = _draft_of(session, report_id, seen)
    report.text = _text(text)
    _next(session, by, report, "Text ändrad")


def take(
    session: Session, by: By, report_id: int, keys: Collection[str], seen: int, offered: str
) -> None:
    """Take in the offered changes with these keys, and offer the others no more.

    offered: the fingerprint of the draft whose changes were shown. Raises NotFound, and
    StepNotAllowed where the text or the minutes have changed since.
    """
    report = _draft_of(session, report_id, seen)
    today = _draft(session, report, by)
    if snapshot.fingerprint(today) != offered:
        raise StepNotAllowed("Det har kommit nya uppgifter. Här är ändringarna som de är nu.")
    report.text = merging.merged(report.draft, today, report.text, keys)
    report.draft = today
    _next(session, by, report, "Ändrade uppgifter hanterade")


def choose(
    session: Session,
    by: By,
    report_id: int,
    *,
    extent: Extent,
    chosen: Sequence[Section],
    only_justerade: bool,
    seen: int,
) -> None:
    """Choose extent and sections; what that changes in the draft is offered like other changes."""
    report = _draft_of(session, report_id, seen)
    _check(report.year, chosen)
    report.extent, report.sections = extent, " ".join(chosen)
    report.only_justerade = only_justerade
    _next(session, by, report, "Innehåll valt")


def pin(
    session: Session, by: By, report: AnnualReport, decision_id: int, important: bool | None
) -> None:
    """Choose a decision for the report, take it away, or let the rule decide (None).

    Raises NotFound where the report's body has not made it.
    """
    decision = session.get(Decision, decision_id)
    if decision is None or _body_of(session, decision) != report.body_id:
        raise NotFound("Beslutet finns inte.")
    found = session.get(DecisionPin, decision_id)
    if important is None:
        if found:
            session.delete(found)
    else:
        row = found or DecisionPin(
            decision_id=decision_id, is_important=important, at=by.at, by=by.person
        )
        row.is_important, row.at, row.by = important, by.at, by.person
        session.add(row)
    _write_down(session, by, "annual_report.weighed", f"decision:{decision_id}")
    session.commit()


def finish(session: Session, by: By, report_id: int, seen: int) -> None:
    """Fix the text with its numbers and sources. Raises Refused where any of them is missing."""
    report = _draft_of(session, report_id, seen)
    made = composed(session, report, by.today).document
    if made.faults:
        raise Refused(
            N_(
                "Rätta det här först: %(faults)s",
                faults=" ".join(str(each) for each in made.faults),
            )
        )
    body = session.get_one(Body, report.body_id)
    report.fixed = snapshot.written(made)
    report.exact = canonical_text(exact_text(made, body.name, body.organisation, by.today))
    report.state = ReportState.FINISHED
    _keep(session, by, report, "", "annual_report.finished")


def reopen(session: Session, by: By, report_id: int) -> None:
    """Go on writing a finished report; what was signed of it stays.

    Raises StepNotAllowed where it is not finished, or is being signed.
    """
    report = report_list.report_of(session, report_id)
    if report.state is not ReportState.FINISHED:
        raise StepNotAllowed("Årsberättelsen är inte färdigställd. Läs in sidan igen.")
    round_ = signing.round_of(session, report)
    if round_ is not None and round_.state is RoundState.OPEN:
        raise StepNotAllowed("Årsberättelsen är under justering. Ta tillbaka texten först.")
    report.state, report.fixed, report.exact = ReportState.DRAFT, "", ""
    _keep(session, by, report, "", "annual_report.reopened")


def restore(session: Session, by: By, report_id: int, number: int, seen: int) -> None:
    """Let an earlier version be the text again, as a new version."""
    report = _draft_of(session, report_id, seen)
    report.text = report_list.version(session, report_id, number).text
    _next(session, by, report, f"Version {number} återställd")


def _body_of(session: Session, decision: Decision) -> int:
    return session.get_one(Meeting, decision.meeting_id).body_id


def _check(year: int, chosen: Sequence[Section]) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused("Skriv året med fyra siffror.")
    if not chosen:
        raise Refused("Välj minst ett avsnitt.")


def _text(text: str) -> str:
    kept = text.replace("\r\n", "\n").strip()
    if not kept:
        raise Refused("Texten är tom. Ta tillbaka en tidigare version om den försvann av misstag.")
    if len(kept) > LONGEST_TEXT:
        raise Refused("Texten är för lång. Den får ha högst 400 000 tecken.")
    return kept + "\n"


def _draft_of(session: Session, report_id: int, seen: int) -> AnnualReport:
    """The report, to be changed by who saw that version of it."""
    report = session.exec(
        select(AnnualReport).where(col(AnnualReport.id) == report_id).with_for_update()
    ).first()
    if report is None:
        raise NotFound("Årsberättelsen finns inte.")
    if report.state is ReportState.FINISHED:
        raise StepNotAllowed("Årsberättelsen är färdigställd. Öppna den igen för att ändra.")
    if report.version != seen:
        raise StepNotAllowed("Någon annan har sparat sedan du öppnade sidan.")
    return report


def _draft(session: Session, report: AnnualReport, by: By) -> str:
    record = record_of(session, report)
    return written(report, record, by.today, pins_of(session, [report.body_id], report.year))


def _next(session: Session, by: By, report: AnnualReport, what: str) -> None:
    report.version += 1
    _keep(session, by, report, what, "annual_report.changed")


def _keep(session: Session, by: By, report: AnnualReport, what: str, act: str) -> None:
    """Store the report, with a new version where `what` says why there is one."""
    report.changed_at, report.changed_by = by.at, by.person
    session.add(report)
    session.flush()
    assert report.id is not None
    if what:
        session.add(
            AnnualReportVersion(
                report_id=report.id,
                number=report.version,
                text=report.text,
                what=what,
                at=by.at,
                by=by.person,
            )
        )
    _write_down(session, by, act, f"annual_report:{report.id}")
    session.commit()


def _write_down(session: Session, by: By, act: str, subject: str) -> None:
    actor = f"person:{by.person}" if by.person else "kommandoraden"
    audit.append(session, at=by.at, actor=actor, act=act, subject=subject)
