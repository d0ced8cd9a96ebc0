"""Find names that look alike"""

import sqlalchemy as sa
from alembic import op

from moderation.domain.namesake import shape_key

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_authors = sa.table("author", *(sa.column(name, sa.String) for name in ("site", "key", "name", "name_shape")))
_BATCH = 1_000


def upgrade() -> None:
    op.add_column("author", sa.Column("name_shape", sa.String(), nullable=True))
    _fill(op.get_bind())
    columns: list[str | sa.TextClause] = ["site", "name_shape", sa.text("verified DESC"), "first_seen"]
    op.create_index("ix_author_shape", "author", columns)


def downgrade() -> None:
    raise NotImplementedError("Restore the backup that you made before the upgrade.")


def _fill(connection: sa.Connection) -> None:
    """Give each author who has a name its shape."""
    column = _authors.c
    named = sa.select(column.site, column.key, column.name).where(column.name.is_not(None))
    shapes = [
        {"of_site": site, "of_key": key, "shape": shape_key(name)}
        for site, key, name in connection.execute(named).all()
    ]
    same = column.site == sa.bindparam("of_site"), column.key == sa.bindparam("of_key")
    change = sa.update(_authors).where(*same).values(name_shape=sa.bindparam("shape"))
    for start in range(0, len(shapes), _BATCH):
        connection.execute(change, shapes[start : start + _BATCH])
