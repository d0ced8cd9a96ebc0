"""Keep since when articles are premoderated, and who ended it"""

import sqlalchemy as sa
from alembic import op

from moderation.storage.tables import Moment

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("premoderation", sa.Column("since", Moment(), nullable=True))
    op.add_column("premoderation", sa.Column("ended_by", sa.String(length=300), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
