"""How far two scorers say the same: by rank, and by what they would flag."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from moderation.ports import Scores
from moderation.training.rankings import column


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two scorers on one set and attribute."""

    benchmark: str
    attribute: str
    one: str
    other: str
    #: Rank correlation (Spearman).
    rank: float
    #: Share of rows that both flag or both leave, each at its own threshold.
    same_side: float
    #: Agreement beyond chance on what is flagged (Cohen 1960).
    kappa: float


def agreement(
    benchmark: str,
    attribute: str,
    one: tuple[str, Sequence[Scores], float],
    other: tuple[str, Sequence[Scores], float],
) -> Agreement:
    """Compare two scorers, each given by its name, its scores and its threshold."""
    first, second = column(one[1], attribute), column(other[1], attribute)
    flagged = first >= one[2], second >= other[2]
    return Agreement(
        benchmark=benchmark,
        attribute=attribute,
        one=one[0],
        other=other[0],
        rank=round(float(spearmanr(first, second).statistic), 3),
        same_side=round(float((flagged[0] == flagged[1]).mean()), 3),
        kappa=round(kappa(*flagged), 3),
    )


def kappa(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """Cohen's kappa; 1 where both always say the same."""
    same = float((one == other).mean())
    chance = float(one.mean() * other.mean() + (1 - one.mean()) * (1 - other.mean()))
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def threshold_of(thresholds: Mapping[str, Mapping[str, float]], attribute: str) -> float:
    """Return the English threshold of an attribute; a half where there is none."""
    return thresholds.get("en", {}).get(attribute, 0.5)
