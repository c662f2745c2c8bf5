"""What is published: a body's rules, what was decided in the look before, and the public twins."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type
from minutes.publication.look import Choice, Kind


class Scope(StrEnum):
    """What of its minutes a body publishes."""

    NOTHING = "nothing"
    DECISIONS = "decisions"
    ALL = "all"


class Audience(StrEnum):
    """For whom."""

    MEMBERS = "members"
    ORGANISATION = "organisation"  # whoever has a mandate in a body of the organisation
    EVERYBODY = "everybody"


class Timing(StrEnum):
    """When."""

    BY_HAND = "by_hand"
    WHEN_JUSTERAT = "when_justerat"


class Looker(StrEnum):
    """Who must have looked first."""

    NOBODY = "nobody"  # unless something is found
    SECRETARY = "secretary"
    CHAIR = "chair"  # approves what the secretary has prepared


class PublicationState(StrEnum):
    """What has become of a publication."""

    PUBLISHED = "published"
    REPLACED = "replaced"  # by a later version
    WITHDRAWN = "withdrawn"


class PublicationRules(Table, table=True):
    """How a body publishes. A body without a row publishes nothing.

    posts: whether the justering is announced on the anslagstavla when the minutes are published.
    kept_at: where its minutes are available, for the notice. tells_members: whether those who hold
    a mandate get a mail when something is published.
    """

    __tablename__ = "publication_rules"

    body_id: int = Field(primary_key=True, foreign_key="body.id", ondelete="CASCADE")
    scope: Scope = Field(default=Scope.NOTHING, sa_type=enum_type(Scope))
    audience: Audience = Field(default=Audience.EVERYBODY, sa_type=enum_type(Audience))
    timing: Timing = Field(default=Timing.BY_HAND, sa_type=enum_type(Timing))
    looker: Looker = Field(default=Looker.SECRETARY, sa_type=enum_type(Looker))
    posts: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    kept_at: str = Field(default="", max_length=300, sa_column_kwargs={"server_default": ""})
    tells_members: bool = Field(default=True, sa_column_kwargs={"server_default": sa.true()})


class LookAnswer(Table, table=True):
    """What is done with words of a meeting's minutes, and why. Never served to the public."""

    __tablename__ = "look_answer"
    __table_args__ = (sa.UniqueConstraint("meeting_id", "words"),)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="CASCADE")
    words: str = Field(max_length=500)
    kind: Kind = Field(sa_type=enum_type(Kind))
    choice: Choice = Field(sa_type=enum_type(Choice))
    reason: str = Field(default="", sa_type=sa.Text)
    at: dt.datetime = Field(sa_type=UTCDateTime)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)


class Withheld(Table, table=True):
    """A paragraph that is not published, and why. `place` counts from 0."""

    __tablename__ = "withheld"
    __table_args__ = (sa.UniqueConstraint("meeting_id", "place"),)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="CASCADE")
    place: int
    reason: str = Field(sa_type=sa.Text)
    at: dt.datetime = Field(sa_type=UTCDateTime)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)


class Preparation(Table, table=True):
    """That the secretary has looked at a meeting's minutes, and what the chair has approved: the
    fingerprint of the text that is to be published, empty where there is none.
    """

    __tablename__ = "publication_preparation"

    meeting_id: int = Field(primary_key=True, foreign_key="meeting.id", ondelete="CASCADE")
    looked_at: dt.datetime = Field(sa_type=UTCDateTime)
    looked_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    approved: str = Field(default="", max_length=64)
    approved_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    approved_by: int | None = Field(default=None, foreign_key="person.id", index=True)


