"""The shipped policies, and a judge who reads comments by them as the service does, without a network."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from moderation.domain.comment import Article, Author, Comment, CommentId, Kind, Parent, SiteId
from moderation.domain.history import History
from moderation.domain.observation import Rating, observe, scene_of
from moderation.domain.policy import Policy, evaluate
from moderation.domain.text import normalise
from moderation.domain.verdict import Verdict
from moderation.policyfile.load import load
from moderation.scoring.loading import load as load_model
from moderation.scoring.model import Model

_ROOT = Path(__file__).parents[2]
Judge = Callable[..., Verdict]


@pytest.fixture(scope="session")
def default_policy() -> Policy:
    """The policy that a new site starts with."""
    return load(_ROOT / "policies" / "default.yaml")


@pytest.fixture(scope="session")
def site_policy() -> Policy:
    """The policy of the site with entities and coded terms."""
    return load(_ROOT / "policies" / "sites" / "asbarez.yaml")


@pytest.fixture(scope="session")
def judge() -> Judge:
    """Judge a comment, given as the corpora give it, by a policy and the shipped model."""
    return partial(_judge, scorer=load_model(_ROOT / "models"))


def entries(name: str, half: str) -> Iterator[dict[str, Any]]:
    """Read one half of a corpus."""
    for line in (Path(__file__).parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["half"] == half:
            yield entry


@pytest.fixture(scope="session")
def corpus() -> Callable[[str, str], list[dict[str, Any]]]:
    """Give one half of a corpus."""
    return lambda name, half: list(entries(name, half))


def _judge(policy: Policy, entry: Mapping[str, Any], *, scorer: Model) -> Verdict:
    comment = _comment(entry)
    text = normalise(comment.text)
    [scores] = scorer.score([text.read], languages=["en"])
    rating = Rating(
        scores=scores, language="en", is_measured=True, attributes=scorer.attributes, model=scorer.name
    )
    signals = observe(
        comment,
        text,
        rating=rating,
        scene=scene_of(comment.article, policy),
        history=History(),
        policy=policy,
        at=datetime(2026, 11, 23, tzinfo=UTC),
    )
    return evaluate(policy, signals)


def _comment(entry: Mapping[str, Any]) -> Comment:
    article, parent, author = entry.get("article"), entry.get("parent"), entry.get("author")
    return Comment(
        site=SiteId("site"),
        id=CommentId("comment"),
        text=entry["text"],
        kind=Kind(entry.get("kind", "comment")),
        parent=Parent(author=parent.get("author"), text=parent.get("text")) if parent else None,
        author=Author(name=author) if author else None,
        article=_article(article) if article else None,
    )


def _article(sent: Mapping[str, Any]) -> Article:
    return Article(
        title=sent.get("title"),
        text="\n\n".join(sent.get("paragraphs", ())) or None,
        section=sent.get("section"),
        author=sent.get("author"),
        people=tuple(sent["people"]) if "people" in sent else None,
        about=tuple(sent["about"]) if "about" in sent else None,
    )
