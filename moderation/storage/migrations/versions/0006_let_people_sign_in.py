"""Let people sign in"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

from moderation.storage.tables import Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("name", AutoString(length=60), nullable=False),
        sa.Column("password", AutoString(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("disabled_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "role",
        sa.Column("account", AutoString(), nullable=False),
        sa.Column("site", AutoString(), nullable=False),
        sa.Column("role", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.name"]),
        sa.ForeignKeyConstraint(["site"], ["site.id"]),
        sa.PrimaryKeyConstraint("account", "site"),
    )
    op.create_table(
        "session",
        sa.Column("digest", AutoString(length=64), nullable=False),
        sa.Column("account", AutoString(), nullable=False),
        sa.Column("site", AutoString(), nullable=False),
        sa.Column("opened_at", Moment(), nullable=False),
        sa.Column("used_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.name"]),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("ix_session_account", "session", ["account"], unique=False)
    op.create_table(
        "one_time_link",
        sa.Column("digest", AutoString(length=64), nullable=False),
        sa.Column("account", AutoString(), nullable=True),
        sa.Column("site", AutoString(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "sign_in_failure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", AutoString(length=64), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sign_in_failure_key", "sign_in_failure", ["key", "at"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
