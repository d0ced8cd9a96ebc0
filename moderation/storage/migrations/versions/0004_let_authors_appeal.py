"""Let authors appeal"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appeal",
        sa.Column("site", sa.String(), sa.ForeignKey("site.id"), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("comment_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=False),
        sa.Column("contested_by", sa.String(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("ruling_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("site", "id"),
    )
    op.create_index("ix_appeal_comment", "appeal", ["site", "comment_id"])
    op.create_index("ix_appeal_opened", "appeal", ["site", "opened_at"])


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
