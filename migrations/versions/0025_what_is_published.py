"""What is published: rules of bodies, the look before, and the public twins."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0025"
down_revision: str | None = "0030"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The step forward."""
    op.create_table(
        "publication_rules",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.Column("timing", sa.String(length=40), nullable=False),
        sa.Column("looker", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["body.id"],
            name=op.f("fk_publication_rules_body_id_body"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("body_id", name=op.f("pk_publication_rules")),
    )
    op.create_table(
        "look_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("choice", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_look_answer_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_look_answer_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_answer")),
        sa.UniqueConstraint("meeting_id", "words", name=op.f("uq_look_answer_meeting_id_words")),
    )
    with op.batch_alter_table("look_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_look_answer_person_id"), ["person_id"], unique=False)

    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("justerat_on", sa.Date(), nullable=False),
        sa.Column("justerat_by", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_publication_body_id_body")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_publication_meeting_id_meeting")
        ),
        sa.ForeignKeyConstraint(
            ["published_by"], ["person.id"], name=op.f("fk_publication_published_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by"], ["person.id"], name=op.f("fk_publication_withdrawn_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sa.UniqueConstraint(
            "body_id", "address", "version", name=op.f("uq_publication_body_id_address_version")
        ),
    )
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.create_index("ix_publication_body_id_date", ["body_id", "date"], unique=False)
        batch_op.create_index(batch_op.f("ix_publication_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_publication_published_by"), ["published_by"], unique=False
        )
        batch_op.create_index("ix_publication_state_date", ["state", "date"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_publication_withdrawn_by"), ["withdrawn_by"], unique=False
        )

    op.create_table(
        "publication_preparation",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("looked_by", sa.Integer(), nullable=True),
        sa.Column("approved", sa.String(length=64), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["approved_by"],
            ["person.id"],
            name=op.f("fk_publication_preparation_approved_by_person"),
        ),
        sa.ForeignKeyConstraint(
            ["looked_by"], ["person.id"], name=op.f("fk_publication_preparation_looked_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_publication_preparation_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("meeting_id", name=op.f("pk_publication_preparation")),
    )
    with op.batch_alter_table("publication_preparation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_publication_preparation_approved_by"), ["approved_by"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_publication_preparation_looked_by"), ["looked_by"], unique=False
        )

    op.create_table(
        "withheld",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_withheld_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_withheld_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withheld")),
        sa.UniqueConstraint("meeting_id", "place", name=op.f("uq_withheld_meeting_id_place")),
    )
    with op.batch_alter_table("withheld", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_withheld_person_id"), ["person_id"], unique=False)

    op.create_table(
        "coming_meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("start", sa.Time(), nullable=True),
        sa.Column("end", sa.Time(), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("note", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_coming_meeting_publication_id_publication"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coming_meeting")),
    )
    with op.batch_alter_table("coming_meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coming_meeting_date"), ["date"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_coming_meeting_publication_id"), ["publication_id"], unique=False
        )

    op.create_table(
        "published_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_published_file_publication_id_publication"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_file")),
        sa.UniqueConstraint(
            "publication_id", "kind", name=op.f("uq_published_file_publication_id_kind")
        ),
    )
    op.create_table(
        "published_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("publication_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("anchor", sa.String(length=60), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_published_part_publication_id_publication"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_part")),
    )
    with op.batch_alter_table("published_part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_published_part_kind"), ["kind"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_published_part_publication_id"), ["publication_id"], unique=False
        )


def downgrade() -> None:
    """The step back."""
    with op.batch_alter_table("published_part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_published_part_publication_id"))
        batch_op.drop_index(batch_op.f("ix_published_part_kind"))

    op.drop_table("published_part")
    op.drop_table("published_file")
    with op.batch_alter_table("coming_meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_coming_meeting_publication_id"))
        batch_op.drop_index(batch_op.f("ix_coming_meeting_date"))

    op.drop_table("coming_meeting")
    with op.batch_alter_table("withheld", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_withheld_person_id"))

    op.drop_table("withheld")
    with op.batch_alter_table("publication_preparation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_publication_preparation_looked_by"))
        batch_op.drop_index(batch_op.f("ix_publication_preparation_approved_by"))

    op.drop_table("publication_preparation")
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_publication_withdrawn_by"))
        batch_op.drop_index("ix_publication_state_date")
        batch_op.drop_index(batch_op.f("ix_publication_published_by"))
        batch_op.drop_index(batch_op.f("ix_publication_meeting_id"))
        batch_op.drop_index("ix_publication_body_id_date")

    op.drop_table("publication")
    with op.batch_alter_table("look_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_look_answer_person_id"))

    op.drop_table("look_answer")
    op.drop_table("publication_rules")
