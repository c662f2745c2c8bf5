"""Publishing a report that is justerad, its later versions, and taking it back."""

from collections.abc import Sequence

from sqlmodel import Session

from minutes.annual_report import preparing, public_queries, signing, snapshot
from minutes.annual_report.preparing import Prepared
from minutes.annual_report.tables import (
    AnnualReport,
    PublishedReport,
    ReportApproval,
    ReportLookAnswer,
)
from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.justering.service import TextChanged, required
from minutes.publication.masking import masked
from minutes.publication.queries import justerat_on, names_of_signatories
from minutes.publication.service import Answer, By
from minutes.publication.tables import PublicationState


def answer(session: Session, report_id: int, answers: Sequence[Answer], by: By) -> None:
    """Keep what is done with words that were found in the report. Raises NotFound."""
    report = signing.locked(session, report_id)
    kept = {each.words.casefold(): each for each in preparing.answers(session, report_id)}
    for each in answers:
        words = " ".join(each.words.split())[:500]
        row = kept.get(words.casefold()) or ReportLookAnswer(
            report_id=report_id, words=words, kind=each.kind, choice=each.choice, at=by.at
        )
        row.choice, row.at, row.person_id = each.choice, by.at, by.person_id
        session.add(row)
    _note(session, by, "annual_report.looked", report, ord=len(answers))
    session.commit()


def approve(session: Session, report_id: int, seen: str, by: By) -> None:
    """Approve what is to be published, of which the page showed this fingerprint.

    Raises TextChanged, and Refused where something has to be done first.
    """
    report = signing.locked(session, report_id)
    now = preparing.prepared(session, report)
    if now.unfinished:
        raise Refused(now.unfinished)
    if now.fingerprint != seen:
        raise TextChanged("Det som ska publiceras har ändrats. Läs det igen innan du godkänner.")
    row = now.approval or ReportApproval(report_id=report_id, fingerprint=seen, at=by.at)
    row.fingerprint, row.at, row.by = seen, by.at, by.person_id
    session.add(row)
    _note(session, by, "annual_report.approved", report)
    session.commit()


def publish(session: Session, report_id: int, seen: str, by: By) -> int:
    """Publish the report, or a later version of it; the id of the publication.

    seen: the fingerprint of what the page showed. Raises TextChanged, and Refused where
    something has to be done first.
    """
    report = signing.locked(session, report_id)
    now = preparing.prepared(session, report)
    if now.obstacle:
        raise Refused(now.obstacle)
    if now.fingerprint != seen:
        raise TextChanged("Det som ska publiceras har ändrats. Läs det igen.")
    made = _publication(session, now, by)
    before = now.standing
    if before is not None:
        before.state = PublicationState.REPLACED
        session.add(before)
    session.add(made)
    session.flush()
    _note(session, by, "annual_report.published", report, version=made.version)
    session.commit()
    return made.id or 0


def withdraw(session: Session, report_id: int, reason: str, by: By) -> None:
    """Take back what is published; its address says so, with the reason.

    Raises NotFound where nothing is, and Refused without a reason.
    """
    reason = required(reason, "Skriv varför publiceringen tas tillbaka. Skälet visas för alla.")
    report = signing.locked(session, report_id)
    found = public_queries.standing_of(session, report_id)
    if found is None:
        raise NotFound("Årsberättelsen är inte publicerad.")
    found.state, found.reason = PublicationState.WITHDRAWN, reason
    found.withdrawn_at, found.withdrawn_by = by.at, by.person_id
    session.add(found)
    _note(session, by, "annual_report.withdrawn", report, skäl=reason)
    session.commit()


def _publication(session: Session, now: Prepared, by: By) -> PublishedReport:
    round_ = now.round
    assert round_ is not None
    assert round_.ended_at is not None
    report = now.report
    signed = names_of_signatories(session, round_.id or 0)
    return PublishedReport(
        report_id=report.id or 0,
        body_id=report.body_id,
        year=report.year,
        address=preparing.address_of(report),
        version=1 + max((each.version for each in now.versions), default=0),
        audience=now.rules.audience,
        title=now.opened.document.title,
        fixed=snapshot.written(now.opened.document),
        left_out=now.opened.left_out,
        justerat_on=justerat_on(round_.ended_at),
        justerat_by=masked("\n".join(signed), now.own_masks),
        published_at=by.at,
        published_by=by.person_id,
    )


def _note(
    session: Session, by: By, act: str, report: AnnualReport, **details: audit.Detail
) -> None:
    subject = f"annual_report:{report.id}"
    audit.append(session, at=by.at, actor=by.actor, act=act, subject=subject, details=details)
