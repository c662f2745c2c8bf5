"""Rounds of justering: the exact text that was sent, who is to sign it, and what was signed."""

import datetime as dt
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Field

from minutes.database import Table, UTCDateTime, enum_type


class RoundKind(StrEnum):
    """What is justerat."""

    MINUTES = "minutes"
    PARAGRAPHS = "paragraphs"  # omedelbar justering, while the rest waits
    CORRECTION = "correction"  # a rättelse, afterwards
    REPORT = "report"  # an årsberättelse; of no meeting


class RoundState(StrEnum):
    """Where a round is; steps stand in rounds.py."""

    OPEN = "open"
    COMPLETED = "completed"  # everybody has signed
    WITHDRAWN = "withdrawn"


class SignerRole(StrEnum):
    """In what capacity somebody signs."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    DEPUTY = "deputy"  # presided over some of the paragraphs
    JUSTERARE = "justerare"
    MEMBER = "member"  # of the board that gives a report


class FieldState(StrEnum):
    """Where a signature is; steps stand in rounds.py."""

    WAITING = "waiting"
    SIGNED = "signed"
    DECLINED = "declined"
    VOID = "void"  # the text was withdrawn


class Means(StrEnum):
    """How somebody signed."""

    PASSWORD = "password"  # noqa: S105  signed in, and the password once more
    LINK = "link"  # by the link that was mailed to the person's address
    PAPER = "paper"  # by hand; the secretary has noted it
    SIGNED_PDF = "signed-pdf"  # in the PDF, with a certificate of the signatory's own


class JusteringRules(Table, table=True):
    """How a body's minutes are justerade; a body without a row follows its regime's defaults."""

    __tablename__ = "justering_rules"

    body_id: int = Field(primary_key=True, foreign_key="body.id", ondelete="CASCADE")
    by_chair: bool = True
    by_secretary: bool = True
    justerare: int = 1  # how many
    in_order: bool = False  # the next is asked when the one before has signed
    days: int = 14  # after the meeting
    links: bool = False  # who has no account may sign by a mailed link
    initials: bool = False  # on every page of the printed minutes


class JusteringRound(Table, table=True):
    """One text that was sent to be signed. The text never changes.

    A meeting that is taken back to review leaves its withdrawn rounds behind; the draft tells
    then which minutes they were of. What is of no meeting has a `title` of its own, and `drawn`:
    what stands in its PDF between head and signatures, as it was when the text was sent. It may
    tell of the minutes of other bodies too: `covers` has their ids, with spaces between.
    """

    __tablename__ = "justering_round"

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int | None = Field(
        default=None, foreign_key="meeting.id", ondelete="SET NULL", index=True
    )
    draft_id: int | None = Field(default=None, foreign_key="draft.id", index=True)
    body_id: int = Field(foreign_key="body.id", index=True)
    kind: RoundKind = Field(sa_type=enum_type(RoundKind))
    state: RoundState = Field(default=RoundState.OPEN, sa_type=enum_type(RoundState))
    text: str = Field(sa_type=sa.Text)
    fingerprint: str = Field(max_length=64)
    in_order: bool = False
    latest_day: dt.date
    sent_at: dt.datetime = Field(sa_type=UTCDateTime)
    sent_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    ended_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    reason: str = Field(default="", sa_type=sa.Text)  # why it was withdrawn
    title: str = Field(default="", max_length=300, sa_column_kwargs={"server_default": ""})
    drawn: str = Field(default="", sa_type=sa.Text, sa_column_kwargs={"server_default": ""})
    covers: str = Field(default="", max_length=2000, sa_column_kwargs={"server_default": ""})

    @property
    def bodies(self) -> tuple[int, ...]:
        """The bodies of whose minutes its text tells."""
        return (self.body_id, *map(int, self.covers.split()))


class SignatureField(Table, table=True):
    """A place for one signature: who, as what, and for which paragraphs (empty: all)."""

    __tablename__ = "signature_field"
    __table_args__ = (sa.UniqueConstraint("round_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="justering_round.id", ondelete="CASCADE")
    position: int
    role: SignerRole = Field(sa_type=enum_type(SignerRole))
    name: str = Field(max_length=200)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    paragraphs: str = Field(default="", max_length=300)
    state: FieldState = Field(default=FieldState.WAITING, sa_type=enum_type(FieldState))
    reason: str = Field(default="", sa_type=sa.Text)  # why it was declined
    changed_at: dt.datetime = Field(sa_type=UTCDateTime)


class ParagraphAnswer(Table, table=True):
    """What a signatory says of one paragraph before signing. `place` counts from 0."""

    __tablename__ = "paragraph_answer"
    __table_args__ = (sa.UniqueConstraint("field_id", "place"),)

    id: int | None = Field(default=None, primary_key=True)
    field_id: int = Field(foreign_key="signature_field.id", ondelete="CASCADE")
    place: int
    agrees: bool
    note: str = Field(default="", sa_type=sa.Text)
    at: dt.datetime = Field(sa_type=UTCDateTime)


class Evidence(Table, table=True):
    """What is known of a signature that was given. It stays when the text is withdrawn."""

    __tablename__ = "evidence"

    id: int | None = Field(default=None, primary_key=True)
    field_id: int = Field(foreign_key="signature_field.id", ondelete="CASCADE", index=True)
    fingerprint: str = Field(max_length=64)
    name: str = Field(max_length=200)
    role: SignerRole = Field(sa_type=enum_type(SignerRole))
    means: Means = Field(sa_type=enum_type(Means))
    account: str = Field(default="", max_length=254)  # the mail address that was proved
    at: dt.datetime = Field(sa_type=UTCDateTime)
    local_time: str = Field(max_length=60)  # the same in Stockholm, as it was shown
    address: str = Field(default="", max_length=100)
    browser: str = Field(default="", max_length=300)
    consent: str = Field(sa_type=sa.Text)
    noted_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    filename: str = Field(default="", max_length=255)
    content: bytes | None = Field(default=None, sa_type=sa.LargeBinary)  # the file that came in
    content_sha256: str = Field(default="", max_length=64)
    covers: str = Field(default="", max_length=300)  # what of the minutes the file is of
    voided_at: dt.datetime | None = Field(default=None, sa_type=UTCDateTime)
    void_reason: str = Field(default="", sa_type=sa.Text)


class SealCertificate(Table, table=True):
    """A certificate that files of ours were sealed with, in DER; `sha256` of that."""

    __tablename__ = "seal_certificate"

    sha256: str = Field(primary_key=True, max_length=64)
    content: bytes = Field(sa_type=sa.LargeBinary)
    first_used: dt.datetime = Field(sa_type=UTCDateTime)


class SealedDocument(Table, table=True):
    """The sealed PDF of minutes that are justerade. It never changes."""

    __tablename__ = "sealed_document"

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="justering_round.id", ondelete="CASCADE", unique=True)
    certificate_sha256: str = Field(
        foreign_key="seal_certificate.sha256", max_length=64, index=True
    )
    content: bytes = Field(sa_type=sa.LargeBinary)
    content_sha256: str = Field(max_length=64)
    at: dt.datetime = Field(sa_type=UTCDateTime)


class WordTemplate(Table, table=True):
    """The Word file that a body's minutes are made from; without a row the default one is."""

    __tablename__ = "word_template"

    body_id: int = Field(primary_key=True, foreign_key="body.id", ondelete="CASCADE")
    filename: str = Field(max_length=200)
    content: bytes = Field(sa_type=sa.LargeBinary)
    at: dt.datetime = Field(sa_type=UTCDateTime)
