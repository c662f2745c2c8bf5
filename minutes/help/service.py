"""What can be done about help: the first steps are put away."""

import sqlalchemy as sa
from sqlmodel import Session, col

from minutes.people.tables import Account


def close_first_steps(session: Session, person_id: int) -> None:
    """Show the person the first steps no more."""
    mine = col(Account.person_id) == person_id
    session.execute(sa.update(Account).where(mine).values(first_steps_closed=True))
    session.commit()
