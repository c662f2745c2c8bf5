"""What is asked about who is told of a publication."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.distribution.expediering import Recipient
from minutes.distribution.tables import (
    Distribution,
    MemberSilence,
    ParagraphRecipient,
    Subscription,
)
from minutes.justering.canonical import read_canonical
from minutes.justering.minutes_text import Minutes
from minutes.mail.tables import MailState, OutboxMessage
from minutes.people import queries as people
from minutes.people.tables import Body, Mandate, Person, Role
from minutes.publication import queries as publications
from minutes.publication.masking import WITHHELD
from minutes.publication.tables import Audience, Publication, PublicationState
from minutes.register.tables import Meeting


@dataclass(slots=True)
class Receiver:
    """Somebody who is told of a publication, and why: the paragraphs that are for them (places
    from 0; `since` when the last of them was added), their mandate, their subscription.
    """

    address: str
    name: str = ""
    places: list[int] = field(default_factory=list)
    since: dt.datetime | None = None
    is_member: bool = False
    is_subscriber: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A publication with what a mail about it is written from. Replies go to the body's secretary:
    their name and address, empty where there is none.
    """

    publication: Publication
    body: Body
    twin: Minutes
    receivers: dict[str, Receiver]
    secretary: tuple[str, str] = ("", "")


def to_tell(session: Session) -> list[int]:
    """The publications that stand and of which somebody is to be told."""
    done = sa.select(col(Distribution.publication_id)).where(col(Distribution.is_due).is_(False))
    query = sa.select(col(Publication.id)).where(
        col(Publication.state) == PublicationState.PUBLISHED, col(Publication.id).not_in(done)
    )
    return [each for each in session.scalars(query.order_by(col(Publication.id))) if each]


def told(session: Session, publication_id: int, today: dt.date) -> Told | None:
    """The publication and who is told of it now; None where it does not stand any more."""
    found = session.get(Publication, publication_id)
    if found is None or found.state is not PublicationState.PUBLISHED:
        return None
    twin = read_canonical(found.text)
    receivers: dict[str, Receiver] = {}
    for row in _concerned(session, found, twin):
        receiver = receivers.setdefault(row.address, Receiver(row.address, row.name))
        receiver.places.append(row.place)
        receiver.since = max(receiver.since or row.at, row.at)
    for name, address in _members(session, found.body_id, today):
        receiver = receivers.setdefault(address, Receiver(address, name))
        receiver.is_member, receiver.name = True, name
    if found.audience is Audience.EVERYBODY:
        for address in _subscribers(session, found.body_id):
            receivers.setdefault(address, Receiver(address)).is_subscriber = True
    body = session.get_one(Body, found.body_id)
    return Told(found, body, twin, receivers, _secretary(session, found.body_id, today))


def _secretary(session: Session, body_id: int, today: dt.date) -> tuple[str, str]:
    seats = people.seats(session, body_id=body_id, on=today)
    reached = (seat for seat in seats if seat.role is Role.SECRETARY and seat.email)
    return next(((seat.person, seat.email or "") for seat in reached), ("", ""))


def _concerned(
    session: Session, publication: Publication, twin: Minutes
) -> list[ParagraphRecipient]:
    """Expediering by mail. Of a later version: the paragraphs that are changed, and whoever was
    added since the one before.
    """
    before = _before(session, publication)
    old = read_canonical(before.text) if before else None
    was = old.paragraphs if old else ()
    corrected = {each.place for each in twin.corrections if not old or each not in old.corrections}
    rows = session.exec(
        select(ParagraphRecipient)
        .where(
            ParagraphRecipient.meeting_id == publication.meeting_id,
            ParagraphRecipient.address != "",
        )
        .order_by(col(ParagraphRecipient.place), col(ParagraphRecipient.id))
    )
    found = []
    for row in rows:
        if row.place >= len(twin.paragraphs) or twin.paragraphs[row.place].title == WITHHELD:
            continue
        paragraph = twin.paragraphs[row.place]
        is_same = row.place < len(was) and was[row.place] == paragraph
        is_same = is_same and paragraph.label not in corrected
        if before is None or not is_same or row.at > before.published_at:
            found.append(row)
    return found


def _before(session: Session, publication: Publication) -> Publication | None:
    """The version that this one replaced."""
    query = select(Publication).where(
        Publication.meeting_id == publication.meeting_id,
        Publication.version < publication.version,
        Publication.state == PublicationState.REPLACED,
    )
    return session.exec(query.order_by(col(Publication.version).desc()).limit(1)).first()


