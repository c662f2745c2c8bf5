"""Whether a certificate was revoked when it was used: said by the file itself or by given lists."""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from asn1crypto import crl
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp.noop import NoOpStampStyle
from pyhanko_certvalidator import ValidationContext

from minutes.sealing.certificates import opened_seal
from minutes.sealing.checking import checked
from minutes.sealing.revocation import Revocation, given_lists
from minutes.sealing.seals import sealed
from minutes.settings import SealSettings

DAY = dt.timedelta(days=1)
TODAY = dt.datetime.now(dt.UTC)  # the seal says the real time
DER = serialization.Encoding.DER


@dataclass
class Issuer:
    """Somebody who gives out certificates, and says which are revoked."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    def list(self, *, revoked_at: dt.datetime | None, at: dt.datetime = TODAY - DAY) -> bytes:
        """A list on which Anna's certificate stands from that time on, or does not stand."""
        made = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.certificate.subject)
            .last_update(at)
            .next_update(at + 30 * DAY)
        )
        if revoked_at is not None:
            row = x509.RevokedCertificateBuilder().serial_number(4711).revocation_date(revoked_at)
            made = made.add_revoked_certificate(row.build())
        return made.sign(self.key, hashes.SHA256()).public_bytes(DER)

    def anna(self, file: Path) -> SealSettings:
        """Anna Berg's certificate with its key."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        usage = dict.fromkeys(_USAGES, False) | {
            "digital_signature": True,
            "content_commitment": True,
        }
        certificate = (
            x509.CertificateBuilder()
            .subject_name(_name("Anna Berg"))
            .issuer_name(self.certificate.subject)
            .public_key(key.public_key())
            .serial_number(4711)
            .not_valid_before(TODAY - 30 * DAY)
            .not_valid_after(TODAY + 300 * DAY)
            .add_extension(x509.KeyUsage(**usage), critical=True)
            .sign(self.key, hashes.SHA256())
        )
        content = pkcs12.serialize_key_and_certificates(
            b"anna", key, certificate, [self.certificate], serialization.NoEncryption()
        )
        file.write_bytes(content)
        return SealSettings(file=file)


_USAGES = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
    "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
)  # fmt: skip


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common)])


def issuer() -> Issuer:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    usage = {each: each in ("key_cert_sign", "crl_sign") for each in _USAGES}
    certificate = (
        x509.CertificateBuilder()
        .subject_name(_name("Utfärdaren AB"))
        .issuer_name(_name("Utfärdaren AB"))
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(TODAY - 300 * DAY)
        .not_valid_after(TODAY + 3000 * DAY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Issuer(key, certificate)


@pytest.fixture(scope="module")
def known() -> Issuer:
    return issuer()


@pytest.fixture
def signed(bare: bytes, known: Issuer, tmp_path: Path) -> bytes:
    with opened_seal(known.anna(tmp_path / "anna.p12"), None) as anna:
        return sealed(bare, anna, "Justeras", field="chair")


def asked(pdf: bytes, *lists: bytes) -> Revocation:
    found = checked(pdf, [], [crl.CertificateList.load(each) for each in lists])
    (signature,) = found.signatures
    assert signature.whole
    return signature.revocation


def test_where_nothing_says_anything_it_is_unknown(signed: bytes) -> None:
    assert asked(signed) is Revocation.UNKNOWN


def test_one_that_issued_itself_is_unknown(once: bytes) -> None:
    assert asked(once) is Revocation.UNKNOWN


def test_a_list_without_it_says_that_it_was_not_revoked(signed: bytes, known: Issuer) -> None:
    assert asked(signed, known.list(revoked_at=None)) is Revocation.NOT_REVOKED


def test_a_list_with_it_says_that_it_was_revoked(signed: bytes, known: Issuer) -> None:
    found = known.list(revoked_at=TODAY - 20 * DAY)
    assert asked(signed, found) is Revocation.REVOKED


def test_one_that_was_revoked_only_afterwards_held(signed: bytes, known: Issuer) -> None:
    found = known.list(revoked_at=TODAY + 2 * DAY, at=TODAY + 3 * DAY)
    assert asked(signed, found) is Revocation.NOT_REVOKED


def test_a_list_that_somebody_else_wrote_says_nothing(signed: bytes) -> None:
    assert asked(signed, issuer().list(revoked_at=None)) is Revocation.UNKNOWN
    assert asked(signed, issuer().list(revoked_at=TODAY - DAY)) is Revocation.UNKNOWN


def test_what_stands_in_the_file_itself_is_enough(
    bare: bytes, known: Issuer, tmp_path: Path
) -> None:
    context = ValidationContext(
        trust_roots=[asn1.Certificate.load(known.certificate.public_bytes(DER))],
        crls=[known.list(revoked_at=None)],
        revocation_mode="require",
        allow_fetching=False,
    )
    facts = PdfSignatureMetadata(
        field_name="chair",
        subfilter=SigSeedSubFilter.PADES,
        embed_validation_info=True,
        validation_context=context,
    )
    with opened_seal(known.anna(tmp_path / "anna.p12"), None) as anna:
        signer = PdfSigner(facts, anna.signer, stamp_style=NoOpStampStyle())
        writer = IncrementalPdfFileWriter(io.BytesIO(bare))
        pdf = bytes(signer.sign_pdf(writer, existing_fields_only=True).getvalue())
    assert asked(pdf) is Revocation.NOT_REVOKED


def test_lists_are_read_from_the_folder_as_der_and_pem(
    signed: bytes, known: Issuer, tmp_path: Path
) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    der = known.list(revoked_at=None)
    pem = x509.load_der_x509_crl(der).public_bytes(serialization.Encoding.PEM)
    (folder / "a.crl").write_bytes(der)
    (folder / "b.crl").write_bytes(pem)
    (folder / "läs mig.txt").write_text("Hämtade i dag.", encoding="utf-8")
    lists = given_lists(folder)
    assert [each.dump() for each in lists] == [der, der]
    assert given_lists(None) == ()
    (found,) = checked(signed, [], lists).signatures
    assert found.revocation is Revocation.NOT_REVOKED


def test_the_seal_of_the_organisation_is_checked_in_the_same_way(
    bare: bytes, known: Issuer, tmp_path: Path, seal_it: Callable[..., bytes]
) -> None:
    with opened_seal(known.anna(tmp_path / "anna.p12"), None) as anna:
        pdf = sealed(seal_it(bare), anna, "Justeras", field="chair")
    found = checked(pdf, [], [crl.CertificateList.load(known.list(revoked_at=None))])
    assert [each.revocation for each in found.signatures] == [
        Revocation.UNKNOWN,
        Revocation.NOT_REVOKED,
    ]
