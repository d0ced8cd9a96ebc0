"""What the use cases need from the world, one small Protocol each."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any, Protocol

from moderation.domain.archive import PastEntry
from moderation.domain.author_label import AuthorLabel
from moderation.domain.backtesting.past_verdict import Extent, PastVerdict, VerdictQuery
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import Decision, DecisionId, Source
from moderation.domain.errors import KeyReused
from moderation.domain.history import History
from moderation.domain.outcome import Judged, Label
from moderation.domain.premoderation import Premoderation
from moderation.domain.record import Entry, StoredAuthor, StoredComment, Submission
from moderation.domain.review import Review, ReviewId, ReviewQuery
from moderation.domain.signals import Fact, Signals
from moderation.domain.standing import Sanctioned, Strike
from moderation.domain.verdict import Outcome, Span
from moderation.ports_desk import Desk, Sanctions
from moderation.ports_mail import Digests
from moderation.ports_readers import Appeals, Reports
from moderation.ports_records import Records
from moderation.ports_scoring import LanguageDetector as LanguageDetector
from moderation.ports_scoring import Scorer as Scorer
from moderation.ports_scoring import Scores as Scores
from moderation.ports_sites import Policies as Policies
from moderation.ports_sites import RuleCounts
from moderation.ports_sites import Sites as Sites
from moderation.ports_work import Jobs, Webhooks


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present moment, in UTC, with its time zone."""
        ...


class Decisions(Protocol):
    """Comments and what was decided about them, in the order in which it was decided."""

    def repeats(self, submissions: Sequence[Submission]) -> list[Decision | KeyReused | None]:
        """Find the decision of each submission that came before, or that its key had another body then."""
        ...

    def keep_key(self, submission: Submission, decision: DecisionId, *, at: datetime) -> None:
        """Let a submission's idempotency key stand for a decision, unless it stands for one already."""
        ...

    def revisions(self, ids: Collection[CommentId]) -> Mapping[CommentId, int]:
        """Return the latest revision of each comment that is known."""
        ...

    def record(self, entries: Sequence[Entry], *, at: datetime) -> list[Decision]:
        """Append decisions with their comments, reviews and background work; returns them with positions."""
        ...

    def append(self, decision: Decision, signals: Signals | None = None) -> Decision:
        """Append a later decision on a comment that is known; returns it with its position."""
        ...

    def get(self, id: DecisionId) -> Decision:
        """Return one decision.

        Raises:
            NotFound: if the site has no such decision.
        """
        ...

    def signals(self, id: DecisionId) -> tuple[Mapping[str, Fact], Mapping[str, tuple[Span, ...]]] | None:
        """Return the facts and spans that a decision rests on; `None` where a person decided."""
        ...

    def feed(self, *, after: int, limit: int) -> list[Decision]:
        """Return decisions in order of position, from the one after `after`."""
        ...

    def tally(self, *, since: datetime, until: datetime) -> Mapping[tuple[Source, Outcome], int]:
        """Count decisions from a moment up to, and not including, another, by who decided and how."""
        ...

    def of_comment(self, id: CommentId) -> list[Decision]:
        """Return every decision on a comment, oldest first."""
        ...

    def comment(self, id: CommentId) -> StoredComment:
        """Return a comment at its latest revision.

        Raises:
            NotFound: if the site has no such comment.
        """
        ...

    def erase(self, id: CommentId, *, at: datetime) -> None:
        """Forget text, context and author of every revision of a comment; decisions stay."""
        ...

    def label(self, label: Label) -> None:
        """Keep what the site's people decided about a revision; a later label replaces it."""
        ...

    def judged(self) -> list[Judged]:
        """Return every revision that a person ruled on or reported an outcome of, oldest word first."""
        ...


class Archive(Protocol):
    """Comments that stood before the service was there."""

    def texts(self, ids: Collection[CommentId]) -> Mapping[CommentId, str]:
        """Return the digest of the latest text of each comment that is known; empty where it was erased."""
        ...

    def record(self, entries: Sequence[PastEntry]) -> None:
        """Keep comments that are not known, as of the times of their decisions and outside the feed."""
        ...


class Reviews(Protocol):
    """Comments that wait for a person."""

    def get(self, id: ReviewId) -> Review:
        """Return one review.

        Raises:
            NotFound: if the site has no such review.
        """
        ...

    def open_for(self, id: CommentId) -> Review | None:
        """Return the review of a comment that is not closed."""
        ...

    def open_for_all(self, ids: Sequence[CommentId]) -> Mapping[CommentId, Review]:
        """Return the reviews of some comments that are not closed."""
        ...

    def add(self, review: Review) -> None:
        """Keep a new review."""
        ...

    def save(self, review: Review, *, was: Review) -> None:
        """Keep a changed review.

        Raises:
            StaleVersion: if it is no longer as it `was`.
        """
        ...

    def page(self, query: ReviewQuery) -> list[tuple[Review, StoredComment]]:
        """Return reviews with their comments, in the order of the query."""
        ...

    def held_by(self, moderator: str, *, at: datetime) -> list[Review]:
        """Return what somebody holds at a moment, by when it runs out."""
        ...

    def counts(self) -> Mapping[str, tuple[int, datetime]]:
        """Return how many wait in each queue, and since when the oldest does."""
        ...

    def waits(self, *, limit: int) -> list[timedelta]:
        """Return how long the reviews that were closed last had waited, those for a measure left out."""
        ...


