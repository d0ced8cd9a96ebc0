"""Keep moderators' notes, and find what the desk asks for"""

import sqlalchemy as sa
from alembic import op

from moderation.storage.tables import Moment

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("comment_id", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_note_comment", "note", ["site", "comment_id"], unique=False)
    op.create_index("ix_comment_outcome", "comment", ["site", "outcome", "received_at"], unique=False)
    op.create_index("ix_review_clause", "review", ["site", "clause", "closed_at"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
