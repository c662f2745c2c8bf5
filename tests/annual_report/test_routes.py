"""The pages of annual reports, and their files opened by other programs."""

import datetime as dt
import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from lxml import etree
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes.annual_report import service
from minutes.annual_report.tables import AnnualReport
from minutes.people.tables import Body, Role
from tests.annual_report.conftest import BY
from tests.builders import Builder
from tests.pages import Pages
from tests.statements import counted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def secretary(pages_of: Callable[[Role, Body], Pages], body: Body) -> Pages:
    return pages_of(Role.SECRETARY, body)


@pytest.fixture
def member(pages_of: Callable[[Role, Body], Pages], body: Body) -> Pages:
    return pages_of(Role.MEMBER, body)


def test_a_secretary_begins_writes_and_finishes(secretary: Pages, body: Body) -> None:
    page = secretary.send("/arsberattelser", {"organ": body.slug, "ar": "2026"})
    assert "har hållit ett möte hittills" in page.text_content()
    page = secretary.send("/arsberattelser/1/skriv", {"text": "## Ett\n\nTvå.", "version": "1"})
    assert "Texten är sparad." in page.text_content()
    page = secretary.send("/arsberattelser/1/fardigstall", {"version": "2"})
    assert "Färdigställd" in page.text_content()


def test_the_page_says_how_a_note_to_the_writer_begins(
    secretary: Pages, report: AnnualReport
) -> None:
    page = secretary.open(f"/arsberattelser/{report.id}/skriv")
    assert "En rad som börjar med %% är" in page.text_content()


def test_two_writers_do_not_overwrite_each_other(secretary: Pages, report: AnnualReport) -> None:
    secretary.send(f"/arsberattelser/{report.id}/skriv", {"text": "Först.", "version": "1"})
    page = secretary.send(
        f"/arsberattelser/{report.id}/skriv", {"text": "Sist.", "version": "1"}, status=409
    )
    assert "Först." in page.text_content()
    assert page.xpath("string(//textarea)").strip() == "Sist."


@pytest.mark.parametrize(
    "year, said",
    [
        ("abcd", "fyra siffror"),
        ("26", "fyra siffror"),
        ("", "fyra siffror"),
        ("2126", "långt fram"),
    ],
)
def test_a_year_that_is_none_is_said(secretary: Pages, body: Body, year: str, said: str) -> None:
    page = secretary.send("/arsberattelser", {"organ": body.slug, "ar": year}, status=422)
    assert said in page.text_content()


def test_a_draft_is_for_who_writes_it_and_a_finished_one_for_who_reads(
    session: Session, member: Pages, report: AnnualReport
) -> None:
    assert member.get(f"/arsberattelser/{report.id}").status_code == 403
    assert "Inga årsberättelser ännu." in member.open("/arsberattelser").text_content()
    service.finish(session, BY, report.id or 0, 1)
    assert "Lärgruppen" in member.open("/arsberattelser").text_content()
    assert member.get(f"/arsberattelser/{report.id}").status_code == 200
    assert member.get(f"/arsberattelser/{report.id}/skriv").status_code == 403


def test_nobody_else_learns_that_there_is_one(
    pages_of: Callable[[Role, Body], Pages], build: Builder, report: AnnualReport
) -> None:
    other = pages_of(Role.SECRETARY, build.body())
    assert other.get(f"/arsberattelser/{report.id}").status_code == 404
    assert other.get(f"/arsberattelser/{report.id}/fil.pdf").status_code == 404


def test_offered_changes_are_answered_on_their_page(
    session: Session, secretary: Pages, report: AnnualReport
) -> None:
    report.draft = report.draft.replace("Gruppen beslutar", "Gruppen beslutade")
    session.add(report)
    session.commit()
    page = secretary.open(f"/arsberattelser/{report.id}/andringar")
    offered = "\n".join(each.text_content() for each in page.xpath("//ins"))
    assert "antecknades" in offered
    assert not re.search(r"\[\^|\{\{|^[-#]", offered, re.MULTILINE)
    hidden = {each.get("name"): each.get("value") for each in page.xpath("//input")}
    page = secretary.send(
        f"/arsberattelser/{report.id}/andringar",
        {"version": "1", "utkast": hidden["utkast"], "ta": hidden["ta"]},
    )
    assert "Ändringarna är hanterade." in page.text_content()


def test_sections_and_decisions_are_chosen(secretary: Pages, report: AnnualReport) -> None:
    page = secretary.open(f"/arsberattelser/{report.id}/innehall")
    (action,) = page.xpath("//form[contains(@action, '/beslut/')]/@action")
    page = secretary.send(action, {"val": "nej"})
    assert "bortvald av sekreteraren" in page.text_content()
    secretary.send(
        f"/arsberattelser/{report.id}/innehall",
        {
            "avsnitt": "introduction",
            "plats-introduction": "1",
            "omfattning": "short",
            "version": "1",
        },
    )
    changed = secretary.open(f"/arsberattelser/{report.id}/andringar").text_content()
    assert "Så skulle det stå" in changed


