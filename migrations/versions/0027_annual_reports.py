"""Annual reports, their versions, and the decisions chosen for them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0027"
down_revision: str | None = "0025"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "annual_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("extent", sa.String(length=40), nullable=False),
        sa.Column("sections", sa.String(length=300), nullable=False),
        sa.Column("only_justerade", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("fixed", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_annual_report_body_id_body")
        ),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["person.id"], name=op.f("fk_annual_report_changed_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annual_report")),
        sa.UniqueConstraint("body_id", "year", name=op.f("uq_annual_report_body_id_year")),
    )
    with op.batch_alter_table("annual_report", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_annual_report_changed_by"), ["changed_by"], unique=False
        )

    op.create_table(
        "annual_report_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("what", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["by"], ["person.id"], name=op.f("fk_annual_report_version_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["annual_report.id"],
            name=op.f("fk_annual_report_version_report_id_annual_report"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annual_report_version")),
        sa.UniqueConstraint(
            "report_id", "number", name=op.f("uq_annual_report_version_report_id_number")
        ),
    )
    with op.batch_alter_table("annual_report_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_annual_report_version_by"), ["by"], unique=False)

    op.create_table(
        "decision_pin",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("is_important", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_decision_pin_by_person")),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name=op.f("fk_decision_pin_decision_id_decision"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_decision_pin")),
    )
    with op.batch_alter_table("decision_pin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_pin_by"), ["by"], unique=False)


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("decision_pin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_pin_by"))

    op.drop_table("decision_pin")
    with op.batch_alter_table("annual_report_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_annual_report_version_by"))

    op.drop_table("annual_report_version")
    with op.batch_alter_table("annual_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_annual_report_changed_by"))

    op.drop_table("annual_report")
