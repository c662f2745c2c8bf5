"""Several meetings in one document."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.add_column(sa.Column("part", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("parts", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("first_line", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("last_line", sa.Integer(), nullable=True))

    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.alter_column("part", server_default=None)  # it was for the drafts there were
        batch_op.alter_column("parts", server_default=None)

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("first_line", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("last_line", sa.Integer(), nullable=True))


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_column("last_line")
        batch_op.drop_column("first_line")

    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.drop_column("last_line")
        batch_op.drop_column("first_line")
        batch_op.drop_column("parts")
        batch_op.drop_column("part")
