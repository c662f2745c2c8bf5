"""Seals with a timestamp (PAdES B-T), from a timestamp server on this machine; and B-LT."""

import io
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from asn1crypto import keys, tsp, x509
from cryptography import x509 as made
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps import DummyTimeStamper, HTTPTimeStamper
from pyhanko.stamp.noop import NoOpStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from minutes import clock
from minutes.sealing.certificates import SealRefused, opened_seal
from minutes.sealing.checking import Verdict, checked
from minutes.sealing.seals import sealed
from minutes.settings import SealSettings

Ours = list[x509.Certificate]
PROGRAMS = Path(sys.executable).parent


class Server(HTTPServer):
    """A timestamp server (RFC 3161); `answers` is what it says instead, where it is set."""

    stamper: DummyTimeStamper
    certificate: x509.Certificate
    answers: bytes | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
        said = self.server.answers
        if said is None:
            said = self.server.stamper.request_tsa_response(asked).dump()
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    found = Server(("127.0.0.1", 0), Handler)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = made.Name([made.NameAttribute(made.NameOID.COMMON_NAME, "Tidsstämplar AB")])
    now = clock.now()
    certificate = (
        made.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now.replace(year=now.year - 1, day=1))
        .not_valid_after(now.replace(year=now.year + 9, day=1))
        .add_extension(
            made.ExtendedKeyUsage([made.ExtendedKeyUsageOID.TIME_STAMPING]), critical=True
        )
        .sign(key, hashes.SHA256())
    )
    der = serialization.Encoding.DER
    found.certificate = x509.Certificate.load(certificate.public_bytes(der))
    plain = serialization.NoEncryption()
    private = key.private_bytes(der, serialization.PrivateFormat.PKCS8, plain)
    found.stamper = DummyTimeStamper(
        found.certificate, keys.PrivateKeyInfo.load(private), SimpleCertificateStore()
    )
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield found
    found.shutdown()
    found.server_close()


@pytest.fixture
def stamped(certificates: Callable[[str], Path], server: Server) -> SealSettings:
    return SealSettings(file=certificates("Region Sjöland"), timestamp_url=server.address)


def test_the_time_is_stated_by_the_service(bare: bytes, stamped: SealSettings, ours: Ours) -> None:
    with opened_seal(stamped, None) as seal:
        pdf = sealed(bare, seal, "Justerat")
    found = checked(pdf, ours)
    assert found.verdict is Verdict.OURS
    assert found.seal is not None
    assert found.seal.stated
    assert found.seal.at is not None
    assert abs((clock.now() - found.seal.at).total_seconds()) < 60


def test_a_service_that_says_nonsense_is_said_to(
    bare: bytes, stamped: SealSettings, server: Server
) -> None:
    for nonsense in (b"", b"<html>Fel</html>"):
        server.answers = nonsense
        with (
            opened_seal(stamped, None) as seal,
            pytest.raises(SealRefused, match="MINUTES_SEAL_TIMESTAMP_URL"),
        ):
            sealed(bare, seal, "Justerat")


def test_a_service_that_does_not_answer_is_said_to(bare: bytes, stamped: SealSettings) -> None:
    nobody = replace(stamped, timestamp_url="http://127.0.0.1:9/")
    with (
        opened_seal(nobody, None) as seal,
        pytest.raises(SealRefused, match="Tidsstämpeltjänsten"),
    ):
        sealed(bare, seal, "Justerat")


def long_term(
    pdf: bytes, field: str, name: str, certificates: Callable[[str], Path], server: Server
) -> bytes:
    """Sign with everything in the file that is needed to check it later (PAdES B-LT)."""
    with opened_seal(SealSettings(file=certificates(name)), None) as own:
        context = ValidationContext(
            trust_roots=[own.certificate, server.certificate], allow_fetching=False
        )
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        facts = PdfSignatureMetadata(
            field_name=field,
            name=name,
            subfilter=SigSeedSubFilter.PADES,
            embed_validation_info=True,
            validation_context=context,
            certify=not writer.prev.embedded_signatures,
            docmdp_permissions=MDPPerm.FILL_FORMS,
        )
        signer = PdfSigner(
            facts,
            own.signer,
            timestamper=HTTPTimeStamper(server.address),
            stamp_style=NoOpStampStyle(),
        )
        return bytes(signer.sign_pdf(writer, existing_fields_only=True).getvalue())


@pytest.fixture
def three_long_term(bare: bytes, certificates: Callable[[str], Path], server: Server) -> bytes:
    pdf = bare
    for field, name in (
        ("secretary", "Vera Ask"),
        ("chair", "Signe Almlöf"),
        ("justerare", "Ture Holm"),
    ):
        pdf = long_term(pdf, field, name, certificates, server)
    return pdf


def asked(*command: str | Path) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_three_long_term_signatures_are_found_valid_by_poppler(
    three_long_term: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "s.pdf"
    file.write_bytes(three_long_term)
    said = asked("pdfsig", "-nocert", file)
    assert said.count("Signature Validation: Signature is Valid.") == 3


@pytest.mark.slow
def test_the_checkers_find_no_error_before_and_after_signing(
    bare: bytes, once: bytes, three_long_term: bytes, tmp_path: Path
) -> None:
    files = [tmp_path / f"{name}.pdf" for name in ("bare", "sealed", "signed")]
    for file, pdf in zip(files, (bare, once, three_long_term), strict=True):
        file.write_bytes(pdf)
    said = asked(PROGRAMS / "pdfua", "check", *files)
    assert said.count("PASS (no findings)") == len(files), said
    said = asked(PROGRAMS / "outloud", *files)
    assert said.count(": 0 error(s)") == len(files), said
