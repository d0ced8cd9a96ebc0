"""Training must see exactly what the scorer sees."""

import numpy as np
import pytest

from moderation.training.vectors import count, log_count_ratios, rarity_of, weighted

_TEXTS = ["the bridge is open", "the bridge is closed", "the bridge is old", "you fool", "you old fool"]


def test_every_batch_is_counted() -> None:
    """Progress is shown by what has been counted."""
    seen: list[int] = []

    counts = count(["a b"] * 450, bits=10, on_batch=seen.append)

    assert counts.shape == (450, 1024)
    assert sum(seen) == 450


def test_rare_buckets_are_not_used() -> None:
    """What occurs once says more about its writer than about abuse."""
    counts = count(_TEXTS, bits=14)
    rarity = rarity_of(counts)

    frequency = np.bincount(counts.indices, minlength=1 << 14)
    assert ((rarity > 0) == (frequency >= 3)).all()


def test_words_and_characters_have_length_one_each() -> None:
    """Otherwise long texts would drown in their own n-grams."""
    counts = count(_TEXTS * 3, bits=14)

    matrix, kept = weighted(counts, rarity_of(counts))

    words = matrix[:, kept >= 1 << 13].power(2).sum(axis=1)
    characters = matrix[:, kept < 1 << 13].power(2).sum(axis=1)
    assert np.asarray(words).ravel() == pytest.approx(1, abs=1e-3)
    assert np.asarray(characters).ravel() == pytest.approx(1, abs=1e-3)


def test_telling_features_get_large_ratios() -> None:
    """A feature that stands in both classes alike should be hard to use."""
    counts = count(_TEXTS * 3, bits=14)
    matrix, _ = weighted(counts, rarity_of(counts))

    ratios = log_count_ratios(matrix, np.array([0, 0, 0, 1, 1] * 3))

    assert ratios.mean() == pytest.approx(1, abs=1e-4)
    assert (ratios >= 0).all()
    assert ratios.max() > 2 * ratios.min()
