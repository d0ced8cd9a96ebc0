"""Keep what people set for themselves, and find what somebody holds at once"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "preference",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.name"]),
        sa.PrimaryKeyConstraint("account", "name"),
    )
    held = sa.text("claimed_by IS NOT NULL")
    op.create_index(
        "ix_review_claimed", "review", ["site", "claimed_by"], sqlite_where=held, postgresql_where=held
    )


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
