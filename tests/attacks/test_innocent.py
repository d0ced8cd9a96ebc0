"""Innocent look-alikes and vigorous comments pass: names, places, other languages, anger at those in power."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from moderation.domain.comment import Comment, CommentId, SiteId
from moderation.domain.history import History
from moderation.domain.observation import Rating, observe
from moderation.domain.policy import evaluate
from moderation.domain.text import normalise
from moderation.domain.verdict import Outcome
from moderation.policyfile.load import load
from moderation.scoring.loading import load as load_model

pytestmark = pytest.mark.no_cover  # see [tool.coverage.run]

_ROOT = Path(__file__).parents[2]


def _sentences(name: str) -> list[str]:
    """The sentences of a list, without its headings."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


@pytest.mark.weights
@pytest.mark.parametrize("policy_file", ["default.yaml", "sites/asbarez.yaml"])
@pytest.mark.parametrize("name", ["innocent.txt", "unseen_innocent.txt"])
def test_innocent_comments_pass(policy_file: str, name: str) -> None:
    """Judged with the shipped model: nobody is refused, and of a hundred at most one waits."""
    policy, scorer, sentences = (
        load(_ROOT / "policies" / policy_file),
        load_model(_ROOT / "models"),
        _sentences(name),
    )
    texts = [normalise(sentence) for sentence in sentences]
    scores = scorer.score([text.read for text in texts], languages=["en"] * len(texts))

    outcomes = {}
    for sentence, text, found in zip(sentences, texts, scores, strict=True):
        rating = Rating(
            scores=found, language="en", is_measured=True, attributes=scorer.attributes, model=scorer.name
        )
        comment = Comment(site=SiteId("site"), id=CommentId("comment"), text=sentence)
        at = datetime(2026, 11, 25, tzinfo=UTC)
        signals = observe(comment, text, rating=rating, scene=None, history=History(), policy=policy, at=at)
        outcomes[sentence] = evaluate(policy, signals).outcome

    assert len(sentences) >= 500
    assert [sentence for sentence, outcome in outcomes.items() if outcome is Outcome.BLOCK] == []
    assert list(outcomes.values()).count(Outcome.FLAG) <= len(sentences) * 0.01
