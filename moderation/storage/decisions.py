"""Comments and the decisions on them: appended in the order of the site's feed."""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, DecisionId, Source, without_quotes
from moderation.domain.errors import KeyReused, NotFound
from moderation.domain.outcome import Judged, Label
from moderation.domain.record import Entry, StoredComment, Submission
from moderation.domain.signals import Fact, Signals
from moderation.domain.verdict import Outcome, Span
from moderation.storage.authors import AuthorRepository
from moderation.storage.coding import (
    decision_of_bytes,
    decision_to_bytes,
    signals_of_bytes,
    signals_to_bytes,
)
from moderation.storage.comments import comment_row, stored_comment
from moderation.storage.jobs import JobRepository
from moderation.storage.judged import judged
from moderation.storage.marks import Marks
from moderation.storage.policies import forget_cases
from moderation.storage.repeats import Repeats
from moderation.storage.reviews import ReviewRepository
from moderation.storage.tables import (
    AppealRow,
    CommentRow,
    DecisionRow,
    LabelRow,
    ReportRow,
    SiteRow,
    among,
    table,
)
from moderation.storage.webhooks import WebhookRepository

#: How long after a degraded verdict the comment is judged again.
REJUDGE_AFTER = timedelta(seconds=30)

_comments, _decisions = table(CommentRow), table(DecisionRow)
_labels, _sites = table(LabelRow), table(SiteRow)


_REVISIONS = select(_comments.c.id, _comments.c.revision).where(
    _comments.c.site == bindparam("of_site"), among(_comments.c.id, "ids"), _comments.c.is_latest
)
_BODIES = select(_decisions.c.id, _decisions.c.body).where(
    _decisions.c.site == bindparam("of_site"), among(_decisions.c.id, "ids")
)
_ADVANCE = (
    update(_sites)
    .where(_sites.c.id == bindparam("of_site"))
    .values(position=_sites.c.position + bindparam("steps"))
    .returning(_sites.c.position)
)


