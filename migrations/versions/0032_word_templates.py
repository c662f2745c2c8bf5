"""The Word template of a body."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0032"
down_revision: str | None = "0024"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "word_template",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_word_template_body_id_body"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("body_id", name=op.f("pk_word_template")),
    )


def downgrade() -> None:
    """The step back."""
    op.drop_table("word_template")
