"""Labelled data: one scheme, no copy of an evaluation row, unknown kept apart from no."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.domain.errors import Invalid
from moderation.training import dataset
from moderation.training.dataset import Fingerprints, evaluation_texts, is_held, key_of

from .conftest import write_csv

_LONG = "The council met on Monday and decided that the old bridge will be closed for two years."


def test_rows_of_asked_languages_are_read(data: Path) -> None:
    """A model for Russian alone should not wait for English."""
    rows = dataset.load(data, languages=["ru"])

    assert {(row.language, row.source) for row in rows} == {("ru", "ru_toxic")}
    assert {row.labels["toxicity"] for row in rows} == {0, 1}


def test_own_comments_are_read_and_empty_labels_are_unknown(data: Path) -> None:
    """A publisher's moderators label what they looked at, and nothing else."""
    write_csv(
        data / "train/own/2025.csv", ("text", "insult", "spam"), [(_LONG, "1", ""), ("Buy my shoes", "", "1")]
    )

    own = [row for row in dataset.load(data, languages=["en"]) if row.source == "own"]

    assert [row.labels for row in own] == [{"insult": 1}, {"spam": 1}]


@pytest.mark.parametrize(
    "copy", [_LONG, _LONG.upper(), _LONG.replace(" ", "  "), f"{_LONG} Really?", _LONG[:60], f"«{_LONG}»"]
)
def test_copy_of_an_evaluation_row_is_left_out(data: Path, copy: str) -> None:
    """A model that has seen the exam says nothing about itself by passing it."""
    write_csv(data / "eval/ucc/val.csv", ("comment",), [(_LONG,)])
    write_csv(data / "train/own/a.csv", ("text", "insult"), [(copy, "0"), ("Something else entirely here.", "0")])

    own = [row.text for row in dataset.load(data, languages=["en"]) if row.source == "own"]

    assert own == ["Something else entirely here."]


def test_row_is_read_once(data: Path) -> None:
    """A text that was copied a hundred times would count a hundred times."""
    write_csv(data / "train/own/a.csv", ("text", "insult"), [("Good point!", "0"), ("good point", "0")])

    assert sum(row.source == "own" for row in dataset.load(data, languages=["en"])) == 1


def test_folder_without_training_data_is_named(tmp_path: Path) -> None:
    """The likeliest slip is to name the folder `train` itself."""
    with pytest.raises(Invalid, match="holds no folder `train`"):
        dataset.load(tmp_path, languages=["en"])


def test_one_row_in_eight_is_held_back() -> None:
    """Calibration on rows that were fitted would promise too much."""
    assert sum(is_held(f"text number {i}") for i in range(4_000)) == pytest.approx(500, abs=80)


@given(st.text())
def test_copies_are_held_back_together(text: str) -> None:
    """The fitted twin of a held-back row would betray it."""
    assert key_of(text) == key_of(f"  {text}! ")
    assert is_held(text) == is_held(f"{text} ?")


def test_emoji_tell_texts_apart() -> None:
    """In some sets the innocent twin differs by one emoji."""
    assert key_of("I would 👏 them") != key_of("I would 🔪 them")


def test_unrelated_text_is_kept() -> None:
    """Dropping whatever shares a phrase would drop half of the data."""
    assert not Fingerprints([_LONG]).holds(
        "The council met on Monday and decided nothing, as usual, about anything at all."
    )


def test_labels_and_numbers_are_no_texts(data: Path) -> None:
    """Were a span list or a label taken for a text, every row with that label would be dropped."""
    write_csv(data / "eval/toxic_spans/tsd_test.csv", ("spans", "text"), [("[1, 2, 3]", "Some text here")])

    texts = set(evaluation_texts(data / "eval/toxic_spans"))

    assert texts == {"Some text here"}
