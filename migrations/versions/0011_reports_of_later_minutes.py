"""What later minutes report on earlier action items, as the secretary answered."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "later_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("action_item_id", sa.Integer(), nullable=False),
        sa.Column("first_line", sa.Integer(), nullable=True),
        sa.Column("is_report", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_item_id"],
            ["action_item.id"],
            name=op.f("fk_later_report_action_item_id_action_item"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_later_report_by_person")),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["stored_document.id"],
            name=op.f("fk_later_report_document_id_stored_document"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_later_report")),
        sa.UniqueConstraint(
            "document_id", "action_item_id", name=op.f("uq_later_report_document_id_action_item_id")
        ),
    )
    with op.batch_alter_table("later_report", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_later_report_action_item_id"), ["action_item_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_later_report_by"), ["by"], unique=False)


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("later_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_later_report_by"))
        batch_op.drop_index(batch_op.f("ix_later_report_action_item_id"))

    op.drop_table("later_report")
