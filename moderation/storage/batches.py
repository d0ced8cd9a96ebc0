"""Rulings on many comments that a second person looks at."""

import dataclasses
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, RowMapping, select, update

from moderation.domain.batch import Batch, BatchId, BatchItem, BatchState
from moderation.domain.comment import SiteId
from moderation.domain.errors import Conflict, NotFound
from moderation.domain.review import Ruling
from moderation.storage.people_tables import BatchRow
from moderation.storage.tables import table

_batches = table(BatchRow)
_FIELDS = [field.name for field in dataclasses.fields(Batch)]


def add_batch(connection: Connection, batch: Batch) -> None:
    """Keep a new batch."""
    connection.execute(_batches.insert(), _row(batch))


def save_batch(connection: Connection, batch: Batch, *, was: Batch) -> None:
    """Keep a changed batch if it is still in the state in which it was.

    Raises:
        Conflict: if it is not.
    """
    column = _batches.c
    same = column.site == batch.site, column.id == batch.id, column.state == was.state.value
    if not connection.execute(update(_batches).where(*same).values(_row(batch))).rowcount:
        raise Conflict("A colleague has settled this batch already.")


def batch(connection: Connection, site: SiteId, id: BatchId) -> Batch:
    """Return one batch.

    Raises:
        NotFound: if the site has none of that id.
    """
    where = _batches.c.site == site, _batches.c.id == id
    row = connection.execute(select(_batches).where(*where)).mappings().one_or_none()
    if row is None:
        raise NotFound("There is no such batch on this site.")
    return _batch_of(row)


def batches(connection: Connection, site: SiteId, *, states: Collection[BatchState], limit: int) -> list[Batch]:
    """Return batches in some states, newest first."""
    where = _batches.c.site == site, _batches.c.state.in_([state.value for state in states])
    order = _batches.c.at.desc(), _batches.c.id.desc()
    rows = connection.execute(select(_batches).where(*where).order_by(*order).limit(limit)).mappings()
    return [_batch_of(row) for row in rows]


def _batch_of(row: RowMapping) -> Batch:
    fields = {name: row[name] for name in _FIELDS}
    items = tuple(BatchItem(comment_id=id, review=review, version=version) for id, review, version in row["items"])
    read = {"ruling": Ruling(row["ruling"]), "state": BatchState(row["state"]), "items": items}
    return Batch(**fields | read)


def _row(batch: Batch) -> dict[str, Any]:
    items = [[item.comment_id, item.review, item.version] for item in batch.items]
    written = {"ruling": batch.ruling.value, "state": batch.state.value, "items": items}
    return {name: getattr(batch, name) for name in _FIELDS} | written
