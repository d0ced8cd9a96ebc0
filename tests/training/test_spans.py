"""Words pointed at, against words that people marked: the shared task's figures, by hand."""

from pathlib import Path

import pytest

from moderation.testing.scorers import WordScorer
from moderation.training.spans import pointing

from .conftest import write_csv

_WORDS = {"idiot": {"toxicity": 0.9}, "dull": {"toxicity": 0.4}, "grey": {"toxicity": 0.3}}


def places(text: str, *words: str) -> str:
    """Write the characters of words as the shared task does."""
    return str([at + text.index(word) for word in words for at in range(len(word))])


def test_pointing_is_scored_by_characters(tmp_path: Path) -> None:
    """By hand: a hit is 1, 1, 1; of "idiot" in "an idiot" all is right and five of eight found; the third is 0."""
    rows = [
        ("idiot", places("idiot", "idiot")),
        ("an idiot", places("an idiot", "an idiot")),
        ("mud", "[0, 1, 2]"),
    ]
    write_csv(tmp_path / "tsd_test.csv", ("text", "spans"), rows)

    found = pointing(WordScorer(_WORDS), tmp_path / "tsd_test.csv")

    assert (found.scorer, found.rows) == ("words@1", 3)
    assert found.precision == pytest.approx((1 + 1 + 0) / 3, abs=1e-4)
    assert found.recall == pytest.approx((1 + 5 / 8 + 0) / 3, abs=1e-4)
    assert found.f1 == pytest.approx((1 + 10 / 13 + 0) / 3, abs=1e-4)


def test_word_far_below_the_heaviest_is_not_pointed_at(tmp_path: Path) -> None:
    """Moderators are shown what weighs, so that is what is measured: 0.4 of 0.9 counts, 0.3 does not."""
    text = "grey dull idiot"
    write_csv(tmp_path / "tsd_test.csv", ("text", "spans"), [(text, places(text, "dull", "idiot"))])

    found = pointing(WordScorer(_WORDS), tmp_path / "tsd_test.csv")

    assert (found.precision, found.recall, found.f1) == (1.0, 1.0, 1.0)


def test_comments_in_which_nobody_marked_anything_are_left_out(tmp_path: Path) -> None:
    """They would reward a scorer that points at nothing."""
    write_csv(tmp_path / "tsd_test.csv", ("text", "spans"), [("mud", "[]"), ("idiot", "[0, 1, 2, 3, 4]")])

    found = pointing(WordScorer(_WORDS), tmp_path / "tsd_test.csv")

    assert (found.rows, found.f1) == (1, 1.0)
