"""The start of a round: its text, its signatures, who is asked, and who acts."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from minutes.audit import service as audit
from minutes.errors import Refused
from minutes.justering import queries
from minutes.justering.canonical import canonical_text
from minutes.justering.fingerprint import fingerprint
from minutes.justering.minutes_text import Minutes
from minutes.justering.notices import Notifier
from minutes.justering.signatories import Signatory, require_good
from minutes.justering.tables import JusteringRound, RoundKind, SignatureField
from minutes.swedish_time import day_in_sweden

LONGEST_WAIT = dt.timedelta(days=366)


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


@dataclass(frozen=True, slots=True)
class Subject:
    """What a text is of: a meeting, or something with a title and a look of its own."""

    body_id: int
    meeting_id: int | None = None
    title: str = ""
    drawn: str = ""
    covers: str = ""  # the other bodies of whose minutes it tells, as JusteringRound has them


def start_round(
    session: Session, of: Subject, kind: RoundKind, minutes: Minutes, sending: Sending, by: By
) -> JusteringRound:
    """A round for the text, with its signatures; asks who is to sign; does not commit."""
    text = canonical_text(minutes)
    require_good(sending.signatories, minutes)
    if sending.latest_day < minutes.date:
        raise Refused(
            "Den senaste dagen kan inte vara före mötet."
            if of.meeting_id is not None
            else "Den senaste dagen kan inte vara före den dag då texten färdigställdes."
        )
    if sending.latest_day > day_in_sweden(by.at) + LONGEST_WAIT:
        raise Refused("Den senaste dagen är mer än ett år bort. Är årtalet rätt?")
    round_ = JusteringRound(
        meeting_id=of.meeting_id,
        draft_id=queries.draft_of(session, of.meeting_id) if of.meeting_id is not None else None,
        body_id=of.body_id,
        title=of.title,
        drawn=of.drawn,
        covers=of.covers,
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
    _add_fields(session, round_.id, sending.signatories, by.at)
    fields = queries.fields(session, round_.id)
    note(
        session,
        by,
        "justering.sent",
        round_,
        senast=sending.latest_day.isoformat(),
        underskrifter=who_signs(fields),
        **({"utseende": hashlib.sha256(of.drawn.encode()).hexdigest()} if of.drawn else {}),
    )
    Notifier(session, by.at, by.sender).ask(round_)
    return round_


def _add_fields(
    session: Session, round_id: int, signatories: Sequence[Signatory], at: dt.datetime
) -> None:
    for position, each in enumerate(signatories):
        session.add(
            SignatureField(
                round_id=round_id,
                position=position,
                role=each.role,
                name=each.name,
                person_id=each.person_id,
                paragraphs=each.paragraphs,
                changed_at=at,
            )
        )
    session.flush()


def who_signs(fields: Sequence[SignatureField]) -> str:
    """Those who are to sign, in one line: what the chain of events keeps of them."""
    return "; ".join(
        " ".join(filter(None, (each.role.value, each.name, each.paragraphs))) for each in fields
    )


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
