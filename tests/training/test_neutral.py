"""The name of a group says nothing bad; what is said of it may."""

import numpy as np
import pytest

from moderation.scoring.features import codes_of, grams_of
from moderation.training import neutral
from moderation.training.vectors import count, weighted

_BITS = 16
_RARITY = np.full(1 << _BITS, 8, dtype=np.int8)
_KEPT = np.arange(1 << _BITS)


def _coefficients(**weight_by_word: float) -> np.ndarray:
    coefficients = np.zeros(1 << _BITS, dtype=np.float32)
    for word, weight in weight_by_word.items():
        coefficients[grams_of([codes_of(word)], bits=_BITS).buckets.max()] = weight
    return coefficients


def test_name_that_raises_the_score_is_brought_down() -> None:
    """Wikipedia's vandals use the word as an insult; most people who use it do not."""
    coefficients = _coefficients(gay=5.0)

    corrected = coefficients + neutral.corrections(coefficients, _RARITY, _KEPT)

    assert abs(corrected).max() == pytest.approx(0, abs=0.5)


@pytest.mark.parametrize("word", ["idiot", "vermin"])
def test_insults_are_left_alone(word: str) -> None:
    """Only names are corrected, never what is said."""
    assert not neutral.corrections(_coefficients(**{word: 5.0}), _RARITY, _KEPT).any()


def test_name_that_lowers_the_score_is_left_alone() -> None:
    """There is no wrong to mend."""
    assert not neutral.corrections(_coefficients(catholic=-3.0), _RARITY, _KEPT).any()


def test_unused_bucket_is_skipped() -> None:
    """A name that training never saw has no weight to correct."""
    rarity = _RARITY.copy()
    rarity[grams_of([codes_of("gay")], bits=_BITS).buckets.max()] = 0

    added = neutral.corrections(_coefficients(gay=5.0)[rarity > 0], rarity, np.flatnonzero(rarity))

    assert added.shape == ((rarity > 0).sum(),)


def test_scorer_and_correction_weigh_alike() -> None:
    """A correction measured on other features would miss its mark."""
    matrix, _ = weighted(count(["gay"], bits=_BITS), _RARITY)
    assert matrix.max() == pytest.approx(1, abs=0.01)
