"""What recognition finds in minutes: plain data, each with its lines, how sure, and why."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from minutes.reading.blocks import Remark, Source
from minutes.records import record
from minutes.texts import N_

SURE = 0.9
LIKELY = 0.7
DOUBTFUL = 0.4


def confidence_word(confidence: float) -> str:
    """The word that the secretary sees: säker, trolig or osäker."""
    if confidence >= SURE:
        return N_("säker")
    return N_("trolig") if confidence >= LIKELY else N_("osäker")


class MinutesKind(StrEnum):
    """Formal minutes that decide and are adjusted, or notes of a meeting."""

    PROTOKOLL = N_("protokoll")
    MINNESANTECKNINGAR = N_("minnesanteckningar")


class PaperKind(StrEnum):
    """What a paper is that is not minutes; the values are the Swedish words."""

    BYLAWS = N_("stadgar")
    DIRECTIVE = N_("uppdragsdirektiv")
    NOTICE = N_("kallelse")
    AGENDA = N_("dagordning")
    TEMPLATE = N_("mall")
    SLIDES = N_("bildspel")
    STEERING = N_("styrdokument")  # a policy, a plan, rules of procedure
    OTHER = N_("handling")


class Presence(StrEnum):
    """Whether a person listed in the minutes took part."""

    PRESENT = "present"
    ABSENT = "absent"
    COPY = "copy"  # gets the minutes, was not summoned


class ActionStatus(StrEnum):
    """What the minutes themselves say of an action item."""

    OPEN = "open"
    DONE = "done"


@record
class Header:
    """Of which meeting the minutes are. What the document does not state is None.

    `paper` is what it is instead, where it is not minutes.
    """

    is_minutes: bool
    kind: MinutesKind | None = None
    paper: PaperKind | None = None
    title: str | None = None
    organisation: str | None = None
    body: str | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    adjusters: tuple[str, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)  # by field name


@record
class Attendee:
    """A person in the list of those present, absent or copied in.

    `group` is what the label above says of all under it: "tjänstgörande ersättare".
    """

    name: str
    presence: Presence
    source: Source
    organisation: str | None = None
    role: str | None = None
    note: str | None = None
    group: str | None = None


@record
class Item:
    """A point of the agenda. `number` is as printed, without what ends it."""

    id: str
    number: str | None
    title: str
    source: Source
    parent: str | None = None


@record
class Decision:
    """One operative clause of this body; `quote` is verbatim, `text` tidied for showing.

    `refers_to` are the lines of what "enligt ovan" means; `text` has their words too.
    """

    item: str | None
    quote: str
    text: str
    source: Source
    confidence: float
    reason: str
    refers_to: Source | None = None


@record
class ActionItem:
    """A commitment: who is to do what by when. `owners` is empty where nobody is named.

    `due` is a day that the text fixes; where it is vague, `due_suggested` is one to look.
    """

    item: str | None
    quote: str
    text: str
    source: Source
    confidence: float
    reason: str
    owners: tuple[str, ...] = ()
    owner_text: str | None = None
    due: dt.date | None = None
    due_text: str | None = None
    status: ActionStatus = ActionStatus.OPEN
    due_suggested: dt.date | None = None


@record
class AnnouncedMeeting:
    """A meeting of this body that the minutes announce."""

    date: dt.date | None
    source: Source
    start: dt.time | None = None
    end: dt.time | None = None
    place: str | None = None
    note: str | None = None


@record
class Attachment:
    """An appendix that stands in the document or is named by it."""

    label: str
    title: str
    source: Source


class RefusedKind(StrEnum):
    """What a refused passage looked like."""

    DECISION = "decision"
    ACTION = "action"
    PROPOSAL = "proposal"  # it is one, and the minutes record no decision on it


@record
class Refusal:
    """A passage that looked like a decision or an action and is not; `reason` says why."""

    kind: RefusedKind
    item: str | None
    quote: str
    reason: str
    source: Source


class WatchKind(StrEnum):
    """Which decision is to be watched."""

    DECIDED = "decided"  # by another body
    COMING = "coming"
    QUOTED = "quoted"


@record
class WatchItem:
    """A decision of another body, or one to come, that concerns the meeting.

    `body` is whose it is and `date` when, where the text says so; `date_text` is the time
    as written, and `check_day` one on which to look where no day is fixed.
    """

    kind: WatchKind
    item: str | None
    quote: str
    text: str
    source: Source
    confidence: float
    reason: str
    body: str | None = None
    date: dt.date | None = None
    date_text: str | None = None
    check_day: dt.date | None = None


@dataclass
class Statements:
    """What the running text says, in its order."""

    decisions: list[Decision] = field(default_factory=list)
    actions: list[ActionItem] = field(default_factory=list)
    watch_items: list[WatchItem] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


@record
class RunningText:
    """What no rule wanted, kept under its item so that nothing is lost."""

    item: str | None
    text: str
    source: Source


@record
class Recognition:
    """Everything found in one document, in the document's order.

    Where it holds the minutes of several meetings, `meetings` has what was found in each,
    `lines` says where each stands, and the header is that of the first.
    """

    header: Header
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    meetings_ahead: tuple[AnnouncedMeeting, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    watch_items: tuple[WatchItem, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    running_text: tuple[RunningText, ...] = ()
    remarks: tuple[Remark, ...] = ()
    meetings: "tuple[Recognition, ...]" = ()
    lines: Source | None = None
