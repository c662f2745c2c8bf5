"""Rounds of justering, their signatures, and the rules of a body."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "justering_rules",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("by_chair", sa.Boolean(), nullable=False),
        sa.Column("by_secretary", sa.Boolean(), nullable=False),
        sa.Column("justerare", sa.Integer(), nullable=False),
        sa.Column("in_order", sa.Boolean(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("links", sa.Boolean(), nullable=False),
        sa.Column("initials", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["body.id"],
            name=op.f("fk_justering_rules_body_id_body"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("body_id", name=op.f("pk_justering_rules")),
    )
    op.create_table(
        "justering_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("in_order", sa.Boolean(), nullable=False),
        sa.Column("latest_day", sa.Date(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_justering_round_body_id_body")
        ),
        sa.ForeignKeyConstraint(
            ["draft_id"],
            ["draft.id"],
            name=op.f("fk_justering_round_draft_id_draft"),
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_justering_round_meeting_id_meeting"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["sent_by"], ["person.id"], name=op.f("fk_justering_round_sent_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_justering_round")),
    )
    with op.batch_alter_table("justering_round", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_justering_round_body_id"), ["body_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_justering_round_draft_id"), ["draft_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_justering_round_meeting_id"), ["meeting_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_justering_round_sent_by"), ["sent_by"], unique=False)

    op.create_table(
        "signature_field",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("paragraphs", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_signature_field_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["justering_round.id"],
            name=op.f("fk_signature_field_round_id_justering_round"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature_field")),
        sa.UniqueConstraint(
            "round_id", "position", name=op.f("uq_signature_field_round_id_position")
        ),
    )
    with op.batch_alter_table("signature_field", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_signature_field_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("field_id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("means", sa.String(length=40), nullable=False),
        sa.Column("account", sa.String(length=254), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("local_time", sa.String(length=60), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("browser", sa.String(length=300), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.Integer(), nullable=True),
        sa.Column("filename", sa.String(length=255), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["field_id"],
            ["signature_field.id"],
            name=op.f("fk_evidence_field_id_signature_field"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["person.id"], name=op.f("fk_evidence_noted_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_field_id"), ["field_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_noted_by"), ["noted_by"], unique=False)

    op.create_table(
        "paragraph_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("field_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["field_id"],
            ["signature_field.id"],
            name=op.f("fk_paragraph_answer_field_id_signature_field"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraph_answer")),
        sa.UniqueConstraint("field_id", "place", name=op.f("uq_paragraph_answer_field_id_place")),
    )


def downgrade() -> None:
    """The step back."""
    op.drop_table("paragraph_answer")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_noted_by"))
        batch_op.drop_index(batch_op.f("ix_evidence_field_id"))

    op.drop_table("evidence")
    with op.batch_alter_table("signature_field", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signature_field_person_id"))

    op.drop_table("signature_field")
    with op.batch_alter_table("justering_round", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_justering_round_sent_by"))
        batch_op.drop_index(batch_op.f("ix_justering_round_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_justering_round_draft_id"))
        batch_op.drop_index(batch_op.f("ix_justering_round_body_id"))

    op.drop_table("justering_round")
    op.drop_table("justering_rules")
