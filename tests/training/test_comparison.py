"""What a developer would otherwise pick: measured on the same rows, by the same figures."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from moderation.training import comparison
from moderation.training.benchmarks import Benchmark
from moderation.training.comparison import Comparison, baselines, of_scores, tfidf
from moderation.training.sources import jigsaw

_TEXTS = ["What a lovely idea.", "You fucking moron.", "Thanks, neighbour.", "You idiot, you moron."]
_LABELS = [0.0, 1.0, 0.0, 1.0]


def benchmark(name: str, *labels: str, marks: Sequence[float] = _LABELS) -> Benchmark:
    """Return four texts under some labels, which all carry the same marks."""
    return Benchmark(
        name=name,
        language="en",
        texts=_TEXTS,
        labels={label: np.array(marks, dtype=np.float32) for label in labels},
        attribute_by_label=dict.fromkeys(labels, "toxicity"),
    )


def test_scores_that_are_there_are_compared_by_scikit_learns_area() -> None:
    """A model's own figures stand in one table with the baselines'."""
    scores = [0.2, 0.9, 0.6, 0.5]
    sets = {"jigsaw_balanced": (benchmark("jigsaw_balanced", "toxic"), [{"toxicity": each} for each in scores])}

    found = of_scores("a@1", sets, milliseconds=0.5)

    assert found.aucs == {"jigsaw_balanced.toxic": roc_auc_score(_LABELS, scores)}
    assert (found.scorer, found.milliseconds, found.at_three_percent) == ("a@1", 0.5, None)


def test_news_comments_are_told_at_three_percent_too() -> None:
    """A site looks at what scores highest, and at hardly anything else."""
    ucc = benchmark("ucc", "hostile", "antagonize", "any")
    sets = {"ucc": (ucc, [{"toxicity": each} for each in (0.1, 0.9, 0.2, 0.3)])}

    found = of_scores("a@1", sets, milliseconds=0.5)

    assert (set(found.aucs), found.at_three_percent) == ({"ucc.hostile", "ucc.antagonize"}, 1.0)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [([0, 1, float("nan"), 0], 0.5), ([0, 0, 0, float("nan")], 0.0), ([1, 1, 1, 1], 0.0)],
    ids=["unknown row left out", "none known", "all alike"],
)
def test_rows_that_say_nothing_do_not_count(marks: list[float], expected: float) -> None:
    """By hand: of the three known rows one civil one lies above the harsh one, the other below."""
    made = benchmark("civil_comments", "toxic", marks=marks)
    scored = made, [{"toxicity": each} for each in (0.2, 0.5, 0.99, 0.7)]

    assert of_scores("a@1", {"civil_comments": scored}, milliseconds=1).aucs == {"civil_comments.toxic": expected}


def test_recipe_of_the_tutorials_learns(data: Path) -> None:
    """A baseline that learnt nothing would flatter whatever stands beside it."""
    kind, harsh = tfidf(data, [])(["We walked to the park.", "You idiot, you are a moron."])

    assert 0 <= kind < 0.5 < harsh <= 1


def test_baseline_never_learns_rows_that_it_is_measured_on(data: Path) -> None:
    """It would be compared on what it knows by heart: here all that is harsh, so that one class is left."""
    harsh = [text for text, labels in jigsaw(data / "train/jigsaw") if labels["toxicity"]]
    made = Benchmark(name="ucc", language="en", texts=harsh, labels={}, attribute_by_label={})

    with pytest.raises(ValueError, match=r"one class|2 classes"):
        tfidf(data, [made])


@pytest.fixture
def measured(data: Path) -> dict[str, Comparison]:
    """Measure the baselines on two small sets."""
    sets = {"ucc": benchmark("ucc", "hostile", "antagonize", "any"), "madlibs": benchmark("madlibs", "bad")}
    return {each.scorer: each for each in baselines(data, sets)}


def test_each_baseline_is_measured_on_the_compared_sets(measured: dict[str, Comparison]) -> None:
    """Libraries that a developer finds first, on rows that tell; lists of words find swear words."""
    assert set(measured) == {"TF-IDF and logistic regression", "alt-profanity-check", "better-profanity"}
    assert all(set(each.aucs) == {"ucc.hostile", "ucc.antagonize"} for each in measured.values())
    assert measured["better-profanity"].aucs["ucc.hostile"] == 1.0


def test_baseline_that_sees_a_sample_says_so(measured: dict[str, Comparison]) -> None:
    """The highest 3 % of a sample are others than those of all rows, so that figure is left out."""
    slow, quick = measured["better-profanity"], measured["TF-IDF and logistic regression"]

    assert (slow.at_three_percent, slow.remark) == (None, "on 1,000 rows a set")
    assert quick.at_three_percent == 1.0


def test_sample_is_of_distinct_rows_in_their_order() -> None:
    """A slow library is measured on the same rows each time, none of them twice."""
    chosen = comparison._sample(5_000, 1_000).tolist()

    assert len(set(chosen)) == 1_000
    assert chosen == sorted(chosen) == comparison._sample(5_000, 1_000).tolist()
    assert comparison._sample(3, 1_000).tolist() == [0, 1, 2]
