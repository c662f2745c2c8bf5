"""Links that can be revoked."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

COLUMNS = ("link_generation", "calendar_generation")


def upgrade() -> None:
    """The step forward; what stands in mails that were sent is of generation 0."""
    with op.batch_alter_table("reminder_choice", schema=None) as batch_op:
        for column in COLUMNS:
            batch_op.add_column(sa.Column(column, sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("reminder_choice", schema=None) as batch_op:
        for column in COLUMNS:
            batch_op.alter_column(column, server_default=None)


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("reminder_choice", schema=None) as batch_op:
        for column in COLUMNS:
            batch_op.drop_column(column)
