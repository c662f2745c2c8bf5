"""A sealed file is whole or it is not: random changes are made, and each is found."""

import io
import random
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import x509

from minutes.sealing.checking import Checked, Verdict, checked
from tests.sealing.conftest import Sealer

Ours = list[x509.Certificate]
CHANGES = {"once": 300, "thrice": 100}


def test_a_sealed_file_is_ours_and_says_whose_seal_it_bears(once: bytes, ours: Ours) -> None:
    found = checked(once, ours)
    assert found.verdict is Verdict.OURS
    assert found.seal is not None
    assert (found.seal.name, found.seal.field) == ("Region Sjöland", "seal")
    assert found.seal.reason == "Justerat av Åsa Öberg"
    assert not found.seal.stated


def test_several_sign_one_file_and_all_stay_valid(
    bare: bytes, once: bytes, thrice: bytes, ours: Ours
) -> None:
    found = checked(thrice, ours)
    assert found.verdict is Verdict.OURS
    assert [each.name for each in found.signatures] == ["Region Sjöland", "Anna Berg", "Olle Berg"]
    assert all(each.whole for each in found.signatures)
    assert once.startswith(bare)
    assert thrice.startswith(once)  # what was there stays, byte by byte


def test_poppler_finds_each_signature_valid(thrice: bytes, tmp_path: Path) -> None:
    if shutil.which("pdfsig") is None:
        pytest.skip("pdfsig is not installed")
    file = tmp_path / "s.pdf"
    file.write_bytes(thrice)
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False)
    assert said.stdout.count("Signature Validation: Signature is Valid.") == 3


def test_any_order_of_signing_holds(bare: bytes, seal_it: Sealer, ours: Ours) -> None:
    pdf = seal_it(seal_it(bare, "Anna Berg", "chair"))
    assert checked(pdf, ours).verdict is Verdict.OURS


@pytest.mark.slow
@pytest.mark.parametrize("which", CHANGES)
def test_each_of_hundreds_of_changed_bits_is_found(
    which: str, request: pytest.FixtureRequest, ours: Ours
) -> None:
    file: bytes = request.getfixturevalue(which)
    chance = random.Random(20261020)
    for _ in range(CHANGES[which]):
        changed = bytearray(file)
        at = chance.randrange(len(file))
        changed[at] ^= 1 << chance.randrange(8)
        verdict = checked(bytes(changed), ours).verdict
        expected = {Verdict.CHANGED} | ({Verdict.NO_PDF} if at < 5 else set())
        assert verdict in expected, at


def test_what_is_added_after_the_seal_or_cut_away_is_found(once: bytes, ours: Ours) -> None:
    for changed in (once + b"x", once + b"\n", once[:-1], once[:-300], once + b"% y\n%%EOF\n"):
        assert checked(changed, ours).verdict is Verdict.CHANGED


def test_a_change_that_is_a_revision_of_its_own_is_found(once: bytes, ours: Ours) -> None:
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(once))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(180)
    writer.mark_update(page.container_ref)
    changed = io.BytesIO()
    writer.write(changed)
    assert checked(changed.getvalue(), ours).verdict is Verdict.CHANGED


def saved_again(pdf: bytes, **options: object) -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(file, **options)  # type: ignore[arg-type]
    return file.getvalue()


def test_a_file_that_another_program_has_saved_again_is_not_as_it_was(
    once: bytes, ours: Ours
) -> None:
    assert checked(saved_again(once), ours).verdict is Verdict.CHANGED


def test_what_was_never_sealed_or_by_others_is_not_ours(
    bare: bytes, seal_it: Sealer, ours: Ours
) -> None:
    assert checked(bare, ours) == Checked(Verdict.NOT_OURS)
    found = checked(seal_it(bare, "Någon Annan"), ours)
    assert found.verdict is Verdict.NOT_OURS
    assert [(each.name, each.whole) for each in found.signatures] == [("Någon Annan", True)]


def test_a_certificate_that_only_bears_our_name_is_not_ours(
    bare: bytes, seal_it: Sealer, ours: Ours, tmp_path: Path
) -> None:
    from minutes.sealing.certificates import opened_seal
    from minutes.sealing.demo import make_demo_seal
    from minutes.sealing.seals import sealed
    from minutes.settings import SealSettings
    from tests.sealing.conftest import NOW

    make_demo_seal(tmp_path / "falsk.p12", NOW, name="Region Sjöland")
    with opened_seal(SealSettings(file=tmp_path / "falsk.p12"), NOW) as seal:
        forged = sealed(bare, seal, "Justerat av Åsa Öberg")
    assert checked(forged, ours).verdict is not Verdict.OURS


def test_an_encrypted_file_is_said_to_be_so(bare: bytes, ours: Ours) -> None:
    locked = saved_again(bare, encryption=pikepdf.Encryption(user="x", owner="y"))
    assert checked(locked, ours).verdict is Verdict.ENCRYPTED


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"Protokoll", b"\x00" * 5000])
def test_what_is_no_pdf_is_said_to_be_none(content: bytes, ours: Ours) -> None:
    assert checked(content, ours).verdict is Verdict.NO_PDF


def test_a_broken_pdf_is_not_ours(ours: Ours) -> None:
    for content in (b"%PDF-1.7", b"%PDF-1.7\n" + b"x" * 5000, b"%PDF-1.7\nstartxref\n9\n%%EOF"):
        assert checked(content, ours).verdict is Verdict.NOT_OURS
