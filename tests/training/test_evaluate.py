"""The report: figures that can be checked by hand, and files that can be read."""

import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from moderation.domain.errors import Invalid
from moderation.training import rankings
from moderation.training.evaluate import Report, evaluate
from moderation.training.linear import train
from moderation.training.rankings import area, interval

_GENERATOR = np.random.default_rng(1)
_LABELS = _GENERATOR.random(400) < 0.3
_SCORES = np.round(_GENERATOR.normal(size=400) + _LABELS, 1)


@pytest.fixture
def report(data: Path, tmp_path: Path) -> Report:
    """Train on the small data, and measure."""
    model = train(data, tmp_path / "models", languages=["en"], progress=False, version="1.0")
    return evaluate(model, data, tmp_path / "report", progress=False)


def test_report_measures_what_is_there(report: Report, tmp_path: Path) -> None:
    """Sets that are not there are left out; those that are there are all measured."""
    measured = {ranking.benchmark for ranking in report.rankings}

    assert measured == {"jigsaw_test", "jigsaw_balanced", "madlibs"}
    assert next(r for r in report.rankings if r.label == "insult").auc > 0.9
    assert {line.attribute for line in report.per_thousand} >= {"toxicity", "insult"}
    written = json.loads((tmp_path / "report/report.json").read_text("utf-8"))
    assert written["model"] == "linear@1.0"
    assert "| jigsaw_test |" in (tmp_path / "report/report.md").read_text("utf-8")
    assert "| jigsaw_test |" in (tmp_path / "models/linear/1.0/CARD.md").read_text("utf-8")


def test_folder_without_evaluation_data_is_named(tmp_path: Path) -> None:
    """Better than a report about nothing."""
    with pytest.raises(Invalid, match="holds no folder `eval`"):
        evaluate(tmp_path, tmp_path)


def test_area_is_the_known_one() -> None:
    """Ties count half, as everywhere."""
    assert area(_SCORES[_LABELS], _SCORES[~_LABELS]) == pytest.approx(roc_auc_score(_LABELS, _SCORES))


def test_interval_holds_the_area() -> None:
    """A figure without its uncertainty invites false conclusions."""
    low, high = interval(_LABELS, _SCORES)

    assert low < roc_auc_score(_LABELS, _SCORES) < high
    assert high - low < 0.2


@pytest.mark.parametrize("labels", [np.zeros(3, dtype=np.bool_), np.ones(3, dtype=np.bool_)])
def test_one_class_says_nothing(labels: np.ndarray) -> None:
    """A set may hold no threat at all."""
    assert interval(labels, np.arange(3.0)) == (0.0, 1.0)


def test_missing_scores_count_as_none() -> None:
    """A language without a head is not scored, and not flagged."""
    assert rankings.column([{"a": 0.5}, {}], "a").tolist() == [0.5, 0.0]
