"""Keep the life of a policy"""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

from moderation.storage.tables import Moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_String = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    for name, kind in (("saved_by", _String()), ("is_offered", sa.Boolean())):
        default = sa.text("''") if name == "saved_by" else sa.false()
        op.add_column("policy_version", sa.Column(name, kind, nullable=False, server_default=default))
    for name in ("parent", "published_by", "replaced"):
        op.add_column("policy_version", sa.Column(name, _String(), nullable=True))
    for name in ("saved_why", "published_why"):
        op.add_column("policy_version", sa.Column(name, sa.Text(), nullable=True))
    # Drafts of before are what a start found in a file, made beside the live version.
    op.execute(
        "UPDATE policy_version SET is_offered = (state = 'draft'), "
        "parent = (SELECT site.policy FROM site WHERE site.id = policy_version.site AND state = 'draft')"
    )
    op.create_table(
        "backtest_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("site", _String(), nullable=False),
        sa.Column("before", _String(), nullable=False),
        sa.Column("after", _String(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("by", _String(), nullable=False),
        sa.Column("on_record", sa.Integer(), nullable=False),
        sa.Column("looked_at", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("contradicting", sa.Integer(), nullable=False),
        sa.Column("agreeing", sa.Integer(), nullable=False),
        sa.Column("is_whole", sa.Boolean(), nullable=False),
        sa.Column("held", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_backtest_report_after", "backtest_report", ["site", "after"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
