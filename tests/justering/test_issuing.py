"""The PDF of a round, sealed: once and for all where it is justerat, and what anybody is told."""

import datetime as dt
import hashlib
import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from sqlmodel import select

from minutes.audit.tables import AuditEvent
from minutes.cli import cli
from minutes.errors import Refused
from minutes.justering import issuing, jobs, proving, queries
from minutes.justering.tables import SealedDocument
from minutes.sealing.certificates import SealRefused
from minutes.sealing.checking import Verdict, checked
from minutes.sealing.demo import make_demo_seal
from minutes.settings import SealSettings, Settings
from tests.justering.test_routes import Open, as_
from tests.justering.world import NOW, World
from tests.pages import Pages, text_of

__all__ = ["as_"]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    file = settings.data / "seal.p12"
    make_demo_seal(file, NOW, name="Region Sjöland")
    return replace(settings, seal=SealSettings(file=file), upload_limit=200_000)


def justerat(world: World) -> int:
    round_id = world.send(["anna", "olle"])
    world.sign(round_id, "anna")
    world.sign(round_id, "olle")
    return round_id


def test_what_is_justerat_is_sealed_once(world: World, settings: Settings) -> None:
    round_id = justerat(world)
    made = issuing.seal_round(world.session, settings, round_id, world.by("karin"))
    again = issuing.seal_round(world.session, settings, round_id, world.by("karin"))
    assert again.content == made.content
    found = checked(made.content, issuing.known_certificates(world.session))
    assert found.verdict is Verdict.OURS
    assert found.seal is not None
    assert "Anna Berg (ordförande), Olle Berg (justerare)" in found.seal.reason
    assert queries.round_(world.session, round_id).fingerprint in found.seal.reason


def test_the_chain_of_events_has_the_hash_of_the_sealed_file(
    world: World, settings: Settings
) -> None:
    made = issuing.seal_round(world.session, settings, justerat(world), world.by("karin"))
    event = world.session.exec(select(AuditEvent).where(AuditEvent.act == "justering.sealed")).one()
    assert hashlib.sha256(made.content).hexdigest() in event.details
    assert proving.faults(world.session) == []


def test_a_sealed_file_that_was_changed_or_taken_away_is_named(
    world: World, settings: Settings
) -> None:
    made = issuing.seal_round(world.session, settings, justerat(world), world.by("karin"))
    connection = world.session.connection()
    for change in (
        sa.update(SealedDocument).values(content=made.content + b"x"),
        sa.update(SealedDocument).values(content_sha256="0" * 64),
        sa.delete(SealedDocument),
    ):
        with connection.begin_nested() as trial:
            connection.execute(change)
            world.session.expire_all()
            assert any("stämplade" in fault for fault in proving.faults(world.session))
            trial.rollback()


def test_what_is_not_justerat_is_not_kept_sealed(world: World, settings: Settings) -> None:
    round_id = world.send(["anna"])
    with pytest.raises(Refused, match="justerat"):
        issuing.seal_round(world.session, settings, round_id, world.by("karin"))


def test_the_job_seals_what_waits_and_says_how_much(world: World, settings: Settings) -> None:
    round_id = justerat(world)
    assert jobs.seal(world.session, settings) == "1 protokoll stämplades."
    assert jobs.seal(world.session, settings) == "0 protokoll stämplades."
    assert issuing.sealed_document(world.session, round_id) is not None


def test_without_a_certificate_the_job_says_so_and_the_pdf_is_had_all_the_same(
    world: World, settings: Settings
) -> None:
    bare = replace(settings, seal=SealSettings())
    round_id = justerat(world)
    assert "inget certifikat" in jobs.seal(world.session, bare)
    round_ = queries.round_(world.session, round_id)
    assert issuing.pdf_of_round(world.session, bare, round_, NOW).startswith(b"%PDF")


def test_a_certificate_that_has_run_out_stops_the_seal_and_nothing_else(
    world: World, settings: Settings
) -> None:
    round_id = justerat(world)
    late = NOW + dt.timedelta(days=4000)
    with pytest.raises(SealRefused, match="gick ut"):
        issuing.seal_round(world.session, settings, round_id, world.by("karin", late))
    world.session.rollback()
    round_ = queries.round_(world.session, round_id)
    assert issuing.pdf_of_round(world.session, settings, round_, late).startswith(b"%PDF")


