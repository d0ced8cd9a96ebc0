"""`moderation thread`: a page through a real server, expected beside given."""

import json
from pathlib import Path

import pytest

from moderation.cli.thread import request_of
from tests.cli.conftest import Run

PAGE = Path("tests/policies/page.json")

pytestmark = [pytest.mark.weights]


@pytest.mark.no_cover
@pytest.mark.server
@pytest.mark.slow
@pytest.mark.timeout(240)
def test_the_projects_page_gets_what_its_editors_want(run: Run) -> None:
    """The page is what the service is for: as tagged by its site, and with title and paragraphs alone."""
    result = run("thread", PAGE, "--policy", "policies/sites/asbarez.yaml")

    assert result.exit_code == 0, result.stdout
    assert "MISSED" not in result.stdout


@pytest.mark.server
@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_verdict_that_nobody_expects_is_a_failure(run: Run, small: str, tmp_path: Path) -> None:
    """A check that cannot fail is none."""
    page = {"article": {"title": "Parking"}, "comments": [{"number": 1, "text": "Fine.", "expected": ["block"]}]}
    (tmp_path / "page.json").write_text(json.dumps(page))

    result = run("thread", tmp_path / "page.json", "--policy", small)

    assert result.exit_code == 1
    assert "0 of 2 verdicts are as expected" in result.stdout


def test_without_tags_neither_people_nor_subjects_are_sent() -> None:
    """A blogging system knows the title and the text; the rest must be read out of them."""
    article = {"title": "T", "section": "S", "people": ["P"], "about": ["A"], "paragraphs": ["one", "two"]}

    sent = request_of({"number": 1, "text": "x"}, article, is_tagged=False)

    assert sent["article"] == {"title": "T", "text": "one\n\ntwo"}


@pytest.mark.parametrize("content", ["{", "[]", "{}"])
def test_what_is_no_page_is_told(content: str, run: Run, tmp_path: Path) -> None:
    """The wrong file is the commonest slip."""
    (tmp_path / "page.json").write_text(content)

    result = run("thread", tmp_path / "page.json")

    assert result.exit_code == 2
    assert "page.json" in result.stderr


def test_a_server_that_is_not_there_is_told(run: Run) -> None:
    """With --url no server is started; the message says what to start."""
    result = run("thread", PAGE, "--url", "http://127.0.0.1:9", "--key", "k")

    assert result.exit_code == 1
    assert "is 'moderation serve' running?" in result.stderr
