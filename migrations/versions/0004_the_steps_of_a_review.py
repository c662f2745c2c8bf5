"""The steps of a review, and the shape of its source."""

import json
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "draft_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"],
            ["draft.id"],
            name=op.f("fk_draft_step_draft_id_draft"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_draft_step_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_step")),
        sa.UniqueConstraint("draft_id", "version", name=op.f("uq_draft_step_draft_id_version")),
    )
    op.create_index(op.f("ix_draft_step_person_id"), "draft_step", ["person_id"], unique=False)
    # Added in place, and not by a copy of the table, which would take its findings with it.
    nothing_yet = {"nullable": False, "server_default": "[]"}
    op.add_column("draft", sa.Column("version", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("draft", sa.Column("layout", sa.JSON(), **nothing_yet))
    op.add_column("draft", sa.Column("left_open", sa.JSON(), **nothing_yet))
    op.add_column("draft_finding", sa.Column("recognised_kind", sa.String(40), nullable=True))
    op.add_column(
        "draft_finding", sa.Column("version", sa.Integer(), nullable=False, server_default="0")
    )
    _say_what_was_refused()


def _say_what_was_refused() -> None:
    """A look-alike that was taken in had been told from others by its proposal alone."""
    bind = op.get_bind()
    rows = bind.execute(
        sa.text(
            "SELECT id, recognised FROM draft_finding"
            " WHERE recognised IS NOT NULL AND kind IN ('decision', 'action')"
        )
    ).all()
    for finding_id, recognised in rows:
        content = json.loads(recognised) if isinstance(recognised, str) else recognised
        if content and "kind" in content:
            bind.execute(
                sa.text("UPDATE draft_finding SET recognised_kind = 'refusal' WHERE id = :id"),
                {"id": finding_id},
            )


def downgrade() -> None:
    """The step back."""
    op.drop_column("draft_finding", "version")
    op.drop_column("draft_finding", "recognised_kind")
    op.drop_column("draft", "left_open")
    op.drop_column("draft", "layout")
    op.drop_column("draft", "version")
    op.drop_index(op.f("ix_draft_step_person_id"), table_name="draft_step")
    op.drop_table("draft_step")
