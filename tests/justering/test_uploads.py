"""Signatures that come in as files: signed PDFs and scanned pages, and what each of them covers."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from minutes.justering import bundle, issuing, proving, queries
from minutes.justering.documents import sheet_of
from minutes.justering.tables import FieldState, Means, RoundState
from minutes.sealing.certificates import opened_seal
from minutes.sealing.checking import Verdict, checked
from minutes.sealing.demo import make_demo_seal
from minutes.sealing.seals import sealed
from minutes.settings import SealSettings, Settings
from tests.justering.test_routes import Open, as_
from tests.justering.world import NOW, SCAN, World
from tests.pages import Pages, text_of
from tests.pages import checked as looked_at

__all__ = ["as_"]

Sign = Callable[[bytes, str, str], bytes]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    file = settings.data / "seal.p12"
    make_demo_seal(file, NOW, name="Region Sjöland")
    return replace(settings, seal=SealSettings(file=file))


@pytest.fixture
def signed(tmp_path: Path) -> Sign:
    """What Acrobat would do with a certificate of somebody's own."""

    def done(pdf: bytes, name: str, field: str) -> bytes:
        file = tmp_path / f"{name}.p12"
        make_demo_seal(file, NOW, name=name)
        with opened_seal(SealSettings(file=file), None) as own:
            return sealed(pdf, own, "Jag justerar", field=field)

    return done


def upload(pages: Pages, path: str, field_id: int, content: bytes, **form: str) -> str:
    sent = {"underskrift": str(field_id), "sida": (io.BytesIO(content), "fil.pdf"), **form}
    answer = pages.post(
        path, sent, content_type="multipart/form-data", follow_redirects=True, buffered=True
    )
    return text_of(looked_at(answer, path, 200))


def the_pdf(pages: Pages, round_id: int) -> bytes:
    return pages.get(f"/justering/{round_id}/protokoll.pdf").data


def own_id(world: World, round_id: int, name: str) -> int:
    return world.field(round_id, name).id or 0


def test_who_signs_in_the_pdf_has_signed(world: World, as_: Open, signed: Sign) -> None:
    round_id = world.send(["anna", "olle"])
    olle = as_("olle")
    assert "Skriv under i PDF-filen" in text_of(olle.open(f"/justering/{round_id}"))
    pdf = signed(the_pdf(olle, round_id), "Olle Berg", "justerare")
    own = own_id(world, round_id, "olle")
    assert "kontrollerad" in upload(olle, f"/justering/{round_id}/fil", own, pdf)
    assert world.field(round_id, "olle").state is FieldState.SIGNED
    given = queries.evidence(world.session, round_id)[0]
    assert (given.means, given.content) == (Means.SIGNED_PDF, pdf)
    assert (
        given.covers
        == "hela PDF-filen, certifikat för Olle Berg från Olle Berg, spärrkontroll inte möjlig"
    )
    assert proving.faults(world.session) == []


def test_the_next_signs_in_the_same_file_and_all_stay_valid(
    world: World, as_: Open, signed: Sign, settings: Settings
) -> None:
    round_id = world.send(["karin", "anna", "olle"])
    for name, called, field in (
        ("karin", "Karin Lind", "secretary"),
        ("anna", "Anna Berg", "chair"),
        ("olle", "Olle Berg", "justerare"),
    ):
        pages = as_(name)
        pdf = signed(the_pdf(pages, round_id), called, field)
        own = own_id(world, round_id, name)
        assert "kontrollerad" in upload(pages, f"/justering/{round_id}/fil", own, pdf)
    found = checked(pdf, issuing.known_certificates(world.session))
    assert found.verdict is Verdict.OURS
    assert [each.name for each in found.signatures][1:] == ["Karin Lind", "Anna Berg", "Olle Berg"]
    assert queries.round_(world.session, round_id).state is RoundState.COMPLETED
    assert the_pdf(as_("karin"), round_id) == pdf
    made = issuing.seal_round(world.session, settings, round_id, world.by("karin"))
    assert made.content.startswith(b"%PDF")
    evidence = proving.evidence_of(world.session, queries.round_(world.session, round_id))
    assert bundle.faults(evidence) == []
    assert pdf in evidence


