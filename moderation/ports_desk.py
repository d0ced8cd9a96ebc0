"""What the desk reads beyond the queue itself, and what moderators write down."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from moderation.domain.batch import Batch, BatchId, BatchState
from moderation.domain.comment import CommentId
from moderation.domain.desk import AuthorPast, CommentQuery, Note, Shares, Waiting
from moderation.domain.insights.histogram import Ruled, ScoreQuery, Waiter
from moderation.domain.insights.opinion import Opinion
from moderation.domain.outcome import Report
from moderation.domain.record import StoredComment
from moderation.domain.review import Review
from moderation.domain.sanction import StepAnswer


class Desk(Protocol):
    """Comments found by what people know of them, past cases, copies, notes."""

    def waiting(self) -> list[Waiting]:
        """Return how much waits, by queue, clause, language and section."""
        ...

    def closed_since(self, moment: datetime) -> int:
        """Return how many reviews were closed since a moment."""
        ...

    def search(self, query: CommentQuery) -> list[StoredComment]:
        """Return comments at their latest revision, newest first."""
        ...

    def precedents(self, clause: str, *, limit: int) -> list[StoredComment]:
        """Return the comments that waited on a clause and that people decided, the latest first."""
        ...

    def shares(self, clause: str, *, limit: int) -> Shares:
        """Return how people decided on the latest comments that waited on a clause, at most so many."""
        ...

    def waiting_scores(self, query: ScoreQuery) -> list[Waiter]:
        """Return what waits and has a score of an attribute, as its latest verdict had it."""
        ...

    def ruled_scores(self, query: ScoreQuery, *, limit: int) -> list[Ruled]:
        """Return what people decided on comments that had waited and have a score, at most the latest so many."""
        ...

    def author_past(self, comment: StoredComment, *, is_verified: bool, since: datetime) -> AuthorPast:
        """Return what a comment's author wrote since a moment, and who is easily taken for them.

        `is_verified` says which of what was written under the author's id counts: what the site vouches for, or
        the rest.
        """
        ...

    def copies(self, id: CommentId) -> list[Review]:
        """Return what waits with the same text as read under other comments."""
        ...

    def text(self, id: CommentId, *, revision: int) -> str | None:
        """Return the text of one revision of a comment; `None` where it was erased, or never was."""
        ...

    def reports(self, id: CommentId) -> list[Report]:
        """Return readers' reports about a comment, oldest first."""
        ...

    def reported_before(self, id: CommentId) -> Shares:
        """Return how people decided on what the readers who reported a comment reported besides it.

        Each comment counts once, as it stood when it was reported; what nobody decided does not count.
        """
        ...

    def notes(self, id: CommentId) -> list[Note]:
        """Return what moderators wrote about a comment, oldest first."""
        ...

    def opinions(self, id: CommentId) -> list[Opinion]:
        """Return what second moderators concluded about rulings on a comment, oldest first."""
        ...

    def add_opinion(self, opinion: Opinion) -> None:
        """Keep what a second moderator concluded."""
        ...

    def add_note(self, note: Note) -> None:
        """Keep a note."""
        ...

    def add_batch(self, batch: Batch) -> None:
        """Keep a new batch."""
        ...

    def save_batch(self, batch: Batch, *, was: Batch) -> None:
        """Keep a changed batch.

        Raises:
            Conflict: if it is no longer in the state in which it `was`.
        """
        ...

    def batch(self, id: BatchId) -> Batch:
        """Return one batch.

        Raises:
            NotFound: if the site has no such batch.
        """
        ...

    def batches(self, *, states: Collection[BatchState], limit: int) -> list[Batch]:
        """Return batches in some states, newest first."""
        ...


class Sanctions(Protocol):
    """Steps of the ladder that a person has to confirm."""

    def struck(self, *, since: datetime, until: datetime | None = None, least: int) -> list[str]:
        """Return who has strikes after a moment, and up to another, that weigh so much together, by their keys."""
        ...

    def answers(self, key: str) -> list[StepAnswer]:
        """Return what was answered for an author, to each step the last."""
        ...

    def latest(self, *, limit: int) -> list[StepAnswer]:
        """Return the last answers on the site, the latest first."""
        ...

    def keep(self, answer: StepAnswer) -> None:
        """Keep an answer, in place of an earlier one to the same step."""
        ...

    def take_back(self, key: str, *, step: int) -> None:
        """Forget an answer."""
        ...
