"""What the answers hold. A row of a table is never answered, only what one of these names."""

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from minutes.follow_up.tables import ActionState, DecisionState
from minutes.people.api_tokens import Scope
from minutes.people.tables import BodyKind, Regime
from minutes.recognition.findings import MinutesKind, PaperKind, Presence
from minutes.register.tables import MeetingState

# As the minutes say it, without an offset, which "time" in JSON Schema asks for.
WallClock = Annotated[
    dt.time, WithJsonSchema({"type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}$"})
]


class Answer(BaseModel):
    """An object of an answer: made of the attributes of what the program has, and no more."""

    model_config = ConfigDict(from_attributes=True, extra="forbid")


class Owner(Answer):
    """Who answers for an action item. `person_id` is null for a name that is nobody we know."""

    name: str
    person_id: int | None


class Me(Answer):
    """Whose key it is, and what it is for."""

    name: str
    scopes: list[Scope]


class BodyAnswer(Answer):
    """A body that meets."""

    id: int
    slug: str
    name: str
    organisation: str
    kind: BodyKind
    regime: Regime


class BodyList(Answer):
    """The bodies that the key's person may read."""

    data: list[BodyAnswer]


class Page(Answer):
    """Part of a long list: `page` of `pages`, counted from 1, of `total` in all."""

    page: int
    pages: int
    total: int


class MeetingLine(Answer):
    """A meeting in a list; `decisions` and `actions` are how many it has."""

    id: int
    date: dt.date
    title: str
    kind: MinutesKind
    state: MeetingState
    body: str
    body_slug: str = Field(validation_alias="slug")
    decisions: int
    actions: int


class MeetingPage(Page):
    """Meetings, the latest first."""

    data: list[MeetingLine]


class AttendeeAnswer(Answer):
    """Somebody whom the minutes list, as written."""

    name: str
    organisation: str | None
    role: str | None
    presence: Presence
    note: str | None


class ItemAnswer(Answer):
    """A point of the agenda with the running text under it; lines are those of the source."""

    id: int
    parent_id: int | None
    number: str | None
    title: str
    text: str
    first_line: int | None
    last_line: int | None


class ItemLine(ItemAnswer):
    """A point with the meeting that it is of."""

    meeting_id: int
    date: dt.date
    body_id: int
    body: str


class ItemPage(Page):
    """Points of the agenda, those of the latest meetings first."""

    data: list[ItemLine]


class MeetingDecision(Answer):
    """A decision in its meeting: `quote` in the words of the minutes."""

    id: int
    item_id: int | None
    text: str
    quote: str
    first_line: int | None
    last_line: int | None


class MeetingAction(Answer):
    """An action item in its meeting, as the minutes say. How it stands now: /actions/{id}."""

    id: int
    item_id: int | None
    text: str
    quote: str
    due: dt.date | None
    due_text: str | None
    owners: list[Owner]
    first_line: int | None
    last_line: int | None


class AnnouncedAnswer(Answer):
    """A coming meeting that the minutes announce."""

    date: dt.date | None
    start: WallClock | None
    end: WallClock | None
    place: str | None
    note: str | None


class MeetingAnswer(Answer):
    """What the minutes of a meeting say."""

    id: int
    body: BodyAnswer
    date: dt.date
    start: WallClock | None
    end: WallClock | None
    place: str | None
    title: str
    kind: MinutesKind
    state: MeetingState
    chair: str | None
    secretary: str | None
    adjusters: list[str]
    attendance: list[AttendeeAnswer]
    items: list[ItemAnswer]
    decisions: list[MeetingDecision]
    actions: list[MeetingAction]
    announced: list[AnnouncedAnswer]


class DecisionLine(Answer):
    """A decision in a list, with where it was made and how it stands."""

    id: int
    text: str
    meeting_id: int
    date: dt.date
    body: str
    number: str | None
    item: str | None
    state: DecisionState
    first_line: int | None


class DecisionPage(Page):
    """Decisions, the latest first."""

    data: list[DecisionLine]


class DecisionAnswer(Answer):
    """A decision, how it stands since `day`, and where that can be read."""

    id: int
    text: str
    quote: str
    meeting_id: int
    date: dt.date = Field(validation_alias="meeting_date")
    body_id: int
    body: str
    number: str | None
    item: str | None
    state: DecisionState
    day: dt.date | None
    reference: str
    replaced_by: int | None
    first_line: int | None


class ActionAnswer(Answer):
    """An action item with how it stands now; `due` is the day it falls due now, if on a day."""

    id: int
    text: str
    quote: str
    owners: list[Owner]
    due: dt.date | None
    due_text: str | None
    state: ActionState
    since: dt.datetime | None
    meeting_id: int
    meeting_date: dt.date
    body_id: int
    body: str
    item: str | None
    first_line: int | None


class ActionPage(Page):
    """Action items, those due first first."""

    data: list[ActionAnswer]


class DraftAnswer(Answer):
    """A draft that waits for review, or the meeting that it was registered as."""

    id: int = Field(validation_alias="draft_id")
    meeting_id: int | None


class ImportAnswer(Answer):
    """What became of a file. `already_there`: the same bytes had been brought before, and nothing
    changed. `drafts`: one for each meeting in it that the key's person may review.
    """

    is_minutes: bool
    already_there: bool
    paper: PaperKind | None
    drafts: list[DraftAnswer]


class Fault(Answer):
    """One thing that is wrong in what was sent, and where: query.page, body.due."""

    where: str
    message: str


class Problem(Answer):
    """Why a request was refused (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Fault] = []
