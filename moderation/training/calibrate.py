"""From logits to probabilities, and from probabilities to thresholds, on rows kept back from fitting."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

#: How often each attribute is true of a comment on a news site: what held-back rows are weighted to.
#: Toxicity and its kinds after the rates of the Kaggle training set, spam after the share that a filter lets through.
NATURAL_RATES: Final = {
    "toxicity": 0.08,
    "severe_toxicity": 0.01,
    "obscene": 0.04,
    "threat": 0.004,
    "insult": 0.05,
    "identity_attack": 0.01,
    "spam": 0.05,
}

_Floats = NDArray[np.float64]


def natural_weights(labels: _Floats, *, rate: float) -> _Floats:
    """Weights that make the positives' share of the total `rate`; the total is one."""
    positive = labels > 0
    shares = np.where(positive, rate / max(positive.sum(), 1), (1 - rate) / max((~positive).sum(), 1))
    return np.asarray(shares, dtype=np.float64)


def platt(logits: _Floats, labels: _Floats, weights: _Floats) -> tuple[float, float]:
    """Fit slope and offset of a logistic curve (Platt 1999)."""
    model = LogisticRegression(C=1e4)
    model.fit(logits[:, None], labels > 0, sample_weight=weights * labels.size)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def threshold_for(scores: _Floats, labels: _Floats, weights: _Floats, *, precision: float) -> float:
    """The lowest score from which the flagged rows are right in a share of `precision`; 1.0 if none is."""
    order = np.argsort(-scores)
    rightly = np.cumsum((weights * (labels > 0))[order])
    flagged = np.cumsum(weights[order])
    enough = np.flatnonzero((rightly >= precision * flagged) & (np.cumsum(labels[order] > 0) >= 10))
    return round(float(scores[order][enough[-1]]), 3) if enough.size else 1.0


def calibration_error(scores: _Floats, labels: _Floats, weights: _Floats, *, bins: int = 15) -> float:
    """Expected calibration error (Guo et al. 2017, eq. 3): how far scores are from frequencies, on average."""
    places = np.minimum((scores * bins).astype(int), bins - 1)
    total = np.bincount(places, weights, bins)
    gap = np.bincount(places, weights * scores, bins) - np.bincount(places, weights * labels, bins)
    return float(np.abs(gap).sum() / total.sum())
