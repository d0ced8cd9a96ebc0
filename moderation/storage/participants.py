"""Who writes in a thread: those whose comments stand, and whoever wrote the comment that is answered."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from moderation.domain.comment import CommentId, SiteId
from moderation.domain.history import LATEST
from moderation.domain.record import Submission
from moderation.domain.verdict import Outcome
from moderation.storage.tables import CommentRow, among, table

_comments = table(CommentRow)

_OF_SITE = _comments.c.site == bindparam("of_site"), _comments.c.is_latest, _comments.c.author_name.is_not(None)
_LATEST = (
    select(_comments.c.author_name, _comments.c.outcome)
    .where(*_OF_SITE, _comments.c.article_key == bindparam("article"))
    .order_by(_comments.c.received_at.desc())
    .limit(LATEST)
    .subquery()
)
_NAMES = select(_LATEST.c.author_name).where(_LATEST.c.outcome == Outcome.ALLOW.value).distinct()
_PARENTS = select(_comments.c.id, _comments.c.author_name).where(*_OF_SITE, among(_comments.c.id, "ids"))


class ThreadNames:
    """Names for some submissions: a question for each article, and one for all comments that are answered."""

    def __init__(self, connection: Connection, site: SiteId, submissions: Sequence[Submission]) -> None:
        """Ask for the names that the site did not send."""
        self._connection, self._site = connection, site
        articles = {s.article_key for s in submissions if s.article_key}
        self._names = {article: self._of(article) for article in articles}
        parents = {parent for s in submissions if (parent := _unnamed_parent(s))}
        asked = {"of_site": site, "ids": list(parents)}
        rows = connection.execute(_PARENTS, asked) if parents else ()
        self._parents: dict[str, str] = {row.id: row.author_name for row in rows}

    def names(self, submission: Submission) -> tuple[str, ...]:
        """Return who wrote under the article of a submission, in the order of the alphabet."""
        return self._names.get(submission.article_key or "", ())

    def parent_author(self, submission: Submission) -> str | None:
        """Return who wrote what a submission answers, where the site did not say."""
        return self._parents.get(_unnamed_parent(submission) or "")

    def _of(self, article: str) -> tuple[str, ...]:
        rows = self._connection.execute(_NAMES, {"of_site": self._site, "article": article})
        return tuple(sorted(row.author_name for row in rows))


def _unnamed_parent(submission: Submission) -> CommentId | None:
    parent = submission.comment.parent
    return parent.id if parent is not None and parent.author is None else None
