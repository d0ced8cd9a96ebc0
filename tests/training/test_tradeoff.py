"""What a cascade gains by asking more often: at both ends it is one model or the other."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from moderation.scoring.cascade import Blend, CascadeScorer
from moderation.testing.scorers import WordScorer
from moderation.training.benchmarks import Benchmark
from moderation.training.tradeoff import SHARES, Both, Tradeoff, joined, suspicions, tradeoffs

_LABELS = [0.0, 1.0] * 20
#: The first model's scores rise by row and tell nothing; the second's tell all.
_FIRST = [{"toxicity": 0.01 * (i + 1), "spam": 0.99} for i in range(40)]
_SECOND = [{"toxicity": 0.9 if label else 0.1, "spam": 0.5} for label in _LABELS]


def cascade(**changed: Any) -> CascadeScorer:
    """Join two models of which the second alone decides."""
    blend = Blend(first=0.0, second=1.0, offset=0.0)
    parts: dict[str, Any] = {"first": WordScorer(), "second": WordScorer(), "blends": {"toxicity": blend}}
    return CascadeScorer(name="cascade@1", thresholds={}, **parts | {"doubtful_from": 0.0} | changed)


def both(name: str, label: str, labels: Sequence[float] = _LABELS) -> Both:
    """Return a set of forty rows with what both models say of them."""
    made = Benchmark(
        name=name,
        language="en",
        texts=[""] * len(labels),
        labels={label: np.array(labels, dtype=np.float32)},
        attribute_by_label={label: "toxicity"},
    )
    return Both(benchmark=made, first=_FIRST[: len(labels)], second=_SECOND[: len(labels)])


def tried(**sets: Both) -> list[Tradeoff]:
    """Try all shares; a comment costs the first model one millisecond and the second ten."""
    return list(tradeoffs(cascade(), sets, costs=(1.0, 10.0)))


def test_every_share_is_tried_and_priced() -> None:
    """By hand: a millisecond for all, and ten for the share that is passed on; of forty rows 2 % are one."""
    found = tried(jigsaw_test=both("jigsaw_test", "toxic"))

    assert [each.share for each in found] == list(SHARES)
    assert [each.passed["jigsaw_test"] for each in found] == [0.0, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0]
    assert [each.milliseconds for each in found] == [1.0, 1.25, 1.5, 2.0, 3.0, 6.0, 11.0]


def test_ends_are_the_two_models_themselves() -> None:
    """By hand: rows that rise in turn are ranked right in 210 of 400 pairs, and the second model errs in none."""
    found = tried(jigsaw_test=both("jigsaw_test", "toxic"))

    assert found[0].aucs == {"jigsaw_test.toxic": 210 / 400}
    assert found[-1].aucs == {"jigsaw_test.toxic": 1.0}
    assert (found[0].mean_of_six, found[-1].mean_of_six) == (0.525, 1.0)


def test_share_of_news_comments_is_cut_where_wikipedias_is() -> None:
    """A site's comments are other than Wikipedia's; how many it would pass on is worth knowing."""
    sets = {"jigsaw_test": both("jigsaw_test", "toxic"), "ucc": both("ucc", "any", _LABELS[:20])}

    found = {each.share: each for each in tried(**sets)}

    assert (found[0.5].passed["ucc"], found[1.0].passed["ucc"]) == (0.0, 1.0)
    assert (found[0.5].at_three_percent, found[1.0].at_three_percent) == (1.0, 1.0)
    assert found[0.0].aucs["ucc.any"] == pytest.approx(0.55)


def test_nothing_is_tried_without_wikipedias_comments() -> None:
    """Shares are of them; of anything else they would mean something else."""
    assert tried(ucc=both("ucc", "any")) == []


def test_set_of_one_class_has_no_mean() -> None:
    """An extract of a few civil rows must not end the report."""
    found = tried(jigsaw_test=both("jigsaw_test", "toxic", [0.0] * 10))

    assert {each.mean_of_six for each in found} == {0.0}


def test_suspicion_is_the_highest_score_that_could_change() -> None:
    """Spam has no blend: asking the second model about an advertisement would change nothing."""
    assert suspicions([{"toxicity": 0.2, "insult": 0.4, "spam": 0.9}], ["toxicity", "insult"]).tolist() == [0.4]


def test_only_marked_rows_are_joined() -> None:
    """The report must score as the service does."""
    rated = joined(cascade(), both("ucc", "any", [0.0, 1.0]), np.array([False, True]))

    assert rated[0] == _FIRST[0]
    assert rated[1] == pytest.approx({"toxicity": 0.9, "spam": 0.99})
