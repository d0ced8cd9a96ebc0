"""Label authors for a time"""

import sqlalchemy as sa
from alembic import op

from moderation.storage.tables import Moment

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "author_label",
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("author_key", sa.String(length=300), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("until", Moment(), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("site", "author_key", "verified", "name"),
    )


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
