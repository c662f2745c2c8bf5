"""The chair approves what is to be published of an annual report."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0057"
down_revision: str | None = "0056"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "report_approval",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_report_approval_by_person")),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["annual_report.id"],
            name=op.f("fk_report_approval_report_id_annual_report"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_report_approval")),
    )
    with op.batch_alter_table("report_approval", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_approval_by"), ["by"], unique=False)


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("report_approval", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_approval_by"))

    op.drop_table("report_approval")
