"""The pictures of a report: of what there is data for, the same each time, and true to the figures."""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import precision_score, recall_score

from moderation.ports import Scores
from moderation.training.benchmarks import Benchmark
from moderation.training.plots import draw, precision_over_recall
from moderation.training.tradeoff import Tradeoff

_ROWS = 40


def scored(name: str, *labels: str) -> tuple[Benchmark, list[Scores]]:
    """Return a small set with scores; the label `rare` marks nothing."""
    marks = np.array([float(i % 4 == 0) for i in range(_ROWS)], dtype=np.float32)
    made = Benchmark(
        name=name,
        language="en",
        texts=[""] * _ROWS,
        labels={label: marks * (label != "rare") for label in labels},
        attribute_by_label={label: "insult" if label == "rare" else "toxicity" for label in labels},
    )
    return made, [{"toxicity": i / _ROWS, "insult": 0.5} for i in range(_ROWS)]


def tried(share: float) -> Tradeoff:
    """Return one share."""
    aucs = {"ucc.hostile": 0.8 + share / 10}
    return Tradeoff(share=share, passed={}, aucs=aucs, mean_of_six=0.9, at_three_percent=0.5, milliseconds=1.0)


def words(path: Path) -> set[str]:
    """Return what is written in a picture."""
    return {str(element.text) for element in ElementTree.parse(path).iter() if element.tag.endswith("text")}


def test_only_what_there_is_data_for_is_drawn(tmp_path: Path) -> None:
    """An empty picture in a report reads as a measurement of nothing."""
    assert draw(tmp_path, {}, []) == []
    assert draw(tmp_path, {"ucc": scored("ucc", "any")}, []) == ["histogram.svg"]
    assert [path.name for path in tmp_path.iterdir()] == ["histogram.svg"]


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """Draw all four pictures."""
    measured = {"jigsaw_test": scored("jigsaw_test", "toxic", "rare"), "ucc": scored("ucc", "any")}
    names = draw(tmp_path, measured, [tried(0.0), tried(1.0)])
    assert names == ["curves.svg", "reliability.svg", "histogram.svg", "tradeoff.svg"]
    return tmp_path


def test_pictures_name_what_they_show(drawn: Path) -> None:
    """A curve without its name and number of rows proves nothing; a label that marks nothing has no curve."""
    assert {"toxicity (10)", "recall", "precision", "jigsaw_test"} <= words(drawn / "curves.svg")
    assert not any("insult" in word for word in words(drawn / "curves.svg"))
    assert {"toxicity", "share that people marked"} <= words(drawn / "reliability.svg")
    assert {"no fault marked", "a fault marked"} <= words(drawn / "histogram.svg")
    assert {"ucc.hostile", "mean of six"} <= words(drawn / "tradeoff.svg")
    assert "civil_comments.toxic" not in words(drawn / "tradeoff.svg")


def test_same_figures_make_the_same_files(drawn: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A report that is made again must differ only where a figure does."""
    again = tmp_path_factory.mktemp("again")
    measured = {"jigsaw_test": scored("jigsaw_test", "toxic", "rare"), "ucc": scored("ucc", "any")}
    names = draw(again, measured, [tried(0.0), tried(1.0)])

    assert all((again / name).read_bytes() == (drawn / name).read_bytes() for name in names)


def test_curve_is_counted_by_hand() -> None:
    """Harsh, civil, harsh from the top: half is found with none wrong, then all with one of three wrong."""
    recall, precision = precision_over_recall(np.array([0.1, 0.9, 0.5]), np.array([True, True, False]))

    assert recall.tolist() == [0.5, 0.5, 1.0]
    assert precision == pytest.approx([1.0, 0.5, 2 / 3])


@settings(max_examples=20)
@given(st.lists(st.booleans(), min_size=1, max_size=12).filter(any))
def test_each_place_of_the_curve_is_scikit_learns(true: list[bool]) -> None:
    """It is what a reader gets who flags so many comments."""
    scores = np.linspace(1, 0.1, len(true))
    recall, precision = precision_over_recall(scores, np.array(true))

    for place, score in enumerate(scores):
        assert recall[place] == pytest.approx(recall_score(true, scores >= score))
        assert precision[place] == pytest.approx(precision_score(true, scores >= score))
