"""The PDF that was sealed, with which certificate, and what an uploaded signature covers."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0024"
down_revision: str | None = "0023"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "seal_certificate",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("first_used", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_seal_certificate")),
    )
    op.create_table(
        "sealed_document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("certificate_sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_sha256"],
            ["seal_certificate.sha256"],
            name=op.f("fk_sealed_document_certificate_sha256_seal_certificate"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["justering_round.id"],
            name=op.f("fk_sealed_document_round_id_justering_round"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_document")),
        sa.UniqueConstraint("round_id", name=op.f("uq_sealed_document_round_id")),
    )
    with op.batch_alter_table("sealed_document", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sealed_document_certificate_sha256"),
            ["certificate_sha256"],
            unique=False,
        )

    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("covers", sa.String(length=300), nullable=False, server_default="")
        )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.alter_column("covers", server_default=None)


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_column("covers")

    with op.batch_alter_table("sealed_document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sealed_document_certificate_sha256"))

    op.drop_table("sealed_document")
    op.drop_table("seal_certificate")
