"""What Akismet's plugin for WordPress takes."""

import dataclasses
import json

import pytest

from moderation.domain.decision import Decision, Source
from moderation.domain.late_verdict import late_verdict
from moderation.domain.verdict import Outcome, Span
from moderation.testing.factories import entry


def decision(outcome: Outcome, source: Source = Source.MODERATOR) -> Decision:
    """Return a decision on a comment that came by Akismet's protocol."""
    return dataclasses.replace(entry().decision, outcome=outcome, source=source)


@pytest.mark.parametrize(("outcome", "result"), [(Outcome.ALLOW, "false"), (Outcome.BLOCK, "true")])
def test_final_decision_is_told_in_the_plugins_words(outcome: Outcome, result: str) -> None:
    """It compares words, and finds the comment by the id of its check and the number of its post."""
    told = late_verdict(decision(outcome), guid="ab12", article="7", key="abcdef123456")

    assert told is not None
    assert json.loads(told.body) == {
        "key": "abcdef123456",
        "endpoint": "comment-check",
        "comments": [{"guid": "ab12", "result": result, "comment_post_ID": 7}],
    }


def test_what_is_to_appear_masked_is_left_to_a_person() -> None:
    """The plugin masks nothing: told of it, it would publish what was to be hidden."""
    partly = dataclasses.replace(decision(Outcome.ALLOW), masked=(Span(0, 4),))

    assert late_verdict(partly, guid="ab12", article="7", key="abcdef123456") is None


@pytest.mark.parametrize(
    ("outcome", "source", "article"),
    [
        (Outcome.FLAG, Source.REJUDGED, "7"),
        (Outcome.ALLOW, Source.SITE, "7"),
        (Outcome.ALLOW, Source.POLICY, "7"),
        (Outcome.ALLOW, Source.MODERATOR, "https://blog.example/7"),
        (Outcome.ALLOW, Source.MODERATOR, ""),
    ],
)
def test_what_is_not_final_or_not_new_is_not_told(outcome: Outcome, source: Source, article: str) -> None:
    """What the site's people did themselves must not come back to them."""
    assert late_verdict(decision(outcome, source), guid="ab12", article=article, key="abcdef123456") is None
