"""Tell how far looks back are"""

import sqlalchemy as sa
from alembic import op

from moderation.storage.tables import Moment

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "look_back",
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("began_at", Moment(), nullable=False),
        sa.Column("told_at", Moment(), nullable=False),
        sa.Column("judged", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.Column("found", sa.LargeBinary(), nullable=True),
        sa.Column("is_stale", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("site", "id"),
    )


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
