"""What the secretary does: sends a text to be signed, withdraws it, sets the body's rules."""

from dataclasses import asdict

from sqlmodel import Session, select

from minutes.audit import service as audit
from minutes.errors import NotFound, Refused
from minutes.justering import queries
from minutes.justering.canonical import canonical_text
from minutes.justering.fingerprint import fingerprint
from minutes.justering.freezing import minutes_of
from minutes.justering.minutes_text import Minutes
from minutes.justering.notices import About, Notifier
from minutes.justering.rounds import FieldStep, after
from minutes.justering.signatories import (
    LEAST_DAYS,
    MOST_DAYS,
    MOST_JUSTERARE,
    Rules,
    places_of,
)
from minutes.justering.starting import By, Sending, Subject, note, start_round
from minutes.justering.tables import JusteringRules, RoundKind, RoundState
from minutes.register.lifecycle import Step
from minutes.register.lifecycle import after as meeting_after
from minutes.register.tables import Meeting
from minutes.texts import N_

LONGEST_REASON = 2000


class TextChanged(Refused):
    """The text is no longer the one that the person saw."""

    status = 409


def send(session: Session, meeting_id: int, sending: Sending, by: By) -> int:
    """Lock the text of the meeting and ask the signatories; the id of the round.

    Raises NotFound, StepNotAllowed, TextChanged, and Refused where they cannot sign together.
    """
    meeting = locked_meeting(session, meeting_id)
    state = meeting_after(meeting.state, Step.SEND_FOR_JUSTERING)
    assert state is not None
    minutes = _seen_minutes(session, meeting, sending.seen)
    meeting.state = state
    session.add(meeting)
    round_ = start_round(session, _of(meeting), RoundKind.MINUTES, minutes, sending, by)
    session.commit()
    return round_.id or 0


def send_paragraphs(
    session: Session, meeting_id: int, written: str, sending: Sending, by: By
) -> int:
    """Let some paragraphs be justerade at once, while the rest waits; the id of the round.

    written: which ones, as "§ 4, 6–9". Raises what send() does, and Refused where one of them
    is justerad already.
    """
    meeting = locked_meeting(session, meeting_id)
    meeting_after(meeting.state, Step.JUSTERA_PARAGRAPHS)
    minutes = _seen_minutes(session, meeting, sending.seen)
    places = places_of(written, minutes)
    if not places:
        raise Refused("Skriv vilka paragrafer som ska justeras omedelbart, till exempel § 4.")
    done = queries.paragraphs_underway(session, meeting_id)
    for each in (minutes.paragraphs[place] for place in places):
        if each in done:
            raise Refused(
                N_(
                    "%(label)s är redan omedelbart justerad eller skickad för det.",
                    label=each.label,
                )
            )
    part = minutes.only(places, "omedelbar justering")
    round_ = start_round(session, _of(meeting), RoundKind.PARAGRAPHS, part, sending, by)
    session.commit()
    return round_.id or 0


def _of(meeting: Meeting) -> Subject:
    return Subject(meeting.body_id, meeting.id)


def _seen_minutes(session: Session, meeting: Meeting, seen: str) -> Minutes:
    """The minutes as they are. Raises TextChanged where they are not what the page showed."""
    minutes = minutes_of(session, meeting)
    if fingerprint(canonical_text(minutes)) != seen:
        raise TextChanged("Protokollet har ändrats sedan du öppnade sidan. Läs det igen.")
    return minutes


def withdraw(session: Session, round_id: int, reason: str, by: By) -> None:
    """Take the text back, so that it can be changed; every signature is void, and who was
    asked is told why. Raises NotFound, StepNotAllowed, and Refused without a reason.
    """
    reason = required(reason, N_("Skriv varför texten tas tillbaka."))
    round_ = queries.locked_round(session, round_id)
    fields = queries.fields(session, round_id)
    for field in fields:
        field.state = after(round_.state, field.state, FieldStep.VOID)
        field.changed_at = by.at
        session.add(field)
    if round_.kind is RoundKind.MINUTES:
        assert round_.meeting_id is not None
        meeting = locked_meeting(session, round_.meeting_id)
        state = meeting_after(meeting.state, Step.WITHDRAW)
        assert state is not None
        meeting.state = state
        session.add(meeting)
    void = 0
    for given in queries.evidence(session, round_id):
        given.voided_at, given.void_reason = by.at, reason
        session.add(given)
        void += 1
    round_.state, round_.ended_at, round_.reason = RoundState.WITHDRAWN, by.at, reason
    session.add(round_)
    note(session, by, "justering.withdrawn", round_, skäl=reason, underskrifter=void)
    Notifier(session, by.at, by.sender).tell_signatories(About.WITHDRAWN, round_, by.person_id)
    session.commit()


def set_rules(session: Session, body_id: int, rules: Rules, by: By) -> None:
    """Keep how the body's minutes are justerade. Raises Refused for numbers out of range."""
    if not LEAST_DAYS <= rules.days <= MOST_DAYS:
        raise Refused(
            N_(
                "Antalet dagar ska vara mellan %(least)s och %(most)s.",
                least=LEAST_DAYS,
                most=MOST_DAYS,
            )
        )
    if not 0 <= rules.justerare <= MOST_JUSTERARE:
        raise Refused(N_("Antalet justerare ska vara mellan 0 och %(most)s.", most=MOST_JUSTERARE))
    if not (rules.by_chair or rules.by_secretary or rules.justerare):
        raise Refused("Någon måste skriva under.")
    session.merge(JusteringRules(body_id=body_id, **asdict(rules)))
    audit.append(
        session,
        at=by.at,
        actor=by.actor,
        act="justering.rules",
        subject=f"body:{body_id}",
        details=asdict(rules),
    )
    session.commit()


def locked_meeting(session: Session, meeting_id: int) -> Meeting:
    """The meeting as it is now, locked until the transaction ends. Raises NotFound."""
    query = select(Meeting).where(Meeting.id == meeting_id).with_for_update()
    found = session.exec(query.execution_options(populate_existing=True)).first()
    if found is None:
        raise NotFound("Mötet finns inte.")
    return found


def required(text: str, otherwise: str) -> str:
    """The text without space around it. Raises Refused where nothing is left, or far too much."""
    text = text.strip()
    if not text:
        raise Refused(otherwise)
    if len(text) > LONGEST_REASON:
        raise Refused(
            N_("Texten är för lång. Den får ha högst %(most)s tecken.", most=LONGEST_REASON)
        )
    return text