def test_a_version_is_compared_and_taken_back(secretary: Pages, report: AnnualReport) -> None:
    secretary.send(f"/arsberattelser/{report.id}/skriv", {"text": "Borta.", "version": "1"})
    page = secretary.open(f"/arsberattelser/{report.id}/versioner?jamfor=1")
    assert page.xpath("//del")
    same = secretary.open(f"/arsberattelser/{report.id}/versioner?jamfor=2")
    assert "Texten är densamma." in same.text_content()
    secretary.send(f"/arsberattelser/{report.id}/versioner/1", {"version": "2"})
    assert (
        "har hållit ett möte hittills"
        in secretary.open(f"/arsberattelser/{report.id}").text_content()
    )


def test_the_word_file_has_footnotes_contents_and_opens(
    secretary: Pages, report: AnnualReport, tmp_path: Path
) -> None:
    secretary.send(
        f"/arsberattelser/{report.id}/skriv",
        {"text": f"{report.text}\n{{{{diagram:beslut}}}}\n", "version": "1"},
    )
    content = secretary.get(f"/arsberattelser/{report.id}/fil.docx").data
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        text = etree.fromstring(package.read("word/document.xml"))
    marks = [each.get(f"{W}id") for each in text.iter(f"{W}footnoteReference")]
    written = [each.get(f"{W}id") for each in notes.iter(f"{W}footnote")]
    assert marks == written[2:]
    assert any("TOC" in (each.text or "") for each in text.iter(f"{W}instrText"))
    assert [each.get("descr") for each in text.iter() if each.tag.endswith("}docPr")] == [
        "Beslut: okt 1."
    ]
    (tmp_path / "a.docx").write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to",
         "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    read = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    assert "Årsberättelse 2026 för Lärgruppen" in read
    assert "Minnesanteckningar 14 oktober 2026" in read  # a footnote at the foot of its page


def test_the_pdf_is_tagged_and_can_be_read(
    secretary: Pages, report: AnnualReport, tmp_path: Path
) -> None:
    content = secretary.get(f"/arsberattelser/{report.id}/fil.pdf").data
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "sv"
        assert pdf.docinfo["/Title"] == "Årsberättelse 2026 för Lärgruppen"
        assert len(pdf.pages) == 1  # a short one has no table of contents
    (tmp_path / "a.pdf").write_bytes(content)
    read = subprocess.run(
        ["pdftotext", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    assert "hålls på distans." in read.replace("-\n", "")
    assert "Källor" in read


def test_the_numbers_of_a_year_beside_those_of_the_year_before(member: Pages, body: Body) -> None:
    page = member.open("/siffror?ar=2026&organ=largruppen")
    rows = {
        row.xpath("string(th)").strip(): [cell.text_content().strip() for cell in row.xpath("td")]
        for row in page.xpath("(//table)[1]/tbody/tr")
    }
    assert rows["Möten"] == ["1", "0"]
    assert rows["Beslut"] == ["1", "0"]
    assert len(page.xpath("//figure//svg")) == 4


def test_the_page_of_numbers_takes_as_many_statements_for_any_number_of_meetings(
    member: Pages, engine: Engine, body: Body
) -> None:
    with counted(engine) as statements:
        member.open("/siffror?ar=2026")
    assert len(statements) <= 15


@pytest.mark.parametrize("name", ["beslutsregister", "ej-verkstallda", "narvarolista"])
def test_the_lists_of_a_year_as_files(member: Pages, body: Body, name: str) -> None:
    for kind, begins in (("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK")):
        answer = member.get(f"/organ/{body.slug}/{name}.{kind}?ar=2026")
        assert answer.status_code == 200
        assert answer.data.startswith(begins)


def test_the_attendance_list_has_a_mark_for_each_meeting(member: Pages, body: Body) -> None:
    answer = member.get(f"/organ/{body.slug}/narvarolista.xlsx?ar=2026")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
    assert sheet is not None
    assert [tuple(row) for row in sheet.iter_rows(values_only=True)] == [
        ("Namn", "14/10", "Summa"),
        ("Karin Lind", "×", "1/1"),
        ("Olle Berg", "×", "1/1"),
        ("Sara Ek", "–", "0/1"),
    ]


def test_what_is_open_as_a_spreadsheet(member: Pages, body: Body) -> None:
    answer = member.get(f"/organ/{body.slug}/balanslista.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.data)).active
    assert sheet is not None
    assert sheet.max_row == 3


def test_pdf_of_a_report_with_html_in_it_shows_it_as_words(
    secretary: Pages, report: AnnualReport
) -> None:
    secretary.send(
        f"/arsberattelser/{report.id}/skriv",
        {"text": "<script>alert(1)</script> [x](javascript:alert(1))", "version": "1"},
    )
    page = secretary.get(f"/arsberattelser/{report.id}").text
    assert "&lt;script&gt;alert(1)" in page
    assert 'href="javascript' not in page


def test_a_report_of_this_year_speaks_of_today(body: Body, secretary: Pages) -> None:
    year = dt.date.today().year
    page = secretary.send("/arsberattelser", {"organ": body.slug, "ar": str(year)})
    assert "hittills" in page.text_content()
