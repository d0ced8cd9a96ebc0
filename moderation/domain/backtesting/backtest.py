"""What a candidate policy would have done to the comments of the past: what is asked, and the report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from moderation.domain.backtesting.past_verdict import VerdictQuery
from moderation.domain.comment import CommentId, SiteId
from moderation.domain.decision import DecisionId
from moderation.domain.site import PolicyFiles
from moderation.domain.verdict import Outcome, Span

#: Is told how many verdicts were judged again, of about how many.
Advanced = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is to be tried, on which verdicts."""

    site: SiteId
    #: The policy that is, and the one that may come.
    before: PolicyFiles
    after: PolicyFiles
    query: VerdictQuery
    #: About so many verdicts are looked at; `None` for all.
    sample: int | None = None


def unheard(_judged: int, _of: int) -> None:
    """Stand in where nobody waits to be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many verdicts that would have been others."""

    before: Outcome
    after: Outcome
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleShift:
    """What one rule has to do with the difference; of a setting, its name stands for the rule's."""

    rule: str
    #: Comments for which it holds, live or shadow.
    held_before: int
    held_after: int
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One comment whose verdict would have been another."""

    decision_id: DecisionId
    comment_id: CommentId
    at: datetime
    section: str | None
    before: Outcome
    after: Outcome
    #: What a person concluded; `None` where nobody looked.
    ruling: Outcome | None
    #: The rules that make the difference.
    rules: tuple[str, ...]
    #: As typed; `None` once erased.
    text: str | None
    #: Where those rules found something.
    spans: tuple[Span, ...]
    #: Why they hold, for a person.
    message: str
    #: How likely the new verdict is a mistake, in [0, 1]: by the ruling, else by the scores.
    doubt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A comment that was rejected, resembles what the changed rules catch, and escapes them."""

    decision_id: DecisionId
    comment_id: CommentId
    at: datetime
    text: str
    #: The words that it shares with what is caught, the most telling first.
    shared: tuple[str, ...]
    resemblance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLoad:
    """Comments that wait for a person, before and after."""

    before_per_day: float
    after_per_day: float
    busiest_before: float
    busiest_after: float
    #: Queue → comments a day, before and after.
    queues: Mapping[str, tuple[float, float]]
    #: Day → comments, before and after.
    days: Mapping[date, tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """A candidate policy over the recorded signals of one site."""

    site: SiteId
    #: The policies, `name@hash`.
    before: str
    after: str
    #: Verdicts on record that were asked for, and how many of them were looked at.
    on_record: int
    looked_at: int
    #: Those whose text is gone, where the difference rests on it.
    untellable: int
    #: Verdicts that would have been others.
    changed: int
    shifts: tuple[Shift, ...]
    rules: tuple[RuleShift, ...]
    #: Of the changed ones: against what a person ruled, and as a person ruled.
    contradicting: int
    agreeing: int
    #: The changed verdicts that contradict a person's ruling, the worst first.
    contradictions: tuple[Instance, ...]
    #: The other changed verdicts, the likeliest mistakes first.
    mistakes: tuple[Instance, ...]
    misses: tuple[Miss, ...]
    queue: QueueLoad
    #: What the figures do not tell.
    notes: tuple[str, ...]
