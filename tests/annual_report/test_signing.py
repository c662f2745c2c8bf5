"""A finished report is signed like minutes: locked, with its fingerprint, and provable."""

import datetime as dt
import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from sqlmodel import Session

from minutes.annual_report import service, signing
from minutes.annual_report.composing import composed
from minutes.annual_report.exact_text import exact_text
from minutes.annual_report.tables import AnnualReport, ReportState
from minutes.errors import Refused, StepNotAllowed
from minutes.justering import bundle, proving, queries
from minutes.justering import service as justering
from minutes.justering import signing as signatures
from minutes.justering.canonical import canonical_text, read_canonical
from minutes.justering.service import TextChanged
from minutes.justering.signatories import Signatory
from minutes.justering.signing import Proof
from minutes.justering.starting import By, Sending
from minutes.justering.tables import Means, RoundState, SignerRole
from minutes.people.tables import Body, Role
from minutes.register.tables import Meeting, MeetingState
from tests.annual_report.conftest import BY
from tests.pages import Pages, text_of
from tests.review.drafts import AT

SENDER = "Minutes <minutes@example.se>"
SIGNED_BY = By(None, AT, SENDER)
SIGNATORIES = (
    Signatory(SignerRole.CHAIR, "Anna Berg"),
    Signatory(SignerRole.SECRETARY, "Karin Lind"),
)


def finished(session: Session, report: AnnualReport) -> AnnualReport:
    service.finish(session, BY, report.id or 0, report.version)
    return report


def sent(session: Session, report: AnnualReport) -> int:
    seen = signing.exact_of(finished(session, report)).fingerprint
    sending = Sending(SIGNATORIES, dt.date(2026, 12, 20), False, seen)
    return signing.send(session, report.id or 0, sending, "<p>Ritat</p>", SIGNED_BY)


def sign_all(session: Session, round_id: int) -> None:
    seen = queries.round_(session, round_id).fingerprint
    for field in list(queries.fields(session, round_id)):
        session.rollback()
        proof = Proof(Means.PAPER, AT)
        signatures.sign(session, round_id, field.id or 0, seen, proof, SIGNED_BY)


def test_the_exact_text_has_every_word_number_and_source(
    session: Session, report: AnnualReport
) -> None:
    made = composed(session, report, BY.today).document
    minutes = exact_text(made, "Lärgruppen", "Region Sjöland", BY.today)
    text = canonical_text(minutes)
    assert read_canonical(text) == minutes
    assert "har hållit ett möte hittills under 2026" in text
    assert "– 14 oktober: Mötena hålls på distans.[" in text
    for number, note in enumerate(made.notes, start=1):
        assert f"[{number}] {note.label}" in text


def test_only_a_finished_report_is_sent_and_only_the_text_that_was_seen(
    session: Session, report: AnnualReport
) -> None:
    sending = Sending(SIGNATORIES, dt.date(2026, 12, 20), False, "0" * 64)
    with pytest.raises(StepNotAllowed, match="Färdigställ"):
        signing.send(session, report.id or 0, sending, "", SIGNED_BY)
    session.rollback()
    finished(session, report)
    with pytest.raises(TextChanged, match="har ändrats"):
        signing.send(session, report.id or 0, sending, "", SIGNED_BY)


def test_it_is_justerad_when_the_last_has_signed_and_no_meeting_is_touched(
    session: Session, report: AnnualReport
) -> None:
    round_id = sent(session, report)
    round_ = signing.round_of(session, report)
    assert round_ is not None
    assert round_.state is RoundState.OPEN
    sign_all(session, round_id)
    round_ = signing.round_of(session, report)
    assert round_ is not None
    assert round_.state is RoundState.COMPLETED
    assert session.get_one(Meeting, 1).state is MeetingState.RECORDED
    assert proving.faults(session) == []


def test_it_is_sent_once_and_not_reopened_while_it_is_signed(
    session: Session, report: AnnualReport
) -> None:
    round_id = sent(session, report)
    seen = signing.exact_of(report).fingerprint
    sending = Sending(SIGNATORIES, dt.date(2026, 12, 20), False, seen)
    with pytest.raises(StepNotAllowed, match="redan skickad"):
        signing.send(session, report.id or 0, sending, "", SIGNED_BY)
    session.rollback()
    with pytest.raises(StepNotAllowed, match="under justering"):
        service.reopen(session, BY, report.id or 0)
    session.rollback()
    justering.withdraw(session, round_id, "Fel siffra.", SIGNED_BY)
    service.reopen(session, BY, report.id or 0)
    assert report.state is ReportState.DRAFT


