"""Texts → sparse matrices for fitting, weighted exactly as the scorer weighs them."""

from collections.abc import Callable, Sequence

import numpy as np
import scipy.sparse
from numpy.typing import NDArray

from moderation.scoring.features import codes_of, counts_of, grams_of
from moderation.scoring.linear import RARITY_UNIT

_RAREST = 3
_LONGEST_TEXT = 6000
_BATCH = 200


def count(
    texts: Sequence[str], *, bits: int, on_batch: Callable[[int], object] = lambda _: None
) -> scipy.sparse.csr_matrix:
    """Count the n-grams of texts: float32 CSR matrix of shape (n_texts, 2 ** bits)."""
    parts = []
    for start in range(0, len(texts), _BATCH):
        batch = [codes_of(text[:_LONGEST_TEXT]) for text in texts[start : start + _BATCH]]
        counts = counts_of(grams_of(batch, bits=bits), texts=len(batch))
        arrays = (counts.counts, counts.buckets.astype(np.int32), counts.bounds.astype(np.int32))
        parts.append(scipy.sparse.csr_matrix(arrays, shape=(len(batch), 1 << bits)))
        on_batch(len(batch))
    return scipy.sparse.vstack(parts, format="csr")


def rarity_of(counts: scipy.sparse.csr_matrix) -> NDArray[np.int8]:
    """Inverse document frequency of each bucket, in eighths; 0 for those that hardly occur."""
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = np.log((1 + counts.shape[0]) / (1 + frequency)) + 1
    eighths = np.clip(np.round(idf * RARITY_UNIT), 1, 127)
    return np.where(frequency >= _RAREST, eighths, 0).astype(np.int8)


def weighted(
    counts: scipy.sparse.csr_matrix, rarity: NDArray[np.int8]
) -> tuple[scipy.sparse.csr_matrix, NDArray[np.intp]]:
    """Weigh counts as the scorer does, in the columns that are used; also return which those are."""
    strengths = (np.log(counts.data) + 1) * rarity.astype(np.float32)[counts.indices]
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    groups = rows * 2 + (counts.indices >= counts.shape[1] // 2)
    norms = np.sqrt(np.bincount(groups, strengths * strengths, minlength=2 * counts.shape[0])) + 1e-6
    values = (strengths / norms[groups]).astype(np.float32)
    kept = np.flatnonzero(rarity)
    matrix = scipy.sparse.csr_matrix((values, counts.indices, counts.indptr), shape=counts.shape)
    return matrix[:, kept], kept


def log_count_ratios(matrix: scipy.sparse.csr_matrix, labels: NDArray[np.int64]) -> NDArray[np.float32]:
    """How much each feature tells the classes apart, in size alone, on average one (Wang and Manning 2012)."""
    ones = np.ones_like(matrix.data)
    present = scipy.sparse.csr_matrix((ones, matrix.indices, matrix.indptr), shape=matrix.shape)
    positive = present.T @ (labels == 1).astype(np.float32) + 1
    negative = present.T @ (labels == 0).astype(np.float32) + 1
    ratios = np.abs(np.log((positive / positive.sum()) / (negative / negative.sum())))
    return np.asarray(ratios / max(ratios.mean(), 1e-9), dtype=np.float32)
