"""What a signatory does: answers paragraph by paragraph, signs, declines; and paper, which the
secretary notes. Each act looks at the round as it is at that moment, under its lock.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, select

from minutes.errors import Refused, StepNotAllowed
from minutes.formatting import date_and_time
from minutes.justering import queries
from minutes.justering.canonical import canonical_text, read_canonical
from minutes.justering.evidence import sealed_hash
from minutes.justering.fingerprint import fingerprint
from minutes.justering.freezing import minutes_of, minutes_of_page
from minutes.justering.notices import About, Notifier
from minutes.justering.rounds import FieldStep, after
from minutes.justering.service import TextChanged, locked_meeting, required
from minutes.justering.signatories import ROLE_WORDS
from minutes.justering.starting import By, note
from minutes.justering.tables import (
    Evidence,
    FieldState,
    JusteringRound,
    Means,
    ParagraphAnswer,
    RoundKind,
    RoundState,
    SignatureField,
)
from minutes.register.lifecycle import Step
from minutes.register.lifecycle import after as meeting_after
from minutes.register.pages import meeting_page
from minutes.register.tables import Meeting
from minutes.texts import N_

CONSENT = (
    "Jag har läst texten med fingeravtrycket {fingerprint} och justerar den som {role}. "
    "Den återger rätt vad mötet beslutade."
)
CONSENT_TO_REPORT = (
    "Jag har läst årsberättelsen med fingeravtrycket {fingerprint} och skriver under den som "
    "{role}."
)


@dataclass(frozen=True, slots=True)
class Proof:
    """How the signatory was known, and from where; `local` is the moment in Stockholm.

    account: the mail address whose password or link was used.
    noted_by: who noted a signature on paper; `content` is the file that shows the signature.
    covers: what of the minutes that file is of.
    """

    means: Means
    local: dt.datetime
    account: str = ""
    address: str = ""
    browser: str = ""
    noted_by: int | None = None
    filename: str = ""
    content: bytes | None = None
    covers: str = ""


def consent(round_: JusteringRound, field: SignatureField) -> str:
    """The sentence that a signature stands under."""
    said = CONSENT_TO_REPORT if round_.kind is RoundKind.REPORT else CONSENT
    return said.format(fingerprint=round_.fingerprint, role=ROLE_WORDS[field.role])


def sign(session: Session, round_id: int, field_id: int, seen: str, proof: Proof, by: By) -> bool:
    """Store the signature; whether it was the last, so that the text is justerad now.

    seen: the fingerprint of the text that was on the signatory's page. Raises StepNotAllowed,
    TextChanged, and Refused where it is another's turn or the signatory's objection stands.
    """
    round_, field = _locked(session, round_id, field_id, FieldStep.SIGN)
    _require_same_text(session, round_, seen)
    _require_turn(session, round_, field)
    if proof.means is not Means.PAPER:
        _require_no_objection(session, field)
    field.state, field.reason = FieldState.SIGNED, ""
    field.changed_at = by.at
    session.add(field)
    given = _evidence(round_, field, proof, by.at)
    session.add(given)
    note(
        session,
        by,
        "justering.signed",
        round_,
        underskrift=field.position + 1,
        namn=field.name,
        sätt=proof.means.value,
        bevis=sealed_hash(given),
    )
    done = _complete(session, round_, by)
    if not done and round_.in_order:
        Notifier(session, by.at, by.sender).ask(round_)
    session.commit()
    return done


def decline(session: Session, round_id: int, field_id: int, reason: str, by: By) -> None:
    """Say that one does not sign, and why; secretary and chair are told at once."""
    reason = required(reason, N_("Skriv varför du inte skriver under."))
    round_, field = _locked(session, round_id, field_id, FieldStep.DECLINE)
    field.state, field.reason, field.changed_at = FieldState.DECLINED, reason, by.at
    session.add(field)
    note(session, by, "justering.declined", round_, underskrift=field.position + 1, skäl=reason)
    Notifier(session, by.at, by.sender).tell_officers(About.DECLINED, round_, field)
    session.commit()


def answer(
    session: Session, round_id: int, field_id: int, place: int, objection: str | None, by: By
) -> None:
    """Say of one paragraph that it is right (None), or what is wrong with it.

    Secretary and chair are told of an objection at once. Raises Refused where the text has no
    such paragraph, or the objection says nothing.
    """
    if objection is not None:
        objection = required(objection, N_("Skriv vad som inte stämmer."))
    round_, field = _locked(session, round_id, field_id, FieldStep.ANSWER)
    paragraphs = read_canonical(round_.text).paragraphs
    if not 0 <= place < len(paragraphs):
        raise Refused("Texten har ingen sådan paragraf.")
    said = _answer(session, field_id, place)
    if said is not None and said.agrees and objection is None:
        session.commit()
        return  # a double click
    said = said or ParagraphAnswer(field_id=field_id, place=place, agrees=True, at=by.at)
    said.agrees, said.note, said.at = objection is None, objection or "", by.at
    session.add(said)
    act = "justering.agreed" if objection is None else "justering.objected"
    label = paragraphs[place].label
    note(session, by, act, round_, paragraf=label, invändning=objection)
    if objection is not None:
        Notifier(session, by.at, by.sender).tell_officers(About.OBJECTED, round_, field)
    session.commit()


def _answer(session: Session, field_id: int, place: int) -> ParagraphAnswer | None:
    query = select(ParagraphAnswer).where(
        ParagraphAnswer.field_id == field_id, ParagraphAnswer.place == place
    )
    return session.exec(query).first()


def _locked(
    session: Session, round_id: int, field_id: int, step: FieldStep
) -> tuple[JusteringRound, SignatureField]:
    round_ = queries.locked_round(session, round_id)
    fields = queries.fields(session, round_id)
    field = next((each for each in fields if each.id == field_id), None)
    if field is None:
        raise Refused("Underskriften hör inte till den här texten.")
    after(round_.state, field.state, step)
    if round_.meeting_id is None and round_.kind is not RoundKind.REPORT:
        raise StepNotAllowed("Mötet har tagits tillbaka till granskningen.")
    if round_.kind is RoundKind.MINUTES and step is not FieldStep.SIGN:
        meeting_after(session.get_one(Meeting, round_.meeting_id).state, Step.OBJECT)
    return round_, field


def _require_same_text(session: Session, round_: JusteringRound, seen: str) -> None:
    if seen != round_.fingerprint or fingerprint(round_.text) != round_.fingerprint:
        raise TextChanged("Texten är inte den som du såg. Läs den igen innan du skriver under.")
    if round_.kind in (RoundKind.CORRECTION, RoundKind.REPORT):
        return  # it stands beside the register, and changes nothing there
    assert round_.meeting_id is not None
    now = minutes_of(session, locked_meeting(session, round_.meeting_id))
    if round_.kind is RoundKind.PARAGRAPHS:
        sent = read_canonical(round_.text)
        places = [at for at, each in enumerate(now.paragraphs) if each in sent.paragraphs]
        now = now.only(places, sent.covers)
    if canonical_text(now) != round_.text:
        raise TextChanged(
            "Mötets uppgifter har ändrats sedan texten skickades. Skriv inte under. Sekreteraren "
            "behöver ta tillbaka texten."
        )


def _require_turn(session: Session, round_: JusteringRound, field: SignatureField) -> None:
    if not round_.in_order:
        return
    for each in queries.fields(session, field.round_id):
        if each.position < field.position and each.state is not FieldState.SIGNED:
            raise Refused(
                N_("Det är inte din tur än. %(name)s skriver under först.", name=each.name)
            )


def _require_no_objection(session: Session, field: SignatureField) -> None:
    query = select(ParagraphAnswer).where(
        ParagraphAnswer.field_id == field.id,
        ParagraphAnswer.agrees == False,  # noqa: E712
    )
    if session.exec(query).first() is not None:
        raise Refused(
            "Du har en invändning som står kvar. Ta tillbaka den, eller vänta tills sekreteraren "
            "har rättat texten."
        )


def _evidence(
    round_: JusteringRound, field: SignatureField, proof: Proof, at: dt.datetime
) -> Evidence:
    assert field.id is not None
    content = proof.content
    return Evidence(
        field_id=field.id,
        fingerprint=round_.fingerprint,
        name=field.name,
        role=field.role,
        means=proof.means,
        account=proof.account,
        at=at,
        local_time=f"{date_and_time(proof.local)} {proof.local.tzname()}",
        address=proof.address,
        browser=proof.browser[:300],
        consent=consent(round_, field),
        noted_by=proof.noted_by,
        filename=proof.filename[-255:],
        content=content,
        content_sha256=hashlib.sha256(content).hexdigest() if content is not None else "",
        covers=proof.covers,
    )


def _fix_paragraphs(
    session: Session, round_: JusteringRound, meeting: Meeting, at: dt.datetime
) -> None:
    """From now on the points that were signed by themselves cannot change."""
    signed = read_canonical(round_.text).paragraphs
    page = meeting_page(session, meeting)
    for point, paragraph in zip(page.points, minutes_of_page(page).paragraphs, strict=True):
        if paragraph in signed and point.item is not None:
            point.item.justerad_at = at
            session.add(point.item)


def _complete(session: Session, round_: JusteringRound, by: By) -> bool:
    assert round_.id is not None
    fields: Sequence[SignatureField] = queries.fields(session, round_.id)
    if any(each.state is not FieldState.SIGNED for each in fields):
        return False
    round_.state, round_.ended_at = RoundState.COMPLETED, by.at
    session.add(round_)
    if round_.meeting_id is not None:
        _complete_meeting(session, round_, locked_meeting(session, round_.meeting_id), by)
    note(session, by, "justering.completed", round_)
    Notifier(session, by.at, by.sender).tell_signatories(About.COMPLETED, round_, None)
    return True


def _complete_meeting(session: Session, round_: JusteringRound, meeting: Meeting, by: By) -> None:
    if round_.kind is RoundKind.MINUTES:
        state = meeting_after(meeting.state, Step.JUSTERA)
        assert state is not None
        meeting.state = state
        session.add(meeting)
    elif round_.kind is RoundKind.PARAGRAPHS:
        _fix_paragraphs(session, round_, meeting, by.at)
