"""Settings of bodies, merged persons, and saved views of lists."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0019"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward. The bodies that there are keep what was taken for granted of them."""
    with op.batch_alter_table("body", schema=None) as batch_op:
        for name, usual in (("kind", "annat"), ("numbering", "möte"), ("meeting_word", "möte")):
            column = sa.Column(name, sa.String(length=40), nullable=False, server_default=usual)
            batch_op.add_column(column)
    with op.batch_alter_table("body", schema=None) as batch_op:
        for name in ("kind", "numbering", "meeting_word"):
            batch_op.alter_column(name, existing_type=sa.String(length=40), server_default=None)

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("merged_into", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_person_merged_into"), ["merged_into"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_person_merged_into_person"), "person", ["merged_into"], ["id"]
        )

    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("query", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_saved_view_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint(
            "person_id", "page", "name", name=op.f("uq_saved_view_person_id_page_name")
        ),
    )


def downgrade() -> None:
    """The step back. A person who was merged into another is a person again, without roles."""
    op.drop_table("saved_view")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_person_merged_into_person"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_person_merged_into"))
        batch_op.drop_column("merged_into")
    with op.batch_alter_table("body", schema=None) as batch_op:
        for name in ("meeting_word", "numbering", "kind"):
            batch_op.drop_column(name)
