"""Tell desks by mail"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "digest",
        sa.Column("site", sa.String(), sa.ForeignKey("site.id"), nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), nullable=True)
            for name in ("told_at", "urgent_at", "urgent_upto", "not_before")
        ),
        sa.PrimaryKeyConstraint("site"),
    )


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
