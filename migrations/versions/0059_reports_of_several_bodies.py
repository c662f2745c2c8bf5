"""Annual reports of several bodies, decisions chosen by report, and earlier names of bodies."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0059"
down_revision: str | None = "0058"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

TO_REPORTS = """
    INSERT INTO report_pin (report_id, decision_id, is_important, at, by)
    SELECT annual_report.id, decision_pin.decision_id, decision_pin.is_important,
        decision_pin.at, decision_pin.by
    FROM decision_pin
    JOIN decision ON decision.id = decision_pin.decision_id
    JOIN meeting ON meeting.id = decision.meeting_id
    JOIN annual_report ON annual_report.body_id = meeting.body_id
    WHERE CAST(annual_report.year AS VARCHAR) = SUBSTR(CAST(meeting.date AS VARCHAR), 1, 4)
"""
FROM_REPORTS = """
    INSERT INTO decision_pin (decision_id, is_important, at, by)
    SELECT report_pin.decision_id, report_pin.is_important, report_pin.at, report_pin.by
    FROM report_pin
    JOIN annual_report ON annual_report.id = report_pin.report_id
    WHERE annual_report.covers = ''
"""


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "former_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_former_name_body_id_body"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_name")),
    )
    with op.batch_alter_table("former_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_former_name_body_id"), ["body_id"], unique=False)

    with op.batch_alter_table("justering_round", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("covers", sa.String(length=2000), server_default="", nullable=False)
        )

    with op.batch_alter_table("annual_report", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("covers", sa.String(length=2000), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("together", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.drop_constraint(batch_op.f("uq_annual_report_body_id_year"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_annual_report_body_id_year_covers"), ["body_id", "year", "covers"]
        )

    op.create_table(
        "report_pin",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("is_important", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_report_pin_by_person")),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name=op.f("fk_report_pin_decision_id_decision"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["annual_report.id"],
            name=op.f("fk_report_pin_report_id_annual_report"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report_id", "decision_id", name=op.f("pk_report_pin")),
    )
    with op.batch_alter_table("report_pin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_pin_by"), ["by"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_pin_decision_id"), ["decision_id"])
    op.execute(TO_REPORTS)

    with op.batch_alter_table("decision_pin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_pin_by"))
    op.drop_table("decision_pin")


def downgrade() -> None:
    """The step back. Reports of several bodies, which the tables of before cannot hold, go."""
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
    op.execute(FROM_REPORTS)

    with op.batch_alter_table("report_pin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_pin_decision_id"))
        batch_op.drop_index(batch_op.f("ix_report_pin_by"))
    op.drop_table("report_pin")

    op.execute(
        "DELETE FROM published_report WHERE report_id IN"
        " (SELECT id FROM annual_report WHERE covers <> '')"
    )
    op.execute("DELETE FROM annual_report WHERE covers <> ''")
    with op.batch_alter_table("annual_report", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_annual_report_body_id_year_covers"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_annual_report_body_id_year"), ["body_id", "year"]
        )
        batch_op.drop_column("together")
        batch_op.drop_column("covers")

    with op.batch_alter_table("justering_round", schema=None) as batch_op:
        batch_op.drop_column("covers")

    with op.batch_alter_table("former_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_former_name_body_id"))
    op.drop_table("former_name")
