"""What falls due with events; the life of decisions; referred questions and watch items."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "watch_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("whose", sa.String(length=200), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("first_line", sa.Integer(), nullable=True),
        sa.Column("check_day", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("came_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_watch_item_body_id_body")),
        sa.ForeignKeyConstraint(
            ["ended_by"], ["person.id"], name=op.f("fk_watch_item_ended_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_watch_item_made_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_watch_item_meeting_id_meeting")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_item")),
    )
    with op.batch_alter_table("watch_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_watch_item_body_id"), ["body_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_watch_item_check_day"), ["check_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_watch_item_ended_by"), ["ended_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_watch_item_made_by"), ["made_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_watch_item_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_watch_item_state"), ["state"], unique=False)

    op.create_table(
        "action_due",
        sa.Column("action_item_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_item_id"],
            ["action_item.id"],
            name=op.f("fk_action_due_action_item_id_action_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("action_item_id", name=op.f("pk_action_due")),
    )
    with op.batch_alter_table("action_due", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_due_day"), ["day"], unique=False)

    op.create_table(
        "decision_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("via", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(length=300), nullable=False),
        sa.Column("replaced_by", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_decision_event_by_person")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_event_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by"], ["decision.id"], name=op.f("fk_decision_event_replaced_by_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_event")),
    )
    with op.batch_alter_table("decision_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_event_by"), ["by"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_decision_event_decision_id"), ["decision_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_decision_event_replaced_by"), ["replaced_by"], unique=False
        )

    op.create_table(
        "decision_now",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(length=300), nullable=False),
        sa.Column("replaced_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_decision_now_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by"], ["decision.id"], name=op.f("fk_decision_now_replaced_by_decision")
        ),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_decision_now")),
    )
    with op.batch_alter_table("decision_now", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_decision_now_replaced_by"), ["replaced_by"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_decision_now_state"), ["state"], unique=False)

    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_body_id", sa.Integer(), nullable=False),
        sa.Column("to_body_id", sa.Integer(), nullable=False),
        sa.Column("action_item_id", sa.Integer(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_item_id"],
            ["action_item.id"],
            name=op.f("fk_referral_action_item_id_action_item"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_referral_answered_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["person.id"], name=op.f("fk_referral_closed_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["from_body_id"], ["body.id"], name=op.f("fk_referral_from_body_id_body")
        ),
        sa.ForeignKeyConstraint(
            ["sent_by"], ["person.id"], name=op.f("fk_referral_sent_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["to_body_id"], ["body.id"], name=op.f("fk_referral_to_body_id_body")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_referral_action_item_id"), ["action_item_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_referral_answered_by"), ["answered_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_closed_by"), ["closed_by"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_referral_from_body_id"), ["from_body_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_referral_sent_by"), ["sent_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_to_body_id"), ["to_body_id"], unique=False)

    with op.batch_alter_table("action_event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("due_rule", sa.String(length=80), nullable=True))

    with op.batch_alter_table("action_now", schema=None) as batch_op:
        batch_op.add_column(sa.Column("due_rule", sa.String(length=80), nullable=True))


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("action_now", schema=None) as batch_op:
        batch_op.drop_column("due_rule")

    with op.batch_alter_table("action_event", schema=None) as batch_op:
        batch_op.drop_column("due_rule")

    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_to_body_id"))
        batch_op.drop_index(batch_op.f("ix_referral_state"))
        batch_op.drop_index(batch_op.f("ix_referral_sent_by"))
        batch_op.drop_index(batch_op.f("ix_referral_from_body_id"))
        batch_op.drop_index(batch_op.f("ix_referral_closed_by"))
        batch_op.drop_index(batch_op.f("ix_referral_answered_by"))
        batch_op.drop_index(batch_op.f("ix_referral_action_item_id"))

    op.drop_table("referral")
    with op.batch_alter_table("decision_now", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_now_state"))
        batch_op.drop_index(batch_op.f("ix_decision_now_replaced_by"))

    op.drop_table("decision_now")
    with op.batch_alter_table("decision_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_event_replaced_by"))
        batch_op.drop_index(batch_op.f("ix_decision_event_decision_id"))
        batch_op.drop_index(batch_op.f("ix_decision_event_by"))

    op.drop_table("decision_event")
    with op.batch_alter_table("action_due", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_due_day"))

    op.drop_table("action_due")
    with op.batch_alter_table("watch_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_watch_item_state"))
        batch_op.drop_index(batch_op.f("ix_watch_item_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_watch_item_made_by"))
        batch_op.drop_index(batch_op.f("ix_watch_item_ended_by"))
        batch_op.drop_index(batch_op.f("ix_watch_item_check_day"))
        batch_op.drop_index(batch_op.f("ix_watch_item_body_id"))

    op.drop_table("watch_item")
