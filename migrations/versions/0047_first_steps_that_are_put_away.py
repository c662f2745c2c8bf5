"""Who has put the first steps of a new installation away."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0047"
down_revision: str | None = "0037"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward. Where there are meetings already, nobody needs the first steps."""
    closed = sa.Column(
        "first_steps_closed", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.add_column(closed)
    account = sa.table("account", sa.column("first_steps_closed", sa.Boolean()))
    any_meeting = sa.exists(sa.select(sa.table("meeting", sa.column("id")).c.id))
    op.execute(account.update().where(any_meeting).values(first_steps_closed=sa.true()))
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.alter_column("first_steps_closed", server_default=None)


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_column("first_steps_closed")
