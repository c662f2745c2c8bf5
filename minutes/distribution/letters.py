"""Writes a mail about published minutes at the moment it is sent; what is no longer so is not."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.distribution import queries
from minutes.distribution.links import Links
from minutes.distribution.queries import Receiver, Told
from minutes.distribution.tables import Subscription
from minutes.distribution.wording import Part, Published, confirmation, published
from minutes.formatting import long_date
from minutes.justering.minutes_text import Paragraph
from minutes.mail.letters import Letter, reply_to
from minutes.mail.sending import NotNeeded, Writer
from minutes.mail.service import Claimed
from minutes.mail.tables import OutboxMessage
from minutes.people.queries import called_in_full
from minutes.people.tables import Body
from minutes.publication.addresses import anchors
from minutes.publication.tables import Audience

GONE = "Publiceringen är tillbakatagen, eller så finns en nyare version."
NOT_WANTED = "Mottagaren vill inte längre ha brevet."
MOST_POINTS = 40
LONGEST_TEXT = 3000  # characters of a paragraph
ALL = "alla organ"


@dataclass(frozen=True, slots=True)
class PublicationComposer:
    """Writes the mails of this stage for one installation."""

    links: Links
    today: Callable[[], dt.date]

    def __call__(self, session: Session, mails: Sequence[Claimed]) -> Writer:
        """The mails as they are to be read now."""
        about = queries.publications_of(session, [mail.id for mail in mails])
        told = {
            publication_id: queries.told(session, publication_id, self.today())
            for publication_id in set(about.values())
        }
        subscriptions = _subscriptions(session, [each.id for each in mails if each.id not in about])
        written = {}
        for mail in mails:
            if mail.id in about:
                written[mail.id] = self._published(told[about[mail.id]], mail)
            else:
                written[mail.id] = self._confirmation(subscriptions.get(mail.id), mail)
        return written.__getitem__

    def _published(self, told: Told | None, mail: Claimed) -> Letter | NotNeeded:
        if told is None:
            return NotNeeded(GONE)
        receiver = told.receivers.get(mail.address)
        if receiver is None:
            return NotNeeded(NOT_WANTED)
        letter = published(self._said(told, receiver, mail))
        if not receiver.places and not receiver.is_member:
            return letter
        return replace(letter, headers={**letter.headers, **reply_to(*told.secretary)})

    def _said(self, told: Told, receiver: Receiver, mail: Claimed) -> Published:
        found = told.publication
        link = self.links.minutes(told.body.slug, found.address)
        parts = [
            Part(each.label, f"{link}#{anchor}", _text(each))
            for each, anchor in zip(
                told.twin.paragraphs, anchors(told.twin.paragraphs), strict=True
            )
        ]
        ends = receiver.is_member or receiver.is_subscriber
        titled = [
            part
            for part, each in zip(parts, told.twin.paragraphs, strict=True)
            if each.number or each.title
        ]
        return Published(
            name=receiver.name,
            what=f"{told.body.full_name}, {long_date(found.date)}",
            title=found.title,
            link=link,
            signs_in=found.audience is not Audience.EVERYBODY,
            version=found.version,
            why=_why(told, receiver),
            leave=self.links.leave(mail.id) if ends else "",
            changes=[each for each in found.changes.split("\n") if each],
            concerned=tuple(parts[place] for place in receiver.places),
            points=() if receiver.places else titled[:MOST_POINTS],
        )

    def _confirmation(
        self, found: tuple[Subscription, str] | None, mail: Claimed
    ) -> Letter | NotNeeded:
        if found is None or found[0].address != mail.address:
            return NotNeeded(NOT_WANTED)
        subscription, of = found
        link = self.links.confirm(subscription.id or 0, subscription.address)
        return confirmation(of, link, is_confirmed=subscription.confirmed_at is not None)


def _subscriptions(
    session: Session, message_ids: Sequence[int]
) -> dict[int, tuple[Subscription, str]]:
    """The subscription that each mail asks about, and whose minutes it is to."""
    keys = session.execute(
        sa.select(col(OutboxMessage.id), col(OutboxMessage.dedupe_key)).where(
            col(OutboxMessage.id).in_(message_ids)
        )
    )
    wanted = {id_: int(key.split(":")[1]) for id_, key in keys}
    rows = session.execute(
        sa.select(Subscription, called_in_full())
        .outerjoin(Body, col(Body.id) == Subscription.body_id)
        .where(col(Subscription.id).in_(wanted.values()))
    )
    found = {each.id: (each, name or ALL) for each, name in rows}
    return {
        id_: found[subscription] for id_, subscription in wanted.items() if subscription in found
    }


def _text(paragraph: Paragraph) -> str:
    """What the paragraph says: its text; of a body that publishes decisions only, those."""
    text = paragraph.text or "\n\n".join(each.quote or each.text for each in paragraph.clauses)
    if len(text) <= LONGEST_TEXT:
        return text
    return text[:LONGEST_TEXT].rsplit(" ", 1)[0] + " …"


def _why(told: Told, receiver: Receiver) -> list[str]:
    said = []
    if receiver.places:
        which = "paragrafen" if len(receiver.places) == 1 else "paragraferna"
        said.append(f"{which} ska skickas till {receiver.name or 'dig'}")
    if receiver.is_member:
        said.append(f"du har ett uppdrag i {told.body.full_name}")
    if receiver.is_subscriber:
        said.append("du prenumererar på nya protokoll")
    return said
