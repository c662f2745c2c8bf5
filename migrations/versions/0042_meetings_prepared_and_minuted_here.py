"""Meetings prepared and minuted here."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0042"
down_revision: str | None = "0036"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "writing_rules",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("phrases", sa.Text(), nullable=False),
        sa.Column("numbers", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_writing_rules_body_id_body"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("body_id", name=op.f("pk_writing_rules")),
    )
    op.create_table(
        "sitting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("start", sa.Time(), nullable=True),
        sa.Column("end", sa.Time(), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("summoned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_sitting_body_id_body")),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["person.id"], name=op.f("fk_sitting_changed_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["stored_document.id"],
            name=op.f("fk_sitting_document_id_stored_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting")),
    )
    with op.batch_alter_table("sitting", schema=None) as batch_op:
        batch_op.create_index("ix_sitting_body_date", ["body_id", "date"], unique=False)
        batch_op.create_index(batch_op.f("ix_sitting_changed_by"), ["changed_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_sitting_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sitting_state"), ["state"], unique=False)

    op.create_table(
        "agenda_point",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["sitting_id"],
            ["sitting.id"],
            name=op.f("fk_agenda_point_sitting_id_sitting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_point")),
    )
    with op.batch_alter_table("agenda_point", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agenda_point_sitting_id"), ["sitting_id"], unique=False
        )

    op.create_table(
        "sitting_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("what", sa.String(length=80), nullable=False),
        sa.Column("by_itself", sa.Boolean(), nullable=False),
        sa.Column("beside", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_sitting_version_by_person")),
        sa.ForeignKeyConstraint(
            ["sitting_id"],
            ["sitting.id"],
            name=op.f("fk_sitting_version_sitting_id_sitting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting_version")),
    )
    with op.batch_alter_table("sitting_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sitting_version_by"), ["by"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_sitting_version_sitting_id"), ["sitting_id"], unique=False
        )


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("sitting_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sitting_version_sitting_id"))
        batch_op.drop_index(batch_op.f("ix_sitting_version_by"))

    op.drop_table("sitting_version")
    with op.batch_alter_table("agenda_point", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_point_sitting_id"))

    op.drop_table("agenda_point")
    with op.batch_alter_table("sitting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sitting_state"))
        batch_op.drop_index(batch_op.f("ix_sitting_document_id"))
        batch_op.drop_index(batch_op.f("ix_sitting_changed_by"))
        batch_op.drop_index("ix_sitting_body_date")

    op.drop_table("sitting")
    op.drop_table("writing_rules")
