"""Keep the words that a search found where every process finds them"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("look_back", sa.Column("section", sa.Text(), nullable=True))
    op.add_column("look_back", sa.Column("drafted", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
