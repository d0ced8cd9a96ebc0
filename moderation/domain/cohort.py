"""Comments that were judged in a period, each with what people said of it afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from moderation.domain.comment import CommentId
from moderation.domain.decision import Decision, Source
from moderation.domain.interval import Share, share_of
from moderation.domain.verdict import Outcome

BY_PERSON = frozenset({Source.MODERATOR, Source.SITE})


@dataclass(slots=True, kw_only=True)
class Course:
    """One revision of a comment: the verdict on it, and what people decided later."""

    verdict: Decision
    #: Decisions by people, in order.
    later: list[Decision] = field(default_factory=list)

    @property
    def id(self) -> CommentId:
        """The comment."""
        return self.verdict.comment_id

    @property
    def concluded(self) -> Outcome:
        """What the policy concluded, as if live."""
        verdict = self.verdict.verdict
        return (verdict.would_be if verdict else None) or self.verdict.outcome

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
    def rules(self) -> tuple[str, ...]:
        """The live rules that matched."""
        verdict = self.verdict.verdict
        return tuple(dict.fromkeys(match.rule for match in verdict.matches)) if verdict else ()


def cohort(decisions: Iterable[Decision], *, since: datetime, until: datetime) -> list[Course]:
    """Return the courses of a period, with rulings that came later, too.

    A verdict that was given anew because a signal was back replaces the first.
    """
    found: dict[tuple[CommentId, int], Course] = {}
    for decision in decisions:
        key = decision.comment_id, decision.revision
        known = found.get(key)
        if decision.source is Source.POLICY and since <= decision.at < until:
            found[key] = Course(verdict=decision)
        elif known is not None and decision.source is Source.REJUDGED:
            known.verdict = decision
        elif known is not None and decision.source in BY_PERSON:
            known.later.append(decision)
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
    comments: tuple[CommentId, ...]


def kappa_of(courses: Iterable[Course]) -> Kappa:
    """Return Cohen's kappa of who read first and who read second (Cohen 1960, equation 1).

    The first two different moderators who ruled on a comment count; what each ruled later does not.
    """
    pairs = [(each.id, pair) for each in courses if (pair := _pair(each)) is not None]
    if not pairs:
        return Kappa(pairs=0, same=0, value=None, comments=())
    same = sum(first is second for _, (first, second) in pairs)
    one, other = (sum(pair[i] is Outcome.BLOCK for _, pair in pairs) / len(pairs) for i in (0, 1))
    by_chance = one * other + (1 - one) * (1 - other)
    value = None if by_chance == 1 else (same / len(pairs) - by_chance) / (1 - by_chance)
    return Kappa(pairs=len(pairs), same=same, value=value, comments=tuple(id for id, _ in pairs))


def _pair(course: Course) -> tuple[Outcome, Outcome] | None:
    """Return what the first two different moderators concluded."""
    first: dict[str, Outcome] = {}
    for decision in course.later:
        if decision.source is Source.MODERATOR and decision.by is not None:
            first.setdefault(decision.by, decision.outcome)
    one, other, *_ = [*first.values(), None, None]
    return (one, other) if one is not None and other is not None else None
