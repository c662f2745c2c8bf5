"""Seals a PDF with the organisation's certificate: PAdES, as an incremental update of the file."""

import io

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError
from pyhanko.stamp.noop import NoOpStampStyle

from minutes.sealing.certificates import Seal, SealRefused

FIELD = "seal"
TIMESTAMP_SECONDS = 10


def sealed(pdf: bytes, seal: Seal, reason: str, *, field: str = FIELD) -> bytes:
    """The file with the seal in its field; what the file was stays in it byte by byte.

    The first signature of a file certifies it: afterwards only fields may be filled. With a
    timestamp server the seal is PAdES B-T, without it B-B. Raises SealRefused where the
    server does not answer, or the certificate's key cannot be used.
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    facts = PdfSignatureMetadata(
        field_name=field,
        name=seal.name,
        reason=reason,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=not writer.prev.embedded_signatures,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    url = seal.timestamp_url
    signer = PdfSigner(
        facts,
        seal.signer,
        timestamper=HTTPTimeStamper(url, timeout=TIMESTAMP_SECONDS) if url else None,
        # The page says in words whose seal it is; a stamp would need a font and a text of its own.
        stamp_style=NoOpStampStyle(),
    )
    try:
        return bytes(signer.sign_pdf(writer, existing_fields_only=True).getvalue())
    except (TimestampRequestError, ValueError) as error:
        if url is None:
            raise
        raise SealRefused(
            "Tidsstämpeltjänsten svarar inte som den ska. Försök igen om en stund, "
            "eller kontrollera MINUTES_SEAL_TIMESTAMP_URL."
        ) from error
    except SigningError as error:
        raise SealRefused("Certifikatet går inte att stämpla med. Kontrollera det.") from error
