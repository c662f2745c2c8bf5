"""Annual reports are sent for justering: their exact text, and their rounds."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0036"
down_revision: str | None = "0046"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    with op.batch_alter_table("justering_round", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("title", sa.String(length=300), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("drawn", sa.Text(), server_default="", nullable=False))

    with op.batch_alter_table("annual_report", schema=None) as batch_op:
        batch_op.add_column(sa.Column("exact", sa.Text(), server_default="", nullable=False))
        batch_op.drop_column("fingerprint")

    op.create_table(
        "annual_report_round",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["annual_report.id"],
            name=op.f("fk_annual_report_round_report_id_annual_report"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["justering_round.id"],
            name=op.f("fk_annual_report_round_round_id_justering_round"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_annual_report_round")),
    )
    with op.batch_alter_table("annual_report_round", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_annual_report_round_report_id"), ["report_id"], unique=False
        )


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("annual_report_round", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_annual_report_round_report_id"))

    op.drop_table("annual_report_round")
    with op.batch_alter_table("annual_report", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("fingerprint", sa.String(length=64), server_default="", nullable=False)
        )
        batch_op.drop_column("exact")

    with op.batch_alter_table("justering_round", schema=None) as batch_op:
        batch_op.drop_column("drawn")
        batch_op.drop_column("title")
