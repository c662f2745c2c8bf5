"""Many files brought at once, to be read by a job, and the rules of a body."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0018"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("among", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_import_batch_body_id_body"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["person.id"], name=op.f("fk_import_batch_created_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    op.create_index(op.f("ix_import_batch_body_id"), "import_batch", ["body_id"], unique=False)
    op.create_index(
        op.f("ix_import_batch_created_by"), "import_batch", ["created_by"], unique=False
    )

    op.create_table(
        "import_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("filename", sa.String(length=255), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_import_file_batch_id_import_batch"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["stored_document.id"],
            name=op.f("fk_import_file_document_id_stored_document"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_file")),
    )
    op.create_index(op.f("ix_import_file_batch_id"), "import_file", ["batch_id"], unique=False)
    op.create_index(
        op.f("ix_import_file_document_id"), "import_file", ["document_id"], unique=False
    )
    op.create_index(op.f("ix_import_file_state"), "import_file", ["state"], unique=False)
    op.create_table(
        "body_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("said", sa.String(length=400), nullable=False),
        sa.Column("becomes", sa.String(length=200), nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["body_id"], ["body.id"], name=op.f("fk_body_rule_body_id_body"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["created_by"], ["person.id"], name=op.f("fk_body_rule_created_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body_rule")),
        sa.UniqueConstraint("body_id", "kind", "said", name=op.f("uq_body_rule_body_id_kind_said")),
    )
    op.create_index(op.f("ix_body_rule_created_by"), "body_rule", ["created_by"], unique=False)


def downgrade() -> None:
    """The step back."""
    op.drop_index(op.f("ix_body_rule_created_by"), table_name="body_rule")
    op.drop_table("body_rule")
    op.drop_index(op.f("ix_import_file_state"), table_name="import_file")
    op.drop_index(op.f("ix_import_file_document_id"), table_name="import_file")
    op.drop_index(op.f("ix_import_file_batch_id"), table_name="import_file")

    op.drop_table("import_file")
    op.drop_index(op.f("ix_import_batch_body_id"), table_name="import_batch")
    op.drop_index(op.f("ix_import_batch_created_by"), table_name="import_batch")

    op.drop_table("import_batch")
