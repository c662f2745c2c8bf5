"""Annual reports are published: what is masked in them, and each publication."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0037"
down_revision: str | None = "0042"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "report_look_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("choice", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_report_look_answer_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["annual_report.id"],
            name=op.f("fk_report_look_answer_report_id_annual_report"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_look_answer")),
        sa.UniqueConstraint(
            "report_id", "words", name=op.f("uq_report_look_answer_report_id_words")
        ),
    )
    with op.batch_alter_table("report_look_answer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_report_look_answer_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "published_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("fixed", sa.Text(), nullable=False),
        sa.Column("left_out", sa.Integer(), nullable=False),
        sa.Column("justerat_on", sa.Date(), nullable=False),
        sa.Column("justerat_by", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_published_report_body_id_body")
        ),
        sa.ForeignKeyConstraint(
            ["published_by"], ["person.id"], name=op.f("fk_published_report_published_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["annual_report.id"],
            name=op.f("fk_published_report_report_id_annual_report"),
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by"], ["person.id"], name=op.f("fk_published_report_withdrawn_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_report")),
        sa.UniqueConstraint(
            "body_id",
            "address",
            "version",
            name=op.f("uq_published_report_body_id_address_version"),
        ),
    )
    with op.batch_alter_table("published_report", schema=None) as batch_op:
        for column in ("published_by", "report_id", "withdrawn_by"):
            batch_op.create_index(
                batch_op.f(f"ix_published_report_{column}"), [column], unique=False
            )


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("published_report", schema=None) as batch_op:
        for column in ("withdrawn_by", "report_id", "published_by"):
            batch_op.drop_index(batch_op.f(f"ix_published_report_{column}"))

    op.drop_table("published_report")
    with op.batch_alter_table("report_look_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_look_answer_person_id"))

    op.drop_table("report_look_answer")
