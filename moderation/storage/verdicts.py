"""Verdicts of the past, read page by page with what is kept of their comments."""

from typing import Any

from sqlalchemy import Connection, Row, Select, and_, exists, func, or_, select

from moderation.domain.comment import SiteId
from moderation.domain.decision import Source
from moderation.domain.outcome import SiteOutcome
from moderation.domain.past_verdict import MODULUS, SCATTER, Extent, PastVerdict, VerdictQuery
from moderation.domain.record import StoredComment
from moderation.domain.verdict import Outcome
from moderation.storage.coding import decision_of_bytes, signals_of_bytes
from moderation.storage.comments import NAMES
from moderation.storage.tables import CommentRow, DecisionRow, LabelRow, table

_decisions, _comments, _labels = table(DecisionRow), table(CommentRow), table(LabelRow)
_later = _decisions.alias("later")

_SAME_REVISION = (
    _comments.c.site == _decisions.c.site,
    _comments.c.id == _decisions.c.comment_id,
    _comments.c.revision == _decisions.c.revision,
)
_LABELLED = (
    _labels.c.site == _decisions.c.site,
    _labels.c.comment_id == _decisions.c.comment_id,
    _labels.c.revision == _decisions.c.revision,
)
_JUDGED_AGAIN = exists().where(
    _later.c.site == _decisions.c.site,
    _later.c.comment_id == _decisions.c.comment_id,
    _later.c.revision == _decisions.c.revision,
    # A difference, so that nobody looks through all later positions of the site.
    _later.c.position - _decisions.c.position > 0,
    _later.c.source == Source.REJUDGED.value,
)
_told, _seen = _labels.alias("told"), _comments.alias("seen")
_JUDGED_BY_PERSON = or_(
    exists().where(
        _told.c.site == _decisions.c.site,
        _told.c.comment_id == _decisions.c.comment_id,
        _told.c.revision == _decisions.c.revision,
    ),
    exists().where(
        _seen.c.site == _decisions.c.site,
        _seen.c.id == _decisions.c.comment_id,
        _seen.c.revision == _decisions.c.revision,
        _seen.c.by_person,
    ),
)
_ROWS = (
    select(
        _decisions.c.position,
        _decisions.c.body,
        _decisions.c.signals,
        _labels.c.outcome.label("label"),
        _comments.c.by_person,
        _comments.c.folded,
        _comments.c.outcome,
        *(_comments.c[name] for name in NAMES),
    )
    .join(_comments, and_(*_SAME_REVISION))
    .outerjoin(_labels, and_(*_LABELLED))
    .order_by(_decisions.c.position)
)


class VerdictRepository:
    """Implements the port `Verdicts` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def extent(self, query: VerdictQuery) -> Extent:
        """Return how many verdicts a query is about."""
        position = _decisions.c.position
        counted = self._wanted(select(func.count(), func.min(position), func.max(position)), query)
        count, first, last = self._connection.execute(counted).one()
        return Extent(count=count, first=first or 0, last=last or 0)

    def page(self, query: VerdictQuery, *, after: int, upto: int, limit: int) -> list[PastVerdict]:
        """Return verdicts in order of position."""
        found: list[PastVerdict] = []
        position = _decisions.c.position
        while len(found) < limit:
            rows = self._wanted(_ROWS, query).where(position > after, position <= upto).limit(limit)
            if query.share < 1:
                rows = rows.where(func.abs(position) * SCATTER % MODULUS < query.share * MODULUS)
            some = self._connection.execute(rows).all()
            found += [each for each in map(_archived, some) if _is_of(query.section, each)]
            if len(some) < limit:
                break
            after = some[-1].position
        return found[:limit]

    def _wanted(self, rows: Select[*tuple[Any, ...]], query: VerdictQuery) -> Select[*tuple[Any, ...]]:
        rows = rows.where(_decisions.c.site == self._site, _decisions.c.signals.is_not(None), ~_JUDGED_AGAIN)
        if query.is_judged:
            rows = rows.where(_JUDGED_BY_PERSON)
        if query.since is not None:
            rows = rows.where(_decisions.c.at >= query.since)
        return rows if query.until is None else rows.where(_decisions.c.at < query.until)


def _is_of(section: str | None, archived: PastVerdict) -> bool:
    return section is None or archived.facts.get("article.section") == section


def _archived(row: Row[Any]) -> PastVerdict:
    facts, spans = signals_of_bytes(row.signals)
    return PastVerdict(
        decision=decision_of_bytes(row.body),
        facts=facts,
        spans=spans,
        comment=StoredComment(outcome=Outcome(row.outcome), **dict(zip(NAMES, row[7:], strict=True))),
        folded=row.folded,
        ruling=_ruling(row),
        label=SiteOutcome(row.label) if row.label is not None else None,
    )


def _ruling(row: Row[Any]) -> Outcome | None:
    """Return what a person made of it: the decision in force, or what the site told without one."""
    if row.by_person:
        return Outcome(row.outcome)
    if row.label is None:
        return None
    return Outcome.ALLOW if row.label == SiteOutcome.PUBLISHED.value else Outcome.BLOCK
