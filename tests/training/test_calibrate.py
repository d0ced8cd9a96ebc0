"""From logits to probabilities: weighted to what a site really gets, and never upside down."""

import numpy as np
import pytest

from moderation.training import calibrate

_LABELS = np.array([1.0] * 50 + [0.0] * 50)
_LOGITS = np.concatenate([np.linspace(-1, 4, 50), np.linspace(-4, 1, 50)])


def test_weights_restore_the_natural_rate() -> None:
    """Training sets hold far more abuse than a comment section does."""
    weights = calibrate.natural_weights(_LABELS, rate=0.05)

    assert weights.sum() == pytest.approx(1)
    assert weights[_LABELS > 0].sum() == pytest.approx(0.05)


def test_calibrated_scores_are_frequencies() -> None:
    """A score of 0.3 should be right three times in ten."""
    fit = calibrate.fit(_LOGITS, _LABELS, rate=0.05)
    scores = 1 / (1 + np.exp(-(fit.slope * _LOGITS + fit.offset)))
    weights = calibrate.natural_weights(_LABELS, rate=0.05)

    assert fit.slope > 0
    assert (scores * weights).sum() == pytest.approx(0.05, abs=0.005)
    assert fit.metrics["calibration_error"] < 0.05


def test_rarer_attributes_get_lower_scores() -> None:
    """The same logit means less where the thing itself is rarer."""
    often, seldom = (calibrate.fit(_LOGITS, _LABELS, rate=rate) for rate in (0.5, 0.01))

    assert seldom.offset < often.offset


@pytest.mark.parametrize("labels", [np.zeros(100), np.ones(100), np.zeros(0)])
def test_one_class_alone_is_not_calibrated_on(labels: np.ndarray) -> None:
    """A small set of one's own may hold back no positive at all."""
    fit = calibrate.fit(_LOGITS[: labels.size], labels, rate=0.05)

    assert (fit.slope, fit.offset, fit.threshold) == (1.0, 0.0, 0.5)


def test_threshold_prefers_precision() -> None:
    """Moderators feel the wasted flags, not the area under a curve."""
    weights = calibrate.natural_weights(_LABELS, rate=0.3)
    scores = (_LOGITS + 4) / 8

    careful = calibrate.threshold_for(scores, _LABELS, weights, beta=0.5)
    eager = calibrate.threshold_for(scores, _LABELS, weights, beta=2)

    assert careful > eager
    precision, recall = calibrate.precision_and_recall(scores >= careful, _LABELS, weights)
    assert precision > 0.5
    assert recall > 0.2


def test_perfect_scores_have_no_calibration_error() -> None:
    """The measure itself must know what is right."""
    assert calibrate.calibration_error(_LABELS, _LABELS, np.ones(100)) == 0
    assert calibrate.calibration_error(1 - _LABELS, _LABELS, np.ones(100)) == 1
