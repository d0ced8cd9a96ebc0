"""What the desk looks up, in memory."""

from collections.abc import Collection, Iterator
from datetime import datetime

from moderation.domain.batch import Batch, BatchId, BatchState
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Source
from moderation.domain.desk import AuthorPast, CommentQuery, Namesake, Note, Shares, Waiting
from moderation.domain.errors import Conflict, NotFound
from moderation.domain.insights.histogram import Ruled, ScoreQuery, Waiter
from moderation.domain.insights.opinion import Opinion
from moderation.domain.namesake import NAMESAKES, shape_of
from moderation.domain.outcome import Report
from moderation.domain.record import StoredComment
from moderation.domain.review import Order, Review, State, place_of
from moderation.domain.text import fold
from moderation.domain.verdict import Outcome
from moderation.testing.memory.rows import RevisionRow, SiteRows


class MemoryDesk:
    """Implements the port `Desk`."""

    def __init__(self, rows: SiteRows, site: SiteId) -> None:
        """Work on the rows of a site."""
        self._rows = rows

    def waiting(self) -> list[Waiting]:
        """Return how much waits, by queue, clause, language and section."""
        since: dict[tuple[str, str | None, str | None, str | None], list[datetime]] = {}
        for review in self._open():
            kind = review.queue, review.clause, review.language, review.section
            since.setdefault(kind, []).append(review.opened_at)
        return [
            Waiting(queue=q, clause=c, language=la, section=s, count=len(moments), oldest=min(moments))
            for (q, c, la, s), moments in since.items()
        ]

    def closed_since(self, moment: datetime) -> int:
        """Return how many reviews were closed since a moment."""
        closed = [review.closed_at for review in self._rows.reviews.values() if review.closed_at is not None]
        return sum(at >= moment for at in closed)

    def search(self, query: CommentQuery) -> list[StoredComment]:
        """Return comments at their latest revision, newest first."""
        found = [row.comment for row in self._rows.latest() if _fits(row, query)]
        found.sort(key=lambda comment: (comment.received_at, comment.id), reverse=True)
        if query.after is not None:
            found = [comment for comment in found if (comment.received_at, comment.id) < query.after]
        return found[: query.limit]

    def precedents(self, clause: str, *, limit: int) -> list[StoredComment]:
        """Return the comments that waited on a clause and that people decided, the latest first."""
        return [comment for _, comment in self._decided(clause)][:limit]

    def shares(self, clause: str, *, limit: int) -> Shares:
        """Return how people decided on the latest comments that waited on a clause, at most so many."""
        outcomes = [comment.outcome for _, comment in self._decided(clause)[:limit]]
        return Shares(approved=outcomes.count(Outcome.ALLOW), rejected=outcomes.count(Outcome.BLOCK))

    def waiting_scores(self, query: ScoreQuery) -> list[Waiter]:
        """Return what waits and has a score of an attribute, as its latest verdict had it."""
        found = [(review, self._score(review, query)) for review in self._open()]
        return [
            Waiter(
                comment_id=review.comment_id,
                place=place_of(review, Order.PRIORITY),
                is_blind=review.is_blind,
                score=score,
            )
            for review, score in found
            if score is not None
        ]

    def ruled_scores(self, query: ScoreQuery, *, limit: int) -> list[Ruled]:
        """Return what people decided on comments that had waited and have a score, at most the latest so many."""
        closed = [review for review in self._rows.reviews.values() if review.closed_at is not None]
        closed.sort(key=lambda review: (review.closed_at or review.opened_at, review.id), reverse=True)
        found: dict[CommentId, Ruled] = {}
        for review in closed:
            row, score = self._latest(review.comment_id), self._score(review, query)
            is_decided = row.by_person and row.comment.outcome is not Outcome.FLAG
            if score is not None and is_decided and row.comment.revision == review.revision:
                is_rejected = row.comment.outcome is Outcome.BLOCK
                found[review.comment_id] = Ruled(score=score, is_rejected=is_rejected)
        return list(found.values())[:limit]

    def author_past(self, comment: StoredComment, *, is_verified: bool, since: datetime) -> AuthorPast:
        """Return what a comment's author wrote since a moment, and who is easily taken for them."""
        late = [row for row in self._rows.latest() if row.comment.received_at > since]
        who = comment.author_key, is_verified
        mine = [row for row in late if (row.comment.author_key, row.comment.author_verified) == who]
        address = self._latest(comment.id).ip_key
        near = {row.comment.author_key for row in late if address and row.ip_key == address}
        return AuthorPast(
            approved=sum(row.comment.outcome is Outcome.ALLOW for row in mine),
            rejected=sum(row.comment.outcome is Outcome.BLOCK and row.by_person for row in mine),
            namesakes=self._namesakes(comment),
            same_address=len(near - {comment.author_key, None}),
        )

    def copies(self, id: CommentId) -> list[Review]:
        """Return what waits with the same text as read under other comments."""
        digest = self._latest(id).read_digest
        waiting = [
            review
            for review in self._open()
            if review.comment_id != id and digest and self._latest(review.comment_id).read_digest == digest
        ]
        return sorted(waiting, key=lambda review: review.opened_at)

    def text(self, id: CommentId, *, revision: int) -> str | None:
        """Return the text of one revision of a comment; `None` where it was erased, or never was."""
        texts = {row.comment.revision: row.comment.text for row in self._rows.revisions.get(id, ())}
        return texts.get(revision)

    def reports(self, id: CommentId) -> list[Report]:
        """Return readers' reports about a comment, oldest first."""
        return [report for report in self._rows.reports if report.comment_id == id]

    def reported_before(self, id: CommentId) -> Shares:
        """Return how people decided on what the readers who reported a comment reported besides it."""
        readers = {report.reporter for report in self.reports(id)} - {None}
        theirs = {
            (report.comment_id, report.revision)
            for report in self._rows.reports
            if report.reporter in readers and report.comment_id != id
        }
        rows = [self._rows.revisions[comment][revision - 1] for comment, revision in theirs]
        outcomes = [row.comment.outcome for row in rows if row.by_person]
        return Shares(approved=outcomes.count(Outcome.ALLOW), rejected=outcomes.count(Outcome.BLOCK))

    def notes(self, id: CommentId) -> list[Note]:
        """Return what moderators wrote about a comment, oldest first."""
        return [note for note in self._rows.notes if note.comment_id == id]

    def opinions(self, id: CommentId) -> list[Opinion]:
        """Return what second moderators concluded about rulings on a comment, oldest first."""
        return [opinion for opinion in self._rows.opinions if opinion.comment_id == id]

    def add_opinion(self, opinion: Opinion) -> None:
        """Keep what a second moderator concluded."""
        self._rows.opinions.append(opinion)

    def add_note(self, note: Note) -> None:
        """Keep a note."""
        self._rows.notes.append(note)

    def _namesakes(self, comment: StoredComment) -> tuple[Namesake, ...]:
        shape = shape_of(comment.author_name or "")
        alike = [
            Namesake(key=key, name=row.name, verified=row.verified, first_seen=row.first_seen)
            for key, row in self._rows.authors.items()
            if shape and key != comment.author_key and shape_of(row.name or "") == shape
        ]
        return tuple(sorted(alike, key=lambda one: (not one.verified, one.first_seen))[:NAMESAKES])

    def add_batch(self, batch: Batch) -> None:
        """Keep a new batch."""
        self._rows.batches[batch.id] = batch

    def save_batch(self, batch: Batch, *, was: Batch) -> None:
        """Keep a changed batch if it is still in the state in which it was."""
        if self._rows.batches[batch.id].state is not was.state:
            raise Conflict("A colleague has settled this batch already.")
        self._rows.batches[batch.id] = batch

    def batch(self, id: BatchId) -> Batch:
        """Return one batch."""
        if id not in self._rows.batches:
            raise NotFound("There is no such batch on this site.")
        return self._rows.batches[id]

    def batches(self, *, states: Collection[BatchState], limit: int) -> list[Batch]:
        """Return batches in some states, newest first."""
        found = sorted(self._rows.batches.values(), key=lambda batch: (batch.at, batch.id), reverse=True)
        return [batch for batch in found if batch.state in states][:limit]

    def _open(self) -> Iterator[Review]:
        return (review for review in self._rows.reviews.values() if review.state is not State.CLOSED)

    def _score(self, review: Review, query: ScoreQuery) -> float | None:
        names = "queue", "clause", "language", "section"
        if any(getattr(query, name) not in (None, getattr(review, name)) for name in names):
            return None
        verdicts = [
            decision
            for decision in self._rows.decisions
            if (decision.comment_id, decision.revision) == (review.comment_id, review.revision)
            and decision.source in (Source.POLICY, Source.REJUDGED)
        ]
        return verdicts[-1].scores.get(query.attribute) if verdicts else None

    def _latest(self, id: CommentId) -> RevisionRow:
        return self._rows.revisions[id][-1]

    def _decided(self, clause: str) -> list[tuple[Review, StoredComment]]:
        closed = [
            (review, self._latest(review.comment_id))
            for review in self._rows.reviews.values()
            if review.state is State.CLOSED and review.clause == clause
        ]
        decided = [
            (review, row.comment)
            for review, row in closed
            if row.by_person and row.comment.outcome is not Outcome.FLAG
        ]
        decided.sort(key=lambda pair: pair[0].id)
        return sorted(decided, key=lambda pair: pair[0].closed_at or pair[0].opened_at, reverse=True)


def _fits(row: RevisionRow, query: CommentQuery) -> bool:
    comment = row.comment
    asked = (
        (query.outcome, comment.outcome),
        (query.author_key, comment.author_key),
        (query.article_key, comment.article_key),
    )
    if any(wanted is not None and wanted != found for wanted, found in asked):
        return False
    return not query.wanted or _is_wanted(row, query.wanted)


def _is_wanted(row: RevisionRow, wanted: str) -> bool:
    comment = row.comment
    urls = comment.context.get("url"), (comment.context.get("article") or {}).get("url")
    if wanted in (comment.id, comment.author_key, *urls):
        return True
    folded = fold(wanted).strip()
    named = wanted.lower() in (comment.author_name or "").lower()
    return named or bool(folded and folded in (row.folded or ""))
