"""The numbers of action items in mails, and replies that were kept as comments."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0023"
down_revision: str | None = "0026"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.add_column(
        "reminder", sa.Column("number", sa.Integer(), nullable=False, server_default=sa.text("0"))
    )
    op.add_column(
        "mail_answer", sa.Column("kept", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.alter_column("number", server_default=None)
    with op.batch_alter_table("mail_answer", schema=None) as batch_op:
        batch_op.alter_column("kept", server_default=None)


def downgrade() -> None:
    """The step back."""
    op.drop_column("mail_answer", "kept")
    op.drop_column("reminder", "number")
