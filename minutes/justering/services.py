"""The services that a signature can be had from, behind one interface.

A service answers one question: what is known of this signature? What it knows becomes a Proof,
which signing.sign() stores and seals. docs/justering.md tells how BankID and Freja fit in.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from asn1crypto import crl, x509
from sqlmodel import Session

from minutes.errors import Refused
from minutes.justering.issuing import reason_to_sign
from minutes.justering.scans import NOT_WHOLE, require_scan
from minutes.justering.signing import Proof
from minutes.justering.tables import Means
from minutes.people import sign_in
from minutes.people.passwords import Passwords
from minutes.reading.bounds import Unreadable
from minutes.reading.pdf_reader import require_pages
from minutes.sealing.checking import Signature, Verdict, checked
from minutes.sealing.revocation import Revocation
from minutes.texts import N_

_REVOCATION = {
    Revocation.NOT_REVOKED: "inte spärrat",
    Revocation.UNKNOWN: "spärrkontroll inte möjlig",
}
SCAN_COVERS = ("underskriftssidan", "hela protokollet")


@dataclass(frozen=True, slots=True)
class Asked:
    """The signature that is wanted: of which text, by whom, and in which field of the PDF."""

    fingerprint: str
    name: str
    pdf_field: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What came in: the form, a file, when, and from where. `at` is in Stockholm."""

    at: dt.datetime
    form: Mapping[str, str] = field(default_factory=dict)
    filename: str = ""
    content: bytes = b""
    address: str = ""
    browser: str = ""


class SigningService(Protocol):
    """A way in which somebody signs."""

    def proof(self, asked: Asked, answer: Answer) -> Proof:
        """What is known of the signature. Raises Refused, or another MinutesError, where it is
        none; nothing is stored then.
        """
        ...


@dataclass(frozen=True, slots=True)
class ByPassword:
    """Built in: signed in, and the password once more at the moment of signing."""

    session: Session
    passwords: Passwords
    email: str

    def proof(self, asked: Asked, answer: Answer) -> Proof:
        """See SigningService. Raises what sign_in.confirm() does."""
        sign_in.confirm(
            self.session,
            self.passwords,
            email=self.email,
            password=answer.form.get("password", ""),
            address=answer.address,
            at=answer.at,
        )
        return _proof(Means.PASSWORD, answer, account=self.email)


@dataclass(frozen=True, slots=True)
class ByLink:
    """Built in: by the link that was mailed to the person's own address."""

    email: str

    def proof(self, asked: Asked, answer: Answer) -> Proof:
        """See SigningService."""
        return _proof(Means.LINK, answer, account=self.email)


@dataclass(frozen=True, slots=True)
class ByUpload:
    """A file with the signature in it: a PDF that was signed elsewhere, or a scanned page.

    ours: the certificates that our files are sealed with. most: bytes of the file. lists: of
    revoked certificates.
    noted_by: the secretary who notes it; None where the signatory brings the file, which then
    must be a signed PDF.
    """

    ours: Sequence[x509.Certificate]
    most: int
    account: str = ""
    noted_by: int | None = None
    lists: Sequence[crl.CertificateList] = ()

    def proof(self, asked: Asked, answer: Answer) -> Proof:
        """See SigningService."""
        filename = require_scan(answer.filename, answer.content, self.most)
        found = checked(answer.content, self.ours, self.lists)
        if found.verdict is Verdict.ENCRYPTED:
            raise Refused("PDF-filen är krypterad. Spara den utan lösenord och ladda upp den igen.")
        if not found.signatures and found.verdict is not Verdict.CHANGED:
            return self._scanned(filename, answer)
        if found.verdict is Verdict.NOT_OURS:
            raise Refused(
                "PDF-filen är inte hämtad härifrån. Hämta den på den här sidan, skriv under i "
                "den, och ladda upp just den filen."
            )
        if found.verdict is Verdict.CHANGED:
            raise Refused(
                "PDF-filen är ändrad på annat sätt än genom underskrifter. Hämta den på nytt, och "
                "skriv under utan att ändra något."
            )
        if found.seal is None or found.seal.reason != reason_to_sign(asked.fingerprint):
            raise Refused("PDF-filen gäller en annan text. Hämta den här och skriv under i den.")
        signed = _in_field(found.signatures, asked)
        return self._uploaded(
            Means.SIGNED_PDF,
            answer,
            filename,
            f"hela PDF-filen, certifikat för {signed.name} från {signed.issuer}, "
            f"{_REVOCATION[signed.revocation]}",
        )

    def _scanned(self, filename: str, answer: Answer) -> Proof:
        if self.noted_by is None:
            raise Refused(
                "Filen har ingen elektronisk underskrift. En sida som är underskriven för hand "
                "lämnas till sekreteraren."
            )
        covers = answer.form.get("omfattar", SCAN_COVERS[0])
        if covers not in SCAN_COVERS:
            raise Refused("Välj vad den inskannade filen omfattar.")
        if filename.endswith(".pdf"):
            try:
                require_pages(answer.content)
            except Unreadable:
                raise Refused(NOT_WHOLE) from None
        return self._uploaded(Means.PAPER, answer, filename, covers)

    def _uploaded(self, means: Means, answer: Answer, filename: str, covers: str) -> Proof:
        return _proof(
            means,
            answer,
            account=self.account,
            noted_by=self.noted_by,
            filename=filename,
            content=answer.content,
            covers=covers[:300],
        )


def _in_field(signatures: Sequence[Signature], asked: Asked) -> Signature:
    for each in signatures:
        if each.field == asked.pdf_field:
            if not each.held:
                raise Refused(
                    N_("Certifikatet för %(name)s gällde inte när det användes.", name=each.name)
                )
            if each.revocation is Revocation.REVOKED:
                raise Refused(
                    N_("Certifikatet för %(name)s var spärrat när det användes.", name=each.name)
                )
            return each
    raise Refused(
        N_(
            "PDF-filen saknar en underskrift i fältet för %(name)s. Skriv under i det fältet och "
            "ladda upp filen igen.",
            name=asked.name,
        )
    )


def _proof(
    means: Means,
    answer: Answer,
    *,
    account: str = "",
    noted_by: int | None = None,
    filename: str = "",
    content: bytes | None = None,
    covers: str = "",
) -> Proof:
    return Proof(
        means,
        answer.at,
        account=account,
        address=answer.address,
        browser=answer.browser,
        noted_by=noted_by,
        filename=filename,
        content=content,
        covers=covers,
    )
