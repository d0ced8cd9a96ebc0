"""A whole page of the kind that the service is first built for, written for this project."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from moderation.domain.policy import Policy
from moderation.domain.verdict import Verdict

pytestmark = pytest.mark.no_cover  # see [tool.coverage.run]

_PAGE = json.loads(Path(__file__).with_name("page.json").read_text(encoding="utf-8"))
_SENT_BY_A_BLOG = {key: value for key, value in _PAGE["article"].items() if key in ("title", "paragraphs")}

Judge = Callable[[Policy, Mapping[str, Any]], Verdict]


@pytest.mark.parametrize("comment", _PAGE["comments"], ids=lambda comment: f"entry {comment['number']}")
@pytest.mark.parametrize("article", [_PAGE["article"], _SENT_BY_A_BLOG], ids=["all sent", "title and text"])
def test_the_page_is_judged_as_its_editors_would(
    article: Mapping[str, Any], comment: Mapping[str, Any], judge: Judge, site_policy: Policy
) -> None:
    """The main job, on a page as it comes: politics passes, hatred waits, scrapers never appear."""
    verdict = judge(site_policy, {**comment, "article": article})

    assert verdict.outcome in comment["expected"], comment["because"]


def test_nobody_gets_a_strike_for_a_pingback(judge: Judge, site_policy: Policy) -> None:
    """A machine wrote it: there is nobody to warn."""
    pingbacks = [comment for comment in _PAGE["comments"] if comment["kind"] == "pingback"]

    strikes = [match.strike for comment in pingbacks for match in judge(site_policy, comment).matches]

    assert strikes == [0] * len(pingbacks)
