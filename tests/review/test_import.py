"""Files as they come: read, refused, or there already."""

import hashlib
import io
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.engine import Engine
from sqlmodel import Session, func, select
from werkzeug.test import TestResponse

from minutes.people.tables import Body, Role
from minutes.reading.bounds import Limits, Unreadable
from minutes.register.tables import StoredDocument
from minutes.review import queries, service
from minutes.review.tables import Draft, DraftFinding, FindingKind
from tests.builders import Builder
from tests.pages import Pages, checked, text_of
from tests.review.drafts import AT

SAMPLES = Path(__file__).parents[2] / "sample_minutes"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NOTES = """\
# Minnesanteckningar från Lärgruppens möte 2026-10-14

Region Sjöland

Lärgruppen

**Datum:** 2026-10-14 kl. 13.30–15.00

**Närvarande:** Karin Lind, Olle Berg

**Förhinder:** Sara Ek

## 1. Mötets öppnande

Karin Lind hälsade alla välkomna.

## 2. Listan

Karin Lind skickar listan till rektorerna senast den 1 november.

Gruppen beslutade att mötena hålls på distans.

## 3. Nästa möte

Nästa möte är den 9 december kl. 13.30.

Vid anteckningarna

Karin Lind
""".encode()
NO_MINUTES = "Recept på kardemummabullar\n\nVispa smör och socker.\n".encode()


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen", "Region Sjöland")


@pytest.fixture
def secretary(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.SECRETARY, body)


def bring(
    session: Session,
    data: bytes = NOTES,
    filename: str = "a.md",
    body: Body | None = None,
    **options: Any,
) -> service.Imported:
    return service.import_file(session, filename, data, body=body, by=None, at=AT, **options)


def counts(session: Session) -> list[int]:
    session.expire_all()
    found = [
        session.exec(select(func.count()).select_from(table)).one()
        for table in (StoredDocument, Draft, DraftFinding)
    ]
    session.commit()
    return found


def upload(pages: Pages, *files: tuple[str, bytes], **options: Any) -> TestResponse:
    """Send files as the page's form does: (name, bytes) each."""
    data = {"filer": [(io.BytesIO(content), name) for name, content in files]}
    return pages.post("/ladda-upp", data, content_type="multipart/form-data", **options)


def test_a_file_becomes_a_document_and_a_draft_of_its_body(session: Session, body: Body) -> None:
    imported = bring(session)
    assert imported.is_minutes
    assert not imported.already_there
    assert session.get(Draft, imported.draft_id).body_id == body.id
    document = session.get(StoredDocument, imported.document_id)
    assert document.content == NOTES
    assert document.sha256 == hashlib.sha256(NOTES).hexdigest()


def test_every_finding_stands_on_lines_of_the_transcript(session: Session) -> None:
    imported = bring(session)
    _, lines = queries.transcript(session, session.get(Draft, imported.draft_id))
    for finding in queries.findings(session, imported.draft_id):
        if finding.first_line is not None:
            assert 1 <= finding.first_line <= finding.last_line <= len(lines)


def test_the_same_bytes_again_change_nothing(session: Session) -> None:
    first = bring(session)
    before = counts(session)
    again = bring(session, filename="annat-namn.md")
    assert (again.draft_id, again.document_id) == (first.draft_id, first.document_id)
    assert again.already_there
    assert counts(session) == before


def test_a_registered_file_leads_to_its_meeting(session: Session, body: Body) -> None:
    draft_id = bring(session, body=body).draft_id
    meeting_id = service.register_draft(session, draft_id, by=None, at=AT)
    assert bring(session).meeting_id == meeting_id


def test_the_body_is_guessed_among_the_allowed_only(session: Session, body: Body) -> None:
    imported = bring(session, among=frozenset({body.id + 1}))
    assert session.get(Draft, imported.draft_id).body_id is None


def test_what_is_not_minutes_is_kept_without_a_draft(session: Session) -> None:
    imported = bring(session, NO_MINUTES, "recept.txt")
    assert not imported.is_minutes
    assert imported.draft_id is None
    assert counts(session)[:2] == [1, 0]


def test_the_secretary_may_want_a_draft_of_it_anyway(session: Session) -> None:
    document_id = bring(session, NO_MINUTES, "recept.txt").document_id
    draft_id = service.draft_anyway(session, document_id, by=None, at=AT)
    assert bring(session, NO_MINUTES, "recept.txt").draft_id == draft_id


def test_two_who_bring_the_same_file_at_once_make_one_draft(
    session: Session, engine: Engine, body: Body
) -> None:
    imported = []

    def run() -> None:
        with Session(engine) as own:
            imported.append(bring(own))

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({each.draft_id for each in imported}) == 1
    assert [each.already_there for each in imported].count(False) == 1
    assert counts(session)[:2] == [1, 1]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.md", "C:\\Temp\\passwd.md", "\x00passwd.md", "\u202epasswd.md"]
)
def test_a_file_name_is_only_a_name(session: Session, name: str) -> None:
    document_id = bring(session, filename=name).document_id
    assert session.get(StoredDocument, document_id).filename == "passwd.md"


@pytest.mark.parametrize("file", sorted((SAMPLES / "wrong").glob("*")), ids=lambda file: file.name)
def test_a_wrong_file_is_refused_and_leaves_nothing(session: Session, file: Path) -> None:
    with pytest.raises(Unreadable):
        bring(session, file.read_bytes(), file.name)
    session.rollback()
    assert counts(session) == [0, 0, 0]


