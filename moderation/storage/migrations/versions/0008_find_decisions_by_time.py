"""Find decisions by time"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_decision_at", "decision", ["site", "at"])


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
