"""Verdicts of the past, read page by page with what is kept of their comments."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from pydantic_core import from_json
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    and_,
    cast,
    exists,
    func,
    or_,
    select,
    type_coerce,
)

from moderation.domain.backtesting.past_verdict import MODULUS, SCATTER, Extent, Gist, PastVerdict, VerdictQuery
from moderation.domain.comment import SiteId
from moderation.domain.decision import Decision, Source
from moderation.domain.outcome import SiteOutcome
from moderation.domain.record import StoredComment
from moderation.domain.signals import Fact
from moderation.domain.verdict import Outcome, Span
from moderation.storage.coding import decision_of_bytes, facts_of, spans_of, verdict_of_bytes
from moderation.storage.comments import NAMES
from moderation.storage.tables import CommentRow, DecisionRow, LabelRow, from_microseconds, table

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
#: What is costly to turn into a value comes as it is stored, and is turned when it is asked for.
_AS_STORED: dict[str, ColumnElement[Any]] = {
    "context": cast(_comments.c.context, Text),
    "received_at": type_coerce(_comments.c.received_at, BigInteger),
    "erased_at": type_coerce(_comments.c.erased_at, BigInteger),
}
_ROWS = (
    select(
        _decisions.c.position,
        type_coerce(_decisions.c.at, BigInteger).label("at"),
        _decisions.c.outcome.label("decided"),
        _decisions.c.body,
        _decisions.c.signals,
        _labels.c.outcome.label("label"),
        _comments.c.by_person,
        _comments.c.folded,
        _comments.c.outcome,
        *(_AS_STORED.get(name, _comments.c[name]).label(name) for name in NAMES),
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
            found += [each for each in map(_ReadVerdict, some) if _is_of(query.section, each)]
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


class _ReadVerdict(PastVerdict):
    """A row of which each part is read when it is first asked for: a look back asks for little of most."""

    _row: Row[Any]

    def __init__(self, row: Row[Any]) -> None:
        """Take a row of `_ROWS`."""
        for name, value in (
            ("_row", row),
            ("folded", row.folded),
            ("ruling", _ruling(row)),
            ("label", SiteOutcome(row.label) if row.label is not None else None),
        ):
            object.__setattr__(self, name, value)

    @cached_property
    def decision(self) -> Decision:
        """The decision."""
        return decision_of_bytes(self._row.body)

    @property
    def at(self) -> datetime:
        """When it was given, without the rest of it."""
        return from_microseconds(self._row.at)

    @property
    def position(self) -> int:
        """Its place in the feed, without the rest of it."""
        position: int = self._row.position
        return position

    @cached_property
    def gist(self) -> Gist:
        """What is asked of every decision, without the rest of it."""
        row, verdict = self._row, verdict_of_bytes(self._row.body)
        return Gist(
            at=from_microseconds(row.at),
            position=row.position,
            outcome=Outcome(row.decided),
            policy=verdict.policy,
            held=tuple(match.rule for match in (*verdict.matches, *verdict.shadow)),
            unknown=verdict.unknown,
        )

    @cached_property
    def _signals(self) -> dict[str, Any]:
        stored: dict[str, Any] = from_json(bytes(self._row.signals))
        return stored

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts."""
        return facts_of(self._signals)

    @cached_property
    def spans(self) -> Mapping[str, tuple[Span, ...]]:
        """Where facts were seen."""
        return spans_of(self._signals)

    @cached_property
    def context(self) -> Mapping[str, Any]:
        """What is kept of the comment beside its text."""
        kept: dict[str, Any] = from_json(self._row.context)
        return kept

    @property
    def text(self) -> str | None:
        """The text as typed."""
        text: str | None = self._row.text
        return text

    @cached_property
    def comment(self) -> StoredComment:
        """The revision that was judged."""
        kept: dict[str, Any] = dict(zip(NAMES, self._row[9:], strict=True))
        kept["context"] = dict(self.context)
        kept["received_at"] = from_microseconds(kept["received_at"])
        kept["erased_at"] = from_microseconds(kept["erased_at"]) if kept["erased_at"] is not None else None
        return StoredComment(outcome=Outcome(self._row.outcome), **kept)


def _ruling(row: Row[Any]) -> Outcome | None:
    """Return what a person made of it: the decision in force, or what the site told without one."""
    if row.by_person:
        return Outcome(row.outcome)
    if row.label is None:
        return None
    return Outcome.ALLOW if row.label == SiteOutcome.PUBLISHED.value else Outcome.BLOCK
