"""Papers that are not minutes: their kind, their body, and the meetings that have them."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    with op.batch_alter_table("stored_document", schema=None) as batch_op:
        batch_op.add_column(sa.Column("paper", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("body_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_stored_document_body_id_body"), "body", ["body_id"], ["id"]
        )
        batch_op.create_index(batch_op.f("ix_stored_document_body_id"), ["body_id"], unique=False)
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("document_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_attachment_document_id_stored_document"),
            "stored_document",
            ["document_id"],
            ["id"],
        )
        batch_op.create_index(
            batch_op.f("ix_attachment_document_id"), ["document_id"], unique=False
        )


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attachment_document_id"))
        batch_op.drop_constraint(
            batch_op.f("fk_attachment_document_id_stored_document"), type_="foreignkey"
        )
        batch_op.drop_column("document_id")
    with op.batch_alter_table("stored_document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stored_document_body_id"))
        batch_op.drop_constraint(batch_op.f("fk_stored_document_body_id_body"), type_="foreignkey")
        batch_op.drop_column("body_id")
        batch_op.drop_column("paper")
