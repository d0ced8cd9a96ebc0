"""Texts whose cost is measured: what they are, and that the work which they make is bounded."""

from datetime import UTC, datetime

import pytest

from moderation.benchmark.texts import HOSTILE, SCRAMBLED, UNBROKEN, scrambled
from moderation.domain.comment import Comment, CommentId, SiteId
from moderation.domain.observation import Rating, observe
from moderation.domain.policy import Policy, evaluate
from moderation.domain.text import normalise
from moderation.policyfile import files
from moderation.settings import Settings
from tests.work import grows_no_faster

AT = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def policy() -> Policy:
    """Read the policy that ships."""
    return files.read(Settings().policy)[0]


@pytest.mark.parametrize(
    "text",
    [
        *((unit * 20_000)[:20_000] for unit in HOSTILE),
        *(scrambled(letters, 20_000) for letters in SCRAMBLED),
        *UNBROKEN.values(),
    ],
    ids=[*HOSTILE, *SCRAMBLED, *UNBROKEN],
)
def test_work_on_a_hostile_text_grows_no_faster_than_the_text(policy: Policy, text: str) -> None:
    """Reading, observing and judging: whoever fills a comment must not occupy the service."""

    def judge(size: int) -> None:
        said = text[:size]
        comment = Comment(id=CommentId("c"), site=SiteId("s"), text=said)
        rating = Rating(scores={}, language="en", is_measured=True, attributes=(), model="none")
        signals = observe(comment, normalise(said), rating=rating, scene=None, history=None, policy=policy, at=AT)
        evaluate(policy, signals)

    assert grows_no_faster(judge, size=10_000)
