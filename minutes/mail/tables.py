"""The outbox: mails that are to be sent, and what became of each."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type


class MailState(StrEnum):
    """Where a mail is on its way."""

    WAITING = "waiting"
    SENDING = "sending"  # a sender has it until lease_until
    SENT = "sent"  # the server has accepted it
    REFUSED = "refused"  # the server has said no for good
    EXPIRED = "expired"  # its time was out before a server took it
    WITHDRAWN = "withdrawn"  # when it was to be sent, nobody needed it any more


class OutboxMessage(Table, table=True):
    """One mail to one person. What it says is written when it is sent, by its kind.

    The dedupe key lets the same mail be decided once, however many decide it; it has its
    Message-ID from then on, so that a mail that comes twice is seen to be the same.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (sa.Index("ix_outbox_message_state_due_at", "state", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    dedupe_key: str = Field(max_length=200, unique=True)
    message_id: str = Field(max_length=200)
    kind: str = Field(max_length=40)
    name: str = Field(max_length=200)
    address: str = Field(max_length=254)
    subject: str = Field(default="", max_length=300)  # as it was last sent
    state: MailState = Field(default=MailState.WAITING, sa_type=enum_type(MailState))
    created_at: datetime = Field(sa_type=UTCDateTime, index=True)
    due_at: datetime = Field(sa_type=UTCDateTime)  # not tried before
    expires_at: datetime = Field(sa_type=UTCDateTime)  # not tried after
    attempts: int = 0
    sender: str | None = Field(default=None, max_length=80)
    lease_until: datetime | None = Field(default=None, sa_type=UTCDateTime)
    reply: str = Field(default="", sa_type=sa.Text)  # what the server last said, or why not
    ended_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
