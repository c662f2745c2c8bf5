"""Whether a PDF is one that was sealed here, whole, and who has signed it. Bytes in, verdict out.

Nothing is fetched. Whether the issuers of the signatories' own certificates can be trusted is not
judged; what they say is only passed on.
"""

import datetime as dt
import io
import logging
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from asn1crypto import cms, crl, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError, UnacceptableSignerError
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from minutes.sealing.certificates import fingerprint_of, name_in
from minutes.sealing.revocation import Revocation, Sayings, revocation, sayings_of

MOST_SIGNATURES = 40
# What a damaged file may end in, besides what pyHanko itself says of it.
UNREADABLE = (
    PdfError, SigningError, UnacceptableSignerError, SignatureValidationError, ValueError,
    LookupError, TypeError, AttributeError, ArithmeticError, OSError, RecursionError,
    NotImplementedError, AssertionError, zlib.error,
)  # fmt: skip


# Whom to trust is not asked here; pyHanko would log each certificate that it cannot place.
logging.getLogger("pyhanko.sign.validation").setLevel(logging.CRITICAL)


class Verdict(StrEnum):
    """What can be said of a file."""

    OURS = "ours"
    CHANGED = "changed"  # it bears our seal and is not what was sealed
    NOT_OURS = "not ours"
    ENCRYPTED = "encrypted"
    NO_PDF = "no pdf"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature in the file, by what it says itself. `at` is None where it gives no time.

    whole: what it covers is as it was when the signature was set.
    stated: whether a timestamp service says when; the clock of the signatory does otherwise.
    held: whether the certificate was valid at that time.
    revocation: whether it had been revoked then, as far as the file or our lists say.
    """

    field: str
    name: str
    issuer: str
    reason: str
    at: dt.datetime | None
    whole: bool
    ours: bool
    certificate: str
    stated: bool = False
    held: bool = True
    revocation: Revocation = Revocation.UNKNOWN


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict, and the signatures in the order in which they were set."""

    verdict: Verdict
    signatures: Sequence[Signature] = ()

    @property
    def seal(self) -> Signature | None:
        """Our own seal, where the file has one."""
        return next((each for each in self.signatures if each.ours), None)


def checked(
    pdf: bytes,
    ours: Sequence[x509.Certificate],
    lists: Sequence[crl.CertificateList] = (),
) -> Checked:
    """What can be said of the file.

    ours: the certificates that we seal or have sealed with. lists: of revoked certificates.
    """
    if b"%PDF-" not in pdf[:1024]:
        return Checked(Verdict.NO_PDF)
    known = {fingerprint_of(each) for each in ours}
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        if reader.encrypted:
            return Checked(Verdict.ENCRYPTED)
        embedded = reader.embedded_signatures
        if len(embedded) > MOST_SIGNATURES:
            raise ValueError("too many signatures")
        sayings = sayings_of(reader, lists)
        found = tuple(_signature(pdf, each, known, sayings) for each in embedded)
        is_whole = bool(embedded) and not _has_tail(reader, pdf, embedded[-1])
    except UNREADABLE:
        return Checked(_unsealed(pdf, ours))
    if not any(each.ours for each in found):
        return Checked(_unsealed(pdf, ours), found)
    is_whole = is_whole and all(each.whole for each in found)
    return Checked(Verdict.OURS if is_whole else Verdict.CHANGED, found)


def signed_fields(pdf: bytes) -> set[str]:
    """The names of the fields that are signed in a file that was found whole before."""
    reader = PdfFileReader(io.BytesIO(pdf), strict=False)
    return {each.field_name for each in reader.embedded_signatures}


def _unsealed(pdf: bytes, ours: Sequence[x509.Certificate]) -> Verdict:
    """Of a file without a seal of ours that can be read: whether it ever had one."""
    digits = pdf.upper()
    marks = [
        part.dump().hex().upper().encode()
        for each in ours
        for part in (each.subject, each.public_key)
    ]
    return Verdict.CHANGED if any(mark in digits for mark in marks) else Verdict.NOT_OURS


def _signature(
    pdf: bytes, embedded: EmbeddedPdfSignature, ours: Collection[str], sayings: Sayings
) -> Signature:
    certificate = embedded.signer_cert
    status = _status(embedded)
    stated = None
    if status is not None and status.timestamp_validity is not None:
        token = status.timestamp_validity
        stated = token.timestamp if token.intact and token.valid else None
    at = stated or embedded.self_reported_timestamp
    first, last = certificate.not_valid_before, certificate.not_valid_after
    return Signature(
        field=embedded.field_name,
        name=name_in(certificate.subject),
        issuer=name_in(certificate.issuer),
        reason=str(embedded.sig_object.get("/Reason", "")),
        at=at,
        whole=status is not None and _is_whole(pdf, embedded, status),
        ours=fingerprint_of(certificate) in ours,
        certificate=fingerprint_of(certificate),
        stated=stated is not None,
        held=at is not None and first <= at <= last,
        revocation=revocation(embedded, sayings, at),
    )


def _status(embedded: EmbeddedPdfSignature) -> PdfSignatureStatus | None:
    """What pyHanko says; None where it cannot even read the signature.

    What came after the signature is compared with what it signed only where that is whole, since
    it takes long.
    """
    nobody = ValidationContext(trust_roots=[], allow_fetching=False)
    try:
        found = validate_pdf_signature(embedded, nobody, skip_diff=True)
        is_whole = found.intact and found.valid
        return validate_pdf_signature(embedded, nobody) if is_whole else found
    except UNREADABLE:
        return None


def _is_whole(pdf: bytes, embedded: EmbeddedPdfSignature, status: PdfSignatureStatus) -> bool:
    covers = status.coverage in (
        SignatureCoverageLevel.ENTIRE_FILE,
        SignatureCoverageLevel.ENTIRE_REVISION,
    )
    level = status.modification_level
    only_filled = level is not None and level <= ModificationLevel.FORM_FILLING
    return status.intact and status.valid and covers and only_filled and _is_padded(pdf, embedded)


def _is_padded(pdf: bytes, embedded: EmbeddedPdfSignature) -> bool:
    """Whether the place of the signature, which no digest covers, holds it and zeros only."""
    _, before, after, _ = embedded.byte_range
    place = pdf[before:after]
    value = embedded.pkcs7_content
    length = len(cms.ContentInfo.load(value, strict=False).dump())
    digits = value[:length].hex() + "0" * (2 * (len(value) - length))
    return place in (f"<{digits}>".encode(), f"<{digits.upper()}>".encode())


def _has_tail(reader: PdfFileReader, pdf: bytes, last: EmbeddedPdfSignature) -> bool:
    """Whether something that is no revision of the file stands after what is signed."""
    _, _, after, length = last.byte_range
    if after + length == len(pdf):
        return False
    is_revision = last.signed_revision < reader.xrefs.total_revisions - 1
    return not (is_revision and pdf.rstrip().endswith(b"%%EOF"))
