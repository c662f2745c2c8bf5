"""Notices of meetings, and of paragraphs that are justerade at once."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0035"
down_revision: str | None = "0034"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "meeting_notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("start", sa.Time(), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("post_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_down_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_meeting_notice_body_id_body")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_meeting_notice_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_notice")),
    )
    with op.batch_alter_table("meeting_notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_notice_body_id"), ["body_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_meeting_notice_person_id"), ["person_id"], unique=False
        )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("at_once", sa.Boolean(), server_default=sa.false(), nullable=False)
        )


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_column("at_once")
    op.drop_table("meeting_notice")
