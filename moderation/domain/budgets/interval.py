"""What so many of so many prove about a share: exact bounds, and how many more would prove it.

Clopper & Pearson (1934), Biometrika 26(4): no approximation, so they hold for three rulings as for a million.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, lgamma, log, log1p

CONFIDENCE = 0.95
_SMALL = 1e-300
_EXACT = 1e-15


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many, and between which bounds the true share lies in 95 of 100 cases."""

    count: int
    of: int
    #: `None` where nothing was counted, which proves nothing.
    value: float | None
    low: float
    high: float


def share_of(count: int, of: int) -> Share:
    """Return a share with its two-sided 95 % interval.

    >>> share = share_of(3, 100)
    >>> round(share.low, 4), round(share.high, 4)
    (0.0062, 0.0852)
    """
    tail = (1 + CONFIDENCE) / 2
    return Share(
        count=count,
        of=of,
        value=count / of if of else None,
        low=lower(count, of, confidence=tail),
        high=upper(count, of, confidence=tail),
    )


@lru_cache(maxsize=65_536)
def upper(count: int, of: int, *, confidence: float = CONFIDENCE) -> float:
    """Return the share that the true one exceeds in one of 20 cases only (one-sided).

    >>> round(upper(0, 300), 4)  # the rule of three: about 3 / 300
    0.0099
    """
    if count >= of:
        return 1.0
    return _beta_quantile(confidence, count + 1, of - count)


@lru_cache(maxsize=65_536)
def lower(count: int, of: int, *, confidence: float = CONFIDENCE) -> float:
    """Return the share that the true one falls below in one of 20 cases only (one-sided)."""
    if count <= 0:
        return 0.0
    return _beta_quantile(1 - confidence, count, of - count + 1)


@lru_cache(maxsize=65_536)
def enough(count: int, share: float, *, confidence: float = CONFIDENCE) -> int:
    """Return of how many, at least, so many must be, to prove that no more than a share is.

    >>> enough(0, 0.01), enough(0, 0.02), enough(1, 0.01)
    (299, 149, 473)
    """
    if not 0 < share < 1:
        raise ValueError("a share that can be proved lies between 0 and 1")
    low, high = count, max(2 * count, 2)
    while upper(count, high, confidence=confidence) > share:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if upper(count, middle, confidence=confidence) <= share else (middle, high)
    return high


def _beta_quantile(probability: float, a: float, b: float) -> float:
    """Return where the beta distribution reaches a probability, by halving: it grows all the way."""
    low, high = 0.0, 1.0
    while high - low > _EXACT * high:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if _beta(middle, a, b) < probability else (low, middle)
    return (low + high) / 2


def _beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function (NIST DLMF 8.17.22)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """Evaluate the continued fraction (DLMF 8.17.22) by the method of Lentz, as modified by Thompson (1986)."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 100_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        step = 1.0
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            step = c * d
            value *= step
        if abs(step - 1) < _EXACT:
            break
    return value


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _SMALL else _SMALL
