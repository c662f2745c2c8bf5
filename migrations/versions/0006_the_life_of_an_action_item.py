"""The life of an action item: more kinds of events, where they came from, owners given since."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "action_holder",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("action_item_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_item_id"],
            ["action_item.id"],
            name=op.f("fk_action_holder_action_item_id_action_item"),
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_action_holder_body_id_body")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["action_event.id"],
            name=op.f("fk_action_holder_event_id_action_event"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_action_holder_person_id_person")
        ),
        sa.PrimaryKeyConstraint("event_id", "position", name=op.f("pk_action_holder")),
    )
    with op.batch_alter_table("action_holder", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_action_holder_action_item_id"), ["action_item_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_action_holder_body_id"), ["body_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_holder_person_id"), ["person_id"], unique=False)

    op.create_table(
        "action_now",
        sa.Column("action_item_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_changed", sa.Boolean(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("handed_by", sa.Integer(), nullable=True),
        sa.Column("needs_all", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_item_id"],
            ["action_item.id"],
            name=op.f("fk_action_now_action_item_id_action_item"),
        ),
        sa.ForeignKeyConstraint(
            ["handed_by"], ["action_event.id"], name=op.f("fk_action_now_handed_by_action_event")
        ),
        sa.PrimaryKeyConstraint("action_item_id", name=op.f("pk_action_now")),
    )
    with op.batch_alter_table("action_now", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_now_handed_by"), ["handed_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_now_state"), ["state"], unique=False)

    with op.batch_alter_table("action_event", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("via", sa.String(length=40), nullable=False, server_default="page")
        )
        batch_op.add_column(sa.Column("due", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("needs_all", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("action_event", schema=None) as batch_op:
        batch_op.alter_column("via", server_default=None)
        batch_op.alter_column("needs_all", server_default=None)
    _carry_over()


def _carry_over() -> None:
    """What the notes said of mails; and how each action item stands after its last event."""
    op.execute("UPDATE action_event SET via = 'mail', note = '' WHERE note = 'via påminnelsen'")
    op.execute(
        """
        INSERT INTO action_now (action_item_id, state, since, due_changed, needs_all)
        SELECT action_item_id, CASE kind WHEN 'done' THEN 'done' ELSE 'open' END, at, false, false
        FROM action_event
        WHERE id IN (SELECT max(id) FROM action_event GROUP BY action_item_id)
        """
    )


def downgrade() -> None:
    """The step back. What the old program does not know of is lost."""
    op.drop_table("action_now")
    op.drop_table("action_holder")
    op.execute("DELETE FROM action_event WHERE kind NOT IN ('done', 'reopened')")
    with op.batch_alter_table("action_event", schema=None) as batch_op:
        batch_op.drop_column("needs_all")
        batch_op.drop_column("due")
        batch_op.drop_column("via")