class Publication(Table, table=True):
    """A public twin, as it was published. All that is served of it is made of this row.

    address: the last part of its address, the day of the meeting; the same for every version.
    justerat_by: a name a line. changes: what is new in this version, a change a line.
    """

    __tablename__ = "publication"
    __table_args__ = (
        sa.UniqueConstraint("body_id", "address", "version"),
        # Lists are counted and sorted without the texts.
        sa.Index("ix_publication_listed", "body_id", "state", "audience", "date", "address"),
        sa.Index("ix_publication_state_audience_date", "state", "audience", "date", "body_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id")
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    address: str = Field(max_length=20)
    version: int = 1
    state: PublicationState = Field(
        default=PublicationState.PUBLISHED, sa_type=enum_type(PublicationState)
    )
    scope: Scope = Field(sa_type=enum_type(Scope))
    audience: Audience = Field(sa_type=enum_type(Audience))
    title: str = Field(max_length=300)
    date: dt.date
    text: str = Field(sa_type=sa.Text)
    justerat_on: dt.date
    justerat_by: str = Field(default="", sa_type=sa.Text)
    changes: str = Field(default="", sa_type=sa.Text)
    published_at: dt.datetime = Field(sa_type=UTCDateTime)
    published_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    withdrawn_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    withdrawn_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    reason: str = Field(default="", sa_type=sa.Text)  # why it was withdrawn; everybody reads it


class PublishedFile(Table, table=True):
    """A publication as a file to save."""

    __tablename__ = "published_file"
    __table_args__ = (sa.UniqueConstraint("publication_id", "kind"),)

    id: int | None = Field(default=None, primary_key=True)
    publication_id: int = Field(foreign_key="publication.id", ondelete="CASCADE")
    kind: str = Field(max_length=10)  # pdf or docx
    content: bytes = Field(sa_type=sa.LargeBinary)
    sha256: str = Field(max_length=64)


class PageText(Table, table=True):
    """What the page of a publication that stands now says, in a language, as HTML. `made_with` is
    the version of the templates; with other ones it is made again.
    """

    __tablename__ = "page_text"
    __table_args__ = (sa.UniqueConstraint("publication_id", "language"),)

    id: int | None = Field(default=None, primary_key=True)
    publication_id: int = Field(foreign_key="publication.id", ondelete="CASCADE")
    language: str = Field(max_length=2)
    made_with: str = Field(max_length=16)
    facts: str = Field(sa_type=sa.Text)
    minutes: str = Field(sa_type=sa.Text)
    aside: str = Field(sa_type=sa.Text)
    summary: str = Field(max_length=200)


class PartKind(StrEnum):
    """What a part of a publication is."""

    MEETING = "meeting"
    ITEM = "item"
    DECISION = "decision"


class PublishedPart(Table, table=True):
    """The head, a paragraph or a decision of a publication that stands now; `anchor` is its
    address there, empty for the head.
    """

    __tablename__ = "published_part"
    # By which the decisions of a publication are counted.
    __table_args__ = (sa.Index("ix_published_part_publication_id", "publication_id", "kind"),)

    id: int | None = Field(default=None, primary_key=True)
    publication_id: int = Field(foreign_key="publication.id", ondelete="CASCADE")
    kind: PartKind = Field(sa_type=enum_type(PartKind), index=True)
    position: int
    anchor: str = Field(max_length=60)
    label: str = Field(sa_type=sa.Text)
    text: str = Field(sa_type=sa.Text)


class ComingMeeting(Table, table=True):
    """A meeting that a publication announces, where it says the day."""

    __tablename__ = "coming_meeting"

    id: int | None = Field(default=None, primary_key=True)
    publication_id: int = Field(foreign_key="publication.id", ondelete="CASCADE", index=True)
    date: dt.date = Field(index=True)
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = Field(default="", max_length=300)
    note: str = Field(default="", max_length=300)


class Notice(Table, table=True):
    """An anslag: that a text is justerat. It is up from `posted_at`, or will be at `post_at`, until
    `taken_down_at`.

    paragraphs: which ones, as § 26–38. at_once: that they were justerade by themselves, while the
    rest waited. kept_at: where the minutes are available. The days are
    those of anslag.py, worked out again with every check.
    """

    __tablename__ = "notice"
    __table_args__ = (sa.Index("ix_notice_posted_at_taken_down_at", "posted_at", "taken_down_at"),)

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id", index=True)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    round_id: int = Field(foreign_key="justering_round.id", unique=True)
    date: dt.date  # of the meeting
    justerat_on: dt.date
    paragraphs: str = Field(default="", max_length=300)
    at_once: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
    kept_at: str = Field(max_length=300)
    post_at: dt.datetime = Field(sa_type=UTCDateTime)
    posted_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    latest_appeal: dt.date | None = None
    earliest_down: dt.date | None = None
    days_up: int = 0
    taken_down_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)


class Summons(StrEnum):
    """What tells of a meeting ahead."""

    KUNGORELSE = "kungörelse"  # of fullmäktige, a week before at the latest
    KALLELSE = "kallelse"


class MeetingNotice(Table, table=True):
    """That a body is to meet, on the anslagstavla. It is up from `posted_at`, or will be at
    `post_at`, until `taken_down_at`: the day after the meeting, or when somebody takes it down.

    agenda: a point a line. about: how the public can follow the meeting.
    """

    __tablename__ = "meeting_notice"

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id", index=True)
    kind: Summons = Field(sa_type=enum_type(Summons))
    date: dt.date
    start: dt.time | None = None
    place: str = Field(default="", max_length=300)
    agenda: str = Field(default="", sa_type=sa.Text)
    about: str = Field(default="", sa_type=sa.Text)
    post_at: dt.datetime = Field(sa_type=UTCDateTime)
    posted_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    taken_down_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)


class PostingCheck(Table, table=True):
    """That a notice was asked for over HTTP, and what was answered. Never changed."""

    __tablename__ = "posting_check"

    id: int | None = Field(default=None, primary_key=True)
    notice_id: int = Field(foreign_key="notice.id", ondelete="CASCADE", index=True)
    at: dt.datetime = Field(sa_type=UTCDateTime)
    stood: bool
    answer: str = Field(default="", max_length=200)
