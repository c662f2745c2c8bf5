"""Who is told of what is published: subscribers, those a paragraph concerns, and who wants not."""

import datetime as dt

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime


class Subscription(Table, table=True):
    """That somebody wants a mail when a body publishes; any body, where `body_id` is None.

    Nothing is sent before the address has confirmed it, but the question whether it does.
    """

    __tablename__ = "subscription"

    id: int | None = Field(default=None, primary_key=True)
    address: str = Field(max_length=254, index=True)  # lower case
    body_id: int | None = Field(default=None, foreign_key="body.id", ondelete="CASCADE", index=True)
    asked_at: dt.datetime = Field(sa_type=UTCDateTime)
    confirmed_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)


class ParagraphRecipient(Table, table=True):
    """Expediering: somebody who is sent a paragraph when it is published.

    place: which paragraph, counted from 0. address: empty where it goes another way.
    """

    __tablename__ = "paragraph_recipient"
    __table_args__ = (sa.Index("ix_paragraph_recipient_meeting_id_place", "meeting_id", "place"),)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meeting.id", ondelete="CASCADE")
    place: int
    name: str = Field(default="", max_length=200)
    address: str = Field(default="", max_length=254)  # lower case
    at: dt.datetime = Field(sa_type=UTCDateTime)


class MemberSilence(Table, table=True):
    """That a member wants no mail when the body publishes."""

    __tablename__ = "member_silence"

    body_id: int = Field(primary_key=True, foreign_key="body.id", ondelete="CASCADE")
    person_id: int = Field(
        primary_key=True, foreign_key="person.id", ondelete="CASCADE", index=True
    )


class Distribution(Table, table=True):
    """When the mails about a publication were put into the outbox. Without a row they are to be,
    and those to who is new where `is_due`.
    """

    __tablename__ = "distribution"

    publication_id: int = Field(primary_key=True, foreign_key="publication.id", ondelete="CASCADE")
    at: dt.datetime = Field(sa_type=UTCDateTime)
    is_due: bool = False
