"""How much earlier texts resemble one: those that may be near are found by their marks, and compared in full."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select, union_all

from moderation.domain.comment import SiteId
from moderation.domain.folded import soft_of
from moderation.domain.marks import bands_among
from moderation.domain.near_copies import BANDS, letters_of, nearest
from moderation.domain.record import Submission
from moderation.storage.mark_tables import MarkRow
from moderation.storage.tables import CommentRow, Moment, among, table

_comments, _marks = table(CommentRow), table(MarkRow)

#: So many of the newest comments are taken for each band, and so many of those that share most are compared.
_MOST_OF_A_BAND: Final = 100
_MOST_COMPARED: Final = 30
_SINCE = bindparam("since", type_=Moment)
_OTHERS = (
    _comments.c.site == bindparam("of_site"),
    _comments.c.is_latest,
    _comments.c.id != bindparam("own"),
    _comments.c.folded.is_not(None),
)
_TEXTS = select(_comments.c.folded).where(*_OTHERS, among(_comments.c.id, "ids"))
_BY_AUTHOR = (
    select(_comments.c.folded)
    .where(*_OTHERS, _comments.c.author_key == bindparam("author"), _comments.c.received_at > _SINCE)
    .order_by(_comments.c.received_at.desc())
    .limit(_MOST_COMPARED)
)


def _of_band(number: int) -> Any:
    newest = (
        select(_marks.c.comment_id)
        .where(
            _marks.c.site == bindparam("of_site"),
            _marks.c.mark == bindparam(f"band_{number}"),
            _marks.c.received_at > _SINCE,
        )
        .order_by(_marks.c.received_at.desc())
        .limit(_MOST_OF_A_BAND)
        .subquery()
    )
    return select(newest.c.comment_id)


_SHARING = union_all(*map(_of_band, range(BANDS)))


def resemblances(
    connection: Connection, site: SiteId, submissions: Sequence[Submission], *, fact: str, at: datetime
) -> list[float]:
    """Compare each submission for a fact such as `similarity.any.1.86400`, which names a place and a window."""
    _, of, place, seconds = fact.split(".")
    since = at - timedelta(seconds=int(seconds))
    found = []
    for sent in submissions:
        asked = {"of_site": site, "own": sent.comment.id, "since": since}
        texts = _of_author(connection, sent, asked) if of == "author" else _of_anybody(connection, sent, asked)
        others = (letters_of(soft_of(text)) for text in texts)
        found.append(nearest(sent.letters, others, place=int(place)) if sent.letters else 0.0)
    return found


def _of_author(connection: Connection, sent: Submission, asked: dict[str, Any]) -> Sequence[str]:
    if sent.author_key is None:
        return ()
    return connection.execute(_BY_AUTHOR, asked | {"author": sent.author_key}).scalars().all()


def _of_anybody(connection: Connection, sent: Submission, asked: dict[str, Any]) -> Sequence[str]:
    bands = bands_among(sent.marks)
    if not bands:
        return ()
    named = {f"band_{number}": band for number, band in enumerate(bands)}
    sharing = Counter(connection.execute(_SHARING, asked | named).scalars())
    sharing.pop(sent.comment.id, None)
    ids = [id for id, _ in sharing.most_common(_MOST_COMPARED)]
    return connection.execute(_TEXTS, asked | {"ids": ids}).scalars().all() if ids else ()
