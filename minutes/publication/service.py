"""What those who publish do: set rules, look, approve, publish, withdraw. Each is written down."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.audit import service as audit
from minutes.errors import Refused
from minutes.justering.service import TextChanged, locked_meeting, required
from minutes.publication.look import Choice, Kind
from minutes.publication.preparing import Prepared, prepared
from minutes.publication.tables import (
    LookAnswer,
    Preparation,
    PublicationRules,
    Withheld,
)
from minutes.register.lifecycle import Step, after
from minutes.register.tables import Meeting
from minutes.texts import N_

LONGEST_WORDS = 500


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, when, and on which day in Sweden. `person_id` is None for the program itself."""

    person_id: int | None
    at: dt.datetime
    today: dt.date

    @property
    def actor(self) -> str:
        """As the chain of events names the actor."""
        return f"person:{self.person_id}" if self.person_id is not None else "kommandoraden"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be done with some words."""

    words: str
    kind: Kind
    choice: Choice
    reason: str = ""


def set_rules(session: Session, rules: PublicationRules, by: By) -> None:
    """Keep the rules of a body."""
    session.merge(rules)
    said = {
        "vad": rules.scope.value,
        "för vem": rules.audience.value,
        "när": rules.timing.value,
        "vem ser över": rules.looker.value,
    }
    note(session, by, "publication.rules", f"body:{rules.body_id}", **said)
    session.commit()


def answer(
    session: Session,
    meeting_id: int,
    answers: Sequence[Answer],
    withheld: Mapping[int, str],
    by: By,
) -> None:
    """Keep what is done with each finding, and which paragraphs are withheld and why.

    What was answered before and is not among these is forgotten. Raises Refused where a reason
    is missing or words are too long, and StepNotAllowed where the minutes are not justerade.
    """
    meeting = locked_meeting(session, meeting_id)
    after(meeting.state, Step.PUBLISH)
    for each in answers:
        if len(each.words) > LONGEST_WORDS:
            raise Refused(
                N_(
                    "Högst %(most)s tecken kan maskeras i ett stycke. Dela upp dem.",
                    most=LONGEST_WORDS,
                )
            )
    reasons = {
        place: required(reason, "Skriv varför paragrafen inte publiceras.")
        for place, reason in withheld.items()
    }
    one_each = {" ".join(each.words.split()).casefold(): each for each in answers}
    _replace_answers(session, meeting_id, list(one_each.values()), reasons, by)
    session.merge(Preparation(meeting_id=meeting_id, looked_at=by.at, looked_by=by.person_id))
    count = sum(each.choice is Choice.MASK for each in one_each.values())
    note(
        session,
        by,
        "publication.looked",
        f"meeting:{meeting_id}",
        maskerade=count,
        undantagna=len(reasons),
    )
    session.commit()


def _replace_answers(
    session: Session,
    meeting_id: int,
    answers: Sequence[Answer],
    reasons: Mapping[int, str],
    by: By,
) -> None:
    for table in (LookAnswer, Withheld):
        session.execute(sa.delete(table).where(col(table.meeting_id) == meeting_id))
    session.add_all(
        LookAnswer(
            meeting_id=meeting_id,
            words=" ".join(each.words.split()),
            kind=each.kind,
            choice=each.choice,
            reason=each.reason.strip(),
            at=by.at,
            person_id=by.person_id,
        )
        for each in answers
    )
    session.add_all(
        Withheld(
            meeting_id=meeting_id, place=place, reason=reason, at=by.at, person_id=by.person_id
        )
        for place, reason in reasons.items()
    )


def approve(session: Session, meeting_id: int, seen: str, by: By) -> None:
    """Approve the text with the fingerprint that was seen. Raises TextChanged."""
    ready = now(session, meeting_id)
    if seen != ready.fingerprint:
        raise TextChanged("Det som ska publiceras har ändrats. Läs det igen innan du godkänner.")
    if ready.preparation is None or ready.open:
        raise Refused("Sekreteraren har inte sett över protokollet än.")
    ready.preparation.approved = ready.fingerprint
    ready.preparation.approved_at, ready.preparation.approved_by = by.at, by.person_id
    session.add(ready.preparation)
    note(session, by, "publication.approved", f"meeting:{meeting_id}")
    session.commit()


def now(session: Session, meeting_id: int) -> Prepared:
    """The meeting under its lock. Raises StepNotAllowed before it is justerat."""
    meeting: Meeting = locked_meeting(session, meeting_id)
    after(meeting.state, Step.PUBLISH)
    return prepared(session, meeting)


def note(session: Session, by: By, act: str, subject: str, **details: str | int) -> None:
    """Write down what was done."""
    audit.append(session, at=by.at, actor=by.actor, act=act, subject=subject, details=details)