class Authors(Protocol):
    """What is known about those who write."""

    def histories(
        self, submissions: Sequence[Submission], *, asks: Collection[str], at: datetime
    ) -> list[History]:
        """Gather what the policy asks about each submission's author and article, before it is recorded."""
        ...

    def strikes(self, key: str, *, is_verified: bool) -> list[Strike]:
        """Return an author's strikes that nobody lifted, oldest first."""
        ...

    def add_strike(self, strike: Strike, *, key: str, is_verified: bool, decision: DecisionId) -> None:
        """Keep a strike."""
        ...

    def lift_strikes(self, *, comment: CommentId, at: datetime) -> None:
        """Lift the strikes that rulings on a comment had added."""
        ...

    def restore_strikes(self, *, comment: CommentId, lifted_at: datetime) -> None:
        """Let the strikes of a comment count again that were lifted at just this moment."""
        ...

    def labels(self, key: str, *, is_verified: bool, at: datetime) -> list[AuthorLabel]:
        """Return an author's labels that have not ended at a moment, by name; those taken away among them."""
        ...

    def give_labels(self, labels: Sequence[AuthorLabel], *, key: str, is_verified: bool, at: datetime) -> None:
        """Give an author labels; of one that the author has already, the later end counts."""
        ...

    def take_label(self, name: str, *, key: str, is_verified: bool, by: str | None) -> None:
        """Take a label from an author; `None` puts it back."""
        ...

    def set_standing(self, key: str, sanctioned: Sanctioned | None, *, by: str, at: datetime) -> None:
        """Keep a standing that a person set; `None` returns the author to the ladder."""
        ...

    def author(self, key: str) -> StoredAuthor:
        """Return what is known of one author.

        Raises:
            NotFound: if nobody of that name has written here.
        """
        ...


class Articles(Protocol):
    """What rules decided about articles."""

    def premoderated(self, keys: Collection[str], *, at: datetime) -> dict[str, Premoderation]:
        """Return which of some articles are premoderated at a moment."""
        ...

    def premoderation(self, key: str, *, at: datetime) -> Premoderation | None:
        """Return how long an article is premoderated, even where somebody ended that."""
        ...

    def premoderate(self, key: str, premoderation: Premoderation, *, at: datetime) -> None:
        """Let every comment under an article wait, from now on, unless it does for longer already."""
        ...

    def end_premoderation(self, key: str, *, by: str | None) -> None:
        """Let comments under an article be judged on their own again; `None` takes that back."""
        ...


class Verdicts(Protocol):
    """Verdicts of the past, with what is kept to judge their comments again."""

    def extent(self, query: VerdictQuery) -> Extent:
        """Return how many verdicts a query is about, whatever their section and its share of them."""
        ...

    def page(self, query: VerdictQuery, *, after: int, upto: int, limit: int) -> list[PastVerdict]:
        """Return verdicts in order of position, from the one after `after` up to `upto`.

        A verdict that was given anew, since a signal had failed, is left out for the later one.
        Fewer than `limit` means that there are no more.
        """
        ...


class Transaction(Protocol):
    """One transaction on one site's rows: all of it is kept, or none."""

    @property
    def decisions(self) -> Decisions:
        """Comments and what was decided about them."""
        ...

    @property
    def archive(self) -> Archive:
        """Comments that stood before the service was there."""
        ...

    @property
    def reviews(self) -> Reviews:
        """Comments that wait for a person."""
        ...

    @property
    def authors(self) -> Authors:
        """Those who write."""
        ...

    @property
    def articles(self) -> Articles:
        """What comments stand under."""
        ...

    @property
    def desk(self) -> Desk:
        """What moderators look up and write down."""
        ...

    @property
    def reports(self) -> Reports:
        """Readers' notices."""
        ...

    @property
    def appeals(self) -> Appeals:
        """Authors' objections to decisions."""
        ...

    @property
    def records(self) -> Records:
        """The past, as insights and reports read it."""
        ...

    @property
    def sanctions(self) -> Sanctions:
        """Steps of the ladder that a person has to confirm."""
        ...

    @property
    def digests(self) -> Digests:
        """What the desk was told last."""
        ...

    @property
    def jobs(self) -> Jobs:
        """Background work."""
        ...

    @property
    def verdicts(self) -> Verdicts:
        """Verdicts of the past."""
        ...

    @property
    def rule_counts(self) -> RuleCounts:
        """How often rules held."""
        ...

    @property
    def policies(self) -> Policies:
        """The versions of the policy."""
        ...

    @property
    def webhooks(self) -> Webhooks:
        """Where the site wants to be told."""
        ...

    def audit(self, *, by: str, what: str, detail: Mapping[str, Any], at: datetime) -> None:
        """Note who changed what."""
        ...


class Storage(Protocol):
    """Where everything is kept."""

    def write(self, site: SiteId) -> AbstractContextManager[Transaction]:
        """Open a transaction that stands in line with the site's other writers; commits on leaving.

        Raises:
            StorageUnavailable: if the database cannot be reached or written.
        """
        ...

    def read(self, site: SiteId) -> AbstractContextManager[Transaction]:
        """Open a transaction that only reads."""
        ...
