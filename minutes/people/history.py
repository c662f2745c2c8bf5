"""What has happened to a thing, as its page tells it: the log in words."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from minutes.audit import queries as audit
from minutes.audit.tables import AuditEvent
from minutes.people.event_words import act_words
from minutes.people.queries import names_of_actors
from minutes.texts import N_

MOST = 50  # events; the log has them all
PROGRAM = "kommandoraden"

# The icon and the colour of an act, by what its code begins or ends with.
_MARKS = (
    (".done", "check", "green"),
    (".reopened", "undo", "amber"),
    (".taken_back", "undo", "amber"),
    ("justering.completed", "check", "green"),
    ("justering.withdrawn", "undo", "amber"),
    ("draft.", "document", "blue"),
    ("document.", "upload", "blue"),
)


@dataclass(frozen=True, slots=True)
class Happened:
    """One event: "markerade en åtgärd som klar", and who did it."""

    at: datetime
    what: str
    who: str
    icon: str
    tone: str


def happened(session: Session, subjects: Sequence[str], but: Sequence[str] = ()) -> list[Happened]:
    """The events about the subjects ("meeting:12"), the newest first. Two statements.

    but: acts that are too many to be told one by one.
    """
    events = audit.about(session, subjects, MOST)
    names = names_of_actors(session, {event.actor for event in events})
    return [_told(event, names) for event in events if event.act not in but]


def _told(event: AuditEvent, names: Mapping[str, str]) -> Happened:
    who = names.get(event.actor, N_("programmet") if event.actor == PROGRAM else event.actor)
    what = act_words(event.act, json.loads(event.details), who)
    return Happened(event.at, what.capitalize(), who, *_mark(event.act))


def _mark(act: str) -> tuple[str, str]:
    marks = ((icon, tone) for part, icon, tone in _MARKS if part in act)
    return next(marks, ("clock", "grey"))
