"""When a body reminds, and what waits for its secretary."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0015"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "body_pace",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("days_before", sa.Integer(), nullable=False),
        sa.Column("on_the_day", sa.Boolean(), nullable=False),
        sa.Column("again_days", sa.Integer(), nullable=False),
        sa.Column("meeting_days", sa.Integer(), nullable=True),
        sa.Column("chair_days", sa.Integer(), nullable=True),
        sa.Column("quiet_weeks", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_body_pace_body_id_body"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("body_id", name=op.f("pk_body_pace")),
    )
    op.create_table(
        "duty_reminder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"],
            ["outbox_message.id"],
            name=op.f("fk_duty_reminder_message_id_outbox_message"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_duty_reminder_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_reminder")),
        sa.UniqueConstraint(
            "message_id",
            "kind",
            "thing_id",
            name=op.f("uq_duty_reminder_message_id_kind_thing_id"),
        ),
    )
    with op.batch_alter_table("duty_reminder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duty_reminder_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("duty_reminder", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duty_reminder_person_id"))

    op.drop_table("duty_reminder")
    op.drop_table("body_pace")
