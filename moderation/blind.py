"""What is hidden from whoever is to decide without knowing what was decided: on the card, and in every list."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import takewhile

from moderation.desk import Case
from moderation.domain.comment import CommentId
from moderation.domain.desk import Shares
from moderation.domain.record import StoredComment
from moderation.domain.review import Review
from moderation.domain.verdict import Outcome


def as_seen_by(moderator: str, found: Case) -> Case:
    """Return what a moderator is to see of a case: all, unless somebody is to look again at a ruling.

    Whoever made the ruling finds a comment that was decided. Everybody else finds it as it was before:
    without the ruling, what it did to the author, what colleagues noted, and what was decided.
    Other comments that are shown beside it are as in a list.
    """
    seen = replace(
        found,
        recent=as_listed(moderator, found.recent, found.waiting),
        thread=as_listed(moderator, found.thread, found.waiting),
        precedents=as_listed(moderator, found.precedents, found.waiting),
    )
    review = found.review
    if review is None or not review.is_second:
        return seen
    if moderator in review.not_for:
        return replace(seen, review=None)
    before = tuple(takewhile(lambda each: each.id != review.decision_id, found.decisions))
    return replace(
        seen,
        comment=replace(found.comment, outcome=before[-1].outcome),
        decisions=before,
        author=None,
        author_past=None,
        consequence=None,
        recent=(),
        precedents=(),
        shares=Shares(approved=0, rejected=0),
        notes=(),
        opinions=(),
    )


def as_listed(
    moderator: str, comments: Iterable[StoredComment], waiting: Mapping[CommentId, Review]
) -> tuple[StoredComment, ...]:
    """Return comments as a list shows them to a moderator, by their reviews that are not closed.

    What is to be decided blindly waits, whatever was decided: else whoever searches for it knows.
    """
    return tuple(
        replace(each, outcome=Outcome.FLAG) if _is_hidden(moderator, waiting.get(each.id)) else each
        for each in comments
    )


def _is_hidden(moderator: str, review: Review | None) -> bool:
    return review is not None and review.is_blind and moderator not in review.not_for
