"""Judge a text by the default policy and the lists alone: what a model adds is measured elsewhere."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from moderation.domain.comment import Comment, CommentId, Kind, Parent, SiteId
from moderation.domain.history import History
from moderation.domain.observation import Rating, observe
from moderation.domain.policy import Policy, evaluate
from moderation.domain.text import normalise
from moderation.domain.verdict import Outcome
from moderation.policyfile.load import load

_NO_SCORES = Rating(scores={}, language="en", is_measured=True, attributes=(), model="none")
_AT = datetime(2026, 11, 25, tzinfo=UTC)


@cache
def _policy() -> Policy:
    return load(Path(__file__).parents[2] / "policies" / "default.yaml")


def outcome_of(text: str, *, answers: str | None = None) -> Outcome:
    """The verdict of the default policy where the model has nothing to say; `answers` names whom it answers."""
    comment = Comment(
        site=SiteId("site"),
        id=CommentId("comment"),
        text=text,
        kind=Kind.REPLY if answers else Kind.COMMENT,
        parent=Parent(author=answers) if answers else None,
    )
    signals = observe(
        comment,
        normalise(text),
        rating=_NO_SCORES,
        scene=None,
        history=History(),
        policy=_policy(),
        at=_AT,
    )
    return evaluate(_policy(), signals).outcome
