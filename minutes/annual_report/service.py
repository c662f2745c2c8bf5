"""What can be done with annual reports, each act one transaction that is written down."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from minutes.annual_report import merging, report_list, signing, snapshot
from minutes.annual_report.composing import (
    bodies_of,
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
    Extent,
    ReportState,
    Section,
)
from minutes.audit import service as audit
from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.justering.canonical import canonical_text
from minutes.justering.tables import RoundState
from minutes.people.tables import Body
from minutes.texts import N_

LONGEST_TEXT = 400_000
FIRST_YEAR, LAST_YEAR = 1800, 9998
MOST_BODIES = 200


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
    covers: Collection[int] = (),
    together: bool = False,
    extent: Extent = Extent.FULL,
    only_justerade: bool = False,
) -> AnnualReport:
    """Write the first draft of a body's report on a year. Raises Refused where there is one.

    covers: the other bodies that it is about. Its sections are those of the body's latest report,
    or else all.
    """
    if year > by.today.year + 1:
        raise Refused("Året ligger för långt fram. Rätta årtalet.")
    report = drafted(
        session,
        by,
        [body_id, *covers],
        year,
        together=together,
        extent=extent,
        only_justerade=only_justerade,
        chosen=_usual_sections(session, body_id),
    )
    _add(session, report)
    _keep(session, by, report, "Första utkastet", "annual_report.begun")
    return report


def _usual_sections(session: Session, body_id: int) -> Sequence[Section]:
    latest = session.exec(
        select(AnnualReport)
        .where(col(AnnualReport.body_id) == body_id)
        .order_by(col(AnnualReport.year).desc())
    ).first()
    return sections_of(latest) if latest else tuple(Section)


def drafted(
    session: Session,
    by: By,
    bodies: Sequence[int],
    year: int,
    *,
    together: bool = False,
    extent: Extent = Extent.FULL,
    only_justerade: bool = False,
    chosen: Sequence[Section] = tuple(Section),
) -> AnnualReport:
    """A report with its first draft, not stored. The first body keeps it. Raises Refused."""
    _check(year, chosen)
    report = AnnualReport(
        body_id=bodies[0],
        covers=_others(bodies[0], bodies),
        together=together,
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
    covers: Collection[int] = (),
    together: bool = False,
) -> None:
    """Choose bodies, extent and sections; what that changes in the draft is offered like other
    changes. Raises Refused where the body keeps another report about the same bodies.
    """
    report = _draft_of(session, report_id, seen)
    _check(report.year, chosen)
    report.extent, report.sections = extent, " ".join(chosen)
    report.only_justerade = only_justerade
    report.covers, report.together = _others(report.body_id, covers), together
    _add(session, report)
    _next(session, by, report, "Innehåll valt")


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


def _others(body_id: int, covers: Collection[int]) -> str:
    others = sorted(set(covers) - {body_id})
    if len(others) >= MOST_BODIES:
        raise Refused(N_("Välj högst %(most)s organ.", most=MOST_BODIES))
    return " ".join(map(str, others))


def _add(session: Session, report: AnnualReport) -> None:
    """Write it to the database. Raises Refused where the body has one about the same bodies."""
    year = report.year
    session.add(report)
    try:
        session.flush()
    except IntegrityError as taken:
        session.rollback()
        raise Refused(
            N_("Det finns redan en årsberättelse för %(year)d. Öppna den i listan.", year=year)
        ) from taken


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
    bodies = bodies_of(session, report, record)
    return written(report, bodies, record, by.today, pins_of(session, report))


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
    write_down(session, by, act, f"annual_report:{report.id}")
    session.commit()


def write_down(session: Session, by: By, act: str, subject: str) -> None:
    """Add the act to the chain of events; does not commit."""
    actor = f"person:{by.person}" if by.person else "kommandoraden"
    audit.append(session, at=by.at, actor=actor, act=act, subject=subject)
