"""How far two scorers say the same, in figures that others compute too."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score

from moderation.training.agreement import agreement, kappa, threshold_of

_ONE = [{"insult": score} for score in (0.1, 0.2, 0.6, 0.9)]
_OTHER = [{"insult": score} for score in (0.3, 0.1, 0.2, 0.8)]


def test_agreement_is_the_known_one() -> None:
    """By hand: they part on the third of four rows; ranks 1234 and 3124 differ by 2, 1, 1 and 0."""
    found = agreement("ucc", "insult", ("a@1", _ONE, 0.5), ("b@1", _OTHER, 0.5))

    assert (found.benchmark, found.attribute, found.one, found.other) == ("ucc", "insult", "a@1", "b@1")
    assert found.same_side == 0.75
    assert found.kappa == 0.5
    assert found.rank == 1 - 6 * (4 + 1 + 1) / (4 * (16 - 1))
    assert found.rank == pytest.approx(spearmanr([1, 2, 3, 4], [3, 1, 2, 4]).statistic, abs=1e-3)


def test_each_scorer_is_measured_at_its_own_threshold() -> None:
    """What matters is what a site would see flagged, not how high a number is."""
    found = agreement("ucc", "insult", ("a@1", _ONE, 0.9), ("b@1", _OTHER, 0.8))

    assert (found.same_side, found.kappa) == (1.0, 1.0)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2))
def test_kappa_is_scikit_learns(pairs: list[tuple[bool, bool]]) -> None:
    """Readers compare it with the kappas of papers."""
    one, other = np.array(pairs, dtype=np.bool_).T
    if one.mean() == other.mean() in (0.0, 1.0):
        assert kappa(one, other) == 1.0  # scikit-learn divides by zero here
        return

    assert kappa(one, other) == pytest.approx(cohen_kappa_score(one, other), abs=1e-12)


def test_threshold_is_the_english_one_or_a_half() -> None:
    """A model of another library comes without recommendations, and is to be compared all the same."""
    assert threshold_of({"en": {"insult": 0.8}}, "insult") == 0.8
    assert threshold_of({"ru": {"insult": 0.8}}, "insult") == 0.5
