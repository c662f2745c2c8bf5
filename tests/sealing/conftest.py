"""Certificates of a test's own, a token that holds one, and a PDF with fields to sign."""

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pkcs11
import pytest
from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from pkcs11 import Attribute
from pkcs11.util.x509 import decode_x509_certificate

from minutes.justering.pdf_sheet import pdf_of
from minutes.justering.sheet import SealLine
from minutes.sealing.certificates import opened_seal
from minutes.sealing.demo import make_demo_seal
from minutes.sealing.seals import sealed
from minutes.settings import SealSettings
from tests.justering.test_documents import sheet

NOW = dt.datetime(2026, 10, 20, 9, 30, tzinfo=dt.UTC)
SOFTHSM = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN = "1234"

Sealer = Callable[..., bytes]


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The PKCS#12 file of somebody: certificates("Region Sjöland")."""
    folder = tmp_path_factory.mktemp("certificates")

    def made(name: str) -> Path:
        file = folder / f"{name}.p12"
        if not file.exists():
            make_demo_seal(file, NOW, name=name)
        return file

    return made


@pytest.fixture(scope="session")
def seal_it(certificates: Callable[[str], Path]) -> Sealer:
    """Seals or signs: seal_it(pdf), seal_it(pdf, "Anna Berg", "chair")."""

    def done(pdf: bytes, name: str = "Region Sjöland", field: str = "seal") -> bytes:
        with opened_seal(SealSettings(file=certificates(name)), NOW) as seal:
            return sealed(pdf, seal, "Justerat av Åsa Öberg", field=field)

    return done


@pytest.fixture(scope="session")
def ours(certificates: Callable[[str], Path]) -> list[x509.Certificate]:
    with opened_seal(SealSettings(file=certificates("Region Sjöland")), NOW) as seal:
        return [seal.certificate]


@pytest.fixture(scope="session")
def bare() -> bytes:
    """Minutes with the fields secretary, chair, justerare and seal."""
    line = SealLine("Region Sjöland", "https://minutes.example.se/kontrollera")
    return pdf_of(replace(sheet(initials=True), seal=line))


@pytest.fixture(scope="session")
def once(bare: bytes, seal_it: Sealer) -> bytes:
    return seal_it(bare)


@pytest.fixture(scope="session")
def thrice(once: bytes, seal_it: Sealer) -> bytes:
    """Sealed, and then signed by two with certificates of their own."""
    return seal_it(seal_it(once, "Anna Berg", "chair"), "Olle Berg", "justerare")


@pytest.fixture(scope="session")
def token(
    certificates: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SealSettings]:
    """A token of SoftHSM2 that holds the certificate; the PIN is 1234."""
    if shutil.which("softhsm2-util") is None or not SOFTHSM.exists():
        pytest.skip("softhsm2 is not installed")
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "tokens").mkdir()
    conf = folder / "softhsm2.conf"
    conf.write_text(f"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(conf)  # the module reads it when it is loaded
    label, file = "stämpel", certificates("Region Sjöland")
    _softhsm("--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "5678")
    pem = folder / "key.pem"
    asked = ["openssl", "pkcs12", "-in", file, "-passin", "pass:", "-nodes", "-out", pem]
    subprocess.run(asked, check=True, capture_output=True)
    into = ("--token", label, "--label", "key", "--id", "A1", "--pin", PIN)
    _softhsm("--import", str(pem), *into)
    stored = pkcs12.load_pkcs12(file.read_bytes(), None).cert
    assert stored is not None
    own = decode_x509_certificate(stored.certificate.public_bytes(Encoding.DER))
    there = pkcs11.lib(str(SOFTHSM)).get_token(token_label=label)
    with there.open(rw=True, user_pin=PIN) as session:
        session.create_object(own | {Attribute.TOKEN: True, Attribute.ID: b"\xa1"})
    yield SealSettings(module=SOFTHSM, token=label, pin=PIN)
    if before is None:
        del os.environ["SOFTHSM2_CONF"]


def _softhsm(*asked: str) -> None:
    subprocess.run(["softhsm2-util", *asked], check=True, capture_output=True)
