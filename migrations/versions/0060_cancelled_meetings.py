"""Planned meetings that were called off."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0060"
down_revision: str | None = "0059"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "cancelled_meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["body.id"],
            name=op.f("fk_cancelled_meeting_body_id_body"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_cancelled_meeting_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cancelled_meeting")),
        sa.UniqueConstraint("body_id", "date", name=op.f("uq_cancelled_meeting_body_id_date")),
    )
    op.create_index("ix_cancelled_meeting_by", "cancelled_meeting", ["by"])


def downgrade() -> None:
    """The step back."""
    op.drop_index("ix_cancelled_meeting_by", table_name="cancelled_meeting")
    op.drop_table("cancelled_meeting")
