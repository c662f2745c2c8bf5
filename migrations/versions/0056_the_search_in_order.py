"""What can be found, in the order in which it is shown; papers and annual reports too."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0056"
down_revision: str | None = "0055"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# As in 0009: the words are stems already, and stand between spaces. Marks begin with "_".
SQLITE = (
    "CREATE VIRTUAL TABLE {full_text} USING fts5(stems, content='{table}', content_rowid='{key}',"
    ' detail=none, tokenize="unicode61 remove_diacritics 0 {more}")',
    "CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN"
    " INSERT INTO {full_text}(rowid, stems) VALUES (new.{key}, new.stems); END",
    "CREATE TRIGGER {table}_gone AFTER DELETE ON {table} BEGIN"
    " INSERT INTO {full_text}({full_text}, rowid, stems)"
    " VALUES ('delete', old.{key}, old.stems); END",
    "CREATE TRIGGER {table}_changed AFTER UPDATE ON {table} BEGIN"
    " INSERT INTO {full_text}({full_text}, rowid, stems)"
    " VALUES ('delete', old.{key}, old.stems);"
    " INSERT INTO {full_text}(rowid, stems) VALUES (new.{key}, new.stems); END",
)
STEMS = "array_to_tsvector(string_to_array(stems, ' '))"
POSTGRESQL_BEFORE = (f"CREATE INDEX {{index}} ON {{table}} USING gin ({STEMS})",)
# Kept, since a search for a common word looks at row after row and would make it each time.
POSTGRESQL = (
    f"ALTER TABLE {{table}} ADD stems_vector tsvector GENERATED ALWAYS AS ({STEMS}) STORED",
    "CREATE INDEX {index} ON {table} USING gin (stems_vector)",
)
MARKS = "tokenchars '_'"


def upgrade() -> None:
    """The step forward; `minutes init` fills the tables from the register."""
    _drop()
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "search_entry",
        sa.Column("id", number, autoincrement=False, nullable=False),
        *_columns_of_entries(meeting_is_known=False),
    )
    op.create_table(
        "public_search_entry",
        sa.Column("id", number, autoincrement=False, nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("stems", sa.Text(), nullable=False),
        _of_part(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_search_entry")),
        sa.UniqueConstraint("part_id", name=op.f("uq_public_search_entry_part_id")),
    )
    _index("id", MARKS, POSTGRESQL)


def downgrade() -> None:
    """The step back; the tables are empty until `minutes search rebuild`."""
    _drop()
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        *_columns_of_entries(meeting_is_known=True),
    )
    op.create_table(
        "public_search_entry",
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("stems", sa.Text(), nullable=False),
        _of_part(),
        sa.PrimaryKeyConstraint("part_id", name=op.f("pk_public_search_entry")),
    )
    _index("part_id", "", POSTGRESQL_BEFORE)


def _drop() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_fts")
        op.execute("DROP TABLE search_fts_public")
    op.drop_table("search_entry")
    op.drop_table("public_search_entry")


def _columns_of_entries(*, meeting_is_known: bool) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=not meeting_is_known),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stems", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_search_entry_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_search_entry_body_id_body")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("kind", "thing_id", name=op.f("uq_search_entry_kind_thing_id")),
    ]


def _of_part() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["part_id"],
        ["published_part.id"],
        name=op.f("fk_public_search_entry_part_id_published_part"),
        ondelete="CASCADE",
    )


def _index(public_key: str, more: str, on_postgresql: Sequence[str]) -> None:
    with op.batch_alter_table("search_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_search_entry_body_id"), ["body_id"])
        batch_op.create_index(batch_op.f("ix_search_entry_meeting_id"), ["meeting_id"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else on_postgresql:
        op.execute(
            statement.format(
                table="search_entry", full_text="search_fts", key="id",
                index="search_entry_stems", more=more,
            )
        )  # fmt: skip
        op.execute(
            statement.format(
                table="public_search_entry", full_text="search_fts_public", key=public_key,
                index="search_entry_stems_public", more=more,
            )
        )  # fmt: skip
