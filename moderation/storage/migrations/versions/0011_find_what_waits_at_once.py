"""Find what waits at once, however much was closed before"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_review_queue", "review")
    op.drop_index("ix_review_clause", "review")
    order: list[str | sa.TextClause] = [sa.text("priority DESC"), "opened_at", "id"]
    _create("ix_review_next", ["site", *order], "closed_at IS NULL")
    _create("ix_review_next_in_queue", ["site", "queue", *order], "closed_at IS NULL")
    _create("ix_review_age", ["site", "opened_at", "id"], "closed_at IS NULL")
    kind = ["site", "queue", "clause", "language", "section", "opened_at"]
    _create("ix_review_kind", kind, "closed_at IS NULL")
    _create("ix_review_closed", ["site", "closed_at"], "closed_at IS NOT NULL")
    _create("ix_review_clause", ["site", "clause", "closed_at"], "closed_at IS NOT NULL")


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")


def _create(name: str, columns: Sequence[str | sa.TextClause], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, "review", list(columns), sqlite_where=where, postgresql_where=where)
