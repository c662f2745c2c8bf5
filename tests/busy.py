"""A body in which something of each kind of work is going on."""

from datetime import date

from sqlmodel import Session

from minutes.annual_report import service as annual_report
from minutes.annual_report.service import By as AnnualBy
from minutes.justering import service as justering
from minutes.justering.canonical import canonical_text
from minutes.justering.fingerprint import fingerprint
from minutes.justering.freezing import minutes_of
from minutes.justering.signatories import Signatory
from minutes.justering.starting import By, Sending
from minutes.justering.tables import SignerRole
from minutes.people.tables import Body, Role
from minutes.register.tables import Meeting
from minutes.review import batches
from minutes.review import service as review
from minutes.writing import agenda_service, summons_service
from minutes.writing import service as writing
from tests.builders import Builder
from tests.review.drafts import AT, draft_of, with_header
from tests.review.test_several import BOOK


def busy_body(session: Session, build: Builder) -> Body:
    """A body with minutes under justering, a draft, an import, a report, and meetings ahead."""
    body = build.body("Lärgruppen", slug="largruppen")
    karin = build.person("Karin Lind")
    assert karin.id is not None
    build.mandate(karin, body, Role.SECRETARY)
    meeting_id = review.register_draft(session, draft_of(session, body), by=None, at=AT)
    other = draft_of(session, body, recognition=with_header(date=date(2026, 11, 20)), name="2.md")
    review.register_draft(session, other, by=None, at=AT)
    draft_of(session, body, name="nytt.md")
    batches.start(session, [("1.md", BOOK)], body_id=None, among=None, by=karin.id, at=AT)
    meeting = session.get_one(Meeting, meeting_id)
    seen = fingerprint(canonical_text(minutes_of(session, meeting)))
    signer = Signatory(SignerRole.SECRETARY, karin.name, karin.id)
    sending = Sending([signer], AT.date(), False, seen)
    justering.send(session, meeting_id, sending, By(karin.id, AT, "Minutes <m@example.se>"))
    annual = AnnualBy(karin.id, AT, AT.date())
    annual_report.begin(session, annual, body_id=body.id or 0, year=2026)
    writer = writing.By(karin.id, AT)
    when = writing.When(date(2026, 12, 2))
    sitting_id = writing.begin(session, writer, body_id=body.id or 0, when=when)
    writing.start_writing(session, writer, sitting_id, [])
    ahead = writing.When(date(2026, 12, 16))
    prepared_id = writing.begin(session, writer, body_id=body.id or 0, when=ahead)
    agenda_service.prepare(session, writer, prepared_id)
    summons_service.send(session, writer, prepared_id, "Minutes <m@example.se>")
    return body
