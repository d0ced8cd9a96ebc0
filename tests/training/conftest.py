"""A small folder of labelled data, made up."""

import csv
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

import pytest

_JIGSAW = ("id", "comment_text", "toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate")
_PLACES = ("harbour", "market", "station", "library", "bridge", "museum", "stadium", "square", "park", "school")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "New Year")
_FRAMES = (
    ("The {place} was closed on {day}, and nobody told the passengers.", "0"),
    ("We walked to the {place} on {day} with our grandmother.", "0"),
    ("You idiot, I saw you at the {place} on {day}, you are a moron.", "1"),
)


def write_csv(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])


def _filled() -> list[tuple[str, str]]:
    return [(f.format(place=p, day=d), label) for (f, label), p, d in product(_FRAMES, _PLACES, _DAYS)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with `train/jigsaw`, `train/ru_toxic` and `eval` sets."""
    return write_data(tmp_path / "data")


def write_data(folder: Path) -> Path:
    """Write `train/jigsaw`, `train/ru_toxic` and `eval` sets."""
    rows = [(str(i), text, label, 0, 0, 0, label, 0) for i, (text, label) in enumerate(_filled())]
    write_csv(folder / "train/jigsaw/train.csv", _JIGSAW, rows)
    russian = [
        (i, f"{'Ты идиот' if i % 2 else 'Хороший день'}, {place}{i}", i % 2)
        for i, place in enumerate(_PLACES * 12)
    ]
    write_csv(folder / "train/ru_toxic/train.csv", ("", "comment", "toxic"), russian)
    tests = [(f"e{i}", f"{'You moron' if i % 2 else 'Good morning'}, said guest {i}.", i % 2) for i in range(40)]
    write_csv(folder / "eval/jigsaw/test.csv", _JIGSAW[:2], [row[:2] for row in tests])
    labels = [(key, label, 0, 0, 0, label, 0) for key, _, label in tests]
    write_csv(folder / "eval/jigsaw/test_labels.csv", (_JIGSAW[0], *_JIGSAW[2:]), labels)
    balanced = [(*row[:2], row[2], "", "", "", "", "") for row in tests]
    write_csv(folder / "eval/jigsaw/test_balanced_12180.csv", _JIGSAW, balanced)
    madlibs = [("gay people danced", "NOT_BAD", "a"), ("gay idiots", "BAD", "a"), ("people sang", "NOT_BAD", "b")]
    write_csv(
        folder / "eval/madlibs/bias_madlibs_77k.csv",
        ("Text", "Label", "Template"),
        [*madlibs, ("idiots", "BAD", "b")],
    )
    return folder
