"""A rättelse: an obvious slip of the pen in minutes that are justerade (förvaltningslagen 36 §).

The text that was signed stays as it is. That it was corrected, and what, stands beside it, and
is justerat in its turn by those who signed the text.
"""

import datetime as dt
from dataclasses import replace

from sqlmodel import Session

from minutes.errors import Refused
from minutes.justering import queries
from minutes.justering.canonical import read_canonical
from minutes.justering.comparison import paragraph_text
from minutes.justering.latest_day import latest_day
from minutes.justering.minutes_text import Correction, Minutes
from minutes.justering.service import locked_meeting, required
from minutes.justering.signatories import Signatory, places_of
from minutes.justering.starting import By, Sending, Subject, start_round
from minutes.justering.tables import RoundKind, SignerRole
from minutes.register.lifecycle import Step
from minutes.register.lifecycle import after as meeting_after
from minutes.texts import N_


def correct(
    session: Session,
    meeting_id: int,
    place: int,
    before: str,
    after: str,
    reason: str,
    today: dt.date,
    by: By,
) -> int:
    """Send a correction of one paragraph to those who signed the minutes; the id of the round.

    place: of the paragraph in the text that was signed. Raises NotFound, StepNotAllowed, and
    Refused where the paragraph does not say what is to be corrected.
    """
    meeting = locked_meeting(session, meeting_id)
    meeting_after(meeting.state, Step.CORRECT)
    signed = queries.signed_minutes(session, meeting_id)
    assert signed.id is not None
    minutes = read_canonical(signed.text)
    correction = _correction(minutes, place, before, after, reason)
    signatories = [
        Signatory(each.role, each.name, each.person_id)
        if each.role is not SignerRole.DEPUTY
        else Signatory(each.role, each.name, each.person_id, minutes.paragraphs[place].number)
        for each in queries.fields(session, signed.id)
        if not each.paragraphs or place in places_of(each.paragraphs, minutes)
    ]
    days = queries.rules_of(session, meeting.body_id).days
    sending = Sending(signatories, latest_day(today, days).strict, signed.in_order, "")
    text = replace(
        minutes,
        covers="rättelse",
        corrects=signed.fingerprint,
        attendees=(),
        paragraphs=(minutes.paragraphs[place],),
        corrections=(correction,),
        ahead=(),
        attachments=(),
    )
    round_ = start_round(
        session, Subject(meeting.body_id, meeting.id), RoundKind.CORRECTION, text, sending, by
    )
    session.commit()
    return round_.id or 0


def _correction(minutes: Minutes, place: int, before: str, after: str, reason: str) -> Correction:
    if not 0 <= place < len(minutes.paragraphs):
        raise Refused("Välj vilken punkt som rättas.")
    paragraph = minutes.paragraphs[place]
    before = required(before, N_("Skriv de ord som är fel, precis som de står."))
    after = required(after, N_("Skriv vad som ska stå i stället."))
    reason = required(reason, N_("Skriv skälet till rättelsen."))
    if before == after:
        raise Refused("De nya orden är desamma som de gamla.")
    said = "\n".join((paragraph.label, paragraph_text(paragraph), paragraph.text))
    if before not in said and not any(before in each.quote for each in paragraph.clauses):
        raise Refused(
            N_(
                "%(label)s innehåller inte orden ”%(before)s”. Skriv dem som de står.",
                label=paragraph.label,
                before=before,
            )
        )
    return Correction(paragraph.label, before, after, reason)
