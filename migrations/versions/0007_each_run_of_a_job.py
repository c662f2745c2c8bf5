"""Each run of a job."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward; the last run of each job is kept."""
    op.create_table(
        "job_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("holder", sa.String(length=80), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("well", sa.Boolean(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_run")),
    )
    with op.batch_alter_table("job_run", schema=None) as batch_op:
        batch_op.create_index("ix_job_run_name_id", ["name", "id"], unique=False)
    op.execute(
        "INSERT INTO job_run (name, holder, started_at, ended_at, well, outcome)"
        " SELECT name, '', last_started, COALESCE(last_ended_well, last_started),"
        " last_ended_well IS NOT NULL AND last_ended_well >= last_started, last_outcome"
        " FROM job_state WHERE last_started IS NOT NULL"
    )
    with op.batch_alter_table("job_state", schema=None) as batch_op:
        batch_op.add_column(sa.Column("requested_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.drop_column("last_started")
        batch_op.drop_column("last_ended_well")
        batch_op.drop_column("last_outcome")


def downgrade() -> None:
    """The step back; of each job only the last run is kept."""
    with op.batch_alter_table("job_state", schema=None) as batch_op:
        batch_op.add_column(sa.Column("last_started", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("last_ended_well", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("last_outcome", sa.Text(), nullable=False, server_default=""))
        batch_op.drop_column("requested_at")
    op.execute(
        "UPDATE job_state SET last_ended_well ="
        " (SELECT MAX(ended_at) FROM job_run WHERE job_run.name = job_state.name AND well),"
        " last_started = (SELECT started_at FROM job_run WHERE id ="
        " (SELECT MAX(id) FROM job_run WHERE job_run.name = job_state.name)),"
        " last_outcome = COALESCE((SELECT outcome FROM job_run WHERE id ="
        " (SELECT MAX(id) FROM job_run WHERE job_run.name = job_state.name)), '')"
    )
    with op.batch_alter_table("job_state", schema=None) as batch_op:
        batch_op.alter_column("last_outcome", server_default=None)
    op.drop_table("job_run")
