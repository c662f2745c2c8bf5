"""Persons, the bodies they sit in, and the accounts they sign in with."""

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type
from minutes.texts import N_


class Regime(StrEnum):
    """The rules that the body's minutes follow."""

    KOMMUNALLAGEN = "kommunallagen"
    ASSOCIATION = "förening"
    NONE = "inget"


class BodyKind(StrEnum):
    """What kind of organ a body is."""

    NAMND = "nämnd"
    UTSKOTT = "utskott"
    COUNCIL = "råd"
    BOARD = "styrelse"
    GROUP = "grupp"
    ASSEMBLY = "stämma"
    OTHER = "annat"


class Numbering(StrEnum):
    """From where the items of a body's minutes are counted."""

    PER_MEETING = "möte"
    PER_YEAR = "år"


class MeetingWord(StrEnum):
    """What a body calls its meetings."""

    MOTE = N_("möte")
    SAMMANTRADE = N_("sammanträde")


class Role(StrEnum):
    """What a person is in a body. It is also what decides what they may do there."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    READER = "reader"


def full_name(name: str, organisation: str) -> str:
    """What a body is called where nothing around it says of which organisation it is."""
    if organisation.startswith(f"{name} "):  # an association that is its only body
        return organisation
    return f"{name}, {organisation}" if organisation and organisation not in name else name


class Body(Table, table=True):
    """An organ that meets and minutes its meetings."""

    __tablename__ = "body"
    __table_args__ = (sa.UniqueConstraint("organisation", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=200)
    slug: str = Field(max_length=120, unique=True)
    organisation: str = Field(default="", max_length=200)
    regime: Regime = Field(default=Regime.NONE, sa_type=enum_type(Regime))
    kind: BodyKind = Field(default=BodyKind.OTHER, sa_type=enum_type(BodyKind))
    numbering: Numbering = Field(default=Numbering.PER_MEETING, sa_type=enum_type(Numbering))
    meeting_word: MeetingWord = Field(default=MeetingWord.MOTE, sa_type=enum_type(MeetingWord))

    @property
    def full_name(self) -> str:
        """The body with its organisation, for who may know many boards and annual meetings."""
        return full_name(self.name, self.organisation)


class FormerName(Table, table=True):
    """What a body was called until its name was changed."""

    __tablename__ = "former_name"

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id", ondelete="CASCADE", index=True)
    name: str = Field(max_length=200)
    changed_at: datetime = Field(sa_type=UTCDateTime)


class Person(Table, table=True):
    """Somebody who takes part in meetings; without a mail address they cannot be reminded."""

    __tablename__ = "person"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=200, index=True)
    email: str | None = Field(default=None, max_length=254, unique=True)  # lower case
    # Whom this one turned out to be. All that was theirs is that person's; the row stays, so
    # that old addresses lead on and what is written down of them can be read.
    merged_into: int | None = Field(default=None, foreign_key="person.id", index=True)


class Alias(Table, table=True):
    """A form in which the minutes of a body write a person: "Karin", "Anders L", "Vordf"."""

    __tablename__ = "alias"
    __table_args__ = (sa.UniqueConstraint("body_id", "text"),)

    id: int | None = Field(default=None, primary_key=True)
    body_id: int = Field(foreign_key="body.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    text: str = Field(max_length=200)


class Mandate(Table, table=True):
    """A person's role in a body from a day to a day (None: until further notice)."""

    __tablename__ = "mandate"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    body_id: int = Field(foreign_key="body.id", ondelete="CASCADE", index=True)
    role: Role = Field(sa_type=enum_type(Role))
    first_day: date
    last_day: date | None = None


class Account(Table, table=True):
    """The right of a person to sign in, with the mail address as user name."""

    __tablename__ = "account"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", unique=True)
    password_hash: str = Field(max_length=200)
    is_administrator: bool = False
    is_active: bool = True
    first_steps_closed: bool = False  # an administrator needs them no more
    language: str | None = Field(default=None, max_length=2)  # that pages speak; None: not chosen
    created_at: datetime = Field(sa_type=UTCDateTime)


class SignIn(Table, table=True):
    """A signed-in browser. Only the hash of its token is stored; signing out deletes the row."""

    __tablename__ = "sign_in"

    token_hash: str = Field(primary_key=True, max_length=64)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    created_at: datetime = Field(sa_type=UTCDateTime)
    expires_at: datetime = Field(sa_type=UTCDateTime, index=True)


class ApiToken(Table, table=True):
    """A key with which a program acts for a person. Only its hash is stored.

    `scopes` are values of api_tokens.Scope with a space between; `last_day` is the last day on
    which the key is good.
    """

    __tablename__ = "api_token"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    name: str = Field(max_length=80)
    token_hash: str = Field(max_length=64, unique=True)
    scopes: str = Field(max_length=80)
    created_at: datetime = Field(sa_type=UTCDateTime)
    last_day: date


class FailedSignIn(Table, table=True):
    """A refused password, counted to slow down guessing. `key` is an address or a user name."""

    __tablename__ = "failed_sign_in"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(max_length=300, index=True)
    at: datetime = Field(sa_type=UTCDateTime)


class SavedView(Table, table=True):
    """A choice of what a list shows, that a person has given a name: the query of its address."""

    __tablename__ = "saved_view"
    __table_args__ = (sa.UniqueConstraint("person_id", "page", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE")
    page: str = Field(max_length=40)
    name: str = Field(max_length=80)
    query: str = Field(max_length=1000)
