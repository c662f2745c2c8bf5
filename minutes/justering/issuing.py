"""The PDF of a round as it is handed out: sealed by the organisation where it has a certificate.

What is justerat is sealed once, and kept. What is still to be signed is sealed for whoever saves
it, so that a file that comes back signed can be told from any other.
"""

import datetime as dt
import hashlib
from dataclasses import replace

import sqlalchemy as sa
from asn1crypto import x509
from sqlmodel import Session, col, select

from minutes.errors import Refused
from minutes.justering import queries
from minutes.justering.documents import sheet_of
from minutes.justering.pdf_sheet import pdf_of
from minutes.justering.sheet import SealLine, Sheet
from minutes.justering.starting import By, note
from minutes.justering.tables import JusteringRound, RoundState, SealCertificate, SealedDocument
from minutes.sealing.certificates import Seal, SealRefused, fingerprint_of, opened_seal
from minutes.sealing.checking import signed_fields
from minutes.sealing.seals import sealed
from minutes.settings import Settings

CHECK_PATH = "/kontrollera"
AT_ONCE = 20  # rounds that one run of the job seals


def sealed_document(session: Session, round_id: int) -> SealedDocument | None:
    """The round's sealed file; None where it has none."""
    return session.exec(select(SealedDocument).where(SealedDocument.round_id == round_id)).first()


def sealed_at(session: Session, round_id: int) -> dt.datetime | None:
    """When the round's file was sealed; None where it is not."""
    query = sa.select(col(SealedDocument.at)).where(col(SealedDocument.round_id) == round_id)
    return session.scalar(query)


def seal_round(session: Session, settings: Settings, round_id: int, by: By) -> SealedDocument:
    """Seal the minutes that are justerade, and keep the file; one that is sealed stays as it is.

    Commits. Raises NotFound, Refused where they are not justerade, and SealRefused.
    """
    round_ = queries.round_(session, round_id)
    if round_.state is not RoundState.COMPLETED:
        raise Refused("Bara det som är justerat stämplas.")
    there = sealed_document(session, round_id)
    if there is not None:
        return there
    sheet = sheet_of(session, round_)
    session.commit()  # drawing and the timestamp take long: nobody is to wait for them
    with opened_seal(settings.seal, by.at) as seal:
        pdf = sealed(_drawn(sheet, seal, settings), seal, _who_signed(sheet))
        certificate = seal.certificate
    round_ = queries.locked_round(session, round_id)
    there = sealed_document(session, round_id)
    if there is not None:  # somebody else was faster
        session.commit()
        return there
    _remember(session, certificate, by.at)
    made = SealedDocument(
        round_id=round_id,
        certificate_sha256=fingerprint_of(certificate),
        content=pdf,
        content_sha256=hashlib.sha256(pdf).hexdigest(),
        at=by.at,
    )
    session.add(made)
    note(session, by, "justering.sealed", round_, pdf=made.content_sha256)
    session.commit()
    return made


def unsealed_rounds(session: Session) -> list[int]:
    """Some of the rounds that are justerade and not sealed, the oldest first."""
    query = (
        select(JusteringRound.id)
        .outerjoin(SealedDocument, col(SealedDocument.round_id) == JusteringRound.id)
        .where(JusteringRound.state == RoundState.COMPLETED, col(SealedDocument.id).is_(None))
        .order_by(col(JusteringRound.id))
        .limit(AT_ONCE)
    )
    return [each for each in session.exec(query) if each is not None]


def pdf_of_round(
    session: Session, settings: Settings, round_: JusteringRound, at: dt.datetime
) -> bytes:
    """The file to hand out now. It is without a seal where none can be set."""
    assert round_.id is not None
    there = sealed_document(session, round_.id)
    sheet = sheet_of(session, round_)
    session.commit()
    signed = queries.latest_signed_pdf(session, round_.id)
    session.rollback()
    # The next signs in the same file; in the end it is the original if nobody signed elsewhere.
    if signed is not None and (round_.state is RoundState.OPEN or _bears_all(signed, sheet)):
        return signed
    if there is not None:
        return there.content
    if round_.state is not RoundState.OPEN:
        return pdf_of(sheet)
    try:
        with opened_seal(settings.seal, at) as seal:
            # By the own clock: that it is ours is all that the seal is to say.
            own = replace(seal, timestamp_url=None)
            pdf = sealed(_drawn(sheet, own, settings), own, reason_to_sign(sheet.fingerprint))
            _remember(session, seal.certificate, at)
            session.commit()
            return pdf
    except SealRefused:
        return pdf_of(sheet)


def _bears_all(pdf: bytes, sheet: Sheet) -> bool:
    """Whether everybody has signed in this very file; two may each have signed one of their own."""
    return {each.field for each in sheet.signatures} <= signed_fields(pdf)


def reason_to_sign(fingerprint: str) -> str:
    """What the seal of a file that is still to be signed says."""
    return f"Att skriva under. Textens fingeravtryck: {fingerprint}"


def known_certificates(session: Session) -> list[x509.Certificate]:
    """The certificates that files of ours have been sealed with."""
    found = session.scalars(sa.select(col(SealCertificate.content)))
    return [x509.Certificate.load(each) for each in found]


def _drawn(sheet: Sheet, seal: Seal, settings: Settings) -> bytes:
    line = SealLine(seal.name, f"{settings.base_url}{CHECK_PATH}")
    return pdf_of(replace(sheet, seal=line))


def _who_signed(sheet: Sheet) -> str:
    who = ", ".join(f"{each.name} ({each.role})" for each in sheet.signatures)
    return f"Justerat av {who}. Textens fingeravtryck: {sheet.fingerprint}"


def _remember(session: Session, certificate: x509.Certificate, at: dt.datetime) -> None:
    digest = fingerprint_of(certificate)
    if session.get(SealCertificate, digest) is None:
        session.add(SealCertificate(sha256=digest, content=certificate.dump(), first_used=at))
        session.flush()
