"""What is done to tell people: subscribe, confirm, leave, set whom a paragraph goes to, tell."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.distribution import queries
from minutes.distribution.expediering import ADDRESS, LONGEST_ADDRESS, Recipient
from minutes.distribution.links import LinkEnded, digest
from minutes.distribution.queries import Receiver, key_of
from minutes.distribution.tables import (
    Distribution,
    MemberSilence,
    ParagraphRecipient,
    Subscription,
)
from minutes.errors import Refused
from minutes.mail import service as mail
from minutes.mail.service import OPEN, Post
from minutes.mail.tables import OutboxMessage
from minutes.people import queries as people
from minutes.people.tables import Body
from minutes.publication.service import By, note
from minutes.publication.tables import Publication
from minutes.swedish_time import day_in_sweden

KIND = "publication"  # to members, and to those whom a paragraph concerns
SUBSCRIPTION = "subscription"  # to who has subscribed; no secretary reads their addresses
LASTS = dt.timedelta(days=7)
MOST_UNCONFIRMED = 5  # of an address; whoever types it may not be whose it is


@dataclass(frozen=True, slots=True)
class Left:
    """What can be ended through a mail: the body that it was about, and as what one had it."""

    body: Body
    address: str
    person_id: int | None
    is_silent: bool


def subscribe(
    session: Session, address: str, body_id: int | None, *, at: dt.datetime, sender: str
) -> None:
    """Ask the address whether it wants mails about the body, or about all. Raises Refused.

    Nobody learns from it whether the address has subscribed already: the mail says it.
    """
    wanted = address.strip().lower()
    if not ADDRESS.fullmatch(wanted) or len(wanted) > LONGEST_ADDRESS:
        raise Refused("Skriv en e-postadress som namn@example.se.")
    found = queries.subscription(session, wanted, body_id)
    if found is None:
        if queries.unconfirmed(session, wanted) >= MOST_UNCONFIRMED:
            return
        found = Subscription(address=wanted, body_id=body_id, asked_at=at)
        session.add(found)
        session.flush()
    key = f"confirm:{found.id}:{digest(wanted)}:{day_in_sweden(at)}"
    post = Post(key, SUBSCRIPTION, "", wanted, at, at + LASTS)
    mail.enqueue(session, [post], sender=sender)
    session.commit()


def waiting(session: Session, subscription_id: int, of_address: str) -> Subscription:
    """The subscription that a link confirms. Raises LinkEnded."""
    found = session.get(Subscription, subscription_id)
    if found is None or digest(found.address) != of_address:
        raise LinkEnded
    return found


def confirm(session: Session, subscription_id: int, of_address: str, at: dt.datetime) -> None:
    """Begin a subscription. Raises LinkEnded."""
    found = waiting(session, subscription_id, of_address)
    found.confirmed_at = found.confirmed_at or at
    session.add(found)
    session.commit()


def leaving(session: Session, message_id: int) -> Left:
    """What can be ended through the mail. Raises LinkEnded."""
    message = session.get(OutboxMessage, message_id)
    about = queries.publications_of(session, [message_id]).get(message_id)
    publication = session.get(Publication, about) if about else None
    if message is None or publication is None or not message.address:
        raise LinkEnded
    body = session.get_one(Body, publication.body_id)
    person = people.person_by_email(session, message.address)
    seats = (
        people.seats(session, body_id=body.id, person_id=person.id) if person is not None else []
    )
    member_id = person.id if person is not None and seats else None
    silence = session.get(MemberSilence, (body.id, member_id)) if member_id else None
    return Left(body, message.address, member_id, silence is not None)


def leave(session: Session, message_id: int) -> None:
    """End the mails about the body, and with them the subscription to all. Raises LinkEnded.

    What was sent to who only subscribed forgets the address.
    """
    left = leaving(session, message_id)
    if left.person_id is not None and not left.is_silent:
        assert left.body.id is not None
        session.add(MemberSilence(body_id=left.body.id, person_id=left.person_id))
    mine = col(Subscription.address) == left.address
    of_body = sa.or_(col(Subscription.body_id) == left.body.id, col(Subscription.body_id).is_(None))
    session.execute(sa.delete(Subscription).where(mine, of_body))
    session.flush()
    if session.scalar(sa.select(sa.exists().where(mine))) is False:
        session.execute(
            sa.update(OutboxMessage)
            .where(
                col(OutboxMessage.kind) == SUBSCRIPTION,
                col(OutboxMessage.address) == left.address,
                col(OutboxMessage.state).not_in(OPEN),
            )
            .values(address="", name="")
        )
    session.commit()


def come_back(session: Session, message_id: int) -> None:
    """Let a member who had left be told again. Raises LinkEnded."""
    left = leaving(session, message_id)
    silence = session.get(MemberSilence, (left.body.id, left.person_id or 0))
    if silence is not None:
        session.delete(silence)
    session.commit()


def forget_unconfirmed(session: Session, before: dt.datetime) -> int:
    """Take away what nobody has confirmed; how many."""
    gone = session.execute(
        sa.delete(Subscription).where(
            col(Subscription.confirmed_at).is_(None), col(Subscription.asked_at) < before
        )
    )
    session.commit()
    assert isinstance(gone, sa.CursorResult)
    return gone.rowcount


def set_recipients(
    session: Session,
    meeting_id: int,
    recipients: Mapping[int, Sequence[Recipient]],
    standing: Publication | None,
    by: By,
) -> None:
    """Keep whom each paragraph is sent to. Where the minutes are published, who is new is told."""
    kept = queries.recipients(session, meeting_id)
    for place in kept.keys() | recipients.keys():
        old, new = kept.get(place, []), list(recipients.get(place, ()))
        gone = sa.delete(ParagraphRecipient).where(
            col(ParagraphRecipient.meeting_id) == meeting_id,
            col(ParagraphRecipient.place) == place,
            sa.tuple_(col(ParagraphRecipient.name), col(ParagraphRecipient.address)).not_in(
                [(each.name, each.address) for each in new]
            ),
        )
        session.execute(gone)
        session.add_all(
            ParagraphRecipient(
                meeting_id=meeting_id, place=place, name=each.name, address=each.address, at=by.at
            )
            for each in new
            if each not in old
        )
    distribution = session.get(Distribution, standing.id) if standing is not None else None
    if distribution is not None:
        distribution.is_due = True
        session.add(distribution)
    count = sum(map(len, recipients.values()))
    note(session, by, "distribution.recipients", f"meeting:{meeting_id}", mottagare=count)
    session.commit()


def tell(session: Session, publication_id: int, by: By, sender: str) -> int:
    """Put the mails about a publication into the outbox; how many. Each is told once, and again
    only where another paragraph has come to concern them since.
    """
    told = queries.told(session, publication_id, by.today)
    last = session.get(Distribution, publication_id)
    before = queries.addresses_told(session, publication_id)
    new = 0
    if told is not None:
        posts = [
            _post(publication_id, each, by.at)
            for each in told.receivers.values()
            if each.address not in before or (last and each.since and each.since > last.at)
        ]
        new = len(mail.enqueue(session, posts, sender=sender))
    session.merge(Distribution(publication_id=publication_id, at=by.at))
    session.commit()
    return new


def _post(publication_id: int, receiver: Receiver, at: dt.datetime) -> Post:
    places = ",".join(map(str, receiver.places))
    key = key_of(publication_id, digest(f"{receiver.address} {places}"))
    kind = KIND if receiver.places or receiver.is_member else SUBSCRIPTION
    return Post(key, kind, receiver.name, receiver.address, at, at + LASTS)