class DecisionRepository:
    """Implements the port `Decisions` for one site within one transaction."""

    def __init__(self, connection: Connection, site: SiteId) -> None:
        """Work on a connection's transaction, for one site."""
        self._connection = connection
        self._site = site

    def repeats(self, submissions: Sequence[Submission]) -> list[Decision | KeyReused | None]:
        """Find the decision of each submission that came before, or that its key came with another body."""
        known = Repeats(self._connection, self._site).find(submissions)
        bodies = self._bodies([id for id in known if isinstance(id, str)])
        return [bodies.get(found) if isinstance(found, str) else found for found in known]

    def keep_key(self, submission: Submission, decision: DecisionId, *, at: datetime) -> None:
        """Let a submission's idempotency key stand for a decision, unless it stands for one already."""
        Repeats(self._connection, self._site).keep([(submission, decision)], at=at)

    def revisions(self, ids: Collection[CommentId]) -> Mapping[CommentId, int]:
        """Return the latest revision of each comment that is known."""
        if not ids:
            return {}
        rows = self._connection.execute(_REVISIONS, {"of_site": self._site, "ids": list(ids)})
        return {CommentId(row.id): row.revision for row in rows}

    def record(self, entries: Sequence[Entry], *, at: datetime) -> list[Decision]:
        """Append decisions with their comments, reviews and background work."""
        position = self._advance(len(entries)) - len(entries)
        decisions = [
            dataclasses.replace(entry.decision, position=position + offset)
            for offset, entry in enumerate(entries, start=1)
        ]
        self._retire([entry.submission.comment.id for entry in entries if entry.decision.revision > 1])
        insert = self._connection.execute
        insert(_comments.insert(), [comment_row(entry, at=at) for entry in entries])
        rows = [
            decision_row(decision, signals=signals_to_bytes(entry.signals))
            for entry, decision in zip(entries, decisions, strict=True)
        ]
        insert(_decisions.insert(), rows)
        sent = [entry.submission for entry in entries]
        made = [decision.id for decision in decisions]
        Repeats(self._connection, self._site).add(list(zip(sent, made, strict=True)), at=at)
        Marks(self._connection, self._site).add([(entry, at) for entry in entries])
        self._reviews(entries)
        self._rejudge(entries, at=at)
        AuthorRepository(self._connection, self._site).meet(sent, at=at)
        WebhookRepository(self._connection, self._site).tell(decisions)
        return decisions

    def append(self, decision: Decision, signals: Signals | None = None) -> Decision:
        """Append a later decision on a comment that is known."""
        placed = dataclasses.replace(decision, position=self._advance(1))
        stored = signals_to_bytes(signals) if signals else None
        self._connection.execute(_decisions.insert(), decision_row(placed, signals=stored))
        values: dict[str, Any] = {"outcome": decision.outcome.value}
        if decision.source in (Source.MODERATOR, Source.SITE):
            values["by_person"] = True
        self._connection.execute(
            update(_comments)
            .where(
                _comments.c.site == self._site,
                _comments.c.id == decision.comment_id,
                _comments.c.revision == decision.revision,
            )
            .values(values)
        )
        WebhookRepository(self._connection, self._site).tell([placed])
        return placed

    def get(self, id: DecisionId) -> Decision:
        """Return one decision."""
        body = self._bodies([id]).get(id)
        if body is None:
            raise NotFound(f"There is no decision '{id}' on this site.")
        return body

    def signals(self, id: DecisionId) -> tuple[Mapping[str, Fact], Mapping[str, tuple[Span, ...]]] | None:
        """Return the facts and spans that a decision rests on."""
        where = select(_decisions.c.signals).where(_decisions.c.site == self._site, _decisions.c.id == id)
        stored = self._connection.execute(where).scalar_one_or_none()
        return None if stored is None else signals_of_bytes(stored)

    def feed(self, *, after: int, limit: int) -> list[Decision]:
        """Return decisions in order of position, from the one after `after`."""
        where = _decisions.c.site == self._site, _decisions.c.position > after
        rows = select(_decisions.c.body, _decisions.c.position).where(*where).order_by(_decisions.c.position)
        return [decision_of_bytes(row.body) for row in self._connection.execute(rows.limit(limit))]

    def tally(self, *, since: datetime, until: datetime) -> Mapping[tuple[Source, Outcome], int]:
        """Count decisions by who decided and how."""
        column = _decisions.c
        where = column.site == self._site, column.at >= since, column.at < until
        counted = select(column.source, column.outcome, func.count()).where(*where)
        rows = self._connection.execute(counted.group_by(column.source, column.outcome))
        return {(Source(source), Outcome(outcome)): count for source, outcome, count in rows}

    def of_comment(self, id: CommentId) -> list[Decision]:
        """Return every decision on a comment, oldest first."""
        where = _decisions.c.site == self._site, _decisions.c.comment_id == id
        rows = self._connection.execute(select(_decisions.c.position, _decisions.c.body).where(*where))
        # Put in order here: asked to, SQLite would look through the whole feed, which is in order already.
        return [decision_of_bytes(row.body) for row in sorted(rows, key=lambda row: row.position)]

    def comment(self, id: CommentId) -> StoredComment:
        """Return a comment at its latest revision."""
        where = _comments.c.site == self._site, _comments.c.id == id, _comments.c.is_latest
        row = self._connection.execute(select(_comments).where(*where)).mappings().one_or_none()
        if row is None:
            raise NotFound(f"There is no comment '{id}' on this site.")
        return stored_comment(row)

    def erase(self, id: CommentId, *, at: datetime) -> None:
        """Forget text, context and author of every revision of a comment; decisions stay."""
        nothing: dict[str, Any] = {"text": None, "read": None, "folded": None, "context": {}, "author_name": None}
        nothing |= {"author_key": None, "ip_key": None, "read_digest": None, "text_digest": "", "erased_at": at}
        where = _comments.c.site == self._site, _comments.c.id == id
        written = select(_comments.c.author_key).where(*where, _comments.c.author_key.is_not(None)).distinct()
        authors = set(self._connection.execute(written).scalars())
        self._connection.execute(update(_comments).where(*where).values(nothing))
        AuthorRepository(self._connection, self._site).forget(authors, at=at)
        Marks(self._connection, self._site).forget(id)
        self._forget_quotes(id)
        forget_cases(self._connection, self._site)
        reports = table(ReportRow)
        mine = reports.c.site == self._site, reports.c.comment_id == id
        self._connection.execute(update(reports).where(*mine).values(reason=None, reporter=None))
        appeals = table(AppealRow)
        mine = appeals.c.site == self._site, appeals.c.comment_id == id
        self._connection.execute(update(appeals).where(*mine).values(words=None, answer=None))

    def label(self, label: Label) -> None:
        """Keep what the site's people decided about a revision; a later label replaces it."""
        values = dataclasses.asdict(label)
        same = [_labels.c[name] == values[name] for name in ("site", "comment_id", "revision")]
        changed = self._connection.execute(update(_labels).where(*same).values(values))
        if not changed.rowcount:
            self._connection.execute(_labels.insert(), values)

    def judged(self) -> list[Judged]:
        """Return every revision that a person ruled on or reported an outcome of, oldest word first."""
        return judged(self._connection, self._site)

    def _forget_quotes(self, id: CommentId) -> None:
        """Take the words that reasons quote out of the decisions on a comment; what was decided stays."""
        for decision in self.of_comment(id):
            body = decision_to_bytes(without_quotes(decision))
            where = _decisions.c.site == self._site, _decisions.c.position == decision.position
            self._connection.execute(update(_decisions).where(*where).values(body=body))

    def _advance(self, count: int) -> int:
        return int(self._connection.execute(_ADVANCE, {"of_site": self._site, "steps": count}).scalar_one())

    def _retire(self, ids: Sequence[str]) -> None:
        if ids:
            where = _comments.c.site == self._site, _comments.c.id.in_(ids), _comments.c.is_latest
            self._connection.execute(update(_comments).where(*where).values(is_latest=False))

    def _reviews(self, entries: Sequence[Entry]) -> None:
        reviews = ReviewRepository(self._connection, self._site)
        for entry in entries:
            if entry.superseded is not None:
                reviews.save(entry.superseded, was=reviews.get(entry.superseded.id))
        reviews.add_all([entry.review for entry in entries if entry.review is not None])

    def _rejudge(self, entries: Sequence[Entry], *, at: datetime) -> None:
        jobs = JobRepository(self._connection, self._site)
        for entry in entries:
            if entry.rejudge:
                payload = {"comment_id": entry.decision.comment_id, "revision": entry.decision.revision}
                jobs.add("rejudge", payload, at=at, due_at=at + REJUDGE_AFTER)

    def _bodies(self, ids: Sequence[str]) -> dict[str, Decision]:
        if not ids:
            return {}
        rows = self._connection.execute(_BODIES, {"of_site": self._site, "ids": list(ids)})
        return {row.id: decision_of_bytes(row.body) for row in rows}


def decision_row(decision: Decision, *, signals: bytes | None) -> dict[str, Any]:
    """Turn a decision that has its place into a row."""
    return {
        "site": decision.site,
        "position": decision.position,
        "id": decision.id,
        "comment_id": decision.comment_id,
        "revision": decision.revision,
        "outcome": decision.outcome.value,
        "source": decision.source.value,
        "at": decision.at,
        "body": decision_to_bytes(decision),
        "signals": signals,
    }
