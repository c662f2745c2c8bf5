"""`minutes annual-report` writes a file without a browser."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlmodel import Session, select

from minutes.annual_report.tables import AnnualReport
from minutes.cli import cli
from minutes.people.tables import Body
from minutes.settings import Settings
from tests.builders import Builder

KINDS = [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!doctype"), ("md", b"# ")]


@pytest.fixture
def to(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file is to be; the command uses the test's database."""
    monkeypatch.setenv("MINUTES_DATA", str(tmp_path))
    monkeypatch.setenv("MINUTES_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("MINUTES_SECRET_KEY", settings.secret_key)
    return tmp_path / "berattelse"


def run(body: str, to: Path, kind: str) -> Result:
    wanted = ["--body", body, "--year", "2026", "--format", kind, "-o", str(to)]
    return CliRunner().invoke(cli, ["annual-report", *wanted])


def test_an_organisation_or_several_bodies_get_one_draft(
    session: Session, body: Body, build: Builder, to: Path
) -> None:
    build.body("Ögonrådet", body.organisation or "")
    year = ["--year", "2026", "--format", "md", "-o", str(to)]
    for wanted in (
        ["--organisation", "Region Sjöland"],
        ["--body", "Ögonrådet", "--body", body.name],
        ["--organisation", "region sjöland", "--together"],
    ):
        result = CliRunner().invoke(cli, ["annual-report", *wanted, *year])
        assert result.exit_code == 0, result.exception
        text = to.read_text(encoding="utf-8")
        assert ("## Ögonrådet" in text) is ("--together" not in wanted)
        assert "Lärgruppen, minnesanteckningar" in text
    for wanted in ([], ["--organisation", "Region Berget"], ["--body", "x", "--organisation", "y"]):
        assert CliRunner().invoke(cli, ["annual-report", *wanted, *year]).exit_code != 0


@pytest.mark.parametrize("kind, begins", KINDS)
def test_it_writes_a_draft_and_stores_none(
    session: Session, body: Body, to: Path, kind: str, begins: bytes
) -> None:
    result = run(body.name, to, kind)
    assert result.exit_code == 0, result.exception
    assert to.read_bytes().lstrip().startswith(begins)
    assert session.exec(select(AnnualReport)).all() == []


def test_it_writes_the_report_that_is_stored(
    session: Session, report: AnnualReport, to: Path
) -> None:
    report.text = "## Ett eget avsnitt\n\nMed egna ord.\n"
    session.add(report)
    session.commit()
    assert run("Lärgruppen", to, "md").exit_code == 0
    assert to.read_text("utf-8") == (
        "# Årsberättelse 2026 för Lärgruppen\n\n## Ett eget avsnitt\n\nMed egna ord.\n"
    )


def test_a_body_that_is_not_there_is_said(body: Body, to: Path) -> None:
    result = run("Okända rådet", to, "md")
    assert str(result.exception) == (
        "Det finns inget organ som heter ”Okända rådet”. Ange ett av: Lärgruppen"
    )
    assert not to.exists()


def test_a_name_of_several_bodies_is_no_choice(session: Session, body: Body, to: Path) -> None:
    session.add(Body(name=body.name, slug="larkretsen", kind=body.kind))
    session.commit()
    result = run(body.name, to, "md")
    assert str(result.exception) == (
        f"Flera organ heter ”Lärgruppen”. Ange i stället något av: {body.slug}, larkretsen."
    )
    assert not to.exists()
