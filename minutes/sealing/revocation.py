"""Whether the certificate of a signature had been revoked when it was used. Nothing is fetched.

What says so is the lists (CRL) and answers (OCSP) that the file itself carries, and lists that
the installation was given. Where neither says anything of the certificate, that is the answer.
"""

import asyncio
import datetime as dt
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from asn1crypto import crl, ocsp, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    InsufficientRevinfoError,
    PathError,
    RevokedError,
    ValidationError,
)

LARGEST_LIST = 32 * 1024 * 1024  # bytes


class Revocation(StrEnum):
    """What is known of a certificate at the time of its use."""

    NOT_REVOKED = "not revoked"
    REVOKED = "revoked"
    UNKNOWN = "unknown"  # nothing says anything of it


@dataclass(frozen=True, slots=True)
class Sayings:
    """What the file and the installation have of revoked certificates, and the file's issuers."""

    certificates: Sequence[x509.Certificate] = ()
    lists: Sequence[crl.CertificateList] = ()
    answers: Sequence[ocsp.OCSPResponse] = ()


def sayings_of(reader: PdfFileReader, given: Iterable[crl.CertificateList]) -> Sayings:
    """What stands in the file (its DSS), with the lists that the installation was given."""
    lists, answers, certificates = list(given), [], []
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        store = None
    if store is not None:
        certificates = list(store.load_certs())
        lists += [crl.CertificateList.load(each.get_object().data) for each in store.crls]
        answers = [ocsp.OCSPResponse.load(each.get_object().data) for each in store.ocsps]
    return Sayings(certificates, lists, answers)


def revocation(
    signature: EmbeddedPdfSignature, sayings: Sayings, at: dt.datetime | None
) -> Revocation:
    """What is known of the signature's own certificate at that time.

    The one who stands highest in the chain is taken as it is: whom to trust is not asked here.
    """
    own = signature.signer_cert
    issuers = [*signature.other_embedded_certs, *sayings.certificates]
    top = _highest(own, issuers)
    if top is None or at is None:
        return Revocation.UNKNOWN
    context = ValidationContext(
        trust_roots=[top],
        other_certs=issuers,
        crls=sayings.lists,
        ocsps=sayings.answers,
        moment=at,
        best_signature_time=at,
        revocation_mode="require",
        retroactive_revinfo=True,  # a list that came later tells of earlier days too
        allow_fetching=False,
    )
    validator = CertificateValidator(own, issuers, context)
    try:
        asyncio.run(validator.async_validate_path())
    except RevokedError:
        return Revocation.REVOKED
    except (InsufficientRevinfoError, PathError, ValidationError):
        return Revocation.UNKNOWN
    return Revocation.NOT_REVOKED


def _highest(own: x509.Certificate, issuers: Sequence[x509.Certificate]) -> x509.Certificate | None:
    """The last issuer that is at hand; None where not even the first is."""
    known = {each.subject.hashable: each for each in issuers}
    found, below = None, own
    for _ in range(10):
        if below.issuer.hashable == below.subject.hashable:
            break
        above = known.get(below.issuer.hashable)
        if above is None:
            break
        found = below = above
    return found


@functools.cache
def given_lists(folder: Path | None) -> tuple[crl.CertificateList, ...]:
    """The lists in the folder (.crl, DER or PEM), as they were when the program began."""
    if folder is None:
        return ()
    return tuple(_read(each) for each in sorted(folder.glob("*.crl")))


def _read(file: Path) -> crl.CertificateList:
    data = file.read_bytes()[: LARGEST_LIST + 1]
    if pem.detect(data):
        _, _, data = pem.unarmor(data)
    return crl.CertificateList.load(data)
