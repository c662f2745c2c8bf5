"""What the secretary does: sends a text to be signed, withdraws it, sets the body's rules."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass

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
    Signatory,
    places_of,
    require_good,
)
from minutes.justering.tables import (
    JusteringRound,
    JusteringRules,
    RoundKind,
    RoundState,
    SignatureField,
    WordTemplate,
)
from minutes.justering.word_template import require_template
from minutes.register.lifecycle import Step
from minutes.register.lifecycle import after as meeting_after
from minutes.register.tables import Meeting
from minutes.texts import N_

LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True)
class By:
    """Who acts and when, and who mails about it come from."""

    person_id: int | None  # None: the program itself
    at: dt.datetime
    sender: str

    @property
    def actor(self) -> str:
        """As the chain of events names the person."""
        return "programmet" if self.person_id is None else f"person:{self.person_id}"


@dataclass(frozen=True, slots=True)
class Sending:
    """What the secretary has chosen. `seen` is the fingerprint of the text that was shown."""

    signatories: Sequence[Signatory]
    latest_day: dt.date
    in_order: bool
    seen: str


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
    round_ = start_round(session, meeting, RoundKind.MINUTES, minutes, sending, by)
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
    round_ = start_round(session, meeting, RoundKind.PARAGRAPHS, part, sending, by)
    session.commit()
    return round_.id or 0


def _seen_minutes(session: Session, meeting: Meeting, seen: str) -> Minutes:
    """The minutes as they are. Raises TextChanged where they are not what the page showed."""
    minutes = minutes_of(session, meeting)
    if fingerprint(canonical_text(minutes)) != seen:
        raise TextChanged("Protokollet har ändrats sedan du öppnade sidan. Läs det igen.")
    return minutes


def start_round(
    session: Session, meeting: Meeting, kind: RoundKind, minutes: Minutes, sending: Sending, by: By
) -> JusteringRound:
    """A round for the text, with its signatures; asks who is to sign; does not commit."""
    text = canonical_text(minutes)
    require_good(sending.signatories, minutes)
    if sending.latest_day < meeting.date:
        raise Refused("Den senaste dagen kan inte vara före mötet.")
    round_ = JusteringRound(
        meeting_id=meeting.id,
        draft_id=queries.draft_of(session, meeting.id),
        body_id=meeting.body_id,
        kind=kind,
        text=text,
        fingerprint=fingerprint(text),
        in_order=sending.in_order,
        latest_day=sending.latest_day,
        sent_at=by.at,
        sent_by=by.person_id,
    )
    session.add(round_)
    session.flush()
    assert round_.id is not None
    for position, each in enumerate(sending.signatories):
        session.add(
            SignatureField(
                round_id=round_.id,
                position=position,
                role=each.role,
                name=each.name,
                person_id=each.person_id,
                paragraphs=each.paragraphs,
                changed_at=by.at,
            )
        )
    session.flush()
    fields = queries.fields(session, round_.id)
    note(
        session,
        by,
        "justering.sent",
        round_,
        senast=sending.latest_day.isoformat(),
        underskrifter=who_signs(fields),
    )
    Notifier(session, by.at, by.sender).ask(round_)
    return round_


def who_signs(fields: Sequence[SignatureField]) -> str:
    """Those who are to sign, in one line: what the chain of events keeps of them."""
    return "; ".join(
        " ".join(filter(None, (each.role.value, each.name, each.paragraphs))) for each in fields
    )


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


def set_template(session: Session, body_id: int, filename: str, content: bytes, by: By) -> None:
    """Keep the Word template of the body. Raises Refused for what is none."""
    name = require_template(filename, content)
    session.merge(WordTemplate(body_id=body_id, filename=name, content=content, at=by.at))
    _note_template(session, body_id, by, fil=name, hash=hashlib.sha256(content).hexdigest())
    session.commit()


def remove_template(session: Session, body_id: int, by: By) -> None:
    """Use the default template again."""
    found = session.get(WordTemplate, body_id)
    if found is not None:
        session.delete(found)
        _note_template(session, body_id, by, fil=None)
    session.commit()


def _note_template(session: Session, body_id: int, by: By, **details: audit.Detail) -> None:
    audit.append(
        session,
        at=by.at,
        actor=by.actor,
        act="justering.template",
        subject=f"body:{body_id}",
        details=details,
    )


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


def note(
    session: Session, by: By, act: str, round_: JusteringRound, **details: audit.Detail
) -> None:
    """Write an act into the chain of events, with the fingerprint of what it was about."""
    audit.append(
        session,
        at=by.at,
        actor=by.actor,
        act=act,
        subject=f"justering:{round_.id}",
        details={"möte": round_.meeting_id, "fingeravtryck": round_.fingerprint, **details},
    )
