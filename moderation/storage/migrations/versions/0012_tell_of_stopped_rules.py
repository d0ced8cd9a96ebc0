"""Tell of rules that stopped themselves"""

import sqlalchemy as sa
from alembic import op

from moderation.storage.tables import Moment

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("digest", sa.Column("stopped_upto", Moment(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
