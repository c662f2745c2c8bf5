"""The texts of public pages, kept, and indexes by which lists are counted without the texts."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0058"
down_revision: str | None = "0057"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "page_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("made_with", sa.String(length=16), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Text(), nullable=False),
        sa.Column("aside", sa.Text(), nullable=False),
        sa.Column("summary", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_page_text_publication_id_publication"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_text")),
        sa.UniqueConstraint(
            "publication_id", "language", name=op.f("uq_page_text_publication_id_language")
        ),
    )
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_publication_body_id_date"))
        batch_op.drop_index(batch_op.f("ix_publication_state_date"))
        batch_op.create_index(
            "ix_publication_listed",
            ["body_id", "state", "audience", "date", "address"],
            unique=False,
        )
        batch_op.create_index(
            "ix_publication_state_audience_date",
            ["state", "audience", "date", "body_id"],
            unique=False,
        )

    with op.batch_alter_table("published_part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_published_part_publication_id"))
        batch_op.create_index(
            "ix_published_part_publication_id", ["publication_id", "kind"], unique=False
        )


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("published_part", schema=None) as batch_op:
        batch_op.drop_index("ix_published_part_publication_id")
        batch_op.create_index(
            batch_op.f("ix_published_part_publication_id"), ["publication_id"], unique=False
        )

    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.drop_index("ix_publication_state_audience_date")
        batch_op.drop_index("ix_publication_listed")
        batch_op.create_index(
            batch_op.f("ix_publication_state_date"), ["state", "date"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_publication_body_id_date"), ["body_id", "date"], unique=False
        )

    op.drop_table("page_text")