def _members(session: Session, body_id: int, today: dt.date) -> list[tuple[str, str]]:
    """(name, address) of those with a mandate in a body that tells its members."""
    if not publications.rules_of(session, body_id).tells_members:
        return []
    silent = sa.select(col(MemberSilence.person_id)).where(col(MemberSilence.body_id) == body_id)
    rows = session.execute(
        sa.select(col(Person.name), col(Person.email))
        .join(Mandate, col(Mandate.person_id) == Person.id)
        .where(
            col(Mandate.body_id) == body_id,
            people.holds_on(today),
            col(Person.email).is_not(None),
            col(Person.id).not_in(silent),
        )
        .distinct()
        .order_by(col(Person.name))
    )
    return [(name, address) for name, address in rows]


def _subscribers(session: Session, body_id: int) -> list[str]:
    query = (
        sa.select(col(Subscription.address))
        .where(
            sa.or_(col(Subscription.body_id) == body_id, col(Subscription.body_id).is_(None)),
            col(Subscription.confirmed_at).is_not(None),
        )
        .distinct()
        .order_by(col(Subscription.address))
    )
    return list(session.scalars(query))


def subscription(session: Session, address: str, body_id: int | None) -> Subscription | None:
    """The subscription of the address to the body, or to all, confirmed or not."""
    of_body = (
        col(Subscription.body_id).is_(None)
        if body_id is None
        else col(Subscription.body_id) == body_id
    )
    query = select(Subscription).where(Subscription.address == address, of_body)
    return session.exec(query.order_by(col(Subscription.id)).limit(1)).first()


def unconfirmed(session: Session, address: str) -> int:
    """How many subscriptions of the address wait to be confirmed."""
    query = sa.select(sa.func.count()).where(
        col(Subscription.address) == address, col(Subscription.confirmed_at).is_(None)
    )
    return session.scalar(query) or 0


def number_of_subscribers(session: Session, body_id: int) -> int:
    """How many are told when the body publishes for everybody."""
    return len(_subscribers(session, body_id))


def recipients(session: Session, meeting_id: int) -> dict[int, list[Recipient]]:
    """Whom each paragraph of the meeting is sent to, by place."""
    rows = session.exec(
        select(ParagraphRecipient)
        .where(ParagraphRecipient.meeting_id == meeting_id)
        .order_by(col(ParagraphRecipient.place), col(ParagraphRecipient.id))
    )
    found: dict[int, list[Recipient]] = {}
    for row in rows:
        found.setdefault(row.place, []).append(Recipient(row.name, row.address))
    return found


def known_addresses(session: Session, body: Body) -> dict[str, str]:
    """Addresses by name (without its case): of persons in the organisation, and of whom the body
    has sent a paragraph to before, the last one first.
    """
    same = col(Body.id) == body.id
    if body.organisation:
        same = sa.or_(same, col(Body.organisation) == body.organisation)
    bodies = sa.select(col(Body.id)).where(same)
    persons = session.execute(
        sa.select(col(Person.name), col(Person.email))
        .join(Mandate, col(Mandate.person_id) == Person.id)
        .where(col(Mandate.body_id).in_(bodies), col(Person.email).is_not(None))
    )
    found = {name.casefold(): address for name, address in persons}
    sent = session.execute(
        sa.select(col(ParagraphRecipient.name), col(ParagraphRecipient.address))
        .join(Meeting, col(Meeting.id) == ParagraphRecipient.meeting_id)
        .where(col(Meeting.body_id).in_(bodies), col(ParagraphRecipient.address) != "")
        .order_by(col(ParagraphRecipient.id))
    )
    found |= {name.casefold(): address for name, address in sent if name}
    return found


def addresses_told(session: Session, publication_id: int) -> set[str]:
    """Who has a mail about the publication, sent or on its way."""
    query = sa.select(col(OutboxMessage.address)).where(_about(publication_id))
    return set(session.scalars(query))


def sent(session: Session, publication_id: int) -> dict[MailState, int]:
    """What has become of the mails about the publication, in numbers."""
    rows = session.execute(
        sa.select(col(OutboxMessage.state), sa.func.count())
        .where(_about(publication_id))
        .group_by(col(OutboxMessage.state))
    )
    return {state: count for state, count in rows}  # noqa: C416 – dict() does not know the types


def _about(publication_id: int) -> sa.ColumnElement[bool]:
    return col(OutboxMessage.dedupe_key).startswith(key_of(publication_id, ""))


def key_of(publication_id: int, rest: str) -> str:
    """The key of a mail about the publication, by which the outbox takes it once."""
    return f"published:{publication_id}:{rest}"


def publications_of(session: Session, message_ids: Sequence[int]) -> dict[int, int]:
    """The publication that each of the mails is about, by the id of the mail."""
    rows = session.execute(
        sa.select(col(OutboxMessage.id), col(OutboxMessage.dedupe_key)).where(
            col(OutboxMessage.id).in_(message_ids),
            col(OutboxMessage.dedupe_key).startswith("published:"),
        )
    )
    return {id_: int(key.split(":")[1]) for id_, key in rows}
