"""Where a comment stands in its talk: how deep, whom it answers, and how heated the talk is."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.history import DEEPEST, RECENT, Talk
from moderation.domain.record import Submission
from moderation.domain.verdict import Outcome
from moderation.storage.tables import CommentRow, among, table

_comments = table(CommentRow)

_OF_SITE = _comments.c.site == bindparam("of_site"), _comments.c.is_latest
_CONTEXTS = select(_comments.c.id, _comments.c.context).where(*_OF_SITE, among(_comments.c.id, "ids"))
_OUTCOMES = (
    select(_comments.c.outcome)
    .where(*_OF_SITE, _comments.c.article_key == bindparam("article"), _comments.c.id != bindparam("own"))
    .order_by(_comments.c.received_at.desc())
    .limit(RECENT)
)


class Talks:
    """The talk around some submissions: a question for each level above them, and one for each of them."""

    def __init__(
        self, connection: Connection, site: SiteId, submissions: Sequence[Submission], *, asks: Collection[str]
    ) -> None:
        """Look up what is asked."""
        self._connection, self._site, self._asks = connection, site, asks
        #: Id of a comment above → what was kept beside its text; `None` for one that is not known.
        self._contexts: dict[str, Mapping[str, Any] | None] = {}
        levels = DEEPEST if "thread.depth" in asks else 1 if "thread.replies_to_staff" in asks else 0
        parents: set[str] = {parent for sent in submissions if (parent := _parent(sent))}
        for _ in range(levels):
            parents = self._climb(parents)

    def of(self, submission: Submission) -> Talk:
        """Return what is asked about the talk around a submission."""
        is_asked = "thread.temperature" in self._asks and submission.article_key is not None
        return Talk(
            depth=self._depth(submission) if "thread.depth" in self._asks else None,
            parent_role=self._role(submission) if "thread.replies_to_staff" in self._asks else None,
            temperature=self._temperature(submission) if is_asked else None,
        )

    def _climb(self, ids: set[str]) -> set[str]:
        """Look up comments that were not met yet; returns those that they answer."""
        new = ids - self._contexts.keys()
        if not new:
            return set()
        rows = self._connection.execute(_CONTEXTS, {"of_site": self._site, "ids": list(new)})
        self._contexts |= dict.fromkeys(new) | {row.id: row.context for row in rows}
        return {above for id in new if (above := _above(self._contexts[id]))}

    def _depth(self, submission: Submission) -> int:
        depth = int(submission.comment.parent is not None)
        above: str | None = _parent(submission)
        while above is not None and depth < DEEPEST and (above := _above(self._contexts.get(above))):
            depth += 1
        return depth

    def _role(self, submission: Submission) -> str | None:
        context = self._contexts.get(_parent(submission) or "")
        if not context:  # not known, or erased
            return None
        return (context.get("author") or {}).get("role") or ""

    def _temperature(self, submission: Submission) -> float:
        asked = {"of_site": self._site, "article": submission.article_key, "own": submission.comment.id}
        outcomes = self._connection.execute(_OUTCOMES, asked).scalars().all()
        stopped = sum(outcome != Outcome.ALLOW.value for outcome in outcomes)
        return round(stopped / len(outcomes), 3) if outcomes else 0.0


def _parent(submission: Submission) -> CommentId | None:
    parent = submission.comment.parent
    return parent.id if parent is not None else None


def _above(context: Mapping[str, Any] | None) -> str | None:
    above: str | None = ((context or {}).get("parent") or {}).get("id")
    return above
