"""What the desk looks up: comments by what people know of them, past cases, copies, notes."""

import dataclasses
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, func, or_, select, tuple_

from moderation.domain.batch import Batch, BatchId, BatchState
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.desk import AuthorPast, CommentQuery, Note, Shares, Waiting
from moderation.domain.insights.histogram import Ruled, ScoreQuery, Waiter
from moderation.domain.insights.opinion import Opinion
from moderation.domain.outcome import Report
from moderation.domain.record import StoredComment
from moderation.domain.review import Review
from moderation.domain.text import fold
from moderation.domain.verdict import Outcome
from moderation.storage import batches
from moderation.storage.acquaintances import author_past
from moderation.storage.comments import stored_comment
from moderation.storage.people_tables import NoteRow, OpinionRow
from moderation.storage.reports import reported_before
from moderation.storage.reviews import WAITS, review_of
from moderation.storage.scores import ruled_scores, waiting_scores
from moderation.storage.tables import CommentRow, ReportRow, ReviewRow, table

_comments, _reviews = table(CommentRow), table(ReviewRow)
_reports, _notes, _opinions = table(ReportRow), table(NoteRow), table(OpinionRow)

_KIND = (_reviews.c.queue, _reviews.c.clause, _reviews.c.language, _reviews.c.section)

_LATEST = and_(_comments.c.site == _reviews.c.site, _comments.c.id == _reviews.c.comment_id, _comments.c.is_latest)


