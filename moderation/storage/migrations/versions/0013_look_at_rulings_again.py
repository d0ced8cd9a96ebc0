"""Let another moderator look at rulings again"""

import sqlalchemy as sa
from alembic import op

from moderation.storage.tables import Moment

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("review", sa.Column("not_for", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "opinion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("comment_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("first_by", sa.String(), nullable=True),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("second", sa.String(), nullable=False),
        sa.Column("clause", sa.String(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_opinion_comment", "opinion", ["site", "comment_id"], unique=False)
    op.create_index("ix_opinion_at", "opinion", ["site", "at"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
