"""Let two people decide on many comments at once; keep what people set; find what somebody holds"""

import sqlalchemy as sa
from alembic import op

from moderation.storage.tables import Moment

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "batch",
        sa.Column("site", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("ruling", sa.String(), nullable=False),
        sa.Column("clause", sa.String(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=True),
        sa.Column("settled_at", Moment(), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("site", "id"),
    )
    op.create_index("ix_batch_at", "batch", ["site", "state", "at", "id"], unique=False)
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
