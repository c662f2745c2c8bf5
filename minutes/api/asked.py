"""What a request may hold: the query of an address, and the body of a POST."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from minutes.follow_up.service import LONGEST_NOTE
from minutes.follow_up.tables import ActionState, DecisionState
from minutes.register.tables import MeetingState


class Standing(StrEnum):
    """How an action item stands on the day, by the names of due_dates.Standing."""

    OPEN = "open"
    LATE = "late"
    DONE = "done"


Text = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]
Note = Annotated[str, Field(max_length=LONGEST_NOTE, pattern=r"^[^\x00]*$")]


class Query(BaseModel):
    """The query of an address; what it does not know is refused, since it would do nothing."""

    model_config = ConfigDict(extra="forbid")


class ListQuery(Query):
    """Which part of a list is wanted."""

    body: Text = Field("", description="Organets namn i adresser (slug), till exempel largruppen.")
    year: int | None = Field(None, ge=1, le=9999, description="Mötets år.")
    q: Text = Field("", description="Ord som ska finnas i texten.")
    page: int = Field(1, ge=1, le=1_000_000, description="Sida, från 1. Hundra rader i varje.")


class MeetingQuery(ListQuery):
    """Which meetings are wanted."""

    person: Text = Field("", description="Namn på någon som var där.")
    state: MeetingState | None = Field(None, description="Var protokollet är på sin väg.")


class DecisionQuery(ListQuery):
    """Which decisions are wanted."""

    person: Text = Field("", description="Namn på någon som var med på mötet.")
    state: DecisionState | None = Field(None, description="Hur beslutet står.")


class ActionQuery(ListQuery):
    """Which action items are wanted."""

    owner: Text = Field("", description="Namn på den som är ansvarig.")
    standing: Standing | None = Field(None, description="Öppna, försenade eller klara.")
    state: ActionState | None = Field(None, description="Hur åtgärden står.")


class ImportQuery(Query):
    """What the file is called."""

    filename: str = Field(
        min_length=1,
        max_length=200,
        pattern=r"^[^\x00-\x1f\x7f/\\]+$",
        description="Filens namn, med sin ändelse: protokoll.docx.",
    )


class EventKind(StrEnum):
    """What a program may do with an action item."""

    STARTED = "started"
    WAITING = "waiting"
    DONE = "done"
    DROPPED = "dropped"
    REOPENED = "reopened"
    MORE_TIME = "more_time"
    COMMENTED = "commented"


class NewEvent(BaseModel):
    """What has happened to an action item. `due` belongs to more_time, and only there."""

    model_config = ConfigDict(extra="forbid")

    kind: EventKind
    note: Note = ""
    due: dt.date | None = None
