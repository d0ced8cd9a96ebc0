"""Learn what people decided about a comment elsewhere, whether or not it was ever judged here."""

import dataclasses
from datetime import datetime

from moderation.archive import Importer, Judge, Past
from moderation.domain.archive import ArchivedComment
from moderation.domain.errors import NotFound
from moderation.domain.outcome import SiteOutcome
from moderation.domain.record import Submission
from moderation.ports import Storage
from moderation.reports import settle


def label(
    storage: Storage,
    submission: Submission,
    *,
    outcome: SiteOutcome,
    judge: Judge,
    by: str | None,
    at: datetime,
) -> None:
    """Keep a label; a comment that is not known is filed as one of the past, outside the feed.

    An open review of the comment is closed.

    Raises:
        ScorerUnavailable: if the comment is not known and cannot be rated.
        StorageUnavailable: if the label could not be kept.
    """
    comment = submission.comment
    try:
        settle(storage, site=comment.site, id=comment.id, outcome=outcome, by=by, at=at)
    except NotFound:
        written = dataclasses.replace(comment, created_at=comment.created_at or at)
        sent = dataclasses.replace(submission, comment=written)
        past = Past(archived=ArchivedComment(comment=written, outcome=outcome), submission=sent)
        Importer(site=comment.site, storage=storage).keep([past], judge.entries([past], at=at), at=at)
        # Who decided is kept with the label; of an archive nobody could tell.
        settle(storage, site=comment.site, id=comment.id, outcome=outcome, by=by, at=at)
