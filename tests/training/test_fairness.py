"""Bias: measured by term and by name, so that whom a model wrongs is seen."""

import numpy as np

from moderation.testing.scorers import WordScorer
from moderation.training.fairness import biases, probe

_TEXTS = ["gay friend", "gay enemy", "good friend", "bad enemy"]
_LABELS = np.array([0, 1, 0, 1], dtype=np.float32)


def test_false_alarms_on_a_term_lower_its_bpsn() -> None:
    """A model that takes the word for the fault is told apart from one that does not."""
    (fair,) = biases(_TEXTS, _LABELS, np.array([0.1, 0.9, 0.1, 0.9]))
    (unfair,) = biases(_TEXTS, _LABELS, np.array([0.7, 0.9, 0.1, 0.6]))

    assert (fair.term, fair.rows, fair.subgroup, fair.bpsn, fair.bnsp) == ("gay", 2, 1.0, 1.0, 1.0)
    assert unfair.bpsn == 0.0
    assert unfair.bnsp == 1.0


def test_probe_fills_harmless_sentences() -> None:
    """Names and peoples are all that differs, so whatever differs in score is theirs."""
    probes = list(probe(WordScorer()))

    assert {one.filled_with for one in probes} == {"peoples and groups", "names"}
    assert all(one.median <= one.highest for one in probes)
