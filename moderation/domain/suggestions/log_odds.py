"""Which terms tell two sets of texts apart: log-odds ratio with an informative Dirichlet prior.

Monroe, Colaresi & Quinn (2008), Fightin' Words, Political Analysis 16(4), section 3.3.2, over texts that hold a
term. The prior is how common the term is in both sets together, so that rare terms need more to stand out.
Strata are put together by inverse variance, so that a term of one section is compared within it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt

#: A term that stands in every text, or in none of a set, has finite odds all the same.
_LEAST = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How often a term stands in the texts of one stratum."""

    #: Texts of one set that hold it, and all of them; then those of the other set.
    one: int
    of_one: int
    other: int
    of_other: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOdds:
    """How much likelier a term is in one set than in the other."""

    ratio: float
    #: The ratio in standard errors.
    z: float


def log_odds(strata: Iterable[Seen]) -> LogOdds:
    """Return the log-odds ratio of a term over strata; nothing is told by a stratum that lacks either set.

    >>> found = log_odds([Seen(one=8, of_one=100, other=0, of_other=900)])
    >>> round(found.ratio, 2), round(found.z, 2)
    (4.05, 3.47)
    """
    weighed = [_within(seen) for seen in strata if seen.one + seen.other and seen.of_one and seen.of_other]
    weight = sum(1 / variance for _, variance in weighed)
    if not weight:
        return LogOdds(ratio=0.0, z=0.0)
    ratio = sum(each / variance for each, variance in weighed) / weight
    return LogOdds(ratio=ratio, z=ratio * sqrt(weight))


def _within(seen: Seen) -> tuple[float, float]:
    """Return the log-odds ratio in one stratum and its variance (equations 16 and 20)."""
    # The prior weighs as much as the smaller set; half a text at the least, or the variance of a nought is absurd.
    size = float(min(seen.of_one, seen.of_other))
    prior = max(size * (seen.one + seen.other) / (seen.of_one + seen.of_other), _LEAST)
    odds = [
        (count + prior) / max(of + size - count - prior, _LEAST)
        for count, of in ((seen.one, seen.of_one), (seen.other, seen.of_other))
    ]
    return log(odds[0] / odds[1]), 1 / (seen.one + prior) + 1 / (seen.other + prior)
