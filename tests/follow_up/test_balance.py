"""The balanslista as page, Word and PDF; the files are opened again by other programs."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from flask import Flask
from sqlmodel import Session

from minutes.follow_up import agenda_service, decision_service
from minutes.follow_up.agenda_service import By
from minutes.follow_up.balance import Section
from minutes.follow_up.balance_word import word_file
from minutes.follow_up.tables import DecisionState
from minutes.people.tables import Body, Role
from minutes.printing import pdf_of
from minutes.review import service as review
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT, draft_of
from tests.statements import counted

LIST = "/organ/largruppen/balanslista"

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")


@pytest.fixture
def waiting(session: Session, body: Body, meeting: int) -> None:
    """A decision not executed and something watched, beside two open action items."""
    decision_service.mark(session, 1, DecisionState.NOT_EXECUTED, by=None, at=AT, reference="§ 4")
    agenda_service.watch(session, By(None, AT), body_id=body.id or 0, what="Regionens budget")


def read_pdf(content: bytes, tmp_path: Path) -> str:
    file = tmp_path / "lista.pdf"
    file.write_bytes(content)
    told = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, timeout=60
    )
    return told.stdout.decode("utf-8")


@pytest.mark.usefixtures("waiting")
class TestList:
    def test_it_has_what_is_not_finished(self, pages_of: Callable[..., Pages], body: Body) -> None:
        text = text_of(pages_of(Role.MEMBER, body).open(LIST))
        for words in ("Skicka listan till rektorerna", "mötena hålls", "Regionens budget", "§ 4"):
            assert words.casefold() in text.casefold()

    @pytest.mark.parametrize("year,count", [("", 2), ("2026", 2), ("2025", 0), ("tjugo", 2)])
    def test_of_one_year_or_of_all(
        self, pages_of: Callable[..., Pages], body: Body, year: str, count: int
    ) -> None:
        page = pages_of(Role.MEMBER, body).open(f"{LIST}?ar={year}")
        assert len(page.xpath("//ul[@aria-label='Öppna åtgärder']/li")) == count

    def test_a_year_that_there_is_not(self, pages_of: Callable[..., Pages], body: Body) -> None:
        assert pages_of(Role.MEMBER, body).get(f"{LIST}?ar=99999").status_code == 404

    @pytest.mark.parametrize("path", [LIST, f"{LIST}.pdf", f"{LIST}.docx"])
    def test_to_a_stranger_it_does_not_exist(
        self, build: Builder, pages_of: Callable[..., Pages], path: str
    ) -> None:
        assert pages_of(Role.SECRETARY, build.body()).get(path).status_code == 404

    @needs_poppler
    def test_the_pdf_is_tagged_and_says_the_same(
        self, pages_of: Callable[..., Pages], body: Body, tmp_path: Path
    ) -> None:
        response = pages_of(Role.MEMBER, body).get(f"{LIST}.pdf")
        assert response.mimetype == "application/pdf"
        text = read_pdf(response.data, tmp_path)
        for words in ("Balanslista Lärgruppen", "Karin Lind", "2026-11-01", "Sida 1 av 1"):
            assert words in text
        info = subprocess.run(
            ["pdfinfo", str(tmp_path / "lista.pdf")], capture_output=True, check=True, timeout=60
        ).stdout.decode()
        assert "Title:           Balanslista Lärgruppen" in info
        assert "Tagged:          yes" in info

    def test_the_word_file_has_a_table_for_each_part(
        self, pages_of: Callable[..., Pages], body: Body
    ) -> None:
        content = pages_of(Role.MEMBER, body).get(f"{LIST}.docx").data
        document = Document(BytesIO(content))
        tables = [[cell.text for cell in table.rows[1].cells] for table in document.tables]
        assert tables[0][1] == "Skicka listan till rektorerna"
        assert tables[1][3] == "§ 4"
        assert tables[2][1] == "Regionens budget"

    @needs_office
    @needs_poppler
    @pytest.mark.slow
    def test_another_program_opens_the_word_file(
        self, pages_of: Callable[..., Pages], body: Body, tmp_path: Path
    ) -> None:
        file = tmp_path / "lista.docx"
        file.write_bytes(pages_of(Role.MEMBER, body).get(f"{LIST}.docx").data)
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
        subprocess.run(
            [*command, str(tmp_path), str(file)], check=True, capture_output=True, timeout=180
        )
        text = read_pdf((tmp_path / "lista.pdf").read_bytes(), tmp_path)
        assert "Balanslista Lärgruppen" in text
        assert "Sida 1" in text

    def test_the_page_takes_as_many_statements_for_many_meetings_as_for_one(
        self, app: Flask, session: Session, body: Body, pages_of: Callable[..., Pages]
    ) -> None:
        pages, numbers = pages_of(Role.MEMBER, body), []
        for number in range(2):
            review.register_draft(
                session, draft_of(session, body, name=f"{number}.md"), by=None, at=AT
            )
            with counted(app.extensions["engine"]) as sent:
                pages.open(LIST)
            numbers.append(len(sent))
        assert numbers[0] == numbers[1] <= 12


def test_what_xml_cannot_hold_is_left_out_of_the_word_file() -> None:
    section = Section("Rubrik", ("Nr",), (100,), [("a\x0bb\x00c",)])
    document = Document(BytesIO(word_file("Lista", "I dag", [section])))
    assert document.tables[0].rows[1].cells[0].text == "abc"


@pytest.mark.parametrize("protocol", ["http", "file"])
def test_a_printed_page_fetches_nothing(protocol: str, tmp_path: Path) -> None:
    """A server that is asked would see it; here a file that would be seen is not."""
    picture = tmp_path / "seen.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="9">SEEN</text></svg>')
    source = picture.as_uri() if protocol == "file" else "http://127.0.0.1:9/x.png"
    page = f'<html lang="sv"><title>x</title><h1>x</h1><img alt="" src="{source}">'
    assert "SEEN" not in read_pdf(pdf_of(page, ""), tmp_path)


@needs_poppler
def test_long_lists_repeat_their_heads_on_each_page(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(120))
    page = f'<html lang="sv"><title>x</title><table><thead><tr><th>Nr</th></tr></thead>{rows}'
    assert read_pdf(pdf_of(page, ""), tmp_path).count("Nr") > 1