class DeskRepository:
    """Implements the port `Desk` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def waiting(self) -> list[Waiting]:
        """Return how much waits, by queue, clause, language and section."""
        counted = (
            select(*_KIND, func.count().label("count"), func.min(_reviews.c.opened_at).label("oldest"))
            .where(_reviews.c.site == self._site, WAITS)
            .group_by(*_KIND)
        )
        return [Waiting(**row) for row in self._connection.execute(counted).mappings()]

    def closed_since(self, moment: datetime) -> int:
        """Return how many reviews were closed since a moment."""
        where = _reviews.c.site == self._site, _reviews.c.closed_at.is_not(None), _reviews.c.closed_at >= moment
        return self._connection.execute(select(func.count()).select_from(_reviews).where(*where)).scalar_one()

    def search(self, query: CommentQuery) -> list[StoredComment]:
        """Return comments at their latest revision, newest first."""
        column = _comments.c
        where: list[ColumnElement[bool]] = [column.site == self._site, column.is_latest]
        if query.outcome is not None:
            where.append(column.outcome == query.outcome.value)
        for name in ("author_key", "article_key"):
            if getattr(query, name) is not None:
                where.append(column[name] == getattr(query, name))
        if query.wanted:
            where.append(_is_wanted(query.wanted))
        if query.after is not None:
            where.append(tuple_(column.received_at, column.id) < query.after)
        newest = column.received_at.desc(), column.id.desc()
        rows = self._connection.execute(select(_comments).where(*where).order_by(*newest).limit(query.limit))
        return [stored_comment(row) for row in rows.mappings()]

    def precedents(self, clause: str, *, limit: int) -> list[StoredComment]:
        """Return the comments that waited on a clause and that people decided, the latest first."""
        latest = _reviews.c.closed_at.desc(), _reviews.c.id
        decided = select(_comments).join(_reviews, _LATEST).where(*self._decided(clause)).order_by(*latest)
        return [stored_comment(row) for row in self._connection.execute(decided.limit(limit)).mappings()]

    def shares(self, clause: str, *, limit: int) -> Shares:
        """Return how people decided on the latest comments that waited on a clause."""
        latest = (
            select(_comments.c.outcome)
            .join(_reviews, _LATEST)
            .where(*self._decided(clause))
            .order_by(_reviews.c.closed_at.desc())
            .limit(limit)
            .subquery()
        )
        counted = select(latest.c.outcome, func.count().label("number")).group_by(latest.c.outcome)
        found = {row.outcome: row.number for row in self._connection.execute(counted)}
        return Shares(approved=found.get(Outcome.ALLOW.value, 0), rejected=found.get(Outcome.BLOCK.value, 0))

    def waiting_scores(self, query: ScoreQuery) -> list[Waiter]:
        """Return what waits and has a score of an attribute, as its latest verdict had it."""
        return waiting_scores(self._connection, self._site, query)

    def ruled_scores(self, query: ScoreQuery, *, limit: int) -> list[Ruled]:
        """Return what people decided on comments that had waited and have a score, at most the latest so many."""
        return ruled_scores(self._connection, self._site, query, limit=limit)

    def author_past(self, comment: StoredComment, *, is_verified: bool, since: datetime) -> AuthorPast:
        """Return what a comment's author wrote since a moment, and who is easily taken for them."""
        return author_past(self._connection, comment, is_verified=is_verified, since=since)

    def copies(self, id: CommentId) -> list[Review]:
        """Return what waits with the same text as read under other comments."""
        latest = _comments.c.site == self._site, _comments.c.is_latest
        mine = select(_comments.c.read_digest).where(*latest, _comments.c.id == id).scalar_subquery()
        same = select(_comments.c.id).where(*latest, _comments.c.read_digest == mine, _comments.c.id != id)
        where = _reviews.c.site == self._site, WAITS, _reviews.c.comment_id.in_(same)
        waiting = map(review_of, self._connection.execute(select(_reviews).where(*where)).mappings())
        # Put in order here, and a query within, not a join: else SQLite would begin with all that waits.
        return sorted(waiting, key=lambda review: review.opened_at)

    def text(self, id: CommentId, *, revision: int) -> str | None:
        """Return the text of one revision of a comment; `None` where it was erased, or never was."""
        where = _comments.c.site == self._site, _comments.c.id == id, _comments.c.revision == revision
        return self._connection.execute(select(_comments.c.text).where(*where)).scalar_one_or_none()

    def reports(self, id: CommentId) -> list[Report]:
        """Return readers' reports about a comment, oldest first."""
        where = _reports.c.site == self._site, _reports.c.comment_id == id
        names = [_reports.c[field.name] for field in dataclasses.fields(Report)]
        rows = self._connection.execute(select(*names).where(*where).order_by(_reports.c.id)).mappings()
        return [Report(**row) for row in rows]

    def reported_before(self, id: CommentId) -> Shares:
        """Return how people decided on what the readers who reported a comment reported besides it."""
        return reported_before(self._connection, self._site, id)

    def notes(self, id: CommentId) -> list[Note]:
        """Return what moderators wrote about a comment, oldest first."""
        where = _notes.c.site == self._site, _notes.c.comment_id == id
        names = [_notes.c[field.name] for field in dataclasses.fields(Note)]
        return [
            Note(**row)
            for row in self._connection.execute(select(*names).where(*where).order_by(_notes.c.id)).mappings()
        ]

    def opinions(self, id: CommentId) -> list[Opinion]:
        """Return what second moderators concluded about rulings on a comment, oldest first."""
        where = _opinions.c.site == self._site, _opinions.c.comment_id == id
        rows = self._connection.execute(select(_opinions).where(*where).order_by(_opinions.c.id)).mappings()
        return [opinion_of(row) for row in rows]

    def add_opinion(self, opinion: Opinion) -> None:
        """Keep what a second moderator concluded."""
        values = dataclasses.asdict(opinion)
        outcomes = {"first": opinion.first.value, "second": opinion.second.value}
        self._connection.execute(_opinions.insert(), values | outcomes)

    def add_note(self, note: Note) -> None:
        """Keep a note."""
        self._connection.execute(_notes.insert(), dataclasses.asdict(note))

    def add_batch(self, batch: Batch) -> None:
        """Keep a new batch."""
        batches.add_batch(self._connection, batch)

    def save_batch(self, batch: Batch, *, was: Batch) -> None:
        """Keep a changed batch if it is still in the state in which it was."""
        batches.save_batch(self._connection, batch, was=was)

    def batch(self, id: BatchId) -> Batch:
        """Return one batch."""
        return batches.batch(self._connection, self._site, id)

    def batches(self, *, states: Collection[BatchState], limit: int) -> list[Batch]:
        """Return batches in some states, newest first."""
        return batches.batches(self._connection, self._site, states=states, limit=limit)

    def _decided(self, clause: str) -> list[ColumnElement[bool]]:
        return [
            _reviews.c.site == self._site,
            _reviews.c.closed_at.is_not(None),
            _reviews.c.clause == clause,
            _comments.c.by_person,
            # Not `in (allow, block)`: SQLite would look through all comments of an outcome for each review.
            _comments.c.outcome != Outcome.FLAG.value,
        ]


def opinion_of(row: RowMapping) -> Opinion:
    """Turn a row into an opinion."""
    fields = {field.name: row[field.name] for field in dataclasses.fields(Opinion)}
    return Opinion(**fields | {"first": Outcome(row["first"]), "second": Outcome(row["second"])})


def _is_wanted(wanted: str) -> ColumnElement[bool]:
    """Hold where an id, an address, an author or the words are meant; words are found in disguise too."""
    column = _comments.c
    addresses: list[Any] = [column.context["url"].as_string(), column.context[("article", "url")].as_string()]
    meant = [column.id == wanted, column.author_key == wanted, *(address == wanted for address in addresses)]
    meant.append(func.lower(column.author_name).contains(wanted.lower(), autoescape=True))
    folded = fold(wanted).strip()
    if folded:
        meant.append(column.folded.contains(folded, autoescape=True))
    return or_(*meant)
