"""Past verdicts as an error budget sees them: what scored how, and what people made of it."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from moderation.domain.backtesting.past_verdict import PastVerdict
from moderation.domain.budgets.agreement import would_be
from moderation.domain.budgets.budget import is_drawn_by_chance
from moderation.domain.verdict import Mode, Outcome

#: Of three rulings one helps to find a cut-off, and the other two to prove it.
PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One verdict, without its text."""

    #: Scores by attribute.
    scores: Mapping[str, float]
    #: Rules that held by a score → that score.
    levels: Mapping[str, float]
    #: The attribute of each of these rules.
    attributes: Mapping[str, str]
    #: Whether rules without a score stop it already, and whether they block it.
    is_stopped: bool
    is_blocked: bool
    #: Whether people took it down; `None` where nobody judged it.
    is_removed: bool | None
    #: Whether it was judged whatever the verdict.
    by_chance: bool
    #: Whether it helps to find cut-offs; the others prove them.
    is_for_finding: bool


def rated_of(archived: PastVerdict, *, is_census: bool) -> Rated:
    """Return what a budget needs of a past verdict."""
    decision = archived.decision
    verdict = decision.verdict
    assert verdict is not None, "only verdicts are archived"
    levels: dict[str, float] = {}
    attributes: dict[str, str] = {}
    plain: list[Outcome] = []
    for match in (*verdict.matches, *verdict.shadow):
        scored = [name for name in match.attributes if name in decision.scores]
        if scored:
            levels[match.rule], attributes[match.rule] = decision.scores[scored[0]], scored[0]
        elif match.mode is Mode.LIVE:
            plain.append(match.outcome)
    return Rated(
        scores=decision.scores,
        levels=levels,
        attributes=attributes,
        is_stopped=any(outcome is not Outcome.ALLOW for outcome in plain),
        is_blocked=Outcome.BLOCK in plain and would_be(archived) is Outcome.BLOCK,
        is_removed=None if archived.ruling is None else archived.ruling is Outcome.BLOCK,
        by_chance=is_drawn_by_chance(archived, is_census=is_census),
        is_for_finding=_part(archived) == 0,
    )


def count(rated: Iterable[Rated], chosen: Callable[[Rated], bool]) -> tuple[int, int]:
    """Return how many judged ones of those that are chosen people took down, and how many there are."""
    told = [each.is_removed for each in rated if each.is_removed is not None and chosen(each)]
    return sum(told), len(told)


def _part(archived: PastVerdict) -> int:
    """Deal verdicts out by a hash of their comment, so that no choice of a person's is in it."""
    named = f"{archived.decision.comment_id}\0{archived.decision.revision}".encode()
    return hashlib.blake2b(named, digest_size=8).digest()[0] % PARTS
