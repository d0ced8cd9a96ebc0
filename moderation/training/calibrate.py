"""From logits to probabilities, and from probabilities to thresholds, on rows kept back from fitting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from moderation.training.dataset import Row

#: How often each attribute is true of a comment on a news site: what held-back rows are weighted to.
#: Toxicity and its kinds after the rates of Wikipedia's talk pages, spam after what filters let through.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Score = 1 / (1 + exp(-(slope * logit + offset))), where to flag, and how good that is on held-back rows."""

    slope: float
    offset: float
    threshold: float
    metrics: Mapping[str, float]


#: Whose held-back rows look like comments; the others were chosen by keyword or written for a purpose.
CALIBRATING: Final = frozenset(
    {
        "jigsaw",
        "toxic_spans",
        "toxic_spans:sentences",
        "toxic_spans:remainders",
        "fox_news",
        "surge",
        "youtube_spam",
        "own",
        "ru_toxic",
        "tr_offenseval",
    }
)
#: Of these, those that are comments of news sites.
NEWS: Final = frozenset({"toxic_spans", "toxic_spans:sentences", "toxic_spans:remainders", "fox_news", "own"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """All attributes of one language, calibrated on rows kept back.

    Attributes:
        slopes: float32 array of shape (n_attributes,).
        offsets: float32 array of shape (n_attributes,).
    """

    slopes: NDArray[np.float32]
    offsets: NDArray[np.float32]
    thresholds: Mapping[str, float]
    metrics: Mapping[str, Mapping[str, float]]

    def about(self) -> dict[str, Any]:
        """Return what a manifest says of thresholds, and of how good they are."""
        metrics = {attribute: dict(figures) for attribute, figures in self.metrics.items()}
        return {"thresholds": dict(self.thresholds), "metrics": metrics}


def columns(logits: _Floats, held: Sequence[Row], attributes: Sequence[str]) -> Calibrated:
    """Calibrate each attribute on the rows that know it and look like comments.

    `logits`: float64 array of shape (n_held, n_attributes).
    """
    fits = {}
    for place, attribute in enumerate(attributes):
        known, labels = known_of(held, attribute)
        fits[attribute] = fit(logits[known, place], labels, rate=NATURAL_RATES[attribute])
    return Calibrated(
        slopes=np.array([each.slope for each in fits.values()], dtype=np.float32),
        offsets=np.array([each.offset for each in fits.values()], dtype=np.float32),
        thresholds={attribute: each.threshold for attribute, each in fits.items()},
        metrics={attribute: each.metrics for attribute, each in fits.items()},
    )


def known_of(held: Sequence[Row], attribute: str) -> tuple[list[int], _Floats]:
    """Return the rows that an attribute may be calibrated on, and their labels."""
    known = [i for i, row in enumerate(held) if attribute in row.labels and _calibrates(row, attribute)]
    return known, np.array([held[i].labels[attribute] for i in known], dtype=np.float64)


def _calibrates(row: Row, attribute: str) -> bool:
    return row.source in CALIBRATING or (attribute == "insult" and row.language == "tr")


def fit(logits: _Floats, labels: _Floats, *, rate: float) -> Calibration:
    """Calibrate one attribute on rows weighted so that `rate` of them are positive."""
    if not 0 < labels.sum() < labels.size:
        return Calibration(slope=1.0, offset=0.0, threshold=0.5, metrics=_metrics(labels, rate=rate))
    weights = natural_weights(labels, rate=rate)
    slope, offset = platt(logits, labels, weights)
    scores = 1 / (1 + np.exp(-(slope * logits + offset)))
    threshold, metrics = _assessed(scores, labels, weights, rate=rate)
    return Calibration(slope=slope, offset=offset, threshold=threshold, metrics=metrics)


def assess(held: Sequence[Row], attribute: str, scores: _Floats) -> tuple[float, Mapping[str, float]]:
    """Choose a threshold for scores that are calibrated already, and tell how good it is on held-back rows.

    `scores`: float64 array of shape (n_held,).
    """
    known, labels = known_of(held, attribute)
    rate = NATURAL_RATES[attribute]
    if not 0 < labels.sum() < labels.size:
        return 0.5, _metrics(labels, rate=rate)
    return _assessed(scores[known], labels, natural_weights(labels, rate=rate), rate=rate)


def _assessed(
    scores: _Floats, labels: _Floats, weights: _Floats, *, rate: float
) -> tuple[float, Mapping[str, float]]:
    threshold = threshold_for(scores, labels, weights)
    precision, recall = precision_and_recall(scores >= threshold, labels, weights)
    error = calibration_error(scores, labels, weights)
    return threshold, _metrics(labels, rate=rate, precision=precision, recall=recall, calibration_error=error)


def _metrics(
    labels: _Floats, *, rate: float, precision: float = 0.0, recall: float = 0.0, calibration_error: float = 0.0
) -> dict[str, float]:
    return {
        "natural_rate": rate,
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "calibration_error": round(calibration_error, 4),
        "held_rows": labels.size,
        "held_positives": int(labels.sum()),
    }


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


def threshold_for(scores: _Floats, labels: _Floats, weights: _Floats, *, beta: float = 0.5) -> float:
    """Where F-beta is highest (van Rijsbergen 1979, chapter 7); a half puts precision first."""
    order = np.argsort(-scores, kind="stable")
    rightly = np.cumsum((weights * (labels > 0))[order])
    flagged = np.cumsum(weights[order])
    quality = (1 + beta**2) * rightly / (beta**2 * rightly[-1] + flagged)
    return round(float(scores[order][int(np.argmax(quality))]), 3)


def precision_and_recall(flagged: NDArray[np.bool_], labels: _Floats, weights: _Floats) -> tuple[float, float]:
    """Which share of the flagged rows is right, and which share of the right ones is flagged."""
    rightly = weights[flagged & (labels > 0)].sum()
    return float(rightly / max(weights[flagged].sum(), 1e-12)), float(
        rightly / max(weights[labels > 0].sum(), 1e-12)
    )


def calibration_error(scores: _Floats, labels: _Floats, weights: _Floats, *, bins: int = 15) -> float:
    """Expected calibration error (Guo et al. 2017, eq. 3): how far scores are from frequencies, on average."""
    places = np.minimum((scores * bins).astype(int), bins - 1)
    total = np.bincount(places, weights, bins)
    gap = np.bincount(places, weights * scores, bins) - np.bincount(places, weights * labels, bins)
    return float(np.abs(gap).sum() / total.sum())
