"""Find what readers reported before"""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_report_reporter", "report", ["site", "reporter", "comment_id", "revision"])


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
