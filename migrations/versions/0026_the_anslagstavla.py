"""The anslagstavla: notices, and what was answered when they were asked for."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0026"
down_revision: str | None = "0027"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("justerat_on", sa.Date(), nullable=False),
        sa.Column("paragraphs", sa.String(length=300), nullable=False),
        sa.Column("kept_at", sa.String(length=300), nullable=False),
        sa.Column("post_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("latest_appeal", sa.Date(), nullable=True),
        sa.Column("earliest_down", sa.Date(), nullable=True),
        sa.Column("days_up", sa.Integer(), nullable=False),
        sa.Column("taken_down_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_notice_body_id_body")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_notice_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_notice_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["justering_round.id"], name=op.f("fk_notice_round_id_justering_round")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("round_id", name=op.f("uq_notice_round_id")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notice_body_id"), ["body_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notice_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notice_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "ix_notice_posted_at_taken_down_at", ["posted_at", "taken_down_at"], unique=False
        )

    op.create_table(
        "posting_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stood", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"],
            ["notice.id"],
            name=op.f("fk_posting_check_notice_id_notice"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posting_check")),
    )
    with op.batch_alter_table("posting_check", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_posting_check_notice_id"), ["notice_id"], unique=False)

    with op.batch_alter_table("publication_rules", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("posts", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(
            sa.Column("kept_at", sa.String(length=300), server_default="", nullable=False)
        )


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("publication_rules", schema=None) as batch_op:
        batch_op.drop_column("kept_at")
        batch_op.drop_column("posts")

    with op.batch_alter_table("posting_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_posting_check_notice_id"))

    op.drop_table("posting_check")
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_index("ix_notice_posted_at_taken_down_at")
        batch_op.drop_index(batch_op.f("ix_notice_person_id"))
        batch_op.drop_index(batch_op.f("ix_notice_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_notice_body_id"))

    op.drop_table("notice")
