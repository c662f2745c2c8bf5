"""Who is told of what is published."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0033"
down_revision: str | None = "0047"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward. Of what is published already nobody is told now."""
    op.create_table(
        "subscription",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_subscription_body_id_body"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscription")),
    )
    with op.batch_alter_table("subscription", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subscription_address"), ["address"], unique=False)
        batch_op.create_index(batch_op.f("ix_subscription_body_id"), ["body_id"], unique=False)
    op.create_table(
        "paragraph_recipient",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_paragraph_recipient_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraph_recipient")),
    )
    with op.batch_alter_table("paragraph_recipient", schema=None) as batch_op:
        batch_op.create_index(
            "ix_paragraph_recipient_meeting_id_place", ["meeting_id", "place"], unique=False
        )
    op.create_table(
        "member_silence",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["body.id"],
            name=op.f("fk_member_silence_body_id_body"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_member_silence_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("body_id", "person_id", name=op.f("pk_member_silence")),
    )
    with op.batch_alter_table("member_silence", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_member_silence_person_id"), ["person_id"], unique=False
        )
    op.create_table(
        "distribution",
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_due", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_distribution_publication_id_publication"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("publication_id", name=op.f("pk_distribution")),
    )
    op.execute(
        "INSERT INTO distribution (publication_id, at, is_due)"
        " SELECT id, published_at, false FROM publication"
    )
    with op.batch_alter_table("publication_rules", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("tells_members", sa.Boolean(), server_default=sa.true(), nullable=False)
        )


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("publication_rules", schema=None) as batch_op:
        batch_op.drop_column("tells_members")
    op.drop_table("distribution")
    op.drop_table("member_silence")
    op.drop_table("paragraph_recipient")
    op.drop_table("subscription")
