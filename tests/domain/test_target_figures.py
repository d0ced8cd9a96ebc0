"""Who a comment is aimed at, measured on sentences written for this project."""

from pathlib import Path

import pytest

from tests.domain.targets import HALVES, labelled, measure, table

_PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "whom-a-comment-is-aimed-at.md"
#: Bars for `commenter` on the halves that were not looked at.
_PRECISION, _RECALL = 0.85, 0.75


@pytest.mark.parametrize("half", HALVES)
def test_commenters_are_told_from_everybody_else(half: str) -> None:
    """The strict rule between readers stands on this: it may neither miss them nor hit anybody else."""
    figures = measure(half)["commenter"]

    assert figures.precision >= _PRECISION
    assert figures.recall >= _RECALL


@pytest.mark.parametrize("target", ["named_in_article", "article_author", "group", "self", "nobody"])
def test_other_targets_are_found(target: str) -> None:
    """Rules on officials, authors and groups rest on the same reading."""
    figures = measure("blind")[target]

    assert figures.recall >= 0.8
    assert figures.precision >= 0.8


def test_the_sentences_are_many_and_each_stands_once() -> None:
    """Figures on a handful, or on sentences that both halves share, would say nothing."""
    texts = [entry["text"].casefold() for half in HALVES for entry in labelled(half)]

    assert len(texts) >= 500
    assert len(texts) == len(set(texts))


def test_the_page_shows_the_figures_of_the_code() -> None:
    """Figures that were true once are believed for ever; `python -m tests.domain.targets` prints the new ones."""
    written = _PAGE.read_text(encoding="utf-8").partition("<!-- figures -->\n")[2]

    assert written.partition("\n<!-- end of figures -->")[0] == table()