def test_one_bad_file_does_not_stop_the_others(session: Session, secretary: Pages) -> None:
    page = checked(
        upload(secretary, ("tom.docx", b""), ("a.md", NOTES), ("r.txt", NO_MINUTES)), "", 200
    )
    text = text_of(page)
    assert "Filen är tom." in text
    assert "Läst. Utkastet är klart att granska." in text
    assert "Lärgruppen · 14 oktober 2026 · 3 fynd" in text
    assert "Det ser inte ut som ett protokoll." in text
    assert page.xpath("//a[text()='Granska'][@href='/granskning/1']")
    assert counts(session)[:2] == [2, 1]


def test_the_script_gets_the_result_alone(secretary: Pages) -> None:
    part = upload(secretary, ("a.md", NOTES), headers={"HX-Request": "true"}).text
    assert part.strip().startswith("<li")


def test_the_same_file_again_links_to_what_is_there(secretary: Pages) -> None:
    upload(secretary, ("a.md", NOTES))
    assert "Filen finns redan. Inget har ändrats." in upload(secretary, ("b.md", NOTES)).text


def test_a_file_of_somebody_elses_body_is_not_linked(
    build: Builder, secretary: Pages, pages_of: Callable[..., Pages]
) -> None:
    upload(secretary, ("a.md", NOTES))
    stranger = pages_of(Role.SECRETARY, build.body())
    answer = upload(stranger, ("a.md", NOTES)).text
    assert "i ett utkast eller möte som du inte har tillgång till" in answer
    assert "/granskning/1" not in answer


def test_a_file_over_the_limit_is_refused(
    session: Session, app: Flask, secretary: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutes.review.upload_routes._limits", lambda: limits(10))
    assert "result--bad" in upload(secretary, ("a.md", NOTES)).text
    assert counts(session) == [0, 0, 0]


def limits(size: int) -> Limits:
    return Limits(file_bytes=size)


def test_without_a_file_the_page_asks_for_one(secretary: Pages) -> None:
    assert "Välj minst en fil." in text_of(secretary.send("/ladda-upp"))


def test_a_member_may_not_upload(pages_of: Callable[..., Pages], body: Body) -> None:
    member = pages_of(Role.MEMBER, body)
    assert member.get("/ladda-upp").status_code == 403
    assert upload(member, ("a.md", NOTES)).status_code == 403


def test_who_brought_it_may_review_what_is_not_minutes(
    secretary: Pages, pages_of: Callable[..., Pages], build: Builder
) -> None:
    upload(secretary, ("r.txt", NO_MINUTES))
    stranger = pages_of(Role.SECRETARY, build.body())
    assert stranger.post("/dokument/1/granska").status_code == 404
    assert "Granska" in text_of(secretary.send("/dokument/1/granska"))


def test_who_brings_the_same_file_later_may_review_it_too(
    secretary: Pages, pages_of: Callable[..., Pages], build: Builder
) -> None:
    upload(secretary, ("recept.txt", NO_MINUTES))
    other = pages_of(Role.SECRETARY, build.body())
    page = checked(upload(other, ("samma recept.txt", NO_MINUTES)), "/ladda-upp", 200)
    form = page.xpath("//form[@action='/dokument/1/granska']")[0]
    assert "Granska" in text_of(other.send("/dokument/1/granska", dict(form.form_values())))


@pytest.mark.skipif(not (CORPUS / "hostile").is_dir(), reason="the corpus is not beside this tree")
@pytest.mark.slow
def test_every_hostile_file_ends_in_a_result_or_a_sentence(
    session: Session, secretary: Pages
) -> None:
    for file in sorted((CORPUS / "hostile").rglob("*")):
        if not file.is_file():
            continue
        before = counts(session)
        answer = upload(secretary, (file.name, file.read_bytes()))
        assert answer.status_code in (200, 413), file.name
        if "result--bad" in answer.text:
            assert counts(session) == before, file.name
        for link in set(_drafts_in(answer.text)):
            assert secretary.get(link).status_code == 200, file.name


def _drafts_in(text: str) -> list[str]:
    return re.findall(r'"(/granskning/\d+)"', text)


def test_an_action_of_the_sample_minutes_is_found_from_upload_to_register(
    session: Session, build: Builder, body: Body
) -> None:
    data = (SAMPLES / "dialoggruppen-2026-11-11.docx").read_bytes()
    draft_id = bring(session, data, "d.docx", body=body).draft_id
    assert [f for f in queries.findings(session, draft_id) if f.kind is FindingKind.ACTION]
    assert service.register_draft(session, draft_id, by=None, at=AT)


@pytest.mark.parametrize("text", [NOTES, NO_MINUTES], ids=["minutes", "other"])
def test_a_personal_number_is_told_at_once_and_never_repeated(
    secretary: Pages, text: bytes
) -> None:
    data = text + b"\nKaja har personnummer 640823-3234.\n"
    line = data.decode().splitlines().index("Kaja har personnummer 640823-3234.") + 1
    answer = upload(secretary, ("a.md", data))
    assert f"Rad {line} innehåller personnummer." in answer.text
    assert "640823" not in answer.text
