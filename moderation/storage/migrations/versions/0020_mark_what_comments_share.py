"""Mark what comments share"""

import sqlalchemy as sa
from alembic import op

from moderation.storage.tables import Moment

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mark",
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("mark", sa.String(length=300), nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("comment_id", sa.String(length=300), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("site", "mark", "received_at", "comment_id", "revision"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mark_comment", "mark", ["site", "comment_id"])


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
