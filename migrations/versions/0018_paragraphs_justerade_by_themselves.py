"""Paragraphs justerade by themselves."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    with op.batch_alter_table("item", schema=None) as batch_op:
        batch_op.add_column(sa.Column("justerad_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("item", schema=None) as batch_op:
        batch_op.drop_column("justerad_at")
