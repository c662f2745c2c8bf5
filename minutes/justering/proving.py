"""Makes the evidence of a round, and checks what the database has of all rounds."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC
from pathlib import PurePosixPath

from sqlmodel import Session, col, select

from minutes.audit import marks
from minutes.audit.tables import AuditEvent
from minutes.justering import queries
from minutes.justering.bundle import Contents, Signature, written
from minutes.justering.canonical import canonical_text
from minutes.justering.documents import sheet_of
from minutes.justering.evidence import sealed_hash, sealed_text
from minutes.justering.fingerprint import fingerprint, in_groups
from minutes.justering.freezing import minutes_of
from minutes.justering.pdf_sheet import pdf_of
from minutes.justering.signatories import ROLE_WORDS
from minutes.justering.starting import who_signs
from minutes.justering.tables import (
    Evidence,
    FieldState,
    JusteringRound,
    Means,
    RoundKind,
    RoundState,
    SealedDocument,
    SignatureField,
)
from minutes.register.tables import Meeting

README = """\
Bevis om justering
==================

Den här filen visar vad som justerades, av vilka och när. Den kontrolleras med

    minutes evidence verify FIL

eller för hand: sha256sum -c kontrollsummor.txt

protokoll.pdf       Protokollet att läsa, med organisationens stämpel om det är stämplat.
                    Stämpeln kontrolleras med: minutes seal verify protokoll.pdf
text.txt            Den exakta texten. Dess kontrollsumma (SHA-256) är fingeravtrycket:
                    {fingerprint}
underskrifter.json  Vem, i vilken egenskap, när, hur, från vilken adress, med vilka ord.
handelser.json      Vad som hände, i ordning. Varje händelse bär ett kvitto på den förra.
                    Händelser som gäller annat står bara med sina kvitton.
handelsekedjan.txt  Hur långt alla händelser räckte när filen skrevs. Om någon tas bort efteråt
                    syns det med: minutes audit verify FIL

