"""What changed about a comment since a moderator read it, as a piece of a page."""

from dataclasses import dataclass
from datetime import datetime

from fastapi import Request

from moderation.changes import changes_since
from moderation.domain.comment import CommentId
from moderation.domain.edits import Run
from moderation.service import Service
from moderation.web.cards import Piece, pieces
from moderation.web.desk import policy_of
from moderation.web.render import html
from moderation.web.visitors import Visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What changed, to be shown, and the review by which the comment is decided now."""

    html: str
    #: Nothing that a moderator would weigh is new.
    is_empty: bool
    review: str | None
    version: int | None
    #: Whoever holds that review.
    holder: str | None
    #: When this was read.
    seen: datetime


def difference_of(
    request: Request, visitor: Visitor, service: Service, comment: str, *, seen: datetime
) -> Difference:
    """Return what changed about a comment since the visitor read it.

    Raises:
        NotFound: if the site has no such comment.
    """
    now, policy = service.clock.now(), policy_of(service, visitor)
    found = changes_since(
        service.storage,
        site=visitor.site,
        id=CommentId(comment),
        moderator=visitor.name,
        seen=seen,
        policy=policy,
        at=now,
    )
    review = found.review
    holder = review.holder(now) if review else None
    shown = {
        "changes": found,
        "words": [(run.change.value, named(run)) for run in found.edit],
        "holder": holder if holder != visitor.name else None,
        "clauses": policy.clauses,
    }
    return Difference(
        html=html(request, "changed.html", **shown),
        is_empty=found.is_empty,
        review=review.id if review else None,
        version=review.version if review else None,
        holder=holder,
        seen=now,
    )


def named(run: Run) -> list[Piece]:
    """Return a run of words with the characters named that would move others about."""
    return pieces(run.text, (), {})
