"""Count how often rules hold"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

from moderation.storage.tables import Moment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_String = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    watched = sa.Column("watched", sa.JSON(), nullable=False, server_default=sa.text("'[]'"))
    op.add_column("policy_version", watched)
    op.create_table(
        "rule_count",
        sa.Column("site", _String(), nullable=False),
        sa.Column("policy", _String(length=64), nullable=False),
        sa.Column("rule", _String(length=200), nullable=False),
        sa.Column("mode", _String(length=10), nullable=False),
        sa.Column("day", Moment(), nullable=False, autoincrement=False),
        sa.Column("matches", sa.BigInteger(), nullable=False),
        sa.Column("last_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("site", "policy", "rule", "mode", "day"),
    )
    op.create_table(
        "rule_mark",
        sa.Column("site", _String(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("site"),
    )


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