Underskrifter
-------------
{signatures}
En ändring av en enda bokstav upptäcks. Den som kan räkna om alla kvitton från början kan
göra en ny fil; jämför därför fingeravtrycket med det som stod i breven till dem som skrev under.
"""


def evidence_of(session: Session, round_: JusteringRound) -> bytes:
    """The evidence of the round as one file."""
    assert round_.id is not None
    given = queries.evidence(session, round_.id)
    scans = {
        _name_of(each, number): each.content
        for number, each in enumerate(given, start=1)
        if each.content is not None
    }
    named = {data: name for name, data in scans.items()}
    signatures = [
        Signature(
            sealed_text(each),
            f"{each.voided_at.isoformat()} {each.void_reason}" if each.voided_at else "",
            named[each.content] if each.content is not None else "",
        )
        for each in given
    ]
    lines = [f"{each.name}, {ROLE_WORDS[each.role]}: {each.local_time}\n" for each in given]
    readme = README.format(
        fingerprint=in_groups(round_.fingerprint), signatures="".join(lines) or "Inga än.\n"
    )
    text, events, mark = round_.text, _events(session, round_), marks.mark(session)
    sheet = sheet_of(session, round_)
    stored = session.exec(
        select(SealedDocument.content).where(SealedDocument.round_id == round_.id)
    ).first()
    session.rollback()  # drawing takes long, and nobody is to wait for it
    pdf = stored if stored is not None else pdf_of(sheet)
    return written(
        Contents(text, pdf, signatures, events, scans, readme, mark.line if mark else "")
    )


def _name_of(evidence: Evidence, number: int) -> str:
    kind = "pdf" if evidence.means is Means.SIGNED_PDF else "papper"
    return f"{kind}-{number}{PurePosixPath(evidence.filename).suffix}"


def _events(session: Session, round_: JusteringRound) -> list[Mapping[str, str]]:
    """The events of the round, and the hashes of those between them."""
    subject = f"justering:{round_.id}"
    own = session.exec(
        select(AuditEvent.id).where(AuditEvent.subject == subject).order_by(col(AuditEvent.id))
    ).all()
    if not own:
        return []
    between = session.exec(
        select(AuditEvent)
        .where(col(AuditEvent.id).between(own[0], own[-1]))
        .order_by(col(AuditEvent.id))
    )
    return [_said(each) if each.subject == subject else _hashes(each) for each in between]


def _hashes(event: AuditEvent) -> dict[str, str]:
    return {"hash": event.hash, "previous_hash": event.previous_hash}


def _said(event: AuditEvent) -> dict[str, str]:
    return _hashes(event) | {
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": event.actor,
        "act": event.act,
        "subject": event.subject,
        "details": event.details,
    }


def faults(session: Session) -> list[str]:
    """What is not as it was when it was sent and signed, of all rounds; in Swedish."""
    rounds = session.exec(select(JusteringRound).order_by(col(JusteringRound.id))).all()
    return [f"Justering {each.id}: {fault}" for each in rounds for fault in _of(session, each)]


def _of(session: Session, round_: JusteringRound) -> list[str]:
    assert round_.id is not None
    fields = queries.fields(session, round_.id)
    events = session.exec(
        select(AuditEvent).where(AuditEvent.subject == f"justering:{round_.id}")
    ).all()
    sent = [json.loads(each.details) for each in events if each.act == "justering.sent"]
    found = []
    if fingerprint(round_.text) != round_.fingerprint:
        found.append("texten är inte den som fingeravtrycket är av.")
    if [each.get("fingeravtryck") for each in sent] != [round_.fingerprint]:
        found.append("fingeravtrycket är inte det som skickades.")
    if [each.get("underskrifter") for each in sent] != [who_signs(fields)]:
        found.append("de som ska skriva under är inte de som texten skickades till.")
    drawn = hashlib.sha256(round_.drawn.encode()).hexdigest() if round_.drawn else None
    if [each.get("utseende") for each in sent] != [drawn]:
        found.append("det som PDF-filen ritas av är inte det som skickades.")
    if round_.title and f"\nrubrik: {round_.title}\n" not in round_.text:
        found.append("rubriken är inte textens.")
    acts = {each.act for each in events}
    if (round_.state is RoundState.COMPLETED) != ("justering.completed" in acts):
        found.append("läget stämmer inte med händelserna.")
    if (round_.state is RoundState.WITHDRAWN) != ("justering.withdrawn" in acts):
        found.append("läget stämmer inte med händelserna.")
    found += _signatures(session, round_, fields, events)
    found += _sealed(session, round_.id, events)
    if round_.kind is RoundKind.MINUTES and round_.state is not RoundState.WITHDRAWN:
        meeting = session.get(Meeting, round_.meeting_id)
        if meeting is None or canonical_text(minutes_of(session, meeting)) != round_.text:
            found.append("mötets uppgifter är inte längre de som texten säger.")
    return found


def _signatures(
    session: Session,
    round_: JusteringRound,
    fields: Sequence[SignatureField],
    events: Sequence[AuditEvent],
) -> list[str]:
    told = {
        json.loads(each.details).get("bevis") for each in events if each.act == "justering.signed"
    }
    given = queries.evidence(session, round_.id or 0)
    found = [
        f"underskriften av {each.name} är ändrad."
        for each in given
        if sealed_hash(each) not in told or _scan_differs(each)
    ]
    if len(told) != len(given):
        found.append("en underskrift saknas.")
    signed = {each.field_id for each in given}
    for field in fields:
        wanted = FieldState.SIGNED if field.id in signed else None
        if round_.state is RoundState.WITHDRAWN:
            wanted = FieldState.VOID
        is_wrong = field.state is not wanted if wanted else field.state in _GIVEN
        if is_wrong:
            found.append(f"läget för {field.name} stämmer inte med underskrifterna.")
    return found


def _sealed(session: Session, round_id: int, events: Sequence[AuditEvent]) -> list[str]:
    told = [json.loads(each.details)["pdf"] for each in events if each.act == "justering.sealed"]
    kept = session.exec(select(SealedDocument).where(SealedDocument.round_id == round_id)).all()
    there = [each.content_sha256 for each in kept if each.content_sha256 == _sha256(each.content)]
    return [] if there == told else ["PDF-filen är inte den som stämplades."]


_GIVEN = (FieldState.SIGNED, FieldState.VOID)


def _scan_differs(evidence: Evidence) -> bool:
    if evidence.content is None:
        return evidence.content_sha256 != ""
    return evidence.content_sha256 != _sha256(evidence.content)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
