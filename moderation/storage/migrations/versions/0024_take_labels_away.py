"""Keep who took a label away from an author"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("author_label", sa.Column("taken_by", sa.String(length=300), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")
