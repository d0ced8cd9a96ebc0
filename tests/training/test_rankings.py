"""How well scores rank: figures as scikit-learn computes them, and as one can count by hand."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, roc_auc_score

from moderation.training.benchmarks import Benchmark
from moderation.training.rankings import area, per_thousand, rankings, share_at

_UNKNOWN = float("nan")


def benchmark(name: str = "jigsaw_test", **labels: list[float]) -> Benchmark:
    """Make a set; its label `toxic` is foretold by toxicity, every other by the attribute of its name."""
    columns: dict[str, NDArray[Any]] = {label: np.array(marks, np.float32) for label, marks in labels.items()}
    attributes = {label: "toxicity" if label in ("toxic", "any") else label for label in labels}
    texts = [""] * len(next(iter(columns.values())))
    return Benchmark(name=name, language="en", texts=texts, labels=columns, attribute_by_label=attributes)


def test_ranking_is_scikit_learns() -> None:
    """Readers compare the figures with those of papers."""
    generator = np.random.default_rng(1)
    labels = (generator.random(200) < 0.3).astype(float)
    scores = np.round(generator.random(200) + 0.4 * labels, 1) / 2

    (found,) = rankings(benchmark(toxic=labels.tolist()), [{"toxicity": score} for score in scores])

    assert found.auc == pytest.approx(roc_auc_score(labels, scores), abs=1e-4)
    assert found.average_precision == pytest.approx(average_precision_score(labels, scores), abs=1e-4)
    assert found.auc_low < found.auc < found.auc_high
    assert (found.rows, found.positives, found.attribute) == (200, labels.sum(), "toxicity")


def test_rows_that_nobody_labelled_are_left_out() -> None:
    """By hand: without the third row, one of the two civil ones lies below the harsh one."""
    scores = [{"toxicity": score} for score in (0.9, 0.5, 0.99, 0.1)]

    (found,) = rankings(benchmark(toxic=[0, 1, _UNKNOWN, 0]), scores)

    assert (found.rows, found.positives, found.auc) == (3, 1, 0.5)


@pytest.mark.parametrize(
    "labels",
    [{"spam": [0, 1]}, {"toxic": [0, 0]}, {"toxic": [1, _UNKNOWN]}, {"toxic": [_UNKNOWN, _UNKNOWN]}],
    ids=["not scored", "one class", "one class known", "nothing known"],
)
def test_label_that_cannot_be_ranked_is_left_out(labels: dict[str, list[float]]) -> None:
    """An area out of nothing would stand in the report like the others."""
    assert rankings(benchmark("jigsaw_test", **labels), [{"toxicity": 0.1}, {"toxicity": 0.9}]) == []


@given(st.lists(st.integers(0, 5), min_size=1), st.lists(st.integers(0, 5), min_size=1))
def test_area_is_scikit_learns(positives: list[int], negatives: list[int]) -> None:
    """It is computed three hundred times an interval, so by a quicker way that must not differ."""
    labels = [1] * len(positives) + [0] * len(negatives)

    found = area(np.array(positives, dtype=np.float64), np.array(negatives, dtype=np.float64))

    assert found == pytest.approx(roc_auc_score(labels, positives + negatives))


@pytest.mark.parametrize(("share", "expected"), [(0.2, 1.0), (0.4, 0.5), (1.0, 0.4), (0.03, 1.0)])
def test_share_at_looks_at_those_that_score_highest(share: float, expected: float) -> None:
    """By hand: ranked, the labels are 11001 or so; of a small set's 3 % at least one row is looked at."""
    labels, scores = np.array([0, 1, 0, 1, 0], dtype=np.float32), np.array([0.7, 0.9, 0.1, 0.2, 0.3])

    assert share_at(labels, scores, share) == expected


def test_thousand_comments_are_counted_by_hand() -> None:
    """Four comments stand for a thousand: two are flagged, one of them rightly, and one is missed."""
    scores = [{"toxicity": score} for score in (0.9, 0.8, 0.1, 0.2)]

    (line,) = per_thousand(benchmark(toxic=[1, 0, 1, 0]), scores, {"en": {"toxicity": 0.8}})

    assert (line.benchmark, line.attribute, line.threshold) == ("jigsaw_test", "toxicity", 0.8)
    assert (line.flagged, line.rightly, line.missed) == (500.0, 250.0, 250.0)


def test_attribute_with_its_own_label_is_held_against_it() -> None:
    """A threat is rightly flagged as one where people marked a threat; elsewhere any fault will do."""
    scores = [{"threat": 0.9, "spam": 0.9}, {"threat": 0.1, "spam": 0.1}]
    thresholds = {"en": {"threat": 0.5, "spam": 0.5}}

    threat, spam = per_thousand(benchmark(toxic=[0, 1], threat=[1, 0]), scores, thresholds)

    assert (threat.attribute, threat.rightly, threat.missed) == ("threat", 500.0, 0.0)
    assert (spam.attribute, spam.rightly, spam.missed) == ("spam", 0.0, 500.0)


def test_attribute_with_several_labels_is_held_against_any_fault() -> None:
    """On news comments toxicity is compared with four labels, and flagging any of them is right."""
    made = benchmark("ucc", toxic=[0, 1], any=[1, 1])

    (line,) = per_thousand(made, [{"toxicity": 0.9}, {"toxicity": 0.1}], {"en": {"toxicity": 0.5}})

    assert (line.rightly, line.missed) == (500.0, 500.0)


@pytest.mark.parametrize(("name", "language"), [("jigsaw_balanced", "en"), ("ucc", "ru")])
def test_nothing_is_said_of_a_thousand_at_other_rates(name: str, language: str) -> None:
    """Of a set that is half toxic, "500 of 1,000 flagged" would be read as a forecast."""
    assert per_thousand(benchmark(name, any=[1, 0]), [{}, {}], {language: {"toxicity": 0.5}}) == []