def test_where_each_has_signed_a_file_of_their_own_none_of_them_is_the_minutes(
    world: World, as_: Open, signed: Sign
) -> None:
    round_id = world.send(["anna", "olle"])
    signers = {"anna": ("Anna Berg", "chair"), "olle": ("Olle Berg", "justerare")}
    files = {name: signed(the_pdf(as_(name), round_id), *how) for name, how in signers.items()}
    for name, pdf in files.items():
        upload(as_(name), f"/justering/{round_id}/fil", own_id(world, round_id, name), pdf)
    assert queries.round_(world.session, round_id).state is RoundState.COMPLETED
    assert the_pdf(as_("karin"), round_id) not in files.values()


def refused(world: World, as_: Open, round_id: int, content: bytes, path: str = "fil") -> str:
    own = own_id(world, round_id, "olle")
    pages = as_("karin" if path == "papper" else "olle")
    said = upload(pages, f"/justering/{round_id}/{path}", own, content)
    assert world.field(round_id, "olle").state is FieldState.WAITING
    assert queries.evidence(world.session, round_id) == []
    world.session.commit()
    return said


def test_a_pdf_that_was_changed_is_refused(world: World, as_: Open, signed: Sign) -> None:
    round_id = world.send(["olle"])
    pdf = signed(the_pdf(as_("olle"), round_id), "Olle Berg", "justerare")
    assert "är ändrad på annat sätt" in refused(world, as_, round_id, pdf + b" ")
    assert "är ändrad på annat sätt" in refused(world, as_, round_id, pdf + b" ", "papper")


def test_a_pdf_with_a_signature_in_another_field_is_refused(
    world: World, as_: Open, signed: Sign
) -> None:
    round_id = world.send(["anna", "olle"])
    pdf = signed(the_pdf(as_("olle"), round_id), "Olle Berg", "chair")
    assert "i fältet för Olle Berg" in refused(world, as_, round_id, pdf)


def test_a_pdf_without_a_signature_is_refused(world: World, as_: Open) -> None:
    round_id = world.send(["olle"])
    pdf = the_pdf(as_("olle"), round_id)
    assert "saknar en underskrift" in refused(world, as_, round_id, pdf)


def test_a_pdf_of_another_text_is_refused(world: World, as_: Open, signed: Sign) -> None:
    first = world.send(["olle"])
    pdf = signed(the_pdf(as_("olle"), first), "Olle Berg", "justerare")
    from minutes.justering import service

    service.withdraw(world.session, first, "Fel namn.", world.by("karin"))
    world.meeting.place = "Biblioteket"
    world.session.commit()
    again = world.send(["olle"])
    assert "gäller en annan text" in refused(world, as_, again, pdf)


def test_a_pdf_that_is_not_from_here_is_refused(world: World, as_: Open, signed: Sign) -> None:
    from minutes.justering.pdf_sheet import pdf_of

    round_id = world.send(["olle"])
    drawn = pdf_of(sheet_of(world.session, queries.round_(world.session, round_id)))
    world.session.commit()
    pdf = signed(drawn, "Olle Berg", "justerare")
    assert "inte hämtad härifrån" in refused(world, as_, round_id, pdf)


def test_a_page_signed_by_hand_is_for_the_secretary_to_note(world: World, as_: Open) -> None:
    round_id = world.send(["olle"])
    assert "lämnas till sekreteraren" in refused(world, as_, round_id, SCAN)
    own = own_id(world, round_id, "olle")
    said = upload(
        as_("karin"),
        f"/justering/{round_id}/papper",
        own,
        SCAN,
        omfattar="hela protokollet",
    )
    assert "på papper är antecknad" in said
    given = queries.evidence(world.session, round_id)[0]
    assert (given.means, given.covers) == (Means.PAPER, "hela protokollet")
    (line,) = sheet_of(world.session, queries.round_(world.session, round_id)).signatures
    assert line.signed == f"på papper, antecknat {given.local_time}"


def test_what_a_file_covers_is_sealed_with_the_signature(world: World, as_: Open) -> None:
    round_id = world.send(["olle"])
    own = own_id(world, round_id, "olle")
    upload(as_("karin"), f"/justering/{round_id}/papper", own, SCAN)
    given = queries.evidence(world.session, round_id)[0]
    given.covers = "hela protokollet"
    world.session.add(given)
    world.session.flush()
    assert any("Olle Berg är ändrad" in fault for fault in proving.faults(world.session))