def test_a_file_to_sign_bears_our_seal_beside_the_empty_fields(
    world: World, settings: Settings
) -> None:
    round_id = world.send(["anna", "olle"])
    round_ = queries.round_(world.session, round_id)
    pdf = issuing.pdf_of_round(world.session, settings, round_, NOW)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fields = {str(each.T): "/V" in each for each in opened.Root.AcroForm.Fields}
    assert fields == {"chair": False, "justerare": False, "seal": True}
    found = checked(pdf, issuing.known_certificates(world.session))
    assert found.seal is not None
    assert found.seal.reason == issuing.reason_to_sign(round_.fingerprint)


def test_the_secretary_seals_at_once_and_the_page_says_when(world: World, as_: Open) -> None:
    round_id = justerat(world)
    karin = as_("karin")
    page = karin.send(f"/justering/{round_id}/stampla")
    assert "Protokollet är stämplat" in text_of(page)
    assert "PDF-filen är stämplad" in text_of(page)
    one, other = (karin.get(f"/justering/{round_id}/protokoll.pdf").data for _ in range(2))
    assert one == other
    assert as_("olle").post(f"/justering/{round_id}/stampla").status_code == 403


def upload(pages: Pages, content: bytes, name: str = "protokoll.pdf") -> str:
    answer = pages.post(
        "/kontrollera",
        {"fil": (io.BytesIO(content), name)},
        content_type="multipart/form-data",
        buffered=True,
    )
    from tests.pages import checked as looked_at

    return text_of(looked_at(answer, "/kontrollera", answer.status_code))


def test_anybody_is_told_whether_a_pdf_is_ours(
    world: World, settings: Settings, anonymous: Pages
) -> None:
    made = issuing.seal_round(world.session, settings, justerat(world), world.by("karin"))
    pdf = made.content
    assert "Filen är vår och oförändrad" in upload(anonymous, pdf)
    assert "Anna Berg (ordförande)" in upload(anonymous, pdf)
    changed = pdf.replace(b"/Lang", b"/Long", 1) if b"/Lang" in pdf else pdf + b"x"
    assert "Filen är ändrad efter stämpeln" in upload(anonymous, changed)


def test_anybody_is_told_why_nothing_can_be_said(
    world: World, settings: Settings, anonymous: Pages
) -> None:
    locked = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(locked, encryption=pikepdf.Encryption(user="x", owner="y"))
    plain = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain)
    assert "Filen är krypterad" in upload(anonymous, locked.getvalue())
    assert "ingen stämpel från oss" in upload(anonymous, plain.getvalue())
    assert "Filen är ingen PDF" in upload(anonymous, b"PK", "bevis.zip")
    assert "Filen är tom" in upload(anonymous, b"")
    assert "Välj filen" in upload(anonymous, b"", "")


def test_a_file_that_is_too_large_is_refused(settings: Settings, anonymous: Pages) -> None:
    said = upload(anonymous, b"%PDF-" + b"x" * settings.upload_limit)
    assert "för stor" in said


def test_nothing_of_a_checked_file_is_kept(
    world: World, settings: Settings, anonymous: Pages
) -> None:
    def counted() -> dict[str, int]:
        tables = sa.inspect(world.session.connection()).get_table_names()
        found = {
            name: world.session.scalar(sa.text(f"select count(*) from {name}")) or 0
            for name in tables
        }
        world.session.commit()
        return found

    before = counted()
    upload(anonymous, b"%PDF-1.7 hemligt")
    assert counted() == before


def test_the_command_says_of_each_file_what_it_is(
    world: World, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = issuing.seal_round(world.session, settings, justerat(world), world.by("karin"))
    good, bad, other = (tmp_path / name for name in ("bra.pdf", "ändrad.pdf", "annat.txt"))
    good.write_bytes(made.content)
    bad.write_bytes(made.content + b" ")
    other.write_bytes(b"Protokoll")
    monkeypatch.setenv("MINUTES_DATA", str(tmp_path / "other"))  # without the database
    monkeypatch.setenv("MINUTES_SEAL_FILE", str(settings.seal.file))
    result = CliRunner().invoke(cli, ["seal", "verify", str(good)])
    assert result.exit_code == 0, result.output
    assert "vår och oförändrad" in result.output
    assert "Region Sjöland (vår stämpel): hel" in result.output
    result = CliRunner().invoke(cli, ["seal", "verify", str(good), str(bad), str(other)])
    assert result.exit_code == 1
    assert "ändrad efter den" in result.output
    assert "är ingen PDF" in result.output
