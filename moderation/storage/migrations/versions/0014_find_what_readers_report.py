"""Find what readers report most at once"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    waiting = sa.text("closed_at IS NULL")
    for name, within in (("ix_review_reported", ["site"]), ("ix_review_reported_in_queue", ["site", "queue"])):
        columns: list[str | sa.TextClause] = [*within, sa.text("report_count DESC"), "opened_at", "id"]
        op.create_index(name, "review", columns, sqlite_where=waiting, postgresql_where=waiting)


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
