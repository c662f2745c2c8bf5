"""Imports from the command line, which nobody who is signed in began."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0022"
down_revision: str | None = "0032"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.alter_column("created_by", existing_type=sa.Integer(), nullable=True)


def downgrade() -> None:
    """The step back; what such imports were read into stays."""
    nobodys = "SELECT id FROM import_batch WHERE created_by IS NULL"
    op.execute(f"DELETE FROM import_file WHERE batch_id IN ({nobodys})")  # noqa: S608
    op.execute("DELETE FROM import_batch WHERE created_by IS NULL")
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.alter_column("created_by", existing_type=sa.Integer(), nullable=False)
