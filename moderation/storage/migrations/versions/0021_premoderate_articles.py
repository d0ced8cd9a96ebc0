"""Premoderate articles for a time"""

import sqlalchemy as sa
from alembic import op

from moderation.storage.tables import Moment

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "premoderation",
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("article_key", sa.String(length=300), nullable=False),
        sa.Column("until", Moment(), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("site", "article_key"),
    )


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
