"""Which certificate is used, and what is said where there is none to be had."""

import datetime as dt
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from asn1crypto import x509
from cryptography import x509 as made
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12

from minutes.sealing.certificates import SealRefused, opened_seal
from minutes.sealing.checking import Verdict, checked
from minutes.sealing.demo import DEMO_NAME, make_demo_seal
from minutes.sealing.seals import sealed
from minutes.settings import SealSettings
from tests.sealing.conftest import NOW

DAY = dt.timedelta(days=1)


def refusal(settings: SealSettings, at: dt.datetime = NOW) -> str:
    with pytest.raises(SealRefused) as refused, opened_seal(settings, at):
        pass
    return refused.value.message


def test_the_demonstration_says_that_it_proves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "demo.p12"
    make_demo_seal(file, NOW)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with opened_seal(SealSettings(file=file), NOW) as seal:
        assert seal.name == DEMO_NAME
        assert "bevisar ingenting" in seal.name


def test_without_a_certificate_it_is_said_how_to_give_one() -> None:
    assert "MINUTES_SEAL_FILE" in refusal(SealSettings())


def test_a_file_that_is_not_there_is_named_by_its_setting(tmp_path: Path) -> None:
    assert "går inte att läsa" in refusal(SealSettings(file=tmp_path / "saknas.p12"))


def test_a_wrong_password_is_said(tmp_path: Path) -> None:
    file = tmp_path / "s.p12"
    make_demo_seal(file, NOW, password="åäö")
    for password in ("fel", ""):
        assert "fel lösenord" in refusal(SealSettings(file=file, password=password))
    with opened_seal(SealSettings(file=file, password="åäö"), NOW) as seal:
        assert seal.name == DEMO_NAME


def test_what_is_no_certificate_is_said(tmp_path: Path) -> None:
    file = tmp_path / "s.p12"
    file.write_bytes(b"protokoll")
    assert "ingen PKCS#12-fil" in refusal(SealSettings(file=file))


def test_a_certificate_without_its_key_is_said(
    certificates: Callable[[str], Path], tmp_path: Path
) -> None:
    stored = pkcs12.load_pkcs12(certificates("Region Sjöland").read_bytes(), None).cert
    assert stored is not None
    certificate: made.Certificate = stored.certificate
    file = tmp_path / "s.p12"
    file.write_bytes(
        pkcs12.serialize_key_and_certificates(b"x", None, certificate, None, NoEncryption())
    )
    assert "saknar nyckel" in refusal(SealSettings(file=file))


def test_a_certificate_that_has_run_out_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "s.p12"
    make_demo_seal(file, NOW - 10 * DAY, days=5)
    said = refusal(SealSettings(file=file))
    assert "gick ut den 15 oktober 2026" in said
    assert "Skaffa ett nytt" in said
    with opened_seal(SealSettings(file=file), None):  # to check with, it is good enough
        pass


def test_a_certificate_that_does_not_hold_yet_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "s.p12"
    make_demo_seal(file, NOW + 10 * DAY)
    assert "gäller först från den 29 oktober 2026" in refusal(SealSettings(file=file))


def test_a_token_seals_as_a_file_does(
    token: SealSettings, bare: bytes, ours: list[x509.Certificate]
) -> None:
    with opened_seal(token, NOW) as seal:
        assert seal.name == "Region Sjöland"
        pdf = sealed(bare, seal, "Justerat")
    assert checked(pdf, ours).verdict is Verdict.OURS


def test_a_wrong_pin_is_said_and_that_the_token_may_be_locked(token: SealSettings) -> None:
    for pin in ("9999", "1"):
        said = refusal(replace(token, pin=pin))
        assert "Fel PIN" in said
        assert "MINUTES_SEAL_PIN" in said
    assert "MINUTES_SEAL_PIN" in refusal(replace(token, pin=""))


def test_a_token_that_is_not_there_is_said(token: SealSettings, tmp_path: Path) -> None:
    for settings in (
        replace(token, token="annan"),
        replace(token, module=tmp_path / "saknas.so"),
    ):
        assert "svarar inte" in refusal(settings)


def test_secrets_are_not_told(token: SealSettings) -> None:
    assert "1234" not in repr(token)
    assert "hemligt" not in repr(SealSettings(password="hemligt"))
