"""Keep what people answer to steps of the ladder"""

import sqlalchemy as sa
from alembic import op

from moderation.storage.tables import Moment

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "step_answer",
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("author_key", sa.String(length=300), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("needs", sa.String(length=20), nullable=False),
        sa.Column("standing", sa.String(length=20), nullable=False),
        sa.Column("is_confirmed", sa.Boolean(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.Column("by", sa.String(length=300), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("site", "author_key", "step"),
    )


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
