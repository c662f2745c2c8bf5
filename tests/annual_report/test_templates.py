"""The Word file of a report from a body's own template, with its signatures."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from sqlmodel import Session

from minutes.annual_report import templates
from minutes.annual_report.charts import Chart, Series
from minutes.annual_report.document import Bullets, ChartBlock, Heading, Paragraph, Run
from minutes.annual_report.document import Document as Report
from minutes.annual_report.sources import Source
from minutes.annual_report.tables import AnnualReport
from minutes.annual_report.word_report import Cover, default_template, word_of
from minutes.errors import Refused
from minutes.justering.sheet import SignatureLine
from minutes.people.tables import Body, Role
from tests.annual_report.conftest import BY
from tests.annual_report.test_signing import sent
from tests.pages import Pages
from tests.review.drafts import AT

COVER = Cover(
    "Vägrådet",
    "Åsby kommun",
    AT,
    (SignatureLine("chair", "Ordförande", "ordförande", "Signe Almlöf"),),
    "0f" * 32,
)
REPORT = Report(
    "Årsberättelse 2026 för Vägrådet",
    [
        Heading(2, (Run("Inledning"),)),
        Paragraph((Run("Rådet höll två möten."), Run(note=1))),
        Heading(3, (Run("Grus"),)),
        Bullets(((Run("Grus köps."),),)),
        ChartBlock("beslut", Chart("Beslut", ("jan", "feb"), (Series("Beslut", (1, 2)),))),
    ],
    [Source("möte-1", "Protokoll 3 mars 2026")],
)


def own_template(*parts: str) -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "KOMMUNEN {{organ}}"
    document.add_paragraph("Text från mallen om {{rubrik}}.")
    for part in parts:
        document.add_paragraph(f"{{{{{part}}}}}")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "template", [None, own_template("innehåll", "berättelse", "underskrifter")]
)
def test_the_report_stands_in_the_template_with_its_parts_in_order(template: bytes | None) -> None:
    made = Document(io.BytesIO(word_of(REPORT, COVER, template)))
    said = [each.text for each in made.paragraphs if each.text.strip()]
    wanted = ["Inledning", "Rådet höll två möten.", "Grus", "Grus köps.", "Underskrifter"]
    places = [len(said) - 1 - said[::-1].index(each) for each in wanted]
    assert places == sorted(places)
    assert said[-1] == "Signe Almlöf"
    styles = {each.text: each.style.name for each in made.paragraphs if each.style}
    assert styles["Underskrifter"] == "Heading 1"
    assert styles["Grus"] == "Heading 2"
    assert made.core_properties.title == REPORT.title
    if template is None:
        assert "0f" * 32 in made.sections[0].footer.paragraphs[1].text
    else:
        assert made.sections[0].header.paragraphs[0].text == "KOMMUNEN Vägrådet"
        assert said[0] == "Text från mallen om Årsberättelse 2026 för Vägrådet."


def test_a_template_without_the_report_is_refused_and_a_good_one_kept(
    session: Session, body: Body
) -> None:
    with pytest.raises(Refused, match=r"saknar \{\{berättelse\}\}"):
        templates.keep(session, body.id or 0, "mall.docx", own_template("underskrifter"), BY)
    unknown = own_template("berättelse", "underskrifter", "protokoll")
    with pytest.raises(Refused, match=r"protokoll.* är ingen platshållare"):
        templates.keep(session, body.id or 0, "mall.docx", unknown, BY)
    good = default_template()
    templates.keep(session, body.id or 0, "mall.docx", good, BY)
    assert templates.content(session, body.id or 0) == good
    templates.remove(session, body.id or 0, BY)
    assert templates.content(session, body.id or 0) is None


def test_the_secretary_uploads_one_and_the_report_is_made_of_it(
    session: Session,
    body: Body,
    report: AnnualReport,
    pages_of: Callable[[Role, Body], Pages],
) -> None:
    report_id = report.id
    sent(session, report)
    secretary = pages_of(Role.SECRETARY, body)
    address = f"/organ/{body.slug}/wordmall-arsberattelse"
    session.rollback()
    template = own_template("berättelse", "underskrifter")
    page = secretary.send(address, {"mall": (io.BytesIO(template), "mall.docx")})
    assert "mall.docx" in page.text_content()
    assert secretary.get(f"{address}.docx").data == template
    content = secretary.get(f"/arsberattelser/{report_id}/fil.docx").data
    said = "\n".join(each.text for each in Document(io.BytesIO(content)).paragraphs)
    assert "Text från mallen" in said
    assert "Anna Berg" in said
    page = secretary.send(address, {"ta-bort": "ja"})
    assert "Standardmallen" in page.text_content()


@pytest.mark.slow
def test_libreoffice_opens_it_with_signatures_and_chart(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word_of(REPORT, COVER))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to",
         "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    read = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    for words in ("Inledning", "Rådet höll två möten.", "Protokoll 3 mars 2026", "Signe Almlöf"):
        assert words in read