def test_the_same_words_finished_again_are_still_signed_and_others_are_not(
    session: Session, report: AnnualReport
) -> None:
    sign_all(session, sent(session, report))
    service.reopen(session, BY, report.id or 0)
    service.finish(session, BY, report.id or 0, report.version)
    assert signing.round_of(session, report) is not None
    service.reopen(session, BY, report.id or 0)
    service.save(session, BY, report.id or 0, "## Ett\n\nAnnat.", report.version)
    service.finish(session, BY, report.id or 0, report.version)
    assert signing.round_of(session, report) is None


def test_a_latest_day_before_it_was_finished_is_refused(
    session: Session, report: AnnualReport
) -> None:
    seen = signing.exact_of(finished(session, report)).fingerprint
    sending = Sending(SIGNATORIES, dt.date(2026, 10, 20), False, seen)
    with pytest.raises(Refused, match="färdigställdes"):
        signing.send(session, report.id or 0, sending, "", SIGNED_BY)


@pytest.mark.parametrize("field", ["text", "drawn", "title"])
def test_a_changed_letter_of_the_round_is_found(
    session: Session, report: AnnualReport, field: str
) -> None:
    round_ = queries.round_(session, sent(session, report))
    setattr(round_, field, getattr(round_, field).replace("e", "a", 1) + "x")
    session.add(round_)
    session.commit()
    assert proving.faults(session)


def test_the_evidence_of_a_report_holds_without_the_database(
    session: Session, report: AnnualReport
) -> None:
    round_id = sent(session, report)
    sign_all(session, round_id)
    data = proving.evidence_of(session, queries.round_(session, round_id))
    assert bundle.faults(data) == []


def test_a_secretary_sends_it_and_the_pdf_has_its_charts_and_a_field_for_each(
    pages_of: Callable[[Role, Body], Pages],
    session: Session,
    body: Body,
    report: AnnualReport,
    tmp_path: Path,
) -> None:
    report.text += "\n{{diagram:beslut}}\n"
    finished(session, report)
    secretary = pages_of(Role.SECRETARY, body)
    address = f"/arsberattelser/{report.id}/justering"
    seen = secretary.open(address).xpath("string(//input[@name='fingeravtryck']/@value)")
    form = {
        "fingeravtryck": seen,
        "senast": "2026-12-20",
        "ordning": "samtidigt",
        "roll-0": "chair",
        "person-0": "",
        "namn-0": "Anna Berg",
    }
    refused = secretary.send(address, form | {"namn-0": ""}, status=422)
    assert "Välj minst en som ska skriva under." in refused.text_content()
    page = secretary.send(address, form)
    assert "Årsberättelse 2026 för Lärgruppen" in page.text_content()
    assert "Under justering" in secretary.open(f"/arsberattelser/{report.id}").text_content()
    assert "Årsberättelse 2026 för Lärgruppen" in secretary.open("/justering").text_content()
    content = secretary.get(f"/arsberattelser/{report.id}/fil.pdf").data
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert [str(each.T) for each in pdf.Root.AcroForm.Fields] == ["chair"]
        assert pdf.docinfo["/Title"] == "Årsberättelse 2026 för Lärgruppen"
        assert pdf.Root.MarkInfo.Marked
    (tmp_path / "a.pdf").write_bytes(content)
    read = subprocess.run(
        ["pdftotext", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    assert all(each in read for each in ("Anna Berg", "Källor", "Beslut"))


def test_a_board_signs_a_report_as_its_members(
    pages_of: Callable[[Role, Body], Pages],
    session: Session,
    body: Body,
    report: AnnualReport,
) -> None:
    finished(session, report)
    secretary = pages_of(Role.SECRETARY, body)
    address = f"/arsberattelser/{report.id}/justering"
    page = secretary.open(address)
    offered = page.xpath("//select[@name='roll-0']/option/@value")
    assert offered == ["secretary", "chair", "justerare", "member"]
    rows = page.xpath("//select[starts-with(@name, 'roll-')]/option[@selected]/@value")
    assert rows.count("member") >= 6
    (fingerprint,) = page.xpath("//input[@name='fingeravtryck']/@value")
    form = {"fingeravtryck": fingerprint, "senast": "2026-12-20", "ordning": "samtidigt"}
    for row, name in enumerate(("Anna Berg", "Olle Berg")):
        form |= {f"roll-{row}": "member", f"person-{row}": "", f"namn-{row}": name}
    assert "Olle Berg ledamot" in text_of(secretary.send(address, form))
    with pikepdf.open(
        io.BytesIO(secretary.get(f"/arsberattelser/{report.id}/fil.pdf").data)
    ) as pdf:
        assert [str(each.T) for each in pdf.Root.AcroForm.Fields] == ["member", "member2"]
