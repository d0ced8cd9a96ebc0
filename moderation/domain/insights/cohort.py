"""Comments that were judged in a period, each with what people said of it afterwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from moderation.domain.budgets.interval import Share, share_of
from moderation.domain.comment import CommentId
from moderation.domain.decision import Source
from moderation.domain.insights.decided import Decided
from moderation.domain.insights.opinion import Opinion
from moderation.domain.verdict import Outcome

BY_PERSON = frozenset({Source.MODERATOR, Source.SITE})


@dataclass(slots=True, kw_only=True)
class Course:
    """One revision of a comment: the verdict on it, and what people decided later."""

    verdict: Decided
    #: Decisions by people, in order.
    later: list[Decided] = field(default_factory=list)
    #: What somebody else concluded of the ruling without knowing it; `None` where nobody was asked.
    second: Opinion | None = None
    #: What the policy concluded, as if live.
    concluded: Outcome = field(init=False)

    def __post_init__(self) -> None:
        """Look at the verdict once: every figure asks for what it says."""
        verdict = self.verdict.verdict
        self.concluded = (verdict.would_be if verdict else None) or self.verdict.outcome

    @property
    def id(self) -> CommentId:
        """The comment."""
        return self.verdict.comment_id

    @property
    def is_automatic(self) -> bool:
        """Whether the policy decided alone: it allowed or blocked."""
        return self.concluded is not Outcome.FLAG

    @property
    def last_word(self) -> Outcome | None:
        """What people decided in the end; `None` where nobody looked."""
        return self.later[-1].outcome if self.later else None

    @property
    def is_wrong(self) -> bool:
        """Whether people decided otherwise than the policy did alone."""
        return self.is_automatic and self.last_word not in (None, self.concluded)

    @property
    def is_flood(self) -> bool:
        """Whether a rule of the queue for floods held."""
        verdict = self.verdict.verdict
        return verdict is not None and any(match.queue == "flood" for match in (*verdict.matches, *verdict.shadow))

    @property
    def rules(self) -> tuple[str, ...]:
        """The live rules that matched."""
        verdict = self.verdict.verdict
        return tuple(dict.fromkeys(match.rule for match in verdict.matches)) if verdict else ()


def cohort(
    decisions: Iterable[Decided], opinions: Iterable[Opinion] = (), *, since: datetime, until: datetime
) -> list[Course]:
    """Return the courses of a period, with rulings and second looks that came later, too.

    A verdict that was given anew because a signal was back replaces the first.
    """
    found: dict[tuple[CommentId, int], Course] = {}
    for decision in decisions:
        key = decision.comment_id, decision.revision
        known = found.get(key)
        if decision.source is Source.POLICY and since <= decision.at < until:
            found[key] = Course(verdict=decision)
        elif known is not None and decision.source is Source.REJUDGED:
            found[key] = Course(verdict=decision, later=known.later)
        elif known is not None and decision.source in BY_PERSON:
            known.later.append(decision)
    for opinion in opinions:
        judged = found.get((opinion.comment_id, opinion.revision))
        if judged is not None:
            judged.second = opinion
    return list(found.values())


def error_of(courses: Iterable[Course]) -> tuple[Share, bool]:
    """Return how often the policy alone was wrong, and whether chance chose what was looked at.

    Where an audit sample was drawn, it alone counts: what readers report is no fair sample.
    """
    alone = [each for each in courses if each.is_automatic and each.later]
    drawn = [each for each in alone if each.verdict.is_drawn]
    counted = drawn or alone
    return share_of(sum(each.is_wrong for each in counted), len(counted)), bool(drawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kappa:
    """How far two people who read the same comment agree, beyond chance."""

    pairs: int
    same: int
    #: `None` where there are no pairs, or chance alone would make them agree.
    value: float | None
    #: Between which bounds the true kappa lies in 95 of 100 cases; `None` as the value.
    low: float | None = None
    high: float | None = None
    comments: tuple[CommentId, ...]


def kappa_of(courses: Iterable[Course]) -> Kappa:
    """Return Cohen's kappa of who read first and who read second (Cohen 1960, equation 1), with its interval.

    Where a second look was taken it counts; else the first two different moderators who ruled on a comment do,
    and what each ruled later does not. The interval takes agreement by chance for known, as Cohen's standard
    error does (equation 7), and what is proved of the agreement seen exactly, so that it holds for few pairs.
    """
    pairs = [(each.id, pair) for each in courses if (pair := _pair(each)) is not None]
    if not pairs:
        return Kappa(pairs=0, same=0, value=None, comments=())
    same = sum(first is second for _, (first, second) in pairs)
    one, other = (sum(pair[i] is Outcome.BLOCK for _, pair in pairs) / len(pairs) for i in (0, 1))
    by_chance = one * other + (1 - one) * (1 - other)
    ids = tuple(id for id, _ in pairs)
    if by_chance == 1:
        return Kappa(pairs=len(pairs), same=same, value=None, comments=ids)
    seen = share_of(same, len(pairs))
    value, low, high = (
        (share - by_chance) / (1 - by_chance) for share in (same / len(pairs), seen.low, seen.high)
    )
    return Kappa(pairs=len(pairs), same=same, value=value, low=max(low, -1.0), high=high, comments=ids)


def read_twice(courses: Sequence[Course]) -> tuple[Sequence[Course], bool]:
    """Return the courses that tell how far moderators agree, and whether chance chose them.

    Where rulings were looked at again without knowing them, these alone count: who rules on a comment
    that was ruled on before knows how, and does it mostly to change it.
    """
    drawn = [each for each in courses if each.second is not None]
    return drawn or courses, bool(drawn)


def _pair(course: Course) -> tuple[Outcome, Outcome] | None:
    """Return what the two who looked concluded, or else the first two different moderators."""
    if course.second is not None:
        return course.second.first, course.second.second
    first: dict[str, Outcome] = {}
    for decision in course.later:
        if decision.source is Source.MODERATOR and decision.by is not None:
            first.setdefault(decision.by, decision.outcome)
    one, other, *_ = [*first.values(), None, None]
    return (one, other) if one is not None and other is not None else None
