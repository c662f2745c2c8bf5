"""A draft: what was recognised in a document, while the secretary looks it over."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type


class DraftState(StrEnum):
    """Open until its findings are registered, or the draft is thrown away."""

    OPEN = "open"
    REGISTERED = "registered"
    DISCARDED = "discarded"


class FindingKind(StrEnum):
    """What a finding is. REMARK is what the secretary should look at."""

    HEADER = "header"
    ATTENDEE = "attendee"
    ITEM = "item"
    DECISION = "decision"
    ACTION = "action"
    ANNOUNCED_MEETING = "announced_meeting"
    ATTACHMENT = "attachment"
    WATCH_ITEM = "watch_item"
    REFUSAL = "refusal"
    RUNNING_TEXT = "running_text"
    REMARK = "remark"


class FindingState(StrEnum):
    """What the secretary has said of it. What is MERGED stands in another finding."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    MERGED = "merged"


class Draft(Table, table=True):
    """The review of one meeting's minutes. `meeting_id` is set when it is registered.

    A document with several meetings has a draft for each: this one is number `part` of
    `parts`, and stands on the lines from `first_line` to `last_line`.
    `version` grows by one with each step of the review. `layout` is the shape of the source:
    [first line, last line, kind of block, level] of each block, and the cells of a row that has
    empty ones. `left_open` are the names of
    which the secretary has said that they stay as written.
    """

    __tablename__ = "draft"

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="stored_document.id", index=True)
    body_id: int | None = Field(default=None, foreign_key="body.id", index=True)
    state: DraftState = Field(default=DraftState.OPEN, sa_type=enum_type(DraftState), index=True)
    created_at: datetime = Field(sa_type=UTCDateTime)
    created_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id", index=True)
    part: int = 1
    parts: int = 1
    first_line: int | None = None  # None: the whole document
    last_line: int | None = None
    version: int = 0
    layout: list[Any] = Field(default_factory=list, sa_type=sa.JSON)
    left_open: list[str] = Field(default_factory=list, sa_type=sa.JSON)


class DraftFinding(Table, table=True):
    """One finding. `content` holds the fields of its kind in recognition/findings.py, as JSON.

    `recognised` keeps what recognition had proposed, from the first correction on, and
    `recognised_kind` its kind where the secretary gave it another. `version` is the draft's at
    the finding's last change.
    """

    __tablename__ = "draft_finding"

    id: int | None = Field(default=None, primary_key=True)
    draft_id: int = Field(foreign_key="draft.id", ondelete="CASCADE", index=True)
    position: int
    kind: FindingKind = Field(sa_type=enum_type(FindingKind))
    state: FindingState = Field(default=FindingState.PROPOSED, sa_type=enum_type(FindingState))
    content: dict[str, Any] = Field(sa_type=sa.JSON)  # replaced as a whole, never changed in place
    confidence: float = 1.0
    reason: str = Field(default="", max_length=300)
    recognised: dict[str, Any] | None = Field(default=None, sa_type=sa.JSON(none_as_null=True))
    recognised_kind: FindingKind | None = Field(default=None, sa_type=enum_type(FindingKind))
    first_line: int | None = None
    last_line: int | None = None
    version: int = 0


class DraftStep(Table, table=True):
    """A step of the review: who did what, and what it was before, so that it can be undone.

    `version` is the draft's after it. `before` holds each finding that it touched, as it was,
    by its id (None: it was not there), and with "draft" the draft's own fields.
    """

    __tablename__ = "draft_step"
    __table_args__ = (sa.UniqueConstraint("draft_id", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    draft_id: int = Field(foreign_key="draft.id", ondelete="CASCADE")
    version: int
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    at: datetime = Field(sa_type=UTCDateTime)
    words: str = Field(max_length=200)
    before: dict[str, Any] = Field(sa_type=sa.JSON)
    undone: bool = False  # it was, or it is itself the undoing of another


class FileState(StrEnum):
    """What has become of a file that was brought with many others."""

    WAITING = "waiting"
    READ = "read"
    ALREADY_THERE = "already_there"
    NOT_MINUTES = "not_minutes"
    REFUSED = "refused"


class ImportBatch(Table, table=True):
    """Many files brought at once, to be read one after the other by a job.

    Their minutes are of `body_id`, or guessed among the bodies `among` (None: all).
    `created_by` is None where they were named on the command line.
    """

    __tablename__ = "import_batch"

    id: int | None = Field(default=None, primary_key=True)
    created_at: datetime = Field(sa_type=UTCDateTime)
    created_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    body_id: int | None = Field(
        default=None, foreign_key="body.id", ondelete="SET NULL", index=True
    )
    among: list[int] | None = Field(default=None, sa_type=sa.JSON(none_as_null=True))


class ImportFile(Table, table=True):
    """A file of a batch. Its bytes are kept until it is read; `note` says why it was refused."""

    __tablename__ = "import_file"

    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="import_batch.id", ondelete="CASCADE", index=True)
    filename: str = Field(max_length=255)
    content: bytes | None = None
    state: FileState = Field(default=FileState.WAITING, sa_type=enum_type(FileState), index=True)
    note: str = Field(default="", max_length=500)
    document_id: int | None = Field(default=None, foreign_key="stored_document.id", index=True)
    tries: int = 0
    claimed_until: datetime | None = Field(default=None, sa_type=UTCDateTime)


class RuleKind(StrEnum):
    """What a rule of a body changes: who the owner is, or what kind of finding it is."""

    OWNER = "owner"
    KIND = "kind"


class BodyRule(Table, table=True):
    """A correction that the secretary has made again and again, done beforehand from now on.

    An owner written as `said` is `becomes`; a finding of the kind and reason in `said` is of
    the kind `becomes`, or refused. One that is not `wanted` is not offered again.
    """

    __tablename__ = "body_rule"
    __table_args__ = (sa.UniqueConstraint("body_id", "kind", "said"),)

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id", ondelete="CASCADE")
    kind: RuleKind = Field(sa_type=enum_type(RuleKind))
    said: str = Field(max_length=400)
    becomes: str = Field(max_length=200)
    wanted: bool = True
    created_at: datetime = Field(sa_type=UTCDateTime)
    created_by: int | None = Field(default=None, foreign_key="person.id", index=True)
