"""How far a new installation has come."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.people.tables import Account, Body, Mandate
from minutes.register.tables import StoredDocument


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What has been done of what a new installation needs. `body` is the address of one."""

    body: str | None
    has_members: bool
    has_mail: bool
    has_file: bool

    @property
    def done(self) -> int:
        """How many of the four."""
        return sum((self.body is not None, self.has_members, self.has_mail, self.has_file))

    @property
    def may_be_closed(self) -> bool:
        """Whether what cannot be done without is done. Without mail, letters become files."""
        return self.body is not None and self.has_members and self.has_file


def first_steps(session: Session, person_id: int | None, *, has_mail: bool) -> FirstSteps | None:
    """The steps, until the person has put them away. One statement."""
    body = sa.select(col(Body.slug)).order_by(col(Body.id)).limit(1).scalar_subquery()
    row = session.execute(
        sa.select(
            body,
            sa.exists(sa.select(col(Mandate.id))),
            sa.exists(sa.select(col(StoredDocument.id))),
        ).where(
            sa.exists().where(
                col(Account.person_id) == person_id, sa.not_(col(Account.first_steps_closed))
            )
        )
    ).first()
    return FirstSteps(row[0], row[1], has_mail, row[2]) if row else None
