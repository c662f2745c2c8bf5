"""The search of the public site, and the full text over it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0034"
down_revision: str | None = "0033"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# As in 0009: the words are stems already.
SQLITE = (
    "CREATE VIRTUAL TABLE search_fts_public USING fts5(stems, content='public_search_entry',"
    " content_rowid='part_id', detail=none, tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER public_search_entry_added AFTER INSERT ON public_search_entry BEGIN"
    " INSERT INTO search_fts_public(rowid, stems) VALUES (new.part_id, new.stems); END",
    "CREATE TRIGGER public_search_entry_gone AFTER DELETE ON public_search_entry BEGIN"
    " INSERT INTO search_fts_public(search_fts_public, rowid, stems)"
    " VALUES ('delete', old.part_id, old.stems); END",
)
POSTGRESQL = (
    "CREATE INDEX search_entry_stems_public ON public_search_entry"
    " USING gin (array_to_tsvector(string_to_array(stems, ' ')))",
)


def upgrade() -> None:
    """The step forward; `minutes init` fills the table from what is published."""
    op.create_table(
        "public_search_entry",
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("stems", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["part_id"],
            ["published_part.id"],
            name=op.f("fk_public_search_entry_part_id_published_part"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("part_id", name=op.f("pk_public_search_entry")),
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """The step back."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_fts_public")
    op.drop_table("public_search_entry")
