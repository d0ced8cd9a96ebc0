"""How well scores rank, with intervals, and what a threshold does to a thousand comments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, roc_auc_score

from moderation.ports import Scores
from moderation.training.benchmarks import Benchmark

_RESAMPLES: Final = 300
#: Sets whose rows come at natural rates, and what there counts as rightly flagged.
_NATURAL: Final = {"jigsaw_test": "toxic", "ucc": "any"}

_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """How well scores tell one label's rows from the others (95 % bootstrap interval)."""

    benchmark: str
    language: str
    label: str
    attribute: str
    rows: int
    positives: int
    auc: float
    auc_low: float
    auc_high: float
    average_precision: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PerThousand:
    """What the shipped threshold of one attribute does to a thousand comments at natural rates."""

    benchmark: str
    attribute: str
    threshold: float
    flagged: float
    rightly: float
    missed: float


def column(scores: Sequence[Scores], attribute: str) -> _Floats:
    """One attribute's scores as a float64 array; 0 where there is none."""
    return np.array([by_attribute.get(attribute, 0.0) for by_attribute in scores])


def rankings(benchmark: Benchmark, scores: Sequence[Scores]) -> list[Ranking]:
    """Rank each label of a set that the scores speak of."""
    return [
        _ranking(benchmark, label, attribute, column(scores, attribute))
        for label, attribute in benchmark.attribute_by_label.items()
        if attribute in scores[0] and len(set(benchmark.labels[label][~np.isnan(benchmark.labels[label])])) == 2
    ]


def _ranking(benchmark: Benchmark, label: str, attribute: str, scores: _Floats) -> Ranking:
    known = ~np.isnan(benchmark.labels[label])
    labels = benchmark.labels[label][known] > 0
    low, high = interval(labels, scores[known])
    return Ranking(
        benchmark=benchmark.name,
        language=benchmark.language,
        label=label,
        attribute=attribute,
        rows=labels.size,
        positives=int(labels.sum()),
        auc=round(float(roc_auc_score(labels, scores[known])), 4),
        auc_low=low,
        auc_high=high,
        average_precision=round(float(average_precision_score(labels, scores[known])), 4),
    )


def interval(labels: NDArray[np.bool_], scores: _Floats) -> tuple[float, float]:
    """95 % bootstrap interval of the area under the ROC curve; positives and negatives are drawn apart."""
    generator = np.random.default_rng(0)
    positives, negatives = scores[labels], scores[~labels]
    if not positives.size or not negatives.size:
        return 0.0, 1.0
    areas = [
        area(generator.choice(positives, positives.size), generator.choice(negatives, negatives.size))
        for _ in range(_RESAMPLES)
    ]
    low, high = np.quantile(areas, [0.025, 0.975])
    return round(float(low), 4), round(float(high), 4)


def area(positives: _Floats, negatives: _Floats) -> float:
    """Area under the ROC curve: how often a positive scores above a negative, ties counting half."""
    ordered = np.sort(negatives)
    below = np.searchsorted(ordered, positives) + np.searchsorted(ordered, positives, side="right")
    return float(below.mean() / 2 / negatives.size)


def share_at(labels: NDArray[np.float32], scores: _Floats, share: float) -> float:
    """Return which part of the `share` of rows that score highest carries the label."""
    chosen = np.argsort(-scores)[: max(int(share * scores.size), 1)]  # of a small set one row at least
    return round(float(labels[chosen].mean()), 4)


def per_thousand(
    benchmark: Benchmark, scores: Sequence[Scores], thresholds: Mapping[str, Mapping[str, float]]
) -> list[PerThousand]:
    """Tell what each threshold does to a set whose rows come at natural rates; nothing for other sets."""
    if benchmark.name not in _NATURAL:
        return []
    lines = []
    for attribute, threshold in thresholds.get(benchmark.language, {}).items():
        label = _label_for(benchmark.attribute_by_label, attribute) or _NATURAL[benchmark.name]
        lines.append(_line(benchmark, label, attribute, threshold, column(scores, attribute)))
    return lines


def _label_for(attribute_by_label: Mapping[str, str], attribute: str) -> str | None:
    labels = [label for label, of in attribute_by_label.items() if of == attribute]
    return labels[0] if len(labels) == 1 else None


def _line(benchmark: Benchmark, label: str, attribute: str, threshold: float, scores: _Floats) -> PerThousand:
    flagged, true = scores >= threshold, benchmark.labels[label] > 0
    thousandths = 1000 / scores.size
    return PerThousand(
        benchmark=benchmark.name,
        attribute=attribute,
        threshold=threshold,
        flagged=round(float(flagged.sum() * thousandths), 1),
        rightly=round(float((flagged & true).sum() * thousandths), 1),
        missed=round(float((~flagged & true).sum() * thousandths), 1),
    )
