"""What is known of a body's years, taken out of the database once: what all figures count. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from minutes.follow_up.tables import DecisionState
from minutes.recognition.findings import MinutesKind, Presence
from minutes.register.tables import MeetingState


@dataclass(frozen=True, slots=True)
class ItemFact:
    """A point of a meeting's agenda."""

    id: int
    number: str | None
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class AttendeeFact:
    """Somebody whom the minutes list; `key` is one for the same person in all meetings.

    served: was there with a vote (register/serving.py), as a member or as a substitute.
    """

    key: str
    name: str
    presence: Presence
    organisation: str | None = None
    role: str | None = None
    served: bool = False
    is_substitute: bool = False


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """A decision, and how it stands now."""

    id: int
    item_id: int | None
    text: str
    quote: str
    state: DecisionState = DecisionState.IN_FORCE
    day: dt.date | None = None  # since when it stands so


@dataclass(frozen=True, slots=True)
class ActionFact:
    """An action item: `ended` is the day on which it was done or dropped, None while it is open."""

    id: int
    item_id: int | None
    text: str
    quote: str
    owners: tuple[str, ...] = ()
    due: dt.date | None = None
    ended: dt.date | None = None
    dropped: bool = False
    told_done: bool = False  # the minutes that promise it say that it is done

    def is_open_on(self, day: dt.date) -> bool:
        """Whether it was still to be done at the end of the day."""
        return self.ended is None or self.ended > day


@dataclass(frozen=True, slots=True)
class AnnouncedFact:
    """A coming meeting that minutes announce."""

    date: dt.date
    place: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting with all that its minutes say.

    `sent` and `justerat` are the days on which the whole minutes went to be justerade and were,
    `latest` the last day for it; `published` that on which they were first published. `posted` is
    the day of the notice that they are justerade, `post_by` the last day for that.
    """

    id: int
    body_id: int
    body: str
    date: dt.date
    title: str
    kind: MinutesKind
    state: MeetingState
    items: tuple[ItemFact, ...] = ()
    attendees: tuple[AttendeeFact, ...] = ()
    decisions: tuple[DecisionFact, ...] = ()
    actions: tuple[ActionFact, ...] = ()
    announced: tuple[AnnouncedFact, ...] = ()
    sent: dt.date | None = None
    latest: dt.date | None = None
    justerat: dt.date | None = None
    published: dt.date | None = None
    posted: dt.date | None = None
    post_by: dt.date | None = None

    @property
    def is_signed(self) -> bool:
        """Whether the minutes are justerade."""
        return self.state in (MeetingState.JUSTERAT, MeetingState.PUBLISHED)

    @property
    def is_published(self) -> bool:
        """Whether the minutes are published."""
        return self.state is MeetingState.PUBLISHED

    @property
    def days_to_publication(self) -> int | None:
        """From the justering to the first publication; None where that is not known."""
        if self.published is None or self.justerat is None or self.published < self.justerat:
            return None
        return (self.published - self.justerat).days

    def item(self, item_id: int | None) -> ItemFact | None:
        """The point with the id."""
        return next((each for each in self.items if each.id == item_id), None)


@dataclass(frozen=True, slots=True)
class ReferralFact:
    """A question between two bodies."""

    id: int
    question: str
    from_body_id: int
    from_body: str
    to_body_id: int
    to_body: str
    sent: dt.date
    answered: dt.date | None = None
    meeting_id: int | None = None  # in whose minutes it was promised
    item_id: int | None = None


@dataclass(frozen=True, slots=True)
class WatchFact:
    """A decision of somebody else that the body waits for."""

    id: int
    meeting_id: int | None
    whose: str
    what: str
    item_id: int | None = None
    came: dt.date | None = None
    body_id: int = 0


@dataclass(frozen=True, slots=True)
class MandateFact:
    """Somebody's role in the body from a day to a day (None: until further notice)."""

    name: str
    role: str  # in Swedish
    first_day: dt.date
    last_day: dt.date | None = None
    body_id: int = 0


@dataclass(frozen=True, slots=True)
class FormerNameFact:
    """What a body was called until the day on which its name was changed in the register."""

    body_id: int
    name: str
    changed: dt.date


@dataclass(frozen=True, slots=True)
class CancelledFact:
    """A planned meeting that was called off, and of which there are no minutes."""

    body_id: int
    date: dt.date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """The meetings of one or more bodies up to the end of a year, in order of time."""

    bodies: tuple[tuple[int, str], ...]
    meetings: tuple[MeetingFact, ...] = ()
    referrals: tuple[ReferralFact, ...] = ()
    watched: tuple[WatchFact, ...] = ()
    mandates: tuple[MandateFact, ...] = ()
    left_out: tuple[tuple[int, dt.date], ...] = ()  # (body, day) of minutes not justerade
    former_names: tuple[FormerNameFact, ...] = ()  # since the year began
    cancelled: tuple[CancelledFact, ...] = ()

    def of_year(self, year: int) -> tuple[MeetingFact, ...]:
        """The meetings held in the year."""
        return tuple(each for each in self.meetings if each.date.year == year)

    def of_body(self, body_id: int) -> "Record":
        """What is of the one body; questions between two bodies are of both."""
        return Record(
            tuple(each for each in self.bodies if each[0] == body_id),
            tuple(each for each in self.meetings if each.body_id == body_id),
            tuple(
                each for each in self.referrals if body_id in (each.from_body_id, each.to_body_id)
            ),
            tuple(each for each in self.watched if each.body_id == body_id),
            tuple(each for each in self.mandates if each.body_id == body_id),
            tuple(each for each in self.left_out if each[0] == body_id),
            tuple(each for each in self.former_names if each.body_id == body_id),
            tuple(each for each in self.cancelled if each.body_id == body_id),
        )

    def unrecorded(self, year: int, today: dt.date) -> Mapping[tuple[int, dt.date], MeetingFact]:
        """The (body, day) of the year before today for which minutes announce a meeting of which
        there are no minutes, and which was not called off, with the meeting whose minutes say so.
        """
        held = {(each.body_id, each.date) for each in self.meetings} | set(self.left_out)
        held |= {(each.body_id, each.date) for each in self.cancelled}
        announced = {
            (meeting.body_id, each.date): meeting
            for meeting in self.meetings
            for each in meeting.announced
            if each.date.year == year and each.date < today
        }
        return {key: meeting for key, meeting in announced.items() if key not in held}

    def called_off(self, year: int, today: dt.date) -> tuple[CancelledFact, ...]:
        """The meetings of the year that were called off, as far as it has come today."""
        return tuple(
            each for each in self.cancelled if each.date.year == year and each.date <= today
        )

    def until(self, day: dt.date) -> "Record":
        """What was known of meetings up to the day."""
        held = tuple(each for each in self.meetings if each.date <= day)
        asked = tuple(each for each in self.referrals if each.sent <= day)
        return replace(self, meetings=held, referrals=asked)

    def actions(self) -> Iterator[tuple[MeetingFact, ActionFact]]:
        """Every action item with its meeting."""
        return ((meeting, action) for meeting in self.meetings for action in meeting.actions)

    def decisions(self) -> Iterator[tuple[MeetingFact, DecisionFact]]:
        """Every decision with its meeting."""
        return ((meeting, each) for meeting in self.meetings for each in meeting.decisions)
