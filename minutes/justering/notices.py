"""Puts the mails about justering into the outbox, in the transaction of the act they tell of.

What a mail says is written when it is sent (letters.py), by what its key names.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlmodel import Session

from minutes.errors import Refused
from minutes.justering import queries
from minutes.justering.tables import FieldState, JusteringRound, SignatureField
from minutes.mail import service as mail
from minutes.mail.service import Post
from minutes.people import queries as people
from minutes.people.tables import Role
from minutes.swedish_time import day_in_sweden
from minutes.texts import N_

KIND = "justering"
LASTS = dt.timedelta(days=7)


class About(StrEnum):
    """What a mail tells."""

    ASKED = "asked"
    DECLINED = "declined"
    OBJECTED = "objected"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Key:
    """What a mail is about and to whom. `field_id` is 0 where it is about the whole round.

    turn: tells two mails of the same kind apart, such as two objections.
    """

    about: About
    round_id: int
    field_id: int
    person_id: int
    turn: int = 0

    def __str__(self) -> str:
        parts = (self.about, self.round_id, self.field_id, self.person_id, self.turn)
        return ":".join(map(str, (KIND, *parts)))


def read_key(text: str) -> Key:
    """The key as it was written."""
    _, about, *numbers = text.split(":")
    return Key(About(about), *map(int, numbers))


def again(session: Session, key: str, today: dt.date, at: dt.datetime, sender: str) -> bool:
    """Put a mail into the outbox once more, to the person's present address, in the caller's
    transaction; False where that was done today. Raises Refused where there is no address.
    """
    anew = replace(read_key(key), turn=today.toordinal())
    person = people.person(session, anew.person_id)
    if person.email is None:
        raise Refused(N_("%(name)s har ingen e-postadress.", name=person.name))
    post = Post(str(anew), KIND, person.name, person.email, at, at + LASTS)
    return bool(mail.enqueue(session, [post], sender=sender))


@dataclass(frozen=True, slots=True)
class Notifier:
    """Tells people. `sender` is who the mails come from."""

    session: Session
    at: dt.datetime
    sender: str

    def ask(self, round_: JusteringRound) -> None:
        """Ask those whose turn it is and who have not signed; nobody is asked twice."""
        assert round_.id is not None
        waiting = []
        for field in queries.fields(self.session, round_.id):
            if field.state is FieldState.WAITING:
                waiting.append(field)
            if round_.in_order and field.state is not FieldState.SIGNED:
                break
        for field in waiting:
            self._tell(About.ASKED, round_.id, field.id or 0, [field.person_id])

    def tell_officers(self, about: About, round_: JusteringRound, field: SignatureField) -> None:
        """Tell the body's secretary and chair, and who sent the text, but not who did it."""
        assert round_.id is not None
        people_ids = {*self._officers(round_), round_.sent_by} - {field.person_id}
        turn = int(self.at.timestamp() * 1_000_000)
        self._tell(about, round_.id, field.id or 0, sorted(filter(None, people_ids)), turn)

    def tell_signatories(self, about: About, round_: JusteringRound, but: int | None) -> None:
        """Tell those who were to sign, and the body's secretary and chair; not who did it."""
        assert round_.id is not None
        signatories = {each.person_id for each in queries.fields(self.session, round_.id)}
        people_ids = (signatories | self._officers(round_)) - {but}
        self._tell(about, round_.id, 0, sorted(filter(None, people_ids)))

    def _officers(self, round_: JusteringRound) -> set[int | None]:
        seats = people.seats(self.session, body_id=round_.body_id, on=day_in_sweden(self.at))
        return {seat.person_id for seat in seats if seat.role in (Role.SECRETARY, Role.CHAIR)}

    def _tell(
        self,
        about: About,
        round_id: int,
        field_id: int,
        person_ids: Iterable[int | None],
        turn: int = 0,
    ) -> None:
        for person_id in filter(None, person_ids):
            person = people.person(self.session, person_id)
            if person.email is None:
                continue
            key = str(Key(about, round_id, field_id, person_id, turn))
            post = Post(key, KIND, person.name, person.email, self.at, self.at + LASTS)
            mail.enqueue(self.session, [post], sender=self.sender)
