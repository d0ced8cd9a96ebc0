"""What the twin keeps for one site, in place of tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Self

from moderation.domain.appeal import Appeal, AppealId
from moderation.domain.author_label import AuthorLabel
from moderation.domain.batch import Batch, BatchId
from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision, DecisionId
from moderation.domain.desk import Note
from moderation.domain.digest import DigestState
from moderation.domain.gate import BacktestReport
from moderation.domain.insights.opinion import Opinion
from moderation.domain.insights.rule_count import RuleCount
from moderation.domain.look_back import LookBack
from moderation.domain.outcome import Label, Report
from moderation.domain.policy_version import PolicyVersion
from moderation.domain.premoderation import Premoderation
from moderation.domain.record import StoredComment
from moderation.domain.review import Review, ReviewId
from moderation.domain.sanction import StepAnswer
from moderation.domain.signals import Fact
from moderation.domain.standing import Sanctioned, Strike
from moderation.domain.verdict import Mode, Span
from moderation.domain.webhook import Webhook, WebhookId


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRow:
    """One revision of a comment."""

    comment: StoredComment
    #: The text as read, and every folded reading; erased with the text.
    read: str | None
    folded: str | None
    read_digest: str | None
    ip_key: str | None
    marks: tuple[str, ...] = ()
    by_person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorRow:
    """Somebody who wrote, or whose standing a person set."""

    verified: bool
    name: str | None
    first_seen: datetime
    set_standing: Sanctioned | None = None
    erased_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeRow:
    """A mark against an author from a ruling."""

    strike: Strike
    key: str
    verified: bool
    decision: DecisionId
    lifted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    """Background work."""

    kind: str
    payload: dict[str, Any]
    lane: str | None = None
    due_at: datetime
    attempts: int = 0
    leased_until: datetime | None = None
    done_at: datetime | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """Who changed what."""

    by: str
    what: str
    detail: dict[str, Any]
    at: datetime


@dataclass(slots=True, kw_only=True)
class SiteRows:
    """Everything of one site; the values are immutable, so a copy of the containers is a copy of all."""

    #: In order of position, from 1.
    decisions: list[Decision] = field(default_factory=list)
    #: Decisions of archives, before the feed begins.
    past: list[Decision] = field(default_factory=list)
    signals: dict[DecisionId, tuple[dict[str, Fact], dict[str, tuple[Span, ...]]]] = field(default_factory=dict)
    #: Every revision of a comment, the first first.
    revisions: dict[CommentId, tuple[RevisionRow, ...]] = field(default_factory=dict)
    #: Idempotency key → fingerprint and decision.
    keys: dict[str, tuple[str | None, DecisionId]] = field(default_factory=dict)
    labels: dict[tuple[CommentId, int], Label] = field(default_factory=dict)
    reviews: dict[ReviewId, Review] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    opinions: list[Opinion] = field(default_factory=list)
    batches: dict[BatchId, Batch] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)
    appeals: dict[AppealId, Appeal] = field(default_factory=dict)
    authors: dict[str, AuthorRow] = field(default_factory=dict)
    strikes: list[StrikeRow] = field(default_factory=list)
    #: By author's key, whether it is vouched for, and the label's name.
    author_labels: dict[tuple[str, bool, str], AuthorLabel] = field(default_factory=dict)
    #: By author's key and step.
    step_answers: dict[tuple[str, int], StepAnswer] = field(default_factory=dict)
    #: By the article's key.
    premoderations: dict[str, Premoderation] = field(default_factory=dict)
    jobs: dict[int, JobRow] = field(default_factory=dict)
    webhooks: dict[WebhookId, Webhook] = field(default_factory=dict)
    audit: list[AuditRow] = field(default_factory=list)
    #: What the desk was told last, if anything.
    digest: list[DigestState] = field(default_factory=list)
    #: Hash → version of the policy, and its files.
    versions: dict[str, tuple[PolicyVersion, Mapping[str, str]]] = field(default_factory=dict)
    backtests: list[BacktestReport] = field(default_factory=list)
    looks: dict[str, LookBack] = field(default_factory=dict)
    #: Those since whose beginning a text was erased.
    stale_looks: set[str] = field(default_factory=set)
    rule_counts: dict[tuple[date, str, str, Mode], RuleCount] = field(default_factory=dict)
    #: Positions up to which rules were counted, the last one last.
    rule_marks: list[int] = field(default_factory=list)

    def copy(self) -> Self:
        """Return rows that change apart from these."""
        return replace(self, **{name: getattr(self, name).copy() for name in self.__dataclass_fields__})

    def latest(self) -> list[RevisionRow]:
        """Return the latest revision of every comment."""
        return [revisions[-1] for revisions in self.revisions.values()]
