"""The scores of what waits and of what people decided, for the desk's histogram."""

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, select

from moderation.domain.comment import SiteId
from moderation.domain.decision import Source
from moderation.domain.insights.histogram import Ruled, ScoreQuery, Waiter
from moderation.domain.review import is_blind
from moderation.domain.verdict import Outcome
from moderation.storage.reviews import WAITS
from moderation.storage.tables import CommentRow, DecisionRow, ReviewRow, table

_comments, _reviews, _decisions = table(CommentRow), table(ReviewRow), table(DecisionRow)
_BODY = _decisions.c.position, _decisions.c.body


@dataclass(frozen=True, slots=True)
class _Scored:
    """Of the body of a decision, what is read here: the rest costs the time of thousands of rows."""

    scores: dict[str, float]


_SCORED = TypeAdapter(_Scored)

#: A verdict of the policy on the text that the review is about; there may be several.
_ITS_VERDICT = and_(
    _decisions.c.site == _reviews.c.site,
    _decisions.c.comment_id == _reviews.c.comment_id,
    _decisions.c.revision == _reviews.c.revision,
    _decisions.c.source.in_([Source.POLICY.value, Source.REJUDGED.value]),
)
_ITS_COMMENT = and_(
    _comments.c.site == _reviews.c.site,
    _comments.c.id == _reviews.c.comment_id,
    _comments.c.revision == _reviews.c.revision,
    _comments.c.is_latest,
)


def waiting_scores(connection: Connection, site: SiteId, query: ScoreQuery) -> list[Waiter]:
    """Return what waits and has a score of an attribute."""
    column = _reviews.c
    columns = column.id, column.comment_id, column.priority, column.opened_at, column.queue, column.not_for
    wanted = select(*columns, *_BODY).select_from(_reviews).join(_decisions, _ITS_VERDICT)
    wanted = wanted.where(*_asked(site, query), WAITS)
    return [
        Waiter(
            comment_id=row.comment_id,
            place=(row.priority, row.opened_at, row.id),
            is_blind=is_blind(row.queue, row.not_for),
            score=score,
        )
        for row, score in _scored(connection, wanted, query.attribute)
    ]


def ruled_scores(connection: Connection, site: SiteId, query: ScoreQuery, *, limit: int) -> list[Ruled]:
    """Return what people decided on comments that had waited and have a score, the latest rulings first."""
    columns = _reviews.c.id, _reviews.c.comment_id, _comments.c.outcome, *_BODY
    joined = select(*columns).select_from(_reviews).join(_comments, _ITS_COMMENT).join(_decisions, _ITS_VERDICT)
    wanted = joined.where(
        *_asked(site, query),
        _reviews.c.closed_at.is_not(None),
        _comments.c.by_person,
        _comments.c.outcome != Outcome.FLAG.value,
    )
    latest = wanted.order_by(_reviews.c.closed_at.desc(), _reviews.c.id).limit(limit)
    # What waited twice was decided once.
    found = {
        row.comment_id: Ruled(score=score, is_rejected=row.outcome == Outcome.BLOCK.value)
        for row, score in _scored(connection, latest, query.attribute)
    }
    return list(found.values())


def _asked(site: SiteId, query: ScoreQuery) -> list[ColumnElement[bool]]:
    where = [_reviews.c.site == site]
    for name in ("queue", "clause", "language", "section"):
        if (wanted := getattr(query, name)) is not None:
            where.append(_reviews.c[name] == wanted)
    return where


def _scored(connection: Connection, wanted: Select[Any], attribute: str) -> list[tuple[Row[Any], float]]:
    """Read reviews with the score of an attribute by their latest verdicts; those without one are left out."""
    latest: dict[str, Row[Any]] = {}
    for row in connection.execute(wanted).all():
        known = latest.get(row.id)
        if known is None or known.position < row.position:
            latest[row.id] = row
    scores = ((row, _SCORED.validate_json(row.body).scores.get(attribute)) for row in latest.values())
    return [(row, score) for row, score in scores if score is not None]
